/* resource.c: the resource models (data/boto3): objects with identifiers, their sub-resources, references, actions and collections.
 * What an action performs is said in emit.c; here is what the code gets back. */
#include "emit.h"
#include "resource.h"

Values resource_new(Project *p, Str sdk, Str service, Str type, Values region)
{
    if (!tbl_find2(p->t, TBL_rtype, service, type).n)
        return UNKNOWN_VALUES;
    Value *v = value_new(p->a, V_RESOURCE);
    v->sdk = sdk;
    v->service = service;
    v->type = type;
    v->region = region;
    p->uses_resources = true;
    return values_one(p->a, v);
}

/* The value of a source in an action's parameters or a resource's identifiers. */
Values resource_source(Project *p, const Value *r, Str source, Site call)
{
    iz colon = str_find_u8(source, ':');
    Str kind = colon < 0 ? source : str_head(source, colon), what = str_from(source, colon + 1);
    bool found;
    if (str_eq(kind, S("id")))
        return value_field(p->a, r, what, &found);
    if (str_eq(kind, S("str")) || str_eq(kind, S("num")))
        return values_text(p->a, what, 0);
    if (str_eq(kind, S("bool"))) {
        Value *v = value_new(p->a, V_BOOL);
        v->text = what;
        return values_one(p->a, v);
    }
    if (str_eq(kind, S("req")) && call.expr) {
        Values v = call_arg(p, call, 0, -1, what, &found);
        return found ? v : UNKNOWN_VALUES;
    }
    return UNKNOWN_VALUES;
}

static void set_identifier(Project *p, Value *r, Str name, Values val)
{
    Field *f = new(p->a, Field, r->nfields + 1);
    for (i32 i = 0; i < r->nfields; i++)
        f[i] = r->fields[i];
    f[r->nfields] = (Field){name, val, false};
    r->fields = f;
    r->nfields++;
}

/* A resource of `type` with identifiers "a=source;b=source". */
static Values related(Project *p, const Value *r, Str type, Str identifiers, Site call)
{
    Values made = resource_new(p, r->sdk, r->service, type, r->region);
    if (made.n != 1)
        return made;
    Value *v = new(p->a, Value, 1);
    *v = *made.v[0];
    v->hash = 0;
    Str one;
    i32 input = 0;
    while (str_cut(&identifiers, ';', &one)) {
        iz eq = str_find_u8(one, '=');
        if (eq < 0)
            continue;
        Str name = str_head(one, eq), source = str_from(one, eq + 1);
        Values val;
        if (str_starts(source, S("input:"))) {
            bool found;
            val = call_arg(p, call, 0, input++, str_from(source, 6), &found);
            if (!found)
                val = UNKNOWN_VALUES;
        } else {
            val = resource_source(p, r, source, call);
        }
        set_identifier(p, v, name, val);
    }
    return values_one(p->a, v);
}

Values collection_items(Project *p, const Value *c)
{
    Rows r = tbl_find3(p->t, TBL_rcollection, c->service, c->type, c->text);
    if (!r.n)
        return UNKNOWN_VALUES;
    return related(p, c->self, tbl_get(p->t, TBL_rcollection, r.first, rcollection_target),
                   tbl_get(p->t, TBL_rcollection, r.first, rcollection_identifiers), (Site){0});
}

bool resource_surface(Project *p, const Value *r, Str name, Surface *out)
{
    Str head = str_cat3(p->a, S("$resource:"), r->service, S("."));
    Str typed = str_cat3(p->a, str_cat(p->a, head, r->type), S("."), name);
    if (!surface_find(p, r->sdk, typed, out) && !surface_find(p, r->sdk, str_cat(p->a, S("$resource."), name), out))
        return false;
    out->service = r->service;
    return true;
}

Values resource_member(Project *p, const Value *r, Str name)
{
    bool found;
    Values id = value_field(p->a, r, name, &found);
    if (found)
        return id;
    Surface s;
    if (resource_surface(p, r, name, &s)) {
        if (str_eq(surface_word(s.does, 0), S("attr"))) {
            Str what = surface_word(s.does, 1);
            Values v = surface_make(p, &s, what, r->region);
            return v;
        }
    } else {
        Rows h = tbl_find3(p->t, TBL_rhas, r->service, r->type, name);
        if (h.n && str_find(tbl_get(p->t, TBL_rhas, h.first, rhas_identifiers), S("input:")) < 0 &&
            !(name.s[0] >= 'A' && name.s[0] <= 'Z'))
            return related(p, r, tbl_get(p->t, TBL_rhas, h.first, rhas_target),
                           tbl_get(p->t, TBL_rhas, h.first, rhas_identifiers), (Site){0});
        if (tbl_find3(p->t, TBL_rcollection, r->service, r->type, name).n) {
            Value *c = value_new(p->a, V_COLLECTION);
            c->sdk = r->sdk;
            c->service = r->service;
            c->type = r->type;
            c->text = name;
            c->self = r;
            c->region = r->region;
            return values_one(p->a, c);
        }
        if (tbl_find3(p->t, TBL_rattr, r->service, r->type, name).n)
            return values_extern(p->a, S("sdk.attribute"));
        Str ids = tbl_get(p->t, TBL_rtype, tbl_find2(p->t, TBL_rtype, r->service, r->type).first, rtype_identifiers), one;
        while (str_cut(&ids, ',', &one))
            if (str_eq(str_head(one, str_find_u8(one, '=') < 0 ? one.len : str_find_u8(one, '=')), name))
                return values_text(p->a, TEXT_UNKNOWN, 0);
    }
    Value *m = value_new(p->a, V_METHOD);
    m->self = r;
    m->text = name;
    return values_one(p->a, m);
}

static bool narrows(Str name)
{
    return str_eq(name, S("all")) || str_eq(name, S("filter")) || str_eq(name, S("limit")) ||
           str_eq(name, S("page_size")) || str_eq(name, S("pages"));
}

bool collection_performs(Str name)
{
    return narrows(name);
}

/* Identifiers that the response has, as far as the request tells them. */
static Values with_result(Project *p, const Value *recv, Str op, Values made, Str identifiers, Site call)
{
    Str one;
    if (made.n != 1 || !call.expr)
        return made;
    Value *v = new(p->a, Value, 1);
    *v = *made.v[0];
    v->hash = 0;
    v->own = 0;
    v->fields = new(p->a, Field, made.v[0]->nfields);
    for (i32 i = 0; i < v->nfields; i++)
        v->fields[i] = made.v[0]->fields[i];
    while (str_cut(&identifiers, ';', &one)) {
        iz eq = str_find(one, S("=response:"));
        Values told = eq > 0 ? result_member(p, recv->sdk, recv->service, op, call_map(p, call, 0), str_from(one, eq + 10)) : (Values){0};
        if (told.n)
            set_identifier(p, v, str_head(one, eq), told);
    }
    return values_one(p->a, v);
}

Values resource_call(Project *p, const Value *recv, Str name, Site call)
{
    if (recv->kind == V_COLLECTION) {
        if (!narrows(name))
            return values_extern(p->a, S("sdk()"));
        Value *c = new(p->a, Value, 1);
        *c = *recv;
        c->hash = 0;
        c->open = true; /* performed already */
        if (str_eq(name, S("filter"))) {
            const Facts *f = p->files[call.file].f;
            FOR_ARGS(f, EXPR(f, call.expr), it)
                if (ARG(f, it)->name.len)
                    set_identifier(p, c, ARG(f, it)->name, eval(p, (Site){call.file, ARG(f, it)->value, call.frame}));
        }
        return values_one(p->a, c);
    }
    Surface s;
    if (resource_surface(p, recv, name, &s))
        return surface_call(p, &s, recv, call);
    Rows h = tbl_find3(p->t, TBL_rhas, recv->service, recv->type, name);
    if (h.n)
        return related(p, recv, tbl_get(p->t, TBL_rhas, h.first, rhas_target),
                       tbl_get(p->t, TBL_rhas, h.first, rhas_identifiers), call);
    Rows a = tbl_find3(p->t, TBL_raction, recv->service, recv->type, name);
    if (a.n) {
        Str returns = tbl_get(p->t, TBL_raction, a.first, raction_returns);
        iz paren = str_find_u8(returns, '(');
        if (paren > 0) {
            Values v = related(p, recv, str_head(returns, paren), (Str){returns.s + paren + 1, returns.len - paren - 2}, call);
            v = with_result(p, recv, tbl_get(p->t, TBL_raction, a.first, raction_operation), v, (Str){returns.s + paren + 1, returns.len - paren - 2}, call);
            if (str_find_u8(tbl_get(p->t, TBL_raction, a.first, raction_flags), 'm') < 0)
                return v;
            Value *l = value_new(p->a, V_LIST);
            l->items = new(p->a, Values, 1);
            l->items[0] = v;
            l->nitems = 1;
            l->open = true;
            return values_one(p->a, l);
        }
    }
    return values_extern(p->a, S("sdk()"));
}
