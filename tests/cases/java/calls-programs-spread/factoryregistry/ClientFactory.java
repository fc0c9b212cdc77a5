package factoryregistry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.regions.Region;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
public final class ClientFactory {
    private static final Map<Region, S3Client> CACHE = new ConcurrentHashMap<>();
    private ClientFactory() {}
    public static S3Client s3(Region r) { return CACHE.computeIfAbsent(r, k -> S3Client.builder().region(k).build()); }
    public static DynamoDbClient dynamo() { return DynamoDbClient.builder().region(Region.of(Optional.ofNullable(System.getenv("AWS_REGION")).orElse("us-east-1"))).build(); }
}
