package a;
public interface Store { void save(String name, String key); String load(String key); }
