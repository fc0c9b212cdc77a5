/* map.c: open addressing with linear probing, at most half full. A slot is empty when its key's s is null;
 * the empty key is kept as a pointer to a static byte. */
#include "map.h"

static const u8 nothing[1];

static Str norm(Str k)
{
    return k.len ? k : (Str){nothing, 0};
}

static iz slot(const Map *m, Str k)
{
    iz mask = m->cap - 1;
    iz i = (iz)(str_hash(k) & (u64)mask);
    while (m->keys[i].s && !str_eq(m->keys[i], k))
        i = (i + 1) & mask;
    return i;
}

i32 map_get(const Map *m, Str key)
{
    if (!m->cap)
        return -1;
    iz i = slot(m, norm(key));
    return m->keys[i].s ? m->vals[i] : -1;
}

static void grow(Arena *a, Map *m)
{
    Map big = {.cap = m->cap ? m->cap * 2 : 4};
    big.keys = new(a, Str, big.cap);
    big.vals = new(a, i32, big.cap);
    for (iz i = 0; i < m->cap; i++)
        if (m->keys[i].s) {
            iz j = slot(&big, m->keys[i]);
            big.keys[j] = m->keys[i];
            big.vals[j] = m->vals[i];
        }
    big.n = m->n;
    *m = big;
}

i32 *map_at(Arena *a, Map *m, Str key)
{
    if ((m->n + 1) * 2 > m->cap)
        grow(a, m);
    key = norm(key);
    iz i = slot(m, key);
    if (!m->keys[i].s) {
        m->keys[i] = key;
        m->vals[i] = -1;
        m->n++;
    }
    return &m->vals[i];
}

void map_put(Arena *a, Map *m, Str key, i32 val)
{
    *map_at(a, m, key) = val;
}

/* --- slots --- */

static u32 upper(u64 hash)
{
    return (u32)(hash * 0x9e3779b97f4a7c15u >> 32);
}

static i32 slots_from(const Slots *s, u32 h, iz *at)
{
    iz mask = s->cap - 1;
    for (; s->v[*at]; *at = (*at + 1) & mask)
        if (s->v[*at] >> 32 == h)
            return (i32)(u32)s->v[*at] - 1;
    return -1;
}

i32 slots_first(const Slots *s, u64 hash, iz *at)
{
    u32 h = upper(hash);
    *at = s->cap ? (iz)(h & (u32)(s->cap - 1)) : 0;
    return s->cap ? slots_from(s, h, at) : -1;
}

i32 slots_next(const Slots *s, u64 hash, iz *at)
{
    *at = (*at + 1) & (s->cap - 1);
    return slots_from(s, upper(hash), at);
}

void slots_set(Slots *s, iz at, i32 i)
{
    s->v[at] = (s->v[at] >> 32 << 32) | (u32)(i + 1);
}

static void slots_put(Slots *s, u64 entry)
{
    iz mask = s->cap - 1, at = (iz)(entry >> 32) & mask;
    while (s->v[at])
        at = (at + 1) & mask;
    s->v[at] = entry;
}

static void slots_resize(Arena *a, Slots *s, iz cap)
{
    Slots old = *s;
    s->v = new(a, u64, cap);
    s->cap = cap;
    for (iz i = 0; i < old.cap; i++)
        if (old.v[i])
            slots_put(s, old.v[i]);
}

void slots_room(Arena *a, Slots *s, iz n)
{
    iz cap = 4;
    while (cap / 4 * 3 < n)
        cap *= 2;
    slots_resize(a, s, cap);
}

void slots_add(Arena *a, Slots *s, u64 hash, i32 i)
{
    if (s->n >= s->cap / 4 * 3)
        slots_resize(a, s, s->cap ? s->cap * 2 : 4);
    slots_put(s, (u64)upper(hash) << 32 | (u32)(i + 1));
    s->n++;
}

const Str *text_once(Arena *a, Texts *t, Str s)
{
    u64 h = str_hash(s);
    iz at;
    for (i32 i = slots_first(&t->slots, h, &at); i >= 0; i = slots_next(&t->slots, h, &at))
        if (str_eq(*t->v.v[i], s))
            return t->v.v[i];
    Str *kept = new(a, Str, 1);
    *kept = str_dup(a, s);
    slots_add(a, &t->slots, h, (i32)t->v.n);
    return *vec_push(a, &t->v) = kept;
}
