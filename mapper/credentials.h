/* credentials.h: whose name requests carry: region and keys from where the AWS tools look for them, in their order.
 *
 * Environment (unless --profile was given); the profile: role_arn with source_profile or credential_source, a web identity token, an SSO or
 * `aws login` session, keys in the credentials or config file, credential_process; the container's endpoint; the instance's (IMDSv2).
 * A source that is configured and fails is an error: no other is tried. Error texts never hold secrets. */
#ifndef MAPPER_CREDENTIALS_H
#define MAPPER_CREDENTIALS_H

#include "mapper/aws_http.h"
#include "mapper/table.h"

/* The shared configuration: every section of both files. */
typedef struct {
    Str section;   /* "profile x", "sso-session y"; of the credentials file "credentials x" */
    Str key, value;
} AwsSetting;

typedef struct {
    VEC(AwsSetting) settings;
    Str profile;       /* the one in use */
    bool chosen;       /* by --profile */
    Str unread;        /* what a file that is there was not read for; empty: all were */
    Str region;        /* AWS_REGION, AWS_DEFAULT_REGION, the profile's; empty: none */
    Str endpoint_iam, endpoint_sts; /* configured addresses; empty: AWS's own */
} AwsConfig;

/* Reads environment and files. profile: of --profile, or empty. False: *why. */
bool aws_config(Arena *a, Str profile, AwsConfig *out, Str *why);

/* A setting of a profile; empty when it has none. */
Str aws_setting(const AwsConfig *c, Str profile, Str key);

/* Finds keys. False: *why says what is missing or failed. */
bool aws_keys(Arena *a, const Table *t, const AwsConfig *c, AwsKeys *out, Str *why);

/* Where STS answers for a region: the configured address, or its regional one. */
Str aws_sts_url(Arena *a, const Table *t, const AwsConfig *c, Str region);

/* Reads the INI text of a shared configuration file; sections without a kind get `plain` before their name. For tests. */
void aws_config_read(Arena *a, AwsConfig *c, Str text, Str plain);

#endif
