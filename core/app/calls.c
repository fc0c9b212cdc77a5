/* calls.c: from parsed units to SDK calls: what the user settles (environment variables, service hints) and what configuration files say goes
 * into the project, then its parts are resolved, in several threads. See app.h, crew.h. */
#include <stdio.h>
#include <stdlib.h>

#include "core/base/parallel.h"
#include "crew.h"

enum {
    ENV_FILE_MAX = 4 << 20,
    RESOLVE_MIN = 64 << 10, /* bytes of source from which threads pay */
};

static bool name_ok(Str s)
{
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!letter && !(i && ((c >= '0' && c <= '9') || c == '.' || c == '-')))
            return false;
    }
    return s.len > 0;
}

/* The value of a line of an env file: in quotes (with \n, \", \\ in double ones), or plain up to " #". */
static Str env_value(Arena *a, Str v)
{
    v = str_trim(v);
    u8 q = v.len ? v.s[0] : 0;
    Buf b = {.a = a};
    if (q != '"' && q != '\'') {
        iz hash = str_find(v, S(" #"));
        return str_trim(hash >= 0 ? str_head(v, hash) : v);
    }
    for (iz i = 1; i < v.len && v.s[i] != q; i++) {
        if (q == '"' && v.s[i] == '\\' && i + 1 < v.len) {
            i++;
            buf_u8(&b, v.s[i] == 'n' ? '\n' : v.s[i] == 't' ? '\t' : v.s[i]);
        } else {
            buf_u8(&b, v.s[i]);
        }
    }
    return buf_done(&b);
}

static bool env_file(App *app, Project *p, Str path)
{
    Str text, why, line;
    if (!read_whole(app->a, path, ENV_FILE_MAX, &text, &why)) {
        app_fail2(app, S("Cannot read the inputs"), str_cat(app->a, S("Cannot read --env-file "), path), why);
        return false;
    }
    if (str_starts(text, S("\xef\xbb\xbf")))
        text = str_from(text, 3);
    Str how = str_cat(app->a, S("--env-file "), path);
    while (str_cut(&text, '\n', &line)) {
        line = str_trim(line);
        if (str_starts(line, S("export ")))
            line = str_trim(str_from(line, 7));
        iz eq = str_find_u8(line, '=');
        if (!line.len || line.s[0] == '#' || eq < 0)
            continue;
        Str name = str_trim(str_head(line, eq));
        if (name_ok(name))
            project_env(p, name, env_value(app->a, str_from(line, eq + 1)), how);
    }
    return true;
}

/* --env wins over --env-file, so it is told last. */
static bool environment(App *app, const Args *args, Project *p, int *status)
{
    const StrVec *files = &args->value[OPT_ENV_FILE], *vars = &args->value[OPT_ENV];
    for (iz i = 0; i < files->n; i++)
        if (!env_file(app, p, files->v[i]))
            return false;
    for (iz i = 0; i < vars->n; i++) {
        Str v = vars->v[i];
        iz eq = str_find_u8(v, '=');
        Str name = eq < 0 ? v : str_head(v, eq);
        if (eq < 0 || !name_ok(name)) {
            *status = app_usage(app, str_cat3(app->a, S("invalid value '"), v, S("' for --env (NAME=VALUE)")), (Str){0});
            return false;
        }
        project_env(p, name, str_from(v, eq + 1), str_cat3(app->a, S("--env "), name, (Str){0}));
    }
    return true;
}

/* Every unknown hint is named, each with what is near. */
static bool hints(App *app, const Args *args, Project *p)
{
    const StrVec *names = &args->value[OPT_HINTS];
    Buf bad = {.a = app->a};
    for (iz i = 0; i < names->n; i++) {
        Str name = names->v[i], id = table_service(app->table, name), near[3];
        if (id.len) {
            project_hint(p, id);
            continue;
        }
        buf_str(&bad, bad.n ? S(", '") : S("'"));
        buf_str(&bad, name);
        buf_u8(&bad, '\'');
        Str low = str_lower(app->a, name);
        iz n = table_nearest(app->table, TBL_service, (Str){0}, service_id, low, near, COUNTOF(near));
        buf_str(&bad, app_did_you_mean(app->a, near, n));
    }
    if (bad.n)
        app_fail(app, S("Unknown service in --service-hints"), buf_done(&bad));
    return !bad.n;
}

/* On a terminal, says what a long run is doing, and takes it back. */
static void say_long(const App *app, const Inputs *in, bool begins)
{
    enum { LONG = 4 << 20 }; /* bytes of source */
    i64 bytes = 0;
    for (iz i = 0; i < in->units.n; i++)
        bytes += in->units.v[i].size;
    if (!app->terminal || bytes < LONG)
        return;
    if (begins)
        fprintf(stderr, "following values through %td files", in->units.n);
    else
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

/* The environment variables that would make the values of a call exact, each at the first place that reads it. */
static void note_value(App *app, Map *seen, const ArgValue *v)
{
    for (; v; v = v->alt) {
        for (const Origin *o = v->origin; o; o = o->from)
            if (o->variable.len && !o->from && map_get(seen, o->variable) < 0) {
                map_put(app->a, seen, o->variable, 0);
                diag_add(&app->diags, DIAG_open_environment, o->src, o->off, o->variable);
            }
        for (iz i = 0; i < v->items.n; i++)
            note_value(app, seen, v->items.v[i]);
        for (iz i = 0; i < v->fields.n; i++)
            note_value(app, seen, v->fields.v[i].value);
    }
}

static void note_environment(App *app, const SdkCalls *calls)
{
    Map seen = {0};
    for (iz i = 0; i < calls->n; i++) {
        note_value(app, &seen, calls->v[i].args);
        note_value(app, &seen, calls->v[i].region);
    }
}

/* --- the second pass: part by part --- */

typedef struct {
    Crew *crew;
    Unit **units;       /* as the whole numbers them */
    const Part **parts; /* that are needed, the largest first */
    const Parts *all;
} Resolve;

/* The facts of a file that was let go. Files of a part keep their order, so one that cannot be read any more is an empty one. */
static Facts *facts_again(Worker *w, Unit *u, Arena *to)
{
    Facts *f = unit_parse(w, u, to, 0);
    if (f)
        return f;
    u->src.text = S("");
    f = new(to, Facts, 1);
    facts_init(f, to, &u->src, u->lang->id, 0);
    u->lang->parse(f, &w->scratch);
    facts_finish(f);
    return f;
}

/* What is said about a part outlives its texts. */
static void keep_diags(Worker *w, iz from)
{
    for (iz i = from; i < w->diags.n; i++) {
        Diag *d = &w->diags.v[i];
        d->subject = str_dup(&w->lasting, d->subject);
        if (d->src && d->off != DIAG_NO_PLACE)
            source_where(&w->lasting, d->src, d->off);
    }
}

static void leave_part(Resolve *r, Worker *w, const Part *part)
{
    for (i32 k = 0; k < part->n; k++)
        unit_let_go(r->units[part->files[k]]);
    w->project = 0;
    arena_reset(&w->part, SPARE_MAX);
}

static void resolve_part(void *ctx, int worker, iz i)
{
    Resolve *r = ctx;
    Worker *w = &r->crew->v[worker];
    const Part *part = r->parts[i];
    iz said = w->diags.n;
    if (app_stopped(r->crew->app))
        return;
    worker_ready(w);
    if (setjmp(w->oom)) {
        if (w->project)
            project_free(w->project);
        arena_free(&w->build);
        arena_free(&w->scratch);
        leave_part(r, w, part);
        w->diags.n = said;
        for (i32 k = 0; k < part->n; k++)
            r->units[part->files[k]]->out_of_memory = true;
        return;
    }
    w->project = project_part(&w->part, r->crew->whole, (i32)(part - r->all->v), w->memory, &w->diags);
    for (i32 k = 0; k < part->n; k++) {
        Unit *u = r->units[part->files[k]];
        project_add(w->project, u->facts ? u->facts : facts_again(w, u, &w->part));
    }
    project_calls(w->project);
    keep_diags(w, said);
    leave_part(r, w, part);
}

/* The files of one part that is most of the work are parsed by all threads. */
static void parse_again(void *ctx, int worker, iz i)
{
    Resolve *r = ctx;
    Worker *w = &r->crew->v[worker];
    Unit *u = r->units[r->parts[0]->files[i]];
    if (u->facts || app_stopped(r->crew->app))
        return;
    worker_ready(w);
    if (setjmp(w->oom)) {
        arena_free(&w->build);
        arena_free(&w->scratch);
        unit_let_go(u); /* once more, when its part's turn comes */
        return;
    }
    u->facts = facts_again(w, u, unit_memory(w, u));
}

static int by_size(const void *x, const void *y)
{
    const Part *p = *(const Part *const *)x, *q = *(const Part *const *)y;
    return p->bytes != q->bytes ? (p->bytes < q->bytes ? 1 : -1) : (p > q) - (p < q);
}

static void resolve_parts(Resolve *r, const Inputs *in)
{
    Crew *c = r->crew;
    iz n = 0;
    i64 bytes = 0;
    r->parts = new(c->app->a, const Part *, r->all->n);
    for (iz i = 0; i < r->all->n; i++) {
        const Part *part = &r->all->v[i];
        if (part->needed) {
            r->parts[n++] = part;
            bytes += part->bytes;
            continue;
        }
        for (i32 k = 0; k < part->n; k++)
            unit_let_go(r->units[part->files[k]]);
    }
    if (n > 1)
        qsort(r->parts, (size_t)n, sizeof *r->parts, by_size);
    int jobs = crew_size(c, bytes, RESOLVE_MIN);
    if (n && r->parts[0]->bytes > bytes / 2)
        parallel_for(jobs, r->parts[0]->n, &(Parallel){.run = parse_again, .ctx = r});
    parallel_for(jobs, n, &(Parallel){.run = resolve_part, .ctx = r});
    for (int i = 0; i < c->n; i++)
        for (iz k = 0; k < c->v[i].diags.n; k++)
            *(Diag *)vec_push(c->app->a, &c->app->diags) = c->v[i].diags.v[k];
    for (iz i = 0; i < in->units.n; i++)
        if (in->units.v[i].read && in->units.v[i].out_of_memory)
            diag_add(&c->app->diags, DIAG_out_of_memory, &in->units.v[i].src, DIAG_NO_PLACE, (Str){0});
}

bool inputs_calls(App *app, const Args *args, Inputs *in, SdkCalls *calls, int *status)
{
    *status = app->cmd->failure;
    Resolve r = {.crew = in->crew, .units = new(app->a, Unit *, in->units.n)};
    Project *p = in->crew->whole;
    iz n = 0;
    if (app->hooks && app->hooks->stop)
        project_stop(p, app->hooks->stop, app->hooks->ctx);
    if (!hints(app, args, p) || !environment(app, args, p, status))
        return false;
    for (iz i = 0; i < in->units.n; i++) {
        Unit *u = &in->units.v[i];
        if (!u->read)
            continue;
        if (u->lang) {
            r.units[n++] = u;
            project_tell(p, u->outline);
        } else {
            project_file(p, u->src.path, u->src.text);
        }
    }
    say_long(app, in, true);
    r.all = project_parts(p);
    resolve_parts(&r, in);
    *calls = project_joined(p);
    for (iz i = 0; i < n; i++)
        unit_let_go(r.units[i]);
    crew_rest(in->crew);
    say_long(app, in, false);
    note_environment(app, calls);
    if (app_stopped(app)) {
        app_fail(app, S("Stopped"), (Str){0});
        return false;
    }
    return true;
}
