/* json.h: writing JSON into a Buf, compact or indented by two blanks (as the usual tools print it). Keys keep the order in which they are
 * written. Text that is not valid UTF-8 is written as U+FFFD, one for each bad byte, so that the output is always valid JSON.
 * A nesting deeper than JSON_DEPTH is our own fault (BUG). Reading JSON is cJSON's business.
 */
#ifndef CORE_BASE_JSON_H
#define CORE_BASE_JSON_H

#include "str.h"

enum { JSON_DEPTH = 32 };

typedef struct {
    Buf *out;
    bool pretty;
    int depth;
    bool filled[JSON_DEPTH + 1]; /* something stands already in the value that is open at this depth */
    bool keyed;                  /* a key has been written and waits for its value */
} Json;

void json_begin(Json *j, u8 bracket); /* '{' or '[' */
void json_end(Json *j, u8 bracket);   /* '}' or ']' */
void json_key(Json *j, Str key);
void json_str(Json *j, Str s);
void json_int(Json *j, i64 n);
void json_bool(Json *j, bool b);
void json_null(Json *j);

/* One value that is JSON already, on one line; trusted. */
void json_raw(Json *j, Str json);

/* Key and text in one. */
void json_pair(Json *j, Str key, Str value);

/* Key and a list of texts. */
void json_strs(Json *j, Str key, const StrVec *v);

/* A text as a quoted JSON string, with no place in a document. */
void json_quote(Buf *out, Str s);

#endif
