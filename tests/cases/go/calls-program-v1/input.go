package main

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/credentials/stscreds"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute"
	"github.com/aws/aws-sdk-go/service/dynamodb/expression"
	"github.com/aws/aws-sdk-go/service/ec2"
	"github.com/aws/aws-sdk-go/service/lambda"
	"github.com/aws/aws-sdk-go/service/rds/rdsutils"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
	"github.com/aws/aws-sdk-go/service/s3/s3manager/s3manageriface"
	"github.com/aws/aws-sdk-go/service/sqs"
	"github.com/aws/aws-sdk-go/service/sqs/sqsiface"
)

type Worker struct {
	sqsiface.SQSAPI
	S3    s3iface.S3API
	Up    s3manageriface.UploaderAPI
	Down  s3manageriface.DownloaderAPI
	Batch *s3manager.BatchDelete
	queue string
}

type clients map[string]*ec2.EC2

func newSession(region string) *session.Session {
	return session.Must(session.NewSessionWithOptions(session.Options{
		SharedConfigState: session.SharedConfigEnable,
		Config:            aws.Config{Region: aws.String(region)},
	}))
}

func (w *Worker) Run(ctx context.Context) error {
	out, err := w.ReceiveMessageWithContext(ctx, &sqs.ReceiveMessageInput{QueueUrl: aws.String(w.queue), MaxNumberOfMessages: aws.Int64(10)})
	if err != nil {
		return err
	}
	for _, m := range out.Messages {
		w.SQSAPI.DeleteMessage(&sqs.DeleteMessageInput{QueueUrl: &w.queue, ReceiptHandle: m.ReceiptHandle})
	}
	w.S3.ListObjectsV2PagesWithContext(ctx, &s3.ListObjectsV2Input{Bucket: aws.String("pages")}, func(*s3.ListObjectsV2Output, bool) bool { return true })
	w.S3.WaitUntilObjectExistsWithContext(ctx, &s3.HeadObjectInput{Bucket: aws.String("wait"), Key: aws.String("k")}, request.WithWaiterMaxAttempts(2))
	req, _ := w.S3.GetObjectRequest(&s3.GetObjectInput{Bucket: aws.String("presigned"), Key: aws.String("p")})
	url, _ := req.Presign(time.Minute)
	_ = url
	w.Up.UploadWithContext(ctx, &s3manager.UploadInput{Bucket: aws.String("up"), Key: aws.String("u"), ServerSideEncryption: aws.String("AES256")})
	w.Up.(*s3manager.Uploader).UploadWithIterator(ctx, &s3manager.UploadObjectsIterator{Objects: []s3manager.BatchUploadObject{
		{Object: &s3manager.UploadInput{Bucket: aws.String("iter"), Key: aws.String("u")}},
	}})
	w.Down.DownloadWithContext(ctx, nil, &s3.GetObjectInput{Bucket: aws.String("down"), Key: aws.String("d")})
	w.Batch.Delete(ctx, &s3manager.DeleteObjectsIterator{Objects: []s3manager.BatchDeleteObject{
		{Object: &s3.DeleteObjectInput{Bucket: aws.String("batch"), Key: aws.String("b")}},
	}})
	return nil
}

func query(svc *dynamodb.DynamoDB) {
	expr, _ := expression.NewBuilder().WithFilter(expression.Name("a").Equal(expression.Value(1))).Build()
	svc.ScanPages(&dynamodb.ScanInput{TableName: aws.String("scan"), FilterExpression: expr.Filter()}, func(p *dynamodb.ScanOutput, last bool) bool {
		dynamodbattribute.UnmarshalListOfMaps(p.Items, nil)
		return !last
	})
	in := &dynamodb.UpdateItemInput{}
	in.SetTableName("setter").SetKey(nil)
	svc.UpdateItem(in)
	svc.TransactWriteItems(&dynamodb.TransactWriteItemsInput{TransactItems: []*dynamodb.TransactWriteItem{
		{Put: &dynamodb.Put{TableName: aws.String("tx-put")}},
		{ConditionCheck: &dynamodb.ConditionCheck{TableName: aws.String("tx-check")}},
	}})
}

func main() {
	sess := newSession("us-east-2")
	regions := clients{}
	for _, r := range []string{"eu-west-1", "us-east-2"} {
		regions[r] = ec2.New(newSession(r))
	}
	regions["eu-west-1"].DescribeInstancesPages(&ec2.DescribeInstancesInput{}, nil)
	creds := stscreds.NewCredentials(sess, "arn:aws:iam::123456789012:role/deploy", func(p *stscreds.AssumeRoleProvider) { p.ExternalID = aws.String("x") })
	other := lambda.New(sess, &aws.Config{Credentials: creds, Region: aws.String("ap-south-1")})
	other.InvokeWithContext(context.TODO(), &lambda.InvokeInput{FunctionName: aws.String("resize"), InvocationType: aws.String(lambda.InvocationTypeEvent)})
	static := session.Must(session.NewSession(aws.NewConfig().WithCredentials(credentials.NewStaticCredentials("a", "b", ""))))
	query(dynamodb.New(static))
	w := &Worker{
		SQSAPI: sqs.New(sess), S3: s3.New(sess), Up: s3manager.NewUploader(sess), Down: s3manager.NewDownloaderWithClient(s3.New(sess)),
		Batch: s3manager.NewBatchDelete(sess), queue: "https://sqs.us-east-2.amazonaws.com/123456789012/work",
	}
	w.Run(context.TODO())
	rdsutils.BuildAuthToken("db:5432", "us-east-2", "app", creds)
	del := w.S3.DeleteObject
	del(&s3.DeleteObjectInput{Bucket: aws.String("value"), Key: aws.String("v")})
	s3manager.GetBucketRegion(context.TODO(), sess, "where", "us-east-2")
}
