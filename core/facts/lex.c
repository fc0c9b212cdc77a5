/* lex.c: helpers that every lexer needs. See lex.h. */
#include "lex.h"

void buf_utf8(Buf *b, u32 c)
{
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    if (c < 0x80) {
        buf_u8(b, (u8)c);
        return;
    }
    if (c < 0x800) {
        buf_u8(b, (u8)(0xc0 | c >> 6));
    } else {
        if (c < 0x10000) {
            buf_u8(b, (u8)(0xe0 | c >> 12));
        } else {
            buf_u8(b, (u8)(0xf0 | c >> 18));
            buf_u8(b, (u8)(0x80 | (c >> 12 & 63)));
        }
        buf_u8(b, (u8)(0x80 | (c >> 6 & 63)));
    }
    buf_u8(b, (u8)(0x80 | (c & 63)));
}

u32 hex_value(const u8 *s, const u8 *end, int digits, int *used)
{
    u32 v = 0;
    int n = 0;
    for (; n < digits && s + n < end; n++) {
        u8 c = s[n];
        u32 d = c >= '0' && c <= '9'   ? (u32)(c - '0')
                : c >= 'a' && c <= 'f' ? (u32)(c - 'a' + 10)
                : c >= 'A' && c <= 'F' ? (u32)(c - 'A' + 10)
                                       : 16;
        if (d == 16)
            break;
        v = v << 4 | d;
    }
    *used = n;
    return v;
}
