/* sites.c: call sites, by the simple names under which what they call, or take as an argument, is known. */
#include "statics.h"

static void add_site(Project *p, u32 file, ExprId call, i32 arg, Str name)
{
    CallSite c = {.file = file, .expr = call, .arg = arg};
    i32 *head = map_at(p->a, &p->sites, name);
    c.next = *head;
    *(CallSite *)vec_push(p->a, &p->site) = c;
    *head = (i32)p->site.n - 1;
}

/* const local = require("module"), const {symbol: local} = require("module"). An empty symbol: the module itself. */
typedef struct {
    Str module, symbol;
} Required;

typedef struct {
    Map names;
    VEC(Required) all;
} Requires;

static void add_required(Project *p, Requires *r, Str local, Str module, Str symbol)
{
    if (!local.len)
        return;
    map_put(p->a, &r->names, local, (i32)r->all.n);
    *(Required *)vec_push(p->a, &r->all) = (Required){module, symbol};
}

static void collect_required(Project *p, const Facts *f, Requires *r)
{
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        const Expr *v = EXPR(f, x->value);
        if (x->kind != FACT_BIND || v->kind != EX_CALL || !v->args || !sdk_word(p, S("loader"), expr_simple_name(f, v->a)))
            continue;
        Str m = loaded_module(p->a, f, ARG(f, v->args)->value);
        const Expr *t = EXPR(f, x->target);
        if (!m.len || m.s[0] != '.')
            continue;
        if (t->kind == EX_NAME)
            add_required(p, r, t->str, m, (Str){0});
        if (t->kind == EX_MAP)
            FOR_ARGS(f, t, it)
                if (EXPR(f, ARG(f, it)->value)->kind == EX_NAME)
                    add_required(p, r, EXPR(f, ARG(f, it)->value)->str, m, ARG(f, it)->name);
    }
}

Str default_site(Project *p, u32 file)
{
    Buf key = {.a = p->a};
    buf_str(&key, S("default of "));
    buf_int(&key, file);
    return buf_done(&key);
}

/* The names under which the callee of a call is known where it is made: imports and exports may rename it, and a default export needs no
 * name at all. */
static void add_renamed(Project *p, u32 fi, const Requires *required, ExprId call, Str name)
{
    Str called = name, symbol, module;
    u32 at = fi;
    for (int hop = 0; hop < NEST_MAX; hop++) {
        const Facts *f = p->files[at].f;
        i32 im = map_get(&p->files[at].imports, name), rq = hop ? -1 : map_get(&required->names, name);
        if (im < 0 && rq < 0)
            return;
        symbol = im >= 0 ? f->facts.v[im].symbol : required->all.v[rq].symbol;
        module = im >= 0 ? f->facts.v[im].module : required->all.v[rq].module;
        i32 m = module_file(p, at, module);
        if (m < 0)
            return;
        bool whole = !symbol.len || str_eq(symbol, S("default"));
        if (whole)
            add_site(p, fi, call, -1, str_dup(p->keep, default_site(p, (u32)m)));
        else if (!str_eq(symbol, called) && (hop || rq >= 0) && map_get(&p->named, symbol) >= 0) /* the first import's is known */
            add_site(p, fi, call, -1, symbol);
        at = (u32)m;
        i32 ex = map_get(&p->files[m].exports, symbol);
        name = ex < 0 ? symbol : expr_simple_name(p->files[m].f, p->files[m].f->facts.v[ex].value);
        if (ex >= 0 && !whole && !str_eq(name, symbol) && !str_eq(name, called) && map_get(&p->named, name) >= 0)
            add_site(p, fi, call, -1, name);
    }
}

/* cls(…) in a class method makes an instance of the class. */
static ScopeId class_of_receiver(const Facts *f, const Expr *callee, ScopeId scope)
{
    ScopeId fn = scope_function(f, scope);
    if (callee->kind != EX_NAME || !(f->scopes.v[fn].flags & SCOPE_CLASSMETHOD) || !f->scopes.v[fn].nparams ||
        !str_eq(f->params.v[f->scopes.v[fn].params].name, callee->str))
        return 0;
    return scope_class(f, fn);
}

/* A function of the project that stands as a value. */
static void refer(Project *p, const Facts *f, ExprId e)
{
    const Expr *x = EXPR(f, e);
    if ((x->kind == EX_MEMBER || (x->kind == EX_NAME && f->traits & TRAIT_EMBEDS)) && map_get(&p->named, x->str) >= 0)
        map_put(p->a, &p->referred, x->str, 0);
}

void index_sites(Project *p, u32 fi)
{
    File *file = &p->files[fi];
    Facts *f = file->f;
    Requires required = {0};
    if (f->traits & TRAIT_MODULES_PATHS)
        collect_required(p, f, &required);
    for (iz i = f->exprs.n; i-- > 1;) { /* a composite literal makes an instance too */
        const Expr *e = &f->exprs.v[i];
        if (f->traits & TRAIT_EMBEDS && (e->kind == EX_NEW || e->kind == EX_LIST || e->kind == EX_MAP))
            FOR_ARGS(f, e, it)
                refer(p, f, ARG(f, it)->value);
        if (e->kind == EX_NEW && e->flags & EXPR_FIELDS && map_get(&p->named, expr_simple_name(f, e->a)) >= 0)
            add_site(p, fi, (ExprId)i, -1, expr_simple_name(f, e->a));
    }
    for (iz i = f->facts.n; i-- > 0;) {
        const Fact *x = &f->facts.v[i];
        if ((x->kind == FACT_BIND && f->traits & (TRAIT_MODULES_CLASSES | TRAIT_EMBEDS)) || (x->kind == FACT_RETURN && f->traits & TRAIT_EMBEDS))
            refer(p, f, x->value);
        if (x->kind != FACT_CALL)
            continue;
        const Expr *call = EXPR(f, x->value);
        Str name = expr_simple_name(f, call->a);
        if (f->traits & TRAIT_MODULES_PATHS && EXPR(f, call->a)->kind == EX_CALL && EXPR(f, call->a)->args) { /* require("./x")(…) */
            const Expr *load = EXPR(f, call->a);
            bool loads = sdk_word(p, S("loader"), expr_simple_name(f, load->a));
            Str module = loads ? loaded_module(p->a, f, ARG(f, load->args)->value) : (Str){0};
            i32 m = module.len && module.s[0] == '.' ? module_file(p, fi, module) : -1;
            if (m >= 0)
                add_site(p, fi, x->value, -1, str_dup(p->keep, default_site(p, (u32)m)));
        }
        if (name.len) {
            i32 im = map_get(&file->imports, name);
            Str symbol = im >= 0 ? f->facts.v[im].symbol : (Str){0};
            bool setter = p->generated && f->traits & TRAIT_MODULES_CLASSES && call->nargs == 1 && str_starts(name, S("set"));
            bool invokes = f->traits & TRAIT_MODULES_CLASSES && call->nargs && EXPR(f, call->a)->kind == EX_MEMBER && sdk_word(p, S("invoker"), name);
            if (invokes || setter || map_get(&p->named, name) >= 0 || (EXPR(f, call->a)->flags & EXPR_SUPER && !(f->traits & TRAIT_MODULES_CLASSES)))
                add_site(p, fi, x->value, -1, name);
            if (symbol.len && !str_eq(symbol, name))
                add_site(p, fi, x->value, -1, symbol);
            if (f->traits & TRAIT_MODULES_PATHS && EXPR(f, call->a)->kind == EX_NAME)
                add_renamed(p, fi, &required, x->value, name);
        }
        if (EXPR(f, call->a)->flags & (EXPR_SUPER | EXPR_SELF) && EXPR(f, call->a)->kind == EX_NAME && f->traits & TRAIT_MODULES_CLASSES) {
            ScopeId own = scope_class(f, x->scope); /* super(…), this(…): a constructor of the base class or the class itself */
            ArgId base = f->scopes.v[own].bases.head;
            Str class = EXPR(f, call->a)->flags & EXPR_SELF ? f->scopes.v[own].name : base ? expr_simple_name(f, ARG(f, base)->value) : (Str){0};
            if (class.len)
                add_site(p, fi, x->value, -1, class);
        }
        ScopeId cls = class_of_receiver(f, EXPR(f, call->a), x->scope);
        if (cls)
            add_site(p, fi, x->value, -1, f->scopes.v[cls].name);
        i32 k = 0;
        FOR_ARGS(f, call, it) {
            Str an = expr_simple_name(f, ARG(f, it)->value);
            if (an.len && map_get(&p->named, an) >= 0)
                add_site(p, fi, x->value, k, an);
            k++;
        }
    }
}
