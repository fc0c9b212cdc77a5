package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// ObjectPager says what of an SDK's paginator is used, so that tests can give another one.
type ObjectPager interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*s3.Options)) (*s3.ListObjectsV2Output, error)
}

func CountObjects(ctx context.Context, p ObjectPager) (n int, err error) {
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return n, err
		}
		n += int(*out.KeyCount)
	}
	return n, nil
}

func reports(ctx context.Context, c *s3.Client) (int, error) {
	b := "reports"
	return CountObjects(ctx, s3.NewListObjectsV2Paginator(c, &s3.ListObjectsV2Input{Bucket: &b}))
}
