/* mcp_code.c: the tools that read source code, and the look-up in the service reference. See mcp_tools.h. */
#include "mcp_tools.h"

#include <string.h>

#include "core/app/commands.h"

enum { WARNINGS_MAX = 100, KEPT_MAX = 4 << 20 };

static const Str again = S_INIT("Correct the arguments and call the tool again; query_service_reference and the resource "
                                "iam-policy-autopilot://languages say which names are known.");

/* Diagnostics as texts without the line end, sorted, each once, from warnings up; all go to the client's log. */
static StrVec warnings(McpCall *c)
{
    static const McpLevel levels[] = {[LEVEL_NOTE] = LOG_INFO, [LEVEL_WARNING] = LOG_WARNING, [LEVEL_UNSUPPORTED] = LOG_WARNING, [LEVEL_ERROR] = LOG_ERROR};
    StrVec v = {0};
    Str last = {0};
    iz sent = 0;
    diag_sort(&c->app.diags);
    for (iz i = 0; i < c->app.diags.n && sent < WARNINGS_MAX; i++) {
        const Diag *d = &c->app.diags.v[i];
        Buf b = {.a = c->a};
        diag_format(&b, c->a, d);
        Str line = str_trim(buf_done(&b));
        if (str_eq(line, last))
            continue;
        last = line;
        sent++;
        mcp_job_log(c->job, levels[diag_level(d->code)], line);
        if (diag_level(d->code) >= LEVEL_WARNING)
            *(Str *)vec_push(c->a, &v) = line;
    }
    return v;
}

/* Runs generate-policies up to the policies. */
static bool policies(McpCall *c, Generated **out)
{
    int status;
    Generated *g = new(c->a, Generated, 1);
    c->job->inputs = &g->in;
    *out = g;
    if (!policies_generate(&c->app, c->args, g, &status)) {
        warnings(c);
        c->next = again;
        return false;
    }
    mcp_job_progress(c->job, g->in.units.n + 1, g->in.units.n + 1, S("done"), true);
    return true;
}

static void policies_text(Json *j, Arena *a, const Policies *p)
{
    json_key(j, S("Policies"));
    json_begin(j, '[');
    for (iz i = 0; i < p->n; i++) {
        Buf b = {.a = a};
        Json one = {.out = &b};
        policy_json(&one, &p->v[i]);
        json_str(j, buf_done(&b));
    }
    json_end(j, ']');
}

/* Everything, or only what is asked for: a question about one action is not answered with all policies. */
static void explained(McpCall *c, Buf *out, Generated *g)
{
    bool actions = args_has(c->args, OPT_EXPLAIN), arns = args_has(c->args, OPT_EXPLAIN_RESOURCES);
    PolicyPrint print = {.explain = actions || !arns, .explain_bindings = arns || !actions, .only_explanations = actions || arns};
    print.explain_actions = c->args->value[OPT_EXPLAIN];
    print.explain_arns = c->args->value[OPT_EXPLAIN_RESOURCES];
    if (!print.explain_actions.n)
        *(Str *)vec_push(c->a, &print.explain_actions) = S("*");
    if (!print.explain_arns.n)
        *(Str *)vec_push(c->a, &print.explain_arns) = S("*");
    policies_json(out, c->a, c->app.table, &g->policies, &print);
}

/* Keeps an explanation; returns the URI of the resource. */
static Str keep(McpCall *c, Str text)
{
    McpSession *s = c->job->session;
    if (text.len > KEPT_MAX)
        text = S("{\"Error\":\"too large to be kept; call explain_policy with Actions\"}");
    Str name = mcp_keep(s->server, c->a, text);
    if (!s->shared) {
        pthread_mutex_lock(&s->lock);
        s->explanation_len = name.len;
        memcpy(s->explanation, name.s, (size_t)name.len);
        pthread_mutex_unlock(&s->lock);
    }
    return str_cat(c->a, S("iam-policy-autopilot://explanation/"), name);
}

bool mcp_generate(McpCall *c)
{
    Generated *g;
    Buf text = {.a = c->a};
    if (!policies(c, &g))
        return false;
    StrVec warned = warnings(c);
    Json j = {.out = &c->result};
    json_begin(&j, '{');
    policies_text(&j, c->a, &g->policies);
    if (warned.n)
        json_strs(&j, S("Warnings"), &warned);
    explained(c, &text, g);
    json_pair(&j, S("Explanation"), keep(c, buf_done(&text)));
    json_end(&j, '}');
    return true;
}

bool mcp_explain(McpCall *c)
{
    Generated *g;
    if (!policies(c, &g))
        return false;
    warnings(c);
    explained(c, &c->result, g);
    if (str_eq(buf_done(&c->result), S("{}")))
        return mcp_fail(c, S("No action of the policy fits the patterns."), S("Call generate_application_policies to see the policy, and give patterns that fit it, for example [\"s3:*\"]."));
    if (!args_has(c->args, OPT_EXPLAIN) && !args_has(c->args, OPT_EXPLAIN_RESOURCES))
        (void)keep(c, buf_done(&c->result));
    return true;
}

bool mcp_reference(McpCall *c)
{
    static const OptId of_service[] = {OPT_OPERATION, OPT_ACTION, OPT_RESOURCE, OPT_CONDITION_KEY, OPT_LIST};
    for (iz i = 0; i < COUNTOF(of_service) && !c->args->inputs.n; i++)
        if (args_has(c->args, of_service[i]))
            return mcp_fail(c, S("argument 'Service' is missing: names are looked up in one service"),
                            S("Call the tool without arguments to see which services there are."));
    if (reference_lookup(&c->app, c->args) != EXIT_OK) {
        c->next = again;
        return false;
    }
    c->result = c->app.out;
    return true;
}

/* The comparison leaves region and account open, as check-policy does, unless they are given. */
bool mcp_check(McpCall *c)
{
    int status;
    Str why = {0};
    PolicySet set = {0};
    SdkCalls calls = {0};
    PolicyOptions opt;
    Inputs *in = new(c->a, Inputs, 1);
    if (!policyset_parse(&set, c->a, mcp_text(mcp_get(c->given, "Policy")), &why))
        return mcp_fail(c, str_cat(c->a, S("argument 'Policy' is not an identity policy: "), why), S("Pass the policy document itself as JSON text."));
    c->next = again;
    c->job->inputs = in;
    if (!mapper_options(&c->app, c->args, &opt, &status) || !inputs_read(&c->app, c->args, in, &status) ||
        !inputs_calls(&c->app, c->args, in, &calls, &status))
        return false;
    Needs needs = map_calls(c->a, c->app.table, &calls, &opt, &c->app.diags);
    Comparison cmp = policies_compare(c->a, c->app.table, &set, &needs, &opt, &c->app.diags);
    warnings(c);
    comparison_json(&c->app, &cmp, false);
    c->result = c->app.out;
    return true;
}
