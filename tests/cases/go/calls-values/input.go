package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/samber/lo"
)

const (
	base   = "reports"
	bucket = base + "-eu"
)

var (
	name  = flag.String("bucket", "default", "the bucket")
	names = map[string]string{"a": "bucket-a", "b": "bucket-b"}
	list  = []string{"one", "two"}
	envs  = struct{ Bucket, Key string }{"anon-bucket", "anon-key"}
)

type conf struct{ Bucket string }

func (c conf) key(id string) string { return path.Join("in", id) + ".json" }

func env(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

func get(ctx context.Context, c *s3.Client, bucket, key string) {
	c.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(bucket), Key: &key})
}

func run(ctx context.Context, c *s3.Client, tenant string, day int) {
	cf := conf{Bucket: bucket}
	get(ctx, c, cf.Bucket, cf.key(tenant))
	get(ctx, c, *name, "k")
	get(ctx, c, os.Getenv("B"), strings.Join([]string{"a", tenant, "c"}, "/"))
	get(ctx, c, env("BUCKET", "fallback"), filepath.Join("x", "/y/", tenant))
	get(ctx, c, names["a"], fmt.Sprintf("%s/%03d/%v", tenant, day, 7))
	get(ctx, c, envs.Bucket, envs.Key)
	for _, n := range list {
		get(ctx, c, n, `raw\`+"x")
	}
	for k, v := range names {
		get(ctx, c, v, k)
	}
	var sb strings.Builder
	sb.WriteString("z")
	get(ctx, c, strings.ToLower("UPPER"), sb.String())
	c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: lo.ToPtr("lo"), Key: lo.ToPtr(fmt.Sprintf("v%d", 2))})
	s := fmt.Sprintf("arn:aws:s3:::%s", bucket)
	c.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: aws.String(strings.TrimPrefix(s, "arn:aws:s3:::"))})
	b := bucket
	b += "-tmp"
	c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &b})
}
