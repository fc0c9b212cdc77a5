/* java.re: tokens of Java (https://docs.oracle.com/javase/specs/, chapter 3).
 *
 * `>` is always one token, since it may close type arguments; the filter joins it with its neighbours where an operator is meant. Words that are
 * keywords only in places (var, record, yield, ...) are names whose sub says which. Strings are found here and decoded only when a fact needs
 * them. A string that its line does not end is a token up to the end of the line. Escapes \uXXXX are understood in strings and names. Any byte
 * above 127 counts as a letter. Nothing is remembered between tokens.
 */
#include "java.h"

#include <string.h>

static int tok(Lexer *lx, Token *t, const u8 *from, const u8 *to, int kind, int sub)
{
    lx->cur = to;
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

enum { MAX_HOLE = 4096 };

/* Behind the } that closes the embedded expression starting at p, or null. Strings inside it hide braces. */
static const u8 *hole_end(const Lexer *lx, const u8 *p)
{
    const u8 *stop = lx->end - p > MAX_HOLE ? p + MAX_HOLE : lx->end;
    int depth = 1;
    bool quoted = false;
    for (; p < stop && *p != '\n'; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (!quoted && *p == '{')
            depth++;
        else if (!quoted && *p == '}' && --depth == 0)
            return p + 1;
    }
    return 0;
}

/* A string or character literal that needs more than the plain rule: escapes, holes, or no end. */
static int quoted(Lexer *lx, Token *t, const u8 *s)
{
    u8 quote = *s;
    int sub = JS_PLAIN, holes = 0; /* that nothing ends: of many the rest is none either */
    const u8 *p = s + 1;
    while (p < lx->end && *p != '\n' && *p != '\r' && *p != quote) {
        if (*p != '\\') {
            p++;
            continue;
        }
        if (sub == JS_PLAIN)
            sub = JS_ESCAPED;
        if (p + 1 >= lx->end || p[1] == '\n' || p[1] == '\r')
            break;
        const u8 *hole = p[1] == '{' && quote == '"' && holes < 20 ? hole_end(lx, p + 2) : 0;
        holes += p[1] == '{' && !hole;
        if (hole)
            sub = JS_TEMPLATE;
        p = hole ? hole : p + 2;
    }
    if (p < lx->end && *p == quote)
        return tok(lx, t, s, p + 1, T_STRING, sub);
    return tok(lx, t, s, p, T_STRING, JS_OPEN);
}

/* A text block whose inside starts at p; without an end it takes the rest of the file, as an open comment does. */
static int block(Lexer *lx, Token *t, const u8 *s, const u8 *p)
{
    for (; p < lx->end; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '"' && p[1] == '"' && p[2] == '"')
            return tok(lx, t, s, p + 3, T_STRING, JS_BLOCK);
    }
    return tok(lx, t, s, lx->end, T_STRING, JS_OPEN);
}

#define TOK(kind, sub) tok(lx, t, s, cur, (kind), (sub))

int java_lex(Lexer *lx, Token *t)
{
    const u8 *cur = lx->cur, *end = lx->end, *mark, *s;
    for (;;) {
        s = cur;
        /*!re2c
        re2c:define:YYCTYPE  = u8;
        re2c:define:YYCURSOR = cur;
        re2c:define:YYLIMIT  = end;
        re2c:define:YYMARKER = mark;
        re2c:eof = 0;
        re2c:yyfill:enable = 0;
        re2c:indent:top = 2;

        ws     = [ \t\n\r\f\x1a];
        start  = [a-zA-Z_$\x80-\xff];
        part   = [a-zA-Z0-9_$\x80-\xff];
        escape = "\\" "u"+ [0-9a-fA-F]{4};
        digits = [0-9] [0-9_]*;
        expo   = [eE] [+-]? digits;

        $                { return TOK(T_END, 0); }
        ws+ | "\xef\xbb\xbf"
                         { continue; } // a byte order mark is a blank wherever it stands
        "//"             { cur = line_end(lx, cur); continue; }
        "/*"             {
                             const u8 *to = comment_end(lx, cur);
                             if (!to)
                                 return tok(lx, t, s, end, T_ERROR, JE_COMMENT);
                             cur = to;
                             continue;
                         }

        "abstract" | "native" | "private" | "protected" | "public" | "strictfp" | "transient" | "volatile"
                         { return TOK(J_MODIFIER, JM_OTHER); }
        "static"         { return TOK(J_MODIFIER, JM_STATIC); }
        "final"          { return TOK(J_MODIFIER, JM_FINAL); }
        "boolean" | "byte" | "char" | "double" | "float" | "int" | "long" | "short"
                         { return TOK(J_PRIMITIVE, 0); }
        "void"           { return TOK(J_PRIMITIVE, JW_VOID); }
        "assert"         { return TOK(J_ASSERT, 0); }
        "break" | "continue"
                         { return TOK(J_JUMP, 0); }
        "case"           { return TOK(J_CASE, 0); }
        "catch"          { return TOK(J_CATCH, 0); }
        "class"          { return TOK(J_CLASS, 0); }
        "default"        { return TOK(J_DEFAULT, 0); }
        "do"             { return TOK(J_DO, 0); }
        "else"           { return TOK(J_ELSE, 0); }
        "enum"           { return TOK(J_ENUM, 0); }
        "extends"        { return TOK(J_EXTENDS, 0); }
        "false"          { return TOK(J_FALSE, 0); }
        "finally"        { return TOK(J_FINALLY, 0); }
        "for"            { return TOK(J_FOR, 0); }
        "if"             { return TOK(J_IF, 0); }
        "implements"     { return TOK(J_IMPLEMENTS, 0); }
        "import"         { return TOK(J_IMPORT, 0); }
        "instanceof"     { return TOK(J_INSTANCEOF, 0); }
        "interface"      { return TOK(J_INTERFACE, 0); }
        "new"            { return TOK(J_NEW, 0); }
        "null"           { return TOK(J_NULL, 0); }
        "package"        { return TOK(J_PACKAGE, 0); }
        "return"         { return TOK(J_RETURN, 0); }
        "super"          { return TOK(J_SUPER, 0); }
        "switch"         { return TOK(J_SWITCH, 0); }
        "synchronized"   { return TOK(J_SYNCHRONIZED, 0); }
        "this"           { return TOK(J_THIS, 0); }
        "throw"          { return TOK(J_THROW, 0); }
        "throws"         { return TOK(J_THROWS, 0); }
        "true"           { return TOK(J_TRUE, 0); }
        "try"            { return TOK(J_TRY, 0); }
        "while"          { return TOK(J_WHILE, 0); }
        "module"         { return TOK(T_IDENT, JW_MODULE); }
        "non"            { return TOK(T_IDENT, JW_NON); }
        "open"           { return TOK(T_IDENT, JW_OPEN); }
        "permits"        { return TOK(T_IDENT, JW_PERMITS); }
        "record"         { return TOK(T_IDENT, JW_RECORD); }
        "sealed"         { return TOK(T_IDENT, JW_SEALED); }
        "var"            { return TOK(T_IDENT, JW_VAR); }
        "when"           { return TOK(T_IDENT, JW_WHEN); }
        "yield"          { return TOK(T_IDENT, JW_YIELD); }

        start part*      { return TOK(T_IDENT, JW_NONE); }
        (start | escape) (part | escape)*
                         { return TOK(T_IDENT, JW_ESCAPED); }

        digits ("." [0-9_]*)? expo? [lLfFdD]? | "." digits expo? [fFdD]? | "0" [xX] [0-9a-fA-F_.]+ ([pP] [+-]? digits)? [lLfFdD]?
        | "0" [bB] [01_]+ [lL]?
                         { return TOK(T_NUMBER, 0); }

        ["] [^"\\\n\r\x00]* ["]
                         { return TOK(T_STRING, JS_PLAIN); }
        ["]{3} [ \t\f]* ("\r" | "\n")
                         { return block(lx, t, s, cur); }
        ['] [^'\\\n\r\x00] [']
                         { return TOK(T_STRING, JS_PLAIN); }
        ["] | [']        { return quoted(lx, t, s); }

        ";"              { return TOK(T_SEP, 0); }
        "."              { return TOK(T_DOT, 0); }
        "..."            { return TOK(J_ELLIPSIS, 0); }
        ","              { return TOK(T_COMMA, 0); }
        ":"              { return TOK(T_COLON, 0); }
        "::"             { return TOK(J_REF, 0); }
        "="              { return TOK(T_ASSIGN, 0); }
        "("              { return TOK(T_LPAREN, 0); }
        ")"              { return TOK(T_RPAREN, 0); }
        "["              { return TOK(T_LBRACKET, 0); }
        "]"              { return TOK(T_RBRACKET, 0); }
        "{"              { return TOK(T_LBRACE, 0); }
        "}"              { return TOK(T_RBRACE, 0); }
        "@"              { return TOK(J_AT, 0); }
        "->"             { return TOK(J_ARROW, 0); }
        "?"              { return TOK(J_QUESTION, 0); }
        "+"              { return TOK(J_PLUS, 0); }
        "-"              { return TOK(J_MINUS, 0); }
        "*" | "/" | "%"  { return TOK(J_MUL, 0); }
        "++" | "--"      { return TOK(J_INCDEC, 0); }
        "&&"             { return TOK(J_AND, 0); }
        "||"             { return TOK(J_OR, 0); }
        "&"              { return TOK(J_AMP, 0); }
        "!" | "~"        { return TOK(J_NOT, 0); }
        "<"              { return TOK(J_LT, 0); }
        ">"              { return TOK(J_GT, 0); }
        "==" | "!=" | "<=" | "<<" | "|" | "^"
                         { return TOK(T_OP, 0); }
        ("+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "<<") "="
                         { return TOK(J_AUGMENT, 0); }

        ("<<<<<<<" | "=======" | ">>>>>>>" | "|||||||")
                         {
                             if (s > lx->src->text.s && s[-1] != '\n') {
                                 cur = s + 1;
                                 return TOK(*s == '>' ? J_GT : *s == '<' ? J_LT : *s == '=' ? T_ASSIGN : T_OP, 0);
                             }
                             cur = line_end(lx, cur);
                             return TOK(T_ERROR, JE_MARKER);
                         }

        "\\u"            { return TOK(T_ERROR, JE_CHARACTER); }
        *                { return TOK(T_ERROR, JE_CHARACTER); }
        */
    }
}
