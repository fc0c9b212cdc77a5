import java.util.*;
import java.util.function.*;
import javax.inject.*;
import lombok.*;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.*;
import org.springframework.stereotype.*;
import software.amazon.awssdk.services.s3.*;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

@Configuration
class Beans {
    @Bean public S3Client s3Client() { return S3Client.builder().region(software.amazon.awssdk.regions.Region.US_WEST_2).build(); }
    @Bean SnsService sns(SnsClient c) { return new SnsService(c); }
}
class SnsService {
    private final SnsClient client;
    SnsService(SnsClient client) { this.client = client; }
    void notify(String m) { client.publish(b -> b.topicArn("arn:aws:sns:us-east-1:123456789012:t").message(m)); }
}
@Service
@RequiredArgsConstructor
class Req {
    private final S3Client s3;
    private final Map<String, SqsClient> queues;
    void go() {
        s3.listBuckets();
        queues.get("a").listQueues();
        for (SqsClient q : queues.values()) q.listQueues();
        queues.values().forEach(q -> q.listQueues());
    }
}
class Field {
    @Autowired private S3Client s3;
    @Inject Provider<S3Client> prov;
    @Inject javax.enterprise.inject.Instance<DynamoDbClient> inst;
    private dagger.Lazy<S3Client> lazy;
    void go() {
        this.s3.listBuckets();
        prov.get().listBuckets();
        inst.get().listTables();
        lazy.get().listBuckets();
        getS3().listBuckets();
    }
    S3Client getS3() { return s3; }
}
record Rec(S3Client s3, String bucket) {
    void go() { s3.headBucket(b -> b.bucket(bucket)); s3().listBuckets(); }
    static Rec of(S3Client c) { return new Rec(c, "rb"); }
}
abstract class BaseDao<C> {
    protected final C client;
    protected BaseDao(C client) { this.client = client; }
    abstract String table();
}
class UserDao extends BaseDao<DynamoDbClient> {
    UserDao() { super(DynamoDbClient.create()); }
    String table() { return "users"; }
    void go() { client.getItem(b -> b.tableName(table()).key(Map.of())); }
}
abstract class Tmpl {
    protected final S3Client s3 = S3Client.create();
    protected abstract String bucket();
    void run() { s3.headBucket(b -> b.bucket(bucket())); }
}
class T1 extends Tmpl { protected String bucket() { return "t1"; } }
class T2 extends Tmpl { protected String bucket() { return "t2"; } }
class Box<T> { private final T v; Box(T v) { this.v = v; } T get() { return v; } }
class A {
    void flow(Object o, boolean f) throws Exception {
        var s3 = S3Client.create();
        s3.listBuckets();
        try (S3Client c = S3Client.create(); var d = SqsClient.create()) { c.listBuckets(); d.listQueues(); }
        if (o instanceof SqsClient q) q.listQueues();
        if (!(o instanceof SnsClient n)) return;
        n.listTopics();
        ((Ec2Client) o).describeVpcs();
        switch (o) { case SqsClient q -> q.listQueues(); case S3Client c -> c.listBuckets(); default -> {} }
        S3Client k = f ? S3Client.create() : other(); k.listBuckets();
        new Box<>(S3Client.create()).get().listBuckets();
        Box<SqsClient> bx = make(); bx.get().listQueues();
        S3Client[] arr = { S3Client.create() }; arr[0].listBuckets();
        List<SqsClient> ls = List.of(SqsClient.create()); ls.get(0).listQueues();
        Map<String, S3Client> mp = new HashMap<>(); mp.put("a", S3Client.create()); mp.get("a").listBuckets();
        Rec.of(s3).go();
        Rec r = new Rec(s3, "zz"); r.s3().deleteBucket(b -> b.bucket(r.bucket()));
        new A() { void x() { S3Client.create().listBuckets(); } };
        id(S3Client.create()).listBuckets();
        S3Client late; late = S3Client.create(); late.listBuckets();
        Optional.of(1).map(x -> s3.listBuckets());
        Factory fac = new Factory(); fac.s3().listBuckets();
        Factory.builder().withClient(S3Client.create()).build().run();
        client(SqsClient.class).listQueues();
        S3ClientBuilder sb = S3Client.builder(); sb.region(null); S3Client built = sb.build(); built.listBuckets();
        Enum1.ONE.client.listBuckets();
        synchronized (this) { lazyS3().listBuckets(); }
        Singleton.INSTANCE.s3().listBuckets();
    }
    private volatile S3Client memo;
    S3Client lazyS3() { S3Client m = memo; if (m == null) { memo = m = S3Client.create(); } return m; }
    Box<SqsClient> make() { return null; }
    <T> T id(T t) { return t; }
    <T> T client(Class<T> c) { return Reg.get(c); }
    static S3Client other() { return S3Client.create(); }
}
enum Enum1 { ONE; final S3Client client = S3Client.create(); }
enum Singleton { INSTANCE; private final S3Client c = S3Client.create(); S3Client s3() { return c; } }
class Factory {
    private S3Client c;
    S3Client s3() { return S3Client.builder().build(); }
    static Builder builder() { return new Builder(); }
    void run() { c.listBuckets(); }
    static class Builder { private S3Client cl; Builder withClient(S3Client c) { this.cl = c; return this; } Factory build() { Factory f = new Factory(); f.c = cl; return f; } }
}
