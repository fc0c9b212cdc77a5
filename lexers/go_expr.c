/* go_expr.c: facts from what the Go grammar recognises, continued: types, expressions, strings, composite literals.
 * The conventions stand at the head of go_build.c.
 */
#include "lexers/go.h"

/* ---------------------------------------------------------------- types */

static ExprId word(Go *g, ExprId *kept, Str s, u32 off)
{
    if (!*kept)
        *kept = fact_name(g->f, s, off);
    return *kept;
}

static ExprId built_type(Go *g, Token first, ExprId ctor, ExprId arg)
{
    ExprId e = fact_index(g->f, ctor, arg, EXPR(g->f, arg)->end);
    EXPR(g->f, e)->off = first.off;
    return e;
}

ExprId go_list_type(Go *g, Token first, ExprId elem)
{
    return built_type(g, first, word(g, &g->n_list, S("[]"), first.off), elem);
}

ExprId go_map_type(Go *g, Token first, ExprId key, ExprId elem)
{
    ArgList l = args_add(g->f, args_add(g->f, args_none(), key), elem);
    return built_type(g, first, word(g, &g->n_map, S("map"), first.off), go_as_list(g, l));
}

ExprId go_chan_type(Go *g, Token first, ExprId elem)
{
    return built_type(g, first, word(g, &g->n_chan, S("chan"), first.off), elem);
}

static ExprId types_of(Go *g, ArgList l, u32 off, u32 end)
{
    ArgList types = args_none();
    for (ArgId i = l.head; i; i = ARG(g->f, i)->next)
        types = args_add(g->f, types, ARG(g->f, i)->value);
    return fact_list(g->f, types, 0, off, end);
}

ExprId go_func_type(Go *g, GoSig sig)
{
    Facts *f = g->f;
    ArgList l = args_add(f, args_none(), types_of(g, sig.params, sig.off, sig.end));
    l = args_add(f, l, types_of(g, sig.results, sig.off, sig.end));
    ExprId both = fact_list(f, l, 0, sig.off, sig.end);
    return built_type(g, (Token){.off = sig.off}, word(g, &g->n_func, S("func"), sig.off), both);
}

ExprId go_word_type(Go *g, Token first, Token brace)
{
    ExprId e = fact_name(g->f, first.kind == GO_STRUCT ? S("struct{}") : S("interface{}"), first.off);
    EXPR(g->f, e)->end = brace.off + brace.len;
    return e;
}

ExprId go_type_args(Go *g, ExprId type, ArgList args, Token end)
{
    return fact_index(g->f, type, go_as_list(g, args), end.off + end.len);
}

/* ---------------------------------------------------------------- expressions */

ExprId go_name(Go *g, Token t)
{
    Str s = go_text(g, t);
    switch (s.len) {
    case 3:
        if (str_eq(s, S("nil")))
            return fact_literal(g->f, EX_NULL, s, t.off, t.off + t.len);
        break;
    case 4:
        if (str_eq(s, S("true")))
            return fact_literal(g->f, EX_BOOL, s, t.off, t.off + t.len);
        if (str_eq(s, S("iota")))
            g->iota = true;
        break;
    case 5:
        if (str_eq(s, S("false")))
            return fact_literal(g->f, EX_BOOL, s, t.off, t.off + t.len);
        break;
    default:
        break;
    }
    return fact_name(g->f, s, t.off);
}

ExprId go_number(Go *g, Token t)
{
    return fact_literal(g->f, EX_NUMBER, go_text(g, t), t.off, t.off + t.len);
}

ExprId go_nothing(Go *g, Token t)
{
    return fact_unknown(g->f, t.off, t.off + t.len);
}

ExprId go_member(Go *g, ExprId obj, Token name)
{
    return fact_member(g->f, obj, go_text(g, name), name.off + name.len);
}

ExprId go_call(Go *g, ExprId callee, ArgList args, Token end)
{
    return fact_call(g->f, callee, args, end.off + end.len);
}

ExprId go_index(Go *g, ExprId obj, ArgList index, Token end)
{
    return fact_index(g->f, obj, go_as_list(g, index), end.off + end.len);
}

ExprId go_slice(Go *g, ExprId obj, ExprId lo, ExprId hi, Token end)
{
    Facts *f = g->f;
    ArgList bounds = args_add(f, args_add(f, args_none(), lo), hi);
    ExprId b = fact_unknown_of(f, bounds, EXPR(f, obj)->end, end.off);
    ExprId e = fact_index(f, obj, b, end.off + end.len);
    EXPR(f, e)->flags = EXPR_SLICE;
    return e;
}

ExprId go_assert(Go *g, ExprId obj, ExprId type, Token end)
{
    Facts *f = g->f;
    return fact_index(f, obj, fact_type(f, type, EXPR(f, type)->off, end.off), end.off + end.len);
}

ExprId go_binary(Go *g, ExprId a, ExprId b)
{
    Facts *f = g->f;
    return fact_unknown_of(f, args_add(f, args_add(f, args_none(), a), b), EXPR(f, a)->off, EXPR(f, b)->end);
}

ExprId go_concat(Go *g, ExprId a, ExprId b)
{
    return fact_concat(g->f, a, b, 0);
}

ExprId go_unary(Go *g, Token op, ExprId x)
{
    return fact_unknown_of(g->f, args_add(g->f, args_none(), x), op.off, EXPR(g->f, x)->end);
}

ExprId go_address(Go *g, ExprId x)
{
    if (EXPR(g->f, x)->kind == EX_NEW)
        EXPR(g->f, x)->flags |= EXPR_ADDRESS;
    return x;
}

ExprId go_receive(Go *g, Token op, ExprId x)
{
    ExprId e = fact_index(g->f, x, fact_unknown(g->f, op.off, op.off + op.len), EXPR(g->f, x)->end);
    EXPR(g->f, e)->off = op.off;
    return e;
}

/* ---------------------------------------------------------------- strings */

static u32 octal(const u8 *s, const u8 *end, int *used)
{
    u32 v = 0;
    int n = 0;
    for (; n < 3 && s + n < end && s[n] >= '0' && s[n] <= '7'; n++)
        v = v << 3 | (u32)(s[n] - '0');
    *used = n;
    return v;
}

/* Appends what the escape at s (behind the backslash) means; returns its length. High bytes (\xff) go in as they are. */
static iz escape(Buf *b, const u8 *s, const u8 *end)
{
    static const char from[] = "abfnrtv\\'\"", to[] = "\a\b\f\n\r\t\v\\'\"";
    int used = 0;
    u32 c;
    switch (*s) {
    case 'x':
        c = hex_value(s + 1, end, 2, &used);
        buf_u8(b, (u8)c);
        return 1 + used;
    case 'u':
    case 'U':
        c = hex_value(s + 1, end, *s == 'u' ? 4 : 8, &used);
        buf_utf8(b, c);
        return 1 + used;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
        c = octal(s, end, &used);
        buf_u8(b, (u8)c);
        return used;
    default:
        for (iz i = 0; i < COUNTOF(from) - 1; i++)
            if (*s == (u8)from[i]) {
                buf_u8(b, (u8)to[i]);
                return 1;
            }
        buf_u8(b, *s); /* not Go */
        return 1;
    }
}

/* Length of the well-formed UTF-8 sequence at s, 0 if there is none. */
static iz sequence(const u8 *s, const u8 *end)
{
    iz n = *s < 0x80 ? 1 : *s >= 0xc2 && *s < 0xe0 ? 2 : *s >= 0xe0 && *s < 0xf0 ? 3 : *s >= 0xf0 && *s < 0xf5 ? 4 : 0;
    if (n > end - s || (*s == 0xe0 && s[1] < 0xa0) || (*s == 0xed && s[1] >= 0xa0) || (*s == 0xf0 && s[1] < 0x90) ||
        (*s == 0xf4 && s[1] >= 0x90))
        return 0;
    for (iz i = 1; i < n; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    return n;
}

/* Bytes that are no UTF-8 become U+FFFD. */
static Str well_formed(Arena *a, Str s)
{
    const u8 *p = s.s, *end = s.s + s.len;
    while (p < end && sequence(p, end))
        p += sequence(p, end);
    if (p == end)
        return s;
    Buf b = {.a = a};
    for (p = s.s; p < end;) {
        iz n = sequence(p, end);
        if (n)
            buf_str(&b, (Str){p, n});
        else
            buf_utf8(&b, 0xfffd);
        p += n ? n : 1;
    }
    return buf_done(&b);
}

static Str decode(Arena *a, Str s, int sub)
{
    const u8 *p = s.s, *end = s.s + s.len;
    Buf b = {.a = a};
    while (p < end) {
        if (sub == GO_ESCAPES && *p == '\\' && p + 1 < end) {
            p++;
            p += escape(&b, p, end);
        } else {
            if (sub == GO_ESCAPES || *p != '\r') /* a raw string holds no carriage returns */
                buf_u8(&b, *p);
            p++;
        }
    }
    return well_formed(a, buf_done(&b));
}

ExprId go_string(Go *g, Token t)
{
    Str s = go_text(g, t);
    s = (Str){s.s + 1, s.len - 2};
    if (t.sub == GO_ESCAPES || t.sub == GO_RAW_CR)
        s = decode(g->f->arena, s, t.sub);
    return fact_string(g->f, s, t.off, t.off + t.len);
}

/* ---------------------------------------------------------------- composite literals */

/* What a literal of this type holds, as far as the type's text tells. */
static GoLit lit_of(const Go *g, ExprId type)
{
    const Facts *f = g->f;
    const Expr *t = EXPR(f, type), *b = EXPR(f, t->b);
    GoLit l = {.type = type, .off = t->off, .kind = LIT_NEW};
    if (t->kind != EX_INDEX)
        return l;
    if (g->n_list && t->a == g->n_list) {
        l.kind = LIT_LIST;
        l.elem = t->b;
    } else if (g->n_map && t->a == g->n_map && b->kind == EX_LIST && b->nargs == 2) {
        l.kind = LIT_MAP;
        l.key = ARG(f, b->args)->value;
        l.elem = ARG(f, ARG(f, b->args)->next)->value;
    }
    return l;
}

GoMark go_lit_open(Go *g, ExprId type)
{
    GoMark m = go_mark(g);
    *(GoLit *)vec_push(g->f->arena, &g->lits) = lit_of(g, type);
    return m;
}

GoMark go_lit_inner(Go *g, Token brace)
{
    GoMark m = go_mark(g);
    GoLit outer = g->lits.n ? g->lits.v[g->lits.n - 1] : (GoLit){0};
    ExprId type = outer.kind == LIT_MAP && !outer.value ? outer.key : outer.elem;
    GoLit l = lit_of(g, type);
    l.off = brace.off;
    *(GoLit *)vec_push(g->f->arena, &g->lits) = l;
    return m;
}

void go_lit_colon(Go *g)
{
    if (g->lits.n)
        g->lits.v[g->lits.n - 1].value = true;
}

ArgList go_lit_item(Go *g, ArgList l, ExprId key, ExprId value)
{
    Facts *f = g->f;
    GoLit *lit = g->lits.n ? &g->lits.v[g->lits.n - 1] : 0;
    GoLitKind kind = lit ? lit->kind : LIT_NEW;
    if (lit)
        lit->value = false;
    if (!key || kind == LIT_LIST)
        return args_add(f, l, value);
    if (kind == LIT_NEW && EXPR(f, key)->kind == EX_NAME) {
        l = args_add_named(f, l, EXPR(f, key)->str, value);
        if (l.tail)
            ARG(f, l.tail)->key = key; /* the type may turn out to be a map */
        return l;
    }
    return args_add_keyed(f, l, key, value);
}

ExprId go_lit(Go *g, GoMark m, ArgList items, Token end)
{
    Facts *f = g->f;
    GoLit lit = g->lits.n ? g->lits.v[g->lits.n - 1] : (GoLit){0};
    u32 to = end.off + end.len;
    ExprId e;
    go_unwind(g, m);
    if (lit.kind == LIT_NEW)
        return fact_new(f, lit.type, items, EXPR_FIELDS, lit.off, to);
    e = lit.kind == LIT_LIST ? fact_list(f, items, 0, lit.off, to) : fact_map(f, items, 0, lit.off, to);
    EXPR(f, e)->a = lit.type;
    return e;
}
