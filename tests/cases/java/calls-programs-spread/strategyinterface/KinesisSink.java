package strategyinterface;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
public class KinesisSink implements Sink {
    private final KinesisClient kinesis; private final String stream;
    public KinesisSink(KinesisClient kinesis, String stream) { this.kinesis = kinesis; this.stream = stream; }
    @Override public void write(String key, byte[] data) { kinesis.putRecord(r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromByteArray(data))); }
}
