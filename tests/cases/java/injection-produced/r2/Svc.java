package r2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import com.amazonaws.services.dynamodbv2.*;
@Service
public class Svc { @Autowired private AmazonDynamoDB db; void go() { db.deleteTable("q"); } }
