package svc

import (
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type Option func(*Service)

func WithTopic(arn string) Option { return func(s *Service) { s.topic = arn } }

func WithQueue(url string) Option {
	return func(s *Service) {
		s.queueURL = url
	}
}

func WithSNS(c *sns.Client) Option { return func(s *Service) { s.sns = c } }
func WithSQS(c SQSAPI) Option      { return func(s *Service) { s.sqs = c } }
func WithLogger(l *slog.Logger) Option {
	return func(s *Service) { s.log = l }
}

var _ SQSAPI = (*sqs.Client)(nil)
