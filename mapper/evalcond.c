/* evalcond.c: see evalcond.h. Operators come in families (text, ARN, number, date, Bool, IP address, binary) with a sign (Not…) and
 * options (…IfExists, ForAllValues:, ForAnyValue:). Values of the request are patterns, so a comparison is three-valued too. */
#include "mapper/evalcond.h"

#include <stdlib.h>
#include <string.h>

#include "mapper/pattern.h"

typedef enum { FAM_TEXT, FAM_ARN, FAM_NUMBER, FAM_DATE, FAM_BOOL, FAM_IP, FAM_BINARY, FAM_NULL } Family;

typedef struct {
    Str name;
    Family family;
    bool negated; /* holds when no value matches */
    bool fold;    /* letter case ignored */
    bool like;    /* wildcards count in the policy's values */
    int low, high; /* numbers and dates: holds when low <= sign(request - policy) <= high */
} Op;

static const Op ops[] = {
    {S_INIT("ArnEquals"), FAM_ARN, false, false, true, 0, 0},
    {S_INIT("ArnLike"), FAM_ARN, false, false, true, 0, 0},
    {S_INIT("ArnNotEquals"), FAM_ARN, true, false, true, 0, 0},
    {S_INIT("ArnNotLike"), FAM_ARN, true, false, true, 0, 0},
    {S_INIT("BinaryEquals"), FAM_BINARY, false, false, false, 0, 0},
    {S_INIT("Bool"), FAM_BOOL, false, true, false, 0, 0},
    {S_INIT("DateEquals"), FAM_DATE, false, false, false, 0, 0},
    {S_INIT("DateGreaterThan"), FAM_DATE, false, false, false, 1, 1},
    {S_INIT("DateGreaterThanEquals"), FAM_DATE, false, false, false, 0, 1},
    {S_INIT("DateLessThan"), FAM_DATE, false, false, false, -1, -1},
    {S_INIT("DateLessThanEquals"), FAM_DATE, false, false, false, -1, 0},
    {S_INIT("DateNotEquals"), FAM_DATE, true, false, false, 0, 0},
    {S_INIT("IpAddress"), FAM_IP, false, false, false, 0, 0},
    {S_INIT("NotIpAddress"), FAM_IP, true, false, false, 0, 0},
    {S_INIT("Null"), FAM_NULL, false, false, false, 0, 0},
    {S_INIT("NumericEquals"), FAM_NUMBER, false, false, false, 0, 0},
    {S_INIT("NumericGreaterThan"), FAM_NUMBER, false, false, false, 1, 1},
    {S_INIT("NumericGreaterThanEquals"), FAM_NUMBER, false, false, false, 0, 1},
    {S_INIT("NumericLessThan"), FAM_NUMBER, false, false, false, -1, -1},
    {S_INIT("NumericLessThanEquals"), FAM_NUMBER, false, false, false, -1, 0},
    {S_INIT("NumericNotEquals"), FAM_NUMBER, true, false, false, 0, 0},
    {S_INIT("StringEquals"), FAM_TEXT, false, false, false, 0, 0},
    {S_INIT("StringEqualsIgnoreCase"), FAM_TEXT, false, true, false, 0, 0},
    {S_INIT("StringLike"), FAM_TEXT, false, false, true, 0, 0},
    {S_INIT("StringNotEquals"), FAM_TEXT, true, false, false, 0, 0},
    {S_INIT("StringNotEqualsIgnoreCase"), FAM_TEXT, true, true, false, 0, 0},
    {S_INIT("StringNotLike"), FAM_TEXT, true, false, true, 0, 0},
};

static EvalAnswer opposite(EvalAnswer x)
{
    return (EvalAnswer)(EVAL_YES - x);
}

static bool known(Arena *a, Str s)
{
    return pattern_plain(pattern_iam(a, s));
}

static EvalAnswer by_sets(bool covers, bool meets)
{
    return covers ? EVAL_YES : meets ? EVAL_MAYBE : EVAL_NO;
}

/* The policy's text against the request's. Without `like`, wildcards of the policy are ordinary letters (but ${…} is still replaced). */
static EvalAnswer compare_text(Arena *a, const Op *op, Str want, Str have)
{
    Pattern w = pattern_iam(a, want), h = pattern_iam(a, have);
    if (!op->like)
        for (iz i = 0; i < w.n; i++)
            w.v[i] = w.v[i] == PAT_RUN ? '*' : w.v[i] == PAT_ONE ? '?' : w.v[i];
    if (op->fold) {
        w = pattern_lower(a, w);
        h = pattern_lower(a, h);
    }
    return by_sets(pattern_covers(a, w, h), pattern_meets(w, h));
}

/* Seconds since 1970 of an ISO 8601 date, or a plain number of seconds. */
static bool date_value(Str s, double *out)
{
    int part[6] = {0, 1, 1, 0, 0, 0}, n = 0;
    iz i = 0;
    i64 num;
    if (str_i64(s, &num)) {
        *out = (double)num;
        return true;
    }
    for (; i < s.len && n < 6; n++) {
        iz from = i;
        part[n] = 0;
        while (i < s.len && s.s[i] >= '0' && s.s[i] <= '9' && i - from < 4)
            part[n] = part[n] * 10 + (s.s[i++] - '0');
        if (i == from)
            return false;
        if (i < s.len && (s.s[i] == '-' || s.s[i] == ':' || s.s[i] == 'T') && n < 5)
            i++;
        else {
            n++;
            break;
        }
    }
    if (n < 3 || part[1] < 1 || part[1] > 12)
        return false;
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    i64 y = part[0] - (part[1] < 3), leaps = y / 4 - y / 100 + y / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400);
    i64 days = (i64)(part[0] - 1970) * 365 + leaps + before[part[1] - 1] + part[2] - 1;
    *out = (double)days * 86400.0 + part[3] * 3600.0 + part[4] * 60.0 + part[5];
    return true;
}

static bool number_value(Arena *a, Str s, double *out)
{
    const char *z = str_z(a, s);
    char *end;
    *out = strtod(z, &end);
    return s.len && end == z + s.len;
}

static EvalAnswer compare_number(Arena *a, const Op *op, Str want, Str have)
{
    double x, y;
    if (!known(a, have))
        return EVAL_MAYBE;
    bool date = op->family == FAM_DATE;
    if (!(date ? date_value(want, &x) : number_value(a, want, &x)) || !(date ? date_value(have, &y) : number_value(a, have, &y)))
        return EVAL_NO;
    int sign = (y > x) - (y < x);
    return sign >= op->low && sign <= op->high ? EVAL_YES : EVAL_NO;
}

/* 16 bytes of an address (IPv4 mapped into IPv6) and the length of its prefix. */
static bool address(Str s, u8 *out, int *bits)
{
    u16 g[8];
    int n = 0, gap = -1;
    i64 len = -1;
    iz slash = str_find_u8(s, '/');
    if (slash >= 0) {
        if (!str_i64(str_from(s, slash + 1), &len))
            return false;
        s = str_head(s, slash);
    }
    memset(out, 0, 16);
    if (str_find_u8(s, ':') < 0) {
        Str part;
        int k = 0;
        for (; k < 4 && str_cut(&s, '.', &part); k++) {
            i64 v;
            if (!str_i64(part, &v) || v < 0 || v > 255)
                return false;
            out[12 + k] = (u8)v;
        }
        out[10] = out[11] = 0xff;
        *bits = len < 0 ? 128 : 96 + (int)len;
        return k == 4 && !s.len && len <= 32;
    }
    for (iz i = 0; i < s.len;) {
        if (str_starts(str_from(s, i), S("::")) && gap < 0) {
            gap = n;
            i += 2;
            continue;
        }
        u32 v = 0;
        iz from = i;
        for (; i < s.len && s.s[i] != ':'; i++) {
            u8 c = (u8)(s.s[i] | 32);
            int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (d < 0)
                return false;
            v = v * 16 + (u32)d;
        }
        if (i == from || i - from > 4 || n == 8)
            return false;
        g[n++] = (u16)v;
        if (i < s.len && !str_starts(str_from(s, i), S("::")))
            i++;
    }
    if (gap < 0 ? n != 8 : n > 7)
        return false;
    for (int k = 0; k < n; k++) {
        int at = gap >= 0 && k >= gap ? 8 - n + k : k;
        out[2 * at] = (u8)(g[k] >> 8);
        out[2 * at + 1] = (u8)g[k];
    }
    *bits = len < 0 ? 128 : (int)len;
    return *bits <= 128;
}

static EvalAnswer compare_ip(Arena *a, Str want, Str have)
{
    u8 x[16], y[16];
    int bits, own;
    if (!known(a, have))
        return EVAL_MAYBE;
    if (!address(want, x, &bits) || !address(have, y, &own))
        return EVAL_NO;
    for (int i = 0; i < bits; i++)
        if ((x[i / 8] ^ y[i / 8]) >> (7 - i % 8) & 1)
            return EVAL_NO;
    return EVAL_YES;
}

static EvalAnswer compare_value(Arena *a, const Op *op, Str want, Str have)
{
    switch (op->family) {
    case FAM_NUMBER:
    case FAM_DATE: return compare_number(a, op, want, have);
    case FAM_IP: return compare_ip(a, want, have);
    case FAM_ARN: return by_sets(arn_covers(a, want, have), arn_meets(a, want, have));
    default: return compare_text(a, op, want, have);
    }
}

/* One value of the request against all values of the policy. */
static EvalAnswer matches(Arena *a, const Op *op, const StrVec *wants, Str have)
{
    EvalAnswer best = EVAL_NO;
    for (iz i = 0; i < wants->n && best != EVAL_YES; i++) {
        ArenaMark m = arena_mark(a);
        EvalAnswer x = compare_value(a, op, wants->v[i], have);
        arena_rewind(a, m);
        if (x > best)
            best = x;
    }
    return op->negated ? opposite(best) : best;
}

static const EvalKey *key_of(const EvalAsk *ask, Str key)
{
    for (iz i = 0; i < ask->context.n; i++)
        if (str_ieq(ask->context.v[i].key, key))
            return &ask->context.v[i];
    return 0;
}

EvalAnswer condition_holds(Arena *a, const EvalCondition *c, const EvalAsk *ask)
{
    Str name = c->op;
    bool every = str_ieq(str_head(name, 13), S("ForAllValues:"));
    bool any = str_ieq(str_head(name, 12), S("ForAnyValue:"));
    bool if_exists = false;
    name = str_from(name, every ? 13 : any ? 12 : 0);
    if (name.len > 8 && str_ieq(str_from(name, name.len - 8), S("IfExists"))) {
        if_exists = true;
        name.len -= 8;
    }
    const Op *op = 0;
    for (iz i = 0; i < COUNTOF(ops); i++)
        if (str_ieq(ops[i].name, name))
            op = &ops[i];
    if (!op)
        return EVAL_NO;
    const EvalKey *k = key_of(ask, c->key);
    if (op->family == FAM_NULL) {
        if (!k)
            return EVAL_MAYBE;
        bool want = c->values.n && str_ieq(c->values.v[0], S("true"));
        return k->absent == want ? EVAL_YES : EVAL_NO;
    }
    if (k && k->absent)
        return if_exists || every || op->negated ? EVAL_YES : EVAL_NO;
    if (!k)
        return EVAL_MAYBE;
    EvalAnswer best = EVAL_NO, worst = EVAL_YES;
    for (iz i = 0; i < k->values.n; i++) {
        EvalAnswer x = matches(a, op, &c->values, k->values.v[i]);
        best = x > best ? x : best;
        worst = x < worst ? x : worst;
    }
    if (any)
        return best;
    return every || best == worst ? worst : EVAL_MAYBE; /* several values of a single-valued key: one of them */
}
