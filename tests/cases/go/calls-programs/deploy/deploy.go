package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

type Deployer struct {
	lambda *lambda.Client
	ec2    *ec2.Client
	role   string
}

func (d *Deployer) Create(ctx context.Context, name string) error {
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	f, err := zw.Create("bootstrap")
	if err != nil {
		return err
	}
	fmt.Fprint(f, "x")
	zw.Close()
	_, err = d.lambda.CreateFunction(ctx, &lambda.CreateFunctionInput{
		FunctionName: aws.String(name),
		Role:         aws.String(d.role),
		Runtime:      types.RuntimeProvidedal2023,
		Handler:      aws.String("bootstrap"),
		Code:         &types.FunctionCode{ZipFile: buf.Bytes()},
		Tags:         map[string]string{"team": "core"},
	})
	return err
}

func (d *Deployer) Box(ctx context.Context) (string, error) {
	out, err := d.ec2.RunInstances(ctx, &ec2.RunInstancesInput{
		ImageId: aws.String("ami-0abcdef1234567890"), MinCount: aws.Int32(1), MaxCount: aws.Int32(1),
		IamInstanceProfile: &ec2types.IamInstanceProfileSpecification{Name: aws.String("box")},
		SubnetId: aws.String("subnet-0a1b2c3d"),
	})
	if err != nil {
		return "", err
	}
	return *out.Instances[0].InstanceId, nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	d := &Deployer{lambda: lambda.NewFromConfig(cfg), ec2: ec2.NewFromConfig(cfg), role: "arn:aws:iam::123456789012:role/fn"}
	if err := d.Create(ctx, "edge-"+os.Args[1]); err != nil {
		panic(err)
	}
	d.Box(ctx)
}
