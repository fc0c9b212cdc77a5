package main

import (
	"context"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/feature/cloudfront/sign"
	dsql "github.com/aws/aws-sdk-go-v2/feature/dsql/auth"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/feature/ec2/imds"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"golang.org/x/sync/errgroup"

	"example.org/svc/api"
)

var (
	once   sync.Once
	shared *s3.Client
	ptr    atomic.Pointer[sqs.Client]
	cache  sync.Map
)

type ctxKey struct{}

func client() *s3.Client {
	once.Do(func() {
		cfg, _ := config.LoadDefaultConfig(context.Background())
		shared = s3.NewFromConfig(cfg)
	})
	return shared
}

// Repo is generic.
type Repo[T any] struct {
	db    *dynamodb.Client
	table string
}

func NewRepo[T any](db *dynamodb.Client, table string) *Repo[T] {
	return &Repo[T]{db: db, table: table}
}

func (r *Repo[T]) Put(ctx context.Context, v T) error {
	item, err := attributevalue.MarshalMap(v)
	if err != nil {
		return err
	}
	_, err = r.db.PutItem(ctx, &dynamodb.PutItemInput{TableName: &r.table, Item: item})
	return err
}

func (r *Repo[T]) Find(ctx context.Context, key string) error {
	expr, _ := expression.NewBuilder().WithKeyCondition(expression.Key("pk").Equal(expression.Value(key))).Build()
	_, err := r.db.Query(ctx, &dynamodb.QueryInput{
		TableName: aws.String(r.table), IndexName: aws.String("idx"),
		KeyConditionExpression: expr.KeyCondition(), ExpressionAttributeNames: expr.Names(),
	})
	return err
}

type user struct{ Name string }

type deps struct {
	lister  s3.ListObjectsV2APIClient
	head    s3.HeadBucketAPIClient
	up      manager.UploadAPIClient
	down    manager.DownloadAPIClient
	put     func(context.Context, *s3.PutObjectInput, ...func(*s3.Options)) (*s3.PutObjectOutput, error)
	pages   *s3.ListObjectsV2Paginator
	waiter  *s3.ObjectExistsWaiter
	presign *s3.PresignClient
	api     api.Store
}

func (d *deps) work(ctx context.Context) error {
	p := s3.NewListObjectsV2Paginator(d.lister, &s3.ListObjectsV2Input{Bucket: aws.String("listed"), Prefix: aws.String("in/")})
	for p.HasMorePages() {
		p.NextPage(ctx)
	}
	d.pages.NextPage(ctx)
	d.waiter.Wait(ctx, &s3.HeadObjectInput{Bucket: aws.String("w"), Key: aws.String("k")}, time.Minute)
	s3.NewBucketNotExistsWaiter(d.head).WaitForOutput(ctx, &s3.HeadBucketInput{Bucket: aws.String("gone")}, time.Minute)
	manager.NewUploader(d.up).Upload(ctx, &s3.PutObjectInput{Bucket: aws.String("up"), Key: aws.String("x")})
	manager.NewDownloader(d.down).Download(ctx, nil, &s3.GetObjectInput{Bucket: aws.String("down"), Key: aws.String("x")})
	d.put(ctx, &s3.PutObjectInput{Bucket: aws.String("field"), Key: aws.String("f")})
	d.presign.PresignDeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String("pd"), Key: aws.String("k")})
	d.api.Save(ctx, "a")
	return nil
}

func fromContext(ctx context.Context) *s3.Client {
	c, _ := ctx.Value(ctxKey{}).(*s3.Client)
	return c
}

func handler(ctx context.Context, event struct{ Bucket, Key string }) error {
	_, err := client().GetObject(ctx, &s3.GetObjectInput{Bucket: &event.Bucket, Key: &event.Key})
	return err
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-central-1"))
	if err != nil {
		panic(err)
	}
	cfg.Credentials = aws.NewCredentialsCache(stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), os.Getenv("ROLE")))
	ptr.Store(sqs.NewFromConfig(cfg))
	ptr.Load().PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: aws.String("https://sqs.eu-central-1.amazonaws.com/123456789012/atomic")})
	cache.Store("ec2", ec2.NewFromConfig(cfg))
	if v, ok := cache.Load("ec2"); ok {
		v.(*ec2.Client).StopInstances(ctx, &ec2.StopInstancesInput{InstanceIds: []string{"i-0123456789abcdef0"}})
	}
	fromContext(ctx).HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String("ctx"), Key: aws.String("k")})
	users := NewRepo[user](dynamodb.NewFromConfig(cfg), "users")
	users.Put(ctx, user{"x"})
	users.Find(ctx, "x")
	g, ctx := errgroup.WithContext(ctx)
	for _, b := range []string{"one", "two"} {
		g.Go(func() error {
			_, err := client().DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: aws.String(b)})
			return err
		})
	}
	d := &deps{lister: client(), head: client(), up: client(), down: client(), put: client().PutObject, api: api.New(client())}
	d.work(ctx)
	dsql.GenerateDbConnectAuthToken(ctx, "abc.dsql.eu-central-1.on.aws", "eu-central-1", cfg.Credentials)
	imds.NewFromConfig(cfg).GetMetadata(ctx, &imds.GetMetadataInput{Path: "instance-id"})
	sign.NewURLSigner("id", nil).Sign("https://x", time.Now())
	fmt.Println(g.Wait())
}
