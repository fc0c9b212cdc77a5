package names

import "fmt"

const (
	Env    = "prod"
	Bucket = "acme-" + Env
)

var Table = fmt.Sprintf("%s-orders", Env)

const (
	A = iota
	B
)

type Queue string

const Jobs Queue = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"
