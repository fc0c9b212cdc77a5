import software.amazon.awssdk.enhanced.dynamodb.*;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

class Helpers {
    void run(DynamoDbEnhancedClient enhanced, S3TransferManager transfer) {
        DynamoDbTable<Object> table = enhanced.table("People", null);
        table.putItem(new Object());
        table.index("by-age").query(q -> q.limit(1));
        S3Presigner presigner = S3Presigner.create();
        presigner.presignGetObject(GetObjectPresignRequest.builder().getObjectRequest(g -> g.bucket("b").key("k")).build());
        transfer.downloadFile(d -> d.getObjectRequest(g -> g.bucket("big").key("k")));
        StsAssumeRoleCredentialsProvider.builder()
                .refreshRequest(r -> r.roleArn("arn:aws:iam::123456789012:role/deploy").roleSessionName("s"))
                .build();
    }
}
