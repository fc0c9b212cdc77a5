/* project.h: inside the resolver.
 *
 * What a user gives falls into parts: files that import each other or share a package (parts.c). A Project is one part; values, call sites,
 * members, everything that evaluation looks up by name is a part's own. The whole is a Project too: it holds a stub of each file, which only
 * names its language and package, and what all parts share. A part starts as a copy of the whole with everything of its own emptied
 * (project_part), so a field that the whole never fills belongs to the part. Parts are resolved in several threads; of the whole they
 * only read, but for modules.c, which locks. A Project that was made by project_new and filled by project_add is both: one part.
 *
 * The pieces, from below:
 *
 *   parts.c     outlines of files, parts
 *   value.c     sets of values
 *   index.c     per file: definitions by name, classes, mutations
 *   sites.c     the same: call sites
 *   stands.c    the same: functions that stand as values
 *   modules.c   which file an import means
 *   npm.c       the same for path aliases and packages of the project (tsconfig.json, package.json; jsonc.c reads them)
 *   folders.c   packages that are folders, methods declared outside of their class
 *   lookup.c    which definitions of a name reach a use
 *   surface.c   the SDK surface tables (data/sdk): what a path or a method of an SDK does
 *   unframed.c  expressions that mean the same in every calling context
 *   eval.c      expressions to values, on demand, memoised, bounded
 *   apply.c     calls: functions and classes of the project, SDK surface, methods of text, lists, maps
 *   params.c    what the parameters of functions take: frames, arguments of calls
 *   callers.c   who calls a function
 *   handed.c    what functions of the project do with functions that they take
 *   contexts.c  calling contexts that were found before
 *   kept.c      what took going through many things
 *   assigned.c  assignments to members of other objects than the receiver
 *   runs.c      functions that libraries and decorators call
 *   returns.c   what functions return
 *   held.c      what frameworks keep for the project: entries of their maps, settings
 *   classes.c   kin of classes, their methods
 *   members.c   members of objects, classes, modules
 *   types.c     what declared types say
 *   declared.c  calls that are nothing of an SDK by the declared type of their receiver
 *   told.c      parameters that a function's declared type tells of
 *   protos.c    functions that are classes
 *   family.c    constructors among the classes of a family
 *   resource.c  resource models (boto3)
 *   inputs.c    operations that take one input object
 *   statics.c   types of expressions where every type is told, without following values
 *   escape.c    structs whose methods other code may call
 *   named.c     types that are maps, lists or texts by another name
 *   candidates.c  calls that may perform something, by names and declared types
 *   results.c   what is known of an operation's response
 *   dynamic.c   operations whose name the code computes
 *   builder.c   requests that are built step by step, functions that fill a builder
 *   callback.c  functions that are handed to libraries, boxes (Optional, futures)
 *   inject.c    dependency injection by token or type
 *   unknown.c   services and operations that the data does not have
 *   produce.c   dependency injection by methods that produce a type
 *   settings.c  application.properties and .yml: what they say, and where a framework injects it
 *   packages.c  classes by package and name, methods that share a name
 *   perform.c   what a call performs: drafts of SDK calls
 *   emit.c      SDK calls of the drafts: receivers, arguments, evidence
 *
 * Evaluation runs backwards from a use to its definitions. A frame is a calling context: parameters take the arguments of one call. Without
 * a frame a parameter is the union over all its call sites in the project. Everything is bounded: values in a set, depth, steps a query.
 */
#ifndef CORE_RESOLVE_PROJECT_H
#define CORE_RESOLVE_PROJECT_H

#include <pthread.h>

#include "core/base/limits.h"
#include "core/base/map.h"
#include "resolve.h"
#include "value.h"

enum {
    EVAL_BYTES = 12 << 20,  /* of values that are kept between queries; past it they are dropped and made anew */
    EVAL_KEPT = 2 << 20,    /* of their memory that stays for the next part */
    FRAME_DEPTH = 4,        /* nested calling contexts; beyond, a parameter is what all callers give */
};

typedef enum { DEF_BIND, DEF_PARAM, DEF_SCOPE, DEF_IMPORT } DefKind;

/* A step of destructuring from the bound value to the name. */
typedef struct Step Step;
struct Step {
    const Step *next;
    Str key;    /* map key; empty: index */
    i32 index;  /* list position; -1: rest */
};

typedef struct {
    u8 kind;         /* DefKind */
    bool iter_keys;
    Str name;
    ScopeId scope;   /* that declares the name */
    ScopeId block;   /* in which the definition stands */
    u32 off;
    u32 fact;        /* BIND, IMPORT */
    ScopeId opens;   /* SCOPE: function or class */
    u32 param;       /* PARAM: index into Facts.params */
    const Step *path;
    i32 next;        /* next older definition of this name in this scope, -1: none */
    i32 jump, far;   /* one a good deal older, + 1, and one that is far older; 0: step by step */
} Def;

/* Open addressing; what a slot stands for is read where it points to. */
typedef struct {
    i32 *heads;      /* newest Def of a name in a scope, or MemberBind of a name in a class; -1: free */
    iz n, cap;
} DefTable;

/* x[k] = v, x.k = v, x.update(v), x.append(v): changes to what a name holds. */
typedef struct {
    u32 fact;
    ScopeId block;
    u32 off;
    ScopeId declared; /* of a plain name: the scope that declares it, + 1; 0: none */
    i32 next;        /* next one of this base name, -1 */
    i32 next_here;   /* the same in this function */
    i32 jump;        /* one a good deal older in this function, + 1; 0: step by step */
    bool many;       /* one of many in this function */
    bool alone;      /* of the newest of a base name: no function changes it */
} Change;

/* A Change by the last component of what it changes: pool.clients[k] = v, where a method says p.clients. */
typedef struct {
    u32 file;
    ExprId base;
    i32 change;
    i32 next;        /* next one of this component, -1 */
} SharedChange;

/* What was found on the way down to a cycle or a bound: it holds as long as the deepest evaluation that was run into goes on. */
typedef struct {
    u64 ran;      /* depths of the evaluations that were run into, a bit each */
    u32 serial;   /* of the evaluation at `depth` */
    u8 depth;     /* of that evaluation; 0: it holds for good */
    bool limited; /* a bound was reached */
} Partial;

/* Calling contexts of a function, and where it returns. */
typedef struct {
    u32 *frames;
    i32 n;
    bool busy;  /* being computed, since the evaluation at this depth */
    bool asked; /* meanwhile */
    u32 depth;
    Partial part;
} Contexts;

typedef struct {
    u32 *facts;
    i32 n;
    bool asked, same; /* they mean the same in every calling context, where that was asked */
} Returns;

/* A class or function of the project. */
typedef struct {
    u32 file;
    ScopeId scope;
} ClassRef;

typedef VEC(ClassRef) ClassRefs;

typedef struct {
    ClassRefs bases, subclasses; /* direct */
    ClassRef constructor; /* that it inherits, once asked for; scope 0: none */
    bool asked;
} Kin;

/* Classes that a walk through a family has come by: they may lead to each other in as many ways as there are paths. */
typedef struct {
    ClassRef few[8];
    ClassRef *slots; /* a hash table, when they are more; scope 0: free */
    i32 n, cap;
    u32 asked;
} ClassSet;

typedef struct {
    u32 off;
    ScopeId scope;
} Bound;

/* A function as a value: see stands.c. */
typedef struct {
    u32 file;
    ExprId expr;
    i32 next;
} Stand;

/* A call of a parameter (arg -1), or one to which it is handed on as an argument. */
typedef struct {
    ExprId call;
    i32 arg;
} HandedUse;

typedef struct {
    VEC(HandedUse) uses;
    bool lost; /* it is kept, too, or given back */
} HandedUses;

/* What a callee was found to be, for good: no function of the project, or a single one. Otherwise it is evaluated each time. */
typedef enum { CALLED_UNKNOWN, CALLED_NONE, CALLED_ONE, CALLED_ASK } CalledState;

typedef struct {
    u32 file;
    ExprId expr;   /* the call */
    i32 arg;       /* -1: it is the callee; else the function stands as this argument */
    i32 next;
    CalledState state;
    ClassRef called; /* CALLED_ONE */
} CallSite;

/* A name at the top of a file of a package. */
typedef struct {
    i32 file, def;
    i32 next; /* the same name in this or another file, or -1 */
} TopName;

typedef VEC(u32) FactIds;

/* The declared type of a function, or of an object whose member `key` the function is. */
typedef struct {
    ExprId type; /* 0: none */
    ScopeId scope;
    Str key;
} ToldType;

/* An import of everything. */
typedef struct {
    u32 fact;
    i32 file;     /* of the project, or -1 */
    bool statics; /* may be a class, of which the static members are imported */
    bool outside; /* what the SDK tables say of it is asked */
} Star;

/* The arguments of a call, when they are many and none is spread. */
typedef struct {
    bool spread;     /* one is: to be gone through in order */
    ExprId *at;      /* positional ones */
    i32 n;
    Map named;       /* to their expressions */
} CallArgs;

/* Of a field of a class: fields before it that its generated constructor takes, and those of them that must be given. */
typedef struct {
    i32 before, required;
} FieldPlace;

typedef struct {
    FieldPlace *at;  /* by fact */
    i32 *in_class;   /* by scope: how many the constructor takes */
} FieldPlaces;

/* What a file is found by. The whole has this of each file, and of a needed part's files a File too. */
typedef struct {
    Source *src;
    Str lang, package;
    Str dir;          /* folder of the path, no trailing slash */
    u32 traits;
    i32 same_stem;    /* next file of the same stem, or -1 */
    i32 package_no;   /* number of the package: files with the same one share their top-level names */
    i32 same_package; /* next file that shares its top-level names, or -1 */
    i32 first;        /* of these files; -1: not asked yet */
    i32 same_folder;  /* next folder whose name ends alike, or -1 */
    i32 seen;         /* of the whole: newest of what its imports mean, in Project.seen, or -1 */
    i32 part, place;  /* of the whole: in which part, which of its files */
    bool sdk;         /* of the whole: imports something that an SDK surface knows */
    bool opened;      /* of the whole: a package that is imported as a value */
} Head;

/* What an import of a file of the whole means. */
typedef struct {
    Str module;
    i32 file; /* -1: none of the project's */
    i32 next; /* an earlier one of the same file, or -1 */
} Seen;

typedef struct {
    Facts *f;
    Map lambdas;      /* scope of an anonymous function that is called or is an argument, to its place in `lambda` */
    VEC(CallSite) lambda;
    DefTable defs;    /* (scope, name) to its newest Def */
    VEC(Def) def;
    Map changes;      /* base name to first Change, the newest */
    Map changes_deep; /* first names of those of several parts: in.Items[k] = v */
    Map only_passed;  /* names: whether all of their changes are calls that take them */
    Map changes_here; /* "FUNCTION:NAME" to the same */
    VEC(Change) change;
    Map exports;      /* exported name to fact */
    VEC(u32) stars;   /* facts that import everything */
    Map outers;       /* "scope:name" declared global / nonlocal */
    Map imports;      /* local name to fact: for aliases */
    bool builds;      /* its language's SDK has builders */
    bool sets;        /* its inputs have methods that set members: in.SetBucket("x") */
    bool sdk;         /* imports something that an SDK surface knows */
    bool starred;     /* `star` is filled */
    VEC(Star) star;   /* of stars, the last first, those that can give names */
    Map unstarred;    /* names that no module has which is imported as a whole */
    Map call_args;    /* calls with many arguments, to their place in call_arg */
    VEC(CallArgs) call_arg;
    u32 *positions;   /* by parameter: positional ones of its function before it; null until first asked */
    bool reaches;     /* of a package's first file: it imports an SDK, or packages that do */
    u8 tests;         /* a file of tests: 0 not asked yet, 1 no, 2 yes */
    bool used;        /* uses is filled */
    VEC(i32) uses;    /* packages of the project that it imports */
    bool tops_known;  /* of a package's first file: the top-level names of all its files */
    Map tops;
    VEC(TopName) top;
    Map assigned;     /* name to its newest assignment to a member of an object that is no class's: exports.NAME */
    StrVec resources; /* services whose resources it constructs */
    Map modules;      /* cache: module text to file of the whole + 1 */
    Map calls_within; /* "SCOPE:NAME" to its place in `within` */
    VEC(FactIds) within;
    ExprId *in_object; /* by scope: the map in which an anonymous function stands; null until first asked */
    ToldType *told;   /* by scope; null until first asked */
    FieldPlaces *fields; /* null until first asked */
    Returns *returns; /* by scope; null until first asked */
    u8 *unframed;     /* by expression: whether it means the same in every calling context, where that was asked */
    ScopeId *constructors; /* by scope: the first one of a class, 0: none; null until first asked */
    Kin *kin;         /* by scope; null: the file has no classes with kin */
    VEC(Bound) bounds; /* where which scope is the innermost; sorted */
} File;


typedef struct {
    u32 file;
    ScopeId scope;
    i32 next;      /* next class or function of this simple name */
} NamedScope;

typedef struct {
    u32 file;
    u32 fact;
    ScopeId cls;   /* class whose receiver is assigned; 0: another object */
    Str name;
    Str owner;     /* name of the receiver's class where the method stands outside of it */
    const Step *path; /* destructuring */
    i32 next;      /* next assignment to this member name */
    i32 next_own;  /* of those of the same class too; of other objects (cls 0) */
    i32 next_here; /* of File.assigned */
} MemberBind;

typedef struct {
    u32 file;
    ScopeId fn;     /* function whose parameters are bound */
    Site call;      /* the call, in its own context; expr 0: none */
    const Value *self;
    u32 skip;       /* arguments of the call before the function's own */
    int depth;
    const Values *given; /* what its parameters take, when there is no call */
    i32 ngiven;
} Frame;

typedef struct {
    u64 key;
    Values val;
    u8 state;   /* MemoState */
    u8 depth;   /* MEMO_RUNNING */
    Partial part; /* MEMO_PART */
} Memo;

typedef struct {
    u64 ran;
    bool limited;
} Taint;

/* Contexts that are being found. */
typedef struct {
    i32 at;
    Taint outer;
} Asking;

typedef enum { MEMO_FREE, MEMO_RUNNING, MEMO_DONE, MEMO_PART, MEMO_AGAIN } MemoState;

/* A row of an SDK surface table that matched. */
typedef struct {
    Str path;      /* that was looked up */
    Str does;      /* the row's text */
    Str sdk;
    Str service;   /* what the placeholders stood for */
    Str operation;
    Str waiter;
    Str any;
    Str shape;     /* a type of the service's model */
    Str package;   /* of several services: the operation decides */
    int packages;  /* column of services.tsv that it is the first part of */
} Surface;

/* What stands around an operation's name in a method's: "", "WithContext". */
typedef struct {
    Str before, after;
} Affix;

typedef struct Npm Npm;
typedef struct Injection Injection;

typedef VEC(i32) Members; /* places in Project.member */

/* What many assignments to a member of a class give. */
typedef struct {
    Members made; /* in constructors (it depends on which instance is asked for), or all when they are few */
    Values same;  /* all others together */
    bool any;     /* there are some */
} Assigned;

/* What definitions give; the defaults of destructuring apart, which count only where what is destructured may lack the name. */
typedef struct {
    Values out, dflt;
    bool missing;
    i32 n; /* definitions */
} Reached;

/* What reached the latest use of a name with many definitions. */
typedef struct {
    i32 def; /* the newest */
    i32 n;   /* how many */
    Reached r;
} Latest;

/* What a variable was after a change. */
typedef struct {
    i32 change;
    Values from, now; /* before all of its changes; after this one */
} Changed;

/* A MemberBind in a list of those that have something in common (assigned.c). */
typedef struct {
    i32 member;
    i32 next; /* older one, or -1 */
} OutsideBind;

/* Types of expressions by file and expression. */
typedef struct {
    u64 *keys; /* 0: free */
    struct Static *vals;
    iz n, cap;
} StaticMemo;

/* A row of an SDK surface table whose path has a placeholder. */
typedef struct {
    u32 row;        /* of the table `sdkpattern` */
    Str path, head; /* head: what stands before the placeholder */
} Pattern;

typedef struct {
    Str kind;
    Rows rows;
} VerbRows;

/* Names of one language that may perform an operation. */
typedef struct {
    Str lang;
    Str style;            /* of the methods of clients: snake, camel, pascal */
    StrVec heads;         /* the same for rows with a placeholder: what stands before it (paginate{Operation}) */
    VEC(Affix) affixes;
    Map known;            /* cache: name to whether it may */
    Map found;            /* cache: path to its place in Project.surfaces + 1, or 0 */
    VEC(Pattern) patterns; /* in the table's order */
    VerbRows kinds[8];    /* cache: rows of a kind */
    i32 nkinds;
} Verbs;

typedef VEC(Verbs) VerbLists;

typedef VEC(Outline *) Outlines;

typedef VEC(Surface) Surfaces;

/* For tables whose keys hold several numbers: those in the upper bits count too. */
static inline u64 key_hash(u64 key)
{
    return (key ^ key >> 32) * 0x9e3779b97f4a7c15u >> 20;
}

struct PartMemory {
    Arena *cache, *result;
    Map surface_cache;
    Surfaces surfaces;
    VerbLists verbs;
    Texts texts; /* of outlines */
    Arena values; /* empty, with blocks for the next part's */
};

typedef struct Settings Settings;

/* What a go.mod says. */
typedef struct {
    Str root;   /* its folder */
    Str module; /* empty: it does not say */
} Manifest;

struct Project {
    Arena *a;           /* values; after indexing this is `values`, which is emptied now and then */
    Arena *keep;        /* what lasts as long as the part: index, caches */
    Arena *result;      /* calls */
    Arena *cache;       /* what was found in the surface tables: good for every part */
    Project *whole;     /* null: this is it */
    i32 part;           /* its number in the whole */
    PartMemory *memory;
    pthread_mutex_t *lock; /* of the whole */
    Outlines outlines;  /* of the whole */
    Parts parts;        /* of the whole */
    bool declared_known;
    Map declared;       /* names that classes declare, where methods see them */
    bool collected;     /* kin, injection, evidence: what evaluation gives now is what it will give later */
    bool each_asks;     /* every call site that is looked at is a question of its own */
    bool any;           /* the whole uses an SDK */
    bool sdk;           /* the part does */
    Arena values;       /* of the whole: for look-ups of modules */
    const Table *t;
    Diags *diags;
    VEC(Facts *) added;
    File *files;        /* null: this is the whole */
    Head *heads;
    i32 nfiles;
    Arena links;        /* of the whole: heads, and what finds them */
    Arena *finding;     /* that one; of a part or a project that is one: as keep */
    Slots by_path;      /* path to file */
    Map suffixes;       /* end of a path to the only file that has it + 1, or 0 */
    Slots by_stem;      /* file name without extension (folder's name for a package's own file) to first file */
    Slots packages;     /* language, folder and package name to its first file */
    Slots folders;      /* last part of a folder's path to the file that stands for it */
    VEC(Seen) seen;
    Map methods;        /* "PACKAGE Class.method" declared outside of the class */
    VEC(NamedScope) method;
    Map named;          /* simple name to first NamedScope */
    VEC(NamedScope) names;
    Map shared;         /* component to first SharedChange; of languages that tell types */
    VEC(SharedChange) shared_change;
    bool escaped_known;
    Map stand_heads;    /* name to its newest Stand */
    VEC(Stand) stands;
    Map handed_ids;     /* "FILE:SCOPE:NAME" of a parameter to its place in `handed` */
    VEC(HandedUses) handed;
    bool handed_lost;   /* a function went where nobody sees what it is called with */
    int handing;        /* functions of the project through which it was handed on */
    Map libraries;      /* language and package: whether a file names it */
    Map implemented;    /* declared.c: interfaces, by scope_key: whether all that implements them is told */
    Map escaped;        /* classes that escapes() tells of */
    bool filled_known;
    Map tagged;         /* classes: 1 when their fields have tags */
    Map filled;         /* classes of which instances are filled from outside: 1 parameters, 0 others */
    Map sites;          /* simple callee name to first CallSite */
    VEC(CallSite) site;
    Map members;        /* member name to first MemberBind */
    VEC(MemberBind) member;
    bool outside_known;
    Map outside;        /* what lists of assignments have in common to the first of outside_bind */
    VEC(OutsideBind) outside_bind;
    Map kept_ids;       /* what was asked to its place in kept */
    VEC(Values) kept;
    Map latest_ids;     /* name, scopes and context to its place in latest */
    VEC(Latest *) latest;
    Map changed_ids;    /* variable, scopes and context to its place in changed */
    VEC(Changed *) changed;
    Map assigned_ids;   /* class and member to its place in assigned */
    VEC(Assigned) assigned;
    DefTable own_members; /* (name, class) to the first of next_own */
    VEC(Frame) frames;  /* [0]: none */
    Map frame_ids;
    Memo *memo;
    iz memo_n, memo_cap;
    u32 outer;          /* context of the code around the anonymous function whose parameter is asked for */
    u32 depth;          /* nested evaluations now */
    iz charged;         /* bytes of values that were paid for */
    u64 ran;            /* depths of the evaluations in progress that were run into, a bit each */
    bool limited;       /* a bound was reached */
    bool missing;       /* a step of destructuring found nothing */
    u32 serial;         /* of the newest evaluation */
    u32 serials[EVAL_DEPTH + 1]; /* of the evaluation in progress at each depth */
    i32 steps;          /* left for this question */
    i32 given;          /* that it got */
    i64 budget;         /* left for the project */
    Map env;            /* name to index into envs */
    VEC(Field) envs;
    StrVec hints;
    Map config;         /* path to index into configs */
    StrVec configs;
    VEC(Manifest) manifests;
    StrVec config_paths;
    Injection *injection; /* null: the project has none */
    Npm *npm;           /* what tsconfig.json and package.json say */
    Settings *settings; /* of configuration files; null: no language of the project has them */
    StrVec evidenced;   /* services that the project constructs or imports */
    Map context_ids;    /* "file:scope" to contexts */
    VEC(Contexts) contexts;
    Map holding;        /* "LANGUAGE NAME" to whether members of that name may hold a method, where that was asked */
    Map referred;       /* names of functions that stand as values: f = this::name; where methods stand outside of classes, also in literals and returns */
    VerbLists verbs;   /* a language each */
    bool reach_known;   /* File.reaches is filled */
    StaticMemo statics; /* cache of statics.c */
    bool typed_seen;    /* the following are filled */
    Map function_types, function_members; /* of languages that tell every type: names of types and fields that are functions, with a type of an SDK */
    Map sdk_types;      /* names of types that are made of an SDK's */
    SdkCalls out;
    i32 arg_nodes;      /* left for the argument that is copied */
    iz first_here;      /* calls from here on belong to the place looked at */
    bool uses_resources;
    bool property_files_known;
    Map property_files; /* names of files of properties that the code says */
    bool producers_known;
    Map producers_of;   /* type to first of producer */
    VEC(NamedScope) producer; /* methods that make what is injected */
    bool generated;     /* an import is of a package whose annotations generate setters */
    Map surface_cache;
    Surfaces surfaces;
    Map told;           /* "code,file,offset," of warnings that were given */
    bool (*stop)(void *ctx); /* may be null */
    void *stop_ctx;
    int nest;           /* nested look-ups through star imports */
    const Facts *involved; /* the file of which too_involved was told last */
    bool kin_known;     /* collect_kin is through */
};

/* --- parts.c --- */
void part_done(Project *p); /* hands over the calls, gives back the memory */

/* --- index.c --- */
i32 defs_in(const File *f, Str name, ScopeId scope);        /* newest definition of a name that the scope declares, or -1 */
Str default_site(Project *p, u32 file); /* the name of call sites of what a module exports by default */
i32 defs_seen(const File *f, Str name, ScopeId from);       /* the same in the nearest scope at or above `from` that declares it */
ScopeId type_scope(const File *f, Str name, ScopeId from); /* where the name of a type is looked up: a parameter of its name hides it from the body only */
void index_paths(Project *p);   /* files by path, packages: all that modules.c needs */
void index_project(Project *p);
ScopeId scope_function(const Facts *f, ScopeId s);  /* nearest function, lambda, class or module at or above s */
ScopeId scope_class(const Facts *f, ScopeId s);     /* class that the method at or above s belongs to, or 0 */
bool scope_in_loop(const Facts *f, ScopeId s); /* of its function */
bool scope_within(const Facts *f, ScopeId inner, ScopeId outer);

/* Numbers and a name as the key of a map ("3:17:client"), in `a`. */
Str number_key(Arena *a, const i64 *v, iz n, Str name);

/* A scope of a file, a name in a scope as such keys. */
Str scope_key(Arena *a, u32 file, ScopeId scope);
Str name_key(Arena *a, ScopeId scope, Str name);
i32 members_own(const Project *p, Str name, u32 file, ScopeId cls); /* the first MemberBind of a class, or of other objects (cls 0), or -1 */
Str expr_simple_name(const Facts *f, ExprId e);     /* of a name or member chain: its last component */
Str expr_path(Arena *a, const Facts *f, ExprId e);  /* "a.b.c" of a pure chain, or empty */

/* --- modules.c --- */
i32 module_file(Project *p, u32 from, Str module);  /* file index, or -1 */
i32 module_found(Project *w, u32 from, Str module); /* the same for the whole, while its parts are not known; parts remember it */
void index_file_paths(Project *p);                  /* before modules are looked up */
i32 file_at(const Project *p, Str path);            /* the file of that path, or -1 */
Str dir_join(Arena *a, Str dir, Str rel); /* "." and ".." are resolved; what is above the given paths keeps its ".." */
i32 path_file(Project *p, Str path);       /* the file that an import of that path means: extension and /index may be left out; or -1 */

Str path_stem(Str path);

/* --- npm.c --- */
void index_npm(Project *p);                       /* reads the manifests; once, before modules are looked up */
i32 npm_file(Project *p, u32 from, Str module);   /* of an import that is no relative path: a file of the project, or -1 */
Str npm_name(Project *p, u32 from, Str module);   /* the name by which the world knows a package that the project names otherwise */

/* --- folders.c --- */
void index_packages(Project *p);            /* before anything else is indexed; sets Head.dir */
i32 package_named(Project *p, u32 like, Str name); /* a file of the package of that name in the language (and folder) of `like`, or -1 */
i32 package_first(Project *p, u32 file);    /* first of the files that share their top-level names with this one */
/* Definitions of a name at the top of the files of a package, imports aside: the one after `after`, or null. */
const TopName *package_names(Project *p, u32 file, Str name, const TopName *after);
bool same_package(Project *p, u32 x, u32 y);
/* Whether code in `from` can name something at the top of the package of `of`: always, but where packages are folders. method: it is reached
 * through a value, which needs no import. */
bool may_name(Project *p, u32 from, u32 of, Str name, bool method);
bool reaches_sdk(Project *p, u32 file); /* false: what the file's package imports, and what that imports, has no SDK in it */
void manifest_add(Project *p, Str path, Str text); /* when it is a go.mod */
i32 folder_file(Project *p, u32 from, Str module); /* the file that stands for the folder which an import means, or -1 */
Str folder_name(Project *p, u32 from, Str module); /* the name that such an import binds */
void index_method(Project *p, u32 file, ScopeId fn);
i32 outer_method(Project *p, u32 *file, ScopeId cls, Str name); /* ScopeId, or -1; *file becomes the method's */
i32 named_method(Project *p, u32 *file, Str owner, Str name); /* the same for a type that is no class */
Str receiver_owner(const Facts *f, const Expr *obj, ScopeId scope); /* class name, when obj is the receiver of such a method around scope */

/* --- told.c --- */
Values told_param(Project *p, u32 file, ScopeId fn, u32 param); /* of an anonymous function; n == 0: no type tells */

/* --- protos.c --- */
void index_protos(Project *p); /* after functions have their names */
bool is_proto(Project *p, u32 file, ScopeId scope); /* a function that stands for a class */
Values proto_member(Project *p, const Value *inst, Str name);

/* --- packages.c --- */
/* How much of their folders' paths two files share: of several classes of one name and package, the nearest are meant. */
i32 nearness(Project *p, u32 x, u32 y);
Values package_class(Project *p, u32 from, Str package, Str name);
Values qualified(Project *p, u32 file, Str path);                 /* "a.b.C.D" in the project; n == 0 and not open: not there */
Values imported_class(Project *p, u32 file, const Fact *x);
Values from_imported_package(Project *p, u32 file, Str module, Str name); /* import a.b.*, import static a.B.* */
bool takes_args(Project *p, u32 file, ScopeId fn, Site call);     /* false: the call is of another method of this name */
/* "Name.argument" of an annotation of the class of one of the call's arguments. */
Values annotated(Project *p, Str what, Site call, bool *found);
Values annotated_in(Project *p, Str what, Values v, bool *found, int depth); /* of the classes of values, lists included */
Values self_in(Project *p, u32 file, ScopeId cls, u32 frame);     /* the instance whose method runs, as an instance of cls */

/* --- lookup.c --- */
Values lookup_name(Project *p, u32 file, Str name, ScopeId scope, u32 off, u32 frame);
Values module_member(Project *p, u32 file, Str name); /* n == 0 and not open: there is none */
Values def_value(Project *p, u32 file, const Def *d, u32 frame);
ScopeId scope_at(Project *p, u32 file, u32 off); /* innermost scope at an offset */
u32 frame_of(Project *p, u32 frame, u32 file, ScopeId scope); /* the frame in the chain that belongs to the function around scope, or 0 */

/* --- eval.c --- */
Values eval(Project *p, Site s);
bool eval_settled(Project *p, Site s); /* what eval gave holds for good: no bound was met and nothing in progress was run into */
/* A limit was met: what is returned says nothing about the code, so that nothing which depends on it may be memoised. */
Open eval_cut(Project *p); /* why what is returned is open */
/* What is evaluated from taint_begin to taint_end: whether it ran into evaluations in progress, or a bound. */
Taint taint_begin(Project *p);
void taint_end(Project *p, Taint outer);
void ran_into(Project *p, u32 depth); /* the evaluation at this depth is asked for while it goes on */
u64 depths_below(u32 depth);
bool too_nested(Project *p); /* NEST_MAX is reached, and eval_cut done */
Values eval_type(Project *p, u32 file, ExprId type, ScopeId scope);
Values eval_member(Project *p, Values obj, Str name, Site at);
Values eval_iter(Project *p, Values v, bool keys);
Values eval_enter(Project *p, Values v, Site at); /* what `with v as x` gives x */
Values project_step(Project *p, Values v, const Step *path);
const Origin *origin_new(Project *p, const Origin *from, Str what, u32 file, u32 off);

/* --- apply.c --- */
Values apply(Project *p, const Value *callee, Site call);

/* --- params.c --- */
Values param_value(Project *p, u32 file, ScopeId fn, u32 param, u32 frame);
u32 frame_for(Project *p, u32 file, ScopeId fn, Site call, const Value *self, u32 skip);
u32 frame_given(Project *p, const Value *fn, const Values *given, i32 n); /* a call of fn by something that is not the project's */
/* Arguments of a call: the value of positional i, or of keyword name. found: it was passed (or may have been). */
Values call_arg(Project *p, Site call, u32 skip, i32 pos, Str name, bool *found);

/* --- kept.c --- */
/* What was found by going through many things, until values are dropped. Between taint_begin and taint_end, kept_put keeps what holds for good. */
Str kept_key(Project *p, u8 what, u32 file, u32 id, Str name);
bool kept_find(Project *p, Str key, Values *v);
bool kept_holds(const Project *p);
void kept_put(Project *p, Str key, Values v);

/* --- assigned.c --- */
/* Assignments x.name = … to other objects than the receiver that may be of a class, the newest first. */
typedef struct {
    i32 any, typed, owned; /* places in Project.outside_bind */
} OutsideBinds;
OutsideBinds outside_binds(Project *p, u32 file, ScopeId cls, Str name);
i32 outside_next(const Project *p, const OutsideBinds *o); /* place in Project.member, or -1 */
void outside_pass(const Project *p, OutsideBinds *o);
i32 chain_binds(Project *p, u32 file, ExprId e); /* those of which the last two names are the expression's: the first in outside_bind, or -1 */
i32 proto_binds(Project *p, u32 file, ScopeId cls, Str name); /* those of a function that stands for a class */

/* --- contexts.c --- */
Partial partial_now(const Project *p);            /* of what was found since taint_begin */
bool partial_holds(Project *p, const Partial *x); /* true: whoever uses it now is tainted as it is */
/* The contexts that are remembered under the key: *n of them are in `frames` (0 while they are being found, or when nothing more can be
 * asked). False: they are to be found, and given to contexts_found. */
bool contexts_known(Project *p, Str key, Asking *q, u32 *frames, i32 max, i32 *n);
void contexts_found(Project *p, const Asking *q, const u32 *frames, i32 n);

/* --- unframed.c --- */
bool unframed(Project *p, u32 file, ExprId e); /* the expression means the same in every calling context */
bool unframed_call(Project *p, u32 file, ScopeId fn, Site call); /* so do the arguments, and the function needs nothing from functions around it */

/* --- callers.c --- */
Values exported(Project *p, Values v); /* with what modules are: module.exports = … */
/* Frames for every call site of a function that can be verified, each a question of its own: between queries only. */
i32 every_context(Project *p, u32 file, ScopeId fn, u32 *frames, i32 max, bool *more); /* *more: there are more than are looked at */
bool callers_known(Project *p, u32 file, ScopeId fn); /* of a method, in a language that tells types */
/* Calling contexts of a function: frames for its verified call sites. Returns how many (0: none known). */
i32 function_contexts(Project *p, u32 file, ScopeId fn, u32 *frames, i32 max);
/* Adds a context of the function fn, which is the value `how`, for a call of it (arg -1) or one to which it is handed as an argument. */
i32 value_context(Project *p, Site call, i32 arg, const Value *how, u32 file, ScopeId fn, u32 *frames, i32 n, i32 max);
/* sites.c */
void index_sites(Project *p, u32 fi); /* of a file, when all functions have their names */
/* stands.c */
void index_stands(Project *p, u32 fi); /* of a file, when all functions have their names */
bool stands_elsewhere(Project *p, u32 file, ScopeId fn); /* where its value may be called by somebody who is not seen */
/* handed.c: the same for a call of `taker`, a function of the project. Sets p->handed_lost. */
i32 handed_contexts(Project *p, Site call, i32 arg, const Value *taker, const Value *how, u32 file, ScopeId fn, u32 *frames, i32 n, i32 max);

/* Whether others call the function, too, with what nobody here knows: the project's only callers are tests (and it is none), or it is an entry point
 * of a platform. frames: its contexts. */
bool called_elsewhere(Project *p, u32 file, ScopeId fn, const u32 *frames, i32 n);

/* --- runs.c --- */
u32 run_by(Project *p, Site call, i32 arg, const Value *fn); /* the frame that a library gives fn, its argument number `arg`; 0: not known */
Values run_results(Project *p, const Surface *s, Site call); /* verb `runs` */
/* Adds the contexts that the wrapper of a decorator gives fn, for each of its calls; none when the wrapper hands on what it takes. */
i32 wrapped_contexts(Project *p, u32 file, ScopeId fn, const Value *deco, const u32 *direct, i32 ndirect, u32 *frames, i32 n, i32 max);

/* --- returns.c --- */
Returns *returns_of(Project *p, u32 file, ScopeId fn); /* its return and yield facts, nested blocks included */
Values function_returns(Project *p, u32 file, ScopeId fn, u32 frame);

/* --- classes.c --- */
void collect_kin(Project *p); /* who derives from whom; once, before anything asks */
const Kin *kin_of(Project *p, u32 file, ScopeId cls);
bool class_derives(Project *p, u32 file, ScopeId cls, u32 basefile, ScopeId base);
bool class_first(Project *p, ClassSet *s, ClassRef c); /* whether c was not in s; now it is. In p->a */
const Def *own_def(Project *p, u32 file, ScopeId cls, Str name);      /* that the class itself declares, or null */
i32 class_method(Project *p, u32 *file, ScopeId cls, Str name);       /* ScopeId, or -1; searches base classes; *file becomes the method's */
i32 class_constructor(Project *p, u32 *file, ScopeId cls);
i32 constructor_called(Project *p, u32 *file, ScopeId cls, Site call);

/* --- members.c --- */
Values member_of(Project *p, const Value *x, Str name, Site at);
Values class_of_instances(Project *p, Values v);
bool only_type(Project *p, const Value *x); /* an instance of an interface: a declared type, and no object that the code makes */
Values member_by_type(Project *p, Values known, Values told); /* of members, those told by types only add clients and the like to what is known */

/* Frames of a constructor for the places that construct this class or one that derives from it. */
i32 constructions(Project *p, u32 file, ScopeId ctor, ClassRef cls, u32 *frames, i32 max);

/* --- within.c --- */
u32 fact_from(const Facts *f, u32 off); /* the first fact at or after an offset */
/* Calls of a plain name in a scope and the scopes inside of it. Valid until the next such question. */
const FactIds *calls_within(Project *p, u32 file, ScopeId scope, Str name);

/* --- family.c --- */
/* What a constructor binds, as far as it may have run for this instance: not for instances of other branches of the family. */
Values bound_by_constructor(Project *p, const Value *inst, u32 file, ScopeId ctor, const Def *d);

/* --- script.c --- */
CallSite lambda_site(Project *p, u32 file, ScopeId lambda); /* where an anonymous function is an argument or (arg -1) called as it stands; expr 0: nowhere */
/* A call of a function that compilers write into every file (__importStar, __toESM), rows "$helper.NAME", or of a promise's method, rows
 * "$promise.NAME". False: it is none. */
bool script_helper(Project *p, Site call, Values *out);
/* The module that a call of require() loads, as far as the text alone tells: "x", path.join(__dirname, "x"); or nothing. */
Str loaded_module(Arena *a, const Facts *f, ExprId arg);
Values required_module(Project *p, u32 file, Values names); /* require(names): modules of the project, or paths outside */
Values common_export(Project *p, u32 file, Str name);       /* exports.NAME, module.exports; n == 0: there is none */
Values object_of_method(Project *p, Site s, ScopeId scope); /* `this` of a function in an object literal */
i32 lambda_contexts(Project *p, u32 file, ScopeId lambda, u32 *frames, i32 n, i32 max);

/* --- callback.c --- */
i32 callback_given(Project *p, Site call, i32 arg, Values *given); /* given: room for 4 */
Values lambda_param(Project *p, u32 file, ScopeId lambda, u32 param, u32 frame);
i32 functional_contexts(Project *p, u32 file, ScopeId lambda, u32 *frames, i32 n, i32 max);

/* --- inject.c --- */
void collect_injection(Project *p); /* once, before calls are looked for */
Values injected_param(Project *p, u32 file, ScopeId fn, u32 param); /* n == 0: nothing is known to be injected */
Values injected_named(Project *p, Str name); /* what a container gives for a name */
Values injected_field(Project *p, u32 file, const Fact *field);
bool injector_call(Project *p, Site call, Values *out); /* container.get(token); false: it is none */

/* --- surface.c --- */
bool surface_find(Project *p, Str lang, Str path, Surface *out);
/* Method `name` of an abstract object: tries "$client:s3.name" then "$client.name". */
bool surface_method(Project *p, Str lang, Str type, Str service, Str name, Surface *out);
bool surface_knows_module(Project *p, Str lang, Str module);
Values surface_type(Project *p, Str lang, const Surface *s);
Values surface_call(Project *p, const Surface *s, const Value *recv, Site call);
Values surface_client(Project *p, const Surface *s, Site call, u32 skip, Values region); /* verbs `client`, `resource` */
Str sdk_operation(Project *p, Str lang, Str service, Str method); /* model name, or empty */
void note_service(Project *p, Str service);

/* --- resource.c --- */
Values resource_member(Project *p, const Value *r, Str name);
Values resource_call(Project *p, const Value *recv, Str name, Site call);
Values resource_new(Project *p, Str sdk, Str service, Str type, Values region);

/* Every question to the evaluator starts with this: gives it its steps. A project has a number of steps in proportion to its facts; past it
 * each question gets few. */
void query_begin(Project *p);

/* Drops all values when there are too many. Only between queries. */
void values_reset(Project *p, bool force);

/* --- candidates.c --- */
Verbs *verbs_of(Project *p, Str lang);
Rows sdk_verbs(Project *p, Str lang, Str kind); /* rows of the table `sdkverb` */
bool sdk_word(Project *p, Str kind, Str name); /* rows of the table `sdkword`: what a name can mean in any language's SDK */
bool method_mentions_sdk(Project *p, u32 file, ScopeId fn); /* its parameters and results: a type of an SDK, or one that may be any */
/* --- dynamic.c --- */
/* What get_paginator(name), get_waiter(name) of a client give. A name of which a part is known gives all that it fits, when they are few. */
Values made_by_name(Project *p, bool pages, const Value *client, Str name);
Values method_by_pattern(Project *p, const Value *recv, Str name, Site at); /* a method whose name is not known in full */


/* --- emit.c --- */
void emit_calls(Project *p);
int calls_by_place(const void *x, const void *y);

/* --- evidence.c --- */
/* Calls that were left open until it is known which services the whole uses (p->evidenced): some go, others lose services. */
void calls_settle(Project *p, SdkCalls *calls);
const ArgValue *arg_of_values(Project *p, Values v, int depth);

#endif
