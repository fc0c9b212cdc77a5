import java.util.*;
import com.amazonaws.services.dynamodbv2.datamodeling.*;
import software.amazon.awssdk.enhanced.dynamodb.*;
import software.amazon.awssdk.enhanced.dynamodb.model.*;

class A {
    final DynamoDbEnhancedClient en = DynamoDbEnhancedClient.create();
    final DynamoDbTable<U> users = en.table("users", TableSchema.fromBean(U.class));
    final DynamoDbTable<U> orders = en.table("orders", TableSchema.fromBean(U.class));
    void run(TransactWriteItemsEnhancedRequest unknown) {
        en.transactWriteItems(b -> b.addPutItem(users, new U()).addDeleteItem(orders, new U()).addPutItem(orders, new U()));
        en.transactWriteItems(unknown);
        en.transactWriteItems(TransactWriteItemsEnhancedRequest.builder().addUpdateItem(users, new U()).addConditionCheck(orders, ConditionCheck.builder().build()).build());
        en.transactGetItems(b -> b.addGetItem(users, Key.builder().build()));
        en.batchWriteItem(b -> b.writeBatches(WriteBatch.builder(U.class).mappedTableResource(users).addPutItem(new U()).build()));
        en.batchWriteItem(r -> r.addWriteBatch(WriteBatch.builder(U.class).mappedTableResource(orders).addDeleteItem(new U()).build()));
        en.batchGetItem(b -> b.readBatches(ReadBatch.builder(U.class).mappedTableResource(users).addGetItem(new U()).build(), ReadBatch.builder(U.class).mappedTableResource(orders).build()));
        TransactWriteItemsEnhancedRequest.Builder tb = TransactWriteItemsEnhancedRequest.builder();
        tb.addPutItem(users, new U());
        en.transactWriteItems(tb.build());
    }
    void old(DynamoDBMapper m) {
        m.batchSave(new V(), new V());
        m.batchSave(List.of(new V()));
        TransactionWriteRequest r = new TransactionWriteRequest();
        r.addPut(new V()); r.addDelete(new V());
        m.transactionWrite(r);
        m.transactionWrite(any());
        PaginatedQueryList<V> l = m.query(V.class, new DynamoDBQueryExpression<V>());
    }
    TransactionWriteRequest any() { return null; }
}
class U {}
@DynamoDBTable(tableName = "vs") class V {}
