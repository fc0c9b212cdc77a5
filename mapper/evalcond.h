/* evalcond.h: conditions of a statement against what is known of a request; a part of evaluate.c. */
#ifndef MAPPER_EVALCOND_H
#define MAPPER_EVALCOND_H

#include "mapper/evaluate.h"

/* Whether the condition holds for the request. Keys that the question does not name are unknown: EVAL_MAYBE, unless the operator
 * decides without them. An operator that IAM does not know never holds. */
EvalAnswer condition_holds(Arena *a, const EvalCondition *c, const EvalAsk *ask);

#endif
