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

/* The canonical paths of what the client answered. False: it is no list of roots. */
static bool read_roots(McpJob *j, const cJSON *answer)
{
    const cJSON *list = mcp_get(answer, "roots"), *v;
    int given = 0;
    if (!cJSON_IsArray(list))
        return false;
    cJSON_ArrayForEach(v, list)
    {
        Str uri = mcp_text(mcp_get(v, "uri")), path;
        if (++given > MCP_ROOTS)
            break;
        if (is_uri(uri) && uri_path(&j->a, uri, &path) && (path = canonical(&j->a, path)).len)
            *(Str *)vec_push(&j->a, &j->roots) = path;
    }
    j->roots_given = given > 0;
    return true;
}

static StrVec copied(Arena *to, const StrVec *from)
{
    StrVec v = {0};
    for (iz i = 0; i < from->n; i++)
        *(Str *)vec_push(to, &v) = str_dup(to, from->v[i]);
    return v;
}

/* Keeps the job's roots in the session. */
static void keep_roots(McpJob *j, i64 version)
{
    McpSession *s = j->session;
    Arena memory = {.oom = &j->oom};
    StrVec kept = copied(&memory, &j->roots);
    memory.oom = 0;
    pthread_mutex_lock(&s->lock);
    arena_free(&s->roots_memory);
    s->roots_memory = memory;
    s->roots = kept;
    s->roots_given = j->roots_given;
    s->roots_known = version == s->roots_version;
    pthread_mutex_unlock(&s->lock);
}

/* The roots that the session knows. False: none, and the client has not been asked. */
static bool known_roots(McpJob *j, i64 *version)
{
    McpSession *s = j->session;
    jmp_buf *outer = j->a.oom, oom;
    pthread_mutex_lock(&s->lock);
    if (setjmp(oom)) {
        pthread_mutex_unlock(&s->lock);
        longjmp(*outer, 1);
    }
    j->a.oom = &oom;
    bool known = s->roots_known || !s->client.can_roots;
    *version = s->roots_version;
    j->roots = copied(&j->a, &s->roots);
    j->roots_given = s->roots_given;
    j->a.oom = outer;
    pthread_mutex_unlock(&s->lock);
    return known;
}

bool mcp_roots(McpJob *j, Str *why)
{
    static const McpQuestion question = {.key = S_INIT("roots"), .method = S_INIT("roots/list"), .seconds = ROOTS_WAIT};
    bool sessions = j->client.revision < REV_STATELESS;
    i64 version = 0;
    cJSON *answer = 0;
    if (sessions ? known_roots(j, &version) || !j->sink->two_way : !j->client.can_roots)
        return true;
    McpAsked got = mcp_job_ask(j, &question, &answer, why);
    if (got == ASK_OK) {
        j->roots = (StrVec){0};
        bool ok = read_roots(j, answer);
        cJSON_Delete(answer);
        if (ok && sessions)
            keep_roots(j, version);
        if (!ok)
            *why = S("the client's answer to roots/list has no list of roots");
        return ok;
    }
    if (got == ASK_ERROR && sessions) { /* it cannot say them after all */
        pthread_mutex_lock(&j->session->lock);
        j->session->client.can_roots = false;
        pthread_mutex_unlock(&j->session->lock);
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

bool mcp_path_allowed(McpJob *j, Str path)
{
    ArenaMark mark = arena_mark(&j->a);
    bool ok = !j->roots_given;
    Str real = ok ? path : canonical(&j->a, path);
    if (!real.len && str_find(str_cat(&j->a, path, S("/")), S("/../")) < 0)
        real = path; /* there is no such file: may be said of a name below the roots */
    for (iz i = 0; i < j->roots.n && !ok; i++)
        ok = below(j->roots.v[i], real);
    arena_rewind(&j->a, mark);
    return ok;
}

bool mcp_path(McpJob *j, Str given, Str *path, Str *why)
{
    *path = given;
    if (!given.len || str_eq(given, S("-"))) {
        *why = S("an empty path");
        return false;
    }
    if (is_uri(given) && !uri_path(&j->a, given, path)) {
        *why = str_cat3(&j->a, S("not a file:// URI of this machine: "), given, (Str){0});
        return false;
    }
    if (is_uri(given) || given.s[0] == '/')
        return true;
    for (iz i = 0; i < j->roots.n; i++) { /* relative: to the first root that has it */
        *path = str_cat3(&j->a, j->roots.v[i], S("/"), given);
        if (canonical(&j->a, *path).len)
            break;
    }
    return true;
}
