package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

type command interface {
	Name() string
	Run(ctx context.Context, args []string) error
}

type base struct{ rds *rds.Client }

type stop struct{ base }

func (stop) Name() string { return "stop" }
func (s stop) Run(ctx context.Context, args []string) error {
	_, err := s.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: aws.String("pg-" + args[0])})
	return err
}

type snap struct {
	*base
	suffix string
}

func (*snap) Name() string { return "snap" }
func (s *snap) Run(ctx context.Context, args []string) error {
	in := &rds.CreateDBSnapshotInput{DBInstanceIdentifier: aws.String("pg-main"), DBSnapshotIdentifier: aws.String("pg-main-" + s.suffix)}
	in.Tags = append(in.Tags, types.Tag{Key: aws.String("k"), Value: aws.String("v")})
	if _, err := s.rds.CreateDBSnapshot(ctx, in); err != nil {
		var q *types.SnapshotQuotaExceededFault
		if errors.As(err, &q) {
			return fmt.Errorf("quota: %w", err)
		}
		return err
	}
	w := rds.NewDBSnapshotAvailableWaiter(s.rds)
	return w.Wait(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: in.DBSnapshotIdentifier}, 0)
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	b := base{rds.NewFromConfig(cfg)}
	for _, c := range []command{stop{b}, &snap{&b, "manual"}} {
		if c.Name() == os.Args[1] {
			if err := c.Run(context.Background(), os.Args[2:]); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}
	}
}
