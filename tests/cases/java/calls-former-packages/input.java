import com.amazonaws.services.cloudwatchevents.AmazonCloudWatchEvents;
import com.amazonaws.services.cloudwatchevents.AmazonCloudWatchEventsClientBuilder;
import com.amazonaws.services.cloudwatchevents.model.DeleteRuleRequest;
import software.amazon.awssdk.services.cloudwatchevents.CloudWatchEventsClient;
import software.amazon.awssdk.services.cloudwatchevents.model.PutRuleRequest;
import software.amazon.awssdk.services.cloudwatchevents.model.RuleState;

/* CloudWatch Events is what EventBridge was called; its packages are still there. */
class Rules {
    private final CloudWatchEventsClient v2 = CloudWatchEventsClient.create();
    private final AmazonCloudWatchEvents v1 = AmazonCloudWatchEventsClientBuilder.defaultClient();

    void nightly() {
        PutRuleRequest request = PutRuleRequest.builder().name("nightly").scheduleExpression("rate(1 day)").state(RuleState.ENABLED).build();
        v2.putRule(request);
        v2.disableRule(r -> r.name("hourly"));
        v1.deleteRule(new DeleteRuleRequest().withName("weekly"));
    }
}
