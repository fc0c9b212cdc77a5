package pool

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type Pool struct {
	byRegion map[string]*sqs.Client
	urls     map[string]string
}

func New(ctx context.Context) (*Pool, error) {
	pool := &Pool{byRegion: map[string]*sqs.Client{}, urls: make(map[string]string)}
	for _, region := range []string{"eu-west-1", "us-east-1"} {
		cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region))
		if err != nil {
			return nil, err
		}
		pool.byRegion[region] = sqs.NewFromConfig(cfg)
		pool.urls[region] = "https://sqs." + region + ".amazonaws.com/123456789012/jobs"
	}
	return pool, nil
}

func (p *Pool) Purge(ctx context.Context, region string) error {
	c, ok := p.byRegion[region]
	if !ok {
		return nil
	}
	u := p.urls[region]
	_, err := c.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: &u})
	return err
}
