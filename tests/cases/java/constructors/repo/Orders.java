package repo;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
public class Orders extends Repo<Order, Long> { public Orders(DynamoDbEnhancedClient c) { super(c, Order.class, "orders"); }
  public java.util.List<Order> all() { return table.scan().items().stream().toList(); } }
