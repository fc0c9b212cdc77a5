package main

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	ssmtypes "github.com/aws/aws-sdk-go-v2/service/ssm/types"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
)

const enc = types.ServerSideEncryptionAes256

func put(ctx context.Context, c *s3.Client, p *ssm.Client, old *s3v1.S3) {
	c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("k"), ServerSideEncryption: enc})
	c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("k"), ServerSideEncryption: types.ServerSideEncryption("aws:fsx")})
	c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("k"), ServerSideEncryption: "AES256"})
	p.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String("/a"), Type: ssmtypes.ParameterTypeString})
	p.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String("/a"), Type: ssmtypes.ParameterTypeSecureString})
	old.PutObject(&s3v1.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("v1"), ServerSideEncryption: aws.String(s3v1.ServerSideEncryptionAwsKms)})
	old.PutObject(&s3v1.PutObjectInput{Bucket: aws.String("b"), Key: aws.String("v1"), ServerSideEncryption: aws.String(s3v1.ServerSideEncryptionAes256)})
	kind := ssmtypes.ParameterTypeStringList
	p.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String("/c"), Type: kind, Tier: ssmtypes.ParameterTierAdvanced})
}
