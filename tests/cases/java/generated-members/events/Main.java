package events;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
class Main { public static void main(String[] a) { Settings st = new Settings(); st.setTable("events"); new Dao(st, DynamoDbClient.create()).q(); } }
