/* evaluate.c: see evaluate.h. Reading of policies, and the matching of statements; conditions are in evalcond.c. */
#include "mapper/evaluate.h"

#include <cjson/cJSON.h>

#include "mapper/evalcond.h"
#include "mapper/pattern.h"

/* ---------------------------------------------------------------- reading */

typedef struct {
    PolicySet *set;
    Arena *a;
    Str *error;
} Reader;

static bool wrong(Reader *r, const char *what)
{
    Buf b = {.a = r->a};
    buf_str(&b, S("policy "));
    buf_int(&b, r->set->policies + 1);
    buf_str(&b, S(": "));
    buf_str(&b, str_c(what));
    *r->error = buf_done(&b);
    return false;
}

static Str copy(Arena *a, const char *z)
{
    return str_dup(a, str_c(z));
}

/* Keys of a policy are case-sensitive for us, as for IAM's own editor. */
static const cJSON *get(const cJSON *o, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(o, key);
}

/* A text or a list of texts. */
static bool texts(Reader *r, const cJSON *v, StrVec *out)
{
    if (cJSON_IsString(v)) {
        *vec_push(r->a, out) = copy(r->a, v->valuestring);
        return true;
    }
    if (!cJSON_IsArray(v))
        return false;
    const cJSON *x;
    cJSON_ArrayForEach(x, v)
    {
        if (!cJSON_IsString(x))
            return false;
        *vec_push(r->a, out) = copy(r->a, x->valuestring);
    }
    return true;
}

/* Values of a condition may also be booleans and numbers. */
static bool condition_values(Reader *r, const cJSON *v, StrVec *out)
{
    const cJSON *x = cJSON_IsArray(v) ? v->child : v;
    for (; x; x = cJSON_IsArray(v) ? x->next : 0) {
        if (cJSON_IsString(x)) {
            *vec_push(r->a, out) = copy(r->a, x->valuestring);
        } else if (cJSON_IsBool(x)) {
            *vec_push(r->a, out) = cJSON_IsTrue(x) ? S("true") : S("false");
        } else if (cJSON_IsNumber(x)) {
            char *z = cJSON_PrintUnformatted(x);
            if (!z)
                return false;
            *vec_push(r->a, out) = copy(r->a, z);
            cJSON_free(z);
        } else {
            return false;
        }
    }
    return true;
}

static bool read_conditions(Reader *r, const cJSON *v, EvalStatement *s)
{
    const cJSON *op, *key;
    if (!cJSON_IsObject(v))
        return wrong(r, "Condition is not an object");
    cJSON_ArrayForEach(op, v)
    {
        if (!cJSON_IsObject(op))
            return wrong(r, "an operator of a Condition is not an object");
        cJSON_ArrayForEach(key, op)
        {
            EvalCondition *c = vec_push(r->a, &s->conditions);
            c->op = copy(r->a, op->string);
            c->key = copy(r->a, key->string);
            if (!condition_values(r, key, &c->values))
                return wrong(r, "a value of a Condition is not a text");
        }
    }
    return true;
}

/* `name` or its Not… form; exactly one of them. */
static bool read_pair(Reader *r, const cJSON *v, const char *name, const char *not_name, StrVec *out, bool *negated)
{
    const cJSON *x = get(v, name), *y = get(v, not_name);
    *negated = y != 0;
    if (!x == !y || !texts(r, x ? x : y, out)) {
        Buf b = {.a = r->a};
        buf_str(&b, S("a statement needs exactly one of "));
        buf_str(&b, str_c(name));
        buf_str(&b, S(" and "));
        buf_str(&b, str_c(not_name));
        buf_str(&b, S(", a text or a list of texts"));
        return wrong(r, str_z(r->a, buf_done(&b)));
    }
    return true;
}

static bool read_statement(Reader *r, const cJSON *v, i32 index)
{
    EvalStatement s = {.policy = (i32)r->set->policies, .index = index};
    const cJSON *effect = get(v, "Effect"), *sid = get(v, "Sid"), *cond = get(v, "Condition");
    if (!cJSON_IsObject(v))
        return wrong(r, "a statement is not an object");
    if (!cJSON_IsString(effect))
        return wrong(r, "a statement has no Effect");
    s.deny = str_eq(str_c(effect->valuestring), S("Deny"));
    if (!s.deny && !str_eq(str_c(effect->valuestring), S("Allow")))
        return wrong(r, "Effect is neither Allow nor Deny");
    if (cJSON_IsString(sid))
        s.sid = copy(r->a, sid->valuestring);
    if (get(v, "Principal") || get(v, "NotPrincipal"))
        return wrong(r, "has a Principal: not an identity policy");
    if (!read_pair(r, v, "Action", "NotAction", &s.actions, &s.not_action) ||
        !read_pair(r, v, "Resource", "NotResource", &s.resources, &s.not_resource))
        return false;
    if (cond && !read_conditions(r, cond, &s))
        return false;
    *vec_push(r->a, &r->set->statements) = s;
    return true;
}

static bool read_policy(Reader *r, const cJSON *v)
{
    const cJSON *list = get(v, "Statement"), *x;
    i32 i = 0;
    if (!list)
        return wrong(r, "no Statement");
    if (cJSON_IsObject(list)) {
        if (!read_statement(r, list, 0))
            return false;
    } else if (cJSON_IsArray(list)) {
        cJSON_ArrayForEach(x, list)
        {
            if (!read_statement(r, x, i++))
                return false;
        }
    } else {
        return wrong(r, "Statement is neither an object nor a list");
    }
    r->set->policies++;
    return true;
}

/* A policy; a list; {"Policies":[…]}, {"Policy":…}; {"PolicyDocument":…} as the AWS CLI prints it; a document as JSON text. */
static bool read_any(Reader *r, const cJSON *v, int depth)
{
    static const char *const wrappers[] = {"Policies", "Policy", "PolicyDocument", "Document", "PolicyVersion"};
    if (depth > 6)
        return wrong(r, "nested too deep");
    if (cJSON_IsArray(v)) {
        const cJSON *x;
        cJSON_ArrayForEach(x, v)
        {
            if (!read_any(r, x, depth + 1))
                return false;
        }
        return true;
    }
    if (cJSON_IsString(v)) {
        cJSON *inner = cJSON_Parse(v->valuestring);
        bool ok = inner && read_any(r, inner, depth + 1);
        cJSON_Delete(inner);
        return ok || r->error->len || wrong(r, "a text that is no JSON");
    }
    if (!cJSON_IsObject(v))
        return wrong(r, "not a policy");
    if (get(v, "Statement"))
        return read_policy(r, v);
    for (iz i = 0; i < COUNTOF(wrappers); i++)
        if (get(v, wrappers[i]))
            return read_any(r, get(v, wrappers[i]), depth + 1);
    return wrong(r, "no Statement");
}

bool policyset_parse(PolicySet *out, Arena *a, Str json, Str *error)
{
    *out = (PolicySet){0};
    *error = (Str){0};
    Reader r = {out, a, error};
    const char *end = 0;
    cJSON *v = cJSON_ParseWithLengthOpts((const char *)json.s, (size_t)json.len, &end, 0);
    if (!v) {
        Buf b = {.a = a};
        i64 line = 1;
        for (const char *p = (const char *)json.s; end && p < end; p++)
            line += *p == '\n';
        buf_str(&b, S("not JSON, near line "));
        buf_int(&b, line);
        *error = buf_done(&b);
        return false;
    }
    bool ok = read_any(&r, v, 0);
    cJSON_Delete(v);
    return ok;
}

/* ---------------------------------------------------------------- patterns */

bool action_covers(Str pattern, Str action)
{
    return str_iglob(pattern, action);
}

bool text_covers(Arena *a, Str outer, Str inner)
{
    ArenaMark m = arena_mark(a);
    bool yes = pattern_covers(a, pattern_iam(a, outer), pattern_iam(a, inner));
    arena_rewind(a, m);
    return yes;
}

bool text_meets(Arena *a, Str x, Str y)
{
    ArenaMark m = arena_mark(a);
    bool yes = pattern_meets(pattern_iam(a, x), pattern_iam(a, y));
    arena_rewind(a, m);
    return yes;
}

enum { FIELDS = 6 };

/* The six fields; false when there are fewer. */
static bool fields(Pattern p, Pattern *f)
{
    iz from = 0;
    int n = 0;
    for (iz i = 0; i < p.n && n < FIELDS - 1; i++) {
        if (p.v[i] == ':') {
            f[n++] = pattern_part(p, from, i);
            from = i + 1;
        }
    }
    f[n++] = pattern_part(p, from, p.n);
    return n == FIELDS;
}

static bool is_run(Pattern p)
{
    return p.n == 1 && p.v[0] == PAT_RUN;
}

/* Whether the texts end in different letters, before a wildcard, a variable or a field begins: then nothing matches both. */
static bool ends_differ(Str x, Str y)
{
    for (iz i = 1; i <= x.len && i <= y.len; i++) {
        u8 c = x.s[x.len - i], d = y.s[y.len - i];
        if (c == '*' || c == '?' || c == '}' || c == ':' || d == '*' || d == '?' || d == '}' || d == ':')
            return false;
        if (c != d)
            return true;
    }
    return false;
}

/* One or both questions about two resources. `open`: a partition, region or account of y that is all wildcard stands for x's. */
static void compare(Arena *a, Str x, Str y, bool open, bool *covers, bool *meet)
{
    *covers = *meet = false;
    if (ends_differ(x, y))
        return;
    ArenaMark m = arena_mark(a);
    Pattern p = pattern_iam(a, x), q = pattern_iam(a, y), f[FIELDS], g[FIELDS];
    if (is_run(p)) {
        *covers = *meet = true;
    } else if (is_run(q)) {
        *covers = false;
        *meet = true;
    } else if (fields(p, f) && fields(q, g)) {
        *covers = *meet = true;
        for (int i = 0; i < FIELDS; i++) {
            if (open && (i == 1 || i == 3 || i == 4) && is_run(g[i]))
                continue;
            *covers = *covers && pattern_covers(a, f[i], g[i]);
            *meet = *meet && pattern_meets(f[i], g[i]);
        }
    } else {
        *covers = pattern_covers(a, p, q);
        *meet = pattern_meets(p, q);
    }
    arena_rewind(a, m);
}

bool arn_covers(Arena *a, Str outer, Str inner)
{
    bool covers, meet;
    if (str_eq(outer, inner) && str_find(outer, S("${")) < 0)
        return true;
    compare(a, outer, inner, false, &covers, &meet);
    return covers;
}

bool arn_meets(Arena *a, Str x, Str y)
{
    bool covers, meet;
    compare(a, x, y, false, &covers, &meet);
    return meet;
}

/* ---------------------------------------------------------------- evaluation */

static EvalAnswer match_action(const EvalStatement *s, Str action)
{
    bool any = false;
    for (iz i = 0; i < s->actions.n && !any; i++)
        any = action_covers(s->actions.v[i], action);
    return any != s->not_action ? EVAL_YES : EVAL_NO;
}

static EvalAnswer match_resource(Arena *a, const EvalStatement *s, const EvalAsk *ask)
{
    EvalAnswer best = EVAL_NO;
    for (iz i = 0; i < s->resources.n && best != EVAL_YES; i++) {
        bool covers, meet;
        compare(a, s->resources.v[i], ask->resource, ask->open_fields, &covers, &meet);
        if (covers)
            best = EVAL_YES;
        else if (meet)
            best = EVAL_MAYBE;
    }
    return s->not_resource ? (EvalAnswer)(EVAL_YES - best) : best;
}

EvalAnswer statement_matches(Arena *a, const EvalStatement *s, const EvalAsk *ask, Str *undecided)
{
    if (match_action(s, ask->action) == EVAL_NO)
        return EVAL_NO;
    EvalAnswer all = match_resource(a, s, ask);
    if (all == EVAL_MAYBE)
        *undecided = ask->resource;
    for (iz i = 0; i < s->conditions.n && all != EVAL_NO; i++) {
        EvalAnswer c = condition_holds(a, &s->conditions.v[i], ask);
        if (c == EVAL_MAYBE && all == EVAL_YES)
            *undecided = s->conditions.v[i].key;
        if (c < all)
            all = c;
    }
    return all;
}

EvalResult evaluate(Arena *a, const PolicySet *set, const EvalAsk *ask)
{
    EvalResult allow = {.statement = -1}, deny = {.statement = -1};
    for (iz i = 0; i < set->statements.n; i++) {
        const EvalStatement *s = &set->statements.v[i];
        EvalResult *best = s->deny ? &deny : &allow;
        Str undecided = {0};
        if (best->answer == EVAL_YES)
            continue;
        EvalAnswer m = statement_matches(a, s, ask, &undecided);
        if (m > best->answer)
            *best = (EvalResult){m, s->deny, (i32)i, undecided};
    }
    if (deny.answer == EVAL_YES) {
        deny.answer = EVAL_NO;
        return deny;
    }
    if (deny.answer == EVAL_MAYBE && allow.answer != EVAL_NO)
        return deny;
    return allow;
}
