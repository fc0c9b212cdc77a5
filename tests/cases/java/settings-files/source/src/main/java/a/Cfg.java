package source;
import org.springframework.context.annotation.*;
import org.springframework.beans.factory.annotation.Value;
import software.amazon.awssdk.services.kinesis.KinesisClient;
@Configuration
@PropertySource("classpath:kinesis.properties")
class Cfg {
    @Value("${kinesis.stream}") String stream;
    @Bean KinesisClient kinesis() { return KinesisClient.create(); }
    @Bean Writer writer(KinesisClient k) { return new Writer(k, stream); }
}
