/* freeze.c: the finished facts of a file in one piece of memory. A front end builds in an arena that grows as it goes: half of what that takes
 * is room left over and copies that were outgrown. What is kept of a file is a copy of exact size, its text included, and the arena serves the
 * next file. */
#include <string.h>

#include "facts.h"

typedef struct {
    Str text;     /* of the source */
    u8 *moved;    /* where its copy stands; null: only the length of decoded strings is counted */
    u8 *to;       /* where decoded strings go */
    iz n;
    Str last, at; /* the string before and where it went: names of entries are those of their keys */
} Move;

static void move(Move *m, Str *s)
{
    if (!s->len)
        return;
    if (s->s >= m->text.s && s->s + s->len <= m->text.s + m->text.len) {
        if (m->moved)
            s->s = m->moved + (s->s - m->text.s);
        return;
    }
    bool same = s->s == m->last.s && s->len == m->last.len;
    m->last = *s;
    if (m->moved && !same) {
        memcpy(m->to + m->n, s->s, (size_t)s->len);
        m->at = (Str){m->to + m->n, s->len};
    }
    if (m->moved)
        *s = m->at;
    if (!same)
        m->n += s->len;
}

static void move_all(Move *m, Facts *f)
{
    for (iz i = 0; i < f->exprs.n; i++)
        move(m, &f->exprs.v[i].str);
    m->last = (Str){0};
    for (iz i = 0; i < f->args.n; i++)
        move(m, &f->args.v[i].name);
    for (iz i = 0; i < f->params.n; i++)
        move(m, &f->params.v[i].name);
    for (iz i = 0; i < f->scopes.n; i++)
        move(m, &f->scopes.v[i].name);
    for (iz i = 0; i < f->facts.n; i++) {
        Fact *x = &f->facts.v[i];
        move(m, &x->module);
        move(m, &x->symbol);
        move(m, &x->name);
    }
    move(m, &f->package);
}

static u8 *put(u8 **at, const void *from, iz size, iz n)
{
    u8 *to = *at;
    if (n)
        memcpy(to, from, (size_t)(size * n));
    *at = to + size * n;
    return to;
}

#define ROOM 8 /* every pool's element size and alignment divide by it */
_Static_assert(sizeof(Expr) % ROOM == 0 && sizeof(Arg) % ROOM == 0 && sizeof(Param) % ROOM == 0, "pools follow each other");
_Static_assert(sizeof(Scope) % ROOM == 0 && sizeof(Fact) % ROOM == 0 && _Alignof(Facts) <= ROOM, "pools follow each other");

iz facts_least(const Facts *f)
{
    return (iz)sizeof(Facts) + f->exprs.n * (iz)sizeof(Expr) + f->args.n * (iz)sizeof(Arg) + f->params.n * (iz)sizeof(Param) +
           f->scopes.n * (iz)sizeof(Scope) + f->facts.n * (iz)sizeof(Fact) + f->src->text.len + 1;
}

#define POOL(name) \
    to->name.v = (void *)put(&at, f->name.v, (iz)sizeof *f->name.v, f->name.n); \
    to->name.n = to->name.cap = f->name.n

Facts *facts_freeze(Arena *a, const Facts *f)
{
    Move count = {.text = f->src->text};
    move_all(&count, (Facts *)(uintptr_t)f);
    u8 *at = arena_raw(a, facts_least(f) + count.n, ROOM);
    Facts *to = (void *)put(&at, f, (iz)sizeof *f, 1);
    POOL(exprs);
    POOL(args);
    POOL(params);
    POOL(scopes);
    POOL(facts);
    to->arena = a;
    Move m = {.text = f->src->text, .moved = at};
    m.to = put(&at, f->src->text.s, 1, f->src->text.len) + f->src->text.len;
    *m.to++ = 0;
    f->src->text.s = m.moved;
    move_all(&m, to);
    return to;
}
