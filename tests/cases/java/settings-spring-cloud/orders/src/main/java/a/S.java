package orders;
import io.awspring.cloud.sqs.operations.SqsTemplate;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.sns.SnsClient;
@Service
public class S {
    private final SqsTemplate sqs; private final SnsClient sns;
    public S(SqsTemplate sqs, SnsClient sns) { this.sqs = sqs; this.sns = sns; }
    void a(String p) { sqs.send("orders", p); sns.createTopic(b -> b.name("t")); }
}
