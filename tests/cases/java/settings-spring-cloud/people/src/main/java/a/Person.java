package a;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.*;
@DynamoDbBean
public class Person { private String id; @DynamoDbPartitionKey public String getId() { return id; } public void setId(String s) { id = s; } }
