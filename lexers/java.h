/* java.h: what the parts of the Java front end share.
 *
 *   java.re        tokens                          java_text.c    values of literals, names, qualified names
 *   java_tokens.c  the file as an array of tokens, every bracket matched
 *   java_type.c    types, annotations, patterns    java_feed.c    the filter between tokens and grammar: one expression or declaration
 *   java.y         expressions, declarators, paths java_stmt.c    statements       java_class.c   declarations of types and their members
 *
 * Java decides by look-ahead whether `a < b` begins a type, `(a)` is a cast and `(a, b)` a lambda's parameters, and what a brace opens.
 * All tokens are at hand and matched, so each such question costs what it spans. The grammar sees one expression, one list of declarators or
 * one path at a time; blocks of lambdas, bodies of anonymous classes, switch expressions, types and annotations inside it are parsed when the
 * filter meets them and reach the grammar as single tokens. An error costs one such item, never what stands around or behind it.
 *
 * How Java looks in facts:
 * - import a.b.C is module "a.b", symbol "C"; import static a.B.c is module "a.B", symbol "c". `*` is the symbol "*" and binds no name.
 * - A constructor is a function named as its class, SCOPE_CONSTRUCTOR. A record's header is a constructor whose parameters are PARAM_FIELD;
 *   a compact constructor is a second one with the same parameters and a body.
 * - An enum constant is a bind of class scope, static and const, to EX_NEW of the enum with the constant's arguments.
 * - `new T(x) {...}` is EX_NEW and a class scope at the brace, without a name, whose base is T. `o.new T(x)` likewise.
 * - A method reference `s3::putObject` is the member; `T::new` is the member `new` of T. `T.this` and `T.super` are members too.
 * - `new T[]{a}` and `{a}` are lists; `new T[n]` is an open list without items.
 * - A type parameter with a bound is a bind of the parameter to the bound, BIND_TYPE. Wildcards are their bounds; `?` alone is unknown.
 * - Casts to primitive types are transparent. Type arguments of a call (`x.<T>f()`) are left out, and so is what follows throws and permits.
 * - `var` is no type, `void` no return type.
 * - The value of a switch expression is the choice of its arms and yields. A pattern variable is bound to the value that it was matched with.
 * - `if (x instanceof T t)` binds t in the block of the branch, `if (!(x instanceof T t))` around the statement: where it is visible.
 * - i++ is an augmenting bind to unknown.
 */
#ifndef LEXERS_JAVA_H
#define LEXERS_JAVA_H

#include "langs.h"

/* Token kinds behind the shared ones. Those up to J_LAST_FED go to the grammar, in this order, which is that of its own %token line. */
enum {
    J_PLUS = T_FIRST_OWN,
    J_MINUS,
    J_MUL,      /* * / % */
    J_OR,       /* || */
    J_AND,      /* && */
    J_QUESTION,
    J_AUGMENT,  /* += and the like */
    J_INCDEC,   /* ++ -- */
    J_REF,      /* :: */
    J_CLASS,    /* class */
    J_NEW,      /* new T; node: T */
    J_INSTANCEOF, /* instanceof T t; node: T, text: t */
    J_IMPORT,
    J_PACKAGE,
    J_STATIC,
    J_VALUE,    /* made by the filter: a literal, this, super, a lambda with a block, a switch expression; node */
    J_NEGATE,   /* made by the filter: any number of prefix operators */
    J_CAST,     /* made by the filter: (T); node: type(T) */
    J_LAMBDA,   /* made by the filter: parameters and arrow of a lambda whose body is an expression */
    J_NEWARRAY, /* made by the filter: new T[ */
    J_BODY,     /* made by the filter: the body of an anonymous class, already parsed */
    J_DECL,     /* made by the filter: declarators follow */
    J_LAST_FED = J_DECL,

    J_LT,
    J_GT,
    J_AMP,
    J_NOT,      /* ! ~ */
    J_ARROW,
    J_AT,
    J_ELLIPSIS,
    J_THIS,
    J_SUPER,
    J_TRUE,
    J_FALSE,
    J_NULL,
    J_PRIMITIVE,  /* int, void, ... */
    J_MODIFIER,   /* sub: JM_ */
    J_INTERFACE,
    J_ENUM,
    J_EXTENDS,
    J_IMPLEMENTS,
    J_THROWS,
    J_IF,
    J_ELSE,
    J_FOR,
    J_WHILE,
    J_DO,
    J_SWITCH,
    J_CASE,
    J_DEFAULT,
    J_TRY,
    J_CATCH,
    J_FINALLY,
    J_SYNCHRONIZED,
    J_RETURN,
    J_THROW,
    J_JUMP,       /* break, continue */
    J_ASSERT,
};

enum { /* sub of J_MODIFIER */
    JM_OTHER,
    JM_STATIC,
    JM_FINAL,
};

enum { /* sub of T_IDENT: words that mean something in places; sub of J_PRIMITIVE: JW_VOID */
    JW_NONE,
    JW_ESCAPED, /* has \u escapes */
    JW_VOID,
    JW_VAR,
    JW_RECORD,
    JW_SEALED,
    JW_NON,
    JW_PERMITS,
    JW_YIELD,
    JW_WHEN,
    JW_MODULE,
    JW_OPEN,
};

enum { /* sub of T_STRING */
    JS_PLAIN,
    JS_ESCAPED,
    JS_BLOCK,    /* """ */
    JS_TEMPLATE, /* holds \{...} */
    JS_OPEN,     /* no closing quote: ends with its line */
};

enum { /* sub of T_ERROR */
    JE_CHARACTER,
    JE_COMMENT, /* not closed */
    JE_MARKER,  /* a line that a merge left behind */
};

/* What the grammar gets as a token: its text and the node that the filter made of it, if any. */
typedef struct {
    u32 off, end;
    ExprId e;
    u32 i; /* index of the token */
} JavaTok;

typedef struct JavaParser JavaParser; /* the lemon parser; grammars/java.y */

/* One file being parsed. */
typedef struct {
    Facts *f;
    Arena *scratch;
    Token *t;    /* n tokens and an end token */
    u32 *match;  /* of an opening bracket: index of its closing one, or of the token before which it must end */
    u32 n;
    u32 i;       /* next token */
    int depth;   /* of nested groups, bodies and statements that are being followed */
    u32 no_type; /* no type arguments begin before this token (a scan has failed up to here) */
    ArgList *yields; /* of the innermost switch expression; null: none */
    ScopeId record;  /* constructor made from the header of the innermost class, when it is a record */
    JavaParser **parsers; /* by nesting */
    int nparsers, used;
    u32 open[FACTS_MAX_DEPTH + 2]; /* brackets that runs of the grammar have opened */
} Java;

typedef enum { JAVA_EXPR, JAVA_DECL, JAVA_PATH } JavaMode;

/* The state of one run of the grammar. The grammar's actions and the filter share it. */
typedef struct {
    Java *j;
    JavaMode mode;
    ExprId type;      /* declarators: their type, may be 0 */
    ArgId decorators; /* declarators: annotations */
    u32 flags;        /* declarators: BIND_ flags */
    bool guard;       /* the guard of a case: an arrow ends it */
    bool bad;         /* the grammar did not accept it */
    bool deep;        /* because its stack is full */
    bool operand;     /* the token given last ends an operand */
    u16 last;         /* its kind; 0: none yet */
    int nest;         /* brackets opened and not closed, j->open[base] and following */
    int base;         /* j->depth at the start */
    int questions;    /* ? at the outermost level that wait for their : */
    ExprId result;
    VEC(u32) bodies;  /* pairs: token index of the brace of an anonymous class to come, the class's type */
} JavaRun;

/* --- java_tokens.c --- */
/* Tokens and brackets of the whole file. Errors of the lexer are recorded and left out. */
void java_tokens(Java *j);
/* The index behind the group that opens at i (behind the token itself when it opens none). */
u32 java_past(const Java *j, u32 i);
/* Does the bracket at i have its closing one? */
bool java_closed(const Java *j, u32 i);
/* Is there a line end between tokens i - 1 and i? */
bool java_newline(const Java *j, u32 i);

/* --- java_text.c --- */
Str java_word(const Java *j, u32 i);             /* the name at token i, escapes decoded */
ExprId java_literal(Java *j, u32 i);             /* string, character, text block, number, true, false, null */
Str java_path(Java *j, u32 from, u32 to);        /* a.b.c of tokens [from, to), without blanks and comments */

/* --- java_type.c --- */
/* The index behind the type that begins at i, or 0 when there is none. Makes nothing. */
u32 java_scan_type(Java *j, u32 i);
/* The type at j->i, which moves behind it; 0 for var. Dimensions are taken unless told not to. */
ExprId java_type(Java *j, bool dims);
/* type wrapped once for each [] at j->i, which moves. */
ExprId java_dims(Java *j, ExprId type);
/* The index behind the type arguments whose < is at i, or 0 when they are none. */
u32 java_scan_args(Java *j, u32 i);
/* The index behind the annotation at i. */
u32 java_scan_annotation(const Java *j, u32 i);
/* The annotation whose @ is at j->i. */
ExprId java_annotation(Java *j);
/* Modifiers and annotations from j->i on. *bits gets 1 << JM_; *at the first token that is no annotation. */
ArgList java_modifiers(Java *j, u32 *bits, u32 *at);
/* Is there a pattern `T t` or `T(...)` at i? The index behind it, or 0. */
u32 java_scan_pattern(Java *j, u32 i);
/* The pattern at j->i: binds what it names. matched: the value, may be 0. Returns its type; *name the variable's token or 0, when it is left to
 * the caller to bind it (name not null). */
ExprId java_pattern(Java *j, ExprId matched, u32 *name);
/* Type parameters at j->i, which is a J_LT; binds those with bounds in the current scope. */
void java_type_params(Java *j);
/* Parameters in the parentheses at j->i, into the current scope, of a method or a lambda. flags: PARAM_ flags of each. */
void java_params(Java *j, u8 flags);

/* --- java_feed.c --- */
/* The next token for the grammar: its kind, or 0 where the run ends. */
int java_feed(JavaRun *r, JavaTok *t);

/* --- java.y --- */
/* The expression at j->i, up to the token that cannot belong to it (, ; ) ] } : -> or one on a new line). On an error what was not understood is
 * recorded, j->i stands where such an expression would end, and the result is unknown. 0: there is none. */
ExprId java_expr(Java *j);
/* The guard of a case at j->i, up to its arrow or colon. */
ExprId java_guard(Java *j);
/* Declarators at j->i, up to ; ) or : */
void java_declarators(Java *j, ExprId type, ArgList decorators, u32 flags);
/* import or package at j->i, up to its semicolon. */
void java_header(Java *j);

/* --- java_stmt.c --- */
/* The statement at j->i. */
void java_statement(Java *j);
/* The block whose { is at j->i, into the current scope; j->i moves behind its }. */
void java_block(Java *j);
/* Leaves the parentheses that open at `open`. What is left inside is recorded; when they have no end, parsing goes on in there. */
void java_close(Java *j, u32 open, Str why);
/* The expression in the parentheses at j->i, which moves behind them. 0 when there are none. */
ExprId java_paren(Java *j);
/* The switch at j->i. value: it is an expression. Returns the choice of its arms. */
ExprId java_switch(Java *j, bool value);
/* The semicolon at j->i. Without one, a line end or closing brace will do; else the rest of the item is recorded as unsupported. */
void java_end(Java *j);
/* Goes to where the item at j->i ends: behind the next ; or {} group, or before a closing }; at least one token on. Records it. */
void java_skip(Java *j, Str why);

/* --- java_class.c --- */
/* Does the declaration of a class, interface, enum, record or annotation type begin at i, behind its modifiers? */
bool java_is_class(const Java *j, u32 i);
/* The declaration at j->i; modifiers have been read; at: where its scope begins. */
void java_class(Java *j, ArgList decorators, u32 at);
/* The class body whose { is at j->i, into the current scope. name: of the class; enumeration: constants come first. */
void java_class_body(Java *j, Str name, bool enumeration);
/* A method at j->i where only statements may stand, since a brace is missing: parsed. False when there is none. Modifiers have been read. */
bool java_stray_method(Java *j, ArgList decorators, u32 bits, u32 at);
/* Members, or at the top of a file whatever may stand there, up to token `to`. */
void java_members(Java *j, u32 to, Str name);

#define J_KIND(j, k) ((j)->t[k].kind)
#define J_OFF(j, k) ((j)->t[k].off)
#define J_END(j, k) ((j)->t[k].off + (j)->t[k].len)

/* Where the text before token j->i ends. */
static inline u32 java_here(const Java *j)
{
    return j->i ? J_END(j, j->i - 1) : 0;
}

/* Closes the current scope there; one that nothing follows is empty. */
static inline void java_leave(Java *j)
{
    u32 off = j->f->scopes.v[j->f->cur].off, here = java_here(j);
    scope_close(j->f, here > off ? here : off);
}

#endif
