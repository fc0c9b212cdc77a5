/* handed.c: functions that are handed to a function of the project (retry(work, "name")): what that calls them with, itself or by handing them
 * on. What it keeps or gives back is called with something that nobody here knows (*lost). */
#include "eval.h"

/* Whether a value holds what the variable has. */
static bool holds_name(const Facts *f, ExprId e, Str name, int depth)
{
    const Expr *x = EXPR(f, e);
    if (x->kind == EX_NAME)
        return str_eq(x->str, name);
    if (depth > HANDED_DEPTH)
        return false;
    if (x->kind == EX_CHOICE)
        return holds_name(f, x->a, name, depth + 1) || holds_name(f, x->b, name, depth + 1);
    if (x->kind == EX_LIST || x->kind == EX_MAP)
        FOR_ARGS(f, x, it)
            if (holds_name(f, ARG(f, it)->value, name, depth + 1))
                return true;
    return false;
}

static void add_use(Project *p, HandedUses *u, ExprId call, i32 arg)
{
    *(HandedUse *)vec_push(p->keep, &u->uses) = (HandedUse){call, arg};
}

static void uses_in_call(Project *p, HandedUses *u, const Facts *f, ExprId call, Str name)
{
    const Expr *e = EXPR(f, call), *callee = EXPR(f, e->a);
    if (callee->kind == EX_NAME && str_eq(callee->str, name))
        add_use(p, u, call, -1);
    if (callee->kind == EX_MEMBER && holds_name(f, callee->a, name, 0)) {
        if (f->traits & TRAIT_MODULES_CLASSES && sdk_word(p, S("invoker"), callee->str))
            add_use(p, u, call, -1); /* fn.accept(x) */
        else
            u->lost = true; /* fn.apply(…), fn.delay(…) */
    }
    i32 k = 0;
    FOR_ARGS(f, e, it) {
        ExprId value = ARG(f, it)->value;
        if (EXPR(f, value)->kind == EX_NAME && str_eq(EXPR(f, value)->str, name) && !ARG(f, it)->splat)
            add_use(p, u, call, k);
        else if (holds_name(f, value, name, 0))
            u->lost = true;
        k++;
    }
}

/* What a function does with one of its parameters. Valid until the next such question. */
static const HandedUses *uses_of(Project *p, u32 file, ScopeId fn, Str name)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Scope *s = &f->scopes.v[fn];
    Str key = number_key(p->a, (i64[]){file, fn}, 2, name);
    i32 known = map_get(&p->handed_ids, key);
    if (known >= 0)
        return &p->handed.v[known];
    HandedUses u = {0};
    for (u32 i = fact_from(f, s->off); i < f->facts.n && f->facts.v[i].off < s->end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_CALL)
            uses_in_call(p, &u, f, x->value, name);
        else if (x->kind == FACT_BIND || x->kind == FACT_RETURN)
            u.lost = u.lost || holds_name(f, x->value, name, 0);
    }
    map_put(p->keep, &p->handed_ids, str_dup(p->keep, key), (i32)p->handed.n);
    HandedUses *kept = vec_push(p->keep, &p->handed);
    *kept = u;
    return kept;
}

/* The parameter that takes argument number `arg` of a call; null: it cannot be told. */
static const Param *taking(const Facts *cf, const Expr *call, i32 arg, const Facts *f, const Scope *fn)
{
    i32 k = 0, pos = 0;
    const Arg *given = 0;
    FOR_ARGS(cf, call, it) {
        const Arg *a = ARG(cf, it);
        if (k++ == arg) {
            given = a;
            break;
        }
        if (a->splat)
            return 0;
        pos += !a->name.len;
    }
    for (u32 i = 0; given && i < fn->nparams; i++) {
        const Param *q = &f->params.v[fn->params + i];
        if (q->kind == PARAM_RECEIVER)
            continue;
        if (given->name.len ? str_eq(given->name, q->name) : q->kind == PARAM_POSITIONAL && pos-- == 0)
            return q;
    }
    return 0;
}

i32 handed_contexts(Project *p, Site call, i32 arg, const Value *taker, const Value *how, u32 file, ScopeId fn, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[taker->file].f;
    const Scope *g = &f->scopes.v[taker->scope];
    const Param *q = taking(p->files[call.file].f, EXPR(p->files[call.file].f, call.expr), arg, f, g);
    u32 around = q && q->name.len && p->handing < HANDED_DEPTH ? frame_for(p, taker->file, taker->scope, call, taker->self, 0) : 0;
    if (!around) {
        p->handed_lost = true;
        return n;
    }
    const HandedUses *u = uses_of(p, taker->file, taker->scope, q->name);
    p->handed_lost = p->handed_lost || u->lost;
    p->handing++;
    for (iz i = 0; i < u->uses.n && n < max; i++) {
        HandedUse x = u->uses.v[i];
        n = value_context(p, (Site){taker->file, x.call, around}, x.arg, how, file, fn, frames, n, max);
        u = uses_of(p, taker->file, taker->scope, q->name); /* others may have been asked for */
    }
    p->handing--;
    return n;
}
