/* javascript_tokens.c: a whole file as an array of tokens in which every bracket knows its partner, so that the filter can look ahead as
 * far as it likes. See javascript.h.
 *
 * What the lexer cannot know is settled here with a stack of open brackets: whether an operand is expected (then / begins a regular
 * expression and < may begin JSX), whether } ends a block, an object or a template's hole. JSX text never becomes tokens; of elements only
 * the expressions in them do. When JSX does not end before the file does, it was none, and reading goes on behind its <.
 */
#include <string.h>

#include "javascript.h"

typedef struct {
    u32 tok;     /* the bracket's token */
    u8 kind;     /* ( [ {, T: ${ of a template, J: JSX, E: { in JSX */
    u8 header;   /* (: of if, for, while, with */
    u8 object;   /* {: an object, not a block */
    u8 value;    /* {: the body of a function or class that is a value */
    u8 head;     /* in it stands `function`, and its ( is awaited: BODY_* */
    u8 params;   /* (: of a function; BODY_* */
    u8 body;     /* in it the { of a function's or class's body is awaited: BODY_* */
    u8 labels;   /* {: a `case` waits for its colon */
    u8 tag;      /* J: inside a tag, not between tags */
    u8 inner;    /* J: an element that is the value of an attribute */
    u16 ternary; /* ? that wait for their colon */
    u32 depth;   /* J: elements open */
} Open;

enum { BODY_DECLARED = 1, BODY_VALUE };

typedef struct {
    Js *p;
    Lexer lx;
    VEC(Open) open;
    Open file;         /* what holds if nothing is open */
    bool operand;      /* an operand is expected next */
    bool label_colon;  /* the last token was the colon of a case or a label */
    u32 jsx_stop;      /* offsets up to here hold no JSX: it did not end */
    int jsx_failed;
    iz save_tok, save_open; /* where the outermost JSX begins */
    u32 save_off;
    bool saved;
} Scan;

enum {
    JSX_FAILURES = 16,
    FLOW_HEAD = 2000, /* bytes in which Flow's mark may stand */
};

static Open *top(Scan *s)
{
    return s->open.n ? &s->open.v[s->open.n - 1] : 0;
}

static Open *around(Scan *s)
{
    return s->open.n ? &s->open.v[s->open.n - 1] : &s->file;
}

static Token *last(Scan *s, iz back)
{
    return s->p->tok.n > back ? &s->p->tok.v[s->p->tok.n - 1 - back] : 0;
}

static int kind_of(const Token *t)
{
    return t ? t->kind & JF_KIND : T_END;
}

static bool word_is(const Token *t, int w)
{
    return t && (t->kind & JF_KIND) == T_IDENT && t->sub == w;
}

static Open *push(Scan *s, u8 kind)
{
    Open *o = vec_push(s->p->scratch, &s->open);
    *o = (Open){.tok = (u32)s->p->tok.n, .kind = kind};
    return o;
}

/* Room for the tokens of the rest of the file, if that is like what has been read. */
static void grow(Scan *s)
{
    Js *p = s->p;
    iz read = s->lx.cur - p->text + 1, n = p->tok.n;
    iz cap = n + n / 8 + (iz)((double)n / (double)read * (double)((iz)p->len - read)) + 64;
    vec_room(p->scratch, &p->tok, cap);
}

static void add(Scan *s, Token t)
{
    if (s->p->tok.n == s->p->tok.cap)
        grow(s);
    s->p->tok.v[s->p->tok.n++] = t;
}

static void add_mark(Scan *s, int kind, const u8 *at, u32 len)
{
    add(s, (Token){.off = (u32)(at - s->p->text), .len = len, .kind = (u16)(kind | JF_OPERAND)});
}

/* --- JSX --- */

static bool name_start(u8 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c >= 0x80;
}

static bool name_part(u8 c)
{
    return name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.';
}

static const u8 *blanks(const u8 *c, const u8 *end)
{
    while (c < end && (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r'))
        c++;
    return c;
}

/* Whether the < at c (an operand is expected) begins an element: not the type parameters of an arrow function. */
static bool is_jsx(Scan *s, const u8 *c)
{
    const u8 *end = s->lx.end;
    if ((u32)(c - s->p->text) < s->jsx_stop || s->jsx_failed > JSX_FAILURES)
        return false;
    if (!name_start(c[1]))
        return c[1] == '>';
    const u8 *n = c + 1;
    while (n < end && name_part(*n))
        n++;
    iz len = n - c - 1;
    const u8 *q = blanks(n, end);
    if (*q == ',')
        return false;
    if (*q == '=' && q[1] != '>') /* <T = X>: a default */
        return false;
    if (end - q > 8 && memcmp(q, "extends", 7) == 0 && !name_part(q[7])) {
        q = blanks(q + 7, end);
        return *q == '=' || *q == '>' || *q == '/';
    }
    if (len == 5 && memcmp(c + 1, "const", 5) == 0)
        return false;
    if (*q == '>' && q[1] == '(' && kind_of(last(s, 0)) == T_COLON && len <= 3) { /* a: <T>(x: T) => U, a type */
        enum { ELEMENT_MAX = 64 << 10 };
        const u8 *e = q;
        end = end - q > ELEMENT_MAX ? q + ELEMENT_MAX : end;
        while ((e = memchr(e + 1, '<', (size_t)(end - e - 1))))
            if (e[1] == '/' && end - e > len + 2 && memcmp(e + 2, c + 1, (size_t)len) == 0)
                return true;
        return false;
    }
    return true;
}

/* Behind a string, comment or type argument list in a tag. */
static const u8 *behind(const u8 *from, const u8 *end, u8 c)
{
    const u8 *to = memchr(from, c, (size_t)(end - from));
    return to ? to + 1 : end;
}

static const u8 *text_end(const u8 *c, const u8 *end)
{
    while (c < end && *c != '{' && *c != '<')
        c++;
    return c;
}

/* The innermost element on the stack is at its end. True when the whole tree is. */
static bool jsx_end(Scan *s, const u8 *c)
{
    bool inner = top(s)->inner;
    if (!inner)
        s->p->tok.v[top(s)->tok].len = (u32)s->p->tok.n;
    s->open.n--;
    if (inner)
        return false;
    add_mark(s, J_JSXEND, c - 1, 1);
    s->operand = false;
    return true;
}

/* Reads on in JSX from c up to the next { or to its end. Returns where; null when the file ends inside. */
static const u8 *jsx(Scan *s, const u8 *c)
{
    const u8 *end = s->lx.end;
    for (;;) {
        Open *o = top(s);
        if (!o->tag)
            c = text_end(c, end);
        else
            c = blanks(c, end);
        if (c >= end)
            return 0;
        if (*c == '{') {
            *push(s, 'E') = (Open){.tok = (u32)s->p->tok.n, .kind = 'E'};
            add_mark(s, J_JSXOPEN, c, 1);
            s->operand = true;
            return c + 1;
        }
        if (!o->tag) { /* < */
            if (c[1] == '/') {
                c = behind(c, end, '>');
                if (--o->depth == 0 && jsx_end(s, c))
                    return c;
            } else if (c[1] == '>') {
                o->depth++;
                c += 2;
            } else if (name_start(c[1])) {
                o->depth++;
                o->tag = 1;
                c++;
            } else {
                c++;
            }
        } else if (*c == '/' && c[1] == '>') {
            c += 2;
            o->tag = 0;
            if (--o->depth == 0 && jsx_end(s, c))
                return c;
        } else if (*c == '/' && c[1] == '/') {
            c = behind(c, end, '\n');
        } else if (*c == '/' && c[1] == '*') {
            c++;
            do
                c = behind(c + 1, end, '*');
            while (c < end && *c != '/');
            c += c < end;
        } else if (*c == '>') {
            o->tag = 0;
            c++;
        } else if (*c == '"' || *c == '\'') {
            c = behind(c + 1, end, *c);
        } else if (*c == '<') {
            bool typed = c > s->p->text && name_part(c[-1]);
            if (typed) { /* <Table<Row> … */
                c = behind(c, end, '>');
            } else {
                Open *in = push(s, 'J');
                in->inner = in->tag = 1;
                in->depth = 1;
                c++;
                if (*c == '>') {
                    in->tag = 0;
                    c++;
                }
            }
        } else {
            c++;
        }
    }
}

static bool jsx_begin(Scan *s, const u8 *c, int nl)
{
    if (!s->saved) {
        s->saved = true;
        s->save_tok = s->p->tok.n;
        s->save_open = s->open.n;
        s->save_off = (u32)(c - s->p->text);
    }
    Open *o = push(s, 'J');
    add_mark(s, J_JSXBEGIN, c, 0);
    last(s, 0)->kind |= (u16)nl;
    o->depth = 1;
    o->tag = c[1] != '>';
    const u8 *to = jsx(s, c + (o->tag ? 1 : 2));
    if (to)
        s->lx.cur = to;
    return to != 0;
}

/* The file ended inside JSX: back to the beginning of it. */
static void jsx_undo(Scan *s)
{
    s->jsx_failed++;
    s->jsx_stop = s->save_off + 1;
    s->p->tok.n = s->save_tok;
    s->open.n = s->save_open;
    s->lx.cur = s->p->text + s->save_off;
    s->operand = true;
    s->saved = false;
}

/* Whether JSX is open; forgets the way back when there is none. */
static bool in_jsx(Scan *s)
{
    if (s->saved && s->open.n <= s->save_open)
        s->saved = false;
    return s->saved;
}

/* --- brackets --- */

static u8 opener(int closer)
{
    return closer == T_RPAREN ? '(' : closer == T_RBRACKET ? '[' : '{';
}

static bool fits(const Open *o, u8 want)
{
    return o->kind == want || (want == '{' && (o->kind == 'T' || o->kind == 'E'));
}

/* Index in the stack of the bracket that a closer of this kind closes, or -1. A brace closes what was left open inside it. */
static iz partner(Scan *s, u8 want)
{
    for (iz i = s->open.n - 1; i >= 0; i--) {
        Open *o = &s->open.v[i];
        if (fits(o, want))
            return i;
        if (o->kind == 'J' || (want != '{' && o->kind != '(' && o->kind != '['))
            return -1;
    }
    return -1;
}

/* Brackets above stack index i were never closed: they reach up to the token before the next. */
static void abandon(Scan *s, iz i)
{
    while (s->open.n > i) {
        Open *o = top(s);
        if (o->kind == '(' || o->kind == '[' || o->kind == '{' || o->kind == 'E')
            s->p->tok.v[o->tok].len = (u32)s->p->tok.n - 1;
        s->open.n--;
    }
}

/* { begins an object, not a block. */
static bool is_object(Scan *s)
{
    Token *t = last(s, 0);
    switch (kind_of(t)) {
    case T_END:
    case T_SEP:
    case T_RBRACE:
    case T_RPAREN:
    case J_ARROW:
        return false;
    case T_LBRACE: {
        Open *o = top(s);
        return o && o->object;
    }
    case T_COLON:
        return !s->label_colon;
    case T_IDENT:
        return s->operand && t->sub != W_else && t->sub != W_do && t->sub != W_try && t->sub != W_finally;
    default:
        return s->operand;
    }
}

/* { begins the body of the function or class whose head was read; in the head, types may hold braces. */
static bool is_body(Scan *s)
{
    Token *t = last(s, 0);
    if (!around(s)->body)
        return false;
    switch (kind_of(t)) {
    case T_IDENT:
        return t->sub != W_extends && t->sub != W_is && t->sub != W_keyof;
    case T_OP:
        return t->sub == JS_GT || t->sub == JS_SHR || t->sub == JS_USHR;
    case T_RPAREN: case T_RBRACKET: case T_RBRACE: case T_STRING: case T_NUMBER: case T_TEMPLATE:
        return true;
    default:
        return false;
    }
}

static bool is_header(Scan *s)
{
    Token *t = last(s, 0);
    if (kind_of(t) != T_IDENT || kind_of(last(s, 1)) == T_DOT)
        return false;
    return t->sub == W_if || t->sub == W_for || t->sub == W_while || t->sub == W_with ||
           (t->sub == W_await && word_is(last(s, 1), W_for));
}

static void open_bracket(Scan *s, Token *t, int bracket)
{
    u8 kind = opener(bracket + 1);
    Open *in = around(s), made = {0};
    if (kind == '(') {
        made.header = is_header(s);
        made.params = in->head;
        in->head = 0;
    } else if (kind == '{' && is_body(s)) {
        made.value = in->body == BODY_VALUE;
        in->body = 0;
    } else if (kind == '{') {
        made.object = is_object(s);
    }
    Open *o = push(s, kind);
    made.tok = o->tok;
    made.kind = kind;
    *o = made;
    t->len = 0;
    s->p->tok.n++;
    s->operand = true;
}

static void close_bracket(Scan *s, Token *t, int kind)
{
    iz i = partner(s, opener(kind));
    if (i < 0) {
        t->kind = (u16)((t->kind & ~JF_KIND) | T_ERROR);
        s->p->tok.n++;
        return;
    }
    abandon(s, i + 1);
    Open o = *top(s);
    s->open.n--;
    s->p->tok.v[o.tok].len = (u32)s->p->tok.n;
    t->len = o.tok;
    s->p->tok.n++;
    s->operand = o.kind == '(' ? o.header : o.kind == '{' && !o.object && !o.value;
    if (o.params)
        around(s)->body = o.params;
}

/* --- words and the rest --- */

static bool operand_after_word(Scan *s, const Token *t)
{
    switch (t->sub) {
    case W_case:
    case W_default:
    case W_delete:
    case W_do:
    case W_else:
    case W_extends:
    case W_in:
    case W_instanceof:
    case W_new:
    case W_return:
    case W_throw:
    case W_typeof:
    case W_void:
    case W_await:
    case W_yield:
    case W_const:
    case W_let:
    case W_var:
        return true;
    case W_of: {
        Open *o = top(s);
        return o && o->header && !s->operand;
    }
    default:
        return false;
    }
}

static bool optional_mark(const Scan *s)
{
    const u8 *c = blanks(s->lx.cur, s->lx.end);
    return *c == ':' || *c == ',' || *c == ')' || *c == '=' || *c == ';';
}

/* Whether `function` or `class`, the last token, begins a value; else a declaration. */
static bool is_value(Scan *s)
{
    iz back = word_is(last(s, 1), W_async) && !(last(s, 0)->kind & JF_NL) ? 1 : 0;
    Token *t = last(s, back), *before = last(s, back + 1);
    if (!(t->kind & JF_OPERAND))
        return false;
    switch (kind_of(before)) {
    case T_END: case T_SEP: case T_RBRACE: case T_RPAREN:
        return false;
    case T_LBRACE:
        return around(s)->object;
    case T_COLON:
        return !s->label_colon;
    case T_IDENT:
        return before->sub != W_else && before->sub != W_do && before->sub != W_default;
    default:
        return true;
    }
}

/* `function` or `class` as the name of a property. */
static bool names_property(const Scan *s)
{
    const u8 *c = blanks(s->lx.cur, s->lx.end);
    return *c == '?' || optional_mark(s);
}

/* t is the last token. */
static void word(Scan *s, const Token *t)
{
    if (!t->sub || kind_of(last(s, 1)) == T_DOT) {
        s->operand = false;
        return;
    }
    Open *o = top(s);
    if ((t->sub == W_case || t->sub == W_default) && o && o->kind == '{')
        o->labels = 1;
    if ((t->sub == W_function || t->sub == W_class) && !names_property(s)) {
        u8 what = is_value(s) ? BODY_VALUE : BODY_DECLARED;
        *(t->sub == W_function ? &around(s)->head : &around(s)->body) = what;
    }
    s->operand = operand_after_word(s, t);
}

static void colon(Scan *s)
{
    Open *o = around(s);
    s->label_colon = false;
    if (o->ternary) {
        o->ternary--;
    } else if (!s->open.n || (o->kind == '{' && !o->object)) {
        s->label_colon = true;
        o->labels = 0;
    }
}

/* Takes in the token t, which stands behind the last one and is not counted yet. */
static void step(Scan *s, Token *t, int kind)
{
    switch (kind) {
    case T_IDENT:
        s->p->tok.n++;
        word(s, t);
        return;
    case T_SEP:
        around(s)->head = around(s)->body = 0;
        s->file.ternary = 0;
        s->operand = true;
        break;
    case T_STRING:
    case T_NUMBER:
    case T_TEMPLATE:
    case J_REGEX:
    case J_TPLTAIL:
        s->operand = false;
        break;
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
        open_bracket(s, t, kind);
        return;
    case T_RPAREN:
    case T_RBRACKET:
    case T_RBRACE:
        close_bracket(s, t, kind);
        return;
    case J_TPLHEAD:
        push(s, 'T');
        s->operand = true;
        break;
    case J_INCDEC: /* behind a value it belongs to that, unless on a new line */
        s->operand = s->operand || (t->kind & JF_NL);
        break;
    case J_UNARY:
        if (t->sub != JS_NOT || s->operand || (t->kind & JF_NL)) /* not x! */
            s->operand = true;
        break;
    case J_QM:
        if (!optional_mark(s))
            around(s)->ternary++;
        s->operand = true;
        break;
    case T_COLON:
        colon(s);
        s->operand = true;
        break;
    default:
        s->operand = true;
        break;
    }
    s->p->tok.n++;
}

/* } that closes a template's hole or an expression in JSX. False when it is an ordinary one. */
static bool special_brace(Scan *s, Token t)
{
    iz i = partner(s, '{');
    if (i < 0 || s->open.v[i].kind == '{')
        return false;
    abandon(s, i + 1);
    Open o = *top(s);
    if (o.kind == 'T') {
        s->lx.cur = s->p->text + t.off;
        s->lx.state = LEX_TEMPLATE;
        int kind = javascript_lex(&s->lx, &t);
        if (kind != J_TPLMID)
            s->open.n--;
        add(s, t);
        s->operand = kind == J_TPLMID;
        return true;
    }
    s->open.n--;
    s->p->tok.v[o.tok].len = (u32)s->p->tok.n;
    t.len = o.tok;
    add(s, t);
    const u8 *to = jsx(s, s->p->text + t.off + 1);
    if (to)
        s->lx.cur = to;
    else
        jsx_undo(s);
    return true;
}

void js_tokens(Js *p)
{
    Source blanked = {.text = {p->text, (iz)p->len}};
    Scan scan = {.p = p, .operand = true};
    Scan *s = &scan;
    s->lx = (Lexer){.src = &blanked, .cur = p->text, .end = p->text + p->len};
    if (p->len >= 3 && memcmp(p->text, "\xef\xbb\xbf", 3) == 0 && p->len > 4 && p->text[3] == '#' && p->text[4] == '!')
        while (s->lx.cur < s->lx.end && *s->lx.cur != '\n')
            s->lx.cur++;
    vec_room(p->scratch, &p->tok, (iz)p->len / 4 + 16);
    for (;;) {
        if (p->tok.n == p->tok.cap)
            grow(s);
        if (s->saved)
            (void)in_jsx(s); /* brackets that are closed now may be opened again: the way back ends with them */
        Token *t = &p->tok.v[p->tok.n];
        s->lx.state = s->operand ? LEX_OPERAND : 0;
        int kind = javascript_lex(&s->lx, t);
        if (s->operand)
            t->kind |= JF_OPERAND;
        if (kind == T_IDENT && !t->sub) { /* most tokens */
            p->tok.n++;
            s->operand = false;
            continue;
        }
        if (kind == T_END) {
            if (in_jsx(s)) {
                jsx_undo(s);
                continue;
            }
            abandon(s, 0);
            p->tok.v[p->tok.n++] = (Token){.off = p->len, .kind = (u16)((t->kind & ~JF_KIND) | T_END)};
            return;
        }
        if (kind == T_OP && t->sub == JS_LT && s->operand && p->jsx && is_jsx(s, p->text + t->off)) {
            if (!jsx_begin(s, p->text + t->off, t->kind & JF_NL))
                jsx_undo(s);
        } else if (kind != T_RBRACE || !special_brace(s, *t)) {
            step(s, t, kind);
        }
    }
}

/* --- component files --- */

/* Whether text at i begins with a tag of this name (any case). */
static bool tag_at(Str text, iz i, Str name)
{
    return text.len - i > name.len + 1 && str_ieq((Str){text.s + i, name.len}, name) && !name_part(text.s[i + name.len]);
}

static bool attribute(Str tag, Str value)
{
    iz i = str_find(tag, S("lang"));
    return i >= 0 && str_find(str_from(tag, i), value) >= 0;
}

/* A copy of a component file in which only scripts are left; tells whether they are TypeScript. */
static Str scripts(Arena *a, Str text, bool *ts, bool *jsx_on)
{
    u8 *out = new(a, u8, text.len + 1);
    for (iz i = 0; i < text.len; i++)
        out[i] = text.s[i] == '\n' ? '\n' : ' ';
    for (iz i = 0; i < text.len;) {
        iz lt = str_find_u8(str_from(text, i), '<');
        if (lt < 0)
            break;
        i += lt;
        if (str_starts(str_from(text, i), S("<!--"))) {
            iz to = str_find(str_from(text, i), S("-->"));
            i = to < 0 ? text.len : i + to;
            continue;
        }
        if (!tag_at(text, i, S("<script"))) {
            i++;
            continue;
        }
        iz gt = str_find_u8(str_from(text, i), '>');
        if (gt < 0)
            break;
        Str tag = {text.s + i, gt};
        *ts = *ts || attribute(tag, S("ts"));
        *jsx_on = *jsx_on || attribute(tag, S("sx"));
        i += gt + 1;
        iz end = i;
        while (end < text.len && !tag_at(text, end, S("</script"))) {
            iz next = str_find_u8(str_from(text, end + 1), '<');
            end = next < 0 ? text.len : end + 1 + next;
        }
        memcpy(out + i, text.s + i, (size_t)(end - i));
        if (end < text.len)
            out[end] = '\n'; /* scripts do not run into each other */
        i = end;
    }
    return (Str){out, text.len};
}

void js_dialect(Js *p)
{
    Str path = p->f->src->path, text = p->f->src->text;
    if (str_ends(path, S(".vue")) || str_ends(path, S(".svelte"))) {
        text = scripts(p->f->arena, text, &p->ts, &p->jsx);
        p->text = text.s;
        p->jsx = p->jsx || !p->ts;
        return;
    }
    p->ts = str_ends(path, S(".ts")) || str_ends(path, S(".mts")) || str_ends(path, S(".cts")) || str_ends(path, S(".tsx")) ||
            str_ends(path, S(".typescript"));
    p->jsx = !p->ts || str_ends(path, S(".tsx"));
    p->flow = !p->ts && str_find(str_head(text, FLOW_HEAD), S("@flow")) >= 0;
}
