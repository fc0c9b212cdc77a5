package a;
import software.amazon.awssdk.services.kinesis.KinesisClient;
public class Main { Proxy make(java.util.Properties p) { KinesisClient c = AwsUtil.createSyncClient(p, KinesisClient.builder(), "x"); return new Proxy(c); } }
