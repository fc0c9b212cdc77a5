/* iam_api.h: the calls to IAM and STS that this program makes. Each answers true, or false with *error filled; lists are read to their last page.
 *
 * Only what is asked for is written. Nothing here prints. Strings are in the client's arena. */
#ifndef MAPPER_IAM_API_H
#define MAPPER_IAM_API_H

#include "mapper/credentials.h"

typedef struct {
    Str code;    /* "NoSuchEntity"; "transport", "answer" for failures of our own */
    Str message;
    long status;
} ApiError;

typedef struct {
    Arena *a;
    const Table *t;
    AwsConfig config;
    AwsKeys keys;
    Str region;     /* for STS */
    Str iam_url, iam_region, sts_url;
    StrVec *log;    /* the calls that were made, "iam:GetRole app"; may be null */
} ApiClient;

/* Configuration, credentials and endpoints. partition: the one that the region must lie in ("aws-cn"; empty: any); region: of --region, or empty.
 * False: *why. */
bool api_open(ApiClient *c, Arena *a, const Table *t, Str profile, Str region, Str partition, Str *why);

typedef struct {
    Str account, arn;
} ApiCaller;
bool api_caller(ApiClient *c, ApiCaller *out, ApiError *error);

bool api_decode(ApiClient *c, Str message, Str *json, ApiError *error);

typedef enum { ENTITY_ROLE, ENTITY_USER } EntityKind;

/* The ARN (with its path) of a role or user. */
bool api_entity_arn(ApiClient *c, EntityKind kind, Str name, Str *arn, ApiError *error);

/* Names of all its inline policies. */
bool api_inline_names(ApiClient *c, EntityKind kind, Str name, StrVec *out, ApiError *error);

/* One inline policy's document, decoded JSON text. */
bool api_inline_get(ApiClient *c, EntityKind kind, Str name, Str policy, Str *document, ApiError *error);
bool api_inline_put(ApiClient *c, EntityKind kind, Str name, Str policy, Str document, ApiError *error);

/* Names of all customer managed policies. */
bool api_policy_names(ApiClient *c, StrVec *out, ApiError *error);

typedef struct {
    Str name, arn, id;
} ApiPolicy;
bool api_policy_create(ApiClient *c, Str name, Str document, ApiPolicy *out, ApiError *error);

#endif
