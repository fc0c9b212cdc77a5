/* statics.c: types of expressions in languages that tell every type (Go): by declarations alone, without following values. This is what
 * says at once that a call is one of the project's own methods, and what remains known of a receiver whose values are too many to follow. */
#include "statics.h"

#include "emit.h"

enum { STATIC_DEPTH = 40 };

static const Static unknown;

bool tells_types(const Facts *f)
{
    return (f->traits & TRAIT_EMBEDS) != 0;
}

static Static out_of(u8 kind, Str path)
{
    return (Static){.kind = kind, .path = path};
}

/* --- names --- */

static bool holds(const Facts *f, const Def *d, u32 off)
{
    const Expr *v = d->kind == DEF_BIND ? EXPR(f, f->facts.v[d->fact].value) : EXPR(f, 0);
    return v->kind != EX_NONE && v->kind != EX_LAMBDA && off >= v->off && off < v->end;
}

/* The declaration of a name that a use in `scope` at `off` means, or -1. */
static i32 declaration(const File *fl, Str name, ScopeId scope, u32 off)
{
    const Facts *f = fl->f;
    for (ScopeId s = scope;; s = f->scopes.v[s].parent) {
        i32 assigned = -1;
        for (i32 i = f->scopes.v[s].kind == SCOPE_CLASS ? -1 : defs_in(fl, name, s); i >= 0; i = fl->def.v[i].next) {
            const Def *d = &fl->def.v[i];
            if (s && (d->off > off || holds(f, d, off)))
                continue;
            if (d->kind != DEF_BIND || f->facts.v[d->fact].flags & BIND_DECLARE)
                return i;
            assigned = i;
        }
        if (assigned >= 0)
            return assigned;
        if (!s)
            return -1;
    }
}

/* The same, in all files of the package for a name at the top; *file becomes its. */
static const Def *declared(Project *p, u32 *file, Str name, ScopeId scope, u32 off)
{
    const File *fl = &p->files[*file];
    i32 i = declaration(fl, name, scope, off);
    if (i >= 0)
        return &fl->def.v[i];
    const TopName *t = package_names(p, *file, name, 0);
    if (!t)
        return 0;
    *file = (u32)t->file;
    return &p->files[t->file].def.v[t->def];
}

static Static element(Project *p, Static t, i32 index)
{
    if (t.kind != ST_SHAPE && t.kind != ST_RESULTS)
        return t.kind == ST_OUT_CALL && index == 0 ? t : unknown;
    const Facts *f = p->files[t.file].f;
    const Expr *e = EXPR(f, t.id);
    ScopeId scope = scope_at(p, t.file, e->off);
    if (t.kind == ST_RESULTS) {
        FOR_ARGS(f, e, it)
            if (index-- == 0)
                return static_type(p, t.file, ARG(f, it)->value, scope);
        return unknown;
    }
    Str of = expr_simple_name(f, e->a);
    ExprId item = e->b;
    if (str_eq(of, S("func")))
        return unknown;
    const Expr *b = EXPR(f, e->b);
    if (b->kind == EX_LIST) {
        bool value = str_eq(of, S("map"));
        FOR_ARGS(f, b, it) {
            item = ARG(f, it)->value;
            if (!value)
                break;
        }
    }
    return static_type(p, t.file, item, scope);
}

/* What several results, a pair of range or an element destructure to. */
static Static stepped(Project *p, Static t, const Fact *x, const Step *path)
{
    if (x->flags & BIND_ITER) {
        if (x->flags & BIND_KEYS && path && path->index != 1)
            return unknown; /* the key */
        if (x->flags & BIND_KEYS && path)
            path = path->next;
        t = element(p, t, 0);
    }
    for (; path; path = path->next) {
        if (t.kind == ST_RESULTS || t.kind == ST_OUT_CALL)
            t = element(p, t, path->index);
        else if (path->index != 0) /* v, ok := m[k] */
            return unknown;
    }
    return t;
}

static Static declared_static(Project *p, u32 file, const Def *d)
{
    const Facts *f = p->files[file].f;
    switch ((DefKind)d->kind) {
    case DEF_PARAM: {
        const Param *q = &f->params.v[d->param];
        if (q->kind == PARAM_RECEIVER) {
            ExprId owner = f->scopes.v[d->scope].owner;
            return owner ? static_type(p, file, owner, f->scopes.v[d->scope].parent) : unknown;
        }
        return q->type && q->kind == PARAM_POSITIONAL ? static_type(p, file, q->type, d->scope) : unknown;
    }
    case DEF_IMPORT: {
        const Fact *x = &f->facts.v[d->fact];
        i32 m = module_file(p, file, x->module);
        if (m >= 0)
            return (Static){.kind = ST_MODULE, .file = (u32)m};
        return out_of(ST_OUT_NAME, x->module);
    }
    case DEF_SCOPE:
        return (Static){.kind = f->scopes.v[d->opens].kind == SCOPE_CLASS ? ST_CLASS : ST_FUNCTION, .file = file, .id = d->opens};
    case DEF_BIND: {
        const Fact *x = &f->facts.v[d->fact];
        if (x->flags & BIND_TYPE) {
            Static t = static_type(p, file, x->value, x->scope);
            if (t.kind == ST_INSTANCE)
                t.kind = ST_CLASS;
            else if (t.kind == ST_SHAPE || (t.kind == ST_OUT && str_starts(t.path, S("builtins.")))) { /* its methods go by its name */
                if (t.kind == ST_OUT)
                    t = (Static){.file = file, .id = x->value};
                t.kind = ST_SHAPE_TYPE;
                t.name = d->name;
            } else if (t.kind == ST_OUT)
                t.kind = ST_OUT_NAME;
            else
                t = unknown;
            return t;
        }
        if (x->type)
            return stepped(p, static_type(p, file, x->type, x->scope), x, d->path);
        if (!x->value)
            return unknown;
        return stepped(p, static_of(p, file, x->value), x, d->path);
    }
    }
    return unknown;
}

static bool is_parameter(const Facts *f, const Def *d) /* of a type */
{
    const Fact *x = d->kind == DEF_BIND ? &f->facts.v[d->fact] : 0;
    return x && x->flags & BIND_TYPE && d->scope && f->scopes.v[d->scope].kind != SCOPE_BLOCK;
}

static Static name_static(Project *p, u32 file, Str name, ScopeId scope, u32 off)
{
    u32 at = file;
    const Def *d = declared(p, &at, name, scope, off);
    if (d)
        return is_parameter(p->files[at].f, d) ? unknown : declared_static(p, at, d);
    const File *fl = &p->files[file];
    for (iz i = 0; i < fl->stars.n; i++) { /* import . "path" */
        Str module = fl->f->facts.v[fl->stars.v[i]].module;
        i32 m = module_file(p, file, module);
        if (m >= 0 || !surface_knows_module(p, fl->f->lang, module))
            return unknown;
        Surface s;
        Str path = str_cat3(p->a, module, S("."), name);
        if (surface_find(p, fl->f->lang, path, &s) && !s.any.len)
            return out_of(ST_OUT_NAME, str_dup(p->keep, path));
    }
    Str path = str_cat(p->keep, S("builtins."), name); /* or declared in a file that was not given */
    return tbl_find2(p->t, TBL_sdk, fl->f->lang, path).n ? out_of(ST_OUT_NAME, path) : unknown;
}

/* --- types --- */

static Static value_of(Static t) /* of a type */
{
    if (t.kind == ST_CLASS)
        t.kind = ST_INSTANCE;
    else if (t.kind == ST_SHAPE_TYPE)
        t.kind = ST_SHAPE;
    else if (t.kind == ST_OUT_NAME)
        t.kind = ST_OUT;
    else
        t = unknown;
    return t;
}

static Static member_static(Project *p, Static t, Str name);

Static static_type(Project *p, u32 file, ExprId type, ScopeId scope)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, type);
    Static out = unknown;
    if (p->nest >= NEST_MAX)
        return out;
    p->nest++;
    switch ((ExprKind)e->kind) {
    case EX_NAME:
        out = value_of(name_static(p, file, e->str, type_scope(&p->files[file], e->str, scope), e->off));
        break;
    case EX_MEMBER: {
        const Expr *a = EXPR(f, e->a);
        ScopeId from = a->kind == EX_NAME ? type_scope(&p->files[file], a->str, scope) : scope;
        if (from != scope) /* s3 *s3.Client */
            out = value_of(member_static(p, name_static(p, file, a->str, from, a->off), e->str));
        else
            out = value_of(static_of(p, file, type));
        break;
    }
    case EX_INDEX: {
        const Expr *a = EXPR(f, e->a);
        bool shape = a->kind != EX_MEMBER && !(a->kind == EX_NAME && a->str.len && !str_eq(a->str, S("map")) && !str_eq(a->str, S("func")) &&
                                               !str_eq(a->str, S("chan")) && !str_eq(a->str, S("[]")));
        out = shape ? (Static){.kind = ST_SHAPE, .file = file, .id = type} : static_type(p, file, e->a, scope);
        break;
    }
    case EX_LIST:
        out = (Static){.kind = ST_RESULTS, .file = file, .id = type};
        break;
    case EX_TYPE:
        out = static_type(p, file, e->a, scope);
        break;
    default:
        break;
    }
    p->nest--;
    return out;
}

/* --- members --- */

static Static static_in(Project *p, Static t, Str name, ClassSet *seen, int depth)
{
    switch ((StaticKind)t.kind) {
    case ST_MODULE: {
        u32 file = t.file;
        const Def *d = declared(p, &file, name, 0, UINT32_MAX);
        return d && d->kind != DEF_IMPORT ? declared_static(p, file, d) : unknown;
    }
    case ST_OUT_NAME:
    case ST_OUT:
        return out_of(ST_OUT_NAME, str_cat3(p->keep, t.path, S("."), name));
    case ST_CLASS:
    case ST_INSTANCE: {
        const File *fl = &p->files[t.file];
        const Facts *f = fl->f;
        i32 i = defs_in(fl, name, t.id);
        if (i >= 0)
            return declared_static(p, t.file, &fl->def.v[i]);
        u32 mf = t.file;
        i32 m = outer_method(p, &mf, t.id, name);
        if (m >= 0)
            return (Static){.kind = ST_FUNCTION, .file = mf, .id = (u32)m};
        Static out = unknown;
        if (depth > NEST_MAX)
            return out;
        FOR_LIST(f, f->scopes.v[t.id].bases, it) {
            Static b = static_type(p, t.file, ARG(f, it)->value, t.id);
            bool cls = b.kind == ST_CLASS || b.kind == ST_INSTANCE;
            if (cls && !class_first(p, seen, (ClassRef){b.file, b.id}))
                continue;
            Static v = static_in(p, b, name, seen, depth + 1);
            if (b.kind == ST_UNKNOWN || (out.kind == ST_OUT_NAME && v.kind == ST_OUT_NAME))
                return unknown; /* either may have it */
            if (v.kind == ST_OUT_NAME || (v.kind != ST_UNKNOWN && out.kind == ST_UNKNOWN))
                out = v;
            if (v.kind == ST_FUNCTION)
                return v;
        }
        return out;
    }
    case ST_SHAPE:
    case ST_SHAPE_TYPE: {
        u32 mf = t.file;
        i32 m = t.name.len ? named_method(p, &mf, t.name, name) : -1;
        return m >= 0 ? (Static){.kind = ST_FUNCTION, .file = mf, .id = (u32)m} : unknown;
    }
    default:
        return unknown;
    }
}

static Static member_static(Project *p, Static t, Str name)
{
    return static_in(p, t, name, &(ClassSet){.n = 0}, 0);
}

/* --- calls --- */

static Static results(Project *p, u32 file, ExprId types, ScopeId scope)
{
    return types ? static_type(p, file, types, scope) : unknown;
}

static Static called(Project *p, u32 file, const Expr *e)
{
    const Facts *f = p->files[file].f;
    const Expr *c = EXPR(f, e->a);
    Static t = static_of(p, file, c->kind == EX_INDEX && EXPR(f, c->b)->kind != EX_TYPE ? c->a : e->a);
    if (c->kind == EX_INDEX && t.kind != ST_FUNCTION && t.kind != ST_CLASS)
        t = static_of(p, file, e->a); /* an element, not an instance of something generic */
    ExprId first = e->nargs ? ARG(f, e->args)->value : 0;
    switch ((StaticKind)t.kind) {
    case ST_FUNCTION: {
        const Facts *tf = p->files[t.file].f;
        return results(p, t.file, tf->scopes.v[t.id].returns, t.id);
    }
    case ST_CLASS:
    case ST_SHAPE_TYPE:
        return value_of(t);
    case ST_SHAPE: { /* func[[parameters], [results]] */
        const Facts *tf = p->files[t.file].f;
        const Expr *s = EXPR(tf, t.id), *b = EXPR(tf, s->b);
        if (!str_eq(expr_simple_name(tf, s->a), S("func")) || b->kind != EX_LIST || b->nargs != 2)
            return unknown;
        ExprId list = ARG(tf, ARG(tf, b->args)->next)->value;
        const Expr *r = EXPR(tf, list);
        if (r->kind == EX_LIST && r->nargs == 1)
            list = ARG(tf, r->args)->value;
        return static_type(p, t.file, list, scope_at(p, t.file, s->off));
    }
    case ST_OUT_NAME: {
        Surface s;
        if (str_eq(t.path, S("builtins.new")) || str_eq(t.path, S("builtins.make")))
            return static_type(p, file, first, scope_at(p, file, e->off));
        if (str_eq(t.path, S("builtins.append")) ||
            (surface_find(p, f->lang, t.path, &s) && str_eq(s.does, S("value arg 0"))))
            return first ? static_of(p, file, first) : unknown;
        return out_of(ST_OUT_CALL, t.path);
    }
    default:
        return unknown;
    }
}

static Static compute(Project *p, u32 file, ExprId id)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, id);
    switch ((ExprKind)e->kind) {
    case EX_NAME:
        return name_static(p, file, e->str, scope_at(p, file, e->off), e->off);
    case EX_MEMBER:
        return member_static(p, static_of(p, file, e->a), e->str);
    case EX_CALL:
        return called(p, file, e);
    case EX_NEW:
    case EX_LIST:
    case EX_MAP:
        return e->a ? static_type(p, file, e->a, scope_at(p, file, e->off)) : unknown;
    case EX_INDEX:
        if (EXPR(f, e->b)->kind == EX_TYPE)
            return static_type(p, file, EXPR(f, e->b)->a, scope_at(p, file, e->off));
        if (e->flags & EXPR_SLICE)
            return static_of(p, file, e->a);
        return element(p, static_of(p, file, e->a), 0);
    case EX_LAMBDA:
        return (Static){.kind = ST_FUNCTION, .file = file, .id = e->scope};
    case EX_STRING:
    case EX_TEMPLATE:
        return out_of(ST_OUT, S("builtins.string"));
    case EX_TYPE:
        return static_type(p, file, e->a, scope_at(p, file, e->off));
    default:
        return unknown;
    }
}

Static static_member(Project *p, Static of, Str name)
{
    return member_static(p, of, name);
}

Static static_of(Project *p, u32 file, ExprId e)
{
    StaticMemo *m = &p->statics;
    if (!e || p->nest >= NEST_MAX)
        return unknown;
    if ((m->n + 1) * 2 > m->cap) {
        iz cap = m->cap ? m->cap * 2 : 1024;
        u64 *keys = new(p->keep, u64, cap);
        struct Static *vals = new(p->keep, struct Static, cap);
        for (iz i = 0; i < m->cap; i++)
            if (m->keys[i]) {
                u64 j = key_hash(m->keys[i]);
                while (keys[j & (u64)(cap - 1)])
                    j++;
                keys[j & (u64)(cap - 1)] = m->keys[i];
                vals[j & (u64)(cap - 1)] = m->vals[i];
            }
        m->keys = keys;
        m->vals = vals;
        m->cap = cap;
    }
    u64 key = (u64)(file + 1) << 32 | e, j = key_hash(key);
    for (; m->keys[j & (u64)(m->cap - 1)]; j++)
        if (m->keys[j & (u64)(m->cap - 1)] == key)
            return m->vals[j & (u64)(m->cap - 1)];
    m->keys[j & (u64)(m->cap - 1)] = key; /* unknown while it is computed */
    m->vals[j & (u64)(m->cap - 1)] = unknown;
    m->n++;
    p->nest++;
    Static t = compute(p, file, e);
    p->nest--;
    for (j = key_hash(key); m->keys[j & (u64)(m->cap - 1)] != key;)
        j++;
    m->vals[j & (u64)(m->cap - 1)] = t;
    return t;
}

/* --- what calls can be --- */

/* The package of "github.com/x/y.Type.Method". */
static Str package_of(Str path)
{
    iz slash = str_rfind_u8(path, '/') + 1, dot = str_find_u8(str_from(path, slash), '.');
    while (dot >= 0 && slash + dot + 2 < path.len && path.s[slash + dot + 1] == 'v' && path.s[slash + dot + 2] >= '0' && path.s[slash + dot + 2] <= '9') {
        iz more = str_find_u8(str_from(path, slash + dot + 1), '.'); /* gopkg.in/yaml.v3.Node */
        dot = more < 0 ? -1 : dot + 1 + more;
    }
    return dot < 0 ? path : str_head(path, slash + dot);
}

bool static_of_sdk(Project *p, Str lang, Str path)
{
    return surface_knows_module(p, lang, package_of(path));
}

/* An argument whose type is one of an SDK, or not known. */
static bool passes_sdk(Project *p, u32 file, const Expr *call)
{
    const Facts *f = p->files[file].f;
    FOR_ARGS(f, call, it) {
        const Expr *a = EXPR(f, ARG(f, it)->value);
        if (a->kind == EX_STRING || a->kind == EX_NUMBER || a->kind == EX_NULL || a->kind == EX_BOOL || a->kind == EX_TEMPLATE || a->kind == EX_CONCAT)
            continue;
        Static t = static_of(p, file, ARG(f, it)->value);
        if (t.kind == ST_UNKNOWN || t.kind == ST_OUT_CALL ||
            ((t.kind == ST_OUT || t.kind == ST_OUT_NAME) && static_of_sdk(p, f->lang, t.path)))
            return true;
    }
    return false;
}

/* The input of an operation among the types of a function's parameters, or nothing. */
static Values input_type(Project *p, Static fn)
{
    const Facts *f = p->files[fn.file].f;
    const Scope *s = &f->scopes.v[fn.id];
    for (u32 i = s->params; i < s->params + s->nparams; i++) {
        Surface row;
        Static t = f->params.v[i].type ? static_type(p, fn.file, f->params.v[i].type, fn.id) : unknown;
        Values v = t.kind == ST_OUT && surface_find(p, f->lang, t.path, &row) ? surface_type(p, row.sdk, &row) : (Values){0};
        if (v.n && v.v[0]->kind == V_REQUEST)
            return v;
    }
    return (Values){0};
}

StaticCall static_call(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, call), *c = EXPR(f, e->a);
    Static t = static_of(p, file, e->a);
    if (t.kind == ST_FUNCTION) {
        const Facts *tf = p->files[t.file].f;
        const Scope *fn = &tf->scopes.v[t.id];
        if (!(tf->scopes.v[fn->parent].flags & SCOPE_INTERFACE))
            return CALLS_OTHER; /* the project's own */
        return passes_sdk(p, file, e) || method_mentions_sdk(p, t.file, (ScopeId)t.id) ? CALLS_MAYBE : CALLS_OTHER;
    }
    if (t.kind == ST_CLASS || t.kind == ST_SHAPE_TYPE)
        return CALLS_OTHER;
    if (t.kind != ST_OUT_NAME)
        return CALLS_MAYBE;
    if (str_starts(t.path, S("builtins.")))
        return CALLS_OTHER;
    if (static_of_sdk(p, f->lang, t.path))
        return CALLS_MAYBE;
    Surface s;
    if (surface_find(p, f->lang, t.path, &s))
        return CALLS_MAYBE;
    return c->kind == EX_MEMBER && passes_sdk(p, file, e) ? CALLS_MAYBE : CALLS_OTHER;
}

bool static_other(Project *p, u32 file, ExprId e, u32 fnfile, ScopeId fn)
{
    Static t = static_of(p, file, e);
    if (t.kind == ST_OUT_NAME || t.kind == ST_MODULE)
        return true;
    if (t.kind != ST_FUNCTION || (t.file == fnfile && t.id == fn))
        return false;
    const Facts *tf = p->files[t.file].f;
    return !(tf->scopes.v[tf->scopes.v[t.id].parent].flags & SCOPE_INTERFACE);
}

bool static_tells(Project *p, u32 file, ExprId type, ScopeId scope, Values *v)
{
    const Facts *f = p->files[file].f;
    Static t = static_type(p, file, type, scope);
    Surface s;
    if (t.kind == ST_INSTANCE && !(p->files[t.file].f->scopes.v[t.id].flags & SCOPE_INTERFACE)) {
        *v = eval_type(p, file, type, scope);
        return v->n > 0;
    }
    if (t.kind != ST_OUT || str_starts(t.path, S("builtins.")) || static_of_sdk(p, f->lang, t.path) || surface_find(p, f->lang, t.path, &s))
        return false;
    *v = values_extern(p->a, t.path);
    return true;
}

Values static_values(Project *p, u32 file, ExprId e)
{
    const Facts *f = p->files[file].f;
    Static t = static_of(p, file, e);
    Surface s;
    if (t.kind != ST_OUT || !surface_find(p, f->lang, t.path, &s))
        return (Values){0};
    return surface_type(p, s.sdk, &s);
}

void static_drafts(Project *p, Drafts *d, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr), *c = EXPR(f, e->a);
    if (e->kind != EX_CALL || c->kind != EX_MEMBER)
        return;
    Values r = static_values(p, at.file, c->a);
    for (i32 i = 0; i < r.n; i++) {
        Value *m = value_new(p->a, V_METHOD);
        m->self = r.v[i];
        m->text = c->str;
        perform(p, d, m, at, 0);
    }
    FOR_ARGS(f, e, it) {
        if (d->n)
            return;
        r = static_values(p, at.file, ARG(f, it)->value);
        if (!r.n || r.v[0]->kind != V_REQUEST || !names_operation(p, f->lang, c->str, r.v[0]->type))
            continue;
        Values v = eval(p, (Site){at.file, ARG(f, it)->value, at.frame});
        bool told = false;
        for (i32 i = 0; i < v.n; i++)
            told = told || (v.v[i]->kind == V_REQUEST && str_eq(v.v[i]->type, r.v[0]->type));
        Value *args = value_new(p->a, V_MAP);
        map_merge(p, args, told ? v : r, false);
        draft_add(p, d, r.v[0]->sdk, r.v[0]->service, r.v[0]->type, args);
    }
    Static t = d->n ? unknown : static_of(p, at.file, e->a);
    r = t.kind == ST_FUNCTION ? input_type(p, t) : (Values){0};
    if (!r.n || !names_operation(p, f->lang, c->str, r.v[0]->type))
        return;
    Value *args = value_new(p->a, V_MAP);
    ExprId last = 0;
    FOR_ARGS(f, e, it)
        last = ARG(f, it)->value;
    args->open = EXPR(f, last)->kind != EX_NULL;
    draft_add(p, d, r.v[0]->sdk, r.v[0]->service, r.v[0]->type, args);
}
