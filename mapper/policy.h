/* policy.h: from needs to policy documents: exact merging, order, size, and the JSON that people and programs read (compat.md, 2).
 *
 * Merging is exact: every pair (action, resource) of a statement is needed, under its conditions, by some call. Statements and all
 * lists are sorted bytewise, so the same needs give the same bytes. A document has at most POLICY_LIMIT characters (blanks not
 * counted): what does not fit goes to the next one; a statement stays whole unless it alone is too long.
 *
 * --resource-cutoff N: a statement with more than N ARNs gets the resource "*". Without the option N is RESOURCE_CUTOFF_DEFAULT, and
 * then only statements collapse in which no ARN carries a name from the code: the default never throws away what the code says.
 */
#ifndef MAPPER_POLICY_H
#define MAPPER_POLICY_H

#include "core/base/json.h"
#include "mapper/mapcall.h"

enum { POLICY_LIMIT = 6144 };

typedef struct {
    Str sid;                   /* [A-Za-z0-9]+, unique in its document; empty in merged policies */
    StrVec actions;            /* sorted, unique */
    StrVec resources;          /* sorted, unique; ARNs or "*" */
    NeedConditions conditions; /* sorted */
} Statement;

typedef VEC(Statement) StatementVec;

typedef struct {
    StatementVec statements;
} PolicyDoc;

typedef struct {
    PolicyDoc *v;
    iz n, cap;
    const Needs *needs; /* what it was built from */
} Policies;

/* Builds and checks the documents: every need is allowed by them, every action exists and accepts the resource that it is given. A
 * failure is our own fault: a diagnostic `self_check` of level error; the documents are returned all the same. needs must outlive
 * the result. */
Policies policies_build(Arena *a, const Table *t, const Needs *needs, const PolicyOptions *opt, Diags *diags);

/* Writes one document: {"Id","Version","Statement"}. Action and Resource are always arrays. */
void policy_json(Json *j, const PolicyDoc *doc);

/* Writes one statement: Sid (when it has one), Effect, Action, Resource, Condition (when it has one). */
void statement_json(Json *j, const Statement *s);

/* A row of ResourceBindingExplanations that does not come from the code (Terraform). */
typedef struct {
    Str arn, source, type, name, location;
    Str side; /* "After", "Before" or empty */
} BindingNote;

typedef VEC(BindingNote) BindingNotes;

typedef struct {
    bool pretty;
    bool explain;                /* --explain was given */
    StrVec explain_actions;      /* its patterns: letter case ignored, `*` only */
    bool explain_bindings;       /* --explain-resources was given */
    StrVec explain_arns;         /* its patterns: `*` and `?` */
    bool only_explanations;      /* without Policies and Warnings */
    const BindingNotes *extra;   /* more bindings; may be null */
    void (*tail)(Json *j, const void *with); /* writes more keys of the top object (UploadResult); may be null */
    const void *tail_with;
} PolicyPrint;

/* Appends the whole output of generate-policies: Policies, then Explanations, ResourceBindingExplanations, Warnings and the tail, as
 * far as they are asked for and not empty. Compact without a newline; pretty ends with one newline. */
void policies_json(Buf *out, Arena *a, const Table *t, const Policies *p, const PolicyPrint *print);

/* Characters of a document that count for IAM's limits: those of its compact JSON. */
iz policy_size(Arena *a, const PolicyDoc *doc);

/* "path:line.col-line.col" of a span, one-based, end exclusive. */
Str span_text(Arena *a, Source *src, u32 off, u32 end);

#endif
