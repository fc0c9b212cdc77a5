package store

import "context"

type backend interface {
	get(ctx context.Context, key string) error
}

func bucketName() string { return "tagged-" + stage }

const stage = "live"

type Store struct{ b backend }

func Open(ctx context.Context) (*Store, error) {
	b, err := open(ctx)
	if err != nil {
		return nil, err
	}
	return &Store{b}, nil
}

func (s *Store) Config(ctx context.Context) error { return s.b.get(ctx, "config.json") }
func (s *Store) Blob(ctx context.Context, id string) error { return s.b.get(ctx, "blobs/"+id) }
