/* compare.h: an existing policy against the needs of code: what it does not allow, what it allows beyond them, what only run time decides.
 */
#ifndef MAPPER_COMPARE_H
#define MAPPER_COMPARE_H

#include "mapper/evaluate.h"
#include "mapper/policy.h"

/* One pair of action and resource that a call needs. */
typedef struct {
    const Need *need;
    i32 resource; /* index into need->resources */
    bool denied;  /* a Deny statement stands against it */
    Str why;      /* undecided: the condition key or the resource that leaves it open */
} Gap;

/* A pattern of an Allow statement that is not needed as it stands. */
typedef struct {
    i32 policy, statement; /* from 0 */
    Str sid;
    bool action;   /* the pattern is an action's, else a resource's */
    bool inverted; /* NotAction, NotResource: allows all but the pattern */
    Str pattern;
    StrVec needed; /* what it covers that calls need; empty: nothing. Sorted. */
} Excess;

typedef struct {
    VEC(Gap) missing;
    VEC(Gap) undecided;
    VEC(Excess) excess;
    Policies add; /* documents that allow what is missing and not denied */
} Comparison;

/* needs must outlive the result. Everything is sorted: gaps in the order of the calls, excess in the order of the policy. */
Comparison policies_compare(Arena *a, const Table *t, const PolicySet *set, const Needs *needs, const PolicyOptions *opt, Diags *diags);

#endif
