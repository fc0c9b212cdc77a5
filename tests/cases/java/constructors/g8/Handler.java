package g8;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
public class Handler {
    private final DynamoDbClient db; private final String table;
    public Handler() { this(DynamoDbClient.create(), System.getenv("TABLE")); }
    Handler(DynamoDbClient db, String table) { this.db = db; this.table = table; }
    public void handle(String id) { db.deleteItem(b -> b.tableName(table)); }
}
