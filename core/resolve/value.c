/* value.c: see value.h. */
#include "value.h"

#include <string.h>

static const u8 hole[1] = {TEXT_HOLE};
const Str TEXT_UNKNOWN = {hole, 1};

static u64 mix(u64 h, u64 x)
{
    h = (h ^ x) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

static u64 hash_of(const Value *v);

static u64 hash_values(u64 h, Values s)
{
    for (i32 i = 0; i < s.n; i++)
        h = mix(h, hash_of(s.v[i]));
    return mix(h, (u64)s.n * 2 + !!s.open);
}

/* Everything but the origin. Kept in the value: values do not change once they are in a set. */
static u64 hash_of(const Value *v)
{
    if (v->hash)
        return v->hash;
    u64 h = mix(v->kind, !!v->open);
    h = mix(h, (u64)v->file << 32 | v->scope);
    h = mix(h, str_hash(v->text));
    h = mix(h, str_hash(v->service));
    h = mix(h, str_hash(v->type));
    h = mix(h, (u64)v->site.file << 32 | v->site.expr);
    h = mix(h, (u64)v->site.frame << 32 | v->skip);
    h = hash_values(h, v->region);
    h = mix(h, v->self ? hash_of(v->self) : 0);
    for (i32 i = 0; i < v->nfields; i++)
        h = hash_values(mix(h, str_hash(v->fields[i].name) + v->fields[i].maybe), v->fields[i].val);
    for (i32 i = 0; i < v->nitems; i++)
        h = hash_values(h, v->items[i]);
    h |= 1;
    ((Value *)(uintptr_t)v)->hash = h;
    return h;
}

u64 value_hash(const Value *v)
{
    return hash_of(v);
}

u64 values_hash(u64 h, Values s)
{
    return hash_values(h, s);
}

/* By 64 bits of hash: two values that differ and agree in it do not occur. */
bool value_same(const Value *x, const Value *y)
{
    return x == y || hash_of(x) == hash_of(y);
}

bool values_same(Values x, Values y)
{
    bool same = x.n == y.n;
    for (i32 i = 0; same && i < x.n; i++)
        same = value_same(x.v[i], y.v[i]);
    return same;
}

Value *value_new(Arena *a, ValueKind kind)
{
    Value *v = new(a, Value, 1);
    v->kind = (u8)kind;
    return v;
}

Values values_one(Arena *a, const Value *v)
{
    Values s = {.v = new(a, const Value *, 1), .n = 1};
    s.v[0] = v;
    return s;
}

static bool is_client(const Value *v)
{
    return v->kind == V_CLIENT || (v->kind == V_METHOD && v->self->kind == V_CLIENT);
}

/* A set that grows. Where its array ends what was allocated last, it grows in place: who shares the array does not see what follows. */
typedef struct {
    Arena *a;
    Values to;
    i32 room; /* free slots after the last */
} Growing;

/* Adds v, which is not there. more: how many may come, this one included. */
static void append(Growing *g, const Value *v, i32 more)
{
    Values *x = &g->to;
    if (x->n >= (is_client(v) ? CLIENTS_MAX : VALUES_MAX)) {
        x->open |= OPEN_VALUES;
        return;
    }
    if (!g->room) {
        iz bytes = more * (iz)sizeof *x->v;
        if (!x->n || !arena_extend(g->a, x->v + x->n, bytes)) {
            const Value **old = x->v;
            x->v = new(g->a, const Value *, x->n + more);
            for (i32 i = 0; i < x->n; i++)
                x->v[i] = old[i];
        }
        g->room = more;
    }
    x->v[x->n++] = v;
    g->room--;
}

static Values grown(Growing *g)
{
    if (g->room)
        (void)arena_extend(g->a, g->to.v + g->to.n + g->room, -g->room * (iz)sizeof *g->to.v); /* gives back what was too much */
    return g->to;
}

Values values_add(Arena *a, Values x, const Value *v)
{
    Growing g = {a, x, 0};
    for (i32 i = 0; i < x.n; i++)
        if (value_same(x.v[i], v)) {
            x.plain |= x.v[i]->cut && !v->cut;
            return x;
        }
    append(&g, v, 1);
    return grown(&g);
}

enum { HASHED_FROM = 12, HASHED_SLOTS = 4096 }; /* slots: a power of two, more than twice of what two sets hold */

/* The same for large sets: by a table of hashes. */
static Values union_hashed(Arena *a, Values x, Values y)
{
    u64 seen[HASHED_SLOTS];
    iz mask = 63;
    while (mask < 2 * ((iz)x.n + y.n))
        mask = 2 * mask + 1;
    memset(seen, 0, (size_t)(mask + 1) * sizeof *seen);
    Growing g = {a, x, 0};
    for (i32 i = 0; i < x.n + y.n; i++) {
        const Value *v = i < x.n ? x.v[i] : y.v[i - x.n];
        u64 h = hash_of(v);
        iz k = (iz)(h >> 20) & mask;
        while (seen[k] && seen[k] != h)
            k = (k + 1) & mask;
        if (i >= x.n && !seen[k])
            append(&g, v, x.n + y.n - i);
        seen[k] = h;
    }
    return grown(&g);
}

Values values_union(Arena *a, Values x, Values y)
{
    Open open = x.open | y.open;
    bool plain = x.plain || y.plain;
    if (x.n == 0) {
        y.open = open;
        return y;
    }
    x.open = y.open = open;
    x.plain = y.plain = plain;
    if (y.n == 0 || y.v == x.v)
        return x.n >= y.n ? x : y;
    if (x.n > HASHED_FROM && y.n > 1 && 4 * ((iz)x.n + y.n) < HASHED_SLOTS)
        return union_hashed(a, x, y);
    Growing g = {a, x, 0};
    for (i32 i = 0; i < y.n; i++) {
        bool has = false;
        for (i32 k = 0; k < g.to.n && !has; k++) {
            has = value_same(g.to.v[k], y.v[i]);
            g.to.plain |= has && g.to.v[k]->cut && !y.v[i]->cut;
        }
        if (!has)
            append(&g, y.v[i], y.n - i);
    }
    return grown(&g);
}

Values values_text(Arena *a, Str text, const Origin *origin)
{
    return values_text_cut(a, text, origin, 0);
}

Values values_text_cut(Arena *a, Str text, const Origin *origin, Open cut)
{
    Value *v = value_new(a, V_TEXT);
    v->text = text;
    v->origin = origin;
    v->cut = cut;
    if (text.len > TEXT_MAX) {
        v->text = TEXT_UNKNOWN;
        v->cut |= OPEN_TEXT;
    }
    return values_one(a, v);
}

Values values_extern(Arena *a, Str path)
{
    Value *v = value_new(a, V_EXTERN);
    v->text = path;
    return values_one(a, v);
}

Str value_text(const Value *v)
{
    return v->kind == V_TEXT || v->kind == V_BOOL ? v->text : TEXT_UNKNOWN;
}

Str text_squeeze(Arena *a, Str s)
{
    bool twice = false;
    for (iz i = 1; i < s.len && !twice; i++)
        twice = s.s[i] == TEXT_HOLE && s.s[i - 1] == TEXT_HOLE;
    if (!twice)
        return s;
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++)
        if (!i || s.s[i] != TEXT_HOLE || s.s[i - 1] != TEXT_HOLE)
            buf_u8(&b, s.s[i]);
    return buf_done(&b);
}

/* A text of which nothing is known because of limits; not when the code does not say it anyhow. */
static Values hole_for(Arena *a, Open why)
{
    Value *v = value_new(a, V_TEXT);
    v->text = TEXT_UNKNOWN;
    v->cut = limits_of(why);
    return values_one(a, v);
}

Values values_as_texts(Arena *a, Values x)
{
    Open why = x.open;
    if (!x.open && x.n)
        return x;
    x.open = 0;
    return values_union(a, x, hole_for(a, why));
}

/* One text after the other; two holes that meet become one. */
static Str joined(Arena *a, Str x, Str y, Open *cut)
{
    if (x.len && y.len && x.s[x.len - 1] == TEXT_HOLE && y.s[0] == TEXT_HOLE)
        y = str_from(y, 1);
    if (!x.len || !y.len)
        return x.len ? x : y;
    *cut |= x.len + y.len > TEXT_MAX ? OPEN_TEXT : 0;
    return x.len + y.len > TEXT_MAX ? TEXT_UNKNOWN : str_cat(a, x, y);
}

Values values_concat(Arena *a, Values x, Values y)
{
    Values out = {0};
    x = values_as_texts(a, x);
    y = values_as_texts(a, y);
    if ((i64)x.n * y.n > VALUES_MAX) { /* too many: keep what the first part says */
        y = hole_for(a, OPEN_VALUES);
    }
    for (i32 i = 0; i < x.n; i++)
        for (i32 j = 0; j < y.n; j++) {
            Open cut = (x.plain ? 0 : x.v[i]->cut) | (y.plain ? 0 : y.v[j]->cut);
            Str t = joined(a, value_text(x.v[i]), value_text(y.v[j]), &cut);
            const Origin *from = x.v[i]->origin ? x.v[i]->origin : y.v[j]->origin;
            out = values_union(a, out, values_text_cut(a, t, from, cut));
        }
    return out;
}

Values value_field(Arena *a, const Value *v, Str name, bool *found)
{
    Values out = {0};
    *found = false;
    for (i32 i = 0; i < v->nfields; i++) {
        Str n = v->fields[i].name;
        if (str_eq(n, name)) {
            if (!v->fields[i].maybe)
                out = (Values){0}; /* a later certain one replaces */
            out = values_union(a, out, v->fields[i].val);
            *found = true;
        } else if (!text_known(n)) {
            out = values_union(a, out, v->fields[i].val);
        }
    }
    out.open |= v->open;
    return out;
}

bool says_something(const Value *v)
{
    return v->kind == V_CLIENT || v->kind == V_RESOURCE || v->kind == V_OBJECT || v->kind == V_INSTANCE ||
           v->kind == V_REQUEST || v->kind == V_PAGINATOR || v->kind == V_WAITER || v->kind == V_COLLECTION ||
           ((v->kind == V_LIST || v->kind == V_MAP) && v->open);
}
