/* eval.h: what the pieces of the evaluator share; inside the resolver. */
#ifndef CORE_RESOLVE_EVAL_H
#define CORE_RESOLVE_EVAL_H

#include "surface.h"

void map_merge(Project *p, Value *m, Values from, bool maybe);
/* Sets one entry in place of what there is under its name; maybe: or besides it. */
void map_field(Project *p, Value *m, Str name, Values val, bool maybe);
void map_put_value(Project *p, Value *m, Values key, Values val, bool maybe);
bool map_full(const Value *m); /* further entries would be left out */
void list_add(Project *p, Value *l, Values item);
bool text_full(Values v); /* it is longer than texts are kept: what follows is of no use */
bool adds_numbers(Values x, Values y); /* x + y is a sum, not one text after the other */
Values values_plus(Project *p, Values x, Values y);
Values values_slash(Project *p, Values x, Values y); /* parts of a path; unknown where they may be numbers */
Values text_slice(Project *p, const Value *text, Site s, const Expr *bounds);

/* v with the changes that reach the use of `key` ("params", "self.params") at off: items set, maps updated, lists appended to. */
Values changed_more(Project *p, Values v, Open why); /* v, with changes that nobody looks at */
bool may_have_changes(Project *p, u32 file, Values v); /* false: with_changes gives v */
Values with_changes(Project *p, Site use, Str key, ScopeId scope, u32 off, Values v);

/* members.c: the class that a method may run for: its own, or one of those below; of many, open */
Values with_subclasses(Project *p, const Value *cls);

/* held.c */
Values with_items_held(Project *p, const Facts *f, ExprId obj, Values keys, Values v); /* obj[key], when v says nothing of it */
bool is_settings_module(const Head *h, Str stem); /* settings.py, or a file in settings/ */
Values settings_module(Project *p, Str stem, Str name); /* a name of the project's modules that are called so */
Values environment_field(Project *p, const Value *inst, Str name, Values own); /* own, or the variable that fills the field */

Values by_provider(Project *p, Values providers, Site at); /* what functions return or yield that a framework calls for a parameter */
/* named.c */
bool named_literal(Project *p, Site s, const Expr *e, Values *out);          /* T{…}; false: T is no map or list */
Values method_by_type(Project *p, Site s, Values obj, Values v);             /* v, or obj's method where the declared type of obj has it */

/* Decode(x), flag.StringVar(&x): what the call is given it may fill from outside. */
bool fills_arguments(Project *p, const Facts *f, ExprId call);          /* by its name */
bool given_to_fill(const Facts *f, ExprId arg, bool fills);             /* by its name, or by address */
Values opened(Project *p, Values v, int depth);                         /* the same, and what else it may be filled with */
bool class_filled(Project *p, const Value *inst); /* a function fills its parameter of this class; or anything does, or its fields have tags, and this may be that */

/* Whether the name belongs to a function around scope, not to the module. */
bool lookup_is_local(Project *p, u32 file, Str name, ScopeId scope);

/* The call of every alternative. at: the calling place; expr 0: no arguments are known. */
Values call_values(Project *p, Values callee, Site at);

Values map_get_call(Project *p, const Value *map, Site call); /* what a map has under the call's first argument */
Values map_parts(Project *p, const Value *m, Str how);
Values map_pairs(Project *p, Values v); /* maps as lists of their [key, value] */ /* "items", "keys", "values" of a map, as a list */

Values surface_index(Project *p, const Surface *s, const Value *recv, Site at, Values key);
Values collection_items(Project *p, const Value *collection);
/* What a declaration without a value starts with: inputs without members. */
Values values_zero(Project *p, Values t);

/* format.c: texts made by functions: Sprintf(format, …), ToLower(text), … */
Values format_text(Project *p, Values format, Site call); /* format with all arguments of the call */
Values format_call(Project *p, Str how, Site call);

bool is_enum(Project *p, const Value *v); /* a class or an instance: of an enum */
Values enum_names(Project *p, const Value *inst);
Values class_argument(Project *p, Site call, Values classes); /* instances of the classes that an argument names: X.class */
/* Whether a row "$type.NAME" says that a generic type of this name is "transparent" to its arguments (Optional, Promise), a "mapping", a "list",
 * a "box" or a "provider" (Depends). */
bool type_is(Project *p, const Facts *f, Str name, Str what);
Values class_values(Project *p, const Value *cls); /* the members of an enum */

Str object_type(const Value *v); /* the abstract type whose methods a value has: "$list", or empty */

#endif
