import java.util.*;
import java.util.function.*;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.*;
import software.amazon.awssdk.services.sqs.*;
import software.amazon.awssdk.services.sqs.model.*;

class A {
    private final S3Client s3 = S3Client.create();
    private final Map<String, Function<DeleteBucketRequest, ?>> table = Map.of("a", s3::deleteBucket);
    Function<HeadBucketRequest, HeadBucketResponse> head() { return s3::headBucket; }
    void run() {
        Function<CreateBucketRequest, ?> f = s3::createBucket;
        f.apply(CreateBucketRequest.builder().bucket("x").build());
        retry(s3::listBuckets);
        call(S3Client::listBuckets);
        Retry.run(s3::deleteObjects);
        List.of(GetObjectRequest.builder().bucket("b").key("k").build()).forEach(s3::getObject);
        new Poller(SqsClient.create()::receiveMessage);
        Supplier<String> g = this::name;
        BiFunction<String, String, String> h = String::concat;
    }
    String name() { return "x"; }
    <T> T retry(Supplier<T> s) { return s.get(); }
    <T> T call(Function<S3Client, T> s) { return s.apply(s3); }
}
class Poller { Poller(Function<ReceiveMessageRequest, ReceiveMessageResponse> f) {} }
