@Configuration("c")
@Table(name = "orders", keys = {"a", "b"}, more = @Key(value = 1), type = String.class)
@Empty()
@javax.inject.Named
class A {
    @Value("${bucket:" + A.DEFAULT + "}")
    private @Nullable String bucket;
    @Autowired @Qualifier("main") S3Client s3, other;

    @SqsListener("queue") @Deprecated public
    @ResponseBody String listen(@Payload final String text, @Header({"h", "i"}) int n) {
        @SuppressWarnings("x") String local = text;
        return local;
    }

    @interface Config {
        String value() default "none";
        int[] ids() default {1, 2};
        Key key() default @Key(value = 3);
    }
}
