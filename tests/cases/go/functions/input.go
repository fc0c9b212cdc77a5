package p

func plain() {}
func args(a, b int, c string, rest ...*s3.Options) string { return c }
func unnamed(int, string, ...error) {}
func results() (*s3.Client, error) { return nil, nil }
func named() (out *s3.Client, err error) {
	out = f()
	func() int { return 1 }()
	return
}
func asm(x *byte) uintptr

func (s *Server) Method(ctx context.Context) error { return s.do(ctx) }
func (Server) Value()                                {}
func (l *List[T]) Add(x T)                           {}
func (p pair[K, V]) Get(k K) (v V)                   { return }

func higher(cb func(int) (string, error), m map[string]func()) func() error {
	go cb(1)
	defer func(x int) { recover() }(2)
	f := func(a, b int) (s string) { s = "x"; return }
	return func() error { return f(1, 2) }
}
