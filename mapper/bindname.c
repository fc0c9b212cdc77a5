/* bindname.c: see bindname.h. */
#include "mapper/bindname.h"

#include "mapper/arn.h"

/* An argument: a text, or a list of texts. */
typedef struct {
    Str name, flat;
    bool list;
} Argument;

typedef struct {
    Arena *a;
    VEC(Argument) args;
    StrVec taken; /* names of the template's other variables: arguments called so are theirs */
} Arguments;

static bool is_text(Str type)
{
    static const Str texts[] = {S_INIT("string"), S_INIT("integer"), S_INIT("long")};
    for (iz i = 0; i < COUNTOF(texts); i++)
        if (str_eq(type, texts[i]))
            return true;
    return !type.len;
}

static Str shape_column(const Table *t, Str service, Str shape, int col)
{
    Rows r = tbl_find2(t, TBL_shape, service, shape);
    return r.n ? tbl_get(t, TBL_shape, r.first, col) : (Str){0};
}

static Arguments arguments(Arena *a, const Table *t, Str service, Str operation)
{
    Arguments all = {.a = a};
    Rows op = tbl_find2(t, TBL_operation, service, operation);
    if (!op.n)
        return all;
    Str input = tbl_get(t, TBL_operation, op.first, operation_input);
    Rows r = tbl_prefix(t, TBL_member, 2, service, input);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str target = tbl_get(t, TBL_member, i, member_target);
        Str type = shape_column(t, service, target, shape_type);
        bool list = str_eq(type, S("list"));
        if (list)
            type = shape_column(t, service, shape_column(t, service, target, shape_of), shape_type);
        if (!is_text(type))
            continue;
        Str name = tbl_get(t, TBL_member, i, member_name);
        *vec_push(a, &all.args) = (Argument){name, str_plain(a, name), list};
    }
    return all;
}

static const Argument *named(const Arguments *all, Str flat)
{
    if (strvec_has(&all->taken, flat))
        return 0;
    for (iz i = 0; i < all->args.n; i++) {
        const Argument *x = &all->args.v[i];
        if (str_eq(x->flat, flat) && !x->list)
            return x;
    }
    for (iz i = 0; i < all->args.n; i++) {
        const Argument *x = &all->args.v[i];
        if (!x->list || !str_starts(x->flat, flat))
            continue;
        Str end = str_from(x->flat, flat.len);
        if (str_eq(end, S("s")) || str_eq(end, S("list")) || !end.len)
            return x;
    }
    return 0;
}

static const BindSource *path_source(Arena *a, const Argument *x, bool url)
{
    BindSource *s = new(a, BindSource, 1);
    RulePath *p = &s->path;
    p->text = x->name;
    *vec_push(a, &p->steps) = (PathStep){STEP_FIELD, x->name, x->name};
    if (x->list) {
        p->text = str_cat(a, x->name, S("[]"));
        *vec_push(a, &p->steps) = (PathStep){STEP_ITEMS, {0}, p->text};
    }
    if (!url)
        return s;
    BindSource *last = new(a, BindSource, 1);
    last->kind = SRC_LAST;
    last->text = S("/");
    *vec_push(a, &last->of) = s;
    return last;
}

static const Str endings[] = {
    S_INIT("name"), S_INIT("id"), S_INIT("identifier"), S_INIT("arn"), S_INIT("nameorarn"), S_INIT("arnorname"), S_INIT("idorarn"),
    S_INIT("arnorid"), S_INIT("nameorid"), S_INIT("idorname"), S_INIT("key"), S_INIT(""),
};

/* An id that AWS makes up is never told by a name: ${ServiceId} stays open in CreateService(name=…). */
static bool made_up(Str flat)
{
    return str_ends(flat, S("id")) || str_ends(flat, S("identifier"));
}

static const Argument *with_ending(const Arguments *all, Str base, bool id)
{
    for (iz i = 0; base.len && i < COUNTOF(endings); i++) {
        if (id && str_find(endings[i], S("name")) >= 0)
            continue;
        const Argument *x = named(all, str_cat(all->a, base, endings[i]));
        if (x)
            return x;
    }
    return 0;
}

/* A variable's name without its ending: "table" of "tablename". Empty when nothing else is left. */
static Str base_of(Str flat)
{
    static const Str ends[] = {S_INIT("identifier"), S_INIT("name"), S_INIT("uuid"), S_INIT("arn"), S_INIT("id")};
    for (iz i = 0; i < COUNTOF(ends); i++)
        if (str_ends(flat, ends[i]))
            return str_head(flat, flat.len - ends[i].len);
    return flat;
}

static bool general(Str base)
{
    return !base.len || str_eq(base, S("resource"));
}

/* Is the operation's name a verb and the type, as DeleteCluster is for `cluster`? */
static bool speaks_of(Arena *a, Str operation, Str type)
{
    Str flat = str_plain(a, type);
    int words = 0;
    iz n = 0; /* length of the verb: the first word, capital letter to the next */
    for (; n < operation.len && words < 2; n++)
        if (operation.s[n] >= 'A' && operation.s[n] <= 'Z' && ++words == 2)
            break;
    Str noun = str_plain(a, str_from(operation, n));
    return flat.len && (str_eq(noun, flat) || str_eq(noun, str_cat(a, flat, S("s"))) || str_eq(str_cat(a, noun, S("s")), flat));
}

NameBinding bind_by_name(Arena *a, const Table *t, Str service, Str operation, Str type, Str template, Str variable)
{
    Arguments all = arguments(a, t, service, operation);
    StrVec vars = arn_variables(a, template);
    Str flat = str_plain(a, variable), kind = str_plain(a, type), base = base_of(flat);
    bool last = vars.n && str_eq(vars.v[vars.n - 1], variable);
    bool own = (vars.n == 1 || (last && general(base))) && kind.len; /* the variable is the resource's own name */
    bool id = made_up(flat);
    const Argument *x = 0;
    if (!all.args.n)
        return (NameBinding){variable, 0};
    for (iz i = 0; i < vars.n; i++)
        if (!str_eq(vars.v[i], variable) && base_of(str_plain(a, vars.v[i])).len)
            *vec_push(a, &all.taken) = str_plain(a, vars.v[i]);
    if (!general(base))
        x = named(&all, flat);
    if (!x && own)
        x = with_ending(&all, kind, id);
    if (!x && !general(base))
        x = with_ending(&all, base, id);
    if (!x && last && !general(base) && (x = named(&all, str_cat(a, base, S("url")))))
        return (NameBinding){variable, path_source(a, x, true)};
    if (x)
        return (NameBinding){variable, path_source(a, x, false)};

    static const Str any[] = {S_INIT("resourcearn"), S_INIT("resource"), S_INIT("resourceidentifier"), S_INIT("resourceid"),
                              S_INIT("arn")};
    for (iz i = 0; i < COUNTOF(any); i++)
        if ((x = named(&all, any[i])))
            return (NameBinding){S("arn"), path_source(a, x, false)};
    static const Str self[] = {S_INIT("name"), S_INIT("id"), S_INIT("identifier"), S_INIT("uuid")};
    bool about = speaks_of(a, operation, type) || (!general(base) && speaks_of(a, operation, base));
    for (iz i = 0; about && !str_ends(flat, S("version")) && i < COUNTOF(self); i++)
        if (!(id && !i) && (last || str_eq(self[i], flat)) && (x = named(&all, self[i])))
            return (NameBinding){variable, path_source(a, x, false)};
    return (NameBinding){variable, 0};
}

const BindSource *arn_by_name(Arena *a, const Table *t, Str service, Str operation, Str type)
{
    Arguments all = arguments(a, t, service, operation);
    Str kind = str_plain(a, type);
    const Argument *x = kind.len ? named(&all, str_cat(a, kind, S("arn"))) : 0;
    return x ? path_source(a, x, false) : 0;
}
