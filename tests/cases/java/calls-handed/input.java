// Functions that are handed to other methods of the project: called with what those give them, besides what calls them by name.
package demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;

class Program {
    private final S3Client s3 = S3Client.create();
    private final List<Consumer<String>> hooks = new ArrayList<>();

    void retry(Consumer<String> fn, String x) { fn.accept(x); }

    void work(String bucket) { s3.getObject(b -> b.bucket(bucket).key("retry")); }

    void outer(Consumer<String> fn, String x) { retry(fn, x); } // handed on

    void twice(String bucket) { s3.getObject(b -> b.bucket(bucket).key("outer")); }

    void register(Consumer<String> fn) { hooks.add(fn); } // kept: nobody sees what it is called with

    void hook(String bucket) { s3.getObject(b -> b.bucket(bucket).key("register")); }

    void arrow(String bucket) { s3.getObject(b -> b.bucket(bucket).key("arrow")); }

    void go() {
        retry(this::work, "handed");
        work("named");
        retry(name -> arrow(name), "by-arrow");
        outer(this::twice, "handed");
        twice("named");
        register(this::hook);
        hook("named");
    }
}
