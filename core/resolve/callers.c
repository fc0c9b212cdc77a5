/* callers.c: who calls a function of the project. Its calling contexts are frames, one a verified call site. */
#include "eval.h"
#include "statics.h"

/* A call of an interface's method may be one of this method. */
static bool may_implement(Project *p, const Value *called, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f, *cf = p->files[called->file].f;
    const Scope *m = &f->scopes.v[fn], *c = &cf->scopes.v[called->scope];
    if (!(cf->scopes.v[c->parent].flags & SCOPE_INTERFACE) || !str_eq(m->name, c->name) || !str_eq(f->lang, cf->lang))
        return false;
    if (m->owner) /* by structure; the receiver is a parameter of its own */
        return m->nparams == c->nparams + 1;
    return f->scopes.v[m->parent].kind == SCOPE_CLASS && m->nparams == c->nparams &&
           class_derives(p, file, m->parent, called->file, c->parent);
}

static bool is_function(Project *p, const Value *x, u32 file, ScopeId fn)
{
    if (x->kind == V_FUNCTION)
        return (x->file == file && x->scope == fn) || may_implement(p, x, file, fn);
    if (x->kind != V_CLASS)
        return false;
    u32 cf = x->file;
    i32 c = class_constructor(p, &cf, x->scope);
    const Facts *f = p->files[file].f;
    bool overload = c >= 0 && cf == file && f->traits & TRAIT_MODULES_CLASSES && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR &&
                    f->scopes.v[fn].parent == f->scopes.v[c].parent;
    return c >= 0 && cf == file && ((ScopeId)c == fn || overload);
}

/* Remembers what the callee of a call site is, when nothing can change it. */
static void remember(Project *p, CallSite *c, Values callee, Site target)
{
    if (!p->collected || !eval_settled(p, target))
        return;
    Taint outer = taint_begin(p);
    CalledState state = callee.n || !callee.open ? CALLED_NONE : CALLED_ASK;
    for (i32 i = 0; i < callee.n; i++) {
        const Value *x = callee.v[i];
        const Facts *f = p->files[x->file].f;
        u32 file = x->file;
        i32 fn = x->kind == V_FUNCTION ? (i32)x->scope : x->kind == V_CLASS ? class_constructor(p, &file, x->scope) : -1;
        if (x->kind == V_MODULE)
            state = CALLED_ASK;
        if (fn < 0)
            continue;
        bool declared = x->kind == V_FUNCTION && f->scopes.v[f->scopes.v[fn].parent].flags & SCOPE_INTERFACE;
        state = state == CALLED_NONE && !declared ? CALLED_ONE : CALLED_ASK;
        c->called = (ClassRef){file, (ScopeId)fn};
    }
    if (!p->limited)
        c->state = state;
    taint_end(p, outer);
}

/* A call of something else, as was found before. A class has one constructor or several. */
static bool calls_other(Project *p, const CallSite *c, u32 file, ScopeId fn)
{
    if (c->state != CALLED_ONE)
        return c->state == CALLED_NONE;
    const Scope *s = &p->files[file].f->scopes.v[fn], *t = &p->files[c->called.file].f->scopes.v[c->called.scope];
    bool constructors = s->flags & SCOPE_CONSTRUCTOR && t->flags & SCOPE_CONSTRUCTOR && s->parent == t->parent;
    return c->called.file != file || (c->called.scope != fn && !constructors);
}

static bool named_once(Project *p, Str name)
{
    i32 first = map_get(&p->named, name);
    return first >= 0 && p->names.v[first].next < 0;
}

static i32 add_context(u32 *frames, i32 n, i32 max, u32 frame)
{
    if (!frame)
        return n;
    for (i32 i = 0; i < n; i++)
        if (frames[i] == frame)
            return n;
    if (n < max)
        frames[n++] = frame;
    return n;
}

/* Whether a callee may make instances of a class that it takes: not isinstance(x, C), cast(C, x). */
static bool makes_instances(Project *p, Str lang, Values callee, bool *forwards)
{
    Surface s;
    bool makes = callee.open;
    for (i32 i = 0; i < callee.n; i++) {
        bool row = callee.v[i]->kind == V_EXTERN && surface_find(p, lang, callee.v[i]->text, &s);
        *forwards = *forwards || (row && (str_starts(s.does, S("value forward")) || str_eq(s.does, S("value partial"))));
        makes = makes || !row || *forwards;
    }
    return makes;
}

i32 value_context(Project *p, Site call, i32 arg, const Value *how, u32 file, ScopeId fn, u32 *frames, i32 n, i32 max)
{
    u32 skip = arg < 0 ? 0 : (u32)arg + 1;
    const Facts *cf = p->files[call.file].f;
    const Value *self = how->kind == V_FUNCTION && how->scope == fn && how->file == file ? how->self : 0;
    if (how->kind == V_CLASS) {
        Value *inst = value_new(p->a, V_INSTANCE);
        inst->file = how->file;
        inst->scope = how->scope;
        inst->site = call;
        const Expr *target = EXPR(cf, EXPR(cf, call.expr)->a);
        if (target->flags & (EXPR_SUPER | EXPR_SELF) && cf->traits & TRAIT_MODULES_CLASSES) { /* super(…), this(…): the one that is being made */
            inst->file = call.file;
            inst->scope = scope_class(cf, scope_at(p, call.file, target->off));
            inst->site = (Site){0};
        }
        self = inst;
    }
    Values given[4];
    u32 run = skip ? run_by(p, call, arg, how) : 0;
    if (run)
        return add_context(frames, n, max, run);
    i32 told = skip ? callback_given(p, call, arg, given) : 0;
    if (told)
        return add_context(frames, n, max, frame_given(p, how, given, told));
    if (skip) {
        Values applied = eval(p, (Site){call.file, EXPR(cf, call.expr)->a, call.frame}); /* a function of the project takes its own parameters */
        bool own = false;
        for (i32 k = 0; k < applied.n; k++) {
            if (applied.v[k]->kind == V_FUNCTION)
                n = handed_contexts(p, call, arg, applied.v[k], how, file, fn, frames, n, max);
            own = own || applied.v[k]->kind == V_FUNCTION || applied.v[k]->kind == V_CLASS;
            p->handed_lost = p->handed_lost || applied.v[k]->kind == V_CLASS;
        }
        if (own)
            return n;
        if (how->kind == V_CLASS) {
            bool forwards = false;
            if (!makes_instances(p, cf->lang, applied, &forwards))
                return n;
            Value ctor = {.kind = V_FUNCTION, .file = file, .scope = fn, .self = self};
            if (!forwards) /* of whatever it has */
                return add_context(frames, n, max, frame_given(p, &ctor, 0, 0));
        }
    }
    return add_context(frames, n, max, frame_for(p, file, fn, call, self, skip));
}

Values exported(Project *p, Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_MODULE)
            return values_union(p->a, v, common_export(p, v.v[i]->file, (Str){0}));
    return v;
}

/* Adds the contexts that a call site gives the function, when it calls it: one for each receiver that it may have. */
static i32 site_context(Project *p, CallSite *c, u32 file, ScopeId fn, Str name, bool constructor, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[file].f, *cf = p->files[c->file].f;
    const Expr *e = EXPR(cf, c->expr);
    ExprId target = e->a;
    if (c->arg < 0 && !takes_args(p, file, fn, (Site){c->file, c->expr, 0}))
        return n;
    if (c->arg >= 0) { /* the function is an argument: what follows it is probably passed on */
        i32 k = 0;
        FOR_ARGS(cf, e, it)
            if (k++ == c->arg)
                target = ARG(cf, it)->value;
    }
    if (tells_types(cf) && static_other(p, c->file, target, file, fn))
        return n;
    Values callee = exported(p, eval(p, (Site){c->file, target, 0}));
    if (c->state == CALLED_UNKNOWN)
        remember(p, c, callee, (Site){c->file, target, 0});
    bool called = false;
    for (i32 i = 0; i < callee.n; i++)
        if (is_function(p, callee.v[i], file, fn)) {
            n = value_context(p, (Site){c->file, c->expr, 0}, c->arg, callee.v[i], file, fn, frames, n, max);
            called = true;
        }
    if (!called && c->arg < 0 && !constructor && callee.open && callee.n == 0 && EXPR(cf, e->a)->kind == EX_MEMBER &&
        named_once(p, name) && (f->scopes.v[fn].owner || f->scopes.v[f->scopes.v[fn].parent].kind == SCOPE_CLASS)) {
        /* obj.method(): obj is unknown and only one class of the project has such a method */
        n = add_context(frames, n, max, frame_for(p, file, fn, (Site){c->file, c->expr, 0}, 0, 0));
    }
    return n;
}

/* More call sites than are looked at: as many contexts as there can be, so that nobody takes them for all. */
static i32 crowded(u32 *frames, i32 n, i32 max)
{
    while (n && n < max && max <= CONTEXTS_MAX) {
        frames[n] = frames[0];
        n++;
    }
    return n;
}

static i32 sites_named(Project *p, u32 file, ScopeId fn, Str name, bool constructor, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[file].f;
    int left = CALLERS_MAX;
    bool each = p->each_asks; /* not what is asked for on the way */
    p->each_asks = false;
    for (i32 i = map_get(&p->sites, name); i >= 0 && left-- > 0; i = p->site.v[i].next) {
        CallSite *c = &p->site.v[i];
        if (each)
            query_begin(p);
        if (calls_other(p, c, file, fn) || (p->steps <= 0 && c->state != CALLED_ONE)) /* nothing more can be asked */
            continue;
        if (may_name(p, c->file, file, name, f->scopes.v[fn].owner))
            n = site_context(p, c, file, fn, name, constructor, frames, n, max);
        else
            left++;
        if (left == 0 && p->site.v[i].next >= 0)
            return crowded(frames, n, max);
    }
    return n;
}

/* Calls of a constructor by its own name in those of the classes that derive from its class: super().__init__(…). */
static i32 family_sites(Project *p, u32 file, ScopeId fn, ClassRef cls, u32 *frames, i32 n, i32 max, ClassSet *seen, int depth)
{
    Str name = p->files[file].f->scopes.v[fn].name;
    const Kin *k = kin_of(p, cls.file, cls.scope);
    for (iz i = 0; i < k->subclasses.n && depth < NEST_MAX && n < max; i++) {
        ClassRef c = k->subclasses.v[i];
        if (!class_first(p, seen, c))
            continue;
        const Facts *f = p->files[c.file].f;
        for (u32 at = fact_from(f, f->scopes.v[c.scope].off); at < f->facts.n && f->facts.v[at].off < f->scopes.v[c.scope].end; at++) {
            const Fact *x = &f->facts.v[at];
            if (x->kind != FACT_CALL || !str_eq(expr_simple_name(f, EXPR(f, x->value)->a), name))
                continue;
            CallSite site = {.file = c.file, .expr = x->value, .arg = -1};
            n = site_context(p, &site, file, fn, name, true, frames, n, max);
        }
        n = family_sites(p, file, fn, c, frames, n, max, seen, depth + 1);
    }
    return n;
}

/* Whether more places than are looked at call something of this name. */
static bool too_many_sites(Project *p, Str name)
{
    i32 n = 0;
    for (i32 i = map_get(&p->sites, name); i >= 0 && n <= CALLERS_MAX; i = p->site.v[i].next)
        n++;
    return n > CALLERS_MAX;
}

static i32 subclass_sites(Project *p, u32 file, ScopeId fn, ClassRef cls, u32 *frames, i32 n, i32 max, ClassSet *seen, int depth)
{
    const Kin *k = kin_of(p, cls.file, cls.scope);
    for (iz i = 0; i < k->subclasses.n && depth < NEST_MAX && n < max; i++) {
        ClassRef c = k->subclasses.v[i];
        if (!class_first(p, seen, c))
            continue;
        n = sites_named(p, file, fn, p->files[c.file].f->scopes.v[c.scope].name, true, frames, n, max);
        n = subclass_sites(p, file, fn, c, frames, n, max, seen, depth + 1);
    }
    return n;
}

i32 constructions(Project *p, u32 file, ScopeId ctor, ClassRef cls, u32 *frames, i32 max)
{
    i32 n = sites_named(p, file, ctor, p->files[cls.file].f->scopes.v[cls.scope].name, true, frames, 0, max);
    return subclass_sites(p, file, ctor, cls, frames, n, max, &(ClassSet){.n = 0}, 0);
}

i32 every_context(Project *p, u32 file, ScopeId fn, u32 *frames, i32 max, bool *more)
{
    Str name = p->files[file].f->scopes.v[fn].name;
    p->each_asks = true;
    i32 n = sites_named(p, file, fn, name, false, frames, 0, max);
    p->each_asks = false;
    *more = n > 0 && too_many_sites(p, name);
    return n;
}

/* Whether the method is called by nothing but calls whose receiver is known: then what one instance has does not mix with what others have. */
bool callers_known(Project *p, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f;
    Str name = f->scopes.v[fn].name;
    Static cls = static_type(p, file, f->scopes.v[fn].owner, f->scopes.v[fn].parent);
    if (map_get(&p->referred, name) >= 0 || cls.kind != ST_INSTANCE || escapes(p, cls.file, (ScopeId)cls.id))
        return false;
    i32 n = 0;
    for (i32 i = map_get(&p->sites, name); i >= 0; i = p->site.v[i].next) {
        const CallSite *c = &p->site.v[i];
        if (++n > CONTEXTS_MAX)
            return false;
        const Facts *cf = p->files[c->file].f;
        ExprId target = EXPR(cf, c->expr)->a;
        if (c->arg >= 0) {
            i32 k = 0;
            FOR_ARGS(cf, EXPR(cf, c->expr), it)
                if (k++ == c->arg)
                    target = ARG(cf, it)->value;
        }
        if (!may_name(p, c->file, file, name, true) || static_other(p, c->file, target, file, fn))
            continue;
        if (c->arg >= 0) /* handed on: called by what it is handed to */
            return false;
        Values callee = eval(p, (Site){c->file, target, 0});
        for (i32 k = 0; k < callee.n; k++)
            if (callee.v[k]->kind == V_FUNCTION && may_implement(p, callee.v[k], file, fn))
                return false;
        if (callee.open)
            return false;
    }
    return n > 0;
}

static i32 some(const u32 *from, i32 n, u32 *to, i32 max)
{
    n = n < max ? n : max;
    for (i32 i = 0; i < n; i++)
        to[i] = from[i];
    return n;
}

i32 function_contexts(Project *p, u32 file, ScopeId fn, u32 *frames, i32 max)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    Asking asked;
    u32 found[CONTEXTS_MAX];
    i32 n = 0;
    if (contexts_known(p, scope_key(p->a, file, fn), &asked, found, CONTEXTS_MAX, &n))
        return some(found, n, frames, max);
    ScopeId cls = f->scopes.v[s->parent].kind == SCOPE_CLASS ? s->parent : 0;
    bool ctor = s->flags & SCOPE_CONSTRUCTOR && cls, lost = p->handed_lost;
    int handing = p->handing;
    p->handed_lost = false;
    p->handing = 0;
    if (ctor) {
        n = sites_named(p, file, fn, f->scopes.v[cls].name, true, found, n, CONTEXTS_MAX);
        n = subclass_sites(p, file, fn, (ClassRef){file, cls}, found, n, CONTEXTS_MAX, &(ClassSet){.n = 0}, 0); /* those that inherit it */
        if (s->name.len && too_many_sites(p, s->name))
            n = family_sites(p, file, fn, (ClassRef){file, cls}, found, n, CONTEXTS_MAX, &(ClassSet){.n = 0}, 0);
        else if (s->name.len)
            n = sites_named(p, file, fn, s->name, true, found, n, CONTEXTS_MAX);
        if (f->traits & TRAIT_MODULES_PATHS && kin_of(p, file, cls)->subclasses.n)
            n = sites_named(p, file, fn, S("super"), true, found, n, CONTEXTS_MAX);
    } else if (s->name.len) {
        n = sites_named(p, file, fn, s->name, false, found, n, CONTEXTS_MAX);
    }
    if (f->traits & TRAIT_MODULES_PATHS && (!s->parent || (cls && !f->scopes.v[cls].parent)))
        n = sites_named(p, file, fn, default_site(p, file), ctor, found, n, CONTEXTS_MAX);
    if (s->kind == SCOPE_LAMBDA)
        n = lambda_contexts(p, file, fn, found, n, CONTEXTS_MAX);
    if (f->traits & TRAIT_MODULES_CLASSES && ((s->kind == SCOPE_LAMBDA && !n) || (s->name.len && map_get(&p->referred, s->name) >= 0)))
        n = functional_contexts(p, file, fn, found, n, CONTEXTS_MAX);
    if (n && !ctor && !is_proto(p, file, fn) && (p->handed_lost || stands_elsewhere(p, file, fn))) { /* somebody calls it with what nobody knows */
        Value it = {.kind = V_FUNCTION, .file = file, .scope = fn};
        n = add_context(found, n, CONTEXTS_MAX, frame_given(p, &it, 0, 0));
    }
    p->handed_lost = lost;
    p->handing = handing;
    u32 wrapped[CONTEXTS_MAX];
    i32 w = 0;
    FOR_LIST(f, s->decorators, it) { /* a decorator's wrapper calls it under another name */
        Values d = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < d.n; i++)
            if (d.v[i]->kind == V_FUNCTION)
                w = wrapped_contexts(p, file, fn, d.v[i], found, n, wrapped, w, CONTEXTS_MAX);
    }
    for (i32 i = 0; i < w; i++)
        found[i] = wrapped[i];
    n = w ? w : n;
    contexts_found(p, &asked, found, n);
    return some(found, n, frames, max);
}
