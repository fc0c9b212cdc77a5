/* langs.h: the table of languages, made from langs.def. */
#ifndef LEXERS_LANGS_H
#define LEXERS_LANGS_H

#include "core/facts/lex.h"

typedef struct {
    Str id;    /* "go", as on the command line */
    Str title; /* "Go", for people */
    Str exts;  /* ".go", blank-separated */
    void (*parse)(Facts *out, Arena *scratch); /* out is initialised and is finished by the caller */
} Lang;

#define LANG(id, title, exts)        \
    int id##_lex(Lexer *lx, Token *t); \
    void id##_parse(Facts *out, Arena *scratch);
#include "langs.def"
#undef LANG

extern const Lang langs[];
extern const iz langs_count;

/* The language of an id or alias ("py", "ts"), or null. */
const Lang *lang_by_id(Str id);

/* The language that a path's extension names (any case), or null. */
const Lang *lang_by_path(Str path);

#endif
