package pool

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sns"
)

func setup() {
	register("a", sns.New(sns.Options{Region: "eu-north-1"}), "arn:aws:sns:eu-north-1:123456789012:a")
	register("b", sns.New(sns.Options{Region: "eu-south-1"}), "arn:aws:sns:eu-south-1:123456789012:b")
}

func send(ctx context.Context, name, text string) error {
	arn := topics[name]
	_, err := senders[name].Publish(ctx, &sns.PublishInput{TopicArn: &arn, Message: &text})
	return err
}
