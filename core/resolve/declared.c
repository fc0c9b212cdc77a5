/* declared.c: calls that are nothing of an SDK by the declared type of their receiver alone, in languages whose classes stand in packages (Java).
 * Half of all names of operations and helpers are everyday names, too (get, read, copy, createTable); to follow values until it is certain that
 * map.get(key) reads a map would take most of the time of a large project. What this file cannot tell is evaluated.
 *
 * Rows "$library.java" name the packages of the language itself: no call of their types performs anything, whatever it is given. */
#include "emit.h"

typedef enum {
    TYPE_UNKNOWN,
    TYPE_LIBRARY, /* of the language */
    TYPE_OUT,     /* of somebody else, who is no SDK */
    TYPE_OWN,     /* file, cls: of the project */
} TypeKind;

typedef struct {
    u8 kind;
    u32 file;
    ScopeId cls;
} Type;

enum {
    RECEIVERS_MAX = 8, /* a.b().c().d(): so many steps are followed */
    TYPE_STEPS = 200,  /* evaluations to find out what the name of a type means */
};

static const Type unknown_type;

static bool same_type(Type x, Type y)
{
    return x.kind == y.kind && x.file == y.file && x.cls == y.cls;
}

/* What stands outside of the project under the path "java.util.Map". */
static Type outside(Project *p, Str lang, Str path)
{
    iz dot = str_rfind_u8(path, '.'), top = str_find_u8(path, '.');
    Surface row;
    if (str_starts(path, S("builtins."))) { /* what is known without an import; else no class that is seen: a parameter of a type, or generated */
        path = str_from(path, S("builtins.").len);
        dot = -1;
    }
    if (dot < 0 && tbl_find2(p->t, TBL_sdk, lang, str_cat(p->a, S("$library."), path)).n)
        return (Type){.kind = TYPE_LIBRARY};
    if (dot < 0 || str_ends(path, S(")")))
        return unknown_type;
    if (surface_find(p, lang, path, &row) && !str_eq(row.does, S("other")))
        return unknown_type;
    if (tbl_find2(p->t, TBL_sdk, lang, str_cat(p->a, S("$library."), str_head(path, top))).n)
        return (Type){.kind = TYPE_LIBRARY};
    for (Str module = path; dot > 0; dot = str_rfind_u8(module, '.')) { /* a.b.C.D: C or b may be the package */
        if (surface_knows_module(p, lang, module) || (surface_find(p, lang, module, &row) && !str_eq(row.does, S("other"))))
            return unknown_type;
        module = str_head(module, dot);
    }
    return (Type){.kind = TYPE_OUT};
}

/* What a name means as a class. */
static Type named_type(Project *p, u32 file, Str name, ScopeId scope, u32 off)
{
    i32 steps = p->steps;
    p->steps = TYPE_STEPS;
    Values v = lookup_name(p, file, name, scope, off, 0);
    bool cut = p->steps <= 0;
    p->steps = steps;
    Type out = unknown_type;
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        Type t = x->kind == V_CLASS    ? (Type){TYPE_OWN, x->file, x->scope}
                 : x->kind == V_EXTERN ? outside(p, p->files[file].f->lang, x->text)
                                       : unknown_type;
        if (!t.kind || (i && !same_type(out, t)))
            return unknown_type;
        out = t;
    }
    return v.open || cut ? unknown_type : out;
}

/* A declared type; of a generic one, itself. */
static Type declared_type(Project *p, u32 file, ExprId type, ScopeId scope)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, type);
    if (e->kind == EX_INDEX)
        e = EXPR(f, e->a);
    if (e->kind == EX_NAME)
        return named_type(p, file, e->str, scope, e->off);
    const Expr *outer = EXPR(f, e->a);
    if (e->kind != EX_MEMBER || outer->kind != EX_NAME)
        return unknown_type;
    Type t = named_type(p, file, outer->str, scope, outer->off); /* Map.Entry */
    const Def *d = t.kind == TYPE_OWN ? own_def(p, t.file, t.cls, e->str) : 0;
    if (t.kind != TYPE_OWN)
        return t;
    bool nested = d && d->kind == DEF_SCOPE && p->files[t.file].f->scopes.v[d->opens].kind == SCOPE_CLASS;
    return nested ? (Type){TYPE_OWN, t.file, d->opens} : unknown_type;
}

/* The type of one declaration of a variable or field. *declares: it is one. */
static Type of_def(Project *p, u32 file, const Def *d, bool *declares)
{
    const Facts *f = p->files[file].f;
    ExprId type = d->kind == DEF_PARAM ? f->params.v[d->param].type : 0;
    *declares = true;
    if (d->kind == DEF_BIND) {
        *declares = f->facts.v[d->fact].flags & BIND_DECLARE;
        type = f->facts.v[d->fact].type;
    }
    return type && !d->path ? declared_type(p, file, type, d->scope) : unknown_type;
}

/* The type that all declarations of a name in one scope have. off: where it is used, in a function. *found: there is one. */
static Type in_scope(Project *p, u32 file, Str name, ScopeId scope, u32 off, bool *found)
{
    const File *fl = &p->files[file];
    Type out = unknown_type;
    *found = false;
    for (i32 i = defs_in(fl, name, scope); i >= 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        bool declares;
        if (d->off > off && fl->f->scopes.v[scope].kind != SCOPE_CLASS)
            continue;
        if (d->kind == DEF_SCOPE && fl->f->scopes.v[d->opens].kind != SCOPE_CLASS)
            continue; /* methods have names of their own */
        Type t = d->kind == DEF_SCOPE ? (Type){TYPE_OWN, file, d->opens} : of_def(p, file, d, &declares);
        if (d->kind == DEF_BIND && !declares)
            continue;
        if (!t.kind || (*found && !same_type(out, t))) {
            *found = true;
            return unknown_type;
        }
        *found = true;
        out = t;
    }
    return out;
}

/* The nth class of those from which a class inherits, itself first; cls == 0: there is no more, and all of its bases are known: *known. */
static ClassRef ancestor(Project *p, ClassRef c, i32 n, bool *known)
{
    enum { BASES_MAX = 16 };
    ClassRef all[BASES_MAX] = {c};
    i32 have = 1;
    *known = true;
    for (i32 i = 0; i < have; i++) {
        if (i == n)
            return all[i];
        const Facts *f = p->files[all[i].file].f;
        const Kin *k = kin_of(p, all[i].file, all[i].scope);
        FOR_LIST(f, f->scopes.v[all[i].scope].bases, it) {
            Type t = declared_type(p, all[i].file, ARG(f, it)->value, all[i].scope);
            *known = *known && (t.kind == TYPE_OWN || t.kind == TYPE_LIBRARY);
        }
        for (iz b = 0; b < k->bases.n; b++) {
            if (have == BASES_MAX) {
                *known = false;
                return (ClassRef){0};
            }
            all[have++] = k->bases.v[b];
        }
    }
    return (ClassRef){0};
}

static Type field_type(Project *p, ClassRef cls, Str name)
{
    bool found = false, known;
    for (i32 i = 0;; i++) {
        ClassRef c = ancestor(p, cls, i, &known);
        if (!c.scope)
            return unknown_type;
        Type t = in_scope(p, c.file, name, c.scope, 0, &found);
        if (found)
            return t;
    }
}

/* What methods of a name in one class say. */
typedef struct {
    bool found, abstract; /* abstract: of an interface */
    Type gives; /* all of them */
} Methods;

static Methods methods_of(Project *p, ClassRef cls, Str name)
{
    const File *fl = &p->files[cls.file];
    const Facts *f = fl->f;
    Methods m = {0};
    for (i32 i = defs_in(fl, name, cls.scope); i >= 0; i = fl->def.v[i].next) {
        const Def *d = &fl->def.v[i];
        if (d->kind != DEF_SCOPE || f->scopes.v[d->opens].kind != SCOPE_FUNCTION)
            continue;
        const Scope *s = &f->scopes.v[d->opens];
        Type t = s->returns ? declared_type(p, cls.file, s->returns, d->opens) : unknown_type;
        m.gives = m.found && !same_type(m.gives, t) ? unknown_type : t;
        m.abstract = f->scopes.v[cls.scope].flags & SCOPE_INTERFACE;
        m.found = true;
    }
    return m;
}

/* The methods that a call on a value of the class means, in the nearest class that has them. *known: if there are none, nobody else has any. */
static Methods methods_seen(Project *p, ClassRef cls, Str name, bool *known)
{
    for (i32 i = 0;; i++) {
        ClassRef c = ancestor(p, cls, i, known);
        Methods m = c.scope ? methods_of(p, c, name) : (Methods){0};
        if (m.found || !c.scope)
            return m;
    }
}

static Type type_of(Project *p, u32 file, ExprId id, int depth);

/* The methods that a call without a receiver means: of the classes around. */
static Methods own_methods(Project *p, u32 file, const Expr *name)
{
    const Facts *f = p->files[file].f;
    bool known = true;
    Methods m = {0};
    for (ScopeId s = scope_class(f, scope_at(p, file, name->off)); s && known && !m.found; s = scope_class(f, f->scopes.v[s].parent))
        m = methods_seen(p, (ClassRef){file, s}, name->str, &known);
    return m;
}

static Type name_type(Project *p, u32 file, const Expr *e)
{
    const File *fl = &p->files[file];
    ScopeId at = scope_at(p, file, e->off);
    bool found = false;
    if (e->flags & EXPR_SELF)
        return (Type){TYPE_OWN, file, scope_class(fl->f, at)};
    if (e->flags & EXPR_SUPER)
        return unknown_type;
    for (ScopeId s = at; s; s = fl->f->scopes.v[s].parent) {
        Type t = in_scope(p, file, e->str, s, e->off, &found);
        if (!found && fl->f->scopes.v[s].kind == SCOPE_CLASS)
            t = field_type(p, (ClassRef){file, s}, e->str);
        if (found || t.kind)
            return t;
    }
    return e->str.s[0] >= 'A' && e->str.s[0] <= 'Z' ? named_type(p, file, e->str, at, e->off) : unknown_type;
}

static Type type_of(Project *p, u32 file, ExprId id, int depth)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, id);
    if (depth > RECEIVERS_MAX)
        return unknown_type;
    switch ((ExprKind)e->kind) {
    case EX_STRING:
    case EX_TEMPLATE:
    case EX_CONCAT:
    case EX_NUMBER:
    case EX_BOOL:
        return (Type){.kind = TYPE_LIBRARY};
    case EX_NAME:
        return name_type(p, file, e);
    case EX_NEW:
        return declared_type(p, file, e->a, scope_at(p, file, e->off));
    case EX_MEMBER: {
        Type t = type_of(p, file, e->a, depth + 1);
        return t.kind == TYPE_OWN ? field_type(p, (ClassRef){t.file, t.cls}, e->str) : unknown_type;
    }
    case EX_CALL: {
        const Expr *c = EXPR(f, e->a);
        if (c->kind == EX_NAME)
            return own_methods(p, file, c).gives;
        Type t = c->kind == EX_MEMBER ? type_of(p, file, c->a, depth + 1) : unknown_type;
        bool known;
        return t.kind == TYPE_OWN ? methods_seen(p, (ClassRef){t.file, t.cls}, c->str, &known).gives : unknown_type;
    }
    default:
        return unknown_type;
    }
}

/* Whether the classes below are nothing but the project's: a class that is also an SDK's may have the method from there. */
static bool all_own(Project *p, ClassRef c, ClassSet *seen, int depth)
{
    enum { FAMILY_DEPTH = 8 };
    bool known;
    const Kin *k = kin_of(p, c.file, c.scope);
    for (i32 i = 0; ancestor(p, c, i, &known).scope;)
        i++;
    for (iz i = 0; known && i < k->subclasses.n; i++)
        known = !class_first(p, seen, k->subclasses.v[i]) || (depth < FAMILY_DEPTH && all_own(p, k->subclasses.v[i], seen, depth + 1));
    return known;
}

static bool implemented_here(Project *p, Type t)
{
    Str key = scope_key(p->keep, t.file, t.cls);
    if (map_get(&p->implemented, key) < 0)
        map_put(p->keep, &p->implemented, key, all_own(p, (ClassRef){t.file, t.cls}, &(ClassSet){.n = 0}, 0));
    return map_get(&p->implemented, key) > 0;
}

/* Whether no argument can be something of an SDK: by themselves, they may tell of a request. */
static bool plain_arguments(Project *p, u32 file, const Expr *call)
{
    const Facts *f = p->files[file].f;
    FOR_ARGS(f, call, it)
        if (EXPR(f, ARG(f, it)->value)->kind != EX_NULL && !type_of(p, file, ARG(f, it)->value, 0).kind)
            return false;
    return true;
}

bool declared_method(Project *p, u32 file, ExprId member)
{
    const Expr *e = EXPR(p->files[file].f, member);
    Type t = e->kind == EX_MEMBER ? type_of(p, file, e->a, 0) : unknown_type;
    bool known;
    if (t.kind != TYPE_OWN)
        return t.kind == TYPE_LIBRARY;
    Methods m = methods_seen(p, (ClassRef){t.file, t.cls}, e->str, &known);
    return m.found && !m.abstract;
}

bool declared_other(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call), *c = EXPR(f, e->a);
    if (c->kind == EX_NAME) {
        Methods m = own_methods(p, file, c);
        return m.found && (!m.abstract || plain_arguments(p, file, e));
    }
    if (c->kind != EX_MEMBER)
        return false;
    Type t = type_of(p, file, c->a, 0);
    if (t.kind == TYPE_LIBRARY)
        return true;
    if (t.kind == TYPE_OUT) /* a library with a row for this name may implement the type (javax.jms.Session); an SDK's client implements none */
        return !sdk_verb(p, f->lang, c->str) && plain_arguments(p, file, e);
    if (t.kind != TYPE_OWN)
        return false;
    bool known;
    Methods m = methods_seen(p, (ClassRef){t.file, t.cls}, c->str, &known);
    if (m.found && !m.abstract)
        return true; /* the project's, also in a class below: that has no other base */
    return (m.found ? implemented_here(p, t) : known) && plain_arguments(p, file, e);
}
