/* kind.h: what a file is, by its name or first line. */
#ifndef CORE_APP_KIND_H
#define CORE_APP_KIND_H

#include "lexers/langs.h"

/* Whether a file of that name (no folders) may be one that is read: source code, a script without an extension, a configuration file. */
bool kind_wanted(Str name);

/* Configuration files tell the resolver about the project. name: without folders. */
bool kind_config(Str name);

/* The language of a file by its extension or, when its name has none, by the interpreter that its first line names; null: none.
 * *unknown: the first line could not be read. */
const Lang *kind_language(Arena *a, Str path, bool *unknown);

/* Appends the configuration files in the folders above path, as far as path names them, up to the top of a git work tree. Only those that
 * speak for what lies below them (go.mod, tsconfig.json, …), and for sources in src/main/java those of the application in src/main/resources. */
void kind_outer_configs(Arena *a, Str path, StrVec *out);

#endif
