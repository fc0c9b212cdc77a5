/* java_text.c: what Java literals, names and qualified names say. */
#include "java.h"

#include <string.h>

/* The code unit of a \uXXXX at p (which stands on the backslash), and its length; 0 length when it is none. */
static int unicode_escape(const u8 *p, const u8 *end, u32 *code)
{
    const u8 *s = p + 1;
    int used;
    while (s < end && *s == 'u')
        s++;
    if (s == p + 1)
        return 0;
    *code = hex_value(s, end, 4, &used);
    return used == 4 ? (int)(s + 4 - p) : 0;
}

/* The code point at p, surrogate pairs joined. */
static int code_point(const u8 *p, const u8 *end, u32 *code)
{
    int n = unicode_escape(p, end, code), m;
    u32 low;
    if (n && *code >= 0xd800 && *code < 0xdc00 && p + n < end && p[n] == '\\' && (m = unicode_escape(p + n, end, &low)) && low >= 0xdc00 &&
        low < 0xe000) {
        *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
        n += m;
    }
    return n;
}

/* One escape at p (on the backslash) into b; returns behind it. */
static const u8 *escape(Buf *b, const u8 *p, const u8 *end)
{
    static const u8 from[] = "btnfrs0\"'\\", to[] = "\b\t\n\f\r \0\"'\\";
    u32 code;
    int n = code_point(p, end, &code);
    if (n) {
        if (code == '\\') /* an escaped backslash begins an escape itself */
            return p + n < end && p[n] == '\\' ? (buf_u8(b, '\\'), p + n + 1) : p + n;
        buf_utf8(b, code);
        return p + n;
    }
    if (++p >= end)
        return p;
    if (*p >= '0' && *p <= '7') {
        u32 v = 0;
        int most = *p <= '3' ? 3 : 2;
        for (n = 0; n < most && p < end && *p >= '0' && *p <= '7'; n++)
            v = v * 8 + (u32)(*p++ - '0');
        buf_utf8(b, v);
        return p;
    }
    if (*p == '\r' && p + 1 < end && p[1] == '\n')
        return p + 2;
    if (*p == '\n' || *p == '\r') /* a text block's line goes on */
        return p + 1;
    for (iz i = 0; i < COUNTOF(from) - 1; i++)
        if (*p == from[i]) {
            buf_u8(b, to[i]);
            return p + 1;
        }
    buf_u8(b, *p);
    return p + 1;
}

static Str decode(Arena *a, const u8 *p, const u8 *end)
{
    Buf b = {.a = a};
    while (p < end) {
        const u8 *stop = memchr(p, '\\', (size_t)(end - p));
        if (!stop)
            stop = end;
        buf_str(&b, (Str){p, stop - p});
        p = stop < end ? escape(&b, stop, end) : end;
    }
    return buf_done(&b);
}

static bool blank(u8 c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\r';
}

/* The text of a text block: common indentation and blanks at line ends removed, line ends \n, then escapes decoded (JLS 3.10.6). */
static Str text_block(Arena *a, Arena *scratch, Str s)
{
    iz indent = PTRDIFF_MAX;
    Str rest = s, line;
    bool last = false;
    for (iz at = 0; !last; at += line.len + 1) {
        rest = str_from(s, at);
        iz nl = str_find_u8(rest, '\n');
        last = nl < 0;
        line = last ? rest : str_head(rest, nl);
        iz in = 0;
        while (in < line.len && blank(line.s[in]))
            in++;
        if ((in < line.len || last) && in < indent)
            indent = in;
    }
    Buf b = {.a = scratch};
    last = false;
    for (iz at = 0; !last; at += line.len + 1) {
        rest = str_from(s, at);
        iz nl = str_find_u8(rest, '\n');
        last = nl < 0;
        line = last ? rest : str_head(rest, nl);
        Str cut = str_from(line, indent);
        while (cut.len && blank(cut.s[cut.len - 1]))
            cut.len--;
        buf_str(&b, cut);
        if (!last)
            buf_u8(&b, '\n');
    }
    return b.n ? decode(a, b.v, b.v + b.n) : (Str){0};
}

/* A string template: literal parts and unknown holes. */
static ExprId template(Java *j, const Token *t)
{
    const u8 *text = j->f->src->text.s, *p = text + t->off + 1, *end = text + t->off + t->len - 1, *from = p;
    ArgList parts = args_none();
    while (p < end) {
        if (*p != '\\' || p + 1 >= end) {
            p++;
            continue;
        }
        if (p[1] != '{') {
            p += 2;
            continue;
        }
        if (p > from)
            parts = args_add(j->f, parts, fact_string(j->f, decode(j->f->arena, from, p), (u32)(from - text), (u32)(p - text)));
        from = p;
        int depth = 0;
        bool quoted = false;
        for (p++; p < end; p++) {
            if (*p == '\\')
                p++;
            else if (*p == '"')
                quoted = !quoted;
            else if (!quoted && *p == '{')
                depth++;
            else if (!quoted && *p == '}' && --depth == 0)
                break;
        }
        p = p < end ? p + 1 : end;
        parts = args_add(j->f, parts, fact_unknown(j->f, (u32)(from - text), (u32)(p - text)));
        from = p;
    }
    if (end > from)
        parts = args_add(j->f, parts, fact_string(j->f, decode(j->f->arena, from, end), (u32)(from - text), (u32)(end - text)));
    return fact_template(j->f, parts, t->off, t->off + t->len);
}

static ExprId string(Java *j, const Token *t)
{
    Facts *f = j->f;
    const u8 *s = f->src->text.s + t->off;
    Str in = {s + 1, t->len - 2};
    switch (t->sub) {
    case JS_TEMPLATE:
        return template(j, t);
    case JS_ESCAPED:
        in = decode(f->arena, in.s, in.s + in.len);
        break;
    case JS_BLOCK: {
        in = (Str){s + 3, t->len - 6};
        in = text_block(f->arena, j->scratch, str_from(in, str_find_u8(in, '\n') + 1));
        break;
    }
    case JS_OPEN:
        in = (Str){s + 1, t->len - 1};
        break;
    default:
        break;
    }
    ExprId e = fact_string(f, in, t->off, t->off + t->len);
    EXPR(f, e)->flags = *s == '\'' ? EXPR_CHAR : 0;
    return e;
}

ExprId java_literal(Java *j, u32 i)
{
    const Token *t = &j->t[i];
    Str text = token_text(j->f->src, *t);
    switch (t->kind) {
    case T_STRING:
        return string(j, t);
    case T_NUMBER:
        return fact_literal(j->f, EX_NUMBER, text, t->off, t->off + t->len);
    case J_NULL:
        return fact_literal(j->f, EX_NULL, text, t->off, t->off + t->len);
    default:
        return fact_literal(j->f, EX_BOOL, text, t->off, t->off + t->len);
    }
}

Str java_word(const Java *j, u32 i)
{
    Str text = token_text(j->f->src, j->t[i]);
    if (J_KIND(j, i) == T_IDENT && j->t[i].sub == JW_ESCAPED)
        return decode(j->f->arena, text.s, text.s + text.len);
    return text;
}

Str java_path(Java *j, u32 from, u32 to)
{
    if (from >= to)
        return (Str){0};
    const Token *a = &j->t[from], *z = &j->t[to - 1];
    u32 len = 0;
    bool plain = true;
    for (u32 i = from; i < to; i++) {
        len += j->t[i].len;
        plain = plain && !(J_KIND(j, i) == T_IDENT && j->t[i].sub == JW_ESCAPED);
    }
    if (plain && z->off + z->len - a->off == len)
        return (Str){j->f->src->text.s + a->off, (iz)len};
    Buf b = {.a = j->f->arena};
    for (u32 i = from; i < to; i++)
        buf_str(&b, java_word(j, i));
    return buf_done(&b);
}
