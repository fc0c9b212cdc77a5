module shop.internal/orders

go 1.22
