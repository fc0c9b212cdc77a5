/* python.re: the lexer of Python 3.14 that does not stumble over Python 2.
 * https://docs.python.org/3/reference/lexical_analysis.html
 *
 * Oddities:
 * - Inside brackets a line end is a blank. A statement keyword at the start of a line cannot stand inside brackets: it proves that one was
 *   not closed, and ends the logical line (SUB_BROKEN).
 * - An f-string is one T_TEMPLATE token, holes and all. Since 3.12 a hole may hold the same quotes, comments and line ends, so that its end is
 *   found only by reading the holes; what is broken in that sense ends at the first matching quote, as any string.
 * - Soft keywords (async, await, print, exec, type, match, case) are T_IDENT with a mark; python_line.c decides.
 * - Line ends are LF, CRLF or CR. Bytes from 0x80 on belong to identifiers.
 * - Lexer.depth counts open brackets, Lexer.mark is where the current line begins inside brackets, Lexer.state counts broken f-strings.
 */
#include "lexers/langs.h"
#include "lexers/python.h"

#include <string.h>

static int tok(Lexer *lx, Token *t, const u8 *start, int kind, int sub)
{
    t->off = (u32)(start - lx->src->text.s);
    t->len = (u32)(lx->cur - start);
    t->kind = (u16)kind;
    t->sub = (u16)sub;
    return kind;
}

/* End of a string without holes. */
static const u8 *plain_end(const u8 *s, const u8 *end, u32 *flags)
{
    u8 quote = *s;
    if (!(*flags & STR_TRIPLE)) {
        for (s++; s < end; s++) {
            if (*s == quote)
                return s + 1;
            if (*s == '\\') {
                *flags |= STR_ESCAPES;
                if (s + 2 < end && s[1] == '\r' && s[2] == '\n')
                    s++;
                s++;
            } else if (*s == '\n' || *s == '\r') {
                break;
            }
        }
        *flags |= STR_OPEN;
        return s < end ? s : end;
    }
    for (s += 3; s < end; s++) {
        if (*s == quote && end - s >= 3 && s[1] == quote && s[2] == quote)
            return s + 3;
        if (*s == '\\') {
            *flags |= STR_ESCAPES;
            s++;
        } else if (*s == '\r') {
            *flags |= STR_ESCAPES;
        }
    }
    *flags |= STR_OPEN;
    return end;
}

/* The prefix letters before a quote, as flags; null when it is no prefix. Moves *s to the quote. */
static bool prefix(const u8 **s, const u8 *end, u32 *flags)
{
    for (int i = 0; i < 3 && *s < end; i++, ++*s) {
        u8 c = **s;
        if (c == '"' || c == '\'') {
            if (end - *s >= 3 && (*s)[1] == c && (*s)[2] == c)
                *flags |= STR_TRIPLE;
            return true;
        }
        c |= 0x20;
        if (c == 'r')
            *flags |= STR_RAW;
        else if (c == 'b')
            *flags |= STR_BYTES;
        else if (c == 'f' || c == 't')
            *flags |= STR_FORMAT;
        else if (c != 'u')
            return false;
    }
    return false;
}

/* End of an f-string, or null. */
static const u8 *template_end(const u8 *s, const u8 *end, u32 *flags, int depth)
{
    u8 quote = *s;
    bool triple = *flags & STR_TRIPLE;
    if (depth > PY_SCAN_DEPTH)
        return 0;
    for (s += triple ? 3 : 1; s < end; s++) {
        if (*s == quote) {
            if (!triple)
                return s + 1;
            if (end - s >= 3 && s[1] == quote && s[2] == quote)
                return s + 3;
        } else if (*s == '\\') {
            *flags |= STR_ESCAPES;
            if (s + 1 < end && s[1] != '{' && s[1] != '}')
                s++;
        } else if (*s == '{') {
            if (s + 1 < end && s[1] == '{') {
                s++;
                continue;
            }
            s = py_hole_end(s + 1, end, false, depth + 1);
            if (!s)
                return 0;
        } else if (*s == '\r') {
            *flags |= STR_ESCAPES;
            if (!triple)
                return 0;
        } else if (*s == '\n' && !triple) {
            return 0;
        }
    }
    return 0;
}

/* Behind the format spec that starts at s (after the colon): its `}`. */
static const u8 *spec_end(const u8 *s, const u8 *end, int depth)
{
    for (int lines = 0; s < end; s++) {
        if (*s == '}')
            return s;
        if (*s == '{') {
            s = depth > PY_SCAN_DEPTH ? 0 : py_hole_end(s + 1, end, false, depth + 1);
            if (!s)
                return 0;
        } else if (*s == '\n' && ++lines > PY_HOLE_LINES) {
            return 0;
        }
    }
    return 0;
}

const u8 *py_hole_end(const u8 *s, const u8 *end, bool stop, int depth)
{
    int open = 0, lines = 0;
    const u8 *from = s;
    if (end - s > PY_HOLE_BYTES)
        end = s + PY_HOLE_BYTES;
    for (; s < end; s++) {
        switch (*s) {
        case '(':
        case '[':
        case '{':
            open++;
            break;
        case ')':
        case ']':
            if (open-- == 0)
                return 0;
            break;
        case '}':
            if (open-- == 0)
                return s;
            break;
        case '\n':
            if (++lines > PY_HOLE_LINES)
                return 0;
            break;
        case '#':
            while (s + 1 < end && s[1] != '\n' && s[1] != '\r')
                s++;
            break;
        case '!':
            if (open == 0 && stop && s + 1 < end && s[1] != '=')
                return s;
            if (s + 1 < end && s[1] == '=')
                s++;
            break;
        case ':':
            if (open == 0)
                return stop ? s : spec_end(s + 1, end, depth);
            break;
        case '\'':
        case '"': {
            u32 flags = 0;
            const u8 *p = s;
            while (p > from && s - p < 2 && py_name_byte(p[-1]))
                p--;
            if ((p > from && py_name_byte(p[-1])) || !prefix(&p, end, &flags) || p != s) {
                flags = 0;
                p = s;
                (void)prefix(&p, end, &flags);
            }
            p = flags & STR_FORMAT ? template_end(s, end, &flags, depth + 1) : plain_end(s, end, &flags);
            if (!p || flags & STR_OPEN)
                return 0;
            s = p - 1;
            break;
        }
        default:
            break;
        }
    }
    return 0;
}

static int string(Lexer *lx, Token *t, const u8 *start)
{
    u32 flags = 0;
    const u8 *s = start;
    (void)prefix(&s, lx->end, &flags);
    lx->cur = 0;
    if (flags & STR_FORMAT && lx->state < PY_BROKEN_TEMPLATES)
        lx->cur = template_end(s, lx->end, &flags, 0);
    if (!lx->cur) { /* no f-string, or a broken one: those are counted, since each may have been read far ahead */
        lx->state += flags & STR_FORMAT ? 1 : 0;
        lx->cur = plain_end(s, lx->end, &flags);
    }
    return tok(lx, t, start, flags & STR_FORMAT ? T_TEMPLATE : T_STRING, (int)flags);
}

static int open_bracket(Lexer *lx, Token *t, const u8 *start, int kind)
{
    lx->depth++;
    return tok(lx, t, start, kind, 0);
}

static int close_bracket(Lexer *lx, Token *t, const u8 *start, int kind)
{
    if (lx->depth)
        lx->depth--;
    return tok(lx, t, start, kind, 0);
}

/* A keyword that begins a statement. As the first word of a line inside brackets it ends the logical line instead. */
static int statement(Lexer *lx, Token *t, const u8 *start, int kind)
{
    if (lx->depth && lx->mark) {
        const u8 *s = lx->src->text.s + lx->mark;
        while (s < start && (*s == ' ' || *s == '\t' || *s == '\f'))
            s++;
        if (s == start) {
            lx->depth = 0;
            lx->mark = 0;
            lx->cur = start;
            return tok(lx, t, start, T_SEP, SUB_BROKEN);
        }
    }
    return tok(lx, t, start, kind, 0);
}

/* `<<<<<<< ours`, `=======`, `>>>>>>> theirs`: passed over to the end of the line. */
static bool conflict_marker(Lexer *lx, const u8 *start)
{
    const u8 *text = lx->src->text.s;
    if (lx->end - start < 7 || (start > text && start[-1] != '\n' && start[-1] != '\r'))
        return false;
    for (int i = 1; i < 7; i++)
        if (start[i] != start[0])
            return false;
    u8 after = start + 7 < lx->end ? start[7] : '\n';
    if (after != ' ' && after != '\n' && after != '\r')
        return false;
    const u8 *s = start + 7;
    while (s < lx->end && *s != '\n' && *s != '\r')
        s++;
    lx->cur = s;
    return true;
}

#define TOK(kind) return tok(lx, t, start, kind, 0)
#define TOK2(kind, sub) return tok(lx, t, start, kind, sub)
#define STATEMENT(kind) return statement(lx, t, start, kind)

int python_lex(Lexer *lx, Token *t)
{
    const u8 *YYMARKER;
    const u8 *start;
    for (;;) {
        start = lx->cur;
        /*!re2c
        re2c:eof = 0;
        re2c:define:YYCTYPE = u8;
        re2c:define:YYCURSOR = lx->cur;
        re2c:define:YYLIMIT = lx->end;
        re2c:yyfill:enable = 0;

        eol    = "\r\n" | "\n" | "\r";
        ident  = [a-zA-Z_\x80-\xff] [a-zA-Z0-9_\x80-\xff]*;
        digits = [0-9] ("_"? [0-9])*;
        exp    = [eE] [+-]? digits;
        number = "0" [xX] ("_"? [0-9a-fA-F])+ [lL]?
               | "0" [oO] ("_"? [0-7])+ [lL]?
               | "0" [bB] ("_"? [01])+ [lL]?
               | (digits ("." digits?)? | "." digits) exp? [jJlL]?;
        strpre = [rRbBuUfFtT] | [bBfFtTuU] [rR] | [rR] [bBfFtT];

        [ \t\f]+           { continue; }
        "#" [^\r\n]*       { continue; }
        "\\" [ \t]* eol    { continue; }
        eol                {
                               if (!lx->depth)
                                   TOK2(T_SEP, SUB_LINE);
                               lx->mark = (u32)(lx->cur - lx->src->text.s);
                               continue;
                           }
        ";"                { TOK(T_SEP); }
        strpre? ['"]       { return string(lx, t, start); }
        number             { TOK(T_NUMBER); }

        "False"            { TOK2(P_CONST, SUB_FALSE); }
        "None"             { TOK2(P_CONST, SUB_NULL); }
        "True"             { TOK2(P_CONST, SUB_TRUE); }
        "..."              { TOK2(P_CONST, SUB_ELLIPSIS); }
        "and"              { TOK(P_AND); }
        "as"               { TOK(P_AS); }
        "assert"           { STATEMENT(P_ASSERT); }
        "async"            { TOK2(T_IDENT, SUB_ASYNC); }
        "await"            { TOK2(T_IDENT, SUB_AWAIT); }
        "break"            { STATEMENT(P_PASS); }
        "case"             { TOK2(T_IDENT, SUB_CASE); }
        "class"            { STATEMENT(P_CLASS); }
        "continue"         { STATEMENT(P_PASS); }
        "def"              { STATEMENT(P_DEF); }
        "del"              { STATEMENT(P_DEL); }
        "elif"             { STATEMENT(P_ELIF); }
        "else"             { TOK(P_ELSE); }
        "except"           { STATEMENT(P_EXCEPT); }
        "exec"             { TOK2(T_IDENT, SUB_PRINT); }
        "finally"          { STATEMENT(P_FINALLY); }
        "for"              { TOK(P_FOR); }
        "from"             { TOK(P_FROM); }
        "global"           { STATEMENT(P_GLOBAL); }
        "if"               { TOK(P_IF); }
        "import"           { STATEMENT(P_IMPORT); }
        "in"               { TOK2(P_CMP, SUB_IN); }
        "is"               { TOK2(P_CMP, SUB_IS); }
        "lambda"           { TOK(P_LAMBDA); }
        "match"            { TOK2(T_IDENT, SUB_MATCH); }
        "nonlocal"         { STATEMENT(P_GLOBAL); }
        "not"              { TOK(P_NOT); }
        "or"               { TOK(P_OR); }
        "pass"             { STATEMENT(P_PASS); }
        "print"            { TOK2(T_IDENT, SUB_PRINT); }
        "raise"            { STATEMENT(P_RAISE); }
        "return"           { STATEMENT(P_RETURN); }
        "try"              { STATEMENT(P_TRY); }
        "type"             { TOK2(T_IDENT, SUB_TYPE); }
        "while"            { STATEMENT(P_WHILE); }
        "with"             { STATEMENT(P_WITH); }
        "yield"            { TOK(P_YIELD); }
        ident              { TOK(T_IDENT); }

        "("                { return open_bracket(lx, t, start, T_LPAREN); }
        "["                { return open_bracket(lx, t, start, T_LBRACKET); }
        "{"                { return open_bracket(lx, t, start, T_LBRACE); }
        ")"                { return close_bracket(lx, t, start, T_RPAREN); }
        "]"                { return close_bracket(lx, t, start, T_RBRACKET); }
        "}"                { return close_bracket(lx, t, start, T_RBRACE); }
        "."                { TOK(T_DOT); }
        ","                { TOK(T_COMMA); }
        ":"                { TOK(T_COLON); }
        "="                { TOK(T_ASSIGN); }
        ":="               { TOK(P_WALRUS); }
        "->"               { TOK(P_ARROW); }
        "@"                { TOK(P_DECOR); }
        "`"                { TOK(P_BTICK); }
        "*"                { TOK(P_STAR); }
        "**"               { TOK(P_DSTAR); }
        "+"                { TOK(P_PLUS); }
        "-" | "~"          { TOK(P_MINUS); }
        "/"                { TOK(P_SLASH); }
        "//"               { TOK(P_MUL); }
        "%"                { TOK(P_PERCENT); }
        "|"                { TOK(P_PIPE); }
        "&" | "^"          { TOK(T_OP); }
        "<<" | ">>"        { TOK2(T_OP, SUB_SHIFT); }
        "<" | ">" | "<=" | ">=" | "!=" | "<>"                     { TOK(P_CMP); }
        "=="               { TOK(P_CMP); }
        "+=" | "-=" | "*=" | "/=" | "//=" | "%=" | "**=" | "@=" | "&=" | "|=" | "^=" | "<<=" | ">>=" { TOK(P_AUG); }
        "<<<<<<<" | "=======" | ">>>>>>>" {
                               if (conflict_marker(lx, start)) {
                                   if (lx->depth)
                                       continue;
                                   TOK2(T_ERROR, SUB_MARKER);
                               }
                               lx->cur = start + 2;
                               TOK(P_CMP);
                           }
        $                  { TOK(T_END); }
        *                  { TOK(T_ERROR); }
        */
    }
}
