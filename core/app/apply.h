/* apply.h: writing to IAM: fix-access-denied's inline policies, generate-policies' managed ones, and decoding. Without libcurl (make CURL=0)
 * these say that this build cannot. */
#ifndef CORE_APP_APPLY_H
#define CORE_APP_APPLY_H

#include "app.h"
#include "mapper/advice.h"
#include "mapper/policy.h"

typedef enum { APPLY_WRITTEN, APPLY_PLANNED, APPLY_DUPLICATE, APPLY_FAILED } ApplyOutcome;

/* What became of one principal's policy. */
typedef struct {
    ApplyOutcome outcome;
    Str principal_kind; /* "Role", "User" */
    Str principal;      /* its name */
    Str policy;         /* name of the inline policy */
    bool fresh;         /* the policy did not exist before */
    iz added, statements;
    Str document;       /* as written, or as it would be; compact JSON */
    Str code, error;    /* APPLY_FAILED */
    StrVec calls;       /* that were made; with --dry-run also those that would be */
} ApplyResult;

typedef struct {
    ApplyResult *v;
    iz n, cap;
} ApplyResults;

/* Adds the statements of those denials that can be fixed (advice[i].refusal empty) to the principals' policies, one policy a principal; says on stderr
 * what became of each. dry: nothing is written. Returns the exit status: 0; 1 when everything was there already; 2 on any failure. */
int apply_denials(App *app, const Args *args, const Denials *all, const Advice *advice, bool dry, ApplyResults *out);

/* "Results" of the JSON output; nothing when there are none. */
void apply_json(Json *j, const ApplyResults *r);

/* One denial with its advice, as --json prints it. */
void denial_json(App *app, Json *j, const Denial *d, const Advice *v);

/* sts:DecodeAuthorizationMessage. False: *why. */
bool apply_decode(App *app, const Args *args, Str message, Str *json, Str *why);

typedef struct {
    Str name, arn, id;
} ApplyUploaded;

typedef struct {
    iz index; /* of the document, from 0 */
    Str error;
} ApplyRefused;

/* What became of the upload of generated policies. */
typedef struct {
    bool asked;
    VEC(ApplyUploaded) successful;
    VEC(ApplyRefused) failed;
} UploadResult;

/* Creates a managed policy "PREFIX_n" for each document, n the lowest numbers that are free (compat.md, 9). prefix may be empty: the default one.
 * False: nothing was created, reported already. What fails for one document is in out->failed. */
bool apply_upload(App *app, const Args *args, Str prefix, const Policies *policies, UploadResult *out);

/* The key UploadResult of the output. */
void upload_json(Json *j, const void *upload_result);

#endif
