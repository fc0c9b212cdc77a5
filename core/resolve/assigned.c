/* assigned.c: assignments to members of objects that are not the receiver, x.name = …: which of them can be of a class, or of what an
 * expression means. Names like `client` or `id` are assigned all over a project, so the assignments are found by what stands before the name
 * as well, and what a class's are is found out once. */
#include "statics.h"

enum { BY_CLASS = 'c', BY_TYPE = 't', BY_OWNER = 'o', BY_CHAIN = 'e', BY_PROTO = 'p' }; /* what a list of assignments has in common */

static Str list_key(Arena *a, u8 by, Str name, Str what, u32 file, u32 id)
{
    Buf b = {.a = a};
    buf_u8(&b, by);
    buf_str(&b, name);
    buf_u8(&b, '.');
    buf_str(&b, what);
    buf_u8(&b, ':');
    buf_int(&b, file);
    buf_u8(&b, ':');
    buf_int(&b, id);
    return buf_done(&b);
}

static void enlist(Project *p, Str key, i32 member)
{
    i32 *head = map_at(p->keep, &p->outside, key);
    *(OutsideBind *)vec_push(p->keep, &p->outside_bind) = (OutsideBind){member, *head};
    *head = (i32)p->outside_bind.n - 1;
}

/* What stands before the last name of a chain. */
static Str before_last(const Facts *f, ExprId e)
{
    const Expr *x = EXPR(f, EXPR(f, e)->a);
    return x->kind == EX_NAME || x->kind == EX_MEMBER ? x->str : (Str){0};
}

static void collect_outside(Project *p)
{
    p->outside_known = true;
    for (i32 i = 0; i < p->member.n; i++) { /* so that lists begin with the newest */
        const MemberBind *m = &p->member.v[i];
        const Facts *f = p->files[m->file].f;
        ExprId target = f->facts.v[m->fact].target;
        const Expr *t = EXPR(f, target), *obj = EXPR(f, t->a);
        if (t->kind == EX_MEMBER && (!m->cls || is_proto(p, m->file, m->cls)))
            enlist(p, list_key(p->keep, BY_CHAIN, m->name, before_last(f, target), 0, 0), i);
        if (m->cls && is_proto(p, m->file, m->cls))
            enlist(p, list_key(p->keep, BY_PROTO, m->name, (Str){0}, m->file, m->cls), i);
        if (m->cls)
            continue;
        if (m->owner.len) {
            enlist(p, list_key(p->keep, BY_OWNER, m->name, m->owner, 0, 0), i);
        } else if (!(f->traits & TRAIT_EMBEDS)) { /* C.name = … */
            if (t->kind == EX_MEMBER && (obj->kind == EX_CALL || obj->kind == EX_MEMBER || (obj->kind == EX_NAME && map_get(&p->named, obj->str) >= 0)))
                enlist(p, list_key(p->keep, BY_CLASS, m->name, (Str){0}, 0, 0), i);
        } else if (t->kind == EX_MEMBER && obj->kind == EX_NAME) {
            Static told = static_of(p, m->file, t->a);
            if (told.kind == ST_INSTANCE)
                enlist(p, list_key(p->keep, BY_TYPE, m->name, (Str){0}, told.file, told.id), i);
            else if (told.kind == ST_UNKNOWN || told.kind == ST_OUT_CALL)
                enlist(p, list_key(p->keep, BY_CLASS, m->name, (Str){0}, 0, 0), i);
        }
    }
}

static i32 first_of(Project *p, u8 by, Str name, Str what, u32 file, u32 id)
{
    if (!p->outside_known)
        collect_outside(p);
    ArenaMark mark = arena_mark(p->a);
    i32 first = map_get(&p->outside, list_key(p->a, by, name, what, file, id));
    arena_rewind(p->a, mark);
    return first;
}

OutsideBinds outside_binds(Project *p, u32 file, ScopeId cls, Str name)
{
    const Facts *f = p->files[file].f;
    OutsideBinds o = {first_of(p, BY_CLASS, name, (Str){0}, 0, 0), -1, -1};
    if (f->traits & TRAIT_EMBEDS) {
        o.typed = first_of(p, BY_TYPE, name, (Str){0}, file, cls);
        o.owned = first_of(p, BY_OWNER, name, f->scopes.v[cls].name, 0, 0);
    }
    return o;
}

static i32 place(const Project *p, i32 at)
{
    return at < 0 ? -1 : p->outside_bind.v[at].member;
}

i32 outside_next(const Project *p, const OutsideBinds *o)
{
    i32 a = place(p, o->any), b = place(p, o->typed), c = place(p, o->owned);
    i32 newest = a > b ? a : b;
    return newest > c ? newest : c;
}

void outside_pass(const Project *p, OutsideBinds *o)
{
    i32 newest = outside_next(p, o);
    i32 *from = place(p, o->any) == newest ? &o->any : place(p, o->typed) == newest ? &o->typed : &o->owned;
    *from = p->outside_bind.v[*from].next;
}

i32 proto_binds(Project *p, u32 file, ScopeId cls, Str name)
{
    return first_of(p, BY_PROTO, name, (Str){0}, file, cls);
}

i32 chain_binds(Project *p, u32 file, ExprId e)
{
    const Facts *f = p->files[file].f;
    return EXPR(f, e)->kind == EX_MEMBER ? first_of(p, BY_CHAIN, EXPR(f, e)->str, before_last(f, e), 0, 0) : -1;
}
