/* lex.h: what every lexer and grammar shares: the position in a source, the token, helpers over tokens and text.
 *
 * A language is two files and one line (lexers/langs.def):
 *   lexers/<id>.re    int <id>_lex(Lexer *, Token *)        pure: all state is in Lexer; copy it to look ahead
 *   grammars/<id>.y   void <id>_parse(Facts *, Arena *scratch)   a lemon mini-grammar that calls fact_* functions
 * A token is kind, sub-kind, offset and length; lines are not counted. Token kinds come from the shared %token line below,
 * which every grammar repeats first, so that numbers agree; a language adds its own after it.
 * Between lexer and parser a language may have a filter that relabels tokens by looking ahead (arrow functions, generics).
 */
#ifndef CORE_FACTS_LEX_H
#define CORE_FACTS_LEX_H

#include "facts.h"

/* The shared tokens, in lemon's numbering (1, 2, …). Every grammar starts with
 * %token IDENT STRING NUMBER TEMPLATE OP SEP DOT COMMA COLON ASSIGN LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE ERROR. */
enum {
    T_END = 0,
    T_IDENT = 1,
    T_STRING,
    T_NUMBER,
    T_TEMPLATE,
    T_OP,       /* every other operator or keyword */
    T_SEP,      /* end of a statement */
    T_DOT,
    T_COMMA,
    T_COLON,
    T_ASSIGN,
    T_LPAREN,
    T_RPAREN,
    T_LBRACKET,
    T_RBRACKET,
    T_LBRACE,
    T_RBRACE,
    T_ERROR,    /* a character that starts no token, an unterminated literal */
    T_FIRST_OWN,
};

typedef struct {
    u32 off, len;
    u16 kind, sub; /* sub: the language's own (operator, keyword, string prefix) */
} Token;

typedef struct {
    const Source *src;
    const u8 *cur; /* next byte */
    const u8 *end; /* end of the text; *end is a readable NUL */
    int depth;     /* bracket nesting */
    int state;     /* the language's own */
    u32 mark;      /* the language's own */
    u32 gone[3];   /* the language's own: offsets + 1 from which something was looked for up to the end of the text; 0: none */
} Lexer;

static inline Str token_text(const Source *src, Token t)
{
    return (Str){src->text.s + t.off, (iz)t.len};
}

/* Appends the UTF-8 form of a code point (surrogates and out-of-range become U+FFFD). */
void buf_utf8(Buf *b, u32 code);

/* Value of up to `digits` hexadecimal digits at s; *used: how many were read. */
u32 hex_value(const u8 *s, const u8 *end, int digits, int *used);

#endif
