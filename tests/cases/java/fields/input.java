class Fields {
    static final String BUCKET = "reports", PREFIX = BUCKET + "/in";
    private volatile S3Client s3 = S3Client.builder().region(Region.of("eu-west-1")).build();
    final String[] names = {"a", BUCKET, }, more[] = {{"b"}, {}};
    int n, m = 1;
    Supplier<S3Client> lazy = () -> s3;
    Object o = new Object() { String x = y(); };
}
