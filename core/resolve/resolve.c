/* resolve.c: the project as others see it: filled, resolved, dumped. See resolve.h; the pieces are listed in project.h. */
#include <string.h>

#include "project.h"

Project *project_new(Arena *a, const Table *table, Diags *diags)
{
    Project *p = new(a, Project, 1);
    p->a = p->keep = p->result = p->cache = p->finding = a;
    p->values.oom = p->links.oom = a->oom;
    p->values.steady = true;
    p->t = table;
    p->diags = diags;
    p->lock = new(a, pthread_mutex_t, 1);
    pthread_mutex_init(p->lock, 0);
    return p;
}

void project_add(Project *p, Facts *facts)
{
    *(Facts **)vec_push(p->a, &p->added) = facts;
}

void project_env(Project *p, Str name, Str value, Str how)
{
    Origin *o = new(p->a, Origin, 1);
    o->what = how;
    map_put(p->a, &p->env, name, (i32)p->envs.n);
    *(Field *)vec_push(p->a, &p->envs) = (Field){name, values_text(p->a, value, o), false};
}

void project_hint(Project *p, Str service)
{
    *(Str *)vec_push(p->a, &p->hints) = service;
}

void project_file(Project *p, Str path, Str text)
{
    map_put(p->a, &p->config, path, (i32)p->configs.n);
    *(Str *)vec_push(p->a, &p->config_paths) = path;
    *(Str *)vec_push(p->a, &p->configs) = text;
    manifest_add(p, path, text);
}

void project_stop(Project *p, bool (*stop)(void *ctx), void *ctx)
{
    p->stop = stop;
    p->stop_ctx = ctx;
}

void project_free(Project *p)
{
    arena_free(&p->values);
    if (p->whole)
        return;
    arena_free(&p->links);
    pthread_mutex_destroy(p->lock);
}

void query_begin(Project *p)
{
    p->budget -= p->given - p->steps;
    p->given = p->steps = p->budget > 0 ? EVAL_STEPS : EVAL_STEPS_LATE;
    p->ran = 0;
    p->limited = false;
    p->charged = arena_used(&p->values);
}

void values_reset(Project *p, bool force)
{
    if (!force && arena_size(&p->values) < EVAL_BYTES)
        return;
    arena_reset(&p->values, EVAL_BYTES);
    p->memo = 0;
    p->memo_n = p->memo_cap = 0;
    p->context_ids = p->frame_ids = p->kept_ids = (Map){0};
    memset(&p->kept, 0, sizeof p->kept);
    p->assigned_ids = p->latest_ids = p->changed_ids = (Map){0};
    memset(&p->changed, 0, sizeof p->changed);
    memset(&p->latest, 0, sizeof p->latest);
    memset(&p->assigned, 0, sizeof p->assigned);
    memset(&p->contexts, 0, sizeof p->contexts);
    memset(&p->frames, 0, sizeof p->frames);
    (void)vec_push(p->a, &p->frames);
}

/* "with 3 more files" */
static Str others(Project *p)
{
    Buf b = {.a = p->keep};
    if (p->nfiles < 2)
        return (Str){0};
    buf_str(&b, S("with "));
    buf_int(&b, p->nfiles - 1);
    buf_str(&b, p->nfiles > 2 ? S(" more files") : S(" more file"));
    return buf_done(&b);
}

SdkCalls project_calls(Project *p)
{
    index_project(p);
    p->budget = EVAL_BASE;
    for (i32 i = 0; i < p->nfiles; i++)
        p->budget += EVAL_PER_FACT * (i64)p->files[i].f->facts.n;
    p->a = &p->values;
    values_reset(p, true);
    emit_calls(p);
    if (p->budget <= 0 && p->diags && p->nfiles)
        diag_add(p->diags, DIAG_too_involved, p->files[0].f->src, DIAG_NO_PLACE, others(p));
    if (p->whole)
        part_done(p);
    else
        arena_free(&p->values);
    p->a = p->keep;
    return p->out;
}

/* --- dump --- */

static void dump_text(Buf *b, Str s)
{
    buf_u8(b, '"');
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] == TEXT_HOLE)
            buf_str(b, S("{?}"));
        else if (s.s[i] == '"' || s.s[i] == '\\' || s.s[i] < 32)
            buf_u8(b, s.s[i] < 32 ? ' ' : '\'');
        else
            buf_u8(b, s.s[i]);
    buf_u8(b, '"');
}

static void dump_arg(Buf *b, const ArgValue *v)
{
    for (; v; v = v->alt) {
        switch ((ArgKind)v->kind) {
        case ARG_UNKNOWN:
            buf_u8(b, '?');
            break;
        case ARG_NULL:
            buf_str(b, S("null"));
            break;
        case ARG_TEXT:
            dump_text(b, v->text);
            break;
        case ARG_BOOL:
            buf_str(b, v->text);
            break;
        case ARG_LIST:
            buf_u8(b, '[');
            for (iz i = 0; i < v->items.n; i++) {
                if (i)
                    buf_str(b, S(", "));
                dump_arg(b, v->items.v[i]);
            }
            buf_str(b, v->open ? v->items.n ? S(", ...]") : S("...]") : S("]"));
            break;
        case ARG_MAP:
            buf_u8(b, '{');
            for (iz i = 0; i < v->fields.n; i++) {
                if (i)
                    buf_str(b, S(", "));
                for (iz k = 0; k < v->fields.v[i].name.len; k++)
                    if (v->fields.v[i].name.s[k] == TEXT_HOLE)
                        buf_str(b, S("{?}"));
                    else
                        buf_u8(b, v->fields.v[i].name.s[k]);
                buf_str(b, v->fields.v[i].maybe ? S("?=") : S("="));
                dump_arg(b, v->fields.v[i].value);
            }
            buf_str(b, v->open ? v->fields.n ? S(", ...}") : S("...}") : S("}"));
            break;
        }
        if (v->alt)
            buf_str(b, S(" | "));
    }
}

void calls_dump(Buf *out, Arena *a, const SdkCalls *calls)
{
    static const Str evidence[] = {S_INIT("exact"), S_INIT("inferred"), S_INIT("ambiguous")};
    for (iz i = 0; i < calls->n; i++) {
        const SdkCall *c = &calls->v[i];
        LineCol at = source_where(a, c->src, c->off);
        buf_shown(out, c->src->path);
        buf_u8(out, ':');
        buf_int(out, at.line);
        buf_u8(out, ':');
        buf_int(out, at.col);
        buf_u8(out, ' ');
        for (iz k = 0; k < c->services.n; k++) {
            if (k)
                buf_u8(out, '|');
            buf_str(out, c->services.v[k]);
        }
        buf_u8(out, ':');
        buf_str(out, c->operation);
        buf_u8(out, ' ');
        buf_str(out, evidence[c->evidence]);
        if (c->via.len) {
            buf_u8(out, ' ');
            buf_str(out, c->via);
        }
        buf_u8(out, ' ');
        buf_str(out, c->written);
        buf_str(out, S("("));
        dump_arg(out, c->args);
        buf_str(out, S(")"));
        if (c->region) {
            buf_str(out, S(" region="));
            dump_arg(out, c->region);
        }
        buf_u8(out, '\n');
    }
}
