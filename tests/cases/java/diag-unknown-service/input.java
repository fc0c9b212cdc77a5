import com.amazonaws.services.opsworks.AWSOpsWorks;
import com.amazonaws.services.opsworks.model.DescribeStacksRequest;
import software.amazon.awssdk.services.lookoutvision.LookoutVisionClient;
import software.amazon.awssdk.services.lookoutvision.model.*;
import software.amazon.awssdk.services.s3.S3Client;

/* Services that the data does not have: said once a file and package. */
class Unknown {
    void list(LookoutVisionClient vision, AWSOpsWorks works, S3Client s3) {
        vision.listProjects(r -> r.maxResults(5));
        works.describeStacks(new DescribeStacksRequest());
        s3.listBuckets();
    }
}
