sealed abstract class Shape extends Base implements A, b.C permits Circle, shapes.Square {
    static final class Nested { class Inner { } }
    non-sealed interface Open extends A, B { String NAME = "n"; void f(); default void g() { h(); } static void s() { } }
    Shape() { this("x"); }
    protected Shape(String s) { super(s); }
    <T> Shape(T t) { outer.super(t); }
    static { S3 = S3Client.create(); }
    { init(); }
    abstract String name();
    native synchronized void n() throws IOException, b.E;
    strictfp static void k(Shape this, int a) { }
    void receiver(@A Shape.Inner Shape.Inner.this, int b) { class Local { void m() { x(); } } record P(int v) { } enum E { Q } interface I { } new Local().m(); };
}
record Point(S3Client s3, @Key String... names) implements A {
    static int count;
    Point {
        check(names);
    }
    Point(S3Client s3) { this(s3, "a"); }
}
record Generic<T>(T value) { Generic(T value) { this.value = value; } }
class record { record record; record(int x) { } void record() { record(1); } }
