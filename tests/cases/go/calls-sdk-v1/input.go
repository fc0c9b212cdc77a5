package main

import (
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/credentials/stscreds"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute"
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbiface"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
	"github.com/aws/aws-sdk-go/service/sqs"
)

type store struct {
	db  dynamodbiface.DynamoDBAPI
	svc s3iface.S3API
	up  *s3manager.Uploader
}

func (s *store) save(ctx aws.Context, v interface{}) {
	av, _ := dynamodbattribute.MarshalMap(v)
	in := &dynamodb.PutItemInput{TableName: aws.String("t"), Item: av}
	s.db.PutItemWithContext(ctx, in)
	s.svc.DeleteObjects(&s3.DeleteObjectsInput{
		Bucket: aws.String("b"),
		Delete: &s3.Delete{Objects: []*s3.ObjectIdentifier{{Key: aws.String("x")}, {Key: aws.String("y"), VersionId: aws.String("1")}}},
	})
	s.up.Upload(&s3manager.UploadInput{Bucket: aws.String("up"), Key: aws.String("k"), ACL: aws.String("private")})
}

func main() {
	sess := session.Must(session.NewSession(&aws.Config{Region: aws.String("us-west-2")}))
	svc := s3.New(sess)
	svc.ListObjectsPages(&s3.ListObjectsInput{Bucket: aws.String("pages")}, func(p *s3.ListObjectsOutput, last bool) bool { return true })
	svc.WaitUntilBucketExists(&s3.HeadBucketInput{Bucket: aws.String("wait")})
	req, _ := svc.GetObjectRequest(&s3.GetObjectInput{Bucket: aws.String("req"), Key: aws.String("k")})
	req.Presign(15 * time.Minute)
	r2, out := svc.PutObjectRequest(&s3.PutObjectInput{Bucket: aws.String("sent"), Key: aws.String("k")})
	err := r2.Send()
	q := sqs.New(sess, aws.NewConfig().WithRegion("eu-west-1").WithMaxRetries(3))
	q.SendMessage(&sqs.SendMessageInput{QueueUrl: aws.String("https://sqs.eu-west-1.amazonaws.com/123456789012/q")})
	creds := stscreds.NewCredentials(sess, "arn:aws:iam::123456789012:role/r")
	b := s3manager.NewBatchDeleteWithClient(svc)
	b.Delete(aws.BackgroundContext(), s3manager.NewDeleteListIterator(svc, &s3.ListObjectsInput{Bucket: aws.String("gone")}))
	b.Delete(aws.BackgroundContext(), &s3manager.DeleteObjectsIterator{Objects: objs})
	s3manager.NewDownloader(sess).Download(f, &s3.GetObjectInput{Bucket: aws.String("dl")})
	st := &store{db: dynamodb.New(sess), svc: svc, up: s3manager.NewUploader(sess)}
	st.save(nil, nil)
	svc.ListBuckets(nil)
}
