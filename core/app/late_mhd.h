/* late_mhd.h: libmicrohttpd, loaded when a server starts (core/base/late.h). Include it in place of microhttpd.h. */
#ifndef CORE_APP_LATE_MHD_H
#define CORE_APP_LATE_MHD_H

#if HAVE_HTTPD

#include <microhttpd.h>

#include "core/base/late.h"

/* Before the first call of a function of libmicrohttpd. False: *why says what is missing. */
bool late_mhd(Str *why);

#if LATE_LOAD

#define MHD_FUNCTIONS(F)                                                                                                                \
    F(MHD_add_response_header) F(MHD_create_response_from_buffer) F(MHD_create_response_from_callback) F(MHD_destroy_response)          \
    F(MHD_get_connection_info) F(MHD_get_connection_values) F(MHD_lookup_connection_value) F(MHD_queue_response)                        \
    F(MHD_resume_connection) F(MHD_start_daemon) F(MHD_stop_daemon) F(MHD_suspend_connection)

typedef struct {
#define F(f) __typeof__(f) *f;
    MHD_FUNCTIONS(F)
#undef F
} LateMhd;

extern LateMhd late_mhd_functions;

#define MHD_add_response_header late_mhd_functions.MHD_add_response_header
#define MHD_create_response_from_buffer late_mhd_functions.MHD_create_response_from_buffer
#define MHD_create_response_from_callback late_mhd_functions.MHD_create_response_from_callback
#define MHD_destroy_response late_mhd_functions.MHD_destroy_response
#define MHD_get_connection_info late_mhd_functions.MHD_get_connection_info
#define MHD_get_connection_values late_mhd_functions.MHD_get_connection_values
#define MHD_lookup_connection_value late_mhd_functions.MHD_lookup_connection_value
#define MHD_queue_response late_mhd_functions.MHD_queue_response
#define MHD_resume_connection late_mhd_functions.MHD_resume_connection
#define MHD_start_daemon late_mhd_functions.MHD_start_daemon
#define MHD_stop_daemon late_mhd_functions.MHD_stop_daemon
#define MHD_suspend_connection late_mhd_functions.MHD_suspend_connection

#endif
#endif
#endif
