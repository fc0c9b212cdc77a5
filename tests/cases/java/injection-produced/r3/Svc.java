package r3;
import javax.inject.Inject;
import software.amazon.awssdk.services.sqs.SqsClient;
class Svc { private final SqsClient sqs; @Inject Svc(SqsClient sqs) { this.sqs = sqs; } void go() { sqs.createQueue(b -> b.queueName("q")); } }
