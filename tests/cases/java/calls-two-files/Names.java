package app.config;

public interface Names {
    String PREFIX = "https://sqs.eu-west-1.amazonaws.com/123456789012/";
    String QUEUE = PREFIX + "jobs";
}
