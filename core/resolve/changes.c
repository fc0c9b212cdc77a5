/* changes.c: what happens to a list, map or text after it was made: x[k] = v, x.k = v, x.update(v), x.append(v), x += v.
 * The changes that stand between the definition and the use are replayed in order; those in blocks that may not run are uncertain. */
#include "emit.h"
#include "statics.h"

/* Offset of the last definition that certainly reaches the use, so that older changes do not count. */
static u32 made_at(Project *p, u32 file, Str name, ScopeId use, u32 off)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    i32 first = defs_seen(fl, name, use);
    while (first >= 0 && fl->def.v[first].far && fl->def.v[fl->def.v[first].far - 1].off >= off)
        first = fl->def.v[first].far - 1;
    while (first >= 0 && fl->def.v[first].jump && fl->def.v[fl->def.v[first].jump - 1].off >= off)
        first = fl->def.v[first].jump - 1;
    int left = 4 * DEFS_MAX;
    for (i32 i = first; i >= 0 && left-- > 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        if (d->off < off && scope_function(f, d->block) == scope_function(f, use) && scope_within(f, use, d->block))
            return d->off;
    }
    return 0;
}

static bool has_request(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_REQUEST)
            return true;
    return false;
}

static bool is_mutable(Values v, const Facts *f)
{
    for (i32 i = 0; i < v.n; i++) {
        u8 k = v.v[i]->kind;
        if (k == V_INSTANCE && f->traits & TRAIT_EMBEDS) /* it may be filled */
            return true;
        if (k == V_MAP || k == V_LIST || k == V_TEXT || k == V_REQUEST || k == V_OBJECT)
            return true;
    }
    return false;
}

static Value *copy_of(Project *p, const Value *v)
{
    Value *c = new(p->a, Value, 1);
    *c = *v;
    c->hash = 0;
    return c;
}

static void change_by_call(Project *p, Value *c, Site call, Str method, bool maybe)
{
    Surface s;
    const Facts *f = p->files[call.file].f;
    if ((c->kind == V_REQUEST || c->kind == V_MAP) &&
        surface_method(p, f->lang, c->kind == V_MAP ? S("$map") : S("$request"), c->service, method, &s)) {
        Str verb = surface_word(s.does, 0);
        if (str_eq(verb, S("set")) || str_eq(verb, S("entry")) || str_eq(verb, S("read")) || str_eq(verb, S("gather"))) {
            *c = *builder_set(p, &s, c, call, maybe);
            return;
        }
    }
    if (c->kind == V_OBJECT) {
        if (surface_method(p, f->lang, c->text, c->service, method, &s) && str_starts(s.does, S("self"))) {
            Values v = surface_call(p, &s, c, call);
            if (v.n == 1 && v.v[0]->kind == V_OBJECT)
                *c = *v.v[0];
        }
        return;
    }
    if (!surface_method(p, f->lang, c->kind == V_LIST ? S("$list") : S("$map"), (Str){0}, method, &s))
        return;
    Str how = surface_word(s.does, 1);
    bool found;
    Values x = call_arg(p, call, 0, 0, (Str){0}, &found);
    if (c->kind == V_LIST) {
        if (str_eq(how, S("append"))) {
            const Expr *e = EXPR(f, call.expr);
            i32 n = e->nargs;
            for (i32 i = 0; i < n; i++)
                list_add(p, c, call_arg(p, call, 0, i, (Str){0}, &found));
        } else if (str_eq(how, S("insert"))) {
            list_add(p, c, call_arg(p, call, 0, 1, (Str){0}, &found));
        } else if (str_eq(how, S("extend"))) {
            list_add(p, c, eval_iter(p, x, false));
        }
        c->open |= maybe && str_starts(s.does, S("mutate"));
        return;
    }
    if (c->kind != V_MAP && c->kind != V_REQUEST)
        return;
    if (str_eq(how, S("update"))) {
        if (found)
            map_merge(p, c, x, maybe);
        const Expr *e = EXPR(f, call.expr);
        FOR_ARGS(f, e, it) {
            const Arg *a = ARG(f, it);
            if (a->name.len)
                map_put_value(p, c, values_text(p->a, a->name, 0), eval(p, (Site){call.file, a->value, call.frame}), maybe);
            else if (a->splat == 2)
                map_merge(p, c, eval(p, (Site){call.file, a->value, call.frame}), maybe);
        }
    } else if (str_eq(how, S("put")) || str_eq(how, S("setdefault"))) {
        map_put_value(p, c, x, call_arg(p, call, 0, 1, (Str){0}, &found), maybe || how.s[0] == 's');
    } else if (str_eq(how, S("remove"))) {
        for (i32 i = 0; i < c->nfields; i++)
            for (i32 k = 0; k < x.n; k++)
                if (str_eq(c->fields[i].name, value_text(x.v[k]))) {
                    Field *nf = new(p->a, Field, c->nfields);
                    for (i32 j = 0; j < c->nfields; j++)
                        nf[j] = c->fields[j];
                    nf[i].maybe = true;
                    c->fields = nf;
                }
    }
}

/* fill(in): what the function assigns to members of its parameter. */
static void filled_by_call(Project *p, Value *c, Site call, Str name, bool maybe)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Values callee = eval(p, (Site){call.file, e->a, call.frame});
    i32 at = -1, k = 0;
    FOR_ARGS(f, e, it) {
        if (EXPR(f, ARG(f, it)->value)->kind == EX_NAME && str_eq(EXPR(f, ARG(f, it)->value)->str, name))
            at = k;
        k++;
    }
    for (i32 i = 0; i < callee.n && at >= 0; i++) {
        const Value *fn = callee.v[i];
        if (fn->kind != V_FUNCTION)
            continue;
        const File *fl = &p->files[fn->file];
        const Facts *g = fl->f;
        const Scope *s = &g->scopes.v[fn->scope];
        Str param = {0};
        i32 pos = 0;
        for (u32 q = s->params; q < s->params + s->nparams; q++)
            if (g->params.v[q].kind == PARAM_POSITIONAL && pos++ == at)
                param = g->params.v[q].name;
        u32 frame = param.len ? frame_for(p, fn->file, fn->scope, call, fn->self, 0) : 0;
        for (i32 h = param.len ? map_get(&fl->changes, param) : -1; h >= 0; h = fl->change.v[h].next) {
            const Fact *x = &g->facts.v[fl->change.v[h].fact];
            const Expr *t = EXPR(g, x->target);
            if (x->kind != FACT_BIND || scope_function(g, x->scope) != fn->scope || t->kind != EX_MEMBER)
                continue;
            map_put_value(p, c, values_text(p->a, t->str, 0), eval(p, (Site){fn->file, x->value, frame}),
                          maybe || callee.n > 1 || x->scope != fn->scope);
        }
    }
}

/* A method that adds to a text in place. */
static bool grows(Project *p, const Facts *f, Str method)
{
    Surface s;
    return f->traits & TRAIT_MODULES_CLASSES && surface_method(p, f->lang, S("$text"), (Str){0}, method, &s) && str_eq(s.does, S("mutate plus"));
}

/* fill(builder): the argument that is the value itself, or -1. */
static i32 passed_at(const Facts *f, const Fact *x, Str key)
{
    i32 k = 0;
    if (x->kind != FACT_CALL)
        return -1;
    FOR_ARGS(f, EXPR(f, x->value), it) {
        const Expr *a = EXPR(f, ARG(f, it)->value);
        if (a->kind == EX_NAME && str_eq(a->str, key))
            return k;
        k++;
    }
    return -1;
}

/* --- what is filled from outside --- */

bool fills_arguments(Project *p, const Facts *f, ExprId call)
{
    return sdk_word(p, S("filler"), expr_simple_name(f, EXPR(f, call)->a));
}

bool given_to_fill(const Facts *f, ExprId arg, bool fills)
{
    const Expr *a = EXPR(f, arg);
    if (a->kind != EX_NAME && a->kind != EX_MEMBER)
        return false;
    return fills || (a->off && f->src->text.s[a->off - 1] == '&');
}

Values opened(Project *p, Values v, int depth)
{
    Values out = {.open = v.n ? v.open : v.open | OPEN};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        bool list = x->kind == V_LIST;
        if (x->kind == V_TEXT || x->kind == V_BOOL || x->kind == V_NULL)
            out.open = true;
        if ((x->kind == V_INSTANCE || list || x->kind == V_MAP) && !x->open) {
            Value *c = copy_of(p, x);
            c->open = true;
            c->own = 0;
            if (list)
                c->items = new(p->a, Values, x->nitems);
            for (i32 k = 0; list && k < x->nitems; k++)
                c->items[k] = depth < 4 ? opened(p, x->items[k], depth + 1) : UNKNOWN_VALUES;
            x = c;
        }
        out = values_union(p->a, out, values_one(p->a, x));
    }
    return out;
}

Values changed_more(Project *p, Values v, Open why)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        if (x->kind == V_LIST || x->kind == V_MAP || x->kind == V_REQUEST) {
            Value *c = copy_of(p, x);
            c->open |= why;
            x = c;
        }
        out = values_union(p->a, out, values_one(p->a, x));
    }
    return out;
}

/* Whether the call may fill what is called `key`: it stands among its arguments to be filled, and what is called is not the project's.
 * *whole: by its address, so that it may become another value, too. */
static bool fills_key(Project *p, u32 file, const Fact *x, Str key, bool *whole)
{
    *whole = false;
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, x->value);
    Surface s;
    if (x->kind != FACT_CALL || !(f->traits & TRAIT_EMBEDS))
        return false;
    bool fills = fills_arguments(p, f, x->value), given = false;
    FOR_ARGS(f, e, it)
        if (given_to_fill(f, ARG(f, it)->value, fills) && str_eq(expr_path(p->a, f, ARG(f, it)->value), key)) {
            given = true;
            *whole = given_to_fill(f, ARG(f, it)->value, false);
        }
    if (!given)
        return false;
    Static t = static_of(p, file, e->a);
    if (t.kind == ST_FUNCTION || t.kind == ST_CLASS || t.kind == ST_SHAPE || t.kind == ST_SHAPE_TYPE)
        return false;
    return t.kind != ST_OUT_NAME || (!surface_find(p, f->lang, t.path, &s) && (fills || !static_of_sdk(p, f->lang, t.path)));
}

static void collect_filled(Project *p)
{
    p->filled_known = true;
    for (iz i = 0; i < p->shared_change.n; i++) {
        const SharedChange *c = &p->shared_change.v[i];
        const File *fl = &p->files[c->file];
        const Fact *x = &fl->f->facts.v[fl->change.v[c->change].fact];
        const Expr *b = EXPR(fl->f, c->base);
        if (b->kind != EX_NAME || x->kind != FACT_CALL)
            continue;
        i32 d = defs_seen(fl, b->str, scope_at(p, c->file, b->off));
        bool whole;
        if (d < 0 || !fills_key(p, c->file, x, b->str, &whole))
            continue;
        Static t = static_of(p, c->file, c->base);
        if (t.kind != ST_INSTANCE)
            continue;
        i32 *all = map_at(p->keep, &p->filled, scope_key(p->keep, t.file, t.id));
        if (*all < 1)
            *all = fl->def.v[d].kind == DEF_PARAM;
    }
}

/* A struct whose fields have tags is read from somewhere: json, yaml, an environment, a database. */
static bool has_tags(Project *p, u32 file, ScopeId cls)
{
    i32 *known = map_at(p->keep, &p->tagged, scope_key(p->keep, file, cls));
    if (*known < 0) {
        const Facts *f = p->files[file].f;
        const Scope *s = &f->scopes.v[cls];
        *known = str_find_u8(str_head(str_from(f->src->text, s->off), (iz)(s->end - s->off)), '`') >= 0;
    }
    return *known > 0;
}

bool class_filled(Project *p, const Value *inst)
{
    if (!inst->site.expr && has_tags(p, inst->file, inst->scope))
        return true;
    if (!p->shared_change.n)
        return false;
    if (!p->filled_known)
        collect_filled(p);
    return p->filled.n && map_get(&p->filled, scope_key(p->a, inst->file, inst->scope)) >= (inst->site.expr ? 1 : 0);
}

/* Values that no method changes. */
static bool only_texts(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != V_TEXT && v.v[i]->kind != V_NULL && v.v[i]->kind != V_BOOL && v.v[i]->kind != V_EXTERN)
            return false;
    return true;
}

static Values changed(Project *p, Site use, Str key, const Change *ch, Values v, bool maybe)
{
    Facts *f = p->files[use.file].f;
    const Fact *x = &f->facts.v[ch->fact];
    u32 frame = frame_of(p, use.frame, use.file, x->scope);
    Values out = {.open = v.open};
    bool whole;
    if (fills_key(p, use.file, x, key, &whole)) {
        for (i32 i = 0; i < v.n; i++) /* a text that is given by value stays */
            out = values_union(p->a, out, v.v[i]->kind == V_TEXT && !whole ? values_one(p->a, v.v[i]) : opened(p, values_one(p->a, v.v[i]), 0));
        return out;
    }
    if (x->kind == FACT_CALL && only_texts(v) && !grows(p, f, EXPR(f, EXPR(f, x->value)->a)->str))
        return v;
    for (i32 i = 0; i < v.n; i++) {
        Value *c = copy_of(p, v.v[i]);
        if (c->kind == V_INSTANCE) { /* assignments to its members are members.c's */
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
            continue;
        }
        if (x->kind == FACT_CALL) {
            const Expr *callee = EXPR(f, EXPR(f, x->value)->a);
            i32 pos = f->traits & TRAIT_MODULES_CLASSES ? passed_at(f, x, key) : -1;
            if (pos >= 0) {
                Values filled = c->kind == V_REQUEST ? filled_by(p, (Site){use.file, x->value, frame}, pos, c) : (Values){0};
                out = values_union(p->a, out, filled.n ? filled : values_one(p->a, v.v[i]));
                continue;
            }
            if (c->kind == V_TEXT && grows(p, f, callee->str)) { /* sb.append("x") */
                bool found;
                Values more = call_arg(p, (Site){use.file, x->value, frame}, 0, 0, (Str){0}, &found);
                out = values_union(p->a, out, values_plus(p, values_one(p->a, c), maybe ? values_text(p->a, TEXT_UNKNOWN, 0) : more));
                continue;
            }
            if (c->kind == V_REQUEST && f->traits & TRAIT_EMBEDS && (callee->kind != EX_MEMBER || passed_at(f, x, key) >= 0))
                filled_by_call(p, c, (Site){use.file, x->value, frame}, key, maybe);
            else if (c->kind == V_MAP || c->kind == V_LIST || c->kind == V_REQUEST || c->kind == V_OBJECT)
                change_by_call(p, c, (Site){use.file, x->value, frame}, callee->str, maybe);
        } else {
            const Expr *t = EXPR(f, x->target);
            Values val = eval(p, (Site){use.file, x->value, frame});
            if (x->flags & BIND_AUGMENT && t->kind != EX_INDEX) {
                if (c->kind == V_TEXT && maybe) {
                    out = values_union(p->a, out, values_one(p->a, v.v[i]));
                    out = values_union(p->a, out, adds_numbers(values_one(p->a, c), val) ? UNKNOWN_VALUES : values_concat(p->a, values_one(p->a, c), values_text(p->a, TEXT_UNKNOWN, 0)));
                } else {
                    out = values_union(p->a, out, values_plus(p, values_one(p->a, c), val));
                }
                continue;
            }
            if (c->kind == V_MAP || c->kind == V_REQUEST) {
                if (t->kind == EX_INDEX)
                    map_put_value(p, c, eval(p, (Site){use.file, t->b, frame}), val, maybe);
                else if (t->kind == EX_MEMBER)
                    map_put_value(p, c, values_text(p->a, t->str, 0), val, maybe);
            } else if (c->kind == V_OBJECT && t->kind == EX_MEMBER && sets_region(p, f->lang, t->str)) {
                c->region = maybe ? values_union(p->a, c->region, val) : val;
            } else if (c->kind == V_LIST && t->kind == EX_INDEX) {
                list_add(p, c, val);
                if (f->traits & TRAIT_EMBEDS) /* as long as it was made: nothing else is in it */
                    c->skip = 1;
                else
                    c->open = true;
            }
        }
        out = values_union(p->a, out, values_one(p->a, c));
    }
    return out;
}

static Values changed_here(Project *p, Site use, Str key, ScopeId scope, u32 off, Values v);

/* in.Items[k] = v changes what in.Items holds. */
static Values fields_changed(Project *p, Site use, Str key, ScopeId scope, u32 off, Values v)
{
    const File *fl = &p->files[use.file];
    Values out = v;
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        if (x->kind != V_MAP && x->kind != V_REQUEST)
            continue;
        Value *c = 0;
        for (i32 k = 0; k < x->nfields; k++) {
            if (!text_known(x->fields[k].name))
                continue;
            Str path = str_cat3(p->a, key, S("."), x->fields[k].name);
            if (map_get(&fl->changes, path) < 0)
                continue;
            if (!c) {
                c = copy_of(p, x);
                c->own = 0;
                c->fields = new(p->a, Field, x->nfields);
                for (i32 j = 0; j < x->nfields; j++)
                    c->fields[j] = x->fields[j];
            }
            c->fields[k].val = changed_here(p, use, path, scope, off, x->fields[k].val);
        }
        if (!c)
            continue;
        if (out.v == v.v) {
            out.v = new(p->a, const Value *, v.n);
            for (i32 j = 0; j < v.n; j++)
                out.v[j] = v.v[j];
        }
        out.v[i] = c;
    }
    return out;
}

/* Where the return statement ends in which an offset stands; 0: in none. return c, decode(&c) */
static u32 return_end(const Facts *f, u32 use)
{
    int left = 200; /* calls of one statement */
    for (u32 i = fact_from(f, use + 1); i-- > 0 && left-- > 0 && f->facts.v[i].kind != FACT_SCOPE;)
        if (f->facts.v[i].kind == FACT_RETURN)
            return f->facts.v[i].end > use ? f->facts.v[i].end : 0;
    return 0;
}

/* The newest change of a function's own variable that may count at an offset. */
static i32 change_here(Project *p, const File *fl, ScopeId fn, Str key, ScopeId use, u32 off)
{
    i32 i = map_get(&fl->changes_here, name_key(p->a, fn, key));
    while (i >= 0 && fl->change.v[i].jump && fl->change.v[fl->change.v[i].jump - 1].off > off && !scope_in_loop(fl->f, use))
        i = fl->change.v[i].jump - 1;
    return i;
}

bool may_have_changes(Project *p, u32 file, Values v)
{
    return (p->files[file].change.n || p->shared_change.n) && is_mutable(v, p->files[file].f);
}

/* Whether a change elsewhere is one of the same field of a value of the same type, or of the same name of the package. */
static bool changes_same(Project *p, Site use, const Expr *e, const SharedChange *c)
{
    const Expr *b = EXPR(p->files[c->file].f, c->base);
    if (e->kind != b->kind)
        return false;
    if (e->kind == EX_NAME)
        return c->file != use.file && same_package(p, use.file, c->file) &&
               !lookup_is_local(p, use.file, e->str, scope_at(p, use.file, e->off)) &&
               !lookup_is_local(p, c->file, b->str, scope_at(p, c->file, b->off));
    const Facts *f = p->files[use.file].f, *cf = p->files[c->file].f;
    if (c->file == use.file) { /* under the same name it was seen already, and in the same function it is of something else */
        if (str_eq(expr_path(p->a, f, use.expr), expr_path(p->a, cf, c->base)))
            return false;
        if (scope_function(f, scope_at(p, use.file, e->off)) == scope_function(cf, scope_at(p, c->file, b->off)))
            return false;
    }
    Static x = static_of(p, use.file, e->a), y = static_of(p, c->file, b->a);
    return x.kind == ST_INSTANCE && y.kind == ST_INSTANCE && x.file == y.file && x.id == y.id;
}

/* v with what is changed through other names. */
static Values changed_elsewhere(Project *p, Site use, Values v)
{
    const Expr *e = EXPR(p->files[use.file].f, use.expr);
    int left = SHARED_MAX, seen = CHANGES_SEEN;
    if ((e->kind != EX_MEMBER && e->kind != EX_NAME) || !tells_types(p->files[use.file].f))
        return v;
    if (e->kind == EX_NAME && lookup_is_local(p, use.file, e->str, scope_at(p, use.file, e->off)))
        return v;
    for (i32 i = map_get(&p->shared, e->str); i >= 0; i = p->shared_change.v[i].next) {
        const SharedChange *c = &p->shared_change.v[i];
        bool same = changes_same(p, use, e, c);
        if (seen-- == 0 || (same && left-- == 0))
            return changed_more(p, v, OPEN_VALUES);
        if (same)
            v = changed(p, (Site){c->file, c->base, 0}, expr_path(p->a, p->files[c->file].f, c->base), &p->files[c->file].change.v[c->change], v, true);
    }
    return v;
}

/* Of a variable that is changed often: what it was after the changes before the latest use from the same block. */
typedef struct {
    Str key;     /* empty: nothing is to be remembered */
    i32 known;   /* place in Project.changed, or -1 */
    const Changed *last;
} Since;

static Since changed_before(Project *p, Site use, Str key, ScopeId fn, ScopeId scope, i32 head, Values v)
{
    const File *fl = &p->files[use.file];
    const Facts *f = fl->f;
    while (f->scopes.v[scope].kind == SCOPE_BLOCK && fl->change.v[head].off < f->scopes.v[scope].off)
        scope = f->scopes.v[scope].parent; /* nothing is changed in the block before the use */
    Since s = {.key = number_key(p->a, (i64[]){use.file, fn, scope, use.frame}, 4, key)};
    s.known = map_get(&p->changed_ids, s.key);
    if (s.known >= 0 && values_same(p->changed.v[s.known]->from, v) && p->changed.v[s.known]->from.open == v.open)
        s.last = p->changed.v[s.known];
    return s;
}

static void keep_changed(Project *p, const Since *s, Changed now)
{
    if (!s->key.len || now.change < 0 || !kept_holds(p))
        return;
    Changed *x = new(p->a, Changed, 1);
    *x = now;
    i32 known = map_get(&p->changed_ids, s->key); /* evaluation of what is put in may have asked, too */
    if (known >= 0) {
        p->changed.v[known] = x;
        return;
    }
    map_put(p->a, &p->changed_ids, s->key, (i32)p->changed.n);
    *(Changed **)vec_push(p->a, &p->changed) = x;
}

/* Whether all changes under a name are calls that it is passed to: they change a request only. */
static bool only_passed(Project *p, File *fl, Str key, i32 head)
{
    i32 known = map_get(&fl->only_passed, key);
    if (known < 0) {
        known = 1;
        for (i32 i = head; i >= 0 && known; i = fl->change.v[i].next)
            known = passed_at(fl->f, &fl->f->facts.v[fl->change.v[i].fact], key) >= 0;
        map_put(p->keep, &fl->only_passed, str_dup(p->keep, key), known);
    }
    return known > 0;
}

static Values changed_here(Project *p, Site use, Str key, ScopeId scope, u32 off, Values v)
{
    const File *fl = &p->files[use.file];
    const Facts *f = fl->f;
    if (!fl->change.n || !is_mutable(v, f))
        return v;
    i32 head = map_get(&fl->changes, key);
    if (head < 0 || (f->traits & TRAIT_MODULES_CLASSES && !has_request(v) && only_passed(p, &p->files[use.file], key, head)))
        return fields_changed(p, use, key, scope, off, v);
    u32 ends = f->traits & TRAIT_EMBEDS ? return_end(f, off) : 0;
    iz dot = str_find_u8(key, '.');
    u32 since = dot < 0 ? made_at(p, use.file, key, scope, off) : 0;
    const Change *list[CHANGES_MAX];
    const Values from_value = v;
    int n = 0, left = CHANGES_SEEN;
    bool more = false;
    ScopeId fn = scope_function(f, scope);
    bool local = dot < 0 && lookup_is_local(p, use.file, key, scope);
    i32 seen = dot < 0 ? defs_seen(fl, key, scope) : -1;
    i32 declared = f->traits & TRAIT_MODULES_CLASSES && local ? defs_seen(fl, key, scope) : -1;
    while (declared >= 0 && f->scopes.v[fn].kind == SCOPE_LAMBDA && fn != scope_function(f, fl->def.v[declared].scope))
        fn = scope_function(f, f->scopes.v[fn].parent); /* of the method around: a variable that the lambda only reads */
    ScopeId home = f->traits & (TRAIT_EMBEDS | TRAIT_MODULES_PATHS | TRAIT_MODULES_DOTTED) && local ? scope_function(f, fl->def.v[defs_seen(fl, key, scope)].scope) : fn, from = scope;
    u32 at = off;
    while (home != fn && from && scope_function(f, from) != home) { /* of the function around, seen from where the anonymous one stands */
        at = f->scopes.v[scope_function(f, from)].off;
        from = f->scopes.v[scope_function(f, from)].parent;
    }
    bool own = (local && fn && home == fn) || (!fn && home == fn && fl->change.v[head].alone); /* not another function's variable of the same name */
    if (own)
        head = change_here(p, fl, fn, key, scope, off);
    Since since_last = {0};
    if (own && !ends && head >= 0 && fl->change.v[head].many && !scope_in_loop(f, scope))
        since_last = changed_before(p, use, key, fn, scope, head, v);
    for (i32 i = head; i >= 0; i = own ? fl->change.v[i].next_here : fl->change.v[i].next) {
        if (since_last.last && i == since_last.last->change) {
            v = since_last.last->now;
            break;
        }
        more = n == CHANGES_MAX || left-- == 0;
        if (more)
            break;
        const Change *c = &fl->change.v[i];
        bool other = seen >= 0 && c->declared && c->declared != fl->def.v[seen].scope + 1;
        if (other && fn && (c->off < f->scopes.v[fn].off || c->off >= f->scopes.v[fn].end))
            continue; /* another variable of this name, of another function */
        const Fact *x = &f->facts.v[c->fact];
        bool here = scope_function(f, c->block) == fn;
        if (own && c->off < since)
            break;
        if (home != fn && !scope_within(f, c->block, home))
            continue;
        if (off >= x->off && off < x->end) { /* the change itself */
            if (n)
                since_last.key = (Str){0}; /* what follows holds only here */
            continue;
        }
        if (other && !here)
            continue; /* another variable of this name: a function's own is not the module's */
        if (f->traits & TRAIT_MODULES_CLASSES && passed_at(f, x, key) >= 0 && !has_request(v))
            continue;
        if (here && (c->off < since || c->off > off)) {
            bool loop = false;
            for (ScopeId s = c->block; s && s != fn; s = f->scopes.v[s].parent)
                loop = loop || (f->scopes.v[s].flags & SCOPE_LOOP && scope_within(f, scope, s));
            bool together = f->traits & TRAIT_EMBEDS && c->off > off && x->kind == FACT_CALL && ends > c->off;
            if ((!loop && !together) || c->off < since)
                continue;
        }
        list[n++] = c;
    }
    if (more)
        v = changed_more(p, v, OPEN_VALUES);
    Changed now = {.from = from_value, .change = n ? (i32)(list[0] - fl->change.v) : since_last.last ? since_last.last->change : -1};
    Taint outer = taint_begin(p);
    while (n-- > 0) {
        bool here = scope_function(f, list[n]->block) == fn;
        bool before = home != fn && list[n]->off < at && scope_within(f, from, list[n]->block);
        v = changed(p, use, key, list[n], v, !before && (!here || !scope_within(f, scope, list[n]->block)));
    }
    now.now = v;
    keep_changed(p, &since_last, now);
    taint_end(p, outer);
    return fields_changed(p, use, key, scope, off, v);
}

Values with_changes(Project *p, Site use, Str key, ScopeId scope, u32 off, Values v)
{
    if (p->shared_change.n && use.expr && is_mutable(v, p->files[use.file].f))
        v = changed_elsewhere(p, use, v);
    return changed_here(p, use, key, scope, off, v);
}

bool lookup_is_local(Project *p, u32 file, Str name, ScopeId scope)
{
    const File *fl = &p->files[file];
    i32 i = defs_seen(fl, name, scope);
    bool field = i >= 0 && fl->f->traits & TRAIT_MEMBERS_VISIBLE && fl->f->scopes.v[fl->def.v[i].scope].kind == SCOPE_CLASS;
    return i >= 0 && fl->def.v[i].scope && !field;
}
