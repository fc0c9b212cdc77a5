/* mcp_stdio.c: the MCP server over standard input and output: one message a line. Nothing but messages is written to stdout.
 *
 * The main thread reads; replies are written by whoever has them, a line at a time. When the input ends, what is asked for is still answered;
 * when the output is gone, or at SIGINT or SIGTERM, everything stops. */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mcp.h"

enum { CHUNK = 64 << 10, LEAVE = 2000 /* ms for jobs to notice that they are stopped */ };

/* --- signals --- */

static int signal_pipe[2] = {-1, -1};

static void on_signal(int n)
{
    int e = errno;
    (void)n;
    (void)!write(signal_pipe[1], "", 1);
    errno = e;
}

int mcp_signals(void)
{
    struct sigaction act = {.sa_handler = on_signal};
    if (pipe(signal_pipe))
        return -1;
    sigemptyset(&act.sa_mask);
    sigaction(SIGINT, &act, 0);
    sigaction(SIGTERM, &act, 0);
    return signal_pipe[0];
}

/* --- writing --- */

typedef struct {
    McpSink sink;
    pthread_mutex_t lock;
    McpServer *server;
    int stop;          /* readable: give up */
    atomic_bool gone;  /* nobody reads what we write */
    bool failed;       /* it cannot be written */
} Out;

/* A pipe that poll calls writable takes PIPE_BUF bytes at once, so a write never blocks for ever: a signal ends the wait for a reader. */
static bool put(Out *o, Str s)
{
    while (s.len && !atomic_load(&o->gone)) {
        struct pollfd p[] = {{.fd = STDOUT_FILENO, .events = POLLOUT}, {.fd = o->stop, .events = POLLIN}};
        if (poll(p, 2, -1) < 0 && errno != EINTR)
            return false;
        if (p[0].revents & (POLLERR | POLLNVAL))
            return false;
        if (!(p[0].revents & POLLOUT)) {
            if (p[1].revents)
                return false;
            continue;
        }
        ssize_t n = write(STDOUT_FILENO, s.s, (size_t)(s.len < PIPE_BUF ? s.len : PIPE_BUF));
        if (n < 0 && errno != EINTR && errno != EAGAIN) {
            o->failed = errno != EPIPE;
            return false;
        }
        if (n > 0)
            s = str_from(s, n);
    }
    return s.len == 0;
}

static void out_send(McpSink *sink, McpKind kind, int error, Str text)
{
    Out *o = (Out *)sink;
    (void)error;
    if (kind == MCP_NO_REPLY)
        return;
    pthread_mutex_lock(&o->lock);
    if (!put(o, text) || !put(o, S("\n")))
        atomic_store(&o->gone, true);
    pthread_mutex_unlock(&o->lock);
}

static void out_user(McpSink *sink)
{
    (void)sink; /* lasts as long as the process */
}

/* --- reading --- */

typedef struct {
    Arena a;
    Buf line;
    bool skipping; /* the rest of a line that is too long */
} In;

static void line(McpSession *s, Out *o, In *in)
{
    Str text = str_trim(buf_done(&in->line));
    if (text.len) {
        McpMessage m = mcp_message(text);
        mcp_receive(s, &m, &o->sink, true);
    }
    if (in->line.cap > 4 * CHUNK) { /* one long message is no reason to keep its memory */
        arena_free(&in->a);
        in->line = (Buf){.a = &in->a};
    }
    in->line.n = 0;
}

static void bytes(McpSession *s, Out *o, In *in, Str chunk)
{
    while (chunk.len && !atomic_load(&o->gone)) {
        iz end = str_find_u8(chunk, '\n');
        Str part = end < 0 ? chunk : str_head(chunk, end);
        if (!in->skipping && in->line.n + part.len > MCP_MESSAGE_MAX) {
            mcp_send_error(&in->a, &o->sink, S("null"), RPC_INVALID, S("message too large"), (Str){0});
            in->skipping = true;
        }
        if (!in->skipping)
            buf_str(&in->line, part);
        if (end < 0)
            return;
        if (in->skipping)
            in->line.n = 0;
        in->skipping = false;
        line(s, o, in);
        chunk = str_from(chunk, end + 1);
    }
}

/* Reads until the input ends (true), or until everything is to stop. */
static bool serve(McpSession *s, Out *o, In *in)
{
    static u8 buf[CHUNK];
    while (!atomic_load(&o->gone)) {
        struct pollfd p[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = o->stop, .events = POLLIN}, {.fd = STDOUT_FILENO}};
        if (poll(p, 3, -1) < 0 && errno != EINTR)
            return false;
        if (p[1].revents || p[2].revents & (POLLERR | POLLNVAL))
            return false;
        if (!p[0].revents)
            continue;
        ssize_t n = read(STDIN_FILENO, buf, sizeof buf);
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (n <= 0) {
            if (n == 0 && in->line.n && !in->skipping)
                line(s, o, in);
            return true;
        }
        bytes(s, o, in, (Str){buf, n});
    }
    return false;
}

int mcp_stdio(McpServer *server)
{
    static McpSession session; /* threads that do not notice in time that they are stopped may still use these */
    static Out out;
    static In in;
    in.line.a = &in.a;
    out = (Out){.sink = {out_send, out_user, out_user, true}, .server = server, .stop = mcp_signals()};
    pthread_mutex_init(&out.lock, 0);
    mcp_session_init(&session, server);
    bool finish = serve(&session, &out, &in);
    if (finish)
        mcp_session_hang_up(&session);
    while (finish && !mcp_session_wait(&session, 200)) {
        struct pollfd p[] = {{.fd = out.stop, .events = POLLIN}, {.fd = STDOUT_FILENO}};
        finish = !atomic_load(&out.gone) && poll(p, 2, 0) <= 0;
    }
    atomic_store(&server->stopping, true);
    mcp_session_close(&session);
    if (!mcp_session_wait(&session, LEAVE))
        _exit(out.failed ? EXIT_USAGE : EXIT_OK);
    mcp_session_free(&session);
    arena_free(&in.a);
    return out.failed ? EXIT_USAGE : EXIT_OK;
}
