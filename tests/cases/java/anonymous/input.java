class Anonymous {
    Provider p = new Provider<S3Client>("a", () -> new Inner() { }) {
        private final S3Client s3 = S3Client.create();
        { init(); }
        @Override public S3Client get() {
            return new Wrapper(s3) { void deep() { s3.listBuckets(); } }.unwrap();
        }
    };
    void f() {
        run(new A(new B() { void b() { c(); } }) { void a() { d(); } }, e());
    }
}
