/* diag.c: see diag.h. */
#include "diag.h"

#include <stdlib.h>

static const struct {
    Str name, text;
    DiagLevel level;
} table[] = {
#define DIAG(code, level, text) {S_INIT(#code), S_INIT(text), LEVEL_##level},
#include "diag.def"
#undef DIAG
};

static const Str levels[] = {
    S_INIT("note"), S_INIT("warning"), S_INIT("unsupported"), S_INIT("error"),
};

void diag_add(Diags *d, DiagCode code, Source *src, u32 off, Str subject)
{
    Diag *x = vec_push(d->a, d);
    *x = (Diag){code, src, off, subject};
}

DiagLevel diag_level(DiagCode code)
{
    return table[code].level;
}

Str diag_name(DiagCode code)
{
    return table[code].name;
}

Str level_name(DiagLevel level)
{
    return levels[level];
}

void diag_format(Buf *out, Arena *a, const Diag *d)
{
    if (d->src) {
        buf_shown(out, d->src->path);
        buf_u8(out, ':');
        if (d->off != DIAG_NO_PLACE) {
            LineCol at = source_where(a, d->src, d->off);
            buf_int(out, at.line);
            buf_u8(out, ':');
            buf_int(out, at.col);
            buf_u8(out, ':');
        }
        buf_u8(out, ' ');
    }
    buf_str(out, levels[table[d->code].level]);
    buf_str(out, S(": "));
    buf_str(out, table[d->code].text);
    if (d->subject.len) {
        buf_str(out, S(" '"));
        buf_shown(out, d->subject);
        buf_u8(out, '\'');
    }
    buf_str(out, S(" ["));
    buf_str(out, table[d->code].name);
    buf_str(out, S("]\n"));
}

static int by_place(const void *x, const void *y)
{
    const Diag *p = x, *q = y;
    Str pp = p->src ? p->src->path : (Str){0};
    Str qp = q->src ? q->src->path : (Str){0};
    int c = str_cmp(pp, qp);
    if (!c)
        c = (p->off > q->off) - (p->off < q->off);
    if (!c)
        c = (p->code > q->code) - (p->code < q->code);
    return c ? c : str_cmp(p->subject, q->subject);
}

void diag_sort(Diags *d)
{
    if (d->n > 1)
        qsort(d->v, (size_t)d->n, sizeof *d->v, by_place);
}
