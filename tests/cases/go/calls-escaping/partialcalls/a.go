package main

import (
	"context"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type H struct {
	c      *s3.Client
	bucket string
}

func NewH(c *s3.Client, b string) *H { return &H{c, b} }

func (h *H) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.c.ListObjectsV2(r.Context(), &s3.ListObjectsV2Input{Bucket: &h.bucket})
}

func main() {
	c := s3.New(s3.Options{})
	h1, h2 := NewH(c, "one"), NewH(c, "two")
	mux := http.NewServeMux()
	mux.Handle("/1", h1)
	mux.Handle("/2", h2)
	h1.ServeHTTP(httptest.NewRecorder(), nil)
	http.ListenAndServe(":1", mux)
	_ = context.TODO
}
