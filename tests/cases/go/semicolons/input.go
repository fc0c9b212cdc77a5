package p

var a = f(
	1,
	2,
)
var b = x.
	y().
	z()

func f() int { return 1 }; func g() {}

func h() {
	if a := f(); a > 0 { g() } else if b := f(); b > 0 {
		g()
	} else { h() }
	for ;; { break }
	x := 1; y := 2 /* a comment
	that ends the line */ z := 3
	return // nothing
	g()
}
var last = 1