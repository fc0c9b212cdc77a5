/* params.c: arguments of a call and what the parameters of functions take: in one call (a frame), or in all calls of the project. */
#include "eval.h"
#include "settings.h"
#include "statics.h"

enum { MANY_ARGS = 16 };

/* Of a call with many arguments: where which one is. */
static const CallArgs *call_args(Project *p, u32 file, ExprId call)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    Str key = {(const u8 *)&EXPR(f, call)->args, sizeof EXPR(f, call)->args};
    i32 *known = map_at(p->keep, &fl->call_args, key);
    if (*known >= 0)
        return &fl->call_arg.v[*known];
    *known = (i32)fl->call_arg.n;
    CallArgs *c = vec_push(p->keep, &fl->call_arg);
    c->at = new(p->keep, ExprId, EXPR(f, call)->nargs);
    FOR_ARGS(f, EXPR(f, call), it) {
        const Arg *a = ARG(f, it);
        c->spread = a->splat;
        if (c->spread || c->n == EXPR(f, call)->nargs) /* what follows cannot be asked for */
            break;
        if (!a->name.len)
            c->at[c->n++] = a->value;
        else if (map_get(&c->named, a->name) < 0)
            map_put(p->keep, &c->named, a->name, (i32)a->value);
    }
    return c;
}

Values call_arg(Project *p, Site call, u32 skip, i32 pos, Str name, bool *found)
{
    *found = false;
    if (!call.expr)
        return (Values){0};
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Values out = {0};
    i32 i = -(i32)skip;
    const CallArgs *many = e->nargs > MANY_ARGS ? call_args(p, call.file, call.expr) : 0;
    if (many && !many->spread) {
        i32 at = name.len ? map_get(&many->named, name) : -1;
        if (pos >= 0 && pos < many->n - (i32)skip)
            at = (i32)many->at[pos + (i32)skip];
        *found = at >= 0;
        return *found ? eval(p, (Site){call.file, (ExprId)at, call.frame}) : out;
    }
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
    if (call.frame && unframed_call(p, file, fn, call))
        call.frame = 0;
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
        const i64 more[] = {self->file, self->scope, self->site.file, self->site.expr, self->site.frame,
                            self->nfields || self->nitems || self->kind == V_TEXT ? (i64)(value_hash(self) >> 1) : 0};
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

u32 frame_given(Project *p, const Value *fn, const Values *given, i32 n)
{
    u64 h = fn->self ? value_hash(fn->self) : 0;
    for (i32 i = 0; i < n; i++)
        h = values_hash(h, given[i]);
    const i64 parts[] = {fn->file, fn->scope, fn->site.frame, (i64)(h >> 1)};
    i32 *id = map_at(p->a, &p->frame_ids, number_key(p->a, parts, COUNTOF(parts), S("given")));
    if (*id < 0) {
        Values *all = new(p->a, Values, n);
        for (i32 i = 0; i < n; i++)
            all[i] = given[i];
        *id = (i32)p->frames.n;
        Frame *fr = vec_push(p->a, &p->frames);
        *fr = (Frame){.file = fn->file, .fn = fn->scope, .call = {.frame = fn->site.frame}, .self = fn->self, .given = all, .ngiven = n};
        fr->depth = fn->site.frame ? p->frames.v[fn->site.frame].depth + 1 : 1;
    }
    return (u32)*id;
}

static i32 position_of(Project *p, u32 file, u32 param)
{
    File *fl = &p->files[file];
    const Facts *f = fl->f;
    if (!fl->positions) {
        fl->positions = new(p->keep, u32, f->params.n);
        for (iz s = 0; s < f->scopes.n; s++) {
            u32 pos = 0;
            for (u32 i = 0; i < f->scopes.v[s].nparams; i++) {
                fl->positions[f->scopes.v[s].params + i] = pos;
                pos += f->params.v[f->scopes.v[s].params + i].kind == PARAM_POSITIONAL;
            }
        }
    }
    return (i32)fl->positions[param];
}

/* Whether a function has a parameter of this name. */
static bool has_param(const File *fl, ScopeId fn, Str name)
{
    const Scope *s = &fl->f->scopes.v[fn];
    if (s->nparams <= MANY_ARGS) {
        for (u32 k = 0; k < s->nparams; k++)
            if (str_eq(fl->f->params.v[s->params + k].name, name))
                return true;
        return false;
    }
    for (i32 i = defs_in(fl, name, fn); i >= 0; i = fl->def.v[i].next)
        if (fl->def.v[i].kind == DEF_PARAM)
            return true;
    return false;
}

static Values rest_of(Project *p, u32 file, ScopeId fn, Site call, u32 skip, const Param *q)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
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
        if (map_full(m))
            break;
        if (a->splat == 2)
            map_merge(p, m, eval(p, (Site){call.file, a->value, call.frame}), false);
        else if (a->name.len && !has_param(&p->files[file], fn, a->name))
            map_put_value(p, m, values_text(p->a, a->name, 0), eval(p, (Site){call.file, a->value, call.frame}), false);
    }
    return values_one(p->a, m);
}

/* Whether the call is of a function that is known to call its argument with what follows it (verb `value forward`). */
static bool forwards(Project *p, const Frame *fr)
{
    const Facts *f = p->files[fr->call.file].f;
    const Expr *to = EXPR(f, EXPR(f, fr->call.expr)->a);
    if (fr->self && fr->skip == 1 && to->kind == EX_MEMBER && str_eq(to->str, p->files[fr->file].f->scopes.v[fr->fn].name))
        return true; /* Base.method(self, …) */
    Values callee = eval(p, (Site){fr->call.file, EXPR(f, fr->call.expr)->a, fr->call.frame});
    for (i32 i = 0; i < callee.n && fr->self && fr->skip == 1 && to->kind == EX_NAME; i++)
        if (callee.v[i]->kind == V_FUNCTION && callee.v[i]->file == fr->file && callee.v[i]->scope == fr->fn)
            return true; /* fn(self, …) in a wrapper */
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
        return (i32)(param - s->params) < fr->ngiven && (fr->given[param - s->params].n || fr->given[param - s->params].open)
                   ? fr->given[param - s->params]
                   : UNKNOWN_VALUES;
    if (q->kind == PARAM_REST || q->kind == PARAM_KEYWORDS)
        return rest_of(p, file, fn, fr->call, fr->skip, q);
    bool found;
    i32 pos = q->kind == PARAM_KEYWORD_ONLY ? -1 : position_of(p, file, param);
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
    return v->kind == V_CLASS ? with_subclasses(p, v) : values_one(p->a, v);
}

/* More calls of something of this name than are told apart. */
static bool called_often(Project *p, Str name)
{
    i32 n = 0;
    for (i32 i = map_get(&p->sites, name); i >= 0 && n <= CONTEXTS_MAX; i = p->site.v[i].next)
        n++;
    return n > CONTEXTS_MAX;
}

/* Texts and the like, all of them known: no type says more. */
static bool plain_texts(Values v)
{
    bool any = false;
    for (i32 i = 0; i < v.n; i++) {
        if (v.v[i]->kind != V_TEXT && v.v[i]->kind != V_BOOL && v.v[i]->kind != V_NULL)
            return false;
        any = any || v.v[i]->kind != V_NULL;
    }
    return any && !v.open;
}

static bool only_instances(Values v)
{
    bool any = false;
    for (i32 i = 0; i < v.n; i++) {
        if (says_something(v.v[i]) && v.v[i]->kind != V_INSTANCE)
            return false;
        any = any || v.v[i]->kind == V_INSTANCE;
    }
    return any;
}

/* x=Depends(f): the framework passes what f gives. */
static bool is_provided(Project *p, u32 file, ExprId dflt)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, dflt);
    Surface s;
    Values callee = e->kind == EX_CALL ? eval(p, (Site){file, e->a, 0}) : (Values){0};
    for (i32 i = 0; i < callee.n; i++)
        if (callee.v[i]->kind == V_EXTERN && surface_find(p, f->lang, callee.v[i]->text, &s) && str_eq(s.does, S("value provided")))
            return true;
    return false;
}

/* A function that only code outside of the project calls: nobody's, or a handler that is given to a library. */
static bool called_from_outside(Project *p, u32 file, ScopeId fn)
{
    const Scope *s = &p->files[file].f->scopes.v[fn];
    if (!s->name.len || s->kind == SCOPE_LAMBDA || map_get(&p->referred, s->name) >= 0)
        return false;
    i32 left = CONTEXTS_MAX;
    for (i32 i = map_get(&p->sites, s->name); i >= 0; i = p->site.v[i].next) {
        const CallSite *c = &p->site.v[i];
        const Expr *e = EXPR(p->files[c->file].f, c->expr);
        Static t = c->arg >= 0 ? static_of(p, c->file, e->a) : (Static){0};
        if (left-- == 0 || c->arg < 0 || (t.kind != ST_OUT_NAME && t.kind != ST_OUT_CALL))
            return false;
    }
    return true;
}

static bool all_maps(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != V_MAP && v.v[i]->kind != V_REQUEST)
            return false;
    return v.n && !v.open;
}

static bool all_requests(Values t)
{
    for (i32 i = 0; i < t.n; i++)
        if (t.v[i]->kind != V_REQUEST)
            return false;
    return t.n > 0;
}

Values param_value(Project *p, u32 file, ScopeId fn, u32 param, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Param *q = &f->params.v[param];
    if (q->kind == PARAM_RECEIVER)
        return receiver_value(p, file, fn, frame);
    Values v = {0};
    if (!frame && q->type && q->kind == PARAM_POSITIONAL && tells_types(f) && static_tells(p, file, q->type, fn, &v))
        return called_from_outside(p, file, fn) ? opened(p, v, 0) : v;
    if (!frame && q->type && !(f->scopes.v[fn].flags & SCOPE_CONSTRUCTOR) && called_often(p, f->scopes.v[fn].name)) {
        v = eval_type(p, file, q->type, fn); /* cheaper than to ask all that may call it */
        for (i32 i = 0; i < v.n; i++)
            if (says_something(v.v[i]) && v.v[i]->kind != V_LIST && v.v[i]->kind != V_MAP)
                return v;
        v = (Values){0};
    }
    if (frame) {
        v = param_in_call(p, file, fn, param, &p->frames.v[frame]);
    } else {
        u32 frames[CONTEXTS_MAX];
        i32 kept = p->steps > 0 ? p->steps / 8 : 0; /* for the rest of the question: callers may be many */
        p->steps -= kept;
        bool limited = p->limited;
        p->limited = false;
        i32 n = function_contexts(p, file, fn, frames, CONTEXTS_MAX);
        bool cut = p->limited;
        p->limited = limited || cut;
        for (i32 i = 0; i < n; i++)
            v = values_union(p->a, v, param_in_call(p, file, fn, param, &p->frames.v[frames[i]]));
        if (n >= CONTEXTS_MAX)
            v.open |= OPEN_VALUES;
        else if (p->steps <= 0)
            v.open |= eval_cut(p);
        else if (called_elsewhere(p, file, fn, frames, n))
            v.open = OPEN;
        p->steps += kept;
        if (n == 0 && !v.n && f->scopes.v[fn].kind == SCOPE_LAMBDA && f->traits & (TRAIT_MODULES_CLASSES | TRAIT_MODULES_PATHS))
            v = lambda_param(p, file, fn, param, p->outer);
        if (!v.n && p->injection)
            v = injected_param(p, file, fn, param);
        if ((!v.n || v.open) && !q->type && f->scopes.v[fn].kind == SCOPE_LAMBDA && f->traits & TRAIT_MODULES_PATHS) {
            Values told = told_param(p, file, fn, param);
            if (told.n)
                v = values_union(p->a, told, (Values){.v = v.v, .n = v.n});
        }
        if (!v.n || v.open) {
            Values told = param_setting(p, file, fn, q);
            if (told.n)
                return told;
        }
        if (n == 0 && q->dflt && is_provided(p, file, q->dflt))
            return eval(p, (Site){file, q->dflt, 0});
        if (n == 0 && !v.n) { /* nobody in the project passes it: open, whatever its default; a default client is evidence all the same */
            v.open |= cut ? eval_cut(p) : OPEN;
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
    if (q->type && !((q->kind == PARAM_KEYWORDS || q->kind == PARAM_REST) && v.n)) {
        bool settled = plain_texts(v);
        for (i32 i = 0; i < v.n; i++)
            settled = settled || (says_something(v.v[i]) && v.v[i]->kind != V_LIST && v.v[i]->kind != V_MAP);
        const Scope *fs = &f->scopes.v[fn];
        Values t = {0}, sdk = settled && f->traits & TRAIT_MODULES_CLASSES && only_instances(v) ? eval_type(p, file, q->type, fn) : (Values){0};
        for (i32 i = 0; i < sdk.n; i++) /* a class of the project that stands for a client, in a test: there is the real one too */
            if (sdk.v[i]->kind == V_CLIENT || sdk.v[i]->kind == V_OBJECT)
                v = values_union(p->a, v, values_one(p->a, sdk.v[i]));
        if (settled && v.open && tells_types(f) && static_tells(p, file, q->type, fn, &t) && t.v[0]->kind == V_INSTANCE)
            v.open = false; /* or another struct of its type, which only the project can have made */
        else if (!settled && (fs->flags & SCOPE_CONSTRUCTOR || fs->decorators.head))
            t = produced(p, file, q->type, q->decorators, q->name);
        if (!settled && !t.n)
            t = eval_type(p, file, q->type, fn);
        if (all_maps(v) && all_requests(t)) /* the input that is passed says what is in it */
            t = (Values){0};
        if (t.n) {
            for (i32 i = 0; i < t.n; i++)
                if (t.v[i]->kind != V_LIST && t.v[i]->kind != V_MAP)
                    v.open = false;
            v = values_union(p->a, v, t);
        }
    }
    return v;
}
