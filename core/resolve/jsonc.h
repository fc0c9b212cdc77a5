/* jsonc.h: reading JSON as configuration files write it: with comments, trailing commas and a byte order mark (tsconfig.json), which cJSON
 * refuses. Anything can be read: what is no JSON ends the reading, and what came before it counts. */
#ifndef CORE_RESOLVE_JSONC_H
#define CORE_RESOLVE_JSONC_H

#include "core/base/map.h"

typedef enum { JSONC_OTHER, JSONC_TEXT, JSONC_LIST, JSONC_MAP } JsoncKind; /* OTHER: numbers, true, false, null */

typedef struct Jsonc Jsonc;
struct Jsonc {
    u8 kind;
    Str key;            /* of a map's entry */
    Str text;           /* TEXT: decoded; OTHER: as written */
    const Jsonc *first; /* LIST, MAP: entries in order */
    const Jsonc *next;
    const struct JsoncIndex *index; /* MAP of many entries; else null */
};

/* The value that text holds, in a; never null (an OTHER without text where there is none). */
const Jsonc *jsonc_read(Arena *a, Str text, bool *cut); /* *cut: it goes past a limit (limits.h), and ends there */

/* The last entry of that name, or null; v may be null. */
const Jsonc *jsonc_get(const Jsonc *v, Str key);

/* The entry whose key is the name, or the pattern with a star that fits it with the longest text before the star; or null. *hole: what the star
 * stands for. v may be null. */
const Jsonc *jsonc_fitting(const Jsonc *v, Str name, Str *hole);

/* The text under that name, or the empty one; v may be null. */
Str jsonc_text(const Jsonc *v, Str key);

#endif
