/* mcp.h: the parts of the MCP server (Model Context Protocol): messages, sessions, jobs, tools, and what a transport has to provide.
 *
 * A transport reads messages and gives them to mcp_receive with a sink, the place where everything goes that belongs to this message:
 * replies, progress, log messages, and requests to the client. Requests that take time run as jobs in threads of their own, each with
 * an arena of its own; everything else is answered at once. A job ends with exactly one message of kind MCP_REPLY or, when the client has
 * cancelled it, with MCP_NO_REPLY.
 *
 * Two eras of the protocol are spoken side by side. Up to 2025-11-25 a client initialises a session and the server may send it requests. Since
 * 2026-07-28 every request stands alone: it says itself who asks and what the client can do, and when the server has to ask back, the reply
 * says so and the client sends the request again with the answers. A request that names its revision in `_meta` is of the new era.
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
    MCP_PAGE = 50,             /* entries of one page of a list, unless --page-size says otherwise */
    MCP_LISTENERS = 256,       /* subscriptions/listen at once in a session */
};

#define MCP_JOB_BYTES ((iz)4 << 30) /* memory of one job, without the facts of its files */

/* JSON-RPC error codes. */
enum {
    RPC_PARSE = -32700, RPC_INVALID = -32600, RPC_METHOD = -32601, RPC_PARAMS = -32602, RPC_INTERNAL = -32603, RPC_BUSY = -32000,
    RPC_NO_RESOURCE = -32002, /* up to 2025-11-25 */
    RPC_HEADERS = -32020,     /* since 2026-07-28: HTTP headers say something else than the message */
    RPC_VERSION = -32022,     /* since 2026-07-28: no such revision */
};

/* Revisions of the protocol, oldest first; see mcp_revisions. */
typedef enum {
    REV_NONE = -1, REV_2024_11_05, REV_2025_03_26, REV_2025_06_18, REV_2025_11_25, REV_2026_07_28, REV_COUNT,
    REV_STATELESS = REV_2026_07_28, /* from here on there is no initialize */
} McpRevision;
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
    /* text is one line of JSON without line end, valid during the call; error: the code in it when it is an error response, else 0 */
    void (*send)(McpSink *s, McpKind kind, int error, Str text);
    void (*hold)(McpSink *s);  /* one user more */
    void (*drop)(McpSink *s);  /* one user less; the last one frees it */
    bool two_way;              /* requests can be sent to the client */
};

/* --- the process --- */

typedef struct McpJob McpJob;

enum { MCP_KEY = 32 };

typedef struct McpKept McpKept;

typedef struct {
    const Table *table;
    iz page;                   /* entries of one page of a list */
    u8 key[MCP_KEY];           /* random: shows that a text was ours */
    McpKept *kept;             /* explanations, newest first; see mcp_kept.c */
    pthread_mutex_t kept_lock;
    pthread_mutex_t lock;
    pthread_cond_t change;     /* a job has ended, or stopping */
    McpJob *first, *last;      /* waiting */
    int running, waiting;
    atomic_bool stopping;
} McpServer;

/* False: the system gives no random numbers. */
bool mcp_server_init(McpServer *s, const Table *table);

/* Texts that are kept for later requests, named by their content. mcp_keep returns the name; mcp_kept yields a copy, empty: not (any more). */
Str mcp_keep(McpServer *s, Arena *a, Str text);
Str mcp_kept(McpServer *s, Arena *a, Str name);

/* --- sessions --- */

typedef enum { LOG_DEBUG, LOG_INFO, LOG_NOTICE, LOG_WARNING, LOG_ERROR, LOG_CRITICAL, LOG_ALERT, LOG_EMERGENCY, LOG_COUNT } McpLevel;

/* What is known of the client: of a session what initialize says, of a request of the new era what it says itself. */
typedef struct {
    McpRevision revision;      /* REV_NONE: not initialised */
    bool can_elicit, can_roots;
    McpLevel level;            /* log messages below it are not sent; LOG_COUNT: none are */
} McpClient;

typedef struct McpAsk McpAsk;
typedef struct McpListener McpListener;

typedef struct {
    McpServer *server;
    pthread_mutex_t lock;      /* guards all that follows */
    pthread_cond_t change;     /* an answer has come, a job was cancelled or has ended, the session is closed */
    McpClient client;
    bool shared;               /* serves requests of several clients, whose ids mean nothing to each other */
    bool roots_known, roots_given;
    i64 roots_version;         /* counts notifications/roots/list_changed */
    Arena roots_memory;
    StrVec roots;              /* canonical paths */
    McpJob *jobs;              /* waiting and running */
    McpAsk *asks;              /* requests to the client without an answer */
    i64 next_ask;
    McpListener *listeners;
    u8 explanation[64];        /* name of the one kept last; see mcp_keep */
    iz explanation_len;
    bool hung_up;              /* no answers will come */
    bool closed;
} McpSession;

void mcp_session_init(McpSession *s, McpServer *server);

/* Cancels all jobs, makes waiting ones give up, ends subscriptions. */
void mcp_session_close(McpSession *s);

/* The client that this sink leads to has gone: what it asked for is cancelled. */
void mcp_session_gone(McpSession *s, McpSink *sink);

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
    bool stateless;            /* a request that names its revision */
} McpMessage;

/* Reads a message strictly. mcp_receive or mcp_message_free must follow. */
McpMessage mcp_message(Str text);
void mcp_message_free(McpMessage *m);

/* Handles a message and frees it. All that it leads to goes to the sink, now or later, from this or another thread; m->requests replies (or
 * MCP_NO_REPLY) come, one when the message is a batch or no JSON. wait: when too many jobs wait, wait for a place instead of refusing. */
void mcp_receive(McpSession *s, McpMessage *m, McpSink *sink, bool wait);

/* An error response; id is JSON text ("null" when it is not known), data too (empty: none). */
void mcp_error_reply(Buf *out, Str id, int code, Str text, Str data);
void mcp_send_error(Arena *a, McpSink *sink, Str id, int code, Str text, Str data);

/* "jsonrpc" and "id" of a response; the object stays open. */
void mcp_head(Json *j, Str id);

/* A notification up to its open params: the caller writes their members, then closes two objects. */
void mcp_note(Json *j, Str method);

/* --- jobs --- */

struct McpJob {
    McpSession *session;
    McpClient client;          /* as it was when the request came */
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
    StrVec roots;              /* canonical paths; see mcp_roots */
    bool roots_given;
    Str wanted;                /* new era: a JSON object of what the client has to answer before the request can be served; empty: nothing */
    Str state;                 /* that comes back with the answers; empty: none */
};

/* Gives the job to a thread. False: too many wait already (and `wait` is false), or the server is stopping. */
bool mcp_job_start(McpJob *j, bool wait);

bool mcp_job_cancelled(McpJob *j);

/* notifications/progress, if the client wants it: at most ten a second, unless `now`. */
void mcp_job_progress(McpJob *j, iz done, iz all, Str what, bool now);

/* notifications/message, if the level is wanted. */
void mcp_job_log(McpJob *j, McpLevel level, Str text);

typedef struct {
    Str key;     /* names the question in the request */
    Str method;
    Str params;  /* JSON text, or empty */
    Str about;   /* not empty: the answer counts only for a request that asks exactly this */
    int seconds; /* how long the answer may take */
} McpQuestion;

typedef enum { ASK_OK, ASK_ERROR, ASK_LATE, ASK_CANNOT, ASK_CANCELLED, ASK_AGAIN } McpAsked;

/* Asks the client and waits for its answer. ASK_OK: *result is the answer's `result`, to be deleted by the caller. ASK_ERROR: an error came;
 * ASK_CANNOT: there is no way to ask; ASK_AGAIN: the job has to end, its reply says what the client is asked (new era). *why: in words. */
McpAsked mcp_job_ask(McpJob *j, const McpQuestion *q, cJSON **result, Str *why);

/* Ends the job's request: text is the reply; empty: none, because it was cancelled. error: as in McpSink. */
void mcp_job_reply(McpJob *j, int error, Str text);

/* Whether a tools/call can be tried at all. False: *why says what is wrong with it. */
bool mcp_tool_callable(Arena *a, const cJSON *params, Str *why);

/* Runs in the job's thread: handles tools/call. */
void mcp_tool_call(McpJob *j);

/* --- answers, for methods that are answered at once and for jobs --- */

typedef struct {
    McpSession *session;
    Arena *a;
    McpClient client;
    const cJSON *params;       /* object or null */
    Json j;                    /* the result object is open: members are written here */
    Buf out;
    int error;                 /* set: an error response with this code instead */
    Str error_text;
} McpAnswer;

/* Refuses the request. Always returns false. */
bool mcp_refuse(McpAnswer *r, int code, Str text);

/* The methods that are answered at once. False: refused. */
bool mcp_initialize(McpAnswer *r);
bool mcp_ping(McpAnswer *r);
bool mcp_set_level(McpAnswer *r);
bool mcp_discover(McpAnswer *r);
bool mcp_complete(McpAnswer *r);
bool mcp_tools_list(McpAnswer *r);
bool mcp_resources_list(McpAnswer *r);
bool mcp_templates_list(McpAnswer *r);
bool mcp_resources_read(McpAnswer *r);
bool mcp_prompts_list(McpAnswer *r);
bool mcp_prompts_get(McpAnswer *r);

/* First entry of the page that params.cursor asks for; -1: refused. mcp_page_end writes nextCursor when entries are left. */
iz mcp_page(McpAnswer *r, iz count);
void mcp_page_end(McpAnswer *r, iz first, iz count);

/* What a client needs to know of the server: members of initialize and server/discover. */
void mcp_capabilities(Json *j);
void mcp_server_info(Json *j, McpRevision rev);
extern const char mcp_instructions[];

/* One of debug … emergency. False: it is none. */
bool mcp_level(Str name, McpLevel *level);

/* Reads what a client can do. */
void mcp_client_capabilities(McpClient *c, const cJSON *caps);

/* --- the new era: mcp_stateless.c --- */

/* Whether params name a revision, so that the request stands alone. */
bool mcp_stateless(const cJSON *params);

/* What such a request says of its client. False: refused, with *data (JSON) for the error. */
bool mcp_stateless_client(Arena *a, const cJSON *params, McpClient *c, int *error, Str *why, Str *data);

/* The error data that lists the revisions. */
Str mcp_version_data(Arena *a, Str requested);

/* First members of a result, if the revision has them. type: complete or input_required. */
void mcp_result_head(Json *j, McpRevision rev, Str type);

/* How long a result may be cached, and whether for everybody. Written only where the revision has it. */
void mcp_cacheable(McpAnswer *r, bool everybody);

/* subscriptions/listen: acknowledges, and answers when the session closes. mcp_unlisten: the client does not want to hear any more. Both
 * without the session's lock. */
void mcp_listen(McpSession *s, Arena *a, McpSink *sink, Str id, const cJSON *params);
void mcp_unlisten(McpSession *s, Str id);
void mcp_unlisten_all(McpSession *s, McpSink *sink, bool tell); /* sink: null for all */

/* mcp_job_ask in the new era. */
McpAsked mcp_stateless_ask(McpJob *j, const McpQuestion *q, cJSON **result, Str *why);

/* --- JSON --- */

/* What is wrong with a text as JSON (RFC 8259, UTF-8, no U+0000, limits above); null: nothing. */
const char *mcp_json_problem(Str text);

const cJSON *mcp_get(const cJSON *object, const char *key); /* null also when object is null */
Str mcp_text(const cJSON *v);                               /* empty unless it is a text */

/* A request id or progress token as JSON text; empty when it is neither text nor whole number. */
Str mcp_id(Arena *a, const cJSON *v);

/* --- paths --- */

/* Learns the client's roots, if it has any: j->roots. False: *why. */
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
