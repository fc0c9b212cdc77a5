/* stands.c: functions that stand somewhere as values (f = work, {"x": work}, return work, fn=work) and not as what a call calls or takes: whoever
 * has the value calls it with what nobody here knows. Without them, calls by name would seem to be all. */
#include "eval.h"

enum { STANDS_DEPTH = 4 }; /* lists, maps and choices inside each other */

/* A method reference, where fields and methods of a name are different things: this::work. */
static bool is_reference(const Facts *f, const Expr *e)
{
    Str t = f->src->text;
    iz before = (iz)e->end - e->str.len;
    return before >= 2 && e->end <= t.len && t.s[before - 1] == ':' && t.s[before - 2] == ':';
}

/* this, self */
static bool is_receiver(Project *p, u32 fi, ExprId e)
{
    const File *fl = &p->files[fi];
    const Expr *x = EXPR(fl->f, e);
    i32 d = x->kind == EX_NAME && fl->f->traits & TRAIT_MODULES_DOTTED ? defs_seen(fl, x->str, scope_at(p, fi, x->off)) : -1;
    return x->flags & EXPR_SELF || (d >= 0 && fl->def.v[d].kind == DEF_PARAM && fl->f->params.v[fl->def.v[d].param].kind == PARAM_RECEIVER);
}

static void stand(Project *p, u32 fi, ExprId e)
{
    const Facts *f = p->files[fi].f;
    const Expr *x = EXPR(f, e);
    if ((x->kind != EX_NAME && x->kind != EX_MEMBER) || map_get(&p->named, x->str) < 0)
        return;
    if (x->kind == EX_MEMBER && !(f->traits & TRAIT_MODULES_CLASSES ? is_reference(f, x) : f->traits & TRAIT_EMBEDS || is_receiver(p, fi, x->a)))
        return;
    i32 *head = map_at(p->a, &p->stand_heads, x->str);
    *(Stand *)vec_push(p->a, &p->stands) = (Stand){.file = fi, .expr = e, .next = *head};
    *head = (i32)p->stands.n - 1;
}

/* f.bind(…) */
static ExprId bound_to(const Facts *f, const Expr *e)
{
    const Expr *callee = EXPR(f, e->a);
    bool binds = e->kind == EX_CALL && f->traits & TRAIT_MODULES_PATHS && callee->kind == EX_MEMBER && str_eq(callee->str, S("bind"));
    return binds ? callee->a : 0;
}

/* key: the name under which others find the value; calls of that name are found anyway. */
static void collect(Project *p, u32 fi, ExprId e, Str key, int depth)
{
    const Facts *f = p->files[fi].f;
    const Expr *x = EXPR(f, e);
    ExprId bound = bound_to(f, x);
    if (bound)
        x = EXPR(f, e = bound);
    if (depth > STANDS_DEPTH)
        return;
    if (x->kind == EX_NAME || x->kind == EX_MEMBER) {
        if (!str_eq(x->str, key))
            stand(p, fi, e);
    } else if (x->kind == EX_CHOICE) {
        collect(p, fi, x->a, key, depth + 1);
        collect(p, fi, x->b, key, depth + 1);
    } else if ((x->kind == EX_LIST || x->kind == EX_MAP) && !(f->traits & TRAIT_EMBEDS)) {
        FOR_ARGS(f, x, it)
            collect(p, fi, ARG(f, it)->value, ARG(f, it)->name, depth + 1);
    }
}

/* What a module gives others is called by its name. */
static bool exports_it(const Facts *f, ExprId target)
{
    const Expr *t = EXPR(f, target);
    if (!(f->traits & TRAIT_MODULES_PATHS))
        return false;
    while (t->kind == EX_MEMBER && !str_eq(t->str, S("exports")))
        t = EXPR(f, t->a);
    return (t->kind == EX_NAME || t->kind == EX_MEMBER) && str_eq(t->str, S("exports"));
}

void index_stands(Project *p, u32 fi)
{
    const Facts *f = p->files[fi].f;
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        const Expr *v = EXPR(f, x->value);
        if (x->kind == FACT_RETURN)
            collect(p, fi, x->value, (Str){0}, 0);
        if (x->kind == FACT_BIND && !(x->flags & BIND_TYPE) && !exports_it(f, x->target) &&
            !(f->traits & TRAIT_MODULES_CLASSES && v->kind == EX_MEMBER)) /* followed by functional_contexts */
            collect(p, fi, x->value, expr_simple_name(f, x->target), 0);
        if (x->kind != FACT_CALL)
            continue;
        const Expr *callee = EXPR(f, v->a);
        if (callee->kind == EX_MEMBER && f->traits & TRAIT_MODULES_PATHS && (str_eq(callee->str, S("call")) || str_eq(callee->str, S("apply"))))
            collect(p, fi, callee->a, (Str){0}, 0);
        FOR_ARGS(f, v, it) {
            const Expr *a = EXPR(f, ARG(f, it)->value);
            if (a->kind != EX_NAME && a->kind != EX_MEMBER) /* those are call sites */
                collect(p, fi, ARG(f, it)->value, (Str){0}, 0);
        }
    }
    for (iz i = 1; i < f->exprs.n && f->traits & TRAIT_EMBEDS; i++) { /* composite literals, wherever they stand */
        const Expr *e = &f->exprs.v[i];
        if (e->kind == EX_NEW || e->kind == EX_LIST || e->kind == EX_MAP)
            FOR_ARGS(f, e, it)
                collect(p, fi, ARG(f, it)->value, (Str){0}, 0);
    }
    for (iz i = 0; i < f->params.n; i++)
        if (f->params.v[i].dflt)
            collect(p, fi, f->params.v[i].dflt, f->params.v[i].name, 0);
}

bool stands_elsewhere(Project *p, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f;
    Str name = f->scopes.v[fn].name;
    int left = CONTEXTS_MAX;
    for (i32 i = name.len ? map_get(&p->stand_heads, name) : -1; i >= 0; i = p->stands.v[i].next) {
        const Stand *s = &p->stands.v[i];
        if (!str_eq(p->files[s->file].f->lang, f->lang) || !may_name(p, s->file, file, name, f->scopes.v[fn].owner))
            continue;
        if (left-- == 0)
            return true;
        Values v = eval(p, (Site){s->file, s->expr, 0});
        for (i32 k = 0; k < v.n; k++)
            if (v.v[k]->kind == V_FUNCTION && v.v[k]->file == file && v.v[k]->scope == fn)
                return true;
    }
    return false;
}
