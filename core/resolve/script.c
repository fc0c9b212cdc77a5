/* script.c: what languages with modules by path need: require() and import(), CommonJS exports, anonymous functions that are handed to others.
 */
#include "emit.h"

/* --- modules --- */

/* The folder of the file itself, by Node.js. */
static bool own_folder(const Facts *f, ExprId e)
{
    return EXPR(f, e)->kind == EX_NAME && str_eq(EXPR(f, e)->str, S("__dirname"));
}

static bool joins_paths(const Facts *f, const Expr *call)
{
    Str name = call->kind == EX_CALL && EXPR(f, call->a)->kind == EX_MEMBER ? EXPR(f, call->a)->str : (Str){0};
    return str_eq(name, S("join")) || str_eq(name, S("resolve"));
}

Str loaded_module(Arena *a, const Facts *f, ExprId e)
{
    const Expr *x = EXPR(f, e);
    Buf b = {.a = a};
    bool own = false;
    if (x->kind == EX_STRING)
        return x->str;
    if (x->kind == EX_CONCAT && own_folder(f, x->a) && EXPR(f, x->b)->kind == EX_STRING)
        return str_cat(a, S("."), EXPR(f, x->b)->str);
    if (x->kind != EX_TEMPLATE && !joins_paths(f, x))
        return (Str){0};
    FOR_ARGS(f, x, it) { /* __dirname, then texts */
        ExprId part = ARG(f, it)->value;
        if (it == x->args)
            own = own_folder(f, part);
        else if (EXPR(f, part)->kind == EX_STRING)
            buf_str(&b, x->kind == EX_CALL ? str_cat(a, S("/"), EXPR(f, part)->str) : EXPR(f, part)->str);
        else
            own = false;
        if (it == x->args && own)
            buf_u8(&b, '.');
        if (!own)
            return (Str){0};
    }
    return buf_done(&b);
}

/* module.exports = new AWS.S3(), = "name": what is no object, function or class of its own stands for itself. */
static Values exported_value(Project *p, u32 m, bool *own)
{
    Values out = {0};
    *own = true;
    if (p->nest >= NEST_MAX)
        return out;
    p->nest++;
    Values all = common_export(p, m, (Str){0});
    p->nest--;
    *own = !all.n;
    for (i32 i = 0; i < all.n; i++) {
        ValueKind k = (ValueKind)all.v[i]->kind;
        if (k == V_CLIENT || k == V_OBJECT || k == V_EXTERN || k == V_TEXT || k == V_LIST || k == V_REQUEST || k == V_MODULE)
            out = values_union(p->a, out, values_one(p->a, all.v[i]));
        else
            *own = true;
    }
    return out;
}

Values required_module(Project *p, u32 file, Values names)
{
    Values out = {.open = names.open};
    for (i32 i = 0; i < names.n; i++) {
        Str name = value_text(names.v[i]);
        i32 m = text_known(name) ? module_file(p, file, name) : -1;
        if (m >= 0) {
            bool own;
            out = values_union(p->a, out, exported_value(p, (u32)m, &own));
            Value *v = value_new(p->a, V_MODULE);
            v->file = (u32)m;
            if (own)
                out = values_union(p->a, out, values_one(p->a, v));
        } else if (text_known(name) && name.len && name.s[0] != '.') {
            out = values_union(p->a, out, values_extern(p->a, npm_name(p, file, name)));
        } else {
            out.open = true;
        }
    }
    return out;
}

/* promise.then(f): f takes what the promise brings, and that is the promise itself as far as we are concerned. */
static Values promised(Project *p, const Surface *s, Site call)
{
    const Facts *f = p->files[call.file].f;
    Values recv = eval(p, (Site){call.file, EXPR(f, EXPR(f, call.expr)->a)->a, call.frame}), out = {.open = recv.open};
    for (i32 i = 0; i < recv.n; i++)
        out = values_union(p->a, out, callback_call(p, s, recv.v[i], call));
    return recv.n ? out : callback_call(p, s, 0, call);
}

bool script_helper(Project *p, Site call, Values *out)
{
    const Facts *f = p->files[call.file].f;
    const Expr *callee = EXPR(f, EXPR(f, call.expr)->a);
    Surface s;
    if (!(f->traits & TRAIT_MODULES_PATHS) || (callee->kind != EX_NAME && callee->kind != EX_MEMBER) || !sdk_word(p, S("helper"), callee->str))
        return false;
    if (surface_find(p, f->lang, str_cat(p->a, S("$helper."), callee->str), &s))
        *out = surface_call(p, &s, 0, call);
    else if (callee->kind == EX_MEMBER && surface_find(p, f->lang, str_cat(p->a, S("$promise."), callee->str), &s))
        *out = promised(p, &s, call);
    else
        return false;
    return true;
}

static bool is_path(Project *p, const Facts *f, ExprId e, Str path)
{
    return str_eq(expr_path(p->a, f, e), path);
}

/* exports.NAME = …, module.exports.NAME = …, module.exports = {NAME: …}. An empty name: module.exports itself. */
Values common_export(Project *p, u32 file, Str name)
{
    static const Str whole[] = {S_INIT("module.exports")};
    const Facts *f = p->files[file].f;
    Values out = {0};
    Str own = str_cat(p->a, S("exports."), name), full = str_cat(p->a, S("module.exports."), name);
    for (i32 i = map_get(&p->files[file].assigned, name.len ? name : S("exports")); i >= 0; i = p->member.v[i].next_here) {
        const MemberBind *m = &p->member.v[i];
        if (m->path)
            continue;
        const Fact *x = &f->facts.v[m->fact];
        bool here = name.len ? is_path(p, f, x->target, own) || is_path(p, f, x->target, full) : is_path(p, f, x->target, whole[0]);
        if (here)
            out = values_union(p->a, out, eval(p, (Site){file, x->value, 0}));
    }
    if (out.n || !name.len)
        return out;
    Values all = common_export(p, file, (Str){0});
    for (i32 i = 0; i < all.n; i++)
        if (all.v[i]->kind == V_MAP || all.v[i]->kind == V_CLASS || all.v[i]->kind == V_INSTANCE)
            out = values_union(p->a, out, eval_member(p, values_one(p->a, all.v[i]), name, (Site){file, 0, 0}));
    return out;
}

/* --- functions that are arguments --- */

CallSite lambda_site(Project *p, u32 file, ScopeId lambda)
{
    const File *fl = &p->files[file];
    Buf key = {.a = p->a};
    buf_int(&key, lambda);
    i32 i = map_get(&fl->lambdas, buf_done(&key));
    return i < 0 ? (CallSite){0} : fl->lambda.v[i];
}

/* Contexts of an anonymous function that is called where it stands, or that a function of the project takes as a parameter and calls. */
i32 lambda_contexts(Project *p, u32 file, ScopeId lambda, u32 *frames, i32 n, i32 max)
{
    CallSite c = lambda_site(p, file, lambda);
    if (!c.expr || n >= max)
        return n;
    if (c.arg < 0) {
        u32 fr = frame_for(p, file, lambda, (Site){file, c.expr, 0}, 0, 0);
        if (fr)
            frames[n++] = fr;
        return n;
    }
    Value it = {.kind = V_FUNCTION, .file = file, .scope = lambda};
    Values callee = eval(p, (Site){file, EXPR(p->files[file].f, c.expr)->a, 0});
    for (i32 i = 0; i < callee.n; i++) {
        if (callee.v[i]->kind != V_FUNCTION)
            continue;
        n = handed_contexts(p, (Site){file, c.expr, 0}, c.arg, callee.v[i], &it, file, lambda, frames, n, max);
    }
    return n;
}

/* {client: c, run() { this.client… }}: the object around a function that stands in it. */
Values object_of_method(Project *p, Site s, ScopeId scope)
{
    File *fl = &p->files[s.file];
    const Facts *f = fl->f;
    if (!fl->in_object) {
        fl->in_object = new(p->keep, ExprId, f->scopes.n);
        for (iz i = 1; i < f->exprs.n; i++)
            if (f->exprs.v[i].kind == EX_MAP)
                FOR_ARGS(f, &f->exprs.v[i], it)
                    if (EXPR(f, ARG(f, it)->value)->kind == EX_LAMBDA)
                        fl->in_object[EXPR(f, ARG(f, it)->value)->scope] = (ExprId)i;
    }
    for (; scope; scope = f->scopes.v[scope].parent)
        if (fl->in_object[scope])
            return eval(p, (Site){s.file, fl->in_object[scope], frame_of(p, s.frame, s.file, f->scopes.v[scope].parent)});
    return UNKNOWN_VALUES;
}
