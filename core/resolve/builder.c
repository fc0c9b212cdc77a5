/* builder.c: requests that are built step by step: X.builder().bucket("x").build(), request.withKey("k"), request.setKey("k"), lambdas that
 * take a builder (b -> b.bucket("x")), structures nested in them.
 *
 * A builder and what it builds are one V_REQUEST; without an operation (type empty) it is a structure. Rows "$request.{any}" of the surface
 * table say which methods set a member: `set {any}` (a member of this name takes the argument), `entry {any}` (a map member takes a key and
 * a value). Members keep the language's spelling until the call is known (inputs.c). */
#include "emit.h"

bool builds_requests(Project *p, Str lang)
{
    return tbl_find2(p->t, TBL_sdk, lang, S("$request.{any}")).n > 0;
}

Values structure_new(Project *p, Str lang)
{
    Value *v = value_new(p->a, V_REQUEST);
    v->sdk = lang;
    return values_one(p->a, v);
}

/* The member that a row's name means: exceptions are rows "$member:service.name"; a path may be given. */
static Str member_path(Project *p, const Value *recv, Str lang, Str name)
{
    Surface s;
    if (recv->service.len && surface_find(p, lang, str_cat3(p->a, S("$member:"), recv->service, str_cat(p->a, S("."), name)), &s))
        return surface_word(s.does, 1);
    return name;
}

/* Values at a path through a list, "Delete.Objects[].Key": of each text in val; a structure in val is itself what the list holds. */
static void set_each(Project *p, Value *m, Str path, Values val, Site call)
{
    iz list = str_find(path, S("[]."));
    Values each = eval_iter(p, val, false), texts = {.open = each.open}, whole = {0};
    for (i32 i = 0; i < each.n; i++)
        if (each.v[i]->kind == V_REQUEST || each.v[i]->kind == V_MAP)
            whole = values_union(p->a, whole, values_one(p->a, each.v[i]));
        else
            texts = values_union(p->a, texts, values_one(p->a, each.v[i]));
    if (!whole.n) {
        set_path(p, m, path, each, 0, call);
        return;
    }
    Value *l = value_new(p->a, V_LIST);
    l->open = texts.n || texts.open;
    list_add(p, l, whole);
    set_path(p, m, str_head(path, list), values_one(p->a, l), 0, call);
}

/* The argument of a setter: one value, or all of them as a list. */
static Values setter_value(Project *p, Site call)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    if (e->nargs == 1)
        return eval(p, (Site){call.file, ARG(f, e->args)->value, call.frame});
    Value *l = value_new(p->a, V_LIST);
    FOR_ARGS(f, e, it)
        list_add(p, l, eval(p, (Site){call.file, ARG(f, it)->value, call.frame}));
    return values_one(p->a, l);
}

Value *builder_set(Project *p, const Surface *s, const Value *recv, Site call, bool maybe)
{
    Value *v = new(p->a, Value, 1);
    *v = *recv;
    v->own = 0;
    if (!call.expr)
        return v;
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Str verb = surface_word(s->does, 0);
    bool entry = str_eq(verb, S("entry"));
    Str whole = str_from(s->path, str_rfind_u8(s->path, '.') + 1); /* getObjectRequest(x) sets a member of that name */
    Str name = member_path(p, recv, s->sdk, str_eq(verb, S("read")) ? whole : s->any);
    if (!e->nargs || (!name.len && !str_eq(verb, S("gather"))))
        return v;
    if (entry) {
        bool found;
        Values key = call_arg(p, call, 0, 0, (Str){0}, &found), val = call_arg(p, call, 0, 1, (Str){0}, &found);
        Values old = value_field(p->a, v, name, &found);
        Value *m = value_new(p->a, V_MAP);
        if (found)
            map_merge(p, m, old, false);
        map_put_value(p, m, key, val, maybe);
        map_put_value(p, v, values_text(p->a, name, 0), values_one(p->a, m), false);
        return v;
    }
    if (str_eq(verb, S("gather"))) { /* addPutItem(a), addPutItem(b): all that it took */
        bool found;
        Values old = value_field(p->a, v, whole, &found);
        Value *l = value_new(p->a, V_LIST);
        for (i32 i = 0; found && i < old.n; i++)
            for (i32 k = 0; k < old.v[i]->nitems && old.v[i]->kind == V_LIST; k++)
                list_add(p, l, old.v[i]->items[k]);
        bool first = str_eq(surface_word(s->does, 1), S("first"));
        FOR_ARGS(f, e, it) {
            list_add(p, l, eval(p, (Site){call.file, ARG(f, it)->value, call.frame}));
            if (first)
                break;
        }
        map_put_value(p, v, values_text(p->a, whole, 0), values_one(p->a, l), false);
        return v;
    }
    Values val = setter_value(p, call);
    if (str_find(name, S("[].")) >= 0)
        set_each(p, v, name, val, call);
    else if (str_find_u8(name, '.') >= 0 || str_find_u8(name, '[') >= 0)
        set_path(p, v, name, val, 0, call);
    else
        map_put_value(p, v, values_text(p->a, name, 0), val, maybe);
    return v;
}

Values builder_get(Project *p, const Surface *s, const Value *recv)
{
    bool found;
    for (i32 i = 0; i < recv->nfields; i++)
        if (str_ieq(recv->fields[i].name, s->any))
            return value_field(p->a, recv, recv->fields[i].name, &found);
    return UNKNOWN_VALUES;
}

/* What a function makes of a builder that it is given: what it returns, or the builder as it leaves it. */
static Values consumed(Project *p, const Value *fn, const Value *start)
{
    enum { NESTED = 12 };
    const Facts *f = p->files[fn->file].f;
    const Scope *s = &f->scopes.v[fn->scope];
    Values given = start ? values_one(p->a, start) : structure_new(p, f->lang), out = {0};
    if (!s->nparams)
        return given;
    if (p->nest > NESTED)
        return changed_more(p, given, eval_cut(p));
    p->nest++;
    u32 frame = frame_given(p, fn, &given, 1);
    Values r = function_returns(p, fn->file, fn->scope, frame);
    for (i32 i = 0; i < r.n; i++)
        if (r.v[i]->kind == V_REQUEST)
            out = values_union(p->a, out, values_one(p->a, r.v[i]));
    if (!out.n)
        out = with_changes(p, (Site){fn->file, 0, frame}, f->params.v[s->params].name, fn->scope, s->end, given);
    p->nest--;
    return out.n ? out : given;
}

Value *builder_args(Project *p, Str lang, Str service, Value *args)
{
    bool any = false;
    if (!builds_requests(p, lang))
        return args;
    Value *m = new(p->a, Value, 1);
    *m = *args;
    m->hash = 0;
    m->own = 0;
    m->nfields = 0;
    m->fields = 0;
    for (i32 i = 0; i < args->nfields; i++) {
        const Field *x = &args->fields[i];
        Surface s;
        Str path = x->name;
        if (text_known(path) && surface_find(p, lang, str_cat3(p->a, S("$member:"), service, str_cat(p->a, S("."), path)), &s))
            path = surface_word(s.does, 1);
        any = any || !str_eq(path, x->name);
        if (str_find(path, S("[].")) >= 0 && !str_eq(path, x->name))
            set_each(p, m, path, x->val, (Site){0});
        else if (str_find_u8(path, '.') >= 0 && !str_eq(path, x->name))
            set_path(p, m, path, x->val, 0, (Site){0});
        else
            map_put_value(p, m, values_text(p->a, path, 0), x->val, x->maybe);
    }
    return any ? m : args;
}

/* builder.applyMutation(b -> …): the builder as the function leaves it. */
Values builder_filled(Project *p, const Value *recv, Site call)
{
    bool found;
    Values fn = call_arg(p, call, 0, 0, (Str){0}, &found), out = {0};
    for (i32 i = 0; i < fn.n; i++)
        if (fn.v[i]->kind == V_FUNCTION)
            out = values_union(p->a, out, consumed(p, fn.v[i], recv));
    if (!out.n || fn.open) {
        Value *v = new(p->a, Value, 1);
        *v = *recv;
        v->hash = 0;
        v->own = 0;
        v->open = true;
        out = values_union(p->a, out, values_one(p->a, v));
    }
    return out;
}

Values filled_by(Project *p, Site call, i32 pos, const Value *builder)
{
    enum { NESTED = 12, PARAMS = 8 };
    Values callee = eval(p, (Site){call.file, EXPR(p->files[call.file].f, call.expr)->a, call.frame}), out = {0};
    for (i32 i = 0; i < callee.n && p->nest < NESTED; i++) {
        const Value *fn = callee.v[i];
        if (fn->kind != V_FUNCTION)
            continue;
        const Facts *f = p->files[fn->file].f;
        const Scope *s = &f->scopes.v[fn->scope];
        Values given[PARAMS] = {0};
        bool found;
        if (pos >= (i32)s->nparams || s->nparams > PARAMS || !takes_args(p, fn->file, fn->scope, call))
            continue;
        for (i32 k = 0; k < (i32)s->nparams; k++)
            given[k] = k == pos ? values_one(p->a, builder) : call_arg(p, call, 0, k, (Str){0}, &found);
        p->nest++;
        u32 frame = frame_given(p, fn, given, (i32)s->nparams);
        out = values_union(p->a, out, with_changes(p, (Site){fn->file, 0, frame}, f->params.v[s->params + (u32)pos].name, fn->scope, s->end, given[pos]));
        p->nest--;
    }
    return out;
}

/* Whether a field of a structure may hold the request itself: rows of the table `sdkword`, kind `holder`, say how such names end. Not what the
 * operation's own input has (RestoreObject has a RestoreRequest). */
static bool may_hold(Project *p, Str service, Str operation, Str name)
{
    Rows r = tbl_prefix(p->t, TBL_sdkword, 1, S("holder"), (Str){0}), o = tbl_find2(p->t, TBL_operation, service, operation);
    bool ends = false;
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str end = tbl_get(p->t, TBL_sdkword, i, sdkword_name);
        ends = ends || (name.len >= end.len && str_ieq(str_from(name, name.len - end.len), end));
    }
    if (!ends || !o.n)
        return ends;
    r = tbl_prefix(p->t, TBL_member, 2, service, tbl_get(p->t, TBL_operation, o.first, operation_input));
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (str_ieq(tbl_get(p->t, TBL_member, i, member_name), name))
            return false;
    return true;
}

/* The members that a value stands for as the input of an operation: of a request; of what holds a request (a presigning or transfer request);
 * of what a function makes of a builder. Nothing when it is no input. */
Values input_members(Project *p, Str service, Str operation, const Value *x, int depth)
{
    if (x->kind == V_FUNCTION && builds_requests(p, p->files[x->file].f->lang)) {
        bool makes = !p->files[x->file].f->scopes.v[x->scope].nparams; /* a supplier: () -> request */
        Values r = makes ? function_returns(p, x->file, x->scope, frame_given(p, x, 0, 0)) : consumed(p, x, 0), out = {0};
        for (i32 i = 0; i < r.n; i++)
            out = values_union(p->a, out, depth < 4 ? input_members(p, service, operation, r.v[i], depth + 1) : (Values){0});
        return out;
    }
    if (x->kind != V_REQUEST)
        return (Values){0};
    if (x->type.len)
        return values_one(p->a, x);
    const Field *inner = 0;
    for (i32 i = 0; i < x->nfields; i++) {
        Str name = x->fields[i].name;
        if (!may_hold(p, service, operation, name))
            continue;
        inner = &x->fields[i];
        if (str_ieq(str_head(name, name.len < operation.len ? name.len : operation.len), operation))
            break;
    }
    if (!inner || depth > 3)
        return values_one(p->a, x);
    Values out = {0};
    for (i32 i = 0; i < inner->val.n; i++)
        out = values_union(p->a, out, input_members(p, service, operation, inner->val.v[i], depth + 1));
    if (!out.n) {
        Value *m = value_new(p->a, V_REQUEST);
        m->open = true;
        out = values_one(p->a, m);
    }
    return out;
}

bool is_input(Project *p, Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_REQUEST || (v.v[i]->kind == V_FUNCTION && builds_requests(p, p->files[v.v[i]->file].f->lang)))
            return true;
    return false;
}

/* A structure in place of the function that fills it. */
Values built(Project *p, Values v)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_FUNCTION && builds_requests(p, p->files[v.v[i]->file].f->lang))
            out = values_union(p->a, out, consumed(p, v.v[i], 0));
        else
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    return out;
}
