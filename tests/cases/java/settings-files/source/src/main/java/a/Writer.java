package source;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
class Writer {
    private final KinesisClient k; private final String stream;
    Writer(KinesisClient k, String stream) { this.k = k; this.stream = stream; }
    void write(String s) { k.putRecord(PutRecordRequest.builder().streamName(stream).partitionKey("p").data(SdkBytes.fromUtf8String(s)).build()); }
}
