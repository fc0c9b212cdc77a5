package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"

	"ev.test/ev/bus"
	"ev.test/ev/kin"
)

func main() {
	cfg, _ := config.LoadDefaultConfig(context.Background())
	c := kinesis.NewFromConfig(cfg)
	m := bus.Multi{&bus.Memory{}, kin.Publisher{Client: c, Stream: "audit"}, &kin.Publisher{c, "clicks"}}
	m.Publish(context.Background(), &bus.Message{Topic: "a"})
}
