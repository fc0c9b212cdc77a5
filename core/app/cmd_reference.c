/* cmd_reference.c: reference: the service authorization reference, offline, in the key names of the documents that AWS publishes for each service.
 *
 * A service is meant by any of its names. One name may stand for several tables: a botocore service (operations) and IAM prefixes (actions,
 * resources, condition keys); both are found here once (Subject) and all that is printed follows from them.
 */
#include "app.h"
#include "commands.h"
#include "core/base/json.h"
#include "mapper/mapcall.h"

static const Option options[] = {
    {OPT_OPERATION, "operation", 'o', VALUE_MANY, 0, "NAME", 0, "Operations, by their own name or the SDK's method name: the actions that each needs"},
    {OPT_ACTION, "action", 'a', VALUE_MANY, 0, "NAME", 0, "Actions: access level, resources, condition keys"},
    {OPT_RESOURCE, "resource", 'r', VALUE_MANY, 0, "NAME", 0, "Resource types: ARN formats, condition keys"},
    {OPT_CONDITION_KEY, "condition-key", 'c', VALUE_MANY, 0, "NAME", 0, "Condition keys: their types"},
    {OPT_LIST, "list", 'l', VALUE_ONE, 0, "WHAT", "operations actions resources condition-keys", "List the names of all of them"},
    {OPT_PRETTY, "pretty", 'p', VALUE_NONE, 0, 0, 0, "Indent the JSON"},
    {0},
};

typedef struct {
    const Table *t;
    Arena *a;
    Json *j;
    Str name;        /* as printed */
    StrVec services; /* botocore ids */
    StrVec prefixes; /* IAM prefixes */
} Subject;

static void push_unique(Arena *a, StrVec *v, Str s)
{
    if (!strvec_has(v, s))
        *(Str *)vec_push(a, v) = s;
}

static void add_prefixes(Subject *s, Str service)
{
    Rows r = tbl_find1(s->t, TBL_svc, service);
    Str rest = r.n ? tbl_get(s->t, TBL_svc, r.first, svc_prefixes) : (Str){0}, p;
    while (str_cut(&rest, ',', &p))
        push_unique(s->a, &s->prefixes, p);
}

/* A botocore id before an IAM prefix before any other name; of a package (@aws-sdk/client-s3) its last part. False: there is no such service. */
static bool subject(Subject *s, Str name)
{
    name = str_from(name, str_rfind_u8(name, '/') + 1);
    Str low = str_lower(s->a, name);
    if (!tbl_find1(s->t, TBL_service, low).n && tbl_prefix(s->t, TBL_action, 1, low, (Str){0}).n) {
        s->name = low;
        push_unique(s->a, &s->prefixes, low);
        for (u32 i = 0; i < tbl_count(s->t, TBL_svc); i++) {
            Str rest = tbl_get(s->t, TBL_svc, i, svc_prefixes), first;
            if (str_cut(&rest, ',', &first) && str_eq(first, low))
                push_unique(s->a, &s->services, tbl_get(s->t, TBL_svc, i, svc_service));
        }
        return true;
    }
    Str id = table_service(s->t, name);
    if (!id.len)
        return false;
    s->name = id;
    push_unique(s->a, &s->services, id);
    add_prefixes(s, id);
    return true;
}

static void strs(Json *j, Str key, Str list, u8 sep)
{
    Str part;
    json_key(j, key);
    json_begin(j, '[');
    while (str_cut(&list, sep, &part))
        json_str(j, part);
    json_end(j, ']');
}

static void strs_if(Json *j, Str key, Str list, u8 sep)
{
    if (list.len)
        strs(j, key, list, sep);
}

/* Where something comes from, when the name of the service stands for several. */
static void which(Subject *s, const StrVec *of, Str one)
{
    if (of->n > 1)
        json_pair(s->j, S("Service"), one);
}

/* --- operations --- */

/* Resource types of an action as its IAM data has them. */
static void action_resources(Subject *s, Str prefix, Str action)
{
    Rows r = tbl_prefix(s->t, TBL_actionres, 2, prefix, action);
    json_key(s->j, S("Resources"));
    json_begin(s->j, '[');
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str type = tbl_get(s->t, TBL_actionres, i, actionres_type);
        if (!type.len || str_eq(type, S("*")))
            continue;
        json_begin(s->j, '{');
        json_pair(s->j, S("Name"), type);
        if (str_find_u8(tbl_get(s->t, TBL_actionres, i, actionres_flags), 'r') >= 0) {
            json_key(s->j, S("Required"));
            json_bool(s->j, true);
        }
        json_end(s->j, '}');
    }
    json_end(s->j, ']');
}

/* The resources that a rule names: types, an ARN, `*`, or `-` for those of the action. */
static void rule_resources(Subject *s, Str prefix, Str action, Str spec)
{
    if (str_eq(spec, S("-"))) {
        action_resources(s, prefix, action);
        return;
    }
    json_key(s->j, S("Resources"));
    json_begin(s->j, '[');
    Str part;
    bool arn = str_starts(spec, S("arn:"));
    while (!str_eq(spec, S("*")) && str_cut(&spec, arn ? ' ' : ',', &part)) {
        json_begin(s->j, '{');
        if (arn)
            strs(s->j, S("ARNFormats"), part, ' ');
        else
            json_pair(s->j, S("Name"), part);
        json_end(s->j, '}');
    }
    json_end(s->j, ']');
}

/* One authorised action; action is "prefix:Name", rule a row of TBL_rule or -1. */
static void authorized(Subject *s, Str action, i64 rule, Str verb)
{
    iz colon = str_find_u8(action, ':');
    Str prefix = str_head(action, colon), name = str_from(action, colon + 1);
    if (str_eq(name, S("{verb}")))
        name = verb;
    json_begin(s->j, '{');
    json_pair(s->j, S("Service"), prefix);
    json_pair(s->j, S("Name"), name);
    if (rule < 0) {
        action_resources(s, prefix, name);
    } else {
        Str when = tbl_get(s->t, TBL_rule, (u32)rule, rule_when);
        if (!str_eq(when, S("-")))
            json_pair(s->j, S("When"), when);
        rule_resources(s, prefix, name, tbl_get(s->t, TBL_rule, (u32)rule, rule_resource));
        strs_if(s->j, S("Conditions"), tbl_get(s->t, TBL_rule, (u32)rule, rule_condition), ';');
        json_pair(s->j, S("Source"), tbl_get(s->t, TBL_rule, (u32)rule, rule_source));
    }
    json_end(s->j, '}');
}

static void operation(Subject *s, u32 row)
{
    Str service = tbl_get(s->t, TBL_operation, row, operation_service), name = tbl_get(s->t, TBL_operation, row, operation_name);
    Str verb = tbl_get(s->t, TBL_operation, row, operation_http);
    Rows rules = tbl_find2(s->t, TBL_rule, service, name), none = tbl_find2(s->t, TBL_noperm, service, name);
    if (!rules.n)
        rules = tbl_find2(s->t, TBL_rule, service, S("*"));
    json_begin(s->j, '{');
    which(s, &s->services, service);
    json_pair(s->j, S("Name"), name);
    json_key(s->j, S("AuthorizedActions"));
    json_begin(s->j, '[');
    bool own = !none.n;
    for (u32 i = rules.first; i < rules.first + rules.n; i++)
        own &= str_starts(tbl_get(s->t, TBL_rule, i, rule_action), S("+"));
    Str action = own ? map_own_action(s->a, s->t, service, name) : (Str){0};
    if (action.len)
        authorized(s, action, -1, verb);
    for (u32 i = rules.first; i < rules.first + rules.n && !none.n; i++) {
        action = tbl_get(s->t, TBL_rule, i, rule_action);
        authorized(s, str_from(action, str_starts(action, S("+"))), i, verb);
    }
    json_end(s->j, ']');
    if (none.n)
        json_pair(s->j, S("NoPermission"), tbl_get(s->t, TBL_noperm, none.first, noperm_reason));
    json_end(s->j, '}');
}

/* --- actions, resources, condition keys --- */

static bool has_level(Str levels, u8 letter)
{
    return str_find_u8(levels, letter) >= 0;
}

static void action(Subject *s, u32 row)
{
    static const struct {
        Str key;
        u8 letter;
    } properties[] = {
        {S_INIT("IsList"), 'L'},
        {S_INIT("IsPermissionManagement"), 'P'},
        {S_INIT("IsTaggingOnly"), 'T'},
        {S_INIT("IsWrite"), 'W'},
    };
    Str prefix = tbl_get(s->t, TBL_action, row, action_prefix), name = tbl_get(s->t, TBL_action, row, action_name);
    Str levels = tbl_get(s->t, TBL_action, row, action_access);
    json_begin(s->j, '{');
    which(s, &s->prefixes, prefix);
    json_pair(s->j, S("Name"), name);
    strs(s->j, S("ActionConditionKeys"), tbl_get(s->t, TBL_action, row, action_conditions), ',');
    json_key(s->j, S("Annotations"));
    json_begin(s->j, '{');
    json_key(s->j, S("Properties"));
    json_begin(s->j, '{');
    for (iz i = 0; i < COUNTOF(properties); i++) {
        json_key(s->j, properties[i].key);
        json_bool(s->j, has_level(levels, properties[i].letter));
    }
    json_end(s->j, '}');
    json_end(s->j, '}');
    strs_if(s->j, S("DependentActions"), tbl_get(s->t, TBL_action, row, action_dependents), ',');
    action_resources(s, prefix, name);
    json_end(s->j, '}');
}

static void resource(Subject *s, u32 row)
{
    json_begin(s->j, '{');
    which(s, &s->prefixes, tbl_get(s->t, TBL_resource, row, resource_prefix));
    json_pair(s->j, S("Name"), tbl_get(s->t, TBL_resource, row, resource_type));
    strs(s->j, S("ARNFormats"), tbl_get(s->t, TBL_resource, row, resource_arn), ' ');
    strs_if(s->j, S("ConditionKeys"), tbl_get(s->t, TBL_resource, row, resource_conditions), ',');
    json_end(s->j, '}');
}

static void condition_key(Subject *s, u32 row)
{
    json_begin(s->j, '{');
    json_pair(s->j, S("Name"), tbl_get(s->t, TBL_condkey, row, condkey_key));
    strs(s->j, S("Types"), tbl_get(s->t, TBL_condkey, row, condkey_type), ',');
    json_end(s->j, '}');
}

/* The four kinds of things: where they stand, and how one is printed. */
static const struct {
    OptId opt;
    Str key, list, one;
    TableId table;
    int column;
    bool by_service; /* first column is a botocore id, not an IAM prefix */
    void (*print)(Subject *s, u32 row);
} kinds[] = {
    {OPT_OPERATION, S_INIT("Operations"), S_INIT("operations"), S_INIT("operation"), TBL_operation, operation_name, true, operation},
    {OPT_ACTION, S_INIT("Actions"), S_INIT("actions"), S_INIT("action"), TBL_action, action_name, false, action},
    {OPT_RESOURCE, S_INIT("Resources"), S_INIT("resources"), S_INIT("resource"), TBL_resource, resource_type, false, resource},
    {OPT_CONDITION_KEY, S_INIT("ConditionKeys"), S_INIT("condition-keys"), S_INIT("condition key"), TBL_condkey, condkey_key, false, condition_key},
};

/* Letter case, `_` and `-` aside; `*` in the wanted name is any text. */
static bool same(Arena *a, Str want, Str name)
{
    Str x[2] = {want, name};
    for (int k = 0; k < 2; k++) {
        Buf b = {.a = a};
        for (iz i = 0; i < x[k].len; i++)
            if (x[k].s[i] != '_' && x[k].s[i] != '-')
                buf_u8(&b, x[k].s[i]);
        x[k] = str_lower(a, buf_done(&b));
    }
    return str_glob(x[0], x[1]);
}

/* Whether what stands before the colon of "s3:GetObject" means the service that is asked for. */
static bool own_name(Subject *s, Str name)
{
    Str id = table_service(s->t, name);
    return (id.len && strvec_has(&s->services, id)) || strvec_has(&s->prefixes, str_lower(s->a, name));
}

/* Without a leading "prefix:" of this service; condition keys keep theirs, and get it when they have none. */
static Str bare(Subject *s, OptId opt, Str want)
{
    iz colon = str_find_u8(want, ':');
    if (opt == OPT_CONDITION_KEY)
        return colon < 0 && s->prefixes.n && !str_starts(want, S("*")) ? str_cat3(s->a, s->prefixes.v[0], S(":"), want) : want;
    return colon > 0 && own_name(s, str_head(want, colon)) ? str_from(want, colon + 1) : want;
}

/* Prints the rows that match (all, for an empty name), or only their names. How many there were. */
static iz print_rows(Subject *s, iz kind, Str want, bool names_only)
{
    const StrVec *of = kinds[kind].by_service ? &s->services : &s->prefixes;
    iz n = 0;
    for (iz k = 0; k < of->n; k++) {
        Rows r = tbl_prefix(s->t, kinds[kind].table, 1, of->v[k], (Str){0});
        for (u32 i = r.first; i < r.first + r.n; i++) {
            ArenaMark m = arena_mark(s->a);
            Str name = tbl_get(s->t, kinds[kind].table, i, kinds[kind].column);
            bool hit = !want.len || same(s->a, want, name);
            if (!hit && kinds[kind].opt == OPT_OPERATION)
                hit = same(s->a, want, tbl_get(s->t, TBL_operation, i, operation_method));
            arena_rewind(s->a, m);
            if (!hit)
                continue;
            n++;
            if (names_only)
                json_str(s->j, name);
            else
                kinds[kind].print(s, i);
        }
    }
    return n;
}

static int unknown(App *app, Subject *s, iz kind, Str want)
{
    const StrVec *of = kinds[kind].by_service ? &s->services : &s->prefixes;
    Str near[3];
    iz n = 0;
    for (iz k = 0; k < of->n && !n; k++)
        n = table_nearest(s->t, kinds[kind].table, of->v[k], kinds[kind].column, want, near, COUNTOF(near));
    Buf b = {.a = s->a};
    buf_str(&b, s->name);
    buf_str(&b, S(" has no "));
    buf_str(&b, kinds[kind].one);
    buf_str(&b, S(" '"));
    buf_str(&b, want);
    buf_u8(&b, '\'');
    buf_str(&b, app_did_you_mean(s->a, near, n));
    return app_fail(app, S("Not in the reference"), buf_done(&b));
}

static int one_service(App *app, const Args *args, Subject *s)
{
    Str list = args_get(args, OPT_LIST, (Str){0});
    bool some = list.len > 0;
    for (iz k = 0; k < COUNTOF(kinds); k++)
        some |= args_has(args, kinds[k].opt);
    json_begin(s->j, '{');
    json_pair(s->j, S("Service"), s->name);
    for (iz k = 0; k < COUNTOF(kinds); k++) {
        bool listed = str_eq(list, kinds[k].list);
        const StrVec *want = &args->value[kinds[k].opt];
        if (some && !listed && !want->n)
            continue;
        json_key(s->j, kinds[k].key);
        json_begin(s->j, '[');
        if (listed || !some)
            print_rows(s, k, (Str){0}, listed);
        for (iz i = 0; i < want->n && !listed; i++) {
            Str names = want->v[i], one;
            if (!names.len)
                return unknown(app, s, k, names);
            while (str_cut(&names, ',', &one)) {
                Str name = bare(s, kinds[k].opt, one);
                if (!name.len || !print_rows(s, k, name, false))
                    return unknown(app, s, k, one);
            }
        }
        json_end(s->j, ']');
    }
    json_end(s->j, '}');
    return EXIT_OK;
}

static void all_services(App *app, Json *j)
{
    json_begin(j, '{');
    json_key(j, S("Services"));
    json_begin(j, '[');
    for (u32 i = 0; i < tbl_count(app->table, TBL_service); i++) {
        Str id = tbl_get(app->table, TBL_service, i, service_id);
        Rows r = tbl_find1(app->table, TBL_svc, id);
        json_begin(j, '{');
        json_pair(j, S("Service"), id);
        json_pair(j, S("FullName"), tbl_get(app->table, TBL_service, i, service_fullname));
        strs(j, S("Prefixes"), r.n ? tbl_get(app->table, TBL_svc, r.first, svc_prefixes) : (Str){0}, ',');
        json_end(j, '}');
    }
    json_end(j, ']');
    json_end(j, '}');
}

int reference_lookup(App *app, const Args *args)
{
    Buf out = {.a = app->a};
    Json j = {.out = &out, .pretty = args_has(args, OPT_PRETTY)};
    if (args->inputs.n) {
        Str name = args->inputs.v[0], near[3];
        Subject s = {.t = app->table, .a = app->a, .j = &j};
        if (!subject(&s, name)) {
            iz n = table_nearest(app->table, TBL_service, (Str){0}, service_id, str_lower(app->a, name), near, COUNTOF(near));
            return app_fail(app, S("Not in the reference"),
                            str_cat(app->a, str_cat3(app->a, S("no service '"), name, S("'")), app_did_you_mean(app->a, near, n)));
        }
        int status = one_service(app, args, &s);
        if (status)
            return status;
    } else {
        for (iz k = 0; k < COUNTOF(kinds); k++)
            if (args_has(args, kinds[k].opt) || args_has(args, OPT_LIST))
                return app_usage(app, S("missing argument SERVICE"), (Str){0});
        all_services(app, &j);
    }
    if (j.pretty)
        buf_u8(&out, '\n');
    app->out = out;
    return EXIT_OK;
}

static int run(App *app, Args *args)
{
    return app_table(app, args) ? reference_lookup(app, args) : app->cmd->failure;
}

const Command cmd_reference = {
    .name = "reference",
    .summary = "Looks up operations, actions, resources and condition keys of AWS services",
    .about = "Prints JSON with the key names of the service reference that AWS publishes. Without SERVICE all services are listed; with nothing but "
             "SERVICE everything of it is printed. In a NAME '*' stands for any text.",
    .inputs = "[SERVICE]",
    .inputs_help = "A service under any of its names: s3, cognito-idp, CognitoIdentityProvider, client-dynamodb",
    .max_inputs = 1,
    .failure = EXIT_USAGE,
    .run = run,
    .groups = {options, data_options, common_options},
};
