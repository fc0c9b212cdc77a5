package g5;
import software.amazon.awssdk.services.s3.S3Client;
import com.amazonaws.services.s3.*;
abstract class Base { protected final AmazonS3 s3; private final String b; Base(AmazonS3 s, String b) { this.s3 = s; this.b = b; } void del() { s3.deleteBucket(b); } }
class One extends Base { One() { super(AmazonS3ClientBuilder.defaultClient(), "one"); } 
  static void main() { new One().del(); } }
