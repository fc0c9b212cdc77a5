/* index.c: what stands where: definitions by name, classes and functions by simple name, assignments to members, changes to collections.
 * Built once; everything later is lookup. */
#include <stdlib.h>

#include "settings.h"
#include "statics.h"

ScopeId scope_function(const Facts *f, ScopeId s)
{
    while (s && f->scopes.v[s].kind == SCOPE_BLOCK)
        s = f->scopes.v[s].parent;
    return s;
}

ScopeId scope_class(const Facts *f, ScopeId s)
{
    for (; s; s = f->scopes.v[s].parent) {
        if (f->scopes.v[s].kind == SCOPE_CLASS)
            return s;
        if (f->scopes.v[s].proto)
            return f->scopes.v[s].proto;
    }
    return 0;
}

bool scope_within(const Facts *f, ScopeId inner, ScopeId outer)
{
    while (inner > outer)
        inner = f->scopes.v[inner].parent;
    return inner == outer;
}

Str number_key(Arena *a, const i64 *v, iz n, Str name)
{
    Buf b = {.a = a};
    for (iz i = 0; i < n; i++) {
        buf_int(&b, v[i]);
        buf_u8(&b, ':');
    }
    buf_str(&b, name);
    return buf_done(&b);
}

Str name_key(Arena *a, ScopeId scope, Str name)
{
    return number_key(a, (i64[]){scope}, 1, name);
}

Str scope_key(Arena *a, u32 file, ScopeId scope)
{
    return number_key(a, (i64[]){file, scope}, 2, (Str){0});
}

Str expr_simple_name(const Facts *f, ExprId e)
{
    const Expr *x = EXPR(f, e);
    if (x->kind == EX_INDEX) /* generic instantiation */
        x = EXPR(f, x->a);
    return x->kind == EX_NAME || x->kind == EX_MEMBER ? x->str : (Str){0};
}

Str expr_path(Arena *a, const Facts *f, ExprId e)
{
    const Expr *x = EXPR(f, e);
    if (x->kind == EX_NAME)
        return x->str;
    if (x->kind != EX_MEMBER)
        return (Str){0};
    Str head = expr_path(a, f, x->a);
    return head.len ? str_cat3(a, head, S("."), x->str) : (Str){0};
}

/* The scope that a declaration in `block` belongs to. */
static ScopeId declaring_scope(const Facts *f, ScopeId block)
{
    while (block && f->scopes.v[block].kind == SCOPE_BLOCK && !(f->scopes.v[block].flags & SCOPE_NESTS_NAMES))
        block = f->scopes.v[block].parent;
    return block;
}

static iz def_slot(const File *f, Str name, ScopeId scope)
{
    iz mask = f->defs.cap - 1;
    iz i = (iz)((str_hash(name) ^ scope * 0x9e3779b97f4a7c15u) & (u64)mask);
    for (;; i = (i + 1) & mask) {
        i32 h = f->defs.heads[i];
        if (h < 0 || (f->def.v[h].scope == scope && str_eq(f->def.v[h].name, name)))
            return i;
    }
}

i32 defs_in(const File *f, Str name, ScopeId scope)
{
    return f->defs.cap ? f->defs.heads[def_slot(f, name, scope)] : -1;
}

i32 defs_seen(const File *f, Str name, ScopeId from)
{
    for (ScopeId s = from;; s = f->f->scopes.v[s].parent) {
        i32 i = defs_in(f, name, s);
        if (i >= 0 || !s)
            return i;
    }
}

ScopeId type_scope(const File *f, Str name, ScopeId from)
{
    i32 i = tells_types(f->f) ? defs_seen(f, name, from) : -1;
    return i >= 0 && f->def.v[i].kind == DEF_PARAM ? f->f->scopes.v[f->def.v[i].scope].parent : from;
}

/* Makes room for one more. When the table grew it is empty: its former heads, *n of them, which the caller enters again. */
static const i32 *table_room(Project *p, DefTable *t, iz *n)
{
    const i32 *old = t->heads;
    *n = 0;
    if ((t->n + 1) * 2 <= t->cap)
        return old;
    *n = t->cap;
    t->cap = t->cap ? t->cap * 2 : 64;
    t->heads = new(p->a, i32, t->cap);
    for (iz i = 0; i < t->cap; i++)
        t->heads[i] = -1;
    return old;
}

/* Puts a definition whose scope is known among the others of its name, the newest first; one that is known late in front, to be put in order
 * with all others of its kind. */
static void enter_def(Project *p, File *file, i32 id, bool late)
{
    DefTable *t = &file->defs;
    iz n;
    const i32 *old = table_room(p, t, &n);
    for (iz i = 0; i < n; i++)
        if (old[i] >= 0)
            t->heads[def_slot(file, file->def.v[old[i]].name, file->def.v[old[i]].scope)] = old[i];
    Def *d = &file->def.v[id];
    i32 *head = &t->heads[def_slot(file, d->name, d->scope)];
    t->n += *head < 0;
    i32 *link = head;
    while (!late && *link >= 0 && file->def.v[*link].off > d->off)
        link = &file->def.v[*link].next;
    d->next = *link;
    *link = id;
}

static void add_def(Project *p, File *file, Def d)
{
    d.next = -1;
    *(Def *)vec_push(p->a, &file->def) = d;
    if (d.scope != UINT32_MAX)
        enter_def(p, file, (i32)file->def.n - 1, false);
}

static iz own_slot(const Project *p, Str name, u32 file, ScopeId cls)
{
    const DefTable *t = &p->own_members;
    iz mask = t->cap - 1;
    for (iz i = (iz)((str_hash(name) ^ key_hash((u64)(cls ? file : 0) << 32 | cls)) & (u64)mask);; i = (i + 1) & mask) {
        const MemberBind *m = t->heads[i] < 0 ? 0 : &p->member.v[t->heads[i]];
        if (!m || (m->cls == cls && (!cls || m->file == file) && str_eq(m->name, name)))
            return i;
    }
}

i32 members_own(const Project *p, Str name, u32 file, ScopeId cls)
{
    return p->own_members.cap ? p->own_members.heads[own_slot(p, name, file, cls)] : -1;
}

static void enter_member(Project *p, i32 id)
{
    DefTable *t = &p->own_members;
    iz n;
    const i32 *old = table_room(p, t, &n);
    for (iz i = 0; i < n; i++)
        if (old[i] >= 0)
            t->heads[own_slot(p, p->member.v[old[i]].name, p->member.v[old[i]].file, p->member.v[old[i]].cls)] = old[i];
    MemberBind *m = &p->member.v[id];
    i32 *head = &t->heads[own_slot(p, m->name, m->file, m->cls)];
    t->n += *head < 0;
    m->next_own = *head;
    *head = id;
}

static void add_member(Project *p, u32 file, u32 fact, ScopeId cls, Str name, const Step *path)
{
    const Facts *f = p->files[file].f;
    const Expr *t = EXPR(f, f->facts.v[fact].target);
    MemberBind m = {.file = file, .fact = fact, .cls = cls, .name = name, .path = path};
    if (!cls && t->kind == EX_MEMBER)
        m.owner = receiver_owner(f, EXPR(f, t->a), f->facts.v[fact].scope);
    i32 *head = map_at(p->a, &p->members, name);
    m.next = *head;
    *(MemberBind *)vec_push(p->a, &p->member) = m;
    *head = (i32)p->member.n - 1;
    enter_member(p, *head);
    if (!cls && f->traits & TRAIT_MODULES_PATHS) {
        i32 *first = map_at(p->a, &p->files[file].assigned, name);
        p->member.v[p->member.n - 1].next_here = *first;
        *first = (i32)p->member.n - 1;
    }
}

/* The class whose instance the name is, when it is the receiver of the method around `scope`. */
static ScopeId receiver_class(const Facts *f, const Expr *obj, ScopeId scope)
{
    if (obj->kind != EX_NAME)
        return 0;
    if (obj->flags & EXPR_SELF)
        return scope_class(f, scope);
    for (ScopeId s = scope_function(f, scope); s; s = scope_function(f, f->scopes.v[s].parent)) {
        const Scope *fn = &f->scopes.v[s];
        if (fn->kind == SCOPE_CLASS)
            return 0;
        if (fn->nparams) {
            const Param *q = &f->params.v[fn->params];
            if (q->kind == PARAM_RECEIVER && str_eq(q->name, obj->str))
                return scope_class(f, s);
        }
        if (!s)
            break;
    }
    return 0;
}

/* What other variables call what this one changes: a field of their own name, a name of the package. */
static void share_change(Project *p, u32 fi, ExprId base, i32 change)
{
    const Facts *f = p->files[fi].f;
    const Expr *e = EXPR(f, base);
    if (!(f->traits & TRAIT_EMBEDS) || (e->kind != EX_MEMBER && e->kind != EX_NAME))
        return;
    i32 *head = map_at(p->a, &p->shared, e->str);
    *(SharedChange *)vec_push(p->a, &p->shared_change) = (SharedChange){.file = fi, .base = base, .change = change, .next = *head};
    *head = (i32)p->shared_change.n - 1;
}

static void add_change(Project *p, File *file, ExprId base, u32 fact)
{
    Facts *f = file->f;
    Str key = expr_path(p->a, f, base);
    if (!key.len)
        return;
    Change c = {.fact = fact, .block = f->facts.v[fact].scope, .off = f->facts.v[fact].off};
    i32 *head = map_at(p->a, &file->changes, key);
    iz dot = str_find_u8(key, '.');
    if (dot > 0)
        map_put(p->a, &file->changes_deep, str_head(key, dot), 0);
    c.next = *head;
    i32 *first = map_at(p->a, &file->changes_here, name_key(p->a, scope_function(f, c.block), key));
    c.next_here = *first;
    *(Change *)vec_push(p->a, &file->change) = c;
    *head = *first = (i32)file->change.n - 1;
}

static void changes(Project *p, u32 fi, ExprId base, u32 fact)
{
    File *file = &p->files[fi];
    iz had = file->change.n;
    add_change(p, file, base, fact);
    if (file->change.n > had)
        share_change(p, fi, base, (i32)had);
}

/* A copy of path with one more step at its end: steps run from the bound value inwards. */
static const Step *path_with(Project *p, const Step *path, Str key, i32 index)
{
    Step *first = 0, *tail = 0;
    for (const Step *q = path;; q = q->next) {
        Step *n = new(p->a, Step, 1);
        if (q)
            *n = *q;
        else
            *n = (Step){.key = key, .index = index};
        n->next = 0;
        if (tail)
            tail->next = n;
        else
            first = n;
        tail = n;
        if (!q)
            return first;
    }
}

/* The key that an entry of a destructuring map takes: {a: x} or {a}. */
static Str step_key(const Facts *f, ArgId it)
{
    return ARG(f, it)->name.len ? ARG(f, it)->name : expr_simple_name(f, ARG(f, it)->value);
}

/* obj["key"] = value: whether it may be kept for other functions. Of a plain name, only what is made or handed on. */
static bool holds(const Facts *f, const Expr *obj, const Fact *x)
{
    u8 k = EXPR(f, x->value)->kind;
    return obj->kind == EX_MEMBER || (obj->kind == EX_NAME && (k == EX_CALL || k == EX_NAME || k == EX_MEMBER));
}

static void add_target(Project *p, u32 fi, u32 fact, ExprId target, const Step *path, int depth)
{
    File *file = &p->files[fi];
    Facts *f = file->f;
    const Fact *x = &f->facts.v[fact];
    const Expr *t = EXPR(f, target);
    if (depth > 8)
        return;
    switch (t->kind) {
    case EX_NAME: {
        Def d = {.kind = DEF_BIND, .name = t->str, .block = x->scope, .off = x->off, .fact = fact, .path = path};
        ScopeId fn = scope_function(f, x->scope);
        if (x->flags & (BIND_DECLARE | BIND_TYPE)) {
            d.scope = declaring_scope(f, x->scope);
        } else if (x->flags & BIND_IMPLICIT) {
            d.scope = declaring_scope(f, x->scope);
            i32 outer = map_get(&file->outers, name_key(p->a, fn, t->str));
            if (outer >= 0)
                d.scope = (ScopeId)outer;
        } else {
            d.scope = UINT32_MAX; /* decided when all declarations are known */
        }
        if ((x->flags & BIND_AUGMENT) && !path)
            add_change(p, file, target, fact);
        else
            add_def(p, file, d);
        break;
    }
    case EX_MEMBER: {
        ScopeId cls = receiver_class(f, EXPR(f, t->a), x->scope);
        if (x->flags & BIND_AUGMENT)
            add_change(p, file, target, fact);
        else
            add_member(p, fi, fact, cls, t->str, path);
        if (!cls)
            changes(p, fi, t->a, fact);
        break;
    }
    case EX_INDEX:
        if (f->traits & TRAIT_MODULES_DOTTED && EXPR(f, t->b)->kind == EX_STRING && holds(f, EXPR(f, t->a), x))
            add_member(p, fi, fact, 0, str_cat3(p->a, expr_simple_name(f, t->a), S("["), EXPR(f, t->b)->str), path);
        changes(p, fi, t->a, fact);
        break;
    case EX_LIST:
    case EX_MAP: {
        i32 i = 0;
        FOR_ARGS(f, t, it) {
            Str key = t->kind == EX_LIST ? (Str){0} : step_key(f, it);
            i32 at = ARG(f, it)->splat ? -1 : i;
            add_target(p, fi, fact, ARG(f, it)->value, path_with(p, path, key, at), depth + 1);
            i++;
        }
        break;
    }
    default:
        break;
    }
}

static void add_pattern(Project *p, File *file, ScopeId fn, u32 param, ExprId pattern, const Step *path,
                        int depth)
{
    Facts *f = file->f;
    const Expr *t = EXPR(f, pattern);
    if (t->kind == EX_NAME) {
        add_def(p, file, (Def){.kind = DEF_PARAM, .name = t->str, .scope = fn, .block = fn, .off = f->scopes.v[fn].off,
                               .param = param, .path = path});
        return;
    }
    i32 i = 0;
    if ((t->kind == EX_LIST || t->kind == EX_MAP) && depth < 8)
        FOR_ARGS(f, t, it) {
            Str key = t->kind == EX_LIST ? (Str){0} : step_key(f, it);
            i32 at = ARG(f, it)->splat ? -1 : i;
            add_pattern(p, file, fn, param, ARG(f, it)->value, path_with(p, path, key, at), depth + 1);
            i++;
        }
}

static void add_scope(Project *p, u32 fi, const Fact *x)
{
    File *file = &p->files[fi];
    Facts *f = file->f;
    const Scope *s = &f->scopes.v[x->opens];
    if (s->kind == SCOPE_BLOCK)
        return;
    if (s->name.len && !s->owner)
        add_def(p, file, (Def){.kind = DEF_SCOPE, .name = s->name, .scope = declaring_scope(f, x->scope), .block = x->scope,
                               .off = x->off, .opens = x->opens});
    for (u32 i = 0; i < s->nparams; i++) {
        const Param *q = &f->params.v[s->params + i];
        if (q->pattern)
            add_pattern(p, file, x->opens, s->params + i, q->pattern, 0, 0);
        else if (q->name.len)
            add_def(p, file, (Def){.kind = DEF_PARAM, .name = q->name, .scope = x->opens, .block = x->opens, .off = s->off,
                                   .param = s->params + i});
    }
}

static void name_scope(Project *p, u32 file, ScopeId id)
{
    Str name = p->files[file].f->scopes.v[id].name;
    if (!name.len)
        return;
    NamedScope n = {.file = file, .scope = id};
    i32 *head = map_at(p->a, &p->named, name);
    n.next = *head;
    *(NamedScope *)vec_push(p->a, &p->names) = n;
    *head = (i32)p->names.n - 1;
}

static void name_lambda(Facts *f, Str name, ExprId value)
{
    const Expr *v = EXPR(f, value);
    if (v->kind == EX_LAMBDA && name.len && !f->scopes.v[v->scope].name.len)
        f->scopes.v[v->scope].name = name;
}

/* The names that functions bind themselves. */
static Map bound_names(Project *p, const Facts *f)
{
    Map names = {0};
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_BIND && EXPR(f, x->target)->kind == EX_NAME)
            map_put(p->a, &names, name_key(p->a, scope_function(f, x->scope), EXPR(f, x->target)->str), 0);
    }
    return names;
}

static void index_outers(Project *p, File *file)
{
    Facts *f = file->f;
    Map bound = {0};
    bool known = false;
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind != FACT_OUTER)
            continue;
        if (!known)
            bound = bound_names(p, f);
        known = true;
        ScopeId fn = scope_function(f, x->scope), up = 0;
        /* an enclosing function that binds the name, else the module */
        for (ScopeId s = fn ? scope_function(f, f->scopes.v[fn].parent) : 0; s && !up; s = scope_function(f, f->scopes.v[s].parent))
            if (f->scopes.v[s].kind != SCOPE_CLASS && map_get(&bound, name_key(p->a, s, x->name)) >= 0)
                up = s;
        map_put(p->a, &file->outers, name_key(p->a, fn, x->name), (i32)up);
    }
}

static Str bound_name(Project *p, u32 fi, const File *file, const Fact *x)
{
    if (x->name.len || x->symbol.len)
        return x->name.len ? x->name : str_eq(x->symbol, S("*")) ? (Str){0} : x->symbol;
    if (file->f->traits & TRAIT_IMPORT_FIRST) {
        iz dot = str_find_u8(x->module, '.');
        return dot > 0 ? str_head(x->module, dot) : x->module;
    }
    if (file->f->traits & TRAIT_IMPORT_LAST)
        return folder_name(p, fi, x->module);
    return (Str){0};
}

/* b of b.x(1).y(2): each call of the chain may change it. seen: the chain that was asked for last; its next call is asked for next. */
typedef struct {
    ExprId call, root;
} Chain;

static ExprId chain_root(const Facts *f, ExprId call, Chain *seen)
{
    ExprId e = call;
    for (;;) {
        const Expr *x = EXPR(f, e);
        if (e == seen->call && e)
            e = seen->root;
        else if (x->kind == EX_CALL && EXPR(f, x->a)->kind == EX_MEMBER) {
            e = EXPR(f, x->a)->a;
            continue;
        }
        *seen = (Chain){call, e};
        return e;
    }
}

static void add_lambda(Project *p, File *file, ExprId value, ExprId call, i32 arg)
{
    const Expr *v = EXPR(file->f, value);
    if (v->kind != EX_LAMBDA)
        return;
    Buf key = {.a = p->a};
    buf_int(&key, v->scope);
    map_put(p->a, &file->lambdas, buf_done(&key), (i32)file->lambda.n);
    *(CallSite *)vec_push(p->a, &file->lambda) = (CallSite){.expr = call, .arg = arg};
}

/* Anonymous functions that are called where they stand, func(x T) {…}(v), or are among the arguments of a call. */
static void add_lambdas(Project *p, File *file, ExprId call)
{
    const Facts *f = file->f;
    i32 k = 0;
    if (EXPR(f, call)->args)
        add_lambda(p, file, EXPR(f, call)->a, call, -1);
    FOR_ARGS(f, EXPR(f, call), it)
        add_lambda(p, file, ARG(f, it)->value, call, k++);
}

/* Object.assign(this, {a, b: x}) */
static void add_assigned(Project *p, u32 fi, u32 fact)
{
    const Facts *f = p->files[fi].f;
    const Expr *call = EXPR(f, f->facts.v[fact].value);
    ScopeId cls = call->args ? receiver_class(f, EXPR(f, ARG(f, call->args)->value), f->facts.v[fact].scope) : 0;
    FOR_ARGS(f, call, it) {
        const Expr *m = EXPR(f, ARG(f, it)->value);
        if (cls && m->kind == EX_MAP)
            FOR_ARGS(f, m, k)
                if (ARG(f, k)->name.len)
                    add_member(p, fi, fact, cls, ARG(f, k)->name, path_with(p, 0, ARG(f, k)->name, 0));
    }
}

static void index_file(Project *p, u32 fi)
{
    File *file = &p->files[fi];
    Facts *f = file->f;
    Chain chain = {0};
    file->builds = tbl_find2(p->t, TBL_sdk, f->lang, S("$request.{any}")).n > 0;
    file->sets = tbl_find2(p->t, TBL_sdk, f->lang, S("$request.Set{any}")).n > 0;
    index_outers(p, file);
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        switch ((FactKind)x->kind) {
        case FACT_IMPORT: {
            Str name = bound_name(p, fi, file, x);
            if (str_eq(x->symbol, S("*")))
                *(u32 *)vec_push(p->a, &file->stars) = (u32)i;
            if (name.len) {
                add_def(p, file, (Def){.kind = DEF_IMPORT, .name = name, .scope = declaring_scope(f, x->scope),
                                       .block = x->scope, .off = x->off, .fact = (u32)i});
                map_put(p->a, &file->imports, name, (i32)i);
            }
            p->generated = p->generated || sdk_word(p, S("generator"), x->module);
            file->sdk = file->sdk || surface_knows_module(p, f->lang, npm_name(p, fi, x->module));
            break;
        }
        case FACT_SCOPE:
            add_scope(p, fi, x);
            break;
        case FACT_BIND:
            name_lambda(f, expr_simple_name(f, x->target), x->value);
            add_target(p, fi, (u32)i, x->target, 0, 0);
            break;
        case FACT_EXPORT:
            map_put(p->a, &file->exports, x->name, (i32)i);
            break;
        case FACT_CALL: {
            const Expr *c = EXPR(f, EXPR(f, x->value)->a);
            bool chained = c->kind == EX_MEMBER && file->sdk && EXPR(f, x->value)->nargs && (file->builds || (file->sets && str_starts(c->str, S("Set"))));
            if (c->kind == EX_MEMBER && sdk_word(p, S("mutator"), c->str) && !chained)
                changes(p, fi, c->a, (u32)i);
            if (f->traits & (TRAIT_EMBEDS | TRAIT_MODULES_CLASSES) && file->sdk && (f->traits & TRAIT_EMBEDS || file->builds)) { /* a function may fill the input that it is given */
                FOR_ARGS(f, EXPR(f, x->value), it)
                    if (EXPR(f, ARG(f, it)->value)->kind == EX_NAME)
                        add_change(p, file, ARG(f, it)->value, (u32)i);
            }
            if (f->traits & TRAIT_EMBEDS) {
                bool fills = fills_arguments(p, f, x->value);
                FOR_ARGS(f, EXPR(f, x->value), it)
                    if (given_to_fill(f, ARG(f, it)->value, fills))
                        changes(p, fi, ARG(f, it)->value, (u32)i);
            }
            if (chained)
                add_change(p, file, chain_root(f, c->a, &chain), (u32)i);
            add_lambdas(p, file, x->value);
            if (f->traits & TRAIT_MODULES_PATHS && c->kind == EX_MEMBER && str_eq(c->str, S("assign")))
                add_assigned(p, fi, (u32)i);
            if (c->kind == EX_NAME && EXPR(f, x->value)->args && sdk_word(p, S("loader"), c->str)) {
                const Expr *m = EXPR(f, ARG(f, EXPR(f, x->value)->args)->value);
                file->sdk = file->sdk || (m->kind == EX_STRING && surface_knows_module(p, f->lang, npm_name(p, fi, m->str)));
            }
            break;
        }
        case FACT_RETURN:
        case FACT_OUTER:
        case FACT_UNSUPPORTED:
            break;
        }
    }
    for (iz i = 1; i < f->exprs.n; i++)
        if (f->exprs.v[i].kind == EX_MAP)
            FOR_ARGS(f, &f->exprs.v[i], it)
                name_lambda(f, ARG(f, it)->name, ARG(f, it)->value);
}

/* items.forEach((x) => { list.push(x) }): changes of a function's variable that functions within it make are among its own, too. */
static void add_changes_within(Project *p, File *file)
{
    const Facts *f = file->f;
    if (!(f->traits & (TRAIT_EMBEDS | TRAIT_MODULES_PATHS | TRAIT_MODULES_DOTTED)))
        return;
    for (iz h = 0; h < file->changes.cap; h++) {
        Str key = file->changes.keys[h];
        i32 after = -1; /* chains run from the newest: where the last one went */
        ScopeId last = 0;
        for (i32 i = key.s && str_find_u8(key, '.') < 0 ? file->changes.vals[h] : -1; i >= 0; i = file->change.v[i].next) {
            Change c = file->change.v[i];
            ScopeId home = c.declared ? scope_function(f, c.declared - 1) : 0;
            if (!home || home == scope_function(f, c.block))
                continue;
            i32 *first = map_at(p->a, &file->changes_here, name_key(p->a, home, key));
            if (home != last)
                after = -1;
            last = home;
            for (i32 k = after >= 0 ? file->change.v[after].next_here : *first; k >= 0 && file->change.v[k].off > c.off; k = file->change.v[k].next_here)
                after = k;
            c.next = -1;
            c.next_here = after >= 0 ? file->change.v[after].next_here : *first;
            *(Change *)vec_push(p->a, &file->change) = c;
            i32 id = (i32)file->change.n - 1;
            if (after >= 0)
                file->change.v[after].next_here = id;
            else
                *first = id;
            after = id;
        }
    }
}

/* Which scope declares what is changed. */
static void declare_changes(File *file)
{
    for (iz h = 0; h < file->changes.cap; h++) {
        Str key = file->changes.keys[h];
        i32 first = key.s && str_find_u8(key, '.') < 0 ? file->changes.vals[h] : -1;
        if (first >= 0)
            file->change.v[first].alone = true;
        for (i32 i = first; i >= 0; i = file->change.v[i].next) {
            if (scope_function(file->f, file->change.v[i].block))
                file->change.v[first].alone = false;
            i32 d = defs_seen(file, key, file->change.v[i].block);
            file->change.v[i].declared = d < 0 ? 0 : file->def.v[d].scope + 1;
        }
    }
}

/* Names with many definitions or changes: from every 32nd to the next. */
static void add_jumps(File *file)
{
    enum { FAR = 32 };
    for (iz h = 0; h < file->defs.cap; h++) {
        i32 from = file->defs.heads[h], far = from, n = 0;
        for (i32 i = from; i >= 0; i = file->def.v[i].next)
            if (++n % FAR == 0) {
                file->def.v[from].jump = i + 1;
                from = i;
                if (n % (FAR * FAR) == 0) {
                    file->def.v[far].far = i + 1;
                    far = i;
                }
            }
    }
    for (iz h = 0; h < file->changes_here.cap; h++) {
        i32 from = file->changes_here.keys[h].s ? file->changes_here.vals[h] : -1, n = 0;
        for (i32 i = from; i >= 0; i = file->change.v[i].next_here)
            if (++n % FAR == 0) {
                file->change.v[from].jump = i + 1;
                from = i;
            }
        for (i32 i = n > FAR ? file->changes_here.vals[h] : -1; i >= 0; i = file->change.v[i].next_here)
            file->change.v[i].many = true;
    }
}

typedef struct {
    u32 off;
    i32 at, def;
} Placed;

static int newest_first(const void *x, const void *y)
{
    const Placed *p = x, *q = y;
    return p->off != q->off ? (p->off < q->off) - (p->off > q->off) : (p->at > q->at) - (p->at < q->at);
}

static void order_defs(Project *p, File *file)
{
    for (iz h = 0; h < file->defs.cap; h++) {
        i32 *head = &file->defs.heads[h];
        bool ordered = true;
        i32 n = 0;
        for (i32 i = *head; i >= 0; i = file->def.v[i].next, n++)
            ordered = ordered && (file->def.v[i].next < 0 || file->def.v[i].off >= file->def.v[file->def.v[i].next].off);
        if (ordered)
            continue;
        ArenaMark mark = arena_mark(p->a);
        Placed *v = new(p->a, Placed, n);
        n = 0;
        for (i32 i = *head; i >= 0; i = file->def.v[i].next, n++)
            v[n] = (Placed){file->def.v[i].off, n, i};
        qsort(v, (size_t)n, sizeof *v, newest_first);
        for (i32 k = 0; k < n; k++)
            file->def.v[v[k].def].next = k + 1 < n ? v[k + 1].def : -1;
        *head = v[0].def;
        arena_rewind(p->a, mark);
    }
}

/* Assignments that declare nothing belong to the nearest scope that declares the name, else to the module. Where methods see the members of
 * their class, that may be the class: then they are assignments to its member, as this.x = … is. */
static void settle_assignments(Project *p, u32 fi)
{
    File *file = &p->files[fi];
    const Facts *f = file->f;
    for (iz i = 0; i < file->def.n; i++) {
        Def *d = &file->def.v[i];
        if (d->scope != UINT32_MAX)
            continue;
        i32 declared = defs_seen(file, d->name, d->block);
        const Fact *x = d->kind == DEF_BIND ? &file->f->facts.v[d->fact] : 0;
        if (declared < 0 && x && x->flags & BIND_DEFAULT && !x->value) /* x instanceof T, and x is nobody's */
            continue;
        d->scope = declared >= 0 ? file->def.v[declared].scope : 0;
        ScopeId cls = d->scope ? d->scope : scope_class(f, d->block);
        if (f->traits & TRAIT_MEMBERS_VISIBLE && f->scopes.v[cls].kind == SCOPE_CLASS) {
            add_member(p, fi, d->fact, cls, d->name, d->path);
            continue;
        }
        enter_def(p, file, (i32)i, true);
    }
    order_defs(p, file);
}

static int by_path(const void *x, const void *y)
{
    Facts *const *p = x, *const *q = y;
    return str_cmp((*p)->src->path, (*q)->src->path);
}

void index_paths(Project *p)
{
    if (!p->whole && p->added.n > 1)
        qsort(p->added.v, (size_t)p->added.n, sizeof *p->added.v, by_path);
    p->nfiles = (i32)p->added.n;
    p->files = new(p->a, File, p->nfiles);
    p->heads = new(p->a, Head, p->nfiles);
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f = p->added.v[i];
        p->heads[i] = (Head){.src = f->src, .lang = f->lang, .package = f->package, .traits = f->traits, .seen = -1};
        if (!p->whole)
            continue;
        const Head *same = &p->whole->heads[p->whole->parts.v[p->part].files[i]];
        p->files[i].sdk = same->sdk;
        for (i32 k = same->seen; k >= 0; k = p->whole->seen.v[k].next)
            map_put(p->a, &p->files[i].modules, p->whole->seen.v[k].module, p->whole->seen.v[k].file + 1);
    }
    if (!p->whole)
        index_file_paths(p);
    index_packages(p);
    if (!p->whole)
        index_npm(p);
}

void index_project(Project *p)
{
    index_paths(p);
    for (i32 i = 0; i < p->nfiles; i++)
        index_file(p, (u32)i);
    for (i32 i = 0; i < p->nfiles; i++) {
        settle_assignments(p, (u32)i);
        declare_changes(&p->files[i]);
        add_changes_within(p, &p->files[i]);
        add_jumps(&p->files[i]);
        Facts *f = p->files[i].f;
        for (iz s = f->scopes.n; s-- > 1;)
            if (f->scopes.v[s].kind != SCOPE_BLOCK) {
                name_scope(p, (u32)i, (ScopeId)s);
                index_method(p, (u32)i, (ScopeId)s);
            }
    }
    index_protos(p);
    for (i32 i = p->nfiles; i-- > 0;)
        index_sites(p, (u32)i);
    for (i32 i = 0; i < p->nfiles; i++)
        index_stands(p, (u32)i);
    if (!p->whole)
        settings_load(p);
}
