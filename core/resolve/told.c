/* told.c: parameters that a function's declared type tells of: const read: Reader = (client, key) => …, where type Reader = (c: S3, k: string)
 * => …; functions in an object whose type says what its members are. */
#include "eval.h"

/* A type; or, fn, a function that is declared without a body. */
typedef struct {
    u32 file;
    ExprId type;
    ScopeId scope, fn;
} TypeAt;

static const TypeAt no_type;

/* What the name of a type means. */
static TypeAt type_named(Project *p, TypeAt t, ScopeId *cls)
{
    const File *fl = &p->files[t.file];
    Str name = expr_simple_name(fl->f, t.type);
    i32 i = name.len ? defs_seen(fl, name, t.scope) : -1;
    *cls = 0;
    for (int hop = 0; i >= 0 && hop < 4; hop++) {
        const Def *d = &fl->def.v[i];
        if (d->kind == DEF_SCOPE && fl->f->scopes.v[d->opens].kind == SCOPE_CLASS) {
            *cls = d->opens;
            return (TypeAt){.file = t.file, .scope = d->scope};
        }
        if (d->kind == DEF_BIND && fl->f->facts.v[d->fact].flags & BIND_TYPE)
            return (TypeAt){.file = t.file, .type = fl->f->facts.v[d->fact].value, .scope = d->scope};
        if (d->kind != DEF_IMPORT)
            break;
        const Fact *x = &fl->f->facts.v[d->fact];
        i32 m = module_file(p, t.file, x->module);
        if (m < 0)
            break;
        t.file = (u32)m;
        fl = &p->files[m];
        i32 ex = map_get(&fl->exports, x->symbol);
        Str there = ex >= 0 ? expr_simple_name(fl->f, fl->f->facts.v[ex].value) : x->symbol;
        i = defs_in(fl, there, 0);
    }
    return no_type;
}

/* The nth of a generic's arguments; -1: the last. */
static ExprId argument(const Facts *f, const Expr *generic, i32 n)
{
    const Expr *b = EXPR(f, generic->b);
    ExprId last = generic->b;
    if (b->kind != EX_LIST)
        return last;
    FOR_ARGS(f, b, it) {
        last = ARG(f, it)->value;
        if (n-- == 0)
            return last;
    }
    return last;
}

static TypeAt member_type(Project *p, TypeAt t, Str key, int depth)
{
    const Facts *f = p->files[t.file].f;
    const Expr *e = EXPR(f, t.type);
    ScopeId cls;
    if (depth > NEST_MAX || !t.type)
        return no_type;
    if (e->kind == EX_MAP) {
        FOR_ARGS(f, e, it)
            if (!ARG(f, it)->name.len || str_eq(ARG(f, it)->name, key))
                return (TypeAt){.file = t.file, .type = ARG(f, it)->value, .scope = t.scope};
        return no_type;
    }
    if (e->kind == EX_INDEX) {
        Str name = expr_simple_name(f, e->a);
        bool mapping = type_is(p, f, name, S("mapping")), transparent = type_is(p, f, name, S("transparent"));
        TypeAt in = {.file = t.file, .type = mapping ? argument(f, e, -1) : transparent ? argument(f, e, 0) : e->a, .scope = t.scope};
        return mapping ? in : member_type(p, in, key, depth + 1);
    }
    if (e->kind != EX_NAME && e->kind != EX_MEMBER)
        return no_type;
    t = type_named(p, t, &cls);
    if (!cls)
        return member_type(p, t, key, depth + 1);
    const Def *d = own_def(p, t.file, cls, key);
    f = p->files[t.file].f;
    if (d && d->kind == DEF_SCOPE)
        return (TypeAt){.file = t.file, .scope = cls, .fn = d->opens};
    return d && d->kind == DEF_BIND ? (TypeAt){.file = t.file, .type = f->facts.v[d->fact].type, .scope = cls} : no_type;
}

static Values takes(Project *p, TypeAt t, i32 pos, int depth)
{
    const Facts *f = p->files[t.file].f;
    const Expr *e = EXPR(f, t.type);
    ScopeId cls;
    if (t.fn) {
        const Scope *s = &f->scopes.v[t.fn];
        ExprId type = pos < (i32)s->nparams ? f->params.v[s->params + (u32)pos].type : 0;
        return type ? eval_type(p, t.file, type, t.fn) : (Values){0};
    }
    if (depth > NEST_MAX || !t.type)
        return (Values){0};
    if (e->kind == EX_INDEX && type_is(p, f, expr_simple_name(f, e->a), S("function"))) {
        const Expr *l = EXPR(f, e->b);
        FOR_ARGS(f, l, it)
            if (pos-- == 0)
                return eval_type(p, t.file, ARG(f, it)->value, t.scope);
        return (Values){0};
    }
    if (e->kind == EX_INDEX)
        return takes(p, (TypeAt){.file = t.file, .type = e->a, .scope = t.scope}, pos, depth + 1);
    if (e->kind == EX_CHOICE) {
        Values x = takes(p, (TypeAt){.file = t.file, .type = e->a, .scope = t.scope}, pos, depth + 1);
        return x.n ? x : takes(p, (TypeAt){.file = t.file, .type = e->b, .scope = t.scope}, pos, depth + 1);
    }
    if (e->kind != EX_NAME && e->kind != EX_MEMBER)
        return (Values){0};
    t = type_named(p, t, &cls);
    if (!cls)
        return takes(p, t, pos, depth + 1);
    f = p->files[t.file].f;
    for (ScopeId s = cls + 1; s < f->scopes.n && f->scopes.v[s].off < f->scopes.v[cls].end; s++) /* (x: T): R in an interface */
        if (f->scopes.v[s].parent == cls && f->scopes.v[s].kind == SCOPE_FUNCTION && !f->scopes.v[s].name.len)
            return takes(p, (TypeAt){.file = t.file, .fn = s}, pos, depth + 1);
    return (Values){0};
}

/* Functions whose type is declared: by themselves, or as a member of an object. */
static void tell(File *fl, ExprId value, ExprId type, Str key, ScopeId scope)
{
    const Facts *f = fl->f;
    const Expr *v = EXPR(f, value);
    if (v->kind == EX_INDEX && EXPR(f, v->b)->kind == EX_TYPE) { /* x satisfies T, x as T */
        type = type ? type : EXPR(f, v->b)->a;
        v = EXPR(f, v->a);
    }
    if (v->kind == EX_LAMBDA && type)
        fl->told[v->scope] = (ToldType){type, scope, key};
    if (v->kind == EX_MAP && type && !key.len)
        FOR_ARGS(f, v, it)
            if (ARG(f, it)->name.len)
                tell(fl, ARG(f, it)->value, type, ARG(f, it)->name, scope);
}

Values told_param(Project *p, u32 file, ScopeId fn, u32 param)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    i32 pos = (i32)(param - f->scopes.v[fn].params);
    if (!fl->told) {
        fl->told = new(p->keep, ToldType, f->scopes.n);
        for (iz i = 0; i < f->facts.n; i++)
            if (f->facts.v[i].kind == FACT_BIND && f->facts.v[i].value && !(f->facts.v[i].flags & BIND_TYPE))
                tell(fl, f->facts.v[i].value, f->facts.v[i].type, (Str){0}, f->facts.v[i].scope);
    }
    const ToldType *told = &fl->told[fn];
    if (!told->type || too_nested(p))
        return (Values){0};
    TypeAt t = {.file = file, .type = told->type, .scope = told->scope};
    p->nest++;
    Values v = takes(p, told->key.len ? member_type(p, t, told->key, 0) : t, pos, 0);
    p->nest--;
    return v;
}
