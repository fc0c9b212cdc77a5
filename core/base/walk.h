/* walk.h: the files below a folder, in sorted order, as a person would list them who knows the project: what git ignores, what the user
 * excludes and what belongs to others (installed packages, virtual environments) is passed over.
 *
 * Symbolic links to files are followed; links to folders are not (their target is visited anyway when it lies inside), so a walk always
 * ends. Paths have forward slashes and begin with the folder as given; for "." they begin with the name of the entry.
 */
#ifndef CORE_BASE_WALK_H
#define CORE_BASE_WALK_H

#include "str.h"

typedef enum {
    WALK_FILE,
    WALK_LINK,       /* a link to a folder outside of the one that is walked: not followed */
    WALK_VENDOR,     /* a folder named vendor that has no sign of a package manager: passed over all the same */
    WALK_UNREADABLE, /* a folder that cannot be listed, or not to its end */
    WALK_UNREADABLE_FILE, /* an ignore file that cannot be read */
    WALK_TOO_DEEP,   /* a folder nested deeper than FOLDER_DEPTH (limits.h) */
    WALK_TOO_LARGE,  /* an ignore file larger than IGNORE_MAX */
} WalkKind;

typedef struct {
    WalkKind kind;
    Str path;
    i64 size;
    u64 dev, ino;
} WalkEntry;

typedef struct {
    Arena *a;
    StrVec exclude;  /* patterns as in .gitignore, relative to the root of the walk */
    bool no_ignore;  /* do not read .gitignore */
    bool (*wanted)(Str name); /* null: all files. Asked before anything else, by the file's own name */
    void (*found)(void *ctx, const WalkEntry *e);
    void *ctx;
} Walk;

/* Calls w->found for everything below root; root itself is never passed over by its name. */
void walk(Walk *w, Str root);

/* Whether a path relative to the folder of an ignore file matches one of its lines: 1 ignored, 0 taken back by `!`, -1 no word.
 * For tests and for single files. */
int ignore_line(Str line, Str path, bool is_dir);

#endif
