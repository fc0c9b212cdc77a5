package http

func Get(u string) string { return u }
