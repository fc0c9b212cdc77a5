package main

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3"

	"acme/tools/store"
)

func main() {
	sess, err := session.NewSessionWithOptions(session.Options{Config: aws.Config{Region: aws.String("eu-central-1")}})
	st := store.Open(wrap{s3.New(sess)}, store.Name)
	st.Drop("k")
	other := &store.Store{Bucket: "second"}
	other.Drop("z")
	_ = err
}

type wrap struct{ *s3.S3 }

func (wrap) Close() {}
