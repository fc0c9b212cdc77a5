package r4;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.enhanced.dynamodb.*;
@Service @RequiredArgsConstructor
public class Svc { private final DynamoDbTable<User> users; void go(User u) { users.putItem(u); } }
