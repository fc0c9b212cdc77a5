package store

func TestX(t *testing.T) { NewBlob(nil, "test-bucket").Write(nil, "testkey", nil) }
