/* mcp_session.c: messages of JSON-RPC 2.0 and the life of a session: initialize, ping, levels, cancellation, batches; hands the rest to the
 * tables of tools, resources and prompts. See mcp.h. */
#include <string.h>
#include <time.h>

#include "mcp.h"

const Str mcp_revisions[REV_COUNT] = {S_INIT("2024-11-05"), S_INIT("2025-03-26"), S_INIT("2025-06-18"), S_INIT("2025-11-25")};

static const char instructions[] =
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

void mcp_server_init(McpServer *s, const Table *table)
{
    *s = (McpServer){.table = table};
    pthread_mutex_init(&s->lock, 0);
    pthread_cond_init(&s->change, 0);
}

void mcp_session_init(McpSession *s, McpServer *server)
{
    pthread_condattr_t attr;
    *s = (McpSession){.server = server, .revision = REV_NONE, .level = LOG_WARNING};
    pthread_mutex_init(&s->lock, 0);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&s->change, &attr);
    pthread_condattr_destroy(&attr);
}

void mcp_session_close(McpSession *s)
{
    pthread_mutex_lock(&s->lock);
    s->closed = true;
    for (McpJob *j = s->jobs; j; j = j->next)
        atomic_store(&j->cancelled, true);
    pthread_cond_broadcast(&s->change);
    pthread_mutex_unlock(&s->lock);
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
    arena_free(&s->kept);
    pthread_cond_destroy(&s->change);
    pthread_mutex_destroy(&s->lock);
}

/* --- reading --- */

static bool is_request(const cJSON *v)
{
    return mcp_get(v, "method") && mcp_get(v, "id");
}

static bool is_initialize(const cJSON *v)
{
    return is_request(v) && str_eq(mcp_text(mcp_get(v, "method")), S("initialize"));
}

McpMessage mcp_message(Str text)
{
    McpMessage m = {0};
    const char *bad = text.len > MCP_MESSAGE_MAX ? "message too large" : mcp_json_problem(text);
    if (!bad && !(m.root = cJSON_ParseWithLength((const char *)text.s, (size_t)text.len)))
        bad = "not JSON";
    if (bad) {
        m.problem = str_c(bad);
        return m;
    }
    m.batch = cJSON_IsArray(m.root);
    const cJSON *v = m.batch ? m.root->child : m.root;
    for (; v; v = m.batch ? v->next : 0) {
        m.requests += is_request(v);
        m.initialize |= is_initialize(v);
    }
    return m;
}

void mcp_message_free(McpMessage *m)
{
    cJSON_Delete(m->root);
    m->root = 0;
}

/* --- answers --- */

static void head(Json *j, Str id)
{
    json_begin(j, '{');
    json_pair(j, S("jsonrpc"), S("2.0"));
    json_key(j, S("id"));
    json_raw(j, id);
}

void mcp_error_reply(Buf *out, Str id, int code, Str text)
{
    Json j = {.out = out};
    head(&j, id);
    json_key(&j, S("error"));
    json_begin(&j, '{');
    json_key(&j, S("code"));
    json_int(&j, code);
    json_pair(&j, S("message"), text);
    json_end(&j, '}');
    json_end(&j, '}');
}

static void send_error(Arena *a, McpSink *sink, Str id, int code, Str text)
{
    Buf b = {.a = a};
    mcp_error_reply(&b, id, code, text);
    sink->send(sink, MCP_REPLY, buf_done(&b));
}

bool mcp_refuse(McpAnswer *r, int code, Str text)
{
    r->error = code;
    r->error_text = text;
    return false;
}

iz mcp_page(McpAnswer *r, iz count)
{
    const cJSON *c = mcp_get(r->params, "cursor");
    i64 at = 0;
    if (!c || cJSON_IsNull(c))
        return 0;
    if (!str_starts(mcp_text(c), S("at-")) || !str_i64(str_from(mcp_text(c), 3), &at) || at < 1 || at >= count) {
        mcp_refuse(r, RPC_PARAMS, S("invalid cursor"));
        return -1;
    }
    return (iz)at;
}

void mcp_page_end(McpAnswer *r, iz first, iz count)
{
    Buf b = {.a = r->a};
    if (count - first <= MCP_PAGE)
        return;
    buf_str(&b, S("at-"));
    buf_int(&b, first + MCP_PAGE);
    json_pair(&r->j, S("nextCursor"), buf_done(&b));
}

/* --- methods --- */

static void empty(Json *j, Str key)
{
    json_key(j, key);
    json_begin(j, '{');
    json_end(j, '}');
}

/* What the client says it can do. */
static void capabilities(McpSession *s, const cJSON *caps)
{
    const cJSON *e = mcp_get(caps, "elicitation");
    s->can_roots = cJSON_IsObject(mcp_get(caps, "roots"));
    /* Without a mode the client means forms; since 2025-11-25 it may offer only the other one. */
    s->can_elicit = cJSON_IsObject(e) && s->revision >= REV_2025_06_18 && (mcp_get(e, "form") || !mcp_get(e, "url"));
}

static bool initialize(McpAnswer *r)
{
    McpSession *s = r->session;
    const cJSON *version = mcp_get(r->params, "protocolVersion"), *caps = mcp_get(r->params, "capabilities");
    if (!cJSON_IsString(version))
        return mcp_refuse(r, RPC_PARAMS, S("initialize needs protocolVersion"));
    if (caps && !cJSON_IsObject(caps))
        return mcp_refuse(r, RPC_PARAMS, S("capabilities is not an object"));
    McpRevision rev = mcp_revision(mcp_text(version));
    pthread_mutex_lock(&s->lock);
    bool again = s->revision != REV_NONE;
    if (!again) {
        s->revision = r->revision = rev == REV_NONE ? REV_COUNT - 1 : rev;
        capabilities(s, caps);
    }
    pthread_mutex_unlock(&s->lock);
    if (again)
        return mcp_refuse(r, RPC_INVALID, S("the session is initialised already"));
    json_pair(&r->j, S("protocolVersion"), mcp_revisions[r->revision]);
    json_key(&r->j, S("capabilities"));
    json_begin(&r->j, '{');
    empty(&r->j, S("logging"));
    empty(&r->j, S("prompts"));
    empty(&r->j, S("resources"));
    empty(&r->j, S("tools"));
    json_end(&r->j, '}');
    json_key(&r->j, S("serverInfo"));
    json_begin(&r->j, '{');
    json_pair(&r->j, S("name"), S("iam-policy-autopilot"));
    if (r->revision >= REV_2025_06_18)
        json_pair(&r->j, S("title"), S("IAM Policy Autopilot"));
    json_pair(&r->j, S("version"), S(VERSION));
    json_end(&r->j, '}');
    json_pair(&r->j, S("instructions"), str_c(instructions));
    return true;
}

static bool ping(McpAnswer *r)
{
    (void)r;
    return true;
}

static bool set_level(McpAnswer *r)
{
    Str want = mcp_text(mcp_get(r->params, "level"));
    for (int i = 0; i < LOG_COUNT; i++)
        if (str_eq(levels[i], want)) {
            pthread_mutex_lock(&r->session->lock);
            r->session->level = (McpLevel)i;
            pthread_mutex_unlock(&r->session->lock);
            return true;
        }
    return mcp_refuse(r, RPC_PARAMS, S("level is not one of debug, info, notice, warning, error, critical, alert, emergency"));
}

void mcp_job_log(McpJob *j, McpLevel level, Str text)
{
    McpSession *s = j->session;
    pthread_mutex_lock(&s->lock);
    bool wanted = level >= s->level;
    pthread_mutex_unlock(&s->lock);
    if (!wanted)
        return;
    Buf b = {.a = &j->a};
    Json w = {.out = &b};
    json_begin(&w, '{');
    json_pair(&w, S("jsonrpc"), S("2.0"));
    json_pair(&w, S("method"), S("notifications/message"));
    json_key(&w, S("params"));
    json_begin(&w, '{');
    json_pair(&w, S("level"), levels[level]);
    json_pair(&w, S("logger"), S("iam-policy-autopilot"));
    json_pair(&w, S("data"), text);
    json_end(&w, '}');
    json_end(&w, '}');
    j->sink->send(j->sink, MCP_NOTE, buf_done(&b));
}

static const struct {
    Str name;
    bool (*run)(McpAnswer *r); /* null: a job */
    bool early;                /* before initialize too */
} methods[] = {
    {S_INIT("initialize"), initialize, true},
    {S_INIT("ping"), ping, true},
    {S_INIT("logging/setLevel"), set_level, false},
    {S_INIT("prompts/get"), mcp_prompts_get, false},
    {S_INIT("prompts/list"), mcp_prompts_list, false},
    {S_INIT("resources/list"), mcp_resources_list, false},
    {S_INIT("resources/read"), mcp_resources_read, false},
    {S_INIT("resources/templates/list"), mcp_templates_list, false},
    {S_INIT("tools/call"), 0, false},
    {S_INIT("tools/list"), mcp_tools_list, false},
};

/* A method that is answered at once. */
static void answer(McpSession *s, Arena *a, McpSink *sink, Str id, const cJSON *params, McpRevision rev, bool (*run)(McpAnswer *r))
{
    McpAnswer r = {.session = s, .a = a, .params = params, .revision = rev, .out = {.a = a}};
    r.j.out = &r.out;
    head(&r.j, id);
    json_key(&r.j, S("result"));
    json_begin(&r.j, '{');
    if (!run(&r)) {
        send_error(a, sink, id, r.error, r.error_text);
        return;
    }
    json_end(&r.j, '}');
    json_end(&r.j, '}');
    sink->send(sink, MCP_REPLY, buf_done(&r.out));
}

/* --- jobs --- */

/* Takes v over. */
static void start(McpSession *s, cJSON *v, McpSink *sink, Str id, bool wait)
{
    Arena a = {0};
    McpJob *j = new(&a, McpJob, 1);
    j->a = a;
    j->session = s;
    j->message = v;
    j->id = str_dup(&j->a, id);
    j->token = mcp_id(&j->a, mcp_get(mcp_get(mcp_get(v, "params"), "_meta"), "progressToken"));
    j->sink = sink;
    sink->hold(sink);
    pthread_mutex_lock(&s->lock);
    bool same = false;
    for (McpJob *k = s->jobs; k; k = k->next)
        same |= !atomic_load(&k->answered) && str_eq(k->id, j->id);
    if (!same) {
        j->next = s->jobs;
        s->jobs = j;
    }
    atomic_store(&j->cancelled, s->closed);
    pthread_mutex_unlock(&s->lock);
    if (!same && mcp_job_start(j, wait))
        return;
    if (!same) {
        pthread_mutex_lock(&s->lock);
        McpJob **p = &s->jobs;
        while (*p != j)
            p = &(*p)->next;
        *p = j->next;
        pthread_mutex_unlock(&s->lock);
    }
    if (same)
        send_error(&j->a, sink, j->id, RPC_INVALID, S("a request with this id is still being answered"));
    else
        send_error(&j->a, sink, j->id, RPC_BUSY, S("too many requests at once; try again later"));
    sink->drop(sink);
    cJSON_Delete(v);
    a = j->a;
    arena_free(&a);
}

static void cancel(McpSession *s, Arena *a, const cJSON *params)
{
    Str id = mcp_id(a, mcp_get(params, "requestId"));
    pthread_mutex_lock(&s->lock);
    for (McpJob *j = s->jobs; j; j = j->next)
        if (id.len && str_eq(j->id, id))
            atomic_store(&j->cancelled, true);
    pthread_cond_broadcast(&s->change);
    pthread_mutex_unlock(&s->lock);
}

static void notification(McpSession *s, Arena *a, Str method, const cJSON *params)
{
    if (str_eq(method, S("notifications/cancelled")))
        cancel(s, a, params);
    if (str_eq(method, S("notifications/roots/list_changed"))) {
        pthread_mutex_lock(&s->lock);
        s->roots_known = false;
        s->roots_version++;
        pthread_mutex_unlock(&s->lock);
    }
}

void mcp_answer_came(McpSession *s, cJSON *v); /* mcp_job.c; takes v over */

/* --- one message --- */

typedef struct {
    McpSession *s;
    McpSink *sink;
    cJSON *v;       /* taken over */
    bool wait;
    McpMessage *m;
} One;

static void dispatch(One *o, Arena *a)
{
    McpSession *s = o->s;
    const cJSON *method = mcp_get(o->v, "method"), *params = mcp_get(o->v, "params"), *id_value = mcp_get(o->v, "id");
    Str id = mcp_id(a, id_value);
    if (!str_eq(mcp_text(mcp_get(o->v, "jsonrpc")), S("2.0"))) {
        send_error(a, o->sink, id.len ? id : S("null"), RPC_INVALID, S("not a message of JSON-RPC 2.0"));
        return;
    }
    if (!method && id_value && !mcp_get(o->v, "result") == !mcp_get(o->v, "error")) {
        send_error(a, o->sink, S("null"), RPC_INVALID, S("neither a request nor a response"));
        return;
    }
    if (!method && id_value) {
        cJSON *v = o->v;
        o->v = 0;
        mcp_answer_came(s, v);
        return;
    }
    if (!cJSON_IsString(method) || (id_value && !id.len) || (params && !cJSON_IsObject(params))) {
        send_error(a, o->sink, id.len ? id : S("null"), RPC_INVALID,
                   !cJSON_IsString(method)     ? S("method is not a text")
                   : id_value && !id.len       ? S("id is neither a text nor a whole number")
                                               : S("params is not an object"));
        return;
    }
    if (!id_value) {
        notification(s, a, mcp_text(method), params);
        return;
    }
    pthread_mutex_lock(&s->lock);
    McpRevision rev = s->revision;
    pthread_mutex_unlock(&s->lock);
    for (iz i = 0; i < COUNTOF(methods); i++) {
        if (!str_eq(methods[i].name, mcp_text(method)))
            continue;
        if (rev == REV_NONE && !methods[i].early) {
            send_error(a, o->sink, id, RPC_INVALID, S("the session is not initialised"));
        } else if (methods[i].run) {
            answer(s, a, o->sink, id, params, rev, methods[i].run);
        } else {
            cJSON *v = o->v;
            o->v = 0;
            start(s, v, o->sink, id, o->wait);
        }
        return;
    }
    send_error(a, o->sink, id, RPC_METHOD, str_cat3(a, S("no method '"), mcp_text(method), S("'")));
}

/* When there is no memory left the client gets an error. */
static void guarded(One *o, Arena *a, void (*run)(One *o, Arena *a))
{
    jmp_buf oom;
    a->oom = &oom;
    if (setjmp(oom)) {
        static const char text[] = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32603,\"message\":\"out of memory\"}}";
        o->sink->send(o->sink, MCP_REPLY, str_c(text));
    } else {
        run(o, a);
    }
}

static void one(McpSession *s, cJSON *v, McpSink *sink, bool wait)
{
    Arena a = {0};
    One o = {s, sink, v, wait, 0};
    guarded(&o, &a, dispatch);
    cJSON_Delete(o.v);
    arena_free(&a);
}

/* --- batches: replies are collected and sent as one array --- */

typedef struct {
    McpSink sink;
    pthread_mutex_t lock;
    McpSink *to;
    Arena a;
    Buf out;
    int users, open; /* open: replies that have not come */
} Batch;

static void batch_send(McpSink *sink, McpKind kind, Str text)
{
    Batch *b = (Batch *)sink;
    if (kind == MCP_REQUEST || kind == MCP_NOTE) {
        b->to->send(b->to, kind, text);
        return;
    }
    pthread_mutex_lock(&b->lock);
    if (text.len) {
        buf_u8(&b->out, b->out.n ? ',' : '[');
        buf_str(&b->out, text);
    }
    bool last = --b->open == 0;
    pthread_mutex_unlock(&b->lock);
    if (!last)
        return;
    if (b->out.n)
        buf_u8(&b->out, ']');
    b->to->send(b->to, b->out.n ? MCP_REPLY : MCP_NO_REPLY, buf_done(&b->out));
}

static void batch_hold(McpSink *sink)
{
    Batch *b = (Batch *)sink;
    pthread_mutex_lock(&b->lock);
    b->users++;
    pthread_mutex_unlock(&b->lock);
}

static void batch_drop(McpSink *sink)
{
    Batch *b = (Batch *)sink;
    pthread_mutex_lock(&b->lock);
    bool last = --b->users == 0;
    pthread_mutex_unlock(&b->lock);
    if (!last)
        return;
    b->to->drop(b->to);
    pthread_mutex_destroy(&b->lock);
    Arena a = b->a;
    arena_free(&a);
}

/* Messages in a batch that are answered although they are no requests: what is wrong with them is said. */
static bool invalid(const cJSON *v)
{
    bool response = mcp_get(v, "id") && !mcp_get(v, "result") != !mcp_get(v, "error");
    return !str_eq(mcp_text(mcp_get(v, "jsonrpc")), S("2.0")) || !(cJSON_IsString(mcp_get(v, "method")) || (!mcp_get(v, "method") && response)) ||
           (mcp_get(v, "params") && !cJSON_IsObject(mcp_get(v, "params")));
}

static void batch(McpSession *s, McpMessage *m, McpSink *to, bool wait)
{
    Arena a = {0};
    Batch *b = new(&a, Batch, 1);
    b->a = a;
    b->out.a = &b->a;
    b->sink = (McpSink){batch_send, batch_hold, batch_drop, to->two_way};
    b->to = to;
    b->users = 1;
    pthread_mutex_init(&b->lock, 0);
    to->hold(to);
    for (const cJSON *v = m->root->child; v; v = v->next)
        b->open += is_request(v) || invalid(v);
    if (!b->open)
        to->send(to, MCP_NO_REPLY, (Str){0});
    while (m->root->child)
        one(s, cJSON_DetachItemViaPointer(m->root, m->root->child), &b->sink, wait);
    batch_drop(&b->sink);
}

static void receive(One *o, Arena *a)
{
    McpMessage *m = o->m;
    pthread_mutex_lock(&o->s->lock);
    McpRevision rev = o->s->revision;
    pthread_mutex_unlock(&o->s->lock);
    if (!m->root) {
        send_error(a, o->sink, S("null"), RPC_PARSE, m->problem);
    } else if (!m->batch && !cJSON_IsObject(m->root)) {
        send_error(a, o->sink, S("null"), RPC_INVALID, S("not a message of JSON-RPC 2.0"));
    } else if (!m->batch) {
        cJSON *v = m->root;
        m->root = 0;
        one(o->s, v, o->sink, o->wait);
    } else if (rev != REV_2025_03_26) {
        send_error(a, o->sink, S("null"), RPC_INVALID, S("the negotiated revision has no batches"));
    } else if (!m->root->child || cJSON_GetArraySize(m->root) > MCP_BATCH) {
        send_error(a, o->sink, S("null"), RPC_INVALID, m->root->child ? S("too many messages in a batch") : S("an empty batch"));
    } else {
        batch(o->s, m, o->sink, o->wait);
    }
}

void mcp_receive(McpSession *s, McpMessage *m, McpSink *sink, bool wait)
{
    Arena a = {0};
    One o = {s, sink, 0, wait, m};
    guarded(&o, &a, receive);
    mcp_message_free(m);
    arena_free(&a);
}
