import reactor.core.publisher.*;
import software.amazon.awssdk.services.s3.*;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.Multi;

class A {
    private final S3AsyncClient s3 = S3AsyncClient.create();
    private final DynamoDbAsyncClient ddb;
    A(DynamoDbAsyncClient ddb) { this.ddb = ddb; }
    Mono<Void> run() {
        Mono.fromFuture(s3.headBucket(b -> b.bucket("a"))).flatMap(r -> Mono.fromFuture(s3.deleteBucket(b -> b.bucket("a")))).subscribe();
        Mono.fromFuture(() -> s3.headBucket(b -> b.bucket("b")));
        Flux.just("c1", "c2").flatMap(n -> Mono.fromFuture(s3.createBucket(b -> b.bucket(n)))).then();
        Mono.just(s3).map(c -> c.listBuckets());
        Mono.just("d").zipWith(Mono.just("e")).subscribe();
        Flux.from(ddb.scanPaginator(b -> b.tableName("t"))).flatMapIterable(p -> p.items()).subscribe();
        Mono.fromCompletionStage(() -> ddb.getItem(b -> b.tableName("t2")));
        Uni.createFrom().completionStage(() -> ddb.listTables()).onItem().transform(r -> r.tableNames());
        Uni.createFrom().item("f").onItem().transformToUni(n -> Uni.createFrom().completionStage(s3.headBucket(b -> b.bucket(n))));
        return Mono.defer(() -> Mono.fromFuture(s3.deleteBucket(b -> b.bucket("g")))).then();
    }
    Mono<S3AsyncClient> mono() { return Mono.fromSupplier(S3AsyncClient::create); }
    void use() {
        mono().flatMap(c -> Mono.fromFuture(c.listBuckets()));
        mono().block().listBuckets();
    }
}
