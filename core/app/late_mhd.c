/* late_mhd.c: see late_mhd.h. */
#if HAVE_HTTPD

#include "late_mhd.h"

#if LATE_LOAD

LateMhd late_mhd_functions;

bool late_mhd(Str *why)
{
#define F(f) #f,
    static const char *const names[] = {MHD_FUNCTIONS(F) 0};
#undef F
    return late_load(MHD_LIBRARY, names, (void (**)(void))(void *)&late_mhd_functions, why);
}

#else

bool late_mhd(Str *why)
{
    (void)why;
    return true;
}

#endif
#endif
