/* utf.c: see utf.h. */
#include "utf.h"

#include <string.h>

iz utf8_step(Str s)
{
    u8 c = s.s[0];
    if (c < 0x80)
        return 1;
    iz n = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
    if (!n || s.len < n)
        return 0;
    for (iz i = 1; i < n; i++)
        if ((s.s[i] & 0xc0) != 0x80)
            return 0;
    u8 d = s.s[1];
    if ((c == 0xe0 && d < 0xa0) || (c == 0xed && d > 0x9f) || (c == 0xf0 && d < 0x90) || (c == 0xf4 && d > 0x8f))
        return 0;
    return n;
}

iz utf8_bad(Str s)
{
    iz i = 0;
    while (i < s.len) {
        u64 w;
        while (i + 8 <= s.len && (memcpy(&w, s.s + i, 8), !(w & 0x8080808080808080u)))
            i += 8;
        if (i >= s.len)
            break;
        iz n = utf8_step(str_from(s, i));
        if (!n)
            return i;
        i += n;
    }
    return -1;
}

static u8 *put(u8 *p, u32 c)
{
    if (c < 0x80) {
        *p++ = (u8)c;
    } else if (c < 0x800) {
        *p++ = (u8)(0xc0 | c >> 6);
        *p++ = (u8)(0x80 | (c & 63));
    } else if (c < 0x10000) {
        *p++ = (u8)(0xe0 | c >> 12);
        *p++ = (u8)(0x80 | (c >> 6 & 63));
        *p++ = (u8)(0x80 | (c & 63));
    } else {
        *p++ = (u8)(0xf0 | c >> 18);
        *p++ = (u8)(0x80 | (c >> 12 & 63));
        *p++ = (u8)(0x80 | (c >> 6 & 63));
        *p++ = (u8)(0x80 | (c & 63));
    }
    return p;
}

Str utf16_to_utf8(Arena *a, Str s, bool big)
{
    u8 *start = new(a, u8, s.len / 2 * 3 + 4), *p = start;
    iz i = 0;
    for (; i + 1 < s.len; i += 2) {
        u32 c = big ? (u32)s.s[i] << 8 | s.s[i + 1] : (u32)s.s[i + 1] << 8 | s.s[i];
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < s.len) {
            u32 d = big ? (u32)s.s[i + 2] << 8 | s.s[i + 3] : (u32)s.s[i + 3] << 8 | s.s[i + 2];
            if (d >= 0xdc00 && d < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (d - 0xdc00);
                i += 2;
            }
        }
        p = put(p, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    }
    if (i < s.len)
        p = put(p, 0xfffd);
    *p = 0;
    return (Str){start, p - start};
}
