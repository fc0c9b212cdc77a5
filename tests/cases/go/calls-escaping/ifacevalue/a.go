package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/robfig/cron/v3"
)

type job struct {
	c      *s3.Client
	bucket string
}

func (j job) Run() {
	j.c.DeleteBucket(context.TODO(), &s3.DeleteBucketInput{Bucket: &j.bucket})
}

type runner interface{ Run() }

func all(c *s3.Client) []runner { return []runner{job{c, "r1"}, &job{c, "r2"}} }

func main() {
	c := s3.New(s3.Options{})
	cr := cron.New()
	cr.AddJob("@daily", job{c, "cron"})
	job{c: c, bucket: "now"}.Run()
	for _, r := range all(c) {
		r.Run()
	}
	cr.Run()
}
