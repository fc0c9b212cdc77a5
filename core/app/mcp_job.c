/* mcp_job.c: requests that take time run in threads: at most MCP_RUNNING at once, the others wait in order. Also what a job may do while it
 * runs: tell its progress, and ask the client. See mcp.h. */
#include <string.h>
#include <time.h>

#include "core/base/parallel.h"
#include "mcp.h"

enum { PROGRESS_EVERY = 100 /* ms */ };

struct McpAsk {
    McpAsk *next;
    i64 id;
    bool done;
    cJSON *message; /* the answer */
};

/* --- threads --- */

static void end(McpJob *j)
{
    McpSession *s = j->session;
    McpSink *sink = j->sink;
    pthread_mutex_lock(&s->lock);
    McpJob **p = &s->jobs;
    while (*p != j)
        p = &(*p)->next;
    *p = j->next;
    cJSON_Delete(j->message);
    Arena a = j->a;
    arena_free(&a);
    sink->drop(sink); /* before others can see that the session is idle */
    pthread_cond_broadcast(&s->change);
    pthread_mutex_unlock(&s->lock);
}

static void *work(void *arg)
{
    McpJob *j = arg;
    McpServer *server = j->session->server;
    while (j) {
        mcp_tool_call(j);
        end(j);
        pthread_mutex_lock(&server->lock);
        j = server->first;
        if (j) {
            server->first = j->queued;
            server->last = server->first ? server->last : 0;
            server->waiting--;
        } else {
            server->running--;
        }
        pthread_cond_broadcast(&server->change);
        pthread_mutex_unlock(&server->lock);
    }
    return 0;
}

bool mcp_job_start(McpJob *j, bool wait)
{
    McpServer *server = j->session->server;
    pthread_t thread;
    pthread_attr_t attr;
    bool ok = false;
    pthread_mutex_lock(&server->lock);
    while (wait && server->waiting >= MCP_QUEUED && !atomic_load(&server->stopping))
        pthread_cond_wait(&server->change, &server->lock);
    if (!atomic_load(&server->stopping) && server->running < MCP_RUNNING) {
        pthread_attr_init(&attr);
        pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
        pthread_attr_setstacksize(&attr, STACK_BYTES);
        ok = pthread_create(&thread, &attr, work, j) == 0;
        server->running += ok;
        pthread_attr_destroy(&attr);
    }
    /* Without a thread it waits for one that runs already. */
    if (!ok && server->running && server->waiting < MCP_QUEUED && !atomic_load(&server->stopping)) {
        if (server->last)
            server->last->queued = j;
        else
            server->first = j;
        server->last = j;
        server->waiting++;
        ok = true;
    }
    pthread_mutex_unlock(&server->lock);
    return ok;
}

bool mcp_job_cancelled(McpJob *j)
{
    return atomic_load(&j->cancelled) || atomic_load(&j->session->server->stopping);
}

void mcp_job_reply(McpJob *j, int error, Str text)
{
    atomic_store(&j->answered, true);
    j->sink->send(j->sink, text.len ? MCP_REPLY : MCP_NO_REPLY, error, text);
}

/* --- progress --- */

void mcp_job_progress(McpJob *j, iz done, iz all, Str what, bool now)
{
    i64 t = mcp_now();
    if (!j->token.len || done <= j->progress || (!now && t - j->told < PROGRESS_EVERY))
        return;
    j->progress = done;
    j->told = t;
    ArenaMark mark = arena_mark(&j->a);
    Buf b = {.a = &j->a};
    Json w = {.out = &b};
    mcp_note(&w, S("notifications/progress"));
    json_key(&w, S("progressToken"));
    json_raw(&w, j->token);
    json_key(&w, S("progress"));
    json_int(&w, done);
    json_key(&w, S("total"));
    json_int(&w, all);
    if (j->client.revision >= REV_2025_03_26)
        json_pair(&w, S("message"), what);
    json_end(&w, '}');
    json_end(&w, '}');
    j->sink->send(j->sink, MCP_NOTE, 0, buf_done(&b));
    arena_rewind(&j->a, mark);
}

/* --- asking the client --- */

void mcp_answer_came(McpSession *s, cJSON *v);

void mcp_answer_came(McpSession *s, cJSON *v)
{
    const cJSON *id = mcp_get(v, "id");
    pthread_mutex_lock(&s->lock);
    McpAsk *q = s->asks;
    while (q && !(cJSON_IsNumber(id) && (double)q->id == id->valuedouble))
        q = q->next;
    if (q && !q->done) {
        q->done = true;
        q->message = v;
        pthread_cond_broadcast(&s->change);
        v = 0;
    }
    pthread_mutex_unlock(&s->lock);
    cJSON_Delete(v);
}

static Str ask_text(McpJob *j, i64 id, const McpQuestion *q)
{
    Buf b = {.a = &j->a}, number = {.a = &j->a};
    Json w = {.out = &b};
    buf_int(&number, id);
    mcp_head(&w, buf_done(&number));
    json_pair(&w, S("method"), q->method);
    if (q->params.len) {
        json_key(&w, S("params"));
        json_raw(&w, q->params);
    }
    json_end(&w, '}');
    return buf_done(&b);
}

/* The client need not answer any more. */
static void send_cancel(McpJob *j, i64 id)
{
    Buf b = {.a = &j->a};
    Json w = {.out = &b};
    mcp_note(&w, S("notifications/cancelled"));
    json_key(&w, S("requestId"));
    json_int(&w, id);
    json_end(&w, '}');
    json_end(&w, '}');
    j->sink->send(j->sink, MCP_NOTE, 0, buf_done(&b));
}

static McpAsked taken(McpJob *j, McpAsk *q, cJSON **result, Str *why)
{
    const cJSON *text = mcp_get(mcp_get(q->message, "error"), "message");
    *result = cJSON_DetachItemFromObjectCaseSensitive(q->message, "result");
    *why = *result ? (Str){0} : cJSON_IsString(text) ? str_dup(&j->a, mcp_text(text)) : S("the client answered with an error");
    cJSON_Delete(q->message);
    return *result ? ASK_OK : ASK_ERROR;
}

McpAsked mcp_job_ask(McpJob *j, const McpQuestion *question, cJSON **result, Str *why)
{
    McpSession *s = j->session;
    struct timespec until;
    int late = 0;
    if (j->client.revision >= REV_STATELESS)
        return mcp_stateless_ask(j, question, result, why);
    if (!j->sink->two_way) {
        *why = S("the client can only be asked over a stream, and it does not accept one");
        return ASK_CANNOT;
    }
    McpAsk *q = new(&j->a, McpAsk, 1);
    pthread_mutex_lock(&s->lock);
    q->id = ++s->next_ask;
    pthread_mutex_unlock(&s->lock);
    Str text = ask_text(j, q->id, question);
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += question->seconds;
    pthread_mutex_lock(&s->lock);
    q->next = s->asks;
    s->asks = q;
    pthread_mutex_unlock(&s->lock);
    j->sink->send(j->sink, MCP_REQUEST, 0, text);
    pthread_mutex_lock(&s->lock);
    while (!q->done && !late && !s->closed && !s->hung_up && !mcp_job_cancelled(j))
        late = pthread_cond_timedwait(&s->change, &s->lock, &until);
    McpAsk **p = &s->asks;
    while (*p != q)
        p = &(*p)->next;
    *p = q->next;
    bool closed = s->closed, gone = s->hung_up;
    pthread_mutex_unlock(&s->lock);
    if (q->done)
        return taken(j, q, result, why);
    *why = late ? S("the client did not answer in time") : gone ? S("the client has hung up") : S("cancelled");
    if (!closed && !gone)
        send_cancel(j, q->id);
    return late || gone ? ASK_LATE : ASK_CANCELLED;
}
