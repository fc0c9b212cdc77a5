// Package main uses packages that keep the former name of a service.
package main

import (
	"context"

	v1 "github.com/aws/aws-sdk-go/service/cloudwatchevents"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchevents"
)

func put(c *cloudwatchevents.Client) {
	c.PutEvents(context.TODO(), &cloudwatchevents.PutEventsInput{})
}

func rules(c *v1.CloudWatchEvents) {
	c.ListRules(&v1.ListRulesInput{})
}
