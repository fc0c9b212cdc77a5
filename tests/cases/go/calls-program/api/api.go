package api

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type Store interface {
	Save(ctx context.Context, name string) error
}

type putter interface {
	PutObject(ctx context.Context, in *s3.PutObjectInput, opts ...func(*s3.Options)) (*s3.PutObjectOutput, error)
}

type store struct{ putter }

func New(p putter) Store { return &store{p} }

func (s *store) Save(ctx context.Context, name string) error {
	_, err := s.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("embedded"), Key: aws.String("saved/" + name)})
	return err
}
