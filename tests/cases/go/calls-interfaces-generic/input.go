package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/rds"
)

type pager[O, F any] interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*F)) (*O, error)
}

func each[O, F any](ctx context.Context, p pager[O, F], f func(*O) error) error {
	for p.HasMorePages() {
		o, err := p.NextPage(ctx)
		if err != nil {
			return err
		}
		if err := f(o); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	rc, ec := rds.NewFromConfig(cfg), ecr.NewFromConfig(cfg)
	err = each[rds.DescribeDBInstancesOutput, rds.Options](ctx, rds.NewDescribeDBInstancesPaginator(rc, &rds.DescribeDBInstancesInput{}), func(o *rds.DescribeDBInstancesOutput) error {
		for _, d := range o.DBInstances {
			fmt.Println(*d.DBInstanceIdentifier)
		}
		return nil
	})
	repo := "team/app"
	err = each(ctx, ecr.NewDescribeImagesPaginator(ec, &ecr.DescribeImagesInput{RepositoryName: &repo}), func(o *ecr.DescribeImagesOutput) error { return nil })
	if err != nil {
		panic(err)
	}
}
