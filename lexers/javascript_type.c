/* javascript_type.c: types of TypeScript (and, as far as it is the same, Flow), read from the token array by descent. See javascript.h.
 *
 * Types become expressions as facts.h says. Beyond that: `A | B` and `A & B` are choices, `{a: T}` is a map of names to types, `[A, B]` a
 * list, `typeof x` EX_TYPE, `T["k"]` member(T, k), `(x: A) => B` "=>"[[A]] where A says something, `[k: string]: T` an entry without a
 * name. Conditional and template types are unknown. Nothing here is an
 * error: where no type can be read the caller gets its own index back.
 */
#include "javascript.h"

typedef struct {
    Js *p;
    u32 i;
    u8 gt; /* how many > of the token at i are used up: >> closes two lists */
    bool dry;
    bool fail;
    bool plain; /* directly in the condition of a conditional type: no conditional type may stand here */
    int depth;
} Ty;

enum {
    ANGLES_MAX = 4000, /* tokens that are looked at for the end of a type argument list */
    ANGLES_LOW = 40,   /* when much has been looked at in vain */
};

static ExprId type(Ty *y);

static Token *at(const Ty *y, u32 i)
{
    return &y->p->tok.v[i < (u32)y->p->tok.n ? i : (u32)y->p->tok.n - 1];
}

static int kind(const Ty *y, u32 i)
{
    return at(y, i)->kind & JF_KIND;
}

static bool is_word(const Ty *y, u32 i, int w)
{
    return kind(y, i) == T_IDENT && at(y, i)->sub == w;
}

static bool is_op(const Ty *y, u32 i, int sub)
{
    return kind(y, i) == T_OP && at(y, i)->sub == sub;
}

static bool new_line(const Ty *y, u32 i)
{
    return at(y, i)->kind & JF_NL;
}

/* Index behind the group that opens at i. */
static u32 behind(const Ty *y, u32 i)
{
    u32 m = at(y, i)->len;
    return (m > i ? m : i) + 1;
}

static u32 end_of(const Ty *y)
{
    const Token *t = at(y, y->i ? y->i - 1 : 0);
    int k = t->kind & JF_KIND;
    return k >= T_LPAREN && k <= T_RBRACE ? t->off + 1 : t->off + t->len;
}

static ExprId unknown(const Ty *y, u32 from)
{
    return y->dry ? 0 : fact_unknown(y->p->f, at(y, from)->off, end_of(y));
}

static ExprId fail(Ty *y)
{
    y->fail = true;
    return 0;
}

static ExprId name(const Ty *y, u32 i)
{
    if (y->dry)
        return 0;
    return js_ex(y->p, js_token_value(y->p, i));
}

static bool take_gt(Ty *y)
{
    if (kind(y, y->i) != T_OP)
        return false;
    int sub = at(y, y->i)->sub;
    int n = sub == JS_GT ? 1 : sub == JS_SHR ? 2 : sub == JS_USHR ? 3 : 0;
    if (!n)
        return false;
    if (++y->gt == n) {
        y->gt = 0;
        y->i++;
    }
    return true;
}

/* A type in brackets of its own. */
static ExprId inner(Ty *y)
{
    bool plain = y->plain;
    y->plain = false;
    ExprId e = type(y);
    y->plain = plain;
    return e;
}

/* <A, B> behind base. */
static ExprId generic(Ty *y, ExprId base)
{
    Facts *f = y->p->f;
    ArgList l = args_none();
    ExprId one = 0;
    u32 from = y->i++;
    if (take_gt(y)) /* Flow: <> */
        return base;
    while (!y->fail) {
        one = inner(y);
        if (!y->dry)
            l = args_add(f, l, one);
        if (kind(y, y->i) != T_COMMA || y->gt)
            break;
        y->i++;
        if (is_op(y, y->i, JS_GT))
            break;
    }
    if (y->fail || !take_gt(y))
        return fail(y);
    if (y->dry)
        return 0;
    if (l.n > 1)
        one = fact_list(f, l, 0, at(y, from)->off, end_of(y));
    return fact_index(f, base, one, end_of(y));
}

/* a.b.c<T> */
static ExprId reference(Ty *y)
{
    ExprId e = name(y, y->i++);
    while (kind(y, y->i) == T_DOT && kind(y, y->i + 1) == T_IDENT) {
        if (!y->dry)
            e = fact_member(y->p->f, e, js_text(y->p, js_token_value(y->p, y->i + 1)), at(y, y->i + 1)->off + at(y, y->i + 1)->len);
        y->i += 2;
    }
    if (is_op(y, y->i, JS_LT) && !new_line(y, y->i)) {
        Ty save = *y;
        ExprId g = generic(y, e);
        if (!y->fail)
            return g;
        *y = save;
    }
    return e;
}

/* A type that some other type could be told from. */
static bool says(const Facts *f, ExprId e)
{
    static const Str plain[] = {S_INIT("string"), S_INIT("number"), S_INIT("boolean"), S_INIT("any"), S_INIT("unknown"), S_INIT("object")};
    const Expr *x = EXPR(f, e);
    for (iz i = 0; i < COUNTOF(plain); i++)
        if (x->kind == EX_NAME && str_eq(x->str, plain[i]))
            return false;
    return e && x->kind != EX_UNKNOWN && x->kind != EX_NULL && x->kind != EX_STRING;
}

/* The types of the parameters in brackets. */
static ExprId parameters(Ty *y)
{
    ArgList l = args_none();
    u32 open = y->i, close = at(y, open)->len;
    bool any = false;
    for (y->i = open + 1; y->i < close && !y->fail; y->i++) {
        ExprId t = 0;
        y->i += kind(y, y->i) == J_SPREAD;
        if (kind(y, y->i) != T_IDENT && kind(y, y->i) != T_LBRACE && kind(y, y->i) != T_LBRACKET)
            break;
        y->i = kind(y, y->i) == T_IDENT ? y->i + 1 : behind(y, y->i);
        y->i += kind(y, y->i) == J_QM;
        if (kind(y, y->i) == T_COLON) {
            y->i++;
            t = inner(y);
        }
        any = any || says(y->p->f, t);
        l = args_add(y->p->f, l, t ? t : unknown(y, open));
        if (kind(y, y->i) != T_COMMA)
            break;
    }
    y->fail = false;
    y->gt = 0;
    y->i = behind(y, open);
    return any ? fact_list(y->p->f, l, 0, at(y, open)->off, end_of(y)) : 0;
}

static ExprId function(Ty *y, u32 from)
{
    if (is_op(y, y->i, JS_LT)) {
        u32 to = js_angles(y->p, y->i);
        if (!to)
            return fail(y);
        y->i = to;
    }
    if (kind(y, y->i) != T_LPAREN)
        return fail(y);
    if (kind(y, behind(y, y->i)) != J_ARROW)
        return fail(y);
    bool dry = y->dry, plain = y->plain;
    y->plain = false;
    ExprId takes = dry || at(y, y->i)->len <= y->i ? 0 : parameters(y);
    if (!takes && kind(y, y->i) == T_LPAREN)
        y->i = behind(y, y->i);
    y->i++;
    y->dry = true;
    type(y);
    y->dry = dry;
    y->plain = plain;
    return takes ? fact_index(y->p->f, fact_name(y->p->f, S("=>"), at(y, from)->off), takes, end_of(y)) : unknown(y, from);
}

/* One member of an object type; false when nothing could be read. */
static bool member(Ty *y, ArgList *l)
{
    u32 from = y->i;
    while ((kind(y, y->i) == J_PLUS || is_word(y, y->i, W_readonly) || is_word(y, y->i, W_get) || is_word(y, y->i, W_set) ||
            is_word(y, y->i, W_static)) && (kind(y, y->i + 1) == T_IDENT || kind(y, y->i + 1) == T_LBRACKET || kind(y, y->i + 1) == T_STRING))
        y->i++;
    u32 key = 0, index = 0;
    switch (kind(y, y->i)) {
    case T_IDENT:
    case T_STRING:
    case T_NUMBER:
        key = y->i++;
        break;
    case T_LBRACKET:
        index = y->i;
        y->i = behind(y, y->i);
        break;
    default:
        break;
    }
    if (kind(y, y->i) == J_PLUS)
        y->i++;
    if (kind(y, y->i) == J_QM)
        y->i++;
    if (is_op(y, y->i, JS_LT)) {
        u32 to = js_angles(y->p, y->i);
        if (!to)
            return false;
        y->i = to;
    }
    if (kind(y, y->i) == T_LPAREN) {
        y->i = behind(y, y->i);
        key = index = 0;
    }
    ExprId t = 0;
    if (kind(y, y->i) == T_COLON) {
        y->i++;
        bool dry = y->dry;
        y->dry = dry || (!key && !index);
        t = inner(y);
        y->dry = dry;
    }
    if (t && key) {
        JsVal v = js_token_value(y->p, key);
        Str s = v.as == V_STRING ? js_quoted(y->p, v) : js_text(y->p, v);
        *l = args_add_named(y->p->f, *l, s, t);
    }
    if (t && index && says(y->p->f, t))
        *l = args_add_keyed(y->p->f, *l, unknown(y, index), t);
    return y->i > from && !y->fail;
}

static ExprId object(Ty *y)
{
    ArgList l = args_none();
    u32 from = y->i, close = at(y, from)->len;
    if (close <= from)
        return fail(y);
    for (y->i++; y->i < close;) {
        int k = kind(y, y->i);
        if (k == T_COMMA || k == T_SEP || k == T_OP) {
            y->i++;
        } else if (!member(y, &l)) {
            y->fail = false;
            y->gt = 0;
            y->i = y->i < close && kind(y, y->i) >= T_LPAREN && kind(y, y->i) <= T_RBRACE ? behind(y, y->i) : y->i + 1;
        }
    }
    y->i = close + 1;
    return y->dry ? 0 : fact_map(y->p->f, l, 0, at(y, from)->off, end_of(y));
}

static ExprId tuple(Ty *y)
{
    ArgList l = args_none();
    u32 from = y->i, close = at(y, from)->len;
    if (close <= from)
        return fail(y);
    for (y->i++; y->i < close && !y->fail;) {
        int splat = kind(y, y->i) == J_SPREAD;
        y->i += (u32)splat;
        if (kind(y, y->i) == T_IDENT && (kind(y, y->i + 1) == T_COLON || (kind(y, y->i + 1) == J_QM && kind(y, y->i + 2) == T_COLON)))
            y->i += kind(y, y->i + 1) == J_QM ? 3 : 2;
        ExprId t = inner(y);
        if (!y->dry)
            l = splat ? args_add_splat(y->p->f, l, t, 1) : args_add(y->p->f, l, t);
        if (kind(y, y->i) == J_QM)
            y->i++;
        if (kind(y, y->i) != T_COMMA)
            break;
        y->i++;
    }
    y->fail = false;
    y->i = close + 1;
    return y->dry ? 0 : fact_list(y->p->f, l, 0, at(y, from)->off, end_of(y));
}

bool js_parameters(const Js *p, u32 i)
{
    const Token *t = &p->tok.v[i];
    if (i + 2 >= (u32)p->tok.n)
        return false;
    switch (t[1].kind & JF_KIND) {
    case T_RPAREN: case T_LBRACE: case T_LBRACKET: case J_SPREAD: case J_AT:
        return true;
    case T_IDENT:
        break;
    default:
        return false;
    }
    switch (t[2].kind & JF_KIND) {
    case T_RPAREN: case T_COMMA: case T_COLON: case T_ASSIGN: case J_QM: case T_IDENT:
        return true;
    default:
        return false;
    }
}

static ExprId paren(Ty *y)
{
    u32 from = y->i, close = at(y, from)->len;
    if (close <= from)
        return fail(y);
    if (kind(y, close + 1) == J_ARROW && js_parameters(y->p, from))
        return function(y, from);
    y->i++;
    ExprId t = inner(y);
    y->fail = false;
    y->i = close + 1;
    return t;
}

static ExprId template(Ty *y)
{
    u32 from = y->i, deep = 0;
    do {
        int k = kind(y, y->i++);
        deep += k == J_TPLHEAD;
        deep -= k == J_TPLTAIL;
    } while (deep && kind(y, y->i) != T_END);
    return unknown(y, from);
}

/* Whether a type can begin at i: what follows a prefix word. */
static bool begins(const Ty *y, u32 i)
{
    switch (kind(y, i)) {
    case T_IDENT:
        return at(y, i)->sub != W_extends && at(y, i)->sub != W_is;
    case T_STRING:
    case T_NUMBER:
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
    case T_TEMPLATE:
    case J_TPLHEAD:
        return true;
    default:
        return false;
    }
}

static ExprId postfix(Ty *y);

static ExprId word(Ty *y)
{
    Facts *f = y->p->f;
    u32 from = y->i;
    const Token *t = at(y, from);
    bool more = begins(y, from + 1) && !new_line(y, from + 1);
    switch (t->sub) {
    case W_readonly:
        if (!more)
            break;
        y->i++;
        return postfix(y);
    case W_keyof:
    case W_unique:
        if (!more)
            break;
        y->i++;
        postfix(y);
        return unknown(y, from);
    case W_infer:
        if (!more)
            break;
        y->i += 2;
        if (is_word(y, y->i, W_extends)) { /* a constraint, unless a conditional type goes on */
            Ty save = *y;
            y->dry = y->plain = true;
            y->i++;
            type(y);
            y->dry = save.dry;
            y->plain = save.plain;
            if (y->fail || (kind(y, y->i) == J_QM && !y->plain))
                *y = save;
        }
        return unknown(y, from);
    case W_asserts:
        if (!more || kind(y, from + 1) != T_IDENT)
            break;
        y->i += 2;
        if (is_word(y, y->i, W_is)) {
            y->i++;
            type(y);
        }
        return unknown(y, from);
    case W_typeof: {
        y->i++;
        if (kind(y, y->i) != T_IDENT)
            return fail(y);
        if (is_word(y, y->i, W_import))
            return word(y);
        ExprId e = reference(y);
        return y->dry ? 0 : fact_type(f, e, t->off, end_of(y));
    }
    case W_import:
        if (kind(y, from + 1) != T_LPAREN)
            return fail(y);
        y->i = behind(y, from + 1);
        while (kind(y, y->i) == T_DOT)
            y->i += 2;
        if (is_op(y, y->i, JS_LT))
            generic(y, 0);
        return unknown(y, from);
    case W_abstract:
        if (!is_word(y, from + 1, W_new))
            break;
        y->i += 2;
        return function(y, from);
    case W_new:
        y->i++;
        return function(y, from);
    case W_void:
    case W_null:
    case W_undefined:
        y->i++;
        return y->dry ? 0 : fact_literal(f, EX_NULL, (Str){0}, t->off, t->off + t->len);
    case W_extends:
    case W_return:
    case W_const:
    case W_var:
    case W_function:
    case W_class:
    case W_if:
    case W_for:
    case W_while:
    case W_switch:
    case W_export:
    case W_throw:
    case W_try:
    case W_case:
    case W_in:
    case W_instanceof:
        return fail(y);
    default:
        break;
    }
    if (is_word(y, from + 1, W_is) && !new_line(y, from + 1)) {
        y->i += 2;
        type(y);
        return unknown(y, from);
    }
    return reference(y);
}

static ExprId primary(Ty *y)
{
    u32 from = y->i;
    const Token *t = at(y, from);
    switch (t->kind & JF_KIND) {
    case T_IDENT:
        return word(y);
    case T_LPAREN:
        return paren(y);
    case T_LBRACE:
        return object(y);
    case T_LBRACKET:
        return tuple(y);
    case T_STRING:
    case T_NUMBER:
        y->i++;
        return name(y, from);
    case T_TEMPLATE:
    case J_TPLHEAD:
        return template(y);
    case J_PLUS:
        y->i += 2;
        return unknown(y, from);
    case J_QM: /* Flow: ?T */
        y->i++;
        return postfix(y);
    case J_MUL:
        y->i++;
        return unknown(y, from);
    case T_OP:
        if (t->sub == JS_LT)
            return function(y, from);
        return fail(y);
    default:
        return fail(y);
    }
}

static ExprId postfix(Ty *y)
{
    Facts *f = y->p->f;
    u32 from = y->i;
    ExprId e = primary(y);
    while (!y->fail && !y->gt && kind(y, y->i) == T_LBRACKET && !new_line(y, y->i)) {
        u32 open = y->i, close = at(y, open)->len;
        if (close <= open)
            return fail(y);
        y->i = close + 1;
        if (y->dry)
            continue;
        if (close == open + 1)
            e = fact_index(f, fact_name(f, S("[]"), at(y, open)->off), e, at(y, close)->off + 1);
        else if (close == open + 2 && kind(y, open + 1) == T_STRING)
            e = fact_member(f, e, js_quoted(y->p, js_token_value(y->p, open + 1)), at(y, close)->off + 1);
        else
            e = unknown(y, from);
    }
    return e;
}

static ExprId type(Ty *y)
{
    if (y->fail || ++y->depth > FACTS_MAX_DEPTH)
        return fail(y);
    u32 from = y->i;
    if (is_op(y, y->i, JS_PIPE) || is_op(y, y->i, JS_AMP))
        y->i++;
    ExprId e = postfix(y);
    while (!y->fail && !y->gt && (is_op(y, y->i, JS_PIPE) || is_op(y, y->i, JS_AMP))) {
        y->i++;
        ExprId b = postfix(y);
        if (!y->dry && !y->fail)
            e = fact_choice(y->p->f, e, b, 0);
    }
    if (!y->fail && !y->gt && !y->plain && is_word(y, y->i, W_extends)) {
        Ty save = *y;
        y->dry = y->plain = true;
        y->i++;
        type(y);
        y->plain = false;
        if (kind(y, y->i) == J_QM) {
            y->i++;
            type(y);
            if (kind(y, y->i) != T_COLON)
                return fail(y);
            y->i++;
            type(y);
            y->dry = save.dry;
            e = unknown(y, from);
        } else { /* infer X extends Y */
            *y = save;
        }
    }
    y->depth--;
    return e;
}

u32 js_type(Js *p, u32 i, ExprId *out, bool dry)
{
    Ty y = {.p = p, .i = i, .dry = dry};
    *out = type(&y);
    if (y.fail) {
        *out = 0;
        return i;
    }
    return y.i;
}

static bool angle_word(int w)
{
    switch (w) {
    case W_break: case W_case: case W_catch: case W_class: case W_continue: case W_debugger: case W_default: case W_delete: case W_do:
    case W_else: case W_export: case W_finally: case W_for: case W_function: case W_if: case W_instanceof: case W_return: case W_super:
    case W_switch: case W_throw: case W_try: case W_var: case W_while: case W_with: case W_await: case W_yield: case W_let:
        return false;
    default:
        return true;
    }
}

/* The same, looking at tokens before `end` only; *stop: where it ended. */
static u32 angles(const Js *p, u32 i, u32 end, u32 *stop)
{
    int depth = 0;
    for (u32 k = i; k < end; k++) {
        *stop = k;
        const Token *t = &p->tok.v[k];
        switch (t->kind & JF_KIND) {
        case T_OP:
            switch (t->sub) {
            case JS_LT:
                depth++;
                break;
            case JS_GT:
                depth--;
                break;
            case JS_SHR:
                depth -= 2;
                break;
            case JS_USHR:
                depth -= 3;
                break;
            case JS_PIPE:
            case JS_AMP:
                break;
            default:
                return 0;
            }
            if (depth == 0)
                return k + 1;
            if (depth < 0)
                return 0;
            break;
        case T_LPAREN:
        case T_LBRACKET:
        case T_LBRACE:
            if (t->len <= k)
                return 0;
            k = t->len;
            break;
        case T_IDENT:
            if (!angle_word(t->sub))
                return 0;
            break;
        case T_STRING:
        case T_NUMBER:
        case T_TEMPLATE:
        case J_TPLHEAD:
        case J_TPLMID:
        case J_TPLTAIL:
        case T_COMMA:
        case T_DOT:
        case T_COLON:
        case T_ASSIGN:
        case J_QM:
        case J_ARROW:
        case J_SPREAD:
            break;
        case J_PLUS:
            if (t->sub != '-')
                return 0;
            break;
        default:
            return 0;
        }
    }
    return 0;
}

u32 js_angles(Js *p, u32 i)
{
    u32 end = (u32)p->tok.n, stop = i, most = p->vain > end ? ANGLES_LOW : ANGLES_MAX;
    u32 to = angles(p, i, end - i > most ? i + most : end, &stop);
    if (!to)
        p->vain += stop - i;
    return to;
}

void js_type_params(Js *p, u32 i)
{
    Ty y = {.p = p, .i = i + 1};
    while (!y.fail) {
        while (kind(&y, y.i) == T_IDENT && kind(&y, y.i + 1) == T_IDENT && !is_word(&y, y.i + 1, W_extends))
            y.i++;
        if (kind(&y, y.i) != T_IDENT)
            return;
        u32 n = y.i++;
        ExprId constraint = 0;
        if (is_word(&y, y.i, W_extends)) {
            y.i++;
            constraint = type(&y);
        }
        if (y.fail)
            return;
        if (kind(&y, y.i) == T_ASSIGN) {
            y.i++;
            y.dry = true;
            type(&y);
            y.dry = false;
        }
        if (constraint) {
            JsTypeParam *tp = vec_push(p->scratch, &p->tparams);
            tp->name = js_text(p, js_token_value(p, n));
            tp->constraint = constraint;
            tp->off = at(&y, n)->off;
        }
        if (kind(&y, y.i) != T_COMMA || y.gt)
            return;
        y.i++;
    }
}
