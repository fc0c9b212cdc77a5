/* runs.c: functions of the project that something else runs: a library that takes them apart from their arguments (Thread(target=f, args=(x,)),
 * executor.map(f, items)), and the wrapper that a decorator puts around them.
 *
 * A row "threading.Thread  runs @1|target args=@3|args kwargs=@4|kwargs" says which argument is the function, and where its own arguments are:
 * in a list, in a map, `each=N` one by one in the positional arguments from N on, `star=SOURCE` in the lists of a list. */
#include "emit.h"

/* Whether the argument number `arg` of the call is the one that the source "@1|target" means. */
static bool is_source(const Facts *f, const Expr *call, i32 arg, Str source)
{
    i32 k = 0, pos = 0;
    Str part;
    i64 n;
    source = str_from(source, 1);
    FOR_ARGS(f, call, it) {
        const Arg *a = ARG(f, it);
        if (k++ < arg) {
            pos += !a->name.len;
            continue;
        }
        while (str_cut(&source, '|', &part))
            if (a->name.len ? str_eq(a->name, part) : str_i64(part, &n) && n == pos)
                return true;
        return false;
    }
    return false;
}

/* Item `pos` of lists. */
static Values nth(Project *p, Values lists, i32 pos, bool *found)
{
    Values out = {.open = lists.open};
    for (i32 i = 0; i < lists.n; i++) {
        const Value *l = lists.v[i];
        if (l->kind == V_LIST && pos < l->nitems) {
            out = values_union(p->a, out, l->items[pos]);
            *found = true;
        } else if (l->kind != V_LIST || l->open) {
            out.open = true;
        }
    }
    *found = *found || out.open;
    return out;
}

/* What one parameter takes. pos: its position among the positional ones, or -1. */
static Values run_param(Project *p, const Surface *s, Site call, i32 pos, Str name, bool *found)
{
    Str list = surface_option(s->does, S("args")), map = surface_option(s->does, S("kwargs")), each = surface_option(s->does, S("each"));
    Str star = surface_option(s->does, S("star"));
    Values out = {0};
    bool has;
    i64 first;
    *found = false;
    if (pos >= 0 && str_i64(each, &first)) {
        Values v = call_arg(p, call, 0, (i32)first + pos, (Str){0}, found);
        return eval_iter(p, v, false);
    }
    if (pos >= 0 && star.len) {
        Values v = surface_source(p, star, s, call, 0, &has);
        return nth(p, has ? eval_iter(p, v, false) : UNKNOWN_VALUES, pos, found);
    }
    if (pos >= 0 && list.len) {
        Values v = surface_source(p, list, s, call, 0, &has);
        if (has)
            out = nth(p, v, pos, found);
    }
    if (map.len && name.len && !*found) {
        Values v = surface_source(p, map, s, call, 0, &has);
        out.open |= has ? v.open : 0;
        for (i32 i = 0; has && i < v.n; i++) {
            bool here = false;
            if (v.v[i]->kind == V_MAP)
                out = values_union(p->a, out, value_field(p->a, v.v[i], name, &here));
            out.open |= here ? 0 : v.v[i]->kind != V_MAP ? OPEN : v.v[i]->open;
            *found = *found || here;
        }
    }
    return out;
}

static Values run_rest(Project *p, const Surface *s, Site call, bool keywords)
{
    Str map = surface_option(s->does, S("kwargs"));
    bool found = false;
    Value *v = value_new(p->a, keywords ? V_MAP : V_LIST);
    if (keywords && map.len)
        map_merge(p, v, surface_source(p, map, s, call, 0, &found), false);
    v->open = true;
    return values_one(p->a, v);
}

/* The frame in which a library runs fn. */
static u32 frame_run(Project *p, const Surface *s, Site call, const Value *fn)
{
    const Facts *f = p->files[fn->file].f;
    const Scope *sc = &f->scopes.v[fn->scope];
    Values *given = new(p->a, Values, sc->nparams);
    i32 pos = 0;
    for (u32 i = 0; i < sc->nparams; i++) {
        const Param *q = &f->params.v[sc->params + i];
        bool found = false;
        if (q->kind == PARAM_RECEIVER)
            continue;
        if (q->kind == PARAM_REST || q->kind == PARAM_KEYWORDS) {
            given[i] = run_rest(p, s, call, q->kind == PARAM_KEYWORDS);
            continue;
        }
        given[i] = run_param(p, s, call, q->kind == PARAM_POSITIONAL ? pos++ : -1, q->name, &found);
        if (!found && q->dflt)
            given[i] = values_union(p->a, given[i], eval(p, (Site){fn->file, q->dflt, 0}));
        else if (!found)
            given[i].open = true;
    }
    return frame_given(p, fn, given, (i32)sc->nparams);
}

static bool is_runs(Project *p, Str lang, const Value *x, Surface *s)
{
    return x->kind == V_EXTERN && surface_find(p, lang, x->text, s) && str_eq(surface_word(s->does, 0), S("runs"));
}

u32 run_by(Project *p, Site call, i32 arg, const Value *fn)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Values callee = eval(p, (Site){call.file, e->a, call.frame});
    Surface s;
    for (i32 i = 0; i < callee.n && fn->kind == V_FUNCTION; i++)
        if (is_runs(p, f->lang, callee.v[i], &s) && is_source(f, e, arg, surface_word(s.does, 1)))
            return frame_run(p, &s, call, fn);
    return 0;
}

Values run_results(Project *p, const Surface *s, Site call)
{
    bool found;
    if (!surface_option(s->does, S("each")).len && !surface_option(s->does, S("star")).len)
        return values_extern(p->a, str_cat(p->a, s->path, S("()")));
    Values fn = surface_source(p, surface_word(s->does, 1), s, call, 0, &found), out = {.open = fn.open};
    for (i32 i = 0; i < fn.n; i++)
        out = values_union(p->a, out, fn.v[i]->kind == V_FUNCTION ? function_returns(p, fn.v[i]->file, fn.v[i]->scope, frame_run(p, s, call, fn.v[i]))
                                                                  : apply(p, fn.v[i], (Site){call.file, 0, call.frame}));
    Value *l = value_new(p->a, V_LIST);
    l->open = true;
    list_add(p, l, out);
    return values_one(p->a, l);
}

/* --- decorators --- */

/* Whether a call hands on the parameters of the function around it as they are: def wrapper(self, *args, **kw): fn(self, *args, **kw). */
static bool hands_on(const File *fl, const Expr *call, const Scope *w)
{
    const Facts *f = fl->f;
    u32 k = 0;
    FOR_ARGS(f, call, it) {
        const Arg *a = ARG(f, it);
        const Expr *v = EXPR(f, a->value);
        if (k >= w->nparams || v->kind != EX_NAME)
            return false;
        const Param *q = &f->params.v[w->params + k++];
        u8 splat = q->kind == PARAM_REST ? 1 : q->kind == PARAM_KEYWORDS ? 2 : 0;
        if (!str_eq(q->name, v->str) || a->splat != splat || (a->name.len && !str_eq(a->name, q->name)))
            return false;
        if (splat && map_get(&fl->changes, q->name) >= 0)
            return false;
    }
    return k == w->nparams;
}

/* The frame of the wrapper in place of a call of the function that it wraps. shift: its first parameter takes the receiver. */
static u32 wrapper_frame(Project *p, const Value *deco, ScopeId wrapper, const Frame *direct, bool shift)
{
    const Facts *f = p->files[deco->file].f;
    const Scope *w = &f->scopes.v[wrapper];
    Value fn = {.kind = V_FUNCTION, .file = deco->file, .scope = wrapper, .site = {.frame = deco->site.frame}};
    Values *given = new(p->a, Values, w->nparams);
    i32 pos = 0;
    for (u32 i = 0; i < w->nparams; i++) {
        const Param *q = &f->params.v[w->params + i];
        bool found = false;
        if (!direct) {
            given[i] = UNKNOWN_VALUES;
        } else if (shift && i == 0) {
            given[i] = values_one(p->a, direct->self);
        } else if (q->kind == PARAM_REST) {
            Value *l = value_new(p->a, V_LIST);
            for (i32 k = pos;; k++) {
                Values v = call_arg(p, direct->call, direct->skip, k, (Str){0}, &found);
                if (!found || l->nitems > 16)
                    break;
                list_add(p, l, v);
            }
            given[i] = values_one(p->a, l);
        } else if (q->kind == PARAM_KEYWORDS) {
            given[i] = values_one(p->a, call_map(p, direct->call, 0));
        } else {
            given[i] = call_arg(p, direct->call, direct->skip, q->kind == PARAM_POSITIONAL ? pos++ : -1, q->name, &found);
            if (!found && q->dflt)
                given[i] = values_union(p->a, given[i], eval(p, (Site){deco->file, q->dflt, 0}));
        }
    }
    return frame_given(p, &fn, given, (i32)w->nparams);
}

i32 wrapped_contexts(Project *p, u32 file, ScopeId fn, const Value *deco, const u32 *direct, i32 ndirect, u32 *frames, i32 n, i32 max)
{
    const File *fl = &p->files[deco->file];
    const Facts *f = fl->f, *own = p->files[file].f;
    const Scope *d = &f->scopes.v[deco->scope];
    bool method = own->scopes.v[fn].nparams && own->params.v[own->scopes.v[fn].params].kind == PARAM_RECEIVER;
    if (!d->nparams)
        return n;
    Str inner = f->params.v[d->params].name;
    for (u32 i = fact_from(f, d->off); i < f->facts.n && f->facts.v[i].off < d->end; i++) {
        const Fact *x = &f->facts.v[i];
        const Expr *call = EXPR(f, x->value), *callee = EXPR(f, call->a);
        if (x->kind != FACT_CALL || callee->kind != EX_NAME || !inner.len || !str_eq(callee->str, inner))
            continue;
        ScopeId wrapper = scope_function(f, x->scope);
        const Scope *w = &f->scopes.v[wrapper];
        if (wrapper == deco->scope) { /* it is called at once */
            if (n < max)
                frames[n++] = frame_for(p, file, fn, (Site){deco->file, x->value, 0}, 0, 0);
            continue;
        }
        if (hands_on(fl, call, w))
            continue;
        const Param *first = w->nparams ? &f->params.v[w->params] : 0;
        const Expr *arg = call->args ? EXPR(f, ARG(f, call->args)->value) : 0;
        for (i32 k = 0; k < ndirect + !ndirect && n < max; k++) {
            const Frame *fr = ndirect && p->frames.v[direct[k]].call.expr ? &p->frames.v[direct[k]] : 0;
            bool shift = fr && fr->self && method && first && first->kind == PARAM_POSITIONAL;
            bool self = shift && arg && arg->kind == EX_NAME && str_eq(arg->str, first->name);
            u32 in = wrapper_frame(p, deco, wrapper, fr, shift);
            fr = ndirect ? &p->frames.v[direct[k]] : 0; /* frames may have moved */
            frames[n++] = frame_for(p, file, fn, (Site){deco->file, x->value, in}, fr ? fr->self : 0, self);
        }
    }
    return n;
}

/* --- who else calls --- */

/* A file of tests, by its name or folder. */
static bool is_test(Project *p, u32 file)
{
    static const Str names[] = {S_INIT("test_*"), S_INIT("*_test.*"), S_INIT("tests.*"), S_INIT("conftest.*"), S_INIT("*.test.*"), S_INIT("*.spec.*")};
    static const Str folders[] = {S_INIT("test"), S_INIT("tests"), S_INIT("__tests__")};
    File *fl = &p->files[file];
    if (fl->tests)
        return fl->tests > 1;
    Str rest = fl->f->src->path, part;
    bool test = false;
    while (str_cut(&rest, '/', &part)) {
        for (iz i = 0; i < COUNTOF(names) && !rest.len; i++)
            test = test || str_glob(names[i], part);
        for (iz i = 0; i < COUNTOF(folders) && rest.len; i++)
            test = test || str_eq(folders[i], part);
    }
    fl->tests = test ? 2 : 1;
    return test;
}

/* A function that a platform calls: rows "$entry.NAME", "$entry.(PARAMETERS)"; or a framework, by a decorator: "$entry.@NAME". */
static bool is_entry(Project *p, u32 file, ScopeId fn)
{
    enum { ENTRY_PARAMS = 8 }; /* no row has more */
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    Surface row;
    FOR_LIST(f, s->decorators, it) {
        const Expr *d = EXPR(f, ARG(f, it)->value);
        Str name = expr_simple_name(f, d->kind == EX_CALL || d->kind == EX_NEW ? d->a : ARG(f, it)->value);
        if (name.len && surface_find(p, f->lang, str_cat(p->a, S("$entry.@"), name), &row))
            return true;
    }
    if (s->parent || !s->name.len || !s->nparams || !(f->traits & TRAIT_MODULES_DOTTED))
        return false;
    if (surface_find(p, f->lang, str_cat(p->a, S("$entry."), s->name), &row))
        return true;
    if (s->nparams > ENTRY_PARAMS)
        return false;
    Buf b = {.a = p->a};
    buf_str(&b, S("$entry."));
    for (u32 i = 0; i < s->nparams; i++) {
        buf_u8(&b, i ? ',' : '(');
        buf_str(&b, f->params.v[s->params + i].name);
    }
    buf_u8(&b, ')');
    return surface_find(p, f->lang, buf_done(&b), &row);
}

bool called_elsewhere(Project *p, u32 file, ScopeId fn, const u32 *frames, i32 n)
{
    bool tests = n > 0 && !is_test(p, file);
    for (i32 i = 0; i < n && tests; i++)
        tests = p->frames.v[frames[i]].call.expr && is_test(p, p->frames.v[frames[i]].call.file);
    return tests || (n > 0 && is_entry(p, file, fn));
}
