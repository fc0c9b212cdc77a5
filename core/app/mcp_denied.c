/* mcp_denied.c: the tools that read AccessDenied errors: one says what would allow the request, the other applies it after the user has agreed.
 * See mcp_tools.h. */
#include "core/app/apply.h"
#include "mcp_tools.h"

enum { USER_WAIT = 3600 /* s for the user to answer */ };

typedef struct {
    Denials all;
    Advice *advice;
    AdviceKind kind; /* of the statements in the document */
    iz n;            /* how many there are */
} Denied;

/* Finds the denials and what to do about them. False: there is none. */
static bool look(McpCall *c, Denied *d)
{
    static const AdviceKind order[] = {ADVICE_IDENTITY, ADVICE_RESOURCE, ADVICE_TRUST};
    d->all = denials_find(c->a, c->app.table, mcp_text(mcp_get(c->given, "ErrorMessage")));
    d->advice = new(c->a, Advice, d->all.n + 1);
    if (!d->all.n)
        return mcp_fail(c, S("No AccessDenied found in the text."),
                        S("Pass the error text exactly as it was printed, with the sentence that says who is not authorized to perform what."));
    for (iz i = 0; i < d->all.n; i++)
        d->advice[i] = advice_for(c->a, c->app.table, &d->all.v[i]);
    for (iz k = 0; k < COUNTOF(order) && !d->n; k++) {
        d->kind = order[k];
        for (iz i = 0; i < d->all.n; i++)
            d->n += d->advice[i].statement && d->advice[i].kind == order[k];
    }
    return true;
}

/* The document with all statements of the kind. */
static Str document(McpCall *c, const Denied *d, bool pretty)
{
    Buf out = {.a = c->a};
    Json j = {.out = &out, .pretty = pretty};
    iz n = 0;
    json_begin(&j, '{');
    json_pair(&j, S("Id"), S("IamPolicyAutopilot"));
    json_pair(&j, S("Version"), S("2012-10-17"));
    json_key(&j, S("Statement"));
    json_begin(&j, '[');
    for (iz i = 0; i < d->all.n; i++) {
        Buf sid = {.a = c->a};
        if (!d->advice[i].statement || d->advice[i].kind != d->kind)
            continue;
        buf_str(&sid, S("IamPolicyAutopilotAllow"));
        if (n++)
            buf_int(&sid, n);
        advice_statement(&j, &d->advice[i], buf_done(&sid));
    }
    json_end(&j, ']');
    json_end(&j, '}');
    return buf_done(&out);
}

/* Why there is nothing to add: all that the advice says. */
static bool nothing(McpCall *c, const Denied *d)
{
    for (iz i = 0; i < d->all.n; i++) {
        const Denial *x = &d->all.v[i];
        buf_str(&c->log, denial_name(c->a, x));
        buf_str(&c->log, S(": "));
        buf_str(&c->log, x->text);
        buf_u8(&c->log, '\n');
        for (iz k = 0; k < d->advice[i].lines.n; k++) {
            buf_str(&c->log, d->advice[i].lines.v[k]);
            buf_u8(&c->log, '\n');
        }
        if (d->advice[i].refusal.len) {
            buf_str(&c->log, d->advice[i].refusal);
            buf_u8(&c->log, '\n');
        }
    }
    return mcp_fail(c, (Str){0}, S("A policy of the caller cannot settle this; do what is said above."));
}

bool mcp_denied(McpCall *c)
{
    static const Str types[] = {[ADVICE_IDENTITY] = S_INIT("Identity"), [ADVICE_RESOURCE] = S_INIT("Resource"), [ADVICE_TRUST] = S_INIT("Trust")};
    Denied d = {0};
    if (!look(c, &d))
        return false;
    if (!d.n)
        return nothing(c, &d);
    Json j = {.out = &c->result};
    json_begin(&j, '{');
    json_pair(&j, S("Policy"), document(c, &d, false));
    json_pair(&j, S("PolicyType"), types[d.kind]);
    json_key(&j, S("Denials"));
    json_begin(&j, '[');
    for (iz i = 0; i < d.all.n; i++)
        denial_json(&c->app, &j, &d.all.v[i], &d.advice[i]);
    json_end(&j, ']');
    json_end(&j, '}');
    return true;
}

/* --- fixing --- */

static void text_or_null(Json *j, Str key, Str text)
{
    json_key(j, key);
    if (text.len)
        json_str(j, text);
    else
        json_null(j);
}

/* r: null when nothing was tried. */
static void write_result(McpCall *c, const ApplyResult *r, Str error, Str policy)
{
    Json j = {.out = &c->result};
    json_begin(&j, '{');
    json_key(&j, S("FixResult"));
    json_begin(&j, '{');
    json_key(&j, S("Success"));
    json_bool(&j, !error.len);
    text_or_null(&j, S("PolicyName"), r ? r->policy : (Str){0});
    text_or_null(&j, S("PrincipalKind"), r ? r->principal_kind : (Str){0});
    text_or_null(&j, S("PrincipalName"), r ? r->principal : (Str){0});
    json_key(&j, S("IsNewPolicy"));
    if (r && r->outcome != APPLY_FAILED)
        json_bool(&j, r->fresh);
    else
        json_null(&j);
    json_key(&j, S("StatementCount"));
    if (r && r->outcome != APPLY_FAILED)
        json_int(&j, r->statements);
    else
        json_null(&j);
    text_or_null(&j, S("Error"), error);
    json_end(&j, '}');
    json_pair(&j, S("Policy"), policy);
    json_end(&j, '}');
}

/* The user's answer. False: *why says why nothing is to be done. */
static bool agreed(McpCall *c, Str who, Str policy, Str *why)
{
    const McpClient *client = &c->job->client;
    Buf text = {.a = c->a}, out = {.a = c->a};
    Json j = {.out = &out};
    cJSON *answer = 0;
    if (!client->can_elicit) {
        *why = S("the client cannot ask its user (no elicitation), so nothing was changed; run iam-policy-autopilot fix-access-denied in a terminal");
        return false;
    }
    buf_str(&text, S("Add this to the inline policy of "));
    buf_str(&text, who);
    buf_str(&text, S("?\n\n"));
    buf_str(&text, policy);
    json_begin(&j, '{');
    if (client->revision >= REV_2025_11_25)
        json_pair(&j, S("mode"), S("form"));
    json_pair(&j, S("message"), buf_done(&text));
    json_key(&j, S("requestedSchema"));
    json_raw(&j, S("{\"type\":\"object\",\"properties\":{\"confirmed\":{\"type\":\"boolean\",\"title\":\"Apply\",\"description\":"
                   "\"Write the policy to IAM\"}},\"required\":[\"confirmed\"]}"));
    json_end(&j, '}');
    McpQuestion question = {S("confirm"), S("elicitation/create"), buf_done(&out), S("fix_access_denied"), USER_WAIT};
    McpAsked got = mcp_job_ask(c->job, &question, &answer, why);
    if (got != ASK_OK) {
        *why = str_cat3(c->a, S("the user could not be asked ("), *why, S("), so nothing was changed"));
        return false;
    }
    bool yes = str_eq(mcp_text(mcp_get(answer, "action")), S("accept")) && cJSON_IsTrue(mcp_get(mcp_get(answer, "content"), "confirmed"));
    cJSON_Delete(answer);
    if (!yes)
        *why = S("declined by the user, so nothing was changed");
    return yes;
}

/* ResourceOverride takes the place of the resource of the only denial. */
static bool overridden(McpCall *c, Denied *d)
{
    Str arn = mcp_text(mcp_get(c->given, "ResourceOverride"));
    iz colons = 0;
    if (!arn.len)
        return true;
    for (iz i = 0; i < arn.len; i++)
        colons += arn.s[i] == ':';
    if (!str_eq(arn, S("*")) && !(str_starts(arn, S("arn:")) && colons >= 5))
        return mcp_fail(c, S("argument 'ResourceOverride' is neither an ARN nor *"), S("Pass a whole ARN; wildcards are allowed."));
    for (iz i = 0, n = 0; i < d->all.n; i++) {
        if (d->advice[i].kind != ADVICE_IDENTITY || !d->advice[i].statement)
            continue;
        if (n++)
            return mcp_fail(c, S("the text holds several denials, so ResourceOverride is ambiguous"), S("Call the tool for one denial at a time."));
        d->advice[i].resource = d->all.v[i].resource = str_dup(c->a, arn);
    }
    return true;
}

/* Only what we may apply stays in the document. */
static iz keep_fixable(Denied *d)
{
    iz n = 0;
    for (iz i = 0; i < d->all.n; i++) {
        if (d->advice[i].kind == ADVICE_IDENTITY && d->advice[i].refusal.len)
            d->advice[i].statement = false;
        n += d->advice[i].kind == ADVICE_IDENTITY && d->advice[i].statement;
    }
    return n;
}

/* Two fixes never read and write the same policy at once. */
static void apply_locked(McpCall *c, const Denied *d, ApplyResults *results)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    jmp_buf *outer = c->a->oom, oom;
    pthread_mutex_lock(&lock);
    if (setjmp(oom)) {
        pthread_mutex_unlock(&lock);
        c->a->oom = outer;
        longjmp(*outer, 1);
    }
    c->a->oom = &oom;
    (void)apply_denials(&c->app, c->args, &d->all, d->advice, false, results); /* the results say what came of it */
    c->a->oom = outer;
    pthread_mutex_unlock(&lock);
}

bool mcp_fix_denied(McpCall *c)
{
    Denied d = {0};
    ApplyResults results = {0};
    Str why = {0};
    if (!look(c, &d) || !overridden(c, &d))
        return false;
    if (d.kind != ADVICE_IDENTITY || !keep_fixable(&d))
        return nothing(c, &d);
    Str policy = document(c, &d, true);
    StrVec who = {0};
    for (iz i = 0; i < d.all.n; i++)
        if (d.advice[i].kind == ADVICE_IDENTITY && d.advice[i].statement)
            *(Str *)vec_push(c->a, &who) = d.all.v[i].principal.text;
    strvec_sort_unique(&who);
    Buf names = {.a = c->a};
    for (iz i = 0; i < who.n; i++) {
        if (i)
            buf_str(&names, S(", "));
        buf_str(&names, who.v[i]);
    }
    if (!agreed(c, buf_done(&names), policy, &why)) {
        c->refused = !c->job->client.can_elicit;
        write_result(c, 0, why, policy);
        return true;
    }
    apply_locked(c, &d, &results);
    const ApplyResult *shown = results.n ? &results.v[0] : 0;
    for (iz i = 0; i < results.n; i++)
        if (results.v[i].outcome == APPLY_FAILED) {
            shown = &results.v[i];
            why = results.v[i].error;
        }
    if (!results.n)
        why = str_trim(buf_done(&c->log));
    c->refused = why.len > 0;
    write_result(c, shown, why, policy);
    return true;
}
