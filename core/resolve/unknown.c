/* unknown.c: clients of services that the data does not have: newer than the data, ended, or misspelt. Their calls are left out, and the reader is
 * told: by the name that a client is made with, where that is written as a text, and by the packages that are imported (rows "$services.HEAD":
 * "services PATTERN" is the pattern that packages of known services fit). */
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
    Rows r = tbl_prefix(p->t, TBL_sdkverb, 2, f->lang, S("package"));
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str head = tbl_get(p->t, TBL_sdkverb, i, sdkverb_name);
        Str package = str_starts(module, head) ? package_part(module, head) : (Str){0};
        Surface s;
        if (package.len <= head.len || surface_fits(p, tbl_get(p->t, TBL_sdkverb, i, sdkverb_after), package) || (surface_find(p, f->lang, package, &s) && str_eq(s.does, S("other"))))
            continue;
        i32 *told = map_at(p->keep, &p->told, str_cat3(p->keep, f->src->path, S("\t"), package)); /* once a file */
        if (*told < 0)
            warn_text(p, DIAG_unknown_service, f->src, off, package);
        *told = 0;
    }
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

void warn_unknown_services(Project *p, u32 file)
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
