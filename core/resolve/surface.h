/* surface.h: rows of the SDK surface tables and their verbs; inside the resolver. */
#ifndef CORE_RESOLVE_SURFACE_H
#define CORE_RESOLVE_SURFACE_H

#include "project.h"

/* The n-th blank-separated word of a row's text, or empty. */
Str surface_word(Str does, int n);

/* What follows "NAME=" in a word of a row's text, or empty. */
Str surface_option(Str does, Str name);

/* The value of a source ("@0|name", "\"literal\"", "{any}") in a call. */
Values surface_source(Project *p, Str source, const Surface *s, Site call, u32 skip, bool *found);

/* The path of what is known to perform nothing. */
#define SDK_OTHER S("sdk.other")

/* What a type word ("client:s3", "$session") stands for. */
Values surface_make(Project *p, const Surface *s, Str what, Values region);

/* An environment variable: settled by the user, else open. */
Values env_value(Project *p, Str name, Site at);

/* Verb `value`: functions over texts, lists, maps (value_ops.c). */
Values value_call(Project *p, const Surface *s, const Value *recv, Site call);

/* The region that one of the arguments carries: a configuration, a session, a client, an option. */
Values region_of_args(Project *p, Site call);

/* Clients stand for their regions. */
Values region_of_values(Project *p, Values v);

/* Whether assigning this member of a configuration chooses the region. */
bool sets_region(Project *p, Str lang, Str member);

/* Verb `constant`: the text that a constant of the SDK stands for. */
Values surface_constant(Project *p, const Surface *s, Site at);

/* A request object with the arguments of the call that builds it. */
Values surface_request(Project *p, const Surface *s, const Value *request, Site call);

/* Whether the row's condition (`when=SOURCE`: the source is there) holds for a call. */
bool surface_holds(Project *p, const Surface *s, Site call, u32 skip);

/* Whether a path fits a pattern whose placeholders stand for things that the data has. */
bool surface_fits(Project *p, Str pattern, Str path);

#endif
