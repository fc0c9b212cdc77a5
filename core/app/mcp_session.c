/* mcp_session.c: the life of a session and what belongs to all revisions with sessions (up to 2025-11-25): initialize, ping, levels of log
 * messages. See mcp.h; what is different since 2026-07-28 is in mcp_stateless.c. */
#include <sys/random.h>
#include <time.h>

#include "mcp.h"

const Str mcp_revisions[REV_COUNT] = {
    S_INIT("2024-11-05"), S_INIT("2025-03-26"), S_INIT("2025-06-18"), S_INIT("2025-11-25"), S_INIT("2026-07-28"),
};

const char mcp_instructions[] =
    "Writes least-privilege AWS IAM policies from source code, offline and deterministically. Use generate_application_policies whenever IAM "
    "permissions for an application are wanted: pass the folder or all of its source files with absolute paths, and region and account when they "
    "are known. explain_policy says why each action and resource is needed, check_policy compares a policy with the code, "
    "query_service_reference looks up actions, resources and condition keys instead of guessing them. For an AccessDenied error use "
    "generate_policy_for_access_denied, show the result, and only then fix_access_denied. Ask people to review policies before they are used.";

static const Str levels[LOG_COUNT] = {
    S_INIT("debug"), S_INIT("info"), S_INIT("notice"), S_INIT("warning"), S_INIT("error"), S_INIT("critical"), S_INIT("alert"), S_INIT("emergency"),
};

McpRevision mcp_revision(Str name)
{
    for (int i = 0; i < REV_COUNT; i++)
        if (str_eq(mcp_revisions[i], name))
            return (McpRevision)i;
    return REV_NONE;
}

i64 mcp_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (i64)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- sessions --- */

bool mcp_server_init(McpServer *s, const Table *table)
{
    *s = (McpServer){.table = table, .page = MCP_PAGE};
    pthread_mutex_init(&s->lock, 0);
    pthread_mutex_init(&s->kept_lock, 0);
    pthread_cond_init(&s->change, 0);
    return getrandom(s->key, sizeof s->key, 0) == (ssize_t)sizeof s->key;
}

void mcp_session_init(McpSession *s, McpServer *server)
{
    pthread_condattr_t attr;
    *s = (McpSession){.server = server, .client = {.revision = REV_NONE, .level = LOG_WARNING}};
    pthread_mutex_init(&s->lock, 0);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&s->change, &attr);
    pthread_condattr_destroy(&attr);
}

/* Cancels the jobs that a sink asked for; null: all. */
static void cancel_jobs(McpSession *s, const McpSink *sink)
{
    for (McpJob *j = s->jobs; j; j = j->next)
        if (!sink || j->sink == sink)
            atomic_store(&j->cancelled, true);
    pthread_cond_broadcast(&s->change);
}

void mcp_session_close(McpSession *s)
{
    pthread_mutex_lock(&s->lock);
    s->closed = true;
    cancel_jobs(s, 0);
    pthread_mutex_unlock(&s->lock);
    mcp_unlisten_all(s, 0, true);
}

void mcp_session_gone(McpSession *s, McpSink *sink)
{
    pthread_mutex_lock(&s->lock);
    cancel_jobs(s, sink);
    pthread_mutex_unlock(&s->lock);
    mcp_unlisten_all(s, sink, false);
}

void mcp_session_hang_up(McpSession *s)
{
    pthread_mutex_lock(&s->lock);
    s->hung_up = true;
    pthread_cond_broadcast(&s->change);
    pthread_mutex_unlock(&s->lock);
}

bool mcp_session_idle(McpSession *s)
{
    pthread_mutex_lock(&s->lock);
    bool idle = !s->jobs;
    pthread_mutex_unlock(&s->lock);
    return idle;
}

bool mcp_session_wait(McpSession *s, int ms)
{
    struct timespec until;
    int late = 0;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += (long)(ms % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    pthread_mutex_lock(&s->lock);
    while (s->jobs && !late)
        late = ms < 0 ? pthread_cond_wait(&s->change, &s->lock) : pthread_cond_timedwait(&s->change, &s->lock, &until);
    bool idle = !s->jobs;
    pthread_mutex_unlock(&s->lock);
    return idle;
}

void mcp_session_free(McpSession *s)
{
    arena_free(&s->roots_memory);
    pthread_cond_destroy(&s->change);
    pthread_mutex_destroy(&s->lock);
}

/* --- who is who --- */

static void empty(Json *j, Str key)
{
    json_key(j, key);
    json_begin(j, '{');
    json_end(j, '}');
}

void mcp_capabilities(Json *j)
{
    json_key(j, S("capabilities"));
    json_begin(j, '{');
    empty(j, S("completions"));
    empty(j, S("logging"));
    empty(j, S("prompts"));
    empty(j, S("resources"));
    empty(j, S("tools"));
    json_end(j, '}');
}

void mcp_server_info(Json *j, McpRevision rev)
{
    json_begin(j, '{');
    json_pair(j, S("name"), S("iam-policy-autopilot"));
    if (rev >= REV_2025_06_18)
        json_pair(j, S("title"), S("IAM Policy Autopilot"));
    json_pair(j, S("version"), S(VERSION));
    json_end(j, '}');
}

void mcp_client_capabilities(McpClient *c, const cJSON *caps)
{
    const cJSON *e = mcp_get(caps, "elicitation");
    c->can_roots = cJSON_IsObject(mcp_get(caps, "roots"));
    /* Without a mode the client means forms; since 2025-11-25 it may offer only the other one. */
    c->can_elicit = cJSON_IsObject(e) && c->revision >= REV_2025_06_18 && (mcp_get(e, "form") || !mcp_get(e, "url"));
}

/* --- methods --- */

bool mcp_initialize(McpAnswer *r)
{
    McpSession *s = r->session;
    const cJSON *version = mcp_get(r->params, "protocolVersion"), *caps = mcp_get(r->params, "capabilities");
    if (!cJSON_IsString(version))
        return mcp_refuse(r, RPC_PARAMS, S("initialize needs protocolVersion"));
    if (caps && !cJSON_IsObject(caps))
        return mcp_refuse(r, RPC_PARAMS, S("capabilities is not an object"));
    McpRevision rev = mcp_revision(mcp_text(version));
    pthread_mutex_lock(&s->lock);
    bool again = s->client.revision != REV_NONE;
    if (!again) {
        s->client.revision = rev == REV_NONE || rev >= REV_STATELESS ? REV_STATELESS - 1 : rev;
        mcp_client_capabilities(&s->client, caps);
        r->client = s->client;
    }
    pthread_mutex_unlock(&s->lock);
    if (again)
        return mcp_refuse(r, RPC_INVALID, S("the session is initialised already"));
    json_pair(&r->j, S("protocolVersion"), mcp_revisions[r->client.revision]);
    mcp_capabilities(&r->j);
    json_key(&r->j, S("serverInfo"));
    mcp_server_info(&r->j, r->client.revision);
    json_pair(&r->j, S("instructions"), str_c(mcp_instructions));
    return true;
}

bool mcp_ping(McpAnswer *r)
{
    (void)r;
    return true;
}

bool mcp_level(Str name, McpLevel *level)
{
    for (int i = 0; i < LOG_COUNT; i++)
        if (str_eq(levels[i], name)) {
            *level = (McpLevel)i;
            return true;
        }
    return false;
}

bool mcp_set_level(McpAnswer *r)
{
    McpLevel level;
    if (!mcp_level(mcp_text(mcp_get(r->params, "level")), &level))
        return mcp_refuse(r, RPC_PARAMS, S("level is not one of debug, info, notice, warning, error, critical, alert, emergency"));
    pthread_mutex_lock(&r->session->lock);
    r->session->client.level = level;
    pthread_mutex_unlock(&r->session->lock);
    return true;
}

void mcp_job_log(McpJob *j, McpLevel level, Str text)
{
    if (level < j->client.level || j->client.level == LOG_COUNT)
        return;
    Buf b = {.a = &j->a};
    Json w = {.out = &b};
    mcp_note(&w, S("notifications/message"));
    json_pair(&w, S("level"), levels[level]);
    json_pair(&w, S("logger"), S("iam-policy-autopilot"));
    json_pair(&w, S("data"), text);
    json_end(&w, '}');
    json_end(&w, '}');
    j->sink->send(j->sink, MCP_NOTE, 0, buf_done(&b));
}
