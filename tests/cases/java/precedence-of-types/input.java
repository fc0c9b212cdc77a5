class P {
    void f() {
        a < b;
        a<b> c;
        a<b>.d e = f < g;
        a.b<c, d[]>[] h;
        if (i < j || k > (l)) m();
        for (int n = 0; n < o; n++) p(n < q, r > s);
        boolean t = u < v & w > x;
        y(z < 1, 2 > a);
        List<String> b2 = x < y ? List<String>::new : null;
        foo.bar baz;
        int.class.f();
        A[] arr = A[]::new;
    }
}
