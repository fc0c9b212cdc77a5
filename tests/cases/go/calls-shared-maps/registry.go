package pool

import "github.com/aws/aws-sdk-go-v2/service/sns"

var (
	topics  = map[string]string{}
	senders = make(map[string]*sns.Client)
)

func register(name string, c *sns.Client, arn string) {
	senders[name] = c
	topics[name] = arn
}
