/* denied_part.h: what the parts of denied.c share. */
#ifndef MAPPER_DENIED_PART_H
#define MAPPER_DENIED_PART_H

#include "core/base/map.h"
#include "mapper/denied.h"

/* Text as AWS wrote it, and where its parts come from. */
typedef struct {
    iz at;  /* offset in the clean text */
    iz raw; /* offset in the input */
} CleanMark;

typedef struct {
    Str text;
    VEC(CleanMark) marks; /* where the two offsets part, ascending */
} Clean;

/* Removes colours, bars and escapes (denied.h). */
Clean clean_text(Arena *a, Str raw);

/* The offset in the input of an offset in the clean text. */
iz clean_raw(const Clean *c, iz at);

/* Finds a denial again: by what it has in common with its like, the one found last, and from each to the one before. */
typedef struct {
    Map heads;
    VEC(i32) next; /* for each denial of the list; -1: none */
} Seen;

/* The search in progress. */
typedef struct {
    Arena *a;
    const Table *t;
    Denials *out;
    Seen *seen;      /* of out */
    int depth;       /* JSON in strings in JSON … */
    iz off, end;     /* span that everything found gets; end is 0: spans are those of the text itself, from off */
} Search;

/* Searches text that holds no JSON of interest. */
void search_text(Search *s, Str raw);

/* Searches text that may hold JSON. */
void search_any(Search *s, Str raw);

/* Adds a denial unless it is there already; what the known one lacks is taken over. Returns the one in the list. */
Denial *search_add(Search *s, const Denial *d);

/* The letters that the table has for an action ("SQS:sendmessage"); *listed says whether it does. Empty: it looks like no action. */
Str action_letters(Arena *a, const Table *t, Str text, bool *listed);

/* Is this an error code of a refusal by permissions? */
bool code_refuses(const Table *t, Str code);

/* A refusal that has nothing to do with permissions ("ExpiredToken"): what it is; empty: no such code. */
Str code_other(const Table *t, Str code);

/* The service and action behind an operation; service may be empty. False: not known, or several services have it. */
bool operation_action(Arena *a, const Table *t, Str service, Str operation, Str *id, Str *action, bool *listed);

/* Fills resource from what the message says. quoted: it stood in quotes. */
void resource_set(Denial *d, Arena *a, Str text, bool quoted);

/* The kind that the words "service control policy" mean; DENIAL_UNSTATED when none. */
DenialKind policy_kind(Str words);

#endif
