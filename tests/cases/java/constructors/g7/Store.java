package g7;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.core.sync.RequestBody;
public class Store {
    private final S3Client s3; private final String bucket; private final String prefix;
    public Store(String bucket) { this(S3Client.create(), bucket, "in/"); }
    public Store(S3Client s3, String bucket, String prefix) { this.s3 = s3; this.bucket = bucket; this.prefix = prefix; }
    public Store(String bucket, String prefix) { this(S3Client.create(), bucket, prefix); }
    public void put(String k) { s3.putObject(b -> b.bucket(bucket).key(prefix + k), RequestBody.empty()); }
    public byte[] get(String k) { return s3.getObjectAsBytes(b -> b.bucket(bucket).key(prefix + k)).asByteArray(); }
}
