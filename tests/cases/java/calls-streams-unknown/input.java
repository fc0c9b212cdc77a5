import com.amazonaws.services.s3.*;
import java.util.*; import java.util.stream.*;
/** Streams over lists of which nothing is known: what the functions make of the elements is. */
class A { AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
  void a(List<String> rows) { List<String> es = rows.stream().map(this::to).collect(Collectors.toList()); s3.deleteBucket(es.get(0)); }
  void b(List<String> rows) { s3.deleteBucket(rows.stream().map(r -> to(r)).toList().get(0)); }
  void c(List<String> rows) { s3.deleteBucket(rows.stream().map(r -> "lit").findFirst().get()); }
  void d() { s3.deleteBucket(List.of("x").stream().map(this::to).findFirst().get()); }
  void e(List<String> rows) { for (String r : rows) s3.deleteBucket(to(r)); }
  private String to(String row) { return "bkt"; } }
