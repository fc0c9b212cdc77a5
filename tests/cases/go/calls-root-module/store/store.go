// The module's own folder is the root; packages of other modules are not in it.
package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type Store struct{ svc *s3.Client }

func New(c *s3.Client) *Store { return &Store{svc: c} }

func (s *Store) Put(ctx context.Context) error {
	_, err := s.svc.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("root"), Key: aws.String("k")})
	return err
}
