//go:build local

package store

import "context"

type dir string

func open(context.Context) (backend, error) { return dir("/tmp"), nil }

func (d dir) get(ctx context.Context, k string) error { return nil }
