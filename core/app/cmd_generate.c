/* cmd_generate.c: generate-policies: source code in, policy documents out (compat.md, 2). */
#include "generate.h"

#include <stdio.h>

#include "apply.h"

static const Option options[] = {
    {OPT_PRETTY, "pretty", 'p', VALUE_NONE, 0, 0, 0, "Indent the JSON"},
    {OPT_REGION, "region", 'r', VALUE_ONE, 0, "REGION", 0, "Region in ARNs where the code does not say one; any ('*') unless given"},
    {OPT_ACCOUNT, "account", 'a', VALUE_ONE, 0, "ACCOUNT", 0, "Account in ARNs where the code does not say one; any ('*') unless given"},
    {OPT_CUTOFF, "resource-cutoff", 0, VALUE_ONE, 0, "N", 0,
     "Replace the resources of a statement by '*' when they are more than N. Unless given, 4, and ARNs with names from the code always stay"},
    {OPT_MINIMIZE, "minimize-policy-size", 0, VALUE_NONE, 0, 0, 0, "Let actions of different services share a statement"},
    {OPT_INDIVIDUAL, "individual-policies", 0, VALUE_NONE, 0, 0, 0, "One policy for each call, one statement for each action"},
    {OPT_CONDITIONS, "conditions", 0, VALUE_ONE, 0, "WHICH", "none safe",
     "Conditions that the arguments settle: 'safe' (unless given) adds those that cannot deny the call, 'none' leaves them out"},
    {OPT_NO_KMS, "no-kms", 0, VALUE_NONE, 0, 0, 0, "Leave out the permissions on keys that other services use for the caller"},
    {OPT_EXPLAIN, "explain", 0, VALUE_MANY, 0, "ACTION_PATTERN", 0, "Show which calls need the actions that match ('*' is any text)"},
    {OPT_FULL_OUTPUT, "full-output", 0, VALUE_NONE, OPTION_HIDDEN, 0, 0, "Accepted for compatibility"},
    {OPT_DISABLE_CACHE, "disable-cache", 0, VALUE_NONE, OPTION_HIDDEN, 0, 0, "Accepted for compatibility: there is no cache"},
    {OPT_UPLOAD, "upload-policies", 0, VALUE_OPTIONAL, 0, "PREFIX", 0,
     "Create the policies in IAM as PREFIX_1, PREFIX_2, ...; PREFIX is IamPolicyAutopilotGeneratedPolicy unless given"},
    {OPT_PROFILE, "profile", 0, VALUE_ONE, 0, "NAME", 0, "Profile of the AWS configuration whose credentials upload the policies"},
    {OPT_EXPLAIN_RESOURCES, "explain-resources", 0, VALUE_MANY, 0, "ARN_PATTERN", 0, "Show what in the code gave the ARNs that match"},
    {OPT_TF_DIR, "tf-dir", 0, VALUE_ONE, OPTION_LATER, "DIR", "@dir", "Terraform folder"},
    {OPT_TF_FILES, "tf-files", 0, VALUE_MANY, OPTION_LATER, "FILE", "@file", "Terraform files"},
    {OPT_TFVARS, "tfvars", 0, VALUE_MANY, OPTION_LATER, "FILE", "@file", "Terraform variables"},
    {OPT_TFSTATE, "tfstate", 0, VALUE_MANY, OPTION_LATER, "FILE", "@file", "Terraform state"},
    {0},
};

bool mapper_options(App *app, const Args *args, PolicyOptions *opt, int *status)
{
    *opt = policy_options();
    opt->region = args_get(args, OPT_REGION, S("*"));
    opt->account = args_get(args, OPT_ACCOUNT, S("*"));
    opt->no_kms = args_has(args, OPT_NO_KMS);
    opt->no_conditions = str_eq(args_get(args, OPT_CONDITIONS, S("safe")), S("none"));
    opt->minimize = args_has(args, OPT_MINIMIZE);
    opt->individual = args_has(args, OPT_INDIVIDUAL);
    Str cutoff = args_get(args, OPT_CUTOFF, (Str){0});
    i64 n;
    if (cutoff.s) {
        if (!str_i64(cutoff, &n) || n < 0) {
            *status = app_usage(app, str_cat3(app->a, S("invalid value '"), cutoff, S("' for --resource-cutoff (a number from 0)")), (Str){0});
            return false;
        }
        opt->cutoff_given = true;
        opt->resource_cutoff = (iz)n;
    }
    if (partition_of(app->table, opt->region).len) {
        if (!str_eq(opt->region, S("*")) && !tbl_find1(app->table, TBL_region, opt->region).n)
            diag_add(&app->diags, DIAG_new_region, 0, DIAG_NO_PLACE, opt->region);
        return true;
    }
    Str near[3];
    iz k = table_nearest(app->table, TBL_region, (Str){0}, region_name, opt->region, near, COUNTOF(near));
    *status = app_fail(app, S("Cannot generate policies"),
                       str_cat(app->a, str_cat3(app->a, S("no partition has a region '"), opt->region, S("'")), app_did_you_mean(app->a, near, k)));
    return false;
}

/* From units to policies. */
static bool generate_rest(App *app, const Args *args, Generated *g, int *status)
{
    if (!inputs_calls(app, args, &g->in, &g->calls, status))
        return false;
    g->needs = map_calls(app->a, app->table, &g->calls, &g->opt, &app->diags);
    g->policies = policies_build(app->a, app->table, &g->needs, &g->opt, &app->diags);
    return true;
}

bool policies_generate(App *app, const Args *args, Generated *g, int *status)
{
    return mapper_options(app, args, &g->opt, status) && inputs_read(app, args, &g->in, status) && generate_rest(app, args, g, status);
}

static int run(App *app, Args *args)
{
    static Generated g;
    int status;
    if (!app_table(app, args))
        return app->cmd->failure;
    if (!mapper_options(app, args, &g.opt, &status))
        return status;
    if (!inputs_read(app, args, &g.in, &status))
        return status;
    Str dump = args_get(args, OPT_DUMP, (Str){0});
    if (str_eq(dump, S("facts"))) {
        inputs_dump_facts(app, &g.in);
        return app_diagnostics(app, args);
    }
    if (dump.len) {
        SdkCalls calls = {0};
        if (!inputs_calls(app, args, &g.in, &calls, &status))
            return status;
        calls_dump(&app->out, app->a, &calls);
        return app_diagnostics(app, args);
    }
    if (!generate_rest(app, args, &g, &status))
        return status;
    PolicyPrint print = {.pretty = args_has(args, OPT_PRETTY), .explain = args_has(args, OPT_EXPLAIN)};
    print.explain_actions = args->value[OPT_EXPLAIN];
    print.explain_bindings = args_has(args, OPT_EXPLAIN_RESOURCES);
    print.explain_arns = args->value[OPT_EXPLAIN_RESOURCES];
    static UploadResult upload;
    if (args_has(args, OPT_UPLOAD) && args_has(args, OPT_INDIVIDUAL)) {
        fputs("iam-policy-autopilot: individual policies are not uploaded\n", stderr);
    } else if (args_has(args, OPT_UPLOAD)) {
        if (!apply_upload(app, args, args_get(args, OPT_UPLOAD, (Str){0}), &g.policies, &upload))
            return app->cmd->failure;
        print.tail = upload_json;
        print.tail_with = &upload;
    }
    policies_json(&app->out, app->a, app->table, &g.policies, &print);
    status = app_diagnostics(app, args);
    return upload.failed.n ? app->cmd->failure : status;
}

const Command cmd_generate = {
    .name = "generate-policies",
    .summary = "Generates the IAM policy that source code needs",
    .about = "Prints JSON with one or more policy documents that allow exactly what the AWS SDK calls in the inputs need.",
    .inputs = "INPUT...",
    .inputs_help = "Source files, folders, or '-' for standard input (with --language)",
    .min_inputs = 1,
    .max_inputs = -1,
    .failure = EXIT_FAILED,
    .flags = COMMAND_SANDBOX,
    .run = run,
    .groups = {options, input_options, data_options, common_options},
};
