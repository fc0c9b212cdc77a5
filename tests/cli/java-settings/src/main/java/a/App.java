package a;

import org.springframework.beans.factory.annotation.Value;
import software.amazon.awssdk.services.s3.S3Client;

class App {
    private final S3Client s3 = S3Client.create();
    @Value("${app.bucket-name:unused}") private String bucket;
    @Value("${app.open:default}") private String open;

    void run() {
        s3.deleteBucket(b -> b.bucket(bucket));
        s3.headBucket(b -> b.bucket(open));
    }
}
