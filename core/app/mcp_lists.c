/* mcp_lists.c: resources and prompts of the MCP server. See mcp.h. */
#include <string.h>

#include "core/app/commands.h"
#include "mcp.h"

/* --- resources --- */

static const char languages_page[] =
#include "languages_page.h"
    ;

typedef struct {
    Str uri, name, title, about, type;
    bool of_session; /* not for requests that stand alone */
} Resource;

static const Resource resources[] = {
    {S_INIT("iam-policy-autopilot://explanation"), S_INIT("explanation"), S_INIT("Explanation of the policy"),
     S_INIT("Why the policy that was generated last in this session holds each action and resource"), S_INIT("application/json"), true},
    {S_INIT("iam-policy-autopilot://languages"), S_INIT("languages"), S_INIT("Languages and SDKs"),
     S_INIT("The languages and SDKs that can be analysed, and what is understood of them"), S_INIT("text/markdown"), false},
};

enum { EXPLANATION, REFERENCE };

/* uri: what stands before the variable */
static const struct {
    Resource about;
    Str start;
} templates[] = {
    [EXPLANATION] = {{S_INIT("iam-policy-autopilot://explanation/{id}"), S_INIT("explanation"), S_INIT("Explanation of a policy"),
                      S_INIT("Why a policy holds each action and resource; generate_application_policies gives the whole URI"), S_INIT("application/json"), false},
                     S_INIT("iam-policy-autopilot://explanation/")},
    [REFERENCE] = {{S_INIT("iam-policy-autopilot://reference/{service}"), S_INIT("reference"), S_INIT("Service reference"),
                    S_INIT("Everything known of one AWS service: operations, actions, resource types, condition keys"), S_INIT("application/json"), false},
                   S_INIT("iam-policy-autopilot://reference/")},
};

static void described(McpAnswer *r, Str key, const Resource *x)
{
    json_begin(&r->j, '{');
    json_pair(&r->j, key, x->uri);
    json_pair(&r->j, S("name"), x->name);
    if (r->client.revision >= REV_2025_06_18)
        json_pair(&r->j, S("title"), x->title);
    json_pair(&r->j, S("description"), x->about);
    json_pair(&r->j, S("mimeType"), x->type);
    json_end(&r->j, '}');
}

bool mcp_resources_list(McpAnswer *r)
{
    iz skip = r->client.revision >= REV_STATELESS && resources[0].of_session, n = COUNTOF(resources) - skip;
    iz first = mcp_page(r, n);
    if (first < 0)
        return false;
    json_key(&r->j, S("resources"));
    json_begin(&r->j, '[');
    for (iz i = first; i < n && i < first + r->session->server->page; i++)
        described(r, S("uri"), &resources[i + skip]);
    json_end(&r->j, ']');
    mcp_page_end(r, first, n);
    mcp_cacheable(r, true);
    return true;
}

bool mcp_templates_list(McpAnswer *r)
{
    iz first = mcp_page(r, COUNTOF(templates));
    if (first < 0)
        return false;
    json_key(&r->j, S("resourceTemplates"));
    json_begin(&r->j, '[');
    for (iz i = first; i < COUNTOF(templates) && i < first + r->session->server->page; i++)
        described(r, S("uriTemplate"), &templates[i].about);
    json_end(&r->j, ']');
    mcp_page_end(r, first, COUNTOF(templates));
    mcp_cacheable(r, true);
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

/* Of the policy that was generated last in the session. */
static bool last_explanation(McpAnswer *r, Str *text)
{
    McpSession *s = r->session;
    u8 name[COUNTOF(s->explanation)];
    pthread_mutex_lock(&s->lock);
    memcpy(name, s->explanation, sizeof name);
    iz len = s->explanation_len;
    pthread_mutex_unlock(&s->lock);
    *text = len ? mcp_kept(s->server, r->a, (Str){name, len}) : S("{\"Policies\":[]}");
    return text->len > 0;
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

/* What a URI names. False: nothing. */
static bool look_up(McpAnswer *r, Str uri, Str *text, Str *type, bool *everybody)
{
    *type = templates[EXPLANATION].about.type;
    *everybody = true;
    if (str_eq(uri, resources[1].uri)) {
        *type = resources[1].type;
        *text = languages(r);
        return true;
    }
    if (str_starts(uri, templates[REFERENCE].start))
        return service(r, str_from(uri, templates[REFERENCE].start.len), text);
    *everybody = false;
    if (str_eq(uri, resources[0].uri))
        return r->client.revision < REV_STATELESS && last_explanation(r, text);
    if (str_starts(uri, templates[EXPLANATION].start))
        *text = mcp_kept(r->session->server, r->a, str_from(uri, templates[EXPLANATION].start.len));
    return text->len > 0;
}

bool mcp_resources_read(McpAnswer *r)
{
    Str uri = mcp_text(mcp_get(r->params, "uri")), text = {0}, type;
    bool everybody;
    if (!cJSON_IsString(mcp_get(r->params, "uri")))
        return mcp_refuse(r, RPC_PARAMS, S("uri is not a text"));
    if (!look_up(r, uri, &text, &type, &everybody))
        return mcp_refuse(r, r->client.revision < REV_STATELESS ? RPC_NO_RESOURCE : RPC_PARAMS, str_cat(r->a, S("no such resource: "), uri));
    json_key(&r->j, S("contents"));
    json_begin(&r->j, '[');
    json_begin(&r->j, '{');
    json_pair(&r->j, S("uri"), uri);
    json_pair(&r->j, S("mimeType"), type);
    json_pair(&r->j, S("text"), text);
    json_end(&r->j, '}');
    json_end(&r->j, ']');
    mcp_cacheable(r, everybody);
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
    for (iz i = first; i < COUNTOF(prompts) && i < first + r->session->server->page; i++) {
        json_begin(&r->j, '{');
        json_pair(&r->j, S("name"), prompts[i].name);
        if (r->client.revision >= REV_2025_06_18)
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
    mcp_cacheable(r, true);
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

/* --- completion of what is typed: the services of the reference --- */

enum { COMPLETIONS = 100 /* that the protocol allows in one answer */ };

/* The services that start so: the first ones; *all: how many there are. */
static StrVec services(McpAnswer *r, Str start, iz *all)
{
    const Table *t = r->session->server->table;
    StrVec names = {0};
    *all = 0;
    for (u32 i = 0; i < tbl_count(t, TBL_svc); i++) {
        Str name = tbl_get(t, TBL_svc, i, svc_service);
        if (str_starts(name, start) && (*all)++ < COMPLETIONS)
            *(Str *)vec_push(r->a, &names) = name;
    }
    return names;
}

/* Whether a reference of completion/complete names something that we have. */
static bool known_reference(const cJSON *ref, bool *prompt)
{
    Str type = mcp_text(mcp_get(ref, "type")), name = mcp_text(mcp_get(ref, "name")), uri = mcp_text(mcp_get(ref, "uri"));
    *prompt = str_eq(type, S("ref/prompt"));
    for (iz i = 0; i < COUNTOF(prompts) && *prompt; i++)
        if (str_eq(prompts[i].name, name))
            return true;
    for (iz i = 0; i < COUNTOF(templates) && str_eq(type, S("ref/resource")); i++)
        if (str_eq(templates[i].about.uri, uri))
            return true;
    return false;
}

bool mcp_complete(McpAnswer *r)
{
    const cJSON *ref = mcp_get(r->params, "ref"), *argument = mcp_get(r->params, "argument");
    const cJSON *name = mcp_get(argument, "name"), *value = mcp_get(argument, "value");
    StrVec names = {0};
    iz all = 0;
    bool prompt;
    if (!cJSON_IsString(name) || !cJSON_IsString(value))
        return mcp_refuse(r, RPC_PARAMS, S("argument needs a name and a value"));
    if (!known_reference(ref, &prompt))
        return mcp_refuse(r, RPC_PARAMS, S("ref names neither a prompt nor a resource template"));
    if (!prompt && str_eq(mcp_text(name), S("service")))
        names = services(r, mcp_text(value), &all);
    json_key(&r->j, S("completion"));
    json_begin(&r->j, '{');
    json_strs(&r->j, S("values"), &names);
    json_key(&r->j, S("total"));
    json_int(&r->j, all);
    json_key(&r->j, S("hasMore"));
    json_bool(&r->j, all > COMPLETIONS);
    json_end(&r->j, '}');
    return true;
}
