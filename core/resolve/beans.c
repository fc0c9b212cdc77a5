/* beans.c: members that no source text shows: getters of fields, accessors of records, builders that an annotation generates (rows with the
 * verb `builder`). */
#include "emit.h"

static const Str BUILDING = S_INIT("builder");

bool is_building(const Value *v)
{
    return v->kind == V_INSTANCE && str_eq(v->text, BUILDING);
}

/* The field that a getter of this name reads, or empty. */
Str getter_field(Project *p, Str name)
{
    static const Str heads[] = {S_INIT("get"), S_INIT("is")};
    for (iz i = 0; i < COUNTOF(heads); i++) {
        Str rest = str_from(name, heads[i].len);
        if (!str_starts(name, heads[i]) || !rest.len || rest.s[0] < 'A' || rest.s[0] > 'Z')
            continue;
        Str field = str_dup(p->a, rest);
        ((u8 *)(uintptr_t)field.s)[0] = (u8)(field.s[0] + 32);
        return field;
    }
    return (Str){0};
}

/* What C.builder gives, where an annotation of the class C generates it; n == 0: none does. */
Values generated_builder(Project *p, const Value *cls, Str name)
{
    const Facts *f = p->files[cls->file].f;
    Values out = {0};
    Surface s;
    if (!str_eq(name, BUILDING) || p->nest > NEST_MAX)
        return out;
    FOR_LIST(f, f->scopes.v[cls->scope].decorators, it) {
        const Expr *e = EXPR(f, ARG(f, it)->value);
        Values a = eval(p, (Site){cls->file, e->kind == EX_NEW ? e->a : ARG(f, it)->value, 0});
        if (a.n != 1 || a.v[0]->kind != V_EXTERN || !surface_find(p, f->lang, a.v[0]->text, &s) || !str_eq(s.does, BUILDING))
            continue;
        Value *m = value_new(p->a, V_METHOD), *b = value_new(p->a, V_INSTANCE);
        b->file = cls->file;
        b->scope = cls->scope;
        b->text = BUILDING;
        m->self = b;
        m->text = name;
        out = values_one(p->a, m);
    }
    return out;
}

/* A call on such a builder: build(), or a field that is set. */
Values building(Project *p, const Value *b, Str name, Site call)
{
    bool found;
    Value *v = new(p->a, Value, 1);
    *v = *b;
    v->hash = 0;
    v->own = 0;
    Values arg = call_arg(p, call, 0, 0, (Str){0}, &found);
    if (found)
        map_put_value(p, v, values_text(p->a, name, 0), arg, false);
    else if (str_eq(name, S("build")))
        v->text = (Str){0};
    return values_one(p->a, v);
}
