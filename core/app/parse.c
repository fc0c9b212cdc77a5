/* parse.c: the first pass over the inputs, in several threads. See crew.h. */
#include <stdio.h>
#include <time.h>

#include "core/base/parallel.h"
#include "crew.h"

enum { PARALLEL_MIN = 256 << 10 }; /* bytes of input from which threads pay */

typedef struct {
    Crew *crew;
    Unit *v;
    iz n;
    struct timespec start, shown;
} Parse;

/* Text and facts are in w->build, until the next file is read. */
static bool build(Worker *w, Unit *u, Facts *f, Diags *diags)
{
    arena_reset(&w->build, SPARE_MAX);
    if (!unit_load(&w->build, u, diags))
        return false;
    facts_init(f, &w->build, &u->src, u->lang->id, diags);
    u->lang->parse(f, &w->scratch);
    facts_finish(f);
    arena_reset(&w->scratch, SPARE_MAX);
    return true;
}

Facts *unit_parse(Worker *w, Unit *u, Arena *to, Diags *diags)
{
    Facts f;
    return build(w, u, &f, diags) ? facts_freeze(to, &f) : 0;
}

Arena *unit_memory(Worker *w, Unit *u)
{
    if (!u->memory)
        u->memory = new(&w->lasting, Arena, 1);
    *u->memory = (Arena){.exact = true, .oom = w->lasting.oom};
    return u->memory;
}

void unit_let_go(Unit *u)
{
    if (u->memory)
        arena_free(u->memory);
    u->facts = 0;
    u->src.text = (Str){0};
}

/* What is said about a file outlives its text. */
static void keep_diags(Worker *w, Unit *u)
{
    Arena *a = &w->lasting;
    if (!w->found.n)
        return;
    Diags *all = new(a, Diags, 1);
    vec_exact(a, all, w->found.n);
    for (iz i = 0; i < w->found.n; i++) {
        Diag *d = vec_push(a, all);
        *d = w->found.v[i];
        d->subject = str_dup(a, d->subject);
        if (d->off != DIAG_NO_PLACE && u->lang)
            source_where(a, d->src, d->off);
    }
    u->diags = all;
}

void worker_ready(Worker *w)
{
    w->build.oom = w->scratch.oom = w->lasting.oom = w->cache.oom = w->part.oom = &w->oom;
}

static void parse_one(void *ctx, int worker, iz i)
{
    Parse *p = ctx;
    Crew *c = p->crew;
    Worker *w = &c->v[worker];
    Unit *u = &p->v[i];
    ArenaMark mark = arena_mark(&w->lasting);
    worker_ready(w);
    if (setjmp(w->oom)) {
        unit_let_go(u);
        arena_rewind(&w->lasting, mark);
        arena_free(&w->build);
        arena_free(&w->scratch);
        u->memory = 0;
        u->src.lines = 0;
        u->diags = 0;
        w->found = (Diags){.a = &w->lasting};
        u->out_of_memory = true;
        u->read = false;
        return;
    }
    w->found.n = 0;
    if (app_stopped(c->app))
        return;
    if (!u->lang) {
        u->read = unit_load(&w->lasting, u, &w->found);
        keep_diags(w, u);
        return;
    }
    Facts f;
    u->read = build(w, u, &f, &w->found);
    keep_diags(w, u);
    if (!u->read) {
        unit_let_go(u);
        return;
    }
    if (w->scout)
        u->outline = project_outline(w->scout, &w->scratch, &f, u->src.text.len);
    arena_reset(&w->scratch, SPARE_MAX);
    bool keep = u->from_stdin || (u->size > c->bytes / 2 && u->outline && outline_asks(u->outline));
    if (keep || atomic_load(&c->kept) + facts_least(&f) <= FACTS_KEPT) {
        u->facts = facts_freeze(unit_memory(w, u), &f);
        ptrdiff_t size = u->memory->total;
        if (keep || atomic_fetch_add(&c->kept, size) + size <= FACTS_KEPT)
            return;
        atomic_fetch_sub(&c->kept, size);
    }
    unit_let_go(u);
}

static long ms_since(struct timespec t)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long)(now.tv_sec - t.tv_sec) * 1000 + (now.tv_nsec - t.tv_nsec) / 1000000;
}

static void progress(void *ctx, iz done)
{
    enum { LONG = 700, EVERY = 100 };
    Parse *p = ctx;
    if (p->crew->app->hooks && p->crew->app->hooks->step)
        p->crew->app->hooks->step(p->crew->app->hooks->ctx, done, p->n);
    if (!p->crew->app->terminal)
        return;
    if (ms_since(p->start) < LONG || ms_since(p->shown) < EVERY)
        return;
    clock_gettime(CLOCK_MONOTONIC, &p->shown);
    fprintf(stderr, "\rreading %td of %td files\033[K", done, p->n);
    if (done == p->n)
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

static void hire(Crew *c, Worker *w)
{
    w->build.reuse = w->scratch.reuse = true;
    w->lasting.oom = c->app->a->oom;
    w->found.a = w->diags.a = &w->lasting;
    w->cache.oom = c->app->a->oom;
    w->memory = part_memory_new(&w->cache, &w->lasting);
    if (c->whole)
        w->scout = project_scout(&w->scratch, c->whole, w->memory);
}

int crew_size(const Crew *c, i64 bytes, i64 least)
{
    return bytes < least || c->n < 1 ? 1 : c->n;
}

void parse_all(App *app, Inputs *in, int jobs, bool outlines)
{
    Parse p;
    i64 bytes = 0;
    for (iz i = 0; i < in->units.n; i++)
        bytes += in->units.v[i].size;
    Crew *crew = new(app->a, Crew, 1);
    *crew = (Crew){.app = app, .v = new(app->a, Worker, jobs + 1), .n = jobs, .bytes = bytes};
    in->crew = crew;
    if (outlines) {
        crew->memory.oom = app->a->oom;
        crew->whole = project_new(&crew->memory, app->table, &app->diags);
    }
    for (int i = 0; i < jobs; i++)
        hire(crew, &crew->v[i]);
    jobs = crew_size(crew, bytes, PARALLEL_MIN);
    p = (Parse){.crew = crew, .v = in->units.v, .n = in->units.n};
    bool ticks = app->terminal || (app->hooks && app->hooks->step);
    clock_gettime(CLOCK_MONOTONIC, &p.start);
    p.shown = p.start;
    parallel_for(jobs, p.n, &(Parallel){.run = parse_one, .tick = ticks ? progress : 0, .ctx = &p});
    if (app->terminal && (p.shown.tv_sec != p.start.tv_sec || p.shown.tv_nsec != p.start.tv_nsec))
        fputs("\r\033[K", stderr);
    for (iz i = 0; i < p.n; i++) {
        Unit *u = &p.v[i];
        if (u->out_of_memory)
            diag_add(&app->diags, DIAG_out_of_memory, &u->src, DIAG_NO_PLACE, (Str){0});
        for (iz k = 0; u->diags && k < u->diags->n; k++) {
            Diag d = u->diags->v[k];
            diag_add(&app->diags, d.code, d.src, d.off, d.subject);
        }
        in->dropped += !u->read;
    }
}

void crew_rest(Crew *c)
{
    for (int i = 0; i < c->n; i++) {
        Worker *w = &c->v[i];
        if (w->project)
            project_free(w->project);
        if (w->memory)
            part_memory_rest(w->memory);
        w->project = w->scout = 0;
        w->memory = 0;
        arena_free(&w->build);
        arena_free(&w->scratch);
        arena_free(&w->part);
        arena_free(&w->cache);
    }
}

void inputs_free(Inputs *in)
{
    Crew *c = in->crew;
    for (iz i = 0; i < in->units.n; i++)
        if (in->units.v[i].memory)
            arena_free(in->units.v[i].memory);
    if (c)
        crew_rest(c);
    for (int i = 0; c && i < c->n; i++)
        arena_free(&c->v[i].lasting);
    if (c && c->whole)
        project_free(c->whole);
    if (c)
        arena_free(&c->memory);
    *in = (Inputs){0};
}
