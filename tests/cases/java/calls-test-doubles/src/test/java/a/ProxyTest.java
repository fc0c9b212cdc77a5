package a;
class ProxyTest { TestClient t = new TestClient(); void t() { new Proxy(t).go(); } }
class TestClient implements software.amazon.awssdk.services.kinesis.KinesisClient { public software.amazon.awssdk.services.kinesis.model.DeleteStreamResponse deleteStream(software.amazon.awssdk.services.kinesis.model.DeleteStreamRequest r) { return null; } }
