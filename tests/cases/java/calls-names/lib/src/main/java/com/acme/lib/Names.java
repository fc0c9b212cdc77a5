package com.acme.lib;
public final class Names {
    public static final String PREFIX = "acme-";
    public static final String BUCKET = PREFIX + "data";
    public static String key(String n) { return "in/" + n; }
    public static class Tables { public static final String USERS = "users"; public interface Deep { String T = "deep-table"; } }
}
