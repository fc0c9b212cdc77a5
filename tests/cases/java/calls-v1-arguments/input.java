import com.amazonaws.HttpMethod;
import com.amazonaws.services.s3.*;
import com.amazonaws.services.s3.model.*;
import com.amazonaws.services.s3.transfer.*;
import com.amazonaws.services.dynamodbv2.*;
import com.amazonaws.services.dynamodbv2.datamodeling.*;
import com.amazonaws.services.dynamodbv2.document.*;
import com.amazonaws.services.dynamodbv2.model.*;
import com.amazonaws.services.sqs.*;
import com.amazonaws.services.sqs.model.*;
import java.io.File;
import java.util.*;

class A {
    AmazonS3 s3 = AmazonS3ClientBuilder.standard().withRegion("eu-west-1").build();
    AmazonDynamoDB ddb = AmazonDynamoDBClientBuilder.defaultClient();
    AmazonSQS sqs = new AmazonSQSClient();
    void run(File f) throws Exception {
        s3.getObject(new GetObjectRequest("b", "k"));
        s3.getObject(new GetObjectRequest("b", "k", "v"));
        s3.getObject("b", "k");
        s3.putObject("b", "k", f);
        s3.putObject(new PutObjectRequest("b", "k", f).withCannedAcl(CannedAccessControlList.PublicRead));
        s3.putObject("b", "k", "content");
        s3.generatePresignedUrl("b", "k", new Date());
        s3.generatePresignedUrl("b", "k", new Date(), HttpMethod.PUT);
        s3.generatePresignedUrl(new GeneratePresignedUrlRequest("b", "k").withMethod(HttpMethod.DELETE));
        s3.generatePresignedUrl(new GeneratePresignedUrlRequest("b", "k", HttpMethod.PUT));
        s3.generatePresignedUrl(new GeneratePresignedUrlRequest("b", "k"));
        GeneratePresignedUrlRequest r = new GeneratePresignedUrlRequest("b2", "k"); r.setMethod(HttpMethod.POST);
        s3.generatePresignedUrl(r);
        s3.copyObject("sb", "sk", "db", "dk");
        s3.copyObject(new CopyObjectRequest("sb", "sk", "db", "dk"));
        s3.deleteObjects(new DeleteObjectsRequest("b").withKeys("x", "y"));
        ObjectListing l = s3.listObjects("b", "p/");
        while (l.isTruncated()) l = s3.listNextBatchOfObjects(l);
        ListObjectsV2Request lr = new ListObjectsV2Request().withBucketName("b").withPrefix("p/");
        ListObjectsV2Result res;
        do { res = s3.listObjectsV2(lr); lr.setContinuationToken(res.getNextContinuationToken()); } while (res.isTruncated());
        TransferManager tm = TransferManagerBuilder.standard().withS3Client(s3).build();
        tm.upload("b", "k", f).waitForCompletion();
        new TransferManager(s3).download("b", "k", f);
        DynamoDBMapper mapper = new DynamoDBMapper(ddb);
        mapper.save(new Item1());
        mapper.load(Item1.class, "k");
        mapper.query(Item1.class, new DynamoDBQueryExpression<Item1>());
        DynamoDB d = new DynamoDB(ddb);
        Table t = d.getTable("things");
        t.getItem("id", 1);
        t.putItem(new com.amazonaws.services.dynamodbv2.document.Item());
        t.getIndex("ix").query("a", "b");
        ddb.getItem("tab", Map.of());
        ddb.putItem(new com.amazonaws.services.dynamodbv2.model.PutItemRequest("tab", Map.of()));
        ddb.waiters().tableExists().run(new com.amazonaws.waiters.WaiterParameters<>(new DescribeTableRequest("tab")));
        String url = sqs.getQueueUrl("jobs").getQueueUrl();
        sqs.sendMessage(new SendMessageRequest(url, "hi"));
        sqs.sendMessage(new SendMessageRequest().withQueueUrl("https://sqs.us-east-1.amazonaws.com/123456789012/q").withMessageBody("x"));
        sqs.receiveMessage("https://sqs.us-east-1.amazonaws.com/123456789012/q").getMessages().forEach(m -> sqs.deleteMessage("https://sqs.us-east-1.amazonaws.com/123456789012/q", m.getReceiptHandle()));
        SetQueueAttributesRequest q = new SetQueueAttributesRequest(); q.setQueueUrl("https://sqs.us-east-1.amazonaws.com/123456789012/q"); q.addAttributesEntry("A", "B");
        sqs.setQueueAttributes(q);
    }
}
@DynamoDBTable(tableName = "items")
class Item1 { }
