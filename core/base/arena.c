/* arena.c: blocks from the system, bump allocation inside them. See arena.h. */
#include "arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Under AddressSanitizer what was not handed out is poisoned, and a gap follows every piece, as behind malloc's. */
#ifdef __has_feature
#if __has_feature(address_sanitizer) && !defined(__SANITIZE_ADDRESS__)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
enum { GAP = 16, ALIGN_MIN = 8 };
#else
enum { GAP = 0, ALIGN_MIN = 1 };
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

struct ArenaBlock {
    ArenaBlock *next;
    iz size; /* bytes after this header */
    _Alignas(max_align_t) u8 data[];
};

enum { FIRST_BLOCK = 64 << 10, MAX_BLOCK = 4 << 20, HUGE_FROM = 4 << 20, MAP_FROM = 256 << 10 };

iz arena_fail_at;

void base_bug(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: internal error: %s\n", file, line, what);
    abort();
}

int arena_exit_status = 2;

static _Noreturn void hopeless(void)
{
    fputs("Error: out of memory\n", stderr);
    _exit(arena_exit_status);
}

static _Noreturn void exhausted(Arena *a)
{
    if (a->oom)
        longjmp(*a->oom, 1);
    hopeless();
}

void *arena_malloc(size_t n)
{
    void *p = malloc(n ? n : 1);
    if (!p)
        hopeless();
    return p;
}

/* Large blocks come from the system and go back to it at once: what malloc is given back it may keep. The largest are in large pages, where
 * there are any: most of what parsing a big file costs is page faults. Null: there is no memory. */
static ArenaBlock *from_system(iz size)
{
    if (size < MAP_FROM || GAP > 0) /* sanitizers look for pointers in malloc's memory only */
        return malloc((size_t)size);
    void *p = mmap(0, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED)
        return 0;
#ifdef MADV_HUGEPAGE
    if (size >= HUGE_FROM)
        (void)madvise(p, (size_t)size, MADV_HUGEPAGE);
#endif
    return p;
}

static void to_system(ArenaBlock *b)
{
    iz size = (iz)sizeof(ArenaBlock) + b->size;
    if (size < MAP_FROM || GAP > 0)
        free(b);
    else
        munmap(b, (size_t)size);
}

/* A block that was left by arena_reset and is large enough, or null. size: of a new one. */
static ArenaBlock *spare_block(Arena *a, iz need, iz size)
{
    for (ArenaBlock **at = &a->spare; *at; at = &(*at)->next)
        if (a->steady ? (*at)->size == size : (*at)->size >= need) {
            ArenaBlock *b = *at;
            *at = b->next;
            a->unused -= b->size;
            return b;
        }
    return 0;
}

static void use_block(Arena *a, ArenaBlock *b)
{
    b->next = a->blocks;
    a->blocks = b;
    a->cur = b->data;
    a->end = b->data + b->size;
    ASAN_POISON_MEMORY_REGION(b->data, (size_t)b->size);
}

static void add_block(Arena *a, iz need)
{
    iz size = a->exact ? need : FIRST_BLOCK;
    if (a->blocks && !a->exact)
        size = a->blocks->size * 2 > MAX_BLOCK ? MAX_BLOCK : a->blocks->size * 2;
    if (size < need)
        size = need;
    ArenaBlock *old = spare_block(a, need, size);
    if (old) {
        use_block(a, old);
        return;
    }
    if (arena_fail_at && --arena_fail_at == 0)
        exhausted(a);
    if (a->limit && size > a->limit - a->total)
        exhausted(a);
    ArenaBlock *b = from_system((iz)sizeof(ArenaBlock) + size);
    if (!b)
        exhausted(a);
    b->size = size;
    a->total += size;
    use_block(a, b);
}

/* Memory as it comes, not zeroed. */
static u8 *take(Arena *a, iz size, iz align, iz count)
{
    if (count < 0 || (size && count > PTRDIFF_MAX / 4 / size))
        exhausted(a);
    if (align < ALIGN_MIN)
        align = ALIGN_MIN;
    iz need = size * count + GAP;
    iz pad = -(iz)(uintptr_t)a->cur & (align - 1);
    if (!a->cur || need > a->end - a->cur - pad) {
        add_block(a, need + align);
        pad = -(iz)(uintptr_t)a->cur & (align - 1);
    }
    u8 *p = a->cur + pad;
    a->cur = p + need;
    ASAN_UNPOISON_MEMORY_REGION(p, (size_t)(need - GAP));
    return p;
}

void *arena_alloc(Arena *a, iz size, iz align, iz count)
{
    u8 *p = take(a, size, align, count);
    return memset(p, 0, (size_t)(size * count));
}

bool arena_extend(Arena *a, const void *end, iz n)
{
    if (!a->cur || end != a->cur || n > a->end - a->cur)
        return false;
    a->cur += n;
    return true;
}

bool arena_has(const Arena *a, const void *p)
{
    uintptr_t at = (uintptr_t)p;
    for (const ArenaBlock *b = a->blocks; b; b = b->next)
        if (at >= (uintptr_t)b->data && at < (uintptr_t)b->data + (uintptr_t)b->size)
            return true;
    return false;
}

iz arena_used(const Arena *a)
{
    return arena_size(a) - (a->end - a->cur);
}

void *arena_raw(Arena *a, iz size, iz align)
{
    return take(a, size, align, 1);
}

static void free_block(Arena *a, ArenaBlock *b)
{
    a->total -= b->size;
    ASAN_UNPOISON_MEMORY_REGION(b->data, (size_t)b->size);
    to_system(b);
}

static void drop_until(Arena *a, ArenaBlock *stop)
{
    while (a->blocks != stop) {
        ArenaBlock *b = a->blocks;
        a->blocks = b->next;
        if (a->reuse) {
            b->next = a->spare;
            a->spare = b;
            a->unused += b->size;
            ASAN_POISON_MEMORY_REGION(b->data, (size_t)b->size);
        } else {
            free_block(a, b);
        }
    }
}

void arena_free(Arena *a)
{
    drop_until(a, 0);
    while (a->spare) {
        ArenaBlock *b = a->spare;
        a->spare = b->next;
        a->unused -= b->size;
        free_block(a, b);
    }
    a->cur = a->end = 0;
}

void arena_reset(Arena *a, iz most)
{
    bool reuse = a->reuse;
    a->reuse = true;
    drop_until(a, 0);
    a->reuse = reuse;
    a->cur = a->end = 0;
    iz kept = 0;
    for (ArenaBlock **at = &a->spare; *at;) {
        ArenaBlock *b = *at;
        if (kept + b->size <= most) {
            kept += b->size;
            at = &b->next;
        } else {
            *at = b->next;
            a->unused -= b->size;
            free_block(a, b);
        }
    }
}

ArenaMark arena_mark(const Arena *a)
{
    return (ArenaMark){a->cur, a->blocks};
}

void arena_rewind(Arena *a, ArenaMark m)
{
    drop_until(a, m.block);
    a->cur = m.cur;
    a->end = m.block ? m.block->data + m.block->size : 0;
    ASAN_POISON_MEMORY_REGION(a->cur, (size_t)(a->end - a->cur));
}

/* Moves a vector to where it has room for cap elements. */
static void enlarge(Arena *a, void *vec, iz size, iz align, iz cap, bool zero)
{
    VEC(u8) v;
    memcpy(&v, vec, sizeof v);
    u8 *p = v.v;
    bool more = v.cap && cap < PTRDIFF_MAX / 4 / size && arena_extend(a, p + v.cap * size, (cap - v.cap) * size);
    if (!more)
        p = take(a, size, align, cap);
    if (!more && v.n)
        memcpy(p, v.v, (size_t)(v.n * size));
    if (zero)
        memset(p + v.n * size, 0, (size_t)((cap - v.n) * size));
    v.v = p;
    v.cap = cap;
    memcpy(vec, &v, sizeof v);
}

static iz next_cap(const void *vec)
{
    VEC(u8) v;
    memcpy(&v, vec, sizeof v);
    return v.cap ? v.cap * 2 : 8;
}

void arena_temporary(Arena *a, void (*run)(void *ctx, Arena *temporary), void *ctx)
{
    Arena *temporary = new(a, Arena, 1);
    jmp_buf *outer = a->oom, here;
    temporary->limit = a->limit;
    temporary->reuse = true;
    if (outer) {
        a->oom = temporary->oom = &here;
        if (setjmp(here)) {
            arena_free(temporary);
            a->oom = outer;
            longjmp(*outer, 1);
        }
    }
    run(ctx, temporary);
    a->oom = outer;
    arena_free(temporary);
}

void vec_grow(Arena *a, void *vec, iz size, iz align)
{
    enlarge(a, vec, size, align, next_cap(vec), true);
}

void vec_grow_raw(Arena *a, void *vec, iz size, iz align)
{
    enlarge(a, vec, size, align, next_cap(vec), false);
}

void vec_reserve_raw(Arena *a, void *vec, iz n, iz size, iz align)
{
    VEC(u8) v;
    memcpy(&v, vec, sizeof v);
    if (n > v.cap)
        enlarge(a, vec, size, align, n, false);
}
