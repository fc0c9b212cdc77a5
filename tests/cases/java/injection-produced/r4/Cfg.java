package r4;
import org.springframework.context.annotation.*;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.enhanced.dynamodb.*;
@Configuration
public class Cfg { @Bean DynamoDbEnhancedClient enh(DynamoDbClient c) { return DynamoDbEnhancedClient.builder().dynamoDbClient(c).build(); } 
  @Bean DynamoDbTable<User> users(DynamoDbEnhancedClient e) { return e.table("users", TableSchema.fromBean(User.class)); }
  @Bean DynamoDbTable<Order> orders(DynamoDbEnhancedClient e) { return e.table("orders", TableSchema.fromBean(Order.class)); } }
class User {} class Order {}
