/* cmd_reference.c: reference: the service authorization reference, offline. */
#include "app.h"

static int run(App *app, Args *args)
{
    (void)args;
    return app_fail(app, S("not yet"), (Str){0});
}

const Command cmd_reference = {
    .name = "reference",
    .summary = "Looks up operations, actions, resources and condition keys of AWS services",
    .inputs = "[SERVICE...]",
    .max_inputs = -1,
    .failure = EXIT_USAGE,
    .run = run,
    .groups = {common_options},
};
