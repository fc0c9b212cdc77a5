package a;
import org.springframework.beans.factory.annotation.*;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
@Component
class Service {
    @Value("#{'${app.queue}'}") private String queue;
    @Value("#{'${app.prefix}' + '-dlq'}") private String dlq;
    @Value("#{${app.count:5} * 2}") private int n;
    @Value("#{environment['app.queue']}") private String other;
    @Value("#{systemEnvironment['BUCKET'] ?: 'fallback'}") private String fromEnv;
    @Autowired private SqsAsyncClient sqs;
    void a() { sqs.getQueueUrl(b -> b.queueName(queue)); }
    void b() { sqs.createQueue(b -> b.queueName(dlq)); }
    void c() { sqs.createQueue(b -> b.queueName(other)); }
    void d(String u) { sqs.listQueues(b -> b.queueNamePrefix(fromEnv)); }
}
