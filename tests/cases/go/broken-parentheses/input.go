package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

/*
#include <stdio.h>
*/
import "C"

func first(c *s3.Client) {
	r := 'x'; if r == '"' || r == '\'' { return }
	s := `raw " ' \ ` + "q\"`"
	_ = s
	c.PutBucketTagging(context.TODO(), &s3.PutBucketTaggingInput{Bucket: aws.String("brk")})
	x := (

func second(c *s3.Client) {
	c.DeleteBucketPolicy(context.TODO(), &s3.DeleteBucketPolicyInput{Bucket: aws.String("brk")})
}

<<<<<<< HEAD
func third(c *s3.Client) { c.GetBucketAcl(context.TODO(), &s3.GetBucketAclInput{Bucket: aws.String("brk")}) }
=======
func third(c *s3.Client) { c.GetBucketPolicy(context.TODO(), &s3.GetBucketPolicyInput{Bucket: aws.String("brk")}) }
>>>>>>> x
func fourth[T interface{ ~int | ~string }](c *s3.Client, m map[string]struct{ A []func() (int, error) }) (n int, err error) {
	if v, ok := m["x"]; ok { for _, f := range v.A { f() } }
	for i := range 10 { _ = i }
	_, err = c.GetBucketLocation(context.TODO(), &s3.GetBucketLocationInput{Bucket: aws.String("brk")})
	return
