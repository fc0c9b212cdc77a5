enum Color implements Named {
    RED,
    @Deprecated GREEN("g", name()) { @Override String low() { return lower(); } },
    BLUE(),
    ;
    private final String s;
    Color(String... s) { this.s = s[0]; }
    String low() { return s; }
}
enum Empty { }
enum OnlyMembers { ; static int x = 1; }
enum Trailing { A, B, }
