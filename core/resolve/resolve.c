/* resolve.c: placeholder; the resolver is being written. */
#include "resolve.h"

struct Project {
    Arena *a;
};

Project *project_new(Arena *a, const Table *table, Diags *diags)
{
    (void)table;
    (void)diags;
    Project *p = new(a, Project, 1);
    p->a = a;
    return p;
}

void project_add(Project *p, Facts *facts)
{
    (void)p;
    (void)facts;
}

void project_env(Project *p, Str name, Str value, Str how)
{
    (void)p;
    (void)name;
    (void)value;
    (void)how;
}

void project_hint(Project *p, Str service)
{
    (void)p;
    (void)service;
}

void project_file(Project *p, Str path, Str text)
{
    (void)p;
    (void)path;
    (void)text;
}

SdkCalls project_calls(Project *p)
{
    (void)p;
    return (SdkCalls){0};
}

void calls_dump(Buf *out, Arena *a, const SdkCalls *calls)
{
    (void)out;
    (void)a;
    (void)calls;
}
