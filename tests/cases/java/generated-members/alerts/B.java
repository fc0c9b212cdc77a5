package alerts;
import software.amazon.awssdk.services.sns.SnsClient;
class B {
    private final SnsClient sns;
    B(SnsClient sns) { this.sns = sns; }
    void alert(String text) {
        Target t = Target.alerts();
        sns.publish(p -> p.topicArn(t.topicArn()).subject(t.subject()).message(text));
    }
}
