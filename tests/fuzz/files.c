/* files.c: the files of an input as files of a folder: walking, .gitignore, encodings, configuration files, --env-file, and the command line, whose
 * words are the lines of the file `args`. */
#include "fuzz.h"

#include "core/app/commands.h"
#include "core/app/generate.h"

/* A word that cannot lead out of the folder. */
static bool harmless(Str w)
{
    return str_find(w, S("..")) < 0 && str_find_u8(w, '/') != 0 && str_find(w, S("=/")) < 0 && !str_eq(w, S("-")) && str_find_u8(w, 0) < 0 &&
           !str_starts(w, S("-l/")) && !str_starts(w, S("-j"));
}

static void words(FuzzInput *in, StrVec *out)
{
    Str line;
    for (iz i = 0; i < in->n; i++) {
        Str text = in->v[i].text;
        if (str_eq(in->v[i].path, S("args")))
            while (str_cut(&text, '\n', &line))
                if (harmless(line))
                    *(Str *)vec_push(&in->a, out) = line;
    }
    *(Str *)vec_push(&in->a, out) = S("--jobs=1");
    *(Str *)vec_push(&in->a, out) = S("--");
    *(Str *)vec_push(&in->a, out) = S(".");
}

static void run(FuzzInput *in)
{
    static App app;
    static Args args;
    static Generated g;
    int status;
    Buf log = {.a = &in->a};
    StrVec w = {0};
    Str error = {0}, hint = {0};
    fuzz_write(in);
    words(in, &w);
    app = (App){.a = &in->a, .cmd = &cmd_generate, .out = {.a = &in->a}, .diags = {.a = &in->a}, .table = table_builtin(), .log = &log};
    args = (Args){0};
    g = (Generated){0};
    if (!args_parse(&in->a, app.cmd, &w, &args, &error, &hint)) {
        app_usage(&app, error, hint);
    } else if (policies_generate(&app, &args, &g, &status)) {
        PolicyPrint print = {.pretty = args_has(&args, OPT_PRETTY), .explain = args_has(&args, OPT_EXPLAIN)};
        print.explain_actions = args.value[OPT_EXPLAIN];
        policies_json(&app.out, app.a, app.table, &g.policies, &print);
        app_diagnostics(&app, &args);
    }
    inputs_free(&g.in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
