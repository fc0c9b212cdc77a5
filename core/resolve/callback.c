/* callback.c: functions that are handed to libraries: list.forEach(x -> …), optional.map(this::name), future.thenCompose(r -> …), and boxes,
 * the values that hold one other value (Optional, a future, a supplier).
 *
 * A row "$list.map  calls 0 item list" says: argument 0 is a function; its parameters take `item`; the call gives a list of what it returns.
 * What a parameter takes: `item` (each element of the receiver), `self` (the receiver), `value` (what a box holds), `key`, `val` (of a map), `@N`
 * (argument N of the call), `field:NAME` (of the receiver), `made:NAME` (what the function in that field gives), `?` (not known); separated by commas. What the call gives: `list`, `flat` (what is in the lists or boxes that it
 * returns), `item` (one of the elements), `box`, `flatbox` (the box that it returns), `result`, `self`, `none`. Rows "$any.NAME" are for receivers of which nothing is known. */
#include "emit.h"

enum { GIVEN_MAX = 4 };

Values box_new(Project *p, Str lang, Values v)
{
    Value *b = value_new(p->a, V_OBJECT);
    b->text = S("$box");
    b->sdk = lang;
    map_put_value(p, b, values_text(p->a, S("value"), 0), v, false);
    return values_one(p->a, b);
}

static bool is_box(const Value *v)
{
    return v->kind == V_OBJECT && str_eq(v->text, S("$box"));
}

Values unboxed(Project *p, Values v)
{
    Values out = {.open = v.open};
    bool found;
    for (i32 i = 0; i < v.n; i++)
        out = values_union(p->a, out, is_box(v.v[i]) ? value_field(p->a, v.v[i], S("value"), &found) : values_one(p->a, v.v[i]));
    return out;
}

/* The row for a method of a value, whatever the value is. */
static bool row_of(Project *p, Str lang, const Value *recv, Str name, Surface *s)
{
    Str type = recv ? object_type(recv) : (Str){0};
    if (type.len && surface_method(p, lang, type, recv->service, name, s))
        return true;
    if (sdk_word(p, S("helper"), name) && surface_find(p, lang, str_cat(p->a, S("$promise."), name), s))
        return true;
    bool other = !recv || recv->kind == V_EXTERN || recv->kind == V_CLIENT || recv->kind == V_OBJECT || recv->kind == V_METHOD;
    return other && surface_find(p, lang, str_cat(p->a, S("$any."), name), s);
}

static bool is_calls(const Surface *s)
{
    return str_eq(surface_word(s->does, 0), S("calls"));
}

/* What the functions that an object holds in a field give. */
static Values made_by(Project *p, const Value *recv, Str field, Site call)
{
    bool found;
    Values fn = value_field(p->a, recv, field, &found), out = {.open = found ? fn.open : fn.open | OPEN};
    for (i32 i = 0; i < fn.n && p->nest <= NEST_MAX; i++)
        out = values_union(p->a, out, callback_result(p, fn.v[i], 0, 0, call));
    return out;
}

static Values given_one(Project *p, Str what, const Value *recv, Site call)
{
    bool found;
    i64 n;
    Values self = recv ? values_one(p->a, recv) : UNKNOWN_VALUES;
    if (str_eq(what, S("item")))
        return recv && recv->kind == V_LIST ? eval_iter(p, self, false) : UNKNOWN_VALUES;
    if (str_eq(what, S("self")))
        return self;
    if (str_starts(what, S("field:")))
        return recv ? value_field(p->a, recv, str_from(what, 6), &found) : UNKNOWN_VALUES;
    if (str_starts(what, S("made:")))
        return recv ? made_by(p, recv, str_from(what, 5), call) : UNKNOWN_VALUES;
    if (str_eq(what, S("value")))
        return recv && is_box(recv) ? value_field(p->a, recv, S("value"), &found) : UNKNOWN_VALUES;
    if (recv && recv->kind == V_MAP && (str_eq(what, S("key")) || str_eq(what, S("val"))))
        return eval_iter(p, map_parts(p, recv, what.s[0] == 'k' ? S("keys") : S("values")), false);
    if (what.len > 1 && what.s[0] == '@' && str_i64(str_from(what, 1), &n))
        return unboxed(p, call_arg(p, call, 0, (i32)n, (Str){0}, &found));
    return UNKNOWN_VALUES;
}

static i32 given_by(Project *p, const Surface *s, const Value *recv, Site call, Values *given)
{
    Str list = surface_word(s->does, 2), one;
    i32 n = 0;
    while (n < GIVEN_MAX && str_cut(&list, ',', &one))
        given[n++] = given_one(p, one, recv, call);
    return n;
}

/* What argument `arg` of a call takes when it is a function that the callee calls; how many values, 0: not known to be called. */
i32 callback_given(Project *p, Site call, i32 arg, Values *given)
{
    const Facts *f = p->files[call.file].f;
    const Expr *callee = EXPR(f, EXPR(f, call.expr)->a);
    Surface s;
    i64 at;
    i32 n = 0;
    if (callee->kind != EX_MEMBER)
        return 0;
    Values recv = eval(p, (Site){call.file, callee->a, call.frame});
    for (i32 i = 0; i < recv.n + (recv.n == 0); i++) {
        const Value *x = recv.n ? recv.v[i] : 0;
        bool row = x && x->kind == V_EXTERN && surface_find(p, f->lang, str_cat3(p->a, x->text, S("."), callee->str), &s) && is_calls(&s);
        if (!row && (!row_of(p, f->lang, x, callee->str, &s) || !is_calls(&s)))
            continue;
        if (!str_i64(surface_word(s.does, 1), &at) || at != arg)
            continue;
        Values one[GIVEN_MAX];
        i32 k = given_by(p, &s, x, call, one);
        for (i32 j = 0; j < k; j++)
            given[j] = j < n ? values_union(p->a, given[j], one[j]) : one[j];
        n = k > n ? k : n;
    }
    return n;
}

/* X::name where X is a type of the project: its first parameter is the instance. */
static Values unbound(Project *p, const Value *fn, const Values *given, i32 n)
{
    Values out = {.open = given[0].open};
    for (i32 i = 0; i < given[0].n; i++) {
        if (given[0].v[i]->kind != V_INSTANCE)
            continue;
        Value *bound = new(p->a, Value, 1);
        *bound = *fn;
        bound->hash = 0;
        bound->self = given[0].v[i];
        out = values_union(p->a, out, function_returns(p, fn->file, fn->scope, frame_given(p, bound, given + 1, n - 1)));
    }
    return out.n || out.open ? out : function_returns(p, fn->file, fn->scope, 0);
}

/* What a function gives for these arguments. */
Values callback_result(Project *p, const Value *fn, const Values *given, i32 n, Site call)
{
    Site none = {call.file, 0, call.frame};
    if (fn->kind == V_FUNCTION) {
        const Facts *f = p->files[fn->file].f;
        const Scope *s = &f->scopes.v[fn->scope];
        bool member = s->kind == SCOPE_FUNCTION && f->scopes.v[s->parent].kind == SCOPE_CLASS && !(s->flags & SCOPE_STATIC);
        if (member && n > 0 && (i32)s->nparams == n - 1)
            return unbound(p, fn, given, n);
        return function_returns(p, fn->file, fn->scope, frame_given(p, fn, given, n));
    }
    if (fn->kind == V_CLASS) /* T::new */
        return apply(p, fn, none);
    if (fn->kind == V_EXTERN && n > 0) { /* String::trim */
        Values out = {.open = given[0].open};
        Str name = str_from(fn->text, str_rfind_u8(fn->text, '.') + 1);
        Surface s;
        if (surface_find(p, p->files[call.file].f->lang, fn->text, &s))
            return surface_call(p, &s, 0, none);
        for (i32 i = 0; i < given[0].n; i++)
            out = values_union(p->a, out, call_values(p, member_of(p, given[0].v[i], name, none), none));
        return out;
    }
    return apply(p, fn, none);
}

static Values shaped(Project *p, const Facts *f, Str lang, Str how, Values r, const Value *recv)
{
    if (str_eq(how, S("result")))
        return r;
    if (str_eq(how, S("self")))
        return recv ? values_one(p->a, recv) : UNKNOWN_VALUES;
    if (str_eq(how, S("item")))
        return recv ? eval_iter(p, values_one(p->a, recv), false) : UNKNOWN_VALUES;
    if (str_eq(how, S("box")) || str_eq(how, S("flatbox"))) {
        bool boxed = how.s[0] == 'f';
        for (i32 i = 0; i < r.n && boxed; i++)
            boxed = is_box(r.v[i]) || r.v[i]->kind == V_LIST;
        return boxed && r.n ? r : box_new(p, lang, unboxed(p, r));
    }
    Value *l = value_new(p->a, V_LIST);
    l->open = true;
    if (str_eq(how, S("list"))) {
        if (f->traits & TRAIT_MODULES_PATHS) /* however many there are, all are made alike */
            l->open = recv && recv->kind == V_LIST && recv->open && recv->nitems;
        list_add(p, l, r);
    } else if (str_eq(how, S("flat"))) {
        Values in = {.open = r.open};
        for (i32 i = 0; i < r.n; i++)
            in = values_union(p->a, in, r.v[i]->kind == V_LIST ? eval_iter(p, values_one(p->a, r.v[i]), false) : unboxed(p, values_one(p->a, r.v[i])));
        list_add(p, l, in);
    } else {
        return values_extern(p->a, S("done()"));
    }
    return values_one(p->a, l);
}

Values callback_call(Project *p, const Surface *s, const Value *recv, Site call)
{
    i64 at = 0;
    bool found;
    str_i64(surface_word(s->does, 1), &at);
    Str how = surface_word(s->does, 3);
    Values r = {0};
    if (!str_eq(how, S("self")) && !str_eq(how, S("none")) && !str_eq(how, S("item"))) {
        Values f = call_arg(p, call, 0, (i32)at, (Str){0}, &found), given[GIVEN_MAX];
        i32 n = given_by(p, s, recv, call, given);
        r.open = f.n ? f.open : f.open | OPEN;
        for (i32 i = 0; i < f.n && p->nest <= NEST_MAX; i++)
            r = values_union(p->a, r, callback_result(p, f.v[i], given, n, call));
    }
    return shaped(p, p->files[call.file].f, s->sdk, how, r, recv);
}

/* A client's method that is handed on and called with these values. */
void callback_performs(Project *p, Drafts *d, const Value *fn, Site call, i32 arg)
{
    Values given[GIVEN_MAX];
    i32 n = callback_given(p, call, arg, given);
    iz before = d->n;
    u32 all = EXPR(p->files[call.file].f, call.expr)->nargs;
    if (!n)
        return;
    if (fn->kind == V_METHOD) {
        perform(p, d, fn, call, all);
        for (iz i = before; i < d->n; i++)
            for (i32 k = 0; k < given[0].n; k++) {
                Values in = input_members(p, d->v[i].service, d->v[i].operation, given[0].v[k], 0);
                map_merge(p, d->v[i].args, in, given[0].n > 1);
            }
        for (iz i = before; i < d->n; i++)
            d->v[i].args->open |= given[0].n ? given[0].open : OPEN;
    } else if (fn->kind == V_EXTERN) { /* S3Client::listBuckets */
        Str name = str_from(fn->text, str_rfind_u8(fn->text, '.') + 1);
        for (i32 i = 0; i < given[0].n; i++) {
            const Value *x = given[0].v[i];
            if (x->kind != V_CLIENT && x->kind != V_OBJECT)
                continue;
            Values m = member_of(p, x, name, (Site){call.file, 0, 0});
            for (i32 k = 0; k < m.n; k++)
                perform(p, d, m.v[k], call, all);
        }
    }
    for (iz i = before; i < d->n; i++)
        d->v[i].via = S("passed");
}

static bool reported(const Project *p, const Source *src, const Draft *d, const Expr *e)
{
    for (iz i = 0; i < p->out.n; i++) {
        const SdkCall *c = &p->out.v[i];
        if (c->src == src && c->off <= e->off && c->end >= e->end && str_eq(c->service, d->service) && str_eq(c->operation, d->operation))
            return true;
    }
    return false;
}

void emit_references(Project *p, u32 file)
{
    const Facts *f = p->files[file].f;
    Str text = f->src->text;
    for (iz i = 1; i < f->exprs.n; i++) {
        const Expr *e = &f->exprs.v[i];
        iz before = (iz)e->end - e->str.len;
        if (e->kind != EX_MEMBER || before < 2 || text.s[before - 1] != ':' || text.s[before - 2] != ':' || !verb_name(p, f->lang, e->str))
            continue;
        values_reset(p, false);
        query_begin(p);
        p->first_here = p->out.n;
        Values obj = eval(p, (Site){file, e->a, 0});
        Drafts d = {0};
        Surface s;
        for (i32 k = 0; k < obj.n; k++) {
            const Value *x = obj.v[k];
            Values of = values_one(p->a, x); /* S3Client::listBuckets: of any such client */
            if (x->kind == V_EXTERN)
                of = surface_find(p, f->lang, x->text, &s) ? surface_type(p, f->lang, &s) : (Values){0};
            for (i32 n = 0; n < of.n; n++)
                if (of.v[n]->kind == V_CLIENT) {
                    Values m = member_of(p, of.v[n], e->str, (Site){file, 0, 0});
                    for (i32 q = 0; q < m.n; q++)
                        perform(p, &d, m.v[q], (Site){file, 0, 0}, 0);
                }
        }
        for (iz k = 0; k < d.n; k++) {
            if (reported(p, f->src, &d.v[k], e))
                continue;
            d.v[k].args->open = true;
            d.v[k].via = S("reference");
            emit_draft(p, &d.v[k], (Site){file, (ExprId)i, 0}, e->str, 0, EVIDENCE_EXACT);
        }
    }
}

/* --- a function's parameters --- */

/* list.forEach(x -> …): x is each of the items. frame: the context of the function around. */
Values lambda_param(Project *p, u32 file, ScopeId lambda, u32 param, u32 frame)
{
    const Facts *f = p->files[file].f;
    CallSite c = lambda_site(p, file, lambda);
    Values given[GIVEN_MAX];
    if (!c.expr || c.arg < 0)
        return (Values){0};
    i32 n = callback_given(p, (Site){file, c.expr, frame}, c.arg, given), k = (i32)(param - f->scopes.v[lambda].params);
    return k < n ? given[k] : (Values){0};
}

/* Calls of a function through a variable or a parameter: f.accept(x). The methods that call a function are rows "$function.NAME value invoke". */
i32 functional_contexts(Project *p, u32 file, ScopeId lambda, u32 *frames, i32 n, i32 max)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[lambda];
    if (!s->nparams || s->kind == SCOPE_BLOCK)
        return n;
    CallSite c = lambda_site(p, file, lambda);
    if (c.expr) { /* handed to a function of the project? */
        Values callee = eval(p, (Site){file, EXPR(f, c.expr)->a, 0});
        bool own = false;
        for (i32 i = 0; i < callee.n; i++)
            own = own || callee.v[i]->kind == V_FUNCTION || callee.v[i]->kind == V_CLASS;
        if (!own)
            return n;
    }
    Rows invokers = tbl_prefix(p->t, TBL_sdkword, 1, S("invoker"), (Str){0});
    for (u32 k = invokers.first; k < invokers.first + invokers.n; k++) {
        int left = CALLERS_MAX;
        for (i32 i = map_get(&p->sites, tbl_get(p->t, TBL_sdkword, k, sdkword_name)); i >= 0 && left-- > 0 && n < max; i = p->site.v[i].next) {
            const CallSite *at = &p->site.v[i];
            const Facts *cf = p->files[at->file].f;
            const Expr *e = EXPR(cf, at->expr), *callee = EXPR(cf, e->a);
            if (at->arg >= 0 || e->nargs != s->nparams || callee->kind != EX_MEMBER || !str_eq(cf->lang, f->lang))
                continue;
            Values fn = eval(p, (Site){at->file, callee->a, 0});
            for (i32 j = 0; j < fn.n; j++)
                if (fn.v[j]->kind == V_FUNCTION && fn.v[j]->file == file && fn.v[j]->scope == lambda) {
                    u32 fr = frame_for(p, file, lambda, (Site){at->file, at->expr, 0}, fn.v[j]->self, 0);
                    if (fr && n < max)
                        frames[n++] = fr;
                }
        }
    }
    return n;
}
