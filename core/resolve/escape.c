/* escape.c: structs of the project whose values go where other code may call their methods: they are given to functions of libraries, or kept
 * as interfaces of theirs (http.Handle("/", h)). Of such a struct it is not known which of its values a method is called on. By declared types
 * alone; once a part, when first asked. */
#include "statics.h"

/* The value stands where `to` is wanted. */
static void goes(Project *p, u32 file, ExprId value, Static to)
{
    if (to.kind != ST_OUT && to.kind != ST_UNKNOWN && to.kind != ST_OUT_NAME && to.kind != ST_OUT_CALL)
        return;
    Static t = static_of(p, file, value);
    if (t.kind == ST_INSTANCE)
        map_put(p->keep, &p->escaped, scope_key(p->keep, t.file, t.id), 0);
}

static void call_gives(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call);
    Static fn = static_of(p, file, e->a);
    u32 i = 0;
    FOR_ARGS(f, e, it) {
        Static to = {0};
        if (fn.kind == ST_FUNCTION) {
            const Facts *g = p->files[fn.file].f;
            const Scope *s = &g->scopes.v[fn.id];
            u32 q = s->params + i++ + (s->owner != 0); /* its receiver is a parameter, too */
            if (q >= s->params + s->nparams)
                q = s->params + s->nparams - 1; /* …T */
            if (s->nparams && g->params.v[q].type)
                to = static_type(p, fn.file, g->params.v[q].type, (ScopeId)fn.id);
        }
        if (fn.kind != ST_CLASS && fn.kind != ST_SHAPE_TYPE)
            goes(p, file, ARG(f, it)->value, to);
    }
}

static void literal_keeps(Project *p, u32 file, ExprId literal)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, literal);
    Static t = static_of(p, file, literal);
    FOR_ARGS(f, e, it) {
        Static to = t.kind == ST_INSTANCE && ARG(f, it)->name.len ? static_member(p, t, ARG(f, it)->name) : t;
        if (t.kind == ST_INSTANCE && !ARG(f, it)->name.len)
            continue; /* by position: of a struct of the project */
        goes(p, file, ARG(f, it)->value, to);
    }
}

static void collect(Project *p)
{
    p->escaped_known = true;
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        u32 file = (u32)i;
        if (!tells_types(f))
            continue;
        for (iz k = 1; k < f->exprs.n; k++)
            if (f->exprs.v[k].kind == EX_NEW)
                literal_keeps(p, file, (ExprId)k);
        for (iz k = 0; k < f->facts.n; k++) {
            const Fact *x = &f->facts.v[k];
            if (x->kind == FACT_CALL)
                call_gives(p, file, x->value);
            if (x->kind == FACT_BIND && x->value && x->type && !(x->flags & BIND_TYPE))
                goes(p, file, x->value, static_type(p, file, x->type, x->scope));
            else if (x->kind == FACT_BIND && x->value && EXPR(f, x->target)->kind == EX_MEMBER)
                goes(p, file, x->value, static_of(p, file, x->target));
            ScopeId fn = x->kind == FACT_RETURN && x->value ? scope_function(f, x->scope) : 0;
            if (fn && f->scopes.v[fn].returns) {
                const Expr *v = EXPR(f, x->value), *r = EXPR(f, f->scopes.v[fn].returns);
                ArgId to = r->kind == EX_LIST ? r->args : 0;
                if (v->kind != EX_LIST)
                    goes(p, file, x->value, static_type(p, file, to ? ARG(f, to)->value : f->scopes.v[fn].returns, fn));
                else
                    FOR_ARGS(f, v, it) {
                        goes(p, file, ARG(f, it)->value, to ? static_type(p, file, ARG(f, to)->value, fn) : (Static){0});
                        to = to ? ARG(f, to)->next : 0;
                    }
            }
        }
    }
}

bool escapes(Project *p, u32 file, ScopeId cls)
{
    if (!p->escaped_known)
        collect(p);
    return p->escaped.n && map_get(&p->escaped, scope_key(p->a, file, cls)) >= 0;
}
