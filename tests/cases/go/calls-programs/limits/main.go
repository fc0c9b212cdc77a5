package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	cwtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

type handler struct {
	sfn     *sfn.Client
	ssm     *ssm.Client
	metrics *cloudwatch.Client
	machine string
}

type order struct {
	ID    string `json:"id"`
	Total int    `json:"total"`
}

func (h *handler) Handle(ctx context.Context, ev events.SQSEvent) (resp events.SQSEventResponse, err error) {
	limit, err := h.limit(ctx)
	if err != nil {
		return resp, err
	}
	for _, m := range ev.Records {
		var o order
		if err := json.Unmarshal([]byte(m.Body), &o); err != nil {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
			continue
		}
		name := "order-" + o.ID
		if o.Total > limit {
			if _, err := h.sfn.StartExecution(ctx, &sfn.StartExecutionInput{StateMachineArn: &h.machine, Name: &name, Input: aws.String(m.Body)}); err != nil {
				log.Println(err)
			}
		}
		h.count(ctx, "orders", 1)
	}
	return resp, nil
}

func (h *handler) limit(ctx context.Context) (int, error) {
	out, err := h.ssm.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/limit")})
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(*out.Parameter.Value)
}

func (h *handler) count(ctx context.Context, name string, v float64) {
	_, _ = h.metrics.PutMetricData(ctx, &cloudwatch.PutMetricDataInput{
		Namespace:  aws.String("Shop/Orders"),
		MetricData: []cwtypes.MetricDatum{{MetricName: &name, Value: &v, Unit: cwtypes.StandardUnitCount}},
	})
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	h := &handler{sfn: sfn.NewFromConfig(cfg), ssm: ssm.NewFromConfig(cfg), metrics: cloudwatch.NewFromConfig(cfg), machine: os.Getenv("STATE_MACHINE_ARN")}
	lambda.Start(h.Handle)
}
