package a;
import software.amazon.awssdk.services.kinesis.KinesisClient;
public class Proxy {
    private final KinesisClient kinesis;
    public Proxy(KinesisClient kinesis) { this.kinesis = kinesis; }
    public void go() { kinesis.deleteStream(b -> b.streamName("s1")); }
}
