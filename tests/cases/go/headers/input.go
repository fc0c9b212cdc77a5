package p

// In the header of if, for and switch a { behind a plain type name is the body.
func f() {
	if x == y {
		a()
	}
	if v := (T{1}); v.ok() {
		b()
	}
	if f(T{2}) {
		c()
	}
	for _, x := range []T{{3}, {4}} {
		x.d()
	}
	for _, x := range map[string]T{"k": {5}} {
		x.e()
	}
	for _, x := range []struct{ n int }{{6}} {
		use(x)
	}
	if func() bool { return g() }() {
		h()
	}
	for _, fn := range []func() []int{i, j} {
		fn()
	}
	if x, ok := y.(interface{ Name() string }); ok {
		k(x)
	}
	if t == (struct{}{}) {
	}
	switch x := y.(type) {
	case T:
	}
	switch (T{7}).kind {
	case []int(nil)[0]:
	}
	for x := range []byte(s) {
		l(x)
	}
	if m[T{8}] {
		n()
	}
	switch {
	case o(T{9}):
	}
	for i := 0; i < len([]int{1, 2}); i++ {
		q()
	}
	for range 10 {
	}
	if !x.y {
		r()
	}
}
