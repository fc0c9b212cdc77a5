/* arn.h: ARN templates of the IAM data (arn:${Partition}:s3:::${BucketName}/${ObjectName}) and what arguments make of them.
 *
 * An argument fills a variable with a name, or it is an ARN itself: an ARN of the template's own kind takes the template's place, an ARN
 * of the kind that the template starts with (a table's for table/${TableName}/index/${IndexName}) takes the place of that start.
 */
#ifndef MAPPER_ARN_H
#define MAPPER_ARN_H

#include "mapper/mapcall.h"
#include "mapper/rules.h"

/* What stands for ${Partition}, ${Region} and ${Account}: texts; a single hole when not known. */
typedef struct {
    Str partition, region, account;
} Place;

/* The place of a region and account given as options or found in the code; either may be empty, "*" or partly unknown. */
Place place_of(const Table *t, Str region, Str account);

/* 12 digits. */
bool account_valid(Str s);

typedef struct {
    Str variable; /* as in the template, or "arn" */
    BoundText value;
} ArnVariable;

typedef VEC(ArnVariable) ArnVariables;

typedef enum {
    ARN_OPEN,  /* no variable got a value: the template with wildcards */
    ARN_BOUND, /* at least one did */
    ARN_OTHER  /* an argument is an ARN of another kind than the template's; *out is the template with wildcards */
} ArnFit;

/* Fills one template. *out is the resource as IAM reads it ("*" when the result is no ARN); what gave it its values is added to
 * *values (may be null). Region and Account among the variables replace the place's when they are valid. */
ArnFit arn_fill(Arena *a, const Table *t, Str template, const ArnVariables *vars, Place place, Str *out, NeedValues *values);

/* The variables of a template but for partition, region and account, in order. */
StrVec arn_variables(Arena *a, Str template);

/* Cuts the next of several templates (separated by commas and blanks) from *rest. */
bool arn_next_template(Str *rest, Str *template);

/* The template with every variable a wildcard: the set of all its ARNs, as IAM reads it. */
Str arn_any(Arena *a, Str template);

#endif
