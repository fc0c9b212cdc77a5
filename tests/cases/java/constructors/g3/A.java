package g3;
import software.amazon.awssdk.services.s3.S3Client;
abstract class Base { protected final S3Client s3; private final String b; Base(S3Client s, String b) { this.s3 = s; this.b = b; } void del() { s3.deleteBucket(x -> x.bucket(b)); } }
class One extends Base { One() { super(S3Client.create(), "one"); } }
class Two extends Base { Two() { super(S3Client.create(), "two"); } }
