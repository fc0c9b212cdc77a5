/* main.c: the process: chooses the subcommand, catches exhaustion of memory, writes stdout once, and gives the exit status.
 *
 * Exit statuses: 0; 1 when generate-policies or extract-sdk-calls fail (also for input that was dropped, see -W); 2 for a wrong command line
 * and any other failure. A result that cannot be written is a failure of the command; when the reader has gone away (a closed pipe)
 * nothing is said about it.
 */
#include <cjson/cJSON.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app.h"
#include "core/base/parallel.h"
#include "commands.h"
#include "sandbox.h"

/* A descriptor that is closed would be reused for the next file that we open. In its place comes one that cannot be used either. */
static void guard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            (void)!open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

/* Half a result in a file looks like a whole one: the file gets back the end that it had, unless others have written to it meanwhile. */
static void take_back(iz done)
{
    struct stat st;
    off_t at = lseek(STDOUT_FILENO, 0, SEEK_CUR);
    if (fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode) && at == st.st_size && at >= done && ftruncate(STDOUT_FILENO, at - done) == 0)
        (void)lseek(STDOUT_FILENO, at - done, SEEK_SET);
}

static int flush(const App *app, Str out, int status)
{
    int failure = app->cmd ? app->cmd->failure : EXIT_USAGE;
    iz all = out.len;
    while (out.len) {
        ssize_t n = write(STDOUT_FILENO, out.s, (size_t)out.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            int e = errno;
            take_back(all - out.len);
            if (e != EPIPE)
                app_fail(app, S("Cannot write the result"), str_c(strerror(e)));
            return failure;
        }
        out = str_from(out, n);
    }
    return status;
}

/* A stack that the user limited to a few KB (ulimit -s) grows as far as the hard limit lets it. */
static bool stack_suffices(void)
{
    struct rlimit r;
    if (getrlimit(RLIMIT_STACK, &r) || r.rlim_cur == RLIM_INFINITY || r.rlim_cur >= STACK_LEAST)
        return true;
    r.rlim_cur = r.rlim_max == RLIM_INFINITY || r.rlim_max > STACK_BYTES ? STACK_BYTES : r.rlim_max;
    return r.rlim_cur >= STACK_LEAST && setrlimit(RLIMIT_STACK, &r) == 0;
}

static bool is(Str s, const char *x, const char *y)
{
    return str_eq(s, str_c(x)) || str_eq(s, str_c(y));
}

static int unknown(const App *app, Str name)
{
    bool dash = name.len && name.s[0] == '-';
    Str hint = command_nearest(name);
    if (dash && str_distance(name, S("--version"), 3) <= 3)
        hint = S("--version");
    else if (dash && str_distance(name, S("--help"), 2) <= 2)
        hint = S("--help");
    return app_usage(app, str_cat3(app->a, dash ? S("unknown option '") : S("unknown command '"), name, S("'")), hint);
}

/* Commands that only read give up everything else. Uploading needs the network. Returns the exit status of a failure, or EXIT_OK. */
static int enclose(const App *app, const Args *args)
{
    Str wish = str_c(getenv("IAM_POLICY_AUTOPILOT_SANDBOX"));
    Str when = args_get(args, OPT_SANDBOX, wish.len ? wish : S("auto"));
    bool on = str_eq(when, S("on")), off = str_eq(when, S("off")), online = args_has(args, OPT_UPLOAD);
    if (!(app->cmd->flags & COMMAND_SANDBOX))
        return EXIT_OK;
    if (!on && !off && !str_eq(when, S("auto")))
        return app_usage(app, str_cat3(app->a, S("invalid value '"), when, S("' of IAM_POLICY_AUTOPILOT_SANDBOX (auto, on, off)")), (Str){0});
    if (online && on)
        return app_usage(app, S("--upload-policies needs the network, which --sandbox=on forbids"), (Str){0});
    if (!off && !online && sandbox_enter() != SANDBOX_FULL && on)
        return app_fail(app, S("Cannot enter the sandbox"), S("this system, or this build of the program, has no seccomp filters"));
    return EXIT_OK;
}

static int run(App *app, StrVec *words)
{
    if (!words->n) {
        Buf b = {.a = app->a};
        help_program(&b);
        fwrite(b.v, 1, (size_t)b.n, stderr);
        return EXIT_USAGE;
    }
    Str name = words->v[0];
    if (is(name, "-h", "--help")) {
        help_program(&app->out);
        return EXIT_OK;
    }
    if (is(name, "-V", "--version"))
        name = S("version");
    app->cmd = command_find(name);
    if (!app->cmd)
        return unknown(app, name);
    StrVec rest = {.v = words->v + 1, .n = words->n - 1};
    static Args args;
    Str error = {0}, hint = {0};
    if (app->cmd->flags & OPTION_LATER)
        return app_usage(app, str_cat3(app->a, S("command '"), name, S("' is not available in this version")), (Str){0});
    if (!args_parse(app->a, app->cmd, &rest, &args, &error, &hint))
        return app_usage(app, error, hint);
    if (args_has(&args, OPT_HELP)) {
        help_command(&app->out, app->cmd);
        return EXIT_OK;
    }
    arena_exit_status = app->cmd->failure;
    if (app->cmd != &cmd_mcp) /* which survives it */
        cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = arena_malloc, .free_fn = free});
    int status = enclose(app, &args);
    return status == EXIT_OK ? app->cmd->run(app, &args) : status;
}

int main(int argc, char **argv)
{
    static Arena arena;
    static App app;
    static jmp_buf oom;
    guard_descriptors();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow (ulimit -f) is an error like a full disk */
    app.a = app.out.a = app.diags.a = &arena;
    app.terminal = isatty(STDERR_FILENO);
    const char *no_colour = getenv("NO_COLOR"), *term = getenv("TERM");
    app.colour = app.terminal && !(no_colour && *no_colour) && !(term && strcmp(term, "dumb") == 0);
    arena.oom = &oom;
    if (setjmp(oom)) {
        fputs("Error: out of memory\n", stderr);
        return app.cmd ? app.cmd->failure : EXIT_USAGE;
    }
    if (!stack_suffices())
        return app_fail(&app, S("Cannot run"), S("the stack is limited to less than 512 KB (ulimit -s)"));
    StrVec words = {0};
    for (int i = 1; i < argc; i++)
        *(Str *)vec_push(&arena, &words) = str_c(argv[i]);
    int status = run(&app, &words);
    status = flush(&app, buf_done(&app.out), status);
    return status; /* everything is reachable from static memory; the system takes it back faster than we could */
}
