package app.config;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

public final class Clients {
    private static final S3Client OBJECTS = S3Client.create();

    public static SqsClient queue() {
        return SqsClient.create();
    }

    public static S3Client objects() {
        return OBJECTS;
    }
}
