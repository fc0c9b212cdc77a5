/* base.h: the types and macros that every file uses.
 *
 * Text is always a Str: pointer and length, never NUL-terminated by promise, and NUL is an ordinary byte in it.
 * Sizes and counts are signed (ptrdiff_t), so that subtraction cannot wrap and the sanitizers see an overflow.
 * Zero is a valid state of every type here: a zero Str is the empty string.
 */
#ifndef CORE_BASE_BASE_H
#define CORE_BASE_BASE_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef int64_t i64;
typedef ptrdiff_t iz;

typedef struct {
    const u8 *s; /* bytes; may be null when len is 0 */
    iz len;      /* number of bytes, never negative */
} Str;

#define S(lit) ((Str){(const u8 *)(lit), (iz)sizeof(lit) - 1})
#define S_INIT(lit) {(const u8 *)(lit), (iz)sizeof(lit) - 1}
#define COUNTOF(a) ((iz)(sizeof(a) / sizeof((a)[0])))

/* BUG(): our own fault, not the input's. Aborts with file and line. */
_Noreturn void base_bug(const char *file, int line, const char *what);
#define BUG(what) base_bug(__FILE__, __LINE__, what)

#endif
