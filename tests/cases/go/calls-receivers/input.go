package main

import (
	"context"
	"errors"

	awsv2 "github.com/aws/aws-sdk-go-v2/aws"
	. "github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	elb "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	_ "github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
)

type DB = Client

type Machine interface{ *sfn.Client }

type holder[T any] struct{ inner T }

func (h holder[T]) get() T { return h.inner }

var (
	global  *ec2.Client
	clients = make(map[string]*elb.Client)
	table   string
)

const tbl = "t-" + suffix
const suffix = "x"

func init() {
	table = "from-init"
	global = ec2.New(ec2.Options{})
}

func (w *worker) loop(ctx context.Context) {
outer:
	for {
		select {
		case <-ctx.Done():
			break outer
		case c := <-w.ch:
			c.Query(ctx, &QueryInput{TableName: awsv2.String(tbl)})
		}
	}
}

type worker struct {
	ch   chan *DB
	fns  map[string]func(context.Context, *GetItemInput, ...func(*Options)) (*GetItemOutput, error)
	list []*Client
}

func pick(region string) (*elb.Client, bool) { c, ok := clients[region]; return c, ok }

func newDB(cfg awsv2.Config) (db *DB, err error) {
	db = NewFromConfig(cfg)
	return
}

func must[T any](v T, err error) T { return v }

func run(ctx context.Context, cfg awsv2.Config, w *worker, v any) error {
	db, err := newDB(cfg)
	if err != nil {
		return err
	}
	db.DeleteTable(ctx, &DeleteTableInput{TableName: &table})
	h := holder[*sfn.Client]{inner: sfn.NewFromConfig(cfg)}
	h.get().StartExecution(ctx, &sfn.StartExecutionInput{StateMachineArn: awsv2.String("arn:aws:states:eu-west-1:123456789012:stateMachine:m")})
	h.inner.StopExecution(ctx, &sfn.StopExecutionInput{})
	global.DescribeInstances(ctx, nil)
	if c, ok := pick("x"); ok {
		c.DescribeLoadBalancers(ctx, &elb.DescribeLoadBalancersInput{})
	}
	switch x := v.(type) {
	case *ec2.Client:
		x.RunInstances(ctx, &ec2.RunInstancesInput{ImageId: awsv2.String("ami-1")})
	case interface{ ListTables(context.Context, *ListTablesInput, ...func(*Options)) (*ListTablesOutput, error) }:
		x.ListTables(ctx, &ListTablesInput{})
	}
	if c, ok := v.(*sfn.Client); ok {
		c.ListStateMachines(ctx, &sfn.ListStateMachinesInput{})
	}
	w.fns["x"](ctx, &GetItemInput{TableName: awsv2.String("fn")})
	for _, c := range w.list {
		c.Scan(ctx, &ScanInput{TableName: awsv2.String("list")})
	}
	must(newDB(cfg)).BatchGetItem(ctx, &BatchGetItemInput{RequestItems: map[string]ddbtypes.KeysAndAttributes{"bt": {Keys: nil}}})
	NewFromConfig(cfg).UpdateTable(ctx, &UpdateTableInput{TableName: awsv2.String("dot")})
	batch := BatchWriteItemInput{RequestItems: map[string][]ddbtypes.WriteRequest{}}
	batch.RequestItems[tbl] = append(batch.RequestItems[tbl], ddbtypes.WriteRequest{PutRequest: &ddbtypes.PutRequest{}})
	db.BatchWriteItem(ctx, &batch)
	func(c *Client) { c.DescribeTable(ctx, &DescribeTableInput{TableName: awsv2.String("lit")}) }(db)
	return errors.New("x")
}
