package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"go.uber.org/fx"
	"go.uber.org/zap"
)

type Params struct {
	fx.In

	SSM     *ssm.Client
	Kinesis Producer
	Log     *zap.Logger `optional:"true"`
}

type Producer interface {
	PutRecord(ctx context.Context, in *kinesis.PutRecordInput, fns ...func(*kinesis.Options)) (*kinesis.PutRecordOutput, error)
}

type Handler struct {
	p Params
}

func NewHandler(p Params) *Handler { return &Handler{p: p} }

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	v, err := h.p.SSM.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/app/stream"), WithDecryption: aws.Bool(true)})
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	h.p.Kinesis.PutRecord(ctx, &kinesis.PutRecordInput{StreamName: v.Parameter.Value, Data: []byte("x"), PartitionKey: aws.String("1")})
	h.p.Kinesis.PutRecord(ctx, &kinesis.PutRecordInput{StreamName: aws.String("clicks"), Data: []byte(r.URL.Path), PartitionKey: aws.String("1")})
}

func main() {
	fx.New(
		fx.Provide(
			func() (aws.Config, error) { return config.LoadDefaultConfig(context.Background()) },
			func(c aws.Config) *ssm.Client { return ssm.NewFromConfig(c) },
			fx.Annotate(func(c aws.Config) *kinesis.Client { return kinesis.NewFromConfig(c) }, fx.As(new(Producer))),
			NewHandler,
		),
		fx.Invoke(func(h *Handler) { http.ListenAndServe(":80", h) }),
	).Run()
}
