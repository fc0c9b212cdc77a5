package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Fields that are assigned without `this.`: what is assigned says more than the declared type. */
public class MusicDao {
    private static final TableSchema<Music> SCHEMA = TableSchema.fromBean(Music.class);
    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<Music> music, plays;

    public MusicDao(DynamoDbClient low) {
        client = DynamoDbEnhancedClient.builder().dynamoDbClient(low).build();
        music = client.table("Music", SCHEMA);
        plays = client.table("Plays", SCHEMA);
    }

    void init() {
        music.createTable();
        plays.describeTable();
    }

    List<Music> genre(String g) {
        DynamoDbIndex<Music> index = music.index("genre");
        List<Music> out = new ArrayList<>();
        index.query(QueryConditional.keyEqualTo(k -> k.partitionValue(g))).forEach(page -> out.addAll(page.items()));
        return out;
    }

    /* the tables count, not the keys and items, of which nothing is known */
    void several(Key key, Music m) {
        client.transactGetItems(t -> t.addGetItem(music, key).addGetItem(plays, key));
        client.batchGetItem(b -> b.addReadBatch(ReadBatch.builder(Music.class).mappedTableResource(music).addGetItem(key).build()));
        client.batchWriteItem(b -> b.writeBatches(WriteBatch.builder(Music.class).mappedTableResource(plays).addPutItem(m).build()));
    }
}

class Queues {
    private SqsClient sqs = null;
    private static SnsClient sns;

    static {
        sns = SnsClient.builder().region(Region.EU_WEST_1).build();
    }

    private SqsClient sqs() {
        if (sqs == null)
            sqs = SqsClient.builder().region(Region.EU_WEST_1).build();
        return sqs;
    }

    void ask() {
        sqs().listQueues();
        Queues.sns.listTopics();
    }
}

/** Each constant has its own. */
enum Topic {
    ALERTS("alerts"),
    EVENTS("events");

    private final String id;

    Topic(String name) {
        id = name;
    }

    String arn() {
        return "arn:aws:sns:eu-west-1:111122223333:" + id;
    }
}

abstract class Base {
    protected String table;
    protected DynamoDbClient dynamo;
}

class Derived extends Base {
    Derived() {
        dynamo = DynamoDbClient.create();
        table = "derived";
    }

    void use(SnsClient sns) {
        dynamo.deleteTable(b -> b.tableName(table));
        sns.publish(p -> p.topicArn(Topic.ALERTS.arn()).message("x"));
    }
}
