/* go.re: tokens of Go (https://go.dev/ref/spec#Lexical_elements).
 *
 * Semicolons are inserted as the specification says: at a newline (or a comment that holds one, or the end of the text) behind a token
 * that can end a statement. Lexer.state is 1 behind such a token, and behind what is no token, so that the next line is read on its own.
 * Nothing else is remembered; whatever needs more than one token is the filter's business (go_filter.c). Any byte above 127 counts as a
 * letter. A string that no quote ends stops at the end of its line; so does a raw string when no other backquote follows in the file, so
 * that one stray character does not hide what stands behind it.
 */
#include "lexers/go.h"

#include <string.h>

static int tok(Lexer *lx, Token *t, const u8 *from, const u8 *to, int kind, int sub, int ends)
{
    lx->cur = to;
    lx->state = ends;
    t->off = (u32)(from - lx->src->text.s);
    t->len = (u32)(to - from);
    t->kind = (u16)kind;
    t->sub = (u16)sub;
    return kind;
}

static const u8 *line_end(const Lexer *lx, const u8 *p)
{
    const u8 *nl = memchr(p, '\n', (size_t)(lx->end - p));
    return nl ? nl : lx->end;
}

/* The end of a block comment whose inside starts at p; null when nothing closes it. */
static const u8 *comment_end(const Lexer *lx, const u8 *p)
{
    while ((p = memchr(p, '*', (size_t)(lx->end - p)))) {
        if (p[1] == '/')
            return p + 2;
        p++;
    }
    return 0;
}

static int raw_string(Lexer *lx, Token *t, const u8 *from)
{
    const u8 *end = memchr(from + 1, '`', (size_t)(lx->end - from - 1));
    if (!end)
        return tok(lx, t, from, line_end(lx, from), T_ERROR, GO_BAD_STRING, 1);
    size_t n = (size_t)(end - from);
    bool odd = memchr(from, '\r', n) || memchr(from, 0xff, n);
    return tok(lx, t, from, end + 1, T_STRING, odd ? GO_RAW_CR : GO_RAW, 1);
}

#define TOK(kind, sub, ends) tok(lx, t, s, cur, (kind), (sub), (ends))

int go_lex(Lexer *lx, Token *t)
{
    const u8 *cur = lx->cur, *end = lx->end, *mark, *s;
    for (;;) {
        s = cur;
        /*!re2c
        re2c:define:YYCTYPE  = u8;
        re2c:define:YYCURSOR = cur;
        re2c:define:YYLIMIT  = end;
        re2c:define:YYMARKER = mark;
        re2c:yyfill:enable   = 0;
        re2c:eof             = 0;

        ident  = [A-Za-z_\x80-\xff] [A-Za-z0-9_\x80-\xff]*;
        digits = [0-9] [0-9_]*;
        expo   = [eE] [+-]? [0-9_]+;
        number = ( "0" [xX] [0-9a-fA-F_.]* ([pP] [+-]? [0-9_]+)?
                 | "0" [bBoO] [0-9_]*
                 | digits ("." [0-9_]*)? expo?
                 | "." digits expo? ) "i"?;

        [ \t\r]+      { continue; }
        "\n"          { if (lx->state) return TOK(T_SEP, 0, 0);
                        continue; }
        "//"          { cur = line_end(lx, cur);
                        continue; }
        "/" "*"       { cur = comment_end(lx, cur);
                        if (!cur)
                            return tok(lx, t, s, end, T_ERROR, GO_BAD_COMMENT, 0);
                        if (lx->state && memchr(s, '\n', (size_t)(cur - s)))
                            return TOK(T_SEP, 0, 0);
                        continue; }

        "package"     { return TOK(GO_PACKAGE, 0, 0); }
        "import"      { return TOK(GO_IMPORT, 0, 0); }
        "func"        { return TOK(GO_FUNC, 0, 0); }
        "type"        { return TOK(GO_TYPE, 0, 0); }
        "var"         { return TOK(GO_VAR, 0, 0); }
        "const"       { return TOK(GO_CONST, 0, 0); }
        "struct"      { return TOK(GO_STRUCT, 0, 0); }
        "interface"   { return TOK(GO_INTERFACE, 0, 0); }
        "map"         { return TOK(GO_MAP, 0, 0); }
        "chan"        { return TOK(GO_CHAN, 0, 0); }
        "if"          { return TOK(GO_IF, 0, 0); }
        "else"        { return TOK(GO_ELSE, 0, 0); }
        "for"         { return TOK(GO_FOR, 0, 0); }
        "range"       { return TOK(GO_RANGE, 0, 0); }
        "switch"      { return TOK(GO_SWITCH, 0, 0); }
        "select"      { return TOK(GO_SELECT, 0, 0); }
        "case"        { return TOK(GO_CASE, 0, 0); }
        "default"     { return TOK(GO_DEFAULT, 0, 0); }
        "go"|"defer"  { return TOK(GO_GO, 0, 0); }
        "return"      { return TOK(GO_RETURN, 0, 1); }
        "break"|"continue"|"fallthrough" { return TOK(GO_JUMP, 0, 1); }
        "goto"        { return TOK(GO_JUMP, 0, 0); }
        ident         { return TOK(T_IDENT, 0, 1); }

        number        { return TOK(T_NUMBER, 0, 1); }
        ["] [^"\\\n\xff]* ["]             { return TOK(T_STRING, GO_PLAIN, 1); }
        ["] ([^"\\\n] | "\\" [^\n])* ["]  { return TOK(T_STRING, GO_ESCAPES, 1); }
        ["] ([^"\\\n] | "\\" [^\n])*      { return TOK(T_ERROR, GO_BAD_STRING, 1); }
        ['] ([^'\\\n] | "\\" [^\n])* [']  { return TOK(GO_RUNE, 0, 1); }
        ['] ([^'\\\n] | "\\" [^\n])*      { return TOK(T_ERROR, GO_BAD_STRING, 1); }
        [`]           { return raw_string(lx, t, s); }

        "."           { return TOK(T_DOT, 0, 0); }
        ","           { return TOK(T_COMMA, 0, 0); }
        ":"           { return TOK(T_COLON, 0, 0); }
        ";"           { return TOK(T_SEP, 0, 0); }
        "="           { return TOK(T_ASSIGN, 0, 0); }
        "("           { return TOK(T_LPAREN, 0, 0); }
        ")"           { return TOK(T_RPAREN, 0, 1); }
        "["           { return TOK(T_LBRACKET, 0, 0); }
        "]"           { return TOK(T_RBRACKET, 0, 1); }
        "{"           { return TOK(T_LBRACE, 0, 0); }
        "}"           { return TOK(T_RBRACE, 0, 1); }
        "..."         { return TOK(GO_ELLIPSIS, 0, 0); }
        ":="          { return TOK(GO_DEFINE, 0, 0); }
        [-+*%/&|^] "=" | ("<<" | ">>" | "&^") "=" { return TOK(GO_AUGMENT, *s, 0); }
        "++" | "--"   { return TOK(GO_INC, 0, 1); }
        "+"           { return TOK(GO_PLUS, 0, 0); }
        "-" | "^"     { return TOK(GO_ADDOP, 0, 0); }
        "|"           { return TOK(GO_PIPE, 0, 0); }
        "||"          { return TOK(GO_OROR, 0, 0); }
        "&&"          { return TOK(GO_ANDAND, 0, 0); }
        "==" | "!=" | "<" | "<=" | ">" | ">=" { return TOK(GO_CMP, 0, 0); }
        "/" | "%" | "<<" | ">>" | "&^" { return TOK(GO_MULOP, 0, 0); }
        "*"           { return TOK(GO_STAR, 0, 0); }
        "&"           { return TOK(GO_AMP, 0, 0); }
        "<-"          { return TOK(GO_ARROW, 0, 0); }
        "!"           { return TOK(GO_NOT, 0, 0); }
        "~"           { return TOK(GO_TILDE, 0, 0); }

        "<<<<<<<" | "|||||||" | "=======" | ">>>>>>>" {
                        if (s == lx->src->text.s || s[-1] == '\n')
                            return tok(lx, t, s, line_end(lx, cur), GO_MARKER, 0, 0);
                        return TOK(T_ERROR, GO_BAD_CHAR, 1); }
        $             { if (lx->state)
                            return tok(lx, t, s, s, T_SEP, 0, 0);
                        return tok(lx, t, s, s, T_END, 0, 0); }
        *             { return TOK(T_ERROR, GO_BAD_CHAR, 1); }
        */
    }
}
