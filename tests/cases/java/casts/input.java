class Casts {
    void f() {
        S3Client a = (S3Client) bean;
        ((java.util.List<String>) o).get(0);
        int i = (int) x + (int) -y + (byte) (z);
        Object b = (a) + c, d = (a) - e, g = (a) & h;
        Object j = (T) (k), l = (T) !m, n = (T[]) o, p = (int[]) q;
        Object r = (String) "s" + (A) (B) this.t, u = (A) super.v(), w = (A) new B(), x = (A) switch (y) { default -> 1; };
        Runnable z = (Runnable & Serializable) s::run;
        boolean q2 = (flag) && other || (n) > 3;
    }
}
