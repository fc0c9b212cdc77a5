/* dynamic.c: operations, paginators and waiters whose name the code computes: getattr(client, "list_" + kind), client[name](…),
 * client.get_waiter(name).
 *
 * A name of which a part is known stands for those that fit it, as long as they are few; the reader is told. A name of which nothing is known
 * gives nothing, and the reader is told that too: which permissions such a call needs only the program's input says. */
#include "emit.h"

enum {
    FITTING_MAX = 16, /* names that one pattern may stand for */
    SUBJECT_MAX = 60, /* bytes of source text in a message */
};

/* Whether s can be what the pattern stands for: holes are any run of characters. */
static bool text_fits(Str pattern, Str s)
{
    iz hole = str_find_u8(pattern, TEXT_HOLE);
    if (hole < 0)
        return str_eq(pattern, s);
    if (s.len < hole || !str_starts(s, str_head(pattern, hole)))
        return false;
    Str rest = str_from(pattern, hole + 1);
    for (s = str_from(s, hole);; s = str_from(s, 1)) {
        if (text_fits(rest, s))
            return true;
        if (!s.len)
            return false;
    }
}

/* The same for the name that an SDK gives to the operation's method. */
static bool method_fits(Str pattern, Str name, bool camel)
{
    u8 first = name.len ? name.s[0] : 0;
    if (!camel || first < 'A' || first > 'Z')
        return text_fits(pattern, name);
    if (pattern.len && pattern.s[0] == TEXT_HOLE) /* the hole may be the first letter */
        return text_fits(pattern, name) || text_fits(str_from(pattern, 1), str_from(name, 1));
    return pattern.len && pattern.s[0] == first + 32 && text_fits(str_from(pattern, 1), str_from(name, 1));
}

/* A letter or digit is known of it. */
static bool says_part(Str pattern)
{
    for (iz i = 0; i < pattern.len; i++)
        if (pattern.s[i] != TEXT_HOLE && pattern.s[i] != '_')
            return true;
    return false;
}

/* Rows of a table (operations, paginators, waiters) that the name fits; 0 of them: none, or too many. */
static u32 fitting(Project *p, TableId table, int column, bool camel, Str service, Str name, u32 rows[FITTING_MAX])
{
    Rows r = tbl_prefix(p->t, table, 1, service, (Str){0});
    u32 n = 0;
    if (!says_part(name))
        return 0;
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (method_fits(name, tbl_get(p->t, table, i, column), camel)) {
            if (n == FITTING_MAX)
                return 0;
            rows[n++] = i;
        }
    return n;
}

Values made_by_name(Project *p, bool pages, const Value *client, Str name)
{
    TableId table = pages ? TBL_paginator : TBL_waiter, index = pages ? IDX_paginator_by_method : IDX_waiter_by_method;
    u32 rows[FITTING_MAX], n = 0;
    Values out = {0};
    if (text_known(name)) {
        Rows r = tbl_find2(p->t, index, client->service, name);
        n = r.n > 0;
        rows[0] = n ? tbl_row(p->t, index, r.first) : 0;
    } else {
        n = fitting(p, table, pages ? paginator_method : waiter_method, false, client->service, name, rows);
    }
    for (u32 i = 0; i < n; i++) {
        Value *v = value_new(p->a, pages ? V_PAGINATOR : V_WAITER);
        v->service = client->service;
        v->sdk = client->sdk;
        v->region = client->region;
        v->text = text_known(name) ? (Str){0} : name;
        v->type = tbl_get(p->t, table, rows[i], pages ? paginator_operation : waiter_operation);
        out = values_union(p->a, out, values_one(p->a, v));
    }
    return out;
}

Values method_by_pattern(Project *p, const Value *recv, Str name, Site at)
{
    Value *m = value_new(p->a, V_METHOD);
    m->self = recv;
    m->text = name;
    m->site = at;
    return values_one(p->a, m);
}

void note_open_name(Drafts *d, Site at, bool some)
{
    if (!d->open_name || d->open_name_some) {
        d->open_name_at = at;
        d->open_name_some = some;
    }
    d->open_name = true;
}

void note_open_names(Project *p, Drafts *d, Values names, bool pages, const Value *client, Site at)
{
    for (i32 i = 0; i < names.n; i++)
        if (!text_known(value_text(names.v[i])))
            note_open_name(d, at, made_by_name(p, pages, client, value_text(names.v[i])).n > 0);
    if (names.open)
        note_open_name(d, at, false);
}

void perform_fitting(Project *p, Drafts *d, const Value *client, Str name, Value *args, Str via, Site at)
{
    u32 rows[FITTING_MAX], n = 0, kept = 0;
    Str style = verbs_of(p, client->sdk)->style;
    bool snake = str_eq(style, S("snake"));
    if (client->service.len)
        n = fitting(p, TBL_operation, snake ? operation_method : operation_name, str_eq(style, S("camel")), client->service, name, rows);
    for (u32 i = 0; i < n; i++) { /* only those that take these arguments */
        Draft x = {.sdk = client->sdk, .service = client->service, .args = args, .region = client->region, .via = via, .inferred = true};
        x.operation = tbl_get(p->t, TBL_operation, rows[i], operation_name);
        if (!draft_whole(p, &x))
            continue;
        *(Draft *)vec_push(p->a, d) = x;
        kept++;
    }
    note_open_name(d, at, kept > 0);
}

/* On one line, and not too long. */
static Str subject_of(Project *p, Str text)
{
    Buf b = {.a = p->result};
    for (iz i = 0; i < text.len && b.n < SUBJECT_MAX; i++) {
        bool blank = text.s[i] <= ' ';
        if (!blank)
            buf_u8(&b, text.s[i]);
        else if (b.n && b.v[b.n - 1] != ' ')
            buf_u8(&b, ' ');
    }
    return buf_done(&b);
}

void warn_text(Project *p, DiagCode code, Source *src, u32 off, Str text)
{
    if (!p->diags)
        return;
    Buf key = {.a = p->keep};
    buf_int(&key, code);
    buf_u8(&key, ',');
    buf_int(&key, off);
    buf_u8(&key, ',');
    buf_str(&key, src->path);
    i32 *told = map_at(p->keep, &p->told, buf_done(&key));
    if (*told < 0)
        diag_add(p->diags, code, src, off, subject_of(p, text));
    *told = 0;
}

void warn_at(Project *p, DiagCode code, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    warn_text(p, code, f->src, e->off, str_head(str_from(f->src->text, e->off), (iz)(e->end - e->off)));
}
