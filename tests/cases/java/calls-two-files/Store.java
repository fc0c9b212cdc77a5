package app;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class Store {
    private final S3Client client;

    Store(S3Client client) {
        this.client = client;
    }

    void save(String name) {
        PutObjectRequest.Builder b = PutObjectRequest.builder().bucket("stored");
        b.key("in/" + name);
        client.putObject(b.build(), RequestBody.empty());
    }
}
