/* options.c: parsing of the command line by the tables of the subcommands. See options.h. */
#include "options.h"

#include <string.h>

/* The option of that name or, without a name, of that letter. */
static const Option *find(const Command *cmd, Str name, u8 letter)
{
    for (const OptionGroup *g = cmd->groups; *g; g++)
        for (const Option *o = *g; o->name; o++)
            if (letter ? o->letter == (char)letter : str_eq(str_c(o->name), name))
                return o;
    return 0;
}

/* The option whose name is nearest, or null. */
static const Option *nearest(const Command *cmd, Str name)
{
    const Option *best = 0;
    int least = name.len > 8 ? 4 : 3;
    for (const OptionGroup *g = cmd->groups; *g; g++)
        for (const Option *o = *g; o->name; o++) {
            int d = str_distance(str_c(o->name), name, least);
            if (d > 2 && name.len > 2 && str_starts(str_c(o->name), name))
                d = 2;
            if (d < least) {
                least = d;
                best = o;
            }
        }
    return best;
}

const Command *command_find(Str name)
{
    for (const Command *const *c = commands; *c; c++)
        if (str_eq(str_c((*c)->name), name))
            return *c;
    return 0;
}

Str command_nearest(Str name)
{
    Str best = {0};
    int least = 4;
    for (const Command *const *c = commands; *c; c++) {
        Str n = str_c((*c)->name);
        int d = str_distance(n, name, least);
        if (d > 3 && name.len > 2 && str_starts(n, name))
            d = 3;
        if (d < least && !((*c)->flags & OPTION_HIDDEN)) {
            least = d;
            best = n;
        }
    }
    return best;
}

Str args_get(const Args *args, OptId id, Str dflt)
{
    const StrVec *v = &args->value[id];
    return v->n ? v->v[v->n - 1] : dflt;
}

typedef struct {
    Arena *a;
    const Command *cmd;
    const StrVec *words;
    iz next; /* word to read next */
    Args *out;
    Str error, hint;
} Parser;

static void fail(Parser *p, Str what, Str subject, Str rest)
{
    Buf b = {.a = p->a};
    buf_str(&b, what);
    buf_str(&b, S(" '"));
    buf_str(&b, subject);
    buf_u8(&b, '\'');
    buf_str(&b, rest);
    p->error = buf_done(&b);
}

/* "--name" or "-n" as the user wrote it. */
static Str shown(Parser *p, const Option *o, bool letter)
{
    if (letter)
        return str_cat3(p->a, S("-"), (Str){(const u8 *)&o->letter, 1}, (Str){0});
    return str_cat(p->a, S("--"), str_c(o->name));
}

static bool is_value(Str word)
{
    return word.len == 0 || word.s[0] != '-' || word.len == 1;
}

static bool legal(Parser *p, const Option *o, Str value, Str name)
{
    if (!o->choices || o->choices[0] == '@')
        return true;
    Str rest = str_c(o->choices), c;
    while (str_cut(&rest, ' ', &c))
        if (str_eq(c, value))
            return true;
    Buf b = {.a = p->a};
    buf_str(&b, S(" for "));
    buf_str(&b, name);
    buf_str(&b, S(" (one of: "));
    buf_str(&b, str_c(o->choices));
    buf_u8(&b, ')');
    fail(p, S("invalid value"), value, buf_done(&b));
    return false;
}

static void add(Parser *p, const Option *o, Str value, Str name)
{
    if (legal(p, o, value, name))
        *(Str *)vec_push(p->a, &p->out->value[o->id]) = value;
}

/* One option; `joined` is the text after `=` or after the letter, when there is any. */
static void take(Parser *p, const Option *o, Str name, bool has_joined, Str joined)
{
    int before = p->out->seen[o->id]++;
    bool word_next = p->next < p->words->n && is_value(p->words->v[p->next]);
    if (o->flags & OPTION_LATER) {
        fail(p, S("option"), name, S(" is not available in this version"));
        return;
    }
    switch ((ValueKind)o->kind) {
    case VALUE_NONE:
        if (has_joined)
            fail(p, S("option"), name, S(" takes no value"));
        return;
    case VALUE_ONE:
        if (before) {
            fail(p, S("option"), name, S(" is given twice"));
            return;
        }
        break;
    case VALUE_OPTIONAL:
        if (!has_joined && !word_next)
            return;
        break;
    case VALUE_EACH:
    case VALUE_MANY:
        break;
    }
    if (has_joined) {
        add(p, o, joined, name);
        return;
    }
    if (!word_next) {
        fail(p, S("option"), name, str_cat3(p->a, S(" needs a value ("), str_c(o->value), S(")")));
        return;
    }
    do
        add(p, o, p->words->v[p->next++], name);
    while (o->kind == VALUE_MANY && !p->error.len && p->next < p->words->n && is_value(p->words->v[p->next]));
}

static void long_option(Parser *p, Str word)
{
    iz eq = str_find_u8(word, '=');
    Str name = str_from(eq < 0 ? word : str_head(word, eq), 2);
    const Option *o = find(p->cmd, name, 0);
    if (o) {
        take(p, o, shown(p, o, false), eq >= 0, str_from(word, eq + 1));
        return;
    }
    fail(p, S("unknown option"), eq < 0 ? word : str_head(word, eq), (Str){0});
    const Option *near = nearest(p->cmd, name);
    if (near)
        p->hint = shown(p, near, false);
}

static void short_options(Parser *p, Str word)
{
    for (iz i = 1; i < word.len && !p->error.len; i++) {
        const Option *o = find(p->cmd, (Str){0}, word.s[i]);
        if (!o) {
            fail(p, S("unknown option"), str_cat(p->a, S("-"), (Str){word.s + i, 1}), (Str){0});
            return;
        }
        Str rest = str_from(word, i + 1);
        bool joined = rest.len && (o->kind != VALUE_NONE || rest.s[0] == '=');
        if (joined && rest.s[0] == '=')
            rest = str_from(rest, 1);
        take(p, o, shown(p, o, true), joined, rest);
        if (joined)
            return;
    }
}

bool args_parse(Arena *a, const Command *cmd, const StrVec *words, Args *out, Str *error, Str *hint)
{
    Parser p = {.a = a, .cmd = cmd, .words = words, .out = out};
    bool only_inputs = false;
    memset(out, 0, sizeof *out);
    out->cmd = cmd;
    while (p.next < words->n && !p.error.len) {
        Str w = words->v[p.next++];
        if (!only_inputs && str_eq(w, S("--")))
            only_inputs = true;
        else if (only_inputs || is_value(w))
            *(Str *)vec_push(a, &out->inputs) = w;
        else if (w.s[1] == '-')
            long_option(&p, w);
        else
            short_options(&p, w);
        if (out->seen[OPT_HELP])
            return true;
    }
    if (!p.error.len && out->inputs.n < cmd->min_inputs)
        p.error = str_cat3(a, S("missing argument "), str_c(cmd->inputs), (Str){0});
    if (!p.error.len && cmd->max_inputs >= 0 && out->inputs.n > cmd->max_inputs)
        fail(&p, S("unexpected argument"), out->inputs.v[cmd->max_inputs], (Str){0});
    *error = p.error;
    *hint = p.hint;
    return !p.error.len;
}
