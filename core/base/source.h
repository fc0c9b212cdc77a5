/* source.h: one input file in memory. Offsets are byte offsets into `text`; lines and columns are computed only when printed. */
#ifndef CORE_BASE_SOURCE_H
#define CORE_BASE_SOURCE_H

#include "str.h"

typedef struct {
    Str path;   /* as the user will see it, forward slashes */
    Str text;   /* the bytes, followed by one NUL that is not counted */
    u32 *lines; /* offset of each line's start, filled on first use */
    iz nlines;
} Source;

/* One-based line and column (column in bytes) of an offset. Builds the line table in a when it is missing. */
typedef struct {
    i32 line, col;
} LineCol;
LineCol source_where(Arena *a, Source *src, u32 off);

#endif
