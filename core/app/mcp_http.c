/* mcp_http.c: the MCP server over Streamable HTTP: checks requests, gives their messages to the session, and answers with plain JSON or with a
 * stream of events. See mcp_http.h; libmicrohttpd does the HTTP. */
#include "mcp_http.h"

#if HAVE_HTTPD

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* One request. */
struct HttpConn {
    Arena a;
    struct MHD_Connection *mhd;
    Buf body;
    bool started, too_large;
    HttpStream *stream;    /* held; null: none */
    bool events;           /* answers with a stream of events, else with one JSON text */
    bool waiting;          /* suspended */
    bool keep_alive;       /* a sign of life is due */
    iz seq;                /* of the event that was sent last */
    HttpEvent *event;      /* that is being sent */
    iz sent;               /* bytes of it */
    Str session_id;        /* to tell the client; empty: not */
};

static const McpHttp *config;

/* --- looking at requests --- */

static Str header(HttpConn *c, const char *name)
{
    return str_c(MHD_lookup_connection_value(c->mhd, MHD_HEADER_KIND, name));
}

/* "host:port", "[::1]:80": without port and brackets. */
static Str host_only(Str s)
{
    if (s.len && s.s[0] == '[') {
        iz end = str_find_u8(s, ']');
        return end < 0 ? s : str_head(str_from(s, 1), end - 1);
    }
    iz colon = str_find_u8(s, ':');
    return colon < 0 ? s : str_head(s, colon);
}

static bool numeric(HttpConn *c, Str host)
{
    struct in6_addr addr;
    const char *z = str_z(&c->a, host);
    return inet_pton(AF_INET, z, &addr) == 1 || inet_pton(AF_INET6, z, &addr) == 1;
}

static bool any_address(Str bind)
{
    return str_eq(bind, S("0.0.0.0")) || str_eq(bind, S("::"));
}

/* A name in Host or Origin that a browser elsewhere cannot have been tricked into: this machine's own, the bind address, what the user allows.
 * When bound to all addresses any number will do: rebinding needs a name. */
static bool host_allowed(HttpConn *c, Str given)
{
    static const Str own[] = {S_INIT("localhost"), S_INIT("127.0.0.1"), S_INIT("::1")};
    Str host = host_only(given);
    for (iz i = 0; i < COUNTOF(own); i++)
        if (str_ieq(host, own[i]))
            return true;
    for (iz i = 0; i < config->hosts.n; i++)
        if (str_ieq(config->hosts.v[i], host) || str_ieq(config->hosts.v[i], given) || str_eq(config->hosts.v[i], S("*")))
            return true;
    return str_ieq(host, config->bind) || (any_address(config->bind) && numeric(c, host));
}

static bool origin_allowed(HttpConn *c, Str origin)
{
    iz scheme = str_find(origin, S("://"));
    return scheme > 0 && host_allowed(c, str_from(origin, scheme + 3));
}

/* Takes the same time wherever the first difference is. */
static bool token_ok(Str given)
{
    Str want = config->token;
    u8 diff = given.len != want.len;
    for (iz i = 0; i < want.len; i++)
        diff |= want.s[i] ^ (given.len ? given.s[i % given.len] : 0);
    return !diff;
}

static bool authorised(HttpConn *c)
{
    Str v = header(c, "Authorization");
    if (!config->token.len)
        return true;
    return v.len > 7 && str_ieq(str_head(v, 7), S("Bearer ")) && token_ok(str_trim(str_from(v, 7)));
}

/* Whether a list of media types has one of these, parameters aside. */
static bool has_type(Str list, Str type, Str group)
{
    Str one, name;
    while (str_cut(&list, ',', &one)) {
        if (!str_cut(&one, ';', &name))
            continue;
        name = str_trim(name);
        if (str_ieq(name, type) || str_ieq(name, group) || str_eq(name, S("*/*")))
            return true;
    }
    return false;
}

/* --- answering --- */

static enum MHD_Result answer(HttpConn *c, unsigned status, Str type, Str body)
{
    struct MHD_Response *r = MHD_create_response_from_buffer((size_t)body.len, (void *)(uintptr_t)body.s, MHD_RESPMEM_MUST_COPY);
    if (!r)
        return MHD_NO;
    Str origin = header(c, "Origin");
    if (type.len)
        MHD_add_response_header(r, "Content-Type", str_z(&c->a, type));
    if (c->session_id.len)
        MHD_add_response_header(r, "Mcp-Session-Id", str_z(&c->a, c->session_id));
    if (origin.len && origin_allowed(c, origin)) {
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
                                "Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Session-Id, MCP-Protocol-Version");
    }
    enum MHD_Result ok = MHD_queue_response(c->mhd, status, r);
    MHD_destroy_response(r);
    return ok;
}

static enum MHD_Result refuse(HttpConn *c, unsigned status, int code, Str text)
{
    Buf b = {.a = &c->a};
    mcp_error_reply(&b, S("null"), code, text);
    return answer(c, status, S("application/json"), buf_done(&b));
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
    HttpConn *before = c->stream->conn;
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
    Str origin = header(c, "Origin");
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
    return text.len ? answer(c, MHD_HTTP_OK, S("application/json"), text) : answer(c, MHD_HTTP_ACCEPTED, (Str){0}, (Str){0});
}

/* --- the methods --- */

/* The session that the header names. Null: *result is the answer. */
static HttpSession *session_of(HttpConn *c, enum MHD_Result *result)
{
    Str id = header(c, "Mcp-Session-Id"), version = header(c, "MCP-Protocol-Version");
    if (version.s && mcp_revision(version) == REV_NONE) {
        *result = refuse(c, MHD_HTTP_BAD_REQUEST, RPC_INVALID, S("unknown MCP-Protocol-Version"));
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

static enum MHD_Result post(HttpConn *c)
{
    enum MHD_Result result = MHD_NO;
    Str accept = header(c, "Accept");
    bool json = !accept.s || has_type(accept, S("application/json"), S("application/*"));
    bool events = accept.s && has_type(accept, S("text/event-stream"), S("text/*")) && !str_eq(str_trim(accept), S("*/*"));
    if (!has_type(header(c, "Content-Type"), S("application/json"), S("application/json")))
        return refuse(c, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, RPC_INVALID, S("Content-Type is not application/json"));
    if (!json && !events)
        return refuse(c, MHD_HTTP_NOT_ACCEPTABLE, RPC_INVALID, S("Accept has neither application/json nor text/event-stream"));
    McpMessage m = mcp_message(buf_done(&c->body));
    if (!m.root) {
        mcp_message_free(&m);
        return refuse(c, MHD_HTTP_BAD_REQUEST, RPC_PARSE, m.problem);
    }
    bool fresh = m.initialize && !m.batch && !header(c, "Mcp-Session-Id").s;
    HttpSession *s = fresh ? http_session_new() : session_of(c, &result);
    if (!s) {
        mcp_message_free(&m);
        return fresh ? refuse(c, MHD_HTTP_SERVICE_UNAVAILABLE, RPC_BUSY, S("too many sessions")) : result;
    }
    int requests = m.requests;
    c->stream = http_stream_new(s, events, false);
    mcp_receive(&s->mcp, &m, &c->stream->sink, false);
    pthread_mutex_lock(&s->mcp.lock);
    McpRevision rev = s->mcp.revision;
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
    Str last = header(c, "Last-Event-ID");
    if (!has_type(header(c, "Accept"), S("text/event-stream"), S("text/*")))
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
    Str origin = header(c, "Origin");
    if (!host_allowed(c, header(c, "Host")))
        return refuse(c, MHD_HTTP_FORBIDDEN, RPC_INVALID, S("this Host is not allowed (--allow-host)"));
    if (origin.s && !origin_allowed(c, origin))
        return refuse(c, MHD_HTTP_FORBIDDEN, RPC_INVALID, S("this Origin is not allowed (--allow-host)"));
    if (!str_eq(url, S("/mcp")))
        return refuse(c, MHD_HTTP_NOT_FOUND, RPC_INVALID, S("the path is /mcp"));
    if (str_eq(method, S("OPTIONS")))
        return answer(c, MHD_HTTP_NO_CONTENT, (Str){0}, (Str){0});
    if (!authorised(c))
        return refuse(c, MHD_HTTP_UNAUTHORIZED, RPC_INVALID, S("a bearer token is needed"));
    if (c->too_large)
        return refuse(c, MHD_HTTP_CONTENT_TOO_LARGE, RPC_INVALID, S("message too large"));
    if (str_eq(method, S("POST")))
        return post(c);
    if (str_eq(method, S("GET")))
        return get(c);
    if (!str_eq(method, S("DELETE")))
        return refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED, RPC_INVALID, S("GET, POST or DELETE"));
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
        if (!str_i64(header(c, "Content-Length"), &length) || length <= MCP_MESSAGE_MAX)
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
        pthread_mutex_unlock(&http.lock);
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

static void serve(int stop)
{
    i64 alive = mcp_now();
    for (;;) {
        struct pollfd p = {.fd = stop, .events = POLLIN};
        if (poll(&p, 1, 1000) < 0 && errno != EINTR)
            return;
        if (p.revents)
            return;
        bool due = mcp_now() - alive >= HTTP_KEEP_ALIVE;
        if (due)
            alive = mcp_now();
        http_tend(due);
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
}

int mcp_http(McpServer *server, App *app, const McpHttp *h)
{
    enum { LEAVE = 20, STEP_MS = 100 }; /* how long jobs may take to notice that they are stopped */
    Str why = {0};
    i64 port = h->port;
    config = h;
    http.server = server;
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
    MHD_stop_daemon(d);
    http_tend(false);
    return EXIT_OK;
}

#endif
