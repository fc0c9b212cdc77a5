/* properties.c: see properties.h. YAML: mappings and sequences by indentation, flow sequences and mappings on one line, quoted and block
 * scalars, comments, several documents. Anchors, tags and complex keys are passed over. */
#include "core/base/limits.h"
#include "properties.h"

static void cut(Properties *out, iz off)
{
    if (!out->cut)
        out->cut = (u32)off + 1;
}

static void add(Arena *a, Properties *out, Str key, Str value, iz off)
{
    bool past = out->n >= SETTINGS_MAX || key.len > SETTING_KEY_MAX;
    if (past)
        cut(out, off);
    if (past || !key.len)
        return;
    *(Property *)vec_push(a, out) = (Property){key, value, (u32)off};
}

static bool blank(u8 c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\r';
}

/* --- .properties --- */

static int hex(u8 c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Without escapes; a \uXXXX beyond ASCII is dropped: no name in AWS has one. */
static Str unescaped(Arena *a, Str s)
{
    if (str_find_u8(s, '\\') < 0)
        return s;
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (c != '\\' || i + 1 >= s.len) {
            buf_u8(&b, c);
            continue;
        }
        c = s.s[++i];
        if (c == 'u' && i + 4 < s.len) {
            int v = 0;
            for (iz k = 1; k <= 4; k++)
                v = v * 16 + (hex(s.s[i + k]) > 0 ? hex(s.s[i + k]) : 0);
            if (v > 0 && v < 128)
                buf_u8(&b, (u8)v);
            i += 4;
        } else {
            buf_u8(&b, c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
        }
    }
    return buf_done(&b);
}

/* One logical line: lines that end in an odd number of backslashes go on. */
static Str logical(Arena *a, Str text, iz *at)
{
    Buf b = {.a = a};
    bool more = true;
    while (more && *at < text.len) {
        Str rest = str_from(text, *at);
        iz end = str_find_u8(rest, '\n');
        Str line = str_head(rest, end < 0 ? rest.len : end);
        *at += end < 0 ? rest.len : end + 1;
        while (line.len && line.s[line.len - 1] == '\r')
            line.len--;
        while (line.len && blank(line.s[0]))
            line = str_from(line, 1);
        iz slashes = 0;
        while (slashes < line.len && line.s[line.len - 1 - slashes] == '\\')
            slashes++;
        bool comment = !b.n && line.len && (line.s[0] == '#' || line.s[0] == '!');
        more = slashes % 2 && !comment;
        buf_str(&b, more ? str_head(line, line.len - 1) : line);
    }
    return buf_done(&b);
}

void properties_read(Arena *a, Str text, Properties *out)
{
    iz at = 0;
    while (at < text.len) {
        iz off = at, k = 0;
        Str line = logical(a, text, &at);
        if (!line.len || line.s[0] == '#' || line.s[0] == '!')
            continue;
        while (k < line.len && line.s[k] != '=' && line.s[k] != ':' && !blank(line.s[k]))
            k += line.s[k] == '\\' ? 2 : 1;
        Str key = str_head(line, k), value = str_from(line, k);
        while (value.len && blank(value.s[0]))
            value = str_from(value, 1);
        if (value.len && (value.s[0] == '=' || value.s[0] == ':'))
            value = str_from(value, 1);
        add(a, out, unescaped(a, key), unescaped(a, str_trim(value)), off);
    }
}

/* --- YAML --- */

typedef struct {
    iz indent;
    Str path;
    int items; /* of a sequence at this level */
    bool item; /* it is one itself */
} Level;

typedef struct {
    Arena *a;
    Properties *out;
    Level level[SETTING_LEVELS];
    int n;
    iz below; /* what is indented more stands below a level too many; -1: nothing does */
} Yaml;

/* Longer than a key may be: then so is all below it, and none is kept. */
static Str joined(Arena *a, Str path, Str key)
{
    if (path.len > SETTING_KEY_MAX)
        return path;
    if (path.len + key.len > SETTING_KEY_MAX)
        return str_head(str_cat3(a, path, S("."), str_head(key, SETTING_KEY_MAX)), SETTING_KEY_MAX + 1);
    return path.len ? str_cat3(a, path, key.len && key.s[0] == '[' ? S("") : S("."), key) : key;
}

static Str indexed(Arena *a, Str path, int i)
{
    if (path.len > SETTING_KEY_MAX)
        return path;
    Buf b = {.a = a};
    buf_str(&b, path);
    buf_u8(&b, '[');
    buf_int(&b, i);
    buf_u8(&b, ']');
    return buf_done(&b);
}

/* The length of a scalar up to `stop` characters outside of quotes, or a comment. */
static iz scalar_end(Str s, Str stop)
{
    u8 quote = 0;
    int deep = 0;
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (quote) {
            if (c == '\\' && quote == '"')
                i++;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && (i == 0 || blank(s.s[i - 1]) || s.s[i - 1] == ',' || s.s[i - 1] == '[' || s.s[i - 1] == '{')) {
            quote = c;
        } else if (c == '#' && (i == 0 || blank(s.s[i - 1]))) {
            return i;
        } else if (stop.len && (c == '{' || c == '[')) {
            deep++;
        } else if (deep && (c == '}' || c == ']')) {
            deep--;
        } else if (!deep && stop.len && str_find_u8(stop, c) >= 0) {
            return i;
        }
    }
    return s.len;
}

static Str unquoted(Arena *a, Str s)
{
    s = str_trim(s);
    if (s.len > 1 && s.s[0] == '"' && s.s[s.len - 1] == '"')
        return unescaped(a, (Str){s.s + 1, s.len - 2});
    if (s.len > 1 && s.s[0] == '\'' && s.s[s.len - 1] == '\'')
        return (Str){s.s + 1, s.len - 2};
    return s;
}

/* The colon that ends a key, or -1. */
static iz key_end(Str s)
{
    u8 quote = 0;
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (quote) {
            if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && i == 0) {
            quote = c;
        } else if (c == ':' && (i + 1 == s.len || blank(s.s[i + 1]))) {
            return i;
        } else if (c == '#' && i && blank(s.s[i - 1])) {
            return -1;
        }
    }
    return -1;
}

/* There is no room for more settings. */
static bool full(Properties *out, iz off)
{
    if (out->n >= SETTINGS_MAX)
        cut(out, off);
    return out->n >= SETTINGS_MAX;
}

static void value_of(Yaml *y, Str path, Str s, iz off, int depth)
{
    s = str_trim(str_head(s, scalar_end(s, (Str){0})));
    if (s.len && (s.s[0] == '&' || s.s[0] == '!')) { /* an anchor or a tag */
        iz sp = str_find_u8(s, ' ');
        s = sp < 0 ? (Str){0} : str_trim(str_from(s, sp));
    }
    if (s.len > 1 && s.s[0] == '[' && s.s[s.len - 1] == ']' && depth < SETTING_FLOW) {
        Str rest = {s.s + 1, s.len - 2};
        for (int i = 0; rest.len && !full(y->out, off); i++) {
            iz end = scalar_end(rest, S(","));
            value_of(y, indexed(y->a, path, i), str_head(rest, end), off, depth + 1);
            rest = str_from(rest, end + (end < rest.len));
        }
        return;
    }
    if (s.len > 1 && s.s[0] == '{' && s.s[s.len - 1] == '}' && depth < SETTING_FLOW) {
        Str rest = {s.s + 1, s.len - 2};
        while (rest.len && !full(y->out, off)) {
            iz end = scalar_end(rest, S(","));
            Str one = str_trim(str_head(rest, end));
            iz colon = key_end(one);
            if (colon > 0)
                value_of(y, joined(y->a, path, unquoted(y->a, str_head(one, colon))), str_from(one, colon + 1), off, depth + 1);
            rest = str_from(rest, end + (end < rest.len));
        }
        return;
    }
    if (s.len && (s.s[0] == '[' || s.s[0] == '{') && depth >= SETTING_FLOW)
        cut(y->out, off);
    else if (s.len)
        add(y->a, y->out, path, unquoted(y->a, s), off);
}

static Level *top_for(Yaml *y, iz indent)
{
    while (y->n > 1 && y->level[y->n - 1].indent >= indent)
        y->n--;
    return &y->level[y->n - 1];
}

/* False: there are too many levels. */
static bool push(Yaml *y, iz indent, Str path, bool item, iz off)
{
    bool room = y->n < SETTING_LEVELS;
    if (room)
        y->level[y->n++] = (Level){.indent = indent, .path = path, .item = item};
    else
        cut(y->out, off);
    y->below = room ? -1 : indent;
    return room;
}

/* The lines of a block scalar below `indent`, joined. */
static Str block(Arena *a, Str text, iz *at, iz indent, bool fold)
{
    Buf b = {.a = a};
    while (*at < text.len) {
        Str rest = str_from(text, *at);
        iz end = str_find_u8(rest, '\n'), n = 0;
        Str line = str_head(rest, end < 0 ? rest.len : end);
        while (n < line.len && line.s[n] == ' ')
            n++;
        if (str_trim(line).len && n <= indent)
            break;
        *at += end < 0 ? rest.len : end + 1;
        if (b.n)
            buf_u8(&b, fold ? ' ' : '\n');
        buf_str(&b, str_trim(line));
    }
    return str_trim(buf_done(&b));
}

void yaml_read(Arena *a, Str text, Properties *out)
{
    Yaml y = {.a = a, .out = out, .n = 1, .below = -1};
    iz at = 0;
    y.level[0].indent = -1;
    while (at < text.len) {
        iz off = at, indent = 0;
        Str rest = str_from(text, at);
        iz end = str_find_u8(rest, '\n');
        Str line = str_head(rest, end < 0 ? rest.len : end);
        at += end < 0 ? rest.len : end + 1;
        while (line.len && blank(line.s[line.len - 1]))
            line.len--;
        while (indent < line.len && line.s[indent] == ' ')
            indent++;
        Str s = str_from(line, indent);
        if (s.len && s.s[0] != '#' && full(out, off))
            break;
        if (!s.len || s.s[0] == '#' || (y.below >= 0 && indent > y.below))
            continue;
        y.below = -1;
        if (indent == 0 && (str_starts(s, S("---")) || str_starts(s, S("...")))) {
            y.n = 1;
            y.level[0].items = 0;
            continue;
        }
        while (s.len && s.s[0] == '-' && (s.len == 1 || s.s[1] == ' ')) { /* an item; it may hold a mapping */
            while (y.n > 1 && (y.level[y.n - 1].indent > indent || (y.level[y.n - 1].indent == indent && y.level[y.n - 1].item)))
                y.n--; /* items may stand at the indentation of their key */
            Level *l = &y.level[y.n - 1];
            Str path = indexed(a, l->path, l->items++);
            iz skip = 1;
            while (skip < s.len && s.s[skip] == ' ')
                skip++;
            s = push(&y, indent, path, true, off) ? str_from(s, skip) : (Str){0};
            indent += skip;
        }
        if (!s.len)
            continue;
        iz colon = key_end(s);
        if (colon <= 0) {
            value_of(&y, y.level[y.n - 1].path, s, off, 0);
            continue;
        }
        Level *l = top_for(&y, indent);
        Str path = joined(a, l->path, unquoted(a, str_head(s, colon)));
        Str v = str_trim(str_from(s, colon + 1));
        if (v.len && (v.s[0] == '|' || v.s[0] == '>'))
            add(a, out, path, block(a, text, &at, indent, v.s[0] == '>'), off);
        else
            value_of(&y, path, v, off, 0);
        push(&y, indent, path, false, off);
    }
}
