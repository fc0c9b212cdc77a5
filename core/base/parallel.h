/* parallel.h: one loop over several threads. */
#ifndef CORE_BASE_PARALLEL_H
#define CORE_BASE_PARALLEL_H

#include "base.h"

enum {
    PARALLEL_MAX = 256,
    STACK_BYTES = 4 << 20,    /* of a thread, whatever the system gives by itself; what nests is limited, and takes less than 256 KB */
    STACK_LEAST = 512 << 10,  /* of the first thread */
};

typedef struct {
    void (*run)(void *ctx, int worker, iz i); /* worker: 0 <= worker < threads; a worker does one i at a time */
    void (*tick)(void *ctx, iz done);         /* may be null: called every few milliseconds, or after every i, from the calling thread */
    void *ctx;
} Parallel;

/* Runs p->run for every 0 <= i < n, in any order, on at most `threads` threads (1: the calling thread alone; a thread that the system
 * refuses is done without), and returns when all are done. run must not jump out. */
void parallel_for(int threads, iz n, const Parallel *p);

/* How many threads this machine runs at once. */
int parallel_cores(void);

#endif
