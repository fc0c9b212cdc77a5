class References {
    void f() {
        use(s3::putObject, this::own, super::parent, Foo::new, a.b.Foo::bar);
        use(int[]::new, String[][]::new, List<String>::new, Map.Entry<String, S3Client>::getKey, Foo<Bar>[]::new);
        use(x.y()::z, new T()::go, "s"::length, (a)::b, Foo::<T>bar, Outer<A>.Inner::new);
        use(a < b ? c : d, i < List.size, e > f);
    }
}
