package strategyinterface;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import java.util.List;
public class Main {
    public static void main(String[] args) {
        List<Sink> sinks = List.of(new S3Sink(S3Client.create(), "sink-bucket"), new KinesisSink(KinesisClient.create(), "sink-stream"));
        sinks.forEach(s -> s.write("k/" + args[0], new byte[1]));
    }
}
