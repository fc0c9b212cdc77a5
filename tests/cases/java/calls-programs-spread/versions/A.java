package versions;
import com.amazonaws.services.s3.*; import com.amazonaws.services.s3.model.*; import com.amazonaws.services.s3.model.DeleteObjectsRequest.KeyVersion; import java.util.*;
class A { AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
 void a() { List<KeyVersion> ks = new ArrayList<>(); ks.add(new KeyVersion("a/1")); ks.add(new KeyVersion("a/2", "v9")); s3.deleteObjects(new DeleteObjectsRequest("kvb").withKeys(ks).withQuiet(true)); }
 void b() { s3.deleteObjects(new DeleteObjectsRequest("kvc").withKeys("x", "y")); } }
