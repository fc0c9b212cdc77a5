import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.FrobnicateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetUrlRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;

/* An operation that the data does not have, by its request: said, and left out. GetUrlRequest is of no operation. */
class Frob {
    Object frob(S3Client s3) {
        s3.frobnicateBucket(FrobnicateBucketRequest.builder().bucket("x").build());
        s3.listBuckets(ListBucketsRequest.builder().build());
        RunInstancesRequest unused = RunInstancesRequest.builder().build();
        return s3.utilities().getUrl(GetUrlRequest.builder().bucket("x").key("y").build());
    }
}
