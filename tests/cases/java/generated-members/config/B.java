package config;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import java.util.Map;
public class B {
    private final DynamoDbClient ddb = DynamoDbClient.create();
    public Map<String, AttributeValue> load(TableConfig cfg, String id) {
        GetItemRequest req = GetItemRequest.builder().tableName(cfg.getTableName())
            .key(Map.of("id", AttributeValue.builder().s(id).build())).consistentRead(cfg.isStrong()).build();
        return ddb.getItem(req).item();
    }
    public void go() {
        TableConfig cfg = new TableConfig();
        cfg.setTableName("orders");
        cfg.setStrong(true);
        load(cfg, "1");
    }
}
