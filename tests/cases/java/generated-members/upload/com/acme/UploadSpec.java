package upload;
import lombok.Builder;
import lombok.Value;
@Value
@Builder(toBuilder = true)
public class UploadSpec {
    String bucket;
    String key;
    @Builder.Default String storageClass = "STANDARD";
}
