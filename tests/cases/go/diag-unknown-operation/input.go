package frob

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// An operation that the data does not have, by its input: said, and left out.
func Frob(ctx context.Context, c *s3.Client) error {
	if _, err := c.FrobnicateBucket(ctx, &s3.FrobnicateBucketInput{}); err != nil {
		return err
	}
	_, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
}
