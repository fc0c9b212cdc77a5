/* statics.h: types of expressions in languages that tell every type (Go), without following values. */
#ifndef CORE_RESOLVE_STATICS_H
#define CORE_RESOLVE_STATICS_H

#include "project.h"

typedef enum {
    ST_UNKNOWN,
    ST_MODULE,    /* file: a package of the project */
    ST_OUT_NAME,  /* path: a package, function, variable, type or member outside of the project */
    ST_OUT_CALL,  /* path: what calling it gives */
    ST_OUT,       /* path: a value of this type, which is outside of the project */
    ST_CLASS,     /* file, id: ScopeId; the type itself */
    ST_INSTANCE,  /* file, id: a value of that type */
    ST_SHAPE,     /* file, id: a value of this type expression: a map, a list, a function; name: its type's, if it has one */
    ST_SHAPE_TYPE, /* the same for the type itself */
    ST_FUNCTION,  /* file, id: ScopeId; a function or method of the project */
    ST_RESULTS,   /* file, id: several results */
} StaticKind;

typedef struct Static {
    u8 kind;
    u32 file;
    u32 id;
    Str path, name;
} Static;

/* Whether the file's language tells every type. */
bool tells_types(const Facts *f);

/* ST_UNKNOWN when the declarations do not say. */
Static static_of(Project *p, u32 file, ExprId e);
Static static_type(Project *p, u32 file, ExprId type, ScopeId scope);

/* What calling a method or function can be, by the type of its receiver. */
typedef enum {
    CALLS_OTHER,  /* certainly nothing of an SDK */
    CALLS_MAYBE,
} StaticCall;

StaticCall static_call(Project *p, u32 file, ExprId call);

/* Whether an expression is certainly not the function, by its type: another one, which is not declared by an interface. */
bool static_other(Project *p, u32 file, ExprId e, u32 fnfile, ScopeId fn);

/* Whether a declared type says all that matters of a parameter that nobody is known to pass: a struct of the project, whose fields are known
 * by its type, or something of a package that no SDK table knows. *v: a value of it. */
bool static_tells(Project *p, u32 file, ExprId type, ScopeId scope, Values *v);

/* Whether what stands outside of the project under that path is of an SDK. */
bool static_of_sdk(Project *p, Str lang, Str path);

Static static_member(Project *p, Static of, Str name);

/* escape.c: whether other code may call methods of values of this struct. */
bool escapes(Project *p, u32 file, ScopeId cls);

/* Values of the SDK that an expression's declared type alone shows (a client, a request); n == 0: none. */
Values static_values(Project *p, u32 file, ExprId e);

#endif
