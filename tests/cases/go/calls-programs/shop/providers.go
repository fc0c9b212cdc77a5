package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	ebt "github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
)

type Settings struct {
	Bus     string
	Machine string
}

func provideSettings() Settings {
	return Settings{Bus: "orders", Machine: "arn:aws:states:eu-west-1:123456789012:stateMachine:fulfil"}
}
func provideAWS(ctx context.Context) (aws.Config, error)        { return config.LoadDefaultConfig(ctx) }
func provideEventBridge(cfg aws.Config) *eventbridge.Client     { return eventbridge.NewFromConfig(cfg) }
func provideSFN(cfg aws.Config) *sfn.Client                     { return sfn.NewFromConfig(cfg) }

type Publisher struct {
	eb  *eventbridge.Client
	bus string
}

func NewPublisher(eb *eventbridge.Client, s Settings) *Publisher { return &Publisher{eb, s.Bus} }

func (p *Publisher) Publish(ctx context.Context, kind string, detail string) error {
	_, err := p.eb.PutEvents(ctx, &eventbridge.PutEventsInput{
		Entries: []ebt.PutEventsRequestEntry{{
			EventBusName: aws.String(p.bus),
			Source:       aws.String("shop.orders"),
			DetailType:   aws.String(kind),
			Detail:       aws.String(detail),
		}},
	})
	return err
}

type Starter struct {
	SFN  *sfn.Client
	Conf Settings
}

func (s *Starter) Start(ctx context.Context, in string) error {
	_, err := s.SFN.StartExecution(ctx, &sfn.StartExecutionInput{StateMachineArn: &s.Conf.Machine, Input: &in})
	return err
}

type Server struct {
	pub *Publisher
	st  *Starter
}

func NewServer(p *Publisher, s *Starter) *Server { return &Server{p, s} }

func main() {
	ctx := context.Background()
	srv, done, err := InitializeServer(ctx)
	if err != nil {
		panic(err)
	}
	defer done()
	srv.pub.Publish(ctx, "created", "{}")
	srv.st.Start(ctx, "{}")
}
