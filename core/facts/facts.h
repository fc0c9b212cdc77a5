/* facts.h: the one intermediate representation that every front end produces and the resolver consumes (design.md, 3).
 *
 * A file becomes: a pool of expression nodes, a table of scopes, and a flat list of facts sorted by offset. It is not an AST: what no
 * rule downstream can use is one `unknown` node or is left out. Node 0 of every pool means "none". Offsets are byte offsets into the source.
 * Front ends only build; they never look anything up and never print. Everything lives in the file's arena.
 *
 * Conventions every front end keeps, so that one resolver serves all:
 * - `await`, parentheses, casts, `&x`, `*x`, `x!`, try operators (`?`) are transparent: the inner node stands for them.
 * - Every call in the text appears as a FACT_CALL, nested ones too (also inside arguments, decorators, defaults, template holes).
 *   `new T(...)` is a FACT_CALL of an EX_NEW node.
 * - Optional chaining `a?.b` is a plain member. `a ?? b`, `a || b`, `a or b`, `a and b`, ternaries, match/switch arms are EX_CHOICE.
 * - A comprehension `[f(x) for x in xs]` is EX_LIST flagged EXPR_OPEN whose one item is the element expression, and a FACT_BIND of x with
 *   BIND_ITER inside an anonymous SCOPE_BLOCK (SCOPE_LOOP | SCOPE_BRANCH | SCOPE_NESTS_NAMES). A dict comprehension is EX_MAP likewise.
 * - Types are expressions too: `List[S3Client]` is index(name List, name S3Client); `A | None`, `Optional[A]` as written; `*T`, `T[]`, `T?` are T's node
 *   (arrays: index(name "[]", T)); generics `Map<String, S3Client>` are index(name Map, list of arguments) with a list when there is more than one.
 * - A cast or type assertion that tells the type of its operand (Java `(T) x`, Go `x.(T)`) is index(x, type(T)): the value of x, known to be a T.
 * - Go: see the head of lexers/go_build.c (types, composite literals, channels, type switches, type parameters).
 * - JavaScript: see the heads of lexers/javascript_decl.c and lexers/javascript_type.c.
 * - An annotation with arguments (Java `@Value("x")`, C# attributes) is no call: EX_NEW flagged EXPR_FIELDS, its arguments named (`value` for a
 *   lone Java one); without arguments it is its bare name.
 */
#ifndef CORE_FACTS_FACTS_H
#define CORE_FACTS_FACTS_H

#include "core/base/limits.h"
#include "core/base/diag.h"

typedef u32 ExprId;  /* index into Facts.exprs; 0: none */
typedef u32 ScopeId; /* index into Facts.scopes; 0: the module */
typedef u32 ArgId;   /* index into Facts.args; 0: none */

typedef enum {
    EX_NONE,
    EX_UNKNOWN,  /* anything else; args: sub-expressions worth evaluating (may be none) */
    EX_NAME,     /* str: identifier */
    EX_STRING,   /* str: decoded text (UTF-8) */
    EX_NUMBER,   /* str: as written */
    EX_BOOL,     /* str: "true" or "false" */
    EX_NULL,     /* None, null, nil, undefined */
    EX_TEMPLATE, /* args: parts in order; literal parts are EX_STRING, holes any expression */
    EX_MEMBER,   /* a: object, str: member name */
    EX_INDEX,    /* a: object, b: index (EX_UNKNOWN for a slice, its bounds as args lower, upper: flag EXPR_SLICE) */
    EX_CALL,     /* a: callee, args */
    EX_NEW,      /* a: type, args. Composite literals too: Go T{...}, flagged EXPR_FIELDS (args named by field) */
    EX_LIST,     /* args: items (list, tuple, set, array); a splat item is spliced in. a: its type where the literal says it ([]T{…}), else 0 */
    EX_MAP,      /* args: entries; name (literal key) or key (computed); a splat entry spreads another map. a: as EX_LIST */
    EX_CONCAT,   /* a, b: `+` (numbers too: the resolver decides). Format operators: see EXPR_PERCENT */
    EX_CHOICE,   /* a, b: either */
    EX_LAMBDA,   /* scope: its ScopeId; an expression body is a FACT_RETURN in that scope */
    EX_TYPE,     /* a: the type T in a class literal, typeof, T.class */
} ExprKind;

enum {                     /* Expr.flags */
    EXPR_CHAR = 1,         /* EX_STRING: a character literal, which plus a number is a number (Java, C#) */
    EXPR_FIELDS = 1,       /* EX_NEW: arguments are fields of a composite literal; EX_MAP never */
    EXPR_SLICE = 2,        /* EX_INDEX: a slice */
    EXPR_OPEN = 4,         /* EX_LIST / EX_MAP from a comprehension: any number of such items */
    EXPR_SLASH = 2,        /* EX_CONCAT: a / b: parts of a path, or numbers */
    EXPR_PERCENT = 8,      /* EX_CONCAT: "..." % b */
    EXPR_AND = 16,         /* EX_CHOICE: `a and b` (the value is b, or a falsy a) */
    EXPR_UNION = 16,       /* EX_CONCAT: `a | b` outside types: two maps or sets merged (b's entries win), or a choice of types */
    EXPR_ADDRESS = 32,     /* Go &T{...}; informative */
    EXPR_SUPER = 64,       /* EX_NAME: super / base */
    EXPR_SELF = 128,       /* EX_NAME: this / self where the language has a keyword for it */
};

typedef struct {
    u8 kind;   /* ExprKind */
    u8 flags;
    u16 nargs;
    u32 off, end; /* span in the source */
    ExprId a, b;
    union {
        ArgId args;    /* first argument, linked by Arg.next */
        ScopeId scope; /* EX_LAMBDA */
    };
    Str str;
} Expr;

typedef struct {
    Str name;     /* argument or literal key; empty: positional or computed */
    ExprId key;   /* computed map key */
    ExprId value;
    ArgId next;
    u8 splat;     /* 0, or 1: *args / ...x (spliced positionally or spread map), 2: **kw */
} Arg;

/* A list of arguments being built; copy freely, zero is empty. */
typedef struct {
    ArgId head, tail;
    u32 n;
} ArgList;

typedef enum {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION, /* also methods */
    SCOPE_LAMBDA,
    SCOPE_BLOCK,    /* part of a function (or module, class) that may run zero or more times, or just nests names */
} ScopeKind;

enum {                        /* Scope.flags */
    SCOPE_LOOP = 1,           /* block: may repeat */
    SCOPE_BRANCH = 2,         /* block: may be left out (if, else, except, case, while, for) */
    SCOPE_STATIC = 4,         /* method without a receiver: staticmethod, static */
    SCOPE_CLASSMETHOD = 8,    /* receiver is the class */
    SCOPE_GENERATOR = 16,
    SCOPE_ASYNC = 32,
    SCOPE_INTERFACE = 64,     /* class: interface, protocol, trait: has no bodies */
    SCOPE_ENUM = 128,         /* class: an enum */
    SCOPE_PROPERTY = 256,     /* method read as an attribute (@property, get x()) */
    SCOPE_CONSTRUCTOR = 512,  /* __init__, constructor, Java constructors */
    SCOPE_NESTS_NAMES = 1024, /* block: declarations inside are not visible outside (JS let, Go, Java) */
    SCOPE_WITH = 2048,        /* block of a with / try-with-resources / using */
    SCOPE_TEST = 4096,        /* code marked as a test by the language itself (#[cfg(test)]) */
};

typedef enum {
    PARAM_POSITIONAL,
    PARAM_REST,     /* *args, ...rest; a declared type is that of one element */
    PARAM_KEYWORDS, /* **kwargs */
    PARAM_KEYWORD_ONLY,
    PARAM_RECEIVER, /* self, cls, Go receiver */
} ParamKind;

enum {                 /* Param.flags */
    PARAM_FIELD = 1,   /* also declares a field (TypeScript `constructor(private x: T)`, Java records, Kotlin val) */
};

typedef struct {
    Str name;       /* empty when pattern is set */
    ExprId pattern; /* destructured parameter: EX_MAP or EX_LIST of targets */
    ExprId type;
    ExprId dflt;
    u32 off;
    u8 kind, flags;
    ArgId decorators; /* annotations of the parameter, linked by Arg.next */
} Param;

typedef struct {
    u8 kind;           /* ScopeKind */
    u32 flags;
    ScopeId parent;    /* 0 for the module itself too */
    u32 off, end;
    Str name;          /* class or function name; empty: anonymous */
    u32 params, nparams; /* slice of Facts.params */
    ArgList bases;     /* class: base classes and implemented interfaces */
    ArgList decorators; /* decorators and annotations, as expressions */
    ExprId returns;    /* declared return type */
    ExprId owner;      /* function defined outside its class: the receiver's type (Go) */
    ScopeId proto;     /* set by the resolver: the function that stands for the class of `this` here (JavaScript's prototypes), 0: none */
} Scope;

typedef enum {
    FACT_IMPORT,
    FACT_SCOPE,  /* a scope begins here */
    FACT_BIND,
    FACT_CALL,
    FACT_RETURN, /* value: returned or yielded */
    FACT_OUTER,  /* name: declared to belong to an outer scope (global, nonlocal) */
    FACT_EXPORT, /* name (exported as), value; JS/TS exports */
    FACT_UNSUPPORTED,
} FactKind;

enum {                      /* Fact.flags */
    BIND_DECLARE = 1,       /* declares the target in the enclosing block (let, :=, Java local, field in a class) */
    BIND_IMPLICIT = 2,      /* declares it in the enclosing function or class unless FACT_OUTER says otherwise (Python) */
                            /* neither: assigns to whatever the name means here (JS x = 1, Go x = 1) */
    BIND_AUGMENT = 4,       /* += |= and the like: value is combined with the old one */
    BIND_ITER = 8,          /* target takes each element of value */
    BIND_ENTER = 16,        /* value is entered as a context manager / resource */
    BIND_CONST = 32,
    BIND_STATIC = 64,       /* static field */
    BIND_TYPE = 128,        /* a type alias; value is the type */
    BIND_DEFAULT = 256,     /* destructuring default: taken only when there is nothing else */
    BIND_KEYS = 512,        /* with BIND_ITER: iterates keys / indexes first: target is EX_LIST [key, element] (Go range, .entries()) */
    IMPORT_TYPE_ONLY = 1024,
    IMPORT_STATIC = 2048,   /* Java static import */
    IMPORT_LOCAL = 4096,    /* lazily, inside a function; informative */
    RETURN_YIELD = 8192,
    BIND_CATCH = 16384,     /* exception variable; value is the type */
    RETURN_EACH = 32768,    /* yield from: every element of value */
};

typedef struct {
    u8 kind;       /* FactKind */
    u32 flags;
    u32 off, end;
    ScopeId scope; /* innermost scope that holds the fact */
    ArgId decorators; /* bind: annotations of the variable or field, linked by Arg.next */
    Str module;    /* import: module path as written ("boto3", ".util", "./x.js", "github.com/…", "java.util") */
    Str symbol;    /* import: imported name; empty: the module itself; "*": everything; "default": JS default */
    Str name;      /* import: local name (empty: bound by the language's rule, e.g. the first component in Python, the package name in Go);
                      outer, export: the name; unsupported: why */
    ExprId target, type, value; /* bind; value also call, return, export */
    ScopeId opens; /* scope: the scope that begins */
} Fact;

enum {                            /* Facts.traits: how the language gives meaning to names; its front end sets them */
    TRAIT_IMPORT_FIRST = 1,       /* `import a.b.c` binds a (Python) */
    TRAIT_IMPORT_LAST = 2,        /* `import "x/y/z"` binds z (Go) */
    TRAIT_MEMBERS_VISIBLE = 4,    /* methods see the members of their class by simple name (Java) */
    TRAIT_PACKAGE_SHARED = 8,     /* files of one folder and package share their top-level names (Go, Java) */
    TRAIT_MODULES_DOTTED = 16,    /* modules are files: a.b is a/b.py; leading dots are relative (Python) */
    TRAIT_MODULES_PATHS = 32,     /* modules are relative paths without extension, folders have an index (JavaScript) */
    TRAIT_MODULES_FOLDERS = 64,   /* a module is a folder whose path ends like the import (Go) */
    TRAIT_MODULES_CLASSES = 128,  /* an import names a class by package and name (Java) */
    TRAIT_EMBEDS = 256,           /* a base class is an embedded field of its simple name (Go) */
};

typedef struct {
    Source *src;
    Arena *arena;
    Diags *diags; /* may be null */
    u32 traits;   /* TRAIT_* */
    VEC(Expr) exprs;   /* [0] is EX_NONE */
    VEC(Arg) args;     /* [0] unused */
    VEC(Param) params;
    VEC(Scope) scopes; /* [0] is the module */
    VEC(Fact) facts;
    Str lang;          /* id of the front end */
    Str package;       /* declared package (Java, Go); empty */
    ScopeId cur;       /* the scope being built */
    bool full;         /* limit reached: nothing is added any more */
    bool deep;         /* that of nesting was, which is said once a file */
} Facts;

#define FACT_NESTING S("nesting") /* why of what stands deeper than a front end follows */

/* Starts an empty set for src. diags may be null. */
void facts_init(Facts *f, Arena *a, Source *src, Str lang, Diags *diags);

/* Makes room for about so many, so that the vectors seldom grow; a front end that can guess saves half of the memory and much time. */
void facts_reserve(Facts *f, iz exprs, iz args, iz facts, iz scopes);

/* Sorts facts by offset (stable) and closes the module scope. Call once at the end. */
void facts_finish(Facts *f);

/* A copy in memory of exact size, in one piece, with a copy of the source's text, to which f->src->text points from then on: f and what it was
 * built in are of no use any more. */
Facts *facts_freeze(Arena *a, const Facts *f);

/* The bytes that facts_freeze would take at least. */
iz facts_least(const Facts *f);

/* --- expressions; all return the new node, or an unknown node when the limit is reached --- */
ExprId fact_unknown(Facts *f, u32 off, u32 end);
ExprId fact_unknown_of(Facts *f, ArgList parts, u32 off, u32 end);
ExprId fact_name(Facts *f, Str name, u32 off);
ExprId fact_string(Facts *f, Str decoded, u32 off, u32 end);
ExprId fact_literal(Facts *f, ExprKind kind, Str text, u32 off, u32 end); /* NUMBER, BOOL, NULL */
ExprId fact_template(Facts *f, ArgList parts, u32 off, u32 end);
ExprId fact_member(Facts *f, ExprId obj, Str name, u32 end);
ExprId fact_index(Facts *f, ExprId obj, ExprId index, u32 end);
ExprId fact_call(Facts *f, ExprId callee, ArgList args, u32 end); /* also records FACT_CALL */
ExprId fact_new(Facts *f, ExprId type, ArgList args, u8 flags, u32 off, u32 end); /* also records FACT_CALL unless EXPR_FIELDS */
ExprId fact_list(Facts *f, ArgList items, u8 flags, u32 off, u32 end);
ExprId fact_map(Facts *f, ArgList entries, u8 flags, u32 off, u32 end);
ExprId fact_concat(Facts *f, ExprId a, ExprId b, u8 flags);
ExprId fact_choice(Facts *f, ExprId a, ExprId b, u8 flags); /* either may be 0 */
ExprId fact_lambda(Facts *f, ScopeId scope);
ExprId fact_type(Facts *f, ExprId type, u32 off, u32 end);

/* --- argument lists --- */
ArgList args_none(void);
ArgList args_add(Facts *f, ArgList l, ExprId value);
ArgList args_add_named(Facts *f, ArgList l, Str name, ExprId value);
ArgList args_add_keyed(Facts *f, ArgList l, ExprId key, ExprId value); /* a literal string key becomes the name */
ArgList args_add_splat(Facts *f, ArgList l, ExprId value, int splat);

/* --- facts --- */
void fact_import(Facts *f, Str module, Str symbol, Str local, u32 flags, u32 off, u32 end);
Fact *fact_bind(Facts *f, ExprId target, ExprId type, ExprId value, u32 flags, u32 off, u32 end);
void fact_return(Facts *f, ExprId value, u32 flags, u32 off, u32 end);
void fact_outer(Facts *f, Str name, u32 off, u32 end);
void fact_export(Facts *f, Str name, ExprId value, u32 off, u32 end);
void fact_unsupported(Facts *f, Str why, u32 off, u32 end); /* FACT_NESTING has a diagnostic of its own */

/* Opens a scope inside the current one and makes it current. Parameters are added right after (before any inner scope opens). */
ScopeId scope_open(Facts *f, ScopeKind kind, Str name, u32 flags, u32 off);
Param *scope_param(Facts *f, Str name, ExprId type, ExprId dflt, ParamKind kind, u32 off);
void scope_close(Facts *f, u32 end); /* the current scope; its parent becomes current */

/* --- reading --- */
#define EXPR(f, id) (&(f)->exprs.v[id])
#define ARG(f, id) (&(f)->args.v[id])
#define FOR_LIST(f, list, it) for (ArgId it = (list).head; it; it = ARG(f, it)->next)
#define FOR_ARGS(f, expr, it) \
    for (ArgId it = (expr)->args; it; it = ARG(f, it)->next)

/* One line a fact (--dump facts), documented in iam-policy-autopilot(1). */
void facts_dump(Buf *out, Facts *f);

/* The text of an expression, as the dump shows it. */
void expr_dump(Buf *out, const Facts *f, ExprId e);

#endif
