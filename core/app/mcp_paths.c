/* mcp_paths.c: which files a client may have read: paths and file:// URIs, and the client's roots. See mcp.h. */
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "mcp.h"

enum { ROOTS_WAIT = 20 /* s */ };

/* A canonical path; empty when there is no such file. */
static Str canonical(Arena *a, Str path)
{
    char buf[PATH_MAX];
    if (str_find_u8(path, 0) >= 0 || !realpath(str_z(a, path), buf))
        return (Str){0};
    return str_dup(a, str_c(buf));
}

static int hex(u8 c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* The path of a file:// URI of this machine. False: it is none. */
static bool uri_path(Arena *a, Str uri, Str *path)
{
    Str rest = str_from(uri, 7);
    iz slash = str_find_u8(rest, '/');
    Str host = str_head(rest, slash);
    if (slash < 0 || (host.len && !str_ieq(host, S("localhost"))))
        return false;
    rest = str_from(rest, slash);
    Buf b = {.a = a};
    for (iz i = 0; i < rest.len; i++) {
        u8 c = rest.s[i];
        if (c == '?' || c == '#')
            return false;
        if (c == '%') {
            int x = i + 2 < rest.len ? hex(rest.s[i + 1]) : -1, y = x < 0 ? -1 : hex(rest.s[i + 2]);
            if (y < 0 || x * 16 + y == 0)
                return false;
            c = (u8)(x * 16 + y);
            i += 2;
        }
        buf_u8(&b, c);
    }
    *path = buf_done(&b);
    return true;
}

static bool is_uri(Str s)
{
    return s.len >= 7 && str_ieq(str_head(s, 7), S("file://"));
}

/* --- roots --- */

/* Keeps what the client answered. False: it is no list of roots. */
static bool keep_roots(McpJob *j, const cJSON *answer, i64 version)
{
    McpSession *s = j->session;
    const cJSON *list = mcp_get(answer, "roots"), *v;
    StrVec roots = {0};
    if (!cJSON_IsArray(list))
        return false;
    int given = 0;
    cJSON_ArrayForEach(v, list)
    {
        Str uri = mcp_text(mcp_get(v, "uri")), path;
        if (++given > MCP_ROOTS)
            break;
        if (is_uri(uri) && uri_path(&j->a, uri, &path) && (path = canonical(&j->a, path)).len)
            *(Str *)vec_push(&j->a, &roots) = path;
    }
    Arena memory = {.oom = &j->oom};
    StrVec kept = {0};
    for (iz i = 0; i < roots.n; i++)
        *(Str *)vec_push(&memory, &kept) = str_dup(&memory, roots.v[i]);
    memory.oom = 0;
    pthread_mutex_lock(&s->lock);
    arena_free(&s->roots_memory);
    s->roots_memory = memory;
    s->roots = kept;
    s->roots_given = given > 0;
    s->roots_known = version == s->roots_version;
    pthread_mutex_unlock(&s->lock);
    return true;
}

bool mcp_roots(McpJob *j, Str *why)
{
    McpSession *s = j->session;
    pthread_mutex_lock(&s->lock);
    bool ask = s->can_roots && !s->roots_known;
    i64 version = s->roots_version;
    pthread_mutex_unlock(&s->lock);
    if (!ask || !j->sink->two_way)
        return true;
    cJSON *answer = 0;
    McpAsked got = mcp_job_ask(j, S("roots/list"), (Str){0}, ROOTS_WAIT, &answer, why);
    if (got == ASK_OK) {
        bool ok = keep_roots(j, answer, version);
        cJSON_Delete(answer);
        if (!ok)
            *why = S("the client's answer to roots/list has no list of roots");
        return ok;
    }
    if (got == ASK_ERROR) { /* it cannot say them after all */
        pthread_mutex_lock(&s->lock);
        s->can_roots = false;
        pthread_mutex_unlock(&s->lock);
        return true;
    }
    *why = str_cat(&j->a, S("roots/list: "), *why);
    return false;
}

static bool below(Str root, Str path)
{
    while (root.len && root.s[root.len - 1] == '/')
        root.len--;
    return str_starts(path, root) && (path.len == root.len || path.s[root.len] == '/');
}

/* A copy of the roots; empty and false: none are given. */
static bool roots_of(McpJob *j, StrVec *out)
{
    McpSession *s = j->session;
    iz limit = j->a.limit;
    pthread_mutex_lock(&s->lock);
    j->a.limit = 0; /* no jump out of here */
    bool given = s->roots_given;
    for (iz i = 0; given && i < s->roots.n; i++)
        *(Str *)vec_push(&j->a, out) = str_dup(&j->a, s->roots.v[i]);
    j->a.limit = limit;
    pthread_mutex_unlock(&s->lock);
    return given;
}

bool mcp_path_allowed(McpJob *j, Str path)
{
    ArenaMark mark = arena_mark(&j->a);
    StrVec roots = {0};
    bool ok = !roots_of(j, &roots);
    Str real = ok ? path : canonical(&j->a, path);
    if (!real.len && str_find(str_cat(&j->a, path, S("/")), S("/../")) < 0)
        real = path; /* there is no such file: may be said of a name below the roots */
    for (iz i = 0; i < roots.n && !ok; i++)
        ok = below(roots.v[i], real);
    arena_rewind(&j->a, mark);
    return ok;
}

bool mcp_path(McpJob *j, Str given, Str *path, Str *why)
{
    StrVec roots = {0};
    *path = given;
    if (!given.len || str_eq(given, S("-"))) {
        *why = S("an empty path");
        return false;
    }
    if (is_uri(given) && !uri_path(&j->a, given, path)) {
        *why = str_cat3(&j->a, S("not a file:// URI of this machine: "), given, (Str){0});
        return false;
    }
    if (is_uri(given) || given.s[0] == '/' || !roots_of(j, &roots))
        return true;
    for (iz i = 0; i < roots.n; i++) { /* relative: to the first root that has it */
        Str full = str_cat3(&j->a, roots.v[i], S("/"), given);
        if (canonical(&j->a, full).len || i == roots.n - 1) {
            *path = full;
            if (canonical(&j->a, full).len)
                return true;
        }
    }
    return true;
}
