/* cmd_check.c: check-policy: does a policy that exists allow what the code needs, and nothing else? A gate for build servers.
 *
 * People read lines on stdout; --json prints {"Missing","AddStatements","Excess","Undecided"} for programs. */
#include "generate.h"
#include "mapper/compare.h"

enum { POLICY_FILE_MAX = 16 << 20 };

static const Option options[] = {
    {OPT_JSON, "json", 0, VALUE_NONE, 0, 0, 0, "Print JSON"},
    {OPT_PRETTY, "pretty", 'p', VALUE_NONE, 0, 0, 0, "Indent the JSON"},
    {OPT_EXACT, "exact", 0, VALUE_NONE, 0, 0, 0, "Fail, too, when the policy allows what no call needs"},
    {OPT_REGION, "region", 'r', VALUE_ONE, 0, "REGION", 0, "Region in ARNs where the code does not say one; the policy's own unless given"},
    {OPT_ACCOUNT, "account", 'a', VALUE_ONE, 0, "ACCOUNT", 0, "Account in ARNs where the code does not say one; the policy's own unless given"},
    {OPT_CONDITIONS, "conditions", 0, VALUE_ONE, 0, "WHICH", "none safe",
     "Conditions in the statements to add: 'safe' (unless given) or 'none'"},
    {OPT_NO_KMS, "no-kms", 0, VALUE_NONE, 0, 0, 0, "Leave out the permissions on keys that other services use for the caller"},
    {0},
};

static Str place(App *app, const Need *n)
{
    Buf b = {.a = app->a};
    LineCol at = source_where(app->a, n->call->src, n->call->off);
    buf_str(&b, n->call->src->path);
    buf_u8(&b, ':');
    buf_int(&b, at.line);
    buf_u8(&b, ':');
    buf_int(&b, at.col);
    return buf_done(&b);
}

/* --- for people --- */

static void show_gap(App *app, const Gap *g, Str what)
{
    Buf *o = &app->out;
    buf_str(o, what);
    buf_str(o, g->need->action);
    buf_str(o, S(" on "));
    buf_shown(o, g->need->resources.v[g->resource].arn);
    if (g->denied)
        buf_str(o, S(" (a Deny statement stands against it)"));
    if (g->why.len) {
        buf_str(o, S(" (depends on "));
        buf_shown(o, g->why);
        buf_u8(o, ')');
    }
    buf_str(o, S("\n    "));
    buf_shown(o, place(app, g->need));
    buf_str(o, S(": "));
    buf_str(o, g->need->call->operation);
    buf_u8(o, '\n');
}

static void show_excess(App *app, const Excess *x)
{
    Buf *o = &app->out;
    buf_str(o, S("excess: "));
    if (x->inverted)
        buf_str(o, x->action ? S("NotAction ") : S("NotResource "));
    buf_shown(o, x->pattern);
    buf_str(o, S(" in statement "));
    buf_int(o, x->statement + 1);
    if (x->sid.len) {
        buf_str(o, S(" ("));
        buf_shown(o, x->sid);
        buf_u8(o, ')');
    }
    if (x->policy) {
        buf_str(o, S(" of policy "));
        buf_int(o, x->policy + 1);
    }
    buf_u8(o, '\n');
    buf_str(o, x->needed.n ? S("    needed is only:") : S("    no call needs it"));
    for (iz i = 0; i < x->needed.n; i++) {
        buf_u8(o, ' ');
        buf_shown(o, x->needed.v[i]);
    }
    buf_u8(o, '\n');
}

static void show(App *app, const Comparison *c)
{
    Buf *o = &app->out;
    for (iz i = 0; i < c->missing.n; i++)
        show_gap(app, &c->missing.v[i], S("missing: "));
    for (iz i = 0; i < c->excess.n; i++)
        show_excess(app, &c->excess.v[i]);
    for (iz i = 0; i < c->undecided.n; i++)
        show_gap(app, &c->undecided.v[i], S("undecided: "));
    for (iz i = 0; i < c->add.n; i++)
        for (iz k = 0; k < c->add.v[i].statements.n; k++) {
            if (!i && !k)
                buf_str(o, S("add:\n"));
            Json j = {.out = o, .pretty = true};
            statement_json(&j, &c->add.v[i].statements.v[k]);
            buf_u8(o, '\n');
        }
    buf_int(o, c->missing.n);
    buf_str(o, S(" missing, "));
    buf_int(o, c->excess.n);
    buf_str(o, S(" in excess, "));
    buf_int(o, c->undecided.n);
    buf_str(o, S(" undecided\n"));
}

/* --- for programs --- */

static void write_gap(App *app, Json *j, const Gap *g)
{
    const Need *n = g->need;
    json_begin(j, '{');
    json_pair(j, S("Action"), n->action);
    json_pair(j, S("Resource"), n->resources.v[g->resource].arn);
    json_pair(j, S("Service"), n->service);
    json_pair(j, S("Operation"), n->call->operation);
    json_pair(j, S("Location"), span_text(app->a, n->call->src, n->call->off, n->call->end));
    if (g->denied) {
        json_key(j, S("Denied"));
        json_bool(j, true);
    }
    if (g->why.len)
        json_pair(j, S("DependsOn"), g->why);
    json_end(j, '}');
}

void comparison_json(App *app, const Comparison *c, bool pretty)
{
    Json j = {.out = &app->out, .pretty = pretty};
    json_begin(&j, '{');
    json_key(&j, S("Missing"));
    json_begin(&j, '[');
    for (iz i = 0; i < c->missing.n; i++)
        write_gap(app, &j, &c->missing.v[i]);
    json_end(&j, ']');
    json_key(&j, S("AddStatements"));
    json_begin(&j, '[');
    for (iz i = 0; i < c->add.n; i++)
        for (iz k = 0; k < c->add.v[i].statements.n; k++)
            statement_json(&j, &c->add.v[i].statements.v[k]);
    json_end(&j, ']');
    json_key(&j, S("Excess"));
    json_begin(&j, '[');
    for (iz i = 0; i < c->excess.n; i++) {
        const Excess *x = &c->excess.v[i];
        json_begin(&j, '{');
        json_key(&j, S("PolicyIndex"));
        json_int(&j, x->policy);
        json_key(&j, S("StatementIndex"));
        json_int(&j, x->statement);
        if (x->sid.len)
            json_pair(&j, S("Sid"), x->sid);
        json_pair(&j, x->action ? x->inverted ? S("NotAction") : S("Action") : x->inverted ? S("NotResource") : S("Resource"), x->pattern);
        json_strs(&j, S("Needed"), &x->needed);
        json_end(&j, '}');
    }
    json_end(&j, ']');
    json_key(&j, S("Undecided"));
    json_begin(&j, '[');
    for (iz i = 0; i < c->undecided.n; i++)
        write_gap(app, &j, &c->undecided.v[i]);
    json_end(&j, ']');
    json_end(&j, '}');
    if (pretty)
        buf_u8(&app->out, '\n');
}

static int compare(App *app, const Args *args, const PolicySet *set, const SdkCalls *calls, const PolicyOptions *opt)
{
    Needs needs = map_calls(app->a, app->table, calls, opt, &app->diags);
    Comparison c = policies_compare(app->a, app->table, set, &needs, opt, &app->diags);
    if (args_has(args, OPT_JSON))
        comparison_json(app, &c, args_has(args, OPT_PRETTY));
    else
        show(app, &c);
    int status = app_diagnostics(app, args);
    if (status != EXIT_OK)
        return status;
    return c.missing.n || (args_has(args, OPT_EXACT) && c.excess.n) ? EXIT_FAILED : EXIT_OK;
}

static int run(App *app, Args *args)
{
    Inputs in = {0};
    SdkCalls calls = {0};
    PolicyOptions opt;
    PolicySet set = {0};
    Str text, why = {0}, file = args->inputs.v[0];
    int status;
    if (!app_table(app, args) || !mapper_options(app, args, &opt, &status))
        return app->cmd->failure;
    if (!read_whole(app->a, file, POLICY_FILE_MAX, &text, &why))
        return app_fail2(app, S("Cannot check the policy"), str_cat3(app->a, S("cannot read '"), file, S("'")), why);
    if (!policyset_parse(&set, app->a, text, &why))
        return app_fail2(app, S("Cannot check the policy"), str_cat3(app->a, S("'"), file, S("' is not an identity policy")), why);
    args->inputs.v++;
    args->inputs.n--;
    if (inputs_read(app, args, &in, &status) && inputs_calls(app, args, &in, &calls, &status))
        status = compare(app, args, &set, &calls, &opt);
    inputs_free(&in);
    return status;
}

const Command cmd_check = {
    .name = "check-policy",
    .summary = "Checks whether a policy allows what source code needs, and what it allows beyond",
    .about = "Evaluates the policy against every AWS SDK call in the inputs. POLICY is a file with an identity policy, an array of them, or "
             "the output of generate-policies; '-' is standard input.\n\nExits with 0 when nothing is missing (with --exact: and nothing is "
             "in excess), with 1 when something is, with 2 on errors.",
    .inputs = "POLICY INPUT...",
    .inputs_help = "The policy's file, then source files or folders",
    .min_inputs = 2,
    .max_inputs = -1,
    .failure = EXIT_USAGE,
    .flags = COMMAND_SANDBOX,
    .run = run,
    .groups = {options, input_options, data_options, common_options},
};
