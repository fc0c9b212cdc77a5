/* evidence.c: calls on receivers of which nothing is known: a parameter nobody passes, an attribute set elsewhere; and on clients of a
 * service that nobody knows.
 *
 * Such a call counts only when the method is an operation of the SDK, its keyword arguments are members of that operation and its required
 * members are there. Among the services that qualify, those win that --service-hints names; whose ARN an argument is; that have all the
 * operations which the code calls on this receiver; that the receiver is named after; that the project constructs or imports. What remains
 * open is emitted as ambiguous with all its services as long as they are few; else it is left out, and the reader is told. */
#include "emit.h"

enum { SERVICES_MAX = 4 }; /* that one call may be of: more would grant far more than the code needs */

typedef VEC(u32) Rows32;

static bool member_known(Project *p, Str service, Str input, Str name)
{
    return tbl_find3(p->t, TBL_member, service, input, name).n > 0;
}

/* Whether the call's arguments fit the operation. */
static bool fits(Project *p, Str service, u32 op, const Value *args, bool splat)
{
    Str input = tbl_get(p->t, TBL_operation, op, operation_input);
    for (i32 i = 0; i < args->nfields; i++)
        if (!member_known(p, service, input, args->fields[i].name) && !(splat && args->fields[i].maybe))
            return false;
    if (splat)
        return true;
    Rows m = tbl_prefix(p->t, TBL_member, 2, service, input);
    for (u32 i = m.first; i < m.first + m.n; i++) {
        Str flags = tbl_get(p->t, TBL_member, i, member_flags);
        if (str_find_u8(flags, 'r') < 0 || str_find_u8(flags, 'i') >= 0)
            continue;
        bool here = false;
        for (i32 k = 0; k < args->nfields && !here; k++)
            here = str_eq(args->fields[k].name, tbl_get(p->t, TBL_member, i, member_name));
        if (!here)
            return false;
    }
    return true;
}

/* Whether the receiver's name says the service: "s3_client", "self.iam", "dynamodbClient". */
static bool named_after(Project *p, Str receiver, Str service)
{
    u8 word[64];
    iz n = 0;
    for (iz i = 0; i <= receiver.len; i++) {
        u8 c = i < receiver.len ? receiver.s[i] : 0;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        bool up = c >= 'A' && c <= 'Z';
        if (n && (!letter || (up && word[n - 1] >= 'a' && word[n - 1] <= 'z'))) {
            if (str_eq(table_service(p->t, (Str){word, n}), service))
                return true;
            if (!letter)
                n = 0;
        }
        if (letter && n < COUNTOF(word))
            word[n++] = up ? (u8)(c + 32) : c;
    }
    return false;
}

static void keep(Project *p, StrVec *v, const StrVec *among)
{
    StrVec kept = {0};
    for (iz i = 0; i < v->n; i++)
        if (strvec_has(among, v->v[i]))
            *(Str *)vec_push(p->a, &kept) = v->v[i];
    if (kept.n)
        *v = kept;
}

/* The texts that may tell the service: the receiver itself and the plain names it was assigned from. */
static void receiver_names(Project *p, u32 file, ExprId receiver, StrVec *out)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Expr *r = EXPR(f, receiver);
    int left = DEFS_MAX;
    *(Str *)vec_push(p->a, out) = str_head(str_from(f->src->text, r->off), (iz)(r->end - r->off));
    if (r->kind == EX_MEMBER)
        for (i32 i = map_get(&p->members, r->str); i >= 0 && left-- > 0; i = p->member.v[i].next) {
            const MemberBind *m = &p->member.v[i];
            Str n = expr_simple_name(p->files[m->file].f, p->files[m->file].f->facts.v[m->fact].value);
            if (m->file == file && n.len)
                *(Str *)vec_push(p->a, out) = n;
        }
    if (r->kind == EX_NAME)
        for (i32 i = defs_seen(fl, r->str, scope_at(p, file, r->off)); i >= 0 && left-- > 0; i = fl->def.v[i].next)
            if (fl->def.v[i].kind == DEF_BIND) {
                Str n = expr_simple_name(f, f->facts.v[fl->def.v[i].fact].value);
                if (n.len)
                    *(Str *)vec_push(p->a, out) = n;
            }
    ScopeId cls = scope_class(f, scope_at(p, file, r->off)); /* class PollyWrapper: self.client */
    if (cls)
        *(Str *)vec_push(p->a, out) = f->scopes.v[cls].name;
}

static bool any_named_after(Project *p, const StrVec *names, Str service)
{
    for (iz i = 0; i < names->n; i++)
        if (named_after(p, names->v[i], service))
            return true;
    return false;
}

bool takes_keywords_only(Project *p, Str lang)
{
    Rows r = tbl_find2(p->t, TBL_sdk, lang, S("$methods"));
    return r.n && str_eq(surface_word(tbl_get(p->t, TBL_sdk, r.first, sdk_does), 1), S("snake"));
}

bool draft_fits(Project *p, const Draft *d)
{
    Rows op = tbl_find2(p->t, TBL_operation, d->service, d->operation);
    return str_eq(d->via, S("helper")) || !op.n || fits(p, d->service, op.first, d->args, true);
}

bool draft_whole(Project *p, const Draft *d)
{
    Rows op = tbl_find2(p->t, TBL_operation, d->service, d->operation);
    return op.n && fits(p, d->service, op.first, d->args, d->args->open);
}

bool has_member_keyword(const Facts *f, const Expr *call)
{
    FOR_ARGS(f, call, it) {
        Str n = ARG(f, it)->name;
        if (n.len && n.s[0] >= 'A' && n.s[0] <= 'Z')
            return true;
    }
    return false;
}

bool keywords_fit(Project *p, u32 file, ExprId call, bool required)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call);
    Rows any = tbl_find1(p->t, IDX_operation_by_any_method, expr_simple_name(f, e->a));
    Value args = {.kind = V_MAP};
    Field fields[40];
    bool splat = !required;
    args.fields = fields;
    FOR_ARGS(f, e, it) {
        Str n = ARG(f, it)->name;
        if ((!n.len && ARG(f, it)->splat != 2) || args.nfields == COUNTOF(fields))
            return false;
        splat = splat || !n.len;
        if (n.len)
            fields[args.nfields++] = (Field){.name = n};
    }
    for (u32 i = any.first; i < any.first + any.n; i++) {
        u32 row = tbl_row(p->t, IDX_operation_by_any_method, i);
        if (fits(p, tbl_get(p->t, TBL_operation, row, operation_service), row, &args, splat))
            return true;
    }
    return false;
}

bool may_make(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call), *c = EXPR(f, e->a);
    if (e->kind != EX_CALL || c->kind != EX_MEMBER || !sdk_word(p, S("maker"), c->str))
        return false;
    FOR_ARGS(f, e, it) {
        const Expr *x = EXPR(f, ARG(f, it)->value);
        if (x->kind == EX_STRING && tbl_find1(p->t, TBL_service, x->str).n)
            return true;
    }
    return false;
}

bool may_ask(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call), *c = EXPR(f, e->a);
    if (e->kind != EX_CALL || c->kind != EX_MEMBER || !takes_keywords_only(p, f->lang))
        return false;
    FOR_ARGS(f, e, it)
        if (!ARG(f, it)->name.len && ARG(f, it)->splat != 2)
            return false;
    return tbl_find1(p->t, IDX_operation_by_any_method, c->str).n > 0;
}

bool may_infer(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call);
    if (e->kind != EX_CALL || EXPR(f, e->a)->kind != EX_MEMBER || !takes_keywords_only(p, f->lang))
        return false;
    return has_member_keyword(f, e) && keywords_fit(p, file, call, true);
}

/* Services whose resource an argument names: "arn:aws:sqs:…". */
static void named_by_arns(Project *p, const Value *args, const StrVec *fit, StrVec *out)
{
    for (i32 i = 0; i < args->nfields; i++)
        for (i32 k = 0; k < args->fields[i].val.n; k++) {
            Str t = value_text(args->fields[i].val.v[k]), part[3] = {{0}};
            for (iz n = 0; n < COUNTOF(part); n++)
                if (!str_cut(&t, ':', &part[n]) || !t.len)
                    part[n] = (Str){0};
            if (!str_eq(part[0], S("arn")) || !part[2].len || !text_known(part[2]))
                continue;
            for (iz j = 0; j < fit->n; j++) {
                Rows r = tbl_find1(p->t, TBL_svc, fit->v[j]);
                Str prefixes = r.n ? tbl_get(p->t, TBL_svc, r.first, svc_prefixes) : (Str){0}, one;
                while (str_cut(&prefixes, ',', &one))
                    if (str_eq(one, part[2]))
                        *(Str *)vec_push(p->a, out) = fit->v[j];
            }
        }
}

/* Of the services, those that have every operation which is called on this receiver: a variable within its function, a field within its class. */
static void with_all_calls(Project *p, u32 file, ExprId receiver, StrVec *fit)
{
    const Facts *f = p->files[file].f;
    Str path = expr_path(p->a, f, receiver);
    ScopeId at = scope_at(p, file, EXPR(f, receiver)->off), cls = scope_class(f, at);
    ScopeId around = EXPR(f, receiver)->kind == EX_MEMBER && cls ? cls : scope_function(f, at);
    StrVec kept = *fit;
    if (!path.len)
        return;
    for (u32 i = fact_from(f, f->scopes.v[around].off); i < f->facts.n && f->facts.v[i].off < f->scopes.v[around].end && kept.n; i++) {
        const Fact *x = &f->facts.v[i];
        const Expr *callee = EXPR(f, x->kind == FACT_CALL ? EXPR(f, x->value)->a : 0);
        if (callee->kind != EX_MEMBER || !tbl_find1(p->t, IDX_operation_by_any_method, callee->str).n ||
            !scope_within(f, x->scope, around) || !str_eq(expr_path(p->a, f, callee->a), path))
            continue;
        StrVec both = {0};
        for (iz k = 0; k < kept.n; k++)
            if (tbl_find2(p->t, IDX_operation_by_method, kept.v[k], callee->str).n)
                *(Str *)vec_push(p->a, &both) = kept.v[k];
        kept = both;
    }
    if (kept.n)
        *fit = kept;
}

/* Narrows the services that fit by all but what the whole project uses: see the top. args may be null. */
static void narrow_by_place(Project *p, StrVec *fit, const StrVec *after, u32 file, ExprId receiver, const Value *args)
{
    StrVec arns = {0};
    if (fit->n > 1)
        keep(p, fit, &p->hints);
    if (fit->n > 1 && args)
        named_by_arns(p, args, fit, &arns);
    if (fit->n > 1)
        keep(p, fit, &arns);
    if (fit->n > 1)
        with_all_calls(p, file, receiver, fit);
    if (fit->n > 1 && after->n)
        keep(p, fit, after);
}

static void narrow(Project *p, StrVec *fit, const StrVec *after, u32 file, ExprId receiver)
{
    narrow_by_place(p, fit, after, file, receiver, 0);
    if (fit->n > 1)
        keep(p, fit, &p->evidenced);
}

Values infer_made(Project *p, Site call, Values otherwise)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr), *callee = EXPR(f, e->a);
    Surface s;
    bool found;
    if (!p->sdk || !takes_keywords_only(p, f->lang) || !surface_method(p, f->lang, S("$client"), (Str){0}, callee->str, &s))
        return otherwise;
    Str verb = surface_word(s.does, 0);
    bool pages = str_eq(verb, S("paginator"));
    if (!pages && !str_eq(verb, S("waiter")))
        return otherwise;
    Values names = surface_source(p, surface_word(s.does, 1), &s, call, 0, &found);
    StrVec receivers = {0};
    receiver_names(p, call.file, callee->a, &receivers);
    Values out = {0};
    TableId idx = pages ? IDX_paginator_by_any_method : IDX_waiter_by_any_method;
    for (i32 i = 0; i < names.n; i++) {
        StrVec fit = {0}, after = {0};
        Rows r = tbl_find1(p->t, idx, value_text(names.v[i]));
        for (u32 k = r.first; k < r.first + r.n; k++) {
            Str service = tbl_get(p->t, idx, k, 0);
            *(Str *)vec_push(p->a, &fit) = service;
            if (any_named_after(p, &receivers, service))
                *(Str *)vec_push(p->a, &after) = service;
        }
        strvec_sort_unique(&fit);
        narrow(p, &fit, &after, call.file, callee->a);
        if (fit.n != 1)
            continue;
        Value *c = value_new(p->a, V_CLIENT);
        c->service = fit.v[0];
        c->sdk = f->lang;
        out = values_union(p->a, out, surface_call(p, &s, c, call));
    }
    return out.n ? out : otherwise;
}

Values infer_client(Project *p, Site call, Values otherwise)
{
    const Facts *f = p->files[call.file].f;
    Surface s;
    bool found;
    if (!p->any || !surface_method(p, f->lang, S("$session"), (Str){0}, EXPR(f, EXPR(f, call.expr)->a)->str, &s))
        return otherwise;
    Str verb = surface_word(s.does, 0);
    if (!str_eq(verb, S("client")) && !str_eq(verb, S("resource")))
        return otherwise;
    Values names = surface_source(p, surface_word(s.does, 1), &s, call, 0, &found);
    for (i32 i = 0; i < names.n; i++)
        if (!tbl_find1(p->t, TBL_service, value_text(names.v[i])).n)
            return otherwise;
    if (!names.n || names.open)
        return otherwise;
    Values made = surface_call(p, &s, 0, call), out = {0};
    for (i32 i = 0; i < made.n; i++) {
        Value *v = new(p->a, Value, 1);
        *v = *made.v[i];
        v->hash = 0;
        v->open = v->kind == V_CLIENT || v->open;
        out = values_union(p->a, out, values_one(p->a, v));
    }
    return out;
}

/* "bucket", "table" → Bucket, Table; "dead_letter_queue" → Queue. */
static bool names_type(Str name, Str type)
{
    u8 snake[80];
    iz n = 0;
    for (iz i = 0; i < type.len && n < COUNTOF(snake) - 1; i++) {
        bool up = type.s[i] >= 'A' && type.s[i] <= 'Z';
        if (up && i)
            snake[n++] = '_';
        snake[n++] = up ? (u8)(type.s[i] + 32) : type.s[i];
    }
    Str t = {snake, n};
    return str_eq(name, t) || (name.len > n && str_ends(name, t) && name.s[name.len - n - 1] == '_');
}

Values infer_resource(Project *p, u32 file, Str name, Values otherwise)
{
    const File *fl = &p->files[file];
    Values out = {0};
    for (iz i = 0; i < fl->resources.n; i++) {
        Rows r = tbl_prefix(p->t, TBL_rtype, 1, fl->resources.v[i], (Str){0});
        for (u32 k = r.first; k < r.first + r.n; k++) {
            Str type = tbl_get(p->t, TBL_rtype, k, rtype_type);
            if (!str_eq(type, S(".")) && names_type(name, type))
                out = values_union(p->a, out, resource_new(p, fl->f->lang, fl->resources.v[i], type, (Values){0}));
        }
    }
    return out.n == 1 ? out : otherwise;
}

void collect_evidence(Project *p)
{
    for (i32 i = 0; i < p->nfiles; i++) {
        File *fl = &p->files[i];
        const Facts *f = fl->f;
        if (!fl->sdk)
            continue;
        for (iz k = 0; k < f->facts.n; k++) {
            const Fact *x = &f->facts.v[k];
            Surface s;
            if (x->kind == FACT_IMPORT && x->symbol.len &&
                surface_find(p, f->lang, str_cat3(p->a, npm_name(p, (u32)i, x->module), S("."), x->symbol), &s))
                note_service(p, s.service);
            if (x->kind != FACT_CALL)
                continue;
            Str name = expr_simple_name(f, EXPR(f, x->value)->a);
            if (!sdk_word(p, S("maker"), name))
                continue;
            query_begin(p);
            Values v = eval(p, (Site){(u32)i, x->value, 0});
            for (i32 j = 0; j < v.n; j++)
                if (v.v[j]->kind == V_RESOURCE && !strvec_has(&fl->resources, v.v[j]->service))
                    *(Str *)vec_push(p->keep, &fl->resources) = v.v[j]->service;
        }
    }
    strvec_sort_unique(&p->evidenced);
    values_reset(p, true); /* what was evaluated before the evidence was complete is evaluated anew */
}

/* queue.send_messages(Entries=…), queue being made by code that was not given. */
static void infer_resource_call(Project *p, Site at, const Expr *callee)
{
    const Facts *f = p->files[at.file].f;
    Values r = infer_resource(p, at.file, expr_simple_name(f, callee->a), (Values){0});
    Drafts d = {0};
    if (r.n != 1)
        return;
    Value *m = value_new(p->a, V_METHOD);
    m->self = r.v[0];
    m->text = callee->str;
    perform(p, &d, m, at, 0);
    for (iz i = 0; i < d.n; i++)
        emit_draft(p, &d.v[i], at, callee->str, 0, EVIDENCE_INFERRED);
}

/* A call whose service is told by those that the whole project uses, which are not known before all of its parts are resolved. */
typedef struct Unsettled {
    StrVec fit;    /* services that have such an operation */
    bool bare;     /* only its name speaks for it: it must be one with a `_`, and of a service that the project uses */
    bool outside;  /* its file imports no SDK: it must be of a service that the project uses */
} Unsettled;

static bool uses_one(Project *p, const StrVec *fit)
{
    for (iz i = 0; i < fit->n; i++)
        if (strvec_has(&p->evidenced, fit->v[i]) || strvec_has(&p->hints, fit->v[i]))
            return true;
    return false;
}

static bool allowed(Project *p, const Unsettled *u, Str method)
{
    bool own = (u->bare || u->outside) && uses_one(p, &u->fit);
    return !(u->bare && !(own && str_find_u8(method, '_') >= 0)) && !(u->outside && !own);
}

static Str operation_of(Project *p, Str lang, Str service, Str method)
{
    if (!takes_keywords_only(p, lang))
        return sdk_operation(p, lang, service, method);
    Rows op = tbl_find2(p->t, IDX_operation_by_method, service, method);
    return tbl_get(p->t, IDX_operation_by_method, op.first, operation_name);
}

void calls_settle(Project *p, SdkCalls *calls)
{
    iz n = 0;
    for (iz i = 0; i < calls->n; i++) {
        SdkCall *c = &calls->v[i];
        if (c->unsettled) {
            if (!allowed(p, c->unsettled, c->written))
                continue;
            if (c->services.n > 1)
                keep(p, &c->services, &p->evidenced);
            if (c->services.n > SERVICES_MAX) {
                warn_text(p, DIAG_open_service, c->src, c->off, c->text);
                continue;
            }
            c->service = c->services.v[0];
            c->operation = operation_of(p, c->sdk, c->service, c->written);
            c->evidence = c->services.n > 1 ? EVIDENCE_AMBIGUOUS : EVIDENCE_INFERRED;
            if (c->services.n > 1)
                warn_text(p, DIAG_ambiguous_call, c->src, c->off, c->text);
            c->unsettled = 0;
        }
        calls->v[n++] = *c;
    }
    calls->n = n;
}

/* Rows of the operations that the method may be. Where inputs are objects, only of a client whose service the code leaves open. */
static void operations_called(Project *p, Str lang, Str method, bool client, Rows32 *out)
{
    if (takes_keywords_only(p, lang)) {
        Rows any = tbl_find1(p->t, IDX_operation_by_any_method, method);
        for (u32 i = any.first; i < any.first + any.n; i++)
            *(u32 *)vec_push(p->a, out) = tbl_row(p->t, IDX_operation_by_any_method, i);
        return;
    }
    for (u32 i = 0; client && i < tbl_count(p->t, TBL_svc); i++) {
        Str service = tbl_get(p->t, TBL_svc, i, svc_service), op = sdk_operation(p, lang, service, method);
        Rows r = op.len ? tbl_find2(p->t, TBL_operation, service, op) : (Rows){0};
        if (r.n)
            *(u32 *)vec_push(p->a, out) = r.first;
    }
}

/* obj.name() where a class of the project has such a method, other than the one in which this stands; not where obj is called as a service is. */
static bool is_own_method(Project *p, Site at, Str name, ExprId obj)
{
    const Facts *cf = p->files[at.file].f;
    u32 off = EXPR(cf, at.expr)->off;
    Str receiver = str_lower(p->a, expr_simple_name(cf, obj));
    iz client = str_find(receiver, S("client")); /* s3_client */
    if (client > 0)
        receiver = str_head(receiver, client - (receiver.s[client - 1] == '_'));
    if (client == 0 || table_service(p->t, receiver).len)
        return false;
    for (i32 i = map_get(&p->named, name); i >= 0; i = p->names.v[i].next) {
        const Facts *f = p->files[p->names.v[i].file].f;
        const Scope *s = &f->scopes.v[p->names.v[i].scope];
        bool here = p->names.v[i].file == at.file && s->off <= off && off < s->end;
        if (!here && s->kind == SCOPE_FUNCTION && f->scopes.v[s->parent].kind == SCOPE_CLASS)
            return true;
    }
    return false;
}

/* x.get_paginator("list_certificates"), x being unknown, which several services have: the operation's name. */
static Str paginated(Project *p, Site at, const Expr *callee)
{
    const Str lang = p->files[at.file].f->lang;
    Surface s;
    bool found;
    if (!p->sdk || !surface_method(p, lang, S("$client"), (Str){0}, callee->str, &s) || !str_eq(surface_word(s.does, 0), S("paginator")) ||
        infer_made(p, at, (Values){0}).n)
        return (Str){0};
    Values names = surface_source(p, surface_word(s.does, 1), &s, at, 0, &found);
    return names.n == 1 && !names.open ? value_text(names.v[0]) : (Str){0};
}

void infer_call(Project *p, Site at, bool later, bool client)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    const Expr *callee = EXPR(f, e->a);
    if (callee->kind != EX_MEMBER || e->kind != EX_CALL)
        return;
    Rows32 any = {0};
    bool keywords = takes_keywords_only(p, f->lang);
    query_begin(p);
    Str pages = keywords ? paginated(p, at, callee) : (Str){0}, method = pages.len ? pages : callee->str;
    operations_called(p, f->lang, method, client, &any);
    p->first_here = p->out.n;
    if (!any.n && keywords && has_member_keyword(f, e))
        infer_resource_call(p, at, callee);
    if (!any.n)
        return;
    bool splat = false;
    i32 named = 0;
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        if (keywords && !pages.len && !a->name.len && a->splat != 2)
            return; /* the SDK takes keywords only */
        splat = splat || a->splat == 2;
        named += a->name.len > 0;
    }
    if (!client && !named && !splat && !pages.len && f->traits & TRAIT_MODULES_DOTTED && is_own_method(p, at, method, callee->a))
        return; /* nothing but a name, which a class of the project has */
    query_begin(p);
    p->first_here = p->out.n;
    Value *args = pages.len ? value_new(p->a, V_MAP) : call_input(p, f->lang, (Str){0}, (Str){0}, at, 0);
    args->open = args->open || pages.len;
    StrVec fit = {0}, after = {0}, receivers = {0};
    receiver_names(p, at.file, callee->a, &receivers);
    for (iz i = 0; i < any.n; i++) {
        u32 row = any.v[i];
        Str service = tbl_get(p->t, TBL_operation, row, operation_service);
        if (pages.len && !tbl_find2(p->t, IDX_paginator_by_method, service, pages).n)
            continue;
        if (!fits(p, service, row, args, splat || args->open))
            continue;
        *(Str *)vec_push(p->a, &fit) = service;
        if (any_named_after(p, &receivers, service))
            *(Str *)vec_push(p->a, &after) = service;
    }
    strvec_sort_unique(&fit);
    if (!fit.n && has_member_keyword(f, e)) /* a resource may have a method of the name too */
        infer_resource_call(p, at, callee);
    if (!fit.n)
        return;
    /* bare: without an argument that only an SDK call has; a client is a client all the same */
    Unsettled u = {fit, .bare = !client && !named && !after.n && !pages.len};
    u.outside = !client && !after.n && !p->files[at.file].sdk && !(p->any && fit.n == 1 && has_member_keyword(f, e));
    later = later && p->whole;
    narrow_by_place(p, &fit, &after, at.file, callee->a, args);
    if (!later) {
        if (!allowed(p, &u, method))
            return;
        if (fit.n > 1)
            keep(p, &fit, &p->evidenced);
        if (fit.n > 1)
            warn_at(p, fit.n > SERVICES_MAX ? DIAG_open_service : DIAG_ambiguous_call, at);
        if (fit.n > SERVICES_MAX)
            return;
    }
    Draft d = {.sdk = f->lang, .service = fit.v[0], .operation = operation_of(p, f->lang, fit.v[0], method), .args = args};
    iz before = p->out.n;
    emit_draft(p, &d, at, method, &fit, fit.n > 1 ? EVIDENCE_AMBIGUOUS : EVIDENCE_INFERRED);
    if (later && p->out.n > before && (u.bare || u.outside || fit.n > 1)) {
        Unsettled *left = new(p->result, Unsettled, 1);
        *left = u;
        left->fit = (StrVec){0};
        for (iz i = 0; i < u.fit.n; i++)
            *(Str *)vec_push(p->result, &left->fit) = u.fit.v[i];
        p->out.v[before].unsettled = left;
    }
}
