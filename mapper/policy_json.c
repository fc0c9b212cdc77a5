/* policy_json.c: the JSON of policies and of what explains them (compat.md, 2); see policy.h. */
#include <stdlib.h>

#include "mapper/arn.h"
#include "mapper/evaluate.h"
#include "mapper/policy_part.h"

/* ---------------------------------------------------------------- documents */

static void condition_json(Json *j, const NeedConditions *c)
{
    json_key(j, S("Condition"));
    json_begin(j, '{');
    for (iz i = 0; i < c->n;) {
        Str op = c->v[i].op;
        json_key(j, op);
        json_begin(j, '{');
        for (; i < c->n && str_eq(c->v[i].op, op); i++)
            json_strs(j, c->v[i].key, &c->v[i].values);
        json_end(j, '}');
    }
    json_end(j, '}');
}

void statement_json(Json *j, const Statement *s)
{
    json_begin(j, '{');
    if (s->sid.len)
        json_pair(j, S("Sid"), s->sid);
    json_pair(j, S("Effect"), S("Allow"));
    json_strs(j, S("Action"), &s->actions);
    json_strs(j, S("Resource"), &s->resources);
    if (s->conditions.n)
        condition_json(j, &s->conditions);
    json_end(j, '}');
}

void policy_json(Json *j, const PolicyDoc *doc)
{
    json_begin(j, '{');
    json_pair(j, S("Id"), S("IamPolicyAutopilot"));
    json_pair(j, S("Version"), S("2012-10-17"));
    json_key(j, S("Statement"));
    json_begin(j, '[');
    for (iz i = 0; i < doc->statements.n; i++)
        statement_json(j, &doc->statements.v[i]);
    json_end(j, ']');
    json_end(j, '}');
}

/* ---------------------------------------------------------------- places and chains */

Str span_text(Arena *a, Source *src, u32 off, u32 end)
{
    LineCol x = source_where(a, src, off), y = source_where(a, src, end > off ? end : off);
    Buf b = {.a = a};
    buf_str(&b, src->path);
    buf_u8(&b, ':');
    buf_int(&b, x.line);
    buf_u8(&b, '.');
    buf_int(&b, x.col);
    buf_u8(&b, '-');
    buf_int(&b, y.line);
    buf_u8(&b, '.');
    buf_int(&b, y.col);
    return buf_done(&b);
}

/* "Bucket ← BUCKET at settings.py:3 ← --env REPORTS_BUCKET" */
static Str chain_text(Arena *a, const NeedValue *v)
{
    enum { LONGEST = 32 };
    Buf b = {.a = a};
    int n = 0;
    buf_str(&b, v->path);
    for (const Origin *o = v->origin; o && n < LONGEST; o = o->from, n++) {
        if (b.n)
            buf_str(&b, S(" \xe2\x86\x90 "));
        buf_str(&b, o->what);
        if (o->src) {
            buf_str(&b, S(" at "));
            buf_str(&b, o->src->path);
            buf_u8(&b, ':');
            buf_int(&b, source_where(a, o->src, o->off).line);
        }
    }
    return buf_done(&b);
}

/* A text with its unknown parts as `*`. */
static Str shown(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++)
        buf_u8(&b, s.s[i] == TEXT_HOLE ? '*' : s.s[i] == TEXT_ONE ? '?' : s.s[i]);
    return buf_done(&b);
}

/* ---------------------------------------------------------------- Explanations */

static Str reference_name(const Table *t, Str service)
{
    Rows r = tbl_find1(t, TBL_svc, service);
    Str prefix = {0}, all = r.n ? tbl_get(t, TBL_svc, r.first, svc_prefixes) : (Str){0};
    return str_cut(&all, ',', &prefix) ? prefix : service;
}

static void operations_json(Json *j, Arena *a, const Table *t, const Need *n)
{
    const SdkCall *c = n->call;
    json_key(j, S("Operations"));
    json_begin(j, '[');
    json_begin(j, '{');
    json_pair(j, S("Service"), reference_name(t, n->service));
    json_pair(j, S("Name"), c->operation);
    if (c->src) {
        json_key(j, S("Source"));
        json_begin(j, '{');
        json_pair(j, S("Expr"), c->text);
        json_pair(j, S("Location"), span_text(a, c->src, c->off, c->end));
        json_end(j, '}');
    } else {
        json_pair(j, S("Source"), S("Provided"));
    }
    json_end(j, '}');
    if (n->forward) {
        iz colon = str_find_u8(n->action, ':');
        json_begin(j, '{');
        json_pair(j, S("Service"), str_head(n->action, colon));
        json_pair(j, S("Name"), str_from(n->action, colon + 1));
        json_pair(j, S("Source"), S("FAS"));
        json_end(j, '}');
    }
    json_end(j, ']');
}

static void reason_json(Json *j, Arena *a, const Table *t, const Need *n)
{
    json_begin(j, '{');
    operations_json(j, a, t, n);
    if (n->source.len) {
        json_key(j, S("Rule"));
        json_begin(j, '{');
        if (n->when.len)
            json_pair(j, S("When"), n->when);
        json_pair(j, S("Source"), n->source);
        json_end(j, '}');
    }
    json_key(j, S("Resources"));
    json_begin(j, '[');
    for (iz i = 0; i < n->resources.n; i++) {
        const NeedResource *r = &n->resources.v[i];
        json_begin(j, '{');
        json_pair(j, S("Arn"), r->arn);
        if (r->values.n) {
            json_key(j, S("Values"));
            json_begin(j, '[');
            for (iz k = 0; k < r->values.n; k++) {
                json_begin(j, '{');
                json_pair(j, S("Variable"), r->values.v[k].variable);
                json_pair(j, S("Value"), shown(a, r->values.v[k].value));
                json_pair(j, S("From"), chain_text(a, &r->values.v[k]));
                json_end(j, '}');
            }
            json_end(j, ']');
        }
        json_end(j, '}');
    }
    json_end(j, ']');
    json_end(j, '}');
}

static bool wanted(const StrVec *patterns, Str action)
{
    for (iz i = 0; i < patterns->n; i++)
        if (action_covers(patterns->v[i], action))
            return true;
    return false;
}

static void explanations_json(Json *j, Arena *a, const Table *t, const Policies *p, const PolicyPrint *print)
{
    StrVec actions = {0};
    bool forward = false;
    for (iz i = 0; i < p->needs->n; i++)
        if (wanted(&print->explain_actions, p->needs->v[i].action))
            *vec_push(a, &actions) = p->needs->v[i].action;
    if (!actions.n)
        return;
    strvec_sort_unique(&actions);
    json_key(j, S("Explanations"));
    json_begin(j, '{');
    json_key(j, S("ExplanationForAction"));
    json_begin(j, '{');
    for (iz k = 0; k < actions.n; k++) {
        Map seen = {0};
        json_key(j, actions.v[k]);
        json_begin(j, '[');
        for (iz i = 0; i < p->needs->n; i++) {
            const Need *n = &p->needs->v[i];
            if (!str_eq(n->action, actions.v[k]))
                continue;
            Buf text = {.a = a};
            Json once = {.out = &text};
            reason_json(&once, a, t, n);
            i32 *slot = map_at(a, &seen, buf_done(&text));
            if (*slot >= 0)
                continue;
            *slot = 0;
            reason_json(j, a, t, n);
            forward |= n->forward;
        }
        json_end(j, ']');
    }
    json_end(j, '}');
    if (forward) {
        json_key(j, S("Documentation"));
        json_begin(j, '[');
        json_str(j, S("Source FAS: the service acts with the caller's rights (forward access sessions), see "
                      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html"));
        json_end(j, ']');
    }
    json_end(j, '}');
}

/* ---------------------------------------------------------------- ResourceBindingExplanations */

typedef struct {
    BindingNote note;
    StrVec chain;
} Binding;

typedef VEC(Binding) BindingVec;

static int by_binding(const void *x, const void *y)
{
    const Binding *p = x, *q = y;
    const Str u[] = {p->note.arn, p->note.source, p->note.type, p->note.name, p->note.location, p->note.side};
    const Str v[] = {q->note.arn, q->note.source, q->note.type, q->note.name, q->note.location, q->note.side};
    int c = 0;
    for (iz i = 0; i < COUNTOF(u) && !c; i++)
        c = str_cmp(u[i], v[i]);
    for (iz i = 0; i < p->chain.n && i < q->chain.n && !c; i++)
        c = str_cmp(p->chain.v[i], q->chain.v[i]);
    return c ? c : (p->chain.n > q->chain.n) - (p->chain.n < q->chain.n);
}

/* "arn:*:sqs:*" as it is meant: the run at the end stands for all fields that are left, and none before it for several. */
static Str whole_arn(Arena *a, Str pattern)
{
    enum { COLONS = 5 };
    int n = 0;
    for (iz i = 0; i < pattern.len; i++)
        n += pattern.s[i] == ':';
    for (; n > 1 && n < COLONS && str_ends(pattern, S("*")); n++)
        pattern = str_cat(a, pattern, S(":*"));
    return pattern;
}

static bool wanted_arn(Arena *a, const StrVec *patterns, Str arn)
{
    for (iz i = 0; i < patterns->n; i++)
        if (str_glob(patterns->v[i], arn) || arn_meets(a, whole_arn(a, patterns->v[i]), arn))
            return true;
    return false;
}

/* Where the value stands: the end of the chain that is in a file, otherwise the call. */
static Str binding_place(Arena *a, const NeedValue *v, const SdkCall *call)
{
    const Origin *at = 0;
    for (const Origin *o = v->origin; o; o = o->from)
        if (o->src)
            at = o;
    if (!at)
        return call->src ? span_text(a, call->src, call->off, call->end) : (Str){0};
    return span_text(a, at->src, at->off, at->end);
}

static void code_bindings(Arena *a, BindingVec *out, const Need *n, const StrVec *patterns)
{
    for (iz i = 0; i < n->resources.n; i++) {
        const NeedResource *r = &n->resources.v[i];
        Buf name = {.a = a};
        Binding b = {.note = {.arn = r->arn, .source = S("Code")}};
        if (!r->values.n || !wanted_arn(a, patterns, r->arn))
            continue;
        Str prefix = str_head(n->action, str_find_u8(n->action, ':'));
        b.note.type = r->type.len ? str_cat3(a, prefix, S(":"), r->type) : prefix;
        for (iz k = 0; k < r->values.n; k++) {
            Str chain = chain_text(a, &r->values.v[k]);
            if (!strvec_has(&b.chain, chain))
                *vec_push(a, &b.chain) = chain;
            if (str_eq(r->values.v[k].variable, S("Region")) || str_eq(r->values.v[k].variable, S("Account")))
                continue;
            if (name.n)
                buf_u8(&name, '/');
            else
                b.note.location = binding_place(a, &r->values.v[k], n->call);
            buf_str(&name, shown(a, r->values.v[k].value));
        }
        b.note.name = buf_done(&name);
        *vec_push(a, out) = b;
    }
}

static void bindings_json(Json *j, Arena *a, const Policies *p, const PolicyPrint *print)
{
    BindingVec all = {0};
    for (iz i = 0; i < p->needs->n; i++)
        code_bindings(a, &all, &p->needs->v[i], &print->explain_arns);
    for (iz i = 0; print->extra && i < print->extra->n; i++)
        if (wanted_arn(a, &print->explain_arns, print->extra->v[i].arn))
            *vec_push(a, &all) = (Binding){.note = print->extra->v[i]};
    if (all.n > 1)
        qsort(all.v, (size_t)all.n, sizeof *all.v, by_binding);
    json_key(j, S("ResourceBindingExplanations"));
    json_begin(j, '[');
    for (iz i = 0; i < all.n; i++) {
        const BindingNote *b = &all.v[i].note;
        if (i && by_binding(&all.v[i - 1], &all.v[i]) == 0)
            continue;
        json_begin(j, '{');
        json_pair(j, S("Arn"), b->arn);
        json_pair(j, S("Source"), b->source);
        json_pair(j, S("ResourceType"), b->type);
        json_pair(j, S("ResourceName"), b->name);
        json_pair(j, S("Location"), b->location);
        if (b->side.len)
            json_pair(j, S("ChangeSide"), b->side);
        if (all.v[i].chain.n)
            json_strs(j, S("Chain"), &all.v[i].chain);
        json_end(j, '}');
    }
    json_end(j, ']');
}

/* ---------------------------------------------------------------- the whole output */

static void warning_json(Json *j, iz policy, iz statement)
{
    json_begin(j, '{');
    json_pair(j, S("WarningType"), S("WildcardResource"));
    json_key(j, S("Location"));
    json_begin(j, '{');
    json_key(j, S("PolicyIndex"));
    json_int(j, policy);
    json_key(j, S("StatementIndex"));
    json_int(j, statement);
    json_end(j, '}');
    json_pair(j, S("Message"), S("this statement allows its actions on every resource (\"*\")"));
    json_end(j, '}');
}

static void warnings_json(Json *j, const Policies *p)
{
    bool any = false;
    for (iz i = 0; i < p->n; i++) {
        for (iz k = 0; k < p->v[i].statements.n; k++) {
            if (!strvec_has(&p->v[i].statements.v[k].resources, S("*")))
                continue;
            if (!any) {
                json_key(j, S("Warnings"));
                json_begin(j, '[');
                any = true;
            }
            warning_json(j, i, k);
        }
    }
    if (any)
        json_end(j, ']');
}

static void documents_json(Json *j, const Policies *p)
{
    json_key(j, S("Policies"));
    json_begin(j, '[');
    for (iz i = 0; i < p->n; i++) {
        json_begin(j, '{');
        json_key(j, S("Policy"));
        policy_json(j, &p->v[i]);
        json_pair(j, S("PolicyType"), S("Identity"));
        json_end(j, '}');
    }
    json_end(j, ']');
}

void policies_json(Buf *out, Arena *a, const Table *t, const Policies *p, const PolicyPrint *print)
{
    Json j = {.out = out, .pretty = print->pretty};
    json_begin(&j, '{');
    if (!print->only_explanations)
        documents_json(&j, p);
    if (print->explain)
        explanations_json(&j, a, t, p, print);
    if (print->explain_bindings)
        bindings_json(&j, a, p, print);
    if (!print->only_explanations)
        warnings_json(&j, p);
    if (print->tail)
        print->tail(&j, print->tail_with);
    json_end(&j, '}');
    if (print->pretty)
        buf_u8(out, '\n');
}
