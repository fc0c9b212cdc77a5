import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rds.RdsAsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class Reports {
    private static final String BUCKET = "reports";
    private final S3Client s3;

    Reports(S3Client s3) {
        this.s3 = s3;
    }

    static PutObjectRequest request(String key) {
        return PutObjectRequest.builder().bucket(BUCKET).key(key).build();
    }

    void run(RdsAsyncClient rds, Object any) {
        S3Client here = S3Client.builder().region(Region.US_EAST_1).build();
        here.putObject(request("in/" + "a.txt"), null);
        here.getObject(b -> b.bucket("x").key(String.format("%s/y", System.getenv("WHO"))));
        PutObjectRequest.Builder step = PutObjectRequest.builder();
        step.bucket("steps");
        step.key("k");
        s3.putObject(step.build(), null);
        s3.listObjectsV2Paginator(r -> {
            r.bucket("pages");
            r.prefix("p/");
        });
        s3.waiter().waitUntilBucketExists(HeadBucketRequest.builder().bucket("waited").build());
        rds.describeDBInstances(d -> d.dbInstanceIdentifier("main"));
        if (any instanceof DynamoDbClient table)
            table.getItem(g -> g.tableName("T"));
        any.toString();
    }
}
