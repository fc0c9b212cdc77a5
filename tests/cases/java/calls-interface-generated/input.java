package shop;

import dagger.Component;
import org.registry.Registry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

// What makes it is not in the sources: its interface tells.
@Component
interface Parts {
    LambdaClient functions();

    SqsClient queues();
}

class Shop {
    private final Parts parts = DaggerParts.create();
    private Parts other = Registry.get("parts");

    void run() {
        Parts p = DaggerParts.builder().build();
        p.functions().invoke(r -> r.functionName("price"));
        parts.queues().getQueueUrl(r -> r.queueName("orders"));
        other.functions().invoke(r -> r.functionName("tax"));
        var named = p.queues();
        named.getQueueUrl(r -> r.queueName("returns"));
    }

    void unknown() {
        var u = Registry.get("parts");
        u.functions().invoke(r -> r.functionName("nobody knows what u is"));
    }
}
