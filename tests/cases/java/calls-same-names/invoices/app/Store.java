package app;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.core.sync.RequestBody;

class Store {
    private final S3Client s3 = S3Client.create();

    void put(String text) {
        s3.putObject(PutObjectRequest.builder().bucket(Names.BUCKET).key("invoices.txt").build(), RequestBody.fromString(text));
    }
}
