package x

import "github.com/aws/aws-sdk-go-v2/service/s3"

func f(c *s3.Client) { c.ListBuckets(nil, &s3.ListBucketsInput{}) }
