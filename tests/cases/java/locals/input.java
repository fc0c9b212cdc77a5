class Locals {
    void f() {
        var s3 = S3Client.create();
        final String key = "k", other;
        int i = 0, j[] = {1}, k;
        java.util.List<String> list = null;
        String[] parts = key.split("/");
        other = key;
        this.s3 = s3;
        a.b.c = d[i] = e;
        i += 2;
        i -= 2;
        i++;
        --a.count;
        key += "x";
        list.get(0).name = "n";
        record = 1; sealed = 2; yield = 3; when = var; module.open();
        label: { in(); }
        var _ = unused();
    }
}
