/* mapcall.c: see mapcall.h. One rule row (or the operation's own action) is evaluated in every "world" of the call: every combination of
 * list elements and alternative values that the row looks at (rules.h). Each world gives an action, conditions and resources; what has
 * the same action and conditions becomes one need. */
#include "mapper/mapcall.h"

#include <stdlib.h>

#include "core/base/map.h"
#include "mapper/arn.h"
#include "mapper/bindname.h"
#include "mapper/pattern.h"
#include "mapper/rules.h"

/* A rule row, or the default (row -1). */
typedef struct {
    i64 row;
    Str when_text, action, resource, bind_text, condition, source;
    bool added;
    const When *when;
    Binds binds;
} Rule;

typedef struct {
    Arena *a;    /* what is only needed for one call may be given back after it */
    Arena *keep; /* rules, what is said */
    const Table *t;
    const Rule **rules; /* by row, what was read already; null: nobody keeps them */
    const SdkCall *call;
    const PolicyOptions *opt;
    Diags *diags;
    Needs *out;
    Str service, operation, input;
    const ArgValue *args; /* the alternative looked at */
    iz first;      /* needs of this call start here */
    iz first_here; /* needs of this alternative */
    u8 told;    /* LIMIT_* of this call that were told */
    const Source *involved; /* the file of which LIMIT_INVOLVED was told last */
    bool open;  /* rules that name resources: bind nothing */
    bool other; /* a rule that names resources gave none: its argument is the ARN of something else */
} Mapping;

typedef VEC(const Rule *) Rules;

/* One possible resource in the world at hand. */
typedef struct {
    Str type;
    StrVec templates;
    VEC(ArnVariables) vars; /* one for each template */
    bool present;           /* the argument that names it is there, or may be */
} Candidate;

PolicyOptions policy_options(void)
{
    return (PolicyOptions){.resource_cutoff = RESOURCE_CUTOFF_DEFAULT};
}

/* ---------------------------------------------------------------- actions */

static bool split_action(Str action, Str *prefix, Str *name)
{
    iz i = str_find_u8(action, ':');
    *prefix = str_head(action, i < 0 ? 0 : i);
    *name = str_from(action, i + 1);
    return i > 0;
}

Str map_own_action(Arena *a, const Table *t, Str service, Str operation)
{
    Rows svc = tbl_find1(t, TBL_svc, service);
    Str prefixes = svc.n ? tbl_get(t, TBL_svc, svc.first, svc_prefixes) : (Str){0}, prefix;
    for (Str rest = prefixes; str_cut(&rest, ',', &prefix);)
        if (tbl_find2(t, TBL_action, prefix, operation).n)
            return str_cat3(a, prefix, S(":"), operation);
    for (Str rest = prefixes; str_cut(&rest, ',', &prefix);) {
        Rows r = tbl_prefix(t, TBL_action, 1, prefix, (Str){0});
        for (u32 i = r.first; i < r.first + r.n; i++) {
            Str name = tbl_get(t, TBL_action, i, action_name);
            if (str_ieq(name, operation))
                return str_cat3(a, prefix, S(":"), name);
        }
    }
    return (Str){0};
}

/* The action of a rule with {verb} replaced by the operation's HTTP verb. */
static Str action_text(Mapping *m, Str action)
{
    iz i = str_find(action, S("{verb}"));
    if (i < 0)
        return action;
    Rows op = tbl_find2(m->t, TBL_operation, m->service, m->operation);
    Str verb = op.n ? tbl_get(m->t, TBL_operation, op.first, operation_http) : (Str){0};
    return str_cat3(m->a, str_head(action, i), verb, str_from(action, i + 6));
}

/* ---------------------------------------------------------------- place */

static Str known_text(World *w, Str key, const ArgValue *v, const Origin **origin)
{
    v = world_value(w, key, v);
    if (v && (v->kind == ARG_UNKNOWN || v->kind == ARG_TEXT))
        world_limited(w, v->limit, key);
    if (!v || v->kind != ARG_TEXT)
        return (Str){0};
    *origin = v->origin;
    return v->text;
}

/* The call's own region and account win over the options. */
static Place call_place(Mapping *m, World *w, NeedValues *values)
{
    const Origin *origin = 0;
    Str region = m->opt->region, account = m->opt->account;
    Str r = known_text(w, S("region"), m->call->region, &origin);
    if (r.len && text_known(r) && partition_of(m->t, r).len) {
        region = r;
        *vec_push(m->a, values) = (NeedValue){S("Region"), S("region"), r, origin};
    }
    r = known_text(w, S("account"), m->call->account, &origin);
    if (account_valid(r)) {
        account = r;
        *vec_push(m->a, values) = (NeedValue){S("Account"), S("account"), r, origin};
    }
    return place_of(m->t, region, account);
}

/* ---------------------------------------------------------------- conditions */

/* A condition value: {Region} … replaced. False: it depends on something that is not known. */
static bool condition_text(Mapping *m, World *w, Place place, Str value, Str *out)
{
    Buf b = {.a = m->a};
    Str suffix = partition_suffix(m->t, text_known(place.partition) ? place.partition : S("*"));
    while (value.len) {
        iz open = str_find_u8(value, '{');
        iz close = open < 0 ? -1 : str_find_u8(str_from(value, open), '}');
        if (close < 0) {
            buf_str(&b, value);
            break;
        }
        buf_str(&b, str_head(value, open));
        Str name = {value.s + open + 1, close - 1};
        value = str_from(value, open + close + 1);
        if (str_eq(name, S("Region"))) {
            buf_str(&b, place.region);
        } else if (str_eq(name, S("Account"))) {
            buf_str(&b, place.account);
        } else if (str_eq(name, S("Partition"))) {
            buf_str(&b, place.partition);
        } else if (str_eq(name, S("DnsSuffix"))) {
            buf_str(&b, suffix);
        } else if (name.len && name.s[0] == '@') {
            Binds binds;
            Str error;
            if (!rule_parse_bind(m->a, str_cat(m->a, S("x="), str_from(name, 1)), &binds, &error) || binds.n != 1)
                return false;
            BoundText x = world_source(w, binds.v[0].source);
            if (x.state != PATH_VALUE)
                return false;
            buf_str(&b, x.text);
        } else {
            buf_u8(&b, '{');
            buf_str(&b, name);
            buf_u8(&b, '}');
        }
    }
    *out = buf_done(&b);
    return true;
}

/* StringEquals with a wildcard must be StringLike, whatever stands before or behind it (ForAnyValue:, IfExists). */
static Str like_operator(Arena *a, Str op)
{
    iz i = str_find(op, S("StringEquals"));
    return i < 0 ? op : str_cat3(a, str_head(op, i), S("StringLike"), str_from(op, i + 12));
}

static void add_condition(Mapping *m, NeedConditions *all, Str op, Str key, Str text)
{
    Buf b = {.a = m->a};
    arn_text(&b, text);
    if (!pattern_plain(pattern_iam(m->a, buf_done(&b))))
        op = like_operator(m->a, op);
    for (iz i = 0; i < all->n; i++) {
        NeedCondition *c = &all->v[i];
        if (str_eq(c->op, op) && str_ieq(c->key, key)) {
            *vec_push(m->a, &c->values) = buf_done(&b);
            strvec_sort_unique(&c->values);
            return;
        }
    }
    NeedCondition *c = vec_push(m->a, all);
    *c = (NeedCondition){.op = op, .key = key};
    *vec_push(m->a, &c->values) = buf_done(&b);
}

static int by_key(const void *x, const void *y)
{
    const NeedCondition *p = x, *q = y;
    int c = str_cmp(p->op, q->op);
    return c ? c : str_cmp(p->key, q->key);
}

/* "Op:key=value;Op:key=value"; an operator on sets has a colon of its own ("ForAnyValue:StringEquals") */
static NeedConditions conditions(Mapping *m, World *w, Place place, Str text)
{
    NeedConditions all = {0};
    Str part;
    while (str_cut(&text, ';', &part)) {
        part = str_trim(part);
        bool narrows = str_starts(part, S("?"));
        if (narrows)
            part = str_from(part, 1);
        bool set = str_starts(part, S("ForAnyValue:")) || str_starts(part, S("ForAllValues:"));
        iz from = set ? str_find_u8(part, ':') + 1 : 0;
        iz colon = str_find_u8(str_from(part, from), ':'), equals = str_find_u8(part, '=');
        colon = colon < 0 ? colon : colon + from;
        if (colon < 0 || equals < colon || (narrows && m->opt->no_conditions))
            continue;
        Str value;
        if (condition_text(m, w, place, str_from(part, equals + 1), &value))
            add_condition(m, &all, str_head(part, colon), (Str){part.s + colon + 1, equals - colon - 1}, value);
    }
    if (all.n > 1)
        qsort(all.v, (size_t)all.n, sizeof *all.v, by_key);
    return all;
}

static bool same_conditions(const NeedConditions *x, const NeedConditions *y)
{
    if (x->n != y->n)
        return false;
    for (iz i = 0; i < x->n; i++) {
        const NeedCondition *p = &x->v[i], *q = &y->v[i];
        if (!str_eq(p->op, q->op) || !str_eq(p->key, q->key) || p->values.n != q->values.n)
            return false;
        for (iz k = 0; k < p->values.n; k++)
            if (!str_eq(p->values.v[k], q->values.v[k]))
                return false;
    }
    return true;
}

/* ---------------------------------------------------------------- resources */

static void add_bind(Mapping *m, World *w, ArnVariables *vars, Str variable, const BindSource *source)
{
    *vec_push(m->a, vars) = (ArnVariable){variable, world_source(w, source)};
}

static bool find_binddef(Mapping *m, Str type, Binds *binds)
{
    Rows r = tbl_find3(m->t, TBL_binddef, m->service, m->operation, type);
    Str error;
    if (!r.n)
        r = tbl_find3(m->t, TBL_binddef, m->service, S("*"), type);
    return r.n && rule_parse_bind(m->a, tbl_get(m->t, TBL_binddef, r.first, binddef_bind), binds, &error);
}

static bool may_be(const ArnVariables *vars, Str variable)
{
    for (iz i = 0; i < vars->n; i++)
        if (str_eq(vars->v[i].variable, variable))
            return vars->v[i].value.state != PATH_ABSENT;
    return false;
}

static bool has_variable(const ArnVariables *vars, Str variable)
{
    for (iz i = 0; i < vars->n; i++)
        if (str_eq(vars->v[i].variable, variable))
            return true;
    return false;
}

/* `arn` is bound to something that may be an ARN. A name in that place means another type. */
static bool may_be_arn(const ArnVariables *vars)
{
    for (iz i = 0; i < vars->n; i++) {
        const BoundText *b = &vars->v[i].value;
        if (str_eq(vars->v[i].variable, S("arn")))
            return b->state == PATH_UNKNOWN ||
                   (b->state == PATH_VALUE && (str_starts(b->text, S("arn:")) || b->text.s[0] == TEXT_HOLE));
    }
    return false;
}

/* The last variable of the template that an argument is to give; its being there decides whether the resource is meant. */
static bool names_it(const ArnVariables *vars, const StrVec *names, const StrVec *fixed)
{
    Str last = {0};
    for (iz i = 0; i < names->n; i++) {
        if (!has_variable(vars, names->v[i]))
            return false;
        if (!strvec_has(fixed, names->v[i]))
            last = names->v[i];
    }
    return last.len && may_be(vars, last);
}

/* Binds one template: by the rule, by binddef, and what these leave by name. *present: the argument that names the resource is, or may
 * be, there. */
static ArnVariables bind_template(Mapping *m, World *w, const Rule *rule, Str type, Str template, bool *present)
{
    ArnVariables vars = {0};
    Binds def = rule->binds;
    StrVec names = arn_variables(m->a, template), fixed = {0};
    bool given = def.n || (type.len && find_binddef(m, type, &def));
    bool whole = false;
    for (iz i = 0; i < def.n; i++) {
        add_bind(m, w, &vars, def.v[i].variable, def.v[i].source);
        if (!rule->binds.n && str_eq(def.v[i].variable, S("arn")) && vars.v[vars.n - 1].value.state == PATH_ABSENT) {
            vars.n--; /* a general row speaks of another operation's argument: the name of this one's may tell */
            whole = true;
        }
        if (def.v[i].source->kind == SRC_LITERAL)
            *vec_push(m->a, &fixed) = def.v[i].variable;
    }
    for (iz i = 0; i < names.n && type.len; i++) {
        if (has_variable(&vars, names.v[i]))
            continue;
        NameBinding b = bind_by_name(m->a, m->t, m->service, m->operation, type, template, names.v[i]);
        if (b.source && !has_variable(&vars, b.variable) && (!given || whole || !str_eq(b.variable, S("arn"))))
            add_bind(m, w, &vars, b.variable, b.source);
    }
    *present = may_be_arn(&vars) || names_it(&vars, &names, &fixed);
    if (*present || rule->binds.n || has_variable(&vars, S("arn")))
        return vars;
    const BindSource *arn = arn_by_name(m->a, m->t, m->service, m->operation, type);
    BoundText value = arn ? world_source(w, arn) : (BoundText){0};
    if (value.state == PATH_VALUE && str_starts(value.text, S("arn:"))) {
        *vec_push(m->a, &vars) = (ArnVariable){S("arn"), value};
        *present = true;
    }
    return vars;
}

static void add_template(Mapping *m, World *w, const Rule *rule, Candidate *c, Str template)
{
    bool present = false;
    ArnVariables vars = bind_template(m, w, rule, c->type, template, &present);
    if (c->present && !present)
        return; /* another format of the type is named by an argument, this one is not */
    if (present && !c->present)
        c->templates.n = c->vars.n = 0;
    c->present = present;
    *vec_push(m->a, &c->templates) = template;
    *vec_push(m->a, &c->vars) = vars;
}

static Candidate candidate(Mapping *m, World *w, const Rule *rule, Str prefix, Str type)
{
    Candidate c = {.type = type};
    Str template;
    Rows r = tbl_find2(m->t, TBL_resource, prefix, type);
    for (u32 i = r.first; i < r.first + r.n; i++)
        for (Str rest = tbl_get(m->t, TBL_resource, i, resource_arn); arn_next_template(&rest, &template);)
            add_template(m, w, rule, &c, template);
    return c;
}

static void add_resource(Mapping *m, Need *need, Str arn, Str type, const NeedValues *values, const NeedValues *placed)
{
    for (iz i = 0; i < need->resources.n; i++)
        if (str_eq(need->resources.v[i].arn, arn))
            return;
    NeedResource *r = vec_push(m->a, &need->resources);
    *r = (NeedResource){.arn = arn, .type = str_eq(arn, S("*")) ? (Str){0} : type};
    for (iz i = 0; i < values->n; i++)
        *vec_push(m->a, &r->values) = values->v[i];
    for (iz i = 0; i < placed->n && values->n; i++) {
        bool told = false;
        for (iz k = 0; k < values->n; k++)
            told |= str_eq(values->v[k].variable, placed->v[i].variable) || str_eq(values->v[k].variable, S("arn"));
        if (!told)
            *vec_push(m->a, &r->values) = placed->v[i];
    }
}

/* Adds the candidate's ARNs. With `open`, with wildcards for everything; otherwise formats whose argument is another kind of ARN are left
 * out. False when nothing was added. */
static bool add_candidate(Mapping *m, Need *need, const Candidate *c, Place place, const NeedValues *placed, bool open)
{
    static const ArnVariables none;
    bool any = false;
    for (iz i = 0; i < c->templates.n; i++) {
        NeedValues values = {0};
        Str arn;
        ArnFit fit = arn_fill(m->a, m->t, c->templates.v[i], open ? &none : &c->vars.v[i], place, &arn, &values);
        if (fit == ARN_OTHER)
            continue;
        add_resource(m, need, arn, c->type, &values, placed);
        any = true;
    }
    return any;
}

/* The argument that would have to be this candidate's ARN; null when it is one, or when the candidate is named otherwise. */
static const BoundText *by_whole_arn(const Candidate *c)
{
    for (iz k = 0; k < c->vars.n; k++)
        for (iz i = 0; i < c->vars.v[k].n; i++) {
            const ArnVariable *v = &c->vars.v[k].v[i];
            if (str_eq(v->variable, S("arn")) && !str_starts(v->value.text, S("arn:")))
                return &v->value;
        }
    return 0;
}

/* The argument that may be the ARN of candidate `self` is the name of another one: then it is that name (an S3 bucket or access point). */
static bool named_elsewhere(const Candidate *all, iz n, iz self)
{
    const BoundText *arn = by_whole_arn(&all[self]);
    for (iz c = 0; c < n; c++)
        for (iz k = 0; k < all[c].vars.n && c != self; k++)
            for (iz i = 0; i < all[c].vars.v[k].n; i++) {
                const ArnVariable *v = &all[c].vars.v[k].v[i];
                if (arn->path.len && !str_eq(v->variable, S("arn")) && str_eq(v->value.path, arn->path))
                    return true;
            }
    return false;
}

/* The resource types of an action, by the general rule: required ones, and those that an argument names. A type whose argument is the ARN
 * of something else is left out, unless that would leave nothing. */
static void action_resources(Mapping *m, World *w, const Rule *rule, Need *need, Place place, const NeedValues *placed)
{
    Str prefix, name;
    split_action(need->action, &prefix, &name);
    Rows r = tbl_prefix(m->t, TBL_actionres, 2, prefix, name);
    VEC(Candidate) all = {0};
    bool any = false;
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Candidate c = candidate(m, w, rule, prefix, tbl_get(m->t, TBL_actionres, i, actionres_type));
        if (c.present || str_eq(tbl_get(m->t, TBL_actionres, i, actionres_flags), S("r")))
            *vec_push(m->a, &all) = c;
    }
    for (iz i = 0; i < all.n; i++)
        if (!by_whole_arn(&all.v[i]) || !named_elsewhere(all.v, all.n, i))
            any |= add_candidate(m, need, &all.v[i], place, placed, false);
    for (iz i = 0; i < all.n && !any; i++)
        add_candidate(m, need, &all.v[i], place, placed, true);
    if (!need->resources.n)
        add_resource(m, need, S("*"), (Str){0}, &(NeedValues){0}, placed);
}

/* The resources that a rule names. Nothing when its argument is the ARN of something else (see map_service). */
static void named_resources(Mapping *m, World *w, const Rule *rule, Need *need, Place place, const NeedValues *placed)
{
    Str prefix, name, type;
    bool any = false;
    split_action(need->action, &prefix, &name);
    if (str_starts(rule->resource, S("arn:"))) {
        Candidate c = {0};
        add_template(m, w, rule, &c, rule->resource);
        any = add_candidate(m, need, &c, place, placed, m->open);
    } else {
        for (Str rest = rule->resource; str_cut(&rest, ',', &type);) {
            Candidate c = candidate(m, w, rule, prefix, type);
            any |= add_candidate(m, need, &c, place, placed, m->open);
        }
    }
    if (!any)
        m->other = true;
}

/* ---------------------------------------------------------------- needs */

static Need *find_need(Mapping *m, const Rule *rule, iz first, Str action, const NeedConditions *conds)
{
    for (iz i = first; i < m->out->n; i++)
        if (str_eq(m->out->v[i].action, action) && same_conditions(&m->out->v[i].conditions, conds))
            return &m->out->v[i];
    Need *n = vec_push(m->a, m->out);
    *n = (Need){.action = action, .conditions = *conds, .call = m->call, .service = m->service, .source = rule->source};
    n->added = rule->added;
    if (!str_eq(rule->when_text, S("-")))
        n->when = rule->when_text;
    for (iz i = 0; i < conds->n; i++) {
        Str key = conds->v[i].key;
        n->forward |= str_ieq(key, S("kms:ViaService")) || str_ieq(str_head(key, 13), S("aws:CalledVia"));
    }
    return n;
}

static bool dropped(const Mapping *m, Str action, const NeedConditions *conds)
{
    if (!m->opt->no_kms || !str_starts(action, S("kms:")))
        return false;
    for (iz i = 0; i < conds->n; i++)
        if (str_ieq(conds->v[i].key, S("kms:ViaService")))
            return true;
    return false;
}

static void one_world(Mapping *m, World *w, const Rule *rule, iz first)
{
    if (world_when(w, rule->when) == ANSWER_NO)
        return;
    NeedValues placed = {0};
    Place place = call_place(m, w, &placed);
    Str action = action_text(m, rule->action);
    NeedConditions conds = conditions(m, w, place, rule->condition);
    if (dropped(m, action, &conds))
        return;
    Need *need = find_need(m, rule, first, action, &conds);
    if (str_eq(rule->resource, S("-")))
        action_resources(m, w, rule, need, place, &placed);
    else if (!str_eq(rule->resource, S("*")))
        named_resources(m, w, rule, need, place, &placed);
    else
        add_resource(m, need, S("*"), (Str){0}, &(NeedValues){0}, &placed);
}

static int by_arn(const void *x, const void *y)
{
    return str_cmp(((const NeedResource *)x)->arn, ((const NeedResource *)y)->arn);
}

/* Once a call and limit; of what is too involved, the first in a file is told. */
static void tell_limits(Mapping *m, const World *w)
{
    static const DiagCode codes[] = {DIAG_too_many_values, DIAG_text_too_long, DIAG_too_involved};
    u8 fresh = w->limits & (u8)~m->told;
    m->told |= fresh;
    if (fresh & LIMIT_INVOLVED && m->involved == m->call->src)
        fresh &= (u8)~LIMIT_INVOLVED;
    if (fresh & LIMIT_INVOLVED)
        m->involved = m->call->src;
    for (iz i = 0; i < COUNTOF(codes); i++)
        if (fresh & LIMIT_VALUES << i)
            diag_add(m->diags, codes[i], m->call->src, m->call->off, str_dup(m->keep, w->limited[i]));
}

/* Everything of one rule; then what an earlier rule of this call said already is dropped. */
static void apply(Mapping *m, const Rule *rule)
{
    World w = {.a = m->a, .t = m->t, .service = m->service, .operation = m->operation, .args = m->args, .via = m->call->via};
    iz first = m->out->n;
    do
        one_world(m, &w, rule, first);
    while (world_next(&w));
    tell_limits(m, &w);
    iz kept = first;
    for (iz i = first; i < m->out->n; i++)
        if (m->out->v[i].resources.n)
            m->out->v[kept++] = m->out->v[i];
    m->out->n = kept;
    for (iz i = first; i < m->out->n; i++) {
        Need *n = &m->out->v[i];
        qsort(n->resources.v, (size_t)n->resources.n, sizeof *n->resources.v, by_arn);
        for (iz k = m->first; k < first; k++) {
            const Need *old = &m->out->v[k];
            bool same = str_eq(old->action, n->action) && old->resources.n == n->resources.n &&
                        same_conditions(&old->conditions, &n->conditions);
            for (iz j = 0; same && j < n->resources.n; j++)
                same = str_eq(old->resources.v[j].arn, n->resources.v[j].arn);
            if (!same)
                continue;
            for (iz j = i; j + 1 < m->out->n; j++)
                m->out->v[j] = m->out->v[j + 1];
            m->out->n--;
            i--;
            break;
        }
    }
}

/* Null: it is not understood, which is said. */
static const Rule *read_rule(Mapping *m, u32 row)
{
    const Table *t = m->t;
    Str error;
    if (m->rules && m->rules[row])
        return m->rules[row];
    Rule *rule = new(m->keep, Rule, 1);
    *rule = (Rule){
        .row = row,
        .when_text = tbl_get(t, TBL_rule, row, rule_when),
        .action = tbl_get(t, TBL_rule, row, rule_action),
        .resource = tbl_get(t, TBL_rule, row, rule_resource),
        .bind_text = tbl_get(t, TBL_rule, row, rule_bind),
        .condition = tbl_get(t, TBL_rule, row, rule_condition),
        .source = tbl_get(t, TBL_rule, row, rule_source),
    };
    rule->added = str_starts(rule->action, S("+"));
    if (rule->added)
        rule->action = str_from(rule->action, 1);
    if (!rule->resource.len)
        rule->resource = S("-");
    if (rule_parse_when(m->keep, rule->when_text, &rule->when, &error) && rule_parse_bind(m->keep, rule->bind_text, &rule->binds, &error)) {
        if (m->rules)
            m->rules[row] = rule;
        return rule;
    }
    diag_add(m->diags, DIAG_bad_rule, 0, DIAG_NO_PLACE,
             str_cat3(m->keep, str_cat3(m->keep, m->service, S(":"), m->operation), S(": "), error));
    return 0;
}

static bool has_action(const Mapping *m, Str action)
{
    for (iz i = m->first_here; i < m->out->n; i++)
        if (str_eq(m->out->v[i].action, action))
            return true;
    return false;
}

/* Applies rows; those whose argument is the ARN of something else go to *others. */
static void apply_rows(Mapping *m, Rows rows, Rules *others)
{
    for (u32 i = rows.first; i < rows.first + rows.n; i++) {
        const Rule *rule = read_rule(m, i);
        if (!rule)
            continue;
        m->other = false;
        apply(m, rule);
        if (m->other)
            *vec_push(m->a, others) = rule;
    }
}

static bool has_base(const Mapping *m, Rows rows)
{
    for (u32 i = rows.first; i < rows.first + rows.n; i++)
        if (!str_starts(tbl_get(m->t, TBL_rule, i, rule_action), S("+")))
            return true;
    return false;
}

static void map_arguments(Mapping *m)
{
    Rows rows = tbl_find2(m->t, TBL_rule, m->service, m->operation), general = {0};
    if (!has_base(m, rows))
        general = tbl_find2(m->t, TBL_rule, m->service, S("*"));
    bool none = tbl_find2(m->t, TBL_noperm, m->service, m->operation).n || tbl_find2(m->t, TBL_noperm, m->service, S("*")).n;
    if (!has_base(m, rows) && !has_base(m, general) && !none) {
        Rule rule = {.row = -1, .when_text = S("-"), .resource = S("-")};
        rule.action = map_own_action(m->a, m->t, m->service, m->operation);
        Str error;
        if (rule.action.len && rule_parse_when(m->a, rule.when_text, &rule.when, &error))
            apply(m, &rule);
        else if (!rows.n)
            diag_add(m->diags, DIAG_unmapped_operation, m->call->src, m->call->off,
                     str_cat3(m->keep, m->service, S(":"), m->operation));
    }
    Rules others = {0};
    apply_rows(m, general, &others);
    apply_rows(m, rows, &others);
    /* No row takes the ARN that was given: then its rows speak for all resources of their kinds. */
    m->open = true;
    for (iz i = 0; i < others.n; i++)
        if (!has_action(m, action_text(m, others.v[i]->action)))
            apply(m, others.v[i]);
    m->open = false;
}

/* Each set of arguments by itself: what goes with what is known for each calling context. */
static void map_service(Mapping *m)
{
    for (m->args = m->call->args; m->args; m->args = m->args->alt) {
        m->first_here = m->out->n;
        map_arguments(m);
    }
}

static void map_one(Mapping *m, const SdkCall *call)
{
    m->call = call;
    m->told = 0;
    m->operation = call->operation;
    m->first = m->out->n;
    m->service = call->service;
    map_service(m);
    for (iz i = 0; i < call->services.n; i++) {
        m->service = call->services.v[i];
        if (!str_eq(m->service, call->service))
            map_service(m);
    }
}

void map_call(Needs *out, Arena *a, const Table *t, const SdkCall *call, const PolicyOptions *opt, Diags *diags)
{
    map_one(&(Mapping){.a = a, .keep = a, .t = t, .opt = opt, .diags = diags, .out = out}, call);
}

/* ---------------------------------------------------------------- many calls */

/* Working out the needs of a call takes ten times the memory that they do, and calls repeat each other's texts, conditions and wildcards. */
typedef struct {
    Arena *a;
    const Arena *temporary; /* what does not point here lasts as long as the calls and the table */
    Slots texts, conditions, resources;
    StrVec text;
    VEC(NeedConditions) condition;
    VEC(NeedResources) resource; /* those that nothing in the code narrows */
} Keep;

static Str keep_text(Keep *k, Str s)
{
    iz at;
    if (!s.len || !arena_has(k->temporary, s.s))
        return s.len ? s : (Str){0};
    u64 h = str_hash(s);
    for (i32 i = slots_first(&k->texts, h, &at); i >= 0; i = slots_next(&k->texts, h, &at))
        if (str_eq(k->text.v[i], s))
            return k->text.v[i];
    slots_add(k->a, &k->texts, h, (i32)k->text.n);
    return *vec_push(k->a, &k->text) = str_dup(k->a, s);
}

static NeedValues keep_values(Keep *k, const NeedValues *from)
{
    NeedValues to = {0};
    if (!from->n)
        return to;
    vec_exact(k->a, &to, from->n);
    for (iz i = 0; i < from->n; i++) {
        const NeedValue *v = &from->v[i];
        *vec_push(k->a, &to) = (NeedValue){keep_text(k, v->variable), keep_text(k, v->path), keep_text(k, v->value), v->origin};
    }
    return to;
}

static NeedConditions keep_conditions(Keep *k, const NeedConditions *from)
{
    NeedConditions to = {0};
    u64 h = (u64)from->n;
    iz at;
    if (!from->n)
        return to;
    for (iz i = 0; i < from->n; i++)
        h = h * 31 + str_hash(from->v[i].key) * 7 + (from->v[i].values.n ? str_hash(from->v[i].values.v[0]) : 0);
    for (i32 i = slots_first(&k->conditions, h, &at); i >= 0; i = slots_next(&k->conditions, h, &at))
        if (same_conditions(&k->condition.v[i], from))
            return k->condition.v[i];
    vec_exact(k->a, &to, from->n);
    for (iz i = 0; i < from->n; i++) {
        const NeedCondition *c = &from->v[i];
        NeedCondition *kept = vec_push(k->a, &to);
        *kept = (NeedCondition){.op = keep_text(k, c->op), .key = keep_text(k, c->key)};
        vec_exact(k->a, &kept->values, c->values.n);
        for (iz j = 0; j < c->values.n; j++)
            *vec_push(k->a, &kept->values) = keep_text(k, c->values.v[j]);
    }
    slots_add(k->a, &k->conditions, h, (i32)k->condition.n);
    return *vec_push(k->a, &k->condition) = to;
}

static bool same_resources(const NeedResources *x, const NeedResources *y)
{
    if (x->n != y->n)
        return false;
    for (iz i = 0; i < x->n; i++)
        if (!str_eq(x->v[i].arn, y->v[i].arn) || !str_eq(x->v[i].type, y->v[i].type))
            return false;
    return true;
}

static NeedResources keep_resources(Keep *k, const NeedResources *from)
{
    NeedResources to = {0};
    bool narrowed = false;
    u64 h = (u64)from->n;
    iz at;
    for (iz i = 0; i < from->n; i++) {
        h = h * 31 + str_hash(from->v[i].arn);
        narrowed |= from->v[i].values.n > 0;
    }
    for (i32 i = narrowed ? -1 : slots_first(&k->resources, h, &at); i >= 0; i = slots_next(&k->resources, h, &at))
        if (same_resources(&k->resource.v[i], from))
            return k->resource.v[i];
    vec_exact(k->a, &to, from->n);
    for (iz i = 0; i < from->n; i++) {
        const NeedResource *r = &from->v[i];
        *vec_push(k->a, &to) = (NeedResource){keep_text(k, r->arn), keep_text(k, r->type), keep_values(k, &r->values)};
    }
    if (narrowed)
        return to;
    slots_add(k->a, &k->resources, h, (i32)k->resource.n);
    return *vec_push(k->a, &k->resource) = to;
}

static Need keep_need(Keep *k, const Need *from)
{
    Need n = *from;
    n.action = keep_text(k, from->action);
    n.service = keep_text(k, from->service);
    n.when = keep_text(k, from->when);
    n.source = keep_text(k, from->source);
    n.conditions = keep_conditions(k, &from->conditions);
    n.resources = keep_resources(k, &from->resources);
    return n;
}

/* Needs as they come. */
typedef struct Batch Batch;
struct Batch {
    Batch *next;
    iz n;
    Need v[256];
};

typedef struct {
    Keep keep;
    Mapping m;
    const SdkCalls *calls;
    Batch *first, *last;
    iz n;
    Needs out;
} MapAll;

static void add_need(MapAll *x, Arena *gathered, Need n)
{
    if (!x->last || x->last->n == COUNTOF(x->last->v)) {
        Batch *b = new(gathered, Batch, 1);
        if (x->last)
            x->last->next = b;
        else
            x->first = b;
        x->last = b;
    }
    x->last->v[x->last->n++] = n;
    x->n++;
}

static void map_each(void *ctx, Arena *gathered)
{
    enum { KEPT = 1 << 20 };
    MapAll *x = ctx;
    Arena *temporary = x->m.a;
    for (iz i = 0; i < x->calls->n; i++) { /* nothing but needs and rules goes from one to the next */
        Needs needs = {0};
        x->m.out = &needs;
        map_one(&x->m, &x->calls->v[i]);
        for (iz n = 0; n < needs.n; n++)
            add_need(x, gathered, keep_need(&x->keep, &needs.v[n]));
        arena_reset(temporary, KEPT);
    }
    vec_exact(x->keep.a, &x->out, x->n);
    for (const Batch *b = x->first; b; b = b->next)
        for (iz n = 0; n < b->n; n++)
            *vec_push(x->keep.a, &x->out) = b->v[n];
}

static void map_all(void *ctx, Arena *temporary)
{
    MapAll *x = ctx;
    x->m.a = temporary;
    x->keep.temporary = temporary;
    arena_temporary(x->keep.a, map_each, x);
}

Needs map_calls(Arena *a, const Table *t, const SdkCalls *calls, const PolicyOptions *opt, Diags *diags)
{
    MapAll x = {.keep = {.a = a}, .calls = calls};
    x.m = (Mapping){.keep = a, .t = t, .opt = opt, .diags = diags};
    if (calls->n) {
        x.m.rules = new(a, const Rule *, tbl_count(t, TBL_rule));
        arena_temporary(a, map_all, &x);
    }
    return x.out;
}
