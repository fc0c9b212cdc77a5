/* noise.c: feeds broken source text to the whole chain (parse, resolve, map, write) in one process, best under the sanitizers.
 *
 *     noise chop|noise SECONDS FOLDER         over every input of the golden cases
 *     noise chop|noise one FILE LANGUAGE N    variation N of one file again
 *     noise chop|noise show FILE LANGUAGE N   its text
 *
 * chop: every prefix of every file. noise: mutations by a fixed generator, and each file given to every other language.
 * Child processes take the files one by one, each file has its share of the time; where that does not reach for all of its variations, those
 * that are tried lie evenly. A child that crashes, hangs or disagrees is reported with the line that repeats it and another one goes on; the
 * status is then 1.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/parallel.h"
#include "core/base/walk.h"
#include "core/resolve/resolve.h"
#include "lexers/langs.h"
#include "mapper/policy.h"

enum { HANG = 20, MUTATIONS = 3000, SPARE = 4 << 20, JOBS_MAX = 64 };

typedef struct {
    volatile iz at;    /* variation that is being fed */
    volatile iz fed;
    volatile iz total;
} Progress;

typedef struct {
    _Atomic iz next;            /* file that nobody has taken yet */
    volatile iz file[JOBS_MAX]; /* that each child has taken */
    Progress of[];              /* each file */
} Shared;

static StrVec files;
static double *rest; /* work of this file and all that follow, about */
static Arena arena;

/* Memory that was freed is kept from use for a while, and comes fresh from the system afterwards: a little of it finds as much. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "quarantine_size_mb=4";
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static u8 *slurp(const char *path, iz *n)
{
    FILE *f = fopen(path, "rb");
    u8 *p = malloc(64 << 20);
    if (!f || !p) {
        perror(path);
        exit(2);
    }
    *n = (iz)fread(p, 1, 64 << 20, f);
    fclose(f);
    return p;
}

static bool show;

/* The whole chain over exactly n bytes and the NUL that sources have behind them. */
static void feed(const Lang *lang, Str path, const u8 *p, iz n)
{
    if (show) {
        fwrite(p, 1, (size_t)n, stdout);
        return;
    }
    static Arena a, scratch; /* their blocks are kept; what is not handed out is poisoned */
    u8 *text = malloc((size_t)n + 1);
    jmp_buf oom;
    a.oom = scratch.oom = &oom;
    a.limit = scratch.limit = (iz)1 << 30;
    if (n)
        memcpy(text, p, (size_t)n);
    text[n] = 0;
    for (iz i = 0; i < n; i++) /* as the reader of files does */
        if (text[i] >= 0xfd)
            text[i] = 0xfd;
    if (setjmp(oom) == 0) {
        Source src = {.path = path, .text = {text, n}};
        Diags diags = {.a = &a};
        Facts f;
        Buf out = {.a = &a};
        facts_init(&f, &a, &src, lang->id, &diags);
        lang->parse(&f, &scratch);
        facts_finish(&f);
        facts_dump(&out, &f);
        Project *project = project_new(&a, table_builtin(), &diags);
        project_add(project, &f);
        SdkCalls calls = project_calls(project);
        PolicyOptions opt = policy_options();
        Needs needs = map_calls(&a, table_builtin(), &calls, &opt, &diags);
        Policies policies = policies_build(&a, table_builtin(), &needs, &opt, &diags);
        policies_json(&out, &a, table_builtin(), &policies, &(PolicyPrint){.explain = true});
        for (iz i = 0; i < diags.n; i++) {
            if (diags.v[i].code == DIAG_self_check)
                abort();
            diag_format(&out, &a, &diags.v[i]);
        }
    } else {
        fputs("noise: more than 1 GiB for one file\n", stderr);
        abort();
    }
    arena_reset(&a, SPARE);
    arena_reset(&scratch, SPARE);
    free(text);
}

static u64 roll(u64 *s)
{
    *s ^= *s << 13;
    *s ^= *s >> 7;
    *s ^= *s << 17;
    return *s;
}

/* A few changes to text; returns the new length (room for 4 KiB more is there). */
static iz mutate(u8 *t, iz n, u64 seed)
{
    static const char *const bits[] = {
        "(", ")", "{", "}", "[", "]", "\"", "'", "\"\"\"", "`", "${", "//", "/*", "*/", "#", "\\", "\n", "\t", "<<<<<<< HEAD\n",
        "=======\n", "=>", "->", ":=", "::", "...", "**", ",", ";", "class ", "def ", "func ", "import ", "await ", "return ", "<", ">",
        "f\"{", "%s", "\xff\xfe", "\xe2\x82", "\r", "\f", "@", "lambda ", "0x", "1e", "=", ".",
    };
    u64 s = seed * 0x9e3779b97f4a7c15u + 1;
    for (u64 k = roll(&s) % 6 + 1; k > 0; k--) {
        iz at = n ? (iz)(roll(&s) % (u64)n) : 0, len = n ? (iz)(roll(&s) % 24 + 1) : 0;
        if (at + len > n)
            len = n - at;
        switch (roll(&s) % 6) {
        case 0:
            if (n)
                t[at] = (u8)roll(&s);
            break;
        case 1:
            memmove(t + at, t + at + len, (size_t)(n - at - len));
            n -= len;
            break;
        case 2:
            memmove(t + at + len, t + at, (size_t)(n - at));
            n += len;
            break;
        case 3: /* two neighbours change places */
            for (iz i = 0; i < len / 2; i++) {
                u8 c = t[at + i];
                t[at + i] = t[at + len / 2 + i];
                t[at + len / 2 + i] = c;
            }
            break;
        default: {
            const char *b = bits[roll(&s) % COUNTOF(bits)];
            iz bn = (iz)strlen(b);
            memmove(t + at + bn, t + at, (size_t)(n - at));
            memcpy(t + at, b, (size_t)bn);
            n += bn;
        }
        }
    }
    return n;
}

/* Variation i of a file. */
static void variation(bool chop, const Lang *lang, Str path, const u8 *p, iz n, iz i)
{
    if (chop) {
        feed(lang, path, p, i);
        return;
    }
    if (i < langs_count) {
        feed(&langs[i], path, p, n);
        return;
    }
    u8 *t = malloc((size_t)n + 4096);
    memcpy(t, p, (size_t)n);
    feed(lang, path, t, mutate(t, n, (u64)i));
    free(t);
}

/* Processor time, so that a busy machine finds nothing. */
static void time_limit(int seconds)
{
    struct itimerval t = {.it_value.tv_sec = seconds};
    setitimer(ITIMER_PROF, &t, 0);
}

static iz gcd(iz x, iz y)
{
    return y ? gcd(y, x % y) : x;
}

static void one_file(bool chop, Str path, Progress *sh, double until)
{
    const Lang *lang = lang_by_path(path);
    iz n, total;
    u8 *p = slurp(str_z(&arena, path), &n);
    total = sh->total = chop ? n : MUTATIONS + langs_count;
    /* A stride near the golden section, coprime to the total, spreads the first ones evenly. */
    iz stride = (iz)((double)total * 0.618) + 1, i = 0;
    while (gcd(stride, total) > 1)
        stride--;
    for (iz k = 0; k < total && now() < until; k++, i = (i + stride) % total) {
        sh->at = i;
        time_limit(HANG);
        variation(chop, lang, path, p, n, i);
        sh->fed++;
    }
    time_limit(0);
    free(p);
}

/* What a child does: one file after the other. */
static void work(bool chop, Shared *sh, int job, int jobs, double end)
{
    for (iz i; (i = sh->next++) < files.n;) {
        double left = (end - now()) * jobs * (rest[i] - rest[i + 1]) / rest[i];
        sh->file[job] = i;
        one_file(chop, files.v[i], &sh->of[i], now() + (left > 0 ? left : 0));
    }
    exit(0);
}

/* Prefixes are as many as there are bytes; every one costs its length. */
static void weigh(bool chop)
{
    rest = new(&arena, double, files.n + 1);
    for (iz i = files.n; i-- > 0;) {
        struct stat st;
        double n = stat(str_z(&arena, files.v[i]), &st) ? 0 : (double)st.st_size;
        rest[i] = rest[i + 1] + (n + 100) * (chop ? n + 1 : 1);
    }
}

static bool wanted(Str name)
{
    return lang_by_path(name) != 0;
}

static void found(void *ctx, const WalkEntry *e)
{
    (void)ctx;
    if (e->kind == WALK_FILE)
        *(Str *)vec_push(&arena, &files) = e->path;
}

int main(int argc, char **argv)
{
    show = argc == 6 && strcmp(argv[2], "show") == 0;
    if (argc == 6 && (show || strcmp(argv[2], "one") == 0)) {
        iz n;
        u8 *p = slurp(argv[3], &n);
        variation(strcmp(argv[1], "chop") == 0, lang_by_id(str_c(argv[4])), str_c(argv[3]), p, n, atol(argv[5]));
        free(p);
        return 0;
    }
    if (argc != 4) {
        fputs("usage: noise chop|noise SECONDS FOLDER\n", stderr);
        return 2;
    }
    bool chop = strcmp(argv[1], "chop") == 0;
    Walk w = {.a = &arena, .wanted = wanted, .found = found, .no_ignore = true};
    walk(&w, str_c(argv[3]));
    weigh(chop);
    int jobs = parallel_cores() < JOBS_MAX ? parallel_cores() : JOBS_MAX, running = 0, bad = 0;
    double end = now() + atof(argv[2]);
    pid_t pids[JOBS_MAX] = {0};
    Shared *sh = mmap(0, sizeof *sh + sizeof *sh->of * (size_t)files.n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (sh == MAP_FAILED) {
        perror("mmap");
        return 2;
    }
    for (; running < jobs; running++) {
        pids[running] = fork();
        if (pids[running] == 0)
            work(chop, sh, running, jobs, end);
    }
    while (running > 0) {
        int status, job = 0;
        pid_t pid = wait(&status);
        while (job < jobs && pids[job] != pid)
            job++;
        running--;
        if (job == jobs || !status)
            continue;
        iz k = sh->file[job];
        bad++;
        printf("FAIL %s one %s %s %td\n", argv[1], str_z(&arena, files.v[k]), str_z(&arena, lang_by_path(files.v[k])->id), sh->of[k].at);
        fflush(stdout);
        pids[job] = fork();
        if (pids[job] == 0)
            work(chop, sh, job, jobs, end);
        running++;
    }
    iz fed = 0, total = 0;
    for (iz k = 0; k < files.n; k++) {
        fed += sh->of[k].fed;
        total += sh->of[k].total;
    }
    printf("%s: %td files, %td of %td variations fed, %d files failed\n", argv[1], files.n, fed, total, bad);
    return bad > 0;
}
