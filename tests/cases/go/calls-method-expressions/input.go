package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type step func(*s3.Client, context.Context, *s3.DeleteObjectInput, ...func(*s3.Options)) (*s3.DeleteObjectOutput, error)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	c := s3.NewFromConfig(cfg)
	if _, err := (*s3.Client).PutObject(c, ctx, &s3.PutObjectInput{Bucket: aws.String("mexp"), Key: aws.String("a")}); err != nil {
		fmt.Println(err)
	}
	var del step = (*s3.Client).DeleteObject
	del(c, ctx, &s3.DeleteObjectInput{Bucket: aws.String("mexp"), Key: aws.String("b")})
	enc := kms.NewFromConfig(cfg).Encrypt
	enc(ctx, &kms.EncryptInput{KeyId: aws.String("alias/app"), Plaintext: []byte("x")})
	run(ctx, c.HeadObject)
}

func run(ctx context.Context, head func(context.Context, *s3.HeadObjectInput, ...func(*s3.Options)) (*s3.HeadObjectOutput, error)) {
	out, err := head(ctx, &s3.HeadObjectInput{Bucket: aws.String("mexp"), Key: aws.String("c")})
	_, _ = out, err
}
