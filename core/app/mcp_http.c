/* mcp_http.c: the MCP server over Streamable HTTP: checks requests, gives their messages to the session, and answers with plain JSON or with a
 * stream of events. See mcp_http.h; libmicrohttpd does the HTTP. */
#include "mcp_http.h"

#if HAVE_HTTPD

#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "late_mhd.h"

/* --- answering --- */

static enum MHD_Result answer(HttpConn *c, unsigned status, Str type, Str body)
{
    struct MHD_Response *r = MHD_create_response_from_buffer((size_t)body.len, (void *)(uintptr_t)body.s, MHD_RESPMEM_MUST_COPY);
    if (!r)
        return MHD_NO;
    Str origin = http_header(c, "Origin");
    if (type.len)
        MHD_add_response_header(r, "Content-Type", str_z(&c->a, type));
    if (c->session_id.len)
        MHD_add_response_header(r, "Mcp-Session-Id", str_z(&c->a, c->session_id));
    if (origin.len && http_origin_allowed(c, origin)) {
        MHD_add_response_header(r, "Access-Control-Allow-Origin", str_z(&c->a, origin));
        MHD_add_response_header(r, "Access-Control-Expose-Headers", "Mcp-Session-Id");
        MHD_add_response_header(r, "Vary", "Origin");
    }
    if (status == MHD_HTTP_UNAUTHORIZED)
        MHD_add_response_header(r, "WWW-Authenticate", "Bearer");
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(r, "Allow", "GET, POST, DELETE, OPTIONS");
    if (status == MHD_HTTP_NO_CONTENT && str_eq(type, (Str){0}) && origin.len) {
        MHD_add_response_header(r, "Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
        MHD_add_response_header(r, "Access-Control-Allow-Headers",
                                "Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Session-Id, MCP-Protocol-Version, "
                                "Mcp-Method, Mcp-Name");
    }
    enum MHD_Result ok = MHD_queue_response(c->mhd, status, r);
    MHD_destroy_response(r);
    return ok;
}

static enum MHD_Result refuse_with(HttpConn *c, unsigned status, int code, Str text, Str data)
{
    Buf b = {.a = &c->a};
    mcp_error_reply(&b, c->id.len ? c->id : S("null"), code, text, data);
    return answer(c, status, S("application/json"), buf_done(&b));
}

static enum MHD_Result refuse(HttpConn *c, unsigned status, int code, Str text)
{
    return refuse_with(c, status, code, text, (Str){0});
}

/* The status of an answer in the era without sessions; before it was 200 for every one. */
static unsigned status_of(int error)
{
    switch (error) {
    case RPC_METHOD:
        return MHD_HTTP_NOT_FOUND;
    case RPC_PARSE:
    case RPC_INVALID:
    case RPC_PARAMS:
    case RPC_HEADERS:
    case RPC_VERSION:
        return MHD_HTTP_BAD_REQUEST;
    default:
        return MHD_HTTP_OK;
    }
}

/* The next event after the one that was sent last. */
static HttpEvent *next_event(HttpConn *c)
{
    HttpEvent *e = c->event ? c->event : c->stream->first;
    while (e && e->seq <= c->seq)
        e = e->next;
    return e;
}

void http_wake(HttpConn *c, bool keep_alive)
{
    c->keep_alive |= keep_alive;
    if (!c->waiting)
        return;
    c->waiting = false;
    MHD_resume_connection(c->mhd);
}

static ssize_t read_events(void *cls, uint64_t pos, char *buf, size_t max)
{
    HttpConn *c = cls;
    ssize_t n = 0;
    (void)pos;
    pthread_mutex_lock(&http.lock);
    HttpEvent *e = next_event(c);
    if (e) {
        Str rest = str_head(str_from(e->text, c->sent), (iz)(max > PTRDIFF_MAX ? PTRDIFF_MAX : max));
        memcpy(buf, rest.s, (size_t)rest.len);
        n = rest.len;
        c->sent += n;
        if (c->sent == e->text.len) {
            c->event = e;
            c->seq = e->seq;
            c->sent = 0;
        }
    } else if (c->stream->done || http.stopping || c->stream->conn != c) {
        n = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (c->keep_alive && max >= 3) {
        memcpy(buf, ":\n\n", 3);
        n = 3;
        c->keep_alive = false;
    } else {
        c->waiting = true;
        MHD_suspend_connection(c->mhd);
    }
    pthread_mutex_unlock(&http.lock);
    return n;
}

/* Makes this connection the one that takes the stream's events; an older one ends. */
static void attach(HttpConn *c)
{
    pthread_mutex_lock(&http.lock);
    HttpConn *before = c->stream->conn, *k = http.conns;
    while (k && k != c)
        k = k->next;
    if (!k) {
        c->next = http.conns;
        http.conns = c;
    }
    c->stream->conn = c;
    if (before && before != c)
        http_wake(before, false);
    pthread_mutex_unlock(&http.lock);
}

static enum MHD_Result answer_events(HttpConn *c)
{
    enum { BLOCK = 32 << 10 };
    c->events = true;
    attach(c);
    struct MHD_Response *r = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read_events, c, 0);
    if (!r)
        return MHD_NO;
    Str origin = http_header(c, "Origin");
    MHD_add_response_header(r, "Content-Type", "text/event-stream");
    MHD_add_response_header(r, "Cache-Control", "no-cache, no-transform");
    MHD_add_response_header(r, "X-Accel-Buffering", "no");
    if (c->session_id.len)
        MHD_add_response_header(r, "Mcp-Session-Id", str_z(&c->a, c->session_id));
    if (origin.len) {
        MHD_add_response_header(r, "Access-Control-Allow-Origin", str_z(&c->a, origin));
        MHD_add_response_header(r, "Access-Control-Expose-Headers", "Mcp-Session-Id");
    }
    enum MHD_Result ok = MHD_queue_response(c->mhd, MHD_HTTP_OK, r);
    MHD_destroy_response(r);
    return ok;
}

/* One JSON text, as soon as it is there; until then the connection sleeps and MHD calls again. */
static enum MHD_Result answer_json(HttpConn *c)
{
    Str text = {0};
    attach(c);
    pthread_mutex_lock(&http.lock);
    bool done = c->stream->done || http.stopping;
    for (HttpEvent *e = c->stream->first; e; e = e->next)
        if (e->reply)
            text = e->json;
    if (!done) {
        c->waiting = true;
        MHD_suspend_connection(c->mhd);
    }
    pthread_mutex_unlock(&http.lock);
    if (!done)
        return MHD_YES;
    unsigned status = c->alone ? status_of(c->stream->error) : MHD_HTTP_OK;
    return text.len ? answer(c, status, S("application/json"), text) : answer(c, MHD_HTTP_ACCEPTED, (Str){0}, (Str){0});
}

/* --- the methods --- */

/* Whether the header names a revision without sessions. */
static bool newer(HttpConn *c)
{
    return mcp_revision(http_header(c, "MCP-Protocol-Version")) >= REV_STATELESS;
}

/* The session that the header names. Null: *result is the answer. */
static HttpSession *session_of(HttpConn *c, enum MHD_Result *result)
{
    Str id = http_header(c, "Mcp-Session-Id"), version = http_header(c, "MCP-Protocol-Version");
    if (version.s && mcp_revision(version) == REV_NONE) {
        *result = refuse_with(c, MHD_HTTP_BAD_REQUEST, RPC_VERSION, S("unknown MCP-Protocol-Version"), mcp_version_data(&c->a, version));
        return 0;
    }
    HttpSession *s = id.len ? http_session_find(id) : 0;
    if (!s)
        *result = refuse(c, id.len ? MHD_HTTP_NOT_FOUND : MHD_HTTP_BAD_REQUEST, RPC_INVALID,
                         id.len ? S("no such session; initialise a new one") : S("the header Mcp-Session-Id is missing"));
    return s;
}

/* Whether all that came is the reply, so that it can be plain JSON. */
static bool only_reply(const HttpStream *st)
{
    pthread_mutex_lock(&http.lock);
    bool only = st->done && (!st->first || (st->first == st->last && st->first->reply));
    pthread_mutex_unlock(&http.lock);
    return only;
}

/* A message of the era without sessions. */
static enum MHD_Result post_alone(HttpConn *c, McpMessage *m, bool json, bool events)
{
    const cJSON *method = mcp_get(m->root, "method"), *id = mcp_get(m->root, "id");
    const char *differ = 0;
    enum MHD_Result result;
    c->id = mcp_id(&c->a, id);
    if (m->batch || !cJSON_IsString(method) || (id && !c->id.len))
        result = refuse(c, MHD_HTTP_BAD_REQUEST, RPC_INVALID, S("neither a request nor a notification"));
    else if (!id) /* none means anything here: who wants to cancel closes the connection */
        result = answer(c, MHD_HTTP_ACCEPTED, (Str){0}, (Str){0});
    else if (!m->stateless)
        result = refuse(c, MHD_HTTP_BAD_REQUEST, RPC_PARAMS, S("_meta: io.modelcontextprotocol/protocolVersion is missing"));
    else if ((differ = http_headers_differ(c, m->root)))
        result = refuse(c, MHD_HTTP_BAD_REQUEST, RPC_HEADERS, str_c(differ));
    else if (str_eq(mcp_text(method), S("subscriptions/listen")) && !events)
        result = refuse(c, MHD_HTTP_NOT_ACCEPTABLE, RPC_INVALID, S("Accept has no text/event-stream"));
    else
        c->alone = true;
    if (!c->alone) {
        mcp_message_free(m);
        return result;
    }
    c->stream = http_stream_new(&http.alone, false, false);
    mcp_receive(&http.alone.mcp, m, &c->stream->sink, false);
    return !events || (json && only_reply(c->stream)) ? answer_json(c) : answer_events(c);
}

static enum MHD_Result post(HttpConn *c)
{
    enum MHD_Result result = MHD_NO;
    Str accept = http_header(c, "Accept");
    bool json = !accept.s || http_has_type(accept, S("application/json"), S("application/*"));
    bool events = accept.s && http_has_type(accept, S("text/event-stream"), S("text/*")) && !str_eq(str_trim(accept), S("*/*"));
    if (!http_has_type(http_header(c, "Content-Type"), S("application/json"), S("application/json")))
        return refuse(c, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, RPC_INVALID, S("Content-Type is not application/json"));
    if (!json && !events)
        return refuse(c, MHD_HTTP_NOT_ACCEPTABLE, RPC_INVALID, S("Accept has neither application/json nor text/event-stream"));
    McpMessage m = mcp_message(buf_done(&c->body));
    if (!m.root) {
        mcp_message_free(&m);
        return refuse(c, MHD_HTTP_BAD_REQUEST, RPC_PARSE, m.problem);
    }
    if ((m.stateless && !m.batch) || newer(c))
        return post_alone(c, &m, json, events);
    bool fresh = m.initialize && !m.batch && !http_header(c, "Mcp-Session-Id").s;
    HttpSession *s = fresh ? http_session_new() : session_of(c, &result);
    if (!s) {
        mcp_message_free(&m);
        return fresh ? refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, RPC_BUSY, S("too many sessions")) : result;
    }
    int requests = m.requests;
    c->stream = http_stream_new(s, events, false);
    mcp_receive(&s->mcp, &m, &c->stream->sink, false);
    pthread_mutex_lock(&s->mcp.lock);
    McpRevision rev = s->mcp.client.revision;
    pthread_mutex_unlock(&s->mcp.lock);
    if (fresh && rev == REV_NONE)
        http_session_end(s);
    else if (fresh)
        c->session_id = str_dup(&c->a, s->id);
    if (!requests) {
        pthread_mutex_lock(&http.lock);
        c->stream->done = true;
        pthread_mutex_unlock(&http.lock);
        HttpEvent *e = c->stream->first;
        return e ? answer(c, MHD_HTTP_BAD_REQUEST, S("application/json"), e->json) : answer(c, MHD_HTTP_ACCEPTED, (Str){0}, (Str){0});
    }
    if (!events || (json && only_reply(c->stream)))
        return answer_json(c);
    if (rev >= REV_2025_11_25)
        http_stream_prime(c->stream);
    return answer_events(c);
}

static enum MHD_Result get(HttpConn *c)
{
    enum MHD_Result result = MHD_NO;
    Str last = http_header(c, "Last-Event-ID");
    if (!http_has_type(http_header(c, "Accept"), S("text/event-stream"), S("text/*")))
        return refuse(c, MHD_HTTP_NOT_ACCEPTABLE, RPC_INVALID, S("Accept has no text/event-stream"));
    HttpSession *s = session_of(c, &result);
    if (!s)
        return result;
    if (last.len) {
        c->stream = http_stream_find(s, last, &c->seq);
        return c->stream ? answer_events(c) : refuse(c, MHD_HTTP_BAD_REQUEST, RPC_INVALID, S("the event of Last-Event-ID is not known any more"));
    }
    c->stream = http_stream_new(s, true, true);
    return answer_events(c);
}

static enum MHD_Result handle(HttpConn *c, Str url, Str method)
{
    enum MHD_Result result = MHD_NO;
    Str origin = http_header(c, "Origin");
    if (!http_host_allowed(c, http_header(c, "Host")))
        return refuse(c, MHD_HTTP_FORBIDDEN, RPC_INVALID, S("this Host is not allowed (--allow-host)"));
    if (origin.s && !http_origin_allowed(c, origin))
        return refuse(c, MHD_HTTP_FORBIDDEN, RPC_INVALID, S("this Origin is not allowed (--allow-host)"));
    if (!str_eq(url, S("/mcp")))
        return refuse(c, MHD_HTTP_NOT_FOUND, RPC_INVALID, S("the path is /mcp"));
    if (str_eq(method, S("OPTIONS")))
        return answer(c, MHD_HTTP_NO_CONTENT, (Str){0}, (Str){0});
    if (!http_authorised(c))
        return refuse(c, MHD_HTTP_UNAUTHORIZED, RPC_INVALID, S("a bearer token is needed"));
    if (c->too_large)
        return refuse(c, MHD_HTTP_CONTENT_TOO_LARGE, RPC_INVALID, S("message too large"));
    if (str_eq(method, S("POST")))
        return post(c);
    if (str_eq(method, S("GET")) && !newer(c))
        return get(c);
    if (!str_eq(method, S("DELETE")) || newer(c))
        return refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED, RPC_INVALID, newer(c) ? S("POST") : S("GET, POST or DELETE"));
    HttpSession *s = session_of(c, &result);
    if (!s)
        return result;
    http_session_end(s);
    return answer(c, MHD_HTTP_NO_CONTENT, (Str){0}, (Str){0});
}

/* --- libmicrohttpd --- */

static enum MHD_Result on_request(void *cls, struct MHD_Connection *mhd, const char *url, const char *method, const char *version, const char *data,
                                  size_t *size, void **state)
{
    (void)cls;
    (void)version;
    HttpConn *c = *state;
    if (!c) {
        Arena a = {0};
        i64 length = 0;
        c = new(&a, HttpConn, 1);
        c->a = a;
        c->mhd = mhd;
        c->body.a = &c->a;
        *state = c;
        if (!str_i64(http_header(c, "Content-Length"), &length) || length <= MCP_MESSAGE_MAX)
            return MHD_YES;
        c->too_large = c->started = true;
        return handle(c, str_c(url), str_c(method));
    }
    if (*size) {
        if (c->body.n + (iz)*size > MCP_MESSAGE_MAX)
            c->too_large = true;
        if (!c->too_large)
            buf_str(&c->body, (Str){(const u8 *)data, (iz)*size});
        *size = 0;
        return MHD_YES;
    }
    if (c->started)
        return c->stream ? answer_json(c) : MHD_NO; /* woken up */
    c->started = true;
    return handle(c, str_c(url), str_c(method));
}

static void on_end(void *cls, struct MHD_Connection *mhd, void **state, enum MHD_RequestTerminationCode why)
{
    (void)cls;
    (void)mhd;
    (void)why;
    HttpConn *c = *state;
    if (!c)
        return;
    if (c->stream) {
        pthread_mutex_lock(&http.lock);
        if (c->stream->conn == c)
            c->stream->conn = 0;
        c->waiting = false;
        HttpConn **p = &http.conns;
        while (*p && *p != c)
            p = &(*p)->next;
        if (*p)
            *p = c->next;
        bool done = c->stream->done;
        pthread_mutex_unlock(&http.lock);
        if (c->alone && !done) /* nobody can ask for the answer any more */
            mcp_session_gone(&http.alone.mcp, &c->stream->sink);
        http_stream_drop(c->stream);
    }
    Arena a = c->a;
    arena_free(&a);
    *state = 0;
}

/* --- the process --- */

/* A socket that listens. -1: *why. */
static int listener(App *app, const McpHttp *h, i64 *port, Str *why)
{
    struct addrinfo want = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *list = 0;
    struct sockaddr_storage own;
    socklen_t len = sizeof own;
    Buf b = {.a = app->a};
    int fd = -1, one = 1;
    buf_int(&b, h->port);
    int e = getaddrinfo(str_z(app->a, h->bind), str_z(app->a, buf_done(&b)), &want, &list);
    if (e) {
        *why = str_c(gai_strerror(e));
        return -1;
    }
    for (struct addrinfo *i = list; i && fd < 0; i = i->ai_next) {
        fd = socket(i->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0)
            continue;
        (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
        if (bind(fd, i->ai_addr, i->ai_addrlen) || listen(fd, 128)) {
            e = errno;
            close(fd);
            errno = e;
            fd = -1;
        }
    }
    *why = str_c(strerror(errno));
    freeaddrinfo(list);
    if (fd >= 0 && getsockname(fd, (struct sockaddr *)&own, &len) == 0)
        *port = own.ss_family == AF_INET6 ? ntohs(((struct sockaddr_in6 *)&own)->sin6_port) : ntohs(((struct sockaddr_in *)&own)->sin_port);
    return fd;
}

/* Whether the client has closed its connection. */
static bool hung_up(HttpConn *c)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(c->mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
    char byte;
    return info && recv(info->connect_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* A request of the era without sessions is cancelled by closing its connection; libmicrohttpd does not look at connections that wait. Returns
 * whether there are some. */
static bool look_after_waiting(bool keep_alive)
{
    HttpStream *gone[HTTP_CONNECTIONS];
    int n = 0;
    bool some = false;
    pthread_mutex_lock(&http.lock);
    for (HttpConn *c = http.conns; c; c = c->next) {
        if (!c->alone || !c->waiting)
            continue;
        some = true;
        if (n < COUNTOF(gone) && hung_up(c)) {
            gone[n++] = c->stream;
            c->stream->users++;
            c->stream->done = true;
            http_wake(c, false);
        } else if (keep_alive && c->events) {
            http_wake(c, true);
        }
    }
    pthread_mutex_unlock(&http.lock);
    while (n--) {
        mcp_session_gone(&http.alone.mcp, &gone[n]->sink);
        http_stream_drop(gone[n]);
    }
    return some;
}

static void serve(int stop)
{
    enum { OFTEN = 100, SELDOM = 1000 }; /* ms */
    i64 alive = mcp_now();
    bool some = false;
    for (;;) {
        struct pollfd p = {.fd = stop, .events = POLLIN};
        if (poll(&p, 1, some ? OFTEN : SELDOM) < 0 && errno != EINTR)
            return;
        if (p.revents)
            return;
        bool due = mcp_now() - alive >= HTTP_KEEP_ALIVE;
        if (due)
            alive = mcp_now();
        http_tend(due);
        some = look_after_waiting(due);
    }
}

static void end_all(void)
{
    HttpSession *s;
    pthread_mutex_lock(&http.lock);
    http.stopping = true;
    pthread_mutex_unlock(&http.lock);
    do {
        pthread_mutex_lock(&http.lock);
        s = http.sessions;
        while (s && s->dead)
            s = s->next;
        pthread_mutex_unlock(&http.lock);
        if (s)
            http_session_end(s);
    } while (s);
    mcp_session_close(&http.alone.mcp);
}

/* Whether every answer that is there has been sent. */
static bool all_sent(void)
{
    pthread_mutex_lock(&http.lock);
    bool none = !http.conns;
    pthread_mutex_unlock(&http.lock);
    return none;
}

int mcp_http(McpServer *server, App *app, const McpHttp *h)
{
    enum { LEAVE = 20, STEP_MS = 100 }; /* how long jobs may take to notice that they are stopped */
    Str why = {0};
    i64 port = h->port;
    if (!late_mhd(&why))
        return app_fail(app, S("Cannot load libmicrohttpd"), why);
    http.config = h;
    http.server = server;
    http_alone_init();
    int fd = listener(app, h, &port, &why);
    if (fd < 0)
        return app_fail(app, str_cat(app->a, S("Cannot listen on "), h->bind), why);
    int stop = mcp_signals();
    struct MHD_Daemon *d = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO | MHD_ALLOW_SUSPEND_RESUME, 0, 0, 0, on_request, 0,
                                            MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_NOTIFY_COMPLETED, on_end, 0, MHD_OPTION_CONNECTION_LIMIT,
                                            (unsigned)HTTP_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)HTTP_TIMEOUT, MHD_OPTION_END);
    if (!d || stop < 0) {
        close(fd);
        return app_fail(app, S("Cannot start the HTTP server"), (Str){0});
    }
    bool six = str_find_u8(h->bind, ':') >= 0;
    printf("Listening on %s%.*s%s:%lld/mcp\n", six ? "[" : "", (int)h->bind.len, (const char *)h->bind.s, six ? "]" : "", (long long)port);
    fflush(stdout);
    serve(stop);
    atomic_store(&server->stopping, true);
    end_all();
    bool idle = false;
    for (int i = 0; i < LEAVE && !idle; i++) {
        pthread_mutex_lock(&server->lock);
        idle = !server->running;
        pthread_mutex_unlock(&server->lock);
        if (!idle)
            poll(0, 0, STEP_MS);
    }
    if (!idle)
        _exit(EXIT_OK);
    for (int i = 0; i < LEAVE && !all_sent(); i++)
        poll(0, 0, STEP_MS / 10);
    MHD_stop_daemon(d);
    http_tend(false);
    return EXIT_OK;
}

#endif
