/* mcp_lists.c: resources and prompts of the MCP server. See mcp.h. */
#include "core/app/commands.h"
#include "mcp.h"

/* --- resources --- */

static const char languages_page[] =
#include "languages_page.h"
    ;

static const struct {
    Str uri, name, title, about, type;
} resources[] = {
    {S_INIT("iam-policy-autopilot://explanation"), S_INIT("explanation"), S_INIT("Explanation of the policy"),
     S_INIT("Why the policy that was generated last in this session holds each action and resource"), S_INIT("application/json")},
    {S_INIT("iam-policy-autopilot://languages"), S_INIT("languages"), S_INIT("Languages and SDKs"),
     S_INIT("The languages and SDKs that can be analysed, and what is understood of them"), S_INIT("text/markdown")},
};

static const Str reference = S_INIT("iam-policy-autopilot://reference/");

static void described(McpAnswer *r, Str key, Str uri, Str name, Str title, Str about, Str type)
{
    json_begin(&r->j, '{');
    json_pair(&r->j, key, uri);
    json_pair(&r->j, S("name"), name);
    if (r->revision >= REV_2025_06_18)
        json_pair(&r->j, S("title"), title);
    json_pair(&r->j, S("description"), about);
    json_pair(&r->j, S("mimeType"), type);
    json_end(&r->j, '}');
}

bool mcp_resources_list(McpAnswer *r)
{
    iz first = mcp_page(r, COUNTOF(resources));
    if (first < 0)
        return false;
    json_key(&r->j, S("resources"));
    json_begin(&r->j, '[');
    for (iz i = first; i < COUNTOF(resources) && i < first + MCP_PAGE; i++)
        described(r, S("uri"), resources[i].uri, resources[i].name, resources[i].title, resources[i].about, resources[i].type);
    json_end(&r->j, ']');
    mcp_page_end(r, first, COUNTOF(resources));
    return true;
}

bool mcp_templates_list(McpAnswer *r)
{
    if (mcp_page(r, 1) < 0)
        return false;
    json_key(&r->j, S("resourceTemplates"));
    json_begin(&r->j, '[');
    described(r, S("uriTemplate"), S("iam-policy-autopilot://reference/{service}"), S("reference"), S("Service reference"),
              S("Everything known of one AWS service: operations, actions, resource types, condition keys"), S("application/json"));
    json_end(&r->j, ']');
    return true;
}

static Str languages(McpAnswer *r)
{
    Buf b = {.a = r->a};
    buf_str(&b, S("| language | name for the Language argument | extensions |\n|---|---|---|\n"));
    for (iz i = 0; i < langs_count; i++) {
        buf_str(&b, S("| "));
        buf_str(&b, langs[i].title);
        buf_str(&b, S(" | "));
        buf_str(&b, langs[i].id);
        buf_str(&b, S(" | "));
        buf_str(&b, langs[i].exts);
        buf_str(&b, S(" |\n"));
    }
    buf_str(&b, str_c(languages_page));
    return buf_done(&b);
}

static Str explanation(McpAnswer *r)
{
    McpSession *s = r->session;
    pthread_mutex_lock(&s->lock);
    jmp_buf *oom = r->a->oom;
    r->a->oom = 0; /* no jump out of here */
    Str text = str_dup(r->a, s->explanation.len ? s->explanation : S("{\"Policies\":[]}"));
    r->a->oom = oom;
    pthread_mutex_unlock(&s->lock);
    return text;
}

/* The reference of one service as JSON. False: there is no such service; *text says so. */
static bool service(McpAnswer *r, Str name, Str *text)
{
    Buf log = {.a = r->a};
    Args *args = new(r->a, Args, 1);
    App app = {.a = r->a, .cmd = &cmd_reference, .out = {.a = r->a}, .diags = {.a = r->a}, .table = r->session->server->table, .log = &log};
    *(Str *)vec_push(r->a, &args->inputs) = name;
    bool ok = name.len && reference_lookup(&app, args) == EXIT_OK;
    *text = ok ? buf_done(&app.out) : buf_done(&log);
    return ok;
}

bool mcp_resources_read(McpAnswer *r)
{
    Str uri = mcp_text(mcp_get(r->params, "uri")), text = {0}, type = S("application/json");
    if (!cJSON_IsString(mcp_get(r->params, "uri")))
        return mcp_refuse(r, RPC_PARAMS, S("uri is not a text"));
    if (str_eq(uri, resources[0].uri)) {
        text = explanation(r);
    } else if (str_eq(uri, resources[1].uri)) {
        text = languages(r);
        type = resources[1].type;
    } else if (!str_starts(uri, reference) || !service(r, str_from(uri, reference.len), &text)) {
        return mcp_refuse(r, RPC_NO_RESOURCE, str_cat(r->a, S("no such resource: "), uri));
    }
    json_key(&r->j, S("contents"));
    json_begin(&r->j, '[');
    json_begin(&r->j, '{');
    json_pair(&r->j, S("uri"), uri);
    json_pair(&r->j, S("mimeType"), type);
    json_pair(&r->j, S("text"), text);
    json_end(&r->j, '}');
    json_end(&r->j, ']');
    return true;
}

/* --- prompts --- */

typedef struct {
    Str name, about;
    bool required;
    Str before, after; /* what stands around its value; nothing is said when it is missing */
} Argument;

enum { PROMPT_ARGS = 3 };

static const struct {
    Str name, title, about, opening, closing;
    Argument args[PROMPT_ARGS + 1];
} prompts[] = {
    {S_INIT("fix_denial"), S_INIT("Fix this denial"), S_INIT("Find out what an AccessDenied error needs, and apply it after review"),
     S_INIT("An AWS request was denied. Call generate_policy_for_access_denied with the whole text below, show me the policy and say whether its actions "
            "and resources are as narrow as they can be. When the denial has another cause than a missing permission, tell me which document has to "
            "change. Only after I agree, call fix_access_denied, and say afterwards what was changed."),
     S_INIT(""),
     {{S_INIT("error"), S_INIT("The error text, log or event"), true, S_INIT("\n\n"), S_INIT("\n")}}},
    {S_INIT("policy_for_project"), S_INIT("Policy for this project"), S_INIT("Generate the least-privilege IAM policy of a project and review it"),
     S_INIT("Generate the IAM policy that this project needs with generate_application_policies."),
     S_INIT(" Ask me for the region and the account if they are not known. Then call explain_policy for every resource that is a wildcard, say which code "
            "leaves it open and which environment variable (argument Env) would make it exact. Show me the final policy for review, and the "
            "warnings."),
     {{S_INIT("path"), S_INIT("Absolute path of the project"), true, S_INIT(" Analyse "), S_INIT(".")},
      {S_INIT("region"), S_INIT("AWS region"), false, S_INIT(" The region is "), S_INIT(".")},
      {S_INIT("account"), S_INIT("AWS account id"), false, S_INIT(" The account is "), S_INIT(".")}}},
};

bool mcp_prompts_list(McpAnswer *r)
{
    iz first = mcp_page(r, COUNTOF(prompts));
    if (first < 0)
        return false;
    json_key(&r->j, S("prompts"));
    json_begin(&r->j, '[');
    for (iz i = first; i < COUNTOF(prompts) && i < first + MCP_PAGE; i++) {
        json_begin(&r->j, '{');
        json_pair(&r->j, S("name"), prompts[i].name);
        if (r->revision >= REV_2025_06_18)
            json_pair(&r->j, S("title"), prompts[i].title);
        json_pair(&r->j, S("description"), prompts[i].about);
        json_key(&r->j, S("arguments"));
        json_begin(&r->j, '[');
        for (const Argument *x = prompts[i].args; x->name.len; x++) {
            json_begin(&r->j, '{');
            json_pair(&r->j, S("name"), x->name);
            json_pair(&r->j, S("description"), x->about);
            json_key(&r->j, S("required"));
            json_bool(&r->j, x->required);
            json_end(&r->j, '}');
        }
        json_end(&r->j, ']');
        json_end(&r->j, '}');
    }
    json_end(&r->j, ']');
    mcp_page_end(r, first, COUNTOF(prompts));
    return true;
}

bool mcp_prompts_get(McpAnswer *r)
{
    Str name = mcp_text(mcp_get(r->params, "name"));
    const cJSON *given = mcp_get(r->params, "arguments");
    Buf b = {.a = r->a};
    iz i = 0;
    while (i < COUNTOF(prompts) && !str_eq(prompts[i].name, name))
        i++;
    if (i == COUNTOF(prompts))
        return mcp_refuse(r, RPC_PARAMS, str_cat(r->a, S("no such prompt: "), name));
    buf_str(&b, prompts[i].opening);
    for (const Argument *x = prompts[i].args; x->name.len; x++) {
        const cJSON *v = mcp_get(given, (const char *)x->name.s);
        if (v ? !cJSON_IsString(v) : x->required)
            return mcp_refuse(r, RPC_PARAMS, str_cat3(r->a, S("argument '"), x->name, v ? S("' is not a text") : S("' is missing")));
        if (!v || !mcp_text(v).len)
            continue;
        buf_str(&b, x->before);
        buf_str(&b, mcp_text(v));
        buf_str(&b, x->after);
    }
    buf_str(&b, prompts[i].closing);
    json_pair(&r->j, S("description"), prompts[i].about);
    json_key(&r->j, S("messages"));
    json_begin(&r->j, '[');
    json_begin(&r->j, '{');
    json_pair(&r->j, S("role"), S("user"));
    json_key(&r->j, S("content"));
    json_begin(&r->j, '{');
    json_pair(&r->j, S("type"), S("text"));
    json_pair(&r->j, S("text"), buf_done(&b));
    json_end(&r->j, '}');
    json_end(&r->j, '}');
    json_end(&r->j, ']');
    return true;
}
