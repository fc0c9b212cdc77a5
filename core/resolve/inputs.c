/* inputs.c: languages whose operations take one input object (s3.PutObjectInput, a request, a plain map): which argument of a call is the
 * input, members under the service model's own names, calls that are evidenced by their input's type alone. */
#include "emit.h"

/* --- members as the model spells them --- */

static Values model_values(Project *p, Str service, Str shape, Values v, int depth);

/* The model's spelling of a member: exact, or the only one that differs in letter case. */
static Str model_member(Project *p, Str service, Str shape, Str name, Str *target)
{
    Rows r = tbl_find3(p->t, TBL_member, service, shape, name);
    if (r.n) {
        *target = tbl_get(p->t, TBL_member, r.first, member_target);
        return name;
    }
    r = tbl_prefix(p->t, TBL_member, 2, service, shape);
    Rows heads = tbl_prefix(p->t, TBL_sdkword, 1, S("settershead"), (Str){0}), tails = tbl_prefix(p->t, TBL_sdkword, 1, S("setterstail"), (Str){0});
    for (u32 h = 0; h <= heads.n; h++)
        for (u32 k = 0; k <= tails.n; k++) { /* the name itself first */
            Str head = h ? tbl_get(p->t, TBL_sdkword, heads.first + h - 1, sdkword_name) : (Str){0};
            Str tail = k ? tbl_get(p->t, TBL_sdkword, tails.first + k - 1, sdkword_name) : (Str){0};
            if (!str_ends(name, tail))
                continue;
            Str want = str_cat(p->a, head, str_head(name, name.len - tail.len));
            for (u32 i = r.first; i < r.first + r.n; i++) {
                Str n = tbl_get(p->t, TBL_member, i, member_name);
                if (str_ieq(n, want)) {
                    *target = tbl_get(p->t, TBL_member, i, member_target);
                    return n;
                }
            }
        }
    *target = (Str){0};
    return name;
}

/* Of a member that every request must have, without nothing and the empty text, when it may be something else: such a request is refused. */
static Values what_serves(Project *p, Str service, Str shape, Str name, Values v)
{
    Rows r = tbl_find3(p->t, TBL_member, service, shape, name);
    if (!r.n || str_find_u8(tbl_get(p->t, TBL_member, r.first, member_flags), 'r') < 0)
        return v;
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != V_NULL && !(v.v[i]->kind == V_TEXT && !v.v[i]->text.len))
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    return out.n ? out : v;
}

Value *model_fields(Project *p, Str service, Str shape, const Value *v, int depth)
{
    Value *m = new(p->a, Value, 1);
    *m = *v;
    m->hash = 0;
    m->own = 0;
    m->fields = new(p->a, Field, v->nfields);
    for (i32 i = 0; i < v->nfields; i++) {
        Str target;
        m->fields[i] = v->fields[i];
        m->fields[i].name = model_member(p, service, shape, v->fields[i].name, &target);
        if (m->fields[i].val.n > 1)
            m->fields[i].val = what_serves(p, service, shape, m->fields[i].name, m->fields[i].val);
        if (target.len)
            m->fields[i].val = model_values(p, service, target, m->fields[i].val, depth + 1);
    }
    return m;
}

static bool letter_or_digit(u8 c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static u8 small(u8 c)
{
    return c >= 'A' && c <= 'Z' ? (u8)(c + 32) : c;
}

/* Whether two texts are the same but for letter case and what is neither letter nor digit: AwsKms, aws_kms, aws:kms. */
static bool same_letters(Str x, Str y)
{
    for (;;) {
        while (x.len && !letter_or_digit(x.s[0]))
            x = str_from(x, 1);
        while (y.len && !letter_or_digit(y.s[0]))
            y = str_from(y, 1);
        if (!x.len || !y.len)
            return !x.len && !y.len;
        if (small(x.s[0]) != small(y.s[0]))
            return false;
        x = str_from(x, 1);
        y = str_from(y, 1);
    }
}

/* Names that an SDK gives to the values of an enumeration: types.ServerSideEncryptionAwsKms, ServerSideEncryption.AWS_KMS. */
static Values enum_values(Project *p, Str service, Str shape, Values v)
{
    Rows r = {0};
    for (i32 i = 0; i < v.n && !r.n; i++)
        if (v.v[i]->kind == V_EXTERN)
            r = tbl_prefix(p->t, TBL_enum, 2, service, shape);
    if (!r.n)
        return v;
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        Str path = v.v[i]->kind == V_EXTERN ? v.v[i]->text : (Str){0};
        iz dot = str_rfind_u8(path, '.');
        Str name = str_from(path, dot + 1), type = dot > 0 ? str_head(path, dot) : (Str){0};
        type = str_from(type, str_rfind_u8(type, '.') + 1);
        bool own = str_ieq(type, shape);
        if (!own && name.len > shape.len && str_ieq(str_head(name, shape.len), shape)) {
            name = str_from(name, shape.len);
            own = true;
        }
        Str value = {0};
        for (u32 k = r.first; own && k < r.first + r.n && !value.len; k++)
            if (same_letters(tbl_get(p->t, TBL_enum, k, enum_value), name))
                value = tbl_get(p->t, TBL_enum, k, enum_value);
        out = values_union(p->a, out, value.len ? values_text(p->a, value, v.v[i]->origin) : values_one(p->a, v.v[i]));
    }
    return out;
}

static Values model_values(Project *p, Str service, Str shape, Values v, int depth)
{
    enum { SHAPES_MAX = 8 };
    v = enum_values(p, service, shape, v);
    Rows r = depth > SHAPES_MAX ? (Rows){0} : tbl_find2(p->t, TBL_shape, service, shape);
    if (!r.n)
        return v;
    Str type = tbl_get(p->t, TBL_shape, r.first, shape_type), of = tbl_get(p->t, TBL_shape, r.first, shape_of);
    bool list_wanted = str_eq(type, S("list")), struct_wanted = str_eq(type, S("structure"));
    if (struct_wanted || list_wanted)
        v = built(p, v);
    bool plain = true;
    for (i32 i = 0; i < v.n; i++)
        plain = plain && v.v[i]->kind != V_MAP && v.v[i]->kind != V_LIST && v.v[i]->kind != V_REQUEST &&
                !(list_wanted && v.v[i]->kind == V_TEXT && v.v[i]->text.len);
    if (plain)
        return v;
    Values out = {.v = new(p->a, const Value *, v.n), .n = v.n, .open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        out.v[i] = x;
        if (list_wanted && (x->kind == V_TEXT || x->kind == V_REQUEST)) { /* the only one that was told */
            Value *l = value_new(p->a, V_LIST);
            list_add(p, l, model_values(p, service, of, values_one(p->a, x), depth + 1));
            out.v[i] = l;
            continue;
        }
        if (x->kind == V_REQUEST && struct_wanted) {
            Value *m = model_fields(p, service, shape, x, depth);
            m->kind = V_MAP;
            out.v[i] = m;
            continue;
        }
        if (x->kind == V_MAP && str_eq(type, S("structure"))) {
            out.v[i] = model_fields(p, service, shape, x, depth);
            continue;
        }
        bool list = x->kind == V_LIST && str_eq(type, S("list")), map = x->kind == V_MAP && str_eq(type, S("map"));
        if (!list && !map)
            continue;
        Value *m = new(p->a, Value, 1);
        *m = *x;
        m->hash = 0;
        m->own = 0;
        if (list) {
            m->items = new(p->a, Values, x->nitems);
            for (i32 k = 0; k < x->nitems; k++)
                m->items[k] = model_values(p, service, of, x->items[k], depth + 1);
        } else {
            m->fields = new(p->a, Field, x->nfields);
            for (i32 k = 0; k < x->nfields; k++) {
                m->fields[k] = x->fields[k];
                m->fields[k].val = model_values(p, service, of, x->fields[k].val, depth + 1);
            }
        }
        out.v[i] = m;
    }
    return out;
}

Value *model_args(Project *p, Str service, Str operation, Value *args)
{
    Rows r = tbl_find2(p->t, TBL_operation, service, operation);
    Str input = r.n ? tbl_get(p->t, TBL_operation, r.first, operation_input) : (Str){0};
    return input.len && args->nfields ? model_fields(p, service, input, args, 0) : args;
}

Values values_zero(Project *p, Values t)
{
    Values out = {.open = t.open};
    for (i32 i = 0; i < t.n; i++) {
        Value *r = new(p->a, Value, 1);
        *r = *t.v[i];
        r->hash = 0;
        if (r->kind == V_REQUEST)
            r->open = false;
        out = values_union(p->a, out, values_one(p->a, r));
    }
    return out;
}

/* --- the input among the arguments --- */

Value *call_input(Project *p, Str lang, Str service, Str operation, Site call, u32 skip)
{
    Value *m = call_map(p, call, skip);
    if (takes_keywords_only(p, lang) || !call.expr)
        return m;
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    bool known = false, unsure = false;
    u32 k = 0;
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        if (k++ < skip || a->name.len)
            continue;
        Values v = eval(p, (Site){call.file, a->value, call.frame}), in = {0};
        for (i32 i = 0; i < v.n; i++) {
            const Value *x = v.v[i];
            bool own = x->kind == V_REQUEST && str_eq(x->type, operation) && str_eq(x->service, service);
            bool builds = !own && builds_requests(p, lang) && (x->kind == V_REQUEST || x->kind == V_FUNCTION);
            if (builds)
                in = values_union(p->a, in, input_members(p, service, operation, x, 0));
            else if (own || x->kind == V_MAP)
                in = values_union(p->a, in, values_one(p->a, x));
            else if (x->kind == V_NULL)
                known = true;
        }
        if (in.n) {
            in.open = v.open;
            map_merge(p, m, in, false);
            return m;
        }
        unsure = unsure || v.open || !v.n;
    }
    m->open |= unsure && !known;
    return m;
}

/* --- evidence by the input's type --- */

void perform_by_input(Project *p, Drafts *d, Site at, bool any)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    Str name = expr_simple_name(f, e->a);
    if (e->kind != EX_CALL || (!name.len && !any))
        return;
    FOR_ARGS(f, e, it) {
        Values v = eval(p, (Site){at.file, ARG(f, it)->value, at.frame});
        for (i32 i = 0; i < v.n; i++) {
            const Value *r = v.v[i];
            if ((r->kind != V_REQUEST && r->kind != V_MAP) || !r->type.len || (!any && !names_operation(p, f->lang, name, r->type)))
                continue;
            Value *args = value_new(p->a, V_MAP);
            map_merge(p, args, (Values){.v = &v.v[i], .n = 1, .open = v.open}, false);
            draft_add(p, d, r->sdk, r->service, r->type, args);
        }
    }
}
