/* candidates.c: which calls are worth evaluating. A call may perform an operation when its callee's name is one that its language's SDK gives
 * to an operation or a helper, or when it is a variable, parameter or field that may hold a function. Where every type is told (Go) what
 * is no function by its type is none, and code that can reach no SDK through its imports calls none. */
#include "emit.h"
#include "resource.h"
#include "statics.h"

/* --- names --- */

Rows sdk_verbs(Project *p, Str lang, Str kind)
{
    Verbs *v = verbs_of(p, lang);
    for (i32 i = 0; i < v->nkinds; i++)
        if (str_eq(v->kinds[i].kind, kind))
            return v->kinds[i].rows;
    Rows r = tbl_prefix(p->t, TBL_sdkverb, 2, lang, kind);
    if (v->nkinds < COUNTOF(v->kinds))
        v->kinds[v->nkinds++] = (VerbRows){kind, r};
    return r;
}

Verbs *verbs_of(Project *p, Str lang)
{
    for (iz i = 0; i < p->verbs.n; i++)
        if (str_eq(p->verbs.v[i].lang, lang))
            return &p->verbs.v[i];
    Verbs *v = vec_push(p->cache, &p->verbs);
    Rows r = tbl_find2(p->t, TBL_sdk, lang, S("$methods"));
    *v = (Verbs){.lang = lang, .style = r.n ? surface_word(tbl_get(p->t, TBL_sdk, r.first, sdk_does), 1) : S("snake")};
    r = tbl_prefix(p->t, TBL_sdkverb, 2, lang, S("affix"));
    vec_exact(p->cache, &v->affixes, r.n);
    for (u32 i = r.first; i < r.first + r.n; i++)
        *(Affix *)vec_push(p->cache, &v->affixes) = (Affix){tbl_get(p->t, TBL_sdkverb, i, sdkverb_name), tbl_get(p->t, TBL_sdkverb, i, sdkverb_after)};
    r = tbl_prefix(p->t, TBL_sdkverb, 2, lang, S("head"));
    vec_exact(p->cache, &v->heads, r.n);
    for (u32 i = r.first; i < r.first + r.n; i++)
        *(Str *)vec_push(p->cache, &v->heads) = tbl_get(p->t, TBL_sdkverb, i, sdkverb_name);
    r = tbl_prefix(p->t, TBL_sdkpattern, 1, lang, (Str){0});
    vec_exact(p->cache, &v->patterns, r.n);
    for (u32 i = r.first; i < r.first + r.n; i++)
        *(Pattern *)vec_push(p->cache, &v->patterns) = (Pattern){i, tbl_get(p->t, TBL_sdkpattern, i, sdkpattern_path), tbl_get(p->t, TBL_sdkpattern, i, sdkpattern_head)};
    return v;
}

bool sdk_word(Project *p, Str kind, Str name)
{
    return tbl_find2(p->t, TBL_sdkword, kind, name).n > 0;
}

/* What of a package's name stands in every source that imports it. */
static Str always_written(const Facts *f, Str package)
{
    iz slash = str_find_u8(package, '/');
    if (f->traits & TRAIT_MODULES_DOTTED) /* from a import b */
        return str_head(package, str_find_u8(package, '.') < 0 ? package.len : str_find_u8(package, '.'));
    if (!(f->traits & TRAIT_MODULES_PATHS) || slash < 0)
        return package;
    if (package.s[0] == '@') {
        iz more = str_find_u8(str_from(package, slash + 1), '/');
        slash = more < 0 ? package.len : slash + 1 + more;
    }
    return str_head(package, slash);
}

/* Whether a source of the language names the package of a library. */
static bool has_library(Project *p, Str lang, Str package)
{
    Str key = str_cat3(p->a, lang, S("\t"), package);
    i32 known = map_get(&p->libraries, key);
    if (known >= 0)
        return known > 0;
    bool has = false;
    for (i32 i = 0; i < p->nfiles && !has; i++) {
        const Facts *f = p->files[i].f;
        has = str_eq(f->lang, lang) && str_find(f->src->text, always_written(f, package)) >= 0;
    }
    map_put(p->keep, &p->libraries, str_dup(p->keep, key), has);
    return has;
}

bool sdk_verb(Project *p, Str lang, Str name)
{
    Rows r = tbl_find3(p->t, TBL_sdkverb, lang, S("name"), name);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str package = tbl_get(p->t, TBL_sdkverb, i, sdkverb_after);
        if (!package.len || has_library(p, lang, package))
            return true;
    }
    return false;
}

/* What stands between the affixes, or nothing when they do not fit. */
static Str between(const Affix *a, Str name)
{
    iz n = name.len - a->before.len - a->after.len;
    return n > 0 && str_starts(name, a->before) && str_ends(name, a->after) ? str_head(str_from(name, a->before.len), n) : (Str){0};
}

bool names_operation(Project *p, Str lang, Str name, Str operation)
{
    if (name.len == operation.len && str_ieq(name, operation))
        return true;
    const Verbs *v = verbs_of(p, lang);
    for (iz i = 0; i < v->affixes.n; i++)
        if (str_eq(between(&v->affixes.v[i], name), operation))
            return true;
    return false;
}

/* PutObject; putObject where the SDK's methods begin with a small letter. */
static bool operation_called(Project *p, const Verbs *v, Str name)
{
    u8 t[128];
    bool small = name.s[0] >= 'a' && name.s[0] <= 'z';
    if (!small || str_eq(v->style, S("pascal")) || name.len > COUNTOF(t))
        return tbl_find1(p->t, IDX_operation_by_name, name).n > 0;
    for (iz i = 0; i < name.len; i++)
        t[i] = name.s[i];
    t[0] = (u8)(t[0] - 32);
    return tbl_find1(p->t, IDX_operation_by_name, ((Str){t, name.len})).n > 0;
}

static bool affixed(Project *p, const Verbs *v, Str name)
{
    for (iz i = 0; i < v->affixes.n; i++) {
        Str in = between(&v->affixes.v[i], name);
        if (in.len && (v->affixes.v[i].before.len || operation_called(p, v, in)))
            return true;
    }
    return false;
}

static bool resource_verb(Project *p, Str name)
{
    return tbl_find1(p->t, IDX_raction_by_name, name).n || tbl_find1(p->t, IDX_rwaiter_by_name, name).n ||
           str_eq(name, S("load")) || str_eq(name, S("reload"));
}

static bool may_name_verb(Project *p, const Verbs *v, Str name)
{
    if (affixed(p, v, name) || operation_called(p, v, name))
        return true;
    for (iz i = 0; i < v->heads.n; i++)
        if (str_starts(name, v->heads.v[i]))
            return true;
    return str_eq(v->style, S("snake")) && (tbl_find1(p->t, IDX_operation_by_any_method, name).n || resource_verb(p, name) || collection_performs(name));
}

bool verb_name(Project *p, Str lang, Str name)
{
    if (!name.len)
        return false;
    Verbs *v = verbs_of(p, lang);
    i32 known = map_get(&v->known, name);
    if (known < 0) {
        known = may_name_verb(p, v, name) ? 1 : tbl_find3(p->t, TBL_sdkverb, lang, S("name"), name).n ? 2 : 0;
        map_put(p->cache, &v->known, str_dup(p->cache, name), known);
    }
    return known == 1 || (known == 2 && sdk_verb(p, lang, name)); /* libraries are of the part, names of all */
}

/* --- declared types --- */

enum { TYPE_DEPTH = 20 }; /* nested */

/* Whether a type mentions one that an SDK gives: a method of a client takes its input, so a function without is none. Names that stand for any
 * type (type parameters) may be one. */
static bool mentions_sdk(Project *p, u32 file, ExprId type, int depth)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Expr *t = EXPR(f, type);
    if (depth > TYPE_DEPTH)
        return true;
    switch ((ExprKind)t->kind) {
    case EX_NAME: {
        if (map_get(&p->sdk_types, t->str) >= 0 || (fl->stars.n && fl->sdk))
            return true;
        i32 d = defs_seen(fl, t->str, scope_at(p, file, t->off));
        return d >= 0 && fl->def.v[d].kind == DEF_BIND && f->facts.v[fl->def.v[d].fact].flags & BIND_TYPE && fl->def.v[d].scope;
    }
    case EX_MEMBER: {
        const Expr *o = EXPR(f, t->a);
        i32 im = o->kind == EX_NAME ? map_get(&fl->imports, o->str) : -1;
        return im < 0 || map_get(&p->sdk_types, t->str) >= 0 || surface_knows_module(p, f->lang, f->facts.v[im].module);
    }
    case EX_INDEX:
        return mentions_sdk(p, file, t->a, depth + 1) || mentions_sdk(p, file, t->b, depth + 1);
    case EX_LIST:
        FOR_ARGS(f, t, it)
            if (mentions_sdk(p, file, ARG(f, it)->value, depth + 1))
                return true;
        return false;
    case EX_TYPE:
        return mentions_sdk(p, file, t->a, depth + 1);
    default:
        return false;
    }
}

/* A function by its type, and one that may be a client's method. */
static bool function_type(Project *p, u32 file, ExprId type)
{
    const Facts *f = p->files[file].f;
    const Expr *t = EXPR(f, type);
    if (t->kind == EX_INDEX && str_eq(expr_simple_name(f, t->a), S("func")))
        return mentions_sdk(p, file, t->b, 0);
    if (t->kind == EX_INDEX)
        return function_type(p, file, t->a);
    return (t->kind == EX_NAME || t->kind == EX_MEMBER) && map_get(&p->function_types, t->str) >= 0;
}

/* Types that are functions, and fields of such types. */
static void collect_functions(Project *p)
{
    p->typed_seen = true;
    for (int round = 0; round < 3; round++) /* a type may be named after another one */
        for (i32 i = 0; i < p->nfiles; i++) {
            const Facts *f = p->files[i].f;
            for (iz k = 0; tells_types(f) && k < f->facts.n; k++) {
                const Fact *x = &f->facts.v[k];
                if (x->kind != FACT_BIND || EXPR(f, x->target)->kind != EX_NAME)
                    continue;
                Str name = EXPR(f, x->target)->str;
                if (x->flags & BIND_TYPE && function_type(p, (u32)i, x->value))
                    map_put(p->keep, &p->function_types, name, 0);
                else if (x->flags & BIND_TYPE && !x->scope && mentions_sdk(p, (u32)i, x->value, 0))
                    map_put(p->keep, &p->sdk_types, name, 0);
                else if (round == 2 && f->scopes.v[x->scope].kind == SCOPE_CLASS && function_type(p, (u32)i, x->type))
                    map_put(p->keep, &p->function_members, name, 0);
            }
        }
}

bool method_mentions_sdk(Project *p, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    if (!p->typed_seen)
        collect_functions(p);
    for (u32 i = s->params; i < s->params + s->nparams; i++)
        if (f->params.v[i].type && mentions_sdk(p, file, f->params.v[i].type, 0))
            return true;
    return s->returns && mentions_sdk(p, file, s->returns, 0);
}

/* A parameter or field whose type says that it is no function. */
static bool no_function(Project *p, u32 file, ExprId type)
{
    const Facts *f = p->files[file].f;
    if (!tells_types(f))
        return false;
    if (!p->typed_seen)
        collect_functions(p);
    return !function_type(p, file, type);
}

/* --- calls --- */

/* Whether a call may give a method: of a function of the project, of one that gets members by name, of one that is given a method. */
static bool may_give_method(Project *p, const Facts *f, const Expr *call)
{
    Str name = expr_simple_name(f, call->a);
    if (!name.len || sdk_word(p, S("getter"), name) || sdk_word(p, S("loader"), name))
        return true;
    for (i32 i = map_get(&p->named, name); i >= 0; i = p->names.v[i].next)
        if (p->files[p->names.v[i].file].f->scopes.v[p->names.v[i].scope].kind != SCOPE_CLASS)
            return true;
    FOR_ARGS(f, call, it) {
        const Expr *x = EXPR(f, ARG(f, it)->value);
        if (x->kind == EX_NAME || x->kind == EX_CALL || x->kind == EX_LAMBDA || (x->kind == EX_MEMBER && verb_name(p, f->lang, x->str)))
            return true;
    }
    return false;
}

/* Whether something that is assigned to members of this name may be a method. */
static bool member_holds(Project *p, Str lang, Str name)
{
    i32 first = map_get(&p->members, name);
    if (first < 0)
        return false;
    i32 *known = map_at(p->keep, &p->holding, str_cat3(p->keep, lang, S(" "), name));
    if (*known < 0) {
        *known = 0;
        for (i32 i = first; i >= 0 && !*known; i = p->member.v[i].next) {
            const Facts *mf = p->files[p->member.v[i].file].f;
            const Expr *v = EXPR(mf, mf->facts.v[p->member.v[i].fact].value);
            *known = (v->kind == EX_MEMBER && verb_name(p, lang, v->str)) || (v->kind == EX_CALL && may_give_method(p, mf, v));
        }
    }
    return *known > 0;
}

/* A variable or attribute that holds a method, by what is assigned to it. */
static bool holds_method(Project *p, u32 file, ExprId e)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Expr *x = EXPR(f, e);
    int left = DEFS_MAX;
    if (x->kind == EX_NAME)
        for (i32 i = defs_seen(fl, x->str, scope_at(p, file, x->off)); i >= 0; i = fl->def.v[i].next) {
            const Def *d = &fl->def.v[i];
            if (left-- == 0)
                return true;
            if (d->kind == DEF_PARAM && no_function(p, file, f->params.v[d->param].type))
                continue;
            if (d->kind == DEF_PARAM)
                return true;
            const Expr *v = EXPR(f, d->kind == DEF_BIND ? f->facts.v[d->fact].value : 0);
            if (tells_types(f)) {
                if (v->kind == EX_INDEX && EXPR(f, v->b)->kind == EX_TYPE)
                    continue; /* x.(func(…)): of what is told nowhere */
                ExprId told = d->kind == DEF_BIND ? f->facts.v[d->fact].type : 0;
                if ((told && no_function(p, file, told)) || !reaches_sdk(p, file))
                    continue;
            }
            if (v->kind == EX_CALL || v->kind == EX_INDEX || v->kind == EX_CHOICE || d->path ||
                (d->kind == DEF_BIND && f->facts.v[d->fact].flags & BIND_ITER) ||
                (v->kind == EX_MEMBER && verb_name(p, f->lang, v->str)))
                return true;
            if (d->kind == DEF_IMPORT && (verb_name(p, f->lang, f->facts.v[d->fact].symbol) ||
                                          verb_name(p, f->lang, npm_name(p, file, f->facts.v[d->fact].module)))) /* the package is a function */
                return true;
        }
    if (x->kind == EX_MEMBER && tells_types(f)) {
        if (!p->typed_seen)
            collect_functions(p);
        return map_get(&p->function_members, x->str) >= 0;
    }
    return x->kind == EX_MEMBER && member_holds(p, f->lang, x->str);
}

bool may_be_method(Project *p, u32 file, ExprId e)
{
    const Facts *f = p->files[file].f;
    const Expr *x = EXPR(f, e);
    if (x->kind == EX_MEMBER)
        return verb_name(p, f->lang, x->str) && !(f->traits & TRAIT_MODULES_CLASSES && declared_method(p, file, e));
    if (x->kind == EX_CALL)
        return sdk_word(p, S("getter"), expr_simple_name(f, x->a));
    return x->kind == EX_NAME && holds_method(p, file, e);
}

static bool named_only(const Facts *f, const Expr *call)
{
    FOR_ARGS(f, call, it)
        if (!ARG(f, it)->name.len && ARG(f, it)->splat != 2)
            return false;
    return true;
}

bool may_perform(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call);
    const Expr *c = EXPR(f, e->a);
    if (c->kind != EX_NAME && c->kind != EX_MEMBER)
        return reaches_sdk(p, file);
    if (takes_keywords_only(p, f->lang) && c->kind == EX_MEMBER) {
        if (sdk_verb(p, f->lang, c->str) || collection_performs(c->str) || has_member_keyword(f, e) || keywords_fit(p, file, call, false) ||
            (named_only(f, e) && resource_verb(p, c->str)) || holds_method(p, file, e->a))
            return true;
    } else if (verb_name(p, f->lang, c->str)) {
        if (reaches_sdk(p, file) && (!tells_types(f) || static_call(p, file, call) == CALLS_MAYBE) &&
            (!(f->traits & TRAIT_MODULES_CLASSES) || !declared_other(p, file, call)))
            return true;
    } else if (!(f->traits & TRAIT_MODULES_CLASSES) && holds_method(p, file, e->a)) { /* there no variable is called */
        return true;
    } else if (c->kind == EX_MEMBER && f->traits & TRAIT_MODULES_PATHS && (str_eq(c->str, S("call")) || str_eq(c->str, S("apply")))) {
        if (EXPR(f, c->a)->kind == EX_MEMBER && verb_name(p, f->lang, EXPR(f, c->a)->str))
            return true; /* client.getObject.call(client, …) */
    }
    FOR_ARGS(f, e, it)
        if (EXPR(f, ARG(f, it)->value)->kind != EX_NAME && may_be_method(p, file, ARG(f, it)->value) && reaches_sdk(p, file))
            return true;
    return false;
}
