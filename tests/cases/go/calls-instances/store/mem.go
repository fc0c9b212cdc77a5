package store

import "context"

type Mem map[string][]byte

func (m Mem) Put(_ context.Context, n string, d []byte) error    { m[n] = d; return nil }
func (m Mem) Get(_ context.Context, n string) ([]byte, error)    { return m[n], nil }
func (m Mem) Delete(_ context.Context, n string) error           { delete(m, n); return nil }
