/* facts.c: building the intermediate representation. See facts.h. */
#include "facts.h"

#include <string.h>

void facts_init(Facts *f, Arena *a, Source *src, Str lang, Diags *diags)
{
    *f = (Facts){.src = src, .arena = a, .diags = diags, .lang = lang};
    facts_reserve(f, src->text.len / 20 + 8, src->text.len / 40 + 8, src->text.len / 100 + 8, 8);
    *vec_add(a, &f->exprs) = (Expr){0};
    *vec_add(a, &f->args) = (Arg){0};
    *vec_add(a, &f->scopes) = (Scope){.kind = SCOPE_MODULE, .end = (u32)src->text.len};
}

void facts_reserve(Facts *f, iz exprs, iz args, iz facts, iz scopes)
{
    vec_room(f->arena, &f->exprs, exprs < FACTS_MAX_NODES ? exprs : FACTS_MAX_NODES);
    vec_room(f->arena, &f->args, args);
    vec_room(f->arena, &f->facts, facts);
    vec_room(f->arena, &f->scopes, scopes);
}

enum { RUN = 16 };

static void sort_run(u64 *v, iz n)
{
    for (iz i = 1; i < n; i++) {
        u64 x = v[i];
        iz k = i;
        for (; k > 0 && v[k - 1] > x; k--)
            v[k] = v[k - 1];
        v[k] = x;
    }
}

static void merge(u64 *to, const u64 *x, iz n, const u64 *y, iz m)
{
    if (!m || x[n - 1] <= y[0]) { /* most of the time: facts are nearly sorted */
        memcpy(to, x, (size_t)n * sizeof *x);
        memcpy(to + n, y, (size_t)m * sizeof *y);
        return;
    }
    while (n && m)
        *to++ = *x <= *y ? (n--, *x++) : (m--, *y++);
    memcpy(to, n ? x : y, (size_t)(n + m) * sizeof *x);
}

/* order[i]: in its low half, which fact comes to i. Every cycle of moves is gone through once. */
static void permute(Fact *v, u64 *order, iz n)
{
    for (iz i = 0; i < n; i++) {
        iz to = i, from = (iz)(order[i] & UINT32_MAX);
        if (from == i)
            continue;
        Fact first = v[i];
        for (; from != i; from = (iz)(order[to] & UINT32_MAX)) {
            v[to] = v[from];
            order[to] = (u64)to;
            to = from;
        }
        v[to] = first;
        order[to] = (u64)to;
    }
}

/* Sorts by offset; facts at one offset keep the order in which they were made. Merge sort of (offset, index) pairs, so that the facts
 * themselves move only once. */
static void sort_facts(Facts *f)
{
    iz n = f->facts.n;
    Fact *v = f->facts.v;
    bool sorted = true;
    for (iz i = 1; i < n && sorted; i++)
        sorted = v[i - 1].off <= v[i].off;
    if (sorted)
        return;
    u64 *from = arena_raw(f->arena, n * (iz)sizeof *from, (iz)sizeof *from), *to = arena_raw(f->arena, n * (iz)sizeof *to, (iz)sizeof *to);
    for (iz i = 0; i < n; i++)
        from[i] = (u64)v[i].off << 32 | (u64)i;
    for (iz lo = 0; lo < n; lo += RUN)
        sort_run(from + lo, lo + RUN < n ? RUN : n - lo);
    for (iz w = RUN; w < n; w *= 2) {
        for (iz lo = 0; lo < n; lo += 2 * w) {
            iz mid = lo + w < n ? lo + w : n;
            iz hi = lo + 2 * w < n ? lo + 2 * w : n;
            merge(to + lo, from + lo, mid - lo, from + mid, hi - mid);
        }
        u64 *t = from;
        from = to;
        to = t;
    }
    permute(v, from, n);
}

void facts_finish(Facts *f)
{
    while (f->cur)
        scope_close(f, (u32)f->src->text.len);
    sort_facts(f);
}

static ExprId node(Facts *f, ExprKind kind, u32 off, u32 end)
{
    if (f->exprs.n >= FACTS_MAX_NODES) {
        if (!f->full && f->diags)
            diag_add(f->diags, DIAG_too_many_facts, f->src, off, (Str){0});
        f->full = true;
        return 0;
    }
    *vec_add(f->arena, &f->exprs) = (Expr){.kind = (u8)kind, .off = off, .end = end};
    return (ExprId)(f->exprs.n - 1);
}

static Fact *fact(Facts *f, FactKind kind, u32 flags, u32 off, u32 end)
{
    Fact *x = vec_add(f->arena, &f->facts);
    if (f->full)
        f->facts.n--; /* past the limit: written to, never read */
    *x = (Fact){.kind = (u8)kind, .flags = flags, .off = off, .end = end, .scope = f->cur};
    return x;
}

static void set_args(Facts *f, ExprId id, ArgList l)
{
    EXPR(f, id)->args = l.head;
    EXPR(f, id)->nargs = (u16)(l.n < UINT16_MAX ? l.n : UINT16_MAX);
}

ExprId fact_unknown(Facts *f, u32 off, u32 end)
{
    return node(f, EX_UNKNOWN, off, end);
}

ExprId fact_unknown_of(Facts *f, ArgList parts, u32 off, u32 end)
{
    ExprId e = node(f, EX_UNKNOWN, off, end);
    if (e)
        set_args(f, e, parts);
    return e;
}

ExprId fact_name(Facts *f, Str name, u32 off)
{
    ExprId e = node(f, EX_NAME, off, off + (u32)name.len);
    EXPR(f, e)->str = name;
    return e;
}

ExprId fact_string(Facts *f, Str decoded, u32 off, u32 end)
{
    return fact_literal(f, EX_STRING, decoded, off, end);
}

ExprId fact_literal(Facts *f, ExprKind kind, Str text, u32 off, u32 end)
{
    ExprId e = node(f, kind, off, end);
    EXPR(f, e)->str = text;
    return e;
}

static ExprId with_args(Facts *f, ExprKind kind, ArgList l, u8 flags, u32 off, u32 end)
{
    ExprId e = node(f, kind, off, end);
    if (e) {
        set_args(f, e, l);
        EXPR(f, e)->flags = flags;
    }
    return e;
}

ExprId fact_template(Facts *f, ArgList parts, u32 off, u32 end)
{
    return with_args(f, EX_TEMPLATE, parts, 0, off, end);
}

ExprId fact_list(Facts *f, ArgList items, u8 flags, u32 off, u32 end)
{
    return with_args(f, EX_LIST, items, flags, off, end);
}

ExprId fact_map(Facts *f, ArgList entries, u8 flags, u32 off, u32 end)
{
    return with_args(f, EX_MAP, entries, flags, off, end);
}

ExprId fact_member(Facts *f, ExprId obj, Str name, u32 end)
{
    ExprId e = node(f, EX_MEMBER, EXPR(f, obj)->off, end);
    EXPR(f, e)->a = obj;
    EXPR(f, e)->str = name;
    return e;
}

ExprId fact_index(Facts *f, ExprId obj, ExprId index, u32 end)
{
    ExprId e = node(f, EX_INDEX, EXPR(f, obj)->off, end);
    EXPR(f, e)->a = obj;
    EXPR(f, e)->b = index;
    return e;
}

static void record_call(Facts *f, ExprId e)
{
    if (e) {
        Fact *x = fact(f, FACT_CALL, 0, EXPR(f, e)->off, EXPR(f, e)->end);
        x->value = e;
    }
}

ExprId fact_call(Facts *f, ExprId callee, ArgList args, u32 end)
{
    ExprId e = with_args(f, EX_CALL, args, 0, EXPR(f, callee)->off, end);
    EXPR(f, e)->a = callee;
    record_call(f, e);
    return e;
}

ExprId fact_new(Facts *f, ExprId type, ArgList args, u8 flags, u32 off, u32 end)
{
    ExprId e = with_args(f, EX_NEW, args, flags, off, end);
    EXPR(f, e)->a = type;
    if (!(flags & EXPR_FIELDS))
        record_call(f, e);
    return e;
}

static ExprId pair(Facts *f, ExprKind kind, ExprId a, ExprId b, u8 flags)
{
    ExprId e = node(f, kind, EXPR(f, a)->off, EXPR(f, b)->end);
    EXPR(f, e)->a = a;
    EXPR(f, e)->b = b;
    EXPR(f, e)->flags = flags;
    return e;
}

ExprId fact_concat(Facts *f, ExprId a, ExprId b, u8 flags)
{
    return pair(f, EX_CONCAT, a, b, flags);
}

ExprId fact_choice(Facts *f, ExprId a, ExprId b, u8 flags)
{
    if (!a || !b)
        return a ? a : b;
    return pair(f, EX_CHOICE, a, b, flags);
}

ExprId fact_lambda(Facts *f, ScopeId scope)
{
    ExprId e = node(f, EX_LAMBDA, f->scopes.v[scope].off, f->scopes.v[scope].end);
    if (e)
        EXPR(f, e)->scope = scope;
    return e;
}

ExprId fact_type(Facts *f, ExprId type, u32 off, u32 end)
{
    ExprId e = node(f, EX_TYPE, off, end);
    EXPR(f, e)->a = type;
    return e;
}

ArgList args_none(void)
{
    return (ArgList){0};
}

static ArgList add(Facts *f, ArgList l, Arg x)
{
    if (f->full)
        return l;
    *vec_add(f->arena, &f->args) = x;
    ArgId id = (ArgId)(f->args.n - 1);
    if (l.tail)
        ARG(f, l.tail)->next = id;
    else
        l.head = id;
    l.tail = id;
    l.n++;
    return l;
}

ArgList args_add(Facts *f, ArgList l, ExprId value)
{
    return add(f, l, (Arg){.value = value});
}

ArgList args_add_named(Facts *f, ArgList l, Str name, ExprId value)
{
    return add(f, l, (Arg){.name = name, .value = value});
}

ArgList args_add_keyed(Facts *f, ArgList l, ExprId key, ExprId value)
{
    const Expr *k = EXPR(f, key);
    if (k->kind == EX_STRING && k->str.len)
        return add(f, l, (Arg){.name = k->str, .key = key, .value = value});
    return add(f, l, (Arg){.key = key, .value = value});
}

ArgList args_add_splat(Facts *f, ArgList l, ExprId value, int splat)
{
    return add(f, l, (Arg){.value = value, .splat = (u8)splat});
}

void fact_import(Facts *f, Str module, Str symbol, Str local, u32 flags, u32 off, u32 end)
{
    Fact *x = fact(f, FACT_IMPORT, flags, off, end);
    x->module = module;
    x->symbol = symbol;
    x->name = local;
}

Fact *fact_bind(Facts *f, ExprId target, ExprId type, ExprId value, u32 flags, u32 off, u32 end)
{
    Fact *x = fact(f, FACT_BIND, flags, off, end);
    x->target = target;
    x->type = type;
    x->value = value;
    return x;
}

void fact_return(Facts *f, ExprId value, u32 flags, u32 off, u32 end)
{
    fact(f, FACT_RETURN, flags, off, end)->value = value;
}

void fact_outer(Facts *f, Str name, u32 off, u32 end)
{
    fact(f, FACT_OUTER, 0, off, end)->name = name;
}

void fact_export(Facts *f, Str name, ExprId value, u32 off, u32 end)
{
    Fact *x = fact(f, FACT_EXPORT, 0, off, end);
    x->name = name;
    x->value = value;
}

void fact_unsupported(Facts *f, Str why, u32 off, u32 end)
{
    fact(f, FACT_UNSUPPORTED, 0, off, end)->name = why;
    bool deep = str_eq(why, FACT_NESTING);
    if (f->diags && !(deep && f->deep))
        diag_add(f->diags, deep ? DIAG_too_deep : DIAG_skipped_syntax, f->src, off, deep ? (Str){0} : why);
    f->deep = f->deep || deep;
}

ScopeId scope_open(Facts *f, ScopeKind kind, Str name, u32 flags, u32 off)
{
    Fact *x = fact(f, FACT_SCOPE, 0, off, off);
    Scope *s = vec_add(f->arena, &f->scopes);
    ScopeId id = (ScopeId)(f->scopes.n - 1);
    *s = (Scope){.kind = (u8)kind, .flags = flags, .parent = f->cur, .off = off, .end = off, .name = name,
                 .params = (u32)f->params.n};
    x->opens = id;
    f->cur = id;
    return id;
}

Param *scope_param(Facts *f, Str name, ExprId type, ExprId dflt, ParamKind kind, u32 off)
{
    Param *p = vec_add(f->arena, &f->params);
    *p = (Param){.name = name, .type = type, .dflt = dflt, .off = off, .kind = (u8)kind};
    f->scopes.v[f->cur].nparams++;
    return p;
}

void scope_close(Facts *f, u32 end)
{
    Scope *s = &f->scopes.v[f->cur];
    s->end = end;
    f->cur = s->parent;
}
