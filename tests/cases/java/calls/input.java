class Calls {
    void f() {
        plain();
        this.own(1);
        super.parent("x");
        a.b.Static.call(one(), two(three()), -1, 2.5e3, 'c', true, null);
        s3.<Thing>typed(x).<A, B>again();
        new Thing("a", new Other()).run();
        new a.b.Generic<String, List<Integer>>(1) { };
        new Diamond<>(x)
            .chain()
            .more();
        outer.new Inner(2);
        new <String>Odd();
        new Anonymous(3) {
            @Override public void run() { inside(); }
        }.start();
        A.this.m();
        A.super.m();
        items[index()].call();
        ((S3Client) client).listBuckets();
        (x).y();
        "text".length();
        f(a < b, c > d);
        String.class.getName();
        int[].class.cast(o);
    }
}
