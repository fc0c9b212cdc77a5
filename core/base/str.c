/* str.c: see str.h. */
#include "str.h"

#include <stdlib.h>
#include <string.h>

int str_cmp(Str a, Str b)
{
    iz n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.s, b.s, (size_t)n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static u8 lower(u8 c)
{
    return c >= 'A' && c <= 'Z' ? (u8)(c + 32) : c;
}

bool str_ieq(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    for (iz i = 0; i < a.len; i++)
        if (lower(a.s[i]) != lower(b.s[i]))
            return false;
    return true;
}

iz str_find(Str s, Str needle)
{
    if (needle.len == 0)
        return 0;
    for (iz i = 0; i + needle.len <= s.len; i++) {
        const u8 *p = memchr(s.s + i, needle.s[0], (size_t)(s.len - needle.len - i + 1));
        if (!p)
            return -1;
        i = p - s.s;
        if (memcmp(p, needle.s, (size_t)needle.len) == 0)
            return i;
    }
    return -1;
}

iz str_find_u8(Str s, u8 c)
{
    const u8 *p = s.len > 0 ? memchr(s.s, c, (size_t)s.len) : 0;
    return p ? p - s.s : -1;
}

iz str_rfind_u8(Str s, u8 c)
{
    for (iz i = s.len; i-- > 0;)
        if (s.s[i] == c)
            return i;
    return -1;
}

static bool blank(u8 c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

Str str_trim(Str s)
{
    while (s.len && blank(s.s[0]))
        s = str_from(s, 1);
    while (s.len && blank(s.s[s.len - 1]))
        s.len--;
    return s;
}

/* Eight bytes at a time. Hashes order nothing that is printed. */
u64 str_hash(Str s)
{
    u64 h = 0xcbf29ce484222325u ^ (u64)s.len, w;
    iz i = 0;
    for (; i + 8 <= s.len; i += 8) {
        memcpy(&w, s.s + i, 8);
        h = (h ^ w) * 0x9e3779b97f4a7c15u;
        h ^= h >> 29;
    }
    if (i < s.len) {
        w = 0;
        memcpy(&w, s.s + i, (size_t)(s.len - i));
        h = (h ^ w) * 0x9e3779b97f4a7c15u;
    }
    return h ^ h >> 32;
}

Str str_dup(Arena *a, Str s)
{
    if (!s.len)
        return (Str){0};
    u8 *p = arena_raw(a, s.len, 1);
    memcpy(p, s.s, (size_t)s.len);
    return (Str){p, s.len};
}

Str str_cat(Arena *a, Str x, Str y)
{
    return str_cat3(a, x, y, (Str){0});
}

Str str_cat3(Arena *a, Str x, Str y, Str z)
{
    iz n = x.len + y.len + z.len;
    if (!n)
        return (Str){0};
    u8 *p = arena_raw(a, n, 1);
    const Str part[] = {x, y, z};
    iz at = 0;
    for (int i = 0; i < COUNTOF(part); i++) {
        if (part[i].len)
            memcpy(p + at, part[i].s, (size_t)part[i].len);
        at += part[i].len;
    }
    return (Str){p, n};
}

Str str_lower(Arena *a, Str s)
{
    u8 *p = new(a, u8, s.len);
    for (iz i = 0; i < s.len; i++)
        p[i] = lower(s.s[i]);
    return (Str){p, s.len};
}

Str str_plain(Arena *a, Str s)
{
    u8 *p = new(a, u8, s.len + 1);
    iz n = 0;
    for (iz i = 0; i < s.len; i++) {
        u8 c = lower(s.s[i]);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            p[n++] = c;
    }
    return (Str){p, n};
}

Str str_c(const char *z)
{
    return z ? (Str){(const u8 *)z, (iz)strlen(z)} : (Str){0};
}

const char *str_z(Arena *a, Str s)
{
    char *p = new(a, char, s.len + 1);
    if (s.len)
        memcpy(p, s.s, (size_t)s.len);
    return p;
}

bool str_i64(Str s, i64 *out)
{
    bool neg = s.len && s.s[0] == '-';
    if (neg)
        s = str_from(s, 1);
    if (s.len == 0 || s.len > 18)
        return false;
    i64 n = 0;
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
        n = n * 10 + (s.s[i] - '0');
    }
    *out = neg ? -n : n;
    return true;
}

bool str_cut(Str *rest, u8 sep, Str *part)
{
    if (!rest->len)
        return false;
    iz i = str_find_u8(*rest, sep);
    *part = i < 0 ? *rest : str_head(*rest, i);
    *rest = i < 0 ? (Str){0} : (Str){rest->s + i + 1, rest->len - i - 1};
    return true;
}

int str_distance(Str a, Str b, int max)
{
    enum { LONGEST = 128 };
    if (a.len > LONGEST || b.len > LONGEST)
        return max + 1;
    iz d = a.len - b.len;
    if ((d < 0 ? -d : d) > max)
        return max + 1;
    int row[LONGEST + 1];
    for (iz j = 0; j <= b.len; j++)
        row[j] = (int)j;
    for (iz i = 1; i <= a.len; i++) {
        int diag = row[0], best = row[0] = (int)i;
        for (iz j = 1; j <= b.len; j++) {
            int up = row[j];
            int v = diag + (lower(a.s[i - 1]) != lower(b.s[j - 1]));
            if (up + 1 < v)
                v = up + 1;
            if (row[j - 1] + 1 < v)
                v = row[j - 1] + 1;
            diag = up;
            row[j] = v;
            if (v < best)
                best = v;
        }
        if (best > max)
            return max + 1;
    }
    return row[b.len];
}

static bool glob(Str p, Str s, bool fold)
{
    iz i = 0, j = 0, star = -1, mark = 0;
    while (j < s.len) {
        if (i < p.len && p.s[i] == '*') {
            star = i++;
            mark = j;
        } else if (i < p.len && (p.s[i] == '?' || p.s[i] == s.s[j] || (fold && lower(p.s[i]) == lower(s.s[j])))) {
            i++;
            j++;
        } else if (star >= 0) {
            i = star + 1;
            j = ++mark;
        } else {
            return false;
        }
    }
    while (i < p.len && p.s[i] == '*')
        i++;
    return i == p.len;
}

bool str_glob(Str p, Str s)
{
    return glob(p, s, false);
}

bool str_iglob(Str p, Str s)
{
    return glob(p, s, true);
}

void buf_str(Buf *b, Str s)
{
    if (s.len > b->cap - b->n) {
        iz cap = b->cap ? b->cap * 2 : 64;
        while (cap - b->n < s.len)
            cap *= 2;
        if (!b->cap || !arena_extend(b->a, b->v + b->cap, cap - b->cap)) {
            u8 *p = arena_raw(b->a, cap, 1);
            if (b->n)
                memcpy(p, b->v, (size_t)b->n);
            b->v = p;
        }
        b->cap = cap;
    }
    if (s.len)
        memcpy(b->v + b->n, s.s, (size_t)s.len);
    b->n += s.len;
}

void buf_u8(Buf *b, u8 c)
{
    if (b->n < b->cap)
        b->v[b->n++] = c;
    else
        buf_str(b, (Str){&c, 1});
}

void buf_int(Buf *b, i64 n)
{
    u8 t[24];
    iz i = COUNTOF(t);
    u64 u = n < 0 ? 0 - (u64)n : (u64)n;
    do
        t[--i] = (u8)('0' + u % 10);
    while (u /= 10);
    if (n < 0)
        t[--i] = '-';
    buf_str(b, (Str){t + i, COUNTOF(t) - i});
}

void buf_shown(Buf *b, Str s)
{
    static const char hex[] = "0123456789abcdef";
    iz from = 0;
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        bool high = c == 0xc2 && i + 1 < s.len && s.s[i + 1] >= 0x80 && s.s[i + 1] < 0xa0; /* U+0080 to U+009F */
        if (c >= 32 && c != 127 && !high)
            continue;
        buf_str(b, str_head(str_from(s, from), i - from));
        i += high;
        from = i + 1;
        c = s.s[i];
        buf_u8(b, '\\');
        if (c == '\n' || c == '\t' || c == '\r') {
            buf_u8(b, c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
        } else {
            buf_u8(b, 'x');
            buf_u8(b, (u8)hex[c >> 4]);
            buf_u8(b, (u8)hex[c & 15]);
        }
    }
    buf_str(b, str_from(s, from));
}

Str buf_done(const Buf *b)
{
    return (Str){b->v, b->n};
}

static int by_bytes(const void *x, const void *y)
{
    return str_cmp(*(const Str *)x, *(const Str *)y);
}

void strvec_sort(StrVec *v)
{
    if (v->n > 1)
        qsort(v->v, (size_t)v->n, sizeof *v->v, by_bytes);
}

void strvec_sort_unique(StrVec *v)
{
    strvec_sort(v);
    iz n = 0;
    for (iz i = 0; i < v->n; i++)
        if (n == 0 || !str_eq(v->v[n - 1], v->v[i]))
            v->v[n++] = v->v[i];
    v->n = n;
}

bool strvec_has(const StrVec *v, Str s)
{
    for (iz i = 0; i < v->n; i++)
        if (str_eq(v->v[i], s))
            return true;
    return false;
}
