/* members.c: members of objects, classes, modules: x.name for every kind of value x. */
#include <stdlib.h>

#include "settings.h"
#include "statics.h"

/* A function as a member: bound to self, or to the class when it is a class method; properties are called. */
static Values method_value(Project *p, u32 file, ScopeId fn, const Value *self)
{
    const Scope *s = &p->files[file].f->scopes.v[fn];
    const Value *bound = s->flags & SCOPE_STATIC ? 0 : self;
    if (s->flags & SCOPE_PROPERTY && self && (self->kind == V_INSTANCE || s->flags & SCOPE_STATIC))
        return function_returns(p, file, fn, frame_for(p, file, fn, (Site){0}, self, 0));
    Value *v = value_new(p->a, V_FUNCTION);
    v->file = file;
    v->scope = fn;
    v->self = bound;
    return values_one(p->a, v);
}

static Values member_in(Project *p, u32 file, ScopeId cls, Str name, const Value *self, bool *found, ClassSet *seen)
{
    const Facts *f = p->files[file].f;
    Values out = {0};
    const File *fl = &p->files[file];
    *found = false;
    int left = DEFS_MAX;
    for (i32 i = defs_in(fl, name, cls); i >= 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        *found = true;
        if (left-- == 0) {
            out.open |= OPEN_VALUES;
            break;
        }
        if (out.n >= VALUES_MAX && out.open && d->kind == DEF_SCOPE && !(f->scopes.v[d->opens].flags & SCOPE_PROPERTY))
            continue; /* one more overload would not be kept */
        if (d->kind == DEF_SCOPE && f->scopes.v[d->opens].kind != SCOPE_CLASS)
            out = values_union(p->a, out, method_value(p, file, d->opens, self));
        else
            out = values_union(p->a, out, def_value(p, file, d, 0));
    }
    u32 mf = file;
    i32 outer = *found ? -1 : outer_method(p, &mf, cls, name);
    if (outer >= 0) {
        *found = true;
        return method_value(p, mf, (ScopeId)outer, self);
    }
    if (*found || (f->traits & TRAIT_EMBEDS && self && self->kind == V_INSTANCE) || too_nested(p))
        return out; /* what embedded fields have is looked up in their values */
    p->nest++;
    FOR_LIST(f, f->scopes.v[cls].bases, it) {
        if (ARG(f, it)->name.len)
            continue;
        Values b = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < b.n && !*found; i++) {
            const Value *x = b.v[i];
            if (x->kind == V_CLASS && (x->file != file || x->scope != cls)) {
                if (class_first(p, seen, (ClassRef){x->file, x->scope}))
                    out = member_in(p, x->file, x->scope, name, self, found, seen);
            } else if (x->kind == V_EXTERN) {
                Surface s;
                if (surface_find(p, f->lang, x->text, &s)) {
                    Values t = surface_type(p, s.sdk, &s);
                    if (t.n) {
                        out = eval_member(p, t, name, (Site){file, 0, 0});
                        *found = true;
                    }
                }
            }
        }
    }
    p->nest--;
    return out;
}

static Values class_member(Project *p, u32 file, ScopeId cls, Str name, const Value *self, bool *found)
{
    ClassSet seen = {.n = 0};
    return member_in(p, file, cls, name, self, found, &seen);
}

/* Whether a generated constructor takes a value for the field. */
static bool takes_value(const Facts *f, const Fact *x, ScopeId cls)
{
    if (x->kind != FACT_BIND || x->flags & BIND_TYPE || x->scope != cls || EXPR(f, x->target)->kind != EX_NAME)
        return false; /* the type parameters of a class are no fields */
    return !(f->traits & TRAIT_MODULES_CLASSES) || !(x->flags & BIND_STATIC || (x->flags & BIND_CONST && x->value));
}

/* Which of its class's fields each one is; of a whole file at once, when first asked. */
static const FieldPlaces *field_places(Project *p, u32 file)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    if (fl->fields)
        return fl->fields;
    FieldPlaces *x = fl->fields = new(p->keep, FieldPlaces, 1);
    x->at = new(p->keep, FieldPlace, f->facts.n);
    x->in_class = new(p->keep, i32, f->scopes.n);
    i32 *required = new(p->keep, i32, f->scopes.n);
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *y = &f->facts.v[i];
        ScopeId cls = scope_function(f, y->scope); /* one in a block counts for none, but stands behind some */
        x->at[i] = (FieldPlace){x->in_class[cls], required[cls]};
        if (takes_value(f, y, cls)) {
            x->in_class[cls]++;
            required[cls] += (y->flags & BIND_CONST) != 0;
        }
    }
    return x;
}

/* Fields that a class declares and its generated constructor takes (dataclass, record, attrs). */
static Values generated_field(Project *p, const Value *inst, u32 file, ScopeId cls, Str name)
{
    const Facts *f = p->files[file].f;
    bool beans = f->traits & TRAIT_MODULES_CLASSES;
    i32 d = defs_in(&p->files[file], name, cls);
    Values out = {0};
    while (d >= 0 && (p->files[file].def.v[d].kind != DEF_BIND || p->files[file].def.v[d].path))
        d = p->files[file].def.v[d].next;
    if (d < 0)
        return out;
    u32 own = p->files[file].def.v[d].fact;
    const FieldPlaces *places = field_places(p, file);
    if (beans && !takes_value(f, &f->facts.v[own], cls))
        return out;
    i32 pos = places->at[own].before, required = places->at[own].required, all = places->in_class[cls];
    bool found;
    if (inst->site.expr) { /* with fewer arguments than fields, they are those that must be given */
        u32 given = EXPR(p->files[inst->site.file].f, inst->site.expr)->nargs;
        bool some = beans && given && (i32)given < all;
        if (some && !(f->facts.v[own].flags & BIND_CONST))
            return out;
        return call_arg(p, inst->site, 0, some ? required : pos, name, &found);
    }
    int left = CALLERS_MAX;
    for (i32 i = map_get(&p->sites, f->scopes.v[cls].name); i >= 0; i = p->site.v[i].next) {
        const CallSite *c = &p->site.v[i];
        if (left-- == 0) {
            out.open |= OPEN_VALUES;
            break;
        }
        if (c->arg >= 0)
            continue;
        if (!may_name(p, c->file, file, f->scopes.v[cls].name, false)) {
            left++;
            continue;
        }
        Values callee = eval(p, (Site){c->file, EXPR(p->files[c->file].f, c->expr)->a, 0});
        for (i32 k = 0; k < callee.n; k++)
            if (callee.v[k]->kind == V_CLASS && callee.v[k]->file == file && callee.v[k]->scope == cls)
                out = values_union(p->a, out, call_arg(p, (Site){c->file, c->expr, 0}, 0, pos, name, &found));
    }
    return out;
}

static Values instance_member(Project *p, const Value *inst, Str name, Site at);

/* x.name = … where x is an instance of the class, in a language whose methods stand outside of it. */
static bool assigns_field(Project *p, const Value *inst, const MemberBind *m)
{
    const Facts *f = p->files[m->file].f, *cf = p->files[inst->file].f;
    if (!(cf->traits & TRAIT_EMBEDS) || f->traits != cf->traits)
        return false;
    if (m->owner.len)
        return str_eq(m->owner, cf->scopes.v[inst->scope].name) && same_package(p, m->file, inst->file);
    if (!may_name(p, m->file, inst->file, m->name, true))
        return false;
    const Fact *x = &f->facts.v[m->fact];
    const Expr *t = EXPR(f, x->target);
    if (t->kind != EX_MEMBER || EXPR(f, t->a)->kind != EX_NAME || too_nested(p))
        return false;
    Static told = static_of(p, m->file, t->a);
    if (told.kind != ST_UNKNOWN && told.kind != ST_OUT_CALL)
        return told.kind == ST_INSTANCE && told.file == inst->file && told.id == inst->scope;
    p->nest++;
    Values obj = eval(p, (Site){m->file, t->a, 0});
    p->nest--;
    for (i32 i = 0; i < obj.n; i++)
        if (obj.v[i]->kind == V_INSTANCE && obj.v[i]->file == inst->file && obj.v[i]->scope == inst->scope)
            return true;
    return false;
}

static bool has_classes_of_code(const Facts *f)
{
    return f->traits & (TRAIT_MODULES_DOTTED | TRAIT_MODULES_PATHS);
}

/* C.name = … where C is the class, or one that it derives from: by its name, or as the class of an instance. */
static bool assigns_through_class(Project *p, u32 file, ScopeId cls, const MemberBind *m)
{
    const Facts *f = p->files[m->file].f, *cf = p->files[file].f;
    const Expr *t = EXPR(f, f->facts.v[m->fact].target);
    if (m->cls || t->kind != EX_MEMBER || !str_eq(f->lang, cf->lang))
        return false;
    const Expr *obj = EXPR(f, t->a);
    bool named = obj->kind == EX_NAME && map_get(&p->named, obj->str) >= 0;
    if ((!named && obj->kind != EX_CALL && obj->kind != EX_MEMBER) || too_nested(p))
        return false;
    p->nest++;
    Values v = eval(p, (Site){m->file, t->a, 0});
    p->nest--;
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_CLASS && class_derives(p, file, cls, v.v[i]->file, v.v[i]->scope))
            return true;
    return false;
}

/* What methods assign through a class: cls.name = …, C.name = …. */
static Values assigned_to_class(Project *p, u32 file, ScopeId cls, Str name, bool *any)
{
    Values out = {0};
    bool code = has_classes_of_code(p->files[file].f);
    for (i32 i = map_get(&p->members, name); i >= 0; i = p->member.v[i].next) {
        const MemberBind *m = &p->member.v[i];
        bool own = m->file == file && m->cls == cls;
        if (code && !own)
            own = m->cls ? class_derives(p, file, cls, m->file, m->cls) : assigns_through_class(p, file, cls, m);
        if (!own)
            continue;
        const Fact *x = &p->files[m->file].f->facts.v[m->fact];
        Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        out = values_union(p->a, out, def_value(p, m->file, &d, 0));
        *any = true;
    }
    return out;
}

/* What the classes below have in place of a member, for an instance that may be one of theirs. Of many nothing is added, and what is no method
 * may be anything then. */
static Values overridden(Project *p, ClassRef cls, Str name, i32 *left, ClassSet *seen, int depth)
{
    const Kin *k = kin_of(p, cls.file, cls.scope);
    Values out = {0};
    for (iz i = 0; i < k->subclasses.n && depth < NEST_MAX && *left >= 0; i++) {
        ClassRef c = k->subclasses.v[i];
        bool found;
        if (!class_first(p, seen, c))
            continue;
        if (own_def(p, c.file, c.scope, name) && --*left >= 0 && !too_nested(p)) {
            Value *self = value_new(p->a, V_INSTANCE);
            self->file = c.file;
            self->scope = c.scope;
            p->nest++;
            out = values_union(p->a, out, class_member(p, c.file, c.scope, name, self, &found));
            p->nest--;
        }
        out = values_union(p->a, out, overridden(p, c, name, left, seen, depth + 1));
    }
    return out;
}

/* super().name, super.name: the base class's own. */
static bool of_super(Project *p, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    if (!at.expr || e->kind != EX_MEMBER)
        return false;
    const Expr *obj = EXPR(f, e->a);
    return obj->flags & EXPR_SUPER || (obj->kind == EX_CALL && (EXPR(f, obj->a)->flags & EXPR_SUPER || str_eq(expr_simple_name(f, obj->a), S("super"))));
}

static Values with_overrides(Project *p, const Value *inst, Str name, Values own)
{
    enum { TOO_MANY = -1 };
    Values more;
    ArenaMark mark = arena_mark(p->a);
    bool known = kept_find(p, kept_key(p, 'o', inst->file, inst->scope, name), &more);
    arena_rewind(p->a, mark);
    if (!known) {
        i32 left = OVERRIDES_MAX;
        ClassSet seen = {.n = 0};
        Taint outer = taint_begin(p);
        more = overridden(p, (ClassRef){inst->file, inst->scope}, name, &left, &seen, 0);
        if (left < 0)
            more.n = TOO_MANY;
        if (seen.n > COUNTOF(seen.few))
            kept_put(p, kept_key(p, 'o', inst->file, inst->scope, name), more);
        taint_end(p, outer);
    }
    if (more.n != TOO_MANY)
        return values_union(p->a, own, more);
    own.open |= OPEN_VALUES;
    return own;
}

/* What the embedded fields of a class have under this name. */
static Values embedded_member(Project *p, const Value *inst, Str name, Site at, bool *any)
{
    const Facts *f = p->files[inst->file].f;
    Values out = {0};
    if (too_nested(p) || p->steps-- <= 0)
        return out;
    p->nest++;
    FOR_LIST(f, f->scopes.v[inst->scope].bases, it) {
        Str field = expr_simple_name(f, ARG(f, it)->value);
        Values v = own_def(p, inst->file, inst->scope, field) ? instance_member(p, inst, field, at) : (Values){0};
        if (!v.n)
            v = eval_type(p, inst->file, ARG(f, it)->value, inst->scope);
        for (i32 i = 0; i < v.n; i++) {
            if (v.v[i]->kind == V_EXTERN || v.v[i]->kind == V_NULL)
                continue;
            Values m = member_of(p, v.v[i], name, at);
            if (v.v[i]->kind == V_INSTANCE && !m.n)
                continue;
            *any = true;
            out = values_union(p->a, out, m);
        }
    }
    p->nest--;
    return out;
}

/* What every instance has ("$instance.NAME attr class"), and what a method that is asked for missing members ("value missing") returns. */
static Values member_of_all(Project *p, const Value *inst, Str name, Site at)
{
    const Facts *f = p->files[inst->file].f;
    Surface s;
    if (f->scopes.v[inst->scope].flags & SCOPE_ENUM && str_eq(name, S("value")))
        return class_values(p, inst);
    if (surface_find(p, f->lang, str_cat(p->a, S("$instance."), name), &s) && str_eq(s.does, S("attr class")))
        return class_of_instances(p, values_one(p->a, inst));
    Rows r = tbl_find2(p->t, TBL_sdk, f->lang, S("$missing"));
    u32 file = inst->file;
    i32 m = r.n ? class_method(p, &file, inst->scope, surface_word(tbl_get(p->t, TBL_sdk, r.first, sdk_does), 1)) : -1;
    if (m < 0 || p->nest > NEST_MAX || str_starts(name, S("__")))
        return UNKNOWN_VALUES;
    Value fn = {.kind = V_FUNCTION, .file = file, .scope = (ScopeId)m, .self = inst, .site = {.frame = at.frame}};
    const Values given[] = {UNKNOWN_VALUES, values_text(p->a, name, 0)}; /* the receiver, the name */
    Values v = function_returns(p, file, (ScopeId)m, frame_given(p, &fn, given, COUNTOF(given)));
    return v.n ? v : UNKNOWN_VALUES;
}

Values with_subclasses(Project *p, const Value *cls)
{
    const Kin *k = kin_of(p, cls->file, cls->scope);
    Values out = values_one(p->a, cls);
    for (iz i = 0; i < k->subclasses.n && k->subclasses.n <= SUBCLASSES_MAX; i++) {
        Value *c = value_new(p->a, V_CLASS);
        c->file = k->subclasses.v[i].file;
        c->scope = k->subclasses.v[i].scope;
        out = values_union(p->a, out, values_one(p->a, c));
    }
    out.open = k->subclasses.n > SUBCLASSES_MAX ? OPEN_VALUES : 0;
    return out;
}

Values class_of_instances(Project *p, Values v)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_INSTANCE) {
            Value *c = value_new(p->a, V_CLASS);
            c->file = v.v[i]->file;
            c->scope = v.v[i]->scope;
            out = values_union(p->a, out, v.v[i]->site.expr ? values_one(p->a, c) : with_subclasses(p, c));
        } else {
            out.open = true;
        }
    return out;
}

/* constructor(private name) of a base class, whose argument a derived one gives by super(…). */
static Values inherited_param(Project *p, const Value *inst, ClassRef cls, Str name, bool *any, ClassSet *seen)
{
    const Kin *kin = kin_of(p, cls.file, cls.scope);
    Values out = {0};
    for (iz i = 0; i < kin->bases.n && p->nest < NEST_MAX; i++) {
        ClassRef b = kin->bases.v[i];
        if (!class_first(p, seen, b))
            continue;
        u32 cf = b.file;
        i32 ctor = class_constructor(p, &cf, b.scope);
        const Facts *f = p->files[cf].f;
        const Scope *s = ctor < 0 || cf != b.file || f->scopes.v[ctor].parent != b.scope ? 0 : &f->scopes.v[ctor];
        for (u32 k = 0; s && k < s->nparams; k++)
            if (f->params.v[s->params + k].flags & PARAM_FIELD && str_eq(f->params.v[s->params + k].name, name)) {
                Def d = {.kind = DEF_PARAM, .name = name, .scope = (ScopeId)ctor, .block = (ScopeId)ctor, .param = s->params + k};
                out = values_union(p->a, out, bound_by_constructor(p, inst, cf, (ScopeId)ctor, &d));
                *any = true;
            }
        p->nest++;
        if (!*any)
            out = inherited_param(p, inst, b, name, any, seen);
        p->nest--;
    }
    return out;
}

/* name: T; in a class of JavaScript, without a value: what is assigned says more. */
static bool only_declared(Project *p, const Value *inst, Str name)
{
    const File *fl = &p->files[inst->file];
    i32 i = fl->f->traits & TRAIT_MODULES_PATHS ? defs_in(fl, name, inst->scope) : -1;
    bool any = i >= 0;
    for (; i >= 0; i = fl->def.v[i].next)
        if (fl->def.v[i].kind != DEF_BIND || fl->f->facts.v[fl->def.v[i].fact].value || fl->f->facts.v[fl->def.v[i].fact].decorators)
            return false;
    return any;
}

/* Assignments to a member in the class itself, those that it derives from and those that derive from it. */
static void family_binds(Project *p, ClassRef cls, Str name, bool up, bool down, ClassSet *seen, int depth, Members *all)
{
    const Kin *k = kin_of(p, cls.file, cls.scope);
    if (depth > NEST_MAX || (depth && !class_first(p, seen, cls)))
        return;
    for (i32 i = members_own(p, name, cls.file, cls.scope); i >= 0; i = p->member.v[i].next_own)
        *(i32 *)vec_push(p->a, all) = i;
    for (iz i = 0; up && i < k->bases.n; i++)
        family_binds(p, k->bases.v[i], name, true, false, seen, depth + 1, all);
    for (iz i = 0; down && i < k->subclasses.n; i++)
        family_binds(p, k->subclasses.v[i], name, false, true, seen, depth + 1, all);
}

static int newest_first(const void *x, const void *y)
{
    i32 a = *(const i32 *)x, b = *(const i32 *)y;
    return (a < b) - (a > b);
}

/* Those of a constructor depend on which instance is asked for; the others are the same for all of the class. */
static bool in_constructor(const Project *p, i32 member)
{
    const MemberBind *m = &p->member.v[member];
    const Facts *f = p->files[m->file].f;
    return f->scopes.v[scope_function(f, f->facts.v[m->fact].scope)].flags & SCOPE_CONSTRUCTOR;
}

static Values assigned_by(Project *p, const Value *inst, Str name, i32 member)
{
    const MemberBind *m = &p->member.v[member];
    const Facts *f = p->files[m->file].f;
    const Fact *x = &f->facts.v[m->fact];
    ScopeId fn = scope_function(f, x->scope);
    u32 frame = 0, cf = inst->file;
    if (inst->site.expr && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR && constructor_called(p, &cf, inst->scope, inst->site) == (i32)fn &&
        cf == m->file)
        frame = frame_for(p, m->file, fn, inst->site, inst, 0);
    Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
    if (!frame && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR)
        return bound_by_constructor(p, inst, m->file, fn, &d);
    return def_value(p, m->file, &d, frame);
}

/* The assignments that count for instances of the class, the newest first. large: its family is. */
static Members members_assigned(Project *p, const Value *inst, Str name, bool *large)
{
    Facts *of = p->files[inst->file].f;
    Members all = {0};
    ClassSet seen = {.n = 0};
    iz n = 0;
    if (map_get(&p->members, name) < 0)
        return all;
    family_binds(p, (ClassRef){inst->file, inst->scope}, name, true, true, &seen, 0, &all);
    *large = seen.n > COUNTOF(seen.few);
    if (of->traits & TRAIT_EMBEDS || has_classes_of_code(of)) { /* x.name = … of other objects, Class.name = … */
        OutsideBinds o = outside_binds(p, inst->file, inst->scope, name);
        for (i32 i; (i = outside_next(p, &o)) >= 0; outside_pass(p, &o))
            *(i32 *)vec_push(p->a, &all) = i;
    }
    if (all.n > 1)
        qsort(all.v, (size_t)all.n, sizeof *all.v, newest_first);
    for (iz i = 0; i < all.n; i++) {
        const MemberBind *m = &p->member.v[all.v[i]];
        if ((n && all.v[n - 1] == all.v[i]) || (m->cls && is_proto(p, m->file, m->cls) && m->cls != inst->scope))
            continue;
        if (m->cls || assigns_field(p, inst, m) || (has_classes_of_code(of) && assigns_through_class(p, inst->file, inst->scope, m)))
            all.v[n++] = all.v[i];
    }
    all.n = n;
    return all;
}

/* What is assigned to a member. Of many assignments, what they give together is remembered. */
static Values assigned_members(Project *p, const Value *inst, Str name, bool *any)
{
    enum { MANY = 16 };
    Values same = {0}, out = {0};
    Members made = {0};
    ArenaMark mark = arena_mark(p->a);
    i32 known = p->assigned_ids.n ? map_get(&p->assigned_ids, kept_key(p, 'm', inst->file, inst->scope, name)) : -1;
    arena_rewind(p->a, mark);
    if (known >= 0) {
        made = p->assigned.v[known].made;
        same = p->assigned.v[known].same;
        *any = p->assigned.v[known].any;
    } else {
        bool large = false;
        Taint outer = taint_begin(p);
        Members all = members_assigned(p, inst, name, &large);
        *any = all.n > 0;
        for (iz i = 0; i < all.n; i++)
            if (all.n <= MANY || in_constructor(p, all.v[i]))
                *(i32 *)vec_push(p->a, &made) = all.v[i];
            else
                same = values_union(p->a, same, assigned_by(p, inst, name, all.v[i]));
        if ((large || all.n > MANY) && kept_holds(p)) {
            map_put(p->a, &p->assigned_ids, kept_key(p, 'm', inst->file, inst->scope, name), (i32)p->assigned.n);
            *(Assigned *)vec_push(p->a, &p->assigned) = (Assigned){made, same, *any};
        }
        taint_end(p, outer);
    }
    for (iz i = 0; i < made.n; i++)
        out = values_union(p->a, out, assigned_by(p, inst, name, made.v[i]));
    return values_union(p->a, out, same);
}

enum { MIXINS_FREE = 32 }; /* subclasses of a walk that cost no step */

static Values member_seen(Project *p, const Value *inst, Str name, Site at, ClassSet *seen);

/* seen: the classes below others that were asked on the way. */
static Values member_told(Project *p, const Value *inst, Str name, Site at, ClassSet *seen)
{
    if (is_proto(p, inst->file, inst->scope))
        return proto_member(p, inst, name);
    Values out = member_setting(p, inst, name);
    bool set = false;
    if (!out.n && inst->nfields)
        out = value_field(p->a, inst, name, &set);
    if (out.n || set)
        return out;
    bool any = false;
    out = assigned_members(p, inst, name, &any);
    Values sets = generated_sets(p, inst, name);
    out = values_union(p->a, out, sets);
    any = any || sets.n || sets.open;
    bool found;
    Values c = class_member(p, inst->file, inst->scope, name, inst, &found);
    if (found && !inst->site.expr && !of_super(p, at) && has_classes_of_code(p->files[inst->file].f) && kin_of(p, inst->file, inst->scope)->subclasses.n)
        c = with_overrides(p, inst, name, c);
    bool embeds = p->files[inst->file].f->traits & TRAIT_EMBEDS;
    if (out.n && found && (p->files[inst->file].f->traits & TRAIT_MEMBERS_VISIBLE || only_declared(p, inst, name)))
        for (i32 i = 0; i < out.n; i++)
            if (says_something(out.v[i]))
                return out;
    if (embeds && found) { /* what is assigned to a field says more than its type */
        Values told = values_union(p->a, out, generated_field(p, inst, inst->file, inst->scope, name));
        for (i32 i = 0; i < told.n; i++)
            if (says_something(told.v[i]))
                return told;
    }
    Values assigned = out;
    out = values_union(p->a, out, c);
    any = any || found;
    if (found && !embeds)
        out = environment_field(p, inst, name, out);
    u32 cf = inst->file;
    i32 ctor = class_constructor(p, &cf, inst->scope);
    if (ctor >= 0) {
        const Facts *f = p->files[cf].f;
        const Scope *s = &f->scopes.v[ctor];
        for (u32 k = 0; k < s->nparams; k++) {
            const Param *q = &f->params.v[s->params + k];
            if (q->flags & PARAM_FIELD && str_eq(q->name, name)) {
                u32 frame = inst->site.expr ? frame_for(p, cf, (ScopeId)ctor, inst->site, inst, 0) : 0;
                out = values_union(p->a, out, param_value(p, cf, (ScopeId)ctor, s->params + k, frame));
                any = true;
            }
        }
    } else if (found || !any) {
        Values g = generated_field(p, inst, inst->file, inst->scope, name);
        if (g.n && !g.open && inst->site.expr && p->files[inst->file].f->traits & TRAIT_MODULES_DOTTED)
            out = values_union(p->a, assigned, g); /* not the field's default */
        else
            out = values_union(p->a, out, g);
        any = any || g.n || g.open;
    }
    if (!any && !embeds)
        out = values_union(p->a, out, inherited_param(p, inst, (ClassRef){inst->file, inst->scope}, name, &any, &(ClassSet){.n = 0}));
    if (!any && embeds)
        out = values_union(p->a, out, embedded_member(p, inst, name, at, &any));
    const Kin *kin = kin_of(p, inst->file, inst->scope);
    bool own = any;
    for (iz i = 0; i < kin->subclasses.n && !own && !embeds && p->nest < NEST_MAX; i++) { /* a mixin: what its users have */
        if (!class_first(p, seen, kin->subclasses.v[i]))
            continue;
        if (seen->n > MIXINS_FREE && p->steps-- <= 0) {
            eval_cut(p);
            break;
        }
        Value *sub = value_new(p->a, V_INSTANCE);
        sub->file = kin->subclasses.v[i].file;
        sub->scope = kin->subclasses.v[i].scope;
        p->nest++;
        Values v = member_seen(p, sub, name, at, seen);
        p->nest--;
        if (v.n)
            out = values_union(p->a, out, v);
        any = any || v.n;
    }
    Str field = !any && p->files[inst->file].f->traits & TRAIT_MODULES_CLASSES ? getter_field(p, name) : (Str){0};
    if (field.len && p->nest < NEST_MAX) { /* generated */
        p->nest++;
        out = instance_member(p, inst, field, at);
        p->nest--;
        return out;
    }
    if (!any)
        out = member_of_all(p, inst, name, at);
    return out;
}

static Values member_seen(Project *p, const Value *inst, Str name, Site at, ClassSet *seen)
{
    Values v = member_told(p, inst, name, at, seen);
    bool filled = p->files[inst->file].f->traits & TRAIT_EMBEDS && (inst->open || class_filled(p, inst));
    return filled ? opened(p, v, 0) : v;
}

static Values instance_member(Project *p, const Value *inst, Str name, Site at)
{
    return member_seen(p, inst, name, at, &(ClassSet){.n = 0});
}

static Values object_member(Project *p, const Value *x, Str type, Str name, Site at)
{
    Surface s;
    Values given = str_eq(type, S("$cradle")) ? injected_named(p, name) : (Values){0};
    if (given.n)
        return given;
    if (surface_method(p, x->sdk, type, x->service, name, &s)) {
        Str verb = surface_word(s.does, 0);
        if (str_eq(verb, S("attr"))) {
            Str what = surface_word(s.does, 1);
            Values made = str_eq(what, S("self")) ? values_one(p->a, x) : surface_make(p, &s, what, x->region);
            if (made.n == 1 && made.v[0]->kind == V_OBJECT && made.v[0] != x && x->kind == V_OBJECT && x->nfields) { /* what x was told */
                Value *o = new(p->a, Value, 1);
                *o = *made.v[0];
                o->fields = x->fields;
                o->nfields = x->nfields;
                made = values_one(p->a, o);
            }
            return made;
        }
        if (str_eq(verb, S("other")))
            return values_extern(p->a, SDK_OTHER);
        if (str_eq(verb, S("env")) && s.any.len)
            return env_value(p, s.any, at);
        if (str_eq(verb, S("settings")))
            return settings_module(p, surface_word(s.does, 1), name);
    }
    Value *m = value_new(p->a, V_METHOD);
    m->self = x;
    m->text = name;
    return values_one(p->a, m);
}

/* A method that every enum has: a row "$enum.NAME". */
static bool enum_method(Project *p, const Value *x, Str name)
{
    return tbl_find2(p->t, TBL_sdk, p->files[x->file].f->lang, str_cat(p->a, S("$enum."), name)).n > 0;
}

Values member_of(Project *p, const Value *x, Str name, Site at)
{
    switch ((ValueKind)x->kind) {
    case V_NULL:
        return (Values){0};
    case V_EXTERN: {
        Str path = str_cat3(p->a, x->text, S("."), name);
        Surface s = {0};
        if (str_eq(name, S("default")) && p->nfiles && p->files[at.file].f->traits & TRAIT_MODULES_PATHS)
            return values_one(p->a, x); /* interoperation, as for imports */
        if (x->open) { /* a package folder of the project */
            i32 m = module_file(p, x->file, path);
            if (m >= 0) {
                Value *v = value_new(p->a, V_MODULE);
                v->file = (u32)m;
                return values_one(p->a, v);
            }
            Value *v = value_new(p->a, V_EXTERN);
            *v = *x;
            v->hash = 0;
            v->text = path;
            return values_one(p->a, v);
        }
        Str lang = at.expr || at.file ? p->files[at.file].f->lang : p->nfiles ? p->files[at.file].f->lang : (Str){0};
        if (surface_find(p, lang, path, &s) && str_eq(surface_word(s.does, 0), S("object")))
            return surface_make(p, &s, surface_word(s.does, 1), (Values){0});
        if (p->nfiles && p->files[at.file].f->traits & TRAIT_EMBEDS && surface_find(p, lang, path, &s) && str_starts(s.does, S("constant")))
            return surface_constant(p, &s, at);
        if (p->nfiles && p->files[at.file].f->traits & TRAIT_EMBEDS && surface_find(p, lang, x->text, &s) && str_starts(s.does, S("type client"))) {
            Values c = surface_type(p, lang, &s); /* (*s3.Client).PutObject: a method that takes its receiver as an argument */
            if (c.n == 1)
                return object_member(p, c.v[0], S("$client"), name, at);
        }
        if (p->nfiles && p->files[at.file].f->traits & TRAIT_MODULES_CLASSES) {
            if (str_starts(s.does, S("constant")))
                return surface_constant(p, &s, at);
            if (map_get(&p->named, name) >= 0) {
                Values v = qualified(p, at.file, path);
                if (v.n)
                    return v;
            }
        }
        return values_extern(p->a, path);
    }
    case V_MODULE: {
        Values v = module_member(p, x->file, name);
        if (v.n || v.open)
            return v;
        const File *fl = &p->files[x->file];
        if (fl->f->traits & TRAIT_MODULES_DOTTED && str_ends(fl->f->src->path, S("/__init__.py"))) {
            i32 m = module_file(p, x->file, str_cat(p->a, S("."), name));
            if (m >= 0) {
                Value *mod = value_new(p->a, V_MODULE);
                mod->file = (u32)m;
                return values_one(p->a, mod);
            }
        }
        return UNKNOWN_VALUES;
    }
    case V_CLASS: {
        bool found;
        if (str_eq(name, S("this")) && p->files[x->file].f->traits & TRAIT_MODULES_CLASSES) /* Outer.this */
            return self_in(p, x->file, x->scope, at.frame);
        Values v = class_member(p, x->file, x->scope, name, x, &found), assigned = {0};
        if (has_classes_of_code(p->files[x->file].f))
            v = values_union(p->a, v, assigned_to_class(p, x->file, x->scope, name, &found));
        bool visible = p->files[x->file].f->traits & TRAIT_MEMBERS_VISIBLE;
        if (!found || visible) { /* assigned through the class: C.client = … */
            bool proto = is_proto(p, x->file, x->scope);
            for (i32 i = proto ? proto_binds(p, x->file, x->scope, name) : members_own(p, name, x->file, x->scope); i >= 0;
                 i = proto ? p->outside_bind.v[i].next : p->member.v[i].next_own) {
                const MemberBind *m = &p->member.v[proto ? p->outside_bind.v[i].member : i];
                if (m->file == x->file && m->cls == x->scope) {
                    const Fact *ft = &p->files[m->file].f->facts.v[m->fact];
                    Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = ft->scope, .off = ft->off, .fact = m->fact, .path = m->path};
                    assigned = values_union(p->a, assigned, def_value(p, m->file, &d, 0));
                    found = true;
                }
            }
            bool says = false; /* more than the declared type */
            for (i32 i = 0; i < assigned.n; i++)
                says = says || says_something(assigned.v[i]);
            v = says ? assigned : values_union(p->a, v, assigned);
        }
        Surface row;
        if (!found && surface_find(p, p->files[x->file].f->lang, str_cat(p->a, S("$class."), name), &row) && str_eq(row.does, S("attr name")))
            return values_text(p->a, p->files[x->file].f->scopes.v[x->scope].name, 0);
        if (!found && is_enum(p, x) && enum_method(p, x, name))
            break;
        if (!found) {
            Values b = generated_static(p, x, name);
            if (b.n)
                return b;
        }
        if (!found)
            v.open = true;
        return v;
    }
    case V_INSTANCE: {
        if (is_building(x))
            break;
        if (is_enum(p, x) && enum_method(p, x, name) && defs_in(&p->files[x->file], name, x->scope) < 0)
            break;
        Values generated = generated_method(p, x, name);
        return generated.n ? generated : instance_member(p, x, name, at);
    }
    case V_MAP: {
        bool found = false;
        Values v = x->type.len ? (Values){0} : value_field(p->a, x, name, &found);
        if (found && v.n)
            return v;
        break;
    }
    case V_OBJECT:
        return object_member(p, x, x->text, name, at);
    case V_CLIENT:
        return object_member(p, x, S("$client"), name, at);
    case V_RESOURCE:
        return resource_member(p, x, name);
    case V_PAGINATOR:
        return object_member(p, x, S("$paginator"), name, at);
    case V_WAITER:
        return object_member(p, x, S("$waiter"), name, at);
    case V_METHOD: /* client.exceptions.X; client.method.bind(client) */
        if (p->nfiles && surface_find(p, p->files[at.file].f->lang, str_cat(p->a, S("$function."), name), &(Surface){0}))
            break;
        return values_extern(p->a, S("sdk.member"));
    case V_TEXT:
        if (str_eq(name, S("value"))) /* an enum member's value */
            return values_one(p->a, x);
        break;
    case V_PARTIAL: { /* what a container provides is called by it */
        if (p->nfiles && surface_find(p, p->files[at.file].f->lang, str_cat(p->a, S("$function."), name), &(Surface){0}))
            break;
        if (too_nested(p))
            break;
        p->nest++;
        Values made = apply(p, x, (Site){at.file, 0, 0}), out = {0};
        for (i32 i = 0; i < made.n; i++)
            if (says_something(made.v[i]) && made.v[i]->kind != V_PARTIAL)
                out = values_union(p->a, out, member_of(p, made.v[i], name, at));
        p->nest--;
        if (out.n)
            return out;
        break;
    }
    case V_BOOL:
    case V_LIST:
    case V_FUNCTION:
    case V_COLLECTION:
    case V_REQUEST: /* in.Bucket */
        if (p->nfiles && p->files[at.file].f->traits & TRAIT_EMBEDS) {
            bool found;
            Values v = value_field(p->a, x, name, &found);
            if (found)
                return v;
        }
        break;
    }
    Value *m = value_new(p->a, V_METHOD);
    m->self = x;
    m->text = name;
    return values_one(p->a, m);
}

/* Whether two expressions are the same chain of names. The longer one may begin elsewhere: app.state.s3, request.app.state.s3. */
static bool same_chain(const Facts *f, ExprId e, const Facts *g, ExprId h)
{
    for (int members = 0;; members++) {
        const Expr *x = EXPR(f, e), *y = EXPR(g, h);
        bool ends = (x->kind == EX_NAME && y->kind == EX_MEMBER) || (x->kind == EX_MEMBER && y->kind == EX_NAME);
        if (!str_eq(x->str, y->str) || (x->kind != y->kind && !(ends && members > 1)))
            return false;
        if (x->kind != EX_MEMBER || ends)
            return x->kind == EX_NAME || ends;
        e = x->a;
        h = y->a;
    }
}

/* Members assigned from outside: app.state.s3 = …; the same path in the project means the same object. */
static Values assigned_elsewhere(Project *p, Str name, Site at)
{
    Values out = {0};
    if (!at.expr)
        return out;
    const Facts *f = p->files[at.file].f;
    for (i32 i = chain_binds(p, at.file, at.expr); i >= 0; i = p->outside_bind.v[i].next) {
        const MemberBind *m = &p->member.v[p->outside_bind.v[i].member];
        const Facts *mf = p->files[m->file].f;
        const Fact *x = &mf->facts.v[m->fact];
        if (!str_eq(m->name, name) || !str_eq(mf->lang, f->lang) || !same_chain(f, at.expr, mf, x->target))
            continue;
        Def d = {.kind = DEF_BIND, .name = name, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        out = values_union(p->a, out, def_value(p, m->file, &d, 0));
    }
    return out;
}

bool only_type(Project *p, const Value *x)
{
    return x->kind == V_INSTANCE && !x->site.expr && !x->nfields && p->files[x->file].f->scopes.v[x->scope].flags & SCOPE_INTERFACE;
}

Values member_by_type(Project *p, Values known, Values told)
{
    bool says = false; /* what comes from outside and goes on there says less than its type */
    for (i32 i = 0; i < known.n; i++)
        says = says || known.v[i]->kind != V_EXTERN;
    if (!says || known.open)
        return values_union(p->a, known, told);
    for (i32 i = 0; i < told.n; i++)
        if (says_something(told.v[i]))
            known = values_union(p->a, known, values_one(p->a, told.v[i]));
    return known;
}

Values eval_member(Project *p, Values obj, Str name, Site at)
{
    Values out = {.open = obj.open}, told = {0};
    for (i32 i = 0; i < obj.n; i++) {
        Values v = member_of(p, obj.v[i], name, at);
        if (only_type(p, obj.v[i]))
            told = values_union(p->a, told, v);
        else
            out = values_union(p->a, out, v);
    }
    out = member_by_type(p, out, told);
    bool known = false;
    for (i32 i = 0; i < obj.n; i++)
        known = known || (says_something(obj.v[i]) && !(out.open && !out.n && obj.v[i]->kind == V_INSTANCE && is_proto(p, obj.v[i]->file, obj.v[i]->scope)));
    if (!known) {
        Values v = assigned_elsewhere(p, name, at);
        Open open = out.n ? 0 : out.open;
        for (i32 i = 0; i < v.n && has_classes_of_code(p->files[at.file].f); i++)
            open |= !says_something(v.v[i]); /* a name may be another object's, or changed by what is not there */
        if (v.n)
            out = values_union(p->a, v, (Values){.open = open});
    }
    return out;
}
