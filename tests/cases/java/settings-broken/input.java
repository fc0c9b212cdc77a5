import org.springframework.beans.factory.annotation.Value;
import software.amazon.awssdk.services.sqs.SqsClient;

/* Expressions of Spring that are cut off or empty: not known. */
class Queues {
    @Value("#{'open}") private String open;
    @Value("#{x}") private String short1;
    @Value("#{}") private String empty;
    @Value("#{environment['}") private String half;
    @Value("#{'known'}") private String known;
    private final SqsClient sqs = SqsClient.create();

    void all() {
        sqs.createQueue(b -> b.queueName(open));
        sqs.createQueue(b -> b.queueName(short1));
        sqs.createQueue(b -> b.queueName(empty));
        sqs.createQueue(b -> b.queueName(half));
        sqs.createQueue(b -> b.queueName(known));
    }
}
