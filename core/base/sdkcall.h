/* sdkcall.h: one AWS SDK call as the resolver hands it to the mapper: which operation, with which arguments, found where and how.
 * Neither language nor SDK matters beyond this point: argument names are the service model's own (Bucket, not bucket).
 *
 * Texts whose value is only partly known are patterns: the byte TEXT_HOLE stands for any run of characters. TEXT_HOLE cannot occur in
 * UTF-8, so a pattern is an ordinary Str. A single hole is a text about which nothing is known.
 */
#ifndef CORE_BASE_SDKCALL_H
#define CORE_BASE_SDKCALL_H

#include "source.h"

#define TEXT_HOLE 0xff

static inline bool text_known(Str s)
{
    return str_find_u8(s, TEXT_HOLE) < 0;
}

/* Where a value came from: a chain from the argument back to the literal, for --explain. */
typedef struct Origin Origin;
struct Origin {
    const Origin *from; /* nearer to the literal; null at the end */
    Str what;           /* text at this step: "BUCKET", "os.environ[\"B\"]", "--env B" */
    Str variable;       /* environment variable that gives the value; empty: none. With `from` null it is not settled */
    Source *src;        /* null: not in a file */
    u32 off, end;       /* end: of `what`, where it is written there as it is; else as off */
};

typedef enum {
    ARG_UNKNOWN, /* present, or perhaps present: nothing known of its value */
    ARG_NULL,    /* None, null, nil: counts as absent */
    ARG_TEXT,    /* strings and numbers; text */
    ARG_BOOL,    /* text "true" or "false" */
    ARG_LIST,    /* items */
    ARG_MAP,     /* fields: structures and maps */
} ArgKind;

/* Limits of the program (limits.h) to which alone it is owed that a value is not known, as bits. */
enum {
    LIMIT_VALUES = 2,   /* too many of them */
    LIMIT_TEXT = 4,     /* too long */
    LIMIT_INVOLVED = 8, /* not followed to its end */
};

typedef struct ArgValue ArgValue;

typedef struct {
    Str name;         /* member name or map key; may be a pattern for a computed map key */
    const ArgValue *value;
    bool maybe;       /* set on some paths only */
} ArgField;

struct ArgValue {
    u8 kind;
    bool open;           /* list, map: may hold more than is listed (spread of something unknown, items added in a loop) */
    u8 limit;            /* ARG_UNKNOWN, what is open, text with holes: the limits that are to blame for it; 0: the code does not say */
    Str text;            /* may contain TEXT_HOLE */
    const Origin *origin;
    const ArgValue *alt; /* another value that it may have instead; null at the end */
    VEC(const ArgValue *) items;
    VEC(ArgField) fields;
};

typedef enum { EVIDENCE_EXACT, EVIDENCE_INFERRED, EVIDENCE_AMBIGUOUS } Evidence;

/* An argument as written, for extract-sdk-calls --full-output. */
typedef struct {
    Str name;      /* keyword, or empty */
    Str text;      /* source text of the value */
    Str value;     /* resolved literal; valid when resolved is set */
    bool resolved;
    u8 splat;      /* 2: dictionary splat */
} CallParam;

typedef struct {
    Str sdk;          /* surface table the evidence came from: "python", "javascript", … */
    Str service;      /* botocore id, "s3" */
    Str operation;    /* model name, "GetObject"; may be an `xop` (data/rules) */
    StrVec services;  /* possible services; more than one only with EVIDENCE_AMBIGUOUS; sorted; holds service too */
    Str written;      /* method name as written, "get_object" */
    Str via;          /* empty, or how: "paginator", "waiter", "presign", "resource", "transfer", … */
    Evidence evidence;
    Source *src;
    u32 off, end;     /* span of the call expression */
    Str text;         /* the call expression as written */
    Str receiver;     /* text of the receiver expression, may be empty */
    VEC(CallParam) params;
    const ArgValue *args; /* ARG_MAP of the operation's input members; open when more may be passed. Never null. Its alternatives (alt) are
                             the sets of arguments of different calling contexts. */
    const ArgValue *region;  /* of the client; null when the code does not say */
    const ArgValue *account; /* likewise */
    const struct Unsettled *unsettled; /* the resolver's own: services that fit, until it is known which ones the project uses */
} SdkCall;

typedef struct {
    SdkCall *v;
    iz n, cap;
} SdkCalls;

#endif
