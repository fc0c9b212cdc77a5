package ledger

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type api interface {
	TransactWriteItems(ctx context.Context, params *dynamodb.TransactWriteItemsInput, optFns ...func(*dynamodb.Options)) (*dynamodb.TransactWriteItemsOutput, error)
	BatchWriteItem(ctx context.Context, params *dynamodb.BatchWriteItemInput, optFns ...func(*dynamodb.Options)) (*dynamodb.BatchWriteItemOutput, error)
	ExecuteStatement(ctx context.Context, params *dynamodb.ExecuteStatementInput, optFns ...func(*dynamodb.Options)) (*dynamodb.ExecuteStatementOutput, error)
	BatchGetItem(ctx context.Context, params *dynamodb.BatchGetItemInput, optFns ...func(*dynamodb.Options)) (*dynamodb.BatchGetItemOutput, error)
}

type Ledger struct{ db api }

func New(db api) *Ledger { return &Ledger{db} }

func (l *Ledger) Transfer(ctx context.Context, from, to string, n int) error {
	items := []types.TransactWriteItem{
		{Update: &types.Update{TableName: aws.String("accounts"), UpdateExpression: aws.String("ADD bal :n")}},
		{ConditionCheck: &types.ConditionCheck{TableName: aws.String("limits"), ConditionExpression: aws.String("x")}},
	}
	items = append(items, types.TransactWriteItem{Put: &types.Put{TableName: aws.String("entries")}})
	_, err := l.db.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: items})
	return err
}

func (l *Ledger) Load(ctx context.Context, recs []map[string]types.AttributeValue) error {
	var reqs []types.WriteRequest
	for _, r := range recs {
		reqs = append(reqs, types.WriteRequest{PutRequest: &types.PutRequest{Item: r}})
	}
	for len(reqs) > 0 {
		n := min(25, len(reqs))
		out, err := l.db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{"entries": reqs[:n]}})
		if err != nil {
			return err
		}
		reqs = append(reqs[n:], out.UnprocessedItems["entries"]...)
	}
	return nil
}

func (l *Ledger) Read(ctx context.Context, keys types.KeysAndAttributes) {
	l.db.BatchGetItem(ctx, &dynamodb.BatchGetItemInput{RequestItems: map[string]types.KeysAndAttributes{"accounts": keys}})
	l.db.ExecuteStatement(ctx, &dynamodb.ExecuteStatementInput{Statement: aws.String(`SELECT * FROM "limits" WHERE id=?`)})
}
