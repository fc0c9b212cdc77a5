/* folders.c: languages whose modules are folders (Go): which files make a package, which folder an import path means (go.mod says, else the
 * end of the path), and methods that are declared outside of their class. */
#include "project.h"

static Str last_part(Str path)
{
    return str_from(path, str_rfind_u8(path, '/') + 1);
}

/* The place of a package of that name in the language (and folder) of `like`. */
static i32 package_slot(const Project *p, const Head *like, Str name, u64 *hash, iz *at)
{
    Str dir = like->traits & TRAIT_MODULES_FOLDERS ? like->dir : (Str){0};
    *hash = (str_hash(like->lang) * 31 + str_hash(dir)) * 31 + str_hash(name);
    i32 i = slots_first(&p->packages, *hash, at);
    for (; i >= 0; i = slots_next(&p->packages, *hash, at)) {
        const Head *h = &p->heads[i];
        if (str_eq(h->package, name) && str_eq(h->lang, like->lang) && (!(like->traits & TRAIT_MODULES_FOLDERS) || str_eq(h->dir, dir)))
            break;
    }
    return i;
}

i32 package_named(Project *p, u32 like, Str name)
{
    u64 hash;
    iz at;
    return package_slot(p, &p->heads[like], name, &hash, &at);
}

static i32 folder_slot(const Project *p, Str name, iz *at)
{
    u64 h = str_hash(name);
    i32 i = slots_first(&p->folders, h, at);
    while (i >= 0 && !str_eq(last_part(p->heads[i].dir), name))
        i = slots_next(&p->folders, h, at);
    return i;
}

static i32 folder_named(const Project *p, Str name)
{
    iz at;
    return folder_slot(p, name, &at);
}

/* In the table, in the place of `old` at `at`, or (old < 0) as a new one. */
static void enter(Project *p, Slots *s, u64 hash, i32 old, iz at, i32 i)
{
    if (old >= 0)
        slots_set(s, at, i);
    else
        slots_add(p->finding, s, hash, i);
}

void index_packages(Project *p)
{
    for (i32 i = p->nfiles; i-- > 0;) {
        Head *h = &p->heads[i];
        u64 hash;
        iz at, slash = str_rfind_u8(h->src->path, '/');
        h->dir = slash < 0 ? (Str){0} : str_head(h->src->path, slash);
        h->same_package = h->same_folder = h->first = -1;
        h->package_no = i;
        if (!(h->traits & TRAIT_PACKAGE_SHARED))
            continue;
        i32 old = package_slot(p, h, h->package, &hash, &at);
        h->package_no = old >= 0 ? p->heads[old].package_no : i;
        h->same_package = old;
        enter(p, &p->packages, hash, old, at, i);
        if (!(h->traits & TRAIT_MODULES_FOLDERS))
            continue;
        old = folder_slot(p, last_part(h->dir), &at);
        if (old >= 0 && str_eq(p->heads[old].dir, h->dir)) /* one file stands for the folder: not one of its tests or tools */
            h->same_folder = p->heads[old].same_folder;
        else
            h->same_folder = old;
        if (h->same_folder != old && (str_eq(h->package, S("main")) || str_ends(h->package, S("_test"))))
            h->same_folder = -1;
        else
            enter(p, &p->folders, str_hash(last_part(h->dir)), old, at, i);
    }
}

i32 package_first(Project *p, u32 file)
{
    Head *h = &p->heads[file];
    if (h->first < 0)
        h->first = package_named(p, file, h->package);
    return h->first;
}

/* Top names of all files of a package, in the files' order. */
static void collect_tops(Project *p, File *first)
{
    i32 files = 0;
    for (i32 k = (i32)(first - p->files); k >= 0; k = p->heads[k].same_package)
        files++;
    i32 *order = new(p->keep, i32, files), n = 0;
    for (i32 k = (i32)(first - p->files); k >= 0; k = p->heads[k].same_package)
        order[n++] = k;
    while (n-- > 0) {
        const File *o = &p->files[order[n]];
        for (iz i = 0; i < o->def.n; i++) {
            const Def *d = &o->def.v[i];
            if (d->scope || d->kind == DEF_IMPORT)
                continue;
            i32 *at = map_at(p->keep, &first->tops, d->name);
            *(TopName *)vec_push(p->keep, &first->top) = (TopName){order[n], (i32)i, *at};
            *at = (i32)first->top.n - 1;
        }
    }
    first->tops_known = true;
}

const TopName *package_names(Project *p, u32 file, Str name, const TopName *after)
{
    File *first = &p->files[package_first(p, file)];
    if (!first->tops_known)
        collect_tops(p, first);
    i32 i = after ? after->next : map_get(&first->tops, name);
    return i < 0 ? 0 : &first->top.v[i];
}

bool same_package(Project *p, u32 x, u32 y)
{
    return p->heads[x].package_no == p->heads[y].package_no;
}

/* Fills File.uses. */
static void find_uses(Project *p, u32 from)
{
    File *fl = &p->files[from];
    if (fl->used)
        return;
    fl->used = true;
    for (iz i = 0; i < fl->f->facts.n; i++) {
        const Fact *x = &fl->f->facts.v[i];
        i32 m = x->kind == FACT_IMPORT ? module_file(p, from, x->module) : -1;
        if (m >= 0)
            *(i32 *)vec_push(p->keep, &fl->uses) = p->heads[m].package_no;
    }
}

static bool uses_reaching(Project *p, const File *fl)
{
    for (iz i = 0; i < fl->uses.n; i++)
        if (p->files[fl->uses.v[i]].reaches)
            return true;
    return false;
}

/* File.reaches of the file whose number is the package's: from those that import an SDK to those that import them. */
static void spread_reach(Project *p)
{
    u32 traits = TRAIT_MODULES_FOLDERS | TRAIT_EMBEDS;
    bool more = true;
    for (i32 i = 0; i < p->nfiles; i++) {
        File *fl = &p->files[i];
        if ((fl->f->traits & traits) != traits || p->hints.n || fl->sdk)
            p->files[p->heads[i].package_no].reaches = true;
        else
            find_uses(p, (u32)i);
    }
    for (more = true; more;) {
        more = false;
        for (i32 i = 0; i < p->nfiles; i++) {
            File *package = &p->files[p->heads[i].package_no];
            if (package->reaches || !uses_reaching(p, &p->files[i]))
                continue;
            package->reaches = more = true;
        }
    }
}

bool reaches_sdk(Project *p, u32 file)
{
    if (!p->reach_known)
        spread_reach(p);
    p->reach_known = true;
    return p->files[p->heads[file].package_no].reaches;
}

bool may_name(Project *p, u32 from, u32 of, Str name, bool method)
{
    File *fl = &p->files[from];
    u32 traits = TRAIT_MODULES_FOLDERS | TRAIT_EMBEDS;
    if ((fl->f->traits & traits) != traits || p->heads[from].package_no == p->heads[of].package_no)
        return true;
    if (!name.len || (name.s[0] >= 'a' && name.s[0] <= 'z') || name.s[0] == '_')
        return false; /* the package's own */
    if (method)
        return true;
    find_uses(p, from);
    for (iz i = 0; i < fl->uses.n; i++)
        if (fl->uses.v[i] == p->heads[of].package_no)
            return true;
    return false;
}

/* --- import paths --- */

void manifest_add(Project *p, Str path, Str text)
{
    Str line, name = {0};
    if (!str_eq(last_part(path), S("go.mod")))
        return;
    while (!name.len && str_cut(&text, '\n', &line)) {
        Str word = {0};
        line = str_trim(line);
        if (!str_cut(&line, ' ', &word) || !str_eq(word, S("module")))
            continue;
        line = str_trim(line);
        str_cut(&line, ' ', &name);
        if (name.len > 1 && name.s[0] == '"')
            name = (Str){name.s + 1, name.len - 2};
        break;
    }
    *(Manifest *)vec_push(p->a, &p->manifests) = (Manifest){str_head(path, path.len > 7 ? path.len - 7 : 0), name};
}

/* Whether a go.mod file covers the importing file. found: such files give the import a folder of the project. */
static bool from_manifest(Project *p, u32 from, Str module, Str *folder, bool *found)
{
    bool covered = false;
    iz best = -1;
    *folder = (Str){0};
    for (iz i = 0; i < p->manifests.n; i++) {
        Str root = p->manifests.v[i].root, name = p->manifests.v[i].module;
        Str dir = p->heads[from].dir;
        covered = covered || !root.len || (str_starts(dir, root) && (dir.len == root.len || dir.s[root.len] == '/'));
        if (name.len > best && name.len && str_starts(module, name) && (module.len == name.len || module.s[name.len] == '/')) {
            Str rest = str_from(module, name.len);
            *folder = root.len ? str_cat(p->keep, root, rest) : str_from(rest, rest.len > 0);
            best = name.len;
        }
    }
    *found = best >= 0;
    return covered || *found;
}

static iz parts(Str path)
{
    iz n = path.len > 0;
    for (iz i = 0; i < path.len; i++)
        n += path.s[i] == '/';
    return n;
}

/* How many parts at the end of both paths are the same. */
static iz common_tail(Str x, Str y)
{
    iz n = 0;
    while (x.len && y.len && str_eq(last_part(x), last_part(y))) {
        n++;
        x = str_head(x, str_rfind_u8(x, '/') < 0 ? 0 : str_rfind_u8(x, '/'));
        y = str_head(y, str_rfind_u8(y, '/') < 0 ? 0 : str_rfind_u8(y, '/'));
    }
    return n;
}

i32 folder_file(Project *p, u32 from, Str module)
{
    Str folder, lang = p->heads[from].lang;
    bool found, told = from_manifest(p, from, module, &folder, &found);
    i32 best = -1;
    if (told) {
        for (i32 k = found ? folder_named(p, last_part(folder)) : -1; k >= 0 && best < 0; k = p->heads[k].same_folder)
            if (str_eq(p->heads[k].dir, folder))
                best = k;
        return best;
    }
    iz slash = str_find_u8(module, '/'), best_n = 0;
    Str first = slash < 0 ? module : str_head(module, slash);
    if (surface_knows_module(p, lang, module) || tbl_find2(p->t, TBL_sdk, lang, str_cat(p->a, S("$library."), first)).n)
        return -1;
    iz all = parts(module), free = str_find_u8(first, '.') >= 0 ? 3 : 2; /* host/owner/repository, or a module's own name of one or two parts */
    for (i32 k = folder_named(p, last_part(module)); k >= 0; k = p->heads[k].same_folder) {
        iz n = common_tail(module, p->heads[k].dir);
        if (n > best_n && n + free >= all) {
            best_n = n;
            best = k;
        }
    }
    return best;
}

/* Name that an import binds: the package's own, else the last part of the path without a version. */
Str folder_name(Project *p, u32 from, Str module)
{
    i32 m = module_file(p, from, module);
    if (m >= 0 && p->heads[m].package.len && (u32)m != from)
        return p->heads[m].package;
    Str last = last_part(module);
    i64 n;
    if (last.len > 1 && last.len < module.len && last.s[0] == 'v' && str_i64(str_from(last, 1), &n))
        last = last_part(str_head(module, module.len - last.len - 1));
    iz dot = str_rfind_u8(last, '.');
    if (dot > 0 && dot + 2 <= last.len && last.s[dot + 1] == 'v' && str_i64(str_from(last, dot + 2), &n))
        last = str_head(last, dot);
    return last;
}

/* --- methods declared outside of their class --- */

static Str owner_name(const Facts *f, ScopeId fn)
{
    return f->scopes.v[fn].owner ? expr_simple_name(f, f->scopes.v[fn].owner) : (Str){0};
}

/* Package number, class and method. */
static Str method_key(Project *p, u32 file, Str owner, Str name)
{
    Buf b = {.a = p->a};
    buf_int(&b, p->heads[file].package_no);
    buf_u8(&b, ' ');
    buf_str(&b, owner);
    buf_u8(&b, '.');
    buf_str(&b, name);
    return buf_done(&b);
}

void index_method(Project *p, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f;
    Str owner = owner_name(f, fn);
    if (!owner.len || !f->scopes.v[fn].name.len)
        return;
    NamedScope n = {.file = file, .scope = fn};
    i32 *head = map_at(p->a, &p->methods, method_key(p, file, owner, f->scopes.v[fn].name));
    n.next = *head;
    *(NamedScope *)vec_push(p->a, &p->method) = n;
    *head = (i32)p->method.n - 1;
}

i32 named_method(Project *p, u32 *file, Str owner, Str name)
{
    if (!p->method.n)
        return -1;
    i32 i = map_get(&p->methods, method_key(p, *file, owner, name));
    if (i < 0)
        return -1;
    *file = p->method.v[i].file;
    return (i32)p->method.v[i].scope;
}

i32 outer_method(Project *p, u32 *file, ScopeId cls, Str name)
{
    return named_method(p, file, p->files[*file].f->scopes.v[cls].name, name);
}

Str receiver_owner(const Facts *f, const Expr *obj, ScopeId scope)
{
    if (obj->kind != EX_NAME)
        return (Str){0};
    for (ScopeId s = scope_function(f, scope); s; s = scope_function(f, f->scopes.v[s].parent)) {
        const Scope *fn = &f->scopes.v[s];
        if (fn->owner && fn->nparams && f->params.v[fn->params].kind == PARAM_RECEIVER &&
            str_eq(f->params.v[fn->params].name, obj->str))
            return owner_name(f, s);
    }
    return (Str){0};
}
