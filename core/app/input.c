/* input.c: from the command line's inputs to units: folders are walked, what is not wanted is left out. Then every unit is parsed (parse.c).
 * See app.h.
 *
 * What is wrong with a name that the user typed (no such file, unknown extension) stops the run before anything is read. What is wrong with
 * the content (no permission, binary, too large) is a diagnostic, and the other files still count.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/app/kind.h"
#include "core/base/limits.h"
#include "core/base/parallel.h"
#include "core/base/walk.h"
#include "crew.h"

const Option input_options[] = {
    {OPT_LANGUAGE, "language", 'l', VALUE_ONE, 0, "LANGUAGE", "@lang",
     "Read every file as this language; of folders, only its files. Needed for '-'"},
    {OPT_HINTS, "service-hints", 0, VALUE_MANY, 0, "SERVICE", 0,
     "Services that the code uses, under any of their names; decides where the code leaves the service open"},
    {OPT_EXCLUDE, "exclude", 0, VALUE_EACH, 0, "GLOB", 0, "Pass over what matches in folders (a line as in .gitignore); may be repeated"},
    {OPT_NO_IGNORE, "no-ignore", 0, VALUE_NONE, 0, 0, 0, "Read files that .gitignore excludes too"},
    {OPT_INCLUDE_TESTS, "include-tests", 0, VALUE_NONE, 0, 0, 0, "Read Go's _test.go files too"},
    {OPT_ENV, "env", 0, VALUE_EACH, 0, "NAME=VALUE", 0, "Value of an environment variable that the code reads; may be repeated"},
    {OPT_ENV_FILE, "env-file", 0, VALUE_EACH, 0, "FILE", "@file", "Values of environment variables, one NAME=VALUE a line; may be repeated"},
    {OPT_JOBS, "jobs", 'j', VALUE_ONE, 0, "N", 0, "Threads; one a core unless given"},
    {OPT_WARN, "fail-on", 'W', VALUE_ONE, 0, "LEVEL", "note warning unsupported error never",
     "Fail (after the result is printed) when a message of this level or a higher one appeared; 'error' unless given"},
    {OPT_DUMP, "dump", 0, VALUE_ONE, 0, "WHAT", "facts calls", "Print what the analyser sees, facts or calls, instead of the result"},
    {OPT_SANDBOX, "sandbox", 0, VALUE_ONE, 0, "WHEN", "auto on off",
     "Give up the network, writing and starting programs before anything is read: where the system can (auto, unless given), or else fail (on)"},
    {0},
};

const Option data_options[] = {
    {OPT_DATA, "data", 0, VALUE_ONE, 0, "DIR", "@dir", "Use the data in this folder (iam-policy-autopilot-data(5)) instead of what is compiled in"},
    {0},
};

const Option common_options[] = {
    {OPT_DEBUG, "debug", 'd', VALUE_NONE, OPTION_HIDDEN, 0, 0, "Accepted for compatibility"},
    {OPT_HELP, "help", 'h', VALUE_NONE, 0, 0, 0, "Print this text"},
    {0},
};

static Str base_name(Str path)
{
    return str_from(path, str_rfind_u8(path, '/') + 1);
}

/* --- collecting --- */

typedef struct {
    Str path;
    const Lang *lang;
    i64 size;
    u64 dev, ino;   /* two names of one file count once; 0: not known */
    bool from_stdin;
} File;

typedef struct {
    App *app;
    const Args *args;
    Inputs *in;
    const Lang *lang; /* --language */
    iz found;         /* source files in the folder that is walked */
    iz most;          /* files */
    bool full;        /* so many were reached */
    Arena *temporary; /* in which files are gathered */
    VEC(File) files;
    bool ok;
} Collect;

static Source *place(App *app, Str path)
{
    Source *s = new(app->a, Source, 1);
    s->path = path;
    return s;
}

/* Whether the hooks forbid reading a file or folder. */
static bool forbidden(App *app, Str path)
{
    return app->hooks && app->hooks->allowed && !app->hooks->allowed(app->hooks->ctx, path);
}

static File *add_file(Collect *c, Str path, const Lang *lang)
{
    File *f = vec_push(c->temporary, &c->files);
    f->path = path;
    f->lang = lang;
    return f;
}

static void add_stat(Collect *c, Str path, const Lang *lang, const struct stat *st)
{
    File *f = add_file(c, path, lang);
    f->size = st->st_size;
    f->dev = st->st_dev;
    f->ino = st->st_ino;
}

static void found(void *ctx, const WalkEntry *e)
{
    static const DiagCode codes[] = {
        [WALK_LINK] = DIAG_link_passed_over,
        [WALK_VENDOR] = DIAG_vendor_passed_over,
        [WALK_UNREADABLE] = DIAG_unreadable_folder,
        [WALK_UNREADABLE_FILE] = DIAG_unreadable_file,
        [WALK_TOO_DEEP] = DIAG_folder_too_deep,
        [WALK_TOO_LARGE] = DIAG_file_too_large,
    };
    Collect *c = ctx;
    if (e->kind != WALK_FILE) {
        diag_add(&c->app->diags, codes[e->kind], place(c->app, e->path), DIAG_NO_PLACE, (Str){0});
        c->found += e->kind == WALK_UNREADABLE; /* nobody knows that it is empty */
        return;
    }
    if (forbidden(c->app, e->path)) {
        diag_add(&c->app->diags, DIAG_link_passed_over, place(c->app, e->path), DIAG_NO_PLACE, (Str){0});
        return;
    }
    bool unknown;
    const Lang *lang = kind_language(c->app->a, e->path, &unknown);
    if (unknown)
        diag_add(&c->app->diags, DIAG_unreadable_script, place(c->app, e->path), DIAG_NO_PLACE, (Str){0});
    if (!lang && !kind_config(base_name(e->path)))
        return;
    if (lang && c->lang && lang != c->lang)
        return;
    if (lang && str_ends(e->path, S("_test.go")) && !args_has(c->args, OPT_INCLUDE_TESTS))
        return;
    if (c->files.n >= c->most) {
        if (!c->full) /* said once */
            diag_add(&c->app->diags, DIAG_too_many_files, place(c->app, e->path), DIAG_NO_PLACE, (Str){0});
        c->full = true;
        return;
    }
    c->found += lang != 0;
    File *f = add_file(c, e->path, lang);
    f->size = e->size;
    f->dev = e->dev;
    f->ino = e->ino;
}

static bool add_folder(Collect *c, Str path)
{
    Walk w = {.a = c->app->a, .no_ignore = args_has(c->args, OPT_NO_IGNORE), .wanted = kind_wanted, .found = found, .ctx = c};
    w.exclude = c->args->value[OPT_EXCLUDE];
    c->found = 0;
    walk(&w, path);
    if (!c->found)
        diag_add(&c->app->diags, DIAG_empty_folder, place(c->app, path), DIAG_NO_PLACE, (Str){0});
    return true;
}

static Str known_extensions(Arena *a)
{
    Buf b = {.a = a};
    buf_str(&b, S("known are"));
    for (iz i = 0; i < langs_count; i++) {
        buf_u8(&b, ' ');
        buf_str(&b, langs[i].exts);
    }
    buf_str(&b, S("; --language names the language of any file"));
    return buf_done(&b);
}

static bool add_path(Collect *c, Str path)
{
    static const Str what = S_INIT("Cannot read the inputs");
    App *app = c->app;
    Arena *a = app->a;
    if (str_eq(path, S("-"))) {
        if (!c->lang) {
            app_fail(app, what, S("standard input needs --language"));
            return false;
        }
        add_file(c, S("<stdin>"), c->lang)->from_stdin = true;
        return true;
    }
    if (forbidden(app, path)) {
        app_fail(app, what, str_cat(a, S("Outside of the folders that may be read: "), path));
        return false;
    }
    struct stat st;
    if (stat(str_z(a, path), &st)) {
        if (errno == ENOENT || errno == ENOTDIR)
            app_fail(app, what, str_cat(a, S("Source file does not exist: "), path));
        else
            app_fail2(app, what, str_cat(a, S("Cannot open source file: "), path), str_c(strerror(errno)));
        return false;
    }
    if (S_ISDIR(st.st_mode))
        return add_folder(c, path);
    if (!S_ISREG(st.st_mode)) {
        app_fail(app, what, str_cat(a, S("Path is not a file: "), path));
        return false;
    }
    bool unknown;
    const Lang *lang = c->lang ? c->lang : kind_language(a, path, &unknown);
    if (!lang && !kind_config(base_name(path))) {
        app_fail2(app, what, str_cat(a, S("Unsupported file type: "), path), known_extensions(a));
        return false;
    }
    add_stat(c, path, lang, &st);
    return true;
}

/* Configuration files above the inputs count too: `generate-policies cmd internal` needs the go.mod beside them. */
static void outer_configs(Collect *c)
{
    StrVec files = {0};
    struct stat st;
    for (iz i = 0; i < c->args->inputs.n; i++)
        if (!str_eq(c->args->inputs.v[i], S("-")))
            kind_outer_configs(c->app->a, c->args->inputs.v[i], &files);
    strvec_sort_unique(&files);
    for (iz i = 0; i < files.n; i++) {
        if (forbidden(c->app, files.v[i]) || stat(str_z(c->app->a, files.v[i]), &st) || !S_ISREG(st.st_mode))
            continue;
        add_stat(c, files.v[i], 0, &st);
    }
}

static int by_path(const void *x, const void *y)
{
    const File *p = x, *q = y;
    return str_cmp(p->path, q->path);
}

static int by_inode(const void *x, const void *y)
{
    const File *p = *(File *const *)x, *q = *(File *const *)y;
    int c = (p->dev > q->dev) - (p->dev < q->dev);
    c = c ? c : (p->ino > q->ino) - (p->ino < q->ino);
    return c ? c : (p > q) - (p < q);
}

/* Sorts by path; of several names of one file only the first stays. */
static void settle(Arena *a, Collect *c)
{
    iz n = c->files.n;
    Inputs *in = c->in;
    File *v = c->files.v, **ptr = new(c->temporary, File *, n + 1);
    bool *twice = new(c->temporary, bool, n + 1);
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, by_path);
    for (iz i = 0; i < n; i++)
        ptr[i] = &v[i];
    if (n > 1)
        qsort(ptr, (size_t)n, sizeof *ptr, by_inode);
    for (iz i = 1; i < n; i++)
        if (ptr[i]->ino && ptr[i]->ino == ptr[i - 1]->ino && ptr[i]->dev == ptr[i - 1]->dev)
            twice[ptr[i] - v] = true;
    vec_exact(a, &in->units, n);
    for (iz i = 0; i < n; i++)
        if (!twice[i])
            *(Unit *)vec_push(a, &in->units) = (Unit){.src.path = v[i].path, .lang = v[i].lang, .size = v[i].size, .from_stdin = v[i].from_stdin};
}

/* --- the whole --- */

static bool jobs_of(App *app, const Args *args, int *jobs)
{
    i64 n = 0;
    Str s = args_get(args, OPT_JOBS, (Str){0});
    *jobs = s.len ? 0 : parallel_cores();
    if (!s.len)
        return true;
    if (!str_i64(s, &n) || n < 1 || n > PARALLEL_MAX) {
        app_usage(app, str_cat3(app->a, S("invalid value '"), s, S("' for --jobs (a number from 1 to 256)")), (Str){0});
        return false;
    }
    *jobs = (int)n;
    return true;
}

/* FILES_MAX, or fewer. */
static bool most_files(App *app, iz *most)
{
    i64 n = 0;
    Str s = str_c(getenv("IAM_POLICY_AUTOPILOT_MAX_FILES"));
    *most = FILES_MAX;
    if (!s.len)
        return true;
    if (!str_i64(s, &n) || n < 1 || n > FILES_MAX) {
        app_usage(app, str_cat3(app->a, S("invalid value '"), s, S("' of IAM_POLICY_AUTOPILOT_MAX_FILES (a number from 1 to 1048576)")), (Str){0});
        return false;
    }
    *most = (iz)n;
    return true;
}

static bool language_of(App *app, const Args *args, const Lang **lang)
{
    Str id = args_get(args, OPT_LANGUAGE, (Str){0});
    *lang = id.len ? lang_by_id(id) : 0;
    if (!id.len || *lang)
        return true;
    Buf b = {.a = app->a};
    for (iz i = 0; i < langs_count; i++) {
        buf_str(&b, i ? S(", ") : S("known are "));
        buf_str(&b, langs[i].id);
    }
    app_fail2(app, S("Cannot read the inputs"), str_cat(app->a, S("Unsupported language: "), id), buf_done(&b));
    return false;
}

/* Whether there was source code, and none of it could be read. */
static bool nothing_read(const Inputs *in)
{
    for (iz i = 0; i < in->units.n; i++)
        if (in->units.v[i].lang && in->units.v[i].read)
            return false;
    return in->dropped > 0;
}

static void collect(void *ctx, Arena *temporary)
{
    Collect *c = ctx;
    c->temporary = temporary;
    for (iz i = 0; i < c->args->inputs.n; i++)
        if (!add_path(c, c->args->inputs.v[i]))
            return;
    outer_configs(c);
    settle(c->app->a, c);
    c->ok = true;
}

bool inputs_read(App *app, const Args *args, Inputs *in, int *status)
{
    Collect c = {.app = app, .args = args, .in = in};
    int jobs;
    *status = EXIT_USAGE;
    if (!jobs_of(app, args, &jobs) || !most_files(app, &c.most))
        return false;
    *status = app->cmd->failure;
    if (!language_of(app, args, &c.lang))
        return false;
    arena_temporary(app->a, collect, &c);
    if (!c.ok)
        return false;
    parse_all(app, in, jobs, app->table && !str_eq(args_get(args, OPT_DUMP, (Str){0}), S("facts")));
    if (app_stopped(app)) {
        app_fail(app, S("Stopped"), (Str){0});
        return false;
    }
    if (nothing_read(in)) {
        app_diagnostics(app, args);
        app_fail(app, S("Cannot read the inputs"), S("none of the files could be read"));
        return false;
    }
    return true;
}

void inputs_dump_facts(App *app, Inputs *in)
{
    iz n = 0;
    Worker *w = &in->crew->v[0];
    for (iz i = 0; i < in->units.n; i++)
        n += in->units.v[i].read && in->units.v[i].lang;
    for (iz i = 0; i < in->units.n; i++) {
        Unit *u = &in->units.v[i];
        if (!u->read || !u->lang)
            continue;
        if (n > 1) {
            buf_str(&app->out, S("== "));
            buf_shown(&app->out, u->src.path);
            buf_u8(&app->out, '\n');
        }
        w->build.oom = w->scratch.oom = w->lasting.oom = app->a->oom;
        if (!u->facts)
            u->facts = unit_parse(w, u, unit_memory(w, u), 0);
        if (u->facts)
            facts_dump(&app->out, u->facts);
        unit_let_go(u);
    }
}
