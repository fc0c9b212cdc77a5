import com.amazonaws.services.dynamodbv2.*; import com.amazonaws.services.dynamodbv2.datamodeling.*; import java.util.*;
class A { DynamoDBMapper m = new DynamoDBMapper(AmazonDynamoDBClientBuilder.defaultClient());
 void a(String v) { DynamoDBQueryExpression<User> q = new DynamoDBQueryExpression<User>().withIndexName("ix").withConsistentRead(false); m.query(User.class, q); }
 void b(DynamoDBQueryExpression<Order> e) { m.query(Order.class, e); }
 void c() { m.scan(Item.class, new DynamoDBScanExpression().withLimit(3)); m.count(Thing.class, new DynamoDBQueryExpression<Thing>().withHashKeyValues(null)); } }
@DynamoDBTable(tableName = "users") class User { } @DynamoDBTable(tableName = "orders") class Order { }  @DynamoDBTable(tableName = "items") class Item { } @DynamoDBTable(tableName = "things") class Thing { }
