/* policy_check.c: the self-check of generated policies (design.md, 6). It reads the JSON that will be printed, so that the writer is
 * checked too: every need must be allowed, every action must exist and accept every resource that it is given. */
#include "mapper/arn.h"
#include "mapper/evaluate.h"
#include "mapper/policy_part.h"

/* Statements by an action and a resource that they name. */
typedef struct {
    i32 statement;
    u32 action, resource; /* which of the statement's */
} Named;

typedef struct {
    Arena *a;         /* of what is said */
    Arena *temporary;
    const Table *t;
    const Policies *p;
    Diags *diags;
    PolicySet set;    /* as read from the JSON */
    Slots by_text;
    VEC(Named) named;
} Check;

static void failed(Check *c, Str what, Str x, Str y)
{
    diag_add(c->diags, DIAG_self_check, 0, DIAG_NO_PLACE, str_cat3(c->a, what, x, str_cat(c->a, S(" on "), y)));
}

static u64 pair_hash(Str action, Str resource)
{
    return str_hash(action) * 31 + str_hash(resource);
}

/* Reads one document after the other, so that only one is there as a tree. */
static bool read_documents(Check *c)
{
    Str error;
    for (iz i = 0; i < c->p->n; i++) {
        Buf b = {.a = c->temporary};
        Json j = {.out = &b};
        PolicySet one;
        policy_json(&j, &c->p->v[i]);
        if (!policyset_parse(&one, c->temporary, buf_done(&b), &error)) {
            failed(c, S("unreadable: "), str_dup(c->a, error), S("reading it back"));
            return false;
        }
        for (iz k = 0; k < one.statements.n; k++) {
            one.statements.v[k].policy = (i32)i;
            *vec_push(c->temporary, &c->set.statements) = one.statements.v[k];
        }
        c->set.policies++;
    }
    return true;
}

static void index_statements(Check *c)
{
    for (iz i = 0; i < c->set.statements.n; i++) {
        const EvalStatement *s = &c->set.statements.v[i];
        for (iz k = 0; k < s->actions.n; k++)
            for (iz r = 0; r < s->resources.n; r++) {
                slots_add(c->temporary, &c->by_text, pair_hash(s->actions.v[k], s->resources.v[r]), (i32)c->named.n);
                *vec_push(c->temporary, &c->named) = (Named){(i32)i, (u32)k, (u32)r};
            }
    }
}

/* Whether a statement that names the very action and resource allows it: there are only such that allow. */
static bool named(Check *c, const EvalAsk *ask)
{
    u64 h = pair_hash(ask->action, ask->resource);
    iz at;
    for (i32 i = slots_first(&c->by_text, h, &at); i >= 0; i = slots_next(&c->by_text, h, &at)) {
        const Named *x = &c->named.v[i];
        EvalStatement s = c->set.statements.v[x->statement];
        Str undecided = {0}, action = ask->action, resource = ask->resource;
        if (!str_eq(s.actions.v[x->action], action) || !str_eq(s.resources.v[x->resource], resource))
            continue;
        s.actions = (StrVec){&action, 1, 1};
        s.resources = (StrVec){&resource, 1, 1};
        if (!s.deny && !s.not_action && !s.not_resource && statement_matches(c->temporary, &s, ask, &undecided) == EVAL_YES)
            return true;
    }
    return false;
}

static void check_need(Check *c, const Need *n)
{
    EvalAsk ask = {.action = n->action};
    for (iz i = 0; i < n->conditions.n; i++) {
        EvalKey *k = vec_push(c->temporary, &ask.context);
        k->key = n->conditions.v[i].key;
        k->values = n->conditions.v[i].values;
    }
    for (iz i = 0; i < n->resources.n; i++) {
        ask.resource = n->resources.v[i].arn;
        if (!named(c, &ask) && evaluate(c->temporary, &c->set, &ask).answer != EVAL_YES)
            failed(c, S("not allowed: "), n->action, ask.resource);
    }
}

/* Does some resource type of the action have ARNs like this one? */
static bool accepts(Arena *a, const Table *t, Str prefix, Str name, Str arn)
{
    Rows r = tbl_prefix(t, TBL_actionres, 2, prefix, name);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Rows types = tbl_find2(t, TBL_resource, prefix, tbl_get(t, TBL_actionres, i, actionres_type));
        for (u32 k = types.first; k < types.first + types.n; k++) {
            Str template;
            for (Str rest = tbl_get(t, TBL_resource, k, resource_arn); arn_next_template(&rest, &template);)
                if (arn_meets(a, arn_any(a, template), arn))
                    return true;
        }
    }
    return false;
}

static void check_statement(Check *c, const Statement *s)
{
    for (iz i = 0; i < s->actions.n; i++) {
        Str action = s->actions.v[i];
        iz colon = str_find_u8(action, ':');
        Str prefix = str_head(action, colon), name = str_from(action, colon + 1);
        if (colon < 0 || !tbl_find2(c->t, TBL_action, prefix, name).n) {
            failed(c, S("no such action: "), action, s->resources.v[0]);
            continue;
        }
        for (iz k = 0; k < s->resources.n; k++) {
            ArenaMark mark = arena_mark(c->temporary);
            if (!str_eq(s->resources.v[k], S("*")) && !accepts(c->temporary, c->t, prefix, name, s->resources.v[k]))
                failed(c, S("does not apply: "), action, s->resources.v[k]);
            arena_rewind(c->temporary, mark);
        }
    }
}

static void check_all(void *ctx, Arena *temporary)
{
    Check *c = ctx;
    c->temporary = temporary;
    if (!read_documents(c))
        return;
    index_statements(c);
    for (iz i = 0; i < c->p->needs->n; i++) {
        ArenaMark mark = arena_mark(temporary);
        check_need(c, &c->p->needs->v[i]);
        arena_rewind(temporary, mark);
    }
    for (iz i = 0; i < c->p->n; i++)
        for (iz k = 0; k < c->p->v[i].statements.n; k++)
            check_statement(c, &c->p->v[i].statements.v[k]);
}

void policies_check(Arena *a, const Table *t, const Policies *p, Diags *diags)
{
    Check c = {.a = a, .t = t, .p = p, .diags = diags};
    arena_temporary(a, check_all, &c);
}
