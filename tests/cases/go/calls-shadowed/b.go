package a

import "github.com/aws/aws-sdk-go-v2/service/s3"

func acl(b string) *s3.GetBucketAclInput { return &s3.GetBucketAclInput{Bucket: &b} }
