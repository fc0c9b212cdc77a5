package r2;
import org.springframework.context.annotation.*;
import com.amazonaws.services.dynamodbv2.*;
@Configuration
public class Cfg { @Bean public AmazonDynamoDB db() { return AmazonDynamoDBClientBuilder.standard().withRegion("ap-south-1").build(); } }
