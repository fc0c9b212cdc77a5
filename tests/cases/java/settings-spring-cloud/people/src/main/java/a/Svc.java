package a;
import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.enhanced.dynamodb.Key;
@Service
public class Svc {
    private final DynamoDbTemplate template;
    public Svc(DynamoDbTemplate template) { this.template = template; }
    public void add(Person p) { template.save(p); }
    public Person get(String id) { return template.load(Key.builder().partitionValue(id).build(), Person.class); }
    public void rm(OrderLine line) { template.delete(line); }
    public Iterable<OrderLine> all() { return template.scanAll(OrderLine.class).items(); }
}
