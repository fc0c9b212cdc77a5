package dynamo

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"shop.internal/orders/internal/core/domain"
)

type Repo struct {
	*dynamodb.Client
	TableName string
}

func (r Repo) Save(ctx context.Context, o *domain.Order) error {
	item, err := attributevalue.MarshalMap(o)
	if err != nil {
		return err
	}
	cond, err := expression.NewBuilder().WithCondition(expression.AttributeNotExists(expression.Name("pk"))).Build()
	if err != nil {
		return err
	}
	input := &dynamodb.PutItemInput{
		Item:                     item,
		TableName:                aws.String(r.TableName),
		ConditionExpression:      cond.Condition(),
		ExpressionAttributeNames: cond.Names(),
	}
	_, err = r.PutItem(ctx, input)
	var cc *types.ConditionalCheckFailedException
	if errors.As(err, &cc) {
		return nil
	}
	return err
}

func (r Repo) ByID(ctx context.Context, id string) (*domain.Order, error) {
	key, err := attributevalue.MarshalMap(map[string]string{"pk": id})
	if err != nil {
		return nil, err
	}
	out, err := r.Client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &r.TableName, Key: key, ConsistentRead: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	o := new(domain.Order)
	return o, attributevalue.UnmarshalMap(out.Item, o)
}
