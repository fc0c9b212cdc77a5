package com.example.app;

import software.amazon.awssdk.services.s3.S3Client;

public class Hello {
    public static void main(String[] args) {
        S3Client s3 = S3Client.create();
        s3.putObject(b -> b.bucket("reports").key("in/" + args[0]), RequestBody.empty());
    }
}
