/* mcp_tools.c: the table of the tools, and what is the same for all: tools/list, checking of arguments, calling, answering.
 *
 * A wrong argument and a failure of the tool are results with isError, so that the model reads them and can do better; only an unknown tool is an
 * error of the protocol. Structured content obeys the row's output schema; tests/mcp validates every result against it. */
#include "mcp_tools.h"

#include "core/app/commands.h"

enum { ARGUMENT_MAX = 4096 /* bytes of a text that is no document */ };

#define INPUT_PARAMS                                                                                                                                 \
    {"SourceFiles", PARAM_PATHS, true, TO_INPUTS, 0,                                                                                                 \
     "Files and folders to analyse, as absolute paths or file:// URIs. A folder is read whole (.gitignore is respected). Give everything that "      \
     "belongs to the application: values are followed across files"},                                                                               \
    {"Region", PARAM_TEXT, false, OPT_REGION, 0, "AWS region for ARNs where the code does not say one, for example us-east-1; any if missing"},      \
    {"Account", PARAM_TEXT, false, OPT_ACCOUNT, 0, "AWS account id for ARNs where the code does not say one; any if missing"},                       \
    {"ServiceHints", PARAM_TEXTS, false, OPT_HINTS, 0, "Services that the code uses, for example [\"s3\", \"dynamodb\"]; decides where the code "    \
     "leaves the service open"},                                                                                                                    \
    {"TfDir", PARAM_PATH, false, OPT_TF_DIR, 0, "Terraform folder whose resources narrow the ARNs"},                                                 \
    {"TfFiles", PARAM_PATHS, false, OPT_TF_FILES, 0, "Terraform files whose resources narrow the ARNs"},                                             \
    {"Tfstate", PARAM_PATHS, false, OPT_TFSTATE, 0, "Terraform state files with the ARNs of what is deployed"},                                      \
    {"Tfvars", PARAM_PATHS, false, OPT_TFVARS, 0, "Terraform variable files"},                                                                       \
    {"ResourceCutoff", PARAM_COUNT, false, OPT_CUTOFF, 0, "Replace the resources of a statement by * when they are more than this"},                 \
    {"Env", PARAM_TEXTS, false, OPT_ENV, 0, "Values of environment variables that the code reads, each NAME=VALUE: they make ARNs exact"},           \
    {"Exclude", PARAM_TEXTS, false, OPT_EXCLUDE, 0, "Patterns as in .gitignore of what to pass over in folders"},                                    \
    {"Language", PARAM_TEXT, false, OPT_LANGUAGE, 0, "Read every file as this language; normally the extension says it"},                            \
    {"NoKms", PARAM_FLAG, false, OPT_NO_KMS, 0, "Leave out the permissions on keys that other services use for the caller"},                         \
    {"MinimizePolicySize", PARAM_FLAG, false, OPT_MINIMIZE, 0, "Let actions of different services share a statement"}

static const McpParam generate_params[] = {INPUT_PARAMS, {0}};

static const McpParam explain_params[] = {
    INPUT_PARAMS,
    {"Actions", PARAM_TEXTS, false, OPT_EXPLAIN, 0, "Explain only these actions, for example [\"s3:*\"]"},
    {"Resources", PARAM_TEXTS, false, OPT_EXPLAIN_RESOURCES, 0, "Explain only where the names in these ARNs come from, for example [\"arn:*:s3:::*\"]"},
    {0},
};

static const McpParam check_params[] = {
    INPUT_PARAMS,
    {"Policy", PARAM_TEXT, true, TO_TOOL, 0,
     "The policy as JSON text: one identity policy, a list of them, or the output of generate-policies"},
    {0},
};

static const McpParam denied_params[] = {
    {"ErrorMessage", PARAM_TEXT, true, TO_TOOL, 0, "The whole error text, log or event with the AccessDenied in it, as it was printed"},
    {0},
};

static const McpParam fix_params[] = {
    {"ErrorMessage", PARAM_TEXT, true, TO_TOOL, 0, "The whole error text, log or event with the AccessDenied in it, as it was printed"},
    {"ResourceOverride", PARAM_TEXT, false, TO_TOOL, 0, "ARN (wildcards allowed) to use in place of the one in the message"},
    {0},
};

static const McpParam reference_params[] = {
    {"Service", PARAM_TEXT, false, TO_INPUTS, 0, "A service under any of its names (s3, cognito-idp, CognitoIdentityProvider); all are listed if missing"},
    {"Operations", PARAM_TEXTS, false, OPT_OPERATION, 0, "API operations or SDK methods (GetObject, get_object): the actions that each needs; * is any text"},
    {"Actions", PARAM_TEXTS, false, OPT_ACTION, 0, "IAM actions: access level, resource types, condition keys; * is any text"},
    {"ResourceTypes", PARAM_TEXTS, false, OPT_RESOURCE, 0, "Resource types: ARN formats, condition keys; * is any text"},
    {"ConditionKeys", PARAM_TEXTS, false, OPT_CONDITION_KEY, 0, "Condition keys: their types; * is any text"},
    {"List", PARAM_TEXT, false, OPT_LIST, "operations actions resources condition-keys", "List only the names of all of these"},
    {0},
};

#define STRINGS(about) "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"description\":\"" about "\"}"
#define POLICIES "\"Policies\":" STRINGS("IAM identity policies, each a JSON document as text")
#define WARNINGS "\"Warnings\":" STRINGS("What was not understood or could not be read, with file and line")

static const char generate_output[] =
    "{\"type\":\"object\",\"properties\":{" POLICIES "," WARNINGS
    ",\"Explanation\":{\"type\":\"string\",\"description\":\"URI of the resource that says why each action and resource is there\"}},\"required\":[\"Policies\"],\"additionalProperties\":false}";

#define TEXT "{\"type\":\"string\"}"
#define NULLABLE(type) "{\"anyOf\":[{\"type\":\"" type "\"},{\"type\":\"null\"}]}"
#define TEXT_NULL NULLABLE("string")
#define GAPS(about)                                                                                                                                  \
    "{\"type\":\"array\",\"description\":\"" about "\",\"items\":{\"type\":\"object\",\"properties\":{\"Action\":" TEXT ",\"Resource\":" TEXT             \
    ",\"Service\":" TEXT ",\"Operation\":" TEXT ",\"Location\":" TEXT ",\"Denied\":{\"type\":\"boolean\"},\"DependsOn\":" TEXT                           \
    "},\"required\":[\"Action\",\"Resource\",\"Operation\",\"Location\"]}}"

static const char check_output[] =
    "{\"type\":\"object\",\"properties\":{\"Missing\":" GAPS("What calls need and the policy does not allow")
    ",\"AddStatements\":{\"type\":\"array\",\"description\":\"Statements that allow what is missing\",\"items\":{\"type\":\"object\"}}"
    ",\"Excess\":{\"type\":\"array\",\"description\":\"What the policy allows and no call needs\",\"items\":{\"type\":\"object\",\"properties\":{"
    "\"PolicyIndex\":{\"type\":\"integer\"},\"StatementIndex\":{\"type\":\"integer\"},\"Sid\":" TEXT ",\"Action\":" TEXT ",\"NotAction\":" TEXT
    ",\"Resource\":" TEXT ",\"NotResource\":" TEXT ",\"Needed\":" STRINGS("What of it calls need")
    "},\"required\":[\"PolicyIndex\",\"StatementIndex\",\"Needed\"]}}"
    ",\"Undecided\":" GAPS("What only run time decides")
    "},\"required\":[\"Missing\",\"AddStatements\",\"Excess\",\"Undecided\"],\"additionalProperties\":false}";

static const char denied_output[] =
    "{\"type\":\"object\",\"properties\":{\"Policy\":{\"type\":\"string\",\"description\":\"The policy to add, a JSON document as text\"},"
    "\"PolicyType\":{\"type\":\"string\",\"enum\":[\"Identity\",\"Resource\",\"Trust\"],\"description\":\"Which kind of document it belongs to\"},"
    "\"Denials\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"Action\":" TEXT ",\"Resource\":" TEXT ",\"Denial\":" TEXT
    ",\"ToDo\":" TEXT ",\"Advice\":" STRINGS("What to do") ",\"Statement\":{\"type\":\"object\"}},\"required\":[\"Denial\",\"ToDo\",\"Advice\"]}}},"
    "\"required\":[\"Policy\",\"PolicyType\",\"Denials\"],\"additionalProperties\":false}";

static const char fix_output[] =
    "{\"type\":\"object\",\"properties\":{\"FixResult\":{\"type\":\"object\",\"properties\":{\"Success\":{\"type\":\"boolean\"},\"PolicyName\":" TEXT_NULL
    ",\"PrincipalKind\":" TEXT_NULL ",\"PrincipalName\":" TEXT_NULL ",\"IsNewPolicy\":" NULLABLE("boolean") ","
    "\"StatementCount\":" NULLABLE("integer") ",\"Error\":" TEXT_NULL "},\"required\":[\"Success\",\"PolicyName\",\"PrincipalKind\","
    "\"PrincipalName\",\"IsNewPolicy\",\"StatementCount\",\"Error\"],\"additionalProperties\":false},"
    "\"Policy\":{\"type\":\"string\",\"description\":\"What was, or would have been, added: a JSON document as text\"}},"
    "\"required\":[\"FixResult\",\"Policy\"],\"additionalProperties\":false}";

static const char explain_output[] =
    "{\"type\":\"object\",\"properties\":{"
    "\"Policies\":{\"type\":\"array\",\"description\":\"All policies; not with Actions or Resources\",\"items\":{\"type\":\"object\",\"properties\":{\"Policy\":{\"type\":\"object\"},"
    "\"PolicyType\":{\"type\":\"string\"}},\"required\":[\"Policy\",\"PolicyType\"]}},"
    "\"Explanations\":{\"type\":\"object\",\"properties\":{\"ExplanationForAction\":{\"type\":\"object\",\"description\":"
    "\"For each action the calls that need it\",\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
    "\"properties\":{\"Operations\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"Service\":{\"type\":\"string\"},"
    "\"Name\":{\"type\":\"string\"},\"Source\":{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"string\"}],\"description\":\"Where: expression and file:line.column, or a word\"}},"
    "\"required\":[\"Service\",\"Name\",\"Source\"]}},\"Rule\":{\"type\":\"object\"},\"Resources\":{\"type\":\"array\",\"items\":"
    "{\"type\":\"object\",\"properties\":{\"Arn\":{\"type\":\"string\"}},\"required\":[\"Arn\"]}}},\"required\":[\"Operations\"]}}},"
    "\"Documentation\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"ExplanationForAction\"]},"
    "\"ResourceBindingExplanations\":{\"type\":\"array\",\"description\":\"What gave each ARN its names\",\"items\":{\"type\":\"object\","
    "\"properties\":{\"Arn\":{\"type\":\"string\"},\"Source\":{\"type\":\"string\"},\"ResourceType\":{\"type\":\"string\"},"
    "\"ResourceName\":{\"type\":\"string\"},\"Location\":{\"type\":\"string\"},\"ChangeSide\":{\"type\":\"string\"},"
    "\"Chain\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"Arn\",\"Source\",\"ResourceType\",\"ResourceName\",\"Location\"]}},"
    "\"Warnings\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"WarningType\":{\"type\":\"string\"},"
    "\"Location\":{\"type\":\"object\"},\"Message\":{\"type\":\"string\"}},\"required\":[\"WarningType\",\"Message\"]}}"
    "}}";

#define ENTRIES "{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}}"

static const char reference_output[] =
    "{\"type\":\"object\",\"properties\":{"
    "\"Service\":{\"type\":\"string\"},"
    "\"Services\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"Service\":{\"type\":\"string\"},"
    "\"FullName\":{\"type\":\"string\"},\"Prefixes\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"Service\"]}},"
    "\"Operations\":" ENTRIES ","
    "\"Actions\":" ENTRIES ","
    "\"Resources\":" ENTRIES ","
    "\"ConditionKeys\":" ENTRIES ""
    "},\"additionalProperties\":false}";

const McpTool mcp_tools[] = {
    {"check_policy", "Check a policy against code",
     "Checks an existing IAM policy against source code: which calls it does not allow, with the statements to add, what it allows that no call needs, "
     "and what only run time decides. Read-only, offline.",
     TOOL_REPEATS, &cmd_check, check_params, check_output, mcp_check},
    {"explain_policy", "Explain the policy of an application",
     "Explains why the generated policy holds each action and resource: the calls with file and line, the rule that applies, and where the names in ARNs "
     "come from. Takes the same arguments as generate_application_policies; in a large project limit it with Actions or Resources. Read-only, offline.",
     TOOL_REPEATS, &cmd_generate, explain_params, explain_output, mcp_explain},
    {"fix_access_denied", "Apply the fix of an AccessDenied error",
     "Adds what an AccessDenied error shows to be missing to an inline policy of the IAM role or user. Asks the user first (elicitation) and refuses "
     "when the client cannot ask. Needs AWS credentials. Call it only after generate_policy_for_access_denied was shown; suggest a "
     "ResourceOverride when the resource is too broad or too narrow; afterwards say what was changed.",
     TOOL_WRITES | TOOL_REPEATS | TOOL_WORLD, &cmd_fix, fix_params, fix_output, mcp_fix_denied},
    {"generate_application_policies", "Generate IAM policies for an application",
     "Generates the IAM identity policies that source code needs, from the AWS SDK calls in it. The first choice for every wish for permissions of an "
     "application. Pass absolute paths of its folder or of all its source files; ask for region and account when they are not known; pass "
     "environment variables that hold resource names in Env. Show the result to a person for review. Read-only, offline, deterministic.",
     TOOL_REPEATS, &cmd_generate, generate_params, generate_output, mcp_generate},
    {"generate_policy_for_access_denied", "Policy for an AccessDenied error",
     "Reads AccessDenied errors in any form (SDK message, CLI output, log, CloudTrail event) and gives the policy statement that would allow the "
     "request, or says which other document denies it. Changes nothing; show the result to a person for review. Read-only, offline.",
     TOOL_REPEATS, &cmd_fix, denied_params, denied_output, mcp_denied},
    {"query_service_reference", "Look up the AWS service reference",
     "Looks up which actions an operation needs, and the resource types, ARN formats, condition keys and access levels of actions. Use it instead of "
     "guessing. Without Service it lists all services; with List only names. Read-only, offline.",
     TOOL_REPEATS, &cmd_reference, reference_params, reference_output, mcp_reference},
    {0},
};

/* --- tools/list --- */

static void type_json(Json *j, const McpParam *p)
{
    static const char *const names[] = {
        [PARAM_TEXT] = "string", [PARAM_TEXTS] = "array", [PARAM_PATH] = "string", [PARAM_PATHS] = "array", [PARAM_COUNT] = "integer", [PARAM_FLAG] = "boolean",
    };
    Str rest = str_c(p->choices), one;
    json_pair(j, S("type"), str_c(names[p->kind]));
    if (p->kind == PARAM_TEXTS || p->kind == PARAM_PATHS) {
        json_key(j, S("items"));
        json_begin(j, '{');
        json_pair(j, S("type"), S("string"));
        json_end(j, '}');
        if (p->required) {
            json_key(j, S("minItems"));
            json_int(j, 1);
        }
    }
    if (p->kind == PARAM_COUNT) {
        json_key(j, S("minimum"));
        json_int(j, 0);
    }
    if (p->choices) {
        json_key(j, S("enum"));
        json_begin(j, '[');
        while (str_cut(&rest, ' ', &one))
            json_str(j, one);
        json_end(j, ']');
    }
}

/* What is not required may be null, too; in the spelling that more clients understand than a list of types. */
static void param_json(Json *j, const McpParam *p)
{
    json_key(j, str_c(p->name));
    json_begin(j, '{');
    json_pair(j, S("description"), str_c(p->help));
    if (p->required) {
        type_json(j, p);
    } else {
        json_key(j, S("anyOf"));
        json_begin(j, '[');
        json_begin(j, '{');
        type_json(j, p);
        json_end(j, '}');
        json_begin(j, '{');
        json_pair(j, S("type"), S("null"));
        json_end(j, '}');
        json_end(j, ']');
    }
    json_end(j, '}');
}

static void input_json(Json *j, const McpTool *t)
{
    json_begin(j, '{');
    json_pair(j, S("type"), S("object"));
    json_key(j, S("properties"));
    json_begin(j, '{');
    for (const McpParam *p = t->params; p->name; p++)
        param_json(j, p);
    json_end(j, '}');
    json_key(j, S("required"));
    json_begin(j, '[');
    for (const McpParam *p = t->params; p->name; p++)
        if (p->required)
            json_str(j, str_c(p->name));
    json_end(j, ']');
    json_key(j, S("additionalProperties"));
    json_bool(j, false);
    json_end(j, '}');
}

static void hints_json(Json *j, const McpTool *t)
{
    static const struct {
        Str key;
        u8 flag;
        bool negated;
    } hints[] = {
        {S_INIT("readOnlyHint"), TOOL_WRITES, true},
        {S_INIT("destructiveHint"), TOOL_DESTROYS, false},
        {S_INIT("idempotentHint"), TOOL_REPEATS, false},
        {S_INIT("openWorldHint"), TOOL_WORLD, false},
    };
    json_key(j, S("annotations"));
    json_begin(j, '{');
    json_pair(j, S("title"), str_c(t->title));
    for (iz i = 0; i < COUNTOF(hints); i++) {
        json_key(j, hints[i].key);
        json_bool(j, ((t->hints & hints[i].flag) != 0) != hints[i].negated);
    }
    json_end(j, '}');
}

bool mcp_tools_list(McpAnswer *r)
{
    iz n = 0;
    while (mcp_tools[n].name)
        n++;
    iz first = mcp_page(r, n);
    if (first < 0)
        return false;
    json_key(&r->j, S("tools"));
    json_begin(&r->j, '[');
    for (iz i = first; i < n && i < first + r->session->server->page; i++) {
        const McpTool *t = &mcp_tools[i];
        json_begin(&r->j, '{');
        json_pair(&r->j, S("name"), str_c(t->name));
        if (r->client.revision >= REV_2025_06_18)
            json_pair(&r->j, S("title"), str_c(t->title));
        json_pair(&r->j, S("description"), str_c(t->about));
        json_key(&r->j, S("inputSchema"));
        input_json(&r->j, t);
        if (r->client.revision >= REV_2025_06_18) {
            json_key(&r->j, S("outputSchema"));
            json_raw(&r->j, str_c(t->output));
        }
        if (r->client.revision >= REV_2025_03_26)
            hints_json(&r->j, t);
        json_end(&r->j, '}');
    }
    json_end(&r->j, ']');
    mcp_page_end(r, first, n);
    mcp_cacheable(r, true);
    return true;
}

/* --- arguments --- */

bool mcp_fail(McpCall *c, Str what, Str next)
{
    buf_str(&c->log, what);
    c->next = next;
    return false;
}

static bool wrong(McpCall *c, const McpParam *p, const char *what)
{
    Buf b = {.a = c->a};
    buf_str(&b, S("argument '"));
    buf_str(&b, str_c(p->name));
    buf_str(&b, S("' "));
    buf_str(&b, str_c(what));
    return mcp_fail(c, buf_done(&b), S("Correct the argument and call the tool again."));
}

/* One text of an argument, on its way into the Args. */
static bool add_text(McpCall *c, const McpParam *p, Str text)
{
    Str why, one, rest = str_c(p->choices);
    bool legal = !p->choices;
    while (!legal && str_cut(&rest, ' ', &one))
        legal = str_eq(one, text);
    if (p->to != TO_TOOL && text.len > ARGUMENT_MAX)
        return wrong(c, p, "is too long");
    if (!legal)
        return wrong(c, p, str_z(c->a, str_cat(c->a, S("is not one of: "), str_c(p->choices))));
    if (p->kind == PARAM_PATH || p->kind == PARAM_PATHS) {
        if (!mcp_path(c->job, text, &text, &why))
            return wrong(c, p, str_z(c->a, str_cat(c->a, S("holds "), why)));
        if (!mcp_path_allowed(c->job, text))
            return wrong(c, p, str_z(c->a, str_cat(c->a, S("is outside of the roots that the client gives: "), text)));
    }
    if (p->to < OPT_COUNT) {
        *(Str *)vec_push(c->a, &c->args->value[p->to]) = text;
        c->args->seen[p->to] = 1;
    } else if (p->to == TO_INPUTS) {
        *(Str *)vec_push(c->a, &c->args->inputs) = text;
    }
    return true;
}

static bool take(McpCall *c, const McpParam *p, const cJSON *v)
{
    Buf b = {.a = c->a};
    const cJSON *x;
    switch ((McpParamKind)p->kind) {
    case PARAM_TEXT:
    case PARAM_PATH:
        return cJSON_IsString(v) ? add_text(c, p, mcp_text(v)) : wrong(c, p, "is not a text");
    case PARAM_TEXTS:
    case PARAM_PATHS:
        if (!cJSON_IsArray(v))
            return wrong(c, p, "is not a list of texts");
        if (p->required && !v->child)
            return wrong(c, p, "is an empty list");
        cJSON_ArrayForEach(x, v)
        {
            if (!cJSON_IsString(x))
                return wrong(c, p, "is not a list of texts");
            if (!add_text(c, p, mcp_text(x)))
                return false;
        }
        return true;
    case PARAM_COUNT:
        if (!cJSON_IsNumber(v) || !(v->valuedouble >= 0 && v->valuedouble <= 1e9) || (double)(i64)v->valuedouble != v->valuedouble)
            return wrong(c, p, "is not a whole number from 0");
        buf_int(&b, (i64)v->valuedouble);
        return add_text(c, p, buf_done(&b));
    case PARAM_FLAG:
        if (!cJSON_IsBool(v))
            return wrong(c, p, "is neither true nor false");
        if (cJSON_IsTrue(v) && p->to < OPT_COUNT)
            c->args->seen[p->to] = 1;
        return true;
    }
    return true;
}

/* Options that this version does not have yet are refused here as on the command line. */
static bool available(McpCall *c, const McpParam *p)
{
    if (!c->tool->cmd || p->to >= OPT_COUNT)
        return true;
    for (const OptionGroup *g = c->tool->cmd->groups; *g; g++)
        for (const Option *o = *g; o->name; o++)
            if ((int)o->id == p->to && o->flags & OPTION_LATER)
                return wrong(c, p, "is not available in this version");
    return true;
}

static bool arguments(McpCall *c)
{
    const cJSON *v;
    cJSON_ArrayForEach(v, c->given)
    {
        const McpParam *p = c->tool->params;
        while (p->name && !str_eq(str_c(p->name), str_c(v->string)))
            p++;
        if (p->name)
            continue;
        for (p = c->tool->params; p->name && !str_ieq(str_c(p->name), str_c(v->string)); p++)
            ;
        Str near = p->name ? str_cat3(c->a, S("'; it is called '"), str_c(p->name), S("'")) : S("'");
        return mcp_fail(c, str_cat3(c->a, S("unknown argument '"), str_c(v->string), near), S("Correct the argument and call the tool again."));
    }
    for (const McpParam *p = c->tool->params; p->name; p++) {
        v = mcp_get(c->given, p->name);
        if (!v || (cJSON_IsNull(v) && !p->required)) {
            if (p->required)
                return wrong(c, p, "is missing");
            continue;
        }
        if (!available(c, p) || !take(c, p, v))
            return false;
    }
    return true;
}

/* --- calling --- */

static bool stop(void *ctx)
{
    return mcp_job_cancelled(ctx);
}

static void step(void *ctx, iz done, iz all)
{
    mcp_job_progress(ctx, done, all + 1, S("reading files"), false);
}

static bool allowed(void *ctx, Str path)
{
    return mcp_path_allowed(ctx, path);
}

static bool reads_files(const McpTool *t)
{
    for (const McpParam *p = t->params; p->name; p++)
        if (p->kind == PARAM_PATH || p->kind == PARAM_PATHS)
            return true;
    return false;
}

static bool prepare(McpCall *c)
{
    Str why;
    c->hooks = (AppHooks){c->job, stop, step, allowed};
    c->app = (App){.a = c->a, .cmd = c->tool->cmd, .out = {.a = c->a}, .diags = {.a = c->a}, .table = c->job->session->server->table, .log = &c->log,
                   .hooks = &c->hooks};
    c->args = new(c->a, Args, 1);
    c->args->cmd = c->tool->cmd;
    if (reads_files(c->tool) && !mcp_roots(c->job, &why))
        return mcp_fail(c, why, S("Without the roots no file may be read. Try again."));
    return arguments(c);
}

static void content(Json *j, Str text)
{
    json_key(j, S("content"));
    json_begin(j, '[');
    json_begin(j, '{');
    json_pair(j, S("type"), S("text"));
    json_pair(j, S("text"), text);
    json_end(j, '}');
    json_end(j, ']');
}

static void reply(McpCall *c, bool ok)
{
    Buf out = {.a = c->a};
    Json j = {.out = &out};
    McpRevision rev = c->job->client.revision;
    Str wanted = c->job->wanted;
    mcp_head(&j, c->job->id);
    json_key(&j, S("result"));
    json_begin(&j, '{');
    mcp_result_head(&j, rev, wanted.len ? S("input_required") : S("complete"));
    if (wanted.len) {
        json_key(&j, S("inputRequests"));
        json_raw(&j, wanted);
        if (c->job->state.len)
            json_pair(&j, S("requestState"), c->job->state);
    } else if (ok) {
        content(&j, buf_done(&c->result));
        if (rev >= REV_2025_06_18) {
            json_key(&j, S("structuredContent"));
            json_raw(&j, buf_done(&c->result));
        }
    } else {
        Str text = str_trim(buf_done(&c->log));
        content(&j, c->next.len ? str_cat3(c->a, text, S("\n"), c->next) : text);
    }
    if (!wanted.len) {
        json_key(&j, S("isError"));
        json_bool(&j, !ok || c->refused);
    }
    json_end(&j, '}');
    json_end(&j, '}');
    mcp_job_reply(c->job, 0, buf_done(&out));
}

static const McpTool *find(Str name)
{
    const McpTool *t = mcp_tools;
    while (t->name && !str_eq(str_c(t->name), name))
        t++;
    return t;
}

bool mcp_tool_callable(Arena *a, const cJSON *params, Str *why)
{
    const cJSON *given = mcp_get(params, "arguments"), *name = mcp_get(params, "name");
    bool known = find(mcp_text(name))->name;
    *why = !cJSON_IsString(name) ? S("name is not a text") : !known ? str_cat(a, S("unknown tool: "), mcp_text(name)) : S("arguments is not an object");
    return known && (!given || cJSON_IsObject(given) || cJSON_IsNull(given));
}

static void call(McpJob *j)
{
    const cJSON *params = mcp_get(j->message, "params");
    McpCall *c = new(&j->a, McpCall, 1);
    *c = (McpCall){.job = j, .a = &j->a, .tool = find(mcp_text(mcp_get(params, "name"))), .given = mcp_get(params, "arguments"), .log = {.a = &j->a}, .result = {.a = &j->a}};
    bool ok = prepare(c) && c->tool->run(c);
    if (mcp_job_cancelled(j))
        mcp_job_reply(j, 0, (Str){0});
    else
        reply(c, ok);
}

void mcp_tool_call(McpJob *j)
{
    j->a.oom = &j->oom;
    j->a.limit = MCP_JOB_BYTES;
    if (mcp_job_cancelled(j)) {
        mcp_job_reply(j, 0, (Str){0});
    } else if (setjmp(j->oom)) {
        Arena a = {0};
        Buf b = {.a = &a};
        mcp_error_reply(&b, j->id, RPC_INTERNAL, S("out of memory"), (Str){0});
        mcp_job_reply(j, RPC_INTERNAL, buf_done(&b));
        arena_free(&a);
    } else {
        call(j);
    }
    if (j->inputs)
        inputs_free(j->inputs);
}
