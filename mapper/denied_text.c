/* denied_text.c: brings text back to what AWS wrote: see denied.h.
 *
 * Messages come wrapped into each other (XML in a log line in JSON), so a run of backslashes of any length counts as one escape, and the result
 * of an entity is looked at again. Nothing that cannot be an escape is touched.
 */
#include "mapper/denied_part.h"

#include <string.h>

enum { ESC = 0x1b };

typedef struct {
    Str in;
    Clean *out;
    Arena *a;
    Buf b;
} Cleaner;

static int hex(u8 c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void put_rune(Buf *b, u32 c)
{
    if (c < 0x80) {
        buf_u8(b, (u8)c);
    } else if (c < 0x800) {
        buf_u8(b, (u8)(0xc0 | c >> 6));
        buf_u8(b, (u8)(0x80 | (c & 63)));
    } else {
        buf_u8(b, (u8)(0xe0 | c >> 12));
        buf_u8(b, (u8)(0x80 | (c >> 6 & 63)));
        buf_u8(b, (u8)(0x80 | (c & 63)));
    }
}

/* A colour: ESC [ digits letter, or ESC ] … BEL. Returns its length, 0 when it is none. */
static iz colour(Str s)
{
    if (s.len < 2 || s.s[0] != ESC)
        return 0;
    if (s.s[1] == '[') {
        iz i = 2;
        while (i < s.len && s.s[i] < 0x40 && s.s[i] >= 0x20)
            i++;
        return i < s.len ? i + 1 : i;
    }
    if (s.s[1] == ']') {
        iz i = 2;
        while (i < s.len && i < 4096 && s.s[i] != 7 && s.s[i] != ESC)
            i++;
        return i < s.len && s.s[i] == 7 ? i + 1 : 0;
    }
    return 1;
}

/* Terraform's bars: U+2502, U+2577, U+2575 and, at the start of a line, '|' before a blank. */
static iz bar(Str s, bool line_start)
{
    if (str_starts(s, S("\xe2\x94\x82")) || str_starts(s, S("\xe2\x95\xb7")) || str_starts(s, S("\xe2\x95\xb5")))
        return 3;
    return line_start && s.len > 1 && s.s[0] == '|' && s.s[1] == ' ' ? 1 : 0;
}

/* `\` … with what it escapes. Returns its length and appends the result; 0 when it is no escape. */
static iz backslash(Buf *b, Str s)
{
    iz n = 0;
    while (n < s.len && s.s[n] == '\\')
        n++;
    if (!n || n == s.len)
        return 0;
    u8 c = s.s[n];
    if (c == '\n' && n == 1)
        return 1; /* a line goes on in the next */
    if (c == '"' || c == '/' || c == '\'') {
        buf_u8(b, c);
        return n + 1;
    }
    if (c == 'n' || c == 'r' || c == 't') {
        buf_u8(b, c == 't' ? '\t' : '\n');
        return n + 1;
    }
    if (c == 'u' && n + 5 <= s.len) {
        u32 rune = 0;
        for (int i = 1; i <= 4; i++) {
            int h = hex(s.s[n + i]);
            if (h < 0)
                return 0;
            rune = rune * 16 + (u32)h;
        }
        if (rune >= 0x20 && (rune < 0xd800 || rune > 0xdfff))
            put_rune(b, rune);
        else
            buf_u8(b, rune == 10 || rune == 13 ? '\n' : ' ');
        return n + 5;
    }
    return 0;
}

/* &quot; &amp;quot; &#34; &#x22; … as above. */
static iz entity(Buf *b, Str s)
{
    static const struct {
        Str name;
        u8 c;
    } names[] = {{S_INIT("quot;"), '"'}, {S_INIT("apos;"), '\''}, {S_INIT("lt;"), '<'}, {S_INIT("gt;"), '>'}};
    iz at = 1;
    while (str_starts(str_from(s, at), S("amp;")))
        at += 4;
    Str rest = str_from(s, at);
    for (iz i = 0; i < COUNTOF(names); i++)
        if (str_starts(rest, names[i].name)) {
            buf_u8(b, names[i].c);
            return at + names[i].name.len;
        }
    if (rest.len && rest.s[0] == '#') {
        bool x = rest.len > 1 && (rest.s[1] == 'x' || rest.s[1] == 'X');
        u32 rune = 0;
        iz i = x ? 2 : 1, first = i;
        for (; i < rest.len && i < first + 5; i++) {
            int h = hex(rest.s[i]);
            if (h < 0 || (!x && h > 9))
                break;
            rune = rune * (x ? 16 : 10) + (u32)h;
        }
        if (i > first && i < rest.len && rest.s[i] == ';' && rune >= 9 && rune < 0xd800) {
            put_rune(b, rune);
            return at + i + 1;
        }
    }
    if (at > 1) {
        buf_u8(b, '&');
        return at;
    }
    return 0;
}

static void mark(Cleaner *c, iz raw)
{
    CleanMark *m = vec_push(c->a, &c->out->marks);
    m->at = c->b.n;
    m->raw = raw;
}

Clean clean_text(Arena *a, Str raw)
{
    Clean out = {0};
    Cleaner c = {.in = raw, .out = &out, .a = a, .b = {.a = a}};
    bool line_start = true;
    iz from = 0;
    if (!raw.len)
        return out;
    for (iz i = 0; i < raw.len;) {
        u8 x = raw.s[i];
        iz n = 0, before = c.b.n;
        if (x == '\n') {
            line_start = true;
            i++;
            continue;
        }
        if (x != '\\' && x != '&' && x != ESC && x != 0xe2 && x != '\r' && x != '|') {
            line_start = line_start && (x == ' ' || x == '\t');
            i++;
            continue;
        }
        buf_str(&c.b, (Str){raw.s + from, i - from});
        from = i;
        before = c.b.n;
        Str rest = str_from(raw, i);
        if (x == '\\')
            n = backslash(&c.b, rest);
        else if (x == '&')
            n = entity(&c.b, rest);
        else if (x == ESC)
            n = colour(rest);
        else if (x == '\r')
            n = rest.len > 1 && rest.s[1] == '\n' ? 1 : 0;
        else if ((n = bar(rest, line_start)))
            buf_u8(&c.b, ' ');
        if (!n) {
            c.b.n = before;
            line_start = false;
            do
                i++; /* a run of backslashes that escapes nothing is passed over as a whole */
            while (x == '\\' && i < raw.len && raw.s[i] == x);
            continue;
        }
        line_start = x == '\\' ? c.b.n > before && c.b.v[c.b.n - 1] == '\n' : line_start;
        i += n;
        from = i;
        mark(&c, i);
    }
    buf_str(&c.b, (Str){raw.s + from, raw.len - from});
    out.text = buf_done(&c.b);
    return out;
}

iz clean_raw(const Clean *c, iz at)
{
    iz lo = 0, hi = c->marks.n;
    while (lo < hi) {
        iz mid = lo + (hi - lo) / 2;
        if (c->marks.v[mid].at <= at)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? c->marks.v[lo - 1].raw + (at - c->marks.v[lo - 1].at) : at;
}
