/* cmd_denied.c: fix-access-denied: reads denials out of any text, says what would allow each, and adds to IAM policies what can be added there
 * (compat.md, 7). Everything for people goes to stderr; stdout has only what --json prints.
 *
 * Exit statuses: 0 when every denial can be fixed here (and was, or the user did not want it); 1 when all that was to be added is there already;
 * 2 when a denial was not found, needs another document, or could not be applied. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app.h"
#include "commands.h"
#include "core/app/apply.h"

static const Option options[] = {
    {OPT_FILE, "file", 'f', VALUE_ONE, 0, "FILE", "@file", "Read the text from this file"},
    {OPT_YES, "yes", 'y', VALUE_NONE, 0, 0, 0, "Apply what can be applied without asking"},
    {OPT_DRY_RUN, "dry-run", 0, VALUE_NONE, 0, 0, 0, "Show the calls and the policy documents that applying would write, and write nothing"},
    {OPT_JSON, "json", 0, VALUE_NONE, 0, 0, 0, "Print the denials and what to do about them as JSON on standard output"},
    {OPT_PRETTY, "pretty", 'p', VALUE_NONE, 0, 0, 0, "Indent the JSON"},
    {OPT_DECODE, "decode", 0, VALUE_NONE, 0, 0, 0, "Decode encoded authorization messages with sts:DecodeAuthorizationMessage"},
    {OPT_PROFILE, "profile", 0, VALUE_ONE, 0, "NAME", 0, "Profile of the AWS configuration whose credentials are used"},
    {OPT_REGION, "region", 'r', VALUE_ONE, 0, "REGION", 0, "Region of the STS endpoint; that of the profile unless given"},
    {0},
};

/* What logs hold goes to a terminal: nothing in it but the ends of lines may move the cursor. */
static void put(const App *app, Str s)
{
    Buf b = {.a = app->a};
    for (Str part; str_cut(&s, '\n', &part);) {
        buf_shown(&b, part);
        if (s.len)
            buf_u8(&b, '\n');
    }
    fwrite(b.v, 1, (size_t)b.n, stderr);
}

static void line(const App *app, const char *label, Str s)
{
    fputs(label, stderr);
    put(app, s);
    fputc('\n', stderr);
}

/* ---------------------------------------------------------------- reading */

static bool input_text(App *app, const Args *args, Str *text, int *status)
{
    Str file = args_get(args, OPT_FILE, (Str){0}), why;
    *status = app->cmd->failure;
    if (args->inputs.n && file.s) {
        *status = app_usage(app, S("the text is given twice, as argument and with '--file'"), (Str){0});
        return false;
    }
    if (args->inputs.n) {
        Buf b = {.a = app->a};
        for (iz i = 0; i < args->inputs.n; i++) {
            if (i)
                buf_u8(&b, ' ');
            buf_str(&b, args->inputs.v[i]);
        }
        *text = buf_done(&b);
        return true;
    }
    if (!file.s && isatty(STDIN_FILENO) && app->terminal)
        fputs("iam-policy-autopilot: reading the text from the terminal; end it with Ctrl-D\n", stderr);
    if (!read_whole(app->a, file.s ? file : S("-"), DENIED_TEXT_MAX, text, &why)) {
        app_fail2(app, S("Cannot read the text"), file.s ? file : S("standard input"), why);
        return false;
    }
    if (str_starts(*text, S("\x1f\x8b"))) {
        app_fail2(app, S("Cannot read the text"), file.s ? file : S("standard input"), S("it is compressed: unpack it first (gzip -dc)"));
        return false;
    }
    return true;
}

/* ---------------------------------------------------------------- printing */

/* The lines that follow "Denial:": the kind, and in words what it means. */
static void kind_line(App *app, const Denial *d)
{
    Buf b = {.a = app->a};
    bool other = (d->kind == DENIAL_UNSTATED && d->guessed && !d->explicit_deny) || d->kind == DENIAL_BOUNDARY || d->kind == DENIAL_SESSION || d->kind == DENIAL_SCP || d->kind == DENIAL_RCP ||
                 d->kind == DENIAL_ENDPOINT || d->kind == DENIAL_NOT_IAM;
    Str name = denial_name(app->a, d);
    if (other)
        buf_str(&b, S("Other ("));
    buf_str(&b, name);
    if (other)
        buf_u8(&b, ')');
    if (d->kind != DENIAL_NOT_IAM) {
        buf_str(&b, d->explicit_deny ? S(" - explicit deny in a ") : d->kind == DENIAL_UNSTATED ? S(" - no reason given") : S(" - no "));
        if (d->explicit_deny || d->kind != DENIAL_UNSTATED)
            buf_str(&b, denial_policy(d->kind));
        if (!d->explicit_deny && d->kind != DENIAL_UNSTATED)
            buf_str(&b, S(" allows it"));
    }
    line(app, "Denial:    ", buf_done(&b));
}

static void print_denial(App *app, const Denial *d, const Advice *v)
{
    Str unknown = S("(the message does not say)");
    line(app, "Principal: ", d->principal.text.len ? d->principal.text : unknown);
    line(app, "Action:    ", d->action.len ? (d->guessed ? str_cat(app->a, d->action, S(" (from the operation)")) : d->action) : unknown);
    line(app, "Resource:  ", d->resource.len ? d->resource : d->resource_text.len ? d->resource_text : unknown);
    kind_line(app, d);
    if (d->policy_arn.len)
        line(app, "Policy:    ", d->policy_arn);
    fputc('\n', stderr);
    if (v->kind == ADVICE_IDENTITY) {
        fputs("Proposed permissions:\n", stderr);
        line(app, "  - ", v->action);
        fputc('\n', stderr);
    }
    for (iz i = 0; i < v->lines.n; i++)
        line(app, "", v->lines.v[i]);
    if (v->kind != ADVICE_IDENTITY && v->kind != ADVICE_RESOURCE && v->kind != ADVICE_TRUST && v->kind != ADVICE_DECODE && v->kind != ADVICE_LOOK)
        line(app, "Applying is not supported for this denial: ", v->refusal);
    if (v->statement) {
        Buf b = {.a = app->a};
        Json j = {.out = &b, .pretty = true};
        Str sid = v->kind == ADVICE_RESOURCE || v->kind == ADVICE_TRUST ? S("AllowAccess") : (Str){0};
        advice_statement(&j, v, sid);
        if (v->lines.n)
            fputc('\n', stderr);
        line(app, v->kind == ADVICE_IDENTITY ? "Statement:\n" : "Statement for that document:\n", buf_done(&b));
    }
    for (iz i = 0; i < v->followups.n; i++)
        line(app, i ? "  - " : "\nMay be refused next (AWS lists them as needed with this action):\n  - ", v->followups.v[i]);
    fputc('\n', stderr);
}

static void pair_if(Json *j, Str key, Str value)
{
    if (value.len)
        json_pair(j, key, value);
}

void denial_json(App *app, Json *j, const Denial *d, const Advice *v)
{
    static const Str kinds[] = {S_INIT("Unknown"), S_INIT("Role"), S_INIT("User"), S_INIT("AssumedRole"), S_INIT("FederatedUser"), S_INIT("Root"),
                                S_INIT("Account"), S_INIT("Anonymous"), S_INIT("Service"), S_INIT("Other")};
    static const Str todo[] = {
        [ADVICE_IDENTITY] = S_INIT("AddToIdentityPolicy"), [ADVICE_RESOURCE] = S_INIT("AddToResourcePolicy"),
        [ADVICE_TRUST] = S_INIT("AddToTrustPolicy"), [ADVICE_DOCUMENT] = S_INIT("ChangeOtherPolicy"), [ADVICE_DENY] = S_INIT("ChangeDeny"),
        [ADVICE_DECODE] = S_INIT("Decode"), [ADVICE_LOOK] = S_INIT("LookFurther"), [ADVICE_NONE] = S_INIT("NotIAM"),
    };
    json_begin(j, '{');
    json_key(j, S("Principal"));
    json_begin(j, '{');
    json_pair(j, S("Type"), kinds[d->principal.kind]);
    pair_if(j, S("Text"), d->principal.text);
    pair_if(j, S("Account"), d->principal.account);
    pair_if(j, S("Name"), d->principal.name);
    pair_if(j, S("Path"), d->principal.path);
    pair_if(j, S("RoleArn"), d->principal.role);
    json_end(j, '}');
    pair_if(j, S("Action"), d->action);
    if (d->action.len && d->guessed) {
        json_key(j, S("ActionFromOperation"));
        json_bool(j, true);
    }
    pair_if(j, S("Resource"), d->resource);
    json_pair(j, S("Denial"), denial_name(app->a, d));
    json_pair(j, S("PolicyType"), denial_policy(d->kind));
    pair_if(j, S("PolicyArn"), d->policy_arn);
    if (d->through != DENIAL_UNSTATED)
        json_pair(j, S("Through"), denial_policy(d->through));
    pair_if(j, S("ErrorCode"), d->code);
    pair_if(j, S("Service"), d->service);
    pair_if(j, S("Operation"), d->operation);
    pair_if(j, S("EncodedMessage"), d->encoded);
    json_pair(j, S("Message"), d->text);
    json_key(j, S("Span"));
    json_begin(j, '[');
    json_int(j, d->off);
    json_int(j, d->end);
    json_end(j, ']');
    json_key(j, S("Fixable"));
    json_bool(j, v->kind == ADVICE_IDENTITY && !v->refusal.len);
    pair_if(j, S("Refusal"), v->refusal);
    json_pair(j, S("ToDo"), todo[v->kind]);
    json_strs(j, S("Advice"), &v->lines);
    if (v->statement) {
        json_key(j, S("Statement"));
        advice_statement(j, v, (Str){0});
    }
    if (v->followups.n)
        json_strs(j, S("Followups"), &v->followups);
    json_end(j, '}');
}

/* ---------------------------------------------------------------- applying */

static void refused(const char *code, const char *hint)
{
    fprintf(stderr, "iam-policy-autopilot: apply refused (%s) \xe2\x80\x94 %s\n", code, hint);
}

/* Asks on the terminal. Anything but y and yes is no. */
static bool confirmed(void)
{
    char answer[16];
    fputs("Apply? [y/N] ", stderr);
    fflush(stderr);
    if (!fgets(answer, sizeof answer, stdin))
        return false;
    answer[strcspn(answer, "\r\n")] = 0;
    Str s = str_c(answer);
    return str_ieq(s, S("y")) || str_ieq(s, S("yes"));
}

/* --decode: what the messages say takes the place of what could be told without. */
static bool decode(App *app, const Args *args, Denials *all)
{
    bool ok = true;
    for (iz i = 0; i < all->n; i++) {
        Denial *d = &all->v[i];
        Str json, why;
        if (!d->encoded.len)
            continue;
        if (!apply_decode(app, args, d->encoded, &json, &why)) {
            app_fail(app, S("Cannot decode the authorization message"), why);
            ok = false;
        } else if (!denial_decoded(d, app->a, app->table, json)) {
            app_fail(app, S("Cannot decode the authorization message"), S("STS returned something else"));
            ok = false;
        }
    }
    return ok;
}

static bool fixable(const Advice *v)
{
    return v->kind == ADVICE_IDENTITY && !v->refusal.len;
}

static int run(App *app, Args *args)
{
    Str text;
    int status;
    bool json = args_has(args, OPT_JSON), dry = args_has(args, OPT_DRY_RUN), yes = args_has(args, OPT_YES);
    if (!app_table(app, args) || !input_text(app, args, &text, &status))
        return app->cmd->failure;
    Denials all = denials_find(app->a, app->table, text);
    bool decoded = !args_has(args, OPT_DECODE) || decode(app, args, &all);
    Advice *advice = new(app->a, Advice, all.n + 1);
    iz can = 0;
    for (iz i = 0; i < all.n; i++) {
        advice[i] = advice_for(app->a, app->table, &all.v[i]);
        can += fixable(&advice[i]);
    }
    if (!all.n)
        fputs("iam-policy-autopilot: No AccessDenied found in the text\n", stderr);
    if (!json && all.n) {
        fputs("IAM Policy Autopilot Plan\n\n", stderr);
        for (iz i = 0; i < all.n; i++) {
            if (all.n > 1)
                fprintf(stderr, "%td of %td\n", i + 1, all.n);
            print_denial(app, &all.v[i], &advice[i]);
            if (advice[i].kind == ADVICE_IDENTITY && advice[i].refusal.len) {
                fputs("iam-policy-autopilot: cannot be applied: ", stderr);
                put(app, advice[i].refusal);
                fputs("\n\n", stderr);
            }
        }
    }
    ApplyResults results = {0};
    status = !all.n || can < all.n || !decoded ? EXIT_USAGE : EXIT_OK;
    if (can) {
        bool asks = !yes && !dry && !json;
        if (asks && !(isatty(STDIN_FILENO) && app->terminal && (args->inputs.n || args_has(args, OPT_FILE)))) {
            refused("refused_non_tty", "run interactively in a TTY, or pass --yes");
        } else if (asks && !confirmed()) {
            refused("aborted_by_user", "nothing was changed");
        } else if (yes || dry || asks) {
            int applied = apply_denials(app, args, &all, advice, dry, &results);
            status = status > applied ? status : applied;
        }
    }
    if (json) {
        Json j = {.out = &app->out, .pretty = args_has(args, OPT_PRETTY)};
        json_begin(&j, '{');
        json_key(&j, S("Denials"));
        json_begin(&j, '[');
        for (iz i = 0; i < all.n; i++)
            denial_json(app, &j, &all.v[i], &advice[i]);
        json_end(&j, ']');
        apply_json(&j, &results);
        json_end(&j, '}');
        if (j.pretty)
            buf_u8(&app->out, '\n');
    }
    return status;
}

const Command cmd_fix = {
    .name = "fix-access-denied",
    .summary = "Reads access-denied errors and adds what is missing to a policy",
    .about = "Finds every denial in the text: messages of the SDKs, the AWS CLI, Terraform and CloudFormation, logs, CloudTrail events. Says for each "
             "which document must allow what. With --yes, or when confirmed on a terminal, adds it to an inline policy of the role or user.",
    .inputs = "[TEXT]",
    .inputs_help = "The text; without it and --file, standard input is read",
    .max_inputs = -1,
    .failure = EXIT_USAGE,
    .run = run,
    .groups = {options, data_options, common_options},
};
