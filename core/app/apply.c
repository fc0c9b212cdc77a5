/* apply.c: fix-access-denied's way into IAM (apply.h). Everything is read and checked first, for every principal: only when nothing failed is
 * anything written. Existing documents are edited as JSON, so that what we do not know in them stays. */
#include "apply.h"

#include <stdio.h>

#if HAVE_CURL

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <time.h>

#include "mapper/evaluate.h"
#include "mapper/iam_api.h"

enum { ROLE_SIZE = 10240, USER_SIZE = 2048, NAME_MAX_LEN = 128, SID_TRIES = 10000 };

static const Str kind_names[] = {[ENTITY_ROLE] = S_INIT("Role"), [ENTITY_USER] = S_INIT("User")};

/* What is to be done for one principal. */
typedef struct {
    EntityKind kind;
    const Principal *who;
    VEC(const Advice *) adds;
    ApplyResult *result;
    cJSON *doc;
} Plan;

typedef struct {
    App *app;
    Arena *a;
    ApiClient api;
    bool dry;
    Str date;
    VEC(Plan) plans;
} Job;

static bool give_up(Plan *p, Str code, Str error)
{
    p->result->outcome = APPLY_FAILED;
    p->result->code = code;
    p->result->error = error;
    return false;
}

static bool api_failed(Plan *p, const ApiError *e)
{
    if (str_eq(e->code, S("NoSuchEntity")))
        return give_up(p, S("principal_not_found"), e->message);
    return give_up(p, S("api_error"), e->message);
}

/* ---------------------------------------------------------------- names */

static bool name_ok(u8 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || str_find_u8(S("+=,.@_-"), c) >= 0;
}

/* "IamPolicyAutopilot-NAME", in characters that IAM takes. */
static Str policy_name(Arena *a, Str name)
{
    Buf b = {.a = a};
    for (iz i = 0; i < name.len; i++) {
        u8 c = name_ok(name.s[i]) ? name.s[i] : '-';
        if (c != '-' || (b.n && b.v[b.n - 1] != '-'))
            buf_u8(&b, c);
    }
    while (b.n && b.v[b.n - 1] == '-')
        b.n--;
    Str tail = b.n ? buf_done(&b) : S("unknown");
    return str_head(str_cat(a, S("IamPolicyAutopilot-"), tail), NAME_MAX_LEN);
}

/* Today in UTC as YYYYMMDD; SOURCE_DATE_EPOCH decides when it is set. */
static Str today(Arena *a)
{
    i64 at;
    time_t t = str_i64(str_c(getenv("SOURCE_DATE_EPOCH")), &at) ? (time_t)at : time(0);
    struct tm tm;
    char text[16] = {0};
    if (!gmtime_r(&t, &tm) || !strftime(text, sizeof text, "%Y%m%d", &tm))
        return (Str){0};
    return str_dup(a, str_c(text));
}

/* ---------------------------------------------------------------- documents */

static bool json_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Characters that count for IAM: all but white space. */
static iz counted(Str s)
{
    iz n = 0;
    for (iz i = 0; i < s.len; i++)
        n += !json_space((char)s.s[i]) && (s.s[i] & 0xc0) != 0x80;
    return n;
}

/* cJSON keeps numbers as doubles: a document with one that a double cannot hold would come back changed. */
static bool numbers_exact(const cJSON *v)
{
    const cJSON *x;
    if (cJSON_IsNumber(v) && (v->valuedouble > 9e15 || v->valuedouble < -9e15 || v->valuedouble != (double)(i64)v->valuedouble))
        return false;
    cJSON_ArrayForEach(x, v)
        if (!numbers_exact(x))
            return false;
    return true;
}

/* Reads an existing document, or makes an empty one; Statement becomes a list. */
static bool open_document(Plan *p, Str text)
{
    if (!text.len) {
        p->doc = cJSON_CreateObject();
        cJSON_AddStringToObject(p->doc, "Id", "IamPolicyAutopilot");
        cJSON_AddStringToObject(p->doc, "Version", "2012-10-17");
        cJSON_AddArrayToObject(p->doc, "Statement");
        return true;
    }
    const char *end = 0;
    p->doc = cJSON_ParseWithLengthOpts((const char *)text.s, (size_t)text.len, &end, 0);
    while (p->doc && end < (const char *)text.s + text.len && json_space(*end))
        end++;
    bool whole = p->doc && end == (const char *)text.s + text.len;
    cJSON *s = cJSON_GetObjectItemCaseSensitive(p->doc, "Statement");
    if (!whole || !cJSON_IsObject(p->doc) || !(cJSON_IsArray(s) || cJSON_IsObject(s)))
        return give_up(p, S("unreadable_policy"), S("the existing policy is not a policy document; it was left as it is"));
    if (!numbers_exact(p->doc))
        return give_up(p, S("unreadable_policy"), S("the existing policy holds a number that would not survive editing; it was left as it is"));
    if (cJSON_IsObject(s)) {
        cJSON *list = cJSON_CreateArray(), *one = cJSON_DetachItemViaPointer(p->doc, s);
        cJSON_AddItemToArray(list, one);
        cJSON_AddItemToObject(p->doc, "Statement", list);
    }
    return true;
}

static Str document_text(Arena *a, const cJSON *doc, bool pretty)
{
    char *z = pretty ? cJSON_Print(doc) : cJSON_PrintUnformatted(doc);
    Str s = str_dup(a, str_c(z));
    cJSON_free(z);
    return s;
}

static bool sid_used(const cJSON *list, Str sid)
{
    const cJSON *x;
    cJSON_ArrayForEach(x, list)
    {
        const cJSON *s = cJSON_GetObjectItemCaseSensitive(x, "Sid");
        if (cJSON_IsString(s) && str_eq(str_c(s->valuestring), sid))
            return true;
    }
    return false;
}

static Str free_sid(Arena *a, const cJSON *list, Str sid)
{
    Str try = sid;
    for (int n = 2; n < SID_TRIES && sid_used(list, try); n++) {
        Buf b = {.a = a};
        buf_str(&b, sid);
        buf_int(&b, n);
        try = buf_done(&b);
    }
    return try;
}

/* Does the document allow it already, without a condition in the way? */
static bool allowed_already(Arena *a, const cJSON *doc, const Advice *v)
{
    PolicySet set;
    Str error;
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(doc, "Statement");
    if (!list->child || !policyset_parse(&set, a, document_text(a, doc, false), &error))
        return false;
    EvalAsk ask = {.action = v->action, .resource = v->resource};
    return evaluate(a, &set, &ask).answer == EVAL_YES;
}

static void add_statements(Job *job, Plan *p)
{
    cJSON *list = cJSON_GetObjectItemCaseSensitive(p->doc, "Statement");
    for (iz i = 0; i < p->adds.n; i++) {
        const Advice *v = p->adds.v[i];
        if (allowed_already(job->a, p->doc, v))
            continue;
        cJSON *s = cJSON_CreateObject();
        Str sid = free_sid(job->a, list, advice_sid(job->a, v->action, job->date));
        cJSON_AddStringToObject(s, "Sid", str_z(job->a, sid));
        cJSON_AddStringToObject(s, "Effect", "Allow");
        cJSON_AddStringToObject(s, "Action", str_z(job->a, v->action));
        cJSON_AddStringToObject(s, "Resource", str_z(job->a, v->resource));
        cJSON_AddItemToArray(list, s);
        p->result->added++;
    }
    p->result->statements = cJSON_GetArraySize(list);
}

/* ---------------------------------------------------------------- one principal */

static Str account_of(Arena *a, Str arn)
{
    return principal_parse(a, arn).account;
}

/* The role or user as IAM has it: found, in this account, and ours to change. */
static bool check_entity(Job *job, Plan *p, const ApiCaller *caller)
{
    Arena *a = job->a;
    ApiError e;
    Str arn, none = {0};
    if (!str_eq(caller->account, p->who->account)) {
        Buf b = {.a = a};
        buf_str(&b, S("the credentials belong to account "));
        buf_str(&b, caller->account);
        buf_str(&b, S(", the principal to account "));
        buf_str(&b, p->who->account);
        return give_up(p, S("account_mismatch"), buf_done(&b));
    }
    if (!api_entity_arn(&job->api, p->kind, p->who->name, &arn, &e))
        return api_failed(p, &e);
    Principal real = principal_parse(a, arn);
    if (!str_eq(account_of(a, arn), p->who->account))
        return give_up(p, S("account_mismatch"), str_cat3(a, S("IAM knows it as "), arn, none));
    if (p->who->path.len && !str_eq(p->who->path, real.path))
        return give_up(p, S("principal_not_found"), str_cat3(a, S("the one of this name is "), arn, S(", another than the one that was refused")));
    Str refusal = principal_refusal(a, &real);
    if (refusal.len)
        return give_up(p, S("unsupported_principal"), refusal);
    return true;
}

/* Reads all inline policies: the sum of their sizes counts, and ours is edited. */
static bool make_plan(Job *job, Plan *p, const ApiCaller *caller)
{
    Arena *a = job->a;
    ApiError e;
    StrVec names = {0};
    Str mine = {0}, name = p->who->name;
    iz size = 0, limit = p->kind == ENTITY_ROLE ? ROLE_SIZE : USER_SIZE;
    if (!check_entity(job, p, caller))
        return false;
    if (!api_inline_names(&job->api, p->kind, name, &names, &e))
        return api_failed(p, &e);
    p->result->fresh = true;
    for (iz i = 0; i < names.n; i++) {
        Str text;
        if (!api_inline_get(&job->api, p->kind, name, names.v[i], &text, &e))
            return api_failed(p, &e);
        if (str_eq(names.v[i], p->result->policy)) {
            mine = text;
            p->result->fresh = false;
        } else {
            size += counted(text);
        }
    }
    if (!open_document(p, mine))
        return false;
    add_statements(job, p);
    p->result->document = document_text(a, p->doc, false);
    if (!p->result->added) {
        p->result->outcome = APPLY_DUPLICATE;
        return true;
    }
    size += counted(p->result->document);
    if (size > limit) {
        Buf b = {.a = a};
        buf_str(&b, S("the inline policies of the "));
        buf_str(&b, p->kind == ENTITY_ROLE ? S("role") : S("user"));
        buf_str(&b, S(" would have "));
        buf_int(&b, size);
        buf_str(&b, S(" characters; IAM allows "));
        buf_int(&b, limit);
        return give_up(p, S("size_limit"), buf_done(&b));
    }
    p->result->outcome = APPLY_PLANNED;
    return true;
}

/* ---------------------------------------------------------------- all of them */

static Plan *plan_of(Job *job, ApplyResults *out, const Principal *who)
{
    EntityKind kind = who->kind == PRINCIPAL_USER ? ENTITY_USER : ENTITY_ROLE;
    for (iz i = 0; i < job->plans.n; i++) {
        Plan *p = &job->plans.v[i];
        if (p->kind == kind && str_eq(p->who->name, who->name) && str_eq(p->who->account, who->account) && str_eq(p->who->partition, who->partition)) {
            if (!p->who->path.len)
                p->who = who; /* knows the path */
            return p;
        }
    }
    Plan *p = vec_push(job->a, &job->plans);
    ApplyResult *r = vec_push(job->a, out);
    p->kind = kind;
    p->who = who;
    r->principal_kind = kind_names[kind];
    r->principal = who->name;
    r->policy = policy_name(job->a, who->name);
    return p;
}

static void say(const char *what, const ApplyResult *r, Str more)
{
    fprintf(stderr, "iam-policy-autopilot: %s %.*s/%.*s%.*s\n", what, (int)r->principal_kind.len, (const char *)r->principal_kind.s, (int)r->principal.len,
            (const char *)r->principal.s, (int)more.len, (const char *)more.s);
}

static void report(Job *job, const Plan *p)
{
    const ApplyResult *r = p->result;
    Buf b = {.a = job->a};
    switch (r->outcome) {
    case APPLY_FAILED:
        fprintf(stderr, "iam-policy-autopilot: apply failed (%.*s) \xe2\x80\x94 ", (int)r->code.len, (const char *)r->code.s);
        fprintf(stderr, "%.*s/%.*s: %.*s\n", (int)r->principal_kind.len, (const char *)r->principal_kind.s, (int)r->principal.len,
                (const char *)r->principal.s, (int)r->error.len, (const char *)r->error.s);
        return;
    case APPLY_DUPLICATE:
        buf_str(&b, S(": the policy "));
        buf_str(&b, r->policy);
        buf_str(&b, S(" allows it already"));
        say("duplicate statement for", r, buf_done(&b));
        return;
    case APPLY_PLANNED:
    case APPLY_WRITTEN:
        break;
    }
    buf_str(&b, S(": policy "));
    buf_str(&b, r->policy);
    buf_str(&b, r->fresh ? S(", new, ") : S(", "));
    buf_int(&b, r->statements);
    buf_str(&b, r->statements == 1 ? S(" statement") : S(" statements"));
    say(r->outcome == APPLY_PLANNED ? "would write to" : "written to", r, buf_done(&b));
    if (job->dry) {
        Str text = document_text(job->a, p->doc, true);
        fprintf(stderr, "%.*s\n", (int)text.len, (const char *)text.s);
    }
}

/* Writes one policy. */
static bool write_plan(Job *job, Plan *p)
{
    ApiError e;
    if (p->result->outcome != APPLY_PLANNED)
        return true;
    if (!api_inline_put(&job->api, p->kind, p->who->name, p->result->policy, p->result->document, &e))
        return give_up(p, S("mutation_error"), e.message);
    p->result->outcome = APPLY_WRITTEN;
    return true;
}

/* Nothing could be done for anybody. */
static int cannot(Job *job, ApplyResults *out, Str code, Str why)
{
    for (iz i = 0; i < out->n; i++) {
        out->v[i].outcome = APPLY_FAILED;
        out->v[i].code = code;
        out->v[i].error = why;
    }
    return app_fail(job->app, S("Cannot apply"), why);
}

int apply_denials(App *app, const Args *args, const Denials *all, const Advice *advice, bool dry, ApplyResults *out)
{
    Job job = {.app = app, .a = app->a, .dry = dry, .date = today(app->a)};
    Str why, partition = {0};
    ApiCaller caller;
    ApiError e;
    StrVec calls = {0};
    for (iz i = 0; i < all->n; i++) {
        if (advice[i].kind != ADVICE_IDENTITY || advice[i].refusal.len)
            continue;
        Plan *p = plan_of(&job, out, &all->v[i].principal);
        *vec_push(app->a, &p->adds) = &advice[i];
        if (partition.len && !str_eq(partition, all->v[i].principal.partition))
            return cannot(&job, out, S("partitions"), S("the principals lie in different partitions: apply them one by one"));
        partition = all->v[i].principal.partition;
    }
    job.api.log = &calls;
    for (iz i = 0; i < job.plans.n; i++)
        job.plans.v[i].result = &out->v[i];
    if (!api_open(&job.api, app->a, app->table, args_get(args, OPT_PROFILE, (Str){0}), args_get(args, OPT_REGION, (Str){0}), partition, &why))
        return cannot(&job, out, S("credentials"), why);
    if (!api_caller(&job.api, &caller, &e))
        return cannot(&job, out, S("api_error"), e.message);
    bool ok = true;
    iz written = 0, duplicates = 0;
    for (iz i = 0; i < job.plans.n; i++) {
        ok = make_plan(&job, &job.plans.v[i], &caller) && ok;
        if (dry && out->v[i].outcome == APPLY_PLANNED)
            *vec_push(app->a, &calls) = str_cat(app->a, str_cat3(app->a, S("iam:Put"), out->v[i].principal_kind, S("Policy ")),
                                                str_cat3(app->a, out->v[i].principal, S(" "), out->v[i].policy));
    }
    for (iz i = 0; i < job.plans.n && ok && !dry; i++)
        ok = write_plan(&job, &job.plans.v[i]);
    for (iz i = 0; i < job.plans.n; i++) {
        out->v[i].calls = calls;
        duplicates += out->v[i].outcome == APPLY_DUPLICATE;
        written += out->v[i].outcome == APPLY_WRITTEN || (dry && out->v[i].outcome == APPLY_PLANNED);
        if (out->v[i].outcome == APPLY_PLANNED && !dry)
            say("nothing was written for", &out->v[i], S(", because of the failure"));
        else
            report(&job, &job.plans.v[i]);
        cJSON_Delete(job.plans.v[i].doc);
    }
    if (dry) {
        fputs("Calls:\n", stderr);
        for (iz i = 0; i < calls.n; i++)
            fprintf(stderr, "  %.*s\n", (int)calls.v[i].len, (const char *)calls.v[i].s);
    }
    return !ok ? EXIT_USAGE : !written && duplicates ? EXIT_FAILED : EXIT_OK;
}

bool apply_decode(App *app, const Args *args, Str message, Str *json, Str *why)
{
    ApiClient api = {0};
    ApiError e;
    if (!api_open(&api, app->a, app->table, args_get(args, OPT_PROFILE, (Str){0}), args_get(args, OPT_REGION, (Str){0}), (Str){0}, why))
        return false;
    if (api_decode(&api, message, json, &e))
        return true;
    *why = e.message;
    return false;
}

#else

static const Str no_curl = S_INIT("this program was built without libcurl (make CURL=1)");

int apply_denials(App *app, const Args *args, const Denials *all, const Advice *advice, bool dry, ApplyResults *out)
{
    (void)args;
    (void)all;
    (void)advice;
    (void)dry;
    (void)out;
    return app_fail(app, S("Cannot apply"), no_curl);
}

bool apply_decode(App *app, const Args *args, Str message, Str *json, Str *why)
{
    (void)app;
    (void)args;
    (void)message;
    (void)json;
    *why = no_curl;
    return false;
}

#endif

void apply_json(Json *j, const ApplyResults *r)
{
    static const Str names[] = {S_INIT("Written"), S_INIT("Planned"), S_INIT("Duplicate"), S_INIT("Failed")};
    if (!r->n)
        return;
    json_key(j, S("Results"));
    json_begin(j, '[');
    for (iz i = 0; i < r->n; i++) {
        const ApplyResult *x = &r->v[i];
        json_begin(j, '{');
        json_pair(j, S("Outcome"), names[x->outcome]);
        json_pair(j, S("PrincipalKind"), x->principal_kind);
        json_pair(j, S("PrincipalName"), x->principal);
        json_pair(j, S("PolicyName"), x->policy);
        json_key(j, S("IsNewPolicy"));
        json_bool(j, x->fresh);
        json_key(j, S("StatementsAdded"));
        json_int(j, x->added);
        json_key(j, S("StatementCount"));
        json_int(j, x->statements);
        if (x->document.len)
            json_pair(j, S("PolicyDocument"), x->document);
        if (x->error.len) {
            json_pair(j, S("ErrorCode"), x->code);
            json_pair(j, S("Error"), x->error);
        }
        json_strs(j, S("Calls"), &x->calls);
        json_end(j, '}');
    }
    json_end(j, ']');
}
