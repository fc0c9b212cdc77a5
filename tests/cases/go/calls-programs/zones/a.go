package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	lt "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type (
	Copier interface {
		CopyObject(ctx context.Context, in *s3.CopyObjectInput, o ...func(*s3.Options)) (*s3.CopyObjectOutput, error)
	}
	invoker = lambda.Client
	names   [2]string
)

var _ Copier = (*s3.Client)(nil)

const (
	src, dst = "raw-zone", "curated-zone"
	fnPrefix = `etl-`
)

func copyAll(ctx context.Context, c Copier, keys ...string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	for i := 0; i < len(keys); i++ {
		k := keys[i]
		if _, err := c.CopyObject(ctx, &s3.CopyObjectInput{Bucket: aws.String(dst), Key: &k, CopySource: aws.String(src + "/" + k), MetadataDirective: "REPLACE"}); err != nil {
			return err
		}
	}
	return nil
}

func call(ctx context.Context, l *invoker, name string, payload []byte) ([]byte, error) {
	out, err := l.Invoke(ctx, &lambda.InvokeInput{FunctionName: aws.String(fnPrefix + name), Payload: payload, Qualifier: aws.String("live"), LogType: lt.LogTypeTail})
	if err != nil {
		return nil, err
	}
	if out.FunctionError != nil {
		return nil, fmt.Errorf("%s: %s", *out.FunctionError, out.Payload)
	}
	return out.Payload, nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	c, l := s3.NewFromConfig(cfg), lambda.NewFromConfig(cfg)
	if err := copyAll(ctx, c, "a.csv", "b.csv"); err != nil {
		log.Fatal(err)
	}
	for _, n := range (names{"load", "clean"}) {
		if b, err := call(ctx, l, n, nil); err == nil {
			log.Println(len(b))
		}
	}
	r := ecr.NewFromConfig(cfg)
	if _, err := r.BatchDeleteImage(ctx, &ecr.BatchDeleteImageInput{RepositoryName: aws.String("apps/web"), ImageIds: nil}); err != nil {
		log.Print(err)
	}
}
