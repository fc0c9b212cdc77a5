/* inject.c: dependency injection: what a framework hands to constructors, fields and factories, by token or by type.
 *
 * A decorator that asks for something is a row "PATH returns $inject token=@0" (@Inject("S3")); a parameter without one asks by its type.
 * What is given for a token is said in maps and in calls:
 *   {provide: T, useFactory: f, inject: [U]}   rows "$provider.KEY": `token`, `inject`, or `provides KIND`
 *   container.bind(T).to(C)                    rows "$provide.METHOD": `provides KIND TOKEN VALUE`
 *   container.get(T)                           rows "$provide.METHOD": `resolves TOKEN`
 * or by names, where a function says what is given (rows "PATH returns $inject KIND"), to the parameters of these names or to one that is
 * destructured: container.register({store: asClass(Store).singleton()}), container.cradle.store
 * KIND: `value`, `class` (an instance of it), `factory` (what it returns), `alias` (another token), `provider` (a map as above, or a class).
 * TOKEN and VALUE: `@N`, or `@chain`: argument 0 of the call on whose result the method is called. Only projects that import a module which
 * has an $inject row are looked at. */
#include "emit.h"

typedef struct {
    Site value;
    Str kind;
    ExprId inject; /* list of the tokens that a factory takes, or 0 */
    i32 next;      /* next one of this token, -1 */
} Provided;

struct Injection {
    Map tokens;    /* key to first Provided */
    Map factories; /* "file:scope" of an anonymous factory to Provided */
    VEC(Provided) provided;
    StrVec names;  /* of what is provided by its name */
    Map consumers; /* "file:scope" of classes and functions that take what is provided by its name */
};

/* --- tokens --- */

static void add_keys(Project *p, Site token, StrVec *out)
{
    const Facts *f = p->files[token.file].f;
    Values v = token.expr ? eval(p, token) : (Values){0};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        Buf key = {.a = p->a};
        if (x->kind == V_TEXT && x->text.len && text_known(x->text)) {
            buf_str(&key, S("text "));
            buf_str(&key, x->text);
        } else if (x->kind == V_CLASS) {
            buf_str(&key, S("class "));
            buf_str(&key, scope_key(p->a, x->file, x->scope));
        } else if (x->kind == V_EXTERN && !str_ends(x->text, S(")"))) {
            buf_str(&key, S("extern "));
            buf_str(&key, x->text);
        } else {
            continue;
        }
        *(Str *)vec_push(p->a, out) = buf_done(&key);
    }
    if (!out->n && expr_simple_name(f, token.expr).len) /* Symbol() */
        *(Str *)vec_push(p->a, out) = str_cat(p->a, S("name "), expr_simple_name(f, token.expr));
}

static Values provided(Project *p, const Provided *x);

static Values for_key(Project *p, Str key)
{
    Values out = {0};
    for (i32 k = map_get(&p->injection->tokens, key); k >= 0 && p->nest < NEST_MAX; k = p->injection->provided.v[k].next) {
        p->nest++;
        out = values_union(p->a, out, provided(p, &p->injection->provided.v[k]));
        p->nest--;
    }
    return out;
}

Values injected_named(Project *p, Str name)
{
    return p->injection ? for_key(p, str_cat(p->a, S("text "), name)) : (Values){0};
}

/* A parameter of a class or function that is given what is provided by its name. */
static Values by_name(Project *p, u32 file, ScopeId fn, const Param *q)
{
    const Facts *f = p->files[file].f;
    ScopeId of = f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR ? f->scopes.v[fn].parent : fn;
    if (map_get(&p->injection->consumers, scope_key(p->a, file, of)) < 0)
        return (Values){0};
    Values own = q->name.len ? injected_named(p, q->name) : (Values){0};
    if (own.n)
        return own;
    Value *all = value_new(p->a, V_MAP);
    const Expr *pattern = EXPR(f, q->pattern);
    if (q->pattern && pattern->kind == EX_MAP) {
        FOR_ARGS(f, pattern, it) {
            Values v = injected_named(p, ARG(f, it)->name);
            map_put_value(p, all, values_text(p->a, ARG(f, it)->name, 0), v.n ? v : UNKNOWN_VALUES, false);
        }
    } else if (q->name.len) {
        for (iz i = 0; i < p->injection->names.n; i++)
            map_put_value(p, all, values_text(p->a, p->injection->names.v[i], 0), injected_named(p, p->injection->names.v[i]), false);
    }
    return values_one(p->a, all);
}

static Values for_token(Project *p, Site token)
{
    StrVec keys = {0};
    Values out = {0};
    if (p->nest > NEST_MAX)
        return out;
    p->nest++;
    add_keys(p, token, &keys);
    for (iz i = 0; i < keys.n; i++)
        for (i32 k = map_get(&p->injection->tokens, keys.v[i]); k >= 0; k = p->injection->provided.v[k].next)
            out = values_union(p->a, out, provided(p, &p->injection->provided.v[k]));
    p->nest--;
    return out;
}

/* Instances of classes; of those that are not the project's too. */
static Values made(Project *p, Values classes, Site at)
{
    Values out = {.open = classes.open};
    for (i32 i = 0; i < classes.n; i++)
        if (classes.v[i]->kind == V_CLASS || classes.v[i]->kind == V_EXTERN)
            out = values_union(p->a, out, apply(p, classes.v[i], (Site){at.file, 0, 0}));
    return out;
}

/* The entry of a map that has such a row, its kind being the row's second word. */
static ExprId entry_that(Project *p, const Facts *f, const Expr *map, Str verb, Str *kind)
{
    FOR_ARGS(f, map, it) {
        Surface s;
        if (ARG(f, it)->name.len && surface_find(p, f->lang, str_cat(p->a, S("$provider."), ARG(f, it)->name), &s) &&
            str_eq(surface_word(s.does, 0), verb)) {
            *kind = surface_word(s.does, 1);
            return ARG(f, it)->value;
        }
    }
    return 0;
}

static Values provided(Project *p, const Provided *x)
{
    const Facts *f = p->files[x->value.file].f;
    if (str_eq(x->kind, S("alias")))
        return for_token(p, x->value);
    if (str_eq(x->kind, S("provider")) && EXPR(f, x->value.expr)->kind == EX_MAP) {
        Provided inner = {.value = x->value};
        inner.value.expr = entry_that(p, f, EXPR(f, x->value.expr), S("provides"), &inner.kind);
        return inner.value.expr ? provided(p, &inner) : UNKNOWN_VALUES;
    }
    Values v = exported(p, eval(p, x->value)), out = {.open = v.open};
    if (str_eq(x->kind, S("value")))
        return v;
    if (!str_eq(x->kind, S("factory")))
        return made(p, v, x->value);
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_FUNCTION)
            out = values_union(p->a, out, function_returns(p, v.v[i]->file, v.v[i]->scope, 0));
    return out;
}

/* --- what asks --- */

/* What decorators ask for; asked: one of them names a token. */
static Values by_decorators(Project *p, u32 file, ArgId decorators, bool *asked)
{
    const Facts *f = p->files[file].f;
    Values out = {0};
    for (ArgId it = decorators; it; it = ARG(f, it)->next) {
        Values d = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < d.n; i++) {
            const Value *x = d.v[i];
            if (x->kind != V_OBJECT || !str_eq(x->text, S("$inject")) || !x->site.expr)
                continue;
            const Facts *cf = p->files[x->site.file].f;
            const Expr *call = EXPR(cf, x->site.expr);
            if (!call->args)
                continue;
            *asked = true;
            out = values_union(p->a, out, for_token(p, (Site){x->site.file, ARG(cf, call->args)->value, x->site.frame}));
        }
    }
    return out;
}

static Values by_type(Project *p, u32 file, ExprId type)
{
    const Expr *t = EXPR(p->files[file].f, type);
    return t->kind == EX_NAME || t->kind == EX_MEMBER ? for_token(p, (Site){file, type, 0}) : (Values){0};
}

Values injected_param(Project *p, u32 file, ScopeId fn, u32 param)
{
    const Facts *f = p->files[file].f;
    const Param *q = &f->params.v[param];
    bool asked = false;
    if (!p->injection)
        return (Values){0};
    Values out = by_decorators(p, file, q->decorators, &asked);
    if (!asked && q->type && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR)
        out = by_type(p, file, q->type);
    if (!asked && !out.n)
        out = by_name(p, file, fn, q);
    i32 made_by = map_get(&p->injection->factories, scope_key(p->a, file, fn));
    if (made_by >= 0 && !asked) {
        u32 k = f->scopes.v[fn].params;
        FOR_ARGS(f, EXPR(f, p->injection->provided.v[made_by].inject), it)
            if (k++ == param)
                out = values_union(p->a, out, for_token(p, (Site){file, ARG(f, it)->value, 0}));
    }
    return out;
}

Values injected_field(Project *p, u32 file, const Fact *field)
{
    bool asked = false;
    if (!p->injection || !field->decorators)
        return (Values){0};
    return by_decorators(p, file, field->decorators, &asked);
}

bool injector_call(Project *p, Site call, Values *out)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr), *callee = EXPR(f, e->a);
    Surface s;
    if (!p->injection || callee->kind != EX_MEMBER || !e->args || ARG(f, e->args)->name.len ||
        !surface_find(p, f->lang, str_cat(p->a, S("$provide."), callee->str), &s) || !str_starts(s.does, S("resolves")))
        return false;
    Site token = {call.file, ARG(f, e->args)->value, call.frame};
    *out = for_token(p, token);
    if (!out->n) {
        Values v = eval(p, token);
        for (i32 i = 0; i < v.n; i++)
            if (v.v[i]->kind == V_CLASS)
                *out = values_union(p->a, *out, made(p, values_one(p->a, v.v[i]), call));
    }
    return out->n > 0;
}

/* --- what is given --- */

static void add_provided(Project *p, Site token, Site value, Str kind, ExprId inject)
{
    Injection *in = p->injection;
    const Facts *f = p->files[value.file].f;
    StrVec keys = {0};
    if (!token.expr || !value.expr)
        return;
    query_begin(p);
    add_keys(p, token, &keys);
    for (iz i = 0; i < keys.n; i++) {
        Str key = str_dup(p->keep, keys.v[i]);
        i32 *head = map_at(p->keep, &in->tokens, key);
        *(Provided *)vec_push(p->keep, &in->provided) = (Provided){value, kind, inject, *head};
        *head = (i32)in->provided.n - 1;
    }
    const Expr *v = EXPR(f, value.expr);
    if (!keys.n || v->kind != EX_LAMBDA || !inject)
        return;
    map_put(p->keep, &in->factories, scope_key(p->keep, value.file, v->scope), (i32)in->provided.n - 1);
}

static void add_provider(Project *p, u32 file, const Expr *map)
{
    const Facts *f = p->files[file].f;
    Str kind, none;
    ExprId token = entry_that(p, f, map, S("token"), &none);
    if (!token)
        return;
    ExprId value = entry_that(p, f, map, S("provides"), &kind), inject = entry_that(p, f, map, S("inject"), &none);
    add_provided(p, (Site){file, token, 0}, (Site){file, value, 0}, kind, inject);
}

/* "@0", "@1", "@chain" of a call; 0: not there. */
static ExprId part_of(const Facts *f, const Expr *call, Str which)
{
    i64 n = 0;
    const Expr *callee = EXPR(f, call->a);
    if (str_eq(which, S("@chain"))) {
        const Expr *inner = EXPR(f, callee->a);
        return callee->kind == EX_MEMBER && inner->kind == EX_CALL && inner->args ? ARG(f, inner->args)->value : 0;
    }
    str_i64(str_from(which, 1), &n);
    FOR_ARGS(f, call, it)
        if (n-- == 0)
            return ARG(f, it)->value;
    return 0;
}

/* name: asClass(C).singleton() */
static void add_named(Project *p, u32 file, Str name, ExprId value)
{
    const Facts *f = p->files[file].f;
    const Expr *v = EXPR(f, value), *of;
    while (v->kind == EX_CALL && EXPR(f, v->a)->kind == EX_MEMBER && (of = EXPR(f, EXPR(f, v->a)->a))->kind == EX_CALL)
        v = of;
    if (v->kind != EX_CALL || !v->args || !name.len)
        return;
    query_begin(p);
    Values how = eval(p, (Site){file, v->a, 0});
    Site given = {file, ARG(f, v->args)->value, 0};
    for (i32 i = 0; i < how.n; i++) {
        Surface s;
        if (how.v[i]->kind != V_EXTERN || !surface_find(p, f->lang, how.v[i]->text, &s) || !str_starts(s.does, S("returns $inject ")))
            continue;
        i32 *head = map_at(p->keep, &p->injection->tokens, str_cat(p->keep, S("text "), name));
        *vec_push(p->keep, &p->injection->names) = name;
        *vec_push(p->keep, &p->injection->provided) = (Provided){given, surface_word(s.does, 2), 0, *head};
        *head = (i32)p->injection->provided.n - 1;
        Values what = exported(p, eval(p, given));
        for (i32 k = 0; k < what.n; k++)
            if (what.v[k]->kind == V_CLASS || what.v[k]->kind == V_FUNCTION)
                map_put(p->keep, &p->injection->consumers, scope_key(p->keep, what.v[k]->file, what.v[k]->scope), 0);
    }
}

static void add_given(Project *p, u32 file, const Expr *call)
{
    const Facts *f = p->files[file].f;
    Surface s;
    Str name = expr_simple_name(f, call->a);
    if (!name.len || !surface_find(p, f->lang, str_cat(p->a, S("$provide."), name), &s) || !str_starts(s.does, S("provides")))
        return;
    ExprId token = part_of(f, call, surface_word(s.does, 2)), value = part_of(f, call, surface_word(s.does, 3));
    if (token && EXPR(f, token)->kind == EX_MAP) {
        FOR_ARGS(f, EXPR(f, token), it)
            add_named(p, file, ARG(f, it)->name, ARG(f, it)->value);
        return;
    }
    if (token && value && EXPR(f, token)->kind == EX_STRING)
        add_named(p, file, EXPR(f, token)->str, value);
    add_provided(p, (Site){file, token, 0}, (Site){file, value ? value : token, 0}, surface_word(s.does, 1), 0);
}

/* Whether a module has a row "MODULE.NAME returns $inject…". */
static bool injects(Project *p, Str lang, Str module)
{
    Str head = str_cat(p->a, module, S("."));
    Rows r = tbl_prefix(p->t, TBL_sdk, 1, lang, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (str_starts(tbl_get(p->t, TBL_sdk, i, sdk_path), head) && str_starts(tbl_get(p->t, TBL_sdk, i, sdk_does), S("returns $inject")))
            return true;
    return false;
}

void collect_injection(Project *p)
{
    bool any = false;
    Map seen = {0};
    for (i32 i = 0; i < p->nfiles && !any; i++) {
        const Facts *f = p->files[i].f;
        for (iz k = 0; k < f->facts.n && f->traits & TRAIT_MODULES_PATHS && !any; k++) {
            const Fact *x = &f->facts.v[k];
            const Expr *call = EXPR(f, x->value);
            bool load = x->kind == FACT_CALL && call->args && sdk_word(p, S("loader"), expr_simple_name(f, call->a));
            Str module = load ? loaded_module(p->a, f, ARG(f, call->args)->value) : x->kind == FACT_IMPORT ? x->module : (Str){0};
            if (!module.len || map_get(&seen, module) >= 0)
                continue;
            map_put(p->a, &seen, module, 0);
            any = injects(p, f->lang, module);
        }
    }
    if (!any)
        return;
    p->injection = new(p->keep, Injection, 1);
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        if (!(f->traits & TRAIT_MODULES_PATHS))
            continue;
        values_reset(p, false);
        for (iz k = 1; k < f->exprs.n; k++) {
            const Expr *e = &f->exprs.v[k];
            if (e->kind == EX_MAP && e->nargs > 1)
                add_provider(p, (u32)i, e);
            else if (e->kind == EX_CALL)
                add_given(p, (u32)i, e);
        }
    }
    values_reset(p, true); /* what was evaluated before everything was known is evaluated anew */
}
