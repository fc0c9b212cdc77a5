/* python_line.c: tokens to logical lines. See python.h.
 *
 * While a line is read its brackets are matched, and words that mean different things are told apart by what stands around them, so that
 * the grammar needs no look-ahead: `for` in brackets marks a comprehension, the next `in` of the same bracket belongs to it and so does
 * every later `if`; `not in` and `is not` are one operator; `async`, `await`, `print`, `exec`, `type`, `match` become keywords where
 * nothing else makes sense.
 */
#include "python.h"

static PyTok *at(Py *p, iz i)
{
    return &p->toks.v[i];
}

static void push(Py *p, Token t)
{
    *vec_push(p->scratch, &p->toks) = (PyTok){.t = t};
}

static PyOpen *frame(Py *p)
{
    return &p->open.v[p->open.n - 1];
}

static u8 closer(int kind)
{
    return (u8)(kind == T_LPAREN ? T_RPAREN : kind == T_LBRACKET ? T_RBRACKET : T_RBRACE);
}

static void open_bracket(Py *p, Token t)
{
    push(p, t);
    *vec_push(p->scratch, &p->open) = (PyOpen){.tok = (u32)p->toks.n - 1, .close = closer(t.kind)};
}

static void close_bracket(Py *p, Token t)
{
    u32 open = frame(p)->tok;
    t.kind = frame(p)->close;
    push(p, t);
    at(p, p->toks.n - 1)->match = open;
    at(p, open)->match = (u32)p->toks.n - 1;
    p->open.n--;
}

/* A closing bracket: of the innermost open one, or of an outer one when those inside were forgotten, or of none. */
static void closing(Py *p, iz line, Token t)
{
    iz i = p->open.n - 1;
    while (i > line && p->open.v[i].close != t.kind)
        i--;
    if (i <= line) {
        p->why = S("bracket closed but not opened");
        return;
    }
    if (i < p->open.n - 1)
        p->why = S("bracket not closed");
    while (p->open.n - 1 > i)
        close_bracket(p, (Token){.off = t.off});
    close_bracket(p, t);
}

/* Whether the token at i is the first of a statement. */
static bool begins(Py *p, iz line, iz base, iz i)
{
    if (p->open.n - 1 != line)
        return false;
    return i == base || at(p, i - 1)->t.kind == T_SEP || at(p, i - 1)->t.kind == T_COLON;
}

static bool is_keyword(Token t)
{
    return (t.kind > P_HOLE && t.kind <= P_OR && !(t.kind == P_CONST && t.sub == SUB_ELLIPSIS)) ||
           (t.kind == P_CMP && (t.sub == SUB_IN || t.sub == SUB_IS));
}

static bool begins_operand(int kind)
{
    switch (kind) {
    case T_IDENT:
    case T_STRING:
    case T_NUMBER:
    case T_TEMPLATE:
    case P_CONST:
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
        return true;
    default:
        return false;
    }
}

/* A word that could be a name was a keyword after all, now that t follows it. */
static void soft_keyword(Py *p, iz line, iz base, Token *t)
{
    iz i = p->toks.n - 1;
    Token *prev = &at(p, i)->t;
    int before = i > base ? at(p, i - 1)->t.kind : T_SEP;
    if (before == T_DOT || before == P_DEF)
        return;
    switch (prev->sub) {
    case SUB_ASYNC:
        if (t->kind == P_DEF || t->kind == P_FOR || t->kind == P_WITH) {
            *t = (Token){.off = prev->off, .len = tok_end(*t) - prev->off, .kind = t->kind, .sub = SUB_ASYNC};
            p->toks.n--;
        }
        break;
    case SUB_AWAIT:
        if (begins_operand(t->kind))
            prev->kind = P_AWAIT;
        break;
    case SUB_PRINT: /* Python 2 */
        if ((begins_operand(t->kind) && t->kind != T_LPAREN && t->kind != T_LBRACKET) || t->kind == P_LAMBDA || t->kind == P_BTICK) {
            prev->kind = P_PRINT;
        } else if (t->kind == T_OP && t->sub == SUB_SHIFT && begins(p, line, base, i)) {
            prev->kind = P_PRINT;
            t->kind = PY_DROP;
        }
        break;
    case SUB_TYPE:
        if (t->kind == T_IDENT && begins(p, line, base, i))
            prev->kind = P_TYPE;
        break;
    default:
        break;
    }
}

/* Appends an ordinary token, relabelled. */
static void word(Py *p, iz line, iz base, Token t)
{
    if (p->toks.n > base) {
        Token *prev = &at(p, p->toks.n - 1)->t;
        if (prev->kind == T_DOT && is_keyword(t) && !(t.kind == P_IMPORT && at(p, base)->t.kind == P_FROM))
            t.kind = T_IDENT;
        else if (prev->kind == T_IDENT && prev->sub)
            soft_keyword(p, line, base, &t);
        else if (t.kind == P_NOT && prev->kind == P_CMP && prev->sub == SUB_IS)
            return;
        else if (t.kind == P_STAR && prev->kind == P_EXCEPT)
            return;
    }
    PyOpen *in = frame(p);
    switch (t.kind) {
    case P_FOR:
        in->await_in = true;
        in->comp = in->close != 0;
        if (in->close)
            at(p, in->tok)->t.sub = SUB_COMP;
        break;
    case P_IF:
        if (in->comp)
            t.kind = P_COMPIF;
        break;
    case P_CMP:
        if (t.sub != SUB_IN)
            break;
        if (in->await_in) {
            t.kind = P_FORIN;
            in->await_in = false;
        } else if (p->toks.n > base && at(p, p->toks.n - 1)->t.kind == P_NOT) {
            p->toks.n--;
        }
        break;
    default:
        break;
    }
    if (t.kind != PY_DROP)
        push(p, t);
}

static bool has_line_end(Str text, u32 from, u32 to)
{
    for (u32 i = from; i < to; i++)
        if (text.s[i] == '\n' || text.s[i] == '\r')
            return true;
    return false;
}

/* The line ended with open brackets. It is cut where the line of the outermost one ends, and the rest is read again as lines of their own;
 * what was open is closed. */
static void cut(Py *p, Lexer *lx, iz line, iz base)
{
    Str text = p->src->text;
    iz i = p->open.v[line + 1].tok;
    while (i + 1 < p->toks.n && !has_line_end(text, tok_end(at(p, i)->t), at(p, i + 1)->t.off))
        i++;
    iz again = lx->cur - text.s;
    if (i + 1 < p->toks.n)
        again -= at(p, i + 1)->t.off;
    p->why = S("bracket not closed");
    if (i + 1 < p->toks.n && p->rescanned + again < 4 * text.len + (1 << 20)) {
        p->rescanned += again;
        u32 off = at(p, i + 1)->t.off;
        while (off && text.s[off - 1] != '\n' && text.s[off - 1] != '\r')
            off--;
        lx->cur = text.s + off;
        p->toks.n = i + 1;
        /* what is open at the cut: match anew */
        p->open.n = line + 1;
        for (iz k = base; k < p->toks.n; k++) {
            Token t = at(p, k)->t;
            if (t.kind == T_LPAREN || t.kind == T_LBRACKET || t.kind == T_LBRACE)
                *vec_push(p->scratch, &p->open) = (PyOpen){.tok = (u32)k, .close = closer(t.kind)};
            else if ((t.kind == T_RPAREN || t.kind == T_RBRACKET || t.kind == T_RBRACE) && p->open.n > line + 1)
                p->open.n--;
        }
    }
    lx->depth = 0;
    lx->mark = 0;
    u32 end = tok_end(at(p, p->toks.n - 1)->t);
    while (p->open.n > line + 1)
        close_bracket(p, (Token){.off = end});
}

/* `with (a as b, c):`: brackets that only group. */
static void with_brackets(Py *p, iz base)
{
    if (at(p, base)->t.kind != P_WITH || at(p, base + 1)->t.kind != T_LPAREN || at(p, base + 1)->t.sub == SUB_COMP)
        return;
    u32 close = at(p, base + 1)->match;
    if (!close || at(p, close + 1)->t.kind != T_COLON)
        return;
    bool items = false;
    for (u32 i = (u32)base + 2; i < close; i++) {
        const PyTok *t = at(p, i);
        items = items || t->t.kind == T_COMMA || t->t.kind == P_AS;
        if (t->match > i)
            i = t->match;
    }
    if (!items)
        return;
    at(p, base + 1)->t.kind = PY_DROP;
    at(p, close)->t.kind = PY_DROP;
    if (at(p, close - 1)->t.kind == T_COMMA)
        at(p, close - 1)->t.kind = PY_DROP;
}

/* A token that reaches past the limit: a name that looked like the prefix of a string, as T in "List[T]". */
static int clip(Py *p, Token *t, u32 limit)
{
    t->len = limit - t->off;
    t->kind = T_IDENT;
    t->sub = 0;
    for (u32 i = t->off; i < limit; i++)
        if (!py_name_byte(p->src->text.s[i]))
            t->kind = T_ERROR;
    return t->kind;
}

bool py_line(Py *p, Lexer *lx, u32 limit)
{
    iz base = p->toks.n, line = p->open.n;
    u32 extra = 0; /* brackets open inside one that is too deep */
    int outer = lx->depth;
    bool more = true;
    Token t;
    *vec_push(p->scratch, &p->open) = (PyOpen){0};
    p->why = (Str){0};
    for (;;) {
        int kind = python_lex(lx, &t);
        if (kind == T_END || t.off >= limit) {
            more = false;
            break;
        }
        if (kind == T_SEP && t.sub) {
            if (p->toks.n == base)
                continue;
            break;
        }
        if (tok_end(t) > limit)
            kind = clip(p, &t, limit);
        bool opens = kind == T_LPAREN || kind == T_LBRACKET || kind == T_LBRACE;
        bool closes = kind == T_RPAREN || kind == T_RBRACKET || kind == T_RBRACE;
        bool deep = p->open.n - line > FACTS_MAX_DEPTH;
        if (deep && (opens || (closes && extra))) {
            extra += opens ? 1 : (u32)-1;
        } else if (opens) {
            if (p->toks.n > base && at(p, p->toks.n - 1)->t.sub == SUB_AWAIT)
                soft_keyword(p, line, base, &t);
            open_bracket(p, t);
            if (p->open.n - line > FACTS_MAX_DEPTH) {
                push(p, (Token){.off = tok_end(t), .kind = P_HOLE});
                if (!p->deep)
                    p->deep = t.off + 1;
            }
        } else if (closes) {
            closing(p, line, t);
        } else if (!deep) {
            if ((kind == T_STRING || kind == T_TEMPLATE) && t.sub & STR_OPEN)
                p->why = S("string not terminated");
            word(p, line, base, t);
        }
        lx->depth = outer + (int)(p->open.n - line) - 1 + (int)extra;
    }
    if (p->open.n - 1 > line && p->toks.n > base) {
        if (limit == PY_NO_LIMIT)
            cut(p, lx, line, base);
        else
            p->why = S("bracket not closed");
    }
    lx->depth = outer;
    p->open.n = line;
    bool any = p->toks.n > base;
    iz n = p->toks.n - base;
    push(p, (Token){.off = any ? tok_end(at(p, p->toks.n - 1)->t) : 0});
    if (n >= 3) {
        Token *first = &at(p, base)->t;
        int second = at(p, base + 1)->t.kind, last = at(p, p->toks.n - 2)->t.kind;
        if (first->kind == P_WITH)
            with_brackets(p, base);
        else if (first->kind == T_IDENT && first->sub == SUB_MATCH && last == T_COLON && second != T_COLON && second != T_ASSIGN)
            first->kind = P_MATCH;
    }
    return more || any;
}
