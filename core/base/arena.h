/* arena.h: the only allocator. An arena hands out zeroed memory and is freed as a whole.
 *
 * Invariants: memory from an arena stays where it is until arena_free or arena_rewind; new() never returns null.
 * When the system has no memory left (or the arena's limit is reached) control jumps to `oom`, which the main that owns the arena
 * must have set with setjmp; the arena still owns everything, so unwinding leaks nothing. Without `oom` the process says so and ends with
 * arena_exit_status.
 * An arena belongs to one thread.
 */
#ifndef CORE_BASE_ARENA_H
#define CORE_BASE_ARENA_H

#include <setjmp.h>

#include "base.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct {
    u8 *cur;            /* next free byte of the newest block */
    u8 *end;            /* its end */
    ArenaBlock *blocks; /* newest first */
    ArenaBlock *spare;  /* blocks that arena_reset and arena_rewind left for later use */
    iz total;           /* bytes taken from the system */
    iz unused;          /* of these in spare blocks */
    iz limit;           /* at most so many; 0: no limit */
    bool reuse;         /* arena_rewind keeps blocks as spare ones */
    bool steady;        /* a spare block is used where a new one would be of its very size: what is used does not depend on what was before */
    bool exact;         /* blocks are as large as what is asked for: for a few pieces that are kept long */
    jmp_buf *oom;       /* where to go when there is no more */
} Arena;

typedef struct {
    u8 *cur;
    ArenaBlock *block;
} ArenaMark;

/* Returns n zeroed objects of T. Overflow of n * sizeof(T) counts as exhaustion. */
#define new(a, T, n) ((T *)arena_alloc((a), (iz)sizeof(T), (iz) _Alignof(T), (n)))
void *arena_alloc(Arena *a, iz size, iz align, iz count);

/* Memory that is not zeroed, for those who fill it at once. size is that of all of it. */
void *arena_raw(Arena *a, iz size, iz align);

/* Whether the n bytes after `end` could be taken, so that what ends there grows in place; negative: given back. Only what was allocated last
 * can. */
bool arena_extend(Arena *a, const void *end, iz n);

/* Whether p points into the arena. */
bool arena_has(const Arena *a, const void *p);

/* Bytes that were given out, about. */
iz arena_used(const Arena *a);

/* Bytes of the blocks in which these are. */
static inline iz arena_size(const Arena *a)
{
    return a->total - a->unused;
}

/* Frees every block; the arena is empty and usable afterwards (limit and oom stay). */
void arena_free(Arena *a);

/* Empties the arena but keeps its blocks, at most `most` bytes of them, for what is allocated next. */
void arena_reset(Arena *a, iz most);

/* Everything allocated after arena_mark is given back by arena_rewind. */
ArenaMark arena_mark(const Arena *a);
void arena_rewind(Arena *a, ArenaMark m);

/* Runs run(ctx, temporary) with an arena that is freed afterwards, also when a or it has no memory left (then `oom` of a is next). */
void arena_temporary(Arena *a, void (*run)(void *ctx, Arena *temporary), void *ctx);

/* malloc for libraries that would take a failure for something else; the process ends instead, as above. */
void *arena_malloc(size_t n);
extern int arena_exit_status;

/* Tests only: the n-th block request from now on fails (0: off). */
extern iz arena_fail_at;

/* Growable arrays: any struct that starts with { T *v; iz n; iz cap; }.
 * vec_push(a, vec) makes room for one more element and yields a pointer to it, zeroed. */
#define VEC(T) struct { T *v; iz n; iz cap; }
#define vec_push(a, vec) \
    ((vec)->n == (vec)->cap \
         ? (vec_grow((a), (vec), (iz)sizeof(*(vec)->v), (iz) _Alignof(max_align_t)), (vec)->v + (vec)->n++) \
         : (vec)->v + (vec)->n++)
void vec_grow(Arena *a, void *vec, iz size, iz align);

/* The same without zeroing, for elements that are written whole at once; a vector that is grown so is never grown by vec_push. */
#define vec_add(a, vec) \
    ((vec)->n == (vec)->cap \
         ? (vec_grow_raw((a), (vec), (iz)sizeof(*(vec)->v), (iz) _Alignof(max_align_t)), (vec)->v + (vec)->n++) \
         : (vec)->v + (vec)->n++)
void vec_grow_raw(Arena *a, void *vec, iz size, iz align);

/* Room for n elements in all, not zeroed. */
#define vec_room(a, vec, n_) vec_reserve_raw((a), (vec), (n_), (iz)sizeof(*(vec)->v), (iz) _Alignof(max_align_t))
void vec_reserve_raw(Arena *a, void *vec, iz n, iz size, iz align);

/* Room for exactly n elements in an empty vector, for those that are kept long and rarely grow. */
#define vec_exact(a, vec, n_) \
    ((vec)->v = arena_alloc((a), (iz)sizeof(*(vec)->v), (iz) _Alignof(max_align_t), (n_)), (vec)->cap = (n_))

#endif
