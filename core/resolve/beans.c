/* beans.c: members that no source text shows: getters of fields, accessors of records, what annotations generate: builders (rows with the
 * verb `builder`), setters and copies with another value (`setters`, `withers`), static constructors (`factory`, `setters`, with the name of the
 * annotation's argument that says their name). */
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

/* The first of the annotations whose row has this verb, with its row; 0: none. */
ExprId annotation_with(Project *p, u32 file, ArgId decorators, Str verb, Surface *s)
{
    const Facts *f = p->files[file].f;
    for (ArgId it = decorators; it && p->nest <= NEST_MAX; it = ARG(f, it)->next) {
        ExprId e = ARG(f, it)->value;
        Values a = eval(p, (Site){file, EXPR(f, e)->kind == EX_NEW ? EXPR(f, e)->a : e, 0});
        if (a.n == 1 && a.v[0]->kind == V_EXTERN && surface_find(p, f->lang, a.v[0]->text, s) && str_eq(surface_word(s->does, 0), verb))
            return e;
    }
    return 0;
}

static bool class_generates(Project *p, u32 file, ScopeId cls, Str verb)
{
    Surface s;
    return annotation_with(p, file, p->files[file].f->scopes.v[cls].decorators.head, verb, &s);
}

/* A method of x's that is called `name`, as if it were declared. */
static Values method_named(Project *p, const Value *x, Str text, Str name)
{
    Value *m = value_new(p->a, V_METHOD), *self = new(p->a, Value, 1);
    *self = *x;
    self->kind = V_INSTANCE;
    self->hash = 0;
    self->own = 0;
    self->text = text;
    m->self = self;
    m->text = name;
    return values_one(p->a, m);
}

/* What C.builder gives, where an annotation of the class C generates it, and C.of, where one names it so; n == 0: none does. */
Values generated_static(Project *p, const Value *cls, Str name)
{
    const Facts *f = p->files[cls->file].f;
    Surface s;
    if (str_eq(name, BUILDING) && class_generates(p, cls->file, cls->scope, BUILDING))
        return method_named(p, cls, BUILDING, name);
    FOR_LIST(f, f->scopes.v[cls->scope].decorators, it) {
        const Expr *e = EXPR(f, ARG(f, it)->value);
        if (e->kind != EX_NEW)
            continue;
        FOR_ARGS(f, e, k)
            if (EXPR(f, ARG(f, k)->value)->kind == EX_STRING && str_eq(EXPR(f, ARG(f, k)->value)->str, name)) {
                Values a = eval(p, (Site){cls->file, e->a, 0});
                if (a.n == 1 && a.v[0]->kind == V_EXTERN && surface_find(p, f->lang, a.v[0]->text, &s) && str_eq(ARG(f, k)->name, surface_word(s.does, 1)))
                    return values_one(p->a, cls);
            }
    }
    return (Values){0};
}

/* The field below `head` in the name of a method: setBucket sets bucket. */
static Str field_after(Project *p, Str name, Str head)
{
    Str rest = str_from(name, head.len);
    if (!str_starts(name, head) || !rest.len || rest.s[0] < 'A' || rest.s[0] > 'Z')
        return (Str){0};
    Str field = str_dup(p->a, rest);
    ((u8 *)(uintptr_t)field.s)[0] = (u8)(field.s[0] + 32);
    return field;
}

/* Whether an annotation generates a method that sets the field, of this class or one that it derives from. */
static bool field_generates(Project *p, u32 file, ScopeId cls, Str field, Str verb, ClassSet *seen, int depth)
{
    const File *fl = &p->files[file];
    Surface s;
    i32 d = defs_in(fl, field, cls);
    if (d >= 0 && fl->def.v[d].kind == DEF_BIND)
        return class_generates(p, file, cls, verb) || annotation_with(p, file, fl->f->facts.v[fl->def.v[d].fact].decorators, verb, &s);
    const Kin *k = kin_of(p, file, cls);
    for (iz i = 0; i < k->bases.n && depth < 4; i++)
        if (class_first(p, seen, k->bases.v[i]) && field_generates(p, k->bases.v[i].file, k->bases.v[i].scope, field, verb, seen, depth + 1))
            return true;
    return false;
}

/* The field that a generated method of the class sets: setBucket, withBucket, and bucket(x) where names have no prefix; or empty. */
static Str set_field(Project *p, u32 file, ScopeId cls, Str name)
{
    Str set = field_after(p, name, S("set")), with = field_after(p, name, S("with"));
    if (set.len && field_generates(p, file, cls, set, S("setters"), &(ClassSet){.n = 0}, 0))
        return set;
    return with.len && field_generates(p, file, cls, with, S("withers"), &(ClassSet){.n = 0}, 0) ? with : (Str){0};
}

/* A member of an instance that only annotations of its class show; n == 0: none. */
Values generated_method(Project *p, const Value *inst, Str name)
{
    u32 file = inst->file;
    if (!(p->files[file].f->traits & TRAIT_MODULES_CLASSES))
        return (Values){0};
    bool rebuilds = str_eq(name, S("toBuilder"));
    if ((!rebuilds && !str_starts(name, S("set")) && !str_starts(name, S("with"))) || class_method(p, &file, inst->scope, name) >= 0)
        return (Values){0};
    if (rebuilds)
        return class_generates(p, inst->file, inst->scope, BUILDING) ? method_named(p, inst, BUILDING, name) : (Values){0};
    return set_field(p, inst->file, inst->scope, name).len ? method_named(p, inst, (Str){0}, name) : (Values){0};
}

/* The instance as such a method leaves it. False: the method is none. */
bool generated_set(Project *p, const Value *inst, Str name, Site call, Values *out)
{
    bool found;
    Str field = set_field(p, inst->file, inst->scope, name);
    Values arg = field.len ? call_arg(p, call, 0, 0, (Str){0}, &found) : (Values){0};
    if (!field.len || !found)
        return false;
    Value *v = new(p->a, Value, 1);
    *v = *inst;
    v->hash = 0;
    v->own = 0;
    map_put_value(p, v, values_text(p->a, field, 0), arg, false);
    *out = values_one(p->a, v);
    return true;
}

/* What calls of a generated setter give a field of the instance, anywhere in the project. */
Values generated_sets(Project *p, const Value *inst, Str field)
{
    Values out = {0};
    if (!p->generated || !field.len || field.s[0] < 'a' || field.s[0] > 'z' || too_nested(p))
        return out;
    Buf b = {.a = p->a};
    buf_str(&b, S("set"));
    buf_u8(&b, (u8)(field.s[0] - 32));
    buf_str(&b, str_from(field, 1));
    int left = CALLERS_MAX;
    i32 first = map_get(&p->sites, buf_done(&b));
    if (first < 0 || !set_field(p, inst->file, inst->scope, buf_done(&b)).len)
        return out;
    p->nest++;
    for (i32 i = first; i >= 0; i = p->site.v[i].next) {
        if (left-- == 0) {
            out.open |= OPEN_VALUES;
            break;
        }
        const CallSite *c = &p->site.v[i];
        const Facts *f = p->files[c->file].f;
        const Expr *e = EXPR(f, c->expr);
        if (c->arg >= 0 || EXPR(f, e->a)->kind != EX_MEMBER || e->nargs != 1)
            continue;
        Values recv = eval(p, (Site){c->file, EXPR(f, e->a)->a, 0});
        for (i32 k = 0; k < recv.n; k++) {
            const Value *r = recv.v[k];
            bool other = r->site.expr && inst->site.expr && (r->site.expr != inst->site.expr || r->site.file != inst->site.file);
            if (r->kind != V_INSTANCE || other || !class_derives(p, r->file, r->scope, inst->file, inst->scope))
                continue;
            out = values_union(p->a, out, eval(p, (Site){c->file, ARG(f, e->args)->value, 0}));
            break;
        }
    }
    p->nest--;
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
