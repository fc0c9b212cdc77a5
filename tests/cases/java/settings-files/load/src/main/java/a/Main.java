package load;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import java.io.*;
import java.util.Properties;
public class Main {
    private static final Properties CONFIG = new Properties();
    static {
        try (InputStream in = Main.class.getClassLoader().getResourceAsStream("config.properties")) {
            CONFIG.load(in);
        } catch (IOException e) { throw new ExceptionInInitializerError(e); }
    }
    public static void main(String[] args) {
        AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
        s3.putObject(CONFIG.getProperty("bucket"), CONFIG.getProperty("key", "default.txt"), new File("x"));
    }
}
