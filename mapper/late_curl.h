/* late_curl.h: libcurl, loaded when it is first used (core/base/late.h). Include it in place of curl/curl.h. */
#ifndef MAPPER_LATE_CURL_H
#define MAPPER_LATE_CURL_H

#if HAVE_CURL

#if LATE_LOAD
#define CURL_DISABLE_TYPECHECK
#endif
#include <curl/curl.h>

#include "core/base/late.h"

/* Before the first call of a function of libcurl. False: *why says what is missing. Threads take turns by themselves (pthread_once). */
bool late_curl(Str *why);

#if LATE_LOAD

#undef curl_easy_setopt
#undef curl_easy_getinfo

#define CURL_FUNCTIONS(F)                                                                                                               \
    F(curl_easy_cleanup) F(curl_easy_getinfo) F(curl_easy_init) F(curl_easy_perform) F(curl_easy_setopt) F(curl_easy_strerror)          \
    F(curl_global_init) F(curl_slist_append) F(curl_slist_free_all)

typedef struct {
#define F(f) __typeof__(f) *f;
    CURL_FUNCTIONS(F)
#undef F
} LateCurl;

extern LateCurl late_curl_functions;

#define curl_easy_cleanup late_curl_functions.curl_easy_cleanup
#define curl_easy_getinfo late_curl_functions.curl_easy_getinfo
#define curl_easy_init late_curl_functions.curl_easy_init
#define curl_easy_perform late_curl_functions.curl_easy_perform
#define curl_easy_setopt late_curl_functions.curl_easy_setopt
#define curl_easy_strerror late_curl_functions.curl_easy_strerror
#define curl_global_init late_curl_functions.curl_global_init
#define curl_slist_append late_curl_functions.curl_slist_append
#define curl_slist_free_all late_curl_functions.curl_slist_free_all

#endif
#endif
#endif
