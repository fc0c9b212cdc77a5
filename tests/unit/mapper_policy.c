/* mapper_policy.c: patterns against brute force, the evaluator, and merging: it never widens, never loses, never grows past the limit. */
#include "core/base/json.h"
#include "mapper/evaluate.h"
#include "mapper/pattern.h"
#include "mapper/policy.h"
#include "tests/unit/unit.h"

static u32 seed = 1;

static u32 dice(u32 n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % n;
}

/* ---------------------------------------------------------------- patterns */

enum { ALPHABET = 3, LONGEST = 7 };

static Str random_pattern(void)
{
    static const char letters[] = "ab*?*a";
    Str s = {new(&arena, u8, 6), dice(6)};
    for (iz i = 0; i < s.len; i++)
        ((u8 *)s.s)[i] = (u8)letters[dice(6)];
    return s;
}

START_TEST(patterns)
{
    for (int round = 0; round < 150; round++) {
        Str x = random_pattern(), y = random_pattern();
        bool covers = true, meets = false;
        u8 t[LONGEST];
        for (int len = 0; len <= LONGEST; len++) {
            long all = 1;
            for (int i = 0; i < len; i++)
                all *= ALPHABET;
            for (long n = 0; n < all; n++) {
                long rest = n;
                for (int i = 0; i < len; i++, rest /= ALPHABET)
                    t[i] = (u8)('a' + rest % ALPHABET);
                bool in_x = str_glob(x, (Str){t, len}), in_y = str_glob(y, (Str){t, len});
                covers &= !in_y || in_x;
                meets |= in_x && in_y;
            }
        }
        ck_assert_msg(text_covers(&arena, x, y) == covers, "%.*s covers %.*s: want %d", (int)x.len, (const char *)x.s, (int)y.len,
                      (const char *)y.s, covers);
        ck_assert_msg(text_meets(&arena, x, y) == meets, "%.*s meets %.*s: want %d", (int)x.len, (const char *)x.s, (int)y.len,
                      (const char *)y.s, meets);
    }
}
END_TEST

START_TEST(arns)
{
    static const struct {
        const char *x, *y;
        bool covers, meets;
    } rows[] = {
        {"*", "arn:aws:s3:::b", true, true},
        {"arn:aws:s3:::b", "*", false, true},
        {"arn:aws:s3:::*", "arn:aws:s3:::b/k", true, true},
        {"arn:aws:s3:::*", "arn:aws:s3:::*/*", true, true},
        {"arn:aws:s3:::*/*", "arn:aws:s3:::*", false, true},
        {"arn:*:s3:::b", "arn:aws:s3:::b", true, true},
        {"arn:aws:sqs:*:1:q", "arn:aws:sqs:r:2:q", false, false},
        {"arn:aws:sqs:us-east-1:111:queue-*", "arn:aws:sqs:us-west-2:222:queue-x", false, false},
        {"arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b/bob/x", false, true},
        {"arn:aws:s3:::b/${*}", "arn:aws:s3:::b/x", false, false},
        {"arn:aws:s3:::b/*", "arn:aws:s3:::b/${*}", true, true},
        {"arn:aws:s3:::b/in-*", "arn:aws:s3:::b/*-out", false, true},
        {"arn:aws:sqs:r:1:a?c", "arn:aws:sqs:r:1:abc", true, true},
        {"arn:aws:dynamodb:r:1:table/*", "arn:aws:dynamodb:r:1:table/t/index/i", true, true},
    };
    for (iz i = 0; i < COUNTOF(rows); i++) {
        ck_assert_msg(arn_covers(&arena, str_c(rows[i].x), str_c(rows[i].y)) == rows[i].covers, "covers %s %s", rows[i].x, rows[i].y);
        ck_assert_msg(arn_meets(&arena, str_c(rows[i].x), str_c(rows[i].y)) == rows[i].meets, "meets %s %s", rows[i].x, rows[i].y);
    }
}
END_TEST

/* ---------------------------------------------------------------- evaluator */

static EvalAnswer ask(const char *statements, const char *action, const char *resource, const char *key, const char *value)
{
    PolicySet set;
    Str error;
    Buf b = {.a = &arena};
    buf_str(&b, S("{\"Version\":\"2012-10-17\",\"Statement\":["));
    buf_str(&b, str_c(statements));
    buf_str(&b, S("]}"));
    ck_assert_msg(policyset_parse(&set, &arena, buf_done(&b), &error), "%s: %.*s", statements, (int)error.len, (const char *)error.s);
    EvalAsk q = {.action = str_c(action), .resource = str_c(resource)};
    if (key) {
        EvalKey *k = vec_push(&arena, &q.context);
        k->key = str_c(key);
        k->absent = !value;
        if (value)
            *vec_push(&arena, &k->values) = str_c(value);
    }
    return evaluate(&arena, &set, &q).answer;
}

#define ALLOW(action, resource) "{\"Effect\":\"Allow\",\"Action\":" action ",\"Resource\":" resource "}"
#define DENY(action, resource) "{\"Effect\":\"Deny\",\"Action\":" action ",\"Resource\":" resource "}"
#define IF(op, key, value) \
    "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"" op "\":{\"" key "\":" value "}}}"

START_TEST(evaluator)
{
    static const struct {
        const char *statements, *action, *resource, *key, *value;
        EvalAnswer want;
    } rows[] = {
        {ALLOW("\"s3:getobject\"", "\"arn:aws:s3:::b/*\""), "s3:GetObject", "arn:aws:s3:::b/k", 0, 0, EVAL_YES},
        {ALLOW("[\"s3:Get*\"]", "[\"arn:aws:s3:::b/k\"]"), "s3:GetObject", "arn:aws:s3:::b/*", 0, 0, EVAL_MAYBE},
        {ALLOW("\"s3:Put*\"", "\"*\""), "s3:GetObject", "arn:aws:s3:::b/k", 0, 0, EVAL_NO},
        {ALLOW("\"*\"", "\"*\"") "," DENY("\"s3:Get?bject\"", "\"arn:aws:s3:::b/*\""), "s3:GetObject", "arn:aws:s3:::b/k", 0, 0, EVAL_NO},
        {ALLOW("\"*\"", "\"*\"") "," DENY("\"s3:*\"", "\"arn:aws:s3:::b/k\""), "s3:GetObject", "arn:aws:s3:::b/*", 0, 0, EVAL_MAYBE},
        {ALLOW("\"*\"", "\"*\"") "," DENY("\"s3:*\"", "\"arn:aws:s3:::c/k\""), "s3:GetObject", "arn:aws:s3:::b/*", 0, 0, EVAL_YES},
        {"{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}", "s3:GetObject", "*", 0, 0, EVAL_YES},
        {"{\"Effect\":\"Allow\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"}", "s3:GetObject", "*", 0, 0, EVAL_NO},
        {"{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"arn:aws:s3:::b/*\"}", "s3:GetObject", "arn:aws:s3:::c/k", 0, 0, EVAL_YES},
        {"{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"arn:aws:s3:::b/*\"}", "s3:GetObject", "arn:aws:s3:::b/k", 0, 0, EVAL_NO},
        {"{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"arn:aws:s3:::b/k\"}", "s3:GetObject", "arn:aws:s3:::b/*", 0, 0,
         EVAL_MAYBE},
        {ALLOW("\"*\"", "\"arn:aws:s3:::b/${aws:username}/*\""), "s3:GetObject", "arn:aws:s3:::b/x/k", 0, 0, EVAL_MAYBE},
        {IF("StringEquals", "aws:x", "\"v\""), "s3:GetObject", "*", 0, 0, EVAL_MAYBE},
        {IF("StringEquals", "aws:x", "[\"u\",\"v\"]"), "s3:GetObject", "*", "AWS:X", "v", EVAL_YES},
        {IF("StringEquals", "aws:x", "\"v*\""), "s3:GetObject", "*", "aws:x", "vw", EVAL_NO},
        {IF("StringLike", "aws:x", "\"v*\""), "s3:GetObject", "*", "aws:x", "vw", EVAL_YES},
        {IF("StringLike", "aws:x", "\"v*\""), "s3:GetObject", "*", "aws:x", "v*w", EVAL_YES},
        {IF("StringLike", "aws:x", "\"vw*\""), "s3:GetObject", "*", "aws:x", "v*", EVAL_MAYBE},
        {IF("StringNotEquals", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", "w", EVAL_YES},
        {IF("StringNotEquals", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", 0, EVAL_YES},
        {IF("StringEquals", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", 0, EVAL_NO},
        {IF("StringEqualsIfExists", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", 0, EVAL_YES},
        {IF("ForAllValues:StringEquals", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", 0, EVAL_YES},
        {IF("ForAnyValue:StringEquals", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", 0, EVAL_NO},
        {IF("Null", "aws:x", "\"true\""), "s3:GetObject", "*", "aws:x", 0, EVAL_YES},
        {IF("Null", "aws:x", "true"), "s3:GetObject", "*", "aws:x", "v", EVAL_NO},
        {IF("Null", "aws:x", "\"true\""), "s3:GetObject", "*", 0, 0, EVAL_MAYBE},
        {IF("Bool", "aws:SecureTransport", "true"), "s3:GetObject", "*", "aws:securetransport", "True", EVAL_YES},
        {IF("NumericLessThan", "s3:max-keys", "10"), "s3:GetObject", "*", "s3:max-keys", "9", EVAL_YES},
        {IF("NumericLessThan", "s3:max-keys", "\"10\""), "s3:GetObject", "*", "s3:max-keys", "10", EVAL_NO},
        {IF("DateGreaterThan", "aws:CurrentTime", "\"2024-02-29T00:00:00Z\""), "s3:GetObject", "*", "aws:CurrentTime",
         "2024-03-01T00:00:00Z", EVAL_YES},
        {IF("DateLessThan", "aws:CurrentTime", "\"1970-01-02\""), "s3:GetObject", "*", "aws:CurrentTime", "86399", EVAL_YES},
        {IF("IpAddress", "aws:SourceIp", "\"203.0.113.0/24\""), "s3:GetObject", "*", "aws:SourceIp", "203.0.113.9", EVAL_YES},
        {IF("NotIpAddress", "aws:SourceIp", "\"203.0.113.0/24\""), "s3:GetObject", "*", "aws:SourceIp", "203.0.113.9", EVAL_NO},
        {IF("IpAddress", "aws:SourceIp", "\"2001:db8::/33\""), "s3:GetObject", "*", "aws:SourceIp", "2001:db8:8000::1", EVAL_NO},
        {IF("IpAddress", "aws:SourceIp", "\"2001:db8::/32\""), "s3:GetObject", "*", "aws:SourceIp", "2001:db8:8000::1", EVAL_YES},
        {IF("ArnLike", "aws:SourceArn", "\"arn:aws:sns:*:1:t\""), "s3:GetObject", "*", "aws:SourceArn", "arn:aws:sns:r:1:t", EVAL_YES},
        {IF("Nonsense", "aws:x", "\"v\""), "s3:GetObject", "*", "aws:x", "v", EVAL_NO},
    };
    for (iz i = 0; i < COUNTOF(rows); i++) {
        EvalAnswer got = ask(rows[i].statements, rows[i].action, rows[i].resource, rows[i].key, rows[i].value);
        ck_assert_msg(got == rows[i].want, "row %d: %s -> %d", (int)i, rows[i].statements, got);
    }
}
END_TEST

START_TEST(policy_texts)
{
    static const char *const bad[] = {
        "", "x", "[1]", "{}", "{\"Statement\":[{}]}", "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"*\",\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[1],\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
    };
    PolicySet set;
    Str error;
    for (iz i = 0; i < COUNTOF(bad); i++)
        ck_assert_msg(!policyset_parse(&set, &arena, str_c(bad[i]), &error) && error.len, "%s", bad[i]);
    ck_assert(policyset_parse(&set, &arena, S("{\"Policies\":[]}"), &error));
    ck_assert(policyset_parse(&set, &arena,
                              S("{\"Policies\":[{\"Policy\":{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}}]}"),
                              &error));
    ck_assert_int_eq(set.policies, 1);
    ck_assert_int_eq(set.statements.n, 1);
}
END_TEST

/* ---------------------------------------------------------------- merging */

static const char *const actions[] = {"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "sqs:SendMessage", "sqs:DeleteMessage"};
static const char *const s3_arns[] = {"arn:aws:s3:::a/x", "arn:aws:s3:::a/y", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*", "arn:aws:s3:::*/x"};
static const char *const sqs_arns[] = {"arn:aws:sqs:r:1:q1", "arn:aws:sqs:r:1:q2", "arn:aws:sqs:r:1:q*", "arn:aws:sqs:*:1:q1", "*"};
static const char *const asked[] = {"arn:aws:s3:::a/x", "arn:aws:s3:::a/y", "arn:aws:s3:::a/z", "arn:aws:s3:::b/x",   "arn:aws:s3:::c/x",
                                    "arn:aws:sqs:r:1:q1", "arn:aws:sqs:r:1:q2", "arn:aws:sqs:s:1:q1", "arn:aws:sqs:s:1:q2"};
static const char *const values[] = {0, "v", "w*"};

static Need random_need(const SdkCall *call)
{
    u32 k = dice(5), c = dice(3), n = 1 + dice(3);
    Need need = {.action = str_c(actions[k]), .call = call, .service = S("s3")};
    for (u32 i = 0; i < n; i++)
        *vec_push(&arena, &need.resources) = (NeedResource){.arn = str_c((k < 3 ? s3_arns : sqs_arns)[dice(5)])};
    if (c) {
        NeedCondition *x = vec_push(&arena, &need.conditions);
        *x = (NeedCondition){.op = c == 1 ? S("StringEquals") : S("StringLike"), .key = S("aws:x")};
        *vec_push(&arena, &x->values) = str_c(values[c]);
    }
    return need;
}

/* Does some need say that this request is needed? */
static bool needed(const Needs *needs, Str action, Str resource, const char *value)
{
    for (iz i = 0; i < needs->n; i++) {
        const Need *n = &needs->v[i];
        if (!str_eq(n->action, action) ||
            (n->conditions.n && !(value && text_covers(&arena, n->conditions.v[0].values.v[0], str_c(value)))))
            continue;
        for (iz k = 0; k < n->resources.n; k++)
            if (arn_covers(&arena, n->resources.v[k].arn, resource))
                return true;
    }
    return false;
}

static PolicySet read_back(const Policies *p)
{
    Buf b = {.a = &arena};
    PolicySet set;
    Str error;
    policies_json(&b, &arena, table_builtin(), p, &(PolicyPrint){0});
    ck_assert(policyset_parse(&set, &arena, buf_done(&b), &error));
    return set;
}

START_TEST(merging_is_exact)
{
    for (int round = 0; round < 60; round++) {
        SdkCall call = {.service = S("s3"), .operation = S("X")};
        Diags diags = {.a = &arena};
        Needs needs = {0};
        PolicyOptions opt = policy_options();
        opt.minimize = dice(2);
        opt.individual = dice(4) == 0;
        opt.cutoff_given = true;
        opt.resource_cutoff = 100;
        for (u32 i = 1 + dice(8); i > 0; i--)
            *vec_push(&arena, &needs) = random_need(&call);
        Policies p = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
        ck_assert_msg(diags.n == 0, "self-check: %.*s", (int)diags.v[0].subject.len, (const char *)diags.v[0].subject.s);
        PolicySet set = read_back(&p);
        for (iz a = 0; a < COUNTOF(actions); a++)
            for (iz r = 0; r < COUNTOF(asked); r++)
                for (int v = 0; v < 3; v++) {
                    static const char *const sent[] = {0, "v", "wx"};
                    EvalAsk q = {.action = str_c(actions[a]), .resource = str_c(asked[r])};
                    EvalKey *k = vec_push(&arena, &q.context);
                    *k = (EvalKey){.key = S("aws:x"), .absent = v == 0};
                    if (v)
                        *vec_push(&arena, &k->values) = str_c(sent[v]);
                    bool want = needed(&needs, q.action, q.resource, sent[v]);
                    EvalAnswer got = evaluate(&arena, &set, &q).answer;
                    ck_assert_msg(got == (want ? EVAL_YES : EVAL_NO), "round %d: %s on %s with %s: %d, needed %d", round, actions[a],
                                  asked[r], sent[v] ? sent[v] : "nothing", got, want);
                }
    }
}
END_TEST

static Needs many_needs(const SdkCall *call, int n, int length)
{
    Needs needs = {0};
    for (int i = 0; i < n; i++) {
        Buf b = {.a = &arena};
        buf_str(&b, S("arn:aws:s3:::bucket-"));
        buf_int(&b, i * 7919 % n);
        buf_u8(&b, '/');
        for (int k = 0; k < length; k++)
            buf_u8(&b, (u8)('a' + k % 26));
        Need need = {.action = str_c(actions[i % 3]), .call = call, .service = S("s3")};
        NeedResource *r = vec_push(&arena, &need.resources);
        *r = (NeedResource){.arn = buf_done(&b)};
        *vec_push(&arena, &r->values) = (NeedValue){.variable = S("BucketName"), .path = S("Bucket")};
        *vec_push(&arena, &needs) = need;
    }
    return needs;
}

START_TEST(splitting)
{
    static const struct {
        int n, length;
    } rows[] = {{10, 5}, {300, 40}, {50, 1000}, {3, 5800}};
    for (iz i = 0; i < COUNTOF(rows); i++) {
        SdkCall call = {.service = S("s3"), .operation = S("X")};
        Diags diags = {.a = &arena};
        PolicyOptions opt = policy_options();
        Needs needs = many_needs(&call, rows[i].n, rows[i].length);
        Policies p = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
        ck_assert_int_eq(diags.n, 0); /* the self-check says that every need is allowed */
        for (iz k = 0; k < p.n; k++)
            ck_assert(policy_size(&arena, &p.v[k]) <= POLICY_LIMIT);
        Buf x = {.a = &arena}, y = {.a = &arena};
        policies_json(&x, &arena, table_builtin(), &p, &(PolicyPrint){.pretty = true});
        for (iz k = 0; k < needs.n / 2; k++) {
            Need swap = needs.v[k];
            needs.v[k] = needs.v[needs.n - 1 - k];
            needs.v[needs.n - 1 - k] = swap;
        }
        Policies q = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
        policies_json(&y, &arena, table_builtin(), &q, &(PolicyPrint){.pretty = true});
        ck_assert(str_eq(buf_done(&x), buf_done(&y))); /* the order of calls does not matter */
    }
}
END_TEST

static Str resources_of(int n, bool named, iz cutoff)
{
    SdkCall call = {.service = S("s3"), .operation = S("X")};
    Diags diags = {.a = &arena};
    PolicyOptions opt = policy_options();
    Needs needs = many_needs(&call, n, 1);
    if (cutoff >= 0) {
        opt.cutoff_given = true;
        opt.resource_cutoff = cutoff;
    }
    for (int i = 0; i < n; i++) {
        needs.v[i].action = S("s3:GetObject");
        if (!named)
            needs.v[i].resources.v[0].values.n = 0;
    }
    Policies p = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
    ck_assert_int_eq(diags.n, 0);
    return p.v[0].statements.v[0].resources.n == 1 ? p.v[0].statements.v[0].resources.v[0] : S("several");
}

START_TEST(cutoff)
{
    ck_assert(str_eq(resources_of(4, false, -1), S("several")));
    ck_assert(str_eq(resources_of(5, false, -1), S("*")));
    ck_assert(str_eq(resources_of(9, true, -1), S("several"))); /* names from the code stay, unless the user asks */
    ck_assert(str_eq(resources_of(5, true, 4), S("*")));
    ck_assert(str_eq(resources_of(4, true, 4), S("several")));
    ck_assert(str_eq(resources_of(1, true, 0), S("*")));
}
END_TEST

START_TEST(output)
{
    Needs needs = {0};
    Diags diags = {.a = &arena};
    PolicyOptions opt = policy_options();
    Policies none = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
    Buf b = {.a = &arena};
    policies_json(&b, &arena, table_builtin(), &none, &(PolicyPrint){0});
    ck_assert(str_eq(buf_done(&b), S("{\"Policies\":[]}")));
    SdkCall call = {.service = S("lex-runtime"), .operation = S("X")};
    Need need = {.action = S("sqs:SendMessage"), .call = &call, .service = S("lex-runtime")};
    *vec_push(&arena, &need.resources) = (NeedResource){.arn = S("*")};
    *vec_push(&arena, &needs) = need;
    opt.individual = true;
    Policies one = policies_build(&arena, table_builtin(), &needs, &opt, &diags);
    b.n = 0;
    policies_json(&b, &arena, table_builtin(), &one, &(PolicyPrint){0});
    Str want = S("{\"Policies\":[{\"Policy\":{\"Id\":\"IamPolicyAutopilot\",\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":"
                 "\"AllowLEXRUNTIMESendMessage\",\"Effect\":\"Allow\",\"Action\":[\"sqs:SendMessage\"],\"Resource\":[\"*\"]}]},"
                 "\"PolicyType\":\"Identity\"}],\"Warnings\":[{\"WarningType\":\"WildcardResource\",\"Location\":{\"PolicyIndex\":0,"
                 "\"StatementIndex\":0},\"Message\":");
    ck_assert_msg(str_starts(buf_done(&b), want), "%.*s", (int)b.n, (const char *)b.v);
}
END_TEST

UNIT_MAIN("mapper policy", 60, patterns, arns, evaluator, policy_texts, merging_is_exact, splitting, cutoff, output)
