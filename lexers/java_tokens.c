/* java_tokens.c: a Java file as an array of tokens in which every opening bracket knows its end.
 *
 * A closing brace ends whatever is still open inside its own group, and a closing bracket or parenthesis never reaches out of a brace. A
 * semicolon ends parentheses, but those of for and try, and so does a brace behind a name. So a missing parenthesis costs its statement.
 * Closing brackets that close nothing are recorded and left out, and so is what the lexer did not understand.
 */
#include "java.h"

#include <string.h>

enum { MAX_MISSING = 64 }; /* so many closing brackets may be missing in front of one */

typedef struct {
    u32 *v; /* indexes of open brackets */
    iz n, cap;
    u32 braces; /* open braces among them */
} Open;

static void problem(Java *j, const Token *t)
{
    static const Str why[] = {S_INIT("character"), S_INIT("comment without end"), S_INIT("line left by a merge")};
    fact_unsupported(j->f, why[t->sub], t->off, t->off + t->len);
}

/* Closes with the token at `at` every open bracket above and including the innermost one of the given kind. False when there is none: for
 * parentheses and brackets none inside the innermost brace. */
static bool close(Java *j, Open *o, u16 kind, u32 at)
{
    iz k = o->n - 1, least = kind == T_LBRACE || k < MAX_MISSING ? 0 : k - MAX_MISSING;
    if (kind == T_LBRACE && !o->braces)
        return false;
    while (k >= least && J_KIND(j, o->v[k]) != kind && (kind == T_LBRACE || J_KIND(j, o->v[k]) != T_LBRACE))
        k--;
    if (k < least || J_KIND(j, o->v[k]) != kind)
        return false;
    while (o->n > k)
        j->match[o->v[--o->n]] = at;
    o->braces -= kind == T_LBRACE;
    return true;
}

/* Closes brackets that token `at` shows to have been forgotten. */
static void forgotten(Java *j, Open *o, u32 at)
{
    for (; o->n; o->n--) {
        u32 k = o->v[o->n - 1];
        u16 before = k ? J_KIND(j, k - 1) : 0;
        if (J_KIND(j, k) == T_LBRACE || before == J_FOR || before == J_TRY)
            return;
        j->match[k] = at;
    }
}

enum { AHEAD = 3 }; /* so many ends stand behind the end: nobody looks further ahead */

void java_tokens(Java *j)
{
    const Source *src = j->f->src;
    Lexer lx = {.src = src, .cur = src->text.s, .end = src->text.s + src->text.len};
    VEC(Token) v = {0};
    vec_room(j->scratch, &v, src->text.len / 6 + 64);
    Token t;
    bool quiet = false;
    while (java_lex(&lx, &t)) {
        bool bad = t.kind == T_ERROR;
        if (bad && !(quiet && t.sub == JE_CHARACTER))
            problem(j, &t);
        quiet = bad && t.sub == JE_CHARACTER; /* a run of bad characters is one problem */
        if (t.kind == T_STRING && t.sub == JS_OPEN)
            fact_unsupported(j->f, S("string without end"), t.off, t.off + t.len);
        if (!bad)
            *vec_add(j->scratch, &v) = t;
    }
    j->t = v.v;
    j->n = (u32)v.n;
    for (int k = 0; k <= AHEAD; k++)
        *vec_add(j->scratch, &v) = t;
    j->t = v.v;
    j->match = new(j->scratch, u32, j->n + 1);

    Open open = {0};
    u32 kept = 0;
    for (u32 i = 0; i < j->n; i++) {
        u16 k = j->t[i].kind;
        if (k == T_RPAREN || k == T_RBRACKET || k == T_RBRACE) {
            if (!close(j, &open, (u16)(k - 1), kept)) {
                fact_unsupported(j->f, S("closing bracket"), j->t[i].off, j->t[i].off + 1);
                continue;
            }
        } else if (k == T_SEP) {
            forgotten(j, &open, kept);
        } else if (k == T_LPAREN || k == T_LBRACKET || k == T_LBRACE) {
            if (k == T_LBRACE && kept && J_KIND(j, kept - 1) == T_IDENT)
                forgotten(j, &open, kept);
            *vec_push(j->scratch, &open) = kept;
            open.braces += k == T_LBRACE;
        }
        j->t[kept++] = j->t[i];
    }
    for (u32 k = 0; k <= AHEAD; k++)
        j->t[kept + k] = t;
    j->n = kept;
    while (open.n)
        j->match[open.v[--open.n]] = kept;
}

bool java_closed(const Java *j, u32 i)
{
    return J_KIND(j, j->match[i]) == J_KIND(j, i) + 1;
}

u32 java_past(const Java *j, u32 i)
{
    u16 k = J_KIND(j, i);
    if (k != T_LPAREN && k != T_LBRACKET && k != T_LBRACE)
        return i < j->n ? i + 1 : i;
    return j->match[i] + java_closed(j, i);
}

bool java_newline(const Java *j, u32 i)
{
    u32 from = i ? j->t[i - 1].off + j->t[i - 1].len : 0;
    return memchr(j->f->src->text.s + from, '\n', j->t[i].off - from) != 0;
}
