package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/google/wire"
	"go.uber.org/fx"
)

type Notifier struct {
	sns   *sns.Client
	topic string
}

type Params struct {
	fx.In
	Queue *sqs.Client
	Note  *Notifier
}

func NewConfig() (aws.Config, error)       { return config.LoadDefaultConfig(context.TODO()) }
func NewSNS(cfg aws.Config) *sns.Client    { return sns.NewFromConfig(cfg) }
func NewSQS(cfg aws.Config) *sqs.Client    { return sqs.NewFromConfig(cfg) }
func NewNotifier(c *sns.Client) *Notifier  { return &Notifier{c, "arn:aws:sns:eu-west-1:123456789012:t"} }

func (n *Notifier) Notify(ctx context.Context, text string) error {
	_, err := n.sns.Publish(ctx, &sns.PublishInput{TopicArn: &n.topic, Message: &text})
	return err
}

func Serve(p Params) {
	p.Queue.ReceiveMessage(context.TODO(), &sqs.ReceiveMessageInput{QueueUrl: aws.String("https://sqs.eu-west-1.amazonaws.com/123456789012/in")})
	p.Note.Notify(context.TODO(), "x")
}

var set = wire.NewSet(NewConfig, NewSNS, NewNotifier)

func main() {
	fx.New(fx.Provide(NewConfig, NewSNS, NewSQS, NewNotifier), fx.Invoke(Serve)).Run()
}
