/* javascript_filter.h: what the two halves of the token filter share: javascript_filter.c (sending, line ends, errors, brackets) and
 * javascript_words.c (words). All functions that take token i and return an index return the one to go on with.
 */
#ifndef LEXERS_JAVASCRIPT_FILTER_H
#define LEXERS_JAVASCRIPT_FILTER_H

#include "javascript.h"

static inline const Token *tk(const Js *p, u32 i)
{
    return &p->tok.v[i < (u32)p->tok.n ? i : (u32)p->tok.n - 1];
}

static inline int kind(const Js *p, u32 i)
{
    return tk(p, i)->kind & JF_KIND;
}

static inline bool is_word(const Js *p, u32 i, int w)
{
    return kind(p, i) == T_IDENT && tk(p, i)->sub == w;
}

static inline bool new_line(const Js *p, u32 i)
{
    return tk(p, i)->kind & JF_NL;
}

static inline int before(const Js *p, u32 i)
{
    return i ? kind(p, i - 1) : T_END;
}

static inline bool is_open(int k)
{
    return k == T_LPAREN || k == T_LBRACKET || k == T_LBRACE || k == J_JSXOPEN;
}

static inline bool is_close(int k)
{
    return k == T_RPAREN || k == T_RBRACKET || k == T_RBRACE;
}

static inline u32 partner(const Js *p, u32 i)
{
    u32 m = tk(p, i)->len;
    return m > i ? m : i;
}

/* Index behind the token or the group that begins at i. */
static inline u32 behind(const Js *p, u32 i)
{
    return (is_open(kind(p, i)) ? partner(p, i) : i) + 1;
}

static inline u32 token_end(const Js *p, u32 i)
{
    const Token *t = tk(p, i);
    int k = t->kind & JF_KIND;
    return t->off + (is_open(k) || is_close(k) || k == J_JSXBEGIN ? 1 : t->len);
}

/* The parser did not take token i: unwinds it and finds the place to go on, beyond i unless that is the end. */
u32 jf_recover(Js *p, u32 i);

/* Sends the value v as a token of kind k that stands at index i, and a semicolon before it where one was left out. False: not taken. */
bool jf_send_value(Js *p, int k, u32 i, JsVal v);
bool jf_send(Js *p, int k, u32 i);

/* Sends token i as k, or recovers. */
u32 jf_one(Js *p, int k, u32 i);
u32 jf_one_sub(Js *p, int k, u32 i, u16 sub, u32 next);

/* Drops the tokens from i to next. */
u32 jf_drop(Js *p, u32 i, u32 next);

void jf_semicolon(Js *p);

/* Whether the ( at i opens the parameters of an arrow function. */
bool jf_arrow(Js *p, u32 i);

/* `async` stands at i; what begins next takes it. */
void jf_note_async(Js *p, u32 i);
void jf_take_mods(Js *p, JsVal *v);

/* An identifier or keyword. */
u32 jf_word(Js *p, u32 i);

#endif
