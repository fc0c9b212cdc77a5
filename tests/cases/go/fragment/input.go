cfg, err := config.LoadDefaultConfig(ctx)
if err != nil {
	log.Fatal(err)
}
client := s3.NewFromConfig(cfg)
client.PutObject(ctx, &s3.PutObjectInput{Bucket: &bucket})
