class Strings {
    String a = "plain", b = "q\"uote \\ \t\n\r\b\f\s\0\7\12\101\377\u0041\uuu00e9 \ud83d\ude00 \ud83d";
    char c = 'x', d = '\'', e = '"', f = '\u0020', g = 'é';
    String h = """
        Hello
          "World" \
        joined   
        tab\tend\s\s
        three \""" quotes
        """;
    String i = """
        no newline at the end""";
    String j = """
    {"key": "value"}
  """;
    String k = "// no comment", l = "/* nor this */";
    // "not a string" call();
    /* call(); "open */ String m = "http://x" /* y() */ + "";
    /** {@code call()} **/ String n = "";
    String o = STR."a \{name("x" + "}")} b", p = RAW."\{x}\{y}", q = "\\u0041";
    int \u0061bc = 1;
}
