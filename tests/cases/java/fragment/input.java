import com.amazonaws.services.sns.AmazonSNS;

AmazonSNS sns = AmazonSNSClientBuilder.defaultClient();
String arn = sns.createTopic(
        new CreateTopicRequest("updates.fifo")
            .withAttributes(attributes))
    .getTopicArn();

sns.publish(arn, "text");
for (String s : list) { sns.publish(arn, s); }
