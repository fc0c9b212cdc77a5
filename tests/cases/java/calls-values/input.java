import java.text.MessageFormat;
import java.util.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
class C { static final String B = "cb"; static final String T; static { T = "ct"; } static String f = "ff"; }
interface K { String NAME = "iface-" + C.B; }
class A implements K {
    S3Client s3 = S3Client.create();
    static final Map<String, String> MAP = Map.of("a", "ma", "b", "mb");
    static final Map<String, String> STATIC = new HashMap<>();
    static { STATIC.put("x", "sx"); }
    static final List<String> LIST = List.of("l1", "l2");
    static final String[] ARR = {"r1", "r2"};
    static final String TEXT = """
        text-block""";
    private final String stage;
    A(String stage) { this.stage = stage; }
    static A make() { return new A("prod"); }
    void run(String p) {
        s3.headBucket(b -> b.bucket(C.B));
        s3.headBucket(b -> b.bucket(C.T));
        s3.headBucket(b -> b.bucket(NAME));
        s3.headBucket(b -> b.bucket(String.format("%s-%s-%d", C.B, p, 3)));
        s3.headBucket(b -> b.bucket("%s-x".formatted(C.B)));
        s3.headBucket(b -> b.bucket("a" + "-" + p));
        s3.headBucket(b -> b.bucket(MAP.get("a")));
        s3.headBucket(b -> b.bucket(STATIC.get("x")));
        s3.headBucket(b -> b.bucket(LIST.get(0)));
        s3.headBucket(b -> b.bucket(ARR[1]));
        s3.headBucket(b -> b.bucket(TEXT));
        s3.headBucket(b -> b.bucket(System.getenv("BUCKET")));
        s3.headBucket(b -> b.bucket(System.getenv().get("BUCKET")));
        s3.headBucket(b -> b.bucket(System.getenv().getOrDefault("BUCKET", "dflt")));
        s3.headBucket(b -> b.bucket(Optional.ofNullable(System.getenv("BUCKET")).orElse("dflt")));
        s3.headBucket(b -> b.bucket(System.getProperty("bucket", "dflt")));
        s3.headBucket(b -> b.bucket(stage + "-data"));
        s3.headBucket(b -> b.bucket(String.join("-", "a", C.B)));
        s3.headBucket(b -> b.bucket(String.join("-", LIST)));
        StringBuilder sb = new StringBuilder("sb-"); sb.append(C.B).append("-").append(p);
        s3.headBucket(b -> b.bucket(sb.toString()));
        s3.headBucket(b -> b.bucket(new StringBuilder().append("q").append(C.B).toString()));
        s3.headBucket(b -> b.bucket(MessageFormat.format("{0}-m", C.B)));
        s3.headBucket(b -> b.bucket("X-Y".toLowerCase().replace("-", "_").concat("z").trim()));
        String v = p != null ? "yes" : "no"; s3.headBucket(b -> b.bucket(v));
        String w; if (p == null) w = "w1"; else { w = "w2"; } final String w2 = w; s3.headBucket(b -> b.bucket(w2));
        s3.headBucket(b -> b.bucket(Objects.requireNonNullElse(p, "rn")));
        s3.headBucket(b -> b.bucket(new Cfg("cfg-b").getBucket()));
        s3.headBucket(b -> b.bucket(new Rc("rc-b", 1).bucket()));
        s3.headBucket(b -> b.bucket(Cfg2.builder().bucket("c2").build().getBucket()));
        s3.headBucket(b -> b.bucket(helper("h")));
        s3.headBucket(b -> b.bucket("id" + 'c' + 1 + 2L + true));
        s3.headBucket(b -> b.bucket(switch (p) { case "a" -> "s1"; default -> "s2"; }));
        s3.headBucket(b -> b.bucket(Integer.toString(5)));
    }
    String helper(String x) { return x + "-help"; }
}
class Cfg { private final String bucket; Cfg(String b) { bucket = b; } String getBucket() { return bucket; } }
record Rc(String bucket, int n) {}
@lombok.Builder @lombok.Getter class Cfg2 { private String bucket; }
