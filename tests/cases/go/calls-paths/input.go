package main

import (
	"context"
	"path"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// path.Join gives a clean path: "a/c", "x/y/z", "/s", ".", "d".
func known(ctx context.Context, c *s3.Client) {
	for _, k := range []string{path.Join("a/b", "../c"), path.Join("x", "./y//z"), path.Join("/r", "..", "..", "s/"), path.Join("a", ".."), path.Join("d/")} {
		c.PutObjectAcl(ctx, &s3.PutObjectAclInput{Bucket: aws.String("b"), Key: &k})
	}
}

// What goes back from an unknown part is unknown.
func partly(ctx context.Context, c *s3.Client, name string) {
	c.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("b"), Key: aws.String(path.Join("in", name, "x.json"))})
	c.RestoreObject(ctx, &s3.RestoreObjectInput{Bucket: aws.String("b"), Key: aws.String(path.Join("q", name, "..", "w"))})
}
