package com.acme.app;
import com.acme.lib.Clients;
class Same {
    void put() { Clients.S3.putObject(b -> b.bucket("s").key("k"), software.amazon.awssdk.core.sync.RequestBody.empty()); }
    interface Inner { static void run() { Clients.S3.deleteBucket(b -> b.bucket("s")); } }
}
