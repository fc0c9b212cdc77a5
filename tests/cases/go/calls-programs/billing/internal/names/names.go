package names

const (
	Prefix  = "acme"
	Invoice = Prefix + "-invoices"
)

var Archive = Prefix + "-archive"

const Table, Queue = Prefix + "_ledger", "https://sqs.eu-west-1.amazonaws.com/123456789012/billing"
