package p

func f() {
	a := "a" + b + "c"
	c := x && !y || g(1) == -2
	d := a[1:n]
	d = a[:h()]
	d = a[i:j:k]
	e := m["k"][0].f
	g := []byte("text")
	h := string(b)
	i := (*T)(nil)
	j := (func(int))(nil)
	k := interface{ M() }(x)
	l := *p.q
	m := &x.y
	n := <-ch
	o := <-f()
	q := (<-ch).x
	r := a.b(c, d...).e(func() { inner() }, "x").g
	s := (*T).Method
	t := make(map[string]*s3.Client, 10)
	u := new(s3.Options)
	v := append(list, s3.New(), x...)
	w := ^1 &^ 2 | 3
	y := a + b*c + d
	z := [](func())(nil)
	nested(one(two(), three(four())))
	true := nil
	x.(io.Closer).Close()
	s3.New(s3.Options{}, func(o *s3.Options) { o.Region = "r" }).PutObject(ctx, nil)
	f.g().
		h().
		i()
}
