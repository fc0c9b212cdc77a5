/* rules.h: the rule language of data/rules: parsing, and evaluation against the arguments of a call. The -rules(5) man page says the
 * same at length.
 *
 * PATHS name arguments in the service model's own terms:
 *   Bucket   Tagging.TagSet   Delete.Objects[].Key   RequestItems{} (values of a map)   RequestItems{keys} (its keys)
 * A path with `[]` or `{}` stands for one element. A row is evaluated once for every element (and for every combination of elements
 * of different lists); the same list in `when` and `bind` means the same element, so that `has(Objects[].VersionId)` with
 * `ObjectName=Objects[].Key` speaks of those objects that have a version. A value that may be one of several (a conditional
 * expression, a loop over literals) and a member that is set on some paths only are treated alike: the row is evaluated for each.
 *
 * WHEN is `-` (always) or an expression of
 *   has(Path)  eq(Path,v)  in(Path,v,v…)  prefix(Path,v)  suffix(Path,v)  match(Path,glob)  imatch(Path,glob)  true(Path)  false(Path)
 *   sure(expr)  not expr  expr and expr  expr or expr  ( expr )
 * with values bare or in double quotes. It is yes, no or unknown: an absent or null argument (and an empty list or map) makes every
 * test no; an argument that is there, or may be there, with an unknown value makes it unknown; partly known texts are compared as
 * far as they go. Unknown counts as yes. sure(x) is yes when x is yes, otherwise no.
 *
 * BIND is a blank-separated list of Variable=source. A source is
 *   Path | keys(Path) | "literal"        in a literal `*` is any run and `?` one character
 *   first(s,x)  before(s,x)              text before the first x; the whole text without x. They differ where a text is partly unknown:
 *                                        for first the unknown part may hold an x, for before it holds none
 *   after(s,x)                           text after the first x; absent without x
 *   last(s,x)                            text after the last x; the whole text without x
 *   cat(s,s,…)                           the texts one after the other; absent when one of them is
 *   like(s,glob)                         the text when it certainly matches; otherwise absent
 *   unlike(s,glob)                       the text unless it certainly matches
 *   lower(s)                             in lower case
 *   map(s,x,y,x,y…)                      y when the text is the x before it; otherwise absent
 *   trim(s,x)                            without an x at its start
 *   uri()                                the operation's request path with its labels replaced by arguments
 *   sql(s)  sqlname(s)                   the table after FROM, INTO, UPDATE, TABLE or JOIN: its first part, or all parts with dots
 *   s|s                                  the first that is present
 * A text of which nothing is known binds nothing: the variable stays `*`.
 */
#ifndef MAPPER_RULES_H
#define MAPPER_RULES_H

#include "core/base/limits.h"
#include "core/base/sdkcall.h"
#include "mapper/table.h"

typedef enum { STEP_FIELD, STEP_ITEMS, STEP_VALUES, STEP_KEYS } StepKind;

typedef struct {
    StepKind kind;
    Str name; /* STEP_FIELD */
    Str upto; /* the path's text so far, this step included */
} PathStep;

typedef struct {
    Str text;
    VEC(PathStep) steps;
} RulePath;

typedef enum {
    WHEN_ALWAYS, WHEN_AND, WHEN_OR, WHEN_NOT, WHEN_SURE, WHEN_HAS, WHEN_EQ, WHEN_PREFIX, WHEN_SUFFIX, WHEN_MATCH, WHEN_IMATCH,
    WHEN_TRUE, WHEN_FALSE, WHEN_VIA
} WhenKind;

typedef struct When When;
struct When {
    WhenKind kind;
    const When *x, *y; /* and, or; not, sure: x */
    RulePath path;
    StrVec values;     /* eq and in: any of these; via: the word; the others: one */
};

typedef enum {
    SRC_PATH, SRC_LITERAL, SRC_FIRST, SRC_BEFORE, SRC_AFTER, SRC_TRIM, SRC_MAP, SRC_LAST, SRC_CAT, SRC_LIKE, SRC_UNLIKE, SRC_LOWER, SRC_URI, SRC_SQL, SRC_SQLNAME,
    SRC_ALT
} SourceKind;

typedef struct BindSource BindSource;
struct BindSource {
    SourceKind kind;
    RulePath path; /* SRC_PATH */
    Str text;      /* literal, separator, glob */
    StrVec pairs;  /* SRC_MAP */
    VEC(const BindSource *) of;
};

typedef struct {
    Str variable;
    const BindSource *source;
} Bind;

typedef VEC(Bind) Binds;

/* Each returns false and sets *error (one line, in a) when the text is not of the language. */
bool rule_parse_when(Arena *a, Str text, const When **out, Str *error);
bool rule_parse_bind(Arena *a, Str text, Binds *out, Str *error);
bool rule_parse_path(Arena *a, Str text, RulePath *out, Str *error);

/* Calls visit for every path in it. */
void when_paths(const When *w, void (*visit)(const RulePath *, void *), void *with);
void source_paths(const BindSource *s, void (*visit)(const RulePath *, void *), void *with);

/* ---------------------------------------------------------------- evaluation */

/* The choices that one evaluation makes: which element of a list, which of several values, present or not. world_next steps to the
 * next combination; do { … } while (world_next(&w)) visits all that the evaluation asks for, and nothing else. After WORLDS_MAX
 * combinations one last round follows in which every further choice is unknown, so the answers stay on the safe side. */
typedef struct {
    Str key;
    u8 kind;
    i32 i, n;
} WorldChoice;

typedef struct {
    Arena *a;
    const Table *t;
    Str service, operation;
    const ArgValue *args;
    Str via; /* SdkCall.via */
    bool blind;
    iz rounds;
    VEC(WorldChoice) choices;
    u8 limits;      /* LIMIT_* (sdkcall.h) that an answer depended on… */
    Str limited[3]; /* …and the argument of each, from LIMIT_VALUES on */
} World;

bool world_next(World *w);

/* An answer depends on what limits (LIMIT_*) keep from being known of the argument `path`. */
void world_limited(World *w, u8 limits, Str path);

/* One of n, the same for the same kind and key within a round; -1: unknown (blind). */
i32 world_pick(World *w, u8 kind, Str key, i32 n);

/* Choice kinds. */
enum { PICK_ALT, PICK_FIELD, PICK_ITEM, PICK_ENTRY, PICK_SQL };

typedef enum { PATH_ABSENT, PATH_UNKNOWN, PATH_VALUE } PathState;

typedef struct {
    PathState state;
    bool hidden;          /* unknown only because its map or list is open */
    u8 limit;             /* PATH_UNKNOWN, text with holes: LIMIT_* to which it is owed */
    const ArgValue *v;    /* PATH_VALUE: not null, not ARG_UNKNOWN, not ARG_NULL; null for a map key */
    Str text;             /* of ARG_TEXT, ARG_BOOL and map keys */
    bool is_text;
    const Origin *origin;
} PathValue;

PathValue world_path(World *w, const RulePath *p);

/* Picks one of the alternatives of v (which may be null); key names the place that v stands in. */
const ArgValue *world_value(World *w, Str key, const ArgValue *v);

typedef enum { ANSWER_NO, ANSWER_UNKNOWN, ANSWER_YES } Answer;

Answer world_when(World *w, const When *when);

/* What a source gives. */
typedef struct {
    PathState state;      /* PATH_UNKNOWN: present, or perhaps present, with nothing known */
    bool hidden;
    Str text;             /* PATH_VALUE: may hold TEXT_HOLE and TEXT_ONE */
    Str raw;              /* the argument's own text before functions took a part of it; empty after cat, uri, sql */
    Str path;             /* the argument */
    const Origin *origin;
} BoundText;

BoundText world_source(World *w, const BindSource *s);

#endif
