/* commands.h: the subcommands, one file each (the small ones share cmd_small.c). */
#ifndef CORE_APP_COMMANDS_H
#define CORE_APP_COMMANDS_H

#include "core/app/options.h"

extern const Command cmd_generate, cmd_check, cmd_extract, cmd_reference, cmd_languages, cmd_version, cmd_telemetry, cmd_help, cmd_completions, cmd_dump, cmd_fix,
    cmd_mcp;

/* reference without loading data: app->table is set. Returns the exit status; the JSON goes to app->out. */
int reference_lookup(App *app, const Args *args);

#endif
