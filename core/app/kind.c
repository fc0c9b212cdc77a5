/* kind.c: see kind.h. */
#include "kind.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/resolve/resolve.h"

/* What settles imports and names of packages. */
static const Str configs[] = {
    S_INIT("go.mod"), S_INIT("jsconfig.json"), S_INIT("package.json"), S_INIT("tsconfig.base.json"), S_INIT("tsconfig.json"), S_INIT("tsconfig.paths.json"),
};

/* Interpreters of scripts, without version numbers. */
static const struct {
    Str program, lang;
} interpreters[] = {
    {S_INIT("python"), S_INIT("python")},
    {S_INIT("pypy"), S_INIT("python")},
    {S_INIT("node"), S_INIT("javascript")},
    {S_INIT("deno"), S_INIT("javascript")},
    {S_INIT("bun"), S_INIT("javascript")},
    {S_INIT("tsx"), S_INIT("javascript")},
    {S_INIT("ruby"), S_INIT("ruby")},
    {S_INIT("php"), S_INIT("php")},
    {S_INIT("bash"), S_INIT("bash")},
    {S_INIT("sh"), S_INIT("bash")},
};

bool kind_config(Str name)
{
    for (iz i = 0; i < COUNTOF(configs); i++)
        if (str_eq(name, configs[i]))
            return true;
    if (settings_file(name) || properties_file(name))
        return true;
    /* tsconfig.json extends others of any name, mostly of one like its own */
    return str_ends(name, S(".json")) && (str_find(name, S("tsconfig")) >= 0 || str_find(name, S("jsconfig")) >= 0);
}

bool kind_wanted(Str name)
{
    return lang_by_path(name) || kind_config(name) || str_find_u8(name, '.') < 0;
}

/* "#!/usr/bin/env -S python3.11 -u" names python. */
static const Lang *by_interpreter(Str line)
{
    Str word;
    if (!str_starts(line, S("#!")))
        return 0;
    line = str_from(line, 2);
    while (str_cut(&line, ' ', &word)) {
        word = str_from(word, str_rfind_u8(word, '/') + 1);
        if (!word.len || word.s[0] == '-' || str_eq(word, S("env")) || str_find_u8(word, '=') >= 0)
            continue;
        while (word.len && (word.s[word.len - 1] == '.' || (word.s[word.len - 1] >= '0' && word.s[word.len - 1] <= '9')))
            word.len--;
        for (iz i = 0; i < COUNTOF(interpreters); i++)
            if (str_eq(word, interpreters[i].program))
                return lang_by_id(interpreters[i].lang);
        return 0;
    }
    return 0;
}

const Lang *kind_language(Arena *a, Str path, bool *unknown)
{
    u8 head[128];
    *unknown = false;
    const Lang *lang = lang_by_path(path);
    Str name = str_from(path, str_rfind_u8(path, '/') + 1);
    if (lang || str_find_u8(name, '.') >= 0)
        return lang;
    int fd = open(str_z(a, path), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    *unknown = true;
    if (fd < 0)
        return 0;
    iz n = file_read(fd, head, sizeof head);
    close(fd);
    if (n < 0)
        return 0;
    *unknown = false;
    Str rest = {head, n}, line;
    return str_cut(&rest, '\n', &line) ? by_interpreter(str_trim(line)) : 0;
}

static bool exists(Arena *a, Str path)
{
    struct stat st;
    return stat(str_z(a, path), &st) == 0;
}

/* src/main/java/…: what stands in src/main/resources beside it. */
static void beside_sources(Arena *a, Str path, StrVec *out)
{
    static const Str main = S_INIT("src/main/");
    static const Str folders[] = {S_INIT("resources"), S_INIT("resources/config"), S_INIT("resources/META-INF")};
    iz at = str_find(path, main);
    if (at < 0 || (at > 0 && path.s[at - 1] != '/') || str_starts(str_from(path, at + main.len), S("resources")))
        return;
    for (iz i = 0; i < COUNTOF(folders); i++) {
        Str dir = str_cat(a, str_head(path, at + main.len), folders[i]);
        DIR *d = opendir(str_z(a, dir));
        for (struct dirent *e; d && (e = readdir(d));)
            if (kind_config(str_c(e->d_name)) && !str_ends(str_c(e->d_name), S(".json")))
                *(Str *)vec_push(a, out) = str_cat3(a, dir, S("/"), str_dup(a, str_c(e->d_name)));
        if (d)
            closedir(d);
    }
}

void kind_outer_configs(Arena *a, Str path, StrVec *out)
{
    iz slash;
    beside_sources(a, path, out);
    while (path.len > 1 && path.s[path.len - 1] == '/')
        path.len--;
    while (path.len && !str_eq(path, S(".")) && !str_ends(path, S(".."))) {
        if (exists(a, str_cat(a, path, S("/.git"))))
            return;
        slash = str_rfind_u8(path, '/');
        path = str_head(path, slash < 0 ? 0 : slash);
        if (slash == 0)
            return; /* the root of the file system speaks for nobody */
        Str dir = slash < 0 ? (Str){0} : str_head(path, slash);
        for (iz i = 0; i < COUNTOF(configs); i++) {
            Str file = dir.len ? str_cat3(a, dir, S("/"), configs[i]) : configs[i];
            if (exists(a, file))
                *(Str *)vec_push(a, out) = file;
        }
    }
}
