/* parts.c: a project falls into parts that know nothing of each other, and each is resolved by itself (project.h).
 *
 * The whole is told an outline of every file: what it imports, to which package it belongs. Two files are in one part when one imports the
 * other or when they share a package: only along these ways can a value or a name of one file reach the other. A part is a Project of its
 * own; it asks the whole which file an import means (modules.c), and takes from it what holds everywhere: environment variables, hints,
 * configuration files, what the SDK tables say of names.
 *
 * One question looks beyond a part: which of several services an unknown receiver means is told by the services that the whole project uses.
 * Such calls are left open and settled when all parts are resolved (evidence.c).
 */
#include <stdlib.h>
#include <string.h>

#include "settings.h"

enum {
    NAME_DEPTH = 32,             /* parts of a qualified name in code */
    NEAR_MAX = 4000000,          /* files that are compared to find the nearest of several classes; past it all of the package are one part */
    LINK_KEPT = 1 << 20,         /* bytes of memory for look-ups that stay */
};

typedef struct {
    const Str *module, *symbol; /* symbol: "*", or empty: the module itself */
} Import;

typedef VEC(Import) Imports;

typedef struct {
    const Str **v;
    iz n;
} Names;

struct Outline {
    Source *src;
    Str lang;
    const Str *package;
    u32 traits;
    i32 nimports;
    Import *imports;
    Names qualified;  /* names with their package in the code: a.b.C */
    Names classes;    /* that the file declares, where imports name classes */
    i64 bytes;
    bool opens;       /* imports a library that opens paths of a scheme, and has such a text */
    bool asks;        /* calls that may be an SDK's, if the project uses one */
    bool infers;      /* calls that carry their own evidence */
    bool makes;       /* clients of sessions that come from elsewhere, if the project uses an SDK */
};

/* --- outlines --- */

/* A library that opens paths of a scheme, rows "$paths.MODULE  opens SCHEME...", in a file that has such a text. */
static bool opens_paths(Project *p, const Facts *f, Str module)
{
    Str top = str_head(module, str_find_u8(module, '.') < 0 ? module.len : str_find_u8(module, '.')), does, scheme;
    Surface row;
    if (!surface_find(p, f->lang, str_cat(p->a, S("$paths."), top), &row))
        return false;
    does = row.does;
    str_cut(&does, ' ', &scheme); /* "opens" */
    while (str_cut(&does, ' ', &scheme))
        if (str_find(f->src->text, scheme) >= 0)
            return true;
    return false;
}

static void add_import(Project *p, Arena *a, Outline *o, Imports *all, Str module, Str symbol)
{
    Texts *t = &p->memory->texts;
    Import m = {text_once(a, t, module), text_once(a, t, symbol)};
    const Import *last = all->n ? &all->v[all->n - 1] : 0;
    if (last && last->module == m.module && last->symbol == m.symbol)
        return;
    o->opens = o->opens || ((!last || last->module != m.module) && opens_paths(p, p->files[0].f, module));
    *(Import *)vec_push(p->a, all) = m;
}

/* "a.b.C" of a chain whose last name is a class's and whose other names are packages'; or nothing. */
static Str qualified_name(Arena *a, const Facts *f, const Expr *x)
{
    Str parts[NAME_DEPTH];
    iz n = 0;
    if (x->kind != EX_MEMBER || x->str.s[0] < 'A' || x->str.s[0] > 'Z')
        return (Str){0};
    for (;; x = EXPR(f, x->a)) {
        if (n == NAME_DEPTH || !x->str.len || (n && (x->str.s[0] < 'a' || x->str.s[0] > 'z')))
            return (Str){0};
        parts[n++] = x->str;
        if (x->kind == EX_NAME)
            break;
        if (x->kind != EX_MEMBER || (EXPR(f, x->a)->kind != EX_MEMBER && EXPR(f, x->a)->kind != EX_NAME))
            return (Str){0};
    }
    Buf b = {.a = a};
    while (n-- > 0) {
        buf_str(&b, parts[n]);
        if (n)
            buf_u8(&b, '.');
    }
    return buf_done(&b);
}

/* Only what is in the outline lasts; the list grows in the scout's memory. */
static void outline_calls(Project *p, Arena *a, Outline *o)
{
    Imports all = {0};
    const Facts *f = p->files[0].f;
    bool keywords = takes_keywords_only(p, f->lang);
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_IMPORT)
            add_import(p, a, o, &all, x->module, x->symbol);
        if (x->kind != FACT_CALL)
            continue;
        const Expr *call = EXPR(f, x->value);
        Str name = expr_simple_name(f, call->a);
        if (call->args && name.len && sdk_word(p, S("loader"), name)) {
            Str m = loaded_module(p->a, f, ARG(f, call->args)->value);
            if (m.len)
                add_import(p, a, o, &all, m, (Str){0});
        }
        const Expr *callee = EXPR(f, call->a), *of = EXPR(f, callee->a);
        if (call->kind == EX_NEW && callee->kind == EX_MEMBER && of->kind == EX_NAME && sdk_word(p, S("global"), of->str))
            add_import(p, a, o, &all, str_cat(p->a, S("builtins."), of->str), (Str){0}); /* new AWS.S3() in a page that loads the SDK */
        o->makes = o->makes || may_make(p, 0, x->value);
        if (keywords && !(o->asks && o->infers)) {
            o->asks = o->asks || may_ask(p, 0, x->value);
            o->infers = o->infers || may_infer(p, 0, x->value);
        }
    }
    o->nimports = (i32)all.n;
    o->imports = new(a, Import, all.n);
    for (iz i = 0; i < all.n; i++)
        o->imports[i] = all.v[i];
}

PartMemory *part_memory_new(Arena *cache, Arena *result)
{
    PartMemory *m = new(cache, PartMemory, 1);
    m->cache = cache;
    m->result = result;
    return m;
}

void part_memory_rest(PartMemory *m)
{
    arena_free(&m->values);
}

Project *project_scout(Arena *scratch, Project *whole, PartMemory *m)
{
    Project *p = project_part(m->cache, whole, -1, m, 0);
    p->a = p->keep = scratch;
    p->files = new(m->cache, File, 1);
    p->heads = new(m->cache, Head, 1);
    p->nfiles = 1;
    return p;
}

static Names keep_names(Arena *a, Texts *t, const StrVec *v)
{
    Names out = {.v = new(a, const Str *, v->n), .n = v->n};
    for (iz i = 0; i < v->n; i++)
        out.v[i] = text_once(a, t, v->v[i]);
    return out;
}

Outline *project_outline(Project *scout, Arena *scratch, Facts *f, i64 bytes)
{
    PartMemory *m = scout->memory;
    Arena *a = m->cache;
    Outline *o = new(a, Outline, 1);
    *o = (Outline){.src = f->src, .traits = f->traits, .lang = f->lang, .package = text_once(a, &m->texts, f->package), .bytes = bytes};
    scout->files[0] = (File){.f = f};
    outline_calls(scout, a, o);
    if (!(f->traits & TRAIT_MODULES_CLASSES))
        return o;
    StrVec names = {0}, classes = {0};
    for (iz i = 1; i < f->exprs.n; i++) {
        Str name = qualified_name(scratch, f, &f->exprs.v[i]);
        if (name.len)
            *(Str *)vec_push(scratch, &names) = name;
    }
    strvec_sort_unique(&names);
    o->qualified = keep_names(a, &m->texts, &names);
    for (iz i = 1; i < f->scopes.n; i++)
        if (f->scopes.v[i].kind == SCOPE_CLASS && !f->scopes.v[i].parent)
            *(Str *)vec_push(scratch, &classes) = f->scopes.v[i].name;
    o->classes = keep_names(a, &m->texts, &classes);
    return o;
}

bool outline_asks(const Outline *o)
{
    return o->asks || o->infers || o->makes || o->nimports > 0;
}

void project_tell(Project *whole, Outline *o)
{
    *(Outline **)vec_push(whole->a, &whole->outlines) = o;
}

/* --- parts --- */

static i32 root_of(Head *v, i32 i)
{
    while (v[i].part != i) {
        v[i].part = v[v[i].part].part;
        i = v[i].part;
    }
    return i;
}

/* The smaller root stays. */
static void unite(Project *w, i32 x, i32 y)
{
    if (x < 0 || y < 0)
        return;
    x = root_of(w->heads, x);
    y = root_of(w->heads, y);
    if (x < y)
        w->heads[y].part = x;
    else
        w->heads[x].part = y;
}

static bool is_init(const Head *h)
{
    Str path = h->src->path;
    return h->traits & TRAIT_MODULES_DOTTED && str_eq(str_from(path, str_rfind_u8(path, '/') + 1), S("__init__.py"));
}

static void link_module(Project *w, i32 i, Str module, bool whole)
{
    i32 m = module_found(w, (u32)i, module);
    unite(w, i, m);
    if (m >= 0 && whole)
        w->heads[m].opened = true;
}

/* Classes of a package, of those with one name the first. */
typedef struct {
    Str name;
    i32 file, next;
} ClassName;

typedef struct {
    Map heads;
    VEC(ClassName) v;
    bool copies; /* several of one name */
} PackageNames;

typedef struct {
    PackageNames **names; /* by the first file of a package */
    Map from;             /* folder and package to a file of that folder that is linked to it */
    iz left;              /* of NEAR_MAX */
} Links;

static PackageNames *names_in(Project *w, i32 first)
{
    static PackageNames alone;
    if (w->heads[first].same_package < 0)
        return &alone;
    PackageNames *k = new(w->finding, PackageNames, 1);
    for (i32 i = first; i >= 0; i = w->heads[i].same_package)
        for (iz c = 0; c < w->outlines.v[i]->classes.n; c++) {
            Str name = *w->outlines.v[i]->classes.v[c];
            i32 *at = map_at(w->finding, &k->heads, name);
            k->copies = k->copies || *at >= 0;
            *(ClassName *)vec_push(w->finding, &k->v) = (ClassName){name, i, *at};
            *at = (i32)k->v.n - 1;
        }
    for (i32 i = first; i >= 0 && !k->copies; i = w->heads[i].same_package)
        unite(w, first, i);
    return k;
}

/* A package as file i sees it: its classes, of several of one name the nearest. */
static void link_classes(Project *w, Links *l, i32 i, i32 first)
{
    if (!(w->heads[i].traits & TRAIT_MODULES_CLASSES)) {
        unite(w, i, first);
        return;
    }
    if (!l->names[first])
        l->names[first] = names_in(w, first);
    PackageNames *k = l->names[first];
    if (k->copies && l->left < 0) {
        for (i32 m = first; m >= 0; m = w->heads[m].same_package)
            unite(w, first, m);
        k->copies = false;
    }
    if (!k->copies) {
        unite(w, i, first);
        return;
    }
    Buf key = {.a = w->finding};
    buf_int(&key, first);
    buf_u8(&key, '\t');
    buf_str(&key, w->heads[i].dir);
    i32 *before = map_at(w->finding, &l->from, buf_done(&key));
    if (*before >= 0) {
        unite(w, i, *before);
        return;
    }
    *before = i;
    l->left -= 2 * k->v.n;
    for (iz c = 0; c < k->v.n; c++) {
        if (map_get(&k->heads, k->v.v[c].name) != c)
            continue;
        i32 best = 0;
        for (i32 at = (i32)c; at >= 0; at = k->v.v[at].next) {
            i32 near = nearness(w, (u32)i, (u32)k->v.v[at].file);
            best = near > best ? near : best;
        }
        for (i32 at = (i32)c; at >= 0; at = k->v.v[at].next)
            if (nearness(w, (u32)i, (u32)k->v.v[at].file) == best)
                unite(w, i, k->v.v[at].file);
    }
}

/* The package that a qualified name begins with, and its class. */
static void link_package(Project *w, Links *l, i32 i, Str name)
{
    for (;;) {
        i32 m = package_named(w, (u32)i, name);
        if (m >= 0) {
            link_classes(w, l, i, m);
            return;
        }
        iz dot = str_rfind_u8(name, '.');
        if (dot < 0)
            return;
        name = str_head(name, dot);
    }
}

static void link_import(Project *w, Links *l, i32 i, const Import *im)
{
    Head *h = &w->heads[i];
    Str module = *im->module, symbol = *im->symbol;
    bool star = str_eq(symbol, S("*"));
    h->sdk = h->sdk || surface_knows_module(w, h->lang, npm_name(w, (u32)i, module));
    if (h->traits & TRAIT_MODULES_CLASSES) {
        link_package(w, l, i, module);
        return;
    }
    link_module(w, i, module, !symbol.len);
    if (!(h->traits & TRAIT_MODULES_DOTTED))
        return;
    if (symbol.len && !star) { /* from a import b: b may be a module */
        bool dots = module.len && module.s[module.len - 1] == '.';
        link_module(w, i, str_cat3(w->a, module, dots ? S("") : S("."), symbol), true);
    }
    for (iz k = 1; k < module.len && !symbol.len; k++) /* import a.b.c binds a */
        if (module.s[k] == '.' && module.s[k - 1] != '.')
            link_module(w, i, str_head(module, k), true);
}

/* from django.conf import settings: what a row "object $X" with members "settings STEM" stands for is in the modules of that name. Only where the
 * SDK is used: others do not make resources of them. */
static void link_settings(Project *w, i32 i, const Import *im)
{
    const Head *h = &w->heads[i];
    Surface s, t;
    if (!im->symbol->len || !(h->traits & TRAIT_MODULES_DOTTED) ||
        !surface_find(w, h->lang, str_cat3(w->a, *im->module, S("."), *im->symbol), &s) ||
        !str_starts(s.does, S("object $")) || !surface_method(w, h->lang, surface_word(s.does, 1), (Str){0}, S("X"), &t) ||
        !str_starts(t.does, S("settings ")))
        return;
    for (i32 k = 0; k < w->nfiles; k++)
        if (is_settings_module(&w->heads[k], surface_word(t.does, 1)))
            unite(w, i, k);
}

/* A package that somebody has as a value has its modules as members. */
static void link_members(Project *w)
{
    for (i32 i = 0; i < w->nfiles; i++) {
        const Head *h = &w->heads[i];
        if (!(h->traits & TRAIT_MODULES_DOTTED))
            continue;
        Str dir = h->dir;
        if (is_init(h))
            dir = str_head(dir, str_rfind_u8(dir, '/') < 0 ? 0 : str_rfind_u8(dir, '/'));
        Str init = dir.len ? str_cat(w->a, dir, S("/__init__.py")) : S("__init__.py");
        i32 m = file_at(w, init);
        if (m >= 0 && m != i && w->heads[m].opened)
            unite(w, i, m);
    }
}

static void number_parts(Project *w)
{
    iz n = 0;
    for (i32 i = 0; i < w->nfiles; i++) { /* roots are the first of their parts */
        w->heads[i].part = root_of(w->heads, i);
        n += w->heads[i].part == i;
    }
    vec_exact(w->finding, &w->parts, n);
    for (i32 i = 0; i < w->nfiles; i++) {
        Head *h = &w->heads[i];
        if (h->part == i) {
            h->part = (i32)w->parts.n;
            (void)vec_push(w->finding, &w->parts);
        } else {
            h->part = w->heads[h->part].part;
        }
        Part *part = &w->parts.v[h->part];
        const Outline *o = w->outlines.v[i];
        h->place = part->n++;
        part->bytes += o->bytes;
        part->sdk = part->sdk || h->sdk;
        part->asks = part->asks || o->asks;
        part->infers = part->infers || o->infers;
        part->makes = part->makes || o->makes;
        w->any = w->any || h->sdk;
    }
    i32 *files = new(w->finding, i32, w->nfiles);
    for (iz i = 0; i < w->parts.n; i++) {
        Part *part = &w->parts.v[i];
        part->files = files;
        files += part->n;
        part->sdk = part->sdk || (w->any && part->makes);
        part->needed = part->sdk || (w->any ? part->asks : part->infers);
    }
    for (i32 i = 0; i < w->nfiles; i++)
        w->parts.v[w->heads[i].part].files[w->heads[i].place] = i;
}

/* Every file has a head, and is a part by itself for now. */
static void place_heads(Project *w)
{
    w->finding = &w->links;
    w->links.oom = w->keep->oom;
    w->nfiles = (i32)w->outlines.n;
    w->heads = new(w->finding, Head, w->nfiles);
    for (i32 i = 0; i < w->nfiles; i++) {
        const Outline *o = w->outlines.v[i];
        w->heads[i] = (Head){.src = o->src, .lang = o->lang, .package = *o->package, .traits = o->traits, .sdk = o->opens, .seen = -1, .part = i};
    }
    index_file_paths(w);
    index_packages(w);
    index_npm(w);
}

const Parts *project_parts(Project *w)
{
    place_heads(w);
    w->any = w->hints.n > 0;
    w->a = &w->values; /* look-ups only */
    w->values.oom = w->keep->oom;
    Links links = {.names = new(w->finding, PackageNames *, w->nfiles), .left = NEAR_MAX};
    for (i32 i = 0; i < w->nfiles; i++) {
        const Outline *o = w->outlines.v[i];
        if (o->traits & TRAIT_PACKAGE_SHARED)
            link_classes(w, &links, i, package_first(w, (u32)i));
        for (i32 k = 0; k < o->nimports; k++)
            link_import(w, &links, i, &o->imports[k]);
        for (i32 k = 0; k < o->nimports && w->heads[i].sdk; k++)
            link_settings(w, i, &o->imports[k]);
        for (iz k = 0; k < o->qualified.n; k++) {
            Str name = *o->qualified.v[k];
            link_package(w, &links, i, name);
            w->heads[i].sdk = w->heads[i].sdk || surface_knows_module(w, o->lang, name);
        }
        arena_reset(&w->values, LINK_KEPT);
    }
    link_members(w);
    arena_reset(&w->values, LINK_KEPT);
    w->a = w->keep;
    number_parts(w);
    settings_load(w);
    return &w->parts;
}

Project *project_part(Arena *a, Project *w, i32 part, PartMemory *m, Diags *diags)
{
    Project *p = new(a, Project, 1);
    pthread_mutex_lock(w->lock); /* another part may be asking it */
    *p = *w;
    pthread_mutex_unlock(w->lock);
    p->whole = w;
    p->part = part;
    p->memory = m;
    p->a = p->keep = a;
    p->result = m->result;
    p->cache = m->cache;
    p->surface_cache = m->surface_cache;
    p->surfaces = m->surfaces;
    if (!m->verbs.n)
        for (iz i = 0; i < w->verbs.n; i++) { /* with a cache of their own */
            Verbs *v = vec_push(m->cache, &m->verbs);
            *v = w->verbs.v[i];
            v->known = (Map){0};
            v->found = (Map){0};
        }
    p->verbs = m->verbs;
    p->values = m->values;
    p->values.oom = a->oom;
    p->values.steady = true;
    m->values = (Arena){0};
    p->diags = diags;
    p->sdk = part >= 0 && w->parts.v[part].sdk;
    p->files = 0;
    p->heads = 0;
    p->nfiles = 0;
    p->links = (Arena){0};
    p->finding = a;
    memset(&p->seen, 0, sizeof p->seen);
    p->outlines = (Outlines){0};
    p->parts = (Parts){0};
    p->by_path = p->by_stem = p->packages = p->folders = (Slots){0};
    p->suffixes = p->property_files = (Map){0};
    p->property_files_known = false;
    memset(&p->added, 0, sizeof p->added);
    return p;
}

/* --- calls that outlive their part --- */

typedef struct {
    Str text; /* of several expressions inside each other, where it stands in the file */
    Str copy;
} Passage;

static Str moved(Arena *a, const Passage *t, Str s)
{
    if (s.s >= t->text.s && s.s + s.len <= t->text.s + t->text.len)
        return (Str){t->copy.s + (s.s - t->text.s), s.len};
    return str_dup(a, s);
}

static void keep_texts(Project *p)
{
    Arena *a = p->result;
    for (iz i = 0, k; i < p->out.n; i = k) {
        const Source *src = p->out.v[i].src;
        u32 from = p->out.v[i].off, end = from;
        for (k = i; k < p->out.n && p->out.v[k].src == src && (k == i || p->out.v[k].off < end); k++)
            end = p->out.v[k].end > end ? p->out.v[k].end : end;
        Passage t = {.text = str_from(str_head(src->text, end), from)};
        t.copy = str_dup(a, t.text);
        for (iz n = i; n < k; n++) {
            SdkCall *c = &p->out.v[n];
            c->text = moved(a, &t, c->text);
            c->receiver = moved(a, &t, c->receiver);
            c->written = moved(a, &t, c->written);
            for (iz q = 0; q < c->params.n; q++) {
                c->params.v[q].name = moved(a, &t, c->params.v[q].name);
                c->params.v[q].text = moved(a, &t, c->params.v[q].text);
            }
        }
    }
}

typedef struct Resolved {
    SdkCalls calls;
    Names evidenced; /* services that it uses */
} Resolved;

void part_done(Project *p)
{
    Part *part = &p->whole->parts.v[p->part];
    PartMemory *m = p->memory;
    keep_texts(p);
    if (p->out.n || p->evidenced.n) {
        Resolved *r = new(m->cache, Resolved, 1);
        vec_exact(m->cache, &r->calls, p->out.n);
        for (iz i = 0; i < p->out.n; i++)
            *(SdkCall *)vec_push(m->cache, &r->calls) = p->out.v[i];
        StrVec evidenced = {.v = p->evidenced.v, .n = p->evidenced.n};
        r->evidenced = keep_names(m->cache, &m->texts, &evidenced);
        part->resolved = r;
    }
    m->surface_cache = p->surface_cache;
    m->surfaces = p->surfaces;
    m->verbs = p->verbs;
    arena_reset(&p->values, EVAL_KEPT);
    m->values = p->values; /* its blocks, for the next part */
    p->values = (Arena){0};
}

/* A set that seldom has more than a few members, told many times over. */
static void add_evidenced(Project *w, iz *most, Str service)
{
    *(Str *)vec_push(w->keep, &w->evidenced) = service;
    if (w->evidenced.n < *most)
        return;
    strvec_sort_unique(&w->evidenced);
    *most = w->evidenced.n * 2 > *most ? w->evidenced.n * 2 : *most;
}

SdkCalls project_joined(Project *w)
{
    SdkCalls all = {0};
    iz n = 0, most = 256;
    for (iz i = 0; i < w->parts.n; i++)
        n += w->parts.v[i].resolved ? w->parts.v[i].resolved->calls.n : 0;
    vec_exact(w->keep, &all, n);
    for (iz i = 0; i < w->parts.n; i++) {
        const Resolved *r = w->parts.v[i].resolved;
        for (iz k = 0; r && k < r->evidenced.n; k++)
            add_evidenced(w, &most, *r->evidenced.v[k]);
        for (iz k = 0; r && k < r->calls.n; k++)
            *(SdkCall *)vec_push(w->keep, &all) = r->calls.v[k];
    }
    strvec_sort_unique(&w->evidenced);
    calls_settle(w, &all);
    emit_imports(w, &all);
    if (all.n > 1)
        qsort(all.v, (size_t)all.n, sizeof *all.v, calls_by_place);
    w->parts = (Parts){0};
    w->outlines = (Outlines){0};
    w->heads = 0;
    w->nfiles = 0;
    arena_free(&w->links);
    return all;
}
