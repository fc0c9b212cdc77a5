/* properties.h: configuration files of applications as keys and values: .properties, and the part of YAML that such files use. */
#ifndef CORE_RESOLVE_PROPERTIES_H
#define CORE_RESOLVE_PROPERTIES_H

#include "core/base/arena.h"
#include "core/base/str.h"

typedef struct {
    Str key;   /* "app.buckets[0].name" */
    Str value; /* as written, without quotes */
    u32 off;   /* of the line in the file */
} Property;

typedef struct {
    Property *v;
    iz n, cap;
    u32 cut; /* where the first thing stands that goes past a limit (limits.h), + 1; what does is passed over */
} Properties;

/* Adds what the text says to out; memory comes from a. What is not understood is passed over. */
void properties_read(Arena *a, Str text, Properties *out);
void yaml_read(Arena *a, Str text, Properties *out);

#endif
