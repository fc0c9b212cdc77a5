/* mcp_http_headers.c: what the headers of a request must say: who may come here (Host, Origin, bearer token), media types, and, since revision
 * 2026-07-28, the same as the message. See mcp_http.h. */
#include "mcp_http.h"

#if HAVE_HTTPD

#include <arpa/inet.h>

#include "late_mhd.h"

Str http_header(HttpConn *c, const char *name)
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
bool http_host_allowed(HttpConn *c, Str given)
{
    static const Str own[] = {S_INIT("localhost"), S_INIT("127.0.0.1"), S_INIT("::1")};
    Str host = host_only(given);
    for (iz i = 0; i < COUNTOF(own); i++)
        if (str_ieq(host, own[i]))
            return true;
    for (iz i = 0; i < http.config->hosts.n; i++)
        if (str_ieq(http.config->hosts.v[i], host) || str_ieq(http.config->hosts.v[i], given) || str_eq(http.config->hosts.v[i], S("*")))
            return true;
    return str_ieq(host, http.config->bind) || (any_address(http.config->bind) && numeric(c, host));
}

bool http_origin_allowed(HttpConn *c, Str origin)
{
    iz scheme = str_find(origin, S("://"));
    return scheme > 0 && http_host_allowed(c, str_from(origin, scheme + 3));
}

/* Takes the same time wherever the first difference is. */
static bool token_ok(Str given)
{
    Str want = http.config->token;
    u8 diff = given.len != want.len;
    for (iz i = 0; i < want.len; i++)
        diff |= want.s[i] ^ (given.len ? given.s[i % given.len] : 0);
    return !diff;
}

bool http_authorised(HttpConn *c)
{
    Str v = http_header(c, "Authorization");
    if (!http.config->token.len)
        return true;
    return v.len > 7 && str_ieq(str_head(v, 7), S("Bearer ")) && token_ok(str_trim(str_from(v, 7)));
}

bool http_has_type(Str list, Str type, Str group)
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

/* --- the same in the headers as in the message --- */

static const char *const mirrored[] = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"};

static enum MHD_Result count(void *cls, enum MHD_ValueKind kind, const char *name, const char *text)
{
    int *seen = cls;
    (void)kind;
    (void)text;
    for (iz i = 0; i < COUNTOF(mirrored); i++)
        seen[i] += str_ieq(str_c(name), str_c(mirrored[i]));
    return MHD_YES;
}

static int digit(u8 c)
{
    iz i = str_find_u8(S("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"), c);
    return (int)i;
}

/* RFC 4648 with padding, in its only spelling. False: it is something else. */
static bool base64(Buf *out, Str s)
{
    if (s.len % 4)
        return false;
    while (s.len) {
        int pad = s.s[3] != '=' ? 0 : s.s[2] != '=' ? 1 : 2;
        u32 bits = 0;
        for (int i = 0; i < 4; i++) {
            int d = i < 4 - pad ? digit(s.s[i]) : 0;
            if (d < 0)
                return false;
            bits = bits << 6 | (u32)d;
        }
        if ((pad && s.len > 4) || bits & ((1u << pad * 8) - 1))
            return false;
        for (int i = 0; i < 3 - pad; i++)
            buf_u8(out, (u8)(bits >> (16 - i * 8)));
        s = str_from(s, 4);
    }
    return true;
}

/* The value of Mcp-Name: as it is, or =?base64?...?=. */
static bool names(HttpConn *c, Str given, Str want)
{
    Str start = S("=?base64?"), end = S("?=");
    Buf b = {.a = &c->a};
    if (given.len < start.len + end.len || !str_starts(given, start) || !str_ends(given, end))
        return given.s && str_eq(given, want);
    given = str_from(given, start.len);
    return base64(&b, str_head(given, given.len - end.len)) && str_eq(buf_done(&b), want);
}

const char *http_headers_differ(HttpConn *c, const cJSON *message)
{
    static const struct {
        Str method;
        const char *member; /* of params, that Mcp-Name repeats */
    } named[] = {{S_INIT("tools/call"), "name"}, {S_INIT("prompts/get"), "name"}, {S_INIT("resources/read"), "uri"}};
    const cJSON *params = mcp_get(message, "params");
    Str method = mcp_text(mcp_get(message, "method")), version = http_header(c, mirrored[0]);
    int seen[COUNTOF(mirrored)] = {0};
    (void)MHD_get_connection_values(c->mhd, MHD_HEADER_KIND, count, seen);
    for (iz i = 0; i < COUNTOF(mirrored); i++)
        if (seen[i] > 1)
            return str_z(&c->a, str_cat(&c->a, S("more than one header "), str_c(mirrored[i])));
    if (!version.s || !str_eq(version, mcp_text(mcp_get(mcp_get(params, "_meta"), "io.modelcontextprotocol/protocolVersion"))))
        return "the header MCP-Protocol-Version does not say what _meta says";
    if (!str_eq(http_header(c, mirrored[1]), method))
        return "the header Mcp-Method does not name the method";
    for (iz i = 0; i < COUNTOF(named); i++) {
        const cJSON *name = mcp_get(params, named[i].member);
        if (str_eq(named[i].method, method) && cJSON_IsString(name) && !names(c, http_header(c, mirrored[2]), mcp_text(name)))
            return "the header Mcp-Name does not name what params names";
    }
    return 0;
}

#endif
