/* aws_http.h: one HTTP request to AWS: signed when keys are given, TLS verified, through the proxies of the environment, within time limits, and
 * sent again with growing pauses when the service throttles or fails. Nothing of it is printed; errors never hold secrets. */
#ifndef MAPPER_AWS_HTTP_H
#define MAPPER_AWS_HTTP_H

#include "core/base/str.h"

/* Credentials. */
typedef struct {
    Str access, secret, token; /* token may be empty */
    Str account;               /* when the source tells it */
    Str source;                /* where they come from: "environment", "profile x" … */
} AwsKeys;

typedef struct {
    Str method, url;
    StrVec headers;       /* "Name: value" */
    Str body;             /* of POST and PUT */
    const AwsKeys *keys;  /* null: not signed */
    Str service, region;  /* that it is signed for */
    int connect_ms, total_ms; /* 0: the defaults (10 s, 30 s) */
    int attempts;         /* 0: the default */
    bool direct;          /* no proxy: addresses of the machine itself */
    bool once;            /* doing it twice is not the same: not again after a failure whose outcome is unknown */
} AwsRequest;

typedef struct {
    long status;          /* 0: no answer; error says why */
    Str body;
    Str error;
} AwsResponse;

enum { AWS_BODY_MAX = 16 << 20 };

/* Sends it. True: there is an answer, whatever its status. Strings are in a. */
bool aws_send(Arena *a, const AwsRequest *r, AwsResponse *out);

/* Appends text as a value of a query string or form. */
void aws_encode(Buf *out, Str text);

#endif
