import com.amazon.sqs.javamessaging.*;
import com.amazonaws.services.s3.*;
import com.amazonaws.services.sqs.AmazonSQSClientBuilder;
import javax.jms.*;
import org.springframework.beans.factory.annotation.Autowired;
import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import io.awspring.cloud.s3.S3Template;
import io.awspring.cloud.sns.core.SnsTemplate;
import io.awspring.cloud.sqs.operations.SqsTemplate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.parameters.*;
import software.amazon.sns.*;

class A {
    @Autowired S3Template s3;
    @Autowired SqsTemplate sqs;
    @Autowired SnsTemplate sns;
    @Autowired DynamoDbTemplate ddb;
    void jms() throws Exception {
        SQSConnectionFactory f = new SQSConnectionFactory(new ProviderConfiguration(), SqsClient.create());
        SQSConnection c = f.createConnection();
        AmazonSQSMessagingClientWrapper w = c.getWrappedAmazonSQSClient();
        if (!w.queueExists("jobs")) w.createQueue("jobs");
        Session s = c.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Queue q = s.createQueue("jobs");
        MessageProducer p = s.createProducer(q);
        p.send(s.createTextMessage("x"));
        MessageConsumer m = s.createConsumer(q);
    }
    void extended(AmazonS3 store) {
        ExtendedClientConfiguration e = new ExtendedClientConfiguration().withPayloadSupportEnabled(store, "payloads");
        AmazonSQSExtendedClient x = new AmazonSQSExtendedClient(AmazonSQSClientBuilder.defaultClient(), e);
        x.sendMessage("https://sqs.us-east-1.amazonaws.com/123456789012/q", "m");
    }
    void templates() {
        s3.upload("b", "k", null);
        s3.download("b", "k");
        s3.store("b", "k", new Object());
        s3.read("b", "k", String.class);
        s3.listObjects("b", "p/");
        s3.createSignedGetURL("b", "k", java.time.Duration.ofMinutes(1));
        sqs.send("orders", "payload");
        sqs.send(to -> to.queue("orders").payload("x").delaySeconds(1));
        sqs.receive("orders", String.class);
        sqs.receive(from -> from.queue("orders").pollTimeout(null));
        sns.convertAndSend("arn:aws:sns:us-east-1:123456789012:t", "m");
        sns.sendNotification("arn:aws:sns:us-east-1:123456789012:t", "m", "s");
        ddb.save(new Object());
        ddb.load(null, Object.class);
    }
    void powertools() {
        SSMProvider ssm = ParamManager.getSsmProvider();
        ssm.get("/app/x");
        ssm.withDecryption().get("/app/y");
        ssm.withMaxAge(1, null).getMultiple("/app");
        SecretsProvider sp = ParamManager.getSecretsProvider();
        sp.get("db");
        DynamoDbProvider dp = ParamManager.getDynamoDbProvider("params");
        dp.get("k");
        AppConfigProvider ap = ParamManager.getAppConfigProvider("env", "app");
        ap.get("prof");
    }
    @Param(key = "/app/ann") String ann;
    @Param(key = "secret", provider = SecretsProvider.class) String sec;
}
class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<com.amazonaws.services.lambda.runtime.events.S3Event, String> {
    public String handleRequest(com.amazonaws.services.lambda.runtime.events.S3Event e, com.amazonaws.services.lambda.runtime.Context c) {
        e.getRecords().get(0).getS3().getObject().getKey();
        c.getLogger().log("x");
        return null;
    }
}
