/* generate.h: what generate-policies does before it prints, for others that need policies too. */
#ifndef CORE_APP_GENERATE_H
#define CORE_APP_GENERATE_H

#include "core/app/app.h"
#include "mapper/compare.h"
#include "mapper/policy.h"

typedef struct {
    PolicyOptions opt;
    Inputs in;
    SdkCalls calls;
    Needs needs;
    Policies policies;
} Generated;

/* The options that the mapper takes (--region, --account, --conditions, --no-kms, …). False: reported already, *status set. */
bool mapper_options(App *app, const Args *args, PolicyOptions *opt, int *status);

/* Everything from the command line to policies; app->table is set. *g must be zero and stay where it is; inputs_free(&g->in) gives memory back,
 * also after a failure. False: reported already, *status set. */
bool policies_generate(App *app, const Args *args, Generated *g, int *status);

/* What check-policy prints with --json, to app->out. */
void comparison_json(App *app, const Comparison *c, bool pretty);

#endif
