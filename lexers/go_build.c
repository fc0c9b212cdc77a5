/* go_build.c: facts from what the Go grammar recognises. One function for each grammar action; no parsing here.
 *
 * How Go maps to facts (beyond facts.h):
 * - a, b = x, y is one bind each; a, b = f() binds a list to the call.
 * - The types of composite literals are kept: EX_NEW.a, and EX_LIST.a / EX_MAP.a for []T{} and map[K]V{}. A literal whose type is left out
 *   ("{…}" inside another literal) gets the element type of the outer literal; where only the declaration of a named type could tell,
 *   it is an EX_NEW without a type.
 * - []T and [n]T are index("[]", T), map[K]V is index("map", [K, V]), chan T is index("chan", T),
 *   func(A, B) R is index("func", [[A, B], [R]]). struct{} and interface{} without members are names so spelt; with members they are classes
 *   "struct#n" / "interface#n" declared where they stand.
 * - x.(T) is index(x, type(T)). <-ch is index(ch, ?), ch <- v binds index(ch, ?): a channel is a container.
 * - A type parameter is a BIND_TYPE of its constraint inside the function or class that it belongs to.
 * - A bare return in a function with named results returns these.
 */
#include "lexers/go.h"

/* ---------------------------------------------------------------- marks, lists that can be resumed */

static ScopeId scope_now(const Go *g)
{
    return g->f->cur;
}

GoMark go_mark(const Go *g)
{
    return (GoMark){scope_now(g), (u32)g->nests.n, (u32)g->lits.n, (u32)g->switches.n, g->inits};
}

void go_unwind(Go *g, GoMark m)
{
    while (g->f->cur && g->f->cur > m.scope)
        scope_close(g->f, g->last_end);
    if (g->nests.n > m.nests)
        g->nests.n = m.nests;
    if (g->lits.n > m.lits)
        g->lits.n = m.lits;
    if (g->switches.n > m.switches)
        g->switches.n = m.switches;
    g->inits = m.inits;
}

static void nest(Go *g, Token bracket, bool clauses)
{
    u8 closer = bracket.kind == T_LPAREN ? T_RPAREN : T_RBRACE;
    *(GoNest *)vec_push(g->f->arena, &g->nests) = (GoNest){bracket.sub, closer, clauses};
}

GoMark go_group_from(Go *g, GoMark m, Token bracket)
{
    nest(g, bracket, false);
    return m;
}

GoMark go_group(Go *g, Token bracket)
{
    return go_group_from(g, go_mark(g), bracket);
}

void go_ungroup(Go *g)
{
    if (g->nests.n)
        g->nests.n--;
}

/* ---------------------------------------------------------------- blocks */

static void block(Go *g, u32 off, u32 flags)
{
    scope_open(g->f, SCOPE_BLOCK, (Str){0}, flags | SCOPE_NESTS_NAMES, off);
}

GoMark go_block_from(Go *g, GoMark m, Token brace, u32 flags)
{
    block(g, brace.off, flags);
    return go_group_from(g, m, brace);
}

GoMark go_block(Go *g, Token brace, u32 flags)
{
    return go_block_from(g, go_mark(g), brace, flags);
}

void go_block_end(Go *g, Token brace)
{
    scope_close(g->f, brace.off + brace.len);
    go_ungroup(g);
}

GoMark go_loop(Go *g, Token kw)
{
    GoMark m = go_mark(g);
    block(g, kw.off, SCOPE_LOOP | SCOPE_BRANCH);
    return m;
}

GoMark go_init(Go *g, GoMark m, Token sep)
{
    if (g->inits < FACTS_MAX_DEPTH) { /* a chain of "else if x := …" is as deep as it is long */
        g->inits++;
        block(g, g->simple.lhs.n ? g->simple.off : sep.off, 0);
    }
    go_commit(g);
    return m;
}

/* A name that is meant, but not written, at this place. */
static ExprId implied_name(Go *g, Str name, u32 off, u32 end)
{
    return fact_literal(g->f, EX_NAME, name, off, end);
}

/* The guard of a type switch: index(x, type(nothing)). */
static bool is_guard(const Go *g, ExprId e)
{
    const Expr *x = EXPR(g->f, e);
    return x->kind == EX_INDEX && EXPR(g->f, x->b)->kind == EX_TYPE && !EXPR(g->f, x->b)->a;
}

GoMark go_switch(Go *g, GoMark m, Token brace, bool simple)
{
    GoSwitch s = {0};
    if (simple) {
        ArgList rhs = g->simple.rhs, lhs = g->simple.lhs;
        if (g->simple.op == GO_DEFINE && rhs.n == 1 && lhs.n == 1 && is_guard(g, ARG(g->f, rhs.head)->value)) {
            s.name = ARG(g->f, lhs.head)->value;
            s.value = EXPR(g->f, ARG(g->f, rhs.head)->value)->a;
        } else {
            go_commit(g);
        }
    }
    *(GoSwitch *)vec_push(g->f->arena, &g->switches) = s;
    nest(g, brace, true);
    return m;
}

/* In a clause of a type switch the name has the clause's type, or that of the value when there are several or none. */
static void bind_guard(Go *g, GoSwitch s, Token kw, bool simple)
{
    Facts *f = g->f;
    ArgList types = simple && !g->simple.op ? g->simple.lhs : args_none();
    ExprId value = 0, type = 0;
    for (ArgId i = types.head; i; i = ARG(f, i)->next) {
        ExprId t = ARG(f, i)->value;
        if (EXPR(f, t)->kind == EX_NULL)
            continue;
        ExprId as = fact_index(f, s.value, fact_type(f, t, EXPR(f, t)->off, EXPR(f, t)->end), EXPR(f, t)->end);
        value = value ? fact_choice(f, value, as, 0) : as;
        type = t;
    }
    ExprId name = implied_name(g, EXPR(f, s.name)->str, kw.off, kw.off + kw.len);
    fact_bind(f, name, types.n == 1 ? type : 0, value ? value : s.value, BIND_DECLARE, kw.off, g->last_end);
}

GoMark go_clause(Go *g, Token kw, bool simple)
{
    GoMark m = go_mark(g);
    block(g, kw.off, SCOPE_BRANCH);
    GoSwitch s = g->switches.n ? g->switches.v[g->switches.n - 1] : (GoSwitch){0};
    if (s.name)
        bind_guard(g, s, kw, simple);
    else if (simple)
        go_commit(g);
    return m;
}

/* ---------------------------------------------------------------- statements */

void go_simple(Go *g, ArgList lhs, Token op, ArgList rhs)
{
    g->simple.lhs = lhs;
    g->simple.rhs = rhs;
    g->simple.op = op.kind;
    g->simple.sub = (u8)op.sub;
    g->simple.off = lhs.head ? EXPR(g->f, ARG(g->f, lhs.head)->value)->off : op.off;
    g->simple.end = rhs.tail ? EXPR(g->f, ARG(g->f, rhs.tail)->value)->end : op.off + op.len;
}

void go_simple_expr(Go *g, ArgList exprs)
{
    go_simple(g, exprs, (Token){0}, args_none());
}

ExprId go_as_list(Go *g, ArgList l)
{
    Facts *f = g->f;
    if (l.n == 1)
        return ARG(f, l.head)->value;
    if (!l.head || !l.tail)
        return 0;
    return fact_list(f, l, 0, EXPR(f, ARG(f, l.head)->value)->off, EXPR(f, ARG(f, l.tail)->value)->end);
}

/* One bind for each pair, or one bind of the list of targets when a single value has several results. */
static void bind_all(Go *g, ArgList lhs, ExprId type, ArgList rhs, u32 flags)
{
    Facts *f = g->f;
    if (rhs.n && lhs.n != rhs.n) {
        ExprId target = go_as_list(g, lhs), value = go_as_list(g, rhs);
        fact_bind(f, target, type, value, flags, EXPR(f, target)->off, EXPR(f, value)->end);
        return;
    }
    for (ArgId l = lhs.head, r = rhs.head; l; l = ARG(f, l)->next) {
        ExprId target = ARG(f, l)->value, value = r ? ARG(f, r)->value : 0;
        u32 end = EXPR(f, value ? value : type ? type : target)->end;
        fact_bind(f, target, type, value, flags, EXPR(f, target)->off, end);
        if (r)
            r = ARG(f, r)->next;
    }
}

void go_commit(Go *g)
{
    Facts *f = g->f;
    ArgList lhs = g->simple.lhs, rhs = g->simple.rhs;
    u32 off = g->simple.off, end = g->simple.end;
    if (!lhs.head)
        return;
    ExprId first = ARG(f, lhs.head)->value, value = rhs.head ? ARG(f, rhs.head)->value : 0;
    switch (g->simple.op) {
    case GO_DEFINE:
        bind_all(g, lhs, 0, rhs, BIND_DECLARE);
        break;
    case T_ASSIGN:
        bind_all(g, lhs, 0, rhs, 0);
        break;
    case GO_INC:
        fact_bind(f, first, 0, fact_unknown(f, off, end), BIND_AUGMENT, off, end);
        break;
    case GO_AUGMENT:
        if (g->simple.sub != '+')
            value = fact_unknown_of(f, rhs, EXPR(f, value)->off, end);
        fact_bind(f, first, 0, value, BIND_AUGMENT, off, end);
        break;
    case GO_ARROW:
        first = fact_index(f, first, fact_unknown(f, off, off), EXPR(f, first)->end);
        fact_bind(f, first, 0, value, 0, off, end);
        break;
    default:
        break;
    }
}

void go_range(Go *g, ArgList lhs, u32 flags, ExprId value)
{
    Facts *f = g->f;
    if (!lhs.head || !lhs.tail)
        return;
    u32 off = EXPR(f, ARG(f, lhs.head)->value)->off;
    ExprId target = fact_list(f, lhs, 0, off, EXPR(f, ARG(f, lhs.tail)->value)->end);
    fact_bind(f, target, 0, value, flags | BIND_ITER | BIND_KEYS, off, EXPR(f, value)->end);
}

/* The named results of the function that we are in, newly made nodes. */
static ArgList named_results(Go *g, Token kw)
{
    Facts *f = g->f;
    ScopeId s = f->cur;
    while (s && f->scopes.v[s].kind == SCOPE_BLOCK)
        s = f->scopes.v[s].parent;
    ArgList l = args_none();
    for (iz i = g->named.n; i-- > 0 && g->named.v[i].scope >= s;)
        if (g->named.v[i].scope == s)
            for (ArgId a = g->named.v[i].names.head; a; a = ARG(f, a)->next)
                l = args_add(f, l, implied_name(g, ARG(f, a)->name, kw.off, kw.off + kw.len));
    return l;
}

void go_return(Go *g, Token kw, ArgList values)
{
    u32 end = values.tail ? EXPR(g->f, ARG(g->f, values.tail)->value)->end : kw.off + kw.len;
    if (!values.n)
        values = named_results(g, kw);
    fact_return(g->f, go_as_list(g, values), 0, kw.off, end);
}

/* ---------------------------------------------------------------- declarations */

Str go_text(const Go *g, Token t)
{
    return token_text(g->f->src, t);
}

void go_package(Go *g, Token name)
{
    if (!g->f->package.len)
        g->f->package = go_text(g, name);
}

void go_import(Go *g, const Token *local, Token path, bool dot)
{
    ExprId p = go_string(g, path);
    Str module = EXPR(g->f, p)->str;
    Str name = local ? go_text(g, *local) : (Str){0};
    fact_import(g->f, module, dot ? S("*") : (Str){0}, name, 0, local ? local->off : path.off, path.off + path.len);
}

void go_var(Go *g, ArgList names, ExprId type, ArgList values)
{
    bind_all(g, names, type, values, BIND_DECLARE);
}

void go_const_start(Go *g)
{
    g->const_values = args_none();
    g->const_type = 0;
    g->iota = false;
}

/* A specification without values repeats the one before; what is made of iota is not known. */
void go_const(Go *g, ArgList names, ExprId type, ArgList values)
{
    Facts *f = g->f;
    if (values.n) {
        if (g->iota) {
            ArgList hidden = args_none();
            for (ArgId i = values.head; i; i = ARG(f, i)->next) {
                const Expr *e = EXPR(f, ARG(f, i)->value);
                hidden = args_add(f, hidden, fact_unknown(f, e->off, e->end));
            }
            values = hidden;
        }
        g->const_values = values;
        g->const_type = type;
    } else if (names.n <= g->const_values.n) {
        values = g->const_values;
        type = g->const_type;
    }
    g->iota = false;
    if (names.n < values.n) { /* not Go; keep names and values in step */
        values.n = names.n;
    }
    bind_all(g, names, type, values, BIND_DECLARE | BIND_CONST);
}

/* Names that stand before a type in a parameter list: "a, b int" gives both the type. Without any name all are types. */
static ArgList settle(Go *g, ArgList l)
{
    Facts *f = g->f;
    bool named = false;
    for (ArgId i = l.head; i && !named; i = ARG(f, i)->next)
        named = ARG(f, i)->name.len > 0;
    if (!named)
        return l;
    for (ArgId i = l.head, run = l.head; i; i = ARG(f, i)->next) {
        const Arg x = *ARG(f, i);
        if (!x.name.len)
            continue;
        for (; run != i; run = ARG(f, run)->next) {
            Arg *p = ARG(f, run);
            p->name = EXPR(f, p->value)->str;
            p->value = x.value;
            p->splat = x.splat;
        }
        run = x.next;
    }
    return l;
}

static u32 offset_of(const Go *g, const Arg *a)
{
    return a->name.len ? (u32)(a->name.s - g->f->src->text.s) : EXPR(g->f, a->value)->off;
}

static void add_params(Go *g, ArgList l)
{
    Facts *f = g->f;
    for (ArgId i = l.head; i; i = ARG(f, i)->next) {
        const Arg x = *ARG(f, i);
        scope_param(f, x.name.len ? x.name : S("_"), x.value, 0, x.splat ? PARAM_REST : PARAM_POSITIONAL, offset_of(g, &x));
    }
}

static void bind_type_params(Go *g, ArgList l)
{
    Facts *f = g->f;
    for (ArgId i = settle(g, l).head; i; i = ARG(f, i)->next) {
        const Arg x = *ARG(f, i);
        u32 off = offset_of(g, &x);
        fact_bind(f, fact_name(f, x.name, off), 0, x.value, BIND_DECLARE | BIND_TYPE, off, EXPR(f, x.value)->end);
    }
}

/* Result types of the scope just opened, and binds of named results. */
static void add_results(Go *g, ArgList l)
{
    Facts *f = g->f;
    ScopeId id = f->cur;
    ArgList types = args_none();
    bool named = false;
    for (ArgId i = l.head; i; i = ARG(f, i)->next) {
        types = args_add(f, types, ARG(f, i)->value);
        named |= ARG(f, i)->name.len > 0;
    }
    if (types.n)
        f->scopes.v[id].returns = go_as_list(g, types);
    if (!named)
        return;
    *(GoNamed *)vec_push(f->arena, &g->named) = (GoNamed){id, l};
    for (ArgId i = l.head; i; i = ARG(f, i)->next) {
        const Arg x = *ARG(f, i);
        u32 off = offset_of(g, &x);
        if (!str_eq(x.name, S("_")))
            fact_bind(f, fact_name(f, x.name, off), x.value, 0, BIND_DECLARE, off, EXPR(f, x.value)->end);
    }
}

GoMark go_func(Go *g, Token kw, Token name, const ArgList *receiver, ArgList tparams, GoSig sig)
{
    Facts *f = g->f;
    GoMark m = go_mark(g);
    ScopeId id = scope_open(f, SCOPE_FUNCTION, go_text(g, name), 0, kw.off);
    if (receiver && receiver->head) {
        const Arg x = *ARG(f, receiver->head);
        ExprId owner = x.value;
        while (EXPR(f, owner)->kind == EX_INDEX) /* T[P]: its type parameters are not types of ours */
            owner = EXPR(f, owner)->a;
        f->scopes.v[id].owner = owner;
        scope_param(f, x.name.len ? x.name : S("_"), owner, 0, PARAM_RECEIVER, offset_of(g, &x));
    }
    add_params(g, sig.params);
    bind_type_params(g, tparams);
    add_results(g, sig.results);
    return m;
}

GoMark go_func_method(Go *g, Token kw, Token name, ArgList receiver, ArgList tparams, GoSig sig)
{
    ArgList l = settle(g, receiver);
    return go_func(g, kw, name, &l, tparams, sig);
}

GoMark go_lambda_open(Go *g, GoSig sig, Token brace)
{
    GoMark m = go_mark(g);
    scope_open(g->f, SCOPE_LAMBDA, (Str){0}, 0, sig.off);
    add_params(g, sig.params);
    add_results(g, sig.results);
    return go_group_from(g, m, brace);
}

ExprId go_lambda(Go *g, Token brace, GoMark m)
{
    ScopeId id = scope_now(g);
    scope_close(g->f, brace.off + brace.len);
    go_unwind(g, m);
    return fact_lambda(g->f, id);
}

void go_type_name(Go *g, Token name, ArgList tparams)
{
    g->decl = go_text(g, name);
    g->decl_off = name.off;
    g->tparams = tparams;
}

void go_type_decl(Go *g, ExprId type)
{
    ExprId name = fact_name(g->f, g->decl, g->decl_off);
    fact_bind(g->f, name, 0, type, BIND_DECLARE | BIND_TYPE, g->decl_off, EXPR(g->f, type)->end);
}

static Str made_name(Go *g, Str kind)
{
    Buf b = {.a = g->f->arena};
    buf_str(&b, kind);
    buf_u8(&b, '#');
    buf_int(&b, g->f->scopes.n);
    return buf_done(&b);
}

GoMark go_class(Go *g, Token kw, Token brace, bool named)
{
    GoMark m = go_mark(g);
    u32 flags = kw.kind == GO_INTERFACE ? SCOPE_INTERFACE : 0;
    Str name = named ? g->decl : made_name(g, go_text(g, kw));
    scope_open(g->f, SCOPE_CLASS, name, flags, named ? g->decl_off : kw.off);
    if (named)
        bind_type_params(g, g->tparams);
    return go_group_from(g, m, brace);
}

ExprId go_class_end(Go *g, GoMark m, Token brace)
{
    ScopeId id = scope_now(g);
    scope_close(g->f, brace.off + brace.len);
    go_unwind(g, m);
    ExprId e = fact_name(g->f, g->f->scopes.v[id].name, g->f->scopes.v[id].off);
    EXPR(g->f, e)->end = brace.off + brace.len;
    return e;
}

void go_field(Go *g, ArgList names, ExprId type)
{
    bind_all(g, names, type, args_none(), BIND_DECLARE);
}

void go_field1(Go *g, Token name, ExprId type)
{
    go_field(g, args_add(g->f, args_none(), go_name(g, name)), type);
}

/* An embedded field is a base, and a field named after the last component of its type. */
void go_embedded(Go *g, ExprId type)
{
    Facts *f = g->f;
    Scope *s = &f->scopes.v[f->cur];
    s->bases = args_add(f, s->bases, type);
    ExprId t = type;
    while (EXPR(f, t)->kind == EX_INDEX)
        t = EXPR(f, t)->a;
    if ((s->flags & SCOPE_INTERFACE) || (EXPR(f, t)->kind != EX_NAME && EXPR(f, t)->kind != EX_MEMBER))
        return;
    fact_bind(f, fact_name(f, EXPR(f, t)->str, EXPR(f, t)->off), type, 0, BIND_DECLARE, EXPR(f, t)->off, EXPR(f, type)->end);
}

void go_method(Go *g, Token name, GoSig sig)
{
    scope_open(g->f, SCOPE_FUNCTION, go_text(g, name), 0, name.off);
    add_params(g, sig.params);
    add_results(g, sig.results);
    scope_close(g->f, g->last_end);
}

/* ---------------------------------------------------------------- parameters */

GoParam go_param_type(Go *g, ExprId type, bool rest)
{
    (void)g;
    return (GoParam){{0}, type, rest};
}

GoParam go_param_named(Go *g, Token name, ExprId type, bool rest)
{
    return (GoParam){go_text(g, name), type, rest};
}

ArgList go_param(Go *g, ArgList l, GoParam p)
{
    l = p.name.len ? args_add_named(g->f, l, p.name, p.type) : args_add(g->f, l, p.type);
    if (p.rest && l.tail)
        ARG(g->f, l.tail)->splat = 1;
    return l;
}

ArgList go_tparam(Go *g, ArgList l, Token name, ExprId type)
{
    return type ? args_add_named(g->f, l, go_text(g, name), type) : args_add(g->f, l, go_name(g, name));
}

GoSig go_sig(Go *g, ArgList params, ArgList results)
{
    return (GoSig){settle(g, params), settle(g, results), 0, g->last_end};
}

GoSig go_sig_from(Go *g, Token kw, GoSig sig)
{
    (void)g;
    sig.off = kw.off;
    return sig;
}
