package main

import (
	"context"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/eventbridge"
	"github.com/aws/aws-sdk-go/service/eventbridge/eventbridgeiface"
	"go.uber.org/dig"
)

type Emitter struct {
	eb eventbridgeiface.EventBridgeAPI
}

func newSession() (*session.Session, error) { return session.NewSession(&aws.Config{Region: aws.String("eu-west-1")}) }
func newEB(s *session.Session) eventbridgeiface.EventBridgeAPI { return eventbridge.New(s) }
func newEmitter(eb eventbridgeiface.EventBridgeAPI) *Emitter { return &Emitter{eb} }

func (e *Emitter) Emit(ctx context.Context, detail string) error {
	entry := &eventbridge.PutEventsRequestEntry{}
	entry.SetEventBusName("app").SetSource("x").SetDetail(detail)
	out, err := e.eb.PutEventsWithContext(ctx, &eventbridge.PutEventsInput{Entries: []*eventbridge.PutEventsRequestEntry{entry}})
	if err == nil && aws.Int64Value(out.FailedEntryCount) > 0 {
		return context.Canceled
	}
	return err
}

func main() {
	c := dig.New()
	c.Provide(newSession)
	c.Provide(newEB)
	c.Provide(newEmitter)
	c.Invoke(func(e *Emitter) error { return e.Emit(context.Background(), "{}") })
}
