/* credentials_part.h: what the parts of credentials.c share. */
#ifndef MAPPER_CREDENTIALS_PART_H
#define MAPPER_CREDENTIALS_PART_H

#include "mapper/credentials.h"

/* An environment variable; empty when it is not set. */
Str env_text(const char *name);

/* A small file whole. False: it cannot be read. */
bool small_file(Arena *a, Str path, Str *text); /* false: errno; EFBIG when it is larger than 1 MiB */

/* "~/x" with the home folder in place of ~. */
Str home_path(Arena *a, Str path);

/* Keys from a program's JSON output or a token cache: member names differ in their first letter's case only. False: *why. */
bool keys_from_json(Arena *a, Str json, const char *inner, AwsKeys *out, Str *why);

/* "2026-01-31T10:00:00Z" lies in the past (or is no time: false). */
bool time_passed(Str iso);

/* Runs a command line with the shell and takes its output. False: *why. */
bool run_command(Arena *a, Str command, Str *output, Str *why);

/* The sources that answer over HTTP. */
bool keys_assume(Arena *a, const Table *t, const AwsConfig *c, Str profile, const AwsKeys *by, AwsKeys *out, Str *why);
bool keys_web_identity(Arena *a, const Table *t, const AwsConfig *c, Str role, Str token_file, Str session, AwsKeys *out, Str *why);
bool keys_sso(Arena *a, const Table *t, const AwsConfig *c, Str profile, AwsKeys *out, Str *why);
bool keys_container(Arena *a, AwsKeys *out, Str *why);
bool keys_instance(Arena *a, AwsKeys *out, Str *why);

#endif
