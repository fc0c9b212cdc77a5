package s3full;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.core.sync.*;
import java.nio.file.*;
import java.util.*;
class S {
    final S3Client s3 = S3Client.builder().forcePathStyle(true).build();
    private final String bucket = "multi";
    void multipart(String key, Path p) throws Exception {
        CreateMultipartUploadResponse c = s3.createMultipartUpload(b -> b.bucket(bucket).key("mp/" + key).storageClass(StorageClass.GLACIER));
        String id = c.uploadId(); List<CompletedPart> parts = new ArrayList<>();
        try {
            for (int i = 1; i < 3; i++) { final int n = i; UploadPartResponse r = s3.uploadPart(UploadPartRequest.builder().bucket(bucket).key("mp/" + key).uploadId(id).partNumber(n).build(), RequestBody.fromFile(p)); parts.add(CompletedPart.builder().partNumber(n).eTag(r.eTag()).build()); }
            s3.completeMultipartUpload(CompleteMultipartUploadRequest.builder().bucket(bucket).key("mp/" + key).uploadId(id).multipartUpload(m -> m.parts(parts)).build());
        } catch (SdkExceptionX e) { s3.abortMultipartUpload(b -> b.bucket(bucket).key("mp/" + key).uploadId(id)); }
    }
    void admin() {
        s3.putBucketLifecycleConfiguration(PutBucketLifecycleConfigurationRequest.builder().bucket(bucket).lifecycleConfiguration(l -> l.rules(r -> r.id("x"))).build());
        s3.putBucketVersioning(v -> v.bucket(bucket).versioningConfiguration(VersioningConfiguration.builder().status(BucketVersioningStatus.ENABLED).build()));
        s3.listObjectVersions(l -> l.bucket(bucket)); s3.getBucketLocation(g -> g.bucket(bucket)); s3.putPublicAccessBlock(z -> z.bucket(bucket).publicAccessBlockConfiguration(q -> q.blockPublicAcls(true)));
        s3.putObjectTagging(t -> t.bucket(bucket).key("t").tagging(g -> g.tagSet(Tag.builder().key("a").value("b").build())));
        s3.restoreObject(r -> r.bucket(bucket).key("cold/x").restoreRequest(q -> q.days(1)));
        String u = s3.utilities().getUrl(g -> g.bucket("x").key("y")).toString();
        s3.putObjectAcl(a -> a.bucket(bucket).key("a").acl(ObjectCannedACL.PRIVATE)); s3.getObjectAttributes(a -> a.bucket(bucket).key("b").objectAttributes(ObjectAttributes.E_TAG)); s3.selectObjectContent(null, null);
    }
    byte[] read(Path p) throws Exception {
        s3.getObject(GetObjectRequest.builder().bucket("r1").key("k").build(), ResponseTransformer.toFile(p)); s3.getObject(b -> b.bucket("r2").key("k2"), p);
        try (ResponseInputStreamX in = s3.getObject(b -> b.bucket("r3").key("dir/" + p))) { return in.readAllBytes(); }
    }
}
