package snsbus

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	snstypes "github.com/aws/aws-sdk-go-v2/service/sns/types"
)

type publishAPI interface {
	Publish(ctx context.Context, params *sns.PublishInput, optFns ...func(*sns.Options)) (*sns.PublishOutput, error)
}

type Bus struct {
	api    publishAPI
	arnFmt string
}

func New(api publishAPI, region, account string) *Bus {
	return &Bus{api: api, arnFmt: fmt.Sprintf("arn:aws:sns:%s:%s:", region, account) + "%s-events"}
}

func (b *Bus) Publish(ctx context.Context, topic string, v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = b.api.Publish(ctx, &sns.PublishInput{
		TopicArn: aws.String(fmt.Sprintf(b.arnFmt, topic)),
		Message:  aws.String(string(raw)),
		MessageAttributes: map[string]snstypes.MessageAttributeValue{
			"kind": {DataType: aws.String("String"), StringValue: aws.String(topic)},
		},
	})
	return err
}
