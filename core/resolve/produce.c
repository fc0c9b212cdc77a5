/* produce.c: dependency injection by type: methods that an annotation calls producers (rows with the verb `produces`: Spring's @Bean, @Provides)
 * make what constructors and fields of the same declared type take. Of several of one type, the one counts whose name a qualifier says, else
 * the one that is called like the field or parameter, else all. */
#include "settings.h"

/* A type as it is written, without blanks and packages: DynamoDbTable<User>. */
static Str type_key(Project *p, const Facts *f, ExprId type)
{
    const Expr *e = EXPR(f, type);
    Str text = str_head(str_from(f->src->text, e->off), (iz)(e->end - e->off));
    Buf b = {.a = p->keep};
    iz start = 0;
    if (!type || text.len > TEXT_MAX)
        return (Str){0};
    for (iz i = 0; i < text.len; i++) {
        u8 c = text.s[i];
        if (c == '.') {
            b.n = start;
        } else if (c > ' ') {
            buf_u8(&b, c);
            if (c == '<' || c == ',')
                start = b.n;
        }
    }
    return buf_done(&b);
}

static void collect(Project *p)
{
    Surface s;
    p->producers_known = true;
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        for (iz k = 1; k < f->scopes.n && f->traits & TRAIT_MODULES_CLASSES; k++) {
            const Scope *fn = &f->scopes.v[k];
            if (fn->kind != SCOPE_FUNCTION || !fn->returns || !fn->decorators.head || !annotation_with(p, (u32)i, fn->decorators.head, S("produces"), &s))
                continue;
            i32 *head = map_at(p->keep, &p->producers_of, type_key(p, f, fn->returns));
            *(NamedScope *)vec_push(p->keep, &p->producer) = (NamedScope){.file = (u32)i, .scope = (ScopeId)k, .next = *head};
            *head = (i32)p->producer.n - 1;
        }
    }
}

/* Whether a text among the arguments of the annotations is `name`; any: whether there is one at all. */
static bool says_name(const Facts *f, ArgId decorators, Str name, bool *any)
{
    for (ArgId it = decorators; it; it = ARG(f, it)->next) {
        const Expr *e = EXPR(f, ARG(f, it)->value);
        if (e->kind != EX_NEW)
            continue;
        FOR_ARGS(f, e, k) {
            const Expr *x = EXPR(f, ARG(f, k)->value);
            if (x->kind != EX_STRING || !x->str.len || x->str.s[0] == '$')
                continue;
            *any = true;
            if (!name.len || str_eq(x->str, name))
                return true;
        }
    }
    return false;
}

/* Whether the annotations of what asks name this producer. */
static bool qualified_by(Project *p, const NamedScope *made, const Facts *f, ArgId decorators)
{
    const Facts *mf = p->files[made->file].f;
    const Scope *fn = &mf->scopes.v[made->scope];
    bool any = false;
    if (says_name(f, decorators, fn->name, &any))
        return true;
    FOR_LIST(mf, fn->decorators, it) {
        const Expr *e = EXPR(mf, ARG(mf, it)->value);
        FOR_ARGS(mf, e, k) {
            const Expr *x = EXPR(mf, ARG(mf, k)->value);
            if (e->kind == EX_NEW && x->kind == EX_STRING && x->str.len && says_name(f, decorators, x->str, &any))
                return true;
        }
    }
    return false;
}

Values produced(Project *p, u32 file, ExprId type, ArgId decorators, Str name)
{
    const Facts *f = p->files[file].f;
    if (!(f->traits & TRAIT_MODULES_CLASSES) || !type || too_nested(p))
        return (Values){0};
    if (!p->producers_known)
        collect(p);
    const NamedScope *all[PRODUCERS_MAX];
    i32 first = p->producer.n ? map_get(&p->producers_of, type_key(p, f, type)) : -1, n = 0, kept = 0;
    bool more = false;
    for (i32 i = first; i >= 0 && !more; i = p->producer.v[i].next)
        if (!maven_tests(p->files[p->producer.v[i].file].f->src->path) || maven_tests(p->files[file].f->src->path)) {
            more = n == PRODUCERS_MAX;
            if (!more)
                all[n++] = &p->producer.v[i];
        }
    for (i32 i = 0; i < n && n > 1; i++) /* a qualifier decides, else the name */
        if (qualified_by(p, all[i], f, decorators))
            all[kept++] = all[i];
    for (i32 i = 0; i < n && n > 1 && !kept; i++)
        if (str_eq(p->files[all[i]->file].f->scopes.v[all[i]->scope].name, name))
            all[kept++] = all[i];
    Values out = {.open = more && !kept ? OPEN_VALUES : 0};
    p->nest++;
    for (i32 i = 0; i < (kept ? kept : n); i++) {
        Values v = function_returns(p, all[i]->file, all[i]->scope, 0);
        for (i32 k = 0; k < v.n; k++)
            if (says_something(v.v[k]))
                out = values_union(p->a, out, values_one(p->a, v.v[k]));
    }
    p->nest--;
    return out;
}
