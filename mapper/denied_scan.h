/* denied_scan.h: what denied_scan.c (sentences) and denied_envelope.c (what SDKs and services put around them) share. */
#ifndef MAPPER_DENIED_SCAN_H
#define MAPPER_DENIED_SCAN_H

#include "mapper/denied_part.h"

enum {
    NEAR = 200,           /* bytes from an envelope to the sentence that it holds */
    ENCODED_MIN = 40,     /* characters of an encoded message, at least */
    RESOURCE_MAX = 2048,
    TOKEN_MAX = 2048,
};

/* The envelope that waits for its sentence. */
typedef struct {
    bool on;
    iz off, msg;  /* where it starts; where its message starts */
    Str code, service, operation;
} Pending;

typedef struct {
    Search *s;
    const Table *t;
    Clean clean;
    Str in;
    Pending env;
    iz last;      /* end of the sentence found last, -1: none yet */
    i32 last_at;  /* its index in the list */
    iz phrases[256]; /* 1 + first row of TBL_denialtext with this first letter */
} Scan;

static inline bool scan_blank(u8 c)
{
    return c <= ' ';
}

static inline u8 scan_low(u8 c)
{
    return c >= 'A' && c <= 'Z' ? (u8)(c + 32) : c;
}

static inline bool scan_alnum(u8 c)
{
    return (scan_low(c) >= 'a' && scan_low(c) <= 'z') || (c >= '0' && c <= '9');
}

/* The end of `pattern` (lower case; a blank is any white space) at `at`, or -1; eat moves *at there. */
iz scan_words(Str in, iz at, Str pattern);
bool scan_eat(Str in, iz *at, Str pattern);

iz scan_skip_blanks(Str in, iz at);
Str scan_part(Str in, iz from, iz to);

/* The word before `at`; *from is where it starts. */
Str scan_word_before(Str in, iz at, iz *from);

/* White space to single blanks. */
Str scan_one_line(Arena *a, Str s);

/* Without quotes and brackets around it; without what ends a sentence behind it. */
Str scan_bare(Str s);
Str scan_without_tail(Str s);

/* Records a denial that stands in [from, to) of the clean text. */
void scan_add(Scan *c, Denial *d, iz from, iz to);

/* An envelope begins: it waits for its sentence. flush makes a denial of the one that waits. */
void scan_envelope(Scan *c, iz off, iz msg, Str code, Str service, Str operation);
void scan_flush(Scan *c);

/* Does the waiting envelope hold a sentence that starts at `at`? If not, it becomes a denial of its own. */
bool scan_held(Scan *c, iz at);

/* Takes over what the waiting envelope tells. */
void scan_from_envelope(Scan *c, Denial *d);

/* The parsers of envelopes: `at` is where the trigger starts, `after` where it ends. Each returns where to go on. */
iz envelope_botocore(Scan *c, iz at, iz after);
iz envelope_old_cli(Scan *c, iz at, iz after);
iz envelope_go_v2(Scan *c, iz at, iz after);
iz envelope_java(Scan *c, iz at, iz after);
iz envelope_xml(Scan *c, iz at, iz after);
iz envelope_ruby(Scan *c, iz at, iz after);
iz envelope_php(Scan *c, iz at, iz after);
iz envelope_cloudformation(Scan *c, iz at, iz after);
iz envelope_code_only(Scan *c, iz at, iz after);

#endif
