package p

func a() {
	one()
	x := = 2
	two()
	foo(a b, func() { hidden() })
	three(
	four()
	var y int = 
	if x > {
		five()
	}
	z := T{1 2}
	six()
}

func b(x y z) {
	seven()
}

type T struct {
	A int
	B = 3
	C string
}

var (
	g = 1
	h 2 3
	i = 4
)

func c() {
	switch x {
	case 1 2:
		lost()
	case 3:
		eight()
	}
	nine()
