class Control {
    void f() {
        if (a()) b(); else if (c()) { d(); } else e();
        if (x) if (y) f1(); else g();
        while (h()) i();
        do j(); while (k());
        do { l(); } while (m())
        ;
        for (int i = n(), k = 0; i < o(); i++, k = p()) q(i);
        for (;;) { break; }
        for (a = 1, b(); ; c()) continue;
        for (String s : r()) t(s);
        for (final @A Map.Entry<String, List<S3Client>> e : map.entrySet()) { u(e); }
        for (var v : List.of(1)) w(v);
        outer: for (int[] xs : grid) { continue outer; }
        synchronized (lock()) { locked(); }
        assert check() : message();
        throw new IllegalStateException(why());
        { nested(); }
        return;
    }
    int g() { return a ? b() : c() ? d() : e(); }
}
