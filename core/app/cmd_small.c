/* cmd_small.c: the subcommands that read no source code and need a few lines each: version, telemetry, languages, help, completions; and the
 * names of those that come with later versions. */
#include <stdio.h>

#include "app.h"

/* --- version --- */

/* What data/VERSION says: one source a line, "name version hash". */
static const struct {
    Str source, version, hash;
} data_version[] = {
#define DATA_VERSION(source, version, hash) {S_INIT(source), S_INIT(version), S_INIT(hash)},
#include "data_version.h"
#undef DATA_VERSION
};

static void version_line(Buf *b, Str source, Str version, Str hash)
{
    bool all = str_eq(version, S("-")); /* the sum over all data */
    buf_str(b, all ? S("data") : source);
    buf_str(b, S(" version: "));
    buf_str(b, all ? S("") : version);
    buf_str(b, all ? S("data_hash=") : S(", data_hash="));
    buf_str(b, hash);
    buf_u8(b, '\n');
}

static int version(App *app, Args *args)
{
    Str text, why, line, dir = app_data_dir(args);
    buf_str(&app->out, S("iam-policy-autopilot " VERSION "\n"));
    if (!args_has(args, OPT_VERBOSE))
        return EXIT_OK;
    if (!dir.len) {
        for (iz i = 0; i < COUNTOF(data_version); i++)
            version_line(&app->out, data_version[i].source, data_version[i].version, data_version[i].hash);
        return EXIT_OK;
    }
    if (!read_whole(app->a, str_cat(app->a, dir, S("/VERSION")), 1 << 16, &text, &why))
        return app_fail2(app, str_cat(app->a, S("Cannot read VERSION in "), dir), why, (Str){0});
    while (str_cut(&text, '\n', &line)) {
        Str part[3] = {0};
        for (int i = 0; i < 3; i++)
            if (!str_cut(&line, ' ', &part[i]))
                break;
        version_line(&app->out, part[0], part[1], part[2]);
    }
    return EXIT_OK;
}

static const Option version_options[] = {
    {OPT_VERBOSE, "verbose", 0, VALUE_NONE, 0, 0, 0, "Print the versions of the data too"},
    {0},
};

const Command cmd_version = {
    .name = "version",
    .summary = "Prints the version",
    .failure = EXIT_USAGE,
    .run = version,
    .groups = {version_options, data_options, common_options},
};

/* --- telemetry --- */

static int telemetry(App *app, Args *args)
{
    if (args_has(args, OPT_ENABLE) && args_has(args, OPT_DISABLE))
        return app_usage(app, S("options '--enable' and '--disable' exclude each other"), (Str){0});
    if (args_has(args, OPT_ENABLE))
        fputs("There is nothing to enable: this program has no telemetry.\n", stderr);
    if (args_has(args, OPT_DISABLE))
        fputs("Telemetry is off: this program has none.\n", stderr);
    if (args_has(args, OPT_STATUS) || (!args_has(args, OPT_ENABLE) && !args_has(args, OPT_DISABLE)))
        fputs("Telemetry: none. This program collects and sends nothing.\n", stderr);
    return EXIT_OK;
}

static const Option telemetry_options[] = {
    {OPT_ENABLE, "enable", 0, VALUE_NONE, 0, 0, 0, "Accepted; changes nothing"},
    {OPT_DISABLE, "disable", 0, VALUE_NONE, 0, 0, 0, "Accepted; changes nothing"},
    {OPT_STATUS, "status", 0, VALUE_NONE, 0, 0, 0, "Say that there is no telemetry"},
    {0},
};

const Command cmd_telemetry = {
    .name = "telemetry",
    .summary = "Says that this program has no telemetry",
    .failure = EXIT_USAGE,
    .run = telemetry,
    .groups = {telemetry_options, common_options},
};

/* --- languages --- */

static void column(Buf *b, Str s, iz width)
{
    buf_str(b, s);
    for (iz n = s.len; n < width; n++)
        buf_u8(b, ' ');
}

static int languages(App *app, Args *args)
{
    for (iz i = 0; i < langs_count; i++) {
        if (args_has(args, OPT_LIST)) {
            buf_str(&app->out, langs[i].id);
        } else {
            column(&app->out, langs[i].id, 12);
            column(&app->out, langs[i].title, 24);
            buf_str(&app->out, langs[i].exts);
        }
        buf_u8(&app->out, '\n');
    }
    return EXIT_OK;
}

static const Option languages_options[] = {
    {OPT_LIST, "list", 0, VALUE_NONE, 0, 0, 0, "Print only the names that --language takes"},
    {0},
};

const Command cmd_languages = {
    .name = "languages",
    .summary = "Lists the languages and the file extensions that belong to them",
    .failure = EXIT_USAGE,
    .run = languages,
    .groups = {languages_options, common_options},
};

/* --- help --- */

static int help(App *app, Args *args)
{
    if (!args->inputs.n) {
        help_program(&app->out);
        return EXIT_OK;
    }
    const Command *c = command_find(args->inputs.v[0]);
    if (!c)
        return app_usage(app, str_cat3(app->a, S("unknown command '"), args->inputs.v[0], S("'")), command_nearest(args->inputs.v[0]));
    help_command(&app->out, c);
    return EXIT_OK;
}

const Command cmd_help = {
    .name = "help",
    .summary = "Prints the help of the program or of one command",
    .inputs = "[COMMAND]",
    .max_inputs = 1,
    .failure = EXIT_USAGE,
    .run = help,
    .groups = {common_options},
};

/* --- completions --- */

static int completions(App *app, Args *args)
{
    Str shell = args->inputs.v[0];
    if (str_eq(shell, S("bash")))
        completion_bash(&app->out);
    else if (str_eq(shell, S("zsh")))
        completion_zsh(&app->out);
    else
        return app_usage(app, str_cat3(app->a, S("no completions for '"), shell, S("' (bash, zsh)")), (Str){0});
    return EXIT_OK;
}

const Command cmd_completions = {
    .name = "completions",
    .summary = "Prints the completion script for a shell",
    .inputs = "SHELL",
    .inputs_help = "bash or zsh",
    .min_inputs = 1,
    .max_inputs = 1,
    .failure = EXIT_USAGE,
    .flags = OPTION_HIDDEN,
    .run = completions,
    .groups = {common_options},
};

/* --- dump: a short spelling of `generate-policies --dump facts`, for people who write front ends --- */

static int dump(App *app, Args *args)
{
    static Inputs in;
    int status;
    if (!inputs_read(app, args, &in, &status))
        return status;
    inputs_dump_facts(app, &in);
    return app_diagnostics(app, args);
}

const Command cmd_dump = {
    .name = "dump",
    .summary = "Prints the facts of source files",
    .inputs = "INPUT...",
    .min_inputs = 1,
    .max_inputs = -1,
    .failure = EXIT_FAILED,
    .flags = OPTION_HIDDEN | COMMAND_SANDBOX,
    .run = dump,
    .groups = {input_options, common_options},
};
