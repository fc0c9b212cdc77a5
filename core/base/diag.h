/* diag.h: diagnostics about the user's input, collected in an arena; printing is the main's business.
 * Codes, levels and texts stand in diag.def. */
#ifndef CORE_BASE_DIAG_H
#define CORE_BASE_DIAG_H

#include "source.h"

typedef enum { LEVEL_NOTE, LEVEL_WARNING, LEVEL_UNSUPPORTED, LEVEL_ERROR } DiagLevel;

typedef enum {
#define DIAG(code, level, text) DIAG_##code,
#include "diag.def"
#undef DIAG
    DIAG_COUNT
} DiagCode;

typedef struct {
    DiagCode code;
    Source *src; /* null: no place in a file */
    u32 off;     /* DIAG_NO_PLACE: the whole file */
    Str subject; /* what it is about; may be empty */
} Diag;

#define DIAG_NO_PLACE UINT32_MAX

typedef struct {
    Diag *v;
    iz n, cap;
    Arena *a;
} Diags;

/* Records one diagnostic. subject must live as long as the list. */
void diag_add(Diags *d, DiagCode code, Source *src, u32 off, Str subject);

DiagLevel diag_level(DiagCode code);
Str diag_name(DiagCode code);
Str level_name(DiagLevel level);

/* Appends "file:line:col: level: text 'subject' [code]\n". a is for the line table. */
void diag_format(Buf *out, Arena *a, const Diag *d);

/* Sorts by file (order of appearance is kept by path), offset, code, subject. */
void diag_sort(Diags *d);

#endif
