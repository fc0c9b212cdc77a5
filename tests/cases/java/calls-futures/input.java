import java.util.*;
import java.util.concurrent.*;
import software.amazon.awssdk.services.s3.*;
import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.sqs.model.*;
import software.amazon.awssdk.services.s3.model.*;

class A {
    private final S3AsyncClient s3 = S3AsyncClient.crtCreate();
    private final SqsAsyncClient sqs = SqsAsyncClient.create();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    void run() throws Exception {
        s3.headBucket(b -> b.bucket("a")).thenCompose(r -> s3.listObjectsV2(b -> b.bucket("a"))).thenAccept(r -> s3.deleteBucket(b -> b.bucket("a"))).join();
        CompletableFuture.supplyAsync(() -> "bkt").thenCompose(n -> s3.headBucket(b -> b.bucket(n)));
        CompletableFuture.supplyAsync(() -> S3Client.create()).thenAccept(c -> c.listBuckets());
        CompletableFuture.completedFuture(sqs).thenCompose(c -> c.listQueues());
        CompletableFuture<SqsAsyncClient> f = build();
        f.thenCompose(c -> c.listQueues());
        f.get().listQueues();
        f.join().listQueues();
        pool.submit(() -> sqs.purgeQueue(b -> b.queueUrl("https://sqs.us-east-1.amazonaws.com/123456789012/q")));
        pool.submit(this::work);
        Future<S3Client> g = pool.submit(() -> S3Client.create());
        g.get().listBuckets();
        sqs.getQueueUrl(b -> b.queueName("jobs")).thenApply(GetQueueUrlResponse::queueUrl).thenCompose(u -> sqs.sendMessage(b -> b.queueUrl(u).messageBody("x")));
        s3.getObject(b -> b.bucket("z").key("k"), software.amazon.awssdk.core.async.AsyncResponseTransformer.toBytes()).whenComplete((r, e) -> { if (e != null) s3.deleteObject(b -> b.bucket("z").key("k")); });
        CompletableFuture.allOf(List.of("x1", "x2").stream().map(n -> s3.createBucket(b -> b.bucket(n))).toArray(CompletableFuture[]::new)).join();
        s3.headBucket(b -> b.bucket("q")).handle((r, t) -> t == null ? r : null).exceptionally(t -> { s3.createBucket(b -> b.bucket("q")); return null; });
    }
    CompletableFuture<SqsAsyncClient> build() { return CompletableFuture.supplyAsync(SqsAsyncClient::create); }
    void work() { sqs.listQueues(); }
}
