/* within.c: facts that stand inside of a scope, found without going through the whole file: a bundle is one file of megabytes with thousands of
 * functions, and what is asked of each of them must not cost the whole. */
#include "project.h"

u32 fact_from(const Facts *f, u32 off)
{
    iz lo = 0, hi = f->facts.n;
    while (lo < hi) {
        iz mid = (lo + hi) / 2;
        if (f->facts.v[mid].off < off)
            lo = mid + 1;
        else
            hi = mid;
    }
    return (u32)lo;
}

const FactIds *calls_within(Project *p, u32 file, ScopeId scope, Str name)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Scope *s = &f->scopes.v[scope];
    i32 known = map_get(&fl->calls_within, name_key(p->a, scope, name));
    if (known >= 0)
        return &fl->within.v[known];
    FactIds ids = {0};
    for (u32 i = fact_from(f, s->off); i < f->facts.n && f->facts.v[i].off < s->end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_CALL)
            continue;
        const Expr *callee = EXPR(f, EXPR(f, x->value)->a);
        if (callee->kind == EX_NAME && str_eq(callee->str, name))
            *(u32 *)vec_push(p->keep, &ids) = i;
    }
    map_put(p->keep, &fl->calls_within, name_key(p->keep, scope, name), (i32)fl->within.n);
    FactIds *kept = vec_push(p->keep, &fl->within);
    *kept = ids;
    return kept;
}
