class Characters {
    String a = "x" + 'y' + 1, b = prefix + '/' + key, c = '/' + key;
    int d = 'a' + 1, e = 1 + 'a', f = 'a' + 'b';
    String g = "" + (char) ('a' + 1);
}
