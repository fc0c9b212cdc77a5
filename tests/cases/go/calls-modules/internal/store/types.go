package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

const prefix = "orders/"

type Blob interface {
	Write(ctx context.Context, key string, body []byte) error
}

type S3Blob struct {
	client *s3.Client
	bucket string
}

type Clients struct {
	S3 *s3.Client
	DB *dynamodb.Client
}

type Repo struct {
	clients *Clients
	table   string
}
