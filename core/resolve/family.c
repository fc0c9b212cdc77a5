/* family.c: constructors among the classes of a family: with which arguments a base class's constructor runs for an instance of a subclass. */
#include "eval.h"

enum { CHAIN_MAX = 6 }; /* constructors that call each other */

typedef struct {
    const Value *inst;
    u32 file;      /* whose runs are looked for */
    ScopeId ctor;
    u32 frames[CONTEXTS_MAX];
    i32 n;
} Runs;

static void add_run(Runs *r, u32 frame)
{
    for (i32 i = 0; i < r->n; i++)
        if (r->frames[i] == frame)
            return;
    if (frame && r->n < COUNTOF(r->frames))
        r->frames[r->n++] = frame;
}

/* The constructor that a callee stands for, or -1. */
static i32 constructor_meant(Project *p, const Value *callee, Site call, u32 *file)
{
    *file = callee->file;
    if (callee->kind == V_CLASS)
        return constructor_called(p, file, callee->scope, call);
    bool ctor = callee->kind == V_FUNCTION && p->files[callee->file].f->scopes.v[callee->scope].flags & SCOPE_CONSTRUCTOR;
    return ctor ? (i32)callee->scope : -1;
}

/* super().__init__(…), Base.__init__(self, …), super(…) in the constructor `fn`, which runs in `frame`. */
static void follow(Project *p, Runs *r, u32 file, ScopeId fn, u32 frame, int depth)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    if (file == r->file && fn == r->ctor) {
        add_run(r, frame);
        return;
    }
    for (iz i = fact_from(f, s->off); depth < CHAIN_MAX && i < f->facts.n && f->facts.v[i].off < s->end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_CALL)
            continue;
        ExprId target = EXPR(f, x->value)->a;
        bool other = EXPR(f, target)->flags & EXPR_SELF && f->traits & TRAIT_MODULES_CLASSES; /* this(…) */
        if (!(EXPR(f, target)->flags & EXPR_SUPER) && !other && !(s->name.len && str_eq(expr_simple_name(f, target), s->name)))
            continue;
        Values callee = eval(p, (Site){file, target, frame});
        for (i32 k = 0; k < callee.n; k++) {
            u32 cf;
            i32 c = constructor_meant(p, callee.v[k], (Site){file, x->value, frame}, &cf);
            if (c < 0 || (cf == file && (ScopeId)c == fn))
                continue;
            bool unbound = callee.v[k]->kind == V_FUNCTION && callee.v[k]->self && callee.v[k]->self->kind == V_CLASS;
            u32 fr = frame_for(p, cf, (ScopeId)c, (Site){file, x->value, frame}, r->inst, unbound);
            if (fr)
                follow(p, r, cf, (ScopeId)c, fr, depth + 1);
        }
    }
}

static bool has_overloads(const Facts *f, ScopeId ctor)
{
    ScopeId cls = f->scopes.v[ctor].parent;
    for (iz i = cls; i < f->scopes.n && f->scopes.v[i].off < f->scopes.v[cls].end && f->traits & TRAIT_MODULES_CLASSES; i++)
        if ((ScopeId)i != ctor && f->scopes.v[i].flags & SCOPE_CONSTRUCTOR && f->scopes.v[i].parent == cls)
            return true;
    return false;
}

static i32 find_runs(Project *p, const Value *inst, u32 file, ScopeId ctor, u32 *frames)
{
    u32 own = inst->file;
    i32 first = constructor_called(p, &own, inst->scope, inst->site);
    if (first < 0 || (!inst->site.expr && has_overloads(p->files[own].f, (ScopeId)first)))
        return 0; /* any of them may have */
    if (own == file && (ScopeId)first == ctor)
        return constructions(p, file, ctor, (ClassRef){inst->file, inst->scope}, frames, CONTEXTS_MAX);
    Runs r = {.inst = inst, .file = file, .ctor = ctor};
    u32 frame = inst->site.expr ? frame_for(p, own, (ScopeId)first, inst->site, inst, 0) : 0;
    follow(p, &r, own, (ScopeId)first, frame, 0);
    for (i32 i = 0; i < r.n; i++)
        frames[i] = r.frames[i];
    return r.n < CONTEXTS_MAX ? r.n : 0;
}

/* Frames in which the constructor runs for the instance; 0 of them: not known. Remembered. */
static i32 runs_of(Project *p, const Value *inst, u32 file, ScopeId ctor, u32 *frames)
{
    const i64 parts[] = {file, ctor, inst->file, inst->scope, inst->site.file, inst->site.expr, inst->site.frame};
    Asking asked;
    i32 n = 0;
    if (contexts_known(p, number_key(p->a, parts, COUNTOF(parts), S("runs")), &asked, frames, CONTEXTS_MAX, &n))
        return n;
    n = find_runs(p, inst, file, ctor, frames);
    contexts_found(p, &asked, frames, n);
    return n;
}

Values bound_by_constructor(Project *p, const Value *inst, u32 file, ScopeId ctor, const Def *d)
{
    u32 frames[CONTEXTS_MAX];
    Values out = {0};
    i32 n = runs_of(p, inst, file, ctor, frames), kept = 0;
    for (i32 i = 0; i < n; i++)
        out = values_union(p->a, out, def_value(p, file, d, frames[i]));
    out.open |= called_elsewhere(p, file, ctor, frames, n);
    if (n)
        return out;
    u32 own = inst->file;
    i32 called = inst->site.expr && own == file ? constructor_called(p, &own, inst->scope, inst->site) : -1;
    if (called >= 0 && own == file && (ScopeId)called != ctor && p->files[file].f->scopes.v[ctor].parent == inst->scope)
        return out; /* another one made it */
    n = function_contexts(p, file, ctor, frames, CONTEXTS_MAX);
    for (i32 i = 0; i < n && n < CONTEXTS_MAX; i++) {
        const Frame *fr = &p->frames.v[frames[i]];
        ClassRef k = {fr->call.file, 0};
        if (fr->self && fr->self->kind == V_INSTANCE && fr->self->site.expr) {
            k = (ClassRef){fr->self->file, fr->self->scope};
        } else { /* super().__init__() in a class of the family */
            const Facts *f = p->files[k.file].f;
            k.scope = scope_class(f, scope_at(p, k.file, EXPR(f, fr->call.expr)->off));
        }
        if (k.scope && !class_derives(p, inst->file, inst->scope, k.file, k.scope) &&
            !class_derives(p, k.file, k.scope, inst->file, inst->scope))
            continue;
        out = values_union(p->a, out, def_value(p, file, d, frames[i]));
        kept++;
    }
    return kept ? out : def_value(p, file, d, 0);
}
