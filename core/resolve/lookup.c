/* lookup.c: which definitions of a name reach a use, and what they are.
 *
 * Inside one function the order counts: the last definition in a block that encloses the use hides the earlier ones; definitions in blocks
 * that may not have run are added; in a loop, later ones count too. From an inner function every definition of the outer name counts.
 */
#include <stdlib.h>

#include "settings.h"
#include "statics.h"

static int by_off(const void *x, const void *y)
{
    const Bound *p = x, *q = y;
    return (p->off > q->off) - (p->off < q->off);
}

static void build_bounds(Project *p, File *file)
{
    const Facts *f = file->f;
    iz n = f->scopes.n;
    Bound *order = new(p->keep, Bound, n);
    for (iz i = 0; i < n; i++)
        order[i] = (Bound){f->scopes.v[i].off, (ScopeId)i};
    qsort(order, (size_t)n, sizeof *order, by_off);
    ScopeId *stack = new(p->keep, ScopeId, n + 1);
    iz top = 0;
    *(Bound *)vec_push(p->keep, &file->bounds) = (Bound){0, 0};
    for (iz i = 0; i < n; i++) {
        if (!order[i].scope)
            continue;
        while (top && f->scopes.v[stack[top - 1]].end <= order[i].off) {
            u32 end = f->scopes.v[stack[--top]].end;
            *(Bound *)vec_push(p->keep, &file->bounds) = (Bound){end, top ? stack[top - 1] : 0};
        }
        stack[top++] = order[i].scope;
        *(Bound *)vec_push(p->keep, &file->bounds) = (Bound){order[i].off, order[i].scope};
    }
    while (top) {
        u32 end = f->scopes.v[stack[--top]].end;
        *(Bound *)vec_push(p->keep, &file->bounds) = (Bound){end, top ? stack[top - 1] : 0};
    }
}

ScopeId scope_at(Project *p, u32 file, u32 off)
{
    File *f = &p->files[file];
    if (!f->bounds.n)
        build_bounds(p, f);
    iz lo = 0, hi = f->bounds.n;
    while (hi - lo > 1) { /* the last bound at or before off */
        iz mid = lo + (hi - lo) / 2;
        if (f->bounds.v[mid].off <= off)
            lo = mid;
        else
            hi = mid;
    }
    return f->bounds.v[lo].scope;
}

u32 frame_of(Project *p, u32 frame, u32 file, ScopeId scope)
{
    ScopeId fn = scope_function(p->files[file].f, scope);
    while (frame && fn) {
        const Frame *x = &p->frames.v[frame];
        if (x->file == file && x->fn == fn)
            return frame;
        frame = x->call.frame;
    }
    return 0;
}

/* Whether the definition's own value holds the use: it is not yet made there. */
static bool inside_own_value(const Facts *f, const Def *d, u32 off)
{
    if (d->kind != DEF_BIND)
        return false;
    const Fact *x = &f->facts.v[d->fact];
    const Expr *v = EXPR(f, x->value);
    return x->value && off >= v->off && off < v->end && v->kind != EX_LAMBDA;
}

static bool share_loop(const Facts *f, ScopeId a, ScopeId b)
{
    for (; a; a = f->scopes.v[a].parent) {
        if (f->scopes.v[a].kind != SCOPE_BLOCK)
            return false;
        if (f->scopes.v[a].flags & SCOPE_LOOP && scope_within(f, b, a))
            return true;
    }
    return false;
}

/* Without instances of classes of the project that have nothing to do with the type's. */
static Values of_type(Project *p, Values v, Values type)
{
    Values out = {.open = v.open};
    if (type.n != 1 || type.v[0]->kind != V_INSTANCE)
        return v;
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i], *t = type.v[0];
        if (x->kind != V_INSTANCE || class_derives(p, x->file, x->scope, t->file, t->scope) || class_derives(p, t->file, t->scope, x->file, x->scope))
            out = values_union(p->a, out, values_one(p->a, x));
    }
    return out.n ? out : v;
}

static Values bind_value(Project *p, u32 file, const Fact *x, const Step *path, u32 frame, Str name)
{
    Facts *f = p->files[file].f;
    Values v = path ? (Values){0} : field_setting(p, file, x);
    if (v.n)
        return v;
    if (x->kind == FACT_CALL) { /* Object.assign(this, {…}) */
        FOR_ARGS(f, EXPR(f, x->value), it)
            if (EXPR(f, ARG(f, it)->value)->kind == EX_MAP)
                v = values_union(p->a, v, eval(p, (Site){file, ARG(f, it)->value, frame}));
        return project_step(p, v, path);
    }
    if (x->value && !(x->flags & BIND_CATCH)) {
        v = x->flags & BIND_TYPE ? eval_type(p, file, x->value, x->scope) : eval(p, (Site){file, x->value, frame});
        if (x->flags & BIND_ITER && !(x->flags & BIND_KEYS) && f->traits & TRAIT_MODULES_PATHS)
            v = map_pairs(p, v);
        if (x->flags & BIND_ITER)
            v = eval_iter(p, v, x->flags & BIND_KEYS);
        if (x->flags & BIND_ENTER)
            v = eval_enter(p, v, (Site){file, x->value, frame});
        v = project_step(p, v, path);
    } else if (x->flags & BIND_CATCH) {
        v = values_extern(p->a, S("caught"));
    } else if (x->flags & BIND_ITER) {
        v.open = true;
    }
    if (v.n > 1 && x->type && !path && f->traits & TRAIT_MODULES_CLASSES) /* case Put p: those of several that it can be */
        v = of_type(p, v, eval_type(p, file, x->type, x->scope));
    if (!x->value && x->decorators)
        v = injected_field(p, file, x);
    if (x->type && !path) {
        bool field = !x->value && f->scopes.v[x->scope].kind == SCOPE_CLASS && (x->decorators || x->flags & BIND_CONST); /* that is injected */
        Values t = field && !v.n ? produced(p, file, x->type, x->decorators, name) : (Values){0};
        if (!t.n)
            t = eval_type(p, file, x->type, x->scope);
        if (!x->value && f->scopes.v[x->scope].kind != SCOPE_CLASS)
            t = values_zero(p, t);
        bool plain = v.open;
        for (i32 i = 0; i < v.n; i++)
            plain = plain || v.v[i]->kind == V_NULL || v.v[i]->kind == V_EXTERN ||
                    ((v.v[i]->kind == V_MAP || v.v[i]->kind == V_LIST) && !v.v[i]->nfields && !v.v[i]->nitems && x->value &&
                     map_get(&p->files[file].changes, name) < 0); /* nothing that fills it is seen */
        if (t.n && (plain || !v.n)) {
            v.open = false;
            v = values_union(p->a, v, t);
        }
    }
    if (!x->value && !x->type && !x->decorators && !(x->flags & BIND_CATCH))
        v = (Values){0}; /* a bare declaration */
    /* one more link of the chain that --explain shows */
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        if (v.v[i]->kind != V_TEXT) {
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
            continue;
        }
        Value *t = value_new(p->a, V_TEXT);
        *t = *v.v[i];
        t->hash = 0;
        t->origin = origin_new(p, t->origin, name, file, EXPR(f, x->target)->off);
        out = values_union(p->a, out, values_one(p->a, t));
    }
    return out;
}

static Values import_value(Project *p, u32 file, const Fact *x)
{
    File *from = &p->files[file];
    if (from->f->traits & TRAIT_MODULES_CLASSES)
        return imported_class(p, file, x);
    i32 m = module_file(p, file, x->module);
    if (!x->symbol.len) {
        if (!x->name.len && from->f->traits & TRAIT_IMPORT_FIRST) {
            iz dot = str_find_u8(x->module, '.');
            Str first = dot > 0 ? str_head(x->module, dot) : x->module;
            m = module_file(p, file, first);
            if (m >= 0 || dot <= 0 || module_file(p, file, x->module) < 0) {
                if (m < 0)
                    return values_extern(p->a, first);
            } else {
                Value *pkg = value_new(p->a, V_EXTERN); /* a package folder without __init__: its path */
                pkg->text = first;
                pkg->file = file;
                pkg->open = true;
                return values_one(p->a, pkg);
            }
        }
        if (m < 0)
            return values_extern(p->a, npm_name(p, file, x->module));
        Value *v = value_new(p->a, V_MODULE);
        v->file = (u32)m;
        return values_one(p->a, v);
    }
    if (m >= 0 && (u32)m != file) {
        Values v = module_member(p, (u32)m, x->symbol);
        if (v.n || v.open)
            return v;
    }
    /* a submodule: from .pkg import module */
    bool slash = from->f->traits & TRAIT_MODULES_PATHS;
    bool dots = x->module.len && x->module.s[x->module.len - 1] == '.';
    Str sub = str_cat3(p->a, x->module, slash ? S("/") : dots ? S("") : S("."), x->symbol);
    i32 s = slash ? -1 : module_file(p, file, sub);
    if (s >= 0) {
        Value *v = value_new(p->a, V_MODULE);
        v->file = (u32)s;
        return values_one(p->a, v);
    }
    if (m >= 0)
        return UNKNOWN_VALUES;
    if (slash && str_eq(x->symbol, S("default"))) /* interoperation: a package's default export is the package */
        return values_extern(p->a, npm_name(p, file, x->module));
    Str path = str_cat3(p->a, npm_name(p, file, x->module), S("."), x->symbol);
    Surface row;
    if (from->f->traits & TRAIT_MODULES_DOTTED && surface_find(p, from->f->lang, path, &row) && str_starts(row.does, S("object $")))
        return surface_make(p, &row, surface_word(row.does, 1), (Values){0}); /* from os import environ */
    return values_extern(p->a, path);
}

Values def_value(Project *p, u32 file, const Def *d, u32 frame)
{
    const Facts *f = p->files[file].f;
    switch ((DefKind)d->kind) {
    case DEF_BIND:
        return bind_value(p, file, &f->facts.v[d->fact], d->path, frame_of(p, frame, file, d->block), d->name);
    case DEF_PARAM: {
        u32 outer = p->outer;
        p->outer = f->scopes.v[d->scope].kind == SCOPE_LAMBDA ? frame : 0;
        Values v = param_value(p, file, d->scope, d->param, frame_of(p, frame, file, d->scope));
        p->outer = outer;
        return project_step(p, v, d->path);
    }
    case DEF_IMPORT:
        return import_value(p, file, &f->facts.v[d->fact]);
    case DEF_SCOPE: {
        Value *v = value_new(p->a, f->scopes.v[d->opens].kind == SCOPE_CLASS ? V_CLASS : V_FUNCTION);
        v->file = file;
        v->scope = d->opens;
        v->site.frame = v->kind == V_FUNCTION ? frame_of(p, frame, file, d->block) : 0;
        return values_one(p->a, v);
    }
    }
    return UNKNOWN_VALUES;
}

bool scope_in_loop(const Facts *f, ScopeId s)
{
    for (; s && f->scopes.v[s].kind == SCOPE_BLOCK; s = f->scopes.v[s].parent)
        if (f->scopes.v[s].flags & SCOPE_LOOP)
            return true;
    return false;
}

/* Passes over definitions that come after an offset, when there are many. */
static i32 past_later(const File *fl, i32 i, u32 off, bool *any)
{
    *any = true;
    while (fl->def.v[i].far && fl->def.v[fl->def.v[i].far - 1].off > off)
        i = fl->def.v[i].far - 1;
    while (fl->def.v[i].jump && fl->def.v[fl->def.v[i].jump - 1].off > off)
        i = fl->def.v[i].jump - 1;
    return i;
}

static void reach(Project *p, u32 file, const Def *d, u32 frame, bool weak, Reached *r)
{
    enum { DEFS_FREE = 64, DEFS_A_STEP = 8 };
    i32 most = p->budget > 0 ? DEFS_FREE : DEFS_FREE / 8;
    if (++r->n > most && r->n % DEFS_A_STEP == 0)
        p->steps--;
    if (r->n > most && p->steps <= 0) {
        r->out.open |= OPEN_INVOLVED;
        eval_cut(p);
        return;
    }
    bool outer = p->missing;
    p->missing = false;
    Values v = def_value(p, file, d, frame);
    if (weak)
        r->dflt = values_union(p->a, r->dflt, v);
    else
        r->out = values_union(p->a, r->out, v);
    r->missing = r->missing || (!weak && p->missing);
    p->missing = outer;
}

static Values reached_values(Project *p, const Reached *r)
{
    Values told = {.open = r->out.open};
    for (i32 i = 0; i < r->out.n; i++)
        if (r->out.v[i]->kind != V_NULL)
            told = values_union(p->a, told, values_one(p->a, r->out.v[i]));
    if (!r->dflt.n || (told.n == r->out.n && told.n && !told.open && !r->missing))
        return r->out;
    return values_union(p->a, r->dflt, told); /* undefined too */
}

/* let x: T; of JavaScript: what is assigned says more. */
static bool only_typed(const Facts *f, const Def *d)
{
    const Fact *x = &f->facts.v[d->fact];
    bool plain = !(x->flags & (BIND_ITER | BIND_ENTER | BIND_CATCH | BIND_TYPE)) && !x->decorators;
    return f->traits & TRAIT_MODULES_PATHS && x->type && !x->value && plain && f->scopes.v[d->scope].kind != SCOPE_CLASS;
}

static bool weak_def(const Facts *f, const Def *d)
{
    return d->kind == DEF_BIND && (f->facts.v[d->fact].flags & BIND_DEFAULT || only_typed(f, d));
}

/* Of a name with many definitions, in a function and outside of its loops: what reached an earlier use from the same block reaches this one too,
 * behind what was defined since. */
static Reached *reached_since(Project *p, u32 file, Str name, ScopeId declared, ScopeId use, u32 frame, i32 first, u32 off)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    while (first >= 0 && (fl->def.v[first].off > off || inside_own_value(f, &fl->def.v[first], off)))
        first = fl->def.v[first].next;
    if (first < 0)
        return 0;
    while (f->scopes.v[use].kind == SCOPE_BLOCK && use != declared && fl->def.v[first].off < f->scopes.v[use].off)
        use = f->scopes.v[use].parent; /* nothing is defined in the block before the use */
    Str key = number_key(p->a, (i64[]){file, declared, use, frame}, 4, name);
    i32 known = map_get(&p->latest_ids, key);
    const Latest *last = known < 0 ? 0 : p->latest.v[known];
    Latest now = {.def = first};
    bool skips = false; /* something between those that reach: what follows holds only here */
    Taint outer = taint_begin(p);
    for (i32 i = first; i >= 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        if (last && i == last->def) {
            now.r.out = values_union(p->a, now.r.out, last->r.out);
            now.r.dflt = values_union(p->a, now.r.dflt, last->r.dflt);
            now.r.missing = now.r.missing || last->r.missing;
            now.n += last->n;
            break;
        }
        if (d->off > off || inside_own_value(f, d, off)) {
            skips = skips || now.n;
            continue;
        }
        if (++now.n > DEFS_MAX && !last)
            break;
        bool weak = weak_def(f, d);
        reach(p, file, d, frame, weak, &now.r);
        if (!weak && scope_within(f, use, d->block))
            break;
    }
    now.r.out.open |= now.n > DEFS_MAX ? OPEN_VALUES : 0;
    Latest *kept = new(p->a, Latest, 1);
    *kept = now;
    if (!skips && kept_holds(p) && known >= 0) {
        p->latest.v[known] = kept;
    } else if (!skips && kept_holds(p)) {
        map_put(p->a, &p->latest_ids, key, (i32)p->latest.n);
        *(Latest **)vec_push(p->a, &p->latest) = kept;
    }
    taint_end(p, outer);
    return &kept->r;
}

/* The same where the order does not count. */
static Reached *reached_ever(Project *p, u32 file, Str name, ScopeId declared, u32 frame, i32 first)
{
    const File *fl = &p->files[file];
    Str key = number_key(p->a, (i64[]){file, declared, frame}, 3, name);
    i32 known = map_get(&p->latest_ids, key);
    if (known >= 0)
        return &p->latest.v[known]->r;
    Latest *now = new(p->a, Latest, 1);
    Taint outer = taint_begin(p);
    for (i32 i = first; i >= 0 && now->n <= DEFS_MAX; i = fl->def.v[i].next)
        if (++now->n <= DEFS_MAX)
            reach(p, file, &fl->def.v[i], frame, weak_def(fl->f, &fl->def.v[i]), &now->r);
    now->r.out.open |= now->n > DEFS_MAX ? OPEN_VALUES : 0;
    if (kept_holds(p)) {
        map_put(p->a, &p->latest_ids, key, (i32)p->latest.n);
        *(Latest **)vec_push(p->a, &p->latest) = now;
    }
    taint_end(p, outer);
    return &now->r;
}

static Values reaching(Project *p, u32 file, Str name, ScopeId declared, ScopeId use, u32 off, u32 frame, bool *any)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    bool ordered = scope_function(f, use) == scope_function(f, declared);
    Reached r = {0};
    int left = DEFS_MAX;
    for (int pass = 0; pass < 2; pass++) {
        bool reached = false;
        i32 first = defs_in(fl, name, declared);
        if (first >= 0 && fl->def.v[first].jump && (!ordered || pass)) { /* of many definitions */
            *any = true;
            return reached_values(p, reached_ever(p, file, name, declared, frame, first));
        }
        if (ordered && pass == 0 && first >= 0 && fl->def.v[first].jump && !scope_in_loop(f, use)) {
            first = past_later(fl, first, off, any);
            const Reached *since = reached_since(p, file, name, declared, use, frame, first, off);
            if (since)
                return reached_values(p, since);
        }
        for (i32 i = first; i >= 0; i = fl->def.v[i].next) {
            const Def *d = &fl->def.v[i];
            *any = true;
            bool weak = weak_def(f, d);
            if (ordered && pass == 0) {
                bool later = d->off > off || inside_own_value(f, d, off);
                bool fresh = tells_types(f) && d->kind == DEF_BIND && f->facts.v[d->fact].flags & BIND_DECLARE; /* s3 := s3.New(x): begins after it */
                if (later && (fresh || !share_loop(f, d->block, use)))
                    continue;
                if (left-- == 0) {
                    r.out.open |= OPEN_VALUES;
                    break;
                }
                reach(p, file, d, frame, weak, &r);
                reached = true;
                if (!later && !weak && scope_within(f, use, d->block))
                    break;
            } else if (left-- == 0) {
                r.out.open |= OPEN_VALUES;
                break;
            } else {
                reach(p, file, d, frame, weak, &r);
                reached = true;
            }
        }
        if (ordered && !reached && declared && tells_types(f))
            *any = false; /* what the name means outside */
        if (reached || !*any)
            break;
    }
    return reached_values(p, &r);
}

/* The imports of everything that can give names: of modules of the project, of classes, of packages outside as far as they are not too many. */
static void find_stars(Project *p, u32 file)
{
    enum { OUTSIDE_MAX = 100 }; /* from the last import on */
    File *fl = &p->files[file];
    bool classes = fl->f->traits & TRAIT_MODULES_CLASSES;
    int left = OUTSIDE_MAX;
    fl->starred = true;
    for (iz i = fl->stars.n; i-- > 0;) {
        const Fact *x = &fl->f->facts.v[fl->stars.v[i]];
        Star s = {.fact = fl->stars.v[i], .file = -1};
        if (classes)
            s.statics = map_get(&p->named, str_from(x->module, str_rfind_u8(x->module, '.') + 1)) >= 0;
        else
            s.file = module_file(p, file, x->module);
        s.outside = s.file < 0 && left-- > 0;
        if (classes || s.file >= 0 || s.outside)
            *(Star *)vec_push(p->keep, &fl->star) = s;
    }
}

static Values look_in_stars(Project *p, u32 file, Str name)
{
    File *fl = &p->files[file];
    bool class = map_get(&p->named, name) >= 0;
    if (!fl->starred)
        find_stars(p, file);
    for (iz i = 0; i < fl->star.n; i++) {
        Star star = fl->star.v[i];
        const Fact *x = &fl->f->facts.v[star.fact];
        if (fl->f->traits & TRAIT_MODULES_CLASSES && (class || star.statics)) {
            Values v = from_imported_package(p, file, x->module, name);
            if (v.n)
                return v;
        }
        if (star.file >= 0 && (u32)star.file != file) {
            Values v = module_member(p, (u32)star.file, name);
            if (v.n || v.open)
                return v;
        }
        Surface s;
        if (star.outside && surface_find(p, fl->f->lang, str_cat3(p->a, npm_name(p, file, x->module), S("."), name), &s) && !s.any.len)
            return values_extern(p->a, str_cat3(p->a, npm_name(p, file, x->module), S("."), name));
    }
    return (Values){0};
}

/* What the modules have that are imported as a whole; that none has a name is remembered. */
static Values from_stars(Project *p, u32 file, Str name)
{
    File *fl = &p->files[file];
    if (!fl->stars.n || map_get(&fl->unstarred, name) >= 0)
        return (Values){0};
    Taint outer = taint_begin(p);
    Values v = look_in_stars(p, file, name);
    if (!v.n && !v.open && !p->ran && !p->limited && p->collected)
        map_put(p->keep, &fl->unstarred, name, 0);
    taint_end(p, outer);
    return v;
}

/* Names at the top of other files of the same package. */
static Values from_package(Project *p, u32 file, Str name)
{
    Values out = {0};
    bool nearest = p->files[file].f->traits & TRAIT_MODULES_CLASSES; /* copies of a class: of several modules */
    i32 best = 0;
    for (const TopName *t = package_names(p, file, name, 0); t && nearest; t = package_names(p, file, name, t)) {
        i32 near = (u32)t->file == file ? -1 : nearness(p, file, (u32)t->file);
        best = near > best ? near : best;
    }
    for (const TopName *t = package_names(p, file, name, 0); t; t = package_names(p, file, name, t))
        if ((u32)t->file != file && (!nearest || nearness(p, file, (u32)t->file) == best))
            out = values_union(p->a, out, def_value(p, (u32)t->file, &p->files[t->file].def.v[t->def], 0));
    return out;
}

/* Without methods that what a class of the project derives from does not have: not every name in it is one. */
static Values known_methods(Project *p, Values v)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i], *self = x->self;
        Surface s;
        bool client = x->kind == V_METHOD && self->kind == V_CLIENT;
        if (client && !surface_method(p, self->sdk, S("$client"), self->service, x->text, &s) && !sdk_operation(p, self->sdk, self->service, x->text).len)
            continue;
        out = values_union(p->a, out, values_one(p->a, x));
    }
    return out;
}

/* Names that classes declare. */
static void collect_declared(Project *p)
{
    p->declared_known = true;
    for (i32 i = 0; i < p->nfiles; i++)
        for (iz k = 0; k < p->files[i].def.n && p->files[i].f->traits & TRAIT_MEMBERS_VISIBLE; k++) {
            const Def *d = &p->files[i].def.v[k];
            if (p->files[i].f->scopes.v[d->scope].kind == SCOPE_CLASS)
                map_put(p->keep, &p->declared, d->name, 0);
        }
}

/* Whether a base of the class in the project declares the name. */
static bool base_declares(Project *p, u32 file, ScopeId cls, Str name, ClassSet *seen, int depth)
{
    const Kin *k = kin_of(p, file, cls);
    for (iz i = 0; i < k->bases.n; i++) {
        ClassRef b = k->bases.v[i];
        if (class_first(p, seen, b) && (depth > 8 || own_def(p, b.file, b.scope, name) || base_declares(p, b.file, b.scope, name, seen, depth + 1)))
            return true;
    }
    return false;
}

/* Whether a name in a method may be a member of the class. A name of a class is not, where no class declares it: generated members begin with a
 * small letter; nor is one that the file imports, where no base declares it. */
static bool may_be_member(Project *p, u32 file, ScopeId cls, Str name, u32 off)
{
    const Facts *f = p->files[file].f;
    ArgId last = f->scopes.v[cls].bases.tail;
    if (last && off < EXPR(f, ARG(f, last)->value)->end)
        return false; /* members are not known yet where the class says what it extends */
    if (!name.len || name.s[0] < 'A' || name.s[0] > 'Z')
        return true;
    if (!p->declared_known)
        collect_declared(p);
    bool declared = map_get(&p->declared, name) >= 0 || map_get(&p->members, name) >= 0;
    if (map_get(&p->files[file].imports, name) >= 0)
        return declared && base_declares(p, file, cls, name, &(ClassSet){.n = 0}, 0);
    return declared || last;
}

Values lookup_name(Project *p, u32 file, Str name, ScopeId scope, u32 off, u32 frame)
{
    const Facts *f = p->files[file].f;
    bool crossed = false; /* a function lies between the use and the scope looked at */
    for (ScopeId s = scope;; s = f->scopes.v[s].parent) {
        const Scope *sc = &f->scopes.v[s];
        bool skip = sc->kind == SCOPE_CLASS && crossed && !(f->traits & TRAIT_MEMBERS_VISIBLE);
        bool members = sc->kind == SCOPE_CLASS && f->traits & TRAIT_MEMBERS_VISIBLE;
        if (members && str_eq(sc->name, name)) /* its constructors have its name; the name means the class */
            continue;
        if (members && defs_in(&p->files[file], name, s) >= 0 && p->nest < NEST_MAX) {
            i32 d = defs_in(&p->files[file], name, s);
            const Def *def = &p->files[file].def.v[d];
            if (def->kind == DEF_BIND || def->kind == DEF_SCOPE) {
                p->nest++;
                Values self = self_in(p, file, s, frame);
                Values v = member_of(p, self.v[0], name, (Site){file, 0, frame});
                p->nest--;
                return v;
            }
        }
        if (!skip) {
            bool any = false;
            Values v = reaching(p, file, name, s, scope, off, frame, &any);
            if (any)
                return v;
            if (members && may_be_member(p, file, s, name, off)) {
                v = known_methods(p, member_of(p, self_in(p, file, s, frame).v[0], name, (Site){file, 0, frame}));
                if (v.n)
                    return v;
            }
        }
        if (sc->kind == SCOPE_FUNCTION || sc->kind == SCOPE_LAMBDA)
            crossed = true;
        if (!s)
            break;
    }
    Values v = {0};
    if (f->traits & TRAIT_PACKAGE_SHARED)
        v = from_package(p, file, name);
    if (!v.n)
        v = from_stars(p, file, name);
    bool root = f->traits & TRAIT_MODULES_CLASSES && name.len && name.s[0] >= 'a' && name.s[0] <= 'z'; /* of a qualified name */
    if (!v.n && !v.open)
        v = values_extern(p->a, root ? name : str_cat(p->a, S("builtins."), name));
    return v;
}

static Values find_member(Project *p, u32 file, Str name)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    i32 e = map_get(&fl->exports, name);
    if (e >= 0) {
        const Fact *x = &f->facts.v[e];
        if (x->value)
            return eval(p, (Site){file, x->value, 0});
    }
    bool any = false;
    Values v = {0};
    if (f->traits & TRAIT_MODULES_PATHS) {
        v = common_export(p, file, name);
        if (!v.n && str_eq(name, S("default"))) /* import x from a CommonJS module: module.exports */
            v = common_export(p, file, (Str){0});
        if (v.n)
            return v;
    }
    v = reaching(p, file, name, 0, 0, UINT32_MAX, 0, &any);
    if (any)
        return v;
    if (f->traits & TRAIT_PACKAGE_SHARED) {
        v = from_package(p, file, name);
        if (v.n)
            return v;
    }
    return from_stars(p, file, name);
}

/* Modules may import a name from each other in a circle. */
Values module_member(Project *p, u32 file, Str name)
{
    if (too_nested(p) || p->steps-- <= 0)
        return UNKNOWN_VALUES;
    p->nest++;
    Values v = find_member(p, file, name);
    p->nest--;
    return v;
}
