package repo;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
public class Users extends Repo<User, String> { public Users(DynamoDbEnhancedClient c) { super(c, User.class, "users"); } }
