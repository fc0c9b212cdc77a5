/* evaluate.h: what IAM would answer. Evaluates identity policies against a request that may be known only in part.
 *
 * Answers are three-valued: EVAL_YES and EVAL_NO hold for every request that fits the question, EVAL_MAYBE depends on what only run
 * time knows (a resource pattern that a statement covers in part, a condition on an unknown key). Resource patterns are compared as
 * sets of texts: containment and intersection are decided exactly. An explicit Deny wins over every Allow.
 */
#ifndef MAPPER_EVALUATE_H
#define MAPPER_EVALUATE_H

#include "core/base/str.h"

typedef enum { EVAL_NO, EVAL_MAYBE, EVAL_YES } EvalAnswer;

/* One operator of a Condition block on one key. */
typedef struct {
    Str op;        /* as written: "ForAnyValue:StringLikeIfExists" */
    Str key;
    StrVec values;
} EvalCondition;

typedef struct {
    i32 policy;    /* which policy of the set, from 0 */
    i32 index;     /* which statement in it, from 0 */
    bool deny;
    Str sid;
    bool not_action, not_resource;
    StrVec actions;   /* Action, or NotAction when not_action */
    StrVec resources; /* Resource, or NotResource when not_resource */
    VEC(EvalCondition) conditions;
} EvalStatement;

typedef struct {
    VEC(EvalStatement) statements;
    iz policies;
} PolicySet;

/* Reads policies from JSON text: one identity policy, an array of them, or the output of generate-policies. All strings are copied to
 * a. False and *error (one line) when the text is no such thing. */
bool policyset_parse(PolicySet *out, Arena *a, Str json, Str *error);

/* A condition key of the request. */
typedef struct {
    Str key;       /* letter case does not matter */
    StrVec values; /* patterns as in a policy (`*`, `?`, ${*}); several: a multi-valued key, or (any) alternatives */
    bool absent;   /* the request certainly does not carry the key */
} EvalKey;

typedef struct {
    Str action;           /* one action: "s3:GetObject" */
    Str resource;         /* pattern as in a policy; "*": the action takes no resource, or any */
    VEC(EvalKey) context; /* keys that are known; all others are unknown */
    bool open_fields;     /* a partition, region or account of "*" in `resource` stands for the one that the policy means */
} EvalAsk;

typedef struct {
    EvalAnswer answer;
    bool denied;      /* NO or MAYBE because of a Deny statement */
    i32 statement;    /* the statement that decided, or -1: nothing speaks of it */
    Str undecided;    /* MAYBE: the condition key, or the resource pattern, that leaves it open */
} EvalResult;

EvalResult evaluate(Arena *a, const PolicySet *set, const EvalAsk *ask);

/* Whether one statement matches the question (its Effect aside). */
EvalAnswer statement_matches(Arena *a, const EvalStatement *s, const EvalAsk *ask, Str *undecided);

/* Patterns of actions: letter case ignored, `*` and `?`. */
bool action_covers(Str pattern, Str action);

/* Resource patterns as IAM writes them. covers: every ARN that matches inner matches outer. meets: some ARN matches both. "*" covers
 * everything; other ARNs are compared field by field, the sixth field holding the rest. Policy variables (${aws:username}) may stand
 * for any text: they never cover, they may meet. */
bool arn_covers(Arena *a, Str outer, Str inner);
bool arn_meets(Arena *a, Str x, Str y);

/* The same for plain texts (no fields). */
bool text_covers(Arena *a, Str outer, Str inner);
bool text_meets(Arena *a, Str x, Str y);

#endif
