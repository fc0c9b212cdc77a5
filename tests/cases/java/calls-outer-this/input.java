import software.amazon.awssdk.services.sqs.*;
class T {
    private final SqsAsyncClient sqs;
    T(SqsAsyncClient sqs) { this.sqs = sqs; }
    void inner() {
        new Object() { void x() { T.this.sqs.listQueues(); } };
        new Object() { void x() { sqs.listQueues(); } };
    }
    class In { void y() { T.this.sqs.listQueues(); } }
    class In2 { void y() { sqs.listQueues(); } }
}
