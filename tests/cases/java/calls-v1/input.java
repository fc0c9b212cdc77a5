import com.amazonaws.regions.Regions;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.document.DynamoDB;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.*;
import com.amazonaws.services.sqs.AmazonSQS;
import com.amazonaws.services.sqs.model.SendMessageRequest;

@DynamoDBTable(tableName = "Orders")
class Order {
}

class Old {
    AmazonS3 s3 = AmazonS3ClientBuilder.standard().withRegion(Regions.EU_WEST_1).build();
    AmazonDynamoDB db = AmazonDynamoDBClientBuilder.defaultClient();

    void run(AmazonSQS sqs) {
        s3.getObject("b1", "k1");
        s3.putObject(new PutObjectRequest("b2", "k2", null));
        s3.getObjectMetadata("b3", "k3");
        GetObjectRequest get = new GetObjectRequest("b4", "k4");
        get.setVersionId("v");
        s3.getObject(get);
        s3.deleteObjects(new DeleteObjectsRequest("b5").withKeys("x", "y"));
        SendMessageRequest send = new SendMessageRequest().withQueueUrl("https://sqs.eu-west-1.amazonaws.com/123456789012/jobs");
        sqs.sendMessage(send.withMessageBody("m"));
        sqs.sendMessage("https://sqs.eu-west-1.amazonaws.com/123456789012/more", "m");
        new DynamoDBMapper(db).load(Order.class, "id");
        new DynamoDB(db).getTable("Docs").putItem(null);
    }
}
