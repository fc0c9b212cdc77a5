// What a call is not, the declared type of its receiver tells; where it does not tell, the values do.
package demo;

import com.amazonaws.services.s3.AmazonS3Client;
import java.util.List;
import java.util.Map;
import lombok.val;
import other.library.Store;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;

interface Deleter {
    void deleteObject(String bucket, String key);
}

interface Lister {
    Object listBuckets();
}

interface Local {
    void deleteBucket(String name);
}

class Both extends AmazonS3Client implements Deleter { }

class Memory implements Local, Lister {
    public void deleteBucket(String name) { }
    public Object listBuckets() { return null; }
    Memory self() { return this; }
}

class Box<T> {
    private T held;
    Box(T t) { held = t; }
    T get() { return held; }
}

class Program {
    private final Map<String, String> map = Map.of();
    private final Map<String, S3Client> clients = Map.of("a", S3Client.create());
    private final Local local = new Memory();

    void nothing(Memory memory, List<Memory> all, Store store) {
        memory.deleteBucket("x");
        memory.self().self().listBuckets();
        this.local.deleteBucket("x");
        map.get("deleteBucket");
        all.get(0).listBuckets();
        store.deleteBucket("x");
        "text".getBytes();
        listBuckets();
    }

    private void listBuckets() { }

    void something(Deleter deleter, Store store) {
        val client = S3Client.create();
        client.deleteBucket(b -> b.bucket("by-val"));
        deleter = new Both();
        deleter.deleteObject("by-base", "k");
        new Box<>(S3Client.create()).get().deleteBucket(b -> b.bucket("by-type-parameter"));
        clients.get("a").deleteBucket(b -> b.bucket("by-map"));
        Lister lister = S3Client.create()::listBuckets;
        lister.listBuckets();
        store.deleteObject(DeleteObjectRequest.builder().bucket("by-argument").key("k").build());
    }
}
