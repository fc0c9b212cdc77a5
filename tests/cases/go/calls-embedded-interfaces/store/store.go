package store

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
	"github.com/aws/aws-sdk-go/service/sns/snsiface"
)

const Name = "gopath"

type API interface {
	s3iface.S3API
	Close()
}

type Store struct {
	API
	snsiface.SNSAPI
	Bucket string
}

func Open(api API, bucket string) *Store { return &Store{API: api, Bucket: bucket} }

func (s *Store) Drop(key string) {
	s.DeleteObject(&s3.DeleteObjectInput{Bucket: &s.Bucket, Key: aws.String("x/" + key)})
	s.API.HeadBucket(&s3.HeadBucketInput{Bucket: aws.String(s.Bucket)})
	s.Publish(nil)
}
