/* ruleval.c: evaluation of the rule language against the arguments of one call; see rules.h. */
#include "mapper/pattern.h"
#include "mapper/rules.h"

static const ArgValue unknown_value = {.kind = ARG_UNKNOWN, .limit = LIMIT_VALUES}; /* when blind */

bool world_next(World *w)
{
    if (w->blind)
        return false;
    if (++w->rounds >= WORLDS_MAX) {
        w->blind = true;
        w->choices.n = 0;
        return true;
    }
    while (w->choices.n) {
        WorldChoice *c = &w->choices.v[w->choices.n - 1];
        if (++c->i < c->n)
            return true;
        w->choices.n--;
    }
    return false;
}

i32 world_pick(World *w, u8 kind, Str key, i32 n)
{
    if (w->blind)
        return -1;
    if (n == 1)
        return 0;
    for (iz i = 0; i < w->choices.n; i++)
        if (w->choices.v[i].kind == kind && str_eq(w->choices.v[i].key, key))
            return w->choices.v[i].i < n ? w->choices.v[i].i : n - 1; /* a key may be asked of values that have different numbers */
    *vec_push(w->a, &w->choices) = (WorldChoice){key, kind, 0, n};
    return 0;
}

const ArgValue *world_value(World *w, Str key, const ArgValue *v)
{
    i32 n = 0;
    for (const ArgValue *x = v; x; x = x->alt)
        n++;
    if (n < 2)
        return v;
    i32 i = world_pick(w, PICK_ALT, key, n);
    if (i < 0)
        return &unknown_value;
    while (i-- > 0)
        v = v->alt;
    return v;
}

static PathValue absent(void)
{
    return (PathValue){.state = PATH_ABSENT};
}

static PathValue unknown(bool hidden, u8 limit)
{
    return (PathValue){.state = PATH_UNKNOWN, .hidden = hidden, .limit = limit};
}

void world_limited(World *w, u8 limit, Str path)
{
    for (int i = 0; i < 3; i++)
        if (limit & LIMIT_VALUES << i && !(w->limits & LIMIT_VALUES << i))
            w->limited[i] = path;
    w->limits |= limit;
}

/* The value v that stands at key, one of its alternatives picked. */
static PathValue of_value(World *w, Str key, const ArgValue *v)
{
    v = world_value(w, key, v);
    if (!v || v->kind == ARG_NULL)
        return absent();
    PathValue p = {.state = v->kind == ARG_UNKNOWN ? PATH_UNKNOWN : PATH_VALUE, .v = v, .origin = v->origin};
    if (v->kind == ARG_UNKNOWN || v->kind == ARG_TEXT)
        p.limit = v->limit;
    p.is_text = v->kind == ARG_TEXT || v->kind == ARG_BOOL;
    if (p.is_text)
        p.text = v->text;
    return p;
}

/* Is it an argument of the operation at all? What the model does not know may be. */
static bool modelled(const World *w, Str name)
{
    Rows x = tbl_find2(w->t, TBL_xop, w->service, w->operation), op = tbl_find2(w->t, TBL_operation, w->service, w->operation);
    if (x.n) {
        Str member;
        for (Str rest = tbl_get(w->t, TBL_xop, x.first, xop_members); str_cut(&rest, ',', &member);)
            if (str_starts(member, name) && (member.len == name.len || str_find_u8(S(".[{"), member.s[name.len]) >= 0))
                return true;
        return false;
    }
    return !op.n || tbl_find3(w->t, TBL_member, w->service, tbl_get(w->t, TBL_operation, op.first, operation_input), name).n;
}

static PathValue field(World *w, PathValue p, const PathStep *step)
{
    const ArgValue *v = p.v;
    if (p.is_text || v->kind == ARG_LIST)
        return p.is_text ? absent() : unknown(false, 0);
    i32 n = 0;
    bool always = false, computed = false;
    for (iz i = 0; i < v->fields.n; i++) {
        const ArgField *f = &v->fields.v[i];
        if (str_eq(f->name, step->name)) {
            n++;
            always |= !f->maybe;
        } else if (!text_known(f->name)) {
            ArenaMark m = arena_mark(w->a);
            computed |= pattern_meets(pattern_text(w->a, f->name), pattern_text(w->a, step->name));
            arena_rewind(w->a, m);
        }
    }
    PathValue none = (v->open || computed) && (v != w->args || modelled(w, step->name)) ? unknown(true, computed ? 0 : v->limit) : absent();
    if (!n)
        return none;
    i32 k = world_pick(w, PICK_FIELD, step->upto, n + !always);
    if (k < 0)
        return unknown(false, LIMIT_VALUES);
    for (iz i = 0; i < v->fields.n; i++)
        if (str_eq(v->fields.v[i].name, step->name) && k-- == 0)
            return of_value(w, step->upto, v->fields.v[i].value);
    return none;
}

/* One item of a list; `key` is the list's path, `upto` that of the item. What is no list is its own only item. */
static PathValue item(World *w, PathValue p, Str key, Str upto)
{
    const ArgValue *v = p.v;
    if (p.is_text || v->kind != ARG_LIST)
        return p;
    i32 n = (i32)v->items.n;
    if (!n)
        return v->open ? unknown(true, v->limit) : absent();
    i32 k = world_pick(w, PICK_ITEM, key, n + v->open);
    if (k < 0 || k == n)
        return unknown(true, k < 0 ? LIMIT_VALUES : v->limit);
    return of_value(w, upto, v->items.v[k]);
}

static PathValue entry(World *w, PathValue p, Str key, const PathStep *step)
{
    const ArgValue *v = p.v;
    if (p.is_text || v->kind != ARG_MAP)
        return unknown(false, 0);
    i32 n = (i32)v->fields.n;
    if (!n)
        return v->open ? unknown(true, v->limit) : absent();
    i32 k = world_pick(w, PICK_ENTRY, key, n + v->open);
    if (k < 0 || k == n)
        return unknown(true, k < 0 ? LIMIT_VALUES : v->limit);
    const ArgField *f = &v->fields.v[k];
    if (step->kind == STEP_VALUES)
        return of_value(w, step->upto, f->value);
    return (PathValue){.state = PATH_VALUE, .text = f->name, .is_text = true, .origin = f->value ? f->value->origin : 0};
}

PathValue world_path(World *w, const RulePath *path)
{
    PathValue p = {.state = PATH_VALUE, .v = w->args};
    Str before = {0};
    for (iz i = 0; i < path->steps.n && p.state == PATH_VALUE; i++) {
        const PathStep *s = &path->steps.v[i];
        if (s->kind == STEP_FIELD)
            p = field(w, p, s);
        else if (s->kind == STEP_ITEMS)
            p = item(w, p, before, s->upto);
        else
            p = entry(w, p, before, s);
        before = s->upto;
    }
    if (p.state == PATH_VALUE && p.v && !p.is_text && !(p.v->kind == ARG_LIST ? p.v->items.n : p.v->fields.n))
        return p.v->open ? unknown(true, p.v->limit) : absent();
    return p;
}

/* ---------------------------------------------------------------- when */

static Answer compare(World *w, const When *when, PathValue p)
{
    if (p.state == PATH_ABSENT)
        return ANSWER_NO;
    if (p.state == PATH_UNKNOWN || !p.is_text) {
        world_limited(w, p.limit, when->path.text);
        return ANSWER_UNKNOWN;
    }
    ArenaMark m = arena_mark(w->a);
    Answer best = ANSWER_NO;
    Pattern text = pattern_text(w->a, p.text);
    if (when->kind == WHEN_IMATCH || when->kind == WHEN_TRUE || when->kind == WHEN_FALSE)
        text = pattern_lower(w->a, text);
    iz n = when->kind == WHEN_TRUE || when->kind == WHEN_FALSE ? 1 : when->values.n;
    for (iz i = 0; i < n && best != ANSWER_YES; i++) {
        Pattern want;
        Str v = when->values.n ? when->values.v[i] : (Str){0};
        static const u8 hole[] = {TEXT_HOLE};
        switch (when->kind) {
        case WHEN_TRUE: want = pattern_text(w->a, S("true")); break;
        case WHEN_FALSE: want = pattern_text(w->a, S("false")); break;
        case WHEN_PREFIX: want = pattern_text(w->a, str_cat(w->a, v, (Str){hole, 1})); break;
        case WHEN_SUFFIX: want = pattern_text(w->a, str_cat(w->a, (Str){hole, 1}, v)); break;
        case WHEN_MATCH: want = pattern_glob(w->a, v); break;
        case WHEN_IMATCH: want = pattern_lower(w->a, pattern_glob(w->a, v)); break;
        default: want = pattern_text(w->a, v); break;
        }
        if (pattern_covers(w->a, want, text))
            best = ANSWER_YES;
        else if (pattern_meets(want, text))
            best = ANSWER_UNKNOWN;
    }
    arena_rewind(w->a, m);
    if (best == ANSWER_UNKNOWN)
        world_limited(w, p.limit, when->path.text);
    return best;
}

Answer world_when(World *w, const When *when)
{
    Answer x, y;
    switch (when->kind) {
    case WHEN_ALWAYS:
        return ANSWER_YES;
    case WHEN_AND:
        x = world_when(w, when->x);
        if (x == ANSWER_NO)
            return x;
        y = world_when(w, when->y);
        return x < y ? x : y;
    case WHEN_OR:
        x = world_when(w, when->x);
        if (x == ANSWER_YES)
            return x;
        y = world_when(w, when->y);
        return x > y ? x : y;
    case WHEN_NOT:
        return (Answer)(ANSWER_YES - world_when(w, when->x));
    case WHEN_SURE:
        return world_when(w, when->x) == ANSWER_YES ? ANSWER_YES : ANSWER_NO;
    case WHEN_VIA:
        return str_eq(w->via, when->values.v[0]) ? ANSWER_YES : ANSWER_NO;
    case WHEN_HAS: {
        PathValue p = world_path(w, &when->path);
        if (p.state == PATH_UNKNOWN && p.hidden) /* else it is there, whatever it is */
            world_limited(w, p.limit, when->path.text);
        return p.state == PATH_ABSENT ? ANSWER_NO : p.state == PATH_UNKNOWN ? ANSWER_UNKNOWN : ANSWER_YES;
    }
    default:
        return compare(w, when, world_path(w, &when->path));
    }
}

/* ---------------------------------------------------------------- bind */

static bool only_holes(Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] != TEXT_HOLE)
            return false;
    return true;
}

/* The text b.text; of which nothing may be known. */
static BoundText settle(BoundText b)
{
    if (b.state == PATH_VALUE && only_holes(b.text))
        b.state = PATH_UNKNOWN;
    return b;
}

static BoundText of_path(World *w, const RulePath *path)
{
    PathValue p = world_path(w, path);
    if (p.state == PATH_VALUE && !p.is_text)
        p = item(w, p, path->text, path->text);
    BoundText b = {.state = p.state, .hidden = p.hidden, .path = path->text, .origin = p.origin};
    if (p.state == PATH_VALUE && !p.is_text)
        b.state = PATH_UNKNOWN;
    if (b.state == PATH_VALUE)
        b.text = b.raw = p.text;
    if (b.state == PATH_UNKNOWN || (b.state == PATH_VALUE && !text_known(b.text)))
        world_limited(w, p.limit, path->text);
    return settle(b);
}

static BoundText of_first(BoundText b, const BindSource *s)
{
    iz i = str_find(b.text, s->text);
    iz hole = str_find_u8(b.text, TEXT_HOLE);
    if (i < 0 && s->kind == SRC_FIRST && hole >= 0)
        i = hole + 1;
    if (i >= 0)
        b.text = str_head(b.text, i);
    return b;
}

static BoundText of_after(BoundText b, const BindSource *s)
{
    iz i = str_find(b.text, s->text);
    if (i >= 0)
        b.text = str_from(b.text, i + s->text.len);
    else if (b.text.s[0] != TEXT_HOLE)
        b = (BoundText){.state = PATH_ABSENT};
    return b;
}

static BoundText of_last(BoundText b, const BindSource *s)
{
    for (iz i = str_find(b.text, s->text); i >= 0; i = str_find(b.text, s->text))
        b.text = str_from(b.text, i + (s->text.len ? s->text.len : b.text.len));
    return b;
}

static BoundText of_cat(World *w, const BindSource *s)
{
    BoundText all = {.state = PATH_UNKNOWN};
    Buf out = {.a = w->a};
    for (iz i = 0; i < s->of.n; i++) {
        BoundText b = world_source(w, s->of.v[i]);
        if (b.state == PATH_ABSENT)
            return b;
        if (b.state == PATH_UNKNOWN)
            buf_u8(&out, TEXT_HOLE);
        else
            buf_str(&out, b.text);
        if (b.state == PATH_VALUE && (b.path.len || s->of.v[i]->kind != SRC_LITERAL))
            all.state = PATH_VALUE;
        if (!all.path.len) {
            all.path = b.path;
            all.origin = b.origin;
        }
    }
    all.text = buf_done(&out);
    return all;
}

static BoundText of_like(World *w, BoundText b, const BindSource *s)
{
    ArenaMark m = arena_mark(w->a);
    bool yes = pattern_covers(w->a, pattern_glob(w->a, s->text), pattern_text(w->a, b.text));
    arena_rewind(w->a, m);
    return yes == (s->kind == SRC_LIKE) ? b : (BoundText){.state = PATH_ABSENT};
}

static BoundText of_map(BoundText b, const BindSource *s)
{
    if (!text_known(b.text)) {
        b.state = PATH_UNKNOWN;
        return b;
    }
    for (iz i = 0; i + 1 < s->pairs.n; i += 2) {
        if (str_eq(s->pairs.v[i], b.text)) {
            b.text = s->pairs.v[i + 1];
            b.raw = (Str){0};
            return b;
        }
    }
    return (BoundText){.state = PATH_ABSENT};
}

/* A label's value within a path: what would start a new segment is percent-encoded, unless the label is greedy. */
static void label_text(Buf *out, Str text, bool greedy)
{
    static const char hex[] = "0123456789ABCDEF";
    for (iz i = 0; i < text.len; i++) {
        u8 c = text.s[i];
        if (!greedy && (c == '/' || c == ':' || c == ' ' || c == '%')) {
            buf_u8(out, '%');
            buf_u8(out, (u8)hex[c >> 4]);
            buf_u8(out, (u8)hex[c & 15]);
        } else {
            buf_u8(out, c);
        }
    }
}

static BoundText of_label(World *w, Str input, Str label)
{
    Str location = str_cat(w->a, S("uri:"), label);
    Rows r = tbl_prefix(w->t, TBL_member, 2, w->service, input);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        if (!str_eq(tbl_get(w->t, TBL_member, i, member_location), location))
            continue;
        RulePath path = {0};
        path.text = tbl_get(w->t, TBL_member, i, member_name);
        *vec_push(w->a, &path.steps) = (PathStep){STEP_FIELD, path.text, path.text};
        return of_path(w, &path);
    }
    return (BoundText){.state = PATH_UNKNOWN};
}

static BoundText of_uri(World *w)
{
    Rows r = tbl_find2(w->t, TBL_operation, w->service, w->operation);
    if (!r.n)
        return (BoundText){.state = PATH_UNKNOWN};
    BoundText all = {.state = PATH_VALUE, .path = S("uri")};
    Str input = tbl_get(w->t, TBL_operation, r.first, operation_input);
    Str uri = tbl_get(w->t, TBL_operation, r.first, operation_uri);
    Buf out = {.a = w->a};
    iz query = str_find_u8(uri, '?');
    if (query >= 0)
        uri = str_head(uri, query);
    while (uri.len) {
        iz open = str_find_u8(uri, '{'), close = str_find_u8(uri, '}');
        if (open < 0 || close < open) {
            buf_str(&out, uri);
            break;
        }
        buf_str(&out, str_head(uri, open));
        Str label = {uri.s + open + 1, close - open - 1};
        bool greedy = str_ends(label, S("+"));
        if (greedy)
            label.len--;
        BoundText b = of_label(w, input, label);
        if (b.state == PATH_VALUE)
            label_text(&out, b.text, greedy);
        else
            buf_u8(&out, TEXT_HOLE);
        if (!all.origin)
            all.origin = b.origin;
        uri = str_from(uri, close + 1);
    }
    all.text = buf_done(&out);
    return all;
}

/* ---------------------------------------------------------------- SQL */

static bool sql_word(u8 c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

static bool sql_part(u8 c)
{
    return sql_word(c) || c == '-' || c == ':' || c == '/' || c == TEXT_HOLE;
}

/* One part of a dotted name at *at: quoted or bare. Empty when there is none. */
static Str sql_name(Str s, iz *at)
{
    u8 q = *at < s.len ? s.s[*at] : 0;
    if (q == '"' || q == '`' || q == '\'' || q == '[') {
        Str rest = str_from(s, *at + 1);
        iz end = str_find_u8(rest, q == '[' ? ']' : q);
        if (end < 0)
            return (Str){0};
        *at += end + 2;
        return str_head(rest, end);
    }
    iz from = *at;
    while (*at < s.len && sql_part(s.s[*at]))
        ++*at;
    return (Str){s.s + from, *at - from};
}

/* The table names of a SQL text, in order. */
static StrVec sql_tables(Arena *a, Str s, bool whole)
{
    static const Str before[] = {S_INIT("from"), S_INIT("into"), S_INIT("update"), S_INIT("table"), S_INIT("join")};
    StrVec names = {0};
    for (iz i = 0; i < s.len;) {
        if (!sql_word(s.s[i])) {
            i++;
            continue;
        }
        iz from = i;
        while (i < s.len && sql_word(s.s[i]))
            i++;
        Str w = {s.s + from, i - from};
        bool is = false;
        for (iz k = 0; k < COUNTOF(before); k++)
            is |= str_ieq(w, before[k]);
        if (!is)
            continue;
        iz at = i;
        while (at < s.len && (s.s[at] == ' ' || s.s[at] == '\n' || s.s[at] == '\t' || s.s[at] == '\r'))
            at++;
        Str name = sql_name(s, &at);
        if (!name.len)
            continue;
        Buf b = {.a = a};
        buf_str(&b, name);
        while (whole && at < s.len && s.s[at] == '.') {
            at++;
            buf_u8(&b, '.');
            buf_str(&b, sql_name(s, &at));
        }
        *vec_push(a, &names) = buf_done(&b);
        i = at;
    }
    return names;
}

static BoundText of_sql(World *w, BoundText b, const BindSource *s)
{
    StrVec names = sql_tables(w->a, b.text, s->kind == SRC_SQLNAME);
    bool known = text_known(b.text);
    b.raw = (Str){0};
    if (!names.n) {
        b.state = known ? PATH_ABSENT : PATH_UNKNOWN;
        return b;
    }
    i32 k = world_pick(w, PICK_SQL, b.path, (i32)names.n);
    if (k < 0)
        b.state = PATH_UNKNOWN;
    else
        b.text = names.v[k];
    return b;
}

BoundText world_source(World *w, const BindSource *s)
{
    BoundText b = {.state = PATH_ABSENT};
    switch (s->kind) {
    case SRC_PATH:
        return of_path(w, &s->path);
    case SRC_LITERAL:
        return (BoundText){.state = PATH_VALUE, .text = s->text};
    case SRC_URI:
        return of_uri(w);
    case SRC_CAT:
        return of_cat(w, s);
    case SRC_ALT:
        for (iz i = 0; i < s->of.n; i++) {
            BoundText x = world_source(w, s->of.v[i]);
            if (x.state == PATH_VALUE || (x.state == PATH_UNKNOWN && !x.hidden && b.state == PATH_ABSENT))
                return x;
            if (b.state == PATH_ABSENT)
                b = x;
        }
        return b;
    default:
        break;
    }
    b = world_source(w, s->of.v[0]);
    if (b.state != PATH_VALUE)
        return b;
    switch (s->kind) {
    case SRC_FIRST:
    case SRC_BEFORE: b = of_first(b, s); break;
    case SRC_AFTER: b = of_after(b, s); break;
    case SRC_LAST: b = of_last(b, s); break;
    case SRC_LIKE:
    case SRC_UNLIKE: b = of_like(w, b, s); break;
    case SRC_MAP: b = of_map(b, s); break;
    case SRC_LOWER: b.text = str_lower(w->a, b.text); break;
    case SRC_TRIM: b.text = str_starts(b.text, s->text) ? str_from(b.text, s->text.len) : b.text; break;
    case SRC_SQL:
    case SRC_SQLNAME: b = of_sql(w, b, s); break;
    default: BUG("unknown source");
    }
    return settle(b);
}
