package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/spf13/cobra"
	"gopkg.in/yaml.v3"
)

type conf struct {
	Bucket string
	S3     struct{ Prefix string }
}

type fixed struct{ Bucket string }

type event struct{ Bucket, Key string }

var name = "dflt"

func defaults() *conf { return &conf{Bucket: "default"} }

func (c *conf) load(b []byte) error { return yaml.Unmarshal(b, c) }

type other struct{ Bucket string }

func read(b []byte) (other, error) {
	o := other{Bucket: "other"}
	return o, json.Unmarshal(b, &o)
}

func handle(ctx context.Context, c *s3.Client, e event) {
	c.GetObject(ctx, &s3.GetObjectInput{Bucket: &e.Bucket, Key: &e.Key})
}

func send() event { return event{Bucket: "sent", Key: "sent"} }

func main() {
	ctx := context.TODO()
	c := s3.New(s3.Options{})
	local, kept := "local", "kept"
	flag.StringVar(&local, "b", "local", "")
	cf := defaults()
	cf.S3.Prefix = "p/"
	cf.load(nil)
	fx := &fixed{Bucket: "fixed"}
	json.NewEncoder(os.Stdout).Encode(fx)
	o, _ := read(nil)
	cmd := &cobra.Command{RunE: func(cmd *cobra.Command, args []string) error {
		c.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &local})
		c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &kept})
		k := cf.S3.Prefix + "key"
		c.PutObject(ctx, &s3.PutObjectInput{Bucket: &cf.Bucket, Key: &k})
		c.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &name, Key: &kept})
		c.ListObjects(ctx, &s3.ListObjectsInput{Bucket: &fx.Bucket})
		c.GetBucketAcl(ctx, &s3.GetBucketAclInput{Bucket: &o.Bucket})
		return nil
	}}
	cmd.Flags().StringVarP(&name, "name", "n", "dflt", "")
	in := &s3.GetBucketTaggingInput{}
	in.Bucket = &kept
	func() { c.GetBucketTagging(ctx, in) }()
	cmd.Execute()
}

// read by something that is not in this project
type spec struct {
	Role string `json:"role"`
}

type plain struct{ Role string }

func sample() (*spec, *plain) { return &spec{Role: "sample"}, &plain{Role: "plain"} }

func apply(ctx context.Context, c *iam.Client, s map[string]*spec, p map[string]*plain) {
	c.GetRole(ctx, &iam.GetRoleInput{RoleName: &s["x"].Role})
	c.GetRole(ctx, &iam.GetRoleInput{RoleName: &p["x"].Role})
}
