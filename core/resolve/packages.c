/* packages.c: languages whose imports name a class by package and name (TRAIT_MODULES_CLASSES): which class of the project a qualified name
 * means, whatever folder its file is in; methods that share a name and differ in their parameters. */
#include "emit.h"

static Values class_value(Project *p, u32 file, ScopeId cls)
{
    Value *v = value_new(p->a, V_CLASS);
    v->file = file;
    v->scope = cls;
    return values_one(p->a, v);
}

i32 nearness(Project *p, u32 x, u32 y)
{
    Str a = p->heads[x].dir, b = p->heads[y].dir;
    iz n = a.len < b.len ? a.len : b.len, i = 0, slash = 0;
    for (; i < n && a.s[i] == b.s[i]; i++)
        slash = a.s[i] == '/' ? i + 1 : slash;
    bool ends = (i == a.len || a.s[i] == '/') && (i == b.len || b.s[i] == '/');
    return (i32)(ends ? i + 1 : slash);
}

Values package_class(Project *p, u32 from, Str package, Str name)
{
    Values out = {0};
    i32 best = -1;
    const Str lang = p->files[from].f->lang;
    for (i32 i = map_get(&p->named, name); i >= 0; i = p->names.v[i].next) {
        const NamedScope *n = &p->names.v[i];
        const Facts *f = p->files[n->file].f;
        if (f->scopes.v[n->scope].kind != SCOPE_CLASS || f->scopes.v[n->scope].parent || !str_eq(f->lang, lang) || !str_eq(f->package, package))
            continue;
        i32 near = nearness(p, from, n->file);
        if (near > best)
            out = (Values){0};
        if (near < best)
            continue;
        best = near;
        out = values_union(p->a, out, class_value(p, n->file, n->scope));
    }
    return out;
}

/* "a.b.C", "a.b.C.D": what it is in the project; nothing when it is not there. */
static Values find_path(Project *p, Str path, Site at, int depth)
{
    iz dot = str_rfind_u8(path, '.');
    Str head = dot < 0 ? (Str){0} : str_head(path, dot), last = str_from(path, dot + 1);
    Values v = package_class(p, at.file, head, last);
    if (v.n || dot < 0 || depth > 4)
        return v;
    v = find_path(p, head, at, depth + 1);
    return v.n ? eval_member(p, v, last, at) : v;
}

Values qualified(Project *p, u32 file, Str path)
{
    return find_path(p, path, (Site){file, 0, 0}, 0);
}

Values imported_class(Project *p, u32 file, const Fact *x)
{
    Str path = str_cat3(p->a, x->module, S("."), x->symbol);
    Values v = qualified(p, file, path);
    return v.n || v.open ? v : values_extern(p->a, path);
}

Values from_imported_package(Project *p, u32 file, Str module, Str name)
{
    Values v = package_class(p, file, module, name);
    if (v.n)
        return v;
    Values cls = qualified(p, file, module); /* import static a.B.* */
    for (i32 i = 0; i < cls.n; i++)
        if (cls.v[i]->kind == V_CLASS && defs_in(&p->files[cls.v[i]->file], name, cls.v[i]->scope) >= 0)
            v = values_union(p->a, v, member_of(p, cls.v[i], name, (Site){file, 0, 0}));
    return v;
}

bool takes_args(Project *p, u32 file, ScopeId fn, Site call)
{
    const Facts *f = p->files[file].f;
    if (!(f->traits & TRAIT_MODULES_CLASSES) || !call.expr || f->scopes.v[fn].kind == SCOPE_LAMBDA)
        return true;
    const Scope *s = &f->scopes.v[fn];
    const Expr *e = EXPR(p->files[call.file].f, call.expr);
    for (u32 i = 0; i < s->nparams; i++)
        if (f->params.v[s->params + i].kind != PARAM_POSITIONAL)
            return true;
    return e->nargs == s->nparams;
}

Values self_in(Project *p, u32 file, ScopeId cls, u32 frame)
{
    for (u32 fr = frame; fr; fr = p->frames.v[fr].call.frame) {
        const Frame *x = &p->frames.v[fr];
        if (x->file == file && x->self && x->self->kind == V_INSTANCE &&
            class_derives(p, x->self->file, x->self->scope, file, cls))
            return values_one(p->a, x->self);
    }
    Value *v = value_new(p->a, V_INSTANCE);
    v->file = file;
    v->scope = cls;
    return values_one(p->a, v);
}

static Values annotation_of(Project *p, const Value *x, Str name, Str arg, bool *found)
{
    const Facts *f = p->files[x->file].f;
    FOR_LIST(f, f->scopes.v[x->scope].decorators, it) {
        const Expr *e = EXPR(f, ARG(f, it)->value);
        if (e->kind != EX_NEW || !str_eq(expr_simple_name(f, e->a), name))
            continue;
        FOR_ARGS(f, e, k)
            if (str_eq(ARG(f, k)->name, arg)) {
                *found = true;
                return eval(p, (Site){x->file, ARG(f, k)->value, 0});
            }
    }
    return (Values){0};
}

Values annotated_in(Project *p, Str what, Values v, bool *found, int depth)
{
    iz dot = str_find_u8(what, '.');
    Values out = {0};
    for (i32 i = 0; i < v.n && dot > 0 && depth < 4; i++) {
        const Value *x = v.v[i];
        if (x->kind == V_INSTANCE || x->kind == V_CLASS)
            out = values_union(p->a, out, annotation_of(p, x, str_head(what, dot), str_from(what, dot + 1), found));
        for (i32 k = 0; k < x->nitems && x->kind == V_LIST; k++)
            out = values_union(p->a, out, annotated_in(p, what, x->items[k], found, depth + 1));
    }
    return out;
}

Values annotated(Project *p, Str what, Site call, bool *found)
{
    iz dot = str_find_u8(what, '.');
    Values out = {0};
    if (!call.expr || dot < 0)
        return out;
    const Facts *f = p->files[call.file].f;
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        Values v = eval(p, (Site){call.file, ARG(f, it)->value, call.frame});
        out = values_union(p->a, out, annotated_in(p, what, v, found, 0));
        if (*found)
            break;
    }
    return out;
}
