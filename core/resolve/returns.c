/* returns.c: what functions of the project return. */
#include "settings.h"

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

/* What the classes below return from a method that has no body in this one. */
static Values overriding(Project *p, u32 file, ScopeId fn, ClassRef cls, u32 frame, ClassSet *seen, int depth)
{
    const Scope *s = &p->files[file].f->scopes.v[fn];
    const Kin *k = kin_of(p, cls.file, cls.scope);
    Values out = {0};
    for (iz i = 0; i < k->subclasses.n && i < IMPLEMENTS_MAX && depth < NEST_MAX; i++) {
        ClassRef c = k->subclasses.v[i];
        if (!class_first(p, seen, c))
            continue;
        const File *fl = &p->files[c.file];
        bool own = false;
        for (i32 d = defs_in(fl, s->name, c.scope); d >= 0; d = fl->def.v[d].next) {
            const Def *def = &fl->def.v[d];
            if (def->kind != DEF_SCOPE || fl->f->scopes.v[def->opens].nparams != s->nparams)
                continue;
            Value *self = value_new(p->a, V_INSTANCE);
            self->file = c.file;
            self->scope = c.scope;
            const Frame *fr = frame ? &p->frames.v[frame] : 0;
            bool call = fr && fr->file == file && fr->fn == fn && fr->call.expr;
            u32 in = frame_for(p, c.file, def->opens, call ? fr->call : (Site){0}, self, call ? fr->skip : 0);
            out = values_union(p->a, out, function_returns(p, c.file, def->opens, in));
            own = true;
        }
        if (!own)
            out = values_union(p->a, out, overriding(p, file, fn, c, frame, seen, depth + 1));
    }
    out.open |= k->subclasses.n > IMPLEMENTS_MAX ? OPEN_VALUES : 0;
    return out;
}

/* A method that returns T: of a Box<X> it is X; of <T> T get(Class<T> c) what the class stands for. */
static Values generic_return(Project *p, u32 file, ScopeId fn, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    const Frame *fr = frame ? &p->frames.v[frame] : 0;
    Str name = expr_simple_name(f, s->returns);
    bool found;
    if (!fr || fr->file != file || fr->fn != fn || EXPR(f, s->returns)->kind != EX_NAME)
        return (Values){0};
    for (u32 i = 0; i < s->nparams && fr->call.expr; i++) {
        const Expr *t = EXPR(f, f->params.v[s->params + i].type);
        if (t->kind == EX_INDEX && str_eq(expr_simple_name(f, t->a), S("Class")) && str_eq(expr_simple_name(f, t->b), name))
            return class_argument(p, fr->call, call_arg(p, fr->call, fr->skip, (i32)i, (Str){0}, &found));
    }
    return fr->self && fr->self->kind == V_INSTANCE && fr->self->nitems == 1 ? fr->self->items[0] : (Values){0};
}

/* function input(): PutObjectCommandInput { return {Bucket: "b"} }: what the maps hold and nothing else; they remember which request they are. */
static Values maps_of_request(Project *p, Values v, Values type)
{
    Values out = {0};
    bool maps = type.n == 1 && type.v[0]->kind == V_REQUEST && !v.open, any = false;
    for (i32 i = 0; i < v.n && maps; i++) {
        if (v.v[i]->kind == V_NULL) {
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
            continue;
        }
        any = true;
        Value *r = new(p->a, Value, 1);
        *r = *v.v[i];
        r->hash = 0;
        r->own = 0;
        r->sdk = type.v[0]->sdk;
        r->service = type.v[0]->service;
        r->type = type.v[0]->type;
        maps = v.v[i]->kind == V_MAP;
        out = values_union(p->a, out, values_one(p->a, r));
    }
    return maps && any ? out : (Values){0};
}

static Values each_return(Project *p, u32 file, ScopeId fn, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    const Returns *r = returns_of(p, file, fn);
    Values out = {0};
    Value *yields = 0;
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
    return out;
}

/* What the return statements give. Of many that mean the same in every context, it is remembered. */
static Values returned(Project *p, u32 file, ScopeId fn, u32 frame)
{
    enum { MANY = 16 };
    Returns *r = returns_of(p, file, fn);
    bool same = r->n > MANY;
    if (same && !r->asked) {
        r->asked = true;
        for (i32 i = 0; i < r->n && same; i++)
            same = unframed(p, file, p->files[file].f->facts.v[r->facts[i]].value);
        r->same = same;
    }
    if (!same || !r->same)
        return each_return(p, file, fn, frame);
    Values out;
    Str key = kept_key(p, 'r', file, fn, (Str){0});
    if (kept_find(p, key, &out))
        return out;
    Taint outer = taint_begin(p);
    out = each_return(p, file, fn, 0);
    kept_put(p, key, out);
    taint_end(p, outer);
    return out;
}

Values function_returns(Project *p, u32 file, ScopeId fn, u32 frame)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    Values out = method_setting(p, file, fn);
    if (!out.n && frame && s->returns && p->frames.v[frame].self && p->frames.v[frame].self->nitems == 1 && !eval_type(p, file, s->returns, fn).n)
        out = generic_return(p, file, fn, frame);
    if (out.n)
        return out;
    if (too_nested(p))
        return (Values){.open = eval_cut(p)};
    p->nest++;
    const Returns *r = returns_of(p, file, fn);
    out = returned(p, file, fn, frame);
    if (!r->n && s->returns && f->traits & TRAIT_MODULES_CLASSES && f->scopes.v[s->parent].kind == SCOPE_CLASS)
        out = overriding(p, file, fn, (ClassRef){file, s->parent}, frame, &(ClassSet){.n = 0}, 0);
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
            if (!t.n && f->traits & TRAIT_MODULES_CLASSES)
                t = generic_return(p, file, fn, frame);
        }
        Values told = maps_of_request(p, out, t);
        if (t.n) {
            out.open = false;
            out = told.n ? told : values_union(p->a, out, t);
        }
    }
    if (s->flags & SCOPE_INTERFACE || (!r->n && !s->returns && f->scopes.v[s->parent].flags & SCOPE_INTERFACE))
        out.open = true;
    p->nest--;
    return out;
}
