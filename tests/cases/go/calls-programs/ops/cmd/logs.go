package cmd

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/spf13/cobra"
)

var logsCmd = &cobra.Command{
	Use:  "logs",
	Args: cobra.ExactArgs(1),
	RunE: func(cmd *cobra.Command, args []string) error {
		client := cloudwatchlogs.NewFromConfig(cfg)
		since, _ := cmd.Flags().GetInt64("since")
		p := cloudwatchlogs.NewFilterLogEventsPaginator(client, &cloudwatchlogs.FilterLogEventsInput{
			LogGroupName: aws.String("/aws/lambda/" + args[0]),
			StartTime:    &since,
		})
		for p.HasMorePages() {
			page, err := p.NextPage(cmd.Context())
			if err != nil {
				return err
			}
			for _, e := range page.Events {
				fmt.Println(aws.ToString(e.Message))
			}
		}
		return nil
	},
}
