/* python_block.c: indentation to scopes, statements to the parser. See python.h. */
#include "lexers/langs.h"
#include "python.h"

/* Column of the token at off, tabs to the next multiple of eight; a form feed starts over. */
static i32 column(const Source *src, u32 off)
{
    const u8 *text = src->text.s;
    u32 i = off;
    while (i && text[i - 1] != '\n' && text[i - 1] != '\r')
        i--;
    i32 col = 0;
    for (; i < off; i++) {
        if (text[i] == ' ')
            col++;
        else if (text[i] == '\t')
            col = (col / 8 + 1) * 8;
        else if (text[i] == '\f')
            col = 0;
    }
    return col;
}

void py_drop_scopes(Py *p, ScopeId keep, u32 end)
{
    while (p->f->cur != keep && p->f->cur)
        scope_close(p->f, end);
}

bool py_open_block(Py *p, ScopeKind kind, Str name, u32 flags, u32 off)
{
    PyBlock b = {.indent = p->indent, .line = p->line, .opened = p->blocks.n < FACTS_MAX_DEPTH};
    if (b.opened)
        b.scope = scope_open(p->f, kind, name, flags, off);
    else if (!p->deep)
        p->deep = off + 1;
    *vec_push(p->scratch, &p->blocks) = b;
    return b.opened;
}

void py_match(Py *p, ExprId subject)
{
    *vec_push(p->scratch, &p->blocks) = (PyBlock){.indent = p->indent, .line = p->line, .match = true, .subject = subject};
}

static void close_block(Py *p)
{
    PyBlock b = p->blocks.v[--p->blocks.n];
    if (b.opened) {
        py_drop_scopes(p, b.scope, p->last_end);
        scope_close(p->f, p->last_end);
    }
}

/* The scope that statements of the current block belong to. */
static ScopeId block_scope(Py *p)
{
    for (iz i = p->blocks.n; i-- > 0;)
        if (p->blocks.v[i].opened)
            return p->blocks.v[i].scope;
    return 0;
}

/* Binds what a pattern captures: the subject when the whole pattern is a name or ends in `as name`, else a part of it. */
static void captures(Py *p, u32 from, u32 to, ExprId subject)
{
    for (u32 i = from; i < to; i++) {
        Token t = p->toks.v[i].t;
        int before = i > from ? p->toks.v[i - 1].t.kind : 0, after = i + 1 < to ? p->toks.v[i + 1].t.kind : 0;
        if (t.kind != T_IDENT || before == T_DOT || after == T_DOT || after == T_LPAREN || after == T_ASSIGN)
            continue;
        if (t.len == 1 && p->src->text.s[t.off] == '_')
            continue;
        bool whole = i + 1 == to && (i == from || before == P_AS);
        ExprId value = whole ? subject : fact_unknown(p->f, t.off, tok_end(t));
        fact_bind(p->f, fact_name(p->f, token_text(p->src, t), t.off), 0, value, BIND_IMPLICIT, t.off, tok_end(t));
    }
}

/* Where the pattern of `case` ends, or 0 when this is no case. */
static u32 pattern_end(Py *p, u32 from, u32 to)
{
    iz n = p->blocks.n;
    if (p->toks.v[from].t.sub != SUB_CASE || p->toks.v[from].t.kind != T_IDENT || !n || !p->blocks.v[n - 1].match)
        return 0;
    for (u32 i = from + 1; i < to; i++) {
        int kind = p->toks.v[i].t.kind;
        if (kind == T_COLON || kind == P_IF)
            return i > from + 1 ? i : 0;
        if (p->toks.v[i].match > i)
            i = p->toks.v[i].match;
    }
    return 0;
}

/* A header that did not parse still opens its scope, so that the body is not taken for the surrounding code. */
static void broken_header(Py *p, u32 from, u32 to)
{
    Token kw = p->toks.v[from].t, name = p->toks.v[from + 1].t;
    if ((kw.kind != P_DEF && kw.kind != P_CLASS) || name.kind != T_IDENT || p->toks.v[to - 1].t.kind != T_COLON)
        return;
    if (p->blocks.n && p->blocks.v[p->blocks.n - 1].line == p->line)
        return;
    py_open_block(p, kw.kind == P_DEF ? SCOPE_FUNCTION : SCOPE_CLASS, token_text(p->src, name), 0, kw.off);
}

/* A statement that did not parse: said so, and its rest searched for expressions. */
static void broken(Py *p, u32 from, u32 to)
{
    u32 off = p->toks.v[from].t.off, end = tok_end(p->toks.v[to - 1].t);
    bool marker = p->toks.v[from].t.kind == T_ERROR && p->toks.v[from].t.sub == SUB_MARKER;
    py_drop_scopes(p, block_scope(p), end);
    fact_unsupported(p->f, p->overflow ? FACT_NESTING : p->why.len ? p->why : marker ? S("merge conflict marker") : S("statement"), off, end);
    p->why = (Str){0};
    p->overflow = false;
    broken_header(p, from, to);
    ScopeId scope = p->f->cur;
    for (u32 i = p->at; i < to; i = p->at > i ? p->at : i + 1) {
        if (py_feed(p, i, to, P_EXPR))
            break;
        py_drop_scopes(p, scope, end);
    }
}

static void statement(Py *p, u32 from, u32 to)
{
    int kind = p->toks.v[from].t.kind;
    p->targets.n = 0;
    p->params.n = 0;
    u32 pattern = pattern_end(p, from, to);
    bool ok;
    if (pattern) {
        ExprId subject = p->blocks.v[p->blocks.n - 1].subject;
        py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, p->toks.v[from].t.off);
        captures(p, from + 1, pattern, subject);
        ok = py_feed(p, pattern, to, P_CASE);
    } else {
        ok = py_feed(p, from, to, 0);
    }
    if (!ok)
        broken(p, from, to);
    if (kind != P_DECOR)
        p->decorators = args_none();
}

/* One logical line: p->toks[0..n), the T_END at n. */
static void line(Py *p)
{
    u32 n = (u32)p->toks.n - 1;
    p->line++;
    p->indent = column(p->src, p->toks.v[0].t.off);
    while (p->blocks.n && p->blocks.v[p->blocks.n - 1].indent >= p->indent)
        close_block(p);
    u32 from = 0, last = n;
    for (u32 i = 0; i <= n; i++) {
        const PyTok *t = &p->toks.v[i];
        if (t->match > i) {
            i = t->match;
        } else if (t->t.kind == T_SEP || i == n) {
            if (i > from) {
                statement(p, from, i);
                last = i;
            }
            from = i + 1;
        }
    }
    if (p->why.len)
        fact_unsupported(p->f, p->why, p->toks.v[0].t.off, tok_end(p->toks.v[n - 1].t));
    p->last_end = tok_end(p->toks.v[last - 1].t);
    if (p->toks.v[n - 1].t.kind != T_COLON)
        while (p->blocks.n && p->blocks.v[p->blocks.n - 1].line == p->line)
            close_block(p);
}

void py_file(Py *p)
{
    Str text = p->src->text;
    Lexer lx = {.src = p->src, .cur = text.s, .end = text.s + text.len};
    if (str_starts(text, S("\xef\xbb\xbf")))
        lx.cur += 3;
    while (py_line(p, &lx, PY_NO_LIMIT)) {
        if (p->toks.n > 1)
            line(p);
        p->toks.n = 0;
    }
    while (p->blocks.n)
        close_block(p);
    if (p->deep && p->f->diags && !p->f->deep)
        diag_add(p->f->diags, DIAG_too_deep, p->f->src, p->deep - 1, (Str){0});
}
