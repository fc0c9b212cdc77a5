package services

import (
	"context"
	"fmt"

	"shop.internal/orders/internal/core/domain"
	"shop.internal/orders/internal/core/ports"
)

type OrderService struct {
	repo ports.OrderRepository
	bus  ports.EventBus
}

func NewOrderService(repo ports.OrderRepository, bus ports.EventBus) *OrderService {
	return &OrderService{repo: repo, bus: bus}
}

func (s *OrderService) Place(ctx context.Context, o *domain.Order) error {
	if err := s.repo.Save(ctx, o); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return s.bus.Publish(ctx, "orders", o)
}
