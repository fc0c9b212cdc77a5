package domain

type Order struct {
	ID    string `dynamodbav:"pk"`
	Total int
}
