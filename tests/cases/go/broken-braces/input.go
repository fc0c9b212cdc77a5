package p

func a() {
	if x {
		one()

func b() {
	two()
}

func (s *S) c() {
	three(
}

func d() {
	four()
}
}
}

func e() { five() }
