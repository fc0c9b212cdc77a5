/* value.h: what an expression can be, as far as the resolver knows. Values are immutable once they are in a set. */
#ifndef CORE_RESOLVE_VALUE_H
#define CORE_RESOLVE_VALUE_H

#include "core/base/limits.h"
#include "core/base/sdkcall.h"
#include "core/facts/facts.h"

typedef enum {
    V_NULL,
    V_TEXT,       /* text: a pattern (sdkcall.h); numbers too */
    V_BOOL,       /* text: true or false */
    V_LIST,       /* items in order; open: more of the same or unknown */
    V_MAP,        /* fields; open: more fields than listed */
    V_EXTERN,     /* text: path of something outside the project: "boto3.client", "json.load()" */
    V_MODULE,     /* file: a module of the project */
    V_FUNCTION,   /* file, scope; self: the bound receiver or null */
    V_CLASS,      /* file, scope */
    V_INSTANCE,   /* file, scope of the class; site: where it was constructed (may be none) */
    V_OBJECT,     /* an abstract type of the SDK surface: text is its name ("$session") */
    V_CLIENT,     /* service; open: inferred from a session's method of which nothing else is known */
    V_RESOURCE,   /* service, type; fields: identifiers */
    V_COLLECTION, /* service, type of the parent, name; self: parent; fields: arguments so far */
    V_REQUEST,    /* service, type: operation; fields: arguments */
    V_PAGINATOR,  /* service, type: operation */
    V_WAITER,     /* service, type: operation */
    V_METHOD,     /* self: receiver; text: member name */
    V_PARTIAL,    /* self: the callable; site: the call that gave the first arguments */
} ValueKind;

typedef struct Value Value;

/* Why a set, list or map may hold more than is known of it, as bits: a number that is not 0 is a truth. What only limits are to blame for is told
 * to the user (limits_of). Write x | y, not x || y, where the reasons count. */
typedef u8 Open;
enum {
    OPEN = 1,          /* the code does not say */
    OPEN_VALUES = LIMIT_VALUES,
    OPEN_TEXT = LIMIT_TEXT,
    OPEN_INVOLVED = LIMIT_INVOLVED,
};

/* The alternatives that a value may be. open: it may also be something else of which nothing is known. */
typedef struct {
    const Value **v;
    i32 n;
    Open open;
    bool plain; /* a text in it for whose holes limits are to blame (Value.cut) came from the code as well */
} Values;

typedef struct {
    Str name; /* may be a pattern; a single hole: any key */
    Values val;
    bool maybe;
} Field;

/* An expression somewhere in the project, seen from a calling context. */
typedef struct {
    u32 file;
    ExprId expr;
    u32 frame;
} Site;

struct Value {
    u8 kind;
    Open open;
    Open cut;             /* V_TEXT: limits that made holes in it; no part of what it is */
    u32 file;
    ScopeId scope;
    u64 hash;             /* of the contents; 0: not computed. A copy that will be changed must reset it */
    Str text, service, type;
    Str sdk;
    const Value *self;
    Field *fields;
    Values *items;
    i32 nfields, nitems;
    i32 cap;              /* room in fields or items, valid only while own points to this very value: copies share the arrays */
    const Value *own;
    Site site;
    u32 skip;             /* V_PARTIAL: arguments of the site before the callable's own; V_LIST: not 0, when some may stand in it more than once */
    const Origin *origin;
    Values region;        /* V_CLIENT, V_RESOURCE, V_OBJECT: the region that the code chose; n == 0 and not open: none */
};

#define UNKNOWN_VALUES ((Values){.open = OPEN})

/* The limits that are to blame for it; 0: none is, or the code would not say it anyhow. */
static inline u8 limits_of(Open why)
{
    return why & OPEN ? 0 : why;
}

Values values_one(Arena *a, const Value *v);
Values values_union(Arena *a, Values x, Values y);
Values values_add(Arena *a, Values x, const Value *v);
bool says_something(const Value *v); /* it is of an SDK or of a class: more than text, and more than nothing */
bool value_same(const Value *x, const Value *y);
bool values_same(Values x, Values y); /* their members, in this order */
u64 value_hash(const Value *v);
u64 values_hash(u64 h, Values s); /* h: of what stands before */

Value *value_new(Arena *a, ValueKind kind);
Values values_text(Arena *a, Str text, const Origin *origin);
Values values_extern(Arena *a, Str path);

Values values_text_cut(Arena *a, Str text, const Origin *origin, Open cut); /* whose holes limits have made (Value.cut) */
Values values_as_texts(Arena *a, Values x); /* what is open, or nothing at all, becomes a hole */

/* Every alternative of x followed by every one of y, as text. Unknown parts become holes. */
Values values_concat(Arena *a, Values x, Values y);

/* The text of a value that stands in a string; a hole when it is not a text. */
Str value_text(const Value *v);

/* Adjacent holes become one. */
Str text_squeeze(Arena *a, Str s);

extern const Str TEXT_UNKNOWN; /* a single hole */

/* The field of a map (or of identifiers), or an empty set. *found: it is listed. */
Values value_field(Arena *a, const Value *v, Str name, bool *found);

#endif
