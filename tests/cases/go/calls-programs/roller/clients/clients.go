// Package clients hands out AWS clients.
package clients

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/servicediscovery"
)

type Set struct {
	ECS ECS
	IAM interface {
		AttachRolePolicy(ctx context.Context, params *iam.AttachRolePolicyInput, optFns ...func(*iam.Options)) (*iam.AttachRolePolicyOutput, error)
		GetRole(ctx context.Context, params *iam.GetRoleInput, optFns ...func(*iam.Options)) (*iam.GetRoleOutput, error)
	}
	discovery *servicediscovery.Client
}

type ECS interface {
	ecs.ListServicesAPIClient
	UpdateService(ctx context.Context, params *ecs.UpdateServiceInput, optFns ...func(*ecs.Options)) (*ecs.UpdateServiceOutput, error)
}

func (s *Set) Discovery() *servicediscovery.Client { return s.discovery }

func Default(ctx context.Context) (*Set, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return &Set{ECS: ecs.NewFromConfig(cfg), IAM: iam.NewFromConfig(cfg), discovery: servicediscovery.NewFromConfig(cfg)}, nil
}
