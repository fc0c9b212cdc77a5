package app

import (
	"context"
	"database/sql"

	"cloud.google.com/go/storage"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/minio/minio-go/v7"
	"github.com/nats-io/nats.go"
)

type Bus struct{ subs map[string]func() }

func (b *Bus) Publish(ctx context.Context, topic string)   {}
func (b *Bus) Subscribe(ctx context.Context, topic string) {}
func (b *Bus) GetObject(name string) *s3.Client            { return nil }

type Repo interface {
	ListUsers(ctx context.Context) ([]string, error)
	Query(q string) error
}

type Cache struct{ *sql.DB }

func run(ctx context.Context, db *sql.DB, repo Repo, unknown interface{ DeleteItem(string) }) {
	rows, err := db.Query("select 1")
	for rows.Next() {
		rows.Scan(&err)
	}
	m, _ := minio.New("x", &minio.Options{})
	m.PutObject(ctx, "bucket", "key", nil, 0, minio.PutObjectOptions{})
	m.ListObjects(ctx, "bucket", minio.ListObjectsOptions{})
	m.ListBuckets(ctx)
	g, _ := storage.NewClient(ctx)
	g.Bucket("b").Object("o").Delete(ctx)
	bus := &Bus{}
	bus.Publish(ctx, "t")
	bus.Subscribe(ctx, "t")
	bus.GetObject("x")
	nc, _ := nats.Connect("x")
	nc.Publish("subj", nil)
	repo.ListUsers(ctx)
	repo.Query("q")
	unknown.DeleteItem("x")
	c := Cache{}
	c.Query("q")
	var any interface{}
	any.(Repo).ListUsers(ctx)
	for _, h := range handlers {
		h.Publish(ctx, "x")
	}
	ListBuckets(ctx)
}

func ListBuckets(ctx context.Context) {}
