package r3;
import com.google.inject.*;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
class Mod extends AbstractModule { @Provides SqsClient c() { return SqsClient.builder().region(Region.EU_WEST_1).build(); } }
