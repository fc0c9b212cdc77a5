package com.acme.app;
import static com.acme.lib.Names.BUCKET;
import static com.acme.lib.Names.key;
import static com.acme.lib.Clients.*;
import com.acme.lib.*;
import com.acme.lib.Names.Tables;
import software.amazon.awssdk.services.s3.model.*;

public class Main {
    static class Nested {
        software.amazon.awssdk.services.sqs.SqsClient sqs = software.amazon.awssdk.services.sqs.SqsClient.create();
        void go() { sqs.listQueues(); }
    }
    public static void main(String[] a) {
        S3.getObject(GetObjectRequest.builder().bucket(BUCKET).key(key("x")).build());
        Clients.S3.headBucket(HeadBucketRequest.builder().bucket(Names.PREFIX + "y").build());
        com.acme.lib.Clients.dynamo().scan(b -> b.tableName(Tables.USERS));
        dynamo().scan(b -> b.tableName(Names.Tables.Deep.T));
        Holder.INSTANCE.listBuckets();
        Clients.getInstance().getS3().listBuckets();
        new Nested().sqs.listQueues();
        new Same().put(); 
        Same.Inner.run();
    }
}
