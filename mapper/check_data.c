/* check_data.c: proves that the data is whole (make check-data). A host tool: check_data DIR [--bindings].
 *
 * Errors: an operation of any service with neither an action that exists nor a reason (noperm); a rule, binddef, noperm, notpassed or
 * unbound row that does not parse or that names a service, operation, action, resource type, template variable, condition key or
 * argument that does not exist. Gaps: a text argument (or list, or map of texts) with "role" in its name that is neither passed by an
 * iam:PassRole rule nor listed as notpassed; a variable of a required resource type that nothing binds and that is not listed as
 * unbound. Both are printed with file and row; the counts come last. Exit status 1 when there is an error or a gap.
 * --bindings lists what is bound by name alone (bindname.h), for people who write rules. */
#include <stdio.h>
#include <string.h>

#include "mapper/arn.h"
#include "mapper/bindname.h"
#include "mapper/evaluate.h"
#include "mapper/image.h"

typedef struct {
    Arena a;
    Table t;
    long errors, gaps;
    bool show_bindings;
    long by_name, by_rule, none, outside, shutdown, operations, roles, variables;
} Check;

static Check c;

static void out(Str s)
{
    fwrite(s.s, 1, (size_t)s.len, stdout);
}

static void say(const char *kind, const char *table, Str service, Str row, const char *what, Str subject)
{
    printf("%s: %s ", kind, table);
    out(service);
    fputs(" ", stdout);
    out(row);
    printf(": %s \"", what);
    out(subject);
    puts("\"");
}

static void error(const char *table, Str service, Str row, const char *what, Str subject)
{
    c.errors++;
    say("error", table, service, row, what, subject);
}

static void gap(Str service, Str row, const char *what, Str subject)
{
    c.gaps++;
    say("gap", "operation", service, row, what, subject);
}

/* ---------------------------------------------------------------- names */

static Str op_column(Str service, Str op, int col)
{
    Rows r = tbl_find2(&c.t, TBL_operation, service, op);
    return r.n ? tbl_get(&c.t, TBL_operation, r.first, col) : (Str){0};
}

static bool is_xop(Str service, Str op)
{
    return tbl_find2(&c.t, TBL_xop, service, op).n > 0;
}

static bool is_op(Str service, Str op)
{
    return tbl_find2(&c.t, TBL_operation, service, op).n || is_xop(service, op);
}

static bool action_exists(Str action)
{
    iz i = str_find_u8(action, ':');
    return i > 0 && tbl_find2(&c.t, TBL_action, str_head(action, i), str_from(action, i + 1)).n;
}

static Str prefix_of(Str action)
{
    iz i = str_find_u8(action, ':');
    return str_head(action, i < 0 ? 0 : i);
}

static Str shape_cell(Str service, Str shape, int col)
{
    Rows r = tbl_find2(&c.t, TBL_shape, service, shape);
    return r.n ? tbl_get(&c.t, TBL_shape, r.first, col) : (Str){0};
}

/* The shape that a path leads to within one operation's input; false: there is no such argument. */
static bool path_in(Str service, Str op, const RulePath *p)
{
    Rows x = tbl_find2(&c.t, TBL_xop, service, op);
    if (x.n) {
        Str member;
        for (Str rest = tbl_get(&c.t, TBL_xop, x.first, xop_members); str_cut(&rest, ',', &member);)
            if (str_starts(member, p->steps.v[0].name))
                return true;
        return false;
    }
    Str shape = op_column(service, op, operation_input), type = S("structure");
    for (iz i = 0; i < p->steps.n; i++) {
        const PathStep *s = &p->steps.v[i];
        if (s->kind == STEP_FIELD) {
            if (str_eq(type, S("string")) && i == 1 && str_eq(p->steps.v[0].name, S("CopySource")))
                return p->steps.n == 2; /* boto3 takes a dictionary here */
            Rows m = tbl_find3(&c.t, TBL_member, service, shape, s->name);
            if (!m.n)
                return false;
            shape = tbl_get(&c.t, TBL_member, m.first, member_target);
        } else {
            if (!str_eq(type, s->kind == STEP_ITEMS ? S("list") : S("map")))
                return false;
            if (s->kind == STEP_KEYS)
                return i + 1 == p->steps.n;
            shape = shape_cell(service, shape, shape_of);
        }
        type = shape_cell(service, shape, shape_type);
    }
    return true;
}

static bool path_in_any(Str service, const RulePath *p)
{
    Rows r = tbl_prefix(&c.t, TBL_operation, 1, service, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (path_in(service, tbl_get(&c.t, TBL_operation, i, operation_name), p))
            return true;
    return false;
}

typedef struct {
    const char *table;
    Str service, op, row;
} Where;

static void visit_path(const RulePath *p, void *with)
{
    const Where *w = with;
    bool any = str_eq(w->op, S("*"));
    if (any ? !path_in_any(w->service, p) : !path_in(w->service, w->op, p))
        error(w->table, w->service, w->row, "no such argument", p->text);
}

/* ---------------------------------------------------------------- rows */

static void check_op(const Where *w)
{
    if (!tbl_find1(&c.t, TBL_service, w->service).n)
        error(w->table, w->service, w->row, "no such service", w->service);
    else if (!str_eq(w->op, S("*")) && !is_op(w->service, w->op))
        error(w->table, w->service, w->row, "no such operation", w->op);
}

/* The templates of a type, one after the other. */
static Str templates(Str prefix, Str type)
{
    Buf b = {.a = &c.a};
    Rows r = tbl_find2(&c.t, TBL_resource, prefix, type);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        buf_u8(&b, ' ');
        buf_str(&b, tbl_get(&c.t, TBL_resource, i, resource_arn));
    }
    return buf_done(&b);
}

/* The templates of all types of an action. */
static Str action_templates(Str action)
{
    Str prefix = prefix_of(action), list = {0};
    Rows r = tbl_prefix(&c.t, TBL_actionres, 2, prefix, str_from(action, prefix.len + 1));
    for (u32 i = r.first; i < r.first + r.n; i++)
        list = str_cat3(&c.a, list, S(" "), templates(prefix, tbl_get(&c.t, TBL_actionres, i, actionres_type)));
    return list;
}

static bool has_variable(Str list, Str variable)
{
    Str template;
    if (str_eq(variable, S("arn")) || str_eq(variable, S("Region")) || str_eq(variable, S("Account")))
        return true;
    while (arn_next_template(&list, &template)) {
        StrVec v = arn_variables(&c.a, template);
        if (strvec_has(&v, variable))
            return true;
    }
    return false;
}

static void check_bind(const Where *w, Str text, Str list, Binds *binds)
{
    Str why;
    if (!rule_parse_bind(&c.a, text, binds, &why)) {
        error(w->table, w->service, w->row, "bind not understood", why);
        return;
    }
    for (iz i = 0; i < binds->n; i++) {
        Where here = *w;
        source_paths(binds->v[i].source, visit_path, &here);
        if (list.len && !has_variable(list, binds->v[i].variable))
            error(w->table, w->service, w->row, "no such template variable", binds->v[i].variable);
    }
}

/* Does an ARN template of a rule belong to a resource type of the action? */
static bool template_applies(Str prefix, Str name, Str template)
{
    Rows r = tbl_prefix(&c.t, TBL_actionres, 2, prefix, name);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str one;
        for (Str all = templates(prefix, tbl_get(&c.t, TBL_actionres, i, actionres_type)); arn_next_template(&all, &one);)
            if (arn_meets(&c.a, arn_any(&c.a, one), arn_any(&c.a, template)))
                return true;
    }
    return false;
}

static void check_resource(const Where *w, Str action, Str resource, Str bind)
{
    Str prefix = prefix_of(action), name = str_from(action, prefix.len + 1), type, list = {0};
    Binds binds;
    if (str_starts(resource, S("arn:"))) {
        list = resource;
        Str any = arn_any(&c.a, resource);
        if (str_find(resource, S(":${Account}:")) >= 0 || str_find(resource, S("::${")) >= 0)
            if (!template_applies(prefix, name, resource))
                error(w->table, w->service, w->row, "the action does not apply to this ARN", any);
    } else if (!str_eq(resource, S("-")) && !str_eq(resource, S("*")) && resource.len) {
        for (Str rest = resource; str_cut(&rest, ',', &type);) {
            if (!tbl_find2(&c.t, TBL_resource, prefix, type).n)
                error(w->table, w->service, w->row, "no such resource type", type);
            else if (!tbl_find3(&c.t, TBL_actionres, prefix, name, type).n)
                error(w->table, w->service, w->row, "the action does not apply to this resource type", type);
            list = str_cat3(&c.a, list, S(" "), templates(prefix, type));
        }
    } else if (str_eq(resource, S("-"))) {
        list = action_templates(action);
    }
    check_bind(w, bind, list, &binds);
}

/* "aws:RequestTag/${TagKey}" stands for any key with that start. */
static bool key_exists(Str key)
{
    Str prefix = prefix_of(key);
    if (str_ieq(prefix, S("aws")))
        return true;
    Rows r = tbl_prefix(&c.t, TBL_condkey, 1, prefix, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str k = tbl_get(&c.t, TBL_condkey, i, condkey_key);
        iz var = str_find(k, S("${"));
        if (var < 0 ? str_ieq(k, key) : str_ieq(str_head(k, var), str_head(key, var)))
            return true;
    }
    return false;
}

static void check_condition(const Where *w, Str text)
{
    static const Str operators[] = {
        S_INIT("StringEquals"), S_INIT("StringLike"), S_INIT("StringEqualsIfExists"), S_INIT("StringLikeIfExists"),
        S_INIT("ArnEquals"), S_INIT("ArnLike"), S_INIT("ArnLikeIfExists"), S_INIT("Bool"), S_INIT("NumericEquals"),
        S_INIT("ForAllValues:StringEquals"), S_INIT("ForAnyValue:StringEquals"), S_INIT("ForAllValues:StringLike"),
        S_INIT("ForAnyValue:StringLike"),
    };
    Str part;
    while (str_cut(&text, ';', &part)) {
        part = str_trim(part);
        if (str_starts(part, S("?")))
            part = str_from(part, 1);
        const Str *op = 0;
        for (iz i = 0; i < COUNTOF(operators); i++)
            if (str_starts(part, operators[i]) && part.len > operators[i].len && part.s[operators[i].len] == ':')
                op = &operators[i];
        iz eq = str_find_u8(part, '=');
        if (!op || eq < op->len) {
            error(w->table, w->service, w->row, "condition not understood", part);
            continue;
        }
        Str key = {part.s + op->len + 1, eq - op->len - 1};
        if (!key_exists(key))
            error(w->table, w->service, w->row, "no such condition key", key);
        Str value = str_from(part, eq + 1);
        for (iz open = str_find_u8(value, '{'); open >= 0; open = str_find_u8(value, '{')) {
            iz close = str_find_u8(value, '}');
            Str name = {value.s + open + 1, close - open - 1};
            if (close < open) {
                error(w->table, w->service, w->row, "no closing brace", value);
                break;
            }
            Binds binds;
            if (name.len && name.s[0] == '@')
                check_bind(w, str_cat(&c.a, S("x="), str_from(name, 1)), (Str){0}, &binds);
            else if (!str_eq(name, S("Region")) && !str_eq(name, S("Account")) && !str_eq(name, S("Partition")) &&
                     !str_eq(name, S("DnsSuffix")))
                error(w->table, w->service, w->row, "no such placeholder", name);
            value = str_from(value, close + 1);
        }
    }
}

static Str row_text(Str x, Str y, Str z)
{
    return str_cat3(&c.a, x, S(" "), str_cat3(&c.a, y, S(" "), z));
}

static void check_rules(void)
{
    for (u32 i = 0; i < tbl_count(&c.t, TBL_rule); i++) {
        Str op = tbl_get(&c.t, TBL_rule, i, rule_operation), when = tbl_get(&c.t, TBL_rule, i, rule_when), why;
        Str action = tbl_get(&c.t, TBL_rule, i, rule_action);
        Where w = {"rule", tbl_get(&c.t, TBL_rule, i, rule_service), op, row_text(op, when, action)};
        const When *tree;
        check_op(&w);
        if (!rule_parse_when(&c.a, when, &tree, &why))
            error(w.table, w.service, w.row, "condition not understood", why);
        else
            when_paths(tree, visit_path, &w);
        if (str_starts(action, S("+")))
            action = str_from(action, 1);
        iz verb = str_find(action, S("{verb}"));
        if (verb >= 0)
            action = str_cat(&c.a, str_head(action, verb), str_eq(op, S("*")) ? S("GET") : op_column(w.service, op, operation_http));
        if (!action_exists(action))
            error(w.table, w.service, w.row, "no such action", action);
        else
            check_resource(&w, action, tbl_get(&c.t, TBL_rule, i, rule_resource), tbl_get(&c.t, TBL_rule, i, rule_bind));
        check_condition(&w, tbl_get(&c.t, TBL_rule, i, rule_condition));
        if (!tbl_get(&c.t, TBL_rule, i, rule_source).len)
            error(w.table, w.service, w.row, "no source", (Str){0});
    }
}

/* The templates of a type by name, in the services that the operation's actions may belong to. */
static Str any_templates(Str service, Str op, Str type)
{
    Rows svc = tbl_find1(&c.t, TBL_svc, service);
    Str prefix, list = {0};
    for (Str rest = svc.n ? tbl_get(&c.t, TBL_svc, svc.first, svc_prefixes) : (Str){0}; str_cut(&rest, ',', &prefix);)
        list = str_cat(&c.a, list, templates(prefix, type));
    Rows r = tbl_prefix(&c.t, TBL_rule, str_eq(op, S("*")) ? 1 : 2, service, op);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str action = tbl_get(&c.t, TBL_rule, i, rule_action);
        list = str_cat(&c.a, list, templates(prefix_of(str_from(action, str_starts(action, S("+")))), type));
    }
    return list;
}

static void check_small_tables(void)
{
    Binds binds;
    for (u32 i = 0; i < tbl_count(&c.t, TBL_binddef); i++) {
        Str op = tbl_get(&c.t, TBL_binddef, i, binddef_operation), type = tbl_get(&c.t, TBL_binddef, i, binddef_type);
        Where w = {"binddef", tbl_get(&c.t, TBL_binddef, i, binddef_service), op, row_text(op, type, (Str){0})};
        check_op(&w);
        Str list = any_templates(w.service, op, type);
        if (!list.len)
            error(w.table, w.service, w.row, "no such resource type", type);
        check_bind(&w, tbl_get(&c.t, TBL_binddef, i, binddef_bind), list, &binds);
        if (tbl_find3(&c.t, TBL_binddef, w.service, op, type).n > 1)
            error(w.table, w.service, w.row, "more than one row for", type);
    }
    for (u32 i = 0; i < tbl_count(&c.t, TBL_noperm); i++) {
        Str op = tbl_get(&c.t, TBL_noperm, i, noperm_operation), why = tbl_get(&c.t, TBL_noperm, i, noperm_reason);
        Where w = {"noperm", tbl_get(&c.t, TBL_noperm, i, noperm_service), op, row_text(op, (Str){0}, (Str){0})};
        check_op(&w);
        if (!str_starts(why, S("none: ")) && !str_starts(why, S("outside: ")) && !str_starts(why, S("shutdown: ")))
            error(w.table, w.service, w.row, "reason is neither none, outside nor shutdown", why);
    }
    for (u32 i = 0; i < tbl_count(&c.t, TBL_notpassed); i++) {
        Str op = tbl_get(&c.t, TBL_notpassed, i, notpassed_operation), path = tbl_get(&c.t, TBL_notpassed, i, notpassed_path), why;
        Where w = {"notpassed", tbl_get(&c.t, TBL_notpassed, i, notpassed_service), op, row_text(op, path, (Str){0})};
        RulePath p;
        check_op(&w);
        if (str_eq(path, S("*")))
            continue;
        if (!rule_parse_path(&c.a, path, &p, &why))
            error(w.table, w.service, w.row, "path not understood", why);
        else
            visit_path(&p, &w);
    }
    for (u32 i = 0; i < tbl_count(&c.t, TBL_unbound); i++) {
        Str op = tbl_get(&c.t, TBL_unbound, i, unbound_operation), action = tbl_get(&c.t, TBL_unbound, i, unbound_action);
        Where w = {"unbound", tbl_get(&c.t, TBL_unbound, i, unbound_service), op,
                   row_text(op, action, tbl_get(&c.t, TBL_unbound, i, unbound_variable))};
        check_op(&w);
        Str variable = tbl_get(&c.t, TBL_unbound, i, unbound_variable);
        if (str_eq(action, S("*")))
            continue;
        if (!action_exists(action))
            error(w.table, w.service, w.row, "no such action", action);
        else if (!str_eq(variable, S("*")) && !has_variable(action_templates(action), variable))
            error(w.table, w.service, w.row, "no such template variable", variable);
    }
}

/* ---------------------------------------------------------------- gaps */

typedef VEC(RulePath) RulePaths;

static void collect(const RulePath *p, void *with)
{
    *vec_push(&c.a, (RulePaths *)with) = *p;
}

/* Roles that a call of this operation passes, by its iam:PassRole rows. */
static RulePaths passed(Str service, Str op)
{
    RulePaths all = {0};
    Rows r = tbl_find2(&c.t, TBL_rule, service, op);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Binds binds;
        Str why;
        if (!str_ends(tbl_get(&c.t, TBL_rule, i, rule_action), S("iam:PassRole")) ||
            !rule_parse_bind(&c.a, tbl_get(&c.t, TBL_rule, i, rule_bind), &binds, &why))
            continue;
        for (iz k = 0; k < binds.n; k++)
            source_paths(binds.v[k].source, collect, &all);
    }
    return all;
}

static bool not_passed(Str service, Str op, Str path)
{
    static const Str ops[] = {S_INIT(""), S_INIT("*")};
    for (iz i = 0; i < COUNTOF(ops); i++) {
        Str o = i ? ops[i] : op;
        if (tbl_find3(&c.t, TBL_notpassed, service, o, path).n || tbl_find3(&c.t, TBL_notpassed, service, o, S("*")).n)
            return true;
    }
    return false;
}

/* A text whose member's name speaks of roles; shapes of unknown type are texts too. */
static bool is_text_type(Str type)
{
    return !type.len || str_eq(type, S("string"));
}

static bool role_name(Str s)
{
    return str_find(str_lower(&c.a, s), S("role")) >= 0;
}

typedef struct {
    Str service, op;
    RulePaths passed;
    Str shapes[12];
    int depth;
} RoleWalk;

static void walk_roles(RoleWalk *w, Str shape, Str path)
{
    for (int i = 0; i < w->depth; i++)
        if (str_eq(w->shapes[i], shape))
            return;
    if (w->depth == COUNTOF(w->shapes))
        return;
    w->shapes[w->depth++] = shape;
    Str type = shape_cell(w->service, shape, shape_type);
    if (str_eq(type, S("list"))) {
        walk_roles(w, shape_cell(w->service, shape, shape_of), str_cat(&c.a, path, S("[]")));
    } else if (str_eq(type, S("map"))) {
        walk_roles(w, shape_cell(w->service, shape, shape_of), str_cat(&c.a, path, S("{}")));
    } else if (str_eq(type, S("structure"))) {
        Rows r = tbl_prefix(&c.t, TBL_member, 2, w->service, shape);
        for (u32 i = r.first; i < r.first + r.n; i++) {
            Str name = tbl_get(&c.t, TBL_member, i, member_name), target = tbl_get(&c.t, TBL_member, i, member_target);
            Str here = path.len ? str_cat3(&c.a, path, S("."), name) : name;
            Str kind = shape_cell(w->service, target, shape_type);
            bool many = str_eq(kind, S("list")) || str_eq(kind, S("map"));
            if (many && role_name(name) && is_text_type(shape_cell(w->service, shape_cell(w->service, target, shape_of), shape_type))) {
                here = str_cat(&c.a, here, str_eq(kind, S("list")) ? S("[]") : S("{}"));
            } else if (many || !role_name(name) || !is_text_type(kind)) {
                walk_roles(w, target, here);
                continue;
            }
            bool known = not_passed(w->service, w->op, here);
            c.roles++;
            for (iz k = 0; k < w->passed.n && !known; k++)
                known = str_eq(w->passed.v[k].text, here);
            if (!known)
                gap(w->service, w->op, "role neither passed nor listed as notpassed", here);
        }
    }
    w->depth--;
}

static bool unbound(Str service, Str op, Str action, Str variable)
{
    const Str star = S("*");
    for (int i = 0; i < 8; i++)
        if (tbl_find(&c.t, TBL_unbound, service, i & 1 ? star : op, i & 2 ? star : action, i & 4 ? star : variable).n)
            return true;
    return false;
}

static void show_binding(Str service, Str op, Str what, Str template, const NameBinding *b)
{
    const BindSource *s = b->source;
    fputs("bound: ", stdout);
    out(row_text(service, op, what));
    fputs(" <- ", stdout);
    out(s->kind == SRC_PATH ? s->path.text : s->of.v[0]->path.text);
    fputs(str_eq(b->variable, S("arn")) ? " (ARN) in " : " in ", stdout);
    out(template);
    putchar('\n');
}

/* The last variable is bound to an ARN, which stands for the whole template. */
static bool by_arn(Str service, Str op, Str type, Str template, Str variable)
{
    NameBinding b = bind_by_name(&c.a, &c.t, service, op, type, template, variable);
    return b.source && b.source->kind == SRC_PATH && str_ends(str_lower(&c.a, b.source->path.text), S("arn"));
}

/* Variables of the required types of one action, under the binds of a rule row. */
static void check_variables(Str service, Str op, Str action, const Binds *binds, Str only)
{
    Str prefix = prefix_of(action), template;
    Rows r = tbl_prefix(&c.t, TBL_actionres, 2, prefix, str_from(action, prefix.len + 1));
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str type = tbl_get(&c.t, TBL_actionres, i, actionres_type), why;
        Binds def = *binds;
        if (only.len ? !str_eq(only, type) : !str_eq(tbl_get(&c.t, TBL_actionres, i, actionres_flags), S("r")))
            continue;
        Rows d = tbl_find3(&c.t, TBL_binddef, service, op, type);
        if (!d.n)
            d = tbl_find3(&c.t, TBL_binddef, service, S("*"), type);
        if (!def.n && d.n)
            rule_parse_bind(&c.a, tbl_get(&c.t, TBL_binddef, d.first, binddef_bind), &def, &why);
        for (Str rest = templates(prefix, type); arn_next_template(&rest, &template);) {
            StrVec names = arn_variables(&c.a, template);
            bool whole = names.n && by_arn(service, op, type, template, names.v[names.n - 1]);
            for (iz k = 0; k < def.n; k++)
                whole |= str_eq(def.v[k].variable, S("arn"));
            for (iz v = 0; v < names.n; v++) {
                bool bound = false;
                for (iz k = 0; k < def.n; k++)
                    bound |= str_eq(def.v[k].variable, names.v[v]);
                c.variables++;
                if (bound || whole)
                    continue;
                NameBinding b = bind_by_name(&c.a, &c.t, service, op, type, template, names.v[v]);
                if (b.source && c.show_bindings)
                    show_binding(service, op, row_text(action, type, names.v[v]), template, &b);
                if (!b.source && !unbound(service, op, action, names.v[v]))
                    gap(service, op, "variable of a required resource type is not bound", row_text(action, type, names.v[v]));
            }
        }
    }
}

/* ---------------------------------------------------------------- operations */

static void check_operation(Str service, Str op)
{
    Rows rows = tbl_find2(&c.t, TBL_rule, service, op), none = tbl_find2(&c.t, TBL_noperm, service, op);
    bool base = false;
    Binds binds = {0};
    Str own = map_own_action(&c.a, &c.t, service, op), why;
    for (u32 i = rows.first; i < rows.first + rows.n; i++)
        base |= !str_starts(tbl_get(&c.t, TBL_rule, i, rule_action), S("+"));
    Rows general = base ? (Rows){0} : tbl_find2(&c.t, TBL_rule, service, S("*"));
    if (!none.n)
        none = tbl_find2(&c.t, TBL_noperm, service, S("*"));
    c.operations++;
    for (u32 k = 0; k < rows.n + general.n; k++) {
        u32 i = k < rows.n ? rows.first + k : general.first + (k - rows.n);
        Str action = tbl_get(&c.t, TBL_rule, i, rule_action), resource = tbl_get(&c.t, TBL_rule, i, rule_resource), type;
        bool added = str_starts(action, S("+"));
        base |= !added;
        if (!rule_parse_bind(&c.a, tbl_get(&c.t, TBL_rule, i, rule_bind), &binds, &why) || str_starts(resource, S("arn:")))
            continue;
        action = str_from(action, added);
        if (str_eq(resource, S("-")) || !resource.len)
            check_variables(service, op, action, &binds, (Str){0});
        else
            for (Str rest = resource; str_cut(&rest, ',', &type);)
                check_variables(service, op, action, &binds, type);
    }
    binds = (Binds){0};
    if (base) {
        c.by_rule++;
        if (none.n && !str_eq(tbl_get(&c.t, TBL_noperm, none.first, noperm_operation), S("*")))
            error("noperm", service, op, "the operation has rules too", own);
    } else if (none.n) {
        Str reason = tbl_get(&c.t, TBL_noperm, none.first, noperm_reason);
        *(str_starts(reason, S("none")) ? &c.none : str_starts(reason, S("outside")) ? &c.outside : &c.shutdown) += 1;
    } else if (own.len) {
        c.by_name++;
        check_variables(service, op, own, &binds, (Str){0});
    } else {
        error("operation", service, op, "no action and no reason", op);
    }
    RoleWalk w = {.service = service, .op = op, .passed = passed(service, op)};
    walk_roles(&w, op_column(service, op, operation_input), (Str){0});
}

__attribute__((noinline)) static int run(Str dir)
{
    Str why = {0};
    iz n = 0;
    ImageFile *files = image_read_dir(&c.a, dir, &n, &why);
    Image image = why.len ? (Image){.error = why} : image_build(&c.a, files, n);
    if (image.error.len) {
        out(image.error);
        putchar('\n');
        return 2;
    }
    c.t = (Table){image.words, image.pool.s};
    check_rules();
    check_small_tables();
    long services = 0;
    for (u32 i = 0; i < tbl_count(&c.t, TBL_operation); i++) {
        Str service = tbl_get(&c.t, TBL_operation, i, operation_service);
        if (!i || !str_eq(service, tbl_get(&c.t, TBL_operation, i - 1, operation_service))) {
            services++;
            if (!tbl_find1(&c.t, TBL_svc, service).n)
                error("svc", service, (Str){0}, "the service has no row in services.tsv", service);
        }
        ArenaMark m = arena_mark(&c.a);
        check_operation(service, tbl_get(&c.t, TBL_operation, i, operation_name));
        arena_rewind(&c.a, m);
    }
    for (u32 i = 0; i < tbl_count(&c.t, TBL_xop); i++)
        check_operation(tbl_get(&c.t, TBL_xop, i, xop_service), tbl_get(&c.t, TBL_xop, i, xop_name));
    printf("%ld services, %ld operations: %ld have an action of their own name, %ld have rules, %ld need none, %ld are authorised outside "
           "IAM, %ld are shut down\n",
           services, c.operations, c.by_name, c.by_rule, c.none, c.outside, c.shutdown);
    printf("%lu rules, %lu binddefs, %lu noperms; %ld role arguments, %ld variables of required resources; %ld gaps, %ld errors\n",
           (unsigned long)tbl_count(&c.t, TBL_rule), (unsigned long)tbl_count(&c.t, TBL_binddef),
           (unsigned long)tbl_count(&c.t, TBL_noperm), c.roles, c.variables, c.gaps, c.errors);
    return c.errors || c.gaps;
}

int main(int argc, char **argv)
{
    static jmp_buf oom;
    static int status = 2; /* static: kept over longjmp */
    c.show_bindings = argc == 3 && strcmp(argv[2], "--bindings") == 0;
    if (argc < 2 || argc > 3 || (argc == 3 && !c.show_bindings)) {
        fputs("usage: check_data DIR [--bindings]\n", stderr);
        return 2;
    }
    c.a.oom = &oom;
    if (setjmp(oom) == 0)
        status = run(str_c(argv[1]));
    else
        fputs("check_data: out of memory\n", stderr);
    arena_free(&c.a);
    return status;
}
