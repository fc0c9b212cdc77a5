package exceptionflow;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import java.util.*;
public class Repo {
    private static final String TABLE = "inventory";
    private final DynamoDbClient db;
    public Repo(DynamoDbClient db) { this.db = db; }
    public boolean reserve(String sku, int n) {
        try {
            db.updateItem(UpdateItemRequest.builder().tableName(TABLE).key(Map.of("sku", AttributeValue.fromS(sku)))
                .updateExpression("SET stock = stock - :n").conditionExpression("stock >= :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN(Integer.toString(n)))).returnValues(ReturnValue.ALL_NEW).build());
            return true;
        } catch (ConditionalCheckFailedException e) { return false;
        } catch (ProvisionedThroughputExceededException | RequestLimitExceededException e) {
            db.describeTable(DescribeTableRequest.builder().tableName(TABLE).build());
            throw e;
        } finally { audit(sku); }
    }
    private void audit(String sku) { PutItemRequest.Builder p = PutItemRequest.builder(); p.tableName(TABLE + "-audit"); p.item(new HashMap<>()); db.putItem(p.build()); }
    public List<Map<String, AttributeValue>> page(Map<String, AttributeValue> start) {
        QueryRequest.Builder q = QueryRequest.builder().tableName(TABLE).indexName("by-stock").keyConditionExpression("#s = :s");
        if (start != null && !start.isEmpty()) q = q.exclusiveStartKey(start);
        QueryResponse r = db.query(q.build());
        return r.hasItems() ? r.items() : List.of();
    }
    public void tx(String a, String b) {
        TransactWriteItem put = TransactWriteItem.builder().put(Put.builder().tableName("orders").item(Map.of()).build()).build();
        TransactWriteItem check = TransactWriteItem.builder().conditionCheck(c -> c.tableName("customers").key(Map.of()).conditionExpression("x")).build();
        db.transactWriteItems(TransactWriteItemsRequest.builder().transactItems(put, check).build());
        db.batchGetItem(BatchGetItemRequest.builder().requestItems(Map.of("users", KeysAndAttributes.builder().keys(Map.of()).build())).build());
        Map<String, List<WriteRequest>> writes = new HashMap<>();
        writes.put("events", List.of(WriteRequest.builder().putRequest(x -> x.item(Map.of())).build()));
        db.batchWriteItem(w -> w.requestItems(writes));
        db.executeStatement(e -> e.statement("SELECT * FROM \"logs\" WHERE id=?"));
    }
}
