/* jsonc.c: see jsonc.h. */
#include "jsonc.h"

#include "core/base/limits.h"

typedef struct {
    Arena *a;
    Str s;
    iz at;
    bool deep;
} Reader;

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
    r->at++;
    for (;;) {
        skip(r, true);
        u8 c = peek(r);
        if (c == '}' || c == ']') {
            r->at++;
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
        r->deep = r->deep || depth >= SETTING_LEVELS;
        if (r->deep || r->at >= r->s.len)
            break;
        Jsonc *e = value(r, name, depth + 1);
        *tail = e;
        tail = &e->next;
        if (r->at == before)
            break;
    }
    r->at = r->s.len;
    return v;
}

const Jsonc *jsonc_read(Arena *a, Str s, bool *deep)
{
    Reader r = {.a = a, .s = s};
    if (str_starts(s, S("\xef\xbb\xbf")))
        r.at = 3;
    const Jsonc *v = value(&r, (Str){0}, 0);
    *deep = r.deep;
    return v;
}

const Jsonc *jsonc_get(const Jsonc *v, Str key)
{
    const Jsonc *found = 0;
    for (const Jsonc *e = v && v->kind == JSONC_MAP ? v->first : 0; e; e = e->next)
        if (str_eq(e->key, key))
            found = e;
    return found;
}

Str jsonc_text(const Jsonc *v, Str key)
{
    const Jsonc *e = jsonc_get(v, key);
    return e && e->kind == JSONC_TEXT ? e->text : (Str){0};
}
