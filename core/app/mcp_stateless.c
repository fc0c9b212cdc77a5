/* mcp_stateless.c: what is different since revision 2026-07-28, in which every request stands alone: it names its revision and what the client can
 * do; server/discover takes the place of initialize, subscriptions/listen that of the open stream, and a question to the client is a result
 * (input_required) after which the client sends the request again with the answers. See mcp.h. */
#include "mapper/sha256.h"
#include "mcp.h"

#define PREFIX "io.modelcontextprotocol/"

enum {
    CACHE_MS = 3600 * 1000, /* the answers that are the same for all change only with the program */
    MAC = 32,               /* hexadecimal digits */
};

/* --- requests --- */

bool mcp_stateless(const cJSON *params)
{
    return mcp_get(mcp_get(params, "_meta"), PREFIX "protocolVersion");
}

Str mcp_version_data(Arena *a, Str requested)
{
    Buf b = {.a = a};
    Json j = {.out = &b};
    json_begin(&j, '{');
    json_key(&j, S("supported"));
    json_begin(&j, '[');
    for (int i = REV_COUNT - 1; i >= (int)REV_STATELESS; i--)
        json_str(&j, mcp_revisions[i]);
    json_end(&j, ']');
    json_pair(&j, S("requested"), requested);
    json_end(&j, '}');
    return buf_done(&b);
}

bool mcp_stateless_client(Arena *a, const cJSON *params, McpClient *c, int *error, Str *why, Str *data)
{
    const cJSON *meta = mcp_get(params, "_meta"), *version = mcp_get(meta, PREFIX "protocolVersion");
    const cJSON *caps = mcp_get(meta, PREFIX "clientCapabilities"), *level = mcp_get(meta, PREFIX "logLevel");
    *c = (McpClient){.level = LOG_COUNT, .revision = mcp_revision(mcp_text(version))};
    *error = RPC_PARAMS;
    if (!cJSON_IsString(version)) {
        *why = S("_meta: " PREFIX "protocolVersion is not a text");
    } else if (!cJSON_IsObject(caps)) {
        *why = caps ? S("_meta: " PREFIX "clientCapabilities is not an object") : S("_meta: " PREFIX "clientCapabilities is missing");
    } else if (c->revision < REV_STATELESS) { /* older ones need initialize */
        *error = RPC_VERSION;
        *why = S("Unsupported protocol version");
        *data = mcp_version_data(a, mcp_text(version));
    } else if (level && !mcp_level(mcp_text(level), &c->level)) {
        *why = S("_meta: " PREFIX "logLevel is none of the levels");
    } else if (mcp_get(params, "inputResponses") && !cJSON_IsObject(mcp_get(params, "inputResponses"))) {
        *why = S("inputResponses is not an object");
    } else {
        mcp_client_capabilities(c, caps);
        return true;
    }
    return false;
}

/* --- results --- */

void mcp_result_head(Json *j, McpRevision rev, Str type)
{
    if (rev < REV_STATELESS)
        return;
    json_pair(j, S("resultType"), type);
    json_key(j, S("_meta"));
    json_begin(j, '{');
    json_key(j, S(PREFIX "serverInfo"));
    mcp_server_info(j, rev);
    json_end(j, '}');
}

void mcp_cacheable(McpAnswer *r, bool everybody)
{
    if (r->client.revision < REV_STATELESS)
        return;
    json_key(&r->j, S("ttlMs"));
    json_int(&r->j, CACHE_MS);
    json_pair(&r->j, S("cacheScope"), everybody ? S("public") : S("private"));
}

bool mcp_discover(McpAnswer *r)
{
    json_key(&r->j, S("supportedVersions"));
    json_begin(&r->j, '[');
    for (int i = REV_COUNT - 1; i >= (int)REV_STATELESS; i--)
        json_str(&r->j, mcp_revisions[i]);
    json_end(&r->j, ']');
    mcp_capabilities(&r->j);
    json_pair(&r->j, S("instructions"), str_c(mcp_instructions));
    mcp_cacheable(r, true);
    return true;
}

/* --- subscriptions: nothing that can be subscribed to ever changes, but the streams are kept open as asked --- */

struct McpListener {
    McpListener *next;
    Arena a;
    McpSink *sink;
    Str id;
};

static void subscription_id(Json *j, Str id)
{
    json_key(j, S(PREFIX "subscriptionId"));
    json_raw(j, id);
}

static void acknowledge(Arena *a, McpSink *sink, Str id)
{
    Buf b = {.a = a};
    Json j = {.out = &b};
    mcp_note(&j, S("notifications/subscriptions/acknowledged"));
    json_key(&j, S("_meta"));
    json_begin(&j, '{');
    subscription_id(&j, id);
    json_end(&j, '}');
    json_key(&j, S("notifications"));
    json_begin(&j, '{');
    json_end(&j, '}');
    json_end(&j, '}');
    json_end(&j, '}');
    sink->send(sink, MCP_NOTE, 0, buf_done(&b));
}

/* The end of a subscription by our own wish. */
static void finish(Arena *a, McpSink *sink, Str id)
{
    Buf b = {.a = a};
    Json j = {.out = &b};
    mcp_head(&j, id);
    json_key(&j, S("result"));
    json_begin(&j, '{');
    json_pair(&j, S("resultType"), S("complete"));
    json_key(&j, S("_meta"));
    json_begin(&j, '{');
    json_key(&j, S(PREFIX "serverInfo"));
    mcp_server_info(&j, REV_STATELESS);
    subscription_id(&j, id);
    json_end(&j, '}');
    json_end(&j, '}');
    json_end(&j, '}');
    sink->send(sink, MCP_REPLY, 0, buf_done(&b));
}

void mcp_listen(McpSession *s, Arena *a, McpSink *sink, Str id, const cJSON *params)
{
    const cJSON *filter = mcp_get(params, "notifications"), *uris = mcp_get(filter, "resourceSubscriptions");
    Arena memory = {0};
    int n = 0;
    bool same = false;
    if (!cJSON_IsObject(filter) || (uris && !cJSON_IsArray(uris))) {
        mcp_send_error(a, sink, id, RPC_PARAMS, S("notifications is not an object that says what is wanted"), (Str){0});
        return;
    }
    McpListener *new_one = new(&memory, McpListener, 1);
    *new_one = (McpListener){.a = memory, .sink = sink};
    new_one->id = str_dup(&new_one->a, id);
    pthread_mutex_lock(&s->lock);
    for (McpListener *l = s->listeners; l; l = l->next, n++)
        same |= !s->shared && str_eq(l->id, id);
    bool ok = !same && n < MCP_LISTENERS && !s->closed;
    if (ok) { /* under the lock, so that nothing of the subscription can be sent before */
        sink->hold(sink);
        acknowledge(a, sink, id);
        new_one->next = s->listeners;
        s->listeners = new_one;
    }
    pthread_mutex_unlock(&s->lock);
    if (ok)
        return;
    memory = new_one->a;
    arena_free(&memory);
    mcp_send_error(a, sink, id, same ? RPC_INVALID : RPC_INTERNAL,
                   same ? S("a request with this id is still being answered") : S("too many subscriptions"), (Str){0});
}

/* Takes the listeners out that have this id (or empty: all) and this sink (or null: all). */
static McpListener *take(McpSession *s, Str id, const McpSink *sink)
{
    McpListener *taken = 0;
    pthread_mutex_lock(&s->lock);
    for (McpListener **p = &s->listeners; *p;) {
        McpListener *l = *p;
        if ((id.len && !str_eq(l->id, id)) || (sink && l->sink != sink)) {
            p = &l->next;
            continue;
        }
        *p = l->next;
        l->next = taken;
        taken = l;
    }
    pthread_mutex_unlock(&s->lock);
    return taken;
}

static void release(McpListener *l, bool tell)
{
    while (l) {
        McpListener *next = l->next;
        if (tell)
            finish(&l->a, l->sink, l->id);
        else
            l->sink->send(l->sink, MCP_NO_REPLY, 0, (Str){0});
        l->sink->drop(l->sink);
        Arena a = l->a;
        arena_free(&a);
        l = next;
    }
}

void mcp_unlisten(McpSession *s, Str id)
{
    if (id.len)
        release(take(s, id, 0), false);
}

void mcp_unlisten_all(McpSession *s, McpSink *sink, bool tell)
{
    release(take(s, (Str){0}, sink), tell);
}

/* --- questions to the client --- */

/* Half of an HMAC (RFC 2104, but with the inner digest in hexadecimal). */
static Str keyed(McpJob *j, u8 pad, Str text)
{
    enum { BLOCK = 64 };
    Buf b = {.a = &j->a};
    for (int i = 0; i < BLOCK; i++)
        buf_u8(&b, (u8)((i < MCP_KEY ? j->session->server->key[i] : 0) ^ pad));
    buf_str(&b, text);
    return sha256_hex(&j->a, buf_done(&b));
}

/* Shows that we asked exactly this at that time: "seconds-mac". */
static Str sign(McpJob *j, const McpQuestion *q, i64 seconds)
{
    Buf text = {.a = &j->a}, state = {.a = &j->a};
    const Str parts[] = {q->method, q->key, q->params, q->about};
    buf_int(&text, seconds);
    for (iz i = 0; i < COUNTOF(parts); i++) {
        buf_u8(&text, '\n');
        buf_int(&text, parts[i].len);
        buf_u8(&text, '\n');
        buf_str(&text, parts[i]);
    }
    buf_int(&state, seconds);
    buf_u8(&state, '-');
    buf_str(&state, str_head(keyed(j, 0x5c, keyed(j, 0x36, buf_done(&text))), MAC));
    return buf_done(&state);
}

typedef enum { STATE_GOOD, STATE_OLD, STATE_BAD } State;

static State state_of(McpJob *j, const McpQuestion *q, Str given, i64 now)
{
    Str rest = given, part;
    i64 asked = 0;
    u8 differ = 0;
    if (!str_cut(&rest, '-', &part) || !str_i64(part, &asked))
        return STATE_BAD;
    Str want = sign(j, q, asked);
    if (want.len != given.len)
        return STATE_BAD;
    for (iz i = 0; i < want.len; i++)
        differ |= want.s[i] ^ given.s[i];
    if (differ)
        return STATE_BAD;
    return asked <= now && now - asked <= q->seconds ? STATE_GOOD : STATE_OLD;
}

static void want(McpJob *j, const McpQuestion *q, i64 now)
{
    Buf b = {.a = &j->a};
    Json w = {.out = &b};
    json_begin(&w, '{');
    json_key(&w, q->key);
    json_begin(&w, '{');
    json_pair(&w, S("method"), q->method);
    if (q->params.len) {
        json_key(&w, S("params"));
        json_raw(&w, q->params);
    }
    json_end(&w, '}');
    json_end(&w, '}');
    j->wanted = buf_done(&b);
    if (q->about.len)
        j->state = sign(j, q, now);
}

McpAsked mcp_stateless_ask(McpJob *j, const McpQuestion *q, cJSON **result, Str *why)
{
    const cJSON *params = mcp_get(j->message, "params"), *state = mcp_get(params, "requestState");
    const cJSON *got = mcp_get(mcp_get(params, "inputResponses"), str_z(&j->a, q->key));
    i64 now = mcp_now() / 1000;
    State known = q->about.len && cJSON_IsString(state) ? state_of(j, q, mcp_text(state), now) : STATE_GOOD;
    if (q->about.len && state && (!cJSON_IsString(state) || known == STATE_BAD)) {
        *why = S("requestState is not the one of this request");
        return ASK_ERROR;
    }
    if (!got || known == STATE_OLD || (q->about.len && !state)) {
        want(j, q, now);
        *why = S("the client has to answer first");
        return ASK_AGAIN;
    }
    if (!cJSON_IsObject(got)) {
        *why = S("the answer in inputResponses is not an object");
        return ASK_ERROR;
    }
    *result = cJSON_Duplicate(got, 1);
    if (*result)
        return ASK_OK;
    *why = S("out of memory");
    return ASK_ERROR;
}
