/* javascript_build.c: facts from what the grammar has recognised: values, calls, bindings. See javascript.h; declarations are in
 * javascript_decl.c.
 *
 * A value becomes a node only when something holds it: the operands of arithmetic and comparisons mostly never do. An operator that no
 * rule can use is unknown, with those operands as parts that may have a value of interest.
 */
#include "javascript.h"

/* --- texts --- */

static u8 simple_escape(u8 c)
{
    switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'v': return '\v';
    default: return c;
    }
}

/* \u, \x and \0 escapes; c points behind the backslash. Returns the code point and moves *c behind it. */
static u32 code_escape(const u8 **c, const u8 *end)
{
    const u8 *s = *c;
    int n;
    u32 v;
    if (*s == 'x') {
        v = hex_value(s + 1, end, 2, &n);
        s += 1;
    } else if (*s == 'u' && s + 1 < end && s[1] == '{') {
        v = hex_value(s + 2, end, 8, &n);
        s += 2;
        *c = s + n + (s + n < end && s[n] == '}');
        return v;
    } else if (*s == 'u') {
        v = hex_value(s + 1, end, 4, &n);
        s += 1;
    } else { /* octal, as in old scripts */
        v = 0;
        for (n = 0; n < 3 && s + n < end && s[n] >= '0' && s[n] <= '7' && v < 32; n++)
            v = v * 8 + s[n] - '0';
        *c = s + n;
        return v;
    }
    *c = s + n;
    if (v >= 0xd800 && v < 0xdc00 && end - *c >= 6 && (*c)[0] == '\\' && (*c)[1] == 'u') {
        u32 low = hex_value(*c + 2, end, 4, &n);
        if (n == 4 && low >= 0xdc00 && low < 0xe000) {
            *c += 6;
            return 0x10000 + ((v - 0xd800) << 10) + (low - 0xdc00);
        }
    }
    return v;
}

static Str decoded(Js *p, const u8 *c, const u8 *end)
{
    Buf b = {.a = p->f->arena};
    while (c < end) {
        if (*c == '\r' && c + 1 < end && c[1] == '\n') { /* line ends of templates */
            c++;
            continue;
        }
        if (*c != '\\' || c + 1 >= end) {
            buf_u8(&b, *c++);
            continue;
        }
        c++;
        if (*c == 'x' || *c == 'u' || (*c >= '0' && *c <= '7')) {
            buf_utf8(&b, code_escape(&c, end));
        } else if (*c == '\n' || *c == '\r') {
            c += *c == '\r' && c + 1 < end && c[1] == '\n' ? 2 : 1;
        } else {
            buf_u8(&b, simple_escape(*c++));
        }
    }
    return buf_done(&b);
}

static Str slice(Js *p, u32 off, u32 end)
{
    return (Str){p->text + off, (iz)end - (iz)off};
}

Str js_text(Js *p, JsVal v)
{
    return v.esc ? decoded(p, p->text + v.off, p->text + v.end) : slice(p, v.off, v.end);
}

Str js_quoted(Js *p, JsVal v)
{
    const u8 *s = p->text + v.off, *end = p->text + v.end;
    if (s < end && end - s > 1 && end[-1] == *s)
        end--;
    s += s < end;
    return v.esc ? decoded(p, s, end) : (Str){s, end - s};
}

/* --- values --- */

const u8 js_value_of_kind[JF_KIND + 1] = {
    [T_STRING] = V_STRING, [T_NUMBER] = V_NUMBER, [J_REGEX] = V_UNKNOWN,
    [T_LPAREN] = V_BRACKET, [T_RPAREN] = V_BRACKET, [T_LBRACKET] = V_BRACKET, [T_RBRACKET] = V_BRACKET,
    [T_LBRACE] = V_BRACKET, [T_RBRACE] = V_BRACKET, [J_JSXOPEN] = V_BRACKET, [J_JSXBEGIN] = V_BRACKET,
};

const u8 js_value_of_word[W_COUNT] = {[W_true] = V_TRUE, [W_false] = V_FALSE, [W_null] = V_NULL, [W_undefined] = V_NULL};

static JsVal node(JsVal from, ExprId id)
{
    return (JsVal){.off = from.off, .end = from.end, .id = id, .as = V_NODE};
}

static JsVal unknown(u32 off, u32 end)
{
    return (JsVal){.off = off, .end = end, .as = V_UNKNOWN};
}

static JsVal made(Js *p, ExprId id)
{
    const Expr *e = EXPR(p->f, id);
    return (JsVal){.off = e->off, .end = e->end, .id = id, .as = V_NODE};
}

ExprId js_ex(Js *p, JsVal v)
{
    Facts *f = p->f;
    switch (v.as) {
    case V_NODE:
        return v.id;
    case V_NAME: {
        ExprId e = fact_name(f, js_text(p, v), v.off);
        EXPR(f, e)->end = v.end;
        if (v.sub == W_this)
            EXPR(f, e)->flags |= EXPR_SELF;
        else if (v.sub == W_super)
            EXPR(f, e)->flags |= EXPR_SUPER;
        return e;
    }
    case V_NUMBER:
        return fact_literal(f, EX_NUMBER, slice(p, v.off, v.end), v.off, v.end);
    case V_STRING:
        return fact_string(f, js_quoted(p, v), v.off, v.end);
    case V_UNKNOWN:
        return fact_unknown(f, v.off, v.end);
    case V_NULL:
        return fact_literal(f, EX_NULL, (Str){0}, v.off, v.end);
    case V_TRUE:
        return fact_literal(f, EX_BOOL, S("true"), v.off, v.end);
    case V_FALSE:
        return fact_literal(f, EX_BOOL, S("false"), v.off, v.end);
    default:
        return 0;
    }
}

/* Adds v to the parts of an unknown value unless it can hold nothing of interest. */
static ArgList add_part(Js *p, ArgList l, JsVal v)
{
    if (v.as != V_NODE)
        return l;
    const Expr *e = EXPR(p->f, v.id);
    if ((e->kind == EX_UNKNOWN && !e->args) || e->kind == EX_STRING)
        return l;
    return args_add(p->f, l, v.id);
}

static JsVal unknown_of(Js *p, JsVal a, JsVal b, u32 off, u32 end)
{
    ArgList l = add_part(p, add_part(p, args_none(), a), b);
    if (!l.n)
        return unknown(off, end);
    return (JsVal){.off = off, .end = end, .as = V_NODE, .id = fact_unknown_of(p->f, l, off, end)};
}

static bool names_type(const Facts *f, ExprId t)
{
    static const Str plain[] = {
        S_INIT("any"), S_INIT("unknown"), S_INIT("never"), S_INIT("string"), S_INIT("number"), S_INIT("boolean"), S_INIT("object"),
        S_INIT("bigint"), S_INIT("symbol"),
    };
    const Expr *e = EXPR(f, t);
    if (e->kind == EX_MEMBER)
        return true;
    if (e->kind == EX_INDEX)
        return names_type(f, e->a);
    if (e->kind != EX_NAME)
        return false;
    for (iz i = 0; i < COUNTOF(plain); i++)
        if (str_eq(e->str, plain[i]))
            return false;
    return true;
}

/* What a literal is need not be told. */
static bool says_itself(Js *p, JsVal a)
{
    if (a.as != V_NODE)
        return a.as != V_NAME && a.as != V_UNKNOWN;
    int k = EXPR(p->f, a.id)->kind;
    return k != EX_NAME && k != EX_CALL && k != EX_MEMBER && k != EX_INDEX && k != EX_UNKNOWN;
}

JsVal js_cast(Js *p, JsVal a, JsVal type)
{
    if (!type.id || says_itself(p, a) || !names_type(p->f, type.id))
        return a;
    ExprId t = fact_type(p->f, type.id, type.off, type.end);
    return made(p, fact_index(p->f, js_ex(p, a), t, type.end));
}

JsVal js_member(Js *p, JsVal obj, JsVal name)
{
    return made(p, fact_member(p->f, js_ex(p, obj), js_text(p, name), name.end));
}

JsVal js_index(Js *p, JsVal obj, JsVal index, JsVal close)
{
    if (index.as == V_STRING) /* a["b"] is a.b */
        return made(p, fact_member(p->f, js_ex(p, obj), js_quoted(p, index), close.end));
    ExprId o = js_ex(p, obj);
    return made(p, fact_index(p->f, o, js_ex(p, index), close.end));
}

JsVal js_call(Js *p, JsVal callee, ArgList args, JsVal close)
{
    return made(p, fact_call(p->f, js_ex(p, callee), args, close.end));
}

JsVal js_new(Js *p, JsVal start, JsVal type, ArgList args, JsVal close)
{
    return made(p, fact_new(p->f, js_ex(p, type), args, 0, start.off, close.end));
}

JsVal js_binary(Js *p, JsVal a, JsVal op, JsVal b)
{
    if (op.sub == W_instanceof && a.as == V_NAME && (b.as == V_NAME || b.as == V_NODE)) { /* from here on it may be one */
        ExprId x = js_ex(p, a);
        fact_bind(p->f, x, js_ex(p, b), 0, BIND_DEFAULT, a.off, b.end);
    }
    return unknown_of(p, a, b, a.off, b.end);
}

JsVal js_plus(Js *p, JsVal a, JsVal op, JsVal b)
{
    if (op.sub == '-' || (a.as == V_UNKNOWN && b.as == V_UNKNOWN))
        return unknown_of(p, a, b, a.off, b.end);
    ExprId x = js_ex(p, a);
    return made(p, fact_concat(p->f, x, js_ex(p, b), 0));
}

JsVal js_choice(Js *p, JsVal a, JsVal b, u8 flags)
{
    if (a.as == V_UNKNOWN && b.as == V_UNKNOWN)
        return unknown(a.off, b.end);
    ExprId x = js_ex(p, a);
    return made(p, fact_choice(p->f, x, js_ex(p, b), flags));
}

JsVal js_ternary(Js *p, JsVal cond, JsVal a, JsVal b)
{
    JsVal v = js_choice(p, a, b, 0);
    v.off = cond.off;
    return v;
}

static void change(Js *p, JsVal target, u32 off, u32 end)
{
    if (target.as == V_NAME || (target.as == V_NODE && EXPR(p->f, target.id)->kind == EX_MEMBER)) {
        ExprId t = js_ex(p, target);
        fact_bind(p->f, t, 0, fact_unknown(p->f, off, end), BIND_AUGMENT, off, end);
    }
}

JsVal js_unary(Js *p, JsVal op, JsVal a)
{
    if (op.sub == JS_NOT && a.as == V_NUMBER && a.end == a.off + 1 && (p->text[a.off] == '0' || p->text[a.off] == '1'))
        return (JsVal){.off = op.off, .end = a.end, .as = p->text[a.off] == '0' ? V_TRUE : V_FALSE}; /* !0, !1 of minifiers */
    if (op.sub == JS_VOID)
        return (JsVal){.off = op.off, .end = a.end, .as = V_NULL};
    if (op.sub == '-' && a.as == V_NUMBER && a.off == op.end)
        return (JsVal){.off = op.off, .end = a.end, .as = V_NUMBER};
    if (op.sub == JS_STEP)
        change(p, a, op.off, a.end);
    return unknown_of(p, a, (JsVal){0}, op.off, a.end);
}

JsVal js_postfix(Js *p, JsVal a, JsVal op)
{
    change(p, a, a.off, op.end);
    return unknown(a.off, op.end);
}

JsVal js_yield(Js *p, JsVal op, JsVal a)
{
    fact_return(p->f, js_ex(p, a), RETURN_YIELD | (op.sub == W_yield ? RETURN_EACH : 0), op.off, a.end);
    return unknown(op.off, a.end);
}

static bool assignable(Js *p, JsVal v)
{
    if (v.as == V_NAME)
        return v.sub != W_this;
    if (v.as != V_NODE)
        return false;
    int k = EXPR(p->f, v.id)->kind;
    return k == EX_MEMBER || k == EX_INDEX || k == EX_MAP || k == EX_LIST;
}

JsVal js_assign(Js *p, JsVal target, JsVal value)
{
    if (!assignable(p, target))
        return value;
    ExprId t = js_ex(p, target), v = js_ex(p, value);
    fact_bind(p->f, t, 0, v, 0, target.off, value.end);
    return node(value, v);
}

JsVal js_augment(Js *p, JsVal target, JsVal op, JsVal value)
{
    if (!assignable(p, target))
        return value;
    ExprId t = js_ex(p, target), v = js_ex(p, value);
    if (op.sub == JS_LOGICAL) {
        v = fact_choice(p->f, t, v, 0);
        fact_bind(p->f, t, 0, v, 0, target.off, value.end);
        return node(value, v);
    }
    fact_bind(p->f, t, 0, v, BIND_AUGMENT, target.off, value.end);
    return node(target, t);
}

/* --- composite --- */

ArgList js_arg(Js *p, ArgList l, JsVal v)
{
    return args_add(p->f, l, js_ex(p, v));
}

ArgList js_arg_spread(Js *p, ArgList l, JsVal v)
{
    return args_add_splat(p->f, l, js_ex(p, v), 1);
}

ArgList js_join(Js *p, ArgList a, ArgList b)
{
    if (!a.n || !b.n)
        return a.n ? a : b;
    ARG(p->f, a.tail)->next = b.head;
    return (ArgList){a.head, b.tail, a.n + b.n};
}

ArgList js_entry(Js *p, JsVal key, JsVal value)
{
    ExprId v = js_ex(p, value);
    if (key.as == V_NODE)
        return args_add_keyed(p->f, args_none(), key.id, v);
    Str name = key.as == V_STRING ? js_quoted(p, key) : js_text(p, key);
    if (!name.len)
        return args_add_keyed(p->f, args_none(), js_ex(p, key), v);
    return args_add_named(p->f, args_none(), name, v);
}

ArgList js_spread_entry(Js *p, JsVal value)
{
    return args_add_splat(p->f, args_none(), js_ex(p, value), 1);
}

JsVal js_list(Js *p, JsVal open, ArgList items, JsVal close)
{
    return made(p, fact_list(p->f, items, 0, open.off, close.end));
}

JsVal js_map(Js *p, JsVal open, ArgList entries, JsVal close)
{
    return made(p, fact_map(p->f, entries, 0, open.off, close.end));
}

/* The text of a template's piece: `…${, }…${, }…` or `…`. */
static Str piece_text(Js *p, JsVal v)
{
    const u8 *s = p->text + v.off + 1, *end = p->text + v.end;
    end -= end[-1] == '{' ? 2 : 1;
    return v.esc ? decoded(p, s, end) : (Str){s, end - s};
}

ArgList js_part_text(Js *p, ArgList l, JsVal piece)
{
    Str s = piece_text(p, piece);
    return s.len ? args_add(p->f, l, fact_string(p->f, s, piece.off, piece.end)) : l;
}

ArgList js_part(Js *p, ArgList l, JsVal v)
{
    return args_add(p->f, l, js_ex(p, v));
}

JsVal js_template_plain(Js *p, JsVal t)
{
    return made(p, fact_string(p->f, piece_text(p, t), t.off, t.end));
}

JsVal js_template(Js *p, JsVal tag, ArgList parts, JsVal whole)
{
    if (tag.as == V_NONE)
        return made(p, fact_template(p->f, parts, whole.off, whole.end));
    ArgList l = args_add(p->f, args_none(), js_ex(p, tag));
    return made(p, fact_unknown_of(p->f, js_join(p, l, parts), tag.off, whole.end));
}

JsVal js_jsx(Js *p, JsVal open, ArgList parts, JsVal close)
{
    if (!parts.n)
        return unknown(open.off, close.end);
    return made(p, fact_unknown_of(p->f, parts, open.off, close.end));
}

JsVal js_default(Js *p, JsVal target, JsVal value)
{
    if (value.as == V_NONE)
        return target;
    ExprId t = js_ex(p, target);
    fact_bind(p->f, t, 0, js_ex(p, value), BIND_DEFAULT, target.off, value.end);
    return node(target, t);
}

JsVal js_computed(Js *p, JsVal e)
{
    return node(e, js_ex(p, e));
}

JsVal js_span(Js *p, ArgList parts, JsVal last)
{
    u32 off = parts.head ? EXPR(p->f, ARG(p->f, parts.head)->value)->off : last.off;
    return (JsVal){.off = off, .end = last.end};
}
