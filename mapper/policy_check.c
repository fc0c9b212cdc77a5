/* policy_check.c: the self-check of generated policies (design.md, 6). It reads the JSON that will be printed, so that the writer is
 * checked too: every need must be allowed, every action must exist and accept every resource that it is given. */
#include "mapper/arn.h"
#include "mapper/evaluate.h"
#include "mapper/policy_part.h"

static void failed(Arena *a, Diags *diags, Str what, Str x, Str y)
{
    diag_add(diags, DIAG_self_check, 0, DIAG_NO_PLACE, str_cat3(a, what, x, str_cat(a, S(" on "), y)));
}

/* Statements by an action and a resource that they name. */
typedef struct {
    i32 statement;
    i32 next; /* another one, or -1 */
} Named;

typedef struct {
    Map by_text;
    VEC(Named) named;
} Statements;

static Str pair_text(Arena *a, Str action, Str resource)
{
    return str_cat3(a, action, S("\n"), resource);
}

static void index_statements(Arena *a, Statements *ix, const PolicySet *set)
{
    for (iz i = 0; i < set->statements.n; i++) {
        const EvalStatement *s = &set->statements.v[i];
        for (iz k = 0; k < s->actions.n; k++)
            for (iz r = 0; r < s->resources.n; r++) {
                i32 *head = map_at(a, &ix->by_text, pair_text(a, s->actions.v[k], s->resources.v[r]));
                *vec_push(a, &ix->named) = (Named){(i32)i, *head};
                *head = (i32)ix->named.n - 1;
            }
    }
}

/* Whether a statement that names the very action and resource allows it: there are only such that allow. */
static bool named(Arena *a, const Statements *ix, const PolicySet *set, const EvalAsk *ask)
{
    ArenaMark mark = arena_mark(a);
    i32 i = map_get(&ix->by_text, pair_text(a, ask->action, ask->resource));
    arena_rewind(a, mark);
    for (; i >= 0; i = ix->named.v[i].next) {
        EvalStatement s = set->statements.v[ix->named.v[i].statement];
        Str undecided = {0}, action = ask->action, resource = ask->resource;
        s.actions = (StrVec){&action, 1, 1};
        s.resources = (StrVec){&resource, 1, 1};
        if (!s.deny && !s.not_action && !s.not_resource && statement_matches(a, &s, ask, &undecided) == EVAL_YES)
            return true;
    }
    return false;
}

static void check_need(Arena *a, const Statements *ix, const PolicySet *set, const Need *n, Diags *diags)
{
    EvalAsk ask = {.action = n->action};
    for (iz i = 0; i < n->conditions.n; i++) {
        EvalKey *k = vec_push(a, &ask.context);
        k->key = n->conditions.v[i].key;
        k->values = n->conditions.v[i].values;
    }
    for (iz i = 0; i < n->resources.n; i++) {
        ask.resource = n->resources.v[i].arn;
        if (!named(a, ix, set, &ask) && evaluate(a, set, &ask).answer != EVAL_YES)
            failed(a, diags, S("not allowed: "), n->action, ask.resource);
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

static void check_statement(Arena *a, const Table *t, const Statement *s, Diags *diags)
{
    for (iz i = 0; i < s->actions.n; i++) {
        Str action = s->actions.v[i];
        iz colon = str_find_u8(action, ':');
        Str prefix = str_head(action, colon), name = str_from(action, colon + 1);
        if (colon < 0 || !tbl_find2(t, TBL_action, prefix, name).n) {
            failed(a, diags, S("no such action: "), action, s->resources.v[0]);
            continue;
        }
        for (iz k = 0; k < s->resources.n; k++)
            if (!str_eq(s->resources.v[k], S("*")) && !accepts(a, t, prefix, name, s->resources.v[k]))
                failed(a, diags, S("does not apply: "), action, s->resources.v[k]);
    }
}

void policies_check(Arena *a, const Table *t, const Policies *p, Diags *diags)
{
    Buf b = {.a = a};
    Json j = {.out = &b};
    PolicySet set;
    Str error;
    json_begin(&j, '[');
    for (iz i = 0; i < p->n; i++)
        policy_json(&j, &p->v[i]);
    json_end(&j, ']');
    if (!policyset_parse(&set, a, buf_done(&b), &error)) {
        failed(a, diags, S("unreadable: "), error, S("reading it back"));
        return;
    }
    Statements ix = {0};
    index_statements(a, &ix, &set);
    for (iz i = 0; i < p->needs->n; i++)
        check_need(a, &ix, &set, &p->needs->v[i], diags);
    for (iz i = 0; i < p->n; i++)
        for (iz k = 0; k < p->v[i].statements.n; k++)
            check_statement(a, t, &p->v[i].statements.v[k], diags);
}
