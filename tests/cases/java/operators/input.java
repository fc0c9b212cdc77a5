class Operators {
    void f() {
        x = a + b * c - d / e % f;
        x = a + "b" + c() + 1;
        x = a == b + c ? d + e : f;
        x = a || b() && c() || !d();
        x = a & b | c ^ d << 2 >> 3 >>> 4;
        x = a >= b == c <= d != e > f;
        x >>= 1; x >>>= 2; x <<= 3; x |= 4; x /= 5;
        x = -a + ~b - +c - -1 + - - d;
        x = a < b && c > d ? e : g;
        x = y = z ? p = 1 : 2;
        x = i++ + ++i - j--;
        x = (a + b).c() + (d);
    }
}
