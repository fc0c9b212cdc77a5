/* value_ops.c: what functions of a standard library do to texts, lists and maps, as far as it matters for names of resources: the verb
 * `value` of the surface tables. A function that is not here gives an unknown text. */
#include "settings.h"

static Values arg(Project *p, Site call, i32 pos)
{
    bool found;
    return call_arg(p, call, 0, pos, (Str){0}, &found);
}

/* "{} {0} {name}" with the call's arguments. */
static Values format(Project *p, const Value *recv, Site call)
{
    Str s = value_text(recv);
    Values out = values_text(p->a, S(""), recv->origin);
    i32 next = 0;
    for (iz i = 0; i < s.len && !text_full(out);) {
        iz n = 0;
        while (i + n < s.len && s.s[i + n] != '{' && s.s[i + n] != '}')
            n++;
        if (n)
            out = values_concat(p->a, out, values_text(p->a, str_head(str_from(s, i), n), 0));
        i += n;
        if (i >= s.len)
            break;
        if (i + 1 < s.len && s.s[i] == s.s[i + 1]) {
            out = values_concat(p->a, out, values_text(p->a, str_head(str_from(s, i), 1), 0));
            i += 2;
            continue;
        }
        iz close = str_find_u8(str_from(s, i), '}');
        if (close < 0)
            break;
        Str field = str_head(str_from(s, i + 1), close - 1);
        i += close + 1;
        bool plain = str_find_u8(field, ':') < 0 && str_find_u8(field, '.') < 0 && str_find_u8(field, '[') < 0;
        iz colon = str_find_u8(field, ':');
        if (colon >= 0)
            field = str_head(field, colon);
        bool found;
        i64 pos;
        Values v = field.len == 0         ? call_arg(p, call, 0, next++, (Str){0}, &found)
                   : str_i64(field, &pos) ? call_arg(p, call, 0, (i32)pos, (Str){0}, &found)
                                          : call_arg(p, call, 0, -1, field, &found);
        out = values_concat(p->a, out, plain ? v : UNKNOWN_VALUES);
    }
    return out;
}

static Values join(Project *p, Values sep, Values list)
{
    Values out = {0};
    for (i32 i = 0; i < list.n; i++) {
        const Value *l = list.v[i];
        if (l->kind != V_LIST || l->open || l->skip) {
            out = values_union(p->a, out, values_text(p->a, TEXT_UNKNOWN, 0));
            continue;
        }
        Values t = values_text(p->a, S(""), 0);
        for (i32 k = 0; k < l->nitems; k++) {
            if (k)
                t = values_concat(p->a, t, sep);
            t = values_concat(p->a, t, l->items[k]);
        }
        out = values_union(p->a, out, t);
    }
    return out.n ? out : values_text(p->a, TEXT_UNKNOWN, 0);
}

/* Parts of a path with one slash between them; an absolute later part starts anew. */
static Values path_two(Project *p, Values x, Values y)
{
    Values joined = {0};
    x = values_as_texts(p->a, x);
    y = values_as_texts(p->a, y);
    for (i32 j = 0; j < x.n; j++)
        for (i32 k = 0; k < y.n && joined.n < VALUES_MAX; k++) {
            Str a = value_text(x.v[j]), b = value_text(y.v[k]);
            bool slash = a.len && a.s[a.len - 1] == '/';
            if (b.len && b.s[0] == '/')
                joined = values_union(p->a, joined, values_text_cut(p->a, b, y.v[k]->origin, y.v[k]->cut));
            else
                joined = values_union(p->a, joined, values_text_cut(p->a, str_cat3(p->a, a, !a.len || slash ? S("") : S("/"), b), x.v[j]->origin, x.v[j]->cut | y.v[k]->cut));
        }
    joined.open |= joined.n >= VALUES_MAX && (i64)x.n * y.n > joined.n ? OPEN_VALUES : 0;
    return joined;
}

static Values path_join(Project *p, Site call, Values first)
{
    const Expr *e = EXPR(p->files[call.file].f, call.expr);
    Values out = first;
    for (i32 i = 0; i < e->nargs; i++) {
        Values v = arg(p, call, i);
        out = out.n || out.open ? path_two(p, out, v) : v;
    }
    return out;
}

/* Some of its values is a text that cannot be a number. */
static bool worded(Values v)
{
    for (i32 i = 0; i < v.n; i++) {
        Str s = value_text(v.v[i]);
        for (iz k = 0; k < s.len; k++)
            if (s.s[k] != TEXT_HOLE && (s.s[k] < '0' || s.s[k] > '9') && str_find_u8(S(".-+_eE"), s.s[k]) < 0)
                return true;
    }
    return false;
}

Values values_slash(Project *p, Values x, Values y)
{
    return worded(x) || worded(y) ? path_two(p, x, y) : UNKNOWN_VALUES;
}

/* A position as it is counted: from the end when negative. *at stays where no bound is given. False: not known. */
static bool bound(Values v, bool given, iz len, iz *at)
{
    i64 n;
    if (!given)
        return true;
    if (v.n != 1 || v.open || v.v[0]->kind != V_TEXT || !str_i64(v.v[0]->text, &n))
        return false;
    n = n < 0 ? n + len : n;
    *at = n < 0 ? 0 : n > len ? len : (iz)n;
    return true;
}

static bool is_ascii(Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] >= 128)
            return false;
    return true;
}

/* text[lower:upper]. The known start of a text with holes can be cut as well. */
Values text_slice(Project *p, const Value *text, Site s, const Expr *bounds)
{
    const Facts *f = p->files[s.file].f;
    ExprId at[2] = {0};
    i32 n = 0;
    FOR_ARGS(f, bounds, it) {
        if (n < 2)
            at[n] = ARG(f, it)->value;
        n++;
    }
    Str t = value_text(text);
    iz hole = str_find_u8(t, TEXT_HOLE), lower = 0, upper = t.len;
    Values out = values_text(p->a, TEXT_UNKNOWN, text->origin);
    if (n != 2 || !is_ascii(hole < 0 ? t : str_head(t, hole)))
        return out;
    Values lo = at[0] ? eval(p, (Site){s.file, at[0], s.frame}) : (Values){0}, up = at[1] ? eval(p, (Site){s.file, at[1], s.frame}) : (Values){0};
    bool negative = (lo.n && str_starts(value_text(lo.v[0]), S("-"))) || (up.n && str_starts(value_text(up.v[0]), S("-")));
    if (!bound(lo, at[0], t.len, &lower) || !bound(up, at[1], t.len, &upper))
        return out;
    if (hole >= 0 && (negative || lower > hole || (at[1] && upper > hole)))
        return out;
    return values_text(p->a, lower < upper ? str_head(str_from(t, lower), upper - lower) : S(""), text->origin);
}

/* text.split(sep, most) of Python: -1: all; 0: not known. */
static i64 split_most(Project *p, Site call)
{
    bool found;
    i64 n = -1;
    if (!(p->files[call.file].f->traits & TRAIT_MODULES_DOTTED))
        return n;
    Values v = call_arg(p, call, 0, 1, S("maxsplit"), &found);
    if (found && (v.n != 1 || v.open || !str_i64(value_text(v.v[0]), &n) || n < -1))
        return 0;
    return n;
}

static Values each_text(Project *p, const Value *recv, Str how, Site call)
{
    Str s = value_text(recv);
    Str r = s;
    if (str_eq(how, S("upper")) || str_eq(how, S("lower"))) {
        u8 *t = new(p->a, u8, s.len);
        bool up = how.s[0] == 'u';
        for (iz i = 0; i < s.len; i++)
            t[i] = up && s.s[i] >= 'a' && s.s[i] <= 'z'    ? (u8)(s.s[i] - 32)
                   : !up && s.s[i] >= 'A' && s.s[i] <= 'Z' ? (u8)(s.s[i] + 32)
                                                           : s.s[i];
        r = (Str){t, s.len};
    } else if (str_eq(how, S("trim")) || str_eq(how, S("trimleft")) || str_eq(how, S("trimright"))) {
        Values chars = arg(p, call, 0);
        bool left = how.len != 9, right = how.len != 8;
        r = chars.n || !left || !right || !text_known(s) ? text_known(s) ? TEXT_UNKNOWN : s : str_trim(s);
        if (chars.n == 1 && chars.v[0]->kind == V_TEXT && text_known(s) && text_known(chars.v[0]->text)) {
            r = s;
            while (left && r.len && str_find_u8(chars.v[0]->text, r.s[0]) >= 0)
                r = str_from(r, 1);
            while (right && r.len && str_find_u8(chars.v[0]->text, r.s[r.len - 1]) >= 0)
                r.len--;
        }
    } else if (str_eq(how, S("replace"))) {
        Values from = arg(p, call, 0), to = arg(p, call, 1);
        if (from.n != 1 || to.n != 1 || !text_known(s) || !text_known(value_text(from.v[0])) || !value_text(from.v[0]).len)
            return values_text(p->a, TEXT_UNKNOWN, recv->origin);
        Buf b = {.a = p->a};
        Str f = value_text(from.v[0]), t = value_text(to.v[0]);
        for (iz i = 0; i < s.len;)
            if (str_starts(str_from(s, i), f)) {
                buf_str(&b, t);
                i += f.len;
            } else {
                buf_u8(&b, s.s[i++]);
            }
        r = buf_done(&b);
    } else if (str_eq(how, S("split"))) {
        Values sep = arg(p, call, 0);
        Value *l = value_new(p->a, V_LIST);
        i64 most = split_most(p, call); /* that many separators count */
        if (sep.n == 1 && most && text_known(s) && value_text(sep.v[0]).len == 1 && text_known(value_text(sep.v[0]))) {
            Str rest = s;
            for (iz at; most-- != 0 && (at = str_find_u8(rest, value_text(sep.v[0]).s[0])) >= 0; rest = str_from(rest, at + 1))
                list_add(p, l, values_text(p->a, str_head(rest, at), recv->origin));
            list_add(p, l, values_text(p->a, rest, recv->origin));
        } else {
            l->open = true;
        }
        return values_one(p->a, l);
    } else if (str_eq(how, S("trimprefix")) || str_eq(how, S("trimsuffix"))) {
        Values by = arg(p, call, 0);
        Str b = by.n == 1 && !by.open ? value_text(by.v[0]) : TEXT_UNKNOWN;
        bool front = str_eq(how, S("trimprefix"));
        r = !text_known(s) || !text_known(b) ? TEXT_UNKNOWN : front && str_starts(s, b) ? str_from(s, b.len) : !front && str_ends(s, b) ? str_head(s, s.len - b.len) : s;
    } else {
        r = TEXT_UNKNOWN;
    }
    return values_text(p->a, r, recv->origin);
}

/* text.partition(sep), text.rpartition(sep): three parts, where the separator is known to be the first (last) one. */
static Values partition(Project *p, const Value *recv, Str how, Site call)
{
    Str s = value_text(recv), sep = {0};
    Values by = arg(p, call, 0);
    Value *l = value_new(p->a, V_LIST);
    if (by.n == 1 && !by.open && text_known(value_text(by.v[0])))
        sep = value_text(by.v[0]);
    bool back = how.s[0] == 'r';
    iz hole = back ? str_rfind_u8(s, TEXT_HOLE) : str_find_u8(s, TEXT_HOLE), at = -1;
    for (iz i = 0; sep.len && i + sep.len <= s.len && (back || at < 0); i++)
        at = str_starts(str_from(s, i), sep) ? i : at;
    bool sure = at >= 0 && (hole < 0 || (back ? at > hole : at < hole)), none = at < 0 && hole < 0 && sep.len;
    list_add(p, l, values_text(p->a, sure ? str_head(s, at) : none && !back ? s : none ? S("") : TEXT_UNKNOWN, recv->origin));
    list_add(p, l, by);
    list_add(p, l, values_text(p->a, sure ? str_from(s, at + sep.len) : none && back ? s : none ? S("") : TEXT_UNKNOWN, recv->origin));
    return values_one(p->a, l);
}

/* The parts of a URL: scheme, netloc, path, as members. */
static Values url_parts(Project *p, Values urls)
{
    static const Str names[] = {S_INIT("scheme"), S_INIT("netloc"), S_INIT("hostname"), S_INIT("path")};
    Values out = {0};
    for (i32 i = 0; i < urls.n; i++) {
        Str t = value_text(urls.v[i]);
        iz scheme = str_find(t, S("://")), hole = str_find_u8(t, TEXT_HOLE);
        bool known = urls.v[i]->kind == V_TEXT && scheme >= 0 && (hole < 0 || hole > scheme);
        Str rest = known ? str_from(t, scheme + 3) : TEXT_UNKNOWN;
        iz slash = str_find_u8(rest, '/');
        Str host = slash < 0 ? rest : str_head(rest, slash);
        Str path = slash < 0 ? text_known(rest) ? S("") : TEXT_UNKNOWN : str_from(rest, slash);
        iz query = str_find_u8(path, '?');
        const Str vals[] = {known ? str_head(t, scheme) : TEXT_UNKNOWN, host, host, query < 0 ? path : str_head(path, query)};
        Value *m = value_new(p->a, V_MAP);
        for (iz k = 0; k < COUNTOF(names); k++)
            map_put_value(p, m, values_text(p->a, names[k], 0), values_text(p->a, vals[k], urls.v[i]->origin), false);
        out = values_union(p->a, out, values_one(p->a, m));
    }
    out.open = urls.n ? urls.open : OPEN;
    return out;
}

Values map_parts(Project *p, const Value *m, Str how)
{
    Value *l = value_new(p->a, V_LIST);
    l->open = m->open;
    for (i32 i = 0; i < m->nfields; i++) {
        Values key = values_text(p->a, m->fields[i].name, 0);
        if (str_eq(how, S("items"))) {
            Value *pair = value_new(p->a, V_LIST);
            list_add(p, pair, key);
            list_add(p, pair, m->fields[i].val);
            list_add(p, l, values_one(p->a, pair));
        } else {
            list_add(p, l, how.s[0] == 'k' ? key : m->fields[i].val);
        }
    }
    return values_one(p->a, l);
}

Values map_pairs(Project *p, Values v)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        out = values_union(p->a, out, v.v[i]->kind == V_MAP ? map_parts(p, v.v[i], S("items")) : values_one(p->a, v.v[i]));
    return out;
}

/* [[0, x], [1, y]] of [x, y] */
static Values numbered(Project *p, const Value *list)
{
    Value *l = value_new(p->a, V_LIST);
    l->open = list->open;
    for (i32 i = 0; i < list->nitems && list->kind == V_LIST; i++) {
        Value *pair = value_new(p->a, V_LIST);
        list_add(p, pair, values_text(p->a, TEXT_UNKNOWN, 0));
        list_add(p, pair, list->items[i]);
        list_add(p, l, values_one(p->a, pair));
    }
    return values_one(p->a, l);
}

static Values get(Project *p, const Value *recv, Site call)
{
    Values key = arg(p, call, 0), out = {0};
    bool found = false, all = key.n > 0 && !key.open;
    for (i32 i = 0; i < key.n; i++) {
        if (text_known(value_text(key.v[i]))) {
            bool here;
            out = values_union(p->a, out, value_field(p->a, recv, value_text(key.v[i]), &here));
            found = found || here;
            all = all && here;
        } else {
            all = false;
        }
    }
    if (!found || !all)
        for (i32 i = 0; i < recv->nfields && (key.open || !key.n || !all) && !found; i++)
            out = values_union(p->a, out, recv->fields[i].val);
    if (!all)
        out = values_union(p->a, out, arg(p, call, 1));
    if (recv->open && !found)
        out.open = true;
    return out;
}

Values map_get_call(Project *p, const Value *map, Site call)
{
    return get(p, map, call);
}

static Values calls_of_items(Project *p, Site call)
{
    /* map(f, items): f is called; what it returns is a list */
    Value *l = value_new(p->a, V_LIST);
    l->open = true;
    list_add(p, l, call_values(p, arg(p, call, 0), (Site){call.file, 0, call.frame}));
    return values_one(p->a, l);
}

static Values attribute(Project *p, Site call)
{
    Values obj = arg(p, call, 0), name = arg(p, call, 1), out = {0};
    for (i32 i = 0; i <= name.n; i++) {
        bool text = i < name.n && name.v[i]->kind == V_TEXT;
        if (text && text_known(name.v[i]->text)) {
            out = values_union(p->a, out, eval_member(p, obj, name.v[i]->text, call));
        } else if (i < name.n || name.open || !name.n) {
            out.open = true;
            for (i32 k = 0; k < obj.n; k++)
                if (obj.v[k]->kind == V_CLIENT || obj.v[k]->kind == V_RESOURCE)
                    out = values_union(p->a, out, method_by_pattern(p, obj.v[k], text ? name.v[i]->text : TEXT_UNKNOWN, call));
        }
    }
    return values_union(p->a, out, arg(p, call, 2));
}

Values by_provider(Project *p, Values providers, Site at)
{
    return eval_enter(p, call_values(p, providers, at), at);
}

static Values make_partial(Project *p, Site call, i32 first)
{
    Values f = arg(p, call, first), out = {.open = f.open};
    for (i32 i = 0; i < f.n; i++) {
        Value *v = value_new(p->a, V_PARTIAL);
        v->self = f.v[i];
        v->site = call;
        v->skip = (u32)first + 1;
        out = values_union(p->a, out, values_one(p->a, v));
    }
    return out;
}

/* super(): the instance, seen as its first base class of the project. */
static Values super_value(Project *p, Site call)
{
    const Facts *f = p->files[call.file].f;
    ScopeId cls = scope_class(f, scope_at(p, call.file, EXPR(f, call.expr)->off));
    Values out = {0};
    if (!cls)
        return UNKNOWN_VALUES;
    FOR_LIST(f, f->scopes.v[cls].bases, it) {
        Values b = eval(p, (Site){call.file, ARG(f, it)->value, 0});
        for (i32 i = 0; i < b.n; i++)
            if (b.v[i]->kind == V_CLASS) {
                Value *v = value_new(p->a, V_INSTANCE);
                v->file = b.v[i]->file;
                v->scope = b.v[i]->scope;
                out = values_union(p->a, out, values_one(p->a, v));
            }
    }
    if (!out.n)
        out = values_extern(p->a, S("super()"));
    return out;
}

static Values list_from(Project *p, Values v)
{
    Values out = {0};
    for (i32 i = 0; i < v.n; i++) {
        if (v.v[i]->kind == V_LIST) {
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
        } else {
            Value *l = value_new(p->a, V_LIST);
            l->open = true;
            list_add(p, l, eval_iter(p, values_one(p->a, v.v[i]), false));
            out = values_union(p->a, out, values_one(p->a, l));
        }
    }
    out.open = v.open;
    return out;
}

static Values enumerate(Project *p, Site call)
{
    Value *pair = value_new(p->a, V_LIST), *l = value_new(p->a, V_LIST);
    list_add(p, pair, values_text(p->a, TEXT_UNKNOWN, 0));
    list_add(p, pair, eval_iter(p, arg(p, call, 0), false));
    list_add(p, l, values_one(p->a, pair));
    l->open = true;
    return values_one(p->a, l);
}

static Values zip(Project *p, Site call)
{
    Value *pair = value_new(p->a, V_LIST), *l = value_new(p->a, V_LIST);
    for (i32 i = 0; i < EXPR(p->files[call.file].f, call.expr)->nargs; i++)
        list_add(p, pair, eval_iter(p, arg(p, call, i), false));
    list_add(p, l, values_one(p->a, pair));
    l->open = true;
    return values_one(p->a, l);
}

static Values make_map(Project *p, Site call, Values start)
{
    const Facts *f = p->files[call.file].f;
    Value *m = value_new(p->a, V_MAP);
    map_merge(p, m, start, false);
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        const Arg *a = ARG(f, it);
        if (map_full(m))
            break;
        Values v = eval(p, (Site){call.file, a->value, call.frame});
        if (a->name.len)
            map_put_value(p, m, values_text(p->a, a->name, 0), v, false);
        else
            map_merge(p, m, v, false);
    }
    return values_one(p->a, m);
}

/* of(a, b): a list of the arguments; of(k, v, …): a map of pairs of them. */
static Values of_arguments(Project *p, Site call, bool map)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    Value *v = value_new(p->a, map ? V_MAP : V_LIST);
    Values key = {0};
    i32 n = 0;
    FOR_ARGS(f, e, it) {
        Values x = eval(p, (Site){call.file, ARG(f, it)->value, call.frame});
        bool spread = e->nargs == 1 && x.n == 1 && x.v[0]->kind == V_LIST; /* an array in place of the arguments */
        if (!map && spread)
            return x;
        if (!map)
            list_add(p, v, x);
        else if (n % 2)
            map_put_value(p, v, key, x, false);
        key = x;
        n++;
    }
    return values_one(p->a, v);
}

/* ofEntries(entry(k, v), …) */
static Values of_entries(Project *p, Site call)
{
    Value *m = value_new(p->a, V_MAP);
    for (i32 i = 0; i < EXPR(p->files[call.file].f, call.expr)->nargs; i++) {
        Values e = arg(p, call, i);
        for (i32 k = 0; k < e.n; k++)
            if (e.v[k]->kind == V_LIST && e.v[k]->nitems == 2)
                map_put_value(p, m, e.v[k]->items[0], e.v[k]->items[1], e.n > 1);
            else
                m->open = true;
    }
    return values_one(p->a, m);
}

/* What a function gives when it is called without arguments that are known. */
static Values invoked(Project *p, const Value *fn)
{
    return fn->kind == V_FUNCTION ? function_returns(p, fn->file, fn->scope, frame_given(p, fn, 0, 0)) : UNKNOWN_VALUES;
}

static Values boxed_argument(Project *p, const Surface *s, bool invoke, Site call)
{
    i64 n = 0;
    str_i64(surface_word(s->does, 2), &n);
    Values v = arg(p, call, (i32)n), out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (invoke && v.v[i]->kind != V_TEXT && v.v[i]->kind != V_LIST)
            out = values_union(p->a, out, v.v[i]->kind == V_OBJECT ? values_one(p->a, v.v[i]) : callback_result(p, v.v[i], 0, 0, call));
        else
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    return box_new(p, s->sdk, unboxed(p, out));
}

/* What a box holds, or argument N, which may be a function that gives it. */
static Values unbox_or(Project *p, const Surface *s, const Value *recv, Site call)
{
    i64 n;
    Values out = recv ? unboxed(p, values_one(p->a, recv)) : UNKNOWN_VALUES;
    if (!str_i64(surface_word(s->does, 2), &n))
        return out;
    Values v = arg(p, call, (i32)n);
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_FUNCTION || v.v[i]->kind == V_METHOD || v.v[i]->kind == V_EXTERN)
            out = values_union(p->a, out, callback_result(p, v.v[i], 0, 0, call));
        else
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    out.open |= v.open;
    return out;
}

/* stream.collect(collector): the list itself unless the collector joins texts ("$joining") or makes a map. */
static Values collected(Project *p, const Surface *s, const Value *recv, Site call)
{
    Values by = arg(p, call, 0), self = values_one(p->a, recv);
    bool found;
    for (i32 i = 0; i < by.n; i++) {
        if (by.v[i]->kind != V_OBJECT)
            continue;
        if (str_eq(by.v[i]->text, S("$joining"))) {
            Values sep = value_field(p->a, by.v[i], S("separator"), &found);
            return join(p, found ? sep : values_text(p->a, S(""), 0), self);
        }
        Value *m = value_new(p->a, V_MAP);
        m->open = true;
        return values_one(p->a, m);
    }
    (void)s;
    return self;
}

static bool is_number(Str s)
{
    i64 n;
    return str_i64(s, &n);
}

static Values indexed_format(Project *p, Site call)
{
    Values fmt = arg(p, call, 0), out = {0};
    for (i32 i = 0; i < fmt.n; i++) {
        Str s = value_text(fmt.v[i]);
        Values r = values_text(p->a, S(""), fmt.v[i]->origin);
        while (s.len) {
            iz open = str_find_u8(s, '{'), close = open < 0 ? -1 : str_find_u8(str_from(s, open), '}');
            i64 n;
            if (close < 0) {
                r = values_concat(p->a, r, values_text(p->a, s, 0));
                break;
            }
            r = values_concat(p->a, r, values_text(p->a, str_head(s, open), 0));
            bool plain = str_i64(str_head(str_from(s, open + 1), close - 1), &n);
            r = values_concat(p->a, r, plain ? arg(p, call, (i32)n + 1) : UNKNOWN_VALUES);
            s = str_from(s, open + close + 1);
        }
        out = values_union(p->a, out, r);
    }
    return out.n ? out : values_text(p->a, TEXT_UNKNOWN, 0);
}

static Values open_list(Project *p)
{
    Value *l = value_new(p->a, V_LIST);
    l->open = true;
    list_add(p, l, values_text(p->a, TEXT_UNKNOWN, 0));
    return values_one(p->a, l);
}

/* join(separator, a, b) or join(separator, list) */
static Values join_all(Project *p, Site call)
{
    Value *l = value_new(p->a, V_LIST);
    i32 n = EXPR(p->files[call.file].f, call.expr)->nargs;
    for (i32 i = 1; i < n; i++) {
        Values v = arg(p, call, i);
        if (n == 2 && v.n == 1 && v.v[0]->kind == V_LIST)
            return join(p, arg(p, call, 0), v);
        if (n == 2 && (v.n != 1 || v.v[0]->kind != V_TEXT))
            return values_text(p->a, TEXT_UNKNOWN, 0);
        list_add(p, l, v);
    }
    return join(p, arg(p, call, 0), values_one(p->a, l));
}

Values value_call(Project *p, const Surface *s, const Value *recv, Site call)
{
    Str how = surface_word(s->does, 1);
    if (!call.expr && !(recv && recv->kind == V_TEXT))
        return UNKNOWN_VALUES;
    if (str_eq(how, S("box")) || str_eq(how, S("boxed"))) /* box N: holds argument N; boxed N: what the function in argument N gives */
        return boxed_argument(p, s, how.len == 5, call);
    if (str_eq(how, S("unbox")))
        return unbox_or(p, s, recv, call);
    if (str_eq(how, S("first"))) /* of a list, as a box */
        return recv ? box_new(p, s->sdk, eval_iter(p, values_one(p->a, recv), false)) : UNKNOWN_VALUES;
    if (str_eq(how, S("nth"))) { /* of a pair */
        i64 n = 0;
        str_i64(surface_word(s->does, 2), &n);
        return recv && recv->kind == V_LIST && n < recv->nitems ? recv->items[n] : UNKNOWN_VALUES;
    }
    if (str_eq(how, S("typed")) || str_eq(how, S("typedbox"))) { /* context.getBean(X.class): an X, or a box of it */
        const Facts *f = p->files[call.file].f;
        Values out = UNKNOWN_VALUES;
        FOR_ARGS(f, EXPR(f, call.expr), it)
            if (EXPR(f, ARG(f, it)->value)->kind == EX_TYPE) {
                out = eval_type(p, call.file, ARG(f, it)->value, scope_at(p, call.file, EXPR(f, call.expr)->off));
                if (!out.n)
                    out = UNKNOWN_VALUES;
            }
        return how.len > 5 ? box_new(p, s->sdk, out) : out;
    }
    if (str_eq(how, S("setting")) || str_eq(how, S("settingbox"))) { /* the value of a configuration key */
        i64 n = 0;
        str_i64(surface_word(s->does, 2), &n);
        Values keys = arg(p, call, (i32)n), out = {0};
        for (i32 i = 0; i < keys.n; i++)
            out = values_union(p->a, out, setting_value(p, value_text(keys.v[i]), call));
        out.open |= keys.n ? keys.open : OPEN;
        return how.len > 7 ? box_new(p, s->sdk, out) : out;
    }
    if (str_eq(how, S("property"))) {
        Values keys = arg(p, call, 0), otherwise = arg(p, call, 1), out = {.open = keys.n ? keys.open : OPEN};
        if (EXPR(p->files[call.file].f, call.expr)->nargs < 2)
            otherwise = values_text(p->a, TEXT_UNKNOWN, 0);
        for (i32 i = 0; i < keys.n; i++)
            out = values_union(p->a, out, property_value(p, value_text(keys.v[i]), otherwise, call));
        return out;
    }
    if (str_eq(how, S("textof"))) { /* a text that grows: from argument 0 when it is a text */
        Values v = arg(p, call, 0);
        bool text = v.n > 0;
        for (i32 i = 0; i < v.n; i++)
            text = text && v.v[i]->kind == V_TEXT && !is_number(v.v[i]->text);
        return text ? v : EXPR(p->files[call.file].f, call.expr)->nargs && (v.open || v.n) && !(v.n && v.v[0]->kind == V_TEXT) ? values_text(p->a, TEXT_UNKNOWN, 0) : values_text(p->a, S(""), 0);
    }
    if (str_eq(how, S("indexed"))) /* "{0}-{1}" with the arguments behind it */
        return indexed_format(p, call);
    if (str_eq(how, S("enumname")))
        return recv ? enum_names(p, recv) : UNKNOWN_VALUES;
    if (str_eq(how, S("enumvalues")) && recv) {
        Values v = class_values(p, recv);
        Value *l = value_new(p->a, V_LIST);
        for (i32 i = 0; i < v.n; i++)
            list_add(p, l, values_one(p->a, v.v[i]));
        l->open = v.open;
        return values_one(p->a, l);
    }
    if (str_eq(how, S("enumvalue")) && recv) {
        Values key = arg(p, call, 0), out = {.open = key.open};
        for (i32 i = 0; i < key.n; i++)
            out = values_union(p->a, out, text_known(value_text(key.v[i])) ? member_of(p, recv, value_text(key.v[i]), call) : class_values(p, recv));
        return out.n ? out : class_values(p, recv);
    }
    if (str_eq(how, S("collect")))
        return recv ? collected(p, s, recv, call) : UNKNOWN_VALUES;
    if (str_eq(how, S("unboxlist"))) {
        Value *l = value_new(p->a, V_LIST);
        l->open = true;
        list_add(p, l, recv ? unboxed(p, values_one(p->a, recv)) : UNKNOWN_VALUES);
        return values_one(p->a, l);
    }
    if (str_eq(how, S("open"))) /* any number of things of which nothing is known */
        return open_list(p);
    if (str_eq(how, S("format")))
        return recv ? format(p, recv, call) : UNKNOWN_VALUES;
    if (str_eq(how, S("join")))
        return recv ? join(p, values_one(p->a, recv), arg(p, call, 0)) : join(p, arg(p, call, 1), arg(p, call, 0));
    if (str_eq(how, S("joinlist"))) /* list.join(separator) */
        return recv ? join(p, arg(p, call, 0), values_one(p->a, recv)) : UNKNOWN_VALUES;
    if (str_eq(how, S("path")))
        return path_join(p, call, recv ? values_one(p->a, recv) : (Values){0});
    if (str_eq(how, S("arg"))) {
        i64 n = 0;
        str_i64(surface_word(s->does, 2), &n);
        return arg(p, call, (i32)n);
    }
    if (str_eq(how, S("listof")) || str_eq(how, S("mapof")))
        return of_arguments(p, call, how.s[0] == 'm');
    if (str_eq(how, S("mapentries")))
        return of_entries(p, call);
    if (str_eq(how, S("joinall")))
        return join_all(p, call);
    if (str_eq(how, S("invoke")))
        return recv ? invoked(p, recv) : UNKNOWN_VALUES;
    if (str_eq(how, S("printfself")))
        return recv ? format_text(p, values_one(p->a, recv), call) : UNKNOWN_VALUES;
    if (str_eq(how, S("default"))) { /* field(default=x), field(default_factory=f) */
        bool found;
        Values v = call_arg(p, call, 0, -1, S("default"), &found);
        if (found)
            return v;
        v = call_arg(p, call, 0, -1, S("default_factory"), &found);
        if (!found)
            v = call_arg(p, call, 0, -1, S("factory"), &found);
        return found ? call_values(p, v, (Site){call.file, 0, call.frame}) : values_text(p->a, TEXT_UNKNOWN, 0);
    }
    if (str_eq(how, S("partition")) || str_eq(how, S("rpartition")))
        return recv ? partition(p, recv, how, call) : UNKNOWN_VALUES;
    if (str_eq(how, S("url")))
        return url_parts(p, arg(p, call, 0));
    if (str_eq(how, S("provided"))) /* Depends(f): what f returns or yields */
        return by_provider(p, arg(p, call, 0), (Site){call.file, 0, call.frame});
    if (str_eq(how, S("hole")))
        return values_text(p->a, TEXT_UNKNOWN, recv ? recv->origin : 0);
    if (str_eq(how, S("get")))
        return recv ? get(p, recv, call) : UNKNOWN_VALUES;
    if (str_eq(how, S("getpair")) && recv) { /* value, whether there is one */
        Value *pair = value_new(p->a, V_LIST);
        Values v = get(p, recv, call);
        list_add(p, pair, v.n ? v : UNKNOWN_VALUES);
        list_add(p, pair, UNKNOWN_VALUES);
        return values_one(p->a, pair);
    }
    if (str_eq(how, S("items")) || str_eq(how, S("keys")) || str_eq(how, S("values")))
        return recv ? map_parts(p, recv, how) : UNKNOWN_VALUES;
    if (str_eq(how, S("numbered"))) /* list.entries() */
        return recv ? numbered(p, recv) : UNKNOWN_VALUES;
    if (str_eq(how, S("frompairs"))) { /* new Map([[key, value], …]), Object.fromEntries(…) */
        Values l = arg(p, call, 0);
        Value *m = value_new(p->a, V_MAP);
        m->open = l.open;
        if (call.expr && EXPR(p->files[call.file].f, call.expr)->kind == EX_NEW)
            m->type = S("Map"); /* its entries are no members */
        for (i32 i = 0; i < l.n; i++) {
            if (l.v[i]->kind == V_MAP)
                map_merge(p, m, values_one(p->a, l.v[i]), false);
            else if (l.v[i]->kind != V_LIST && l.v[i]->kind != V_NULL)
                m->open = true;
            for (i32 k = 0; k < l.v[i]->nitems && l.v[i]->kind == V_LIST; k++)
                for (i32 j = 0; j < l.v[i]->items[k].n; j++) {
                    const Value *pair = l.v[i]->items[k].v[j];
                    if (pair->kind == V_LIST && pair->nitems > 1)
                        map_put_value(p, m, pair->items[0], pair->items[1], l.v[i]->open || l.n > 1);
                }
        }
        return values_one(p->a, m);
    }
    if (str_eq(how, S("parts"))) { /* Object.values(map) */
        Values m = arg(p, call, 0), out = {.open = m.open};
        for (i32 i = 0; i < m.n; i++)
            if (m.v[i]->kind == V_MAP)
                out = values_union(p->a, out, map_parts(p, m.v[i], surface_word(s->does, 2)));
            else
                out.open = true;
        return out;
    }
    if (str_eq(how, S("item"))) /* list.pop(), list.get(i) */
        return recv ? eval_iter(p, values_one(p->a, recv), false) : UNKNOWN_VALUES;
    if (str_eq(how, S("next")))
        return eval_iter(p, arg(p, call, 0), false);
    if (str_eq(how, S("map")))
        return calls_of_items(p, call);
    if (str_eq(how, S("forward"))) { /* f(*rest): what f returns */
        i64 n = 0;
        str_i64(surface_word(s->does, 2), &n);
        Values f = arg(p, call, (i32)n), out = {.open = f.open};
        for (i32 i = 0; i < f.n; i++) {
            if (f.v[i]->kind == V_FUNCTION)
                out = values_union(p->a, out, function_returns(p, f.v[i]->file, f.v[i]->scope, frame_for(p, f.v[i]->file, f.v[i]->scope, call, f.v[i]->self, (u32)n + 1)));
            else
                out = values_union(p->a, out, apply(p, f.v[i], call));
        }
        return out;
    }
    if (str_eq(how, S("getattr")))
        return attribute(p, call);
    if (str_eq(how, S("classof")))
        return class_of_instances(p, arg(p, call, 0));
    if (str_eq(how, S("partial")))
        return make_partial(p, call, 0);
    if (str_eq(how, S("super")))
        return super_value(p, call);
    if (str_eq(how, S("list")))
        return EXPR(p->files[call.file].f, call.expr)->nargs ? list_from(p, arg(p, call, 0)) : values_one(p->a, value_new(p->a, V_LIST));
    if (str_eq(how, S("enter")))
        return eval_enter(p, arg(p, call, 0), call);
    if (str_eq(how, S("enumerate")))
        return enumerate(p, call);
    if (str_eq(how, S("zip")))
        return zip(p, call);
    if (str_eq(how, S("dict")))
        return make_map(p, call, (Values){0});
    if (str_eq(how, S("struct"))) /* T{…}, or a conversion T(x) */
        return EXPR(p->files[call.file].f, call.expr)->kind == EX_NEW ? make_map(p, call, (Values){0}) : arg(p, call, 0);
    if (str_eq(how, S("plusall"))) { /* x.concat(y, z) */
        Values all = recv ? values_one(p->a, recv) : UNKNOWN_VALUES;
        i32 n = call.expr ? (i32)EXPR(p->files[call.file].f, call.expr)->nargs : 0;
        for (i32 i = 0; i < n; i++)
            all = values_plus(p, all, arg(p, call, i));
        return all;
    }
    if (str_eq(how, S("plus")))
        return recv ? values_plus(p, values_one(p->a, recv), arg(p, call, 0)) : UNKNOWN_VALUES;
    if (str_eq(how, S("cast"))) {
        const Facts *f = p->files[call.file].f;
        const Expr *e = EXPR(f, call.expr);
        Values v = arg(p, call, 1);
        for (i32 i = 0; i < v.n; i++)
            if (v.v[i]->kind == V_CLIENT || v.v[i]->kind == V_RESOURCE) /* what it is says more than what it is to be taken for */
                return v;
        Values t = e->args ? eval_type(p, call.file, ARG(f, e->args)->value, scope_at(p, call.file, e->off)) : (Values){0};
        return t.n ? t : v;
    }
    if (str_eq(how, S("zero"))) { /* new(T) */
        const Facts *f = p->files[call.file].f;
        const Expr *e = EXPR(f, call.expr);
        return e->args ? values_zero(p, eval_type(p, call.file, ARG(f, e->args)->value, scope_at(p, call.file, e->off))) : UNKNOWN_VALUES;
    }
    if (!recv)
        return format_call(p, how, call);
    if (recv)
        return each_text(p, recv, how, call);
    return UNKNOWN_VALUES;
}

Values surface_index(Project *p, const Surface *s, const Value *recv, Site at, Values key)
{
    Values out = {0};
    if (str_eq(surface_word(s->does, 0), S("read"))) {
        bool found;
        for (i32 i = 0; i < key.n; i++) {
            Values v = value_field(p->a, recv, value_text(key.v[i]), &found);
            out = values_union(p->a, out, found ? v : UNKNOWN_VALUES);
        }
        return out.n ? out : UNKNOWN_VALUES;
    }
    if (str_eq(surface_word(s->does, 0), S("env"))) {
        for (i32 i = 0; i < key.n; i++)
            out = values_union(p->a, out, env_value(p, value_text(key.v[i]), at));
        return out.n ? out : values_text(p->a, TEXT_UNKNOWN, 0);
    }
    return surface_make(p, s, surface_word(s->does, 1), recv->region);
}
