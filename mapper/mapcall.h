/* mapcall.h: from SDK calls to needs: which IAM action on which resources under which conditions one call requires, and why.
 *
 * All knowledge is data: actions, resource types and ARN templates (data/iam), rules and bindings (data/rules, read by rules.h).
 * What the code leaves open stays a wildcard; nothing is guessed. Everything is allocated in the arena that is given and points into
 * it, into the table and into the calls, which must live as long as the needs. Deterministic.
 */
#ifndef MAPPER_MAPCALL_H
#define MAPPER_MAPCALL_H

#include "core/base/diag.h"
#include "core/base/sdkcall.h"
#include "mapper/table.h"

enum { RESOURCE_CUTOFF_DEFAULT = 4 };

/* The options of the command line that change what a policy says. A zero PolicyOptions is not the default: see policy_options(). */
typedef struct {
    Str region;          /* --region; empty or "*": any */
    Str account;         /* --account; empty or "*": any */
    bool no_kms;         /* --no-kms: no key permissions that only serve another service (kms:ViaService) */
    bool no_conditions;  /* --conditions none: drop conditions that only narrow */
    bool minimize;       /* --minimize-policy-size: actions of different services may share a statement */
    bool individual;     /* --individual-policies: one policy a call, one statement an action, with Sids */
    bool cutoff_given;   /* --resource-cutoff was on the command line */
    iz resource_cutoff;  /* --resource-cutoff; see policy.h */
} PolicyOptions;

/* The defaults: any region and account, safe conditions, merged statements, a cutoff of RESOURCE_CUTOFF_DEFAULT that was not given. */
PolicyOptions policy_options(void);

/* The partition ("aws", "aws-cn") of a region by the patterns in data/partitions.tsv; "*" for an empty region, "*" or a region with
 * unknown parts; an empty Str when no partition has such a region (the CLI's "unknown region"). */
Str partition_of(const Table *t, Str region);

/* The DNS suffix of a partition; "amazonaws.com" for "*". */
Str partition_suffix(const Table *t, Str partition);

/* What gave one variable of an ARN its value. */
typedef struct {
    Str variable;         /* "BucketName"; "arn": the whole ARN; "Region", "Account" when the call decided them */
    Str path;             /* argument: "Bucket", "Delete.Objects[].Key"; "region" for the client's region */
    Str value;            /* text, may contain TEXT_HOLE */
    const Origin *origin; /* chain back to the literal; may be null */
} NeedValue;

typedef VEC(NeedValue) NeedValues;

typedef struct {
    Str arn;           /* as IAM reads it: `*` and `?` are wildcards, literal ones are written ${*} ${?} ${$}; or "*" */
    Str type;          /* resource type in the action's service ("bucket"); empty for "*" and for ARNs that a rule spells out */
    NeedValues values; /* empty: nothing in the code narrows it */
} NeedResource;

typedef struct {
    Str op;        /* "StringEquals", "StringLike", … */
    Str key;       /* "kms:ViaService" */
    StrVec values; /* sorted, unique */
} NeedCondition;

typedef VEC(NeedResource) NeedResources;
typedef VEC(NeedCondition) NeedConditions;

/* One action that one call needs. All pairs (action, resource) are needed under the same conditions. */
typedef struct {
    Str action;                /* "s3:GetObject" */
    NeedResources resources;   /* at least one; sorted by ARN, unique */
    NeedConditions conditions; /* sorted by operator and key; usually none */
    const SdkCall *call;
    Str service;               /* botocore id of the service that was assumed (an ambiguous call has several) */
    Str when;                  /* the rule's condition; empty: the rule always holds, or no rule was used */
    Str source;                /* where the rule was taken from; empty: the action has the operation's own name */
    bool added;                /* a `+` row: comes with the call, is not its own action */
    bool forward;              /* the service uses the caller's rights on its behalf (condition kms:ViaService or aws:CalledVia) */
} Need;

typedef struct {
    Need *v;
    iz n, cap;
} Needs;

/* The needs of all calls, in the order of the calls, within a call in the order of the rule rows; the same need of the same call
 * appears once. A call that needs no permission yields none. A call for which no action is known yields none and a diagnostic. */
Needs map_calls(Arena *a, const Table *t, const SdkCalls *calls, const PolicyOptions *opt, Diags *diags);

/* Appends the needs of one call. */
void map_call(Needs *out, Arena *a, const Table *t, const SdkCall *call, const PolicyOptions *opt, Diags *diags);

/* The action that an operation has by its own name ("s3:GetObject"): the first of the service's IAM prefixes that has it, letter case
 * ignored. Empty when there is none. */
Str map_own_action(Arena *a, const Table *t, Str service, Str operation);

/* Appends text (TEXT_HOLE, TEXT_ONE allowed) as a part of an ARN or condition value: holes become wildcards, literal wildcards and `$`
 * are escaped, characters that a policy document may not hold become `*`. */
void arn_text(Buf *out, Str text);

/* In texts that rules write down, this byte stands for exactly one unknown character (TEXT_HOLE: any run). */
#define TEXT_ONE 0xfe

#endif
