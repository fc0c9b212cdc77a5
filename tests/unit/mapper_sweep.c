/* mapper_sweep.c: every operation of every service, mapped with no arguments, with unknown ones, with names and with ARNs for all of them:
 * each must yield policies that pass their self-check, and an operation without a need must say why. */
#include "mapper/policy.h"
#include "tests/unit/unit.h"

enum { DEEPEST = 4 };

typedef enum { GIVE_NOTHING, GIVE_OPEN, GIVE_UNKNOWN, GIVE_NAMES, GIVE_ARNS, GIVE_KINDS } Given;

static const Table *table;

static const ArgValue *text(Str s)
{
    ArgValue *v = new(&arena, ArgValue, 1);
    v->kind = ARG_TEXT;
    v->text = s;
    return v;
}

static Str cell(Str service, Str shape, int col)
{
    Rows r = tbl_find2(table, TBL_shape, service, shape);
    return r.n ? tbl_get(table, TBL_shape, r.first, col) : (Str){0};
}

static const ArgValue *value(Str service, Str shape, Str name, Given given, int depth)
{
    ArgValue *v = new(&arena, ArgValue, 1);
    Str type = cell(service, shape, shape_type);
    if (given == GIVE_UNKNOWN || depth > DEEPEST)
        return v;
    if (str_eq(type, S("structure"))) {
        v->kind = ARG_MAP;
        Rows r = tbl_prefix(table, TBL_member, 2, service, shape);
        for (u32 i = r.first; i < r.first + r.n; i++) {
            Str member = tbl_get(table, TBL_member, i, member_name);
            *vec_push(&arena, &v->fields) =
                (ArgField){member, value(service, tbl_get(table, TBL_member, i, member_target), member, given, depth + 1), false};
        }
        return v;
    }
    if (str_eq(type, S("list"))) {
        v->kind = ARG_LIST;
        *vec_push(&arena, &v->items) = value(service, cell(service, shape, shape_of), name, given, depth + 1);
        return v;
    }
    if (str_eq(type, S("map"))) {
        v->kind = ARG_MAP;
        *vec_push(&arena, &v->fields) = (ArgField){S("k"), value(service, cell(service, shape, shape_of), name, given, depth + 1), false};
        return v;
    }
    if (given == GIVE_ARNS)
        return text(str_cat(&arena, S("arn:aws:sqs:eu-west-1:111122223333:"), name));
    return text(str_cat(&arena, S("n-"), name));
}

static const ArgValue *arguments(Str service, Str op, Given given)
{
    Rows r = tbl_find2(table, TBL_operation, service, op);
    Str input = tbl_get(table, TBL_operation, r.first, operation_input);
    ArgValue *v = new(&arena, ArgValue, 1);
    v->kind = ARG_MAP;
    v->open = given == GIVE_OPEN;
    if (given == GIVE_NOTHING || given == GIVE_OPEN || !input.len)
        return v;
    if (given != GIVE_UNKNOWN)
        return value(service, input, input, given, 0);
    Rows m = tbl_prefix(table, TBL_member, 2, service, input);
    for (u32 i = m.first; i < m.first + m.n; i++)
        *vec_push(&arena, &v->fields) =
            (ArgField){tbl_get(table, TBL_member, i, member_name), value(service, input, input, given, 0), false};
    return v;
}

static bool needs_none(Str service, Str op)
{
    return tbl_find2(table, TBL_noperm, service, op).n || tbl_find2(table, TBL_noperm, service, S("*")).n;
}

START_TEST(every_operation)
{
    table = table_builtin();
    static const char *const how[] = {"nothing", "open", "unknown", "names", "arns"};
    PolicyOptions opt = policy_options();
    opt.cutoff_given = true;
    opt.resource_cutoff = 1000;
    for (u32 i = 0; i < tbl_count(table, TBL_operation); i++) {
        Str service = tbl_get(table, TBL_operation, i, operation_service), op = tbl_get(table, TBL_operation, i, operation_name);
        for (Given given = GIVE_NOTHING; given < GIVE_KINDS; given++) {
            ArenaMark mark = arena_mark(&arena);
            SdkCall call = {.service = service, .operation = op, .args = arguments(service, op, given)};
            Diags diags = {.a = &arena};
            Needs needs = {0};
            map_call(&needs, &arena, table, &call, &opt, &diags);
            policies_build(&arena, table, &needs, &opt, &diags);
            ck_assert_msg(diags.n == 0, "%.*s:%.*s with %s: %.*s", (int)service.len, (const char *)service.s, (int)op.len,
                          (const char *)op.s, how[given], (int)diags.v[0].subject.len, (const char *)diags.v[0].subject.s);
            bool open = given == GIVE_OPEN || given == GIVE_UNKNOWN;
            ck_assert_msg(needs.n > 0 || !open || needs_none(service, op), "%.*s:%.*s with %s arguments needs nothing", (int)service.len,
                          (const char *)service.s, (int)op.len, (const char *)op.s, how[given]);
            arena_rewind(&arena, mark);
        }
    }
}
END_TEST

UNIT_MAIN("mapper sweep", 300, every_operation)
