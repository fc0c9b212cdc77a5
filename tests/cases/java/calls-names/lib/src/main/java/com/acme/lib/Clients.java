package com.acme.lib;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
public class Clients {
    public static final S3Client S3 = S3Client.create();
    private static DynamoDbClient ddb;
    public static synchronized DynamoDbClient dynamo() { if (ddb == null) { ddb = DynamoDbClient.builder().build(); } return ddb; }
    public static class Holder { public static final S3Client INSTANCE = S3Client.create(); }
    private static final Clients SELF = new Clients();
    private final S3Client inner = S3Client.create();
    public static Clients getInstance() { return SELF; }
    public S3Client getS3() { return inner; }
}
