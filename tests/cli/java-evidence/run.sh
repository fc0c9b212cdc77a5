# Rows of the Java table on paths of the JDK and of general libraries do not count as evidence of an AWS SDK: code that imports only these is
# passed over, which is what makes foreign code cheap.
awk -F '\t' '$2 ~ /^(java|javax|jakarta|lombok|reactor|dagger|io\.micronaut|io\.smallrye|io\.quarkus|com\.google|org\.springframework|org\.eclipse)\./ &&
    $2 !~ /\.aws\./ && $3 !~ /^(value|other|env|object|makes|setting|builder|setters|withers|factory|produces)( |$)/ && $3 !~ / when=/ {
    print "counts as evidence: " $2 "\t" $3 }' "$TOP/data/sdk/java.tsv"
mkdir src
cat > src/App.java << 'END'
package app;

import java.io.InputStream;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jakarta.inject.*;
import lombok.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

@Data
class App {
    private String bucket;
    @Value("${app.table}") private String table;
    private final Properties config = new Properties();

    @Bean
    Supplier<String> listBuckets() {
        return () -> config.getProperty("bucket");
    }

    Optional<Bus> getObject(Store s3) {
        s3.putObject("b", "k");
        s3.getObject(b -> b.bucket(bucket).key(table)).join();
        CompletableFuture.supplyAsync(() -> s3.listBuckets()).thenCompose(x -> s3.deleteObject(x));
        Mono.fromFuture(() -> s3.headObject(table)).block();
        return List.of(new Bus()).stream().map(Bus::publish).collect(Collectors.toList()).stream().findFirst();
    }
}
END
iam-policy-autopilot extract-sdk-calls src
