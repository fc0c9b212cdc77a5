/* protos.c: classes that are functions: function F() { this.x = … }, F.prototype.m = function () { this.x … }.
 *
 * Scope.proto of such a function and of its methods is the function, which stands for the class: scope_class gives it, an instance has it as
 * its scope, and assignments to members of `this`, or of a variable that holds it (var self = this), belong to it.
 */
#include "eval.h"

/* The function of this name that a place can see: the one declared nearest around it. */
static ScopeId function_seen(Project *p, u32 file, Str name, ScopeId from)
{
    const Facts *f = p->files[file].f;
    ScopeId best = 0, around = 0;
    int left = DEFS_MAX;
    for (i32 i = map_get(&p->named, name); i >= 0 && left-- > 0; i = p->names.v[i].next) {
        const Scope *s = &f->scopes.v[p->names.v[i].scope];
        if (p->names.v[i].file != file || (s->kind != SCOPE_FUNCTION && s->kind != SCOPE_LAMBDA) || f->scopes.v[s->parent].kind == SCOPE_CLASS)
            continue;
        if (!scope_within(f, from, s->parent) || (best && s->parent <= around))
            continue;
        best = p->names.v[i].scope;
        around = s->parent;
    }
    return best;
}

/* F of F.prototype, or 0. */
static ScopeId owner_of(Project *p, u32 file, ExprId e, ScopeId from)
{
    const Facts *f = p->files[file].f;
    const Expr *x = EXPR(f, e);
    return x->kind == EX_MEMBER && str_eq(x->str, S("prototype")) ? function_seen(p, file, expr_simple_name(f, x->a), from) : 0;
}

static void mark(Facts *f, ExprId value, ScopeId owner)
{
    f->scopes.v[owner].proto = owner;
    if (EXPR(f, value)->kind == EX_LAMBDA)
        f->scopes.v[EXPR(f, value)->scope].proto = owner;
}

/* A function that assigns to its own `this` and is named as classes are. */
static ScopeId makes_itself(const Facts *f, const Fact *x)
{
    const Expr *t = EXPR(f, x->target);
    ScopeId fn = scope_function(f, x->scope);
    const Scope *s = &f->scopes.v[fn];
    bool self = t->kind == EX_MEMBER && EXPR(f, t->a)->kind == EX_NAME && EXPR(f, t->a)->flags & EXPR_SELF;
    bool capital = s->name.len && s->name.s[0] >= 'A' && s->name.s[0] <= 'Z';
    return self && capital && (s->kind == SCOPE_FUNCTION || s->kind == SCOPE_LAMBDA) && !scope_class(f, fn) ? fn : 0;
}

/* The class of `this`, or of a name that holds it: var self = this. */
static ScopeId class_of(const File *fl, const Expr *obj, ScopeId scope)
{
    const Facts *f = fl->f;
    int left = DEFS_MAX;
    if (obj->kind != EX_NAME)
        return 0;
    if (obj->flags & EXPR_SELF)
        return scope_class(f, scope);
    for (i32 i = defs_seen(fl, obj->str, scope); i >= 0 && left-- > 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        const Expr *v = EXPR(f, d->kind == DEF_BIND ? f->facts.v[d->fact].value : 0);
        ScopeId fn = scope_function(f, d->block);
        if (v->kind == EX_NAME && v->flags & EXPR_SELF && !d->path && scope_within(f, scope, fn))
            return scope_class(f, fn);
    }
    return 0;
}

static void mark_file(Project *p, u32 file)
{
    Facts *f = p->files[file].f;
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_BIND)
            continue;
        const Expr *t = EXPR(f, x->target), *v = EXPR(f, x->value);
        if (t->kind != EX_MEMBER)
            continue;
        ScopeId owner = owner_of(p, file, t->a, x->scope); /* F.prototype.m = … */
        if (owner)
            mark(f, x->value, owner);
        owner = owner_of(p, file, x->target, x->scope); /* F.prototype = {…} */
        if (owner && v->kind == EX_MAP)
            FOR_ARGS(f, v, it)
                mark(f, ARG(f, it)->value, owner);
        owner = makes_itself(f, x);
        if (owner)
            mark(f, 0, owner);
    }
}

static void add_methods(Project *p, u32 file, u32 fact, ScopeId owner)
{
    const Facts *f = p->files[file].f;
    FOR_ARGS(f, EXPR(f, f->facts.v[fact].value), it) {
        Step *s = new(p->a, Step, 1);
        s->key = ARG(f, it)->name;
        if (!s->key.len)
            continue;
        i32 *head = map_at(p->a, &p->members, s->key);
        *(MemberBind *)vec_push(p->a, &p->member) = (MemberBind){.file = file, .fact = fact, .cls = owner, .name = s->key, .path = s, .next = *head};
        *head = (i32)p->member.n - 1;
    }
}

void index_protos(Project *p)
{
    bool any = false;
    for (i32 i = 0; i < p->nfiles; i++)
        if (p->files[i].f->traits & TRAIT_MODULES_PATHS) {
            mark_file(p, (u32)i);
            any = true;
        }
    iz n = any ? p->member.n : 0;
    for (iz i = 0; i < n; i++) {
        MemberBind *m = &p->member.v[i];
        const Facts *f = p->files[m->file].f;
        const Fact *x = &f->facts.v[m->fact];
        const Expr *t = EXPR(f, x->target);
        if (m->cls || !(f->traits & TRAIT_MODULES_PATHS) || t->kind != EX_MEMBER)
            continue;
        m->cls = class_of(&p->files[m->file], EXPR(f, t->a), x->scope);
        if (!m->cls)
            m->cls = owner_of(p, m->file, t->a, x->scope);
        ScopeId owner = EXPR(f, x->value)->kind == EX_MAP ? owner_of(p, m->file, x->target, x->scope) : 0;
        if (owner)
            add_methods(p, m->file, m->fact, owner);
    }
}

bool is_proto(Project *p, u32 file, ScopeId scope)
{
    return scope && p->files[file].f->scopes.v[scope].proto == scope;
}

Values proto_member(Project *p, const Value *inst, Str name)
{
    Values out = {0};
    bool any = false;
    for (i32 i = proto_binds(p, inst->file, inst->scope, name); i >= 0; i = p->outside_bind.v[i].next) {
        const MemberBind *m = &p->member.v[p->outside_bind.v[i].member];
        const Facts *f = p->files[m->file].f;
        const Fact *x = &f->facts.v[m->fact];
        bool made = inst->site.expr && scope_function(f, x->scope) == inst->scope;
        u32 frame = made ? frame_for(p, m->file, inst->scope, inst->site, inst, 0) : 0;
        Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        Values v = def_value(p, m->file, &d, frame);
        out.open |= v.open;
        for (i32 k = 0; k < v.n; k++) {
            Value *fn = (Value *)(uintptr_t)v.v[k];
            if (fn->kind == V_FUNCTION && !fn->self && fn->file == inst->file && f->scopes.v[fn->scope].proto == inst->scope) {
                fn = new(p->a, Value, 1);
                *fn = *v.v[k];
                fn->hash = 0;
                fn->self = inst;
            }
            out = values_union(p->a, out, values_one(p->a, fn));
        }
        any = true;
    }
    return any ? out : UNKNOWN_VALUES;
}
