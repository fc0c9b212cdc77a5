/* base.c: the parts of core/base and core/facts that the golden cases reach badly: ignore patterns, encodings, JSON text, option tables, the most
 * that a file may hold. */
#include "core/app/options.h"
#include "core/base/json.h"
#include "core/base/map.h"
#include "core/base/utf.h"
#include "core/base/walk.h"
#include "core/facts/facts.h"
#include "tests/unit/unit.h"

static void same(Str got, Str want)
{
    ck_assert_msg(str_eq(got, want), "got '%.*s', want '%.*s'", (int)got.len, (const char *)got.s, (int)want.len, (const char *)want.s);
}

START_TEST(ignore_patterns)
{
    static const struct {
        Str line, path;
        bool dir;
        int want;
    } rows[] = {
        {S_INIT("*.py"), S_INIT("a/b.py"), false, 1},
        {S_INIT("!*.py"), S_INIT("a/b.py"), false, 0},
        {S_INIT("# x"), S_INIT("# x"), false, -1},
        {S_INIT("\\#x"), S_INIT("#x"), false, 1},
        {S_INIT(""), S_INIT("a"), false, -1},
        {S_INIT("build/"), S_INIT("x/build"), true, 1},
        {S_INIT("build/"), S_INIT("x/build"), false, -1},
        {S_INIT("/build"), S_INIT("x/build"), true, -1},
        {S_INIT("/build"), S_INIT("build"), true, 1},
        {S_INIT("a/b"), S_INIT("a/b"), false, 1},
        {S_INIT("a/b"), S_INIT("x/a/b"), false, -1},
        {S_INIT("a/*"), S_INIT("a/b/c"), false, -1},
        {S_INIT("a/*"), S_INIT("a/b"), true, 1},
        {S_INIT("**/b"), S_INIT("b"), false, 1},
        {S_INIT("**/b"), S_INIT("a/x/b"), false, 1},
        {S_INIT("**/b"), S_INIT("a/xb"), false, -1},
        {S_INIT("a/**"), S_INIT("a/x/y"), false, 1},
        {S_INIT("a/**"), S_INIT("a"), true, -1},
        {S_INIT("a/**/b"), S_INIT("a/b"), false, 1},
        {S_INIT("a/**/b"), S_INIT("a/x/y/b"), false, 1},
        {S_INIT("a/**/b/*.c"), S_INIT("a/x/b/y/b/z.c"), false, 1},
        {S_INIT("*.[oa]"), S_INIT("x/y.o"), false, 1},
        {S_INIT("*.[!oa]"), S_INIT("x/y.o"), false, -1},
        {S_INIT("[a-c]x"), S_INIT("bx"), false, 1},
        {S_INIT("[]]x"), S_INIT("]x"), false, 1},
        {S_INIT("[x"), S_INIT("[x"), false, 1},
        {S_INIT("a?c"), S_INIT("abc"), false, 1},
        {S_INIT("a?c"), S_INIT("a/c"), false, -1},
        {S_INIT("trail  "), S_INIT("trail"), false, 1},
        {S_INIT("trail\\ "), S_INIT("trail "), false, 1},
        {S_INIT("crlf\r"), S_INIT("crlf"), false, 1},
        {S_INIT("*a*b*c"), S_INIT("xxaxxbxxaxxc"), false, 1},
        {S_INIT("/"), S_INIT("a"), true, -1},
        {S_INIT("\\"), S_INIT("\\"), false, 1},
    };
    for (iz i = 0; i < COUNTOF(rows); i++)
        ck_assert_msg(ignore_line(rows[i].line, rows[i].path, rows[i].dir) == rows[i].want, "'%s' on '%s'", rows[i].line.s, rows[i].path.s);
}
END_TEST

START_TEST(utf8)
{
    ck_assert_int_eq(utf8_bad(S("plain text of some length")), -1);
    ck_assert_int_eq(utf8_bad(S("12345678\xc3\xa9\xe2\x82\xac\xf0\x9f\x99\x82")), -1);
    ck_assert_int_eq(utf8_bad(S("123456789\xff")), 9);
    ck_assert_int_eq(utf8_bad(S("\xc0\x80")), 0);
    ck_assert_int_eq(utf8_bad(S("\xed\xa0\x80")), 0);
    ck_assert_int_eq(utf8_bad(S("\xf4\x90\x80\x80")), 0);
    ck_assert_int_eq(utf8_bad(S("ab\xe2\x82")), 2);
}
END_TEST

START_TEST(utf16)
{
    same(utf16_to_utf8(&arena, S("a\0\xe9\0\xac\x20"), false), S("a\xc3\xa9\xe2\x82\xac"));
    same(utf16_to_utf8(&arena, S("\0a\xd8\x3d\xde\x42"), true), S("a\xf0\x9f\x99\x82"));
    same(utf16_to_utf8(&arena, S("\x3d\xd8z\0q"), false), S("\xef\xbf\xbdz\xef\xbf\xbd"));
    same(utf16_to_utf8(&arena, (Str){0}, false), S(""));
}
END_TEST

START_TEST(json)
{
    Buf b = {.a = &arena};
    Json j = {.out = &b};
    StrVec v = {0};
    json_begin(&j, '{');
    json_pair(&j, S("a\"\\\n\x01"), S("\xc3\xa9\xff" "end\x7f"));
    json_strs(&j, S("none"), &v);
    json_key(&j, S("n"));
    json_int(&j, -12);
    json_key(&j, S("l"));
    json_begin(&j, '[');
    json_bool(&j, true);
    json_null(&j);
    json_begin(&j, '{');
    json_end(&j, '}');
    json_end(&j, ']');
    json_end(&j, '}');
    same(buf_done(&b), S("{\"a\\\"\\\\\\n\\u0001\":\"\xc3\xa9\xef\xbf\xbd" "end\\u007f\",\"none\":[],\"n\":-12,\"l\":[true,null,{}]}"));
    b.n = 0;
    j = (Json){.out = &b, .pretty = true};
    json_begin(&j, '[');
    json_begin(&j, '{');
    json_pair(&j, S("k"), S("v"));
    json_end(&j, '}');
    json_int(&j, 1);
    json_end(&j, ']');
    same(buf_done(&b), S("[\n  {\n    \"k\": \"v\"\n  },\n  1\n]"));
}
END_TEST

static bool parse(Args *args, Str *error, const char *const *words, iz n)
{
    StrVec v = {0};
    Str hint = {0};
    for (iz i = 0; i < n; i++)
        *(Str *)vec_push(&arena, &v) = str_c(words[i]);
    return args_parse(&arena, command_find(S("generate-policies")), &v, args, error, &hint);
}
#define PARSE(...) parse(&args, &error, (const char *const[]){__VA_ARGS__}, COUNTOF(((const char *const[]){__VA_ARGS__})))

START_TEST(options)
{
    static Args args;
    Str error = {0};
    ck_assert(PARSE("a.py", "-pr", "eu-west-1", "--account=1", "--explain", "a", "b", "--no-kms", "--", "-x"));
    ck_assert(args_has(&args, OPT_PRETTY) && args_has(&args, OPT_NO_KMS));
    same(args_get(&args, OPT_REGION, S("")), S("eu-west-1"));
    same(args_get(&args, OPT_ACCOUNT, S("")), S("1"));
    ck_assert_int_eq(args.value[OPT_EXPLAIN].n, 2);
    ck_assert_int_eq(args.inputs.n, 2);
    same(args.inputs.v[1], S("-x"));
    ck_assert(PARSE("-lpython", "-", "-j=2"));
    same(args_get(&args, OPT_LANGUAGE, S("")), S("python"));
    same(args_get(&args, OPT_JOBS, S("")), S("2"));
    ck_assert(!PARSE("a", "--region"));
    ck_assert(!PARSE("a", "--region", "x", "--region", "y"));
    ck_assert(!PARSE("a", "--region", "-p"));
    ck_assert(!PARSE("a", "--pretty=yes"));
    ck_assert(!PARSE("a", "-pq"));
    ck_assert(!PARSE("a", "--conditions", "some"));
    ck_assert(!PARSE("--pretty"));
    ck_assert(PARSE("a", "--explain=s3:*", "--explain=sqs:*", "b"));
    ck_assert_int_eq(args.value[OPT_EXPLAIN].n, 2);
    ck_assert_int_eq(args.inputs.n, 2);
    ck_assert(PARSE("--help", "--what"));
}
END_TEST

/* What stands before the limit counts; what comes after it is no part of anything, and this is said once. A file of so much code takes more than
 * a gigabyte, so the room is only claimed to be full. */
START_TEST(too_many_facts)
{
    static const Str said = S_INIT("a.py:2:1: unsupported: more code in one file than the limit; rest of the file passed over: split it [too_many_facts]\n");
    Diags diags = {.a = &arena};
    Source src = {.path = S("a.py"), .text = S("first()\nsecond()\nthird()\n")};
    Facts f;
    facts_init(&f, &arena, &src, S("python"), &diags);
    ck_assert_int_ne(fact_call(&f, fact_name(&f, S("first"), 0), args_none(), 7), 0);
    iz n = f.exprs.n;
    f.exprs.n = FACTS_MAX_NODES;
    ck_assert_int_eq(fact_name(&f, S("second"), 8), 0);
    ck_assert_int_eq(fact_call(&f, 0, args_none(), 16), 0);
    fact_import(&f, S("m"), (Str){0}, S("m"), 0, 8, 16);
    ck_assert_int_eq(fact_name(&f, S("third"), 17), 0);
    f.exprs.n = n;
    ck_assert_int_eq(f.facts.n, 1);
    ck_assert_int_eq(diags.n, 1);
    Buf b = {.a = &arena};
    diag_format(&b, &arena, &diags.v[0]);
    same(buf_done(&b), said);
}
END_TEST

/* Numbers of one hash are all found, those of others are not; one can take another's place. */
START_TEST(slots)
{
    enum { N = 3000, HASHES = 1000 };
    Slots s = {0};
    iz at;
    ck_assert_int_eq(slots_first(&s, 1, &at), -1);
    for (i32 i = 0; i < N; i++)
        slots_add(&arena, &s, (u64)(i % HASHES), i);
    for (i32 h = 0; h < HASHES; h++) {
        int n = 0;
        for (i32 i = slots_first(&s, (u64)h, &at); i >= 0; i = slots_next(&s, (u64)h, &at), n++)
            ck_assert_int_eq(i % HASHES, h);
        ck_assert_int_eq(n, N / HASHES);
    }
    ck_assert_int_eq(slots_first(&s, HASHES, &at), -1);
    Slots one = {0};
    slots_room(&arena, &one, 1);
    slots_add(&arena, &one, 7, 0);
    ck_assert_int_eq(slots_first(&one, 7, &at), 0);
    slots_set(&one, at, 41);
    ck_assert_int_eq(slots_first(&one, 7, &at), 41);
    ck_assert_int_eq(slots_next(&one, 7, &at), -1);
}
END_TEST

START_TEST(texts_once)
{
    Texts t = {0};
    const Str *x = text_once(&arena, &t, S("alpha")), *empty = text_once(&arena, &t, (Str){0});
    for (i32 i = 0; i < 100; i++) {
        Buf b = {.a = &arena};
        buf_int(&b, i);
        same(*text_once(&arena, &t, buf_done(&b)), buf_done(&b));
    }
    ck_assert_ptr_eq(text_once(&arena, &t, S("alpha")), x);
    ck_assert_ptr_eq(text_once(&arena, &t, S("")), empty);
    ck_assert_int_eq(t.v.n, 102);
    ck_assert(arena_has(&arena, x) && !arena_has(&arena, &t));
}
END_TEST

/* What a steady arena has used depends on what is allocated, not on the blocks that are left from before. */
START_TEST(steady_arena)
{
    Arena fresh = {.steady = true}, again = {.steady = true};
    (void)new(&again, u8, 3 << 20);
    for (int i = 0; i < 100; i++)
        (void)new(&again, u8, 30000);
    arena_reset(&again, 4 << 20);
    ck_assert(again.total > 0 && arena_size(&again) == 0 && arena_used(&again) == 0);
    for (int i = 0; i < 200; i++) {
        (void)new(&fresh, u8, i == 50 ? 500000 : 10000);
        (void)new(&again, u8, i == 50 ? 500000 : 10000);
        ck_assert_int_eq(arena_used(&fresh), arena_used(&again));
        ck_assert_int_eq(arena_size(&fresh), arena_size(&again));
    }
    arena_free(&fresh);
    arena_free(&again);
    ck_assert(again.total == 0 && again.unused == 0);
}
END_TEST

UNIT_MAIN("base", 10, ignore_patterns, utf8, utf16, json, options, too_many_facts, slots, texts_once, steady_arena)
