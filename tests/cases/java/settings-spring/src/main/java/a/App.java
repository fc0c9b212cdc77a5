package a;
import java.util.List;
import io.awspring.cloud.sqs.annotation.SqsListener;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.*;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Component
class App {
    @Value("${app.bucket-name}") private String bucket;
    @Value("${app.bucketName:dflt}") private String relaxed;
    @Value("${app.table}") private String table;
    @Value("${app.missing:dflt}") private String missing;
    @Value("${app.prefix}") private String prefix;
    @Value("${app.mixed}") private String mixed;
    @Value("arn-${app.sub}-${app.missing}") private String arn;
    @Value("#{'a'}") private String spel;
    @Value("${app.stage}") private String stage;
    @Value("${app.only-dev:z}") private String onlyDev;
    @Value("${app.build}") private String build;
    @Value("${app.queues}") private List<String> queues;
    private final String ctor;
    private final S3Client s3;
    private final DynamoDbClient ddb;
    private final Props props;
    @Autowired private Environment env;
    App(S3Client s3, DynamoDbClient ddb, @Value("${app.bucket-name}") String ctor, Props props) { this.s3 = s3; this.ddb = ddb; this.ctor = ctor; this.props = props; }
    void run() {
        s3.headBucket(b -> b.bucket(bucket));
        s3.headBucket(b -> b.bucket(relaxed));
        ddb.scan(b -> b.tableName(table));
        s3.headBucket(b -> b.bucket(missing));
        s3.getObject(b -> b.bucket(ctor).key(prefix + "k"));
        s3.headBucket(b -> b.bucket(mixed));
        s3.headBucket(b -> b.bucket(arn));
        s3.headBucket(b -> b.bucket(spel));
        s3.headBucket(b -> b.bucket(stage));
        s3.headBucket(b -> b.bucket(onlyDev));
        s3.headBucket(b -> b.bucket(build));
        for (String q : queues) s3.headBucket(b -> b.bucket(q));
        s3.headBucket(b -> b.bucket(env.getProperty("app.bucket-name")));
        s3.headBucket(b -> b.bucket(env.getProperty("app.nope", "d")));
        s3.headBucket(b -> b.bucket(props.getBucketName()));
        s3.headBucket(b -> b.bucket(props.getS3().getBucket()));
        s3.headBucket(b -> b.bucket(new Q().bucket));
    }
    void rec(RecProps r, QMap m, Config c, LProps l) {
        s3.headBucket(b -> b.bucket(r.bucketName()));
        s3.headBucket(b -> b.bucket(r.s3().bucket()));
        s3.headBucket(b -> b.bucket(m.dataBucket()));
        s3.headBucket(b -> b.bucket(c.getValue("quark.data-bucket", String.class)));
        s3.headBucket(b -> b.bucket(l.getBucketName()));
    }
    @SqsListener("${app.s3.bucket}") void one(String m) {}
    @SqsListener(queueNames = {"orders", Names.Q}, factory = "f") void two(String m) {}
}
class Names { static final String Q = "jobs"; }
class Q { @ConfigProperty(name = "quark.data-bucket", defaultValue = "d") String bucket; }
@ConfigurationProperties(prefix = "app")
class Props {
    private String bucketName = "in-code";
    private S3 s3 = new S3();
    public String getBucketName() { return bucketName; }
    public void setBucketName(String b) { this.bucketName = b; }
    public S3 getS3() { return s3; }
    public static class S3 { private String bucket; public String getBucket() { return bucket; } }
}
@ConfigurationProperties("app") record RecProps(String bucketName, S3 s3) { record S3(String bucket) {} }
@ConfigurationProperties("app") @lombok.Data class LProps { private String bucketName; }
@io.smallrye.config.ConfigMapping(prefix = "quark") interface QMap { String dataBucket(); }
