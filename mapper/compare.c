/* compare.c: see compare.h. A need that only serves another service (kms:ViaService on a key that the code leaves open) is never missing:
 * whether the data stands under a customer's key is known at run time only. */
#include "mapper/compare.h"

static EvalAsk ask_for(Arena *a, const Need *n, i32 resource)
{
    EvalAsk ask = {.action = n->action, .resource = n->resources.v[resource].arn, .open_fields = true};
    for (iz i = 0; i < n->conditions.n; i++) {
        EvalKey *k = vec_push(a, &ask.context);
        k->key = n->conditions.v[i].key;
        k->values = n->conditions.v[i].values;
    }
    return ask;
}

/* Whether nothing in the code says which resource it is. */
static bool open_need(const Need *n, i32 resource)
{
    return n->forward && !n->resources.v[resource].values.n;
}

static void add_gaps(Arena *a, Comparison *c, const PolicySet *set, const Need *n, Needs *missing)
{
    Need rest = *n;
    rest.resources = (NeedResources){0};
    for (i32 i = 0; i < n->resources.n; i++) {
        EvalAsk ask = ask_for(a, n, i);
        EvalResult r = evaluate(a, set, &ask);
        if (r.answer == EVAL_YES)
            continue;
        Gap g = {.need = n, .resource = i, .denied = r.denied, .why = r.undecided};
        if (r.answer == EVAL_NO && !r.denied && open_need(n, i)) {
            g.why = S("whether the data is under a customer's key");
            r.answer = EVAL_MAYBE;
        } else if (str_eq(g.why, n->resources.v[i].arn)) {
            g.why = S("what the code leaves open of the resource");
        }
        if (r.answer == EVAL_MAYBE) {
            *(Gap *)vec_push(a, &c->undecided) = g;
            continue;
        }
        *(Gap *)vec_push(a, &c->missing) = g;
        if (!r.denied)
            *(NeedResource *)vec_push(a, &rest.resources) = n->resources.v[i];
    }
    if (rest.resources.n)
        *(Need *)vec_push(a, missing) = rest;
}

/* Is the need one that the statement speaks of, as far as actions and resources go? */
static bool uses(Arena *a, const EvalStatement *s, const Need *n, i32 resource)
{
    EvalAsk ask = ask_for(a, n, resource);
    Str why = {0};
    return statement_matches(a, s, &ask, &why) != EVAL_NO;
}

static bool has_wildcard(Str pattern)
{
    return str_find_u8(pattern, '*') >= 0 || str_find_u8(pattern, '?') >= 0;
}

/* Whether an action pattern covers an action of the table that is not among the needed ones. */
static bool covers_more(Arena *a, const Table *t, Str pattern, const StrVec *needed)
{
    iz colon = str_find_u8(pattern, ':');
    if (!has_wildcard(pattern))
        return false;
    if (colon < 0 || has_wildcard(str_head(pattern, colon)))
        return true;
    Str prefix = str_head(pattern, colon);
    Rows r = tbl_prefix(t, TBL_action, 1, str_lower(a, prefix), (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str action = str_cat3(a, str_lower(a, prefix), S(":"), tbl_get(t, TBL_action, i, action_name));
        if (action_covers(pattern, action) && !strvec_has(needed, action))
            return true;
    }
    return false;
}

static void add_excess(Arena *a, Comparison *c, const EvalStatement *s, bool action, bool inverted, Str pattern, const StrVec *needed)
{
    *(Excess *)vec_push(a, &c->excess) = (Excess){s->policy, s->index, s->sid, action, inverted, pattern, *needed};
}

static void check_actions(Arena *a, const Table *t, Comparison *c, const EvalStatement *s, const Needs *needs)
{
    for (iz k = 0; k < s->actions.n; k++) {
        Str pattern = s->actions.v[k];
        StrVec needed = {0};
        for (iz i = 0; i < needs->n; i++) {
            const Need *n = &needs->v[i];
            bool used = false;
            for (i32 r = 0; r < n->resources.n && !used; r++)
                used = (s->not_action || action_covers(pattern, n->action)) && uses(a, s, n, r);
            if (used)
                *(Str *)vec_push(a, &needed) = n->action;
        }
        strvec_sort_unique(&needed);
        if (s->not_action || !needed.n || covers_more(a, t, pattern, &needed))
            add_excess(a, c, s, true, s->not_action, pattern, &needed);
    }
}

static void check_resources(Arena *a, Comparison *c, const EvalStatement *s, const Needs *needs)
{
    for (iz k = 0; k < s->resources.n; k++) {
        Str pattern = s->resources.v[k];
        StrVec needed = {0};
        bool as_wide = false; /* a need that takes all that the pattern allows */
        for (iz i = 0; i < needs->n; i++) {
            const Need *n = &needs->v[i];
            for (i32 r = 0; r < n->resources.n; r++) {
                Str arn = n->resources.v[r].arn;
                if ((!s->not_resource && !arn_meets(a, pattern, arn)) || !uses(a, s, n, r))
                    continue;
                *(Str *)vec_push(a, &needed) = arn;
                as_wide = as_wide || arn_covers(a, arn, pattern);
            }
        }
        strvec_sort_unique(&needed);
        if (s->not_resource || !as_wide)
            if (s->not_resource || !needed.n || has_wildcard(pattern))
                add_excess(a, c, s, false, s->not_resource, pattern, &needed);
    }
}

Comparison policies_compare(Arena *a, const Table *t, const PolicySet *set, const Needs *needs, const PolicyOptions *opt, Diags *diags)
{
    Comparison c = {0};
    Needs *missing = new(a, Needs, 1);
    for (iz i = 0; i < needs->n; i++)
        add_gaps(a, &c, set, &needs->v[i], missing);
    for (iz i = 0; i < set->statements.n; i++) {
        const EvalStatement *s = &set->statements.v[i];
        if (s->deny)
            continue;
        check_actions(a, t, &c, s, needs);
        check_resources(a, &c, s, needs);
    }
    c.add = policies_build(a, t, missing, opt, diags);
    return c;
}
