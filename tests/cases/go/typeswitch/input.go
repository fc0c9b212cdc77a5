package p

func f(x any) {
	switch v := x.(type) {
	case *s3.Client:
		v.PutObject()
	case []string, map[string]int:
		use(v)
	case nil:
	case func(int) error, interface{ Close() }:
	default:
		use(v)
	}
	switch init(); w := g().(type) {
	case T:
		use(w)
	}
	switch x.(type) {
	case error:
		h()
	}
	y := x.(*s3.Client)
	y, ok := x.(S3API)
}
