/* utf.h: the encodings that source files come in. Inside the program all text is UTF-8. */
#ifndef CORE_BASE_UTF_H
#define CORE_BASE_UTF_H

#include "str.h"

/* Length of the valid UTF-8 sequence that s begins with (1 to 4; surrogates and overlong forms are not valid), or 0. s is not empty. */
iz utf8_step(Str s);

/* Offset of the first byte that belongs to no valid sequence, or -1. */
iz utf8_bad(Str s);

/* UTF-16 to UTF-8 in a; an odd last byte and unpaired surrogates become U+FFFD. One NUL follows the text. */
Str utf16_to_utf8(Arena *a, Str s, bool big_endian);

#endif
