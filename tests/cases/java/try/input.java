class Try {
    void f() throws Exception {
        try { a(); } catch (IOException e) { b(e); } catch (final A | x.B | C e) { c(e); } finally { d(); }
        try (S3Client s3 = S3Client.create()) { s3.listBuckets(); }
        try (var a = open(); final B b = a.next(); ) { use(a, b); } catch (E e) { }
        try (shared; this.other) { e(); }
        S3Client client = null;
        try { client = make(); } finally { if (client != null) client.close(); }
    }
}
