/* format.c: texts that functions make of their arguments (verb `value`): Sprintf("…%s…", x), ToLower(text), append(list, x), text + conversions.
 * What is not known of a text is a hole. */
#include "eval.h"

static Values arg(Project *p, Site call, i32 pos)
{
    bool found;
    return call_arg(p, call, 0, pos, (Str){0}, &found);
}

static bool flag_char(u8 c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == '#' || c == ' ' || c == '*' || c == '[' || c == ']';
}

/* %s %d %v %q … with the arguments in order; a width, a precision or an index makes a hole of it. */
static Values sprintf_of(Project *p, Values fmt, Site call, i32 next)
{
    Values out = {0};
    for (i32 i = 0; i < fmt.n; i++) {
        Str s = value_text(fmt.v[i]);
        Values r = values_text(p->a, S(""), fmt.v[i]->origin);
        i32 n = next;
        while (s.len) {
            iz pc = str_find_u8(s, '%');
            if (pc < 0 || pc + 1 >= s.len) {
                r = values_concat(p->a, r, values_text(p->a, s, 0));
                break;
            }
            if (pc)
                r = values_concat(p->a, r, values_text(p->a, str_head(s, pc), 0));
            s = str_from(s, pc + 1);
            if (s.s[0] == '%') {
                r = values_concat(p->a, r, values_text(p->a, S("%"), 0));
                s = str_from(s, 1);
                continue;
            }
            bool plain = true;
            while (s.len && flag_char(s.s[0])) {
                plain = false;
                s = str_from(s, 1);
            }
            u8 verb = s.len ? s.s[0] : 0;
            s = str_from(s, 1);
            plain = plain && (verb == 's' || verb == 'd' || verb == 'v');
            Values v = arg(p, call, n++);
            r = values_concat(p->a, r, plain ? v : UNKNOWN_VALUES);
        }
        out = values_union(p->a, out, r);
    }
    return out.n && !fmt.open ? out : values_union(p->a, out, values_text(p->a, TEXT_UNKNOWN, 0));
}

/* A path without empty parts, "." and "..". What goes back from a part that is not known is not known. */
static Str cleaned(Project *p, Str s)
{
    Str rest = s, part;
    iz root = s.len && s.s[0] == '/', n = root;
    u8 *t = new(p->a, u8, s.len + 1);
    if (root)
        t[0] = '/';
    while (str_cut(&rest, '/', &part)) {
        Str out = {t, n};
        Str last = str_from(out, n > root ? str_rfind_u8(out, '/') + 1 : n);
        if (!part.len || str_eq(part, S(".")) || (str_eq(part, S("..")) && root && !last.len))
            continue;
        if (str_eq(part, S("..")) && last.len && !str_eq(last, S(".."))) {
            if (!text_known(last))
                return TEXT_UNKNOWN;
            n -= last.len;
            n -= n > root;
            continue;
        }
        if (n > root)
            t[n++] = '/';
        for (iz i = 0; i < part.len; i++)
            t[n++] = part.s[i];
    }
    return n || !s.len ? (Str){t, n} : S(".");
}

/* Parts with one slash between them, as a path is cleaned. */
static Values joined(Project *p, Site call)
{
    const Expr *e = EXPR(p->files[call.file].f, call.expr);
    Values out = values_text(p->a, S(""), 0);
    for (i32 i = 0; i < e->nargs; i++) {
        Values v = arg(p, call, i), next = {0};
        v = values_as_texts(p->a, v);
        for (i32 j = 0; j < out.n; j++)
            for (i32 k = 0; k < v.n && next.n < VALUES_MAX; k++) {
                Str a = value_text(out.v[j]), b = value_text(v.v[k]);
                while (a.len > 1 && a.s[a.len - 1] == '/')
                    a.len--;
                while (a.len && b.len && b.s[0] == '/')
                    b = str_from(b, 1);
                bool slash = a.len && b.len && a.s[a.len - 1] != '/';
                const Origin *from = out.v[j]->origin ? out.v[j]->origin : v.v[k]->origin;
                next = values_union(p->a, next, values_text_cut(p->a, str_cat3(p->a, a, slash ? S("/") : S(""), b), from, out.v[j]->cut | v.v[k]->cut));
            }
        next.open = next.n >= VALUES_MAX && (i64)out.n * v.n > next.n ? OPEN_VALUES : 0;
        out = next.open ? values_as_texts(p->a, next) : next;
    }
    Values clean = {.open = out.open};
    for (i32 i = 0; i < out.n; i++)
        clean = values_union(p->a, clean, values_text_cut(p->a, cleaned(p, value_text(out.v[i])), out.v[i]->origin, out.v[i]->cut));
    return clean;
}

static bool is_verb(Str how, Str name)
{
    return str_eq(how, name);
}

/* Without characters at its ends. What is not known may hold more of them, and stays unknown. */
static Str trimmed(Str s, Str chars, bool left, bool right)
{
    while (left && s.len && str_find_u8(chars, s.s[0]) >= 0)
        s = str_from(s, 1);
    while (right && s.len && str_find_u8(chars, s.s[s.len - 1]) >= 0)
        s.len--;
    return s;
}

/* Every `from` becomes `to`. Around what is not known only single characters can be told. */
static Str replaced(Project *p, Str s, Str from, Str to)
{
    if (!from.len || !text_known(from) || !text_known(to) || (from.len > 1 && !text_known(s)))
        return TEXT_UNKNOWN;
    Buf b = {.a = p->a};
    for (iz i = 0; i < s.len;)
        if (str_starts(str_from(s, i), from)) {
            buf_str(&b, to);
            i += from.len;
        } else {
            buf_u8(&b, s.s[i++]);
        }
    return buf_done(&b);
}

static Str text_op(Project *p, Str how, Str s, Values by, Values more)
{
    bool certain = by.n == 1 && !by.open && text_known(value_text(by.v[0]));
    Str b = by.n ? value_text(by.v[0]) : (Str){0};
    if (is_verb(how, S("trimprefix")))
        return !certain ? TEXT_UNKNOWN : str_starts(s, b) ? str_from(s, b.len) : s;
    if (is_verb(how, S("trimsuffix")))
        return !certain ? TEXT_UNKNOWN : str_ends(s, b) ? str_head(s, s.len - b.len) : s;
    if (is_verb(how, S("trim")) && !by.n && !by.open)
        return text_known(s) ? str_trim(s) : s;
    if (is_verb(how, S("trim")) || is_verb(how, S("trimleft")) || is_verb(how, S("trimright")))
        return !certain ? TEXT_UNKNOWN : trimmed(s, b, !is_verb(how, S("trimright")), !is_verb(how, S("trimleft")));
    if (is_verb(how, S("replace")))
        return !certain || more.n != 1 || more.open ? TEXT_UNKNOWN : replaced(p, s, b, value_text(more.v[0]));
    if (is_verb(how, S("pathbase"))) {
        s = trimmed(s, S("/"), false, true);
        return str_from(s, str_rfind_u8(s, '/') + 1);
    }
    bool up = is_verb(how, S("upper"));
    if (!up && !is_verb(how, S("lower")))
        return TEXT_UNKNOWN;
    u8 *t = new(p->a, u8, s.len);
    for (iz i = 0; i < s.len; i++)
        t[i] = up && s.s[i] >= 'a' && s.s[i] <= 'z' ? (u8)(s.s[i] - 32) : !up && s.s[i] >= 'A' && s.s[i] <= 'Z' ? (u8)(s.s[i] + 32) : s.s[i];
    return (Str){t, s.len};
}

/* Split(text, separator) */
static Values split(Project *p, Values v, Values by)
{
    Values out = {.open = v.open};
    Str sep = by.n == 1 && !by.open ? value_text(by.v[0]) : (Str){0};
    for (i32 i = 0; i < v.n; i++) {
        Str rest = value_text(v.v[i]), part;
        Value *l = value_new(p->a, V_LIST);
        if (sep.len == 1 && text_known(sep) && text_known(rest)) {
            while (str_cut(&rest, sep.s[0], &part))
                list_add(p, l, values_text(p->a, part, v.v[i]->origin));
        } else {
            l->open = true;
        }
        out = values_union(p->a, out, values_one(p->a, l));
    }
    return out;
}

/* append(list, items…) */
static Values appended(Project *p, Site call)
{
    const Facts *f = p->files[call.file].f;
    Values base = arg(p, call, 0);
    Value *l = value_new(p->a, V_LIST);
    l->open = base.open;
    i32 k = 0;
    for (i32 i = 0; i < base.n; i++)
        if (base.v[i]->kind == V_LIST && base.n == 1) {
            *l = *base.v[i];
            l->hash = 0;
        } else if (base.v[i]->kind != V_NULL)
            l->open = true;
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        Values v = eval(p, (Site){call.file, ARG(f, it)->value, call.frame});
        if (k++ == 0)
            continue;
        if (!ARG(f, it)->splat) {
            list_add(p, l, v);
            continue;
        }
        l->open |= v.open;
        list_add(p, l, eval_iter(p, v, false));
        l->open = true;
    }
    if (scope_in_loop(f, scope_at(p, call.file, EXPR(f, call.expr)->off)))
        l->skip = 1;
    return values_one(p->a, l);
}

/* make([]T, n), make(map[K]V): empty, filled later. */
static Values made(Project *p, Site call)
{
    const Facts *f = p->files[call.file].f;
    const Expr *e = EXPR(f, call.expr);
    ExprId type = e->args ? ARG(f, e->args)->value : 0;
    const Expr *t = EXPR(f, type);
    Values v = eval_type(p, call.file, type, scope_at(p, call.file, e->off));
    if (v.n || t->kind != EX_INDEX)
        return v.n ? v : UNKNOWN_VALUES;
    return values_one(p->a, value_new(p->a, str_eq(expr_simple_name(f, t->a), S("map")) ? V_MAP : V_LIST));
}

Values format_text(Project *p, Values format, Site call)
{
    return sprintf_of(p, format, call, 0);
}

Values format_call(Project *p, Str how, Site call)
{
    if (str_eq(how, S("make")))
        return made(p, call);
    if (str_eq(how, S("printf")))
        return sprintf_of(p, arg(p, call, 0), call, 1);
    if (str_eq(how, S("pathjoin")))
        return joined(p, call);
    if (str_eq(how, S("append")))
        return appended(p, call);
    Values v = arg(p, call, 0), by = arg(p, call, 1), more = arg(p, call, 2), out = {.open = v.open};
    if (str_eq(how, S("print"))) /* Sprint(x) */
        return EXPR(p->files[call.file].f, call.expr)->nargs == 1 ? v : values_text(p->a, TEXT_UNKNOWN, 0);
    if (str_eq(how, S("split")))
        return split(p, v, by);
    for (i32 i = 0; i < v.n; i++)
        out = values_union(p->a, out, values_text(p->a, text_op(p, how, value_text(v.v[i]), by, more), v.v[i]->origin));
    return out.n ? out : UNKNOWN_VALUES;
}
