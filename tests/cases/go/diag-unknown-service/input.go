package books

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/qldb"
	"github.com/aws/aws-sdk-go-v2/service/qldb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	v1 "github.com/aws/aws-sdk-go/service/robomaker"
)

// Services that the data does not have: said once a file and package.
func List(ctx context.Context, ledgers *qldb.Client, store *s3.Client, robots *v1.RoboMaker) ([]types.LedgerSummary, error) {
	out, err := ledgers.ListLedgers(ctx, &qldb.ListLedgersInput{})
	if err != nil {
		return nil, err
	}
	if _, err := robots.ListRobots(&v1.ListRobotsInput{}); err != nil {
		return nil, err
	}
	_, err = store.ListBuckets(ctx, &s3.ListBucketsInput{})
	return out.Ledgers, err
}
