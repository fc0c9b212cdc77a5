/* rules.c: parser of the rule language; see rules.h. Recursive descent over one line of text. */
#include "rules.h"

typedef struct {
    Arena *a;
    Str all;
    iz at;
    Str *error;
} Parser;

static bool fail(Parser *p, const char *what)
{
    if (!p->error->len) {
        Buf b = {.a = p->a};
        buf_str(&b, str_c(what));
        buf_str(&b, S(" at column "));
        buf_int(&b, p->at + 1);
        buf_str(&b, S(" of \""));
        buf_str(&b, p->all);
        buf_str(&b, S("\""));
        *p->error = buf_done(&b);
    }
    return false;
}

static u8 peek(const Parser *p)
{
    return p->at < p->all.len ? p->all.s[p->at] : 0;
}

static void blanks(Parser *p)
{
    while (peek(p) == ' ')
        p->at++;
}

static bool eat(Parser *p, u8 c)
{
    blanks(p);
    if (peek(p) != c)
        return false;
    p->at++;
    return true;
}

static bool expect(Parser *p, u8 c)
{
    char what[] = "expected ' '";
    what[10] = (char)c;
    return eat(p, c) || fail(p, what);
}

static bool word_char(u8 c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '@';
}

static Str word(Parser *p)
{
    blanks(p);
    iz from = p->at;
    while (word_char(peek(p)))
        p->at++;
    return (Str){p->all.s + from, p->at - from};
}

/* A path up to the first byte that cannot be in one. */
static bool path(Parser *p, RulePath *out)
{
    *out = (RulePath){0};
    blanks(p);
    iz from = p->at;
    do {
        Str name = word(p);
        if (!name.len)
            return fail(p, "expected a member name");
        *vec_push(p->a, &out->steps) = (PathStep){STEP_FIELD, name, {p->all.s + from, p->at - from}};
        while (peek(p) == '[' || peek(p) == '{') {
            Str rest = str_from(p->all, p->at);
            StepKind kind = STEP_ITEMS;
            if (str_starts(rest, S("[]"))) {
                p->at += 2;
            } else if (str_starts(rest, S("{}"))) {
                kind = STEP_VALUES;
                p->at += 2;
            } else if (str_starts(rest, S("{keys}"))) {
                kind = STEP_KEYS;
                p->at += 6;
            } else {
                return fail(p, "expected [], {} or {keys}");
            }
            *vec_push(p->a, &out->steps) = (PathStep){kind, {0}, {p->all.s + from, p->at - from}};
        }
    } while (peek(p) == '.' && (p->at++, true));
    out->text = (Str){p->all.s + from, p->at - from};
    return true;
}

/* A value: "quoted" or bare up to `,` or `)`. */
static bool value(Parser *p, Str *out)
{
    blanks(p);
    if (peek(p) == '"') {
        Str rest = str_from(p->all, p->at + 1);
        iz end = str_find_u8(rest, '"');
        if (end < 0)
            return fail(p, "no closing quote");
        *out = str_head(rest, end);
        p->at += end + 2;
        return true;
    }
    iz from = p->at;
    while (p->at < p->all.len && peek(p) != ',' && peek(p) != ')')
        p->at++;
    *out = str_trim((Str){p->all.s + from, p->at - from});
    return out->len || fail(p, "expected a value");
}

static const When *disjunction(Parser *p, int depth);

static const When *node(Parser *p, WhenKind kind, const When *x, const When *y)
{
    When *w = new(p->a, When, 1);
    w->kind = kind;
    w->x = x;
    w->y = y;
    return w;
}

static const struct {
    Str name;
    WhenKind kind;
    int values; /* 0, 1 or any number (-1) */
} tests[] = {
    {S_INIT("eq"), WHEN_EQ, 1},         {S_INIT("false"), WHEN_FALSE, 0},   {S_INIT("has"), WHEN_HAS, 0},
    {S_INIT("imatch"), WHEN_IMATCH, 1}, {S_INIT("in"), WHEN_EQ, -1},        {S_INIT("match"), WHEN_MATCH, 1},
    {S_INIT("prefix"), WHEN_PREFIX, 1}, {S_INIT("suffix"), WHEN_SUFFIX, 1}, {S_INIT("true"), WHEN_TRUE, 0},
};

static const When *test(Parser *p, Str name)
{
    for (iz i = 0; i < COUNTOF(tests); i++) {
        if (!str_eq(tests[i].name, name))
            continue;
        When *w = new(p->a, When, 1);
        w->kind = tests[i].kind;
        if (!expect(p, '(') || !path(p, &w->path))
            return 0;
        while (eat(p, ','))
            if (!value(p, vec_push(p->a, &w->values)))
                return 0;
        if (!expect(p, ')'))
            return 0;
        if (tests[i].values >= 0 ? w->values.n != tests[i].values : !w->values.n)
            return fail(p, "wrong number of values"), (const When *)0;
        return w;
    }
    fail(p, "unknown test");
    return 0;
}

static const When *way(Parser *p)
{
    When *w = new(p->a, When, 1);
    w->kind = WHEN_VIA;
    return expect(p, '(') && value(p, vec_push(p->a, &w->values)) && expect(p, ')') ? w : 0;
}

static const When *primary(Parser *p, int depth)
{
    if (depth > 40) {
        fail(p, "too deep");
        return 0;
    }
    if (eat(p, '(')) {
        const When *w = disjunction(p, depth + 1);
        return w && expect(p, ')') ? w : 0;
    }
    Str name = word(p);
    if (str_eq(name, S("not"))) {
        const When *w = primary(p, depth + 1);
        return w ? node(p, WHEN_NOT, w, 0) : 0;
    }
    if (str_eq(name, S("sure"))) {
        if (!expect(p, '('))
            return 0;
        const When *w = disjunction(p, depth + 1);
        return w && expect(p, ')') ? node(p, WHEN_SURE, w, 0) : 0;
    }
    return str_eq(name, S("via")) ? way(p) : test(p, name);
}

static bool keyword(Parser *p, Str name)
{
    iz from = p->at;
    if (str_eq(word(p), name))
        return true;
    p->at = from;
    return false;
}

static const When *conjunction(Parser *p, int depth)
{
    const When *w = primary(p, depth);
    while (w && keyword(p, S("and"))) {
        const When *y = primary(p, depth);
        w = y ? node(p, WHEN_AND, w, y) : 0;
    }
    return w;
}

static const When *disjunction(Parser *p, int depth)
{
    const When *w = conjunction(p, depth);
    while (w && keyword(p, S("or"))) {
        const When *y = conjunction(p, depth);
        w = y ? node(p, WHEN_OR, w, y) : 0;
    }
    return w;
}

bool rule_parse_when(Arena *a, Str text, const When **out, Str *error)
{
    static const When always = {.kind = WHEN_ALWAYS};
    Parser p = {a, text, 0, error};
    *error = (Str){0};
    if (!text.len || str_eq(text, S("-"))) {
        *out = &always;
        return true;
    }
    *out = disjunction(&p, 0);
    if (!*out)
        return false;
    blanks(&p);
    return p.at == text.len || fail(&p, "unexpected text");
}

static const BindSource *alternatives(Parser *p, int depth);

static const struct {
    Str name;
    SourceKind kind;
    int sources;   /* how many; -1: one or more */
    bool with_text;
} functions[] = {
    {S_INIT("after"), SRC_AFTER, 1, true},   {S_INIT("before"), SRC_BEFORE, 1, true}, {S_INIT("cat"), SRC_CAT, -1, false},
    {S_INIT("first"), SRC_FIRST, 1, true},   {S_INIT("last"), SRC_LAST, 1, true},    {S_INIT("like"), SRC_LIKE, 1, true},
    {S_INIT("lower"), SRC_LOWER, 1, false},  {S_INIT("sql"), SRC_SQL, 1, false},     {S_INIT("sqlname"), SRC_SQLNAME, 1, false},
    {S_INIT("map"), SRC_MAP, 1, false},      {S_INIT("trim"), SRC_TRIM, 1, true},     {S_INIT("unlike"), SRC_UNLIKE, 1, true},
    {S_INIT("uri"), SRC_URI, 0, false},
};

/* A literal: `*` and `?` become the bytes that stand for unknown text. */
static Str literal(Arena *a, Str s)
{
    s = str_dup(a, s);
    for (iz i = 0; i < s.len; i++) {
        u8 *c = (u8 *)s.s + i;
        *c = *c == '*' ? TEXT_HOLE : *c == '?' ? 0xfe : *c;
    }
    return s;
}

static const BindSource *source(Parser *p, int depth)
{
    BindSource *s = new(p->a, BindSource, 1);
    if (depth > 20) {
        fail(p, "too deep");
        return 0;
    }
    blanks(p);
    if (peek(p) == '"') {
        s->kind = SRC_LITERAL;
        if (!value(p, &s->text))
            return 0;
        s->text = literal(p->a, s->text);
        return s;
    }
    iz from = p->at;
    Str name = word(p);
    if (peek(p) != '(') {
        p->at = from;
        s->kind = SRC_PATH;
        return path(p, &s->path) ? s : 0;
    }
    p->at++;
    if (str_eq(name, S("keys"))) {
        s->kind = SRC_PATH;
        if (!path(p, &s->path) || !expect(p, ')'))
            return 0;
        *vec_push(p->a, &s->path.steps) = (PathStep){STEP_KEYS, {0}, s->path.text};
        return s;
    }
    for (iz i = 0; i < COUNTOF(functions); i++) {
        if (!str_eq(functions[i].name, name))
            continue;
        int want = functions[i].sources;
        s->kind = functions[i].kind;
        for (int k = 0; want < 0 ? k == 0 || eat(p, ',') : k < want; k++) {
            const BindSource *x = alternatives(p, depth + 1);
            if (!x)
                return 0;
            *vec_push(p->a, &s->of) = x;
        }
        if (functions[i].with_text && (!expect(p, ',') || !value(p, &s->text)))
            return 0;
        while (s->kind == SRC_MAP && eat(p, ','))
            if (!value(p, vec_push(p->a, &s->pairs)))
                return 0;
        if (s->kind == SRC_MAP && (!s->pairs.n || s->pairs.n % 2)) {
            fail(p, "map needs pairs of values");
            return 0;
        }
        return expect(p, ')') ? s : 0;
    }
    fail(p, "unknown function");
    return 0;
}

static const BindSource *alternatives(Parser *p, int depth)
{
    const BindSource *x = source(p, depth);
    if (!x || peek(p) != '|')
        return x;
    BindSource *alt = new(p->a, BindSource, 1);
    alt->kind = SRC_ALT;
    *vec_push(p->a, &alt->of) = x;
    while (peek(p) == '|') {
        p->at++;
        if (!(x = source(p, depth)))
            return 0;
        *vec_push(p->a, &alt->of) = x;
    }
    return alt;
}

bool rule_parse_bind(Arena *a, Str text, Binds *out, Str *error)
{
    Parser p = {a, text, 0, error};
    *error = (Str){0};
    *out = (Binds){0};
    if (str_eq(text, S("-")))
        return true;
    for (blanks(&p); p.at < text.len; blanks(&p)) {
        Bind b = {0};
        b.variable = word(&p);
        if (!b.variable.len)
            return fail(&p, "expected a variable");
        if (peek(&p) != '=')
            return fail(&p, "expected '='");
        p.at++;
        b.source = alternatives(&p, 0);
        if (!b.source)
            return false;
        if (p.at < text.len && peek(&p) != ' ')
            return fail(&p, "unexpected text");
        *vec_push(a, out) = b;
    }
    return true;
}

bool rule_parse_path(Arena *a, Str text, RulePath *out, Str *error)
{
    Parser p = {a, text, 0, error};
    *error = (Str){0};
    return path(&p, out) && (p.at == text.len || fail(&p, "unexpected text"));
}

void when_paths(const When *w, void (*visit)(const RulePath *, void *), void *with)
{
    if (!w)
        return;
    if (w->path.steps.n)
        visit(&w->path, with);
    when_paths(w->x, visit, with);
    when_paths(w->y, visit, with);
}

void source_paths(const BindSource *s, void (*visit)(const RulePath *, void *), void *with)
{
    if (s->kind == SRC_PATH)
        visit(&s->path, with);
    for (iz i = 0; i < s->of.n; i++)
        source_paths(s->of.v[i], visit, with);
}
