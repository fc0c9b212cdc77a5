/* resource.h: resource models; inside the resolver. */
#ifndef CORE_RESOLVE_RESOURCE_H
#define CORE_RESOLVE_RESOURCE_H

#include "eval.h"

Values resource_source(Project *p, const Value *r, Str source, Site call);
bool resource_surface(Project *p, const Value *r, Str name, Surface *out);
bool collection_performs(Str name); /* a collection's method that lists: all, filter, … */

/* results.c: what the response has at a path, as far as the request tells it; n == 0: not known. */
Values result_member(Project *p, Str lang, Str service, Str op, Value *args, Str path);

#endif
