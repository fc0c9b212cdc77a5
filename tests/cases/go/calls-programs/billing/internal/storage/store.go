package storage

import (
	"bytes"
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	awss3 "github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"

	. "example.org/acme/billing/internal/names"
)

// Store writes invoices.
type Store struct {
	api *awss3.Client
}

func NewStore(c *awss3.Client) *Store { return &Store{api: c} }

func (s *Store) Save(ctx context.Context, id int, pdf []byte) error {
	if _, err := s.api.PutObject(ctx, &awss3.PutObjectInput{
		Bucket:       aws.String(Invoice),
		Key:          aws.String(fmt.Sprintf("pdf/%d.pdf", id)),
		Body:         bytes.NewReader(pdf),
		StorageClass: s3types.StorageClassStandardIa,
	}); err != nil {
		return fmt.Errorf("save %d: %w", id, err)
	}
	return nil
}

func (s *Store) Move(ctx context.Context, key string) error {
	src := Invoice + "/" + key
	_, err := s.api.CopyObject(ctx, &awss3.CopyObjectInput{
		Bucket: aws.String(Archive), Key: &key, CopySource: &src,
	})
	return err
}
