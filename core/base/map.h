/* map.h: hash map from Str to i32, in an arena. Keys are not copied. No deletion.
 * Iteration order is never taken from it: keep values in an array and store their index here. */
#ifndef CORE_BASE_MAP_H
#define CORE_BASE_MAP_H

#include "str.h"

typedef struct {
    Str *keys;
    i32 *vals;
    i32 n, cap; /* cap is 0 or a power of two */
} Map;

/* The value of key, or -1. */
i32 map_get(const Map *m, Str key);

/* Sets key to val (val >= 0). */
void map_put(Arena *a, Map *m, Str key, i32 val);

/* A pointer to key's value; a new key starts with -1. Valid until the next map_put / map_at. */
i32 *map_at(Arena *a, Map *m, Str key);

/* A hash table of numbers whose keys stand elsewhere: eight bytes a slot, at most three quarters full. Several numbers may have one hash:
 * for (i32 i = slots_first(&s, hash, &at); i >= 0; i = slots_next(&s, hash, &at)) compare the key of i. */
typedef struct {
    u64 *v; /* upper half: of the hash; lower: number + 1, or 0 */
    iz n, cap;
} Slots;

/* The first number with this hash, the next one, or -1. */
i32 slots_first(const Slots *s, u64 hash, iz *at);
i32 slots_next(const Slots *s, u64 hash, iz *at);

/* Puts another number of the same hash in the place of the one that was just found. */
void slots_set(Slots *s, iz at, i32 i);

/* Adds a number (i >= 0). */
void slots_add(Arena *a, Slots *s, u64 hash, i32 i);

/* Makes room for n numbers in an empty table, which then need not grow. */
void slots_room(Arena *a, Slots *s, iz n);

/* Texts, each kept once. */
typedef struct {
    Slots slots;
    VEC(const Str *) v;
} Texts;

/* The kept text that is equal to s; it stays where it is as long as the arena does. */
const Str *text_once(Arena *a, Texts *t, Str s);

#endif
