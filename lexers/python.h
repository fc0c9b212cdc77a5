/* python.h: what the parts of the Python front end share.
 *
 *     python.re         bytes to tokens; brackets hide line ends, an f-string is one token
 *     python_line.c     tokens to logical lines: brackets matched, soft keywords and `for`, `in`, `if` relabelled by their surroundings
 *     python_string.c   string literals decoded, f-strings split into parts
 *     python_build.c    the actions of the grammar: scopes, parameters, binds, comprehensions
 *     python_block.c    indentation to scopes; one statement after the other through the parser
 *     grammars/python.y one statement; it has no idea of lines or indentation
 *
 * Blocks end where a logical line begins at or left of their header's column: no INDENT or DEDENT exists, so that no inconsistent
 * dedent can break a file. A statement that does not parse is recorded as unsupported and costs nothing but itself.
 */
#ifndef LEXERS_PYTHON_H
#define LEXERS_PYTHON_H

#include "core/facts/lex.h"

/* Our own tokens, after the shared ones, in the grammar's order (python.y checks that). */
#define PY_OWN_TOKENS(X)                                                                                                          \
    X(EXPR) X(COMP) X(HOLE) X(CONST) X(DEF) X(CLASS) X(IF) X(ELIF) X(ELSE) X(FOR) X(WHILE) X(TRY) X(EXCEPT) X(FINALLY) X(WITH)    \
    X(AS) X(IMPORT) X(FROM) X(RETURN) X(YIELD) X(RAISE) X(ASSERT) X(DEL) X(GLOBAL) X(PASS) X(LAMBDA) X(NOT) X(AND) X(OR) X(CMP)   \
    X(FORIN) X(COMPIF) X(AWAIT) X(MATCH) X(CASE) X(TYPE) X(PRINT) X(WALRUS) X(AUG) X(ARROW) X(STAR) X(DSTAR) X(PLUS) X(MINUS)     \
    X(SLASH) X(PERCENT) X(MUL) X(PIPE) X(DECOR) X(BTICK)

enum {
    PY_BEFORE_OWN = T_FIRST_OWN - 1,
#define X(name) P_##name,
    PY_OWN_TOKENS(X)
#undef X
};

enum { /* Token.sub */
    SUB_NONE,
    SUB_TRUE, /* P_CONST */
    SUB_FALSE,
    SUB_NULL,
    SUB_ELLIPSIS,
    SUB_ASYNC, /* T_IDENT: may turn out to be a keyword. P_DEF, P_FOR, P_WITH: the async form */
    SUB_AWAIT,
    SUB_PRINT,
    SUB_TYPE,
    SUB_MATCH,
    SUB_CASE,
    SUB_IN, /* P_CMP */
    SUB_IS,
    SUB_SHIFT, /* T_OP: >> */
    SUB_LINE,  /* T_SEP: end of a line; else a semicolon */
    SUB_MARKER, /* T_ERROR: a merge conflict marker */
    SUB_BROKEN, /* T_SEP: before a statement keyword on a new line while a bracket is open */
};

enum { /* Token.sub of T_STRING and T_TEMPLATE, a set */
    STR_RAW = 1,
    STR_BYTES = 2,
    STR_FORMAT = 4,
    STR_TRIPLE = 8,
    STR_ESCAPES = 16, /* needs decoding */
    STR_OPEN = 32,    /* not terminated */
};

enum {
    PY_STACK = 4000,        /* parser stack: FACTS_MAX_DEPTH brackets with room */
    PY_TEMPLATE_DEPTH = 8,  /* f-strings in f-strings that are followed */
    PY_SCAN_DEPTH = 64,     /* the same, while looking for the end of one */
    PY_HOLE_LINES = 1000,   /* lines in a hole of an f-string */
    PY_HOLE_BYTES = 1 << 18, /* bytes in it */
    PY_BROKEN_TEMPLATES = 500, /* so many f-strings without an end are looked into in one file */
};

typedef struct {
    Token t;
    u32 match; /* brackets: index of the partner, 0: none */
} PyTok;

/* A bracket not yet closed, or the line itself. */
typedef struct {
    u32 tok;       /* index of the bracket */
    u8 close;      /* kind of its closing bracket; 0: the line */
    bool await_in; /* a `for` has been seen, its `in` not yet */
    bool comp;     /* a comprehension: what follows `for` */
} PyOpen;

typedef struct {
    i32 indent; /* column of the header */
    u32 line;   /* number of the logical line of the header */
    ScopeId scope;
    bool opened;    /* has a scope of its own */
    bool match;     /* body of `match`: holds cases */
    ExprId subject; /* of match */
} PyBlock;

/* A list being read: nothing is stored before there are two, or a splat. */
typedef struct {
    ArgList l;
    ExprId one;
    u8 splat, comma, slice;
    bool some;
} PyItems;

typedef struct {
    ExprId value;
    u32 splat; /* as Arg.splat; PY_SLICE */
    u32 off, len; /* keyword argument: its name */
} PyItem;

enum { PY_SLICE = 3 };

typedef struct PyParser PyParser; /* the generated one */

typedef struct {
    Facts *f;
    Arena *scratch;
    const Source *src;
    VEC(PyTok) toks;      /* a stack of logical lines: nested ones (holes) lie above */
    VEC(PyOpen) open;     /* brackets not yet closed */
    VEC(PyBlock) blocks;
    VEC(Param) params;    /* of headers being read */
    VEC(ExprId) targets;  /* a = b = ... */
    ArgList decorators;   /* for the next def or class */
    Str module;           /* of the from-import being read */
    PyParser *parsers[PY_TEMPLATE_DEPTH + 2];
    int level;            /* parsers in use */
    i32 indent;           /* of the logical line */
    u32 line;             /* its number */
    u32 last_end;         /* end of the last token of the line before */
    u32 deep;             /* where nesting went past the limit + 1 */
    iz rescanned;         /* bytes read twice after an unclosed bracket */
    bool failed;          /* the statement does not parse */
    bool overflow;        /* because it is nested too deeply */
    u32 at;               /* the token that showed it */
    ExprId value;         /* of the hole just parsed */
    Str why;              /* the line just read has unbalanced brackets or an unterminated string: which */
} Py;

/* python.re */
int python_lex(Lexer *lx, Token *t);
/* End of the hole that starts at s (behind `{`): the position of its `}`, of the `!` or `:` that ends its expression when `stop`, or null. */
const u8 *py_hole_end(const u8 *s, const u8 *end, bool stop, int depth);

enum {
    PY_DROP = 0xffff,      /* Token.kind: not for the parser */
    PY_NO_LIMIT = 0xffffffff,
    SUB_COMP = 1,          /* Token.sub of an opening bracket: holds a comprehension */
};

/* python_line.c: appends the tokens of one logical line to p->toks, a T_END after them. False when there is none before the end of the text.
 * With a limit the line is what stands before that offset, line ends and all (holes). */
bool py_line(Py *p, Lexer *lx, u32 limit);

/* python_string.c: the literal made of the adjacent string tokens from p->toks[index] on. */
ExprId py_string(Py *p, u32 index);
/* What stands between the quotes at offset off; triple or not. */
Str py_string_body(const Source *src, u32 off, u32 end);
/* The expression in the source from `from` to `to`; 0 when it does not parse. debug, if not null: whether a `=` follows it (f"{x=}"). */
ExprId py_hole(Py *p, u32 from, u32 to, bool *debug);

/* python_block.c */
void py_file(Py *p);
/* A block under the current header. False when nesting is too deep: then there is no scope. */
bool py_open_block(Py *p, ScopeKind kind, Str name, u32 flags, u32 off);
void py_drop_scopes(Py *p, ScopeId keep, u32 end);

/* python.y: feeds p->toks[from..to) to a parser that starts afresh; `start` (or 0) goes first. False when the text does not parse; p->at is then
 * the token where that showed. */
bool py_feed(Py *p, u32 from, u32 to, int start);

/* python_build.c: the actions. */
ExprId py_const(Py *p, Token t);
ExprId py_ident(Py *p, Token t);
ExprId py_number(Py *p, Token t);
ExprId py_unary(Py *p, Token op, ExprId a);
ExprId py_binary(Py *p, ExprId a, ExprId b);
ExprId py_plus(Py *p, ExprId a, ExprId b, u8 flags);
ExprId py_walrus(Py *p, Token name, ExprId value);
ExprId py_yield(Py *p, Token kw, ExprId value, u32 flags);
ExprId py_await(Py *p, ExprId value);
ExprId py_call(Py *p, ExprId callee, ArgList args, Token close);
ExprId py_index(Py *p, ExprId object, PyItems subs, Token close);
PyItem py_slice(Py *p, Token colon, ExprId lower, ExprId upper, ExprId step);
PyItems py_items(Py *p, PyItems list, PyItem item);
PyItems py_comma(PyItems list);
ExprId py_tuple(Py *p, PyItems items);                           /* without brackets */
ExprId py_paren(Py *p, Token open, PyItems items, Token close);  /* (a) is a */
ExprId py_list(Py *p, Token open, PyItems items, Token close);
ExprId py_map(Py *p, Token open, ArgList entries, Token close);
ArgList py_arg(Py *p, ArgList list, PyItem item);
ScopeId py_comp_open(Py *p, Token t);
void py_comp_for(Py *p, ExprId target, ExprId iter);
ExprId py_comp(Py *p, Token open, PyItem item, Token close);
ExprId py_comp_map(Py *p, Token open, ExprId key, ExprId value, Token close);
void py_param(Py *p, Token name, ExprId type, ExprId dflt, ParamKind kind);
void py_param_pattern(Py *p, Token open, PyItems items, ExprId dflt);
ScopeId py_lambda_open(Py *p, Token kw, u32 params);
ExprId py_lambda(Py *p, ScopeId scope, ExprId body);
void py_def(Py *p, Token kw, Token name, ArgList tparams, u32 params, ExprId returns);
void py_class(Py *p, Token kw, Token name, ArgList tparams, ArgList bases);
void py_decorator(Py *p, ExprId e);
void py_for(Py *p, ExprId target, ExprId iter);
void py_with(Py *p, ExprId value, ExprId target);
void py_except(Py *p, ExprId type, Token *name);
void py_match(Py *p, ExprId subject); /* python_block.c */
void py_target(Py *p, ExprId target);
void py_assign(Py *p, ExprId value);
void py_annotated(Py *p, ExprId target, ExprId type, ExprId value);
void py_augmented(Py *p, ExprId target, ExprId value);
void py_alias(Py *p, Token name, ArgList tparams, ExprId type);
void py_import(Py *p, Token module, Token *local);
void py_from(Py *p, Token from, Token import);
void py_from_name(Py *p, Token symbol, Token *local);
void py_global(Py *p, Token name);
void py_return(Py *p, Token kw, ExprId value);
ExprId py_type(Py *p, ExprId type);

static inline bool py_name_byte(u8 c)
{
    return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static inline u32 tok_end(Token t)
{
    return t.off + t.len;
}

static inline Token tok_join(Token a, Token b)
{
    a.len = b.off + b.len - a.off;
    return a;
}

#endif
