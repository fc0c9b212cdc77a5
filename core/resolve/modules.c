/* modules.c: which file of the project an import means. A language's way of naming modules is a trait of its facts. */
#include <setjmp.h>

#include "project.h"

Str dir_join(Arena *a, Str dir, Str rel)
{
    StrVec parts = {0};
    Str rest = dir, part;
    bool absolute = dir.len && dir.s[0] == '/';
    for (int pass = 0; pass < 2; pass++, rest = rel)
        while (str_cut(&rest, '/', &part)) {
            if (part.len == 0 || str_eq(part, S(".")))
                continue;
            if (str_eq(part, S("..")) && parts.n && !str_eq(parts.v[parts.n - 1], S("..")))
                parts.n--;
            else
                *(Str *)vec_push(a, &parts) = part;
        }
    Buf b = {.a = a};
    if (absolute)
        buf_u8(&b, '/');
    for (iz i = 0; i < parts.n; i++) {
        if (i)
            buf_u8(&b, '/');
        buf_str(&b, parts.v[i]);
    }
    return buf_done(&b);
}

static Str dots_to_slashes(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++)
        buf_u8(&b, s.s[i] == '.' ? '/' : s.s[i]);
    return buf_done(&b);
}

static i32 path_slot(const Project *p, Str path, iz *at)
{
    u64 h = str_hash(path);
    i32 i = slots_first(&p->by_path, h, at);
    while (i >= 0 && !str_eq(p->heads[i].src->path, path))
        i = slots_next(&p->by_path, h, at);
    return i;
}

i32 file_at(const Project *p, Str path)
{
    iz at;
    return path_slot(p, path, &at);
}

static i32 stem_slot(const Project *p, Str stem, iz *at)
{
    u64 h = str_hash(stem);
    i32 i = slots_first(&p->by_stem, h, at);
    while (i >= 0 && !str_eq(path_stem(p->heads[i].src->path), stem))
        i = slots_next(&p->by_stem, h, at);
    return i;
}

void index_file_paths(Project *p)
{
    slots_room(p->finding, &p->by_path, p->nfiles);
    for (i32 i = 0; i < p->nfiles; i++) {
        Str path = p->heads[i].src->path, stem = path_stem(path);
        iz at;
        if (path_slot(p, path, &at) >= 0)
            slots_set(&p->by_path, at, i);
        else
            slots_add(p->finding, &p->by_path, str_hash(path), i);
        i32 same = p->heads[i].same_stem = stem_slot(p, stem, &at);
        if (same >= 0)
            slots_set(&p->by_stem, at, i);
        else
            slots_add(p->finding, &p->by_stem, str_hash(stem), i);
    }
}

/* Paths may be given as "./a/b.py": compare without that. */
static i32 find_path(Project *p, Str dir, Str rel, const Str *tails, iz n)
{
    for (iz i = 0; i < n; i++) {
        Str path = str_cat(p->a, dir.len ? str_cat3(p->a, dir, S("/"), rel) : rel, tails[i]);
        i32 f = file_at(p, path);
        if (f < 0)
            f = file_at(p, str_cat(p->a, S("./"), path));
        if (f >= 0)
            return f;
    }
    return -1;
}

/* The name that an import would use for a file: without folder and extension; a package's own file has its folder's. */
Str path_stem(Str path)
{
    Str base = str_from(path, str_rfind_u8(path, '/') + 1);
    Str stem = str_head(base, str_find_u8(base, '.') < 0 ? base.len : str_find_u8(base, '.'));
    if (!str_eq(stem, S("__init__")) && !str_eq(stem, S("index")))
        return stem;
    Str dir = str_head(path, path.len - base.len - 1);
    return str_from(dir, str_rfind_u8(dir, '/') + 1);
}

/* The only file whose path ends in /rel + tail, or -1. */
static i32 search_suffix(Project *p, Str rel, const Str *tails, iz n)
{
    iz at;
    i32 first = stem_slot(p, str_from(rel, str_rfind_u8(rel, '/') + 1), &at);
    for (iz i = 0; i < n && first >= 0; i++) {
        Str want = str_cat3(p->a, S("/"), rel, tails[i]);
        i32 found = -1;
        for (i32 k = first; k >= 0; k = p->heads[k].same_stem)
            if (str_ends(p->heads[k].src->path, want)) {
                if (found >= 0)
                    return -1;
                found = k;
            }
        if (found >= 0)
            return found;
    }
    return -1;
}

static i32 find_suffix(Project *p, Str rel, const Str *tails, iz n)
{
    Str key = str_cat(p->a, rel, tails[0]);
    i32 known = map_get(&p->suffixes, key);
    if (known < 0) {
        known = search_suffix(p, rel, tails, n) + 1;
        map_put(p->finding, &p->suffixes, str_dup(p->finding, key), known);
    }
    return known - 1;
}

static i32 dotted(Project *p, u32 from, Str module)
{
    static const Str tails[] = {S_INIT(".py"), S_INIT("/__init__.py"), S_INIT(".pyi")};
    Str dir = p->heads[from].dir;
    iz dots = 0;
    while (dots < module.len && module.s[dots] == '.')
        dots++;
    Str rel = dots_to_slashes(p->a, str_from(module, dots));
    if (dots) {
        for (iz i = 1; i < dots; i++)
            dir = dir_join(p->a, dir, S(".."));
        if (!rel.len)
            return find_path(p, dir, S("__init__.py"), &(Str){0}, 1);
        return find_path(p, dir, rel, tails, COUNTOF(tails));
    }
    for (;;) { /* every folder from the importing file upwards may be the root */
        i32 f = find_path(p, dir, rel, tails, COUNTOF(tails));
        if (f >= 0)
            return f;
        if (!dir.len || str_eq(dir, S("/")) || str_ends(dir, S("..")))
            break;
        iz slash = str_rfind_u8(dir, '/');
        dir = slash < 0 ? (Str){0} : str_head(dir, slash);
    }
    return str_find_u8(rel, '/') >= 0 ? find_suffix(p, rel, tails, COUNTOF(tails)) : -1;
}

i32 path_file(Project *p, Str path)
{
    static const Str tails[] = {
        S_INIT(""), S_INIT(".ts"), S_INIT(".tsx"), S_INIT(".js"), S_INIT(".jsx"), S_INIT(".mjs"), S_INIT(".cjs"),
        S_INIT(".mts"), S_INIT(".cts"), S_INIT("/index.ts"), S_INIT("/index.tsx"), S_INIT("/index.js"), S_INIT("/index.jsx"),
        S_INIT("/index.mjs"), S_INIT("/index.cjs"), S_INIT("/index.mts"), S_INIT("/index.cts"), S_INIT(".d.ts"), S_INIT("/index.d.ts"),
    };
    i32 f = find_path(p, (Str){0}, path, tails, COUNTOF(tails));
    iz dot = str_rfind_u8(path, '.');
    if (f < 0 && dot > str_rfind_u8(path, '/')) /* "./x.js" may be x.ts */
        f = find_path(p, (Str){0}, str_head(path, dot), tails, COUNTOF(tails));
    return f;
}

static i32 by_path(Project *p, u32 from, Str module)
{
    if (!str_starts(module, S(".")))
        return npm_file(p, from, module);
    return path_file(p, dir_join(p->a, p->heads[from].dir, module));
}

static i32 by_class(Project *p, Str module)
{
    static const Str tails[] = {S_INIT(".java")};
    return find_suffix(p, dots_to_slashes(p->a, module), tails, 1);
}

static i32 find_module(Project *p, u32 from, Str module)
{
    u32 traits = p->heads[from].traits;
    i32 f = traits & TRAIT_MODULES_DOTTED    ? dotted(p, from, module)
            : traits & TRAIT_MODULES_PATHS   ? by_path(p, from, module)
            : traits & TRAIT_MODULES_FOLDERS ? folder_file(p, from, module)
            : traits & TRAIT_MODULES_CLASSES ? by_class(p, module)
                                             : -1;
    if (f >= 0 && p->heads[f].traits != traits)
        f = -1;
    return f;
}

/* The whole's memory is not this thread's: an exhausted one must not be left locked. */
static i32 ask_whole(Project *p, u32 from, Str module)
{
    Project *w = p->whole;
    jmp_buf oom, *outer;
    volatile i32 f = -1;
    pthread_mutex_lock(w->lock);
    outer = w->keep->oom;
    bool failed = setjmp(oom);
    if (!failed) {
        w->keep->oom = w->values.oom = w->links.oom = &oom;
        w->a = &w->values; /* look-ups only */
        f = find_module(w, (u32)w->parts.v[p->part].files[from], module);
    }
    arena_reset(&w->values, w->values.total);
    w->a = w->keep;
    w->keep->oom = w->values.oom = w->links.oom = outer;
    pthread_mutex_unlock(w->lock);
    if (failed)
        longjmp(*p->keep->oom, 1);
    return f;
}

i32 module_found(Project *w, u32 from, Str module)
{
    enum { NEAR = 8 }; /* several names of one module stand together */
    Head *h = &w->heads[from];
    i32 k = h->seen;
    for (int n = 0; n < NEAR && k >= 0; n++, k = w->seen.v[k].next)
        if (str_eq(w->seen.v[k].module, module))
            return w->seen.v[k].file;
    if (arena_has(&w->values, module.s))
        module = str_dup(w->finding, module);
    i32 f = find_module(w, from, module);
    *(Seen *)vec_push(w->finding, &w->seen) = (Seen){module, f, h->seen};
    h->seen = (i32)w->seen.n - 1;
    return f;
}

i32 module_file(Project *p, u32 from, Str module)
{
    File *file = &p->files[from];
    i32 known = map_get(&file->modules, module);
    if (known < 0) {
        known = (p->whole ? ask_whole(p, from, module) : find_module(p, from, module)) + 1;
        map_put(p->keep, &file->modules, str_dup(p->keep, module), known);
    }
    if (known && p->whole) { /* a file of another part is none of ours */
        const Head *other = &p->whole->heads[known - 1];
        return other->part == p->part ? other->place : -1;
    }
    return known - 1;
}
