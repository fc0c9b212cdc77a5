import java.nio.file.*;
import java.util.*;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.*;
import software.amazon.awssdk.core.sync.*;
import software.amazon.awssdk.enhanced.dynamodb.*;
import software.amazon.awssdk.enhanced.dynamodb.model.*;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.s3.*;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.s3.presigner.*;
import software.amazon.awssdk.services.s3.presigner.model.*;
import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.sqs.batchmanager.*;
import software.amazon.awssdk.services.rds.*;
import software.amazon.awssdk.services.sts.*;
import software.amazon.awssdk.services.sts.auth.*;
import software.amazon.awssdk.transfer.s3.*;
import software.amazon.awssdk.transfer.s3.model.*;
import software.amazon.awssdk.services.ec2.*;
import software.amazon.awssdk.services.ec2.waiters.*;
import software.amazon.awssdk.services.lambda.LambdaClient;

class A {
    final S3Client s3 = S3Client.create();
    final SqsClient sqs = SqsClient.create();
    void run() {
        s3.getObject(b -> b.bucket("x").key("y"));
        s3.getObject(GetObjectRequest.builder().bucket("x").key("y").versionId("v").build(), ResponseTransformer.toFile(Path.of("f")));
        GetObjectRequest.Builder gb = GetObjectRequest.builder(); gb.bucket("x"); gb.key("z"); s3.getObject(gb.build());
        s3.putObject(request("k"), RequestBody.fromString("x"));
        PutObjectRequest base = request("k2"); s3.putObject(base.toBuilder().key("k3").tagging("a=b").build(), RequestBody.empty());
        s3.putObject(b -> fill(b), RequestBody.empty());
        s3.putObject(this::fill, RequestBody.empty());
        s3.listObjectsV2Paginator(r -> r.bucket("x").prefix("p/")).stream().forEach(p -> {});
        s3.waiter().waitUntilBucketExists(b -> b.bucket("x"));
        try (Ec2Waiter w = Ec2Waiter.create()) { w.waitUntilInstanceRunning(b -> b.instanceIds("i-1")); }
        S3Presigner ps = S3Presigner.create();
        ps.presignGetObject(b -> b.signatureDuration(Duration.ofMinutes(1)).getObjectRequest(g -> g.bucket("x").key("y")));
        ps.presignPutObject(PutObjectPresignRequest.builder().signatureDuration(Duration.ofMinutes(1)).putObjectRequest(PutObjectRequest.builder().bucket("x").key("u").build()).build());
        ps.presignUploadPart(b -> b.uploadPartRequest(p -> p.bucket("x").key("q").uploadId("1")));
        ps.presignDeleteObject(b -> b.deleteObjectRequest(p -> p.bucket("x").key("q")));
        S3TransferManager tm = S3TransferManager.builder().s3Client(S3AsyncClient.crtCreate()).build();
        tm.uploadFile(b -> b.putObjectRequest(p -> p.bucket("x").key("t")).source(Path.of("f"))).completionFuture().join();
        tm.downloadDirectory(DownloadDirectoryRequest.builder().bucket("x").destination(Path.of("d")).listObjectsV2RequestTransformer(l -> l.prefix("p")).build());
        tm.copy(b -> b.copyObjectRequest(c -> c.sourceBucket("s").sourceKey("k").destinationBucket("d").destinationKey("k2")));
        DynamoDbEnhancedClient en = DynamoDbEnhancedClient.builder().dynamoDbClient(DynamoDbClient.create()).build();
        DynamoDbTable<User> users = en.table("users", TableSchema.fromBean(User.class));
        users.putItem(new User());
        users.getItem(r -> r.key(k -> k.partitionValue("1")));
        users.query(QueryConditional.keyEqualTo(k -> k.partitionValue("1"))).items().forEach(u -> users.deleteItem(u));
        users.index("by-name").query(q -> q.limit(1));
        users.createTable();
        users.describeTable();
        users.deleteTable();
        en.batchWriteItem(b -> b.addWriteBatch(WriteBatch.builder(User.class).mappedTableResource(users).addPutItem(new User()).build()));
        en.transactWriteItems(b -> b.addPutItem(users, new User()).addDeleteItem(users, new User()));
        en.batchGetItem(b -> b.readBatches(ReadBatch.builder(User.class).mappedTableResource(users).build()));
        en.transactGetItems(b -> b.addGetItem(users, new User()));
        SqsAsyncBatchManager bm = SqsAsyncClient.create().batchManager();
        bm.sendMessage(m -> m.queueUrl("https://sqs.us-east-1.amazonaws.com/123456789012/q").messageBody("x"));
        RdsUtilities ru = RdsClient.create().utilities();
        ru.generateAuthenticationToken(b -> b.hostname("h").port(1).username("u"));
        s3.utilities().getUrl(b -> b.bucket("x").key("y"));
        StsAssumeRoleCredentialsProvider cp = StsAssumeRoleCredentialsProvider.builder().stsClient(StsClient.create()).refreshRequest(r -> r.roleArn("arn:aws:iam::123456789012:role/r").roleSessionName("s")).build();
        RdsClient.create().describeDBInstances();
        RdsClient.create().createDBCluster(b -> b.dbClusterIdentifier("c"));
        StsClient.create().assumeRoleWithSAML(b -> b.roleArn("r"));
        LambdaClient.create().createFunction(b -> b.functionName("f").role("arn:aws:iam::123456789012:role/l"));
         
        DynamoDbClient.create().transactWriteItems(TransactWriteItemsRequest.builder().transactItems(TransactWriteItem.builder().put(p -> p.tableName("t").item(Map.of())).build()).build());
        DynamoDbClient.create().batchGetItem(b -> b.requestItems(Map.of("t9", KeysAndAttributes.builder().build())));
        s3.deleteObjects(DeleteObjectsRequest.builder().bucket("x").delete(Delete.builder().objects(ObjectIdentifier.builder().key("a").build(), ObjectIdentifier.builder().key("b").versionId("1").build()).build()).build());
        s3.getObjectAsBytes(b -> b.bucket("x").key("y")).asUtf8String();
    }
    private String GetQueueUrlRequest() { return null; }
    private PutObjectRequest request(String key) { return PutObjectRequest.builder().bucket("made").key(key).build(); }
    private void fill(PutObjectRequest.Builder b) { b.bucket("filled").key("k"); }
}
class User {}
