// Functions that are handed to other functions of the project: called with what those give them, besides what calls them by name.
package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

func get(bucket, key string) {
	client.GetObject(context.TODO(), &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
}

func retry(fn func(string), x string) { fn(x) }

func work(bucket string) {
	client.DeleteObject(context.TODO(), &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String("retry")})
}

func outer(fn func(string), x string) { retry(fn, x) } // handed on

func twice(bucket string) {
	client.DeleteObject(context.TODO(), &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String("outer")})
}

var hooks []func(string)

func register(fn func(string)) { hooks = append(hooks, fn) } // kept: nobody sees what it is called with

func hook(bucket string) {
	client.DeleteObject(context.TODO(), &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String("register")})
}

func main() {
	retry(work, "handed")
	work("named")
	retry(func(name string) { get(name, "func") }, "by-func")
	outer(twice, "handed")
	twice("named")
	register(hook)
	hook("named")
}
