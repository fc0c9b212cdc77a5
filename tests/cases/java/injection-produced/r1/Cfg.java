package r1;
import org.springframework.context.annotation.*;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
@Configuration
public class Cfg { @Bean public SqsClient sqsClient() { return SqsClient.builder().region(Region.EU_WEST_1).build(); } }
