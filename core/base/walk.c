/* walk.c: see walk.h. Ignore files are git's: the last line that matches in the innermost file decides; a folder that is ignored is not
 * entered, so nothing below it can be taken back. Ignore files above the root count up to the folder that holds .git. */
#include "walk.h"

#include "limits.h"

#include "file.h"

#include <dirent.h>
#include <stdlib.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Ignore Ignore;
struct Ignore {
    const Ignore *outer;
    StrVec lines;
    Str base;  /* what stands between this ignore file's folder and the root: "" or "src/" (root lies below it) */
    iz depth;  /* bytes of a relative path (from the root) that lead to this file's folder, when it lies at or below the root */
};

typedef struct {
    Walk *w;
    Arena *a;   /* what is only needed during the walk */
    Str prefix; /* of the paths reported: "" or "root/" */
    Str real;   /* the root's real path */
    Ignore user;
} Tour;

/* Folders of other people's code and of tools, by name. */
static const Str others[] = {
    S_INIT(".git"), S_INIT(".hg"), S_INIT(".svn"), S_INIT("node_modules"), S_INIT("bower_components"), S_INIT("vendor"),
    S_INIT(".venv"), S_INIT("__pycache__"), S_INIT(".tox"), S_INIT(".nox"), S_INIT(".mypy_cache"), S_INIT(".pytest_cache"),
    S_INIT(".terraform"), S_INIT(".gradle"), S_INIT(".idea"), S_INIT(".yarn"), S_INIT(".pnpm-store"),
};

/* Copies of AWS SDKs that a project brings along (pip install --target): what they call is called for their callers. The folder, and a file
 * that tells it from one of the project's own of this name. */
static const struct {
    Str folder, file;
} copies[] = {
    {S_INIT("aiobotocore"), S_INIT("session.py")}, {S_INIT("aioboto3"), S_INIT("session.py")},  {S_INIT("boto3"), S_INIT("session.py")},
    {S_INIT("botocore"), S_INIT("session.py")},    {S_INIT("s3transfer"), S_INIT("futures.py")},
};

static bool exists(Arena *a, Str dir, Str name)
{
    struct stat st;
    return stat(str_z(a, str_cat3(a, dir, S("/"), name)), &st) == 0;
}

/* --- patterns --- */

/* One character against what follows `[`; *end is set behind the `]`. -1: no closing bracket, the bracket is an ordinary character. */
static int char_class(Str p, iz i, u8 c, iz *end)
{
    bool not = i < p.len && (p.s[i] == '!' || p.s[i] == '^'), hit = false;
    i += not;
    for (iz first = i; i < p.len && (p.s[i] != ']' || i == first); i++) {
        if (p.s[i] == '\\' && i + 1 < p.len)
            i++;
        u8 lo = p.s[i], hi = lo;
        if (i + 2 < p.len && p.s[i + 1] == '-' && p.s[i + 2] != ']') {
            i += 2;
            if (p.s[i] == '\\' && i + 1 < p.len)
                i++;
            hi = p.s[i];
        }
        hit |= c >= lo && c <= hi;
    }
    if (i >= p.len)
        return -1;
    *end = i + 1;
    return c != '/' && hit != not;
}

/* One pattern character (escape, class, `?`, plain) against c; *next is set behind it. */
static bool one(Str p, iz i, u8 c, iz *next)
{
    *next = i + 1;
    if (p.s[i] == '?')
        return c != '/';
    if (p.s[i] == '\\' && i + 1 < p.len) {
        *next = i + 2;
        return p.s[i + 1] == c;
    }
    if (p.s[i] == '[') {
        int r = char_class(p, i + 1, c, next);
        if (r >= 0)
            return r;
        *next = i + 1;
    }
    return p.s[i] == c;
}

/* Whole path against a pattern of an ignore file: `*` stops at a slash, `**` as a whole component does not. Linear in practice: on a
 * mismatch only the innermost `*` and the innermost `**` are tried again. */
static bool match(Str p, Str s)
{
    iz i = 0, j = 0, star = -1, star_at = 0, deep = -1, deep_at = 0;
    for (;;) {
        if (i < p.len && p.s[i] == '*') {
            bool two = i + 1 < p.len && p.s[i + 1] == '*' && (i == 0 || p.s[i - 1] == '/');
            if (two && i + 2 < p.len && p.s[i + 2] == '/') {
                deep = i += 3;
                deep_at = j;
                star = -1;
                continue;
            }
            if (two && i + 2 == p.len)
                return i == 0 || j < s.len;
            while (i < p.len && p.s[i] == '*')
                i++;
            star = i;
            star_at = j;
            continue;
        }
        iz next;
        if (j < s.len && i < p.len && one(p, i, s.s[j], &next)) {
            i = next;
            j++;
            continue;
        }
        if (j == s.len && i == p.len)
            return true;
        if (star >= 0 && star_at < s.len && s.s[star_at] != '/') {
            i = star;
            j = ++star_at;
            continue;
        }
        if (deep < 0)
            return false;
        while (deep_at < s.len && s.s[deep_at] != '/')
            deep_at++;
        if (deep_at >= s.len)
            return false;
        i = deep;
        j = ++deep_at;
        star = -1;
    }
}

int ignore_line(Str line, Str path, bool is_dir)
{
    bool back = false;
    while (line.len && (line.s[line.len - 1] == '\r' || line.s[line.len - 1] == ' ' || line.s[line.len - 1] == '\t')) {
        if (line.len > 1 && line.s[line.len - 1] == ' ' && line.s[line.len - 2] == '\\')
            break;
        line.len--;
    }
    if (!line.len || line.s[0] == '#')
        return -1;
    if (line.s[0] == '!') {
        back = true;
        line = str_from(line, 1);
    }
    if (line.len && line.s[line.len - 1] == '/') {
        if (!is_dir)
            return -1;
        line.len--;
    }
    bool anchored = str_find_u8(line, '/') >= 0;
    if (line.len && line.s[0] == '/')
        line = str_from(line, 1);
    if (!line.len)
        return -1;
    if (!anchored)
        path = str_from(path, str_rfind_u8(path, '/') + 1);
    return match(line, path) ? !back : -1;
}

static void report_ignore(const Tour *t, WalkKind kind, Str path)
{
    path = str_dup(t->w->a, str_starts(path, S("./")) ? str_from(path, 2) : path);
    t->w->found(t->w->ctx, &(WalkEntry){.kind = kind, .path = path});
}

static void report_unread(const Tour *t, Str path)
{
    report_ignore(t, WALK_UNREADABLE_FILE, path);
}

/* The lines of an ignore file; one that is not there has none. Without its lines more files are read than should be, which is told. */
static void read_lines(const Tour *t, Str path, bool listed, StrVec *out)
{
    Arena *a = t->a;
    int fd = open(str_z(a, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat st;
    if (fd < 0) {
        if (listed || (errno != ENOENT && errno != ENOTDIR))
            report_unread(t, path);
        return;
    }
    bool file = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (file && st.st_size > IGNORE_MAX) {
        report_ignore(t, WALK_TOO_LARGE, path);
    } else if (file) {
        u8 *p = new(a, u8, (iz)st.st_size + 1);
        iz n = file_read(fd, p, (iz)st.st_size);
        Str rest = {p, n < 0 ? 0 : n}, line;
        if (n < 0)
            report_unread(t, path);
        if (str_starts(rest, S("\xef\xbb\xbf")))
            rest = str_from(rest, 3);
        iz had = out->n;
        while (out->n - had <= IGNORE_LINES && str_cut(&rest, '\n', &line))
            *(Str *)vec_push(a, out) = line;
        if (out->n - had > IGNORE_LINES) {
            report_ignore(t, WALK_TOO_LARGE, path);
            out->n = had;
        }
    }
    close(fd);
}

/* rel: path from the root of the walk. */
static bool ignored(const Tour *t, const Ignore *g, Str rel, bool is_dir)
{
    for (; g; g = g->outer) {
        Str path = str_from(rel, g->depth);
        if (g->base.len)
            path = str_cat(t->a, g->base, rel);
        for (iz i = g->lines.n; i-- > 0;) {
            int r = ignore_line(g->lines.v[i], path, is_dir);
            if (r >= 0)
                return r;
        }
    }
    return false;
}

/* Ignore files above the root, up to the folder that holds .git; none when no folder does. */
static const Ignore *outer_ignores(Tour *t)
{
    Arena *a = t->a;
    const Ignore *g = 0;
    Str dir = t->real, stop = {0};
    for (Str d = dir; d.len; d = str_head(d, str_rfind_u8(d, '/')))
        if (exists(a, d, S(".git"))) {
            stop = d;
            break;
        }
    if (!stop.len)
        return 0;
    for (iz n = stop.len; n <= dir.len; n++) {
        if (n < dir.len && dir.s[n] != '/')
            continue;
        Ignore *x = new(a, Ignore, 1);
        x->outer = g;
        if (n == stop.len)
            read_lines(t, str_cat(a, str_head(dir, n), S("/.git/info/exclude")), false, &x->lines);
        if (n < dir.len) { /* the root's own file is read when the root is listed */
            x->base = str_cat(a, str_from(dir, n + 1), S("/"));
            read_lines(t, str_cat(a, str_head(dir, n), S("/.gitignore")), false, &x->lines);
        }
        g = x;
    }
    return g;
}

/* --- the walk --- */

static void report(const Tour *t, WalkKind kind, Str rel, const struct stat *st)
{
    WalkEntry e = {.kind = kind, .path = str_cat(t->w->a, t->prefix, rel)};
    if (!rel.len)
        e.path = !t->prefix.len ? S(".") : str_head(t->prefix, t->prefix.len > 1 ? t->prefix.len - 1 : 1);
    if (st) {
        e.size = st->st_size;
        e.dev = st->st_dev;
        e.ino = st->st_ino;
    }
    t->w->found(t->w->ctx, &e);
}

/* Whether a link's target lies outside of the root. A dangling link does not. */
static bool leaves(const Tour *t, Str path)
{
    char *real = realpath(str_z(t->a, path), 0);
    if (!real)
        return false;
    Str r = str_c(real);
    bool in = str_eq(r, t->real) || (str_starts(r, t->real) && (r.s[t->real.len] == '/' || str_eq(t->real, S("/"))));
    free(real);
    return !in;
}

/* A vendor folder made by a package manager says so. */
static bool managed(Arena *a, Str dir)
{
    return exists(a, dir, S("modules.txt")) || exists(a, dir, S("autoload.php")) || exists(a, dir, S("bundle")) ||
           exists(a, dir, S("github.com"));
}

static bool foreign(const Tour *t, Str path, Str rel, Str name)
{
    if (str_eq(name, S("vendor")) && !managed(t->a, path))
        report(t, WALK_VENDOR, rel, 0);
    for (iz i = 0; i < COUNTOF(others); i++)
        if (str_eq(name, others[i]))
            return true;
    for (iz i = 0; i < COUNTOF(copies); i++)
        if (str_eq(name, copies[i].folder) && exists(t->a, path, copies[i].file))
            return true;
    return false;
}

/* What is certainly an ordinary file that nobody wants need not be asked about. */
static bool passed_over(const Tour *t, const struct dirent *e, Str name)
{
#ifdef DT_REG
    return e->d_type == DT_REG && t->w->wanted && !t->w->wanted(name);
#else
    (void)t, (void)e, (void)name;
    return false;
#endif
}

static void list(const Tour *t, const Ignore *outer, Str path, Str rel, int depth);

static void visit(const Tour *t, const Ignore *g, Str dir, Str rel, Str name, int depth)
{
    Arena *a = t->a;
    Str path = str_cat3(a, dir, S("/"), name);
    struct stat st;
    bool link = false;
    if (lstat(str_z(a, path), &st))
        return;
    if (S_ISLNK(st.st_mode)) {
        link = true;
        if (stat(str_z(a, path), &st))
            return;
    }
    rel = str_cat(a, rel, name);
    bool is_dir = S_ISDIR(st.st_mode);
    if (!is_dir && (!S_ISREG(st.st_mode) || (t->w->wanted && !t->w->wanted(name))))
        return;
    if (ignored(t, &t->user, rel, is_dir) || ignored(t, g, rel, is_dir))
        return;
    if (!is_dir)
        report(t, WALK_FILE, rel, &st);
    else if (link) {
        if (leaves(t, path))
            report(t, WALK_LINK, rel, 0);
    } else if (!foreign(t, path, rel, name)) {
        list(t, g, path, rel, depth + 1);
    }
}

static void entry(const Tour *t, const Ignore *g, Str dir, Str rel, Str name, int depth)
{
    ArenaMark mark = arena_mark(t->a);
    visit(t, g, dir, rel, name, depth);
    arena_rewind(t->a, mark);
}

static void list(const Tour *t, const Ignore *g, Str path, Str rel, int depth)
{
    Arena *a = t->a;
    if (depth > FOLDER_DEPTH) {
        report(t, WALK_TOO_DEEP, rel, 0);
        return;
    }
    DIR *d = opendir(str_z(a, path));
    if (!d) {
        report(t, WALK_UNREADABLE, rel, 0);
        return;
    }
    StrVec names = {0};
    bool ignores = false, environment = false;
    errno = 0;
    for (struct dirent *e; (e = readdir(d)); errno = 0) {
        Str n = str_c(e->d_name);
        if (str_eq(n, S(".")) || str_eq(n, S("..")))
            continue;
        ignores |= str_eq(n, S(".gitignore"));
        environment |= str_eq(n, S("pyvenv.cfg"));
        if (!passed_over(t, e, n))
            *(Str *)vec_push(a, &names) = str_dup(a, n);
    }
    if (errno)
        report(t, WALK_UNREADABLE, rel, 0);
    closedir(d);
    if (environment && depth && exists(a, path, S("pyvenv.cfg"))) /* of Python: other people's code */
        return;
    strvec_sort(&names);
    if (rel.len)
        rel = str_cat(a, rel, S("/"));
    Ignore own = {.outer = g, .depth = rel.len};
    if (ignores && !t->w->no_ignore) {
        read_lines(t, str_cat(a, path, S("/.gitignore")), true, &own.lines);
        g = &own;
    }
    for (iz i = 0; i < names.n; i++)
        entry(t, g, path, rel, names.v[i], depth);
}

typedef struct {
    Tour tour;
    Str root;
} Start;

static void start(void *ctx, Arena *temporary)
{
    Start *x = ctx;
    Tour *t = &x->tour;
    t->a = temporary;
    char *real = realpath(str_z(t->a, x->root), 0);
    if (real) {
        t->real = str_dup(t->w->a, str_c(real));
        free(real);
    }
    list(t, t->w->no_ignore ? 0 : outer_ignores(t), x->root, (Str){0}, 0);
}

void walk(Walk *w, Str root)
{
    Start x = {.tour = {.w = w, .user = {.lines = w->exclude}}};
    while (root.len > 1 && root.s[root.len - 1] == '/')
        root.len--;
    x.root = root;
    if (!str_eq(root, S(".")))
        x.tour.prefix = str_eq(root, S("/")) ? root : str_cat(w->a, root, S("/"));
    arena_temporary(w->a, start, &x);
}
