package events;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
public class Dao {
    private final Settings s; private final DynamoDbClient c;
    public Dao(Settings s, DynamoDbClient c) { this.s = s; this.c = c; }
    void q() { c.query(r -> r.tableName(s.getTable()).indexName(s.getIndex())); }
}
