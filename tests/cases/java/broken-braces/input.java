class A {
    void f() {
        a();
        }
    }
    void g() { b(); }
    S3Client s3 = S3Client.create();
    s3.listBuckets();
    if (c()) d();
}
class B {
    void h() {
        e(new X() { void i() { j(; } });
        k(l(m());
    void n() { o(); }
