package awsutil

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
	"github.com/aws/aws-sdk-go-v2/service/route53"
)

// Ptr is aws.String by another name.
func Ptr[T any](v T) *T { return &v }

func PtrOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

type clientFn func() *cloudfront.Client

var CloudFront clientFn = func() *cloudfront.Client { return cloudfront.NewFromConfig(MustConfig()) }

func MustConfig(opts ...func(*config.LoadOptions) error) aws.Config {
	cfg, err := config.LoadDefaultConfig(context.Background(), opts...)
	if err != nil {
		panic(fmt.Sprintf("aws: %v", err))
	}
	return cfg
}

func Invalidate(ctx context.Context, dist string, paths ...string) error {
	n := int32(len(paths))
	_, err := CloudFront().CreateInvalidation(ctx, &cloudfront.CreateInvalidationInput{
		DistributionId:    PtrOrNil(dist),
		InvalidationBatch: &types.InvalidationBatch{CallerReference: Ptr("x"), Paths: &types.Paths{Quantity: &n, Items: paths}},
	})
	return err
}

func Zones(ctx context.Context) ([]string, error) {
	c := route53.NewFromConfig(MustConfig(config.WithRegion("us-east-1")))
	var out []string
	for p := route53.NewListHostedZonesPaginator(c, &route53.ListHostedZonesInput{}); p.HasMorePages(); {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, z := range page.HostedZones {
			out = append(out, aws.ToString(z.Name))
		}
	}
	return out, nil
}
