package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type W struct {
	c *s3.Client
	b string
}

func (w *W) Do(ctx context.Context) { w.c.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &w.b}) }

type pool struct{ fs []func(context.Context) }

func (p *pool) add(f func(context.Context)) { p.fs = append(p.fs, f) }
func (p *pool) run(ctx context.Context) {
	for _, f := range p.fs {
		f(ctx)
	}
}

func main() {
	c := s3.New(s3.Options{})
	x, y, z := &W{c, "x"}, &W{c, "y"}, &W{c, "z"}
	p := &pool{}
	p.add(x.Do)
	go y.Do(context.TODO())
	defer z.Do(context.TODO())
	p.run(context.TODO())
}
