package springbeansconditional;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.*;
import java.util.*;
public class Publisher {
    private final SnsAsyncClient sns; private final String arn;
    Publisher(SnsAsyncClient sns, String arn) { this.sns = sns; this.arn = arn; }
    public void send(String m) {
        PublishRequest.Builder b = PublishRequest.builder().message(m);
        sns.publish(b.topicArn(arn).messageAttributes(Map.of("t", MessageAttributeValue.builder().dataType("String").stringValue("x").build())).build())
           .whenComplete((r, t) -> { if (t != null) throw new RuntimeException(t); });
        sns.publishBatch(x -> x.topicArn(arn).publishBatchRequestEntries(PublishBatchRequestEntry.builder().id("1").message("m").build()));
    }
}
