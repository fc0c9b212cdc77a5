package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type user struct{}
type order struct{}

type repo[T any, K comparable] struct {
	db   *dynamodb.Client
	name string
}

func (r repo[T, K]) find(ctx context.Context) error {
	_, err := r.db.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(r.name)})
	return err
}

// The fields of a generic struct by position: its type parameters are none of them.
func run(ctx context.Context, db *dynamodb.Client) {
	users := repo[user, string]{db: db, name: "users"}
	orders := &repo[order, int]{db, "orders"}
	users.find(ctx)
	orders.find(ctx)
	orders.db.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &orders.name})
}
