package b;
import a.*;
import org.springframework.stereotype.Service;
import org.springframework.context.annotation.*;
import software.amazon.awssdk.services.s3.S3Client;
@Configuration
class Conf {
    @Bean S3Client s3() { return S3Client.builder().build(); }
}
@org.springframework.stereotype.Service
class Svc {
    private final Store store;
    Svc(Store store) { this.store = store; }
    void go() { store.save("from-service", "a/b"); store.load("k/9"); }
}
