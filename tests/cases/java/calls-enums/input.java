import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
enum Buckets {
    REPORTS("reports"), LOGS("logs");
    private final String bucketName;
    Buckets(String bucketName) { this.bucketName = bucketName; }
    public String bucketName() { return bucketName; }
    public String getBucketName() { return bucketName; }
}
enum Table { USERS, ORDERS; String table() { return name().toLowerCase(); } }
enum Plain { alpha, beta }
class A {
    S3Client s3 = S3Client.create();
    DynamoDbClient ddb = DynamoDbClient.create();
    void run(Buckets any) {
        s3.headBucket(b -> b.bucket(Buckets.REPORTS.bucketName()));
        s3.headBucket(b -> b.bucket(Buckets.LOGS.getBucketName()));
        s3.headBucket(b -> b.bucket(Buckets.LOGS.bucketName));
        s3.headBucket(b -> b.bucket(any.getBucketName()));
        ddb.scan(b -> b.tableName(Table.USERS.name()));
        ddb.scan(b -> b.tableName(Table.ORDERS.table()));
        s3.headBucket(b -> b.bucket(Plain.alpha.toString()));
        for (Buckets k : Buckets.values()) s3.createBucket(b -> b.bucket(k.getBucketName()));
        String t = switch (any) { case REPORTS -> "r"; case LOGS -> { yield "l"; } };
        s3.createBucket(b -> b.bucket(t));
    }
}
