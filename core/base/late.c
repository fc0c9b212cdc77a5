/* late.c: see late.h. */
#include "late.h"

#if LATE_LOAD

#include <dlfcn.h>
#include <string.h>

static Str reason(const char *otherwise)
{
    const char *e = dlerror();
    return str_c(e ? e : otherwise);
}

bool late_load(const char *file, const char *const *functions, void (**slots)(void), Str *why)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        *why = reason(file);
        return false;
    }
    for (iz i = 0; functions[i]; i++) {
        void *f = dlsym(library, functions[i]);
        if (!f) {
            *why = reason(functions[i]);
            return false;
        }
        memcpy(&slots[i], &f, sizeof f);
    }
    return true;
}

#else

bool late_load(const char *file, const char *const *functions, void (**slots)(void), Str *why)
{
    (void)file, (void)functions, (void)slots, (void)why;
    return true;
}

#endif
