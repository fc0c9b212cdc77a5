/* source.c: line table. See source.h. */
#include "source.h"

static void build(Arena *a, Source *src)
{
    iz n = 1, at = -1;
    Str rest = src->text;
    while ((at = str_find_u8(rest, '\n')) >= 0) {
        rest = str_from(rest, at + 1);
        n++;
    }
    src->lines = new(a, u32, n);
    src->nlines = 1;
    rest = src->text;
    while ((at = str_find_u8(rest, '\n')) >= 0) {
        rest = str_from(rest, at + 1);
        src->lines[src->nlines++] = (u32)(src->text.len - rest.len);
    }
}

LineCol source_where(Arena *a, Source *src, u32 off)
{
    if (!src->lines)
        build(a, src);
    iz lo = 0, hi = src->nlines;
    while (hi - lo > 1) {
        iz mid = lo + (hi - lo) / 2;
        if (src->lines[mid] <= off)
            lo = mid;
        else
            hi = mid;
    }
    return (LineCol){(i32)lo + 1, (i32)(off - src->lines[lo]) + 1};
}
