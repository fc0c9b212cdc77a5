/* crew.h: the threads that read, parse and resolve, and what each keeps; inside of input.c, parse.c and calls.c.
 *
 * Memory is bounded by the largest part of a project (core/resolve/parts.c), not by the project. Every file is parsed once; what is kept of
 * it is an outline. Its facts and its text are kept too as long as those of all files fit FACTS_KEPT, or when the file is most of the input, so
 * that its part comes first; the others are let go and parsed again when their part is resolved (parsing takes a tenth of the time that
 * resolving does). A part's facts, index and values are given back when
 * its calls are known; the calls hold copies of what they need of the text, and the line tables of the files that they name stay.
 */
#ifndef CORE_APP_CREW_H
#define CORE_APP_CREW_H

#include <stdatomic.h>

#include "app.h"

enum {
    FACTS_KEPT = 8 << 20,    /* bytes of facts and texts that are kept from the first pass to the second */
    SPARE_MAX = 16 << 20,     /* bytes of an emptied arena that stay for the next file or part */
};

typedef struct Worker {
    Arena build;   /* of the front end: facts as they grow, and what it needs besides; emptied after every file */
    Arena scratch;
    Arena lasting; /* outlines, diagnostics, line tables, calls */
    Arena cache;   /* what was looked up in tables */
    Diags found;   /* what is said about the file that is being parsed */
    Diags diags;   /* of the second pass */
    Arena part;    /* facts, index and values of the part that is being resolved */
    PartMemory *memory;
    Project *scout; /* makes outlines; null: nobody wants them */
    Project *project; /* being resolved */
    jmp_buf oom;
} Worker;

typedef struct Crew {
    App *app;
    Worker *v;
    int n;
    atomic_ptrdiff_t kept; /* of FACTS_KEPT */
    i64 bytes;       /* of input */
    Arena memory;    /* of `whole` */
    Project *whole;  /* null: only facts are wanted */
} Crew;

/* Before a setjmp of w->oom: jumps of all of its arenas go there. */
void worker_ready(Worker *w);

/* Reads u's file into u->src.text, as UTF-8, in a. False: dropped, with a diagnostic (unless diags is null). */
bool unit_load(Arena *a, Unit *u, Diags *diags);

/* Reads and parses one file: its text and its facts, in exact size, are in `to`. Null: it could not be read. What it complains about goes to
 * diags, which may be null. Jumps to w->oom when there is no memory, as everything does that works for w. */
Facts *unit_parse(Worker *w, Unit *u, Arena *to, Diags *diags);

/* An empty arena for the text and the facts of a file that is not let go at once. */
Arena *unit_memory(Worker *w, Unit *u);

/* Frees what the unit holds of its file. */
void unit_let_go(Unit *u);

/* Whether that many bytes of input are worth threads. */
int crew_size(const Crew *c, i64 bytes, i64 least);

/* Gives back all that is of no use when the calls are known. */
void crew_rest(Crew *c);

/* The first pass: every unit is parsed. Facts are kept as far as they fit; outlines: made too. */
void parse_all(App *app, Inputs *in, int jobs, bool outlines);

#endif
