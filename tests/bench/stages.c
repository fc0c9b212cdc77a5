/* stages.c: how fast each stage is by itself, in one thread: lex (tokens), parse (tokens, grammar, facts), resolve (facts to calls of the SDK),
 * map (calls to policies). Prints MB of source a second of processor time, and how much memory the facts take a byte of source. Lexers of
 * languages whose tokens depend on what the parser knows run in their first state; that is what most tokens are.
 *
 *     stages LANGUAGE < names of files, one a line
 *
 * Each stage is a function of its own that is not inlined (lex_all, parse_all_files, resolve_all, map_all), so that
 * callgrind --toggle-collect counts it (counts.py).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/resolve/resolve.h"
#include "lexers/langs.h"
#include "mapper/policy.h"

typedef struct {
    Arena a;
    const Lang *lang;
    int (*lex)(Lexer *lx, Token *t);
    VEC(Source *) files;
    VEC(Facts *) facts;
    iz bytes;
    SdkCalls calls;
    Diags diags;
    u64 tokens;
} Bench;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

__attribute__((noinline)) static void lex_all(Bench *b)
{
    for (iz i = 0; i < b->files.n; i++) {
        const Source *s = b->files.v[i];
        Lexer lx = {.src = s, .cur = s->text.s, .end = s->text.s + s->text.len};
        Token t = {0};
        while (b->lex(&lx, &t) != T_END)
            b->tokens++;
    }
}

__attribute__((noinline)) static void parse_all_files(Bench *b)
{
    Arena scratch = {.reuse = true};
    for (iz i = 0; i < b->files.n; i++) {
        Facts *f = new(&b->a, Facts, 1);
        facts_init(f, &b->a, b->files.v[i], b->lang->id, &b->diags);
        ArenaMark m = arena_mark(&scratch);
        b->lang->parse(f, &scratch);
        facts_finish(f);
        arena_rewind(&scratch, m);
        *(Facts **)vec_push(&b->a, &b->facts) = f;
    }
    arena_free(&scratch);
}

__attribute__((noinline)) static void resolve_all(Bench *b)
{
    Project *p = project_new(&b->a, table_builtin(), &b->diags);
    for (iz i = 0; i < b->facts.n; i++)
        project_add(p, b->facts.v[i]);
    b->calls = project_calls(p);
    project_free(p);
}

__attribute__((noinline)) static void map_all(Bench *b)
{
    PolicyOptions opt = policy_options();
    opt.region = opt.account = S("*");
    Needs needs = map_calls(&b->a, table_builtin(), &b->calls, &opt, &b->diags);
    (void)policies_build(&b->a, table_builtin(), &needs, &opt, &b->diags);
}

static void load(Bench *b, Str path)
{
    FILE *f = fopen(str_z(&b->a, path), "rb");
    if (!f || fseek(f, 0, SEEK_END))
        return;
    long n = ftell(f);
    rewind(f);
    u8 *text = n > 0 ? new(&b->a, u8, n + 1) : 0;
    if (text && fread(text, 1, (size_t)n, f) == (size_t)n) {
        Source *s = new(&b->a, Source, 1);
        s->path = path;
        s->text = (Str){text, n};
        *(Source **)vec_push(&b->a, &b->files) = s;
        b->bytes += n;
    }
    fclose(f);
}

int main(int argc, char **argv)
{
    static const struct {
        Str id;
        int (*lex)(Lexer *lx, Token *t);
    } lexers[] = {
#define LANG(id, title, exts) {S_INIT(#id), id##_lex},
#include "lexers/langs.def"
#undef LANG
    };
    static Bench b;
    char line[4096];
    b.lang = argc > 1 ? lang_by_id(str_c(argv[1])) : 0;
    if (!b.lang)
        return 2;
    b.diags.a = &b.a;
    for (iz i = 0; i < COUNTOF(lexers); i++)
        if (str_eq(lexers[i].id, b.lang->id))
            b.lex = lexers[i].lex;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        load(&b, str_dup(&b.a, str_c(line)));
    }
    double mb = (double)b.bytes / 1e6, t0 = now();
    lex_all(&b);
    double t1 = now();
    iz before = b.a.total;
    parse_all_files(&b);
    double t2 = now();
    iz facts = b.a.total - before;
    resolve_all(&b);
    double t3 = now();
    map_all(&b);
    double t4 = now();
    printf("%.2f %.1f %.1f %.1f %.1f %.1f %td\n", mb, mb / (t1 - t0), mb / (t2 - t1), mb / (t3 - t2), mb / (t4 - t3), (double)facts / (double)(b.bytes ? b.bytes : 1),
           b.calls.n);
    return 0;
}
