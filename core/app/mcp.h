/* mcp.h: the parts of the MCP server (Model Context Protocol): messages, sessions, jobs, tools, and what a transport has to provide.
 *
 * A transport reads messages and gives them to mcp_receive with a sink, the place where everything goes that belongs to this message:
 * replies, progress, log messages, and requests to the client. Requests that take time run as jobs in threads of their own, each with
 * an arena of its own; everything else is answered at once. A job ends with exactly one message of kind MCP_REPLY or, when the client has
 * cancelled it, with MCP_NO_REPLY.
 *
 * Threads: a session may be used from several threads; sinks are called from any. Nothing here writes to stdout.
 */
#ifndef CORE_APP_MCP_H
#define CORE_APP_MCP_H

#include <cjson/cJSON.h>
#include <pthread.h>
#include <stdatomic.h>

#include "core/app/app.h"
#include "core/base/json.h"

enum {
    MCP_MESSAGE_MAX = 8 << 20, /* bytes of one message */
    MCP_DEPTH = 64,            /* nesting of one message */
    MCP_VALUES = 200000,       /* values in one message */
    MCP_BATCH = 100,           /* messages in one batch */
    MCP_RUNNING = 32,          /* jobs that run at once, in all sessions */
    MCP_QUEUED = 256,          /* jobs that wait */
    MCP_ROOTS = 256,           /* roots of one client */
    MCP_PAGE = 50,             /* entries of one page of a list */
};

#define MCP_JOB_BYTES ((iz)4 << 30) /* memory of one job, without the facts of its files */

/* JSON-RPC error codes. */
enum {
    RPC_PARSE = -32700, RPC_INVALID = -32600, RPC_METHOD = -32601, RPC_PARAMS = -32602, RPC_INTERNAL = -32603, RPC_BUSY = -32000,
    RPC_NO_RESOURCE = -32002,
};

/* Revisions of the protocol, oldest first; see mcp_revisions. */
typedef enum { REV_NONE = -1, REV_2024_11_05, REV_2025_03_26, REV_2025_06_18, REV_2025_11_25, REV_COUNT } McpRevision;
extern const Str mcp_revisions[REV_COUNT];
McpRevision mcp_revision(Str name); /* REV_NONE: not known */

/* --- transports --- */

typedef enum {
    MCP_REPLY,    /* the response to the message (one for each request in it) */
    MCP_NO_REPLY, /* there will be none: the client cancelled; no text */
    MCP_REQUEST,  /* a request to the client */
    MCP_NOTE,     /* a notification */
} McpKind;

typedef struct McpSink McpSink;
struct McpSink {
    void (*send)(McpSink *s, McpKind kind, Str text); /* text is one line of JSON without line end, valid during the call */
    void (*hold)(McpSink *s);  /* one user more */
    void (*drop)(McpSink *s);  /* one user less; the last one frees it */
    bool two_way;              /* requests can be sent to the client */
};

/* --- the process --- */

typedef struct McpJob McpJob;

typedef struct {
    const Table *table;
    pthread_mutex_t lock;
    pthread_cond_t change;     /* a job has ended, or stopping */
    McpJob *first, *last;      /* waiting */
    int running, waiting;
    atomic_bool stopping;
} McpServer;

void mcp_server_init(McpServer *s, const Table *table);

/* --- sessions --- */

typedef enum { LOG_DEBUG, LOG_INFO, LOG_NOTICE, LOG_WARNING, LOG_ERROR, LOG_CRITICAL, LOG_ALERT, LOG_EMERGENCY, LOG_COUNT } McpLevel;

typedef struct McpAsk McpAsk;

typedef struct {
    McpServer *server;
    pthread_mutex_t lock;      /* guards all that follows */
    pthread_cond_t change;     /* an answer has come, a job was cancelled or has ended, the session is closed */
    McpRevision revision;      /* REV_NONE: not initialised */
    bool can_elicit, can_roots;
    bool roots_known, roots_given;
    i64 roots_version;         /* counts notifications/roots/list_changed */
    Arena roots_memory;
    StrVec roots;              /* canonical paths */
    McpLevel level;            /* log messages below it are not sent */
    McpJob *jobs;              /* waiting and running */
    McpAsk *asks;              /* requests to the client without an answer */
    i64 next_ask;
    Arena kept;
    Str explanation;           /* of the policy generated last: JSON, in `kept` */
    bool hung_up;              /* no answers will come */
    bool closed;
} McpSession;

void mcp_session_init(McpSession *s, McpServer *server);

/* Cancels all jobs and makes waiting ones give up. */
void mcp_session_close(McpSession *s);

/* No answers will come any more: jobs that wait for one give up. */
void mcp_session_hang_up(McpSession *s);

/* Whether no job of the session is left. */
bool mcp_session_idle(McpSession *s);

/* Waits until no job is left, at most so many milliseconds (-1: for ever). False: there still is one. */
bool mcp_session_wait(McpSession *s, int ms);

/* Frees what the session holds; it is idle and nobody uses it any more. */
void mcp_session_free(McpSession *s);

/* --- messages --- */

typedef struct {
    cJSON *root;               /* null: not JSON; problem says why */
    Str problem;
    bool initialize;           /* it is (or holds) an initialize request */
    int requests;              /* how many requests it holds */
    bool batch;
} McpMessage;

/* Reads a message strictly. mcp_receive or mcp_message_free must follow. */
McpMessage mcp_message(Str text);
void mcp_message_free(McpMessage *m);

/* Handles a message and frees it. All that it leads to goes to the sink, now or later, from this or another thread; m->requests replies (or
 * MCP_NO_REPLY) come, one when the message is a batch or no JSON. wait: when too many jobs wait, wait for a place instead of refusing. */
void mcp_receive(McpSession *s, McpMessage *m, McpSink *sink, bool wait);

/* An error response; id is JSON text ("null" when it is not known). */
void mcp_error_reply(Buf *out, Str id, int code, Str text);

/* --- jobs --- */

struct McpJob {
    McpSession *session;
    McpSink *sink;
    Arena a;                   /* everything of the job, itself too */
    jmp_buf oom;
    cJSON *message;
    Str id, token;             /* JSON texts; token is empty unless progress is wanted */
    atomic_bool cancelled;
    atomic_bool answered;      /* its id may be used again */
    McpJob *next;              /* in the session */
    McpJob *queued;            /* in the server */
    iz progress;               /* what was told last */
    i64 told;                  /* when, in ms; 0: never */
    Inputs *inputs;            /* to be freed at the end, however it comes; null: none */
};

/* Gives the job to a thread. False: too many wait already (and `wait` is false), or the server is stopping. */
bool mcp_job_start(McpJob *j, bool wait);

bool mcp_job_cancelled(McpJob *j);

/* notifications/progress, if the client wants it: at most ten a second, unless `now`. */
void mcp_job_progress(McpJob *j, iz done, iz all, Str what, bool now);

/* notifications/message, if the level is wanted. */
void mcp_job_log(McpJob *j, McpLevel level, Str text);

typedef enum { ASK_OK, ASK_ERROR, ASK_LATE, ASK_CANNOT, ASK_CANCELLED } McpAsked;

/* Asks the client and waits for its answer. params: JSON text, or empty. ASK_OK: *result is the answer's `result`, to be deleted by the caller.
 * ASK_ERROR: an error came; ASK_CANNOT: there is no way to ask. *why: in words. */
McpAsked mcp_job_ask(McpJob *j, Str method, Str params, int seconds, cJSON **result, Str *why);

/* Runs in the job's thread: handles tools/call. */
void mcp_tool_call(McpJob *j);

/* --- answers, for methods that are answered at once and for jobs --- */

typedef struct {
    McpSession *session;
    Arena *a;
    McpRevision revision;
    const cJSON *params;       /* object or null */
    Json j;                    /* the result object is open: members are written here */
    Buf out;
    int error;                 /* set: an error response with this code instead */
    Str error_text;
} McpAnswer;

/* Refuses the request. Always returns false. */
bool mcp_refuse(McpAnswer *r, int code, Str text);

/* The list and look-up methods. False: refused. */
bool mcp_tools_list(McpAnswer *r);
bool mcp_resources_list(McpAnswer *r);
bool mcp_templates_list(McpAnswer *r);
bool mcp_resources_read(McpAnswer *r);
bool mcp_prompts_list(McpAnswer *r);
bool mcp_prompts_get(McpAnswer *r);

/* First entry of the page that params.cursor asks for; -1: refused. mcp_page_end writes nextCursor when entries are left. */
iz mcp_page(McpAnswer *r, iz count);
void mcp_page_end(McpAnswer *r, iz first, iz count);

/* --- JSON --- */

/* What is wrong with a text as JSON (RFC 8259, UTF-8, no U+0000, limits above); null: nothing. */
const char *mcp_json_problem(Str text);

const cJSON *mcp_get(const cJSON *object, const char *key); /* null also when object is null */
Str mcp_text(const cJSON *v);                               /* empty unless it is a text */

/* A request id or progress token as JSON text; empty when it is neither text nor whole number. */
Str mcp_id(Arena *a, const cJSON *v);

/* --- paths --- */

/* Learns the client's roots, if it has any and they are not known. False: *why. */
bool mcp_roots(McpJob *j, Str *why);

/* A path as a tool's argument gives it (absolute, file:// URI, or relative to a root or the current folder) as the program reads it. False:
 * *why says what is wrong. */
bool mcp_path(McpJob *j, Str given, Str *path, Str *why);

/* Whether a path lies inside the roots, when there are any. */
bool mcp_path_allowed(McpJob *j, Str path);

/* --- transports --- */

int mcp_stdio(McpServer *s);

typedef struct {
    Str bind;
    i64 port;
    StrVec hosts;              /* --allow-host */
    Str token;                 /* empty: none */
} McpHttp;

int mcp_http(McpServer *s, App *app, const McpHttp *h);

/* Descriptor that becomes readable when SIGINT or SIGTERM arrives. -1: cannot. */
int mcp_signals(void);

i64 mcp_now(void); /* milliseconds of a clock that only goes forward */

#endif
