/* eval.c: expressions to values, on demand and memoised.
 *
 * A cycle contributes nothing (the least solution): an evaluation that runs into itself yields the empty set, and what was computed on the
 * way down to it holds only as long as that evaluation goes on (MEMO_PART). Depth and steps are bounded; past the bound a value is unknown,
 * and what was made of it holds only for this question, unless the bound was met far below what began with nearly all its depth and steps.
 */
#include <string.h>

#include "settings.h"
#include "statics.h"

const Origin *origin_new(Project *p, const Origin *from, Str what, u32 file, u32 off)
{
    Origin *o = new(p->a, Origin, 1);
    o->from = from;
    o->what = what;
    o->src = p->files[file].f->src;
    o->off = off;
    return o;
}

static Memo *memo_slot(Project *p, u64 key)
{
    if ((p->memo_n + 1) * 2 > p->memo_cap) {
        iz cap = p->memo_cap ? p->memo_cap * 2 : 1024;
        Memo *old = p->memo, *big = new(p->a, Memo, cap);
        for (iz i = 0; i < p->memo_cap; i++)
            if (old[i].state) {
                u64 j = key_hash(old[i].key);
                while (big[j & (u64)(cap - 1)].state)
                    j++;
                big[j & (u64)(cap - 1)] = old[i];
            }
        p->memo = big;
        p->memo_cap = cap;
    }
    u64 j = key_hash(key);
    for (;; j++) {
        Memo *m = &p->memo[j & (u64)(p->memo_cap - 1)];
        if (!m->state || m->key == key)
            return m;
    }
}

static u64 memo_key(Site s)
{
    return (u64)s.file << 44 | (u64)s.expr << 20 | (s.frame & 0xfffff);
}

static Values eval_node(Project *p, Site s);

Open eval_cut(Project *p)
{
    p->limited = true;
    return p->budget > 0 ? OPEN_INVOLVED : OPEN; /* of the whole it is said once */
}

bool too_nested(Project *p)
{
    if (p->nest <= NEST_MAX)
        return false;
    (void)eval_cut(p);
    return true;
}

u64 depths_below(u32 depth)
{
    return depth ? ((u64)1 << (depth - 1)) - 1 : 0;
}

void ran_into(Project *p, u32 depth)
{
    if (depth)
        p->ran |= (u64)1 << (depth - 1);
    else
        p->limited = true;
}

Taint taint_begin(Project *p)
{
    Taint outer = {p->ran, p->limited};
    p->ran = 0;
    p->limited = false;
    return outer;
}

void taint_end(Project *p, Taint outer)
{
    p->ran |= outer.ran;
    p->limited = p->limited || outer.limited;
}

/* Values that take much room cost more than a step. */
static void charge(Project *p)
{
    enum { STEP_BYTES = 4 << 10 };
    iz used = arena_used(&p->values);
    if (used - p->charged >= STEP_BYTES)
        p->steps -= (i32)((used - p->charged) / STEP_BYTES);
    p->charged = used;
}

Values eval(Project *p, Site s)
{
    const Facts *f = p->files[s.file].f;
    const Expr *e = EXPR(f, s.expr);
    if (!s.expr || e->kind == EX_NONE)
        return UNKNOWN_VALUES;
    if (e->kind == EX_STRING || e->kind == EX_NUMBER || e->kind == EX_BOOL || e->kind == EX_NULL || e->kind == EX_LAMBDA)
        return eval_node(p, s);
    if (s.frame && unframed(p, s.file, s.expr))
        s.frame = 0;
    u64 key = memo_key(s);
    Memo *m = memo_slot(p, key);
    if (m->state == MEMO_DONE)
        return m->val;
    if (m->state == MEMO_RUNNING) {
        ran_into(p, m->depth);
        return (Values){0};
    }
    if (m->state == MEMO_PART && partial_holds(p, &m->part)) {
        p->steps--;
        return m->val;
    }
    if (p->depth >= EVAL_DEPTH || p->steps <= 0 || arena_size(&p->values) > 4 * (iz)EVAL_BYTES) {
        return (Values){.open = eval_cut(p)};
    }
    bool fresh = p->depth < EVAL_DEPTH / 4 && p->nest <= NEST_MAX / 4 && p->steps >= EVAL_STEPS / 4 * 3;
    p->steps--;
    u32 mine = ++p->depth;
    p->serials[mine] = ++p->serial;
    p->memo_n += !m->state;
    *m = (Memo){.key = key, .state = MEMO_RUNNING, .depth = (u8)mine};
    Taint outer = taint_begin(p);
    Values v = eval_node(p, s);
    charge(p);
    m = memo_slot(p, key); /* the table may have moved */
    p->ran &= depths_below(mine);
    if (fresh && p->limited && !p->ran && p->steps > 0) { /* cut far below: whoever asks again would hardly get further */
        m->state = MEMO_DONE;
        m->val = v;
        p->ran = 0;
        p->limited = false;
    } else if (p->steps <= 0) {
        m->state = MEMO_AGAIN; /* not known: evaluate again when asked again */
    } else {
        m->state = p->ran || p->limited ? MEMO_PART : MEMO_DONE;
        m->val = v;
        m->part = partial_now(p);
    }
    taint_end(p, outer);
    p->depth--;
    return v;
}

bool eval_settled(Project *p, Site s)
{
    u8 kind = EXPR(p->files[s.file].f, s.expr)->kind;
    return kind == EX_LAMBDA || memo_slot(p, memo_key(s))->state == MEMO_DONE;
}

Values project_step(Project *p, Values v, const Step *path)
{
    for (; path; path = path->next) {
        Values out = {.open = v.open}, told = {0};
        for (i32 i = 0; i < v.n; i++) {
            const Value *x = v.v[i];
            if (path->key.len && only_type(p, x)) {
                told = values_union(p->a, told, eval_member(p, values_one(p->a, x), path->key, (Site){0}));
            } else if (x->kind == V_MAP && path->key.len) {
                bool found = true;
                out = values_union(p->a, out, path->index < 0 ? values_one(p->a, x) : value_field(p->a, x, path->key, &found));
                p->missing = p->missing || !found;
            } else if (x->kind == V_LIST && !path->key.len) {
                if (path->index < 0)
                    out = values_union(p->a, out, values_one(p->a, x));
                else if (path->index < x->nitems)
                    out = values_union(p->a, out, x->items[path->index]);
                else if (x->open)
                    out = values_union(p->a, out, x->nitems ? x->items[x->nitems - 1] : UNKNOWN_VALUES);
            } else if (path->key.len) {
                out = values_union(p->a, out, eval_member(p, values_one(p->a, x), path->key, (Site){0}));
            } else if (path->index == 0 && x->kind != V_TEXT && x->kind != V_MAP && x->kind != V_NULL) {
                out = values_union(p->a, out, values_one(p->a, x)); /* first of several results: (client, error) */
            } else if (x->kind == V_EXTERN) {
                out = values_union(p->a, out, values_extern(p->a, S("part")));
            } else if (x->kind != V_NULL) {
                out.open = true;
            } else {
                p->missing = true;
            }
        }
        v = member_by_type(p, out, told);
    }
    return v;
}

static Values names_of(Project *p, const Value *map)
{
    Values out = {.open = map->nfields ? map->open : map->open | OPEN};
    for (i32 i = 0; i < map->nfields; i++)
        out = values_union(p->a, out, values_text(p->a, map->fields[i].name, 0));
    return out;
}

/* What the method of an instance gives that has one of these names. */
static Values called_as(Project *p, const Value *x, const Str *names, iz n, Site at)
{
    Values got = {0};
    for (iz k = 0; k < n; k++) {
        Values m = member_of(p, x, names[k], at);
        for (i32 j = 0; j < m.n; j++)
            if (m.v[j]->kind == V_FUNCTION)
                got = values_union(p->a, got, function_returns(p, m.v[j]->file, m.v[j]->scope, frame_for(p, m.v[j]->file, m.v[j]->scope, (Site){0}, x, 0)));
    }
    return got;
}

/* for y in x, where x is of a class with __iter__, __next__ or __getitem__ */
static Values iterated(Project *p, const Value *x)
{
    static const Str iters[] = {S_INIT("__iter__"), S_INIT("__aiter__")}, nexts[] = {S_INIT("__next__"), S_INIT("__anext__"), S_INIT("__getitem__")};
    Values lists = called_as(p, x, iters, COUNTOF(iters), (Site){.file = x->file}), out = {0};
    for (i32 i = 0; i < lists.n; i++)
        if (lists.v[i]->kind == V_LIST || lists.v[i]->kind == V_MAP || lists.v[i]->kind == V_COLLECTION)
            out = values_union(p->a, out, eval_iter(p, values_one(p->a, lists.v[i]), false));
    if (!out.n)
        out = called_as(p, x, nexts, COUNTOF(nexts), (Site){.file = x->file});
    return out.n ? out : UNKNOWN_VALUES;
}

Values eval_iter(Project *p, Values v, bool keys)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        Values item = {0};
        if (x->kind == V_LIST) {
            for (i32 k = 0; k < x->nitems; k++)
                item = values_union(p->a, item, x->items[k]);
            item.open |= x->nitems ? 0 : x->open;
        } else if (x->kind == V_MAP) {
            for (i32 k = 0; k < x->nfields; k++)
                item = values_union(p->a, item, keys ? x->fields[k].val : values_text(p->a, x->fields[k].name, 0));
            item.open = x->open;
        } else if (x->kind == V_COLLECTION) {
            item = collection_items(p, x);
        } else if (x->kind == V_CLASS) { /* an enum's members */
            item = class_values(p, x);
        } else if (x->kind == V_EXTERN) {
            item = values_extern(p->a, str_cat(p->a, x->text, S("[]")));
        } else if (x->kind == V_INSTANCE && p->files[x->file].f->traits & TRAIT_MODULES_DOTTED) {
            item = iterated(p, x);
        } else if (x->kind != V_NULL) {
            item.open = true;
        }
        if (keys) { /* the target is [key, element] */
            Value *pair = value_new(p->a, V_LIST);
            pair->items = new(p->a, Values, 2);
            pair->items[0] = x->kind == V_MAP ? names_of(p, x) : UNKNOWN_VALUES;
            pair->items[1] = item;
            pair->nitems = 2;
            item = values_one(p->a, pair);
        }
        out = values_union(p->a, out, item);
    }
    return out;
}

Values eval_enter(Project *p, Values v, Site at)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        if (x->kind == V_LIST) { /* what a generator yields */
            for (i32 k = 0; k < x->nitems; k++)
                out = values_union(p->a, out, x->items[k]);
            out.open |= x->open;
        } else if (x->kind == V_INSTANCE) {
            static const Str enters[] = {S_INIT("__enter__"), S_INIT("__aenter__")};
            Values got = called_as(p, x, enters, COUNTOF(enters), at);
            out = values_union(p->a, out, got.n || got.open ? got : values_one(p->a, x));
        } else {
            out = values_union(p->a, out, values_one(p->a, x));
        }
    }
    return out;
}

/* Room for n entries of `size` bytes in an array of m's own. */
static void *grown(Project *p, Value *m, void *old, i32 n, iz size)
{
    if (m->own == m && n <= m->cap)
        return old;
    m->own = m;
    m->cap = n < 4 ? 4 : 2 * n;
    u8 *v = arena_alloc(p->a, size, (iz) _Alignof(max_align_t), m->cap);
    i32 have = m->nfields + m->nitems; /* one of the two is 0 */
    if (have)
        memcpy(v, old, (size_t)(have * size));
    return v;
}

bool map_full(const Value *m)
{
    return m->nfields >= MAP_MAX && m->open;
}

void map_field(Project *p, Value *m, Str name, Values val, bool maybe)
{
    if (m->nfields >= MAP_MAX) {
        m->open |= OPEN_VALUES;
        return;
    }
    maybe = maybe || !text_known(name); /* another key than others that are not known */
    m->fields = grown(p, m, m->fields, m->nfields + 1, (iz)sizeof *m->fields);
    i32 n = maybe ? m->nfields : 0;
    while (n < m->nfields && !str_eq(m->fields[n].name, name))
        n++;
    for (i32 i = n + 1; i < m->nfields; i++) /* it takes the place of what there was */
        if (!str_eq(m->fields[i].name, name))
            m->fields[n++] = m->fields[i];
    m->fields[n++] = (Field){name, val, maybe};
    m->nfields = n;
}

/* Whether all of several requests have the field for certain: then it is certain, with the values of all. */
static bool in_all(Project *p, Values from, Str name, Values *val)
{
    bool all = !from.open && text_known(name);
    *val = (Values){0};
    for (i32 i = 0; i < from.n && all; i++) {
        bool here = false;
        for (i32 k = 0; k < from.v[i]->nfields && from.v[i]->kind == V_REQUEST; k++)
            here = here || (str_eq(from.v[i]->fields[k].name, name) && !from.v[i]->fields[k].maybe);
        bool found;
        if (here)
            *val = values_union(p->a, *val, value_field(p->a, from.v[i], name, &found));
        all = here;
    }
    return all;
}

/* Adds the entries of every map in `from` to m; more than one alternative makes them uncertain. */
void map_merge(Project *p, Value *m, Values from, bool maybe)
{
    m->open |= from.open;
    i32 maps = 0, types = 0;
    Values certain;
    for (i32 i = 0; i < from.n; i++) {
        types += only_type(p, from.v[i]);
        maps += from.v[i]->kind != V_NULL;
    }
    if (types < maps)
        maps -= types; /* what it is made of is known */
    else
        types = 0;
    for (i32 i = 0; i < from.n; i++) {
        const Value *x = from.v[i];
        if (types && only_type(p, x))
            continue;
        if (x->kind == V_MAP || x->kind == V_REQUEST || x->kind == V_PAGINATOR || x->kind == V_WAITER) {
            for (i32 k = 0; k < x->nfields; k++)
                if (maps > 1 && !maybe && in_all(p, from, x->fields[k].name, &certain))
                    map_field(p, m, x->fields[k].name, certain, false);
                else
                    map_field(p, m, x->fields[k].name, x->fields[k].val,
                          maybe || maps > 1 || from.open || x->fields[k].maybe);
            m->open |= x->open;
        } else if (x->kind != V_NULL) {
            m->open = true;
        }
    }
}

void map_put_value(Project *p, Value *m, Values key, Values val, bool maybe)
{
    for (i32 i = 0; i < key.n; i++)
        map_field(p, m, value_text(key.v[i]), val, maybe || key.n > 1 || key.open);
    if (key.open || !key.n)
        map_field(p, m, TEXT_UNKNOWN, val, true);
}

void list_add(Project *p, Value *l, Values item)
{
    bool full = l->nitems >= LIST_MAX; /* the last slot stands for the rest */
    l->items = grown(p, l, l->items, full ? l->nitems : l->nitems + 1, (iz)sizeof *l->items);
    if (full) {
        l->items[l->nitems - 1] = values_union(p->a, l->items[l->nitems - 1], item);
        l->open |= OPEN_VALUES;
    } else {
        l->items[l->nitems++] = item;
    }
}

static bool is_literal(const Expr *e)
{
    return e->kind == EX_STRING || e->kind == EX_NUMBER || e->kind == EX_BOOL || e->kind == EX_NULL;
}

static Values eval_list(Project *p, Site s, const Expr *e)
{
    const Facts *f = p->files[s.file].f;
    Value *l = value_new(p->a, V_LIST);
    l->open = e->flags & EXPR_OPEN ? OPEN : 0;
    int left = LIST_COMPUTED; /* more would use up the steps of every question anew */
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        bool literal = is_literal(EXPR(f, a->value));
        bool full = l->nitems >= LIST_MAX && l->items[LIST_MAX - 1].n >= VALUES_MAX && l->items[LIST_MAX - 1].open;
        if (literal ? full : left-- <= 0) {
            l->open |= OPEN_VALUES;
            continue;
        }
        Values v = eval(p, (Site){s.file, a->value, s.frame});
        if (!a->splat) {
            list_add(p, l, v);
            continue;
        }
        if (f->traits & TRAIT_MODULES_PATHS)
            v = map_pairs(p, v);
        l->open |= v.open;
        for (i32 i = 0; i < v.n; i++)
            if (v.v[i]->kind == V_LIST)
                for (i32 k = 0; k < v.v[i]->nitems; k++)
                    list_add(p, l, v.v[i]->items[k]);
            else
                l->open = true;
    }
    return values_one(p->a, l);
}

static Values eval_map(Project *p, Site s, const Expr *e)
{
    const Facts *f = p->files[s.file].f;
    Value *m = value_new(p->a, V_MAP);
    m->open = e->flags & EXPR_OPEN ? OPEN : 0;
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        if (map_full(m))
            break;
        Values v = eval(p, (Site){s.file, a->value, s.frame});
        if (a->splat)
            map_merge(p, m, v, false);
        else if (a->name.len)
            map_field(p, m, a->name, v, e->flags & EXPR_OPEN);
        else
            map_put_value(p, m, eval(p, (Site){s.file, a->key, s.frame}), v, e->flags & EXPR_OPEN);
    }
    return values_one(p->a, m);
}

/* The origin of a part that an environment variable decides. */
static const Origin *origin_open(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        for (const Origin *o = v.v[i]->origin; o; o = o->from)
            if (o->variable.len)
                return v.v[i]->origin;
    return 0;
}

bool text_full(Values v)
{
    return v.n == 1 && v.v[0]->kind == V_TEXT && v.v[0]->cut & OPEN_TEXT && v.v[0]->text.len == 1 && !v.plain;
}

static Values eval_template(Project *p, Site s, const Expr *e)
{
    const Facts *f = p->files[s.file].f;
    Str text = str_head(str_from(f->src->text, e->off), (iz)(e->end - e->off));
    Origin *o = (Origin *)(void *)(uintptr_t)origin_new(p, 0, text, s.file, e->off);
    Values out = values_text(p->a, S(""), o);
    FOR_ARGS(f, e, it) {
        Values v = eval(p, (Site){s.file, ARG(f, it)->value, s.frame});
        if (!o->from)
            o->from = origin_open(v);
        out = values_concat(p->a, out, v);
        if (text_full(out))
            break;
    }
    return out;
}

static bool all_kind(Values v, ValueKind k)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != k)
            return false;
    return v.n > 0;
}

/* A number as the source writes it: no text of digits, of which the source has the quotes. */
static bool any_number(Values v)
{
    for (i32 i = 0; i < v.n; i++) {
        Str t = v.v[i]->text;
        const Origin *o = v.v[i]->origin;
        while (o && o->from)
            o = o->from;
        if (v.v[i]->kind == V_TEXT && t.len && t.s[0] >= '0' && t.s[0] <= '9' && o && str_eq(o->what, t))
            return true;
    }
    return false;
}

bool adds_numbers(Values x, Values y)
{
    bool told = false;
    for (i32 i = 0; i < x.n; i++)
        told = told || x.v[i]->kind != V_TEXT || !str_eq(x.v[i]->text, TEXT_UNKNOWN);
    return any_number(x) ? any_number(y) || y.open || !y.n : !told && any_number(y);
}

Values values_plus(Project *p, Values x, Values y)
{
    if (adds_numbers(x, y)) /* which number it is, nobody needs to know */
        return UNKNOWN_VALUES;
    if (all_kind(x, V_LIST) && x.n == 1 && y.n <= 1) {
        Value *l = value_new(p->a, V_LIST);
        *l = *x.v[0];
        l->hash = 0;
        if (all_kind(y, V_LIST)) {
            for (i32 i = 0; i < y.v[0]->nitems; i++)
                list_add(p, l, y.v[0]->items[i]);
            l->open |= y.v[0]->open | y.open;
        } else {
            l->open = true;
        }
        return values_one(p->a, l);
    }
    if (all_kind(x, V_MAP) || all_kind(y, V_MAP)) {
        Value *m = value_new(p->a, V_MAP);
        map_merge(p, m, x, false);
        map_merge(p, m, y, false);
        return values_one(p->a, m);
    }
    return values_concat(p->a, x, y);
}

/* "a %s b %d" % x: each conversion is replaced, by the value when it is known. */
static Values percent(Project *p, Values fmt, Values args)
{
    Values out = {0};
    for (i32 i = 0; i < fmt.n; i++) {
        if (fmt.v[i]->kind != V_TEXT)
            return values_text(p->a, TEXT_UNKNOWN, 0);
        Str s = fmt.v[i]->text;
        Values r = values_text(p->a, S(""), fmt.v[i]->origin);
        i32 nth = 0;
        for (iz k = 0; k < s.len;) {
            iz pc = str_find_u8(str_from(s, k), '%');
            if (pc < 0 || k + pc + 1 >= s.len) {
                r = values_concat(p->a, r, values_text(p->a, str_from(s, k), 0));
                break;
            }
            r = values_concat(p->a, r, values_text(p->a, str_head(str_from(s, k), pc), 0));
            k += pc + 1;
            if (s.s[k] == '%') {
                r = values_concat(p->a, r, values_text(p->a, S("%"), 0));
                k++;
                continue;
            }
            Values v = UNKNOWN_VALUES;
            bool plain = s.s[k] == 's' || s.s[k] == 'd';
            if (s.s[k] == '(') {
                iz close = str_find_u8(str_from(s, k), ')');
                if (close > 0) {
                    Str key = str_head(str_from(s, k + 1), close - 1);
                    bool found;
                    if (args.n == 1 && args.v[0]->kind == V_MAP)
                        v = value_field(p->a, args.v[0], key, &found);
                    k += close + 1;
                    plain = k < s.len && (s.s[k] == 's' || s.s[k] == 'd');
                }
            } else if (args.n == 1 && args.v[0]->kind == V_LIST) {
                if (nth < args.v[0]->nitems)
                    v = args.v[0]->items[nth];
            } else if (nth == 0) {
                v = args;
            }
            nth++;
            while (k < s.len && ((s.s[k] >= '0' && s.s[k] <= '9') || s.s[k] == '.' || s.s[k] == '-' || s.s[k] == '+'))
                k++, plain = false;
            k++;
            r = values_concat(p->a, r, plain ? v : UNKNOWN_VALUES);
            if (text_full(r))
                break;
        }
        out = values_union(p->a, out, r);
    }
    return out.n ? out : values_text(p->a, TEXT_UNKNOWN, 0);
}

/* x["name"] where it means x.name. A client's method whose name is not known is one all the same. False: x[…] is something else. */
static bool named_member(Project *p, const Value *x, Values key, Site at, Values *out)
{
    bool client = x->kind == V_CLIENT;
    bool has = client || x->kind == V_EXTERN || x->kind == V_INSTANCE || x->kind == V_MODULE || (x->kind == V_CLASS && !is_enum(p, x));
    if (!has || !(p->files[at.file].f->traits & TRAIT_MODULES_PATHS))
        return false;
    bool open = key.open || !key.n, any = false;
    for (i32 i = 0; i < key.n; i++) {
        Str name = value_text(key.v[i]);
        i64 number;
        if (str_i64(name, &number))
            continue;
        if (text_known(name)) {
            *out = values_union(p->a, *out, member_of(p, x, name, at));
            any = true;
        } else if (client) {
            *out = values_union(p->a, *out, method_by_pattern(p, x, name, at));
            any = true;
        }
    }
    if (open && client)
        *out = values_union(p->a, *out, method_by_pattern(p, x, TEXT_UNKNOWN, at));
    return any || (open && client);
}

static Values eval_index(Project *p, Site s, const Expr *e)
{
    const Facts *f = p->files[s.file].f;
    if (EXPR(f, e->b)->kind == EX_TYPE) { /* type assertion or cast: for what is not known already */
        Values v = eval(p, (Site){s.file, e->a, s.frame});
        for (i32 i = 0; i < v.n; i++)
            if (v.v[i]->kind != V_EXTERN && v.v[i]->kind != V_NULL)
                return v;
        Values t = eval_type(p, s.file, EXPR(f, e->b)->a, scope_at(p, s.file, e->off));
        return t.n ? t : v;
    }
    Values obj = eval(p, (Site){s.file, e->a, s.frame});
    Values key = e->flags & EXPR_SLICE ? UNKNOWN_VALUES : eval(p, (Site){s.file, e->b, s.frame});
    Values out = {.open = obj.open};
    for (i32 i = 0; i < obj.n; i++) {
        const Value *x = obj.v[i];
        if (!(e->flags & EXPR_SLICE) && named_member(p, x, key, s, &out))
            continue;
        if (e->flags & EXPR_SLICE) {
            if (x->kind == V_LIST)
                out = values_union(p->a, out, values_one(p->a, x));
            else if (x->kind == V_TEXT)
                out = values_union(p->a, out, text_slice(p, x, s, EXPR(f, e->b)));
            else if (x->kind == V_EXTERN)
                out = values_union(p->a, out, values_one(p->a, x));
            else
                out.open = true;
        } else if (x->kind == V_MAP) {
            bool found = false, any = false;
            for (i32 k = 0; k < key.n; k++) {
                Str name = value_text(key.v[k]);
                if (text_known(name)) {
                    out = values_union(p->a, out, value_field(p->a, x, name, &found));
                    any = true;
                }
            }
            if (key.open || !any)
                for (i32 k = 0; k < x->nfields; k++)
                    out = values_union(p->a, out, x->fields[k].val);
            out.open |= found ? 0 : x->open;
        } else if (x->kind == V_LIST) {
            i64 n = -1;
            if (key.n == 1 && !key.open && key.v[0]->kind == V_TEXT)
                str_i64(key.v[0]->text, &n);
            if (n >= 0 && n < x->nitems && !x->open && !x->skip)
                out = values_union(p->a, out, x->items[n]);
            else
                out = values_union(p->a, out, eval_iter(p, values_one(p->a, x), false));
        } else if (x->kind == V_OBJECT) {
            Surface row;
            if (surface_method(p, x->sdk, x->text, x->service, S("[]"), &row))
                out = values_union(p->a, out, surface_index(p, &row, x, s, key));
            else
                out = values_union(p->a, out, values_extern(p->a, S("sdk[]")));
        } else if (x->kind == V_EXTERN) {
            out = values_union(p->a, out, values_extern(p->a, str_cat(p->a, x->text, S("[]"))));
        } else if (x->kind == V_COLLECTION) {
            out = values_union(p->a, out, collection_items(p, x));
        } else if (x->kind == V_CLASS || x->kind == V_FUNCTION) { /* Generic[T], f[T] */
            if (x->kind == V_CLASS && p->files[x->file].f->scopes.v[x->scope].flags & SCOPE_ENUM)
                for (i32 k = 0; k < key.n; k++)
                    out = values_union(p->a, out, member_of(p, x, value_text(key.v[k]), s));
            else
                out = values_union(p->a, out, values_one(p->a, x));
        } else if (x->kind == V_INSTANCE || x->kind == V_TEXT || x->kind == V_MODULE) {
            out.open = true;
        } else if (x->kind != V_NULL) {
            out = values_union(p->a, out, values_extern(p->a, S("other[]")));
        }
    }
    return e->flags & EXPR_SLICE ? out : with_items_held(p, f, e->a, key, out);
}

static Values self_value(Project *p, Site s, u32 off)
{
    const Facts *f = p->files[s.file].f;
    ScopeId scope = scope_at(p, s.file, off);
    ScopeId cls = scope_class(f, scope);
    for (u32 fr = s.frame; fr; fr = p->frames.v[fr].call.frame) {
        const Frame *x = &p->frames.v[fr];
        if (x->file == s.file && x->self && scope_within(f, scope, x->fn))
            return values_one(p->a, x->self);
    }
    if (!cls)
        return object_of_method(p, s, scope);
    Value *v = value_new(p->a, V_INSTANCE);
    v->file = s.file;
    v->scope = cls;
    return values_one(p->a, v);
}

static bool is_method(Project *p, const Value *v, Str name)
{
    const Scope *s = &p->files[v->file].f->scopes.v[v->scope];
    return v->kind == V_FUNCTION && s->kind == SCOPE_FUNCTION && str_eq(s->name, name);
}

/* Languages whose fields and methods may share a name: of both, those that the text means. */
static Values field_or_method(Project *p, Site s, const Expr *e, Values v)
{
    const Facts *f = p->files[s.file].f;
    i32 methods = 0;
    for (i32 i = 0; i < v.n; i++)
        methods += is_method(p, v.v[i], e->str);
    if (!methods || methods == v.n || !(f->traits & TRAIT_MODULES_CLASSES))
        return v;
    Str text = f->src->text;
    iz next = e->end, before = (iz)e->end - e->str.len;
    while (next < text.len && (text.s[next] == ' ' || text.s[next] == '\n' || text.s[next] == '\r' || text.s[next] == '\t'))
        next++;
    bool method = (next < text.len && text.s[next] == '(') || (before > 1 && text.s[before - 1] == ':');
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (is_method(p, v.v[i], e->str) == method || (method && v.v[i]->kind == V_METHOD))
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    return out;
}

/* Java's this(…) and super(…). */
static bool called_here(const Facts *f, const Expr *e)
{
    Str rest = str_trim(str_head(str_from(f->src->text, e->end), 80));
    return f->traits & TRAIT_MODULES_CLASSES && rest.len && rest.s[0] == '(';
}

/* super: the base classes, where it is called; else the instance, seen as one of theirs. */
static Values super_of(Project *p, Site s, const Expr *e, ScopeId scope)
{
    const Facts *f = p->files[s.file].f;
    ScopeId cls = scope_class(f, scope);
    Str rest = str_trim(str_head(str_from(f->src->text, e->end), 80));
    bool called = rest.len && rest.s[0] == '(';
    Values out = {0};
    if (!cls)
        return UNKNOWN_VALUES;
    FOR_LIST(f, f->scopes.v[cls].bases, it) {
        ExprId base = ARG(f, it)->value;
        Values b = called ? eval(p, (Site){s.file, base, 0}) : eval_type(p, s.file, base, f->scopes.v[cls].parent);
        out = values_union(p->a, out, b);
    }
    return out.n ? out : UNKNOWN_VALUES;
}

static Values eval_name(Project *p, Site s, const Expr *e)
{
    if (e->flags & EXPR_SELF) {
        Values self = self_value(p, s, e->off);
        return called_here(p->files[s.file].f, e) ? class_of_instances(p, self) : self; /* this(…): another constructor */
    }
    ScopeId scope = scope_at(p, s.file, e->off);
    if (e->flags & EXPR_SUPER && p->files[s.file].f->traits & (TRAIT_MODULES_CLASSES | TRAIT_MODULES_PATHS))
        return super_of(p, s, e, scope);
    Values v = field_or_method(p, s, e, lookup_name(p, s.file, e->str, scope, e->off, s.frame));
    Surface row;
    if (v.n == 1 && v.v[0]->kind == V_EXTERN && surface_find(p, p->files[s.file].f->lang, v.v[0]->text, &row) && str_eq(row.does, S("object class"))) {
        Value *c = value_new(p->a, V_CLASS); /* the class that the code stands in */
        c->file = s.file;
        c->scope = scope_class(p->files[s.file].f, scope);
        return c->scope ? values_one(p->a, c) : UNKNOWN_VALUES;
    }
    if (v.open && !v.n)
        v = infer_resource(p, s.file, e->str, v);
    return with_changes(p, s, e->str, scope, e->off, v);
}

/* Made by nothing that is known. */
static bool outside(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != V_NULL && (v.v[i]->kind != V_EXTERN || str_starts(v.v[i]->text, S("sdk"))))
            return false;
    return true;
}

/* Whether a callee is known; not: a method of a client whose service is not. */
static bool has_method(Values callee)
{
    for (i32 i = 0; i < callee.n; i++) {
        const Value *x = callee.v[i];
        bool client = x->kind == V_METHOD && x->self->kind == V_CLIENT && !x->self->service.len;
        if (x->kind != V_EXTERN && x->kind != V_NULL && !client)
            return true;
    }
    return false;
}

static Values eval_call(Project *p, Site s, const Expr *e)
{
    const Facts *cf = p->files[s.file].f;
    bool generic = e->kind == EX_NEW && EXPR(cf, e->a)->kind == EX_INDEX && cf->traits & TRAIT_MODULES_CLASSES; /* new List<T>() */
    Values helped;
    if (script_helper(p, s, &helped) || injector_call(p, s, &helped))
        return helped;
    Values callee = eval(p, (Site){s.file, generic ? EXPR(cf, e->a)->a : e->a, s.frame});
    Values out = {.open = callee.open};
    if (!callee.n && e->kind == EX_NEW && e->flags & EXPR_FIELDS && cf->traits & TRAIT_EMBEDS && named_literal(p, s, e, &out))
        return out;
    for (i32 i = 0; i < callee.n; i++)
        out = values_union(p->a, out, apply(p, callee.v[i], s));
    bool unknown = callee.open || cf->traits & TRAIT_MODULES_CLASSES; /* or of a declared type that says nothing */
    if (!callee.n && unknown && EXPR(cf, e->a)->kind == EX_MEMBER && cf->traits & (TRAIT_MODULES_CLASSES | TRAIT_MODULES_PATHS)) {
        Surface any;
        if (surface_find(p, cf->lang, str_cat(p->a, S("$any."), EXPR(cf, e->a)->str), &any))
            out = surface_call(p, &any, 0, s);
    }
    if (!callee.n && !callee.open && e->nargs == 1 && p->files[s.file].f->traits & TRAIT_EMBEDS && static_of(p, s.file, e->a).kind != ST_FUNCTION)
        return eval(p, (Site){s.file, ARG(p->files[s.file].f, e->args)->value, s.frame}); /* conversion to a type that says nothing */
    if (EXPR(cf, e->a)->kind == EX_MEMBER && outside(out) && !has_method(callee)) {
        if (sdk_word(p, S("maker"), EXPR(cf, e->a)->str))
            out = infer_client(p, s, out);
        if (out.open)
            out = infer_made(p, s, out);
    }
    return out;
}

static Values eval_node(Project *p, Site s)
{
    Facts *f = p->files[s.file].f;
    const Expr *e = EXPR(f, s.expr);
    switch ((ExprKind)e->kind) {
    case EX_NONE:
        break;
    case EX_UNKNOWN:
        return UNKNOWN_VALUES;
    case EX_NAME:
        return eval_name(p, s, e);
    case EX_STRING:
        return values_text(p->a, e->str, origin_new(p, 0, str_head(str_from(f->src->text, e->off), (iz)(e->end - e->off)), s.file, e->off));
    case EX_NUMBER:
        return values_text(p->a, e->str, origin_new(p, 0, e->str, s.file, e->off));
    case EX_BOOL: {
        Value *v = value_new(p->a, V_BOOL);
        v->text = e->str;
        return values_one(p->a, v);
    }
    case EX_NULL:
        return values_one(p->a, value_new(p->a, V_NULL));
    case EX_TEMPLATE:
        return eval_template(p, s, e);
    case EX_MEMBER: {
        Values obj = eval(p, (Site){s.file, e->a, s.frame});
        Values v = field_or_method(p, s, e, eval_member(p, obj, e->str, s));
        if (f->traits & TRAIT_EMBEDS)
            v = method_by_type(p, s, obj, v);
        if (v.open && !v.n)
            v = infer_resource(p, s.file, e->str, v);
        if (!may_have_changes(p, s.file, v))
            return v;
        Str path = expr_path(p->a, f, s.expr);
        return path.len ? with_changes(p, s, path, scope_at(p, s.file, e->off), e->off, v) : v;
    }
    case EX_INDEX:
        return eval_index(p, s, e);
    case EX_CALL:
    case EX_NEW:
        return eval_call(p, s, e);
    case EX_LIST:
        return eval_list(p, s, e);
    case EX_MAP:
        return eval_map(p, s, e);
    case EX_CONCAT: {
        Values x = eval(p, (Site){s.file, e->a, s.frame}), y = eval(p, (Site){s.file, e->b, s.frame});
        return e->flags & EXPR_PERCENT ? percent(p, x, y) : e->flags & EXPR_SLASH ? values_slash(p, x, y) : values_plus(p, x, y);
    }
    case EX_CHOICE: {
        Values y = eval(p, (Site){s.file, e->b, s.frame});
        if (e->flags & EXPR_AND)
            return y;
        return values_union(p->a, eval(p, (Site){s.file, e->a, s.frame}), y);
    }
    case EX_LAMBDA: {
        Value *v = value_new(p->a, V_FUNCTION);
        v->file = s.file;
        v->scope = e->scope;
        v->site.frame = frame_of(p, s.frame, s.file, f->scopes.v[e->scope].parent);
        return values_one(p->a, v);
    }
    case EX_TYPE:
        return eval(p, (Site){s.file, e->a, s.frame});
    }
    return UNKNOWN_VALUES;
}
