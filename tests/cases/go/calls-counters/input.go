// Sums of numbers are not texts put together: which number it is stays open
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func parts(ctx context.Context, c *s3.Client) {
	for i := 0; i < 5; i++ {
		c.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("loop"), Key: aws.String(fmt.Sprintf("part/%d/x", i))})
	}
}
