package demo;

import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/* A variable that has the name of its own type, twice in it: what it may be doubles with every step. */
class Names {
    void run(S3Client s3) {
        Map<String, Map<String, String>> String = Map.of("a", Map.of("b", "c"));
        String x = "reports";
        for (String y : x.split(",")) {
            s3.deleteBucket(b -> b.bucket(x));
            s3.listObjectsV2(b -> b.bucket(y));
            s3.headBucket(b -> b.bucket(String.get("a").get("b")));
        }
    }
}
