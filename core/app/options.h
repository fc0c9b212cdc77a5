/* options.h: the command line as tables. Each subcommand is one Command with the groups of options that it takes; parsing, the -h text,
 * "did you mean" and the shell completions are all made from them.
 *
 * Conventions: `--name value`, `--name=value`, `-n value`, `-nvalue`, letters without values may be joined (`-pd`), `--` ends the options, `-`
 * alone is an input. A greedy option takes every following word up to the next that starts with `-`.
 */
#ifndef CORE_APP_OPTIONS_H
#define CORE_APP_OPTIONS_H

#include "core/base/str.h"

/* Every option of every subcommand; the same meaning has the same name everywhere. */
typedef enum {
    OPT_HELP, OPT_DEBUG, OPT_PRETTY, OPT_LANGUAGE, OPT_FULL_OUTPUT, OPT_REGION, OPT_ACCOUNT, OPT_INDIVIDUAL, OPT_UPLOAD, OPT_MINIMIZE,
    OPT_DISABLE_CACHE, OPT_CUTOFF, OPT_HINTS, OPT_EXPLAIN, OPT_EXPLAIN_RESOURCES, OPT_TF_DIR, OPT_TF_FILES, OPT_TFVARS, OPT_TFSTATE,
    OPT_EXCLUDE, OPT_NO_IGNORE, OPT_INCLUDE_TESTS, OPT_ENV, OPT_ENV_FILE, OPT_NO_KMS, OPT_CONDITIONS, OPT_DUMP, OPT_DATA, OPT_JOBS,
    OPT_WARN, OPT_VERBOSE, OPT_ENABLE, OPT_DISABLE, OPT_STATUS, OPT_LIST, OPT_OPERATION, OPT_ACTION, OPT_RESOURCE, OPT_CONDITION_KEY,
    OPT_YES, OPT_TRANSPORT, OPT_PORT, OPT_BIND, OPT_ALLOW_HOST, OPT_TOKEN_FILE, OPT_PAGE_SIZE,
    OPT_EXACT, OPT_JSON, OPT_FILE, OPT_DRY_RUN, OPT_DECODE, OPT_PROFILE, OPT_SANDBOX,
    OPT_COUNT
} OptId;

typedef enum {
    VALUE_NONE,
    VALUE_ONE,      /* exactly one; giving the option twice is an error */
    VALUE_EACH,     /* one each time; may be repeated */
    VALUE_OPTIONAL, /* none or one */
    VALUE_MANY,     /* one or more (greedy); may be repeated */
} ValueKind;

enum {              /* Option.flags */
    OPTION_HIDDEN = 1, /* not in -h and the completions */
    OPTION_LATER = 2,  /* known, but not available in this version */
    COMMAND_SANDBOX = 4, /* of a command: it runs in the sandbox (sandbox.h), see --sandbox */
};

typedef struct {
    OptId id;
    const char *name;   /* without dashes */
    char letter;        /* 0: none */
    u8 kind, flags;
    const char *value;  /* what -h calls the value */
    const char *choices; /* legal values, blank-separated; null: any. "@file", "@dir", "@lang": for the completions only */
    const char *help;
} Option;

/* A group of options; ends with a null name. */
typedef const Option *OptionGroup;

typedef struct App App;
typedef struct Command Command;

typedef struct {
    const Command *cmd;
    StrVec value[OPT_COUNT]; /* in the order given */
    int seen[OPT_COUNT];
    StrVec inputs;           /* positional arguments */
} Args;

enum { COMMAND_GROUPS = 4 };

struct Command {
    const char *name;
    const char *summary;     /* one line, for the list of subcommands */
    const char *about;       /* paragraphs for -h, after the summary; may be null */
    const char *inputs;      /* positional arguments in the usage line: "INPUT..."; null: none */
    const char *inputs_help;
    int min_inputs, max_inputs; /* max: -1 for any number */
    int failure;             /* exit status when it fails (compat.md, 0) */
    u8 flags;                /* OPTION_HIDDEN, OPTION_LATER, COMMAND_SANDBOX */
    int (*run)(App *app, Args *args); /* returns the exit status */
    OptionGroup groups[COMMAND_GROUPS + 1];
};

extern const Command *const commands[]; /* ends with null */

/* The subcommand of that name, or null. */
const Command *command_find(Str name);

/* Parses the words after the subcommand's name. False: *error holds what is wrong, and *hint, unless empty, what may have been meant. */
bool args_parse(Arena *a, const Command *cmd, const StrVec *words, Args *out, Str *error, Str *hint);

static inline bool args_has(const Args *args, OptId id)
{
    return args->seen[id] > 0;
}

/* The option's value, the last one given; `dflt` when it was not given. */
Str args_get(const Args *args, OptId id, Str dflt);

/* "Usage: ..." of one subcommand, and its whole -h text. */
void usage_command(Buf *out, const Command *cmd);
void help_command(Buf *out, const Command *cmd);

/* The text of `help` without a subcommand. */
void help_program(Buf *out);

/* The nearest name among subcommands; empty when none is near. */
Str command_nearest(Str name);

/* Completion scripts. */
void completion_bash(Buf *out);
void completion_zsh(Buf *out);

#endif
