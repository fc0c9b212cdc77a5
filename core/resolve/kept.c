/* kept.c: what an evaluation went through many things for is kept until values are dropped, so that who asks again does not go through them
 * again. Only what holds for good is kept: no bound was met, and nothing in progress was run into. */
#include "project.h"

bool kept_find(Project *p, Str key, Values *v)
{
    i32 at = map_get(&p->kept_ids, key);
    if (at < 0)
        return false;
    *v = p->kept.v[at];
    return true;
}

bool kept_holds(const Project *p)
{
    return !p->ran && !p->limited && p->steps > 0;
}

void kept_put(Project *p, Str key, Values v)
{
    if (!kept_holds(p))
        return;
    map_put(p->a, &p->kept_ids, key, (i32)p->kept.n);
    *(Values *)vec_push(p->a, &p->kept) = v;
}

Str kept_key(Project *p, u8 what, u32 file, u32 id, Str name)
{
    return number_key(p->a, (i64[]){what, file, id}, 3, name);
}
