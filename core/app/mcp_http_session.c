/* mcp_http_session.c: sessions of the HTTP transport and the streams of events in them, kept for a while so that a client that lost its connection
 * can resume. See mcp_http.h. */
#include "mcp_http.h"

#if HAVE_HTTPD

#include <string.h>
#include <sys/random.h>

HttpState http = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* --- streams --- */

/* With the lock held. */
static void unuse(HttpStream *st)
{
    if (--st->users)
        return;
    st->session->holders--;
    Arena a = st->a;
    arena_free(&a);
}

static void add_event(HttpStream *st, Str json, bool reply)
{
    HttpEvent *e = new(&st->a, HttpEvent, 1);
    Buf b = {.a = &st->a};
    e->seq = ++st->seq;
    e->reply = reply;
    if (st->session != &http.alone) { /* there streams cannot be resumed */
        buf_str(&b, S("id: "));
        buf_int(&b, st->number);
        buf_u8(&b, '-');
        buf_int(&b, e->seq);
        buf_u8(&b, '\n');
    }
    buf_str(&b, S("data: "));
    iz at = b.n;
    buf_str(&b, json);
    buf_str(&b, S("\n\n"));
    e->text = buf_done(&b);
    e->json = str_head(str_from(e->text, at), json.len);
    if (st->last)
        st->last->next = e;
    else
        st->first = e;
    st->last = e;
    if (st->conn)
        http_wake(st->conn, false);
}

static void stream_send(McpSink *sink, McpKind kind, int error, Str text)
{
    HttpStream *st = (HttpStream *)sink;
    pthread_mutex_lock(&http.lock);
    if (!st->done) {
        bool reply = kind == MCP_REPLY || kind == MCP_NO_REPLY;
        st->error = error;
        st->done = reply; /* a message has one reply; a batch sends its own as one */
        if (text.len)
            add_event(st, text, reply);
        else if (st->conn)
            http_wake(st->conn, false);
    }
    pthread_mutex_unlock(&http.lock);
}

static void stream_hold(McpSink *sink)
{
    pthread_mutex_lock(&http.lock);
    ((HttpStream *)sink)->users++;
    pthread_mutex_unlock(&http.lock);
}

static void stream_drop(McpSink *sink)
{
    pthread_mutex_lock(&http.lock);
    unuse((HttpStream *)sink);
    pthread_mutex_unlock(&http.lock);
}

void http_stream_drop(HttpStream *st)
{
    stream_drop(&st->sink);
}

/* Of the streams that are done and that no connection takes, only the newest stay. */
static void forget(HttpSession *s)
{
    iz bytes = 0;
    int n = 0;
    for (HttpStream **p = &s->streams; *p;) {
        HttpStream *st = *p;
        bool old = (st->done || st->standalone) && !st->conn;
        n += old;
        bytes += st->a.total;
        if (old && (n > HTTP_STREAMS || bytes > HTTP_KEPT)) {
            *p = st->next;
            unuse(st);
        } else {
            p = &st->next;
        }
    }
}

void http_alone_init(void)
{
    mcp_session_init(&http.alone.mcp, http.server);
    http.alone.mcp.shared = true;
}

HttpStream *http_stream_new(HttpSession *s, bool two_way, bool standalone)
{
    Arena a = {0};
    HttpStream *st = new(&a, HttpStream, 1);
    st->a = a;
    st->sink = (McpSink){stream_send, stream_hold, stream_drop, two_way};
    st->session = s;
    st->standalone = standalone;
    st->users = s == &http.alone ? 1 : 2;
    pthread_mutex_lock(&http.lock);
    s->holders++;
    st->number = ++s->numbers;
    st->done = s->dead;
    if (s != &http.alone) {
        st->next = s->streams;
        s->streams = st;
        forget(s);
    }
    pthread_mutex_unlock(&http.lock);
    return st;
}

HttpStream *http_stream_find(HttpSession *s, Str event, iz *seq)
{
    Str number;
    i64 n = 0, at = 0;
    if (!str_cut(&event, '-', &number) || !str_i64(number, &n) || !str_i64(event, &at) || at < 0)
        return 0;
    pthread_mutex_lock(&http.lock);
    HttpStream *st = s->streams;
    while (st && st->number != n)
        st = st->next;
    if (st && at > st->seq)
        st = 0;
    if (st)
        st->users++;
    pthread_mutex_unlock(&http.lock);
    *seq = (iz)at;
    return st;
}

void http_stream_prime(HttpStream *st)
{
    pthread_mutex_lock(&http.lock);
    if (!st->first)
        add_event(st, (Str){0}, false);
    pthread_mutex_unlock(&http.lock);
}

/* --- sessions --- */

static bool random_id(Arena *a, Str *id)
{
    static const char hex[] = "0123456789abcdef";
    u8 raw[16];
    Buf b = {.a = a};
    if (getrandom(raw, sizeof raw, 0) != (ssize_t)sizeof raw)
        return false;
    for (iz i = 0; i < COUNTOF(raw); i++) {
        buf_u8(&b, (u8)hex[raw[i] >> 4]);
        buf_u8(&b, (u8)hex[raw[i] & 15]);
    }
    *id = buf_done(&b);
    return true;
}

/* Without the lock. */
static bool busy(HttpSession *s)
{
    return !mcp_session_idle(&s->mcp);
}

/* Ends the session that was unused for the longest time, if one is not in use at all. */
static void make_room(void)
{
    HttpSession *oldest = 0;
    int n = 0;
    pthread_mutex_lock(&http.lock);
    for (HttpSession *s = http.sessions; s; s = s->next) {
        bool taken = false;
        for (HttpStream *st = s->streams; st; st = st->next)
            taken |= st->conn || !(st->done || st->standalone);
        n += !s->dead;
        if (!s->dead && !taken && (!oldest || s->used < oldest->used))
            oldest = s;
    }
    pthread_mutex_unlock(&http.lock);
    if (n >= HTTP_SESSIONS && oldest)
        http_session_end(oldest); /* sessions are freed by http_tend, which runs in another thread only after a while: see `used` */
}

HttpSession *http_session_new(void)
{
    Arena a = {0};
    int n = 0;
    make_room();
    HttpSession *s = new(&a, HttpSession, 1);
    bool ok = random_id(&a, &s->id);
    s->a = a;
    s->used = mcp_now();
    pthread_mutex_lock(&http.lock);
    for (HttpSession *k = http.sessions; k; k = k->next)
        n += !k->dead;
    ok = ok && n < HTTP_SESSIONS && !http.stopping;
    if (ok) {
        mcp_session_init(&s->mcp, http.server);
        s->next = http.sessions;
        http.sessions = s;
    }
    pthread_mutex_unlock(&http.lock);
    if (!ok)
        arena_free(&a);
    return ok ? s : 0;
}

HttpSession *http_session_find(Str id)
{
    pthread_mutex_lock(&http.lock);
    HttpSession *s = http.sessions;
    while (s && (s->dead || !str_eq(s->id, id)))
        s = s->next;
    if (s)
        s->used = mcp_now();
    pthread_mutex_unlock(&http.lock);
    return s;
}

void http_session_end(HttpSession *s)
{
    mcp_session_close(&s->mcp);
    pthread_mutex_lock(&http.lock);
    if (!s->dead) {
        s->dead = true;
        s->used = mcp_now();
        while (s->streams) {
            HttpStream *st = s->streams;
            s->streams = st->next;
            st->done = true;
            if (st->conn)
                http_wake(st->conn, false);
            unuse(st);
        }
    }
    pthread_mutex_unlock(&http.lock);
}

void http_tend(bool keep_alive)
{
    enum { LINGER = 5000 }; /* ms that a dead session stays, so that nobody who has just found it loses it */
    i64 now = mcp_now();
    HttpSession *old = 0, *dead = 0;
    pthread_mutex_lock(&http.lock);
    for (HttpSession **p = &http.sessions; *p;) {
        HttpSession *s = *p;
        bool taken = false;
        for (HttpStream *st = s->streams; st; st = st->next) {
            taken |= st->conn != 0;
            if (keep_alive && st->conn)
                http_wake(st->conn, true);
        }
        if (taken)
            s->used = now;
        if (!s->dead && now - s->used > HTTP_IDLE)
            old = s;
        if (s->dead && !s->holders && (http.stopping || now - s->used > LINGER)) {
            *p = s->next;
            s->next = dead;
            dead = s;
        } else {
            p = &s->next;
        }
    }
    pthread_mutex_unlock(&http.lock);
    if (old && !busy(old))
        http_session_end(old);
    while (dead) {
        HttpSession *s = dead;
        dead = s->next;
        while (busy(s)) /* its last job is about to leave */
            ;
        mcp_session_free(&s->mcp);
        Arena a = s->a;
        arena_free(&a);
    }
}

#endif
