/* unframed.c: expressions that mean the same in every calling context: nothing in them comes from a parameter or the receiver of a function
 * around them. They are evaluated once, not once a context; a call whose arguments are such gives the function the same context wherever it is
 * called from.
 *
 * Who is wrong here loses precision, never a value: without a context parameters are what all callers pass. So doubt counts as "depends on
 * the context" for what is common, and the rest is left out.
 */
#include "project.h"

enum { UNKNOWN_YET, SAME, DEPENDS };
enum { DEPTH_MAX = 60, LOOKED_AT = 24 }; /* nested expressions; definitions or changes of a name */

static bool same(Project *p, u32 file, ExprId e, int depth);

static bool same_args(Project *p, u32 file, const Expr *e, int depth)
{
    const Facts *f = p->files[file].f;
    FOR_ARGS(f, e, it)
        if (!same(p, file, ARG(f, it)->value, depth) || (ARG(f, it)->key && !same(p, file, ARG(f, it)->key, depth)))
            return false;
    return true;
}

/* x[k] = v, x.k = v, x.add(v), fill(x). */
static bool same_change(Project *p, u32 file, const Fact *x, Str name, int depth)
{
    const Facts *f = p->files[file].f;
    if (x->kind != FACT_CALL) {
        const Expr *t = EXPR(f, x->target);
        return same(p, file, x->value, depth) && (t->kind != EX_INDEX || same(p, file, t->b, depth));
    }
    FOR_ARGS(f, EXPR(f, x->value), it) {
        const Expr *a = EXPR(f, ARG(f, it)->value);
        if (!(a->kind == EX_NAME && str_eq(a->str, name)) && !same(p, file, ARG(f, it)->value, depth))
            return false;
    }
    return true;
}

static bool same_changes(Project *p, u32 file, Str name, int depth)
{
    const File *fl = &p->files[file];
    if (map_get(&fl->changes_deep, name) >= 0)
        return false;
    int left = LOOKED_AT;
    for (i32 i = map_get(&fl->changes, name); i >= 0; i = fl->change.v[i].next)
        if (left-- == 0 || !same_change(p, file, &fl->f->facts.v[fl->change.v[i].fact], name, depth))
            return false;
    return true;
}

static bool same_def(Project *p, u32 file, const Def *d, int depth)
{
    const Facts *f = p->files[file].f;
    if (d->kind == DEF_IMPORT || !scope_function(f, d->block))
        return true;
    if (d->kind != DEF_BIND)
        return false;
    const Fact *x = &f->facts.v[d->fact];
    return x->flags & BIND_TYPE || (x->value && same(p, file, x->value, depth));
}

static bool same_name(Project *p, u32 file, const Expr *e, int depth)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    if (e->flags & (EXPR_SELF | EXPR_SUPER))
        return false;
    bool members = f->traits & TRAIT_MEMBERS_VISIBLE;
    for (ScopeId s = scope_at(p, file, e->off);; s = f->scopes.v[s].parent) {
        i32 i = defs_in(fl, e->str, s);
        if (members && f->scopes.v[s].kind == SCOPE_CLASS) {
            if (i >= 0 || (map_get(&fl->imports, e->str) < 0 && map_get(&p->named, e->str) < 0))
                return false; /* a member of the receiver */
            continue;
        }
        if (i < 0 && s)
            continue;
        int left = LOOKED_AT;
        for (; i >= 0; i = fl->def.v[i].next)
            if (left-- == 0 || !same_def(p, file, &fl->def.v[i], depth))
                return false;
        return same_changes(p, file, e->str, depth);
    }
}

static bool same_node(Project *p, u32 file, ExprId id, int depth)
{
    const File *fl = &p->files[file];
    const Expr *e = EXPR(fl->f, id);
    switch ((ExprKind)e->kind) {
    case EX_NONE:
    case EX_UNKNOWN:
    case EX_STRING:
    case EX_NUMBER:
    case EX_BOOL:
    case EX_NULL:
        return true;
    case EX_NAME:
        return same_name(p, file, e, depth);
    case EX_MEMBER: {
        if (str_eq(e->str, S("this")) || !same(p, file, e->a, depth))
            return false;
        Str path = fl->change.n ? expr_path(p->a, fl->f, id) : (Str){0};
        return !path.len || map_get(&fl->changes, path) < 0;
    }
    case EX_INDEX:
    case EX_CONCAT:
    case EX_CHOICE:
        return same(p, file, e->a, depth) && same(p, file, e->b, depth);
    case EX_TEMPLATE:
    case EX_LIST:
    case EX_MAP:
        return same_args(p, file, e, depth);
    case EX_CALL:
    case EX_NEW:
        return same(p, file, e->a, depth) && same_args(p, file, e, depth);
    case EX_TYPE:
        return same(p, file, e->a, depth);
    case EX_LAMBDA:
        break;
    }
    return false;
}

static bool same(Project *p, u32 file, ExprId e, int depth)
{
    File *fl = &p->files[file];
    if (!e)
        return true;
    if (depth > DEPTH_MAX)
        return false;
    if (!fl->unframed)
        fl->unframed = new(p->keep, u8, fl->f->exprs.n);
    if (fl->unframed[e] == UNKNOWN_YET) {
        fl->unframed[e] = DEPENDS; /* while it is not known: what it depends on itself for */
        if (same_node(p, file, e, depth + 1))
            fl->unframed[e] = SAME;
    }
    return fl->unframed[e] == SAME;
}

bool unframed(Project *p, u32 file, ExprId e)
{
    return same(p, file, e, 0);
}

bool unframed_call(Project *p, u32 file, ScopeId fn, Site call)
{
    const Facts *f = p->files[file].f;
    ScopeId around = f->scopes.v[fn].parent;
    if (f->scopes.v[around].kind == SCOPE_CLASS)
        around = f->scopes.v[around].parent;
    return call.expr && !around && same_args(p, call.file, EXPR(p->files[call.file].f, call.expr), 0);
}
