package notify

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type Sender interface{ Send(ctx context.Context, body string) error }

type SenderFunc func(ctx context.Context, body string) error

func (f SenderFunc) Send(ctx context.Context, body string) error { return f(ctx, body) }

type topic struct {
	c   *sns.Client
	arn string
}

func (t topic) Send(ctx context.Context, body string) error {
	_, err := t.c.Publish(ctx, &sns.PublishInput{TopicArn: aws.String(t.arn), Message: aws.String(body)})
	return err
}

func Queue(c *sqs.Client, url string) Sender {
	return SenderFunc(func(ctx context.Context, body string) error {
		_, err := c.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &url, MessageBody: &body})
		return err
	})
}

func Topic(c *sns.Client, arn string) Sender { return &topic{c, arn} }

type Registry struct{ senders map[string][]Sender }

func (r *Registry) Register(kind string, s ...Sender) *Registry {
	if r.senders == nil {
		r.senders = map[string][]Sender{}
	}
	r.senders[kind] = append(r.senders[kind], s...)
	return r
}

func (r *Registry) Fire(ctx context.Context, kind, body string) (err error) {
	for _, s := range r.senders[kind] {
		if e := s.Send(ctx, body); e != nil {
			err = fmt.Errorf("%w; %v", err, e)
		}
	}
	return
}

func Build(q *sqs.Client, t *sns.Client) *Registry {
	return new(Registry).
		Register("paid", Queue(q, "https://sqs.eu-west-1.amazonaws.com/123456789012/paid"), Topic(t, "arn:aws:sns:eu-west-1:123456789012:paid")).
		Register("sent", Topic(t, "arn:aws:sns:eu-west-1:123456789012:sent"))
}
