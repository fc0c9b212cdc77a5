package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

var ErrNotFound = errors.New("not found")

type s3Blob struct {
	client *s3.Client
	bucket string
	prefix string
}

func NewS3(client *s3.Client, bucket, prefix string) Blob {
	return &s3Blob{client: client, bucket: bucket, prefix: prefix}
}

func (b *s3Blob) key(n string) *string { return aws.String(path.Join(b.prefix, n)) }

func (b *s3Blob) Put(ctx context.Context, name string, data []byte) error {
	_, err := b.client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(b.bucket), Key: b.key(name), Body: bytes.NewReader(data)})
	if err != nil {
		return fmt.Errorf("put %q: %w", name, err)
	}
	return nil
}

func (b *s3Blob) Get(ctx context.Context, name string) ([]byte, error) {
	out, err := b.client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(b.bucket), Key: b.key(name)})
	if err != nil {
		var nk *types.NoSuchKey
		if errors.As(err, &nk) {
			return nil, ErrNotFound
		}
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func (b *s3Blob) Delete(ctx context.Context, name string) error {
	_, err := b.client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &b.bucket, Key: b.key(name)})
	return err
}
