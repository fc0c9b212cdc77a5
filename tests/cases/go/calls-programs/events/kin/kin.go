package kin

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"

	"ev.test/ev/bus"
)

type Publisher struct {
	Client *kinesis.Client
	Stream string
}

func (p Publisher) Publish(ctx context.Context, m *bus.Message) error {
	_, err := p.Client.PutRecord(ctx, &kinesis.PutRecordInput{StreamName: aws.String(p.Stream), Data: m.Body, PartitionKey: aws.String(m.Topic)})
	return err
}
