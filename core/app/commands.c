/* commands.c: the list of subcommands, in the order in which help shows them. */
#include "commands.h"

const Command *const commands[] = {
    &cmd_generate, &cmd_check, &cmd_extract, &cmd_reference, &cmd_fix, &cmd_mcp, &cmd_languages, &cmd_version, &cmd_telemetry, &cmd_help,
    &cmd_completions, &cmd_dump, 0,
};
