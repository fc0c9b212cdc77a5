/* xml.c: see xml.h. */
#include "mapper/xml.h"

typedef struct {
    Arena *a;
    Str in;
    iz i;
} Reader;

static bool blank(u8 c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_blanks(Reader *r)
{
    while (r->i < r->in.len && blank(r->in.s[r->i]))
        r->i++;
}

static bool eat(Reader *r, Str s)
{
    if (!str_starts(str_from(r->in, r->i), s))
        return false;
    r->i += s.len;
    return true;
}

/* Moves behind the next `end`. */
static bool skip_to(Reader *r, Str end)
{
    iz k = str_find(str_from(r->in, r->i), end);
    if (k < 0)
        return false;
    r->i += k + end.len;
    return true;
}

/* Comments and processing instructions. False: something that is not closed, or a document type. */
static bool skip_misc(Reader *r)
{
    for (;;) {
        skip_blanks(r);
        if (eat(r, S("<?"))) {
            if (!skip_to(r, S("?>")))
                return false;
        } else if (eat(r, S("<!--"))) {
            if (!skip_to(r, S("-->")))
                return false;
        } else {
            return !str_starts(str_from(r->in, r->i), S("<!"));
        }
    }
}

static bool name_char(u8 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ':' || c >= 0x80;
}

static Str name(Reader *r)
{
    iz from = r->i;
    while (r->i < r->in.len && name_char(r->in.s[r->i]))
        r->i++;
    return str_head(str_from(r->in, from), r->i - from);
}

static Str local(Str qname)
{
    return str_from(qname, str_rfind_u8(qname, ':') + 1);
}

static void put_rune(Buf *b, u32 c)
{
    if (c < 0x80) {
        buf_u8(b, (u8)c);
    } else if (c < 0x800) {
        buf_u8(b, (u8)(0xc0 | c >> 6));
        buf_u8(b, (u8)(0x80 | (c & 63)));
    } else if (c < 0x10000) {
        buf_u8(b, (u8)(0xe0 | c >> 12));
        buf_u8(b, (u8)(0x80 | (c >> 6 & 63)));
        buf_u8(b, (u8)(0x80 | (c & 63)));
    } else {
        buf_u8(b, (u8)(0xf0 | c >> 18));
        buf_u8(b, (u8)(0x80 | (c >> 12 & 63)));
        buf_u8(b, (u8)(0x80 | (c >> 6 & 63)));
        buf_u8(b, (u8)(0x80 | (c & 63)));
    }
}

static bool number(Str s, u32 *out)
{
    u32 base = 10, n = 0;
    if (s.len && (s.s[0] | 32) == 'x') {
        base = 16;
        s = str_from(s, 1);
    }
    if (!s.len || s.len > 7)
        return false;
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i] | 32;
        u32 v = c >= '0' && c <= '9' ? (u32)(c - '0') : c >= 'a' && c <= 'f' ? (u32)(c - 'a' + 10) : 99;
        if (v >= base)
            return false;
        n = n * base + v;
    }
    *out = n;
    return n > 0 && n < 0x110000 && (n < 0xd800 || n > 0xdfff);
}

static bool entity(Reader *r, Buf *b)
{
    iz end = str_find_u8(str_head(str_from(r->in, r->i), 12), ';');
    if (end < 0)
        return false;
    Str e = str_head(str_from(r->in, r->i), end);
    r->i += end + 1;
    static const struct {
        Str name;
        u8 c;
    } names[] = {{S_INIT("amp"), '&'}, {S_INIT("lt"), '<'}, {S_INIT("gt"), '>'}, {S_INIT("quot"), '"'}, {S_INIT("apos"), '\''}};
    for (iz i = 0; i < COUNTOF(names); i++)
        if (str_eq(e, names[i].name)) {
            buf_u8(b, names[i].c);
            return true;
        }
    u32 rune;
    if (!str_starts(e, S("#")) || !number(str_from(e, 1), &rune))
        return false;
    put_rune(b, rune);
    return true;
}

static bool attributes(Reader *r)
{
    for (;;) {
        skip_blanks(r);
        if (!name(r).len)
            return true;
        skip_blanks(r);
        if (!eat(r, S("=")))
            return false;
        skip_blanks(r);
        u8 q = r->i < r->in.len ? r->in.s[r->i] : 0;
        if (q != '"' && q != '\'')
            return false;
        r->i++;
        if (!skip_to(r, (Str){&q, 1}))
            return false;
    }
}

/* An element; the `<` is next. */
static Xml *element(Reader *r, int depth)
{
    if (depth > XML_DEPTH || !eat(r, S("<")))
        return 0;
    Str tag = name(r);
    Xml *x = new(r->a, Xml, 1), **tail = &x->child;
    Buf text = {.a = r->a};
    x->name = local(tag);
    if (!tag.len || !attributes(r))
        return 0;
    if (eat(r, S("/>")))
        return x;
    if (!eat(r, S(">")))
        return 0;
    while (r->i < r->in.len) {
        if (eat(r, S("</"))) {
            if (!str_eq(name(r), tag))
                return 0;
            skip_blanks(r);
            x->text = buf_done(&text);
            return eat(r, S(">")) ? x : 0;
        }
        if (eat(r, S("<!--"))) {
            if (!skip_to(r, S("-->")))
                return 0;
        } else if (eat(r, S("<![CDATA["))) {
            iz from = r->i;
            if (!skip_to(r, S("]]>")))
                return 0;
            buf_str(&text, str_head(str_from(r->in, from), r->i - 3 - from));
        } else if (r->in.s[r->i] == '<') {
            Xml *c = element(r, depth + 1);
            if (!c)
                return 0;
            *tail = c;
            tail = &c->next;
        } else if (eat(r, S("&"))) {
            if (!entity(r, &text))
                return 0;
        } else {
            iz from = r->i;
            while (r->i < r->in.len && r->in.s[r->i] != '<' && r->in.s[r->i] != '&')
                r->i++;
            buf_str(&text, str_head(str_from(r->in, from), r->i - from));
        }
    }
    return 0;
}

Xml *xml_parse(Arena *a, Str text)
{
    Reader r = {.a = a, .in = text};
    if (text.len > XML_SIZE)
        return 0;
    eat(&r, S("\xef\xbb\xbf"));
    if (!skip_misc(&r))
        return 0;
    Xml *x = element(&r, 0);
    return x && skip_misc(&r) && r.i == text.len ? x : 0;
}

Xml *xml_child(const Xml *x, Str name_)
{
    for (Xml *c = x ? x->child : 0; c; c = c->next)
        if (str_eq(c->name, name_))
            return c;
    return 0;
}

Xml *xml_at(const Xml *x, Str path)
{
    Str part;
    Xml *at = 0;
    while (str_cut(&path, '/', &part)) {
        at = xml_child(x, part);
        x = at;
    }
    return at;
}

Str xml_text(const Xml *x, Str path)
{
    Xml *at = xml_at(x, path);
    return at ? at->text : (Str){0};
}
