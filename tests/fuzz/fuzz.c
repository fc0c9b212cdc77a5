/* fuzz.c: see fuzz.h. */
#include "fuzz.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/app/kind.h"
#include "core/app/mcp.h"

static jmp_buf oom;

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
}

static void add(FuzzInput *in, Str path, Str text)
{
    FuzzFile *f = &in->v[in->n++];
    u8 *p = malloc((size_t)text.len + 1);
    if (!p)
        fail("no memory");
    if (text.len)
        memcpy(p, text.s, (size_t)text.len);
    p[text.len] = 0;
    *f = (FuzzFile){path, {p, text.len}};
}

static void take_apart(FuzzInput *in, Str all)
{
    Str part, path;
    if (!all.len || all.s[0] != FUZZ_SEPARATOR) {
        add(in, (Str){0}, all);
        return;
    }
    all = str_from(all, 1);
    while (in->n < FUZZ_FILES && str_cut(&all, FUZZ_SEPARATOR, &part)) {
        if (!str_cut(&part, '\n', &path))
            path = (Str){0};
        add(in, str_dup(&in->a, path), part);
    }
}

static long cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Returns the milliseconds of processor time that it took. */
static long once(Str all, void (*run)(FuzzInput *in))
{
    static FuzzInput in;
    static long began;
    began = cpu_ms();
    in = (FuzzInput){.a = {.limit = FUZZ_MEMORY, .oom = &oom}};
    if (setjmp(oom))
        fail("more memory than an input of this size may take");
    take_apart(&in, all);
    run(&in);
    for (iz i = 0; i < in.n; i++)
        free((void *)(uintptr_t)in.v[i].text.s);
    arena_free(&in.a);
    return cpu_ms() - began;
}

int fuzz_run(const uint8_t *data, size_t size, void (*run)(FuzzInput *in))
{
    enum { TRIES = 3 }; /* a machine that was halted meanwhile is no finding */
    for (int i = 0; i < TRIES; i++)
        if (once((Str){data, (iz)size}, run) <= FUZZ_CPU_MS)
            return 0;
    fail("more time than an input of this size may take");
}

/* --- the whole chain --- */

void fuzz_json(Str s)
{
    if (s.len > 1 << 20 || str_find(s, S("\\u0000")) >= 0) /* which is JSON, but not from clients */
        return;
    const char *bad = mcp_json_problem(s);
    if (bad)
        fail(bad);
}

static Str path_of(FuzzInput *in, iz i, const Lang *lang)
{
    Str ext, all;
    if (in->v[i].path.len)
        return in->v[i].path;
    all = lang->exts;
    str_cut(&all, ' ', &ext);
    return str_cat(&in->a, S("input"), ext);
}

void fuzz_chain(FuzzInput *in, const Table *table, const Lang *lang, bool check)
{
    Arena scratch = {.limit = FUZZ_MEMORY, .oom = &oom};
    Arena *a = &in->a;
    Diags diags = {.a = a};
    Buf out = {.a = a};
    Project *project = project_new(a, table, &diags);
    for (iz i = 0; i < in->n; i++) {
        FuzzFile *file = &in->v[i];
        Str path = path_of(in, i, lang);
        bool twice = false;
        for (iz k = 0; k < i; k++)
            twice |= str_eq(path, path_of(in, k, lang));
        if (twice)
            continue;
        u8 *p = (u8 *)(uintptr_t)file->text.s;
        for (iz k = 0; k < file->text.len; k++) /* as the reader of files does */
            if (p[k] >= 0xfd)
                p[k] = 0xfd;
        if (kind_config(str_from(path, str_rfind_u8(path, '/') + 1))) {
            project_file(project, path, file->text);
            continue;
        }
        Source *src = new(a, Source, 1);
        Facts *f = new(a, Facts, 1);
        const Lang *own = lang_by_path(path);
        *src = (Source){.path = path, .text = file->text};
        facts_init(f, a, src, (own ? own : lang)->id, &diags);
        (own ? own : lang)->parse(f, &scratch);
        facts_finish(f);
        facts_dump(&out, f);
        project_add(project, f);
        arena_free(&scratch);
    }
    SdkCalls calls = project_calls(project);
    calls_dump(&out, a, &calls);
    PolicyOptions opt = policy_options();
    Needs needs = map_calls(a, table, &calls, &opt, &diags);
    Policies policies = policies_build(a, table, &needs, &opt, &diags);
    PolicyPrint print = {.explain = true, .explain_bindings = true};
    *(Str *)vec_push(a, &print.explain_actions) = S("*");
    *(Str *)vec_push(a, &print.explain_arns) = S("*");
    Buf json = {.a = a};
    policies_json(&json, a, table, &policies, &print);
    for (iz i = 0; i < diags.n; i++) {
        if (check && diags.v[i].code == DIAG_self_check)
            fail("the policy fails its own check");
        diag_format(&out, a, &diags.v[i]);
    }
    fuzz_json(buf_done(&json));
    project_free(project);
    arena_free(&scratch);
}

/* --- files --- */

static char folder[64];

static void clear(const char *dir)
{
    DIR *d = opendir(dir);
    if (!d)
        return;
    for (struct dirent *e; (e = readdir(d));) {
        char path[600];
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
        if (unlink(path))
            clear(path);
    }
    closedir(d);
    rmdir(dir);
}

static void leave(void)
{
    if (chdir("/") == 0)
        clear(folder);
}

const char *fuzz_folder(void)
{
    extern char **environ;
    if (folder[0])
        return folder;
    snprintf(folder, sizeof folder, "%s/fuzz.XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    if (!mkdtemp(folder) || chdir(folder))
        fail("cannot make a folder");
    atexit(leave);
    for (char **e = environ; *e;) {
        char name[200];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(*e, "="), *e);
        if (strncmp(name, "AWS_", 4) == 0) {
            unsetenv(name);
            e = environ;
        } else {
            e++;
        }
    }
    setenv("HOME", "/nonexistent", 1); /* no credentials, so nothing reaches the network */
    setenv("AWS_EC2_METADATA_DISABLED", "true", 1);
    return folder;
}

static bool inside(Str path)
{
    Str part;
    iz n = 0;
    if (!path.len || path.len > 200 || path.s[0] == '/' || str_find_u8(path, 0) >= 0)
        return false;
    while (str_cut(&path, '/', &part)) {
        if (!part.len || str_eq(part, S(".")) || str_eq(part, S("..")))
            return false;
        n++;
    }
    return n < 8;
}

void fuzz_write(const FuzzInput *in)
{
    char path[300], part[300];
    DIR *d = opendir(fuzz_folder());
    for (struct dirent *e; d && (e = readdir(d));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && unlink(e->d_name))
            clear(e->d_name);
    if (d)
        closedir(d);
    for (iz i = 0; i < in->n; i++) {
        Str p = in->v[i].path;
        if (!inside(p))
            continue;
        memcpy(path, p.s, (size_t)p.len);
        path[p.len] = 0;
        for (iz k = 1; k < p.len; k++)
            if (path[k] == '/') {
                memcpy(part, path, (size_t)k);
                part[k] = 0;
                (void)mkdir(part, 0700);
            }
        int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (fd < 0)
            continue;
        if (write(fd, in->v[i].text.s, (size_t)in->v[i].text.len) < 0)
            fail("cannot write a file");
        close(fd);
    }
}
