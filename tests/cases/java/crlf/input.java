package a;
import b.C; // x
class D {
    String s = """
        one
        two
        """; // call()
    void f() {
        g()
        ;h("k\r\n");
    }
}
