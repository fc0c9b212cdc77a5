/* apply.c: calls, parameters, members of objects and classes. */
#include "eval.h"

/* --- arguments --- */

Values call_arg(Project *p, Site call, u32 skip, i32 pos, Str name, bool *found)
{
    *found = false;
    if (!call.expr)
        return (Values){0};
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Values out = {0};
    i32 i = -(i32)skip;
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        Site at = {call.file, a->value, call.frame};
        if (a->splat == 2) {
            Values m = eval(p, at);
            for (i32 k = 0; k < m.n && name.len; k++)
                if (m.v[k]->kind == V_MAP) {
                    bool here = false;
                    Values v = value_field(p->a, m.v[k], name, &here);
                    if (here || v.open) {
                        out = values_union(p->a, out, v);
                        *found = true;
                    }
                } else if (m.v[k]->kind != V_NULL) {
                    out.open = *found = true;
                }
            if (m.open)
                out.open = *found = true;
        } else if (a->splat == 1) {
            Values l = eval(p, at);
            for (i32 k = 0; k < l.n; k++)
                if (l.v[k]->kind == V_LIST && pos >= i && pos - i < l.v[k]->nitems) {
                    out = values_union(p->a, out, l.v[k]->items[pos - i]);
                    *found = true;
                }
            if (pos >= i && !*found && (l.open || !l.n || l.v[0]->kind != V_LIST))
                out.open = *found = true;
            i += l.n == 1 && l.v[0]->kind == V_LIST && !l.v[0]->open ? l.v[0]->nitems : 1;
            continue;
        } else if (a->name.len) {
            if (name.len && str_eq(a->name, name)) {
                *found = true;
                return eval(p, at);
            }
        } else {
            if (pos >= 0 && i == pos) {
                *found = true;
                return eval(p, at);
            }
            i++;
        }
    }
    return out;
}

/* --- frames --- */

u32 frame_for(Project *p, u32 file, ScopeId fn, Site call, const Value *self, u32 skip)
{
    int depth = call.frame ? p->frames.v[call.frame].depth + 1 : 1;
    if (depth > FRAME_DEPTH)
        return 0;
    Buf key = {.a = p->a};
    const i64 parts[] = {file, fn, call.file, call.expr, call.frame, skip};
    for (iz i = 0; i < COUNTOF(parts); i++) {
        buf_int(&key, parts[i]);
        buf_u8(&key, ',');
    }
    if (self) {
        buf_int(&key, self->kind);
        const i64 more[] = {self->file, self->scope, self->site.file, self->site.expr, self->site.frame};
        for (iz i = 0; i < COUNTOF(more); i++) {
            buf_u8(&key, ',');
            buf_int(&key, more[i]);
        }
    }
    i32 *id = map_at(p->a, &p->frame_ids, buf_done(&key));
    if (*id < 0) {
        if (p->frames.n >= 0xfffff) {
            *id = 0;
            return 0;
        }
        *id = (i32)p->frames.n;
        Frame *fr = vec_push(p->a, &p->frames);
        *fr = (Frame){.file = file, .fn = fn, .call = call, .self = self, .skip = skip, .depth = depth};
    }
    return (u32)*id;
}

u32 frame_given(Project *p, const Value *fn, Values given)
{
    Buf key = {.a = p->a};
    const i64 parts[] = {fn->file, fn->scope, fn->site.frame};
    buf_str(&key, S("given"));
    for (iz i = 0; i < COUNTOF(parts); i++) {
        buf_u8(&key, ',');
        buf_int(&key, parts[i]);
    }
    i32 *id = map_at(p->a, &p->frame_ids, buf_done(&key));
    if (*id < 0) {
        *id = (i32)p->frames.n;
        Frame *fr = vec_push(p->a, &p->frames);
        *fr = (Frame){.file = fn->file, .fn = fn->scope, .call = {.frame = fn->site.frame}, .self = fn->self, .given = given};
        fr->depth = fn->site.frame ? p->frames.v[fn->site.frame].depth + 1 : 1;
    }
    return (u32)*id;
}

static i32 position_of(const Facts *f, const Scope *s, u32 param)
{
    i32 pos = 0;
    for (u32 i = s->params; i < param; i++)
        pos += f->params.v[i].kind == PARAM_POSITIONAL;
    return pos;
}

static Values rest_of(Project *p, Site call, u32 skip, const Facts *f, const Scope *s, const Param *q)
{
    const Facts *cf = p->files[call.file].f;
    const Expr *e = EXPR(cf, call.expr);
    if (q->kind == PARAM_REST) {
        Value *l = value_new(p->a, V_LIST);
        i32 first = 0, i = -(i32)skip;
        for (u32 k = 0; k < s->nparams; k++)
            first += f->params.v[s->params + k].kind == PARAM_POSITIONAL;
        FOR_ARGS(cf, e, it) {
            const Arg *a = ARG(cf, it);
            if (a->name.len || a->splat == 2)
                continue;
            if (a->splat)
                l->open = true;
            else if (i++ >= first)
                list_add(p, l, eval(p, (Site){call.file, a->value, call.frame}));
        }
        return values_one(p->a, l);
    }
    Value *m = value_new(p->a, V_MAP);
    FOR_ARGS(cf, e, it) {
        const Arg *a = ARG(cf, it);
        if (a->splat == 2) {
            map_merge(p, m, eval(p, (Site){call.file, a->value, call.frame}), false);
            continue;
        }
        bool own = !a->name.len;
        for (u32 k = 0; k < s->nparams && !own; k++)
            own = str_eq(f->params.v[s->params + k].name, a->name);
        if (!own)
            map_put_value(p, m, values_text(p->a, a->name, 0), eval(p, (Site){call.file, a->value, call.frame}), false);
    }
    return values_one(p->a, m);
}

/* Whether the call is of a function that is known to call its argument with what follows it (verb `value forward`). */
static bool forwards(Project *p, const Frame *fr)
{
    const Facts *f = p->files[fr->call.file].f;
    Values callee = eval(p, (Site){fr->call.file, EXPR(f, fr->call.expr)->a, fr->call.frame});
    Surface s;
    for (i32 i = 0; i < callee.n; i++)
        if (callee.v[i]->kind == V_EXTERN && surface_find(p, f->lang, callee.v[i]->text, &s) &&
            (str_starts(s.does, S("value forward")) || str_eq(s.does, S("value partial"))))
            return true;
    return false;
}

/* The parameter's value in one call. */
static Values param_in_call(Project *p, u32 file, ScopeId fn, u32 param, const Frame *fr)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    const Param *q = &f->params.v[param];
    if (!fr->call.expr)
        return fr->given.n && param == s->params ? fr->given : UNKNOWN_VALUES;
    if (q->kind == PARAM_REST || q->kind == PARAM_KEYWORDS)
        return rest_of(p, fr->call, fr->skip, f, s, q);
    bool found;
    i32 pos = q->kind == PARAM_KEYWORD_ONLY ? -1 : position_of(f, s, param);
    Values v = call_arg(p, fr->call, fr->skip, pos, q->name, &found);
    if (fr->skip && !forwards(p, fr)) /* passed on by something that is not known to do so: perhaps not these */
        v.open = true;
    if (!found && q->dflt)
        return values_union(p->a, eval(p, (Site){file, q->dflt, 0}), (Values){.open = v.open});
    if (!found)
        return (Values){.open = v.open};
    if (v.open && q->dflt)
        v = values_union(p->a, v, eval(p, (Site){file, q->dflt, 0}));
    return v;
}

static bool says_something(const Value *v)
{
    return v->kind == V_CLIENT || v->kind == V_RESOURCE || v->kind == V_OBJECT || v->kind == V_INSTANCE ||
           v->kind == V_REQUEST || v->kind == V_PAGINATOR || v->kind == V_WAITER || v->kind == V_COLLECTION ||
           ((v->kind == V_LIST || v->kind == V_MAP) && v->open);
}

static Values receiver_value(Project *p, u32 file, ScopeId fn, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    if (frame && p->frames.v[frame].self)
        return values_one(p->a, p->frames.v[frame].self);
    if (s->owner) {
        Values t = eval_type(p, file, s->owner, s->parent);
        if (t.n)
            return t;
    }
    ScopeId cls = scope_class(f, fn);
    if (!cls)
        return UNKNOWN_VALUES;
    Value *v = value_new(p->a, s->flags & SCOPE_CLASSMETHOD ? V_CLASS : V_INSTANCE);
    v->file = file;
    v->scope = cls;
    return values_one(p->a, v);
}

Values param_value(Project *p, u32 file, ScopeId fn, u32 param, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Param *q = &f->params.v[param];
    if (q->kind == PARAM_RECEIVER)
        return receiver_value(p, file, fn, frame);
    Values v = {0};
    if (frame) {
        v = param_in_call(p, file, fn, param, &p->frames.v[frame]);
    } else {
        u32 frames[CONTEXTS_MAX];
        i32 n = function_contexts(p, file, fn, frames, CONTEXTS_MAX);
        for (i32 i = 0; i < n; i++)
            v = values_union(p->a, v, param_in_call(p, file, fn, param, &p->frames.v[frames[i]]));
        if (n >= CONTEXTS_MAX)
            v.open = true;
        if (n == 0 && f->scopes.v[fn].kind == SCOPE_LAMBDA)
            v = lambda_item(p, file, fn, param);
        if (n == 0 && !v.n) { /* nobody in the project passes it: open, whatever its default; a default client is evidence all the same */
            v.open = true;
            if (q->kind == PARAM_KEYWORDS || q->kind == PARAM_REST) { /* what the function puts into it is known all the same */
                Value *all = value_new(p->a, q->kind == PARAM_REST ? V_LIST : V_MAP);
                all->open = true;
                v = values_one(p->a, all);
            }
            if (q->dflt) {
                Values d = eval(p, (Site){file, q->dflt, 0});
                for (i32 i = 0; i < d.n; i++)
                    if (says_something(d.v[i]) || d.v[i]->kind == V_FUNCTION || d.v[i]->kind == V_CLASS)
                        v = values_union(p->a, v, values_one(p->a, d.v[i]));
            }
        }
    }
    if (q->type) {
        bool settled = false;
        for (i32 i = 0; i < v.n; i++)
            settled = settled || (says_something(v.v[i]) && v.v[i]->kind != V_LIST && v.v[i]->kind != V_MAP);
        Values t = settled ? (Values){0} : eval_type(p, file, q->type, fn);
        if (t.n) {
            for (i32 i = 0; i < t.n; i++)
                if (t.v[i]->kind != V_LIST && t.v[i]->kind != V_MAP)
                    v.open = false;
            v = values_union(p->a, v, t);
        }
    }
    return v;
}

/* --- callers --- */

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

static bool is_function(Project *p, Values v, u32 file, ScopeId fn, const Value **how)
{
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        if (x->kind == V_FUNCTION && ((x->file == file && x->scope == fn) || may_implement(p, x, file, fn))) {
            *how = x;
            return true;
        }
        if (x->kind == V_CLASS) {
            u32 cf = x->file;
            i32 c = class_constructor(p, &cf, x->scope);
            if (c >= 0 && cf == file && (ScopeId)c == fn) {
                *how = x;
                return true;
            }
        }
    }
    return false;
}

static i32 count_named(Project *p, Str name)
{
    i32 n = 0;
    for (i32 i = map_get(&p->named, name); i >= 0; i = p->names.v[i].next)
        n++;
    return n;
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

static i32 sites_named(Project *p, u32 file, ScopeId fn, Str name, bool constructor, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[file].f;
    int left = CALLERS_MAX;
    for (i32 i = map_get(&p->sites, name); i >= 0 && left-- > 0; i = p->site.v[i].next) {
        const CallSite *c = &p->site.v[i];
        if (!may_name(p, c->file, file, name, f->scopes.v[fn].owner)) {
            left++;
            continue;
        }
        const Facts *cf = p->files[c->file].f;
        const Expr *e = EXPR(cf, c->expr);
        ExprId target = e->a;
        u32 skip = 0;
        if (c->arg >= 0) { /* the function is an argument: what follows it is probably passed on */
            i32 k = 0;
            FOR_ARGS(cf, e, it)
                if (k++ == c->arg)
                    target = ARG(cf, it)->value;
            skip = (u32)c->arg + 1;
        }
        Values callee = eval(p, (Site){c->file, target, 0});
        const Value *how = 0;
        if (c->arg < 0 && !takes_args(p, file, fn, (Site){c->file, c->expr, 0}))
            continue;
        if (is_function(p, callee, file, fn, &how)) {
            const Value *self = how->kind == V_FUNCTION && how->scope == fn && how->file == file ? how->self : 0;
            if (how->kind == V_CLASS) {
                Value *inst = value_new(p->a, V_INSTANCE);
                inst->file = how->file;
                inst->scope = how->scope;
                inst->site = (Site){c->file, c->expr, 0};
                self = inst;
            }
            if (skip) {
                Values applied = eval(p, (Site){c->file, e->a, 0}); /* a function of the project takes its own parameters */
                bool own = false;
                for (i32 k = 0; k < applied.n; k++)
                    own = own || applied.v[k]->kind == V_FUNCTION || applied.v[k]->kind == V_CLASS;
                if (own)
                    continue;
            }
            n = add_context(frames, n, max, frame_for(p, file, fn, (Site){c->file, c->expr, 0}, self, skip));
        } else if (c->arg < 0 && !constructor && callee.open && callee.n == 0 && EXPR(cf, e->a)->kind == EX_MEMBER &&
                   count_named(p, name) == 1 && (f->scopes.v[fn].owner || f->scopes.v[f->scopes.v[fn].parent].kind == SCOPE_CLASS)) {
            /* obj.method(): obj is unknown and only one class of the project has such a method */
            n = add_context(frames, n, max, frame_for(p, file, fn, (Site){c->file, c->expr, 0}, 0, 0));
        }
    }
    return n;
}

static i32 subclass_sites(Project *p, u32 file, ScopeId fn, ClassRef cls, u32 *frames, i32 n, i32 max, int depth)
{
    const Kin *k = kin_of(p, cls.file, cls.scope);
    for (iz i = 0; i < k->subclasses.n && depth < 6 && n < max; i++) {
        ClassRef c = k->subclasses.v[i];
        n = sites_named(p, file, fn, p->files[c.file].f->scopes.v[c.scope].name, true, frames, n, max);
        n = subclass_sites(p, file, fn, c, frames, n, max, depth + 1);
    }
    return n;
}

/* Calls that the wrapper of a decorator makes of its parameter: def deco(fn): def wrapper(…): fn(client, …). */
static i32 wrapper_contexts(Project *p, u32 file, ScopeId fn, const Value *deco, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[deco->file].f;
    const Scope *d = &f->scopes.v[deco->scope];
    if (!d->nparams)
        return n;
    Str inner = f->params.v[d->params].name;
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_CALL || x->off < d->off || x->off >= d->end)
            continue;
        const Expr *callee = EXPR(f, EXPR(f, x->value)->a);
        if (callee->kind == EX_NAME && inner.len && str_eq(callee->str, inner))
            n = add_context(frames, n, max, frame_for(p, file, fn, (Site){deco->file, x->value, 0}, 0, 0));
    }
    return n;
}

Returns *returns_of(Project *p, u32 file, ScopeId fn)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    if (!fl->returns) {
        fl->returns = new(p->keep, Returns, f->scopes.n);
        for (int pass = 0; pass < 2; pass++) {
            for (iz i = 0; i < f->facts.n; i++) {
                const Fact *x = &f->facts.v[i];
                Returns *r = &fl->returns[scope_function(f, x->scope)];
                if (x->kind == FACT_RETURN && pass)
                    r->facts[r->n++] = (u32)i;
                else if (x->kind == FACT_RETURN)
                    r->n++;
            }
            for (iz i = 0; i < f->scopes.n && !pass; i++) {
                fl->returns[i].facts = new(p->keep, u32, fl->returns[i].n);
                fl->returns[i].n = 0;
            }
        }
    }
    return &fl->returns[fn];
}

i32 function_contexts(Project *p, u32 file, ScopeId fn, u32 *frames, i32 max)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    Buf key = {.a = p->a};
    buf_int(&key, file);
    buf_u8(&key, ':');
    buf_int(&key, fn);
    i32 *at = map_at(p->a, &p->context_ids, buf_done(&key));
    if (*at >= 0) {
        const Contexts *c = &p->contexts.v[*at];
        i32 n = c->n < max ? c->n : max;
        for (i32 i = 0; i < n; i++)
            frames[i] = c->frames[i];
        return n;
    }
    if (p->depth >= EVAL_DEPTH || p->nest > NEST_MAX)
        return 0;
    *at = (i32)p->contexts.n; /* while it is being computed there are none */
    i32 slot = *at;
    (void)vec_push(p->a, &p->contexts);
    u32 found[CONTEXTS_MAX];
    i32 n = 0;
    ScopeId cls = f->scopes.v[s->parent].kind == SCOPE_CLASS ? s->parent : 0;
    bool ctor = s->flags & SCOPE_CONSTRUCTOR && cls;
    u32 outer_cut = p->cut;
    p->cut = UINT32_MAX;
    if (ctor) {
        n = sites_named(p, file, fn, f->scopes.v[cls].name, true, found, n, CONTEXTS_MAX);
        n = subclass_sites(p, file, fn, (ClassRef){file, cls}, found, n, CONTEXTS_MAX, 0); /* those that inherit it */
        if (s->name.len)
            n = sites_named(p, file, fn, s->name, true, found, n, CONTEXTS_MAX);
    } else if (s->name.len) {
        n = sites_named(p, file, fn, s->name, false, found, n, CONTEXTS_MAX);
    }
    if (s->kind == SCOPE_LAMBDA)
        n = lambda_contexts(p, file, fn, found, n, CONTEXTS_MAX);
    FOR_LIST(f, s->decorators, it) { /* a decorator's wrapper calls it under another name */
        Values d = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < d.n; i++)
            if (d.v[i]->kind == V_FUNCTION)
                n = wrapper_contexts(p, file, fn, d.v[i], found, n, CONTEXTS_MAX);
    }
    bool tainted = p->cut != UINT32_MAX;
    if (outer_cut < p->cut)
        p->cut = outer_cut;
    Contexts *c = &p->contexts.v[slot];
    c->n = n;
    c->frames = new(p->a, u32, n);
    for (i32 i = 0; i < n; i++)
        c->frames[i] = found[i];
    if (tainted && p->depth > 0)
        map_put(p->a, &p->context_ids, buf_done(&key), -1);
    if (n > max)
        n = max;
    for (i32 i = 0; i < n; i++)
        frames[i] = found[i];
    return n;
}

/* --- functions and classes --- */

/* return "", err: the last of several results tells of a failure (a type with a row "$type.NAME failure") and is not null. */
static bool fails(Project *p, const Facts *f, const Scope *fn, ExprId value)
{
    const Expr *v = EXPR(f, value), *r = EXPR(f, fn->returns);
    if (!(f->traits & TRAIT_EMBEDS) || v->kind != EX_LIST || r->kind != EX_LIST)
        return false;
    ExprId last = 0, type = 0;
    FOR_ARGS(f, v, it)
        last = ARG(f, it)->value;
    FOR_ARGS(f, r, it)
        type = ARG(f, it)->value;
    Rows row = tbl_find2(p->t, TBL_sdk, f->lang, str_cat(p->a, S("$type."), expr_simple_name(f, type)));
    return EXPR(f, last)->kind != EX_NULL && row.n && str_eq(tbl_get(p->t, TBL_sdk, row.first, sdk_does), S("failure"));
}

/* Results that only fill their place are none. */
static Values without_zeros(Project *p, Values v)
{
    if (v.n != 1 || v.v[0]->kind != V_LIST)
        return v;
    Value *l = value_new(p->a, V_LIST);
    l->open = v.v[0]->open;
    for (i32 i = 0; i < v.v[0]->nitems; i++) {
        Values item = v.v[0]->items[i];
        bool zero = item.n == 1 && !item.open &&
                    (item.v[0]->kind == V_NULL || (item.v[0]->kind == V_TEXT && !item.v[0]->text.len));
        list_add(p, l, zero ? (Values){0} : item);
    }
    return values_one(p->a, l);
}

Values function_returns(Project *p, u32 file, ScopeId fn, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    Values out = {0};
    if (p->nest > NEST_MAX)
        return UNKNOWN_VALUES;
    p->nest++;
    Value *yields = 0;
    Returns *r = returns_of(p, file, fn);
    for (i32 i = 0; i < r->n; i++) {
        const Fact *x = &f->facts.v[r->facts[i]];
        Values v = x->value ? eval(p, (Site){file, x->value, frame}) : (Values){0};
        if (fails(p, f, s, x->value))
            v = without_zeros(p, v);
        if (x->flags & RETURN_YIELD) {
            if (!yields)
                yields = value_new(p->a, V_LIST);
            list_add(p, yields, x->flags & RETURN_EACH ? eval_iter(p, v, false) : v);
        } else {
            out = values_union(p->a, out, v);
        }
    }
    if (yields) {
        yields->open = true;
        out = values_union(p->a, out, values_one(p->a, yields));
    }
    bool known = false;
    for (i32 i = 0; i < out.n; i++)
        known = known || says_something(out.v[i]);
    if (s->returns && !known) {
        Values t = {0};
        const Expr *rt = EXPR(f, s->returns);
        if (rt->kind == EX_LIST) { /* several results */
            Value *l = value_new(p->a, V_LIST);
            bool typed = false, said = false;
            FOR_ARGS(f, rt, it) {
                list_add(p, l, eval_type(p, file, ARG(f, it)->value, fn));
                typed = typed || l->items[l->nitems - 1].n;
            }
            for (i32 i = 0; i < out.n; i++)
                for (i32 k = 0; k < out.v[i]->nitems && out.v[i]->kind == V_LIST; k++)
                    for (i32 j = 0; j < out.v[i]->items[k].n; j++)
                        said = said || says_something(out.v[i]->items[k].v[j]);
            t = out.n && (!typed || said) ? (Values){0} : values_one(p->a, l);
        } else {
            t = eval_type(p, file, s->returns, fn);
        }
        if (t.n) {
            out.open = false;
            out = values_union(p->a, out, t);
        }
    }
    if (s->flags & SCOPE_INTERFACE || (!r->n && !s->returns && f->scopes.v[s->parent].flags & SCOPE_INTERFACE))
        out.open = true;
    p->nest--;
    return out;
}

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

static const Def *own_def(Project *p, u32 file, ScopeId cls, Str name)
{
    const File *fl = &p->files[file];
    i32 i = defs_in(fl, name, cls);
    return i < 0 ? 0 : &fl->def.v[i];
}

i32 class_method(Project *p, u32 *file, ScopeId cls, Str name)
{
    const Def *d = own_def(p, *file, cls, name);
    if (d)
        return d->kind == DEF_SCOPE ? (i32)d->opens : -1;
    i32 outer = outer_method(p, file, cls, name);
    if (outer >= 0)
        return outer;
    const Kin *k = kin_of(p, *file, cls);
    i32 found = -1;
    if (p->nest > NEST_MAX)
        return -1;
    p->nest++;
    for (iz i = 0; i < k->bases.n && found < 0; i++) {
        u32 bf = k->bases.v[i].file;
        found = class_method(p, &bf, k->bases.v[i].scope, name);
        if (found >= 0)
            *file = bf;
    }
    p->nest--;
    return found;
}

i32 class_constructor(Project *p, u32 *file, ScopeId cls)
{
    const Facts *f = p->files[*file].f;
    for (iz i = cls + 1; i < f->scopes.n && f->scopes.v[i].off < f->scopes.v[cls].end; i++)
        if (f->scopes.v[i].parent == cls && f->scopes.v[i].flags & SCOPE_CONSTRUCTOR)
            return (i32)i;
    const Kin *k = kin_of(p, *file, cls);
    i32 found = -1;
    if (p->nest > NEST_MAX)
        return -1;
    p->nest++;
    for (iz i = 0; i < k->bases.n && found < 0; i++) {
        u32 bf = k->bases.v[i].file;
        found = class_constructor(p, &bf, k->bases.v[i].scope);
        if (found >= 0)
            *file = bf;
    }
    p->nest--;
    return found;
}

Values class_values(Project *p, const Value *cls)
{
    const Facts *f = p->files[cls->file].f;
    Values out = {0};
    if (!(f->scopes.v[cls->scope].flags & SCOPE_ENUM))
        return UNKNOWN_VALUES;
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_BIND && x->scope == cls->scope && x->value)
            out = values_union(p->a, out, eval(p, (Site){cls->file, x->value, 0}));
    }
    return out;
}

/* A function as a member: bound to self, or to the class when it is a class method; properties are called. */
static Values method_value(Project *p, u32 file, ScopeId fn, const Value *self)
{
    const Scope *s = &p->files[file].f->scopes.v[fn];
    const Value *bound = s->flags & SCOPE_STATIC ? 0 : self;
    if (s->flags & SCOPE_PROPERTY && self && self->kind == V_INSTANCE)
        return function_returns(p, file, fn, frame_for(p, file, fn, (Site){0}, self, 0));
    Value *v = value_new(p->a, V_FUNCTION);
    v->file = file;
    v->scope = fn;
    v->self = bound;
    return values_one(p->a, v);
}

static Values class_member(Project *p, u32 file, ScopeId cls, Str name, const Value *self, bool *found)
{
    const Facts *f = p->files[file].f;
    Values out = {0};
    const File *fl = &p->files[file];
    *found = false;
    for (i32 i = defs_in(fl, name, cls); i >= 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        *found = true;
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
    if (*found || p->nest > NEST_MAX || (f->traits & TRAIT_EMBEDS && self && self->kind == V_INSTANCE))
        return out; /* what embedded fields have is looked up in their values */
    p->nest++;
    FOR_LIST(f, f->scopes.v[cls].bases, it) {
        if (ARG(f, it)->name.len)
            continue;
        Values b = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < b.n && !*found; i++) {
            const Value *x = b.v[i];
            if (x->kind == V_CLASS && (x->file != file || x->scope != cls)) {
                out = class_member(p, x->file, x->scope, name, self, found);
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

/* Fields that a class declares and its generated constructor takes (dataclass, record, attrs). */
static Values generated_field(Project *p, const Value *inst, u32 file, ScopeId cls, Str name)
{
    const Facts *f = p->files[file].f;
    i32 pos = 0;
    bool declared = false;
    if (defs_in(&p->files[file], name, cls) < 0)
        return (Values){0};
    for (iz i = 0; i < f->facts.n && !declared; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_BIND || x->scope != cls || EXPR(f, x->target)->kind != EX_NAME)
            continue;
        declared = str_eq(EXPR(f, x->target)->str, name);
        pos += !declared;
    }
    Values out = {0};
    if (!declared)
        return out;
    bool found;
    if (inst->site.expr)
        return call_arg(p, inst->site, 0, pos, name, &found);
    int left = CALLERS_MAX;
    for (i32 i = map_get(&p->sites, f->scopes.v[cls].name); i >= 0 && left-- > 0; i = p->site.v[i].next) {
        const CallSite *c = &p->site.v[i];
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

/* What a constructor binds, as far as it may have run for this instance: not for instances of other branches of the family. */
static Values bound_by_constructor(Project *p, const Value *inst, u32 file, ScopeId ctor, const Def *d)
{
    u32 frames[CONTEXTS_MAX];
    i32 n = function_contexts(p, file, ctor, frames, CONTEXTS_MAX), kept = 0;
    Values out = {0};
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
    if (t->kind != EX_MEMBER || EXPR(f, t->a)->kind != EX_NAME || p->nest > NEST_MAX)
        return false;
    p->nest++;
    Values obj = eval(p, (Site){m->file, t->a, 0});
    p->nest--;
    for (i32 i = 0; i < obj.n; i++)
        if (obj.v[i]->kind == V_INSTANCE && obj.v[i]->file == inst->file && obj.v[i]->scope == inst->scope)
            return true;
    return false;
}

/* What the embedded fields of a class have under this name. */
static Values embedded_member(Project *p, const Value *inst, Str name, Site at, bool *any)
{
    const Facts *f = p->files[inst->file].f;
    Values out = {0};
    if (p->nest > NEST_MAX || p->steps-- <= 0)
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

static Values instance_member(Project *p, const Value *inst, Str name, Site at)
{
    Values out = {0};
    bool any = false;
    for (i32 i = map_get(&p->members, name); i >= 0; i = p->member.v[i].next) {
        const MemberBind *m = &p->member.v[i];
        bool own = m->cls ? (m->file == inst->file && m->cls == inst->scope) ||
                                class_derives(p, inst->file, inst->scope, m->file, m->cls) ||
                                class_derives(p, m->file, m->cls, inst->file, inst->scope)
                          : assigns_field(p, inst, m);
        if (!own)
            continue;
        const Facts *f = p->files[m->file].f;
        const Fact *x = &f->facts.v[m->fact];
        ScopeId fn = scope_function(f, x->scope);
        u32 frame = 0;
        u32 cf = inst->file;
        if (inst->site.expr && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR && class_constructor(p, &cf, inst->scope) == (i32)fn &&
            cf == m->file)
            frame = frame_for(p, m->file, fn, inst->site, inst, 0);
        Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        if (!frame && f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR)
            out = values_union(p->a, out, bound_by_constructor(p, inst, m->file, fn, &d));
        else
            out = values_union(p->a, out, def_value(p, m->file, &d, frame));
        any = true;
    }
    bool found;
    Values c = class_member(p, inst->file, inst->scope, name, inst, &found);
    bool embeds = p->files[inst->file].f->traits & TRAIT_EMBEDS;
    if (out.n && found && p->files[inst->file].f->traits & TRAIT_MEMBERS_VISIBLE)
        for (i32 i = 0; i < out.n; i++)
            if (says_something(out.v[i]))
                return out;
    if (embeds && found) { /* what is assigned to a field says more than its type */
        Values told = values_union(p->a, out, generated_field(p, inst, inst->file, inst->scope, name));
        for (i32 i = 0; i < told.n; i++)
            if (says_something(told.v[i]))
                return told;
    }
    out = values_union(p->a, out, c);
    any = any || found;
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
        out = values_union(p->a, out, g);
        any = any || g.n || g.open;
    }
    if (!any && embeds)
        out = values_union(p->a, out, embedded_member(p, inst, name, at, &any));
    const Kin *kin = kin_of(p, inst->file, inst->scope);
    for (iz i = 0; i < kin->subclasses.n && !any && !embeds && p->nest < NEST_MAX; i++) { /* a mixin: what its users have */
        Value *sub = value_new(p->a, V_INSTANCE);
        sub->file = kin->subclasses.v[i].file;
        sub->scope = kin->subclasses.v[i].scope;
        p->nest++;
        Values v = instance_member(p, sub, name, at);
        p->nest--;
        any = v.n > 0;
        if (any)
            out = values_union(p->a, out, v);
    }
    if (!any)
        out.open = true;
    return out;
}

/* --- members --- */

static Values object_member(Project *p, const Value *x, Str type, Str name, Site at)
{
    Surface s;
    if (surface_method(p, x->sdk, type, x->service, name, &s)) {
        Str verb = surface_word(s.does, 0);
        if (str_eq(verb, S("attr"))) {
            Str what = surface_word(s.does, 1);
            return str_eq(what, S("self")) ? values_one(p->a, x) : surface_make(p, &s, what, x->region);
        }
        if (str_eq(verb, S("other")))
            return values_extern(p->a, S("sdk.other"));
        if (str_eq(verb, S("env")) && s.any.len)
            return env_value(p, s.any, at);
    }
    Value *m = value_new(p->a, V_METHOD);
    m->self = x;
    m->text = name;
    return values_one(p->a, m);
}

Values member_of(Project *p, const Value *x, Str name, Site at)
{
    switch ((ValueKind)x->kind) {
    case V_NULL:
        return (Values){0};
    case V_EXTERN: {
        Str path = str_cat3(p->a, x->text, S("."), name);
        Surface s = {0};
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
        Values v = class_member(p, x->file, x->scope, name, x, &found);
        if (!found) { /* assigned through the class: C.client = … */
            for (i32 i = map_get(&p->members, name); i >= 0; i = p->member.v[i].next) {
                const MemberBind *m = &p->member.v[i];
                if (m->file == x->file && m->cls == x->scope) {
                    const Fact *ft = &p->files[m->file].f->facts.v[m->fact];
                    Def d = {.kind = DEF_BIND, .name = name, .scope = m->cls, .block = ft->scope, .off = ft->off, .fact = m->fact, .path = m->path};
                    v = values_union(p->a, v, def_value(p, m->file, &d, 0));
                    found = true;
                }
            }
        }
        if (!found)
            v.open = true;
        return v;
    }
    case V_INSTANCE:
        return instance_member(p, x, name, at);
    case V_MAP: {
        bool found;
        Values v = value_field(p->a, x, name, &found);
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
    case V_METHOD: /* client.exceptions.X */
        return values_extern(p->a, S("sdk.member"));
    case V_TEXT:
        if (str_eq(name, S("value"))) /* an enum member's value */
            return values_one(p->a, x);
        break;
    case V_BOOL:
    case V_LIST:
    case V_FUNCTION:
    case V_COLLECTION:
    case V_REQUEST:
    case V_PARTIAL:
        break;
    }
    Value *m = value_new(p->a, V_METHOD);
    m->self = x;
    m->text = name;
    return values_one(p->a, m);
}

/* Members assigned from outside: app.state.s3 = …; the same path in the project means the same object. */
static Values assigned_elsewhere(Project *p, Str name, Site at)
{
    Values out = {0};
    if (!at.expr)
        return out;
    const Facts *f = p->files[at.file].f;
    Str path = expr_path(p->a, f, at.expr);
    if (!path.len)
        return out;
    for (i32 i = map_get(&p->members, name); i >= 0; i = p->member.v[i].next) {
        const MemberBind *m = &p->member.v[i];
        const Facts *mf = p->files[m->file].f;
        const Fact *x = &mf->facts.v[m->fact];
        if (m->cls || !str_eq(mf->lang, f->lang) || !str_eq(expr_path(p->a, mf, x->target), path))
            continue;
        Def d = {.kind = DEF_BIND, .name = name, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        out = values_union(p->a, out, def_value(p, m->file, &d, 0));
    }
    return out;
}

Values eval_member(Project *p, Values obj, Str name, Site at)
{
    Values out = {.open = obj.open};
    for (i32 i = 0; i < obj.n; i++)
        out = values_union(p->a, out, member_of(p, obj.v[i], name, at));
    bool known = false;
    for (i32 i = 0; i < obj.n; i++)
        known = known || says_something(obj.v[i]);
    if (!known) {
        Values v = assigned_elsewhere(p, name, at);
        if (v.n)
            out = values_union(p->a, v, (Values){.open = out.open && !out.n});
    }
    return out;
}

/* --- calls --- */

Values call_values(Project *p, Values callee, Site at)
{
    Values out = {.open = callee.open};
    for (i32 i = 0; i < callee.n; i++)
        out = values_union(p->a, out, apply(p, callee.v[i], at));
    return out;
}

static Str object_type(const Value *v)
{
    switch ((ValueKind)v->kind) {
    case V_OBJECT:
        return v->text;
    case V_CLIENT:
        return S("$client");
    case V_PAGINATOR:
        return S("$paginator");
    case V_WAITER:
        return S("$waiter");
    case V_REQUEST:
        return S("$request");
    case V_TEXT:
    case V_BOOL:
        return S("$text");
    case V_LIST:
        return S("$list");
    case V_MAP:
        return S("$map");
    case V_FUNCTION:
    case V_METHOD:
    case V_PARTIAL:
        return S("$function");
    default:
        return (Str){0};
    }
}

static Values apply_method(Project *p, const Value *m, Site call)
{
    const Value *self = m->self;
    Str lang = self->sdk.len ? self->sdk : p->files[call.file].f->lang;
    Surface s;
    if (self->kind == V_RESOURCE || self->kind == V_COLLECTION)
        return resource_call(p, self, m->text, call);
    Str type = object_type(self);
    if (type.len && surface_method(p, lang, type, self->service, m->text, &s))
        return surface_call(p, &s, self, call);
    if (self->kind == V_INSTANCE && surface_find(p, lang, str_cat(p->a, S("$instance."), m->text), &s))
        return surface_call(p, &s, self, call);
    if (self->kind == V_CLIENT || self->kind == V_OBJECT || self->kind == V_PAGINATOR || self->kind == V_WAITER)
        return values_extern(p->a, S("sdk()"));
    return values_extern(p->a, S("other()"));
}

Values apply(Project *p, const Value *callee, Site call)
{
    switch ((ValueKind)callee->kind) {
    case V_FUNCTION:
        if (!takes_args(p, callee->file, callee->scope, call))
            return (Values){0};
        return function_returns(p, callee->file, callee->scope,
                                frame_for(p, callee->file, callee->scope, call, callee->self, 0));
    case V_CLASS: {
        const Facts *f = p->files[callee->file].f;
        if (f->scopes.v[callee->scope].flags & SCOPE_ENUM) /* Color("red") */
            return class_values(p, callee);
        Value *v = value_new(p->a, V_INSTANCE);
        v->file = callee->file;
        v->scope = callee->scope;
        v->site = call;
        return values_one(p->a, v);
    }
    case V_EXTERN: {
        Surface s;
        if (surface_find(p, p->files[call.file].f->lang, callee->text, &s))
            return surface_call(p, &s, 0, call);
        return values_extern(p->a, str_cat(p->a, callee->text, S("()")));
    }
    case V_MODULE: /* module.exports = function or class */
        return call_values(p, common_export(p, callee->file, (Str){0}), call);
    case V_METHOD:
        return apply_method(p, callee, call);
    case V_PARTIAL:
        return apply(p, callee->self, callee->site);
    case V_INSTANCE: {
        u32 file = callee->file;
        i32 m = class_method(p, &file, callee->scope, S("__call__"));
        if (m >= 0)
            return function_returns(p, file, (ScopeId)m, frame_for(p, file, (ScopeId)m, call, callee, 0));
        return UNKNOWN_VALUES;
    }
    case V_OBJECT:
    case V_CLIENT: {
        Surface s;
        Str type = callee->kind == V_CLIENT ? S("$client") : callee->text;
        if (surface_method(p, callee->sdk, type, callee->service, S("()"), &s))
            return surface_call(p, &s, callee, call);
        return values_extern(p->a, S("sdk()"));
    }
    case V_NULL:
        return (Values){0};
    default:
        return values_extern(p->a, S("other()"));
    }
}
