/* javascript_decl.c: facts of statements and declarations: variables, functions, classes, blocks, modules. See javascript.h.
 *
 * What the facts of JavaScript look like beyond facts.h:
 * - `export {a as b} from "m"` is an import of a under the name "export:b" and an export of b with that name as its value.
 * - A class expression without a name is called like the variable or property that it is given to, else "class:OFFSET"; its value is that
 *   name. `export default` of a function or class without a name calls it "default".
 * - A setter is a function "set NAME", so that it is not in the way of the getter. In an object literal methods and accessors are entries
 *   whose value is a lambda (SCOPE_PROPERTY: a getter).
 * - A type parameter with a constraint (`T extends S3Client`) is a type alias bound in the scope of its function or class.
 * - A namespace is a block whose names stay visible, and its name is bound to a map of what it exports.
 * - `x ??= v`, `x ||= v`, `x &&= v` bind x to the choice of x and v; `x++` and `--x` augment it by something unknown.
 * - `for (k in o)` binds the list [k] with BIND_ITER | BIND_KEYS. A parameter named `this` is left out.
 * - `a["b"]` is member b of a; `!0`, `!1` and `void 0` are true, false and null.
 */
#include "javascript.h"

enum { JSM_SET = 1 << 16, JSM_CONST = 1 << 17 }; /* Js.member_mods beyond SCOPE_* */

JsVal js_mark(Js *p, int major)
{
    p->lists[major & 255] = true;
    return (JsVal){.id = p->f->cur, .off = p->open.n ? p->open.v[p->open.n - 1] : UINT32_MAX};
}

static ArgList take_decorators(Js *p)
{
    ArgList l = p->decorators;
    p->decorators = args_none();
    p->deco_off = 0;
    return l;
}

/* What begins at off, or with a decorator or modifier before it. */
static u32 take_start(Js *p, u32 off)
{
    if (p->member_off && p->member_off - 1 < off)
        off = p->member_off - 1;
    if (p->deco_off && p->deco_off - 1 < off)
        off = p->deco_off - 1;
    p->member_off = 0;
    return off;
}

/* --- exports --- */

static void export_name(Js *p, Str local, Str name, u32 off, u32 end)
{
    if (p->nspace)
        *vec_push(p->scratch, &p->exports) = name;
    else
        fact_export(p->f, name, fact_name(p->f, local, off), off, end);
}

/* A declaration of this name was read: exports it when `export` stands before. */
static void export_declared(Js *p, Str name, u32 off, u32 end)
{
    if (p->exporting)
        export_name(p, name, p->exporting == 2 ? S("default") : name, off, end);
    p->exporting = 0;
}

static void export_pattern(Js *p, ExprId e, int depth)
{
    const Expr *x = EXPR(p->f, e);
    if (x->kind == EX_NAME) {
        export_name(p, x->str, x->str, x->off, x->end);
    } else if ((x->kind == EX_MAP || x->kind == EX_LIST) && depth < FACTS_MAX_DEPTH) {
        for (ArgId i = x->args; i; i = ARG(p->f, i)->next)
            export_pattern(p, ARG(p->f, i)->value, depth + 1);
    }
}

void js_export(Js *p, JsVal start)
{
    p->exporting = start.sub == W_default ? 2 : 1;
}

/* --- variables --- */

static u32 declaration_flags(u16 word)
{
    switch (word) {
    case W_const:
        return BIND_DECLARE | BIND_CONST;
    case W_using:
        return BIND_DECLARE | BIND_CONST | BIND_ENTER;
    case W_var:
        return BIND_IMPLICIT;
    default:
        return BIND_DECLARE;
    }
}

JsVal js_var(Js *p, JsVal word)
{
    word.as = p->exporting;
    p->exporting = 0;
    return word;
}

JsVal js_declare(Js *p, JsVal how, JsVal target, JsVal type, JsVal value)
{
    ExprId t = js_ex(p, target), v = js_ex(p, value);
    u32 end = value.as ? value.end : type.id ? type.end : target.end;
    fact_bind(p->f, t, type.id, v, declaration_flags(how.sub), target.off, end);
    if (how.as)
        export_pattern(p, t, 0);
    return how;
}

/* --- functions --- */

static void declare_type_params(Js *p)
{
    for (iz i = 0; i < p->tparams.n; i++) {
        JsTypeParam *t = &p->tparams.v[i];
        fact_bind(p->f, fact_name(p->f, t->name, t->off), 0, t->constraint, BIND_DECLARE | BIND_TYPE, t->off, EXPR(p->f, t->constraint)->end);
    }
    p->tparams.n = 0;
}

/* Where a function begins: at `async`, when that stands before. */
static u32 begin(JsVal start)
{
    return start.id ? start.id - 1 : start.off;
}

static JsVal open_function(Js *p, ScopeKind kind, Str name, u32 flags, u32 off)
{
    ScopeId id = scope_open(p->f, kind, name, flags, off);
    declare_type_params(p);
    return (JsVal){.off = off, .end = (u32)p->params.n, .id = id};
}

JsVal js_func_open(Js *p, JsVal start, JsVal name, bool expression)
{
    Str s = name.as ? js_text(p, name) : (Str){0};
    if (!expression) {
        if (!s.len)
            s = S("default");
        export_declared(p, s, name.as ? name.off : start.off, name.as ? name.end : start.end);
    }
    return open_function(p, expression ? SCOPE_LAMBDA : SCOPE_FUNCTION, s, start.sub, begin(start));
}

JsVal js_method_open(Js *p, JsVal key, bool in_class)
{
    Str name = {0};
    u32 mods = p->member_mods, off = take_start(p, key.off);
    p->member_mods = 0;
    if (key.as == V_STRING)
        name = js_quoted(p, key);
    else if (key.as == V_NODE)
        name = EXPR(p->f, key.id)->kind == EX_STRING ? EXPR(p->f, key.id)->str : (Str){0};
    else
        name = js_text(p, key);
    if (mods & JSM_SET) /* not in the way of the getter, or of the field */
        name = str_cat(p->f->arena, S("set "), name);
    else if (in_class && str_eq(name, S("constructor")) && !(mods & (SCOPE_STATIC | SCOPE_PROPERTY)))
        mods |= SCOPE_CONSTRUCTOR;
    ArgList decorators = take_decorators(p);
    JsVal v = open_function(p, in_class ? SCOPE_FUNCTION : SCOPE_LAMBDA, name, mods & 0xffff, off);
    p->f->scopes.v[v.id].decorators = decorators;
    if (!in_class && key.as == V_NODE)
        *vec_push(p->scratch, &p->keys) = (JsKey){v.id, key.id};
    return v;
}

JsVal js_arrow_open(Js *p, JsVal start)
{
    return open_function(p, SCOPE_LAMBDA, (Str){0}, start.sub, begin(start));
}

JsVal js_arrow_one(Js *p, JsVal name)
{
    JsVal v = open_function(p, SCOPE_LAMBDA, (Str){0}, name.sub, begin(name));
    scope_param(p->f, js_text(p, name), 0, 0, PARAM_POSITIONAL, name.off);
    return v;
}

void js_param(Js *p, JsVal target, JsVal type, JsVal dflt, ParamKind kind)
{
    ArgList decorators = take_decorators(p);
    bool field = p->pmod;
    p->pmod = false;
    if (target.as == V_NAME && target.sub == W_this)
        return;
    Param x = {.type = type.id, .dflt = js_ex(p, dflt), .off = target.off, .kind = (u8)kind, .decorators = decorators.head};
    x.flags = field ? PARAM_FIELD : 0;
    if (target.as == V_NODE)
        x.pattern = target.id;
    else
        x.name = js_text(p, target);
    *vec_push(p->scratch, &p->params) = x;
}

JsVal js_signature(Js *p, JsVal func, JsVal type)
{
    Facts *f = p->f;
    Scope *s = &f->scopes.v[func.id];
    s->params = (u32)f->params.n;
    s->returns = type.id;
    for (iz i = func.end; i < p->params.n; i++) {
        *vec_add(f->arena, &f->params) = p->params.v[i];
        s->nparams++;
    }
    if (p->params.n > func.end)
        p->params.n = func.end;
    return func;
}

JsVal js_func_close(Js *p, JsVal func, JsVal end)
{
    scope_close(p->f, end.end);
    if (p->f->scopes.v[func.id].kind != SCOPE_LAMBDA)
        return (JsVal){0};
    return (JsVal){.off = func.off, .end = end.end, .as = V_NODE, .id = fact_lambda(p->f, func.id)};
}

ArgList js_method_entry(Js *p, JsVal func, JsVal end)
{
    JsVal v = js_func_close(p, func, end);
    while (p->keys.n && p->keys.v[p->keys.n - 1].scope > func.id)
        p->keys.n--;
    if (p->keys.n && p->keys.v[p->keys.n - 1].scope == func.id)
        return args_add_keyed(p->f, args_none(), p->keys.v[--p->keys.n].key, v.id);
    return args_add_named(p->f, args_none(), p->f->scopes.v[func.id].name, v.id);
}

JsVal js_arrow_value(Js *p, JsVal func, JsVal value)
{
    fact_return(p->f, js_ex(p, value), 0, value.off, value.end);
    return js_func_close(p, func, (JsVal){.end = p->last_end}); /* parentheses around the value included */
}

void js_signature_only(Js *p, JsVal func, JsVal end)
{
    (void)func;
    scope_close(p->f, end.off);
}

/* --- classes --- */

JsVal js_class_open(Js *p, JsVal start, JsVal name, ArgList bases, u32 flags)
{
    Facts *f = p->f;
    Str s = name.as ? js_text(p, name) : (Str){0};
    u32 off = p->deco_off ? p->deco_off - 1 : start.off;
    ArgList decorators = take_decorators(p);
    if (!s.len && start.id) /* class expression: named like what holds it */
        s = js_text(p, js_token_value(p, start.id));
    if (!s.len && p->exporting == 2)
        s = S("default");
    if (!s.len) {
        Buf b = {.a = f->arena};
        buf_str(&b, S("class:"));
        buf_int(&b, start.off);
        s = buf_done(&b);
    }
    if (!(start.sub & 1))
        export_declared(p, s, name.as ? name.off : start.off, name.as ? name.end : start.end);
    ScopeId id = scope_open(f, SCOPE_CLASS, s, flags, off);
    f->scopes.v[id].bases = bases;
    f->scopes.v[id].decorators = decorators;
    declare_type_params(p);
    p->member_mods = p->member_off = 0;
    return (JsVal){.off = start.off, .id = id};
}

JsVal js_class_close(Js *p, JsVal cls, JsVal end)
{
    scope_close(p->f, end.end);
    ExprId e = fact_name(p->f, p->f->scopes.v[cls.id].name, cls.off);
    EXPR(p->f, e)->end = end.end;
    return (JsVal){.off = cls.off, .end = end.end, .as = V_NODE, .id = e};
}

void js_field(Js *p, JsVal key, JsVal type, JsVal value)
{
    Facts *f = p->f;
    u32 mods = p->member_mods, off = take_start(p, key.off);
    p->member_mods = 0;
    ArgList decorators = take_decorators(p);
    Str name = key.as == V_STRING ? js_quoted(p, key) : key.as == V_NODE ? EXPR(f, key.id)->str : js_text(p, key);
    if (key.as == V_NODE && EXPR(f, key.id)->kind != EX_STRING)
        return;
    ExprId t = fact_name(f, name, key.off);
    EXPR(f, t)->end = key.end;
    u32 flags = BIND_DECLARE | (mods & SCOPE_STATIC ? BIND_STATIC : 0) | (mods & JSM_CONST ? BIND_CONST : 0);
    Fact *x = fact_bind(f, t, type.id, js_ex(p, value), flags, off, value.as ? value.end : type.id ? type.end : key.end);
    x->decorators = decorators.head;
}

void js_mod(Js *p, JsVal mod)
{
    if (!p->member_off)
        p->member_off = mod.off + 1;
    switch (mod.sub) {
    case W_static:
        p->member_mods |= SCOPE_STATIC;
        break;
    case W_get:
        p->member_mods |= SCOPE_PROPERTY;
        break;
    case W_set:
        p->member_mods |= JSM_SET;
        break;
    case W_async:
        p->member_mods |= SCOPE_ASYNC;
        break;
    case W_yield:
        p->member_mods |= SCOPE_GENERATOR;
        break;
    case W_readonly:
        p->member_mods |= JSM_CONST;
        break;
    default:
        break;
    }
}

void js_decorator(Js *p, JsVal at, JsVal e)
{
    if (!p->deco_off)
        p->deco_off = at.off + 1;
    p->decorators = args_add(p->f, p->decorators, js_ex(p, e));
}

JsVal js_static_block(Js *p, JsVal open)
{
    p->member_mods = p->member_off = 0;
    return (JsVal){.id = scope_open(p->f, SCOPE_BLOCK, (Str){0}, SCOPE_NESTS_NAMES, open.off)};
}

void js_enum_item(Js *p, JsVal key, JsVal value)
{
    Facts *f = p->f;
    if (key.as == V_NODE && EXPR(f, key.id)->kind != EX_STRING)
        return;
    Str name = key.as == V_STRING ? js_quoted(p, key) : key.as == V_NODE ? EXPR(f, key.id)->str : js_text(p, key);
    fact_bind(f, fact_name(f, name, key.off), 0, js_ex(p, value), BIND_DECLARE | BIND_CONST | BIND_STATIC, key.off,
              value.as ? value.end : key.end);
}

/* --- namespaces: what is inside stays visible as it is; the name holds what is exported --- */

JsVal js_namespace_open(Js *p, JsVal name)
{
    export_declared(p, js_text(p, name), name.off, name.end);
    *vec_push(p->scratch, &p->exports) = (Str){0};
    p->nspace++;
    name.id = scope_open(p->f, SCOPE_BLOCK, (Str){0}, 0, name.off);
    return name;
}

/* Index of the token at this offset. */
static iz token_at(const Js *p, u32 off)
{
    iz lo = 0, hi = p->tok.n;
    while (hi - lo > 1) {
        iz mid = lo + (hi - lo) / 2;
        if (p->tok.v[mid].off <= off)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

void js_namespace_close(Js *p, JsVal scope, JsVal end)
{
    Facts *f = p->f;
    ArgList l = args_none();
    iz first = p->exports.n;
    scope_close(f, end.end);
    while (first > 0 && p->exports.v[first - 1].len)
        first--;
    for (iz i = first; i < p->exports.n; i++)
        l = args_add_named(f, l, p->exports.v[i], fact_name(f, p->exports.v[i], scope.off));
    p->exports.n = first > 0 ? first - 1 : 0;
    p->nspace -= p->nspace > 0;
    if (scope.as != V_NAME || scope.sub == W_global)
        return;
    iz name = token_at(p, scope.off), last = name;
    while (last + 2 < p->tok.n && (p->tok.v[last + 1].kind & JF_KIND) == T_DOT)
        last += 2;
    ExprId map = fact_map(f, l, 0, scope.off, end.end);
    for (; last > name; last -= 2) { /* A.B is an object in an object */
        Str s = js_text(p, js_token_value(p, (u32)last));
        map = fact_map(f, args_add_named(f, args_none(), s, map), 0, scope.off, end.end);
    }
    fact_bind(f, fact_name(f, js_text(p, scope), scope.off), 0, map, BIND_IMPLICIT | BIND_CONST, scope.off, end.end);
}

void js_type_alias(Js *p, JsVal name, JsVal type)
{
    p->tparams.n = 0;
    Str s = js_text(p, name);
    export_declared(p, s, name.off, name.end);
    fact_bind(p->f, fact_name(p->f, s, name.off), 0, type.id, BIND_DECLARE | BIND_TYPE, name.off, type.end);
}

/* --- blocks --- */

JsVal js_block_open(Js *p, JsVal open)
{
    if (p->body_off == open.off + 1)
        return (JsVal){0};
    return (JsVal){.id = scope_open(p->f, SCOPE_BLOCK, (Str){0}, SCOPE_NESTS_NAMES, open.off)};
}

void js_body(Js *p)
{
    p->body_off = p->tok.v[p->at].off + 1;
}

JsVal js_open(Js *p, JsVal start, u32 flags)
{
    ScopeId id = scope_open(p->f, SCOPE_BLOCK, (Str){0}, flags, start.off);
    js_body(p);
    return (JsVal){.id = id};
}

void js_close(Js *p, JsVal scope)
{
    (void)scope;
    scope_close(p->f, p->last_end);
}

void js_block_close(Js *p, JsVal scope, JsVal end)
{
    if (scope.id)
        scope_close(p->f, end.end);
}

void js_each(Js *p, JsVal target, JsVal type, JsVal of, JsVal value, JsVal how)
{
    Facts *f = p->f;
    ExprId t = js_ex(p, target);
    u32 flags = BIND_ITER | (how.sub ? declaration_flags(how.sub) : 0);
    if (of.sub == W_in) {
        t = fact_list(f, args_add(f, args_none(), t), 0, target.off, target.end);
        flags |= BIND_KEYS;
    }
    fact_bind(f, t, type.id, js_ex(p, value), flags, target.off, value.end);
    js_body(p);
}

JsVal js_catch(Js *p, JsVal scope, JsVal target, JsVal type)
{
    fact_bind(p->f, js_ex(p, target), 0, type.id, BIND_CATCH | BIND_DECLARE, target.off, type.id ? type.end : target.end);
    js_body(p);
    return scope;
}

void js_return(Js *p, JsVal start, JsVal value)
{
    fact_return(p->f, js_ex(p, value), 0, start.off, value.as ? value.end : start.end);
}

/* --- modules --- */

static Str spec_text(Js *p, JsVal v)
{
    return v.as == V_STRING ? js_quoted(p, v) : js_text(p, v);
}

static void add_spec(Js *p, Str symbol, Str local, u32 flags, u32 off, u32 end)
{
    *vec_push(p->scratch, &p->specs) = (JsSpec){symbol, local, flags, off, end};
}

void js_import_spec(Js *p, JsVal symbol, JsVal local, JsVal from)
{
    Str s = symbol.as ? spec_text(p, symbol) : S("default");
    u32 flags = symbol.sub == W_type || local.sub == W_type ? IMPORT_TYPE_ONLY : 0;
    add_spec(p, s, js_text(p, local), flags, from.off, local.end);
}

void js_import_star(Js *p, JsVal star, JsVal local)
{
    add_spec(p, (Str){0}, js_text(p, local), 0, star.off, local.end);
}

void js_import(Js *p, JsVal start, JsVal module)
{
    Str m = js_quoted(p, module);
    u32 all = start.sub == W_type ? IMPORT_TYPE_ONLY : 0;
    for (iz i = 0; i < p->specs.n; i++) {
        JsSpec *s = &p->specs.v[i];
        fact_import(p->f, m, s->symbol, s->local, s->flags | all, s->off, s->end);
    }
    if (!p->specs.n)
        fact_import(p->f, m, (Str){0}, (Str){0}, all, start.off, module.end);
    p->specs.n = 0;
}

void js_export_spec(Js *p, JsVal local, JsVal name)
{
    u32 flags = local.sub == W_type ? IMPORT_TYPE_ONLY : 0;
    add_spec(p, spec_text(p, local), spec_text(p, name), flags, local.off, name.end);
}

void js_export_list(Js *p, JsVal start)
{
    (void)start;
    for (iz i = 0; i < p->specs.n; i++) {
        JsSpec *s = &p->specs.v[i];
        export_name(p, s->symbol, s->local, s->off, s->end);
    }
    p->specs.n = 0;
}

static void reexport(Js *p, Str module, Str symbol, Str name, u32 flags, u32 off, u32 end)
{
    Str local = str_cat(p->f->arena, S("export:"), name);
    fact_import(p->f, module, symbol, local, flags, off, end);
    fact_export(p->f, name, fact_name(p->f, local, off), off, end);
}

void js_export_from(Js *p, JsVal start, JsVal module)
{
    Str m = js_quoted(p, module);
    u32 all = start.sub == W_type ? IMPORT_TYPE_ONLY : 0;
    for (iz i = 0; i < p->specs.n; i++) {
        JsSpec *s = &p->specs.v[i];
        reexport(p, m, s->symbol, s->local, s->flags | all, s->off, s->end);
    }
    p->specs.n = 0;
}

void js_export_all(Js *p, JsVal start, JsVal name, JsVal module)
{
    Str m = js_quoted(p, module);
    u32 all = start.sub == W_type ? IMPORT_TYPE_ONLY : 0;
    if (name.as)
        reexport(p, m, (Str){0}, spec_text(p, name), all, name.off, name.end);
    else
        fact_import(p->f, m, S("*"), (Str){0}, all, start.off, module.end);
}

void js_export_default(Js *p, JsVal start, JsVal value)
{
    fact_export(p->f, S("default"), js_ex(p, value), start.off, value.end);
}

void js_export_assign(Js *p, JsVal start, JsVal value)
{
    ExprId t = fact_member(p->f, fact_name(p->f, S("module"), start.off), S("exports"), start.end);
    fact_bind(p->f, t, 0, js_ex(p, value), 0, start.off, value.end);
}
