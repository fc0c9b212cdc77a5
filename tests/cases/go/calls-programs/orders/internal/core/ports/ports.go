package ports

import (
	"context"

	"shop.internal/orders/internal/core/domain"
)

type OrderRepository interface {
	Save(ctx context.Context, o *domain.Order) error
	ByID(ctx context.Context, id string) (*domain.Order, error)
}
type EventBus interface {
	Publish(ctx context.Context, topic string, v any) error
}
