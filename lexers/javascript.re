/* javascript.re: tokens of JavaScript and TypeScript (https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar).
 *
 * Two things depend on what stands before: whether / begins a regular expression, and whether } goes on with a template. The caller
 * (javascript_tokens.c) knows and says so in Lexer.state; JSX text is its business too. A token is flagged JF_NL when a line end (also
 * one inside a comment) stands before it; there a semicolon may be left out.
 *
 * Names: any valid UTF-8 beyond ASCII counts as a letter except the blanks and line ends of Unicode; `#x` is one name. An unterminated
 * string ends at its line's end, an unterminated template, comment or regular expression is one character, so that little is lost.
 * `<!--` and, first on a line, `-->` begin comments of one line, as in scripts of the web.
 */
#include "javascript.h"

#include <string.h>

static int tok(Lexer *lx, Token *t, const u8 *from, const u8 *to, int kind, int sub, int flags)
{
    lx->cur = to;
    t->off = (u32)(from - lx->src->text.s);
    t->len = (u32)(to - from);
    t->kind = (u16)(kind | flags);
    t->sub = (u16)sub;
    return kind;
}

/* Lexer.gone: behind which offset no comment and no template ends; how many regular expressions had no end. */
enum { COMMENT_END, TEMPLATE_END, BAD_REGEX };

static bool gone(const Lexer *lx, int what, const u8 *p)
{
    return lx->gone[what] && p - lx->src->text.s >= (iz)lx->gone[what] - 1;
}

static void set_gone(Lexer *lx, int what, const u8 *p)
{
    lx->gone[what] = (u32)(p - lx->src->text.s) + 1;
}

/* The end of the line that p stands in. */
static const u8 *line_end(const Lexer *lx, const u8 *p)
{
    while (p < lx->end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

static bool has_line_end(const u8 *from, const u8 *to)
{
    return memchr(from, '\n', (size_t)(to - from)) || memchr(from, '\r', (size_t)(to - from));
}

/* The end of a block comment whose inside starts at p; null when nothing closes it. */
static const u8 *comment_end(Lexer *lx, const u8 *p)
{
    const u8 *from = p;
    if (gone(lx, COMMENT_END, p))
        return 0;
    while ((p = memchr(p, '*', (size_t)(lx->end - p)))) {
        if (p[1] == '/')
            return p + 2;
        p++;
    }
    set_gone(lx, COMMENT_END, from);
    return 0;
}

/* A string with escapes, or one that nothing ends. */
static int string(Lexer *lx, Token *t, const u8 *from, int nl)
{
    const u8 *p = from + 1;
    while (p < lx->end && *p != *from && *p != '\n' && *p != '\r') {
        if (*p == '\\' && p + 1 < lx->end)
            p += p[1] == '\r' && p[2] == '\n' ? 2 : 1;
        p++;
    }
    return tok(lx, t, from, p < lx->end && *p == *from ? p + 1 : p, T_STRING, 0, nl | JF_ESC);
}

/* A template's text from p up to ` or ${. */
static int template(Lexer *lx, Token *t, const u8 *from, int nl)
{
    const u8 *p = from + 1;
    int esc = 0;
    bool first = *from == '`';
    for (bool none = gone(lx, TEMPLATE_END, p); p < lx->end && !none; p++) {
        if (*p == '`')
            return tok(lx, t, from, p + 1, first ? T_TEMPLATE : J_TPLTAIL, 0, nl | esc);
        if (*p == '$' && p[1] == '{')
            return tok(lx, t, from, p + 2, first ? J_TPLHEAD : J_TPLMID, 0, nl | esc);
        if (*p == '\\' || *p == '\r') {
            esc = JF_ESC;
            p += *p == '\\' && p + 1 < lx->end;
        }
    }
    if (!gone(lx, TEMPLATE_END, from + 1))
        set_gone(lx, TEMPLATE_END, from + 1);
    return tok(lx, t, from, from + 1, T_ERROR, 0, nl);
}

/* The end of the regular expression that starts at p; null when the line ends first. In a text in which that was so many times, they end soon. */
static const u8 *regex_end(Lexer *lx, const u8 *from)
{
    enum { MANY = 200, SHORT = 1000 };
    const u8 *p = from;
    bool set = false, many = lx->gone[BAD_REGEX] >= MANY;
    for (p++; p < lx->end && *p != '\n' && *p != '\r' && !(many && p - from > SHORT); p++) {
        if (*p == '\\')
            p++;
        else if (*p == '[')
            set = true;
        else if (*p == ']')
            set = false;
        else if (*p == '/' && !set) {
            for (p++; (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z'); p++)
                ;
            return p;
        }
    }
    lx->gone[BAD_REGEX] += !many;
    return 0;
}

#define TOK(kind, sub) tok(lx, t, s, cur, (kind), (sub), nl)

int javascript_lex(Lexer *lx, Token *t)
{
    const u8 *cur = lx->cur, *end = lx->end, *mark, *s;
    int nl = cur == lx->src->text.s ? JF_NL : 0;
    if (lx->state & LEX_TEMPLATE)
        return template(lx, t, cur, 0);
    for (;;) {
        s = cur;
        /*!re2c
        re2c:define:YYCTYPE  = u8;
        re2c:define:YYCURSOR = cur;
        re2c:define:YYLIMIT  = end;
        re2c:define:YYMARKER = mark;
        re2c:yyfill:enable   = 0;
        re2c:eof             = 0;

        c      = [\x80-\xbf];
        blank  = [ \t\v\f] | "\xc2\xa0" | "\xef\xbb\xbf" | "\xe1\x9a\x80" | "\xe2\x80" [\x80-\x8a\xaf] | "\xe2\x81\x9f" | "\xe3\x80\x80";
        line   = [\n\r] | "\xe2\x80" [\xa8\xa9];
        wide   = "\xc2" [\x80-\x9f\xa1-\xbf] | [\xc3-\xdf] c
               | "\xe1" ([\x80-\x99\x9b-\xbf] c | "\x9a" [\x81-\xbf])
               | "\xe2" ([\x82-\xbf] c | "\x80" [\x8b-\xa7\xaa-\xae\xb0-\xbf] | "\x81" [\x80-\x9e\xa0-\xbf])
               | "\xe3" ([\x81-\xbf] c | "\x80" [\x81-\xbf])
               | "\xe0" [\xa0-\xbf] c | [\xe4-\xee] c c
               | "\xef" ([\x80-\xba\xbc-\xbf] c | "\xbb" [\x80-\xbe])
               | [\xf0-\xf4] c c c;
        hex    = [0-9a-fA-F];
        uesc   = "\\u" (hex{4} | "{" hex+ "}");
        first  = [A-Za-z_$] | wide;
        name   = "#"? first (first | [0-9])*;
        ename  = "#"? (first | uesc) (first | uesc | [0-9])*;
        digits = [0-9] [0-9_]*;
        expo   = [eE] [+-]? digits;

        blank+          { continue; }
        line            { nl = JF_NL; continue; }
        "//" | "<!--"   { cur = line_end(lx, cur); continue; }
        "-->"           { if (nl) { cur = line_end(lx, cur); continue; } cur--; return TOK(J_INCDEC, 0); }
        "#!"            { if (s == lx->src->text.s) { cur = line_end(lx, cur); continue; } cur--; return TOK(T_ERROR, 0); }
        "/*"            { const u8 *to = comment_end(lx, cur);
                          if (!to) { if (lx->state & LEX_OPERAND) return TOK(T_ERROR, 0); cur--; return TOK(J_MUL, '/'); }
                          if (!nl && has_line_end(s, to)) nl = JF_NL;
                          cur = to; continue; }
        "/" | "/="      { const u8 *to = lx->state & LEX_OPERAND ? regex_end(lx, s) : 0;
                          if (to) { cur = to; return TOK(J_REGEX, 0); }
                          return cur - s == 2 ? TOK(J_AUGMENT, 0) : TOK(J_MUL, '/'); }

        ["] [^"\\\r\n\x00]* ["] | ['] [^'\\\r\n\x00]* [']
                        { return TOK(T_STRING, 0); }
        ["] | [']       { return string(lx, t, s, nl); }
        "`"             { return template(lx, t, s, nl); }

        digits ("." [0-9_]*)? expo? | "." digits expo? | "0" [xX] [0-9a-fA-F_]+ | "0" [bBoO] [0-7_]+ | digits "n" | "0" [xXbBoO] [0-9a-fA-F_]+ "n"
                        { return TOK(T_NUMBER, 0); }

        "break"        { return tok(lx, t, s, cur, T_IDENT, W_break, nl); }
        "case"         { return tok(lx, t, s, cur, T_IDENT, W_case, nl); }
        "catch"        { return tok(lx, t, s, cur, T_IDENT, W_catch, nl); }
        "class"        { return tok(lx, t, s, cur, T_IDENT, W_class, nl); }
        "const"        { return tok(lx, t, s, cur, T_IDENT, W_const, nl); }
        "continue"     { return tok(lx, t, s, cur, T_IDENT, W_continue, nl); }
        "debugger"     { return tok(lx, t, s, cur, T_IDENT, W_debugger, nl); }
        "default"      { return tok(lx, t, s, cur, T_IDENT, W_default, nl); }
        "delete"       { return tok(lx, t, s, cur, T_IDENT, W_delete, nl); }
        "do"           { return tok(lx, t, s, cur, T_IDENT, W_do, nl); }
        "else"         { return tok(lx, t, s, cur, T_IDENT, W_else, nl); }
        "export"       { return tok(lx, t, s, cur, T_IDENT, W_export, nl); }
        "extends"      { return tok(lx, t, s, cur, T_IDENT, W_extends, nl); }
        "false"        { return tok(lx, t, s, cur, T_IDENT, W_false, nl); }
        "finally"      { return tok(lx, t, s, cur, T_IDENT, W_finally, nl); }
        "for"          { return tok(lx, t, s, cur, T_IDENT, W_for, nl); }
        "function"     { return tok(lx, t, s, cur, T_IDENT, W_function, nl); }
        "if"           { return tok(lx, t, s, cur, T_IDENT, W_if, nl); }
        "import"       { return tok(lx, t, s, cur, T_IDENT, W_import, nl); }
        "in"           { return tok(lx, t, s, cur, T_IDENT, W_in, nl); }
        "instanceof"   { return tok(lx, t, s, cur, T_IDENT, W_instanceof, nl); }
        "new"          { return tok(lx, t, s, cur, T_IDENT, W_new, nl); }
        "null"         { return tok(lx, t, s, cur, T_IDENT, W_null, nl); }
        "return"       { return tok(lx, t, s, cur, T_IDENT, W_return, nl); }
        "super"        { return tok(lx, t, s, cur, T_IDENT, W_super, nl); }
        "switch"       { return tok(lx, t, s, cur, T_IDENT, W_switch, nl); }
        "this"         { return tok(lx, t, s, cur, T_IDENT, W_this, nl); }
        "throw"        { return tok(lx, t, s, cur, T_IDENT, W_throw, nl); }
        "true"         { return tok(lx, t, s, cur, T_IDENT, W_true, nl); }
        "try"          { return tok(lx, t, s, cur, T_IDENT, W_try, nl); }
        "typeof"       { return tok(lx, t, s, cur, T_IDENT, W_typeof, nl); }
        "var"          { return tok(lx, t, s, cur, T_IDENT, W_var, nl); }
        "void"         { return tok(lx, t, s, cur, T_IDENT, W_void, nl); }
        "while"        { return tok(lx, t, s, cur, T_IDENT, W_while, nl); }
        "with"         { return tok(lx, t, s, cur, T_IDENT, W_with, nl); }
        "as"           { return tok(lx, t, s, cur, T_IDENT, W_as, nl); }
        "abstract"     { return tok(lx, t, s, cur, T_IDENT, W_abstract, nl); }
        "accessor"     { return tok(lx, t, s, cur, T_IDENT, W_accessor, nl); }
        "assert"       { return tok(lx, t, s, cur, T_IDENT, W_assert, nl); }
        "asserts"      { return tok(lx, t, s, cur, T_IDENT, W_asserts, nl); }
        "async"        { return tok(lx, t, s, cur, T_IDENT, W_async, nl); }
        "await"        { return tok(lx, t, s, cur, T_IDENT, W_await, nl); }
        "constructor"  { return tok(lx, t, s, cur, T_IDENT, W_constructor, nl); }
        "declare"      { return tok(lx, t, s, cur, T_IDENT, W_declare, nl); }
        "enum"         { return tok(lx, t, s, cur, T_IDENT, W_enum, nl); }
        "from"         { return tok(lx, t, s, cur, T_IDENT, W_from, nl); }
        "get"          { return tok(lx, t, s, cur, T_IDENT, W_get, nl); }
        "global"       { return tok(lx, t, s, cur, T_IDENT, W_global, nl); }
        "implements"   { return tok(lx, t, s, cur, T_IDENT, W_implements, nl); }
        "infer"        { return tok(lx, t, s, cur, T_IDENT, W_infer, nl); }
        "interface"    { return tok(lx, t, s, cur, T_IDENT, W_interface, nl); }
        "is"           { return tok(lx, t, s, cur, T_IDENT, W_is, nl); }
        "keyof"        { return tok(lx, t, s, cur, T_IDENT, W_keyof, nl); }
        "let"          { return tok(lx, t, s, cur, T_IDENT, W_let, nl); }
        "module"       { return tok(lx, t, s, cur, T_IDENT, W_module, nl); }
        "namespace"    { return tok(lx, t, s, cur, T_IDENT, W_namespace, nl); }
        "of"           { return tok(lx, t, s, cur, T_IDENT, W_of, nl); }
        "override"     { return tok(lx, t, s, cur, T_IDENT, W_override, nl); }
        "private"      { return tok(lx, t, s, cur, T_IDENT, W_private, nl); }
        "protected"    { return tok(lx, t, s, cur, T_IDENT, W_protected, nl); }
        "public"       { return tok(lx, t, s, cur, T_IDENT, W_public, nl); }
        "readonly"     { return tok(lx, t, s, cur, T_IDENT, W_readonly, nl); }
        "satisfies"    { return tok(lx, t, s, cur, T_IDENT, W_satisfies, nl); }
        "set"          { return tok(lx, t, s, cur, T_IDENT, W_set, nl); }
        "static"       { return tok(lx, t, s, cur, T_IDENT, W_static, nl); }
        "type"         { return tok(lx, t, s, cur, T_IDENT, W_type, nl); }
        "undefined"    { return tok(lx, t, s, cur, T_IDENT, W_undefined, nl); }
        "unique"       { return tok(lx, t, s, cur, T_IDENT, W_unique, nl); }
        "using"        { return tok(lx, t, s, cur, T_IDENT, W_using, nl); }
        "yield"        { return tok(lx, t, s, cur, T_IDENT, W_yield, nl); }
        name            { return TOK(T_IDENT, W_NONE); }
        ename           { return tok(lx, t, s, cur, T_IDENT, W_NONE, nl | JF_ESC); }

        ";"             { return TOK(T_SEP, 0); }
        ","             { return TOK(T_COMMA, 0); }
        ":"             { return TOK(T_COLON, 0); }
        "("             { return TOK(T_LPAREN, 0); }
        ")"             { return TOK(T_RPAREN, 0); }
        "["             { return TOK(T_LBRACKET, 0); }
        "]"             { return TOK(T_RBRACKET, 0); }
        "{"             { return TOK(T_LBRACE, 0); }
        "}"             { return TOK(T_RBRACE, 0); }
        "."             { return TOK(T_DOT, 0); }
        "?."            { if (*cur >= '0' && *cur <= '9') { cur--; return TOK(J_QM, 0); } return TOK(T_DOT, JS_OPTIONAL); }
        "..."           { return TOK(J_SPREAD, 0); }
        "@"             { return TOK(J_AT, 0); }
        "="             { return TOK(T_ASSIGN, 0); }
        "=>"            { return TOK(J_ARROW, 0); }
        "?"             { return TOK(J_QM, 0); }
        "||" | "??"     { return TOK(J_OR, 0); }
        "&&"            { return TOK(J_AND, 0); }
        "+" | "-"       { return TOK(J_PLUS, *s); }
        "*"             { return TOK(J_MUL, JS_STAR); }
        "%" | "**"      { return TOK(J_MUL, '%'); }
        "++" | "--"     { return TOK(J_INCDEC, 0); }
        "!"             { return TOK(J_UNARY, JS_NOT); }
        "~"             { return TOK(J_UNARY, 0); }
        "<"             { return TOK(T_OP, JS_LT); }
        ">"             { return TOK(T_OP, JS_GT); }
        ">>"            { return TOK(T_OP, JS_SHR); }
        ">>>"           { return TOK(T_OP, JS_USHR); }
        "|"             { return TOK(T_OP, JS_PIPE); }
        "&"             { return TOK(T_OP, JS_AMP); }
        "^" | "==" | "!=" | "===" | "!==" | "<=" | ">=" | "<<"
                        { return TOK(T_OP, 0); }
        "||=" | "&&=" | "??="
                        { return TOK(J_AUGMENT, JS_LOGICAL); }
        "+=" | "-=" | "*=" | "**=" | "%=" | "&=" | "|=" | "^=" | "<<=" | ">>=" | ">>>="
                        { return TOK(J_AUGMENT, 0); }

        $               { return TOK(T_END, 0); }
        *               { return TOK(T_ERROR, 0); }
        */
    }
}
