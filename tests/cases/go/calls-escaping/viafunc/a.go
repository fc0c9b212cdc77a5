package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type W struct {
	c *s3.Client
	b string
}

func (w W) Do(ctx context.Context) { w.c.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &w.b}) }

func each(ctx context.Context, ws map[string]W, one *W) {
	for _, w := range ws {
		w.Do(ctx)
	}
	if one != nil {
		one.Do(ctx)
	}
}

func pick(n string, ws []W) W {
	for _, w := range ws {
		if w.b == n {
			return w
		}
	}
	return ws[0]
}

func main() {
	c := s3.New(s3.Options{})
	each(context.TODO(), map[string]W{"a": {c, "a"}, "b": {c, "b"}}, &W{c, "c"})
	pick("d", []W{{c, "d"}, {c, "e"}}).Do(context.TODO())
	ch := make(chan W, 1)
	ch <- W{c, "f"}
	(<-ch).Do(context.TODO())
}
