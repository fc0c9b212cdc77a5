/* resolve.h: the project: facts of all files in, SDK calls out (design.md, 4).
 *
 * A project is filled file by file and resolved once. It keeps pointers into the files' facts, which must live as long as it does.
 * It knows no language: languages differ only in the facts and in the SDK surface tables (data/sdk). Deterministic: the order in which
 * files are added does not matter (they are sorted by path).
 */
#ifndef CORE_RESOLVE_RESOLVE_H
#define CORE_RESOLVE_RESOLVE_H

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

/* All SDK calls, sorted by file path, offset, service, operation. Call once. */
SdkCalls project_calls(Project *p);

/* Asked now and then while calls are looked for; true: no more are, and what project_calls returns is of no use. */
void project_stop(Project *p, bool (*stop)(void *ctx), void *ctx);

/* Gives back what the project holds outside of its arena (something only after a jump out of project_calls). */
void project_free(Project *p);

/* One line a call (--dump calls): "file:line:col service:Operation evidence via written(args)". */
void calls_dump(Buf *out, Arena *a, const SdkCalls *calls);

#endif
