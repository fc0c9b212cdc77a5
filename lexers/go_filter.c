/* go_filter.c: decisions about Go tokens that need a memory of open brackets or a look ahead, so that the grammar has no conflicts.
 *
 * - { behind the header of if, for, switch, select begins the body (GO_LBODY), unless the header is inside a literal type or a func type
 *   there ("for _, x := range []T{…} {"): a bare type name never takes a literal in a header (spec, Composite literals).
 * - [ behind the name in a type declaration begins type parameters (GO_TBRACKET) or an array type.
 * - func begins a declaration (GO_FUNCDECL) at the start of a statement outside all braces; a declaration inside braces, or at the margin
 *   inside parentheses, means that one was never closed (GO_RESET).
 * - chan<- and <-chan are GO_CHAN.
 * - Brackets deeper than FACTS_MAX_DEPTH are emptied (GO_DEEP).
 */
#include "lexers/go.h"

enum { KIND = 3, PAREN = 0, BRACKET = 1, BRACE = 2, TYPE_GROUP = 4, HEADER = 8, PEND_SHIFT = 4, FUNC_SEEN = 64 };
enum { PEND_NONE, PEND_LITERAL, PEND_FUNC };
enum { LOOK_AHEAD = 256 };

void go_filter_init(GoFilter *g, Lexer lx, Arena *arena)
{
    *g = (GoFilter){.lx = lx, .arena = arena, .prev = T_SEP, .prev2 = T_SEP};
}

static void push(GoFilter *g, int kind)
{
    *vec_push(g->arena, &g->open) =
        (u8)(kind | (g->header ? HEADER : 0) | g->pend << PEND_SHIFT | (g->func ? FUNC_SEEN : 0));
    g->header = g->pend = g->func = 0;
}

static void restore(GoFilter *g, iz n)
{
    u8 x = g->open.v[n];
    g->open.n = n;
    g->header = (x & HEADER) != 0;
    g->pend = x >> PEND_SHIFT & 3;
    g->func = (x & FUNC_SEEN) != 0;
}

/* A closing bracket closes what it matches. } also closes parentheses that were left open; ) and ] never close a {. */
static void pop(GoFilter *g, int kind)
{
    for (iz i = g->open.n; i-- > 0;) {
        int k = g->open.v[i] & KIND;
        if (k == kind) {
            restore(g, i);
            return;
        }
        if (k == BRACE)
            return;
    }
}

void go_filter_cut(GoFilter *g, iz n)
{
    if (g->open.n > n)
        g->open.n = n;
    g->header = g->pend = g->func = 0;
}

bool go_filter_brace_beyond(const GoFilter *g, iz n)
{
    for (iz i = g->open.n; i-- > n;)
        if ((g->open.v[i] & KIND) == BRACE)
            return true;
    return false;
}

static int peek(const GoFilter *g)
{
    Lexer lx = g->lx;
    Token t;
    return go_lex(&lx, &t);
}

static int bracket_step(int kind)
{
    switch (kind) {
    case T_LPAREN: case T_LBRACKET: case T_LBRACE:
        return 1;
    case T_RPAREN: case T_RBRACKET: case T_RBRACE:
        return -1;
    }
    return 0;
}

/* Behind "func": does a declaration follow, "Name" or "(receiver) Name("? */
static bool declares(const GoFilter *g)
{
    Lexer lx = g->lx;
    Token t;
    int k = go_lex(&lx, &t);
    if (k == T_IDENT)
        return true;
    if (k != T_LPAREN)
        return false;
    for (int i = 0, depth = 1; i < LOOK_AHEAD && depth > 0; i++) {
        k = go_lex(&lx, &t);
        depth += bracket_step(k);
        if (k == T_END || k == T_SEP)
            return false;
    }
    return go_lex(&lx, &t) == T_IDENT && go_lex(&lx, &t) == T_LPAREN;
}

/* Behind "type Name [": type parameters, or the length of an array? */
static bool type_params(const GoFilter *g)
{
    Lexer lx = g->lx;
    Token t;
    if (go_lex(&lx, &t) != T_IDENT)
        return false;
    int k = go_lex(&lx, &t);
    switch (k) {
    case T_IDENT: case T_LBRACKET: case T_COMMA: case GO_TILDE: case GO_MAP: case GO_CHAN: case GO_FUNC: case GO_INTERFACE:
    case GO_STRUCT: case GO_ARROW:
        return true;
    case GO_STAR: case T_LPAREN:
        break;
    default:
        return false;
    }
    /* [P *C] and [P (C)] are array lengths, unless a comma or a constraint shows what is meant. */
    for (int i = 0, depth = bracket_step(k); i < LOOK_AHEAD; i++) {
        k = go_lex(&lx, &t);
        depth += bracket_step(k);
        if (depth < 0 || k == T_END)
            return false;
        if ((k == T_COMMA && depth == 0) || k == GO_TILDE || k == GO_INTERFACE || k == GO_STRUCT || k == GO_MAP || k == GO_CHAN ||
            k == GO_FUNC)
            return true;
    }
    return false;
}

static bool ends_operand(int kind)
{
    switch (kind) {
    case T_IDENT: case T_STRING: case T_NUMBER: case GO_RUNE: case T_RPAREN: case T_RBRACKET: case T_RBRACE:
        return true;
    }
    return false;
}

static bool in_type_group(const GoFilter *g)
{
    return g->open.n > 0 && (g->open.v[g->open.n - 1] & TYPE_GROUP);
}

static void opener(GoFilter *g, Token *t)
{
    int kind = PAREN;
    switch (t->kind) {
    case T_LPAREN:
        if (g->prev == GO_TYPE)
            kind = PAREN | TYPE_GROUP;
        else if (g->pend == PEND_LITERAL && !g->func)
            g->pend = PEND_NONE; /* []T(x): a conversion */
        break;
    case T_LBRACKET:
        kind = BRACKET;
        if (g->header && !g->pend && !ends_operand(g->prev))
            g->pend = PEND_LITERAL;
        if (g->prev == T_IDENT &&
            (g->prev2 == GO_TYPE || ((g->prev2 == T_SEP || g->prev2 == T_LPAREN) && in_type_group(g))) && type_params(g))
            t->kind = GO_TBRACKET;
        break;
    default:
        kind = BRACE;
        if (!g->header || g->prev == GO_STRUCT || g->prev == GO_INTERFACE)
            break;
        if (!g->pend) {
            t->kind = GO_LBODY;
            g->header = 0;
        }
        g->pend = PEND_NONE;
        g->func = 0;
        break;
    }
    push(g, kind);
    t->sub = (u16)g->open.n;
    if (g->open.n > FACTS_MAX_DEPTH)
        g->deep = true;
}

static bool at_line_start(const GoFilter *g, Token t)
{
    return t.off == 0 || g->lx.src->text.s[t.off - 1] == '\n';
}

/* Passes over the inside of the bracket that was just opened; when nothing closes it, up to the next declaration of a function. */
static bool skip_inside(GoFilter *g, Token *t)
{
    Lexer lx = g->lx;
    Token x;
    u32 from = (u32)(lx.cur - lx.src->text.s);
    for (iz depth = 1; depth > 0;) {
        g->lx = lx;
        int k = go_lex(&lx, &x);
        if (k == T_END)
            break;
        depth += bracket_step(k);
        if (k == GO_FUNC && at_line_start(g, x)) {
            Lexer before = g->lx;
            g->lx = lx;
            bool stop = declares(g);
            g->lx = before;
            if (stop)
                break;
        }
    }
    g->deep = false;
    g->lx.state = 0;
    g->prev2 = g->prev;
    g->prev = T_SEP;
    *t = (Token){.off = from, .len = x.off - from, .kind = GO_DEEP};
    return x.off > from;
}

void go_next(GoFilter *g, Token *t)
{
    if (g->deep && skip_inside(g, t))
        return;
    int k = go_lex(&g->lx, t);
    switch (k) {
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
        opener(g, t);
        break;
    case T_RPAREN:
        pop(g, PAREN);
        break;
    case T_RBRACKET:
        pop(g, BRACKET);
        break;
    case T_RBRACE:
        pop(g, BRACE);
        break;
    case GO_IF:
    case GO_FOR:
    case GO_SWITCH:
    case GO_SELECT:
        g->header = 1;
        g->pend = g->func = 0;
        break;
    case GO_MAP:
    case GO_STRUCT:
        if (g->header && !g->pend)
            g->pend = PEND_LITERAL;
        break;
    case GO_CHAN:
        if (peek(g) == GO_ARROW) {
            Token arrow;
            go_lex(&g->lx, &arrow);
        }
        break;
    case GO_ARROW:
        if (peek(g) == GO_CHAN) {
            Token chan;
            go_lex(&g->lx, &chan);
            t->kind = GO_CHAN;
        }
        break;
    case GO_FUNC:
        if (g->header) {
            if (!g->pend)
                g->pend = PEND_FUNC;
            else
                g->func = 1;
        }
        if (g->prev == T_SEP || g->prev == T_LBRACE || g->prev == T_RBRACE || g->prev == GO_LBODY) {
            if (g->open.n == 0)
                t->kind = GO_FUNCDECL;
            else if (declares(g))
                t->kind = GO_RESET;
        } else if (g->open.n && t->off && g->lx.src->text.s[t->off - 1] == '\n' && declares(g)) {
            t->kind = GO_RESET; /* at the margin, inside parentheses that were never closed */
        }
        break;
    case T_SEP:
    case T_COMMA:
    case T_ASSIGN:
    case GO_DEFINE:
    case GO_CMP:
    case GO_ANDAND:
    case GO_OROR:
    case GO_PLUS:
        g->pend = g->func = 0;
        break;
    case GO_MARKER:
        return; /* as if it were not there */
    default:
        break;
    }
    g->prev2 = g->prev;
    g->prev = t->kind;
}
