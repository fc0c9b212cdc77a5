/* contexts.c: calling contexts that were found once are remembered: for good, or as long as the evaluation goes on that they were found on
 * the way down to (Partial). Who asks for contexts while they are being found gets none: what comes of it is not the whole truth. */
#include "project.h"

Partial partial_now(const Project *p)
{
    Partial x = {.ran = p->ran, .limited = p->limited, .depth = p->limited};
    while (x.depth < 64 && p->ran >> x.depth)
        x.depth++;
    x.serial = x.depth ? p->serials[x.depth] : 0;
    return x;
}

bool partial_holds(Project *p, const Partial *x)
{
    if (x->depth > p->depth || p->serials[x->depth] != x->serial)
        return false;
    p->ran |= x->ran;
    p->limited = p->limited || x->limited;
    return true;
}

bool contexts_known(Project *p, Str key, Asking *q, u32 *frames, i32 max, i32 *n)
{
    i32 *at = map_at(p->a, &p->context_ids, key);
    Contexts *c = *at < 0 ? 0 : &p->contexts.v[*at];
    *n = 0;
    if (c && c->busy) {
        c->asked = true;
        ran_into(p, c->depth);
        return true;
    }
    if (c && (!c->part.depth || partial_holds(p, &c->part))) {
        *n = c->n < max ? c->n : max;
        for (i32 i = 0; i < *n; i++)
            frames[i] = c->frames[i];
        return true;
    }
    if (p->depth >= EVAL_DEPTH || too_nested(p)) {
        eval_cut(p);
        return true;
    }
    if (!c) {
        *at = (i32)p->contexts.n;
        c = vec_push(p->a, &p->contexts);
    }
    *c = (Contexts){.busy = true, .depth = p->depth};
    *q = (Asking){*at, taint_begin(p)};
    return false;
}

void contexts_found(Project *p, const Asking *q, const u32 *frames, i32 n)
{
    Contexts *c = &p->contexts.v[q->at];
    u64 ran = p->ran, self = c->depth && !c->asked ? (u64)1 << (c->depth - 1) : 0; /* else it was this very question */
    p->ran &= depths_below(c->depth) | self;
    c->part = p->steps > 0 ? partial_now(p) : (Partial){.depth = 1}; /* serial 0: it never holds */
    p->ran = ran;
    taint_end(p, q->outer);
    c->busy = false;
    c->n = n;
    c->frames = new(p->a, u32, n);
    for (i32 i = 0; i < n; i++)
        c->frames[i] = frames[i];
}
