package main

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/config"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	n "example.org/acme/billing/internal/names"
	"example.org/acme/billing/internal/storage"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	st := storage.NewStore(s3.NewFromConfig(cfg))
	if err := st.Save(ctx, 4, nil); err != nil {
		log.Fatal(err)
	}
	_ = st.Move(ctx, "pdf/4.pdf")
	table := n.Table
	db := ddb.NewFromConfig(cfg)
	db.UpdateItem(ctx, &ddb.UpdateItemInput{
		TableName: &table,
		Key:       map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: "4"}},
	})
	q := sqs.NewFromConfig(cfg)
	url := n.Queue
	q.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &url})
}
