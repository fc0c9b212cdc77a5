package factoryregistry;
import software.amazon.awssdk.regions.Region;
public class Job {
    void run(String key) {
        ClientFactory.s3(Region.EU_WEST_1).deleteObject(d -> d.bucket("eu-data").key(key));
        ClientFactory.dynamo().listTables();
    }
}
