/* denied.h: finds what AWS refused in any text: an error message, a log, an event, a terminal's screen.
 *
 * The text is first brought back to what AWS wrote (denied_text.c): escapes of JSON and XML, colours and Terraform's bars go, line ends become
 * blanks that any rule may cross. JSON inside it is read as JSON (denied_event.c): CloudTrail events, decoded authorization messages, strings
 * that hold JSON again. Everything else is searched for the sentences that denied.c knows.
 *
 * A denial is one request that was refused. Only what AWS says counts: a sentence must name an action of IAM, an envelope must carry an error
 * code of a refusal. Text that is about denials (documentation, source code with placeholders, other programs' messages) gives none.
 */
#ifndef MAPPER_DENIED_H
#define MAPPER_DENIED_H

#include "mapper/table.h"

typedef enum {
    DENIAL_UNSTATED,  /* the message does not say which policy: usually an identity policy */
    DENIAL_IDENTITY,  /* identity-based policy */
    DENIAL_RESOURCE,  /* resource-based policy */
    DENIAL_BOUNDARY,  /* permissions boundary */
    DENIAL_SESSION,   /* session policy */
    DENIAL_SCP,       /* service control policy */
    DENIAL_RCP,       /* resource control policy */
    DENIAL_ENDPOINT,  /* VPC endpoint policy */
    DENIAL_TRUST,     /* trust policy of a role */
    DENIAL_NOT_IAM,   /* refused, but not by an IAM policy; see why */
} DenialKind;

typedef enum {
    PRINCIPAL_UNKNOWN, /* the message does not say */
    PRINCIPAL_ROLE,
    PRINCIPAL_USER,
    PRINCIPAL_SESSION, /* assumed-role/ROLE/SESSION: the role's path is not in it */
    PRINCIPAL_FEDERATED,
    PRINCIPAL_ROOT,
    PRINCIPAL_ACCOUNT, /* an account id is all that is said */
    PRINCIPAL_ANONYMOUS,
    PRINCIPAL_SERVICE, /* lambda.amazonaws.com */
    PRINCIPAL_OTHER,
} PrincipalKind;

typedef struct {
    PrincipalKind kind;
    Str text;      /* as in the message */
    Str partition; /* "aws"; empty when not known */
    Str account;   /* 12 digits; empty when not known */
    Str path;      /* "/team/" of a role or user whose ARN says it; "/" for none; empty: not known */
    Str name;      /* of the role or user, without its path */
    Str session;
    Str role;      /* ARN of the role behind a session, with its path, when the text (an event) tells it */
} Principal;

typedef struct {
    Principal principal;
    Str action;         /* "sqs:SendMessage", in the table's letters; empty: not known */
    bool action_listed; /* the table has it */
    Str resource;       /* the ARN that IAM compared, or "*"; empty: not known */
    Str resource_text;  /* as in the message */
    bool literal;       /* wildcards in `resource` are characters of a name */
    bool path_unknown;  /* `resource` was said by name alone: it may have a path */
    DenialKind kind;
    bool explicit_deny; /* a Deny statement matched; else nothing allowed it */
    DenialKind through; /* "transitively through": the policy behind; DENIAL_UNSTATED: none */
    Str policy_arn;     /* of the policy that denies, when it is said */
    Str encoded;        /* encoded authorization message */
    Str why;            /* DENIAL_NOT_IAM: what it is, in our words */
    Str code;           /* error code of the envelope, when seen */
    Str operation;      /* operation that was called, when the envelope or event says it */
    Str service;        /* botocore id of its service, when known */
    bool guessed;       /* no sentence: the action follows from the operation */
    iz off, end;        /* span in the input; for what stands in JSON, that of the JSON value */
    Str text;           /* the sentence without escapes and line ends */
} Denial;

typedef struct {
    Denial *v;
    iz n, cap;
} Denials;

enum { DENIED_TEXT_MAX = 64 << 20 };

/* All denials of the text (at most DENIED_TEXT_MAX bytes are read), in its order, each once. Allocates in a; strings point into a or the table. */
Denials denials_find(Arena *a, const Table *t, Str text);

/* Reads what sts:DecodeAuthorizationMessage returns (the JSON text) into d: principal, action, resource, kind. False: it is no such thing. */
bool denial_decoded(Denial *d, Arena *a, const Table *t, Str json);

/* "ImplicitIdentity", "ExplicitServiceControlPolicy", "NotIAM", … */
Str denial_name(Arena *a, const Denial *d);

/* "service control policy" */
Str denial_policy(DenialKind kind);

/* How AWS calls each kind of policy; several names may mean one kind. Ends with an empty name. */
typedef struct {
    Str name;
    DenialKind kind;
    Str article; /* in "with an explicit deny in ARTICLE NAME" */
} PolicyName;
extern const PolicyName policy_names[];

/* Parses a principal: an ARN of a caller, an account id, "anonymous", a service. */
Principal principal_parse(Arena *a, Str text);

#endif
