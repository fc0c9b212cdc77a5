package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"git.example.com/team/docs/app"
	"git.example.com/team/docs/store"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Println(err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	c := s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
	svc := app.New(store.NewS3(c, "docs-main", "v1"), store.NewS3(c, "docs-thumbs", ""))
	if err := svc.Save(ctx, os.Args[1], os.Args); err != nil {
		return err
	}
	_, err = svc.Thumb(ctx, os.Args[1])
	return err
}
