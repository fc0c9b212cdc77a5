package app

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type ObjectAPI interface {
	GetObject(ctx context.Context, in *s3.GetObjectInput, opts ...func(*s3.Options)) (*s3.GetObjectOutput, error)
	PutObject(context.Context, *s3.PutObjectInput, ...func(*s3.Options)) (*s3.PutObjectOutput, error)
}

type Base struct{ api ObjectAPI }

type Store struct {
	Base
	*sqs.Client
	bucket string
	prefix string
}

type Option func(*Store)

func WithPrefix(p string) Option { return func(s *Store) { s.prefix = p } }

func NewStore(api ObjectAPI, q *sqs.Client, bucket string, opts ...Option) *Store {
	s := &Store{Base: Base{api: api}, Client: q, bucket: bucket}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Store) Load(ctx context.Context, id int) error {
	_, err := s.api.GetObject(ctx, &s3.GetObjectInput{Bucket: &s.bucket, Key: aws.String(fmt.Sprintf("%s/%d.json", s.prefix, id))})
	return err
}

func (s *Store) Save(ctx context.Context) error {
	var in s3.PutObjectInput
	in.Bucket = aws.String(s.bucket)
	in.Key = aws.String("latest")
	if os.Getenv("TAG") != "" {
		in.Tagging = aws.String("a=b")
	}
	_, err := s.api.PutObject(ctx, &in)
	s.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("https://sqs.eu-west-1.amazonaws.com/123456789012/jobs")})
	return err
}

type mock struct{}

func (mock) GetObject(ctx context.Context, in *s3.GetObjectInput, opts ...func(*s3.Options)) (*s3.GetObjectOutput, error) {
	return nil, nil
}

type deleter func(context.Context, *s3.DeleteObjectInput, ...func(*s3.Options)) (*s3.DeleteObjectOutput, error)

func gen[T any](ctx context.Context, c T, f func(T) error) error { return f(c) }

func ptr[T any](v T) *T { return &v }

func use(ctx context.Context, c *s3.Client, deleteObject deleter) {
	s := NewStore(c, nil, "main-bucket", WithPrefix("in"))
	s.Load(ctx, 3)
	s.Save(ctx)
	deleteObject(ctx, &s3.DeleteObjectInput{Bucket: ptr("p"), Key: ptr("q")})
	gen(ctx, c, func(x *s3.Client) error { x.ListBuckets(ctx, &s3.ListBucketsInput{}); return nil })
	var m ObjectAPI = mock{}
	m.GetObject(ctx, &s3.GetObjectInput{Bucket: ptr("viamock")})
}
