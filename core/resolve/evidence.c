/* evidence.c: calls on receivers of which nothing is known: a parameter nobody passes, an attribute set elsewhere.
 *
 * Such a call counts only when the method is an operation of the SDK, its keyword arguments are members of that operation and its required
 * members are there. Among the services that qualify the project's own ones win (constructed or imported anywhere, or given as hints), then
 * the one that the receiver is named after. What remains open is emitted as ambiguous with all its services. */
#include "emit.h"

static bool member_known(Project *p, Str service, Str input, Str name)
{
    return tbl_find3(p->t, TBL_member, service, input, name).n > 0;
}

/* Whether the call's arguments fit the operation. */
static bool fits(Project *p, Str service, u32 op, const Value *args, bool splat)
{
    Str input = tbl_get(p->t, TBL_operation, op, operation_input);
    for (i32 i = 0; i < args->nfields; i++)
        if (!member_known(p, service, input, args->fields[i].name))
            return false;
    if (splat)
        return true;
    Rows m = tbl_prefix(p->t, TBL_member, 2, service, input);
    for (u32 i = m.first; i < m.first + m.n; i++) {
        if (str_find_u8(tbl_get(p->t, TBL_member, i, member_flags), 'r') < 0)
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

void infer_call(Project *p, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    const Expr *callee = EXPR(f, e->a);
    if (callee->kind != EX_MEMBER || e->kind != EX_CALL)
        return;
    Str method = callee->str;
    Rows any = tbl_find1(p->t, IDX_operation_by_any_method, method);
    if (!any.n || !str_eq(surface_word(tbl_get(p->t, TBL_sdk, tbl_find2(p->t, TBL_sdk, f->lang, S("$methods")).first, sdk_does), 1), S("snake")))
        return;
    bool splat = false;
    i32 named = 0;
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        if (!a->name.len && a->splat != 2)
            return; /* the SDK takes keywords only */
        splat = splat || a->splat == 2;
        named += a->name.len > 0;
    }
    p->steps = EVAL_STEPS;
    p->first_here = p->out.n;
    Value *args = call_map(p, at, 0);
    Str receiver = str_head(str_from(f->src->text, EXPR(f, callee->a)->off), (iz)(EXPR(f, callee->a)->end - EXPR(f, callee->a)->off));
    StrVec fit = {0}, after = {0};
    for (u32 i = any.first; i < any.first + any.n; i++) {
        u32 row = tbl_row(p->t, IDX_operation_by_any_method, i);
        Str service = tbl_get(p->t, TBL_operation, row, operation_service);
        if (!fits(p, service, row, args, splat || args->open))
            continue;
        *(Str *)vec_push(p->a, &fit) = service;
        if (named_after(p, receiver, service))
            *(Str *)vec_push(p->a, &after) = service;
    }
    strvec_sort_unique(&fit);
    if (!fit.n)
        return;
    bool own = false;
    for (iz i = 0; i < fit.n; i++)
        own = own || strvec_has(&p->evidenced, fit.v[i]) || strvec_has(&p->hints, fit.v[i]);
    /* without an argument that only an SDK call has, more than the name must speak for it */
    if (!named && !after.n && !(own && str_find_u8(method, '_') >= 0))
        return;
    if (!own && !after.n && !p->files[at.file].sdk)
        return;
    if (fit.n > 1)
        keep(p, &fit, &p->hints);
    if (fit.n > 1 && after.n)
        keep(p, &fit, &after);
    if (fit.n > 1)
        keep(p, &fit, &p->evidenced);
    Str service = fit.v[0];
    Rows op = tbl_find2(p->t, IDX_operation_by_method, service, method);
    Draft d = {.sdk = f->lang, .service = service, .operation = tbl_get(p->t, IDX_operation_by_method, op.first, operation_name), .args = args};
    if (fit.n > 1 && p->diags)
        diag_add(p->diags, DIAG_ambiguous_call, f->src, e->off, method);
    emit_draft(p, &d, at, method, &fit, fit.n > 1 ? EVIDENCE_AMBIGUOUS : EVIDENCE_INFERRED);
}
