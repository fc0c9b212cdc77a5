import com.amazonaws.services.lambda.AWSLambdaAsync;
import com.amazonaws.services.lambda.AWSLambdaAsyncClientBuilder;
import com.amazonaws.services.lambda.model.InvokeAsyncRequest;
import com.amazonaws.services.lambda.model.InvokeRequest;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class Kept {
    // made by a reference that is called where it is kept
    static <T> T once(Supplier<T> make) {
        return make.get();
    }

    void made() {
        once(SqsClient::create).getQueueUrl(r -> r.queueName("made"));
        once(String::new).isEmpty();
    }

    // a request that a function makes
    Object role() {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(StsClient.create())
                .refreshRequest(() -> AssumeRoleRequest.builder().roleArn("arn:aws:iam::123456789012:role/deploy").build())
                .build();
    }

    // version 1: the request says which of two operations a name means
    void invoke(AWSLambdaAsync lambda) {
        lambda.invokeAsync(new InvokeRequest().withFunctionName("first"));
        lambda.invokeAsync(new InvokeAsyncRequest().withFunctionName("second"));
        InvokeRequest third = new InvokeRequest().withFunctionName("third");
        lambda.invokeAsync(third);
    }
}
