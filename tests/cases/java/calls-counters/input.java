// Sums of numbers are not texts put together: which number it is stays open
import software.amazon.awssdk.services.s3.S3Client;

class Parts {
    void all(S3Client c) {
        for (int i = 0; i < 5; i++) {
            String key = "part/" + i + "/x";
            c.getObject(b -> b.bucket("loop").key(key));
        }
    }
}
