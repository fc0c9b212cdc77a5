package inputs

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// What nobody passes is open.
func Copy(ctx context.Context, c interface {
	CopyObject(context.Context, *s3.CopyObjectInput, ...func(*s3.Options)) (*s3.CopyObjectOutput, error)
}, in *s3.CopyObjectInput) {
	c.CopyObject(ctx, in)
}

func base(bucket string) *s3.PutObjectInput {
	return &s3.PutObjectInput{Bucket: aws.String(bucket)}
}

func send(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	return err
}

func tag(in *s3.PutObjectInput, tags string) { in.Tagging = &tags }

func run(ctx context.Context, c *s3.Client, db *dynamodb.Client) {
	in := base("filled")
	in.Key = aws.String("k")
	send(ctx, c, in)

	tagged := base("tagged")
	tag(tagged, "a=b")
	c.PutObject(ctx, tagged)

	made := new(s3.DeleteObjectInput)
	made.Bucket, made.Key = aws.String("new"), aws.String("n")
	c.DeleteObject(ctx, made)

	var zero s3.HeadObjectInput
	zero.Bucket = aws.String("zero")
	if os.Getenv("VERSION") != "" {
		zero.VersionId = aws.String(os.Getenv("VERSION"))
	}
	c.HeadObject(ctx, &zero)

	objects := make([]types.ObjectIdentifier, 0, 2)
	for _, key := range []string{"a", "b"} {
		objects = append(objects, types.ObjectIdentifier{Key: aws.String(key)})
	}
	c.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: aws.String("many"), Delete: &types.Delete{Objects: objects}})

	requests := map[string][]ddb.WriteRequest{}
	requests["orders"] = []ddb.WriteRequest{{DeleteRequest: &ddb.DeleteRequest{}}}
	db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: requests})

	q := dynamodb.QueryInput{TableName: aws.String("orders")}
	q.IndexName = aws.String("by-day")
	db.Query(ctx, &q)

	copied := *in
	copied.Key = aws.String("second")
	send(ctx, c, &copied)
}
