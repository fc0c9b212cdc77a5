package svc

import (
	"context"
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type SQSAPI interface {
	SendMessage(context.Context, *sqs.SendMessageInput, ...func(*sqs.Options)) (*sqs.SendMessageOutput, error)
	ReceiveMessage(context.Context, *sqs.ReceiveMessageInput, ...func(*sqs.Options)) (*sqs.ReceiveMessageOutput, error)
}

type Service struct {
	sns      *sns.Client
	sqs      SQSAPI
	topic    string
	queueURL string
	log      *slog.Logger
}

func New(opts ...Option) *Service {
	s := &Service{log: slog.Default()}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Service) Notify(ctx context.Context, msg string) error {
	_, err := s.sns.Publish(ctx, &sns.PublishInput{TopicArn: aws.String(s.topic), Message: &msg})
	if err != nil {
		s.log.Error("publish", "err", err)
		return err
	}
	_, err = s.sqs.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String(s.queueURL), MessageBody: aws.String(msg)})
	return err
}
