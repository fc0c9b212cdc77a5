/* late.h: libraries that are loaded when something first needs them. Loading libcurl with what it needs in turn takes longer than a small
 * project's whole run, and most runs never open a connection. With LATE_LOAD=0 they are linked as usual.
 *
 * A library has a header that lists its functions (mapper/late_curl.h, core/app/late_mhd.h): it declares a struct with a pointer for each,
 * under the function's own name, and redirects calls there. */
#ifndef CORE_BASE_LATE_H
#define CORE_BASE_LATE_H

#include "str.h"

/* Loads the library `file` (a name that the dynamic loader looks up) and stores the address of functions[i] at slots[i]; functions ends
 * with a null pointer. False: the library or a function is missing, and *why says which, for as long as the program runs. */
bool late_load(const char *file, const char *const *functions, void (**slots)(void), Str *why);

#endif
