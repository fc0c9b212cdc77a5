package cmd

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation"
	"github.com/spf13/cobra"
)

type stacksOptions struct {
	name string
	wait bool
}

func newStacksCmd() *cobra.Command {
	o := &stacksOptions{}
	c := &cobra.Command{Use: "rm", RunE: o.run}
	c.Flags().StringVar(&o.name, "name", "", "stack")
	return c
}

func (o *stacksOptions) run(cmd *cobra.Command, _ []string) error {
	cf := cloudformation.NewFromConfig(cfg)
	if _, err := cf.DeleteStack(cmd.Context(), &cloudformation.DeleteStackInput{StackName: aws.String("team-" + o.name)}); err != nil {
		return err
	}
	if !o.wait {
		return nil
	}
	return cloudformation.NewStackDeleteCompleteWaiter(cf).Wait(cmd.Context(), &cloudformation.DescribeStacksInput{StackName: aws.String("team-" + o.name)}, 10*time.Minute)
}
