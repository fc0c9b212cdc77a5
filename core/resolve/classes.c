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
    p->kin_known = true;
}

static ClassRef *class_slot(ClassRef *slots, i32 cap, ClassRef c)
{
    u64 h = ((u64)c.file << 32 | c.scope) * 0x9e3779b97f4a7c15u;
    for (u64 i = h >> 32;; i++) {
        ClassRef *r = &slots[i & (u32)(cap - 1)];
        if (!r->scope || (r->file == c.file && r->scope == c.scope))
            return r;
    }
}

bool class_first(Project *p, ClassSet *s, ClassRef c)
{
    enum { CLASSES_A_STEP = 256 };
    if (++s->asked % CLASSES_A_STEP == 0)
        p->steps--;
    if (s->n < COUNTOF(s->few)) {
        for (i32 i = 0; i < s->n; i++)
            if (s->few[i].file == c.file && s->few[i].scope == c.scope)
                return false;
        s->few[s->n++] = c;
        return true;
    }
    if (s->n * 2 >= s->cap) {
        i32 cap = s->cap ? s->cap * 2 : 8 * COUNTOF(s->few);
        ClassRef *slots = new(p->a, ClassRef, cap);
        for (iz i = 0; !s->cap && i < COUNTOF(s->few); i++)
            *class_slot(slots, cap, s->few[i]) = s->few[i];
        for (i32 i = 0; i < s->cap; i++)
            if (s->slots[i].scope)
                *class_slot(slots, cap, s->slots[i]) = s->slots[i];
        s->slots = slots;
        s->cap = cap;
    }
    ClassRef *r = class_slot(s->slots, s->cap, c);
    if (r->scope)
        return false;
    *r = c;
    s->n++;
    return true;
}

static bool derives(Project *p, ClassRef c, ClassRef base, ClassSet *seen, int depth)
{
    if (c.file == base.file && c.scope == base.scope)
        return true;
    const Kin *k = kin_of(p, c.file, c.scope);
    for (iz i = 0; i < k->bases.n && depth < NEST_MAX; i++)
        if (class_first(p, seen, k->bases.v[i]) && derives(p, k->bases.v[i], base, seen, depth + 1))
            return true;
    return false;
}

bool class_derives(Project *p, u32 file, ScopeId cls, u32 basefile, ScopeId base)
{
    ClassSet seen = {.n = 0};
    if (file == basefile && cls == base)
        return true;
    return kin_of(p, file, cls)->bases.n && kin_of(p, basefile, base)->subclasses.n &&
           derives(p, (ClassRef){file, cls}, (ClassRef){basefile, base}, &seen, 0);
}

const Def *own_def(Project *p, u32 file, ScopeId cls, Str name)
{
    const File *fl = &p->files[file];
    i32 i = defs_in(fl, name, cls);
    return i < 0 ? 0 : &fl->def.v[i];
}

static i32 method_in(Project *p, u32 *file, ScopeId cls, Str name, ClassSet *seen, int depth);
static i32 constructor_in(Project *p, u32 *file, ScopeId cls, ClassSet *seen, int depth);

/* The method, or without a name the constructor, that the first base class has; *file becomes that class's. */
static i32 inherited(Project *p, u32 *file, ScopeId cls, Str name, ClassSet *seen, int depth)
{
    const Kin *k = kin_of(p, *file, cls);
    i32 found = -1;
    for (iz i = 0; i < k->bases.n && found < 0 && depth < NEST_MAX; i++) {
        u32 bf = k->bases.v[i].file;
        ScopeId base = k->bases.v[i].scope;
        if (!class_first(p, seen, k->bases.v[i]))
            continue;
        found = name.len ? method_in(p, &bf, base, name, seen, depth + 1) : constructor_in(p, &bf, base, seen, depth + 1);
        if (found >= 0)
            *file = bf;
    }
    return found;
}

static i32 method_in(Project *p, u32 *file, ScopeId cls, Str name, ClassSet *seen, int depth)
{
    if (is_proto(p, *file, cls))
        return -1;
    const Def *d = own_def(p, *file, cls, name);
    if (d)
        return d->kind == DEF_SCOPE ? (i32)d->opens : -1;
    i32 outer = outer_method(p, file, cls, name);
    if (outer >= 0)
        return outer;
    return inherited(p, file, cls, name, seen, depth);
}

i32 class_method(Project *p, u32 *file, ScopeId cls, Str name)
{
    ClassSet seen = {.n = 0};
    return method_in(p, file, cls, name, &seen, 0);
}

static i32 constructor_in(Project *p, u32 *file, ScopeId cls, ClassSet *seen, int depth)
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
    return inherited(p, file, cls, (Str){0}, seen, depth);
}

i32 class_constructor(Project *p, u32 *file, ScopeId cls)
{
    Kin *k = p->files[*file].kin ? &p->files[*file].kin[cls] : 0;
    if (k && k->asked) {
        *file = k->constructor.scope ? k->constructor.file : *file;
        return k->constructor.scope ? (i32)k->constructor.scope : -1;
    }
    ClassSet seen = {.n = 0};
    i32 found = constructor_in(p, file, cls, &seen, 0);
    if (k && p->kin_known) {
        k->asked = true;
        k->constructor = found < 0 ? (ClassRef){0} : (ClassRef){*file, (ScopeId)found};
    }
    return found;
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
