/* policy_part.h: what the parts of policy.c share. */
#ifndef MAPPER_POLICY_PART_H
#define MAPPER_POLICY_PART_H

#include "core/base/map.h"
#include "mapper/policy.h"

/* The check that every policy passes before it is printed (policy.h, policies_build). */
void policies_check(Arena *a, const Table *t, const Policies *p, Diags *diags);

#endif
