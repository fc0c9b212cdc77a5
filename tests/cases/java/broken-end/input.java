class A {
    void f() {
        s3.putObject(b -> b.bucket("x").key(
