//go:build !local

package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func open(ctx context.Context) (backend, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return s3b{s3.NewFromConfig(cfg), bucketName()}, nil
}

type s3b struct {
	*s3.Client
	bucket string
}

func (b s3b) get(ctx context.Context, k string) error {
	_, err := b.GetObject(ctx, &s3.GetObjectInput{Bucket: &b.bucket, Key: &k})
	return err
}
