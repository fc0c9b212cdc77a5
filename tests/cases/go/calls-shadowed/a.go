package a

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type S3 = s3.Client

type wrapped s3.Client

type pair[A, B any] struct {
	first  A
	second B
}

func both(cfg aws.Config) pair[*s3.Client, *sqs.Client] {
	return pair[*s3.Client, *sqs.Client]{s3.NewFromConfig(cfg), sqs.NewFromConfig(cfg)}
}

type provider interface {
	S3() *s3.Client
	Queue(name string) (*sqs.Client, error)
}

type lazy struct{ get func() *s3.Client }

type node struct {
	next *node
	c    *S3
}

type Storage struct{ *s3.Client }

func (s Storage) PutObject(ctx context.Context, key string) error {
	_, err := s.Client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("shadow"), Key: &key})
	return err
}

func load(ctx context.Context, p provider, l lazy, n *node) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	s3 := s3.NewFromConfig(cfg)
	s3.ListBuckets(ctx, nil)
	pr := both(cfg)
	pr.first.GetBucketAcl(ctx, acl("first"))
	pr.second.ListQueues(ctx, &sqs.ListQueuesInput{})
	p.S3().GetBucketCors(ctx, nil)
	if q, err := p.Queue("x"); err == nil {
		q.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: aws.String("https://sqs.eu-west-1.amazonaws.com/123456789012/q")})
	}
	l.get().GetBucketLogging(ctx, nil)
	n.next.next.c.GetBucketWebsite(ctx, nil)
	Storage{s3}.PutObject(ctx, "k")
	Storage{s3}.DeleteBucketCors(ctx, nil)
	var topics = map[string]struct{ c *sns.Client }{"a": {sns.NewFromConfig(cfg)}}
	topics["a"].c.Publish(ctx, &sns.PublishInput{TopicArn: aws.String("arn:aws:sns:eu-west-1:123456789012:a")})
	for _, t := range topics {
		t.c.ListTopics(ctx, nil)
	}
	func() {
		defer func() { _, err = s3.GetBucketPolicy(ctx, nil) }()
	}()
	run := func(c *sqs.Client) error { _, err := c.PurgeQueue(ctx, nil); return err }
	run(pr.second)
	arr := [2]*sns.Client{}
	arr[0].ListSubscriptions(ctx, nil)
	ch := make(chan *sns.Client, 1)
	(<-ch).GetSMSAttributes(ctx, nil)
	var any interface{} = pr.first
	switch c := any.(type) {
	case interface{ ListQueues(context.Context, *sqs.ListQueuesInput, ...func(*sqs.Options)) (*sqs.ListQueuesOutput, error) }:
		c.ListQueues(ctx, nil)
	case *S3:
		c.GetBucketVersioning(ctx, nil)
	}
	(*sns.Client).ListPhoneNumbersOptedOut(arr[1], ctx, nil)
	new(struct{ *sns.Client }).ListPlatformApplications(ctx, nil)
	return errors.Join(err)
}
