/* pattern.h: sets of texts given by wildcards, and two exact questions about them: does one contain the other, do they meet.
 *
 * A pattern is a list of symbols: bytes, exactly-one, any-run, and variables (text that somebody else decides: as the outer side of a
 * containment a variable matches nothing for certain, elsewhere it is any run). Three notations are read into it.
 */
#ifndef MAPPER_PATTERN_H
#define MAPPER_PATTERN_H

#include "core/base/str.h"

enum { PAT_ONE = 256, PAT_RUN, PAT_VAR };

typedef struct {
    u16 *v;
    iz n;
} Pattern;

/* As IAM reads a Resource or a condition value: `*` and `?` wild, ${*} ${?} ${$} literal, any other ${…} a variable. */
Pattern pattern_iam(Arena *a, Str s);

/* `*` and `?` wild, nothing else special. */
Pattern pattern_glob(Arena *a, Str s);

/* A text of the code: TEXT_HOLE (0xff) any run, 0xfe exactly one, everything else itself. */
Pattern pattern_text(Arena *a, Str s);

/* The same pattern in lower case (ASCII). */
Pattern pattern_lower(Arena *a, Pattern p);

/* Every text of inner is a text of outer. Exact, except that after a bounded amount of work the answer is no. */
bool pattern_covers(Arena *a, Pattern outer, Pattern inner);

/* Some text is in both. Exact. */
bool pattern_meets(Pattern x, Pattern y);

/* No wildcards and no variables. */
bool pattern_plain(Pattern p);

/* Part [from, to) of a pattern; shares its symbols. */
Pattern pattern_part(Pattern p, iz from, iz to);

#endif
