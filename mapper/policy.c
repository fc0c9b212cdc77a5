/* policy.c: needs to statements to documents; see policy.h. The JSON is in policy_json.c, the self-check in policy_check.c. */
#include "mapper/policy.h"

#include <stdlib.h>

#include "mapper/evaluate.h"
#include "mapper/policy_part.h"

/* One action of a group and the resources that calls need it on. */
typedef struct {
    Str action;
    StrVec arns;
    bool bound; /* some ARN carries a name from the code */
} Grant;

/* All grants under the same conditions (and of the same service, unless services may share). */
typedef struct {
    Str key; /* conditions as text; prefix first */
    Str prefix;
    NeedConditions conditions;
    VEC(Grant) grants;
    Map by_action;
} Group;

typedef struct {
    Arena *a;   /* of the statements */
    Arena *temporary;
    const Needs *needs;
    const PolicyOptions *opt;
    VEC(Group) groups;
    Map by_key;
    Buf key;    /* the one that is being looked for */
    StatementVec out;
} Merge;

static Str prefix_of(Str action)
{
    iz i = str_find_u8(action, ':');
    return str_head(action, i < 0 ? 0 : i);
}

/* Valid until the next one. */
static Str conditions_key(Merge *m, const NeedConditions *c, Str prefix)
{
    Buf *b = &m->key;
    b->n = 0;
    buf_str(b, prefix);
    for (iz i = 0; i < c->n; i++) {
        buf_u8(b, '\n');
        buf_str(b, c->v[i].op);
        buf_u8(b, '\t');
        buf_str(b, c->v[i].key);
        for (iz k = 0; k < c->v[i].values.n; k++) {
            buf_u8(b, '\t');
            buf_str(b, c->v[i].values.v[k]);
        }
    }
    return buf_done(b);
}

static bool wild(Str arn)
{
    return str_find_u8(arn, '*') >= 0 || str_find_u8(arn, '?') >= 0;
}

/* What an ARN begins and ends with before anything in it is a wildcard or a variable. What it covers begins and ends so too. */
static Str plain_head(Str arn)
{
    iz n = 0;
    while (n < arn.len && arn.s[n] != '*' && arn.s[n] != '?' && arn.s[n] != '$')
        n++;
    return str_head(arn, n);
}

static Str plain_tail(Str arn)
{
    iz n = arn.len;
    while (n > 0 && arn.s[n - 1] != '*' && arn.s[n - 1] != '?' && arn.s[n - 1] != '}')
        n--;
    return str_from(arn, n);
}

static u8 byte_at(Str s, iz i, bool back)
{
    return s.s[back ? s.len - 1 - i : i];
}

/* Like str_cmp, from the end when `back`; a text that begins (ends) with edge is equal to it when `edge` is set. */
static int order(Str x, Str y, bool back, bool edge)
{
    iz n = x.len < y.len ? x.len : y.len;
    for (iz i = 0; i < n; i++)
        if (byte_at(x, i, back) != byte_at(y, i, back))
            return byte_at(x, i, back) < byte_at(y, i, back) ? -1 : 1;
    return edge && x.len >= y.len ? 0 : (x.len > y.len) - (x.len < y.len);
}

typedef struct {
    const iz *v; /* indexes of ARNs that begin, or end, alike */
    iz n;
} Alike;

/* Those of the n ARNs, ordered by `by`, that have this edge. */
static Alike alike(const StrVec *arns, const iz *by, Str edge, bool back)
{
    iz at[2];
    for (int k = 0; k < 2; k++) { /* the first that is not before the edge, and the first that is behind it */
        iz lo = 0, hi = arns->n;
        while (lo < hi) {
            iz mid = lo + (hi - lo) / 2;
            if (order(arns->v[by[mid]], edge, back, true) < k)
                lo = mid + 1;
            else
                hi = mid;
        }
        at[k] = lo;
    }
    return (Alike){by + at[0], at[1] - at[0]};
}

/* Merge sort of indexes by the texts, from behind when `back`. */
static void sort_by(const StrVec *arns, bool back, iz *v, iz *other, iz n)
{
    if (n < 2)
        return;
    iz half = n / 2;
    sort_by(arns, back, v, other, half);
    sort_by(arns, back, v + half, other, n - half);
    for (iz i = 0, j = half, k = 0; k < n; k++)
        other[k] = j >= n || (i < half && order(arns->v[v[i]], arns->v[v[j]], back, false) <= 0) ? v[i++] : v[j++];
    for (iz k = 0; k < n; k++)
        v[k] = other[k];
}

/* The last fields of ARNs that are compared field by field: where the first ones are wildcards, these tell them apart. Empty when one of
 * the ARNs has no such field. */
static StrVec last_fields(Arena *a, const StrVec *arns)
{
    StrVec out = {0};
    for (iz i = 0; i < arns->n; i++) {
        Str s = arns->v[i];
        iz at = 0;
        for (int colons = 0; colons < 5; at++) {
            if (at == s.len || s.s[at] == '$')
                return (StrVec){0};
            colons += s.s[at] == ':';
        }
        *vec_push(a, &out) = str_from(s, at);
    }
    return out;
}

/* Drops what another resource of the list covers. */
static void subsume(Arena *a, StrVec *v)
{
    strvec_sort_unique(v);
    ArenaMark mark = arena_mark(a);
    bool *gone = new(a, bool, v->n + 1);
    iz *by_head = new(a, iz, v->n + 1), *by_tail = new(a, iz, v->n + 1), *by_last = new(a, iz, v->n + 1), *other_half = new(a, iz, v->n + 1);
    StrVec last = last_fields(a, v);
    for (iz i = 0; i < v->n; i++)
        by_head[i] = by_tail[i] = by_last[i] = i;
    sort_by(v, true, by_tail, other_half, v->n);
    sort_by(&last, false, by_last, other_half, last.n);
    for (iz i = 0; i < v->n; i++) {
        if (gone[i] || !wild(v->v[i]))
            continue;
        Alike few = alike(v, by_head, plain_head(v->v[i]), false), other = alike(v, by_tail, plain_tail(v->v[i]), true);
        few = other.n < few.n ? other : few;
        if (last.n) {
            other = alike(&last, by_last, plain_head(last.v[i]), false);
            few = other.n < few.n ? other : few;
        }
        for (iz k = 0; k < few.n; k++)
            if (few.v[k] != i && !gone[few.v[k]] && arn_covers(a, v->v[i], v->v[few.v[k]]))
                gone[few.v[k]] = true;
    }
    iz n = 0;
    for (iz i = 0; i < v->n; i++)
        if (!gone[i])
            v->v[n++] = v->v[i];
    v->n = n;
    arena_rewind(a, mark);
}

static Group *group_of(Merge *m, const NeedConditions *conditions, Str prefix)
{
    Str key = conditions_key(m, conditions, prefix);
    i32 i = map_get(&m->by_key, key);
    if (i < 0) {
        i = (i32)m->groups.n;
        key = str_dup(m->temporary, key);
        map_put(m->temporary, &m->by_key, key, i);
        *vec_push(m->temporary, &m->groups) = (Group){.key = key, .prefix = prefix, .conditions = *conditions};
    }
    return &m->groups.v[i];
}

static void add_need(Merge *m, const Need *n)
{
    Group *g = group_of(m, &n->conditions, prefix_of(n->action));
    i32 *slot = map_at(m->temporary, &g->by_action, n->action);
    if (*slot < 0) {
        *slot = (i32)g->grants.n;
        *vec_push(m->temporary, &g->grants) = (Grant){.action = n->action};
    }
    Grant *x = &g->grants.v[*slot];
    for (iz i = 0; i < n->resources.n; i++) {
        const NeedResource *r = &n->resources.v[i];
        *vec_push(m->temporary, &x->arns) = r->arn;
        for (iz k = 0; k < r->values.n; k++)
            x->bound |= !str_eq(r->values.v[k].path, S("region")) && !str_eq(r->values.v[k].path, S("account"));
    }
}

/* What the same action has without conditions need not be said again with some. */
static void drop_conditioned(Merge *m, Group *g)
{
    static const NeedConditions none;
    if (!g->conditions.n)
        return;
    i32 plain = map_get(&m->by_key, conditions_key(m, &none, g->prefix));
    if (plain < 0)
        return;
    for (iz i = 0; i < g->grants.n; i++) {
        Grant *x = &g->grants.v[i];
        i32 k = map_get(&m->groups.v[plain].by_action, x->action);
        const StrVec *all = k < 0 ? 0 : &m->groups.v[plain].grants.v[k].arns;
        iz n = 0;
        for (iz r = 0; all && r < x->arns.n; r++) {
            bool covered = false;
            for (iz j = 0; j < all->n && !covered; j++)
                covered = arn_covers(m->temporary, all->v[j], x->arns.v[r]);
            if (!covered)
                x->arns.v[n++] = x->arns.v[r];
        }
        if (all)
            x->arns.n = n;
    }
}

static void cut_off(Arena *a, const PolicyOptions *opt, StrVec *arns, bool bound)
{
    if (arns->n <= opt->resource_cutoff || opt->resource_cutoff < 0 || (bound && !opt->cutoff_given))
        return;
    *arns = (StrVec){0};
    *vec_push(a, arns) = S("*");
}

static int by_statement(const void *x, const void *y)
{
    const Statement *p = x, *q = y;
    int c = str_cmp(prefix_of(p->actions.v[0]), prefix_of(q->actions.v[0]));
    const StrVec *left[] = {&p->actions, &p->resources}, *right[] = {&q->actions, &q->resources};
    for (int k = 0; k < 2 && !c; k++) {
        for (iz i = 0; i < left[k]->n && i < right[k]->n && !c; i++)
            c = str_cmp(left[k]->v[i], right[k]->v[i]);
        if (!c)
            c = (left[k]->n > right[k]->n) - (left[k]->n < right[k]->n);
    }
    for (iz i = 0; i < p->conditions.n && i < q->conditions.n && !c; i++) {
        const NeedCondition *u = &p->conditions.v[i], *v = &q->conditions.v[i];
        c = str_cmp(u->op, v->op);
        c = c ? c : str_cmp(u->key, v->key);
        for (iz k = 0; k < u->values.n && k < v->values.n && !c; k++)
            c = str_cmp(u->values.v[k], v->values.v[k]);
        if (!c)
            c = (u->values.n > v->values.n) - (u->values.n < v->values.n);
    }
    return c ? c : (p->conditions.n > q->conditions.n) - (p->conditions.n < q->conditions.n);
}

static bool same_list(const StrVec *x, const StrVec *y)
{
    if (x->n != y->n)
        return false;
    for (iz i = 0; i < x->n; i++)
        if (!str_eq(x->v[i], y->v[i]))
            return false;
    return true;
}

/* Two statements that differ in the values of one condition key are one with the values of both: IAM takes any of them. Operators that
 * negate do not occur in needs. */
static bool join_values(Arena *a, Statement *x, const Statement *y)
{
    iz other = -1;
    if (!same_list(&x->actions, &y->actions) || !same_list(&x->resources, &y->resources) || x->conditions.n != y->conditions.n)
        return false;
    for (iz i = 0; i < x->conditions.n; i++) {
        const NeedCondition *p = &x->conditions.v[i], *q = &y->conditions.v[i];
        if (!str_eq(p->op, q->op) || !str_eq(p->key, q->key) || str_starts(p->op, S("ForA")))
            return false;
        if (same_list(&p->values, &q->values))
            continue;
        if (other >= 0)
            return false;
        other = i;
    }
    if (other < 0)
        return false;
    NeedConditions all = {0};
    for (iz i = 0; i < x->conditions.n; i++) {
        NeedCondition c = x->conditions.v[i];
        StrVec values = {0};
        for (iz k = 0; k < c.values.n; k++)
            *vec_push(a, &values) = c.values.v[k];
        for (iz k = 0; i == other && k < y->conditions.v[i].values.n; k++)
            *vec_push(a, &values) = y->conditions.v[i].values.v[k];
        strvec_sort_unique(&values);
        c.values = values;
        *vec_push(a, &all) = c;
    }
    x->conditions = all;
    return true;
}

static void join_conditions(Arena *a, StatementVec *v)
{
    for (iz i = 0; i < v->n; i++) {
        for (iz k = i + 1; k < v->n && v->v[i].conditions.n; k++) {
            if (!join_values(a, &v->v[i], &v->v[k]))
                continue;
            for (iz j = k; j + 1 < v->n; j++)
                v->v[j] = v->v[j + 1];
            v->n--;
            k = i; /* what did not join before may join now */
        }
    }
}

static StrVec exact_copy(Arena *a, const StrVec *v)
{
    StrVec out = {0};
    vec_exact(a, &out, v->n);
    for (iz i = 0; i < v->n; i++)
        *vec_push(a, &out) = v->v[i];
    return out;
}

/* Actions with the same resources and conditions become one statement. */
static void merge_all(void *ctx, Arena *temporary)
{
    Merge *m = ctx;
    StatementVec out = {0};
    Map by_text = {0};
    m->temporary = m->key.a = temporary;
    for (iz i = 0; i < m->needs->n; i++)
        add_need(m, &m->needs->v[i]);
    for (iz i = 0; i < m->groups.n; i++)
        for (iz k = 0; k < m->groups.v[i].grants.n; k++)
            subsume(temporary, &m->groups.v[i].grants.v[k].arns);
    for (iz i = 0; i < m->groups.n; i++)
        drop_conditioned(m, &m->groups.v[i]);
    for (iz i = 0; i < m->groups.n; i++) {
        Group *g = &m->groups.v[i];
        for (iz k = 0; k < g->grants.n; k++) {
            Grant *x = &g->grants.v[k];
            if (!x->arns.n)
                continue;
            cut_off(temporary, m->opt, &x->arns, x->bound);
            Buf key = {.a = temporary};
            buf_str(&key, conditions_key(m, &g->conditions, m->opt->minimize ? (Str){0} : g->prefix));
            for (iz r = 0; r < x->arns.n; r++) {
                buf_u8(&key, '\v');
                buf_str(&key, x->arns.v[r]);
            }
            i32 *slot = map_at(temporary, &by_text, buf_done(&key));
            if (*slot < 0) {
                *slot = (i32)out.n;
                *vec_push(temporary, &out) = (Statement){.resources = x->arns, .conditions = g->conditions};
            }
            *vec_push(temporary, &out.v[*slot].actions) = x->action;
        }
    }
    for (iz i = 0; i < out.n; i++)
        strvec_sort_unique(&out.v[i].actions);
    if (out.n > 1)
        qsort(out.v, (size_t)out.n, sizeof *out.v, by_statement);
    join_conditions(m->a, &out);
    if (out.n > 1)
        qsort(out.v, (size_t)out.n, sizeof *out.v, by_statement);
    vec_exact(m->a, &m->out, out.n);
    for (iz i = 0; i < out.n; i++) {
        Statement s = out.v[i];
        s.actions = exact_copy(m->a, &s.actions);
        s.resources = exact_copy(m->a, &s.resources);
        *vec_push(m->a, &m->out) = s;
    }
}

static StatementVec merge(Arena *a, const Needs *needs, const PolicyOptions *opt)
{
    Merge m = {.a = a, .needs = needs, .opt = opt};
    arena_temporary(a, merge_all, &m);
    return m.out;
}

/* ---------------------------------------------------------------- size */

static iz count(Str s)
{
    iz n = 0;
    for (iz i = 0; i < s.len; i++)
        n += (s.s[i] & 0xc0) != 0x80;
    return n;
}

iz policy_size(Arena *a, const PolicyDoc *doc)
{
    ArenaMark mark = arena_mark(a);
    Buf b = {.a = a};
    Json j = {.out = &b};
    policy_json(&j, doc);
    iz n = count(buf_done(&b));
    arena_rewind(a, mark);
    return n;
}

/* Characters of a statement, and of a document without statements. */
static iz statement_size(Arena *a, const Statement *s)
{
    ArenaMark mark = arena_mark(a);
    Buf b = {.a = a};
    Json j = {.out = &b};
    statement_json(&j, s);
    iz n = count(buf_done(&b));
    arena_rewind(a, mark);
    return n;
}

/* Characters that a text takes in a list in which it is not the first. */
static iz item_size(Arena *a, Str s)
{
    ArenaMark mark = arena_mark(a);
    Buf b = {.a = a};
    buf_u8(&b, ',');
    json_quote(&b, s);
    iz n = count(buf_done(&b));
    arena_rewind(a, mark);
    return n;
}

static StrVec slice(const StrVec *v, iz from, iz to)
{
    return (StrVec){v->v + from, to - from, to - from};
}

/* Cuts a statement that is longer than max into several: by halves of its actions while these take most of the room, otherwise as many
 * resources as fit. */
static void cut(Arena *a, StatementVec *out, const Statement *s, iz max, Diags *diags)
{
    Statement part = *s;
    if (statement_size(a, s) <= max) {
        *vec_push(a, out) = *s;
        return;
    }
    part.resources = slice(&s->resources, 0, 1);
    if (s->actions.n > 1 && (s->resources.n == 1 || statement_size(a, &part) > max / 2)) {
        part = *s;
        part.actions = slice(&s->actions, 0, s->actions.n / 2);
        cut(a, out, &part, max, diags);
        part.actions = slice(&s->actions, s->actions.n / 2, s->actions.n);
        cut(a, out, &part, max, diags);
        return;
    }
    if (s->resources.n == 1) {
        diag_add(diags, DIAG_policy_too_long, 0, DIAG_NO_PLACE, s->actions.v[0]);
        *vec_push(a, out) = *s;
        return;
    }
    for (iz from = 0, to; from < s->resources.n; from = to) {
        part.resources = slice(&s->resources, from, from + 1);
        iz n = statement_size(a, &part);
        for (to = from + 1; to < s->resources.n; to++) {
            n += item_size(a, s->resources.v[to]);
            if (n > max)
                break;
        }
        part.resources = slice(&s->resources, from, to);
        cut(a, out, &part, max, diags);
    }
}

/* Fills documents from left to right. */
static void fill(Arena *a, Policies *out, const StatementVec *all, Diags *diags)
{
    PolicyDoc empty = {0};
    iz frame = policy_size(a, &empty), used = 0;
    PolicyDoc *doc = 0;
    StatementVec parts = {0};
    for (iz i = 0; i < all->n; i++) {
        iz first = parts.n;
        cut(a, &parts, &all->v[i], POLICY_LIMIT - frame - 16, diags);
        for (iz k = first + 1; k < parts.n && all->v[i].sid.len; k++) {
            Buf sid = {.a = a};
            buf_str(&sid, parts.v[k].sid);
            buf_str(&sid, S("Part"));
            buf_int(&sid, k - first + 1);
            parts.v[k].sid = buf_done(&sid);
        }
    }
    for (iz i = 0; i < parts.n; i++) {
        iz n = statement_size(a, &parts.v[i]);
        if (!doc || used + 1 + n > POLICY_LIMIT) {
            doc = vec_push(a, out);
            *doc = (PolicyDoc){0};
            used = frame + n;
        } else {
            used += 1 + n;
        }
        *vec_push(a, &doc->statements) = parts.v[i];
    }
}

/* ---------------------------------------------------------------- one policy a call */

static Str sid_of(Arena *a, const Need *n, iz index)
{
    Buf b = {.a = a};
    buf_str(&b, S("Allow"));
    for (iz i = 0; i < n->service.len; i++) {
        u8 c = n->service.s[i];
        if (c >= 'a' && c <= 'z')
            c = (u8)(c - 32);
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            buf_u8(&b, c);
    }
    Str name = str_from(n->action, prefix_of(n->action).len + 1);
    for (iz i = 0; i < name.len; i++)
        if ((name.s[i] | 32) >= 'a' && (name.s[i] | 32) <= 'z')
            buf_u8(&b, name.s[i]);
        else if (name.s[i] >= '0' && name.s[i] <= '9')
            buf_u8(&b, name.s[i]);
    if (index)
        buf_int(&b, index);
    return buf_done(&b);
}

static void individual(Arena *a, Policies *out, const Needs *needs, const PolicyOptions *opt, Diags *diags)
{
    for (iz i = 0; i < needs->n;) {
        StatementVec all = {0};
        const SdkCall *call = needs->v[i].call;
        for (; i < needs->n && needs->v[i].call == call; i++) {
            const Need *n = &needs->v[i];
            Statement *s = vec_push(a, &all);
            *s = (Statement){.sid = sid_of(a, n, all.n - 1), .conditions = n->conditions};
            *vec_push(a, &s->actions) = n->action;
            bool bound = false;
            for (iz k = 0; k < n->resources.n; k++) {
                *vec_push(a, &s->resources) = n->resources.v[k].arn;
                bound |= n->resources.v[k].values.n > 0;
            }
            subsume(a, &s->resources);
            cut_off(a, opt, &s->resources, bound);
        }
        fill(a, out, &all, diags);
    }
}

Policies policies_build(Arena *a, const Table *t, const Needs *needs, const PolicyOptions *opt, Diags *diags)
{
    Policies out = {.needs = needs};
    if (opt->individual) {
        individual(a, &out, needs, opt, diags);
    } else {
        StatementVec all = merge(a, needs, opt);
        fill(a, &out, &all, diags);
    }
    policies_check(a, t, &out, diags);
    return out;
}
