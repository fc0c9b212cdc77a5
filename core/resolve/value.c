/* value.c: see value.h. */
#include "value.h"

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
    return mix(h, (u64)s.n * 2 + s.open);
}

/* Everything but the origin. Kept in the value: values do not change once they are in a set. */
static u64 hash_of(const Value *v)
{
    if (v->hash)
        return v->hash;
    u64 h = mix(v->kind, v->open);
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

Values values_add(Arena *a, Values x, const Value *v)
{
    for (i32 i = 0; i < x.n; i++)
        if (value_same(x.v[i], v))
            return x;
    bool client = v->kind == V_CLIENT || (v->kind == V_METHOD && v->self->kind == V_CLIENT);
    if (x.n >= (client ? CLIENTS_MAX : VALUES_MAX)) {
        x.open = true;
        return x;
    }
    Values s = {.v = new(a, const Value *, x.n + 1), .n = x.n + 1, .open = x.open};
    for (i32 i = 0; i < x.n; i++)
        s.v[i] = x.v[i];
    s.v[x.n] = v;
    return s;
}

Values values_union(Arena *a, Values x, Values y)
{
    bool open = x.open || y.open;
    if (x.n == 0) {
        y.open = open;
        return y;
    }
    for (i32 i = 0; i < y.n; i++)
        x = values_add(a, x, y.v[i]);
    x.open = x.open || open;
    return x;
}

Values values_text(Arena *a, Str text, const Origin *origin)
{
    Value *v = value_new(a, V_TEXT);
    v->text = text.len > TEXT_MAX ? TEXT_UNKNOWN : text;
    v->origin = origin;
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

static Values with_hole(Arena *a, Values x)
{
    if (!x.open && x.n)
        return x;
    x.open = false;
    return values_union(a, x, values_text(a, TEXT_UNKNOWN, 0));
}

Values values_concat(Arena *a, Values x, Values y)
{
    Values out = {0};
    x = with_hole(a, x);
    y = with_hole(a, y);
    if ((i64)x.n * y.n > VALUES_MAX) { /* too many: keep what the first part says */
        y = values_text(a, TEXT_UNKNOWN, 0);
    }
    for (i32 i = 0; i < x.n; i++)
        for (i32 j = 0; j < y.n; j++) {
            Str t = text_squeeze(a, str_cat(a, value_text(x.v[i]), value_text(y.v[j])));
            const Origin *from = x.v[i]->origin ? x.v[i]->origin : y.v[j]->origin;
            out = values_union(a, out, values_text(a, t, from));
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
    if (v->open)
        out.open = true;
    return out;
}

bool says_something(const Value *v)
{
    return v->kind == V_CLIENT || v->kind == V_RESOURCE || v->kind == V_OBJECT || v->kind == V_INSTANCE ||
           v->kind == V_REQUEST || v->kind == V_PAGINATOR || v->kind == V_WAITER || v->kind == V_COLLECTION ||
           ((v->kind == V_LIST || v->kind == V_MAP) && v->open);
}
