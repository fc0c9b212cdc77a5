import com.amazonaws.services.s3.*;
import java.util.*; import java.util.stream.*;
interface Dao { List<String> pending(); }
class B { AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient(); Dao dao; Other other;
  void a() { s3.deleteBucket(dao.pending().stream().map(r -> "lit").findFirst().get()); }
  void b() { s3.deleteBucket(other.pending().stream().map(r -> "lit").findFirst().get()); }
  void c(Other o) { s3.deleteBucket(o.pending().stream().map(r -> "lit").findFirst().get()); }
}
