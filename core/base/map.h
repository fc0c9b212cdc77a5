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

#endif
