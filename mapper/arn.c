/* arn.c: see arn.h. */
#include "mapper/arn.h"

#include <regex.h>

#include "mapper/pattern.h"

static const u8 hole_byte[] = {TEXT_HOLE};
#define HOLE ((Str){hole_byte, 1})

enum { FIELDS = 6, F_PARTITION = 1, F_SERVICE, F_REGION, F_ACCOUNT, F_RESOURCE };

static bool all_holes(Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] != TEXT_HOLE)
            return false;
    return s.len > 0;
}

/* ---------------------------------------------------------------- place */

Str partition_of(const Table *t, Str region)
{
    char z[64];
    if (!region.len || str_eq(region, S("*")) || !text_known(region) || str_find_u8(region, '*') >= 0)
        return S("*");
    Rows r = tbl_find1(t, TBL_region, region);
    if (r.n)
        return tbl_get(t, TBL_region, r.first, region_partition);
    if (region.len >= COUNTOF(z))
        return (Str){0};
    for (iz i = 0; i < region.len; i++)
        z[i] = (char)region.s[i];
    z[region.len] = 0;
    for (u32 i = 0; i < tbl_count(t, TBL_partition); i++) {
        Str from = tbl_get(t, TBL_partition, i, partition_regex);
        char re[256];
        iz n = 0;
        /* POSIX has no \w and \d, and no escaped '-'. */
        for (iz k = 0; k < from.len && n < COUNTOF(re) - 16; k++) {
            if (from.s[k] != '\\' || k + 1 == from.len) {
                re[n++] = (char)from.s[k];
                continue;
            }
            Str class = from.s[++k] == 'w' ? S("[A-Za-z0-9_]") : from.s[k] == 'd' ? S("[0-9]") : (Str){from.s + k, 1};
            for (iz c = 0; c < class.len; c++)
                re[n++] = (char)class.s[c];
        }
        re[n] = 0;
        regex_t rx;
        if (regcomp(&rx, re, REG_EXTENDED | REG_NOSUB))
            continue;
        bool yes = regexec(&rx, z, 0, 0, 0) == 0;
        regfree(&rx);
        if (yes)
            return tbl_get(t, TBL_partition, i, partition_name);
    }
    return (Str){0};
}

Str partition_suffix(const Table *t, Str partition)
{
    Rows r = tbl_find1(t, TBL_partition, partition);
    return r.n ? tbl_get(t, TBL_partition, r.first, partition_dns) : S("amazonaws.com");
}

bool account_valid(Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
    return s.len == 12;
}

Place place_of(const Table *t, Str region, Str account)
{
    Str partition = partition_of(t, region);
    /* "aws-global" names a partition, no region. */
    bool any = !region.len || str_eq(region, S("*")) || !partition.len || str_ends(region, S("-global"));
    return (Place){
        .partition = str_eq(partition, S("*")) || !partition.len ? HOLE : partition,
        .region = any ? HOLE : region,
        .account = !account.len || str_eq(account, S("*")) ? HOLE : account,
    };
}

/* ---------------------------------------------------------------- text for IAM */

void arn_text(Buf *out, Str s)
{
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (c == TEXT_HOLE || c == TEXT_ONE) {
            if (c == TEXT_ONE || !out->n || out->v[out->n - 1] != '*')
                buf_u8(out, c == TEXT_ONE ? '?' : '*');
        } else if (c == '*' || c == '?' || c == '$') {
            buf_str(out, c == '*' ? S("${*}") : c == '?' ? S("${?}") : S("${$}"));
        } else if (c < 0x20 || c == 0x7f) {
            buf_u8(out, '*');
        } else if (c < 0x80) {
            buf_u8(out, c);
        } else if ((c == 0xc2 || c == 0xc3) && i + 1 < s.len && (s.s[i + 1] & 0xc0) == 0x80) {
            buf_u8(out, c); /* U+0080 to U+00FF: the last characters that a policy may hold */
            buf_u8(out, s.s[++i]);
        } else {
            while (i + 1 < s.len && (s.s[i + 1] & 0xc0) == 0x80)
                i++;
            if (!out->n || out->v[out->n - 1] != '*')
                buf_u8(out, '*');
        }
    }
}

/* The text of an ARN that the code spells out: its `*` are wildcards already (log-group:x:*). */
static void arn_value_text(Buf *out, Arena *a, Str s)
{
    s = str_dup(a, s);
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] == '*')
            ((u8 *)s.s)[i] = TEXT_HOLE;
    arn_text(out, s);
}

/* ---------------------------------------------------------------- templates */

bool arn_next_template(Str *rest, Str *template)
{
    while (rest->len && (rest->s[0] == ' ' || rest->s[0] == ','))
        *rest = str_from(*rest, 1);
    if (!rest->len)
        return false;
    iz n = 0;
    while (n < rest->len && rest->s[n] != ' ')
        n++;
    *template = str_head(*rest, n);
    *rest = str_from(*rest, n);
    while (template->len && template->s[template->len - 1] == ',')
        template->len--;
    return true;
}

/* Cuts literal text, then a variable (empty at the end) from *rest. `field` counts the colons of the literal text. */
static bool next_part(Str *rest, Str *text, Str *variable, int *field)
{
    if (!rest->len)
        return false;
    iz open = str_find(*rest, S("${"));
    *text = open < 0 ? *rest : str_head(*rest, open);
    *variable = (Str){0};
    for (iz i = 0; i < text->len; i++)
        *field += text->s[i] == ':' && *field < F_RESOURCE;
    *rest = open < 0 ? (Str){0} : str_from(*rest, open + 2);
    if (open >= 0) {
        iz close = str_find_u8(*rest, '}');
        *variable = str_head(*rest, close < 0 ? rest->len : close);
        *rest = close < 0 ? (Str){0} : str_from(*rest, close + 1);
    }
    return true;
}

static bool placed(Str variable)
{
    return str_eq(variable, S("Partition")) || str_eq(variable, S("Region")) || str_eq(variable, S("Account"));
}

/* A variable that the call's place fills: ${Account} everywhere, ${AccountId} in the account's field. */
static bool is_placed(Str variable, int field)
{
    return placed(variable) || (field == F_ACCOUNT && str_eq(variable, S("AccountId")));
}

StrVec arn_variables(Arena *a, Str template)
{
    StrVec v = {0};
    Str text, variable;
    int field = 0;
    while (next_part(&template, &text, &variable, &field))
        if (variable.len && !is_placed(variable, field) && !strvec_has(&v, variable))
            *vec_push(a, &v) = variable;
    return v;
}

/* The resource part of a template with holes for its variables. */
static Str open_text(Arena *a, Str template)
{
    Buf b = {.a = a};
    Str text, variable;
    int field = 0;
    while (next_part(&template, &text, &variable, &field)) {
        for (iz i = 0; i < text.len; i++)
            buf_u8(&b, text.s[i] == '*' ? TEXT_HOLE : text.s[i]);
        if (variable.len)
            buf_u8(&b, TEXT_HOLE);
    }
    return buf_done(&b);
}

Str arn_any(Arena *a, Str template)
{
    Buf b = {.a = a};
    Str s = open_text(a, template);
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] != TEXT_HOLE)
            buf_u8(&b, s.s[i]);
        else if (!b.n || b.v[b.n - 1] != '*')
            buf_u8(&b, '*');
    return buf_done(&b);
}

/* Splits an ARN into its six fields. Where an unknown part has swallowed fields, a field of nothing but it is spread. */
static bool split(Str s, Str *f)
{
    int n = 0;
    Str rest = s;
    for (; n < FIELDS - 1; n++) {
        iz i = str_find_u8(rest, ':');
        if (i < 0)
            break;
        f[n] = str_head(rest, i);
        rest = str_from(rest, i + 1);
    }
    f[n++] = rest;
    if (n < FIELDS) {
        int at = 1;
        while (at < n && !all_holes(f[at]))
            at++;
        if (at == n)
            return false;
        for (int k = n - 1, to = FIELDS - 1; to >= at; to--)
            f[to] = k > at ? f[k--] : HOLE;
    }
    return str_eq(f[0], S("arn")) && f[F_RESOURCE].len > 0;
}

static bool meets(Arena *a, Str x, Str y)
{
    ArenaMark m = arena_mark(a);
    bool yes = pattern_meets(pattern_text(a, x), pattern_text(a, y));
    arena_rewind(a, m);
    return yes;
}

/* Is the ARN f of the template's kind? */
static bool fits(Arena *a, Str template, const Str *f)
{
    Str t[FIELDS];
    if (!split(open_text(a, template), t))
        return false;
    for (int i = F_SERVICE; i < FIELDS; i++)
        if (!meets(a, t[i], f[i]))
            return false;
    return true;
}

/* The resource part of an ARN in the code, whose unknown start hides the word that the template's resources start with ("role/"): IAM
 * wants that word, so it takes the place of the unknown text. What follows stays when it cannot be a part of the word. */
static Str with_word(Arena *a, Str template, Str s)
{
    iz hole = str_find_u8(s, TEXT_HOLE), end = str_find_u8(template, TEXT_HOLE);
    Str word = str_head(template, end < 0 ? template.len : end);
    if (hole < 0 || hole >= word.len)
        return s;
    if (end < 0)
        return word;
    Str rest = str_from(s, hole + 1);
    iz next = str_find_u8(rest, TEXT_HOLE);
    Str known = str_head(rest, next < 0 ? rest.len : next);
    for (iz k = 1; k <= word.len; k++)
        if (str_eq(str_from(word, word.len - k), str_head(known, k)))
            return str_cat3(a, word, HOLE, str_from(rest, known.len));
    return str_cat3(a, word, HOLE, rest);
}

/* The fields of an ARN in the code: an unknown partition, region or account is that of the place, an unknown service that of the
 * template. Ends with `more` text to come. */
static void write_fields(Buf *out, Arena *a, Str template, const Str *f, Place place, bool more)
{
    Str t[FIELDS];
    const Str usual[FIELDS] = {{0}, place.partition, {0}, place.region, place.account, {0}};
    split(open_text(a, template), t);
    for (int i = 0; i < FIELDS; i++) {
        Str s = usual[i].len && all_holes(f[i]) ? usual[i] : f[i];
        if (i == F_RESOURCE && more && str_ends(s, S(":*")))
            s.len -= 2;
        if (i == F_SERVICE && !text_known(s))
            s = t[i];
        if (i == F_RESOURCE)
            s = with_word(a, t[i], s);
        if (i)
            buf_u8(out, ':');
        arn_value_text(out, a, s);
    }
}

static const BoundText *value_of(const ArnVariables *vars, Str variable)
{
    for (iz i = 0; i < vars->n; i++)
        if (str_eq(vars->v[i].variable, variable))
            return &vars->v[i].value;
    return 0;
}

static void note(Arena *a, NeedValues *values, Str variable, const BoundText *b)
{
    if (values)
        *vec_push(a, values) = (NeedValue){variable, b->path, b->text, b->origin};
}

/* A whole ARN is given by an argument that does not start as one. With a single variable at the end of the template: its value. */
static Str tail_value(Arena *a, Str template, Str text)
{
    StrVec vars = arn_variables(a, template);
    if (vars.n != 1 || !str_ends(template, S("}")))
        return (Str){0};
    iz at = str_find(template, str_cat3(a, S("${"), vars.v[0], S("}")));
    if (at <= 0)
        return (Str){0};
    if (text.s[0] == TEXT_HOLE) {
        iz i = str_rfind_u8(text, template.s[at - 1]);
        if (i >= 0) /* the unknown text may hold a part of a path, if the variable is one */
            text = str_ends(vars.v[0], S("Path")) ? str_cat(a, HOLE, str_from(text, i + 1)) : str_from(text, i + 1);
    }
    return text;
}

/* Writes the rest of a template, variables filled. True when one got a value. */
static bool write_rest(Buf *out, Arena *a, Str rest, int field, const ArnVariables *vars, Place place, NeedValues *values)
{
    Str text, variable;
    bool bound = false;
    while (next_part(&rest, &text, &variable, &field)) {
        buf_str(out, text);
        if (!variable.len)
            continue;
        const BoundText *b = value_of(vars, variable);
        if (is_placed(variable, field)) {
            u8 c = variable.s[0];
            arn_text(out, c == 'P' ? place.partition : c == 'R' ? place.region : place.account);
        } else if (b && b->state == PATH_VALUE) {
            arn_text(out, b->text);
            if (!all_holes(b->text)) {
                note(a, values, variable, b);
                bound = true;
            }
        } else {
            arn_text(out, HOLE);
        }
    }
    return bound;
}

/* The start of the template up to and including a variable whose argument is an ARN of that kind. */
static bool write_start(Buf *out, Arena *a, Str *template, int *field, const ArnVariables *vars, Place place, NeedValues *values,
                        bool *other)
{
    Str rest = *template, text, variable, f[FIELDS];
    int at = 0;
    bool found = false;
    BoundText whole = {0};
    Str whose = {0}, after = {0};
    while (next_part(&rest, &text, &variable, &at)) {
        const BoundText *b = variable.len ? value_of(vars, variable) : 0;
        if (!b || b->state != PATH_VALUE || !str_starts(b->raw, S("arn:")) || at != F_RESOURCE || is_placed(variable, at))
            continue;
        if (found && !str_eq(b->raw, whole.raw))
            break;
        if (!split(b->raw, f) || !fits(a, str_head(*template, template->len - rest.len), f)) {
            *other |= !found;
            continue;
        }
        /* one ARN may give several variables: the last that it reaches */
        found = true;
        whole = *b;
        whose = variable;
        after = text_known(b->raw) && fits(a, *template, f) ? (Str){0} : rest;
        *field = at;
    }
    if (!found || !split(whole.raw, f))
        return false;
    write_fields(out, a, str_head(*template, template->len - after.len), f, place, after.len > 0);
    whole.text = whole.raw;
    note(a, values, whose, &whole);
    *template = after;
    return true;
}

/* Runs of `*` are one. Changes the text in place. */
static Str one_star(Str s)
{
    u8 *p = (u8 *)s.s;
    iz n = 0;
    for (iz i = 0; i < s.len; i++)
        if (p[i] != '*' || !n || p[n - 1] != '*')
            p[n++] = p[i];
    return (Str){p, n};
}

ArnFit arn_fill(Arena *a, const Table *t, Str template, const ArnVariables *vars, Place place, Str *out, NeedValues *values)
{
    static const ArnVariables none;
    const BoundText *b = value_of(vars, S("Region"));
    Buf buf = {.a = a};
    ArnFit fit = ARN_OPEN;
    ArnVariables one = {0};
    bool other = false;
    int field = 0;
    Str f[FIELDS];

    if (b && b->state == PATH_VALUE && text_known(b->text) && partition_of(t, b->text).len) {
        Str account = place.account;
        place = place_of(t, b->text, (Str){0});
        place.account = account;
        note(a, values, S("Region"), b);
    }
    b = value_of(vars, S("Account"));
    bool elsewhere = b && b->state == PATH_VALUE && !b->path.len && all_holes(b->text); /* Account="*": an ARN may be of another one */
    if (b && b->state == PATH_VALUE && account_valid(b->text)) {
        place.account = b->text;
        note(a, values, S("Account"), b);
    }

    b = value_of(vars, S("arn"));
    if (b && b->state == PATH_VALUE) {
        Str name;
        if (str_starts(b->text, S("arn:"))) {
            if (split(b->text, f) && fits(a, template, f)) {
                if (elsewhere)
                    place.account = HOLE;
                write_fields(&buf, a, template, f, place, false);
                note(a, values, S("arn"), b);
                *out = one_star(buf_done(&buf));
                return ARN_BOUND;
            }
            other = true;
            vars = &none;
        } else if ((name = tail_value(a, template, b->text)).len) {
            BoundText part = *b;
            part.text = name;
            *vec_push(a, &one) = (ArnVariable){arn_variables(a, template).v[0], part};
            vars = &one;
        }
    } else if (write_start(&buf, a, &template, &field, vars, place, values, &other)) {
        fit = ARN_BOUND;
    } else if (other) {
        vars = &none;
    }
    if (write_rest(&buf, a, template, field, vars, place, values))
        fit = ARN_BOUND;
    *out = one_star(buf_done(&buf));
    int colons = 0;
    for (iz i = 0; i < out->len; i++)
        colons += out->s[i] == ':';
    if (colons < FIELDS - 1)
        *out = S("*");
    return other ? ARN_OTHER : fit;
}
