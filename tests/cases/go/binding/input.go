package p

var x, y = f()
var p, q int = 1, 2
var (
	m    map[string]*s3.Client
	e    error
	u, v = 1, "two"
)

func f() (int, error) {
	a := 1
	a, b := g()
	a, b = b, a
	c, d := 1, h()
	c += 2
	c -= i()
	d++
	c <<= 1
	v, ok := m["k"]
	v, ok = <-ch
	w, ok := i.(io.Reader)
	s.field.inner = 5
	m["key"], s[i] = 1, 2
	*ptr = 3
	(*ptr).f = 4
	_, _ = a, b
	ch <- s3.New(o)
	return a, nil
}
