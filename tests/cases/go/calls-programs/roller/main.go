package main

import (
	"context"

	"platform.dev/roller/clients"
	"platform.dev/roller/ops"
)

func main() {
	set, err := clients.Default(context.Background())
	if err != nil {
		panic(err)
	}
	if err := (ops.Roller{Set: set, Cluster: "blue"}).Roll(context.Background()); err != nil {
		panic(err)
	}
}
