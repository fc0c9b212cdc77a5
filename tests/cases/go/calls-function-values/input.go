// Functions that are kept as values: whoever has the value calls them with what nobody here sees.
package main

import (
	"context"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"os"
)

var c *s3.Client

func alias(b string) {
	c.GetObject(context.TODO(), &s3.GetObjectInput{Bucket: aws.String(b), Key: aws.String("alias")})
}
func table(b string) {
	c.GetObject(context.TODO(), &s3.GetObjectInput{Bucket: aws.String(b), Key: aws.String("table")})
}
func ret(b string) {
	c.GetObject(context.TODO(), &s3.GetObjectInput{Bucket: aws.String(b), Key: aws.String("ret")})
}
func choose() func(string) { return ret }

type W struct{ fn func(string) }

func (w W) run() { w.fn("other") }
func kept(b string) {
	c.GetObject(context.TODO(), &s3.GetObjectInput{Bucket: aws.String(b), Key: aws.String("kept")})
}
func main() {
	f := alias
	f("other")
	alias("direct")
	t := map[string]func(string){"x": table}
	t[os.Args[1]]("other")
	table("direct")
	choose()("other")
	ret("direct")
	W{fn: kept}.run()
	kept("direct")
}
