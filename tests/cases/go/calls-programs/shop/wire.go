//go:build wireinject

package main

import (
	"context"

	"github.com/google/wire"
)

func InitializeServer(ctx context.Context) (*Server, func(), error) {
	wire.Build(provideAWS, provideSettings, provideEventBridge, NewPublisher, provideSFN, wire.Struct(new(Starter), "*"), NewServer)
	return nil, nil, nil
}
