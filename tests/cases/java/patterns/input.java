class Patterns {
    void f(Object o) {
        if (o instanceof S3Client s3) s3.listBuckets();
        if (o instanceof final SqsClient sqs && sqs.ok()) { sqs.a(); } else if (o instanceof Foo<?> x) x.b(); else c();
        if (!(o instanceof SnsClient sns)) return;
        sns.publish();
        if (o instanceof Pair(S3Client a, Pair(var b, @A String c)) && a.d(b)) e(c);
        boolean y = o instanceof String;
        boolean z = o instanceof String[] && o instanceof java.util.List<?> l && l.f();
        if (o instanceof Box(var _, int n)) g(n);
        while (o instanceof Node n) { o = n.next(); }
        for (Pair(var k, var v) : pairs) h(k, v);
    }
}
