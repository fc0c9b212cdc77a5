import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

class A {
    private S3Client s3 = S3Client.create();
    Optional<S3Client> client() { return Optional.of(s3); }
    void run() {
        client().ifPresent(c -> c.listBuckets());
        client().map(c -> c.listBuckets()).orElseThrow();
        client().get().listBuckets();
        client().orElseThrow().listBuckets();
        client().orElseGet(S3Client::create).listBuckets();
        Optional.ofNullable(s3).map(c -> c.headBucket(b -> b.bucket("a")));
        Optional.ofNullable(s3).filter(x -> true).ifPresentOrElse(c -> c.headBucket(b -> b.bucket("a")), () -> s3.listBuckets());
        Optional<String> name = Optional.of("b");
        name.ifPresent(n -> s3.headBucket(b -> b.bucket(n)));
        name.map(n -> n + "-x").ifPresent(n -> s3.headBucket(b -> b.bucket(n)));
        s3.headBucket(b -> b.bucket(name.orElse("c")));
        s3.headBucket(b -> b.bucket(name.get()));
        Optional<S3Client> o = Optional.empty();
        o.ifPresent(c -> c.listBuckets());
        Optional<S3Client> p = find();
        p.flatMap(c -> Optional.of(c)).ifPresent(c -> c.deleteBucket(b -> b.bucket("d")));
    }
    Optional<S3Client> find() { return Registry.lookup("x"); }
}
