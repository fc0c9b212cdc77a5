/* sha256.h: SHA-256 (FIPS 180-4), for the names of token caches, for names made from content and for recognising texts as our own. Not for
 * AWS signatures: libcurl signs. */
#ifndef MAPPER_SHA256_H
#define MAPPER_SHA256_H

#include "core/base/str.h"

/* The digest of s as 64 lower-case hexadecimal digits, in a. */
Str sha256_hex(Arena *a, Str s);

#endif
