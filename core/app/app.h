/* app.h: what the subcommands share: the process (output, errors, diagnostics) and the way from the command line to SDK calls.
 *
 * Only this folder prints and decides about exit statuses. stdout holds the result alone and is written once, at the end.
 */
#ifndef CORE_APP_APP_H
#define CORE_APP_APP_H

#include "core/app/options.h"
#include "core/resolve/resolve.h"
#include "lexers/langs.h"

enum {
    EXIT_OK = 0,
    EXIT_FAILED = 1, /* generate-policies, extract-sdk-calls: no result, or input was dropped (see -W) */
    EXIT_USAGE = 2,  /* wrong command line; any other failure */
};

/* For a program that runs commands on behalf of others (the MCP server): all may be null. Called from the thread that runs the command, `stop`
 * from its helpers too. */
typedef struct {
    void *ctx;
    bool (*stop)(void *ctx);             /* true: give up; the command fails, its result is of no use */
    void (*step)(void *ctx, iz done, iz all); /* so many files are read */
    bool (*allowed)(void *ctx, Str path); /* whether a file may be read */
} AppHooks;

struct App {
    Arena *a;
    const Command *cmd;
    Buf out;            /* what goes to stdout */
    Diags diags;
    const Table *table; /* set by app_table */
    bool colour;        /* on stderr */
    bool terminal;      /* stderr is one */
    Buf *log;           /* where errors go; null: stderr */
    const AppHooks *hooks; /* null: none */
};

/* Prints "Error: what" and one "  Caused by: cause" line, unless cause is empty. Returns the exit status of a failure of the command. */
int app_fail(const App *app, Str what, Str cause);

/* The same with a second cause. */
int app_fail2(const App *app, Str what, Str cause, Str cause2);

/* A wrong command line: error, hint ("did you mean"), usage. Returns EXIT_USAGE. */
int app_usage(const App *app, Str error, Str hint);

/* The folder that --data or IAM_POLICY_AUTOPILOT_DATA names; empty: the data that is compiled in. */
Str app_data_dir(const Args *args);

/* The data: compiled in, or from --data / IAM_POLICY_AUTOPILOT_DATA. False: reported already. */
bool app_table(App *app, const Args *args);

/* " (did you mean 'a', 'b'?)" over n names; empty when n is 0. */
Str app_did_you_mean(Arena *a, const Str *names, iz n);

/* Prints the diagnostics, sorted, and returns the exit status that they ask for under -W: EXIT_OK or the command's failure. */
int app_diagnostics(App *app, const Args *args);

/* What a run of generate-policies, extract-sdk-calls, … reads. Built by inputs_read. */
typedef struct {
    Source src;
    const Lang *lang;   /* null: a configuration file that only the resolver reads */
    Facts *facts;       /* null: dropped, or let go */
    Arena *memory;      /* holds src.text and facts; null: there were none yet */
    Outline *outline;
    Diags *diags;       /* null: nothing is said about it */
    i64 size;
    bool from_stdin;
    bool read;          /* false: dropped */
    bool out_of_memory; /* dropped because of that */
} Unit;

typedef struct {
    VEC(Unit) units;  /* sorted by path */
    iz dropped;       /* how many could not be read */
    struct Crew *crew; /* null: nothing is read yet */
} Inputs;

/* Whether the hooks say that the work is of no use any more. */
bool app_stopped(const App *app);

/* Options of the subcommands that read source code; of those that use the data; of all. */
extern const Option input_options[];
extern const Option data_options[];
extern const Option common_options[];

/* Expands, reads and parses the positional arguments. False: reported already, *status set. */
bool inputs_read(App *app, const Args *args, Inputs *in, int *status);

/* The SDK calls of the inputs. False: reported already, *status set. */
bool inputs_calls(App *app, const Args *args, Inputs *in, SdkCalls *calls, int *status);

/* Gives back what the inputs hold outside of app->a (a command that ends with the process need not). Facts, sources and calls are gone. */
void inputs_free(Inputs *in);

/* --dump: appends to app->out. */
void inputs_dump_facts(App *app, Inputs *in);

/* One file or standard input (path "-") whole, followed by a NUL. False: *why says what is wrong. */
bool read_whole(Arena *a, Str path, i64 limit, Str *text, Str *why);

#endif
