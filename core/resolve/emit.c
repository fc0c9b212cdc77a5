/* emit.c: from values to SDK calls. Every call and every attribute of the project is asked what it performs; a call whose receiver is
 * unknown is judged by the evidence that remains (evidence.c). One place in the source gives one SdkCall an operation; the argument sets
 * of different calling contexts are its alternatives. */
#include "settings.h"
#include "statics.h"

#include <stdlib.h>

/* --- arguments: copies that outlive the values --- */

static const Origin *copy_origin(Project *p, const Origin *o)
{
    enum { CHAIN_MAX = 12 };
    Origin *head = 0, *tail = 0;
    for (int n = 0; o && n < CHAIN_MAX; o = o->from, n++) {
        Origin *c = new(p->result, Origin, 1);
        *c = *o;
        c->from = 0;
        c->what = str_dup(p->result, o->what);
        c->variable = str_dup(p->result, o->variable);
        if (o->src) {
            Str here = str_from(o->src->text, o->off);
            c->end = o->off + (str_starts(here, o->what) ? (u32)o->what.len : 0);
            source_where(p->result, o->src, o->off); /* while there is a text */
        }
        if (tail)
            tail->from = c;
        else
            head = c;
        tail = c;
    }
    return head;
}

static const ArgValue *one_arg(Project *p, const Value *v, int depth)
{
    ArgValue *a = new(p->result, ArgValue, 1);
    a->origin = copy_origin(p, v->origin);
    switch ((ValueKind)v->kind) {
    case V_NULL:
        a->kind = ARG_NULL;
        break;
    case V_TEXT:
        a->kind = ARG_TEXT;
        a->text = str_dup(p->result, v->text);
        a->limit = v->cut;
        break;
    case V_BOOL:
        a->kind = ARG_BOOL;
        a->text = str_dup(p->result, v->text);
        break;
    case V_LIST:
        a->kind = ARG_LIST;
        a->open = v->open;
        a->limit = limits_of(v->open);
        vec_exact(p->result, &a->items, v->nitems);
        p->arg_nodes -= v->nitems; /* what one holds leaves room for the others */
        for (i32 i = 0; i < v->nitems; i++) {
            p->arg_nodes++;
            *(const ArgValue **)vec_push(p->result, &a->items) = arg_of_values(p, v->items[i], depth + 1);
        }
        break;
    case V_MAP:
    case V_REQUEST:
        a->kind = ARG_MAP;
        a->open = v->open;
        a->limit = limits_of(v->open);
        vec_exact(p->result, &a->fields, v->nfields);
        p->arg_nodes -= v->nfields;
        for (i32 i = 0; i < v->nfields; i++) {
            p->arg_nodes++;
            ArgField *f = vec_push(p->result, &a->fields);
            f->name = str_dup(p->result, v->fields[i].name);
            f->value = arg_of_values(p, v->fields[i].val, depth + 1);
            f->maybe = v->fields[i].maybe;
        }
        break;
    default:
        a->kind = ARG_UNKNOWN;
        break;
    }
    return a;
}

/* One of the alternatives is not known because the code does not say it: then no limit is to blame for what the others are. */
static bool says_nothing(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        switch ((ValueKind)v.v[i]->kind) {
        case V_TEXT:
            if (v.v[i]->text.len == 1 && v.v[i]->text.s[0] == TEXT_HOLE && (!v.v[i]->cut || v.plain))
                return true;
            break;
        case V_NULL:
        case V_BOOL:
        case V_LIST:
        case V_MAP:
        case V_REQUEST:
            break;
        default:
            return true;
        }
    return v.open & OPEN;
}

const ArgValue *arg_of_values(Project *p, Values v, int depth)
{
    enum { ARG_DEPTH = 12 }; /* deeper than any rule looks */
    ArgValue *head = 0, *tail = 0;
    bool said = !says_nothing(v);
    if (!depth)
        p->arg_nodes = ARG_NODES;
    for (i32 i = 0; i <= v.n; i++) {
        ArgValue *a;
        bool told = i < v.n && depth < ARG_DEPTH && p->arg_nodes > 0;
        p->arg_nodes -= told;
        if (told) {
            a = (ArgValue *)(void *)(uintptr_t)one_arg(p, v.v[i], depth);
        } else if (v.open || i < v.n || !v.n) {
            a = new(p->result, ArgValue, 1);
            a->kind = ARG_UNKNOWN;
            a->limit = i < v.n ? LIMIT_VALUES : limits_of(v.open);
            i = v.n;
        } else {
            break;
        }
        if (!said || (v.plain && a->kind == ARG_TEXT))
            a->limit = 0;
        if (tail)
            tail->alt = a;
        else
            head = a;
        tail = a;
    }
    return head;
}

/* --- from drafts to calls --- */

static Str text_of(const Facts *f, ExprId e)
{
    return str_head(str_from(f->src->text, EXPR(f, e)->off), (iz)(EXPR(f, e)->end - EXPR(f, e)->off));
}

static void add_params(Project *p, SdkCall *c, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    if (e->kind != EX_CALL && e->kind != EX_NEW)
        return;
    vec_exact(p->result, &c->params, e->nargs);
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        CallParam *q = vec_push(p->result, &c->params);
        Values v = eval(p, (Site){at.file, a->value, at.frame});
        q->name = a->name;
        q->text = text_of(f, a->value);
        q->splat = a->splat;
        if (v.n == 1 && !v.open && v.v[0]->kind == V_TEXT && text_known(v.v[0]->text)) {
            q->resolved = true;
            q->value = str_dup(p->result, v.v[0]->text);
        }
    }
}

static bool same_draft(const Draft *x, const Draft *y)
{
    return str_eq(x->service, y->service) && str_eq(x->operation, y->operation) && value_same(x->args, y->args) &&
           values_same(x->region, y->region) && !x->region.open == !y->region.open;
}

static const ArgValue *region_of(Project *p, const Draft *d)
{
    return d->region.n || d->region.open ? arg_of_values(p, d->region, 0) : 0;
}

static bool has_region(const ArgValue *all, const ArgValue *x)
{
    for (; all; all = all->alt)
        if (all->kind == x->kind && (x->kind != ARG_TEXT || str_eq(all->text, x->text)))
            return true;
    return false;
}

/* The same call on clients of several regions; a client without one is in whatever region the user says. */
static void join_regions(Project *p, SdkCall *c, const Draft *d)
{
    const ArgValue *more = region_of(p, d);
    if (!more && !c->region)
        return;
    ArgValue *none = new(p->result, ArgValue, 1);
    none->kind = ARG_UNKNOWN;
    if (!c->region)
        c->region = none;
    for (const ArgValue *x = more ? more : none; x; x = x->alt)
        if (!has_region(c->region, x)) {
            ArgValue *y = new(p->result, ArgValue, 1);
            *y = *x;
            y->alt = c->region;
            c->region = y;
        }
}

void emit_draft(Project *p, const Draft *d, Site at, Str written, const StrVec *services, Evidence evidence)
{
    Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    if (!tbl_find2(p->t, TBL_operation, d->service, d->operation).n && !tbl_find2(p->t, TBL_xop, d->service, d->operation).n)
        return;
    Value *told = takes_keywords_only(p, d->sdk) ? d->args : model_args(p, d->service, d->operation, builder_args(p, d->sdk, d->service, d->args));
    const ArgValue *args = arg_of_values(p, values_one(p->a, told), 0);
    for (iz i = p->out.n; i-- > p->first_here;) { /* the same operation at this place: another set of arguments */
        SdkCall *c = &p->out.v[i];
        if (!str_eq(c->service, d->service) || !str_eq(c->operation, d->operation) || c->src != f->src || c->off != e->off ||
            c->end != e->end)
            continue;
        ArgValue *last = (ArgValue *)(void *)(uintptr_t)c->args;
        while (last->alt)
            last = (ArgValue *)(void *)(uintptr_t)last->alt;
        last->alt = args;
        join_regions(p, c, d);
        return;
    }
    SdkCall *c = vec_push(p->keep, &p->out);
    c->sdk = d->sdk;
    c->service = str_dup(p->result, d->service);
    c->operation = str_dup(p->result, d->operation);
    vec_exact(p->result, &c->services, services ? services->n : 1);
    for (iz i = 0; services && i < services->n; i++)
        *(Str *)vec_push(p->result, &c->services) = services->v[i];
    if (!services)
        *(Str *)vec_push(p->result, &c->services) = c->service;
    c->written = written;
    c->via = d->via;
    c->evidence = evidence;
    c->src = f->src;
    c->off = e->off;
    c->end = e->end;
    c->text = text_of(f, at.expr);
    source_where(p->result, f->src, e->off);
    if (e->kind == EX_CALL && EXPR(f, e->a)->kind == EX_MEMBER)
        c->receiver = text_of(f, EXPR(f, e->a)->a);
    add_params(p, c, at);
    c->args = args;
    c->region = region_of(p, d);
}

/* Calling contexts of the function around a call, callers of callers included. */
static i32 contexts_around(Project *p, u32 file, u32 off, u32 *frames, i32 max, int depth)
{
    const Facts *f = p->files[file].f;
    ScopeId fn = scope_function(f, scope_at(p, file, off));
    while (fn && f->scopes.v[fn].kind == SCOPE_CLASS)
        fn = scope_function(f, f->scopes.v[fn].parent);
    if (!fn)
        return 0;
    u32 direct[CONTEXTS_MAX];
    if (p->steps < EVAL_STEPS / 4)
        query_begin(p);
    i32 n = function_contexts(p, file, fn, direct, CONTEXTS_MAX), out = 0;
    while (n == 0 && f->scopes.v[fn].kind == SCOPE_LAMBDA && f->traits & TRAIT_MODULES_CLASSES) { /* it runs where it stands */
        fn = scope_function(f, f->scopes.v[fn].parent);
        while (fn && f->scopes.v[fn].kind == SCOPE_CLASS)
            fn = scope_function(f, f->scopes.v[fn].parent);
        n = fn ? function_contexts(p, file, fn, direct, CONTEXTS_MAX) : 0;
        if (!fn)
            break;
    }
    if (n >= CONTEXTS_MAX || called_elsewhere(p, file, fn, direct, n))
        return 0; /* too many to tell apart, or not all of them */
    for (i32 i = 0; i < n && out < max; i++) { /* max: too many */
        Frame fr = p->frames.v[direct[i]];
        u32 up[CONTEXTS_MAX];
        i32 m = depth < 3 && fr.call.expr ? contexts_around(p, fr.call.file, EXPR(p->files[fr.call.file].f, fr.call.expr)->off, up, max, depth + 1) : 0;
        for (i32 k = 0; k < m && out < max; k++)
            frames[out++] = frame_for(p, fr.file, fr.fn, (Site){fr.call.file, fr.call.expr, up[k]}, fr.self, fr.skip);
        if (m == 0 && out < max)
            frames[out++] = direct[i];
    }
    return out < max ? out : 0;
}

/* A method of which all is known that it is called on. */
static bool receivers_known(Project *p, u32 file, u32 off)
{
    const Facts *f = p->files[file].f;
    ScopeId fn = scope_function(f, scope_at(p, file, off));
    while (fn && f->scopes.v[fn].kind == SCOPE_LAMBDA)
        fn = scope_function(f, f->scopes.v[fn].parent);
    return fn && tells_types(f) && f->scopes.v[fn].owner && callers_known(p, file, fn);
}

/* Whether the class around has classes below: what they say in its place goes with their own instances. */
static bool has_subclasses(Project *p, u32 file, u32 off)
{
    const Facts *f = p->files[file].f;
    ScopeId cls = scope_class(f, scope_at(p, file, off));
    return cls && f->traits & (TRAIT_MODULES_DOTTED | TRAIT_MODULES_PATHS) && kin_of(p, file, cls)->subclasses.n;
}

/* More than one argument has several values, or the receiver several services: which goes with which depends on the context. */
static bool contexts_matter(Project *p, const Drafts *d, u32 file, u32 off)
{
    i32 several = 0;
    for (iz i = 0; i < d->n; i++) {
        several = 0;
        for (i32 k = 0; k < d->v[i].args->nfields; k++) {
            const Field *x = &d->v[i].args->fields[k];
            several += x->val.n > 1 || (x->val.n == 1 && x->val.open) || x->maybe;
        }
        if (several > 1 || (several && d->n > 1) || d->v[i].args->open)
            return true;
    }
    return d->n > 1 || (several && (receivers_known(p, file, off) || has_subclasses(p, file, off)));
}

/* --- what one call performs --- */

/* partial(f, …) only keeps f for later. */
static bool makes_partial(Project *p, Values callee, Site at)
{
    Surface s;
    for (i32 i = 0; i < callee.n; i++)
        if (callee.v[i]->kind == V_EXTERN && surface_find(p, p->files[at.file].f->lang, callee.v[i]->text, &s) &&
            (str_eq(s.does, S("value partial")) || str_eq(s.does, S("value getattr"))))
            return true;
    return false;
}

/* A method that an interface declares. */
static bool bodiless(Project *p, const Value *fn)
{
    const Facts *f = p->files[fn->file].f;
    return f->scopes.v[f->scopes.v[fn->scope].parent].flags & SCOPE_INTERFACE;
}

static bool any_fits(Project *p, const Drafts *d)
{
    for (iz i = 0; i < d->n; i++)
        if (draft_fits(p, &d->v[i]))
            return true;
    return false;
}

/* The client may be one of several services that share a method's name: those whose operation does not have the arguments are not meant. */
static void keep_fitting(Project *p, Drafts *d)
{
    iz n = 0;
    bool fit = any_fits(p, d);
    for (iz i = 0; i < d->n && fit; i++)
        if (draft_fits(p, &d->v[i]))
            d->v[n++] = d->v[i];
    if (fit)
        d->n = n;
}

/* x.send(request): whatever x is, the method is that by which clients of this SDK send requests. */
static bool sends_requests(Project *p, const Facts *f, const Expr *call)
{
    Surface s;
    const Expr *c = EXPR(f, call->a);
    return c->kind == EX_MEMBER && surface_method(p, f->lang, S("$client"), (Str){0}, c->str, &s) &&
           str_eq(surface_word(s.does, 0), S("send"));
}

/* The same resource with identifiers that nobody knows. */
static const Value *any_of_type(Project *p, const Value *r)
{
    Value *v = new(p->a, Value, 1);
    *v = *r;
    v->hash = 0;
    v->own = 0;
    if (r->self)
        v->self = any_of_type(p, r->self);
    v->fields = new(p->a, Field, r->nfields);
    for (i32 i = 0; i < r->nfields; i++)
        v->fields[i] = (Field){r->fields[i].name, UNKNOWN_VALUES, r->fields[i].maybe};
    return v;
}

/* The receiver may also be one that is not known: of the same type then, as what is called on it shows. */
static void perform_on_others(Project *p, Drafts *d, Values callee, Site at)
{
    for (i32 i = 0; i < callee.n && callee.open; i++) {
        const Value *x = callee.v[i];
        if (x->kind != V_METHOD || (x->self->kind != V_RESOURCE && x->self->kind != V_COLLECTION))
            continue;
        Value *m = new(p->a, Value, 1);
        *m = *x;
        m->hash = 0;
        m->self = any_of_type(p, x->self);
        perform(p, d, m, at, 0);
    }
}

/* df.to_csv("s3://bucket/key"): rows "$any.NAME" that the arguments alone settle. */
static void perform_by_name(Project *p, Drafts *d, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *callee = EXPR(f, EXPR(f, at.expr)->a);
    Surface s;
    if (callee->kind != EX_MEMBER || !(f->traits & TRAIT_MODULES_DOTTED) || !surface_find(p, f->lang, str_cat(p->a, S("$any."), callee->str), &s))
        return;
    Value method = {.kind = V_EXTERN, .text = s.path};
    if (str_starts(s.does, S("op ")) && str_find(s.does, S("~=")) > 0)
        perform(p, d, &method, at, 0);
}

static void drafts_at(Project *p, Drafts *d, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    Values callee = eval(p, (Site){at.file, e->a, at.frame});
    d->cut = callee.n || !p->limited ? limits_of(callee.open) : limits_of(eval_cut(p));
    query_begin(p); /* the arguments are a question of their own */
    for (i32 i = 0; i < callee.n; i++)
        perform(p, d, callee.v[i], at, 0);
    perform_on_others(p, d, callee, at);
    if (callee.open && !d->n)
        d->unknown = true;
    bool own = false;
    for (i32 i = 0; i < callee.n; i++)
        own = own || (callee.v[i]->kind == V_FUNCTION && !bodiless(p, callee.v[i])) || callee.v[i]->kind == V_CLASS || callee.v[i]->kind == V_PARTIAL ||
              (callee.v[i]->kind == V_EXTERN && str_starts(callee.v[i]->text, SDK_OTHER));
    d->own = own && !callee.open && p->steps > 0;
    if (!own && !d->n && (!d->no_operation || callee.open) && has_member_keyword(f, e))
        d->unknown = true; /* made by code that was not given, or not understood: its arguments may still speak for it */
    bool sends = (!own || callee.open) && sends_requests(p, f, e); /* own: a double of the client, in a test; others may be passed */
    if ((!own || sends) && !d->n && !takes_keywords_only(p, f->lang))
        perform_by_input(p, d, at, (!callee.n && EXPR(f, e->a)->kind == EX_INDEX) || sends);
    if (!own && !d->n)
        perform_by_name(p, d, at);
    if (d->n > 1 && takes_keywords_only(p, f->lang))
        keep_fitting(p, d);
    if (own || d->n || makes_partial(p, callee, at))
        return;
    /* a client's method passed on to something that is not the project's: it is called with what follows */
    u32 k = 0;
    FOR_ARGS(f, e, it) {
        k++;
        if (!may_be_method(p, at.file, ARG(f, it)->value))
            continue;
        Values v = eval(p, (Site){at.file, ARG(f, it)->value, at.frame});
        for (i32 i = 0; i < v.n; i++) {
            const Value *m = v.v[i];
            iz had = d->n;
            if (f->traits & TRAIT_MODULES_CLASSES && (m->kind == V_METHOD || m->kind == V_EXTERN))
                callback_performs(p, d, m, at, (i32)k - 1);
            if (d->n > had)
                continue;
            if (m->kind == V_PARTIAL || (m->kind == V_METHOD && (m->self->kind == V_CLIENT || m->self->kind == V_RESOURCE || m->self->kind == V_PAGINATOR || m->self->kind == V_WAITER))) {
                iz before = d->n;
                perform(p, d, m, at, k);
                for (iz j = before; j < d->n; j++) {
                    d->v[j].args->open |= e->nargs > k || !takes_keywords_only(p, f->lang); /* positional ones may be anything */
                    d->v[j].via = S("passed");
                }
            }
        }
    }
}

/* The function one of whose parameters is called, or is a method that the call passes on; 0: none. */
static ScopeId calls_param(Project *p, u32 file, ExprId expr, const Drafts *d)
{
    const File *fl = &p->files[file];
    const Expr *e = EXPR(fl->f, expr);
    bool passed = false;
    for (iz i = 0; i < d->n; i++)
        passed = passed || str_eq(d->v[i].via, S("passed"));
    ArgId it = passed ? e->args : 0;
    for (ExprId x = e->a; x; it = it ? ARG(fl->f, it)->next : 0) {
        const Expr *n = EXPR(fl->f, x);
        i32 at = n->kind == EX_NAME ? defs_seen(fl, n->str, scope_at(p, file, n->off)) : -1;
        if (at >= 0 && fl->def.v[at].kind == DEF_PARAM && fl->f->params.v[fl->def.v[at].param].kind != PARAM_RECEIVER)
            return fl->def.v[at].scope;
        x = it ? ARG(fl->f, it)->value : 0;
    }
    return 0;
}

static void add_new(Project *p, Drafts *all, const Drafts *more)
{
    for (iz k = 0; k < more->n; k++) {
        bool known = false;
        for (iz j = 0; j < all->n && !known; j++)
            known = same_draft(&all->v[j], &more->v[k]);
        if (!known)
            *(Draft *)vec_push(p->a, all) = more->v[k];
    }
}

/* A method that is a parameter: which, every caller says for itself. */
static bool from_callers(Project *p, Drafts *d, Site at, ScopeId fn)
{
    u32 frames[CALLERS_MAX];
    bool more;
    i32 n = every_context(p, at.file, fn, frames, CALLERS_MAX, &more);
    Drafts all = {0};
    for (i32 i = 0; i < n; i++) {
        Drafts one = {0};
        query_begin(p);
        drafts_at(p, &one, (Site){at.file, at.expr, frames[i]});
        add_new(p, &all, &one);
    }
    if (all.n && more)
        all.cut |= LIMIT_VALUES;
    if (all.n)
        *d = all;
    return all.n > 0;
}

/* Whether a service that the project uses has an operation of the name that is called, or requests are sent. */
static bool names_used(Project *p, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    Str name = expr_simple_name(f, e->a);
    for (iz i = 0; i < p->evidenced.n; i++)
        if (sdk_operation(p, f->lang, p->evidenced.v[i], name).len)
            return true;
    return sends_requests(p, f, e);
}

/* What is called was not found to its end. */
static void warn_cut(Project *p, u8 cut, Site at, bool found)
{
    if (!cut || !(found ? cut & LIMIT_VALUES : names_used(p, at)))
        return;
    if (cut & LIMIT_VALUES)
        warn_at(p, DIAG_too_many_clients, at);
    else if (p->files[at.file].f != p->involved) /* once a file */
        warn_at(p, DIAG_too_involved, at);
    p->involved = cut & LIMIT_VALUES ? p->involved : p->files[at.file].f;
}

static bool several_services(const Drafts *d)
{
    for (iz i = 1; i < d->n; i++)
        if (!str_eq(d->v[i].service, d->v[0].service))
            return true;
    return false;
}

static void call_at(Project *p, u32 file, ExprId expr, bool *unknown, bool *client, u8 *limits)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, expr);
    Drafts d = {0};
    Str written = expr_simple_name(f, e->a);
    if (!written.len)
        written = text_of(f, e->a);
    values_reset(p, false);
    query_begin(p);
    p->first_here = p->out.n;
    drafts_at(p, &d, (Site){file, expr, 0});
    if (!d.n && !d.own && tells_types(f)) {
        query_begin(p);
        static_drafts(p, &d, (Site){file, expr, 0});
    }
    bool cut = p->steps <= 0;
    *unknown = d.n == 0 && (d.unknown || d.client_of_unknown || p->steps <= 0);
    *client = d.client_of_unknown;
    *limits = d.cut;
    if (!d.n && d.no_operation && takes_keywords_only(p, f->lang) && has_member_keyword(f, e))
        warn_at(p, d.cut & LIMIT_VALUES ? DIAG_too_many_clients : d.cut ? DIAG_too_involved : DIAG_unknown_operation, (Site){file, expr, 0});
    if (d.open_name)
        warn_at(p, d.open_name_some ? DIAG_open_operations : DIAG_open_operation, d.open_name_at);
    if (d.open_request && !d.n && p->steps > 0)
        warn_at(p, DIAG_open_operation, (Site){file, expr, 0});
    if (!d.n)
        return;
    if (several_services(&d)) /* and more, perhaps; of one, what is not known is probably that one too */
        warn_cut(p, d.cut, (Site){file, expr, 0}, true);
    if (takes_keywords_only(p, f->lang) && !any_fits(p, &d)) { /* not what the receiver seems to be */
        infer_call(p, (Site){file, expr, 0}, false, false);
        if (p->out.n > p->first_here)
            return;
    }
    ScopeId through = calls_param(p, file, expr, &d);
    through = through && from_callers(p, &d, (Site){file, expr, 0}, through) ? through : 0;
    if (through)
        warn_cut(p, d.cut, (Site){file, expr, 0}, true);
    if (!through && contexts_matter(p, &d, file, e->off)) {
        u32 frames[CONTEXTS_MAX];
        i32 n = contexts_around(p, file, e->off, frames, CONTEXTS_MAX, 0);
        Drafts all = {0};
        bool lost = false; /* in some context the receiver is not known */
        for (i32 i = 0; i < n; i++) {
            Drafts one = {0};
            query_begin(p);
            drafts_at(p, &one, (Site){file, expr, frames[i]});
            add_new(p, &all, &one);
            if (p->steps <= 0 && !cut) { /* too much to tell apart */
                all.n = 0;
                break;
            }
            lost = lost || (!one.n && one.unknown);
        }
        if (all.n && !lost)
            d = all;
    }
    for (iz i = 0; i < d.n; i++)
        emit_draft(p, &d.v[i], (Site){file, expr, 0}, written, 0, d.v[i].inferred ? EVIDENCE_INFERRED : EVIDENCE_EXACT);
}

/* Whether reading the member needs the resource's data: an attribute, or a reference that is made from one. */
static bool loads(Project *p, const Value *r, Str name)
{
    if (tbl_find3(p->t, TBL_rattr, r->service, r->type, name).n)
        return true;
    Rows h = tbl_find3(p->t, TBL_rhas, r->service, r->type, name);
    return h.n && str_find(tbl_get(p->t, TBL_rhas, h.first, rhas_identifiers), S("=data:")) >= 0;
}

/* Attributes of resources that are loaded when first read. */
static void attributes(Project *p, u32 file)
{
    const Facts *f = p->files[file].f;
    for (iz i = 1; i < f->exprs.n; i++) {
        const Expr *e = &f->exprs.v[i];
        if (e->kind != EX_MEMBER || !(tbl_find1(p->t, IDX_rattr_by_name, e->str).n || tbl_find1(p->t, IDX_rhas_by_name, e->str).n))
            continue;
        values_reset(p, false);
        query_begin(p);
        p->first_here = p->out.n;
        Values obj = eval(p, (Site){file, e->a, 0});
        for (i32 k = 0; k < obj.n; k++) {
            const Value *r = obj.v[k];
            if (r->kind != V_RESOURCE || !loads(p, r, e->str))
                continue;
            Rows t = tbl_find2(p->t, TBL_rtype, r->service, r->type);
            Drafts d = {0};
            Value *args = value_new(p->a, V_MAP);
            Site at = {file, (ExprId)i, 0};
            set_params(p, args, tbl_get(p->t, TBL_rtype, t.first, rtype_loadparams), r, (Site){0});
            Draft *x = draft_add(p, &d, r->sdk, r->service, tbl_get(p->t, TBL_rtype, t.first, rtype_load), args);
            x->via = S("attribute");
            x->region = r->region;
            emit_draft(p, x, at, e->str, 0, EVIDENCE_EXACT);
        }
    }
}

int calls_by_place(const void *x, const void *y)
{
    const SdkCall *a = x, *b = y;
    int c = str_cmp(a->src->path, b->src->path);
    if (!c)
        c = (a->off > b->off) - (a->off < b->off);
    if (!c)
        c = (a->end > b->end) - (a->end < b->end);
    if (!c)
        c = str_cmp(a->service, b->service);
    return c ? c : str_cmp(a->operation, b->operation);
}

/* A call that the rest of the evidence must settle. */
typedef struct {
    Site at;
    bool client; /* on a client */
    u8 cut;      /* Drafts.cut */
} OpenCall;

void emit_calls(Project *p)
{
    for (i32 i = 0; i < p->nfiles && !p->whole; i++)
        p->sdk = p->sdk || p->files[i].sdk;
    if (!p->whole)
        p->any = p->sdk = p->sdk || p->hints.n > 0;
    if (p->any) {
        collect_kin(p);
        collect_injection(p);
        collect_evidence(p);
    }
    p->collected = true;
    VEC(OpenCall) open = {0}; /* lasts */
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        for (iz k = 0; k < f->facts.n; k++) {
            bool unknown = false, client = false;
            u8 cut = 0;
            ExprId call = f->facts.v[k].value;
            /* without any evidence of an SDK only calls that carry their own evidence are looked at */
            if (f->facts.v[k].kind == FACT_CALL && p->stop && p->stop(p->stop_ctx))
                return;
            if (f->facts.v[k].kind != FACT_CALL ||
                !(p->sdk ? may_perform(p, (u32)i, call) : p->any ? may_ask(p, (u32)i, call) : may_infer(p, (u32)i, call)))
                continue;
            call_at(p, (u32)i, call, &unknown, &client, &cut);
            if (unknown)
                *(OpenCall *)vec_push(p->keep, &open) = (OpenCall){{(u32)i, call, 0}, client, cut};
        }
    }
    for (i32 i = 0; i < p->nfiles; i++)
        warn_unknown(p, (u32)i);
    emit_annotations(p);
    for (i32 i = 0; i < p->nfiles; i++)
        if (p->files[i].f->traits & TRAIT_MODULES_CLASSES && p->sdk)
            emit_references(p, (u32)i);
    for (i32 i = 0; i < p->nfiles && p->uses_resources; i++)
        attributes(p, (u32)i);
    for (iz i = 0; i < open.n; i++) {
        iz before = p->out.n;
        infer_call(p, open.v[i].at, true, open.v[i].client);
        if (p->out.n == before)
            warn_cut(p, open.v[i].cut, open.v[i].at, false);
    }
    if (p->out.n > 1)
        qsort(p->out.v, (size_t)p->out.n, sizeof *p->out.v, calls_by_place);
}
