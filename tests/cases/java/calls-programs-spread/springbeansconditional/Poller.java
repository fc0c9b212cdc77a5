package springbeansconditional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.*;
@Component
public class Poller {
    private final SqsClient sqs;
    private static final String URL = "https://sqs.eu-central-1.amazonaws.com/111122223333/in.fifo";
    public Poller(SqsClient sqs) { this.sqs = sqs; }
    @Scheduled(fixedDelay = 1000) public void poll() {
        ReceiveMessageRequest req = ReceiveMessageRequest.builder().queueUrl(URL).maxNumberOfMessages(10).waitTimeSeconds(20).build();
        for (Message m : sqs.receiveMessage(req).messages()) {
            try { handle(m); sqs.deleteMessage(DeleteMessageRequest.builder().queueUrl(URL).receiptHandle(m.receiptHandle()).build()); }
            catch (Exception e) { sqs.changeMessageVisibility(c -> c.queueUrl(URL).receiptHandle(m.receiptHandle()).visibilityTimeout(0)); }
        }
    }
    void handle(Message m) {}
}
