package r1;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.sqs.SqsClient;
@Service
public class Svc { private final SqsClient sqs; public Svc(SqsClient sqs) { this.sqs = sqs; } void go() { sqs.createQueue(b -> b.queueName("q")); } }
