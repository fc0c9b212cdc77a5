package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.com/acme/shop/internal/names"
	st "example.com/acme/shop/internal/store"
)

type server struct {
	blob st.Blob
	repo *st.Repo
	q    *sqs.Client
}

func (s *server) handle(w http.ResponseWriter, r *http.Request) {
	s.blob.Write(r.Context(), "today.json", nil)
	s.repo.Find(r.Context())
	url := string(names.Jobs)
	s.q.SendMessage(r.Context(), &sqs.SendMessageInput{QueueUrl: &url})
	s.q.DeleteQueue(r.Context(), &sqs.DeleteQueueInput{QueueUrl: ptr(os.Getenv("QUEUE"))})
}

func ptr(s string) *string { return &s }

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background(), config.WithRegion("eu-west-1"))
	if err != nil {
		log.Fatal(err)
	}
	repo, err := st.NewRepo(&st.Clients{S3: s3.NewFromConfig(cfg), DB: dynamodb.NewFromConfig(cfg)})
	s := &server{blob: st.NewBlob(s3.NewFromConfig(cfg), names.Bucket), repo: repo, q: sqs.NewFromConfig(cfg)}
	http.HandleFunc("/", s.handle)
}
