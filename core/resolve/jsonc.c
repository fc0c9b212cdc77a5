/* jsonc.c: see jsonc.h. */
#include "jsonc.h"

#include "core/base/limits.h"

typedef struct {
    Arena *a;
    Str s;
    iz at;
    i32 n; /* values */
    bool cut;
} Reader;

/* Entries by their places. */
struct JsoncIndex {
    const Jsonc **entry;
    Map keys;  /* to the last entry of that key */
    Map heads; /* what stands before a star, to the first entry */
    i32 *next; /* another one with this head, or -1 */
};

static u8 peek(const Reader *r)
{
    return r->at < r->s.len ? r->s.s[r->at] : 0;
}

/* Blanks, comments and, where one may be too many, commas. */
static void skip(Reader *r, bool commas)
{
    while (r->at < r->s.len) {
        u8 c = r->s.s[r->at], d = r->at + 1 < r->s.len ? r->s.s[r->at + 1] : 0;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (commas && c == ',')) {
            r->at++;
        } else if (c == '/' && d == '/') {
            iz end = str_find_u8(str_from(r->s, r->at), '\n');
            r->at = end < 0 ? r->s.len : r->at + end;
        } else if (c == '/' && d == '*') {
            iz end = str_find(str_from(r->s, r->at + 2), S("*/"));
            r->at = end < 0 ? r->s.len : r->at + end + 4;
        } else {
            return;
        }
    }
}

static Str text(Reader *r)
{
    static const u8 plain[] = {['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t'};
    Buf b = {.a = r->a};
    for (r->at++; r->at < r->s.len && r->s.s[r->at] != '"' && r->s.s[r->at] != '\n'; r->at++) {
        u8 c = r->s.s[r->at];
        if (c == '\\' && r->at + 1 < r->s.len) {
            c = r->s.s[++r->at];
            c = c < COUNTOF(plain) && plain[c] ? plain[c] : c; /* \u stays: no path or name of ours is written so */
        }
        buf_u8(&b, c);
    }
    r->at++;
    return buf_done(&b);
}

static void index_entries(Reader *r, Jsonc *v, i32 n)
{
    enum { MANY = 16 };
    if (n < MANY || v->kind != JSONC_MAP)
        return;
    struct JsoncIndex *x = new(r->a, struct JsoncIndex, 1);
    i32 *same = new(r->a, i32, n), i = 0;
    x->entry = new(r->a, const Jsonc *, n);
    x->next = new(r->a, i32, n);
    for (const Jsonc *e = v->first; e; e = e->next)
        x->entry[i++] = e;
    while (i-- > 0) {
        Str key = x->entry[i]->key;
        iz star = str_find_u8(key, '*');
        i32 *at = map_at(r->a, &x->keys, key);
        if (*at < 0)
            *at = i;
        if (star < 0)
            continue;
        i32 *head = map_at(r->a, &x->heads, str_head(key, star));
        x->next[i] = *head;
        same[i] = *head < 0 ? 1 : same[*head] + 1;
        *head = i;
        r->cut = r->cut || same[i] > SETTING_PATTERNS;
    }
    v->index = x;
}

static Jsonc *value(Reader *r, Str key, int depth)
{
    Jsonc *v = new(r->a, Jsonc, 1);
    v->key = key;
    skip(r, false);
    u8 open = peek(r);
    if (open == '"') {
        v->kind = JSONC_TEXT;
        v->text = text(r);
        return v;
    }
    if (open != '{' && open != '[') {
        iz from = r->at;
        for (u8 c = peek(r); c && c != ',' && c != '}' && c != ']' && c > ' '; c = peek(r))
            r->at++;
        v->text = str_head(str_from(r->s, from), r->at - from);
        return v;
    }
    v->kind = open == '{' ? JSONC_MAP : JSONC_LIST;
    const Jsonc **tail = &v->first;
    i32 n = 0;
    r->at++;
    for (;;) {
        skip(r, true);
        u8 c = peek(r);
        if (c == '}' || c == ']') {
            r->at++;
            index_entries(r, v, n);
            return v;
        }
        Str name = {0};
        if (open == '{') {
            if (c != '"')
                break;
            name = text(r);
            skip(r, false);
            if (peek(r) != ':')
                break;
            r->at++;
        }
        iz before = r->at;
        r->cut = r->cut || depth >= SETTING_LEVELS || r->n++ >= JSON_VALUES;
        if (r->cut || r->at >= r->s.len)
            break;
        Jsonc *e = value(r, name, depth + 1);
        *tail = e;
        tail = &e->next;
        n++;
        if (r->at == before)
            break;
    }
    r->at = r->s.len;
    index_entries(r, v, n);
    return v;
}

const Jsonc *jsonc_read(Arena *a, Str s, bool *cut)
{
    Reader r = {.a = a, .s = s};
    if (str_starts(s, S("\xef\xbb\xbf")))
        r.at = 3;
    const Jsonc *v = value(&r, (Str){0}, 0);
    *cut = r.cut;
    return v;
}

const Jsonc *jsonc_get(const Jsonc *v, Str key)
{
    const Jsonc *found = 0;
    if (v && v->index) {
        i32 i = map_get(&v->index->keys, key);
        return i < 0 ? 0 : v->index->entry[i];
    }
    for (const Jsonc *e = v && v->kind == JSONC_MAP ? v->first : 0; e; e = e->next)
        if (str_eq(e->key, key))
            found = e;
    return found;
}

/* A pattern with one star, or a plain text. */
static bool fits(Str pattern, Str s, Str *hole)
{
    iz star = str_find_u8(pattern, '*');
    *hole = (Str){0};
    if (star < 0)
        return str_eq(pattern, s);
    Str tail = str_from(pattern, star + 1);
    if (s.len < star + tail.len || !str_starts(s, str_head(pattern, star)) || !str_ends(s, tail))
        return false;
    *hole = str_head(str_from(s, star), s.len - star - tail.len);
    return true;
}

static const Jsonc *fitting_indexed(const struct JsoncIndex *x, Str name, Str *hole)
{
    i32 i = map_get(&x->keys, name);
    *hole = (Str){0};
    if (i >= 0 && str_find_u8(name, '*') < 0)
        return x->entry[i];
    for (iz n = name.len + 1; n-- > 0;) {
        int left = SETTING_PATTERNS;
        for (i = map_get(&x->heads, str_head(name, n)); i >= 0 && left-- > 0; i = x->next[i])
            if (fits(x->entry[i]->key, name, hole))
                return x->entry[i];
    }
    return 0;
}

const Jsonc *jsonc_fitting(const Jsonc *v, Str name, Str *hole)
{
    const Jsonc *best = 0;
    iz length = -1;
    Str h;
    *hole = (Str){0};
    if (!v || name.len > SETTING_KEY_MAX)
        return 0;
    if (v->index)
        return fitting_indexed(v->index, name, hole);
    for (const Jsonc *e = v->first; e; e = e->next) {
        iz star = str_find_u8(e->key, '*'), n = star < 0 ? SETTING_KEY_MAX + 1 : star;
        if (n > length && fits(e->key, name, &h)) {
            best = e;
            *hole = h;
            length = n;
        }
    }
    return best;
}

Str jsonc_text(const Jsonc *v, Str key)
{
    const Jsonc *e = jsonc_get(v, key);
    return e && e->kind == JSONC_TEXT ? e->text : (Str){0};
}
