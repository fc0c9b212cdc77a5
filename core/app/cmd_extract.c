/* cmd_extract.c: extract-sdk-calls: the calls themselves, as JSON (compat.md, 3). */
#include "app.h"
#include "core/base/json.h"
#include "mapper/policy.h"

static const Option options[] = {
    {OPT_PRETTY, "pretty", 'p', VALUE_NONE, 0, 0, 0, "Indent the JSON"},
    {OPT_FULL_OUTPUT, "full-output", 0, VALUE_NONE, 0, 0, 0, "Add where each call stands, its receiver and its arguments"},
    {0},
};

/* The argument with the sign that spreads it, as written: "**kw", "*args", "...rest". */
static Str spread(const SdkCall *c, Str text)
{
    const u8 *start = c->text.s;
    if (text.s <= start || text.s > start + c->text.len)
        return text;
    while (text.s > start && (text.s[-1] == '*' || text.s[-1] == '.')) {
        text.s--;
        text.len++;
    }
    return text;
}

static void param(Json *j, const SdkCall *c, iz position)
{
    const CallParam *p = &c->params.v[position];
    json_begin(j, '{');
    if (p->splat) {
        json_key(j, p->splat == 2 ? S("DictionarySplat") : S("ListSplat"));
        json_begin(j, '{');
        json_pair(j, S("expression"), spread(c, p->text));
        json_key(j, S("position"));
        json_int(j, position);
    } else {
        json_key(j, p->name.len ? S("Keyword") : S("Positional"));
        json_begin(j, '{');
        if (p->name.len)
            json_pair(j, S("name"), p->name);
        json_key(j, S("value"));
        json_begin(j, '{');
        json_pair(j, p->resolved ? S("Resolved") : S("Unresolved"), p->resolved ? p->value : p->text);
        json_end(j, '}');
        json_key(j, S("position"));
        json_int(j, position);
        json_key(j, S("type_annotation"));
        json_null(j);
    }
    json_end(j, '}');
    json_end(j, '}');
}

static void metadata(Json *j, Arena *a, const SdkCall *c)
{
    json_key(j, S("Metadata"));
    if (!c->src) {
        json_null(j);
        return;
    }
    json_begin(j, '{');
    json_pair(j, S("Expr"), c->text);
    json_pair(j, S("Location"), span_text(a, c->src, c->off, c->end));
    json_key(j, S("Parameters"));
    json_begin(j, '[');
    for (iz i = 0; i < c->params.n; i++)
        param(j, c, i);
    json_end(j, ']');
    if (c->receiver.len)
        json_pair(j, S("Receiver"), c->receiver);
    json_pair(j, S("Written"), c->written);
    json_end(j, '}');
}

static int run(App *app, Args *args)
{
    static Inputs in;
    SdkCalls calls = {0};
    int status;
    if (!app_table(app, args))
        return app->cmd->failure;
    if (!inputs_read(app, args, &in, &status))
        return status;
    Str dump = args_get(args, OPT_DUMP, (Str){0});
    if (str_eq(dump, S("facts"))) {
        inputs_dump_facts(app, &in);
        return app_diagnostics(app, args);
    }
    if (!inputs_calls(app, args, &in, &calls, &status))
        return status;
    Json j = {.out = &app->out, .pretty = args_has(args, OPT_PRETTY)};
    if (dump.len) {
        calls_dump(&app->out, app->a, &calls);
        return app_diagnostics(app, args);
    }
    json_begin(&j, '[');
    for (iz i = 0; i < calls.n; i++) {
        const SdkCall *c = &calls.v[i];
        StrVec one = {.v = (Str *)&c->service, .n = 1};
        json_begin(&j, '{');
        json_pair(&j, S("Name"), c->operation);
        json_strs(&j, S("PossibleServices"), c->services.n ? &c->services : &one);
        if (args_has(args, OPT_FULL_OUTPUT))
            metadata(&j, app->a, c);
        json_end(&j, '}');
    }
    json_end(&j, ']');
    if (j.pretty)
        buf_u8(&app->out, '\n');
    return app_diagnostics(app, args);
}

const Command cmd_extract = {
    .name = "extract-sdk-calls",
    .summary = "Extracts AWS SDK method calls from source code files",
    .about = "Prints a JSON list with one entry a call: the operation's name and the services that it may belong to.",
    .inputs = "INPUT...",
    .inputs_help = "Source files, folders, or '-' for standard input (with --language)",
    .min_inputs = 1,
    .max_inputs = -1,
    .failure = EXIT_FAILED,
    .flags = COMMAND_SANDBOX,
    .run = run,
    .groups = {options, input_options, data_options, common_options},
};
