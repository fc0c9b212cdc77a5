package pool

import (
	"context"
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

type regions struct {
	clients sync.Map
}

func (p *regions) get(ctx context.Context, region string) (*ec2.Client, error) {
	if v, ok := p.clients.Load(region); ok {
		return v.(*ec2.Client), nil
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region))
	if err != nil {
		return nil, fmt.Errorf("cfg: %w", err)
	}
	v, _ := p.clients.LoadOrStore(region, ec2.NewFromConfig(cfg))
	return v.(*ec2.Client), nil
}

type ctxKey struct{}

func with(ctx context.Context, c *ec2.Client) context.Context {
	return context.WithValue(ctx, ctxKey{}, c)
}

func stop(ctx context.Context, id string) {
	c, ok := ctx.Value(ctxKey{}).(*ec2.Client)
	if !ok {
		return
	}
	c.StopInstances(ctx, &ec2.StopInstancesInput{InstanceIds: []string{id}})
}

func run() {
	ctx := context.Background()
	p := &regions{}
	for _, r := range []string{"eu-west-1", "us-east-1"} {
		c, err := p.get(ctx, r)
		if err != nil {
			panic(err)
		}
		c.TerminateInstances(ctx, &ec2.TerminateInstancesInput{InstanceIds: []string{"i-0123456789abcdef0"}})
		stop(with(ctx, c), "i-0fedcba9876543210")
	}
	_ = aws.String
}
