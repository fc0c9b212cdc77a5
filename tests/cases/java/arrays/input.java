class Arrays {
    String[] f() {
        String[] a = {"x", y(), };
        int[][] b = {{1, 2}, {}, new int[]{3}};
        Object c = new S3Client[]{s3(), other}, d = new String[n()][2][], e = new int[2].length;
        g(new String[]{"p", "q"}, new int[0]);
        a[0] = b[i][j()];
        String[] h[] = {};
        return new String[]{"z"};
    }
}
