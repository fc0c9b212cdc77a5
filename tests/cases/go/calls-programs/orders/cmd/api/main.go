package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sns"

	"shop.internal/orders/internal/adapters/dynamo"
	"shop.internal/orders/internal/adapters/snsbus"
	"shop.internal/orders/internal/core/domain"
	"shop.internal/orders/internal/core/services"
)

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background(), config.WithRegion("eu-west-1"))
	if err != nil {
		slog.Error("config", "err", err)
		os.Exit(1)
	}
	repo := dynamo.Repo{Client: dynamodb.NewFromConfig(cfg), TableName: "orders-v2"}
	svc := services.NewOrderService(repo, snsbus.New(sns.NewFromConfig(cfg), "eu-west-1", "123456789012"))
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		if err := svc.Place(r.Context(), &domain.Order{ID: r.FormValue("id")}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	http.ListenAndServe(":8080", nil)
}
