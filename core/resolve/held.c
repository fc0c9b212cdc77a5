/* held.c: values that code outside of the project keeps for it: entries of a framework's maps (app.config["X"] = …), the names of a settings
 * module that a framework hands out (django.conf.settings), fields of classes that the environment fills (pydantic's BaseSettings). */
#include "eval.h"

/* What the project puts under a text key into what is called `name` somewhere else: app.extensions["s3"] = client. */
static Values items_held(Project *p, const Facts *f, ExprId obj, Str key)
{
    Str name = expr_simple_name(f, obj);
    Values out = {0};
    if (!name.len || !text_known(key) || !key.len || too_nested(p))
        return out;
    p->nest++;
    Buf b = {.a = p->a};
    buf_str(&b, name);
    buf_u8(&b, '[');
    buf_str(&b, key);
    for (i32 i = map_get(&p->members, buf_done(&b)); i >= 0; i = p->member.v[i].next) {
        const MemberBind *m = &p->member.v[i];
        const Facts *mf = p->files[m->file].f;
        const Fact *x = &mf->facts.v[m->fact];
        if (!str_eq(mf->lang, f->lang) || !x->value)
            continue;
        Def d = {.kind = DEF_BIND, .name = key, .block = x->scope, .off = x->off, .fact = m->fact, .path = m->path};
        out = values_union(p->a, out, def_value(p, m->file, &d, 0));
    }
    p->nest--;
    return out;
}

Values with_items_held(Project *p, const Facts *f, ExprId obj, Values keys, Values v)
{
    Values out = {0};
    for (i32 i = 0; i < v.n; i++)
        if (says_something(v.v[i]) || v.v[i]->kind == V_TEXT)
            return v;
    for (i32 i = 0; i < keys.n; i++)
        if (keys.v[i]->kind == V_TEXT)
            out = values_union(p->a, out, items_held(p, f, obj, keys.v[i]->text));
    if (!out.n)
        return v;
    for (i32 i = 0; i < out.n; i++)
        out.open |= !says_something(out.v[i]); /* others may set it, too */
    return out;
}

bool is_settings_module(const Head *h, Str stem)
{
    Str path = h->src->path, dir = str_head(path, str_rfind_u8(path, '/') < 0 ? 0 : str_rfind_u8(path, '/'));
    return h->traits & TRAIT_MODULES_DOTTED &&
           (str_eq(path_stem(path), stem) || str_eq(str_from(dir, str_rfind_u8(dir, '/') + 1), stem));
}

Values settings_module(Project *p, Str stem, Str name)
{
    Values out = {0};
    if (too_nested(p))
        return UNKNOWN_VALUES;
    p->nest++;
    for (i32 i = 0; i < p->nfiles; i++) {
        const File *fl = &p->files[i];
        if (is_settings_module(&p->heads[i], stem) && defs_in(fl, name, 0) >= 0)
            out = values_union(p->a, out, module_member(p, (u32)i, name));
    }
    p->nest--;
    return out.n ? out : UNKNOWN_VALUES;
}

/* --- fields that the environment fills --- */

/* Whether a base of the class has a row "fields env", which goes to *s. */
static bool fills_from_environment(Project *p, u32 file, ScopeId cls, Surface *s, ClassSet *seen, int depth)
{
    const Facts *f = p->files[file].f;
    FOR_LIST(f, f->scopes.v[cls].bases, it) {
        if (ARG(f, it)->name.len)
            continue;
        Values b = eval(p, (Site){file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < b.n; i++) {
            if (b.v[i]->kind == V_EXTERN && surface_find(p, f->lang, b.v[i]->text, s) && str_eq(surface_word(s->does, 0), S("fields")))
                return true;
            if (b.v[i]->kind == V_CLASS && depth < 6 && class_first(p, seen, (ClassRef){b.v[i]->file, b.v[i]->scope}) &&
                fills_from_environment(p, b.v[i]->file, b.v[i]->scope, s, seen, depth + 1))
                return true;
        }
    }
    return false;
}

static Str only_text(Values v)
{
    return v.n == 1 && !v.open && v.v[0]->kind == V_TEXT && text_known(v.v[0]->text) ? v.v[0]->text : (Str){0};
}

/* model_config = SettingsConfigDict(env_prefix="APP_"), or class Config: env_prefix = "APP_": prefix=model_config.env_prefix|Config.env_prefix. */
static Str prefix_of(Project *p, const Surface *row, const Value *inst)
{
    Str places = surface_option(row->does, S("prefix")), place, member;
    Value cls = *inst;
    bool found;
    cls.kind = V_CLASS;
    cls.hash = 0;
    while (str_cut(&places, '|', &place)) {
        str_cut(&place, '.', &member);
        Values v = member_of(p, &cls, member, inst->site);
        const Value *x = v.n == 1 ? v.v[0] : 0;
        if (x && (x->kind == V_MAP || x->kind == V_CLASS))
            return only_text(x->kind == V_MAP ? value_field(p->a, x, place, &found) : member_of(p, x, place, inst->site));
    }
    return (Str){0};
}

/* Field(alias="X"): the variable's own name. */
static Str alias_of(Project *p, const Surface *row, u32 file, ExprId value)
{
    const Expr *e = EXPR(p->files[file].f, value);
    Str names = surface_option(row->does, S("alias")), name;
    bool found;
    while (e->kind == EX_CALL && str_cut(&names, '|', &name)) {
        Str t = only_text(call_arg(p, (Site){file, value, 0}, 0, -1, name, &found));
        if (t.len)
            return t;
    }
    return (Str){0};
}

static Str upper(Arena *a, Str s)
{
    u8 *t = new(a, u8, s.len);
    for (iz i = 0; i < s.len; i++)
        t[i] = s.s[i] >= 'a' && s.s[i] <= 'z' ? (u8)(s.s[i] - 32) : s.s[i];
    return (Str){t, s.len};
}

Values environment_field(Project *p, const Value *inst, Str name, Values own)
{
    const Facts *f = p->files[inst->file].f;
    u32 file = inst->file;
    ScopeId cls = inst->scope;
    bool found;
    Surface row;
    if (!(f->traits & TRAIT_MODULES_DOTTED) || !f->scopes.v[cls].bases.head || too_nested(p))
        return own;
    for (i32 i = 0; i < own.n; i++)
        if (own.v[i]->kind != V_TEXT && own.v[i]->kind != V_NULL && own.v[i]->kind != V_EXTERN && own.v[i]->kind != V_BOOL)
            return own;
    for (int depth = 0; !own_def(p, file, cls, name); depth++) { /* the class that declares it */
        const Kin *k = kin_of(p, file, cls);
        if (!k->bases.n || depth > 6)
            return own;
        file = k->bases.v[0].file;
        cls = k->bases.v[0].scope;
    }
    const Def *d = own_def(p, file, cls, name);
    const Fact *x = &p->files[file].f->facts.v[d->fact];
    if (d->kind != DEF_BIND || !x->type || !fills_from_environment(p, inst->file, inst->scope, &row, &(ClassSet){.n = 0}, 0))
        return own;
    p->nest++;
    if (inst->site.expr) {
        Values v = call_arg(p, inst->site, 0, -1, name, &found);
        if (found) {
            p->nest--;
            return v;
        }
    }
    Str variable = alias_of(p, &row, file, x->value);
    if (!variable.len) {
        variable = str_cat(p->a, prefix_of(p, &row, inst), name);
        variable = map_get(&p->env, variable) >= 0 ? variable : upper(p->a, variable);
    }
    Values v = env_value(p, variable, (Site){file, x->target, 0});
    p->nest--;
    return v;
}
