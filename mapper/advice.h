/* advice.h: what to do about a denial: the statement to add, or the document that must change and what it must say.
 *
 * Only what nothing allowed can be allowed by a statement. It is scoped as generated policies are: the resource that IAM compared when the
 * message names it; "*" where the action supports nothing narrower; else every ARN that the action accepts. */
#ifndef MAPPER_ADVICE_H
#define MAPPER_ADVICE_H

#include "core/base/json.h"
#include "mapper/denied.h"

typedef enum {
    ADVICE_IDENTITY,  /* add the statement to a policy of the principal */
    ADVICE_RESOURCE,  /* add the statement to the policy of the resource */
    ADVICE_TRUST,     /* add the statement to the role's trust policy */
    ADVICE_DOCUMENT,  /* another document must allow it (boundary, session, SCP, RCP, endpoint) */
    ADVICE_DENY,      /* a Deny statement must change */
    ADVICE_DECODE,    /* decode the message first */
    ADVICE_LOOK,      /* the message does not say enough */
    ADVICE_NONE,      /* not IAM */
} AdviceKind;

typedef struct {
    AdviceKind kind;
    bool statement;       /* action and resource hold one */
    Str action, resource; /* resource is empty in trust policies */
    Str principal_key;    /* "AWS", "Service"; empty: none */
    Str principal;        /* for the Principal element */
    Str refusal;          /* why it cannot be applied by us; empty: it can (ADVICE_IDENTITY only) */
    StrVec lines;         /* what to do, one sentence each */
    StrVec followups;     /* actions that AWS lists as needed with this one */
} Advice;

Advice advice_for(Arena *a, const Table *t, const Denial *d);

/* A statement: {"Sid"?, "Effect":"Allow", "Principal"?, "Action":"a","Resource":"r"}. */
void advice_statement(Json *j, const Advice *v, Str sid);

/* "IamPolicyAutopilot" + service + action + date ("20260131", may be empty): letters and digits only. */
Str advice_sid(Arena *a, Str action, Str date);

/* Why no policy of ours may go to this principal; empty: it may. Judged by what the ARN says. */
Str principal_refusal(Arena *a, const Principal *p);

#endif
