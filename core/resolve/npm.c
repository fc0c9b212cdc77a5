/* npm.c: what an import means that is no relative path: path aliases (tsconfig.json, jsconfig.json), packages of the project itself
 * (package.json: a workspace of npm, yarn, pnpm, rush, nx or none), a package's own imports (#name), packages under another name.
 *
 * The files that a package offers may not be built yet: where package.json says dist/index.js and there is none, src/index.ts is meant. */
#include "core/base/limits.h"
#include "jsonc.h"
#include "project.h"

enum { TARGETS_MAX = 64, RENAMES_MAX = 4 /* of one package after the other: for those that go round in a circle */ };

/* A tsconfig.json or jsconfig.json. */
typedef struct Config Config;
struct Config {
    Str path, dir;
    const Jsonc *json;
};

/* A package.json. */
typedef struct {
    Str dir;
    const Jsonc *json;
    i32 same_name;
} Package;

struct Npm {
    VEC(Config) configs;
    Map config_by_path;
    VEC(Package) packages;
    Map package_by_dir;
    Map package_by_name; /* name to last */
    Map config_in;       /* folder to the first of its configurations: they stand together */
};

static Str file_name(Str path)
{
    return str_from(path, str_rfind_u8(path, '/') + 1);
}

static Str folder(Str path)
{
    iz slash = str_rfind_u8(path, '/');
    return slash < 0 ? (Str){0} : str_head(path, slash);
}

static void say_cut(Project *p, Str path)
{
    Source *src = new(p->keep, Source, 1);
    src->path = path;
    if (p->diags)
        diag_add(p->diags, DIAG_config_cut, src, DIAG_NO_PLACE, (Str){0});
}

static const Jsonc *option_of(Project *p, const Config *c, Str name, const Config **owner, int *left);

void index_npm(Project *p)
{
    Npm *n = p->npm = new(p->a, Npm, 1);
    bool any = false;
    for (i32 i = 0; i < p->nfiles && !any; i++)
        any = p->heads[i].traits & TRAIT_MODULES_PATHS;
    for (iz i = 0; i < p->configs.n && any; i++) {
        Str path = dir_join(p->a, p->config_paths.v[i], (Str){0}), name = file_name(path), dir = folder(path);
        if (!str_ends(name, S(".json")))
            continue;
        bool cut;
        const Jsonc *json = jsonc_read(p->a, p->configs.v[i], &cut);
        if (cut)
            say_cut(p, p->config_paths.v[i]);
        if (!str_eq(name, S("package.json"))) {
            map_put(p->a, &n->config_by_path, path, (i32)n->configs.n);
            *(Config *)vec_push(p->a, &n->configs) = (Config){path, dir, json};
            i32 *first = map_at(p->a, &n->config_in, dir);
            if (*first < 0)
                *first = (i32)n->configs.n - 1;
            continue;
        }
        Package k = {dir, json, -1};
        Str own = jsonc_text(json, S("name"));
        map_put(p->a, &n->package_by_dir, dir, (i32)n->packages.n);
        if (own.len) {
            i32 *last = map_at(p->a, &n->package_by_name, own);
            k.same_name = *last;
            *last = (i32)n->packages.n;
        }
        *(Package *)vec_push(p->a, &n->packages) = k;
    }
    for (iz i = 0; i < n->configs.n; i++) {
        const Config *c = &n->configs.v[i], *owner;
        int left = CONFIG_EXTENDS;
        (void)option_of(p, c, S("paths"), &owner, &left);
        if (left < 0)
            say_cut(p, c->path);
    }
}

/* The folder above; false: there is none. "..", "../.." are above what was given. */
static bool go_up(Str *dir)
{
    if (!dir->len || str_eq(*dir, S("/")) || str_ends(*dir, S("..")))
        return false;
    *dir = folder(*dir);
    return true;
}

static const Package *package_of(Project *p, Str dir)
{
    do {
        i32 i = map_get(&p->npm->package_by_dir, dir);
        if (i >= 0)
            return &p->npm->packages.v[i];
    } while (go_up(&dir));
    return 0;
}

/* "@scope/name/sub/path" is of the package "@scope/name"; rest: "sub/path". */
static Str package_name(Str module, Str *rest)
{
    iz slash = str_find_u8(module, '/');
    if (slash > 0 && module.s[0] == '@') {
        iz next = str_find_u8(str_from(module, slash + 1), '/');
        slash = next < 0 ? -1 : slash + 1 + next;
    }
    *rest = slash < 0 ? (Str){0} : str_from(module, slash + 1);
    return slash < 0 ? module : str_head(module, slash);
}

/* --- targets: files that a manifest names --- */

static Str filled(Arena *a, Str target, Str hole)
{
    iz star = str_find_u8(target, '*');
    return star < 0 ? target : str_cat3(a, str_head(target, star), hole, str_from(target, star + 1));
}

/* The texts in a value: in a list or under conditions (import, require, types, default), in order. */
static void leaves(Project *p, const Jsonc *v, StrVec *out, int depth)
{
    if (!v || out->n >= TARGETS_MAX || depth > SETTING_LEVELS)
        return;
    if (v->kind == JSONC_TEXT)
        *(Str *)vec_push(p->a, out) = v->text;
    for (const Jsonc *e = v->first; e; e = e->next)
        leaves(p, e, out, depth + 1);
}

/* Targets of the entry of `exports` or `imports` that fits best: a plain name, else the longest pattern. */
static void mapped(Project *p, const Jsonc *map, Str name, StrVec *out)
{
    Str hole;
    const Jsonc *best = jsonc_fitting(map, name, &hole);
    iz from = out->n;
    leaves(p, best, out, 0);
    for (iz i = from; i < out->n; i++)
        out->v[i] = filled(p->keep, out->v[i], hole);
}

/* The file at dir/target; where it is not there, the source that it is built from: dist/esm/x.js from src/esm/x.ts, src/x.ts or x.ts. */
static i32 target_file(Project *p, Str dir, Str target)
{
    Str path = dir_join(p->a, dir, target);
    i32 f = path_file(p, path);
    if (f >= 0 && !str_ends(path, S(".d.ts")))
        return f;
    Str in = dir.len ? str_cat(p->a, dir, S("/")) : dir;
    if (!str_starts(path, in))
        return f;
    Str name = file_name(path), rest = str_from(path, in.len);
    iz dot = str_find(name, S(".d."));
    dot = dot > 0 ? dot : str_rfind_u8(name, '.');
    if (dot > 0)
        rest = str_head(rest, rest.len - (name.len - dot));
    for (;;) {
        i32 g = path_file(p, str_cat3(p->a, in, S("src/"), rest));
        g = g >= 0 ? g : path_file(p, str_cat(p->a, in, rest));
        iz slash = str_find_u8(rest, '/');
        if (g >= 0 && g != f)
            return g;
        if (slash < 0)
            return f;
        rest = str_from(rest, slash + 1);
    }
}

/* --- packages of the project --- */

static i32 package_file(Project *p, const Package *k, Str rest)
{
    static const Str fields[] = {S_INIT("source"), S_INIT("module"), S_INIT("main"), S_INIT("types"), S_INIT("typings")};
    StrVec targets = {0};
    const Jsonc *exports = jsonc_get(k->json, S("exports"));
    bool subpaths = exports && exports->kind == JSONC_MAP && exports->first && str_starts(exports->first->key, S("."));
    if (subpaths)
        mapped(p, exports, rest.len ? str_cat(p->a, S("./"), rest) : S("."), &targets);
    else if (exports && !rest.len)
        leaves(p, exports, &targets, 0);
    for (iz i = 0; i < COUNTOF(fields) && !rest.len; i++)
        if (jsonc_text(k->json, fields[i]).len)
            *(Str *)vec_push(p->a, &targets) = jsonc_text(k->json, fields[i]);
    *(Str *)vec_push(p->a, &targets) = rest.len ? rest : S("index");
    i32 declared = -1;
    for (iz i = 0; i < targets.n; i++) {
        i32 f = target_file(p, k->dir, targets.v[i]);
        if (f >= 0 && !str_ends(p->heads[f].src->path, S(".d.ts")))
            return f;
        declared = declared < 0 ? f : declared;
    }
    return declared;
}

static iz shared_folders(Str x, Str y)
{
    iz n = 0, at = 0;
    while (at < x.len && at < y.len && x.s[at] == y.s[at])
        n += x.s[at++] == '/';
    bool whole = (at == x.len || x.s[at] == '/') && (at == y.len || y.s[at] == '/');
    return n + whole;
}

/* The package of that name that stands nearest to the importing file. */
static const Package *named_package(Project *p, Str dir, Str name)
{
    const Package *best = 0;
    for (i32 i = map_get(&p->npm->package_by_name, name); i >= 0; i = p->npm->packages.v[i].same_name) {
        const Package *k = &p->npm->packages.v[i];
        if (!best || shared_folders(k->dir, dir) >= shared_folders(best->dir, dir))
            best = k;
    }
    return best;
}

/* --- path aliases --- */

/* The configuration that another one extends: by path, or in a package of the project. */
static const Config *extended(Project *p, const Config *c, Str what)
{
    static const Str tails[] = {S_INIT(""), S_INIT(".json"), S_INIT("/tsconfig.json")};
    Str base = dir_join(p->a, c->dir, what), rest;
    if (!str_starts(what, S("."))) {
        const Package *k = named_package(p, c->dir, package_name(what, &rest));
        if (!k)
            return 0;
        base = dir_join(p->a, k->dir, rest);
    }
    for (iz i = 0; i < COUNTOF(tails); i++) {
        i32 at = map_get(&p->npm->config_by_path, str_cat(p->a, base, tails[i]));
        if (at >= 0 && &p->npm->configs.v[at] != c)
            return &p->npm->configs.v[at];
    }
    return 0;
}

/* An option of the compiler, the configuration's own or inherited; *owner: where it is written. */
static const Jsonc *option_of(Project *p, const Config *c, Str name, const Config **owner, int *left)
{
    const Jsonc *v = jsonc_get(jsonc_get(c->json, S("compilerOptions")), name), *e = jsonc_get(c->json, S("extends"));
    *owner = c;
    if (v || !e)
        return v;
    StrVec bases = {0};
    leaves(p, e, &bases, 0);
    for (iz i = bases.n; i-- > 0 && !v && --*left >= 0;) { /* a later one wins */
        const Config *b = extended(p, c, bases.v[i]);
        v = b ? option_of(p, b, name, owner, left) : 0;
    }
    return v;
}

static const Jsonc *option(Project *p, const Config *c, Str name, const Config **owner)
{
    int left = CONFIG_EXTENDS;
    return option_of(p, c, name, owner, &left);
}

static Str config_dir(Project *p, const Config *leaf, const Config *owner, Str path)
{
    Str var = S("${configDir}");
    if (str_starts(path, var))
        return dir_join(p->a, leaf->dir, str_cat(p->a, S("."), str_from(path, var.len)));
    return dir_join(p->a, owner->dir, path);
}

static i32 aliased(Project *p, const Config *c, Str module)
{
    const Config *owner, *base_owner;
    const Jsonc *base = option(p, c, S("baseUrl"), &base_owner), *paths = option(p, c, S("paths"), &owner);
    Str root = base && base->kind == JSONC_TEXT ? config_dir(p, c, base_owner, base->text) : (Str){0};
    StrVec targets = {0};
    mapped(p, paths, module, &targets);
    for (iz i = 0; i < targets.n; i++) {
        Str t = targets.v[i];
        Str path = str_starts(t, S("$")) ? config_dir(p, c, owner, t) : dir_join(p->a, base ? root : owner->dir, t);
        const Package *k = package_of(p, path);
        i32 f = path_file(p, path);
        if (f < 0 && k)
            f = target_file(p, k->dir, str_from(path, k->dir.len ? k->dir.len + 1 : 0));
        if (f >= 0)
            return f;
    }
    return base ? path_file(p, dir_join(p->a, root, module)) : -1;
}

static i32 by_alias(Project *p, Str dir, Str module)
{
    do {
        i32 first = map_get(&p->npm->config_in, dir);
        for (iz i = first; i >= 0 && i < p->npm->configs.n && str_eq(p->npm->configs.v[i].dir, dir); i++) {
            i32 f = aliased(p, &p->npm->configs.v[i], module);
            if (f >= 0)
                return f;
        }
    } while (go_up(&dir)); /* the nearest one that knows the name */
    return -1;
}

/* Folders that frameworks give a name without saying so in the project: rows "$folder.NAME". */
static i32 by_convention(Project *p, u32 from, Str module)
{
    iz slash = str_find_u8(module, '/');
    Rows r = tbl_find2(p->t, TBL_sdk, p->heads[from].lang, str_cat(p->a, S("$folder."), slash < 0 ? module : str_head(module, slash)));
    if (!r.n)
        return -1;
    Str dir = p->heads[from].dir, does = tbl_get(p->t, TBL_sdk, r.first, sdk_does), all, word;
    do {
        all = str_from(does, S("folder ").len);
        while (str_cut(&all, ' ', &word)) {
            i32 f = path_file(p, dir_join(p->a, dir_join(p->a, dir, word), slash < 0 ? S(".") : str_from(module, slash + 1)));
            if (f >= 0)
                return f;
        }
    } while (go_up(&dir));
    return -1;
}

i32 npm_file(Project *p, u32 from, Str module)
{
    Str dir = dir_join(p->a, p->heads[from].dir, (Str){0}), rest;
    if (!module.len || surface_knows_module(p, p->heads[from].lang, module))
        return -1;
    if (module.s[0] == '#') {
        const Package *own = package_of(p, dir);
        StrVec targets = {0};
        mapped(p, own ? jsonc_get(own->json, S("imports")) : 0, module, &targets);
        for (iz i = 0; i < targets.n; i++) {
            i32 f = str_starts(targets.v[i], S(".")) ? target_file(p, own->dir, targets.v[i]) : -1;
            if (f >= 0)
                return f;
        }
    }
    i32 f = by_alias(p, dir, module);
    if (f >= 0)
        return f;
    const Package *k = named_package(p, dir, package_name(module, &rest));
    f = k ? package_file(p, k, rest) : -1;
    return f >= 0 ? f : by_convention(p, from, module);
}

/* --- names of packages outside of the project --- */

/* "name@1.2.3/sub" without the version. */
static Str unversioned(Arena *a, Str s)
{
    iz at = str_find_u8(str_from(s, 1), '@'), slash;
    if (at < 0)
        return s;
    Str tail = str_from(s, at + 1);
    slash = str_find_u8(tail, '/');
    return str_cat(a, str_head(s, at + 1), slash < 0 ? (Str){0} : str_from(tail, slash));
}

/* What an import map, a dependency ("s3": "npm:@aws-sdk/client-s3@3") or the package's own imports make of the name; or nothing. */
static Str renamed(Project *p, Str dir, Str module)
{
    static const Str lists[] = {S_INIT("dependencies"), S_INIT("devDependencies"), S_INIT("imports")};
    Str rest, name = package_name(module, &rest);
    const Package *own = package_of(p, dir);
    if (own && module.len && module.s[0] == '#') {
        StrVec targets = {0};
        mapped(p, jsonc_get(own->json, S("imports")), module, &targets);
        for (iz i = 0; i < targets.n; i++)
            if (!str_starts(targets.v[i], S(".")))
                return targets.v[i];
        return (Str){0};
    }
    for (iz i = 0; i < COUNTOF(lists) && own; i++) {
        Str to = jsonc_text(jsonc_get(own->json, lists[i]), name);
        if (str_starts(to, S("npm:")))
            return rest.len ? str_cat3(p->keep, to, S("/"), rest) : to;
    }
    return (Str){0};
}

Str npm_name(Project *p, u32 from, Str module)
{
    const Head *fl = &p->heads[from];
    if (!(fl->traits & TRAIT_MODULES_PATHS) || !module.len || module.s[0] == '.')
        return module;
    for (int i = 0; i < RENAMES_MAX; i++) {
        Rows r = {0};
        Str to = p->npm->packages.n ? renamed(p, dir_join(p->a, fl->dir, (Str){0}), module) : (Str){0};
        if (to.len)
            module = to;
        iz cut = str_find(module, S("://")); /* npm:NAME@1, https://esm.sh/NAME@1 */
        iz colon = cut < 0 ? str_find_u8(module, ':') : cut + 3 + str_find_u8(str_from(module, cut + 3), '/');
        if (colon > 0)
            r = tbl_find2(p->t, TBL_sdk, fl->lang, str_cat(p->a, S("$package."), str_head(module, colon + 1)));
        if (r.n) {
            iz query = str_find_u8(module, '?');
            module = str_from(query < 0 ? module : str_head(module, query), colon + 1);
            module = str_dup(p->keep, unversioned(p->a, module.len && module.s[0] == '/' ? str_from(module, 1) : module));
        }
        if (!r.n && !to.len)
            break;
    }
    Str sub; /* aws-sdk/clients/s3.js */
    package_name(module, &sub);
    return sub.len && str_ends(sub, S(".js")) ? str_head(module, module.len - 3) : module;
}
