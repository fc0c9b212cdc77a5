/* parallel.c: see parallel.h. Workers draw the next index from one counter, so that a long item holds nobody up. */
#include "parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

enum { TICK_MS = 5 };

typedef struct {
    const Parallel *p;
    iz n;
    atomic_ptrdiff_t next, done;
} Loop;

typedef struct {
    Loop *loop;
    int worker;
    pthread_t thread;
} Worker;

static void *work(void *arg)
{
    Worker *w = arg;
    Loop *l = w->loop;
    for (iz i; (i = atomic_fetch_add(&l->next, 1)) < l->n;) {
        l->p->run(l->p->ctx, w->worker, i);
        atomic_fetch_add(&l->done, 1);
    }
    return 0;
}

/* Works in the calling thread, or, when somebody wants ticks and there are other workers, only watches. */
static void serve(Loop *l, Worker *self, bool others)
{
    if (!l->p->tick || !others) {
        for (iz i; (i = atomic_fetch_add(&l->next, 1)) < l->n;) {
            l->p->run(l->p->ctx, self->worker, i);
            iz done = atomic_fetch_add(&l->done, 1) + 1;
            if (l->p->tick)
                l->p->tick(l->p->ctx, done);
        }
        return;
    }
    while (atomic_load(&l->done) < l->n) {
        nanosleep(&(struct timespec){.tv_nsec = TICK_MS * 1000000L}, 0);
        l->p->tick(l->p->ctx, atomic_load(&l->done));
    }
}

void parallel_for(int threads, iz n, const Parallel *p)
{
    Worker workers[PARALLEL_MAX];
    Loop loop = {.p = p, .n = n};
    int started = 0;
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_BYTES);
    if (threads > PARALLEL_MAX)
        threads = PARALLEL_MAX;
    if (threads > n)
        threads = (int)n;
    /* With ticks the calling thread watches, so one more is needed; slot 0 is then a thread's too. */
    int first = p->tick && threads > 1 ? 0 : 1;
    for (int i = first; i < threads; i++) {
        workers[i] = (Worker){.loop = &loop, .worker = i};
        if (pthread_create(&workers[i].thread, &attr, work, &workers[i]))
            break;
        started++;
    }
    pthread_attr_destroy(&attr);
    Worker self = {.loop = &loop, .worker = 0};
    serve(&loop, &self, first == 0 && started > 0);
    for (int i = first; i < first + started; i++)
        pthread_join(workers[i].thread, 0);
}

int parallel_cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > PARALLEL_MAX ? PARALLEL_MAX : (int)n;
}
