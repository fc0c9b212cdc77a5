//go:build linux && !cgo

package api

import "github.com/aws/aws-sdk-go-v2/service/s3"

const region = "linux"

func tagged(c *s3.Client) { c.GetBucketTagging(nil, &s3.GetBucketTaggingInput{Bucket: ref(region)}) }

func ref(s string) *string { return &s }
