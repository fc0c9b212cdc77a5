/* late_curl.c: see late_curl.h. */
#if HAVE_CURL

#include "mapper/late_curl.h"

#if LATE_LOAD

LateCurl late_curl_functions;

bool late_curl(Str *why)
{
#define F(f) #f,
    static const char *const names[] = {CURL_FUNCTIONS(F) 0};
#undef F
    return late_load(CURL_LIBRARY, names, (void (**)(void))(void *)&late_curl_functions, why);
}

#else

bool late_curl(Str *why)
{
    (void)why;
    return true;
}

#endif
#endif
