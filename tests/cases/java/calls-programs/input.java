import java.util.*;
import java.util.function.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.sts.*;

class B {
    interface Repo { void save(String t); default void both() { save("both"); } }
    static class DdbRepo implements Repo {
        final DynamoDbClient c;
        @com.google.inject.Inject DdbRepo(DynamoDbClient c) { this.c = c; }
        public void save(String t) { c.putItem(b -> b.tableName(t)); }
    }
    static class Mod extends com.google.inject.AbstractModule { protected void configure() { bind(Repo.class).to(DdbRepo.class); } @com.google.inject.Provides DynamoDbClient ddb() { return DynamoDbClient.create(); } }
    @com.google.inject.Inject Repo repo;
    void a() { repo.save("guice"); repo.both(); }
    void b(S3Client s3, List<String> keys, Iterator<String> it, Object o) {
        List<ObjectIdentifier> ids = new ArrayList<>();
        for (String k : keys) ids.add(ObjectIdentifier.builder().key(k).build());
        s3.deleteObjects(DeleteObjectsRequest.builder().bucket("d").delete(Delete.builder().objects(ids).build()).build());
        String token = null;
        do {
            ListObjectsV2Request.Builder r = ListObjectsV2Request.builder().bucket("pg").prefix("x/");
            if (token != null) r.continuationToken(token);
            ListObjectsV2Response resp = s3.listObjectsV2(r.build());
            token = resp.nextContinuationToken();
        } while (token != null);
        PutObjectRequest.Builder pb = PutObjectRequest.builder();
        pb = pb.bucket("chain").key("k");
        if (o != null) pb = pb.tagging("a=b");
        s3.putObject(pb.build(), (java.nio.file.Path) null);
        s3.copyObject(c -> c.sourceBucket("s").sourceKey("k").destinationBucket("d").destinationKey("k2").serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId("key"));
        s3.putObject(PutObjectRequest.builder().bucket("acl").key("k").acl(ObjectCannedACL.PUBLIC_READ).build(), (java.nio.file.Path) null);
        s3.getObject(GetObjectRequest.builder().applyMutation(m -> m.bucket("mut").key("k")).build());
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.builder().s("1").build());
        DynamoDbClient d = DynamoDbClient.builder().build();
        d.getItem(GetItemRequest.builder().tableName("t").key(key).build());
        d.query(q -> q.tableName("t").indexName("ix").keyConditionExpression("a = :a"));
        d.batchWriteItem(BatchWriteItemRequest.builder().requestItems(Collections.singletonMap("bt", List.of(WriteRequest.builder().build()))).build());
        Map<String, List<WriteRequest>> items = new HashMap<>(); items.put("bt2", new ArrayList<>());
        d.batchWriteItem(r -> r.requestItems(items));
        while (it.hasNext()) { String n = it.next(); s3.deleteBucket(x -> x.bucket("it-" + n)); }
        try { s3.headBucket(x -> x.bucket("t")); } catch (NoSuchBucketException e) { s3.createBucket(x -> x.bucket("t")); } finally { s3.close(); }
        outer: for (;;) { if (keys.isEmpty()) break outer; s3.listBuckets(); }
        int[] n = {0}; Runnable r = () -> { n[0]++; s3.listBuckets(); }; r.run();
        S3Client c2 = Objects.requireNonNull(s3, "s3"); c2.listBuckets();
        S3Client c3 = (o instanceof S3Client x && o != null) ? x : s3; c3.listBuckets();
        if (o instanceof Pair(S3Client left, SqsClient right)) { left.listBuckets(); right.listQueues(); }
        var p = new Pair(s3, SqsClient.create()); p.b().listQueues();
        ClientFactory.get(ClientFactory.Kind.SQS).sqs().listQueues();
    }
    record Pair(S3Client a, SqsClient b) {}
    static class ClientFactory { enum Kind { S3, SQS } static ClientFactory get(Kind k) { return new ClientFactory(); } SqsClient sqs() { return SqsClient.create(); } }
}
