/* resolve.h: the project: facts of all files in, SDK calls out (design.md, 4).
 *
 * A project is filled file by file and resolved once. It keeps pointers into the files' facts, which must live as long as it does.
 * Large ones are resolved part by part, so that not all facts need be there at once: a project is told outlines of its files
 * (project_outline, project_tell), says which of them belong together (project_parts), and each part is then filled and resolved by itself
 * (project_part, project_add, project_calls), in any order and in several threads; project_join makes one result of theirs.
 * It knows no language: languages differ only in the facts and in the SDK surface tables (data/sdk). Deterministic: the order in which
 * files are added does not matter (they are sorted by path).
 */
#ifndef CORE_RESOLVE_RESOLVE_H
#define CORE_RESOLVE_RESOLVE_H

#include "core/base/map.h"
#include "core/base/sdkcall.h"
#include "core/facts/facts.h"
#include "mapper/table.h"

typedef struct Project Project;

/* diags receives warnings about ambiguous calls. Everything is allocated in a. */
Project *project_new(Arena *a, const Table *table, Diags *diags);

void project_add(Project *p, Facts *facts);

/* The value of an environment variable is settled (`--env NAME=VALUE`, `--env-file`). */
void project_env(Project *p, Str name, Str value, Str how);

/* Services (botocore ids) that the user says the code uses; they decide between services that the code leaves open. */
void project_hint(Project *p, Str service);

/* A configuration file of the project that front ends do not read (tsconfig.json, go.mod, application.properties): text by path. */
void project_file(Project *p, Str path, Str text);

/* Whether a file of this name says what an application is configured with (application.properties, bootstrap.yml, application-test.yaml). */
bool settings_file(Str path);
/* Whether code may load it by its name: properties of other names. */
bool properties_file(Str path);

/* --- part by part --- */

typedef struct Outline Outline;

typedef struct {
    i32 *files;     /* as told, in the order of their paths */
    i32 n;
    i64 bytes;      /* of source */
    bool needed;    /* false: nothing in it can be a call of an SDK */
    bool sdk, asks, infers, makes; /* why */
    const struct Resolved *resolved; /* null: not yet, or there is nothing */
} Part;

typedef struct {
    Part *v;
    iz n, cap;
} Parts;

/* What a thread keeps from part to part: in `cache`, until parts are joined, outlines and what was looked up in the surface tables; in `result` what
 * calls point to. */
typedef struct PartMemory PartMemory;
PartMemory *part_memory_new(Arena *cache, Arena *result);
void part_memory_rest(PartMemory *m); /* gives back what it holds outside of these arenas; m is not used any more */

/* Makes outlines, in one thread. What it needs for a file is in `scratch`. */
Project *project_scout(Arena *scratch, Project *whole, PartMemory *m);

/* What others need to know of a file, in the cache of the scout's memory. */
Outline *project_outline(Project *scout, Arena *scratch, Facts *f, i64 bytes);

/* False: nothing in the file can be of an SDK, whoever else is in the project. */
bool outline_asks(const Outline *o);

/* Adds a file. Files are numbered as they are told, which must be in the order of their paths. */
void project_tell(Project *whole, Outline *o);

/* Which files belong together. Call once, when everything was told. */
const Parts *project_parts(Project *whole);

/* The resolver of one part: project_add its files in their order, then project_calls. In a it keeps what is of no use afterwards. The calls are
 * copies that need neither facts nor texts of the files: only each Source, whose line table is made. diags as in project_new; what they say
 * is about those Sources. */
Project *project_part(Arena *a, Project *whole, i32 part, PartMemory *m, Diags *diags);

/* When all needed parts are resolved: their calls, as project_calls gives them. */
SdkCalls project_joined(Project *whole);

/* --- all at once --- */

/* All SDK calls, sorted by file path, offset, service, operation. Call once. */
SdkCalls project_calls(Project *p);

/* Asked now and then while calls are looked for; true: no more are, and what project_calls returns is of no use. */
void project_stop(Project *p, bool (*stop)(void *ctx), void *ctx);

/* Gives back what the project holds outside of its arena (something only after a jump out of project_calls). */
void project_free(Project *p);

/* One line a call (--dump calls): "file:line:col service:Operation evidence via written(args)". */
void calls_dump(Buf *out, Arena *a, const SdkCalls *calls);

#endif
