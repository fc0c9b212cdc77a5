/* mcp_json.c: strict reading of JSON. cJSON builds the tree, but forgives much; so a scanner looks at the text first: grammar of RFC 8259,
 * UTF-8, limits of nesting and number of values. See mcp.h. */
#include "core/base/utf.h"
#include "mcp.h"

typedef struct {
    Str s;
    iz i;
    iz values;
    int depth;
    bool object[MCP_DEPTH + 1];
} Scan;

static u8 peek(const Scan *c)
{
    return c->i < c->s.len ? c->s.s[c->i] : 0;
}

static void blanks(Scan *c)
{
    while (c->i < c->s.len && (peek(c) == ' ' || peek(c) == '\t' || peek(c) == '\n' || peek(c) == '\r'))
        c->i++;
}

static bool digits(Scan *c)
{
    iz from = c->i;
    while (peek(c) >= '0' && peek(c) <= '9')
        c->i++;
    return c->i > from;
}

static bool number(Scan *c)
{
    if (peek(c) == '-')
        c->i++;
    if (peek(c) == '0')
        c->i++;
    else if (!digits(c))
        return false;
    if (peek(c) == '.') {
        c->i++;
        if (!digits(c))
            return false;
    }
    if (peek(c) == 'e' || peek(c) == 'E') {
        c->i++;
        if (peek(c) == '+' || peek(c) == '-')
            c->i++;
        return digits(c);
    }
    return true;
}

static bool escape(Scan *c)
{
    Str rest = str_from(c->s, c->i + 1);
    if (!rest.len)
        return false;
    if (rest.s[0] != 'u') {
        c->i += 2;
        return str_find_u8(S("\"\\/bfnrt"), rest.s[0]) >= 0;
    }
    if (rest.len < 5)
        return false;
    for (int k = 1; k < 5; k++) {
        u8 x = rest.s[k] | 32;
        if (!((rest.s[k] >= '0' && rest.s[k] <= '9') || (x >= 'a' && x <= 'f')))
            return false;
    }
    c->i += 6;
    return !str_starts(rest, S("u0000"));
}

static bool text(Scan *c)
{
    if (peek(c) != '"')
        return false;
    c->i++;
    while (c->i < c->s.len) {
        u8 x = peek(c);
        if (x == '"') {
            c->i++;
            return true;
        }
        if (x < 32)
            return false;
        if (x == '\\') {
            if (!escape(c))
                return false;
        } else if (x < 128) {
            c->i++;
        } else {
            iz n = utf8_step(str_from(c->s, c->i));
            if (!n)
                return false;
            c->i += n;
        }
    }
    return false;
}

static bool word(Scan *c, Str w)
{
    if (!str_starts(str_from(c->s, c->i), w))
        return false;
    c->i += w.len;
    return true;
}

static bool key(Scan *c)
{
    blanks(c);
    if (!text(c))
        return false;
    blanks(c);
    if (peek(c) != ':')
        return false;
    c->i++;
    return true;
}

/* A value, or the start of one. *open: its members follow. */
static bool value(Scan *c, bool *open)
{
    blanks(c);
    *open = false;
    u8 x = peek(c);
    if (x == '{' || x == '[') {
        c->i++;
        blanks(c);
        if (peek(c) == x + 2) { /* "}" and "]" come two after their partners */
            c->i++;
            return true;
        }
        if (c->depth >= MCP_DEPTH)
            return false;
        c->object[++c->depth] = x == '{';
        *open = true;
        return x == '[' || key(c);
    }
    if (x == '"')
        return text(c);
    if (x == 't' || x == 'f' || x == 'n')
        return word(c, S("true")) || word(c, S("false")) || word(c, S("null"));
    return number(c);
}

/* What follows a value: the ends of what it closes, then a comma and, in an object, the next key. */
static bool after(Scan *c)
{
    for (;;) {
        blanks(c);
        if (!c->depth)
            return true;
        bool object = c->object[c->depth];
        u8 x = peek(c);
        if (x == ',') {
            c->i++;
            return !object || key(c);
        }
        if (x != (object ? '}' : ']'))
            return false;
        c->i++;
        c->depth--;
    }
}

const char *mcp_json_problem(Str s)
{
    Scan c = {.s = s};
    bool open;
    do {
        if (++c.values > MCP_VALUES)
            return "too many values";
        if (!value(&c, &open))
            return c.depth >= MCP_DEPTH ? "not JSON, or nested too deep" : "not JSON";
        if (!open && !after(&c))
            return "not JSON";
    } while (open || c.depth);
    return c.i == s.len ? 0 : "not JSON: something follows the value";
}

const cJSON *mcp_get(const cJSON *object, const char *k)
{
    return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, k) : 0;
}

Str mcp_text(const cJSON *v)
{
    return cJSON_IsString(v) ? str_c(v->valuestring) : (Str){0};
}

Str mcp_id(Arena *a, const cJSON *v)
{
    const double exact = 9007199254740992.0; /* whole numbers up to here are exact in a double */
    Buf b = {.a = a};
    if (cJSON_IsString(v))
        json_quote(&b, str_c(v->valuestring));
    else if (cJSON_IsNumber(v) && v->valuedouble >= -exact && v->valuedouble <= exact && (double)(i64)v->valuedouble == v->valuedouble)
        buf_int(&b, (i64)v->valuedouble);
    return buf_done(&b);
}
