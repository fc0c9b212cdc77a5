/* mcp_message.c: messages of JSON-RPC 2.0: reading them, finding the method, answering at once or starting a job, batches. See mcp.h. */
#include <string.h>

#include "mcp.h"

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
        m.stateless |= is_request(v) && mcp_stateless(mcp_get(v, "params"));
    }
    return m;
}

void mcp_message_free(McpMessage *m)
{
    cJSON_Delete(m->root);
    m->root = 0;
}

/* --- answers --- */

void mcp_head(Json *j, Str id)
{
    json_begin(j, '{');
    json_pair(j, S("jsonrpc"), S("2.0"));
    json_key(j, S("id"));
    json_raw(j, id);
}

void mcp_note(Json *j, Str method)
{
    json_begin(j, '{');
    json_pair(j, S("jsonrpc"), S("2.0"));
    json_pair(j, S("method"), method);
    json_key(j, S("params"));
    json_begin(j, '{');
}

void mcp_error_reply(Buf *out, Str id, int code, Str text, Str data)
{
    Json j = {.out = out};
    mcp_head(&j, id);
    json_key(&j, S("error"));
    json_begin(&j, '{');
    json_key(&j, S("code"));
    json_int(&j, code);
    json_pair(&j, S("message"), text);
    if (data.len) {
        json_key(&j, S("data"));
        json_raw(&j, data);
    }
    json_end(&j, '}');
    json_end(&j, '}');
}

void mcp_send_error(Arena *a, McpSink *sink, Str id, int code, Str text, Str data)
{
    Buf b = {.a = a};
    mcp_error_reply(&b, id, code, text, data);
    sink->send(sink, MCP_REPLY, code, buf_done(&b));
}

static void send_error(Arena *a, McpSink *sink, Str id, int code, Str text)
{
    mcp_send_error(a, sink, id, code, text, (Str){0});
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
    if (count - first <= r->session->server->page)
        return;
    buf_str(&b, S("at-"));
    buf_int(&b, first + r->session->server->page);
    json_pair(&r->j, S("nextCursor"), buf_done(&b));
}

/* --- methods --- */

enum { EARLY = 1 /* before initialize too */, SESSIONS = 2 /* up to 2025-11-25 */, ALONE = 4 /* since 2026-07-28 */, BOTH = SESSIONS | ALONE };

typedef enum { RUN_ANSWER, RUN_JOB, RUN_LISTEN } Run;

static const struct {
    Str name;
    u8 when;
    u8 how;
    bool (*answer)(McpAnswer *r); /* of RUN_ANSWER */
} methods[] = {
    {S_INIT("completion/complete"), BOTH, RUN_ANSWER, mcp_complete},
    {S_INIT("initialize"), EARLY | SESSIONS, RUN_ANSWER, mcp_initialize},
    {S_INIT("logging/setLevel"), SESSIONS, RUN_ANSWER, mcp_set_level},
    {S_INIT("ping"), EARLY | SESSIONS, RUN_ANSWER, mcp_ping},
    {S_INIT("prompts/get"), BOTH, RUN_ANSWER, mcp_prompts_get},
    {S_INIT("prompts/list"), BOTH, RUN_ANSWER, mcp_prompts_list},
    {S_INIT("resources/list"), BOTH, RUN_ANSWER, mcp_resources_list},
    {S_INIT("resources/read"), BOTH, RUN_ANSWER, mcp_resources_read},
    {S_INIT("resources/templates/list"), BOTH, RUN_ANSWER, mcp_templates_list},
    {S_INIT("server/discover"), ALONE, RUN_ANSWER, mcp_discover},
    {S_INIT("subscriptions/listen"), ALONE, RUN_LISTEN, 0},
    {S_INIT("tools/call"), BOTH, RUN_JOB, 0},
    {S_INIT("tools/list"), BOTH, RUN_ANSWER, mcp_tools_list},
};

static void answer(McpSession *s, Arena *a, McpSink *sink, Str id, const cJSON *params, McpClient client, bool (*run)(McpAnswer *r))
{
    McpAnswer r = {.session = s, .a = a, .params = params, .client = client, .out = {.a = a}};
    r.j.out = &r.out;
    mcp_head(&r.j, id);
    json_key(&r.j, S("result"));
    json_begin(&r.j, '{');
    mcp_result_head(&r.j, client.revision, S("complete"));
    if (!run(&r)) {
        send_error(a, sink, id, r.error, r.error_text);
        return;
    }
    json_end(&r.j, '}');
    json_end(&r.j, '}');
    sink->send(sink, MCP_REPLY, 0, buf_done(&r.out));
}

/* --- jobs --- */

/* Takes v over. */
static void start(McpSession *s, cJSON *v, McpSink *sink, Str id, McpClient client, bool wait)
{
    Arena a = {0};
    McpJob *j = new(&a, McpJob, 1);
    j->a = a;
    j->session = s;
    j->client = client;
    j->message = v;
    j->id = str_dup(&j->a, id);
    j->token = mcp_id(&j->a, mcp_get(mcp_get(mcp_get(v, "params"), "_meta"), "progressToken"));
    j->sink = sink;
    sink->hold(sink);
    pthread_mutex_lock(&s->lock);
    bool same = false;
    for (McpJob *k = s->jobs; k && !s->shared; k = k->next)
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
        send_error(&j->a, sink, j->id, client.revision >= REV_STATELESS ? RPC_INTERNAL : RPC_BUSY, S("too many requests at once; try again later"));
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
    mcp_unlisten(s, id);
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

/* What is known of who asks. False: answered already. */
static bool client_of(One *o, Arena *a, Str id, const cJSON *params, McpClient *client)
{
    int error = 0;
    Str why = {0}, data = {0};
    if (mcp_stateless(params)) {
        if (mcp_stateless_client(a, params, client, &error, &why, &data))
            return true;
        mcp_send_error(a, o->sink, id, error, why, data);
        return false;
    }
    pthread_mutex_lock(&o->s->lock);
    *client = o->s->client;
    pthread_mutex_unlock(&o->s->lock);
    return true;
}

static void request(One *o, Arena *a, Str id, Str method, const cJSON *params)
{
    McpClient client;
    iz i = 0;
    Str why;
    if (!client_of(o, a, id, params, &client))
        return;
    u8 when = client.revision >= REV_STATELESS ? ALONE : SESSIONS;
    while (i < COUNTOF(methods) && !str_eq(methods[i].name, method))
        i++;
    if (i == COUNTOF(methods) || !(methods[i].when & when)) {
        send_error(a, o->sink, id, RPC_METHOD, str_cat3(a, S("no method '"), method, S("'")));
    } else if (client.revision == REV_NONE && !(methods[i].when & EARLY)) {
        send_error(a, o->sink, id, RPC_INVALID, S("the session is not initialised"));
    } else if (methods[i].how == RUN_ANSWER) {
        answer(o->s, a, o->sink, id, params, client, methods[i].answer);
    } else if (methods[i].how == RUN_LISTEN) {
        mcp_listen(o->s, a, o->sink, id, params);
    } else if (!mcp_tool_callable(a, params, &why)) {
        send_error(a, o->sink, id, RPC_PARAMS, why);
    } else {
        cJSON *v = o->v;
        o->v = 0;
        start(o->s, v, o->sink, id, client, o->wait);
    }
}

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
    request(o, a, id, mcp_text(method), params);
}

/* When there is no memory left the client gets an error. */
static void guarded(One *o, Arena *a, void (*run)(One *o, Arena *a))
{
    jmp_buf oom;
    a->oom = &oom;
    if (setjmp(oom)) {
        static const char text[] = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32603,\"message\":\"out of memory\"}}";
        o->sink->send(o->sink, MCP_REPLY, RPC_INTERNAL, str_c(text));
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

static void batch_send(McpSink *sink, McpKind kind, int error, Str text)
{
    Batch *b = (Batch *)sink;
    if (kind == MCP_REQUEST || kind == MCP_NOTE) {
        b->to->send(b->to, kind, error, text);
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
    b->to->send(b->to, b->out.n ? MCP_REPLY : MCP_NO_REPLY, 0, buf_done(&b->out));
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
        to->send(to, MCP_NO_REPLY, 0, (Str){0});
    while (m->root->child)
        one(s, cJSON_DetachItemViaPointer(m->root, m->root->child), &b->sink, wait);
    batch_drop(&b->sink);
}

static void receive(One *o, Arena *a)
{
    McpMessage *m = o->m;
    pthread_mutex_lock(&o->s->lock);
    McpRevision rev = o->s->client.revision;
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
