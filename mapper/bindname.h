/* bindname.h: how a template variable is bound when no rule says so: by the names of the operation's arguments.
 *
 * Names are compared without case and punctuation. For ${TableName} of resource type `table` the arguments that count are, in this
 * order: the variable's own name (TableName, or TableNames as a list); for a general variable (Id, Name, ResourceId …) or the only one
 * of a template the type with an ending (vpcId, VpcArn, vpc); the variable without its ending (TableArn, TableId, Table, the last part of
 * TableUrl; but never a name for an id); an argument that names any resource (ResourceArn, resource, arn) as the whole ARN; at last
 * Name, Id, Identifier or Uuid, when the operation's name is a verb and the type. An argument that is called like another variable of the
 * template belongs to that one.
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

/* The argument that is called as the type with Arn behind it ("FirewallArn" of Firewall), or null: where an operation takes the name or
 * the ARN in two arguments, bind_by_name gives the name. */
const BindSource *arn_by_name(Arena *a, const Table *t, Str service, Str operation, Str type);

#endif
