/* str.h: verbs on Str, and Buf, a growable byte buffer in an arena. Nothing here allocates except through the arena it is given. */
#ifndef CORE_BASE_STR_H
#define CORE_BASE_STR_H

#include <string.h>

#include "arena.h"

static inline bool str_eq(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, (size_t)a.len) == 0);
}

int str_cmp(Str a, Str b);      /* bytewise; shorter first */
bool str_ieq(Str a, Str b);     /* ASCII case ignored */

static inline bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.s, prefix.s, (size_t)prefix.len) == 0);
}

static inline bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len && (suffix.len == 0 || memcmp(s.s + (s.len - suffix.len), suffix.s, (size_t)suffix.len) == 0);
}

iz str_find(Str s, Str needle);     /* offset of the first, or -1 */
iz str_find_u8(Str s, u8 c);        /* offset of the first, or -1 */
iz str_rfind_u8(Str s, u8 c);       /* offset of the last, or -1 */

/* s without its first off bytes (clamped) */
static inline Str str_from(Str s, iz off)
{
    if (off <= 0)
        return s;
    if (off >= s.len)
        return (Str){0};
    return (Str){s.s + off, s.len - off};
}

/* The first n bytes (clamped) */
static inline Str str_head(Str s, iz n)
{
    if (n < 0)
        n = 0;
    if (n < s.len)
        s.len = n;
    return s;
}

Str str_trim(Str s);                /* without blanks, tabs, CR, LF at both ends */
u64 str_hash(Str s);
Str str_dup(Arena *a, Str s);
Str str_cat(Arena *a, Str x, Str y);
Str str_cat3(Arena *a, Str x, Str y, Str z);
Str str_lower(Arena *a, Str s);     /* ASCII */
Str str_plain(Arena *a, Str s);     /* ASCII letters, in lower case, and digits; what is anything else is left out */
Str str_c(const char *z);           /* a C string of our own or of the command line */
const char *str_z(Arena *a, Str s); /* NUL-terminated copy for system calls */
bool str_i64(Str s, i64 *out);      /* whole string a decimal number */

/* Cuts at the first sep: *part is what stands before it and *rest moves behind it. False when *rest is
 * exhausted. "a,,b" yields "a", "", "b"; "a," yields "a"; the empty string yields nothing. */
bool str_cut(Str *rest, u8 sep, Str *part);

/* Edit distance, but at most max + 1; ASCII case ignored. For "did you mean". */
int str_distance(Str a, Str b, int max);

/* Glob: `*` any run, `?` one byte; whole string. str_iglob: ASCII case ignored. */
bool str_glob(Str pattern, Str s);
bool str_iglob(Str pattern, Str s);

typedef struct {
    u8 *v;
    iz n, cap;
    Arena *a;
} Buf;

void buf_str(Buf *b, Str s);
void buf_u8(Buf *b, u8 c);
void buf_int(Buf *b, i64 n);
void buf_shown(Buf *b, Str s); /* for a terminal or a log: control characters as \n, \t, \x1b */
Str buf_done(const Buf *b); /* the bytes so far; valid until the next write */

typedef VEC(Str) StrVec;
void strvec_sort(StrVec *v);              /* bytewise */
void strvec_sort_unique(StrVec *v);
bool strvec_has(const StrVec *v, Str s);

#endif
