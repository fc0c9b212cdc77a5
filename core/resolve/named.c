/* named.c: types that are maps, lists or texts by another name (type Buckets map[Kind]string): their literals, their methods. In languages
 * that tell every type. */
#include "eval.h"
#include "statics.h"

bool named_literal(Project *p, Site s, const Expr *e, Values *out)
{
    const Facts *f = p->files[s.file].f;
    Static t = static_of(p, s.file, e->a);
    if (t.kind != ST_SHAPE_TYPE && t.kind != ST_SHAPE)
        return false;
    const Facts *tf = p->files[t.file].f;
    Str shape = expr_simple_name(tf, EXPR(tf, t.id)->a);
    bool map = str_eq(shape, S("map"));
    if (EXPR(tf, t.id)->kind != EX_INDEX || (!map && !str_eq(shape, S("[]"))))
        return false;
    Value *v = value_new(p->a, map ? V_MAP : V_LIST);
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        Values item = eval(p, (Site){s.file, a->value, s.frame});
        if (!map)
            list_add(p, v, item);
        else
            map_put_value(p, v, a->key ? eval(p, (Site){s.file, a->key, s.frame}) : values_text(p->a, a->name, 0), item, false);
    }
    *out = values_one(p->a, v);
    return true;
}

Values method_by_type(Project *p, Site s, Values obj, Values v)
{
    for (i32 i = 0; i < v.n; i++) {
        const Value *m = v.v[i];
        if (m->kind != V_METHOD || !m->self || (m->self->kind != V_MAP && m->self->kind != V_LIST && m->self->kind != V_TEXT))
            return v;
    }
    Static t = static_of(p, s.file, s.expr);
    if (t.kind != ST_FUNCTION || !p->files[t.file].f->scopes.v[t.id].owner)
        return v;
    Values out = {0};
    for (i32 i = 0; i <= obj.n; i++) {
        if (i == obj.n && out.n && !obj.open)
            break;
        Value *fn = value_new(p->a, V_FUNCTION);
        fn->file = t.file;
        fn->scope = (ScopeId)t.id;
        fn->self = i < obj.n && obj.v[i]->kind != V_NULL ? obj.v[i] : 0;
        out = values_union(p->a, out, values_one(p->a, fn));
    }
    return out;
}
