/* app.c: errors, diagnostics and the data table of a run. See app.h. */
#include "app.h"

#include <stdio.h>
#include <stdlib.h>

#include "mapper/image.h"

static void put(const App *app, Str s)
{
    if (app->log)
        buf_str(app->log, s);
    else
        fwrite(s.s, 1, (size_t)s.len, stderr);
}

static void coloured(const App *app, const char *code, Str s)
{
    if (app->colour)
        put(app, str_c(code));
    put(app, s);
    if (app->colour)
        put(app, S("\033[0m"));
}

int app_fail2(const App *app, Str what, Str cause, Str cause2)
{
    Buf b = {.a = app->a};
    coloured(app, "\033[1;31m", S("Error:"));
    buf_u8(&b, ' ');
    buf_shown(&b, what);
    buf_u8(&b, '\n');
    const Str causes[] = {cause, cause2};
    for (int i = 0; i < 2; i++)
        if (causes[i].len) {
            buf_str(&b, S("  Caused by: "));
            buf_shown(&b, causes[i]);
            buf_u8(&b, '\n');
        }
    put(app, buf_done(&b));
    return app->cmd ? app->cmd->failure : EXIT_USAGE;
}

int app_fail(const App *app, Str what, Str cause)
{
    return app_fail2(app, what, cause, (Str){0});
}

int app_usage(const App *app, Str error, Str hint)
{
    app_fail(app, error, (Str){0});
    Buf b = {.a = app->a};
    if (hint.len) {
        buf_str(&b, S("  Did you mean '"));
        buf_str(&b, hint);
        buf_str(&b, S("'?\n"));
    }
    if (app->log) { /* no command line: no usage */
        put(app, buf_done(&b));
        return EXIT_USAGE;
    }
    buf_u8(&b, '\n');
    if (app->cmd)
        usage_command(&b, app->cmd);
    else
        buf_str(&b, S("Usage: iam-policy-autopilot COMMAND [OPTIONS] [ARGUMENTS]\n"));
    buf_str(&b, S("For more, try '--help'.\n"));
    put(app, buf_done(&b));
    return EXIT_USAGE;
}

bool app_stopped(const App *app)
{
    return app->hooks && app->hooks->stop && app->hooks->stop(app->hooks->ctx);
}

Str app_data_dir(const Args *args)
{
    return args_get(args, OPT_DATA, str_c(getenv("IAM_POLICY_AUTOPILOT_DATA")));
}

bool app_table(App *app, const Args *args)
{
    static Table loaded;
    Str dir = app_data_dir(args);
    app->table = table_builtin();
    if (!dir.len)
        return true;
    iz n = 0;
    Str error = {0};
    ImageFile *files = image_read_dir(app->a, dir, &n, &error);
    Image m = error.len ? (Image){.error = error} : image_build(app->a, files, n);
    if (m.error.len) {
        app_fail(app, str_cat3(app->a, S("Cannot load the data in '"), dir, S("'")), m.error);
        return false;
    }
    loaded = table_from_image(&m);
    app->table = &loaded;
    return true;
}

Str app_did_you_mean(Arena *a, const Str *names, iz n)
{
    Buf b = {.a = a};
    for (iz i = 0; i < n; i++) {
        buf_str(&b, i ? S(", '") : S(" (did you mean '"));
        buf_str(&b, names[i]);
        buf_u8(&b, '\'');
    }
    if (n)
        buf_str(&b, S("?)"));
    return buf_done(&b);
}

static const char *colour_of(DiagLevel level)
{
    switch (level) {
    case LEVEL_NOTE:
        return "\033[36m";
    case LEVEL_WARNING:
        return "\033[33m";
    case LEVEL_UNSUPPORTED:
        return "\033[35m";
    case LEVEL_ERROR:
        break;
    }
    return "\033[1;31m";
}

/* Colours the word "warning:" and its like. */
static void print_diag(const App *app, Str line, DiagLevel level)
{
    Str word = str_cat(app->a, level_name(level), S(": "));
    iz at = app->colour ? str_find(line, word) : -1;
    if (at < 0) {
        put(app, line);
        return;
    }
    put(app, str_head(line, at));
    coloured(app, colour_of(level), str_head(word, word.len - 1));
    put(app, str_from(line, at + word.len - 1));
}

int app_diagnostics(App *app, const Args *args)
{
    static const Str names[] = {S_INIT("note"), S_INIT("warning"), S_INIT("unsupported"), S_INIT("error"), S_INIT("never")};
    Str want = args_get(args, OPT_WARN, S("error"));
    int limit = 0, worst = -1;
    while (!str_eq(names[limit], want))
        limit++;
    diag_sort(&app->diags);
    for (iz i = 0; i < app->diags.n; i++) {
        const Diag *d = &app->diags.v[i];
        DiagLevel level = diag_level(d->code);
        Buf line = {.a = app->a};
        diag_format(&line, app->a, d);
        if (i == 0 || d[-1].code != d->code || d[-1].src != d->src || d[-1].off != d->off || !str_eq(d[-1].subject, d->subject))
            print_diag(app, buf_done(&line), level);
        if ((int)level > worst)
            worst = (int)level;
    }
    return worst >= limit ? app->cmd->failure : EXIT_OK;
}
