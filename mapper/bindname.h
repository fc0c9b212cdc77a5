/* bindname.h: how a template variable is bound when no rule says so: by the names of the operation's arguments.
 *
 * Names are compared without case and punctuation. For ${TableName} of resource type `table` the arguments that count are, in this
 * order: the variable's own name (TableName, or TableNames as a list); for a general variable (Id, Name, ResourceId …) or the only one
 * of a template the type with an ending (vpcId, vpc, VpcArn); the variable without its ending (Table, TableArn, TableId, TableUrl's last part);
 * an argument that names any resource (ResourceArn, resource, arn) as the whole ARN; at last Name, Id, Identifier or Arn, when the
 * operation's name ends in the resource type.
 */
#ifndef MAPPER_BINDNAME_H
#define MAPPER_BINDNAME_H

#include "mapper/rules.h"

typedef struct {
    Str variable;             /* the variable, or "arn": the argument is the whole ARN */
    const BindSource *source; /* null: no argument binds it */
} NameBinding;

/* The binding of one variable. template has the variable. */
NameBinding bind_by_name(Arena *a, const Table *t, Str service, Str operation, Str type, Str template, Str variable);

#endif
