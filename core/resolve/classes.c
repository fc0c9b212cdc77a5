/* classes.c: classes of the project: who derives from whom, their methods and constructors, the members of enums. */
#include "eval.h"

const Kin *kin_of(Project *p, u32 file, ScopeId cls)
{
    static const Kin none;
    return p->files[file].kin ? &p->files[file].kin[cls] : &none;
}

static Kin *kin_at(Project *p, u32 file, ScopeId cls)
{
    File *fl = &p->files[file];
    if (!fl->kin)
        fl->kin = new(p->keep, Kin, fl->f->scopes.n);
    return &fl->kin[cls];
}

void collect_kin(Project *p)
{
    for (iz i = 0; i < p->names.n; i++) {
        u32 file = p->names.v[i].file;
        ScopeId cls = p->names.v[i].scope;
        const Facts *f = p->files[file].f;
        if (f->scopes.v[cls].kind != SCOPE_CLASS)
            continue;
        FOR_LIST(f, f->scopes.v[cls].bases, it) {
            if (ARG(f, it)->name.len)
                continue;
            values_reset(p, false);
            query_begin(p);
            Values b = eval(p, (Site){file, ARG(f, it)->value, 0});
            for (i32 k = 0; k < b.n; k++) {
                const Value *x = b.v[k];
                if (x->kind != V_CLASS || (x->file == file && x->scope == cls))
                    continue;
                *(ClassRef *)vec_push(p->keep, &kin_at(p, file, cls)->bases) = (ClassRef){x->file, x->scope};
                *(ClassRef *)vec_push(p->keep, &kin_at(p, x->file, x->scope)->subclasses) = (ClassRef){file, cls};
            }
        }
    }
}

static bool derives(Project *p, ClassRef c, ClassRef base, int depth)
{
    if (c.file == base.file && c.scope == base.scope)
        return true;
    const Kin *k = kin_of(p, c.file, c.scope);
    for (iz i = 0; i < k->bases.n && depth < NEST_MAX; i++)
        if (derives(p, k->bases.v[i], base, depth + 1))
            return true;
    return false;
}

bool class_derives(Project *p, u32 file, ScopeId cls, u32 basefile, ScopeId base)
{
    return derives(p, (ClassRef){file, cls}, (ClassRef){basefile, base}, 0);
}

const Def *own_def(Project *p, u32 file, ScopeId cls, Str name)
{
    const File *fl = &p->files[file];
    i32 i = defs_in(fl, name, cls);
    return i < 0 ? 0 : &fl->def.v[i];
}

/* The method, or without a name the constructor, that the first base class has; *file becomes that class's. */
static i32 inherited(Project *p, u32 *file, ScopeId cls, Str name)
{
    const Kin *k = kin_of(p, *file, cls);
    i32 found = -1;
    if (too_nested(p))
        return -1;
    p->nest++;
    for (iz i = 0; i < k->bases.n && found < 0; i++) {
        u32 bf = k->bases.v[i].file;
        ScopeId base = k->bases.v[i].scope;
        found = name.len ? class_method(p, &bf, base, name) : class_constructor(p, &bf, base);
        if (found >= 0)
            *file = bf;
    }
    p->nest--;
    return found;
}

i32 class_method(Project *p, u32 *file, ScopeId cls, Str name)
{
    if (is_proto(p, *file, cls))
        return -1;
    const Def *d = own_def(p, *file, cls, name);
    if (d)
        return d->kind == DEF_SCOPE ? (i32)d->opens : -1;
    i32 outer = outer_method(p, file, cls, name);
    if (outer >= 0)
        return outer;
    return inherited(p, file, cls, name);
}

i32 class_constructor(Project *p, u32 *file, ScopeId cls)
{
    File *fl = &p->files[*file];
    const Facts *f = fl->f;
    if (!fl->constructors) {
        fl->constructors = new(p->keep, ScopeId, f->scopes.n);
        for (iz i = f->scopes.n; i-- > 1;)
            if (f->scopes.v[i].flags & SCOPE_CONSTRUCTOR)
                fl->constructors[f->scopes.v[i].parent] = (ScopeId)i;
    }
    if (fl->constructors[cls])
        return (i32)fl->constructors[cls];
    return inherited(p, file, cls, (Str){0});
}

/* The constructor that a call of the class runs: of several, the only one that takes its arguments; -1: it cannot be told. */
i32 constructor_called(Project *p, u32 *file, ScopeId cls, Site call)
{
    u32 at = *file;
    i32 first = class_constructor(p, &at, cls), found = -1;
    const Facts *f = p->files[at].f;
    if (first < 0 || !call.expr || !(f->traits & TRAIT_MODULES_CLASSES)) {
        *file = at;
        return first;
    }
    const Scope *c = &f->scopes.v[f->scopes.v[first].parent];
    for (iz i = first; i < f->scopes.n && f->scopes.v[i].off < c->end; i++) {
        const Scope *s = &f->scopes.v[i];
        if (!(s->flags & SCOPE_CONSTRUCTOR) || s->parent != f->scopes.v[first].parent || !takes_args(p, at, (ScopeId)i, call))
            continue;
        if (found >= 0)
            return -1;
        found = (i32)i;
    }
    *file = at;
    return found;
}

bool is_enum(Project *p, const Value *v)
{
    return p->files[v->file].f->scopes.v[v->scope].flags & SCOPE_ENUM;
}

/* The names of the constants that a value of an enum may be. */
Values enum_names(Project *p, const Value *inst)
{
    const Facts *f = p->files[inst->file].f;
    Values out = {0};
    for (u32 i = fact_from(f, f->scopes.v[inst->scope].off); i < f->facts.n && f->facts.v[i].off < f->scopes.v[inst->scope].end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_BIND || x->scope != inst->scope || EXPR(f, x->value)->kind != EX_NEW || EXPR(f, x->target)->kind != EX_NAME)
            continue;
        if (!inst->site.expr || (inst->site.file == inst->file && inst->site.expr == x->value))
            out = values_union(p->a, out, values_text(p->a, EXPR(f, x->target)->str, origin_new(p, 0, EXPR(f, x->target)->str, inst->file, x->off)));
    }
    return out;
}

Values class_values(Project *p, const Value *cls)
{
    const Facts *f = p->files[cls->file].f;
    Values out = {0};
    if (!(f->scopes.v[cls->scope].flags & SCOPE_ENUM))
        return UNKNOWN_VALUES;
    for (u32 i = fact_from(f, f->scopes.v[cls->scope].off); i < f->facts.n && f->facts.v[i].off < f->scopes.v[cls->scope].end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_BIND && x->scope == cls->scope && x->value)
            out = values_union(p->a, out, eval(p, (Site){cls->file, x->value, 0}));
    }
    return out;
}
