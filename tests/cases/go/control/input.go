package p

func f(ch chan int, x any) {
	if a := g(); a != nil {
		b := a
	} else if c := h(); c {
		d()
	} else {
		e()
	}
outer:
	for i := 0; i < 10; i++ {
		for cond() {
			continue outer
		}
		for {
			break outer
		}
	}
	for k, v := range m { use(k, v) }
	for k := range m { use(k) }
	for _, v = range list() { use(v) }
	for k, s.v = range m {}
	for range ch {}
	switch y := g(); y {
	case 1, 2:
		one()
		fallthrough
	case 3:
	default:
		other()
	}
	switch { case a > b: c(); case d(): }
	switch g() {}
	select {
	case v, ok := <-ch:
		use(v, ok)
	case ch <- g():
	case <-done():
	default:
		none()
	}
	{
		inner := 1
		use(inner)
	}
	goto end
end:
}
