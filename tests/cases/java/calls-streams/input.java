import java.util.*;
import java.util.stream.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class A {
    private final S3Client s3 = S3Client.create();
    void run() {
        Stream.of("a1", "a2").map(n -> "pre-" + n).forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        List.of("b1", "b2").stream().filter(n -> n.length() > 1).forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        List<DeleteBucketRequest> reqs = Stream.of("c1", "c2").map(n -> DeleteBucketRequest.builder().bucket(n).build()).collect(Collectors.toList());
        for (DeleteBucketRequest r : reqs) s3.deleteBucket(r);
        reqs.forEach(s3::deleteBucket);
        Arrays.asList("d1").stream().map(n -> s3.headBucket(b -> b.bucket(n))).toList();
        List<ObjectIdentifier> ids = Stream.of("k1", "k2").map(k -> ObjectIdentifier.builder().key(k).build()).toList();
        s3.deleteObjects(b -> b.bucket("e").delete(d -> d.objects(ids)));
        Stream.of(List.of("f1"), List.of("f2")).flatMap(List::stream).forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        Arrays.stream(new String[] {"g1", "g2"}).forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        Set.of("h1").parallelStream().peek(x -> {}).sorted().distinct().limit(3).forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        s3.listObjectsV2Paginator(b -> b.bucket("i")).contents().stream().forEach(o -> s3.deleteObject(b -> b.bucket("i").key(o.key())));
        s3.listBuckets().buckets().stream().map(Bucket::name).forEach(n -> s3.listObjectsV2(b -> b.bucket(n)));
        String first = Stream.of("j1").findFirst().orElse("j2");
        s3.headBucket(b -> b.bucket(first));
        Map<String, DynamoDbClient> byRegion = new HashMap<>();
        byRegion.computeIfAbsent("x", k -> DynamoDbClient.create()).listTables();
        IntStream.range(0, 3).forEach(i -> s3.createBucket(b -> b.bucket("shard-" + i)));
        IntStream.range(0, 3).mapToObj(i -> "part-" + i).forEach(n -> s3.createBucket(b -> b.bucket(n)));
        List<String> up = List.of("Q").stream().map(String::toLowerCase).collect(Collectors.toList());
        s3.createBucket(b -> b.bucket(up.get(0)));
        Stream.of("k1").map(this::named).forEach(n -> s3.createBucket(b -> b.bucket(n)));
    }
    String named(String x) { return "n-" + x; }
}
