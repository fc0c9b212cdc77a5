import java.util.*;
import java.util.function.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.regions.Region;

class A {
    private final S3Client s3 = S3Client.create();
    void each() {
        List<String> names = List.of("one", "two");
        names.forEach(n -> s3.deleteBucket(b -> b.bucket(n)));
        for (String n : List.of("three", "four"))
            s3.deleteBucket(b -> b.bucket(n));
        Map<String, String> m = Map.of("k1", "b1", "k2", "b2");
        m.forEach((k, v) -> s3.headObject(b -> b.bucket(v).key(k)));
        for (Map.Entry<String, String> e : m.entrySet())
            s3.headObject(b -> b.bucket(e.getValue()).key(e.getKey()));
        m.entrySet().forEach(e -> s3.headObject(b -> b.bucket(e.getValue()).key(e.getKey())));
        List<S3Client> clients = new ArrayList<>();
        clients.add(S3Client.builder().region(Region.EU_WEST_1).build());
        clients.forEach(c -> c.listBuckets());
        clients.forEach(S3Client::listBuckets);
        Consumer<String> del = n -> s3.deleteBucket(b -> b.bucket(n));
        del.accept("five");
        Function<String, Object> f = this::head;
        f.apply("six");
        BiFunction<String, String, Object> g = (a, b) -> s3.getObject(r -> r.bucket(a).key(b));
        g.apply("seven", "k");
        Supplier<S3Client> sup = S3Client::create;
        sup.get().listBuckets();
        Supplier<SqsClient> sup2 = () -> SqsClient.create();
        sup2.get().listQueues();
        Runnable r = () -> s3.createBucket(b -> b.bucket("eight"));
        r.run();
        new Thread(() -> s3.createBucket(b -> b.bucket("nine"))).start();
        with(s3, c -> c.listBuckets());
        with(s3, c -> { c.deleteBucket(b -> b.bucket("ten")); });
        names.removeIf(n -> exists(n));
    }
    Object head(String n) { return s3.headBucket(b -> b.bucket(n)); }
    boolean exists(String n) { s3.headBucket(b -> b.bucket(n)); return true; }
    static void with(S3Client c, Consumer<S3Client> f) { f.accept(c); }
}
