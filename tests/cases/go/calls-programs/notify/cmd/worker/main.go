package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"corp.io/notify/svc"
)

func main() {
	ctx := context.TODO()
	cfg, _ := config.LoadDefaultConfig(ctx, config.WithRegion("us-west-2"))
	s := svc.New(
		svc.WithSNS(sns.NewFromConfig(cfg)),
		svc.WithSQS(sqs.NewFromConfig(cfg)),
		svc.WithTopic("arn:aws:sns:us-west-2:123456789012:alerts"),
		svc.WithQueue("https://sqs.us-west-2.amazonaws.com/123456789012/alerts-q"),
	)
	if err := s.Notify(ctx, "hi"); err != nil {
		panic(err)
	}
}
