package main

import (
	"context"
	"os"

	u "corp.example/web/internal/awsutil"
)

const distribution = "E2QWRUHAPOMQZL"

func main() {
	if err := u.Invalidate(context.TODO(), distribution, os.Args[1:]...); err != nil {
		os.Exit(1)
	}
	if z, err := u.Zones(context.TODO()); err == nil {
		println(len(z))
	}
}
