package jobs;

import java.util.concurrent.CompletableFuture;

import com.amazonaws.services.sqs.AmazonSQS;
import com.amazonaws.services.sqs.AmazonSQSClientBuilder;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;

/** The URL in a response is that of the queue whose name the request gave. */
class Jobs {
    private final SqsClient sqs = SqsClient.create();
    private final SqsAsyncClient async = SqsAsyncClient.create();
    private final AmazonSQS old = AmazonSQSClientBuilder.defaultClient();
    private String url;

    String lookUp(String name) {
        return sqs.getQueueUrl(GetQueueUrlRequest.builder().queueName(name).build()).queueUrl();
    }

    void start() {
        url = lookUp("work");
        CreateQueueResponse made = sqs.createQueue(b -> b.queueName("made"));
        sqs.tagQueue(b -> b.queueUrl(made.queueUrl()));
    }

    void poll() {
        sqs.receiveMessage(b -> b.queueUrl(url));
    }

    CompletableFuture<Void> purge() {
        return async.getQueueUrl(b -> b.queueName("later")).thenApply(GetQueueUrlResponse::queueUrl)
                .thenCompose(u -> async.purgeQueue(b -> b.queueUrl(u))).thenAccept(r -> { });
    }

    Mono<Void> delete() {
        return Mono.fromFuture(() -> async.getQueueUrl(b -> b.queueName("gone")))
                .flatMap(r -> Mono.fromFuture(async.deleteQueue(b -> b.queueUrl(r.queueUrl())))).then();
    }

    void version1() {
        String dead = old.getQueueUrl("dead").getQueueUrl();
        old.sendMessage(dead, "x");
        old.deleteMessage(old.getQueueUrl(System.getenv("QUEUE")).getQueueUrl(), "handle");
    }
}
