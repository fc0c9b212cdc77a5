module example.io/ops
