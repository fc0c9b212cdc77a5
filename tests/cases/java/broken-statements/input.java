class Broken {
    void f() {
        int a = ;
        s3.putObject(req)
        s3.getObject(req);
        foo(bar(1), ;
        if (x { y(); }
        for (int i = 0; i < ; i++) z(i);
        String s = "open;
        next();
        a b c d;
        return return 3;
        case 1: stray();
        else other();
        @#%$ junk `here`;
        last();
    }
    int = 3;
    void g( { h(); }
    S3Client ok = S3Client.create();
    void k() { k2(); }
}
class After { void m() { n(); } }
