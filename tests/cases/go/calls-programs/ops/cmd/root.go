package cmd

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/spf13/cobra"
)

var (
	cfg     aws.Config
	profile string
	rootCmd = &cobra.Command{
		Use: "ops",
		PersistentPreRunE: func(cmd *cobra.Command, args []string) (err error) {
			cfg, err = config.LoadDefaultConfig(cmd.Context(), config.WithSharedConfigProfile(profile))
			return err
		},
		SilenceUsage: true,
	}
)

func init() {
	rootCmd.PersistentFlags().StringVarP(&profile, "profile", "p", "", "")
	rootCmd.AddCommand(logsCmd, newStacksCmd())
}

func Execute() {
	if err := rootCmd.ExecuteContext(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
