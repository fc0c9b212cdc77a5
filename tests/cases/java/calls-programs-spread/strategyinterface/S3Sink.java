package strategyinterface;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
public class S3Sink implements Sink {
    private final S3Client s3; private final String bucket;
    public S3Sink(S3Client s3, String bucket) { this.s3 = s3; this.bucket = bucket; }
    @Override public void write(String key, byte[] data) { s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(data)); }
}
