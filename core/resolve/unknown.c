/* unknown.c: services and operations that the data does not have: newer than the data, ended, or misspelt. Their calls are left out, and the
 * reader is told: services by the name that a client is made with, where that is written as a text, and by the packages that are imported (rows
 * "$services.HEAD": "services PATTERN" is the pattern that packages of known services fit); operations by their request objects (rows
 * "$operations.HEAD": "operations PATTERN" fits the requests of known and unknown operations). */
#include "emit.h"
#include "settings.h"

/* What stands between head and the next separator. */
static Str package_part(Str module, Str head)
{
    Str rest = str_from(module, head.len);
    for (iz i = 0; i < rest.len; i++)
        if (rest.s[i] == '/' || rest.s[i] == '.' || rest.s[i] == '@')
            return str_head(module, head.len + i);
    return module;
}

static void imported(Project *p, u32 file, Str name, u32 off)
{
    const Facts *f = p->files[file].f;
    Str module = npm_name(p, file, name);
    Rows r = sdk_verbs(p, f->lang, S("package"));
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str head = tbl_get(p->t, TBL_sdkverb, i, sdkverb_name);
        Str package = str_starts(module, head) ? package_part(module, head) : (Str){0};
        Surface s;
        if (package.len <= head.len || surface_fits(p, tbl_get(p->t, TBL_sdkverb, i, sdkverb_after), package) || surface_find(p, f->lang, package, &s))
            continue;
        i32 *told = map_at(p->keep, &p->told, str_cat3(p->keep, f->src->path, S("\t"), package)); /* once a file */
        if (*told < 0)
            warn_text(p, DIAG_unknown_service, f->src, off, package);
        *told = 0;
    }
}

/* The path of a name that an SDK's package gives (s3.X, X, X.builder), as written; or nothing. */
static Str path_written(Project *p, u32 file, ExprId e)
{
    const File *fl = &p->files[file];
    const Facts *f = fl->f;
    const Expr *x = EXPR(f, e);
    if (x->kind == EX_MEMBER) {
        Str of = EXPR(f, x->a)->kind == EX_NAME ? path_written(p, file, x->a) : (Str){0};
        return of.len ? str_cat3(p->a, of, S("."), x->str) : of;
    }
    i32 im = x->kind == EX_NAME ? map_get(&fl->imports, x->str) : -1;
    if (im < 0 || !surface_knows_module(p, f->lang, npm_name(p, file, f->facts.v[im].module)))
        return (Str){0};
    Str module = npm_name(p, file, f->facts.v[im].module), symbol = f->facts.v[im].symbol;
    return symbol.len && !str_eq(symbol, S("*")) ? str_cat3(p->a, module, S("."), symbol) : module;
}

static void requested(Project *p, u32 file, ExprId callee)
{
    const Facts *f = p->files[file].f;
    Rows r = sdk_verbs(p, f->lang, S("request"));
    Str path = r.n ? path_written(p, file, callee) : (Str){0};
    Surface s;
    for (u32 i = r.first; i < r.first + r.n && path.len; i++)
        if (str_starts(path, tbl_get(p->t, TBL_sdkverb, i, sdkverb_name)) && surface_fits(p, tbl_get(p->t, TBL_sdkverb, i, sdkverb_after), path) &&
            (!surface_find(p, f->lang, path, &s) || s.any.len))
            warn_at(p, DIAG_unknown_operation, (Site){file, callee, 0});
}

/* A text among the arguments, or nothing. */
static const Expr *written_name(const Facts *f, const Expr *call)
{
    FOR_ARGS(f, call, it)
        if (EXPR(f, ARG(f, it)->value)->kind == EX_STRING)
            return EXPR(f, ARG(f, it)->value);
    return 0;
}

static void called(Project *p, u32 file, ExprId call)
{
    const Facts *f = p->files[file].f;
    requested(p, file, EXPR(f, call)->a);
    FOR_ARGS(f, EXPR(f, call), it)
        if (EXPR(f, ARG(f, it)->value)->kind == EX_NEW)
            requested(p, file, EXPR(f, ARG(f, it)->value)->a);
    Str callee = expr_simple_name(f, EXPR(f, call)->a);
    bool makes = callee.len && sdk_word(p, S("maker"), callee), loads = callee.len && sdk_word(p, S("loader"), callee);
    const Expr *name = makes || loads ? written_name(f, EXPR(f, call)) : 0;
    if (name && loads) {
        imported(p, file, name->str, name->off);
    } else if (name && !tbl_find1(p->t, TBL_service, name->str).n) {
        values_reset(p, false);
        query_begin(p);
        (void)eval(p, (Site){file, call, 0}); /* tells it */
    }
}

void warn_unknown(Project *p, u32 file)
{
    const Facts *f = p->files[file].f;
    for (iz i = 0; i < f->facts.n && p->files[file].sdk; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_IMPORT)
            imported(p, file, x->module, x->off);
        else if (x->kind == FACT_CALL)
            called(p, file, x->value);
    }
}
