/* python_build.c: the actions of the Python grammar. See python.h. */
#include "python.h"

static Str text(Py *p, Token t)
{
    return token_text(p->src, t);
}

static u32 off_of(Py *p, ExprId e)
{
    return EXPR(p->f, e)->off;
}

static u32 end_of(Py *p, ExprId e)
{
    return EXPR(p->f, e)->end;
}

/* ---------------------------------------------------------------- expressions */

ExprId py_const(Py *p, Token t)
{
    switch (t.sub) {
    case SUB_TRUE:
        return fact_literal(p->f, EX_BOOL, S("true"), t.off, tok_end(t));
    case SUB_FALSE:
        return fact_literal(p->f, EX_BOOL, S("false"), t.off, tok_end(t));
    case SUB_NULL:
        return fact_literal(p->f, EX_NULL, text(p, t), t.off, tok_end(t));
    default:
        return fact_unknown(p->f, t.off, tok_end(t));
    }
}

ExprId py_ident(Py *p, Token t)
{
    ExprId e = fact_name(p->f, text(p, t), t.off);
    if (t.len == 5 && str_eq(text(p, t), S("super")))
        EXPR(p->f, e)->flags = EXPR_SUPER;
    return e;
}

ExprId py_number(Py *p, Token t)
{
    return fact_literal(p->f, EX_NUMBER, text(p, t), t.off, tok_end(t));
}

ExprId py_unary(Py *p, Token op, ExprId a)
{
    const Expr *x = EXPR(p->f, a);
    u32 end = x->end;
    if (x->kind == EX_NUMBER && op.kind == P_MINUS && p->src->text.s[op.off] == '-' && x->off == op.off + 1 &&
        p->src->text.s[x->off] != '-')
        return fact_literal(p->f, EX_NUMBER, (Str){p->src->text.s + op.off, (iz)(end - op.off)}, op.off, end);
    return fact_unknown_of(p->f, args_add(p->f, args_none(), a), op.off, end);
}

ExprId py_binary(Py *p, ExprId a, ExprId b)
{
    ArgList parts = args_add(p->f, args_none(), a);
    return fact_unknown_of(p->f, args_add(p->f, parts, b), off_of(p, a), end_of(p, b));
}

ExprId py_walrus(Py *p, Token name, ExprId value)
{
    ExprId target = py_ident(p, name);
    fact_bind(p->f, target, 0, value, BIND_IMPLICIT, name.off, end_of(p, value));
    return value;
}

/* The function or lambda around the current place; 0: none. */
static ScopeId function(Py *p)
{
    ScopeId s = p->f->cur;
    while (s && p->f->scopes.v[s].kind == SCOPE_BLOCK)
        s = p->f->scopes.v[s].parent;
    int kind = p->f->scopes.v[s].kind;
    return kind == SCOPE_FUNCTION || kind == SCOPE_LAMBDA ? s : 0;
}

ExprId py_yield(Py *p, Token kw, ExprId value, u32 flags)
{
    u32 end = value ? end_of(p, value) : tok_end(kw);
    fact_return(p->f, value, RETURN_YIELD | flags, kw.off, end);
    ScopeId s = function(p);
    if (s)
        p->f->scopes.v[s].flags |= SCOPE_GENERATOR;
    return fact_unknown(p->f, kw.off, end);
}

ExprId py_call(Py *p, ExprId callee, ArgList args, Token close)
{
    return fact_call(p->f, callee, args, tok_end(close));
}

ArgList py_arg(Py *p, ArgList list, PyItem item)
{
    if (item.len)
        return args_add_named(p->f, list, (Str){p->src->text.s + item.off, (iz)item.len}, item.value);
    if (item.splat)
        return args_add_splat(p->f, list, item.value, (int)item.splat);
    return args_add(p->f, list, item.value);
}

PyItem py_slice(Py *p, Token colon, ExprId lower, ExprId upper, ExprId step)
{
    ArgList bounds = args_add(p->f, args_none(), lower);
    bounds = args_add(p->f, bounds, upper);
    if (step)
        bounds = args_add(p->f, bounds, step);
    ExprId last = step ? step : upper;
    u32 off = lower ? off_of(p, lower) : colon.off;
    u32 end = last ? end_of(p, last) : tok_end(colon);
    return (PyItem){.value = fact_unknown_of(p->f, bounds, off, end), .splat = PY_SLICE};
}

static ArgList add_item(Py *p, ArgList l, ExprId value, u32 splat)
{
    return splat && splat != PY_SLICE ? args_add_splat(p->f, l, value, (int)splat) : args_add(p->f, l, value);
}

PyItems py_items(Py *p, PyItems list, PyItem item)
{
    if (!list.some && (!item.splat || item.splat == PY_SLICE)) {
        list.one = item.value;
        list.slice = item.splat == PY_SLICE;
    } else {
        if (list.one)
            list.l = args_add(p->f, list.l, list.one);
        list.one = 0;
        list.l = add_item(p, list.l, item.value, item.splat);
    }
    list.some = true;
    return list;
}

PyItems py_comma(PyItems list)
{
    list.comma = true;
    return list;
}

static ArgList all_items(Py *p, PyItems items)
{
    return items.one ? args_add(p->f, items.l, items.one) : items.l;
}

ExprId py_tuple(Py *p, PyItems items)
{
    if (items.one && !items.comma)
        return items.one;
    ArgList l = all_items(p, items);
    u32 off = off_of(p, ARG(p->f, l.head)->value), end = end_of(p, ARG(p->f, l.tail)->value);
    return fact_list(p->f, l, 0, off, end);
}

ExprId py_paren(Py *p, Token open, PyItems items, Token close)
{
    if (items.one && !items.comma)
        return items.one;
    return py_list(p, open, items, close);
}

ExprId py_list(Py *p, Token open, PyItems items, Token close)
{
    return fact_list(p->f, all_items(p, items), 0, open.off, tok_end(close));
}

ExprId py_map(Py *p, Token open, ArgList entries, Token close)
{
    return fact_map(p->f, entries, 0, open.off, tok_end(close));
}

ExprId py_index(Py *p, ExprId object, PyItems subs, Token close)
{
    ExprId e = fact_index(p->f, object, py_tuple(p, subs), tok_end(close));
    if (subs.one && subs.slice && !subs.comma)
        EXPR(p->f, e)->flags |= EXPR_SLICE;
    return e;
}

/* ---------------------------------------------------------------- comprehensions */

ScopeId py_comp_open(Py *p, Token t)
{
    return scope_open(p->f, SCOPE_BLOCK, (Str){0}, SCOPE_LOOP | SCOPE_BRANCH | SCOPE_NESTS_NAMES, t.off);
}

void py_comp_for(Py *p, ExprId target, ExprId iter)
{
    fact_bind(p->f, target, 0, iter, BIND_ITER | BIND_DECLARE, off_of(p, target), end_of(p, iter));
}

ExprId py_comp(Py *p, Token open, PyItem item, Token close)
{
    scope_close(p->f, tok_end(close));
    return fact_list(p->f, add_item(p, args_none(), item.value, item.splat), EXPR_OPEN, open.off, tok_end(close));
}

ExprId py_comp_map(Py *p, Token open, ExprId key, ExprId value, Token close)
{
    scope_close(p->f, tok_end(close));
    ArgList l = key ? args_add_keyed(p->f, args_none(), key, value) : args_add_splat(p->f, args_none(), value, 1);
    return fact_map(p->f, l, EXPR_OPEN, open.off, tok_end(close));
}

/* ---------------------------------------------------------------- functions and classes */

void py_param(Py *p, Token name, ExprId type, ExprId dflt, ParamKind kind)
{
    type = py_type(p, type);
    Str s = name.len ? text(p, name) : (Str){0};
    *vec_push(p->scratch, &p->params) = (Param){.name = s, .type = type, .dflt = dflt, .off = name.off, .kind = (u8)kind};
}

void py_param_pattern(Py *p, Token open, PyItems items, ExprId dflt)
{
    ExprId pattern = py_list(p, open, items, open);
    *vec_push(p->scratch, &p->params) = (Param){.pattern = pattern, .dflt = dflt, .off = open.off};
}

/* Moves the parameters read since `from` to the scope just opened. A bare `*` only marks those behind it. */
static void take_params(Py *p, u32 from, bool receiver, bool opened)
{
    bool named_only = false;
    for (iz i = from; opened && i < p->params.n; i++) {
        Param x = p->params.v[i];
        if (x.kind == PARAM_POSITIONAL && named_only)
            x.kind = PARAM_KEYWORD_ONLY;
        else if (x.kind == PARAM_POSITIONAL && receiver)
            x.kind = PARAM_RECEIVER;
        named_only = named_only || x.kind == PARAM_REST;
        receiver = false;
        if (x.kind == PARAM_REST && !x.name.len)
            continue;
        Param *y = scope_param(p->f, x.name, x.type, x.dflt, x.kind, x.off);
        y->pattern = x.pattern;
    }
    p->params.n = from;
}

ScopeId py_lambda_open(Py *p, Token kw, u32 params)
{
    ScopeId s = scope_open(p->f, SCOPE_LAMBDA, (Str){0}, 0, kw.off);
    take_params(p, params, false, true);
    return s;
}

ExprId py_lambda(Py *p, ScopeId scope, ExprId body)
{
    fact_return(p->f, body, 0, off_of(p, body), end_of(p, body));
    scope_close(p->f, end_of(p, body));
    return fact_lambda(p->f, scope);
}

void py_decorator(Py *p, ExprId e)
{
    p->decorators = args_add(p->f, p->decorators, e);
}

/* The last name of a dotted one, of what is called or indexed. */
static Str last_name(Py *p, ExprId e)
{
    const Expr *x = EXPR(p->f, e);
    if (x->kind == EX_CALL || x->kind == EX_INDEX)
        x = EXPR(p->f, x->a);
    return x->kind == EX_NAME || x->kind == EX_MEMBER ? x->str : (Str){0};
}

static bool one_of(Str s, const Str *names, iz n)
{
    for (iz i = 0; i < n; i++)
        if (str_eq(s, names[i]))
            return true;
    return false;
}

static bool in_class(Py *p)
{
    ScopeId s = p->f->cur;
    while (s && p->f->scopes.v[s].kind == SCOPE_BLOCK)
        s = p->f->scopes.v[s].parent;
    return p->f->scopes.v[s].kind == SCOPE_CLASS;
}

static u32 method_flags(Py *p, Str name)
{
    static const Str properties[] = {
        S_INIT("property"),      S_INIT("cached_property"), S_INIT("abstractproperty"), S_INIT("classproperty"),
        S_INIT("lazy_property"), S_INIT("lazyproperty"),    S_INIT("hybrid_property"),  S_INIT("reify"),
        S_INIT("cachedproperty"), S_INIT("async_property"), S_INIT("threaded_cached_property"),
    };
    static const Str statics[] = {S_INIT("staticmethod"), S_INIT("abstractstaticmethod")};
    static const Str classes[] = {S_INIT("classmethod"), S_INIT("abstractclassmethod")};
    static const Str implicit[] = {S_INIT("__new__"), S_INIT("__init_subclass__"), S_INIT("__class_getitem__")};
    u32 flags = str_eq(name, S("__init__")) ? SCOPE_CONSTRUCTOR : 0;
    if (one_of(name, implicit, COUNTOF(implicit)))
        flags |= SCOPE_CLASSMETHOD;
    for (ArgId i = p->decorators.head; i; i = ARG(p->f, i)->next) {
        Str d = last_name(p, ARG(p->f, i)->value);
        if (one_of(d, properties, COUNTOF(properties)))
            flags |= SCOPE_PROPERTY;
        else if (one_of(d, statics, COUNTOF(statics)))
            flags |= SCOPE_STATIC;
        else if (one_of(d, classes, COUNTOF(classes)))
            flags |= SCOPE_CLASSMETHOD;
    }
    return flags;
}

/* def f[T: Bound]: the bound is a type that T stands for. */
static void take_tparams(Py *p, ArgList tparams)
{
    for (ArgId i = tparams.head; i; i = ARG(p->f, i)->next) {
        Arg a = *ARG(p->f, i);
        if (!a.value)
            continue;
        u32 off = (u32)(a.name.s - p->src->text.s);
        ExprId name = fact_name(p->f, a.name, off);
        fact_bind(p->f, name, 0, py_type(p, a.value), BIND_TYPE | BIND_IMPLICIT, off, end_of(p, a.value));
    }
}

void py_def(Py *p, Token kw, Token name, ArgList tparams, u32 params, ExprId returns)
{
    bool method = in_class(p);
    u32 flags = method ? method_flags(p, text(p, name)) : 0;
    if (kw.sub == SUB_ASYNC)
        flags |= SCOPE_ASYNC;
    returns = py_type(p, returns);
    bool opened = py_open_block(p, SCOPE_FUNCTION, text(p, name), flags, kw.off);
    take_params(p, params, method && !(flags & SCOPE_STATIC), opened);
    if (!opened)
        return;
    Scope *s = &p->f->scopes.v[p->f->cur];
    s->decorators = p->decorators;
    s->returns = returns;
    take_tparams(p, tparams);
}

void py_class(Py *p, Token kw, Token name, ArgList tparams, ArgList bases)
{
    static const Str enums[] = {S_INIT("Enum"), S_INIT("IntEnum"), S_INIT("StrEnum"), S_INIT("Flag"), S_INIT("IntFlag")};
    u32 flags = 0;
    for (ArgId i = bases.head; i; i = ARG(p->f, i)->next) {
        const Arg *a = ARG(p->f, i);
        Str base = a->name.len ? (Str){0} : last_name(p, a->value);
        if (one_of(base, enums, COUNTOF(enums)))
            flags |= SCOPE_ENUM;
        else if (str_eq(base, S("Protocol")))
            flags |= SCOPE_INTERFACE;
    }
    if (!py_open_block(p, SCOPE_CLASS, text(p, name), flags, kw.off))
        return;
    Scope *s = &p->f->scopes.v[p->f->cur];
    s->decorators = p->decorators;
    s->bases = bases;
    take_tparams(p, tparams);
}

/* ---------------------------------------------------------------- headers of blocks */

void py_for(Py *p, ExprId target, ExprId iter)
{
    u32 off = off_of(p, target);
    py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_LOOP | SCOPE_BRANCH, off);
    fact_bind(p->f, target, 0, iter, BIND_ITER | BIND_IMPLICIT, off, end_of(p, iter));
}

void py_with(Py *p, ExprId value, ExprId target)
{
    fact_bind(p->f, target, 0, value, BIND_ENTER | BIND_IMPLICIT, off_of(p, target), end_of(p, target));
}

void py_except(Py *p, ExprId type, Token *name)
{
    if (name) {
        ExprId target = py_ident(p, *name);
        fact_bind(p->f, target, 0, type, BIND_CATCH | BIND_IMPLICIT, name->off, tok_end(*name));
        return;
    }
    /* Python 2: `except A, e`. Since 3.14 `except A, B` is two types; those begin with a capital. */
    const Expr *x = EXPR(p->f, type);
    if (x->kind != EX_LIST || x->nargs != 2)
        return;
    const Arg *a = ARG(p->f, x->args);
    const Expr *first = EXPR(p->f, a->value);
    ExprId second = ARG(p->f, a->next)->value;
    const Expr *y = EXPR(p->f, second);
    if (first->off == x->off && y->kind == EX_NAME && (y->str.s[0] == '_' || (y->str.s[0] >= 'a' && y->str.s[0] <= 'z')))
        fact_bind(p->f, second, 0, a->value, BIND_CATCH | BIND_IMPLICIT, y->off, y->end);
}

/* ---------------------------------------------------------------- statements */

void py_target(Py *p, ExprId target)
{
    *vec_push(p->scratch, &p->targets) = target;
}

void py_assign(Py *p, ExprId value)
{
    for (iz i = 0; i < p->targets.n; i++) {
        ExprId t = p->targets.v[i];
        fact_bind(p->f, t, 0, value, BIND_IMPLICIT, off_of(p, t), end_of(p, value));
    }
    p->targets.n = 0;
}

void py_annotated(Py *p, ExprId target, ExprId type, ExprId value)
{
    u32 end = end_of(p, value ? value : type);
    type = py_type(p, type);
    fact_bind(p->f, target, type, value, BIND_IMPLICIT, off_of(p, target), end);
}

void py_augmented(Py *p, ExprId target, ExprId value)
{
    fact_bind(p->f, target, 0, value, BIND_AUGMENT | BIND_IMPLICIT, off_of(p, target), end_of(p, value));
}

void py_alias(Py *p, Token name, ArgList tparams, ExprId type)
{
    (void)tparams;
    u32 end = end_of(p, type);
    fact_bind(p->f, py_ident(p, name), 0, py_type(p, type), BIND_TYPE | BIND_IMPLICIT, name.off, end);
}

static bool module_byte(u8 c)
{
    return c == '.' || py_name_byte(c);
}

/* A dotted name as written, without the blanks (and continued lines) that may stand in it. */
static Str module(Py *p, u32 off, u32 end)
{
    Str s = str_trim((Str){p->src->text.s + off, (iz)(end - off)});
    iz i = 0;
    while (i < s.len && module_byte(s.s[i]))
        i++;
    if (i == s.len)
        return s;
    Buf b = {.a = p->f->arena};
    for (i = 0; i < s.len; i++)
        if (module_byte(s.s[i]))
            buf_u8(&b, s.s[i]);
    return buf_done(&b);
}

static u32 import_flags(Py *p)
{
    return function(p) ? IMPORT_LOCAL : 0;
}

void py_import(Py *p, Token name, Token *local)
{
    Str as = local ? text(p, *local) : (Str){0};
    u32 end = tok_end(local ? *local : name);
    fact_import(p->f, module(p, name.off, tok_end(name)), (Str){0}, as, import_flags(p), name.off, end);
}

void py_from(Py *p, Token from, Token import)
{
    p->module = module(p, tok_end(from), import.off);
}

void py_from_name(Py *p, Token symbol, Token *local)
{
    Str as = local ? text(p, *local) : (Str){0};
    u32 end = tok_end(local ? *local : symbol);
    fact_import(p->f, p->module, text(p, symbol), as, import_flags(p), symbol.off, end);
}

void py_global(Py *p, Token name)
{
    fact_outer(p->f, text(p, name), name.off, tok_end(name));
}

void py_return(Py *p, Token kw, ExprId value)
{
    if (value)
        fact_return(p->f, value, 0, kw.off, end_of(p, value));
}

/* ---------------------------------------------------------------- types */

/* Whether text can only be a type: no calls, no operators but `|`. */
static bool type_like(Str s)
{
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (!module_byte(c) && c != '[' && c != ']' && c != '|' && c != ',' && c != ' ' && c != '\'' && c != '"')
            return false;
    }
    return s.len > 0 && s.s[0] != ' ';
}

static ExprId type_at(Py *p, ExprId e, int depth)
{
    if (depth > 20)
        return e;
    Expr x = *EXPR(p->f, e);
    switch (x.kind) {
    case EX_STRING: {
        Str s = py_string_body(p->src, x.off, x.end);
        if (!type_like(s) || !str_eq(s, x.str))
            return e;
        u32 off = (u32)(s.s - p->src->text.s);
        ExprId inner = py_hole(p, off, off + (u32)s.len, 0);
        return inner ? type_at(p, inner, depth + 1) : e;
    }
    case EX_INDEX: {
        Str name = last_name(p, x.a);
        if (str_eq(name, S("Literal")))
            return e;
        ExprId b = x.b;
        if (str_eq(name, S("Annotated")) && EXPR(p->f, b)->kind == EX_LIST) {
            ArgId first = EXPR(p->f, b)->args;
            ExprId v = type_at(p, ARG(p->f, first)->value, depth + 1);
            ARG(p->f, first)->value = v;
            return e;
        }
        b = type_at(p, b, depth + 1);
        EXPR(p->f, e)->b = b;
        return e;
    }
    case EX_LIST:
        for (ArgId i = x.args; i; i = ARG(p->f, i)->next) {
            ExprId v = type_at(p, ARG(p->f, i)->value, depth + 1);
            ARG(p->f, i)->value = v;
        }
        return e;
    case EX_CONCAT:
        if (x.flags & EXPR_UNION) {
            ExprId a = type_at(p, x.a, depth + 1), b = type_at(p, x.b, depth + 1);
            EXPR(p->f, e)->kind = EX_CHOICE;
            EXPR(p->f, e)->flags = 0;
            EXPR(p->f, e)->a = a;
            EXPR(p->f, e)->b = b;
        }
        return e;
    default:
        return e;
    }
}

ExprId py_type(Py *p, ExprId type)
{
    return type ? type_at(p, type, 0) : 0;
}
