class Types<T extends S3Client & Closeable, @A U, V extends Map<String, List<T>>> extends Base<T[]>
        implements Runnable, java.util.function.Supplier<Map.Entry<String, ? super T>> {
    List<? extends S3Client> clients;
    Map<String, Map<Integer, List<List<S3Client>>>> deep;
    Outer<String>.Inner<Integer> inner;
    int[][] grid, cube[];
    @A String @B [] @C [] annotated;
    List<?> any;
    List<@A String> items;
    Class<int[]> arrays;
    java.util.concurrent.@A Future<Void> future;

    <R extends S3Client> R make(Class<R> type, Function<? super R, ? extends List<R>>... rest) {
        Map<String, List<R>> local = new HashMap<>();
        List<Map<String, int[]>>[] generic = null;
        var inferred = new ArrayList<Map<String, R>>();
        a < b > c;
        return null;
    }
    int old()[] { return null; }
}
