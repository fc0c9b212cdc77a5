package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

const queueURL = "https://sqs.eu-west-1.amazonaws.com/123456789012/thumbs"

type job struct {
	Bucket, Key string
	handle      *string
}

type worker struct {
	id   int
	s3   *s3.Client
	sqs  *sqs.Client
	jobs <-chan job
	done chan<- *string
}

func (w *worker) run(ctx context.Context, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case j, ok := <-w.jobs:
			if !ok {
				return
			}
			if err := w.one(ctx, j); err != nil {
				log.Printf("worker %d: %v", w.id, err)
				w.sqs.ChangeMessageVisibility(ctx, &sqs.ChangeMessageVisibilityInput{QueueUrl: aws.String(queueURL), ReceiptHandle: j.handle})
				continue
			}
			w.done <- j.handle
		case <-ctx.Done():
			return
		}
	}
}

func (w *worker) one(ctx context.Context, j job) error {
	obj, err := w.s3.GetObject(ctx, &s3.GetObjectInput{Bucket: &j.Bucket, Key: &j.Key})
	if err != nil {
		return err
	}
	defer obj.Body.Close()
	_, err = w.s3.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("thumbs"), Key: aws.String("t/" + j.Key), Body: obj.Body})
	return err
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	jobs, done := make(chan job), make(chan *string, 10)
	q, st := sqs.NewFromConfig(cfg), s3.NewFromConfig(cfg)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go (&worker{id: i, s3: st, sqs: q, jobs: jobs, done: done}).run(ctx, &wg)
	}
	go func() {
		for h := range done {
			if _, err := q.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: aws.String(queueURL), ReceiptHandle: h}); err != nil {
				log.Print(err)
			}
		}
	}()
	for ctx.Err() == nil {
		out, err := q.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{
			QueueUrl: aws.String(queueURL), WaitTimeSeconds: 20,
			MessageSystemAttributeNames: []sqstypes.MessageSystemAttributeName{sqstypes.MessageSystemAttributeNameAll},
		})
		if err != nil {
			break
		}
		for _, m := range out.Messages {
			var j job
			if json.Unmarshal([]byte(*m.Body), &j) == nil {
				j.handle = m.ReceiptHandle
				jobs <- j
			}
		}
	}
	close(jobs)
	wg.Wait()
}
