/* types.c: what declared types say: instances of classes, clients, requests, lists and maps of them. */
#include "eval.h"
#include "settings.h"

/* Instances of what a type expression evaluates to. */
static Values instances(Project *p, u32 file, Values t)
{
    Values out = {0};
    for (i32 i = 0; i < t.n; i++) {
        const Value *x = t.v[i];
        if (x->kind == V_CLASS) {
            Value *v = value_new(p->a, V_INSTANCE);
            v->file = x->file;
            v->scope = x->scope;
            out = values_union(p->a, out, values_one(p->a, v));
        } else if (x->kind == V_EXTERN) {
            Surface s;
            bool paths = p->files[file].f->traits & TRAIT_MODULES_PATHS;
            if (surface_find(p, p->files[file].f->lang, x->text, &s))
                out = values_union(p->a, out, configured(p, file, surface_type(p, s.sdk, &s)));
            else if (paths && !str_starts(x->text, S("builtins.")) && !str_ends(x->text, S(")"))) /* of a class of someone else */
                out = values_union(p->a, out, values_extern(p->a, str_cat(p->a, x->text, S("()"))));
        } else if (x->kind != V_TEXT && x->kind != V_NULL && x->kind != V_FUNCTION && x->kind != V_MODULE) {
            out = values_union(p->a, out, values_one(p->a, x)); /* an alias evaluated to instances already */
        }
    }
    return out;
}

Values class_argument(Project *p, Site call, Values classes)
{
    return instances(p, call.file, classes);
}

bool type_is(Project *p, const Facts *f, Str name, Str what)
{
    Rows r = tbl_find2(p->t, TBL_sdk, f->lang, str_cat(p->a, S("$type."), name));
    return r.n && str_eq(tbl_get(p->t, TBL_sdk, r.first, sdk_does), what);
}

/* Box<X>: an instance of the class that knows its one argument. */
static Values with_arguments(Project *p, Values generic, Values in, const Expr *arg)
{
    Values out = {.open = generic.open};
    for (i32 i = 0; i < generic.n; i++) {
        const Value *x = generic.v[i];
        if (x->kind != V_INSTANCE || x->nfields || (arg->kind == EX_LIST && arg->nargs != 1)) {
            out = values_union(p->a, out, values_one(p->a, x));
            continue;
        }
        Value *v = new(p->a, Value, 1);
        *v = *x;
        v->hash = 0;
        list_add(p, v, in);
        out = values_union(p->a, out, values_one(p->a, v));
    }
    return out;
}

enum { TYPES_FREE = 4 }; /* nested types that cost no step */

Values eval_type(Project *p, u32 file, ExprId type, ScopeId scope)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, type);
    if (too_nested(p) || (p->nest > TYPES_FREE && p->steps-- <= 0)) /* a name that stands in its own type several times: Map<K, V> K; */
        return (Values){0};
    p->nest++;
    Values out = {0};
    switch ((ExprKind)e->kind) {
    case EX_NAME:
        out = instances(p, file, lookup_name(p, file, e->str, type_scope(&p->files[file], e->str, scope), e->off, 0));
        break;
    case EX_MEMBER: {
        const Expr *a = EXPR(f, e->a);
        ScopeId from = a->kind == EX_NAME ? type_scope(&p->files[file], a->str, scope) : scope;
        Values v = from != scope ? eval_member(p, lookup_name(p, file, a->str, from, a->off, 0), e->str, (Site){file, type, 0}) /* s3 *s3.Client */
                                 : eval(p, (Site){file, type, 0});
        out = instances(p, file, v);
        break;
    }
    case EX_CHOICE:
    case EX_CONCAT:
        out = values_union(p->a, eval_type(p, file, e->a, scope), eval_type(p, file, e->b, scope));
        break;
    case EX_INDEX: {
        Str name = expr_simple_name(f, e->a);
        const Expr *arg = EXPR(f, e->b);
        Values in = {0};
        if (type_is(p, f, name, S("function")))
            break;
        if (arg->kind == EX_LIST) {
            FOR_ARGS(f, arg, it) {
                const Expr *item = EXPR(f, ARG(f, it)->value);
                Values v = eval_type(p, file, ARG(f, it)->value, scope);
                if (item->kind == EX_CALL) { /* Annotated[T, Depends(provider)] */
                    Str dep = expr_simple_name(f, item->a);
                    if (type_is(p, f, dep, S("provider")) && item->args)
                        FOR_ARGS(f, item, k)
                            v = values_union(p->a, v, by_provider(p, eval(p, (Site){file, ARG(f, k)->value, 0}), (Site){file, 0, 0}));
                }
                in = values_union(p->a, in, v);
            }
        } else {
            in = eval_type(p, file, e->b, scope);
        }
        if (type_is(p, f, name, S("transparent"))) {
            out = in;
        } else if (type_is(p, f, name, S("box"))) {
            out = in.n ? box_new(p, f->lang, in) : in;
        } else {
            Values generic = instances(p, file, eval(p, (Site){file, e->a, 0}));
            if (generic.n) {
                out = in.n && f->traits & TRAIT_MODULES_CLASSES ? with_arguments(p, generic, in, arg) : generic;
            } else if (in.n) {
                bool map = type_is(p, f, name, S("mapping"));
                Value *v = value_new(p->a, map ? V_MAP : V_LIST);
                v->open = true;
                if (map) {
                    map_field(p, v, TEXT_UNKNOWN, in, true);
                } else {
                    list_add(p, v, in);
                }
                out = values_one(p->a, v);
            }
        }
        break;
    }
    case EX_TYPE:
        out = eval_type(p, file, e->a, scope);
        break;
    case EX_MAP: { /* {s3: S3Client} */
        Value *m = value_new(p->a, V_MAP);
        m->open = true;
        FOR_ARGS(f, e, it) {
            Values v = eval_type(p, file, ARG(f, it)->value, scope);
            if (v.n)
                map_field(p, m, ARG(f, it)->name.len ? ARG(f, it)->name : TEXT_UNKNOWN, v, !ARG(f, it)->name.len);
        }
        if (m->nfields)
            out = values_one(p->a, m);
        break;
    }
    default:
        break;
    }
    p->nest--;
    return out;
}
