package upload;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.core.async.AsyncRequestBody;
public class Uploader {
    private final S3AsyncClient client = S3AsyncClient.crtBuilder().build();
    public java.util.concurrent.CompletableFuture<?> upload(UploadSpec spec, byte[] data) {
        return client.putObject(r -> r.bucket(spec.getBucket()).key(spec.getKey()).storageClass(spec.getStorageClass()), AsyncRequestBody.fromBytes(data));
    }
    public static void main(String[] a) {
        UploadSpec daily = UploadSpec.builder().bucket("acme-reports").key("daily.csv").build();
        new Uploader().upload(daily, new byte[0]).join();
        new Uploader().upload(daily.toBuilder().key("copy.csv").build(), new byte[0]).join();
    }
}
