package strategyinterface;
public interface Sink { void write(String key, byte[] data); default void flush() {} }
