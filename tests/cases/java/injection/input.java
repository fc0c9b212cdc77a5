@Service
@RequiredArgsConstructor
public class Uploads {
    private final S3Client s3;
    @Inject private SqsAsyncClient sqs;
    @Value("${app.bucket:reports}") private String bucket;

    @Bean
    public static S3Client s3(@Value("${region}") String region) {
        return S3Client.builder().region(Region.of(region)).build();
    }

    public CompletableFuture<Void> send(Message m) {
        return sqs.sendMessage(r -> r.queueUrl(m.url()).messageBody(m.body()))
            .thenApply(SendMessageResponse::messageId)
            .thenCompose(id -> other.save(id));
    }
}
