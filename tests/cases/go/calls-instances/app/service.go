package app

import (
	"context"
	"encoding/json"

	"git.example.com/team/docs/store"
)

type Service struct{ docs, thumbs store.Blob }

func New(docs, thumbs store.Blob) *Service { return &Service{docs, thumbs} }

func (s *Service) Save(ctx context.Context, id string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return s.docs.Put(ctx, id+".json", b)
}
func (s *Service) Thumb(ctx context.Context, id string) ([]byte, error) {
	return s.thumbs.Get(ctx, id+".png")
}
