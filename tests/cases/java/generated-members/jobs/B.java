package jobs;
import lombok.*; import lombok.experimental.*;
import software.amazon.awssdk.services.s3.S3Client;
class B {
    S3Client s3 = S3Client.create();
    void run(Job j) { s3.listObjectsV2(b -> b.bucket(j.getBucket()).prefix(j.getPrefix())); }
    void go() { run(Job.of("jobs", "p/")); }
    void two() { Cfg c = new Cfg().setBucket("cfgb").setKey("k1"); s3.deleteObject(b -> b.bucket(c.getBucket()).key(c.getKey())); 
       Cfg d = c.withKey("k2"); s3.getObject(b -> b.bucket(d.getBucket()).key(d.getKey())); }
}
@Data @Accessors(chain = true) @With @AllArgsConstructor @NoArgsConstructor
class Cfg { private String bucket; private String key; }
