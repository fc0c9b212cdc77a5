package p

var cfg = struct{ Client *s3.Client }{s3.New(o)}

func outer(opt struct{ A int }) {
	type local struct{ N int }
	const c = "c"
	var v = func() {
		type inner interface{ M() }
		w := local{1}
		{
			x := w
		}
	}
	func(y int) {
		defer func() { z := y }()
	}(1)
}
