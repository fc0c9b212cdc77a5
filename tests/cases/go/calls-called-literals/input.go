package main

import (
	"context"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

// A function literal that is called where it stands takes the values it is given there.
func announce(ctx context.Context, topics *sns.Client, objects *s3.Client) {
	var wg sync.WaitGroup
	for _, name := range []string{"orders", "refunds"} {
		wg.Add(1)
		go func(n string) {
			defer wg.Done()
			topics.CreateTopic(ctx, &sns.CreateTopicInput{Name: &n})
		}(name)
	}
	defer func(in *s3.HeadBucketInput) {
		objects.HeadBucket(ctx, in)
	}(&s3.HeadBucketInput{Bucket: aws.String("last")})
	func(c *s3.Client, bucket string) {
		c.GetBucketAcl(ctx, &s3.GetBucketAclInput{Bucket: &bucket})
	}(objects, "now")
	func(buckets ...string) {
		for _, b := range buckets {
			objects.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: aws.String(b)})
		}
	}("x", "y")
	wg.Wait()
}

// What it is given is open here: so is what it does.
func each(ctx context.Context, objects *s3.Client, list <-chan string) {
	for b := range list {
		go func(name string) {
			objects.GetBucketCors(ctx, &s3.GetBucketCorsInput{Bucket: &name})
		}(b)
	}
}
