package a

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/databasemigrationservice"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	dmsv1 "github.com/aws/aws-sdk-go/service/databasemigrationservice/databasemigrationserviceiface"
)

type client struct {
	api dmsv1.DatabaseMigrationServiceAPI
	s3  *s3.Client
}
type config struct{ q *sqs.Client }

type filter struct {
	f func(ctx context.Context, client client) error
}

var all = map[string]filter{
	"x": {f: func(ctx context.Context, client client) error {
		return client.api.DescribeReplicationTasksPagesWithContext(ctx, nil, nil)
	}},
}

func run(ctx context.Context, client *client, s3 *s3.Client) {
	client.s3.ListBuckets(ctx, nil)
	s3.GetObject(ctx, nil)
}

func (config config) go1(ctx context.Context) { config.q.ListQueues(ctx, nil) }

func _(databasemigrationservice *databasemigrationservice.Client) { databasemigrationservice.DescribeAccountAttributes(nil, nil) }
