/* python_string.c: string literals decoded, f-strings split into text and holes. See python.h.
 *
 * A literal without escapes is a slice of the source. Adjacent literals are one. A hole with a conversion or a format spec is unknown: its
 * text is not that of its value.
 */
#include "python.h"

/* A literal being put together: text not yet stored is one slice, or a buffer once there are two. */
typedef struct {
    Py *p;
    Str slice;
    Buf buf;
    u32 off;      /* of the pending text */
    ArgList parts;
    bool holes;
} Lit;

static u32 offset(Py *p, const u8 *s)
{
    return (u32)(s - p->src->text.s);
}

static Buf *pending(Lit *l)
{
    if (!l->buf.a) {
        l->buf = (Buf){.a = l->p->f->arena};
        buf_str(&l->buf, l->slice);
        l->slice = (Str){0};
    }
    return &l->buf;
}

static void add_text(Lit *l, const u8 *from, const u8 *to)
{
    if (from >= to)
        return;
    Str s = {from, to - from};
    if (!l->slice.len && !l->buf.n)
        l->off = offset(l->p, from);
    if (!l->slice.len && !l->buf.a)
        l->slice = s;
    else
        buf_str(pending(l), s);
}

static Str take_text(Lit *l)
{
    Str s = l->buf.a ? buf_done(&l->buf) : l->slice;
    l->buf = (Buf){0};
    l->slice = (Str){0};
    return s;
}

static void flush(Lit *l, u32 end)
{
    Str s = take_text(l);
    if (s.len)
        l->parts = args_add(l->p->f, l->parts, fact_string(l->p->f, s, l->off, end));
}

/* One escape at s (behind the backslash): decoded into b; where it ends. */
static const u8 *escape(Buf *b, const u8 *s, const u8 *end, bool bytes)
{
    int used;
    u32 code;
    u8 c = *s++;
    switch (c) {
    case '\r':
        return s < end && *s == '\n' ? s + 1 : s;
    case '\n':
        return s;
    case '\\':
    case '\'':
    case '"':
        buf_u8(b, c);
        return s;
    case 'a':
        buf_u8(b, 7);
        return s;
    case 'b':
        buf_u8(b, 8);
        return s;
    case 'f':
        buf_u8(b, 12);
        return s;
    case 'n':
        buf_u8(b, 10);
        return s;
    case 'r':
        buf_u8(b, 13);
        return s;
    case 't':
        buf_u8(b, 9);
        return s;
    case 'v':
        buf_u8(b, 11);
        return s;
    case 'x':
    case 'u':
    case 'U':
        if (bytes && c != 'x')
            break;
        code = hex_value(s, end, c == 'x' ? 2 : c == 'u' ? 4 : 8, &used);
        if (!used)
            break;
        buf_utf8(b, code);
        return s + used;
    case 'N':
        if (bytes || s >= end || *s != '{')
            break;
        while (s < end && *s != '}')
            s++;
        buf_utf8(b, 0xfffd);
        return s < end ? s + 1 : s;
    default:
        if (c >= '0' && c <= '7') {
            code = c - (u32)'0';
            for (int i = 0; i < 2 && s < end && *s >= '0' && *s <= '7'; i++)
                code = code * 8 + (*s++ - (u32)'0');
            buf_utf8(b, code);
            return s;
        }
        break;
    }
    buf_u8(b, '\\');
    buf_u8(b, c);
    return s;
}

/* Text without holes: escapes unless raw, line ends normalised, {{ and }} halved in templates. */
static void decode(Lit *l, const u8 *s, const u8 *end, u32 flags)
{
    const u8 *from = s;
    while (s < end) {
        if (*s == '\\' && !(flags & STR_RAW) && s + 1 < end) {
            add_text(l, from, s);
            from = s = escape(pending(l), s + 1, end, flags & STR_BYTES);
        } else if (*s == '\r') {
            add_text(l, from, s);
            buf_u8(pending(l), '\n');
            s += s + 1 < end && s[1] == '\n' ? 2 : 1;
            from = s;
        } else if (flags & STR_FORMAT && (*s == '{' || *s == '}') && s + 1 < end && s[1] == *s) {
            add_text(l, from, s + 1);
            from = s += 2;
        } else {
            s++;
        }
    }
    add_text(l, from, end);
}

ExprId py_hole(Py *p, u32 from, u32 to, bool *debug)
{
    Lexer lx = {.src = p->src, .cur = p->src->text.s + from, .end = p->src->text.s + p->src->text.len, .depth = 1};
    u32 base = (u32)p->toks.n, params = (u32)p->params.n, at = p->at;
    Str why = p->why;
    ScopeId scope = p->f->cur;
    ExprId e = 0;
    if (py_line(p, &lx, to) && !p->why.len) {
        u32 end = (u32)p->toks.n - 1;
        bool assign = debug && end > base + 1 && p->toks.v[end - 1].t.kind == T_ASSIGN;
        if (debug)
            *debug = assign;
        if (py_feed(p, base, assign ? end - 1 : end, P_EXPR))
            e = p->value;
    }
    py_drop_scopes(p, scope, to);
    p->toks.n = base;
    p->params.n = params;
    p->at = at;
    p->why = why;
    return e;
}

static void holes(Lit *l, const u8 *s, const u8 *end, u32 flags, bool spec);

/* The hole at s (behind its brace): its value goes into l. Where it ends, or null. */
static const u8 *hole(Lit *l, const u8 *s, const u8 *end)
{
    Py *p = l->p;
    const u8 *e = py_hole_end(s, end, true, 0), *close = py_hole_end(s, end, false, 0);
    if (!e || !close)
        return 0;
    bool debug = false;
    ExprId value = py_hole(p, offset(p, s), offset(p, e), &debug);
    bool plain = !debug;
    if (debug)
        add_text(l, s, e);
    if (!value) {
        fact_unsupported(p->f, p->overflow ? FACT_NESTING : S("f-string expression"), offset(p, s), offset(p, e));
        p->overflow = false;
        value = fact_unknown(p->f, offset(p, s), offset(p, e));
    }
    if (*e == '!') {
        plain = plain && e + 1 < close && e[1] == 's';
        while (e < close && *e != ':')
            e++;
    }
    ArgList parts = args_none();
    if (*e == ':' && e + 1 < close) {
        Lit inner = {.p = p};
        holes(&inner, e + 1, close, STR_RAW, true);
        plain = false;
        parts = inner.parts;
    }
    if (!plain) {
        ArgList all = args_add(p->f, args_none(), value);
        for (ArgId i = parts.head; i; i = ARG(p->f, i)->next)
            all = args_add(p->f, all, ARG(p->f, i)->value);
        value = fact_unknown_of(p->f, all, offset(p, s), offset(p, close));
    }
    flush(l, offset(p, s) - 1);
    l->parts = args_add(p->f, l->parts, value);
    l->holes = true;
    return close + 1;
}

/* A hole without an end. */
static void broken(Lit *l, const u8 *s, const u8 *end)
{
    u32 off = offset(l->p, s), to = offset(l->p, end);
    fact_unsupported(l->p->f, S("f-string expression"), off, to);
    flush(l, off);
    l->parts = args_add(l->p->f, l->parts, fact_unknown(l->p->f, off, to));
    l->holes = true;
}

/* Text with holes from s to end. In a format spec the text is dropped. */
static void holes(Lit *l, const u8 *s, const u8 *end, u32 flags, bool spec)
{
    const u8 *from = s;
    while (s < end) {
        if (*s == '\\' && !(flags & STR_RAW) && s + 1 < end) {
            if (s + 2 < end && s[1] == 'N' && s[2] == '{')
                while (s < end && *s != '}')
                    s++;
            else
                s += s[1] == '{' || s[1] == '}' ? 1 : 2;
        } else if (*s == '{' && !spec && s + 1 < end && s[1] == '{') {
            s += 2;
        } else if (*s == '{') {
            if (!spec)
                decode(l, from, s, flags);
            from = s;
            s = hole(l, s + 1, end);
            if (!s) {
                broken(l, from, end);
                return;
            }
            from = s;
        } else {
            s++;
        }
    }
    if (!spec)
        decode(l, from, end, flags);
}

Str py_string_body(const Source *src, u32 off, u32 end)
{
    const u8 *s = src->text.s + off, *e = src->text.s + end;
    while (s < e && *s != '"' && *s != '\'')
        s++;
    iz quotes = e - s >= 6 && s[1] == *s && s[2] == *s ? 3 : 1;
    if (e - s < 2 * quotes)
        return (Str){s, 0};
    return (Str){s + quotes, e - s - 2 * quotes};
}

static Str body(Py *p, Token t)
{
    const u8 *s = p->src->text.s + t.off, *e = s + t.len;
    while (*s != '"' && *s != '\'')
        s++;
    iz quotes = t.sub & STR_TRIPLE ? 3 : 1;
    if (t.sub & STR_OPEN)
        return (Str){s + quotes, e - s > quotes ? e - s - quotes : 0};
    return (Str){s + quotes, e - s - 2 * quotes};
}

static bool is_string(Token t)
{
    return t.kind == T_STRING || t.kind == T_TEMPLATE;
}

ExprId py_string(Py *p, u32 index)
{
    Token t = p->toks.v[index].t;
    bool one = !is_string(p->toks.v[index + 1].t);
    if (one && t.kind == T_STRING && !(t.sub & STR_ESCAPES))
        return fact_string(p->f, body(p, t), t.off, tok_end(t));
    Lit l = {.p = p};
    u32 off = t.off, end;
    do {
        Str s = body(p, t);
        if (t.kind == T_TEMPLATE)
            holes(&l, s.s, s.s + s.len, t.sub, false);
        else if (t.sub & STR_ESCAPES)
            decode(&l, s.s, s.s + s.len, t.sub);
        else
            add_text(&l, s.s, s.s + s.len);
        end = tok_end(t);
        t = p->toks.v[++index].t;
    } while (is_string(t));
    if (!l.holes)
        return fact_string(p->f, take_text(&l), off, end);
    flush(&l, end);
    return fact_template(p->f, l.parts, off, end);
}
