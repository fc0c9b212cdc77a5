package main

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/feature/rds/auth"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func run(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"), config.WithSharedConfigProfile("x"))
	if err != nil {
		return err
	}
	client := s3.NewFromConfig(cfg, func(o *s3.Options) { o.Region = "us-east-2" })
	iam.NewFromConfig(cfg).GetAccountSummary(ctx, &iam.GetAccountSummaryInput{})
	iam.NewFromConfig(cfg).ListAccountAliases(ctx, nil)
	pages := s3.NewListObjectsV2Paginator(client, &s3.ListObjectsV2Input{Bucket: aws.String("pages")})
	for pages.HasMorePages() {
		if _, err := pages.NextPage(ctx); err != nil {
			return err
		}
	}
	s3.NewBucketExistsWaiter(client).Wait(ctx, &s3.HeadBucketInput{Bucket: aws.String("waited")}, time.Minute)
	w := dynamodb.NewTableExistsWaiter(dynamodb.NewFromConfig(cfg))
	w.WaitForOutput(ctx, &dynamodb.DescribeTableInput{TableName: aws.String("t")}, time.Minute)
	pre := s3.NewPresignClient(client, s3.WithPresignExpires(time.Hour))
	pre.PresignGetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("pre"), Key: aws.String("k")}, func(o *s3.PresignOptions) {})
	pre.PresignPostObject(ctx, &s3.PutObjectInput{Bucket: aws.String("post")})
	up := manager.NewUploader(client, func(u *manager.Uploader) { u.PartSize = 5 })
	up.Upload(ctx, &s3.PutObjectInput{Bucket: aws.String("up"), Key: aws.String("k")})
	manager.NewDownloader(client).Download(ctx, nil, &s3.GetObjectInput{Bucket: aws.String("down")})
	manager.GetBucketRegion(ctx, client, "where")
	tm := transfermanager.New(client)
	tm.UploadObject(ctx, &transfermanager.UploadObjectInput{Bucket: aws.String("tm"), Key: aws.String("a")})
	auth.BuildAuthToken(ctx, "db:3306", "eu-west-1", "me", cfg.Credentials)
	stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn:aws:iam::123456789012:role/r")
	db := dynamodb.New(dynamodb.Options{Region: "ap-south-1"})
	db.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: aws.String("items"),
		Item:      map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: "1"}},
	})
	db.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
		{Put: &types.Put{TableName: aws.String("items")}},
		{Delete: &types.Delete{TableName: aws.String("other")}},
	}})
	cfg.Region = "eu-north-1"
	sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	f := client.DeleteObject
	f(ctx, &s3.DeleteObjectInput{Bucket: aws.String("mv")})
	clients := map[string]*s3.Client{"a": client}
	clients["a"].HeadBucket(ctx, &s3.HeadBucketInput{Bucket: aws.String("m")})
	for _, c := range clients {
		go c.GetBucketAcl(ctx, &s3.GetBucketAclInput{Bucket: aws.String("g")})
	}
	go func() {
		defer client.GetBucketCors(ctx, &s3.GetBucketCorsInput{Bucket: aws.String("d")})
	}()
	return nil
}
