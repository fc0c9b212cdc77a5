class Lambdas {
    void f() {
        run(() -> 1);
        run(x -> x.y());
        run((x) -> { return x.y(); });
        run((a, b) -> a + b);
        run((String a, final List<String> b, int... c) -> a.f(b));
        run((var a, @A var b) -> b);
        run(() -> { });
        run(a -> b -> c -> a.d(b, c));
        Runnable r = () -> go(), q = () -> { go(); };
        s3.getObject(b -> b.bucket("x").key("y"), (res, in) -> in.read());
        Function<String, String> f = c ? x -> x : y -> y.z();
        run((A & B) () -> 1, (Callable<String>) () -> "s");
        x = y -> z = y;
        return a -> { class L { } return new L(); };
    }
}
