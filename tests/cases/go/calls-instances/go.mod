module git.example.com/team/docs

go 1.23

require github.com/aws/aws-sdk-go-v2 v1.36.0
