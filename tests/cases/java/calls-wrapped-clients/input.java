import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.sqs.model.*;
class Base implements SqsAsyncClient {
    SqsAsyncClient inner;
    Object foo(SendMessageRequest r) { return inner.sendMessage(r); }
    Object sendMessage(SendMessageRequest r) { return inner.sendMessage(r); }
}
class Base2 implements SqsAsyncClient {
    SqsAsyncClient inner;
    Object sendMessage(SendMessageRequest r) { return inner.sendMessage(r); }
    void x() { inner.listQueues(); }
    void y() { listQueues(); super.listQueues(); SqsAsyncClient.super.listQueues(); this.listQueues(); }
}
