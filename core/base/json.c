/* json.c: see json.h. */
#include "json.h"

#include "utf.h"

static void newline(Json *j)
{
    if (!j->pretty)
        return;
    buf_u8(j->out, '\n');
    for (int i = 0; i < j->depth; i++)
        buf_str(j->out, S("  "));
}

/* What stands before a value: nothing after a key, else a comma and a line of its own. */
static void lead(Json *j)
{
    if (j->keyed) {
        j->keyed = false;
        return;
    }
    if (!j->depth)
        return;
    if (j->filled[j->depth])
        buf_u8(j->out, ',');
    j->filled[j->depth] = true;
    newline(j);
}

void json_begin(Json *j, u8 bracket)
{
    lead(j);
    buf_u8(j->out, bracket);
    if (++j->depth > JSON_DEPTH)
        BUG("JSON too deep");
    j->filled[j->depth] = false;
}

void json_end(Json *j, u8 bracket)
{
    bool any = j->filled[j->depth];
    if (--j->depth < 0)
        BUG("JSON brackets");
    if (any)
        newline(j);
    buf_u8(j->out, bracket);
}

void json_key(Json *j, Str key)
{
    lead(j);
    json_quote(j->out, key);
    buf_str(j->out, j->pretty ? S(": ") : S(":"));
    j->keyed = true;
}

void json_str(Json *j, Str s)
{
    lead(j);
    json_quote(j->out, s);
}

void json_int(Json *j, i64 n)
{
    lead(j);
    buf_int(j->out, n);
}

void json_bool(Json *j, bool b)
{
    lead(j);
    buf_str(j->out, b ? S("true") : S("false"));
}

void json_null(Json *j)
{
    lead(j);
    buf_str(j->out, S("null"));
}

void json_raw(Json *j, Str json)
{
    lead(j);
    buf_str(j->out, json);
}

void json_pair(Json *j, Str key, Str value)
{
    json_key(j, key);
    json_str(j, value);
}

void json_strs(Json *j, Str key, const StrVec *v)
{
    json_key(j, key);
    json_begin(j, '[');
    for (iz i = 0; i < v->n; i++)
        json_str(j, v->v[i]);
    json_end(j, ']');
}

static void escape(Buf *b, u8 c)
{
    static const char hex[] = "0123456789abcdef";
    static const char plain[] = "\"\\\b\f\n\r\t", letter[] = "\"\\bfnrt";
    buf_u8(b, '\\');
    for (int i = 0; plain[i]; i++)
        if ((u8)plain[i] == c) {
            buf_u8(b, (u8)letter[i]);
            return;
        }
    buf_str(b, S("u00"));
    buf_u8(b, (u8)hex[c >> 4]);
    buf_u8(b, (u8)hex[c & 15]);
}

/* Bytes that stand for themselves. */
static bool plain(u8 c)
{
    return c >= 32 && c < 127 && c != '"' && c != '\\';
}

void json_quote(Buf *b, Str s)
{
    buf_u8(b, '"');
    for (iz i = 0, from = 0;; i++) {
        iz bad = 0;
        while (i < s.len && plain(s.s[i]))
            i++;
        if (i < s.len) {
            u8 c = s.s[i];
            if (c >= 0x80) {
                iz n = utf8_step(str_from(s, i));
                if (n) {
                    i += n - 1;
                    continue;
                }
                bad = 1;
            }
        }
        buf_str(b, str_head(str_from(s, from), i - from));
        if (i >= s.len)
            break;
        if (bad)
            buf_str(b, S("\xef\xbf\xbd"));
        else
            escape(b, s.s[i]);
        from = i + 1;
    }
    buf_u8(b, '"');
}
