package store

import (
	"bytes"
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/acme/shop/internal/names"
)

func NewBlob(c *s3.Client, bucket string) Blob {
	return &S3Blob{client: c, bucket: bucket}
}

func (b *S3Blob) Write(ctx context.Context, key string, body []byte) error {
	_, err := b.client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String(b.bucket),
		Key:    aws.String(prefix + key),
		Body:   bytes.NewReader(body),
	})
	return err
}

func NewRepo(c *Clients) (*Repo, error) {
	return &Repo{clients: c, table: names.Table}, nil
}

func (r *Repo) Find(ctx context.Context) {
	r.clients.DB.Query(ctx, &dynamodb.QueryInput{TableName: &r.table})
	r.clients.S3.GetObject(ctx, r.input("one"))
}

func (r *Repo) input(key string) *s3.GetObjectInput {
	in := &s3.GetObjectInput{Bucket: aws.String(names.Bucket)}
	in.Key = &key
	return in
}
