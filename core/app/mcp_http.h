/* mcp_http.h: what the files of the HTTP transport share: sessions and streams (mcp_http_session.c), what a request's headers must say
 * (mcp_http_headers.c), connections (mcp_http.c).
 *
 * One lock guards everything here. It is taken after an McpSession's lock, never before it: functions of mcp.h are called without it. */
#ifndef CORE_APP_MCP_HTTP_H
#define CORE_APP_MCP_HTTP_H

#include "core/app/mcp.h"

struct MHD_Connection;

enum {
    HTTP_SESSIONS = 64,            /* at once */
    HTTP_STREAMS = 16,             /* finished streams that a session keeps for resumption */
    HTTP_KEPT = 16 << 20,          /* bytes of them */
    HTTP_IDLE = 3600 * 1000,       /* ms after which an unused session ends */
    HTTP_KEEP_ALIVE = 15 * 1000,   /* ms between signs of life on a stream */
    HTTP_CONNECTIONS = 256,
    HTTP_TIMEOUT = 120,            /* s that a connection may do nothing */
};

typedef struct HttpSession HttpSession;
typedef struct HttpConn HttpConn;
typedef struct HttpEvent HttpEvent;

struct HttpEvent {
    HttpEvent *next;
    iz seq;
    Str text;      /* as it is sent: id, data, empty line */
    Str json;      /* the message in it; empty: none */
    bool reply;
};

/* The messages that belong to one message of the client, in order; a connection takes them from here. */
typedef struct HttpStream {
    McpSink sink;  /* first */
    Arena a;
    HttpSession *session;
    struct HttpStream *next; /* in the session, newest first */
    i64 number;
    int users;     /* the session's list, jobs, the connection */
    HttpEvent *first, *last;
    iz seq;        /* of the newest event */
    int error;     /* the code in the reply; 0: it is a result */
    bool done;     /* nothing more will come */
    bool standalone;
    HttpConn *conn; /* that takes the events; null: none */
} HttpStream;

struct HttpSession {
    McpSession mcp;
    Arena a;
    HttpSession *next;
    Str id;
    i64 used;      /* when, ms */
    HttpStream *streams;
    int holders;   /* streams that exist */
    i64 numbers;
    bool dead;     /* ended; freed when nobody uses it */
};

/* One HTTP request. */
struct HttpConn {
    Arena a;
    struct MHD_Connection *mhd;
    Buf body;
    bool started, too_large;
    Str id;                /* of the message in it, JSON; for errors that are found before the message is handled */
    HttpStream *stream;    /* held; null: none */
    bool alone;            /* the message is of the era without sessions */
    bool events;           /* answers with a stream of events, else with one JSON text */
    bool waiting;          /* suspended */
    bool keep_alive;       /* a sign of life is due */
    iz seq;                /* of the event that was sent last */
    HttpEvent *event;      /* that is being sent */
    iz sent;               /* bytes of it */
    Str session_id;        /* to tell the client; empty: not */
    HttpConn *next;        /* that have a stream */
};

typedef struct {
    McpServer *server;
    const McpHttp *config;
    pthread_mutex_t lock;
    HttpSession *sessions; /* dead ones too */
    HttpSession alone;     /* of all requests of the era without sessions */
    HttpConn *conns;       /* that have a stream */
    bool stopping;
} HttpState;

extern HttpState http;

/* A new session with an id that cannot be guessed; null: too many. */
HttpSession *http_session_new(void);

/* The living session of that id, or null. Marks it as used. */
HttpSession *http_session_find(Str id);

/* Ends a session: jobs are cancelled, streams closed. */
void http_session_end(HttpSession *s);

/* Ends what is too old, frees what is dead and unused. keep_alive: every stream shows a sign of life. */
void http_tend(bool keep_alive);

/* Readies http.alone. */
void http_alone_init(void);

/* A stream of a session, held once for the caller. */
HttpStream *http_stream_new(HttpSession *s, bool two_way, bool standalone);
void http_stream_drop(HttpStream *st);

/* The stream that an event id names, held once for the caller, and the number of the event; null: not known (any more). */
HttpStream *http_stream_find(HttpSession *s, Str event, iz *seq);

/* An event without a message, so that the client knows where to resume. */
void http_stream_prime(HttpStream *st);

/* mcp_http.c; called with the lock held. Wakes the connection of a stream. */
void http_wake(HttpConn *c, bool keep_alive);

/* --- mcp_http_headers.c --- */

Str http_header(HttpConn *c, const char *name); /* empty, with a null pointer when there is none */

/* Whether Host and Origin may lead here, and whether the bearer token is right. */
bool http_host_allowed(HttpConn *c, Str given);
bool http_origin_allowed(HttpConn *c, Str origin);
bool http_authorised(HttpConn *c);

/* Whether a list of media types has one of these, parameters aside. */
bool http_has_type(Str list, Str type, Str group);

/* In what the headers differ from a message of the era without sessions, or what is missing; null: nothing. */
const char *http_headers_differ(HttpConn *c, const cJSON *message);

#endif
