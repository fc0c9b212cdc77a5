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
