package springbeansconditional;
import org.springframework.beans.factory.annotation.*;
import org.springframework.context.annotation.*;
import software.amazon.awssdk.auth.credentials.*;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
@Configuration
public class Cfg {
    @Value("${cloud.region:eu-central-1}") private String region;
    @Bean @Primary public SqsClient sqsClient(AwsCredentialsProvider p) { return SqsClient.builder().credentialsProvider(p).region(Region.of(region)).build(); }
    @Bean("alerts") @Profile("!local") public SnsAsyncClient sns() { return SnsAsyncClient.builder().region(Region.EU_CENTRAL_1).build(); }
    @Bean public AwsCredentialsProvider creds() { return DefaultCredentialsProvider.create(); }
    @Bean public Publisher publisher(@Qualifier("alerts") SnsAsyncClient c, @Value("${topic.arn}") String arn) { return new Publisher(c, arn); }
}
