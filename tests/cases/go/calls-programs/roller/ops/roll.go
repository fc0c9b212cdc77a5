package ops

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	sd "github.com/aws/aws-sdk-go-v2/service/servicediscovery"

	"platform.dev/roller/clients"
)

type Roller struct {
	*clients.Set
	Cluster string
}

func (r Roller) Roll(ctx context.Context) error {
	pages := ecs.NewListServicesPaginator(r.ECS, &ecs.ListServicesInput{Cluster: aws.String(r.Cluster)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return fmt.Errorf("list: %w", err)
		}
		for _, arn := range page.ServiceArns {
			name := arn[strings.LastIndex(arn, "/")+1:]
			if _, err := r.ECS.UpdateService(ctx, &ecs.UpdateServiceInput{Cluster: &r.Cluster, Service: aws.String(name), ForceNewDeployment: true}); err != nil {
				return err
			}
		}
	}
	role := fmt.Sprintf("%s-task", r.Cluster)
	if out, err := r.IAM.GetRole(ctx, &iam.GetRoleInput{RoleName: &role}); err == nil {
		_, err = r.IAM.AttachRolePolicy(ctx, &iam.AttachRolePolicyInput{RoleName: out.Role.RoleName, PolicyArn: aws.String("arn:aws:iam::aws:policy/ReadOnlyAccess")})
		if err != nil {
			return err
		}
	}
	_, err := r.Discovery().DeregisterInstance(ctx, &sd.DeregisterInstanceInput{ServiceId: aws.String("srv-abc"), InstanceId: aws.String("i-1")})
	return err
}
