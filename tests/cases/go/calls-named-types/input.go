package a

import (
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type kind int

const (
	one kind = iota
	two
)

const dev = "dev-key"

type byKind map[kind]string
type byName map[string]string
type names []string
type name string

func (b byKind) get(k kind) string   { return b[k] }
func (b byName) get(k string) string { return "x-" + b[k] }
func (n names) first() string        { return n[0] }
func (n name) bucket() string        { return "b-" + string(n) }

var ks = byKind{one: "bucket-one", two: "bucket-two"}
var ns = byName{dev: "bucket-dev", "prod": "bucket-prod"}
var ls = names{"l-one", "l-two"}

func f(c *s3.Client, k kind, s string) {
	a, b, d, e, g := ks.get(k), ns.get(s), ls.first(), name("n").bucket(), ns.get("prod")
	c.DeleteBucket(nil, &s3.DeleteBucketInput{Bucket: &a})
	c.DeleteBucket(nil, &s3.DeleteBucketInput{Bucket: &b})
	c.DeleteBucket(nil, &s3.DeleteBucketInput{Bucket: &d})
	c.DeleteBucket(nil, &s3.DeleteBucketInput{Bucket: &e})
	c.DeleteBucket(nil, &s3.DeleteBucketInput{Bucket: &g})
	for _, n := range ls {
		c.CreateBucket(nil, &s3.CreateBucketInput{Bucket: &n})
	}
}
