/* go.h: what the Go lexer, its token filter, the grammar and the builder share.
 *
 * go_lex    (go.re)       text to tokens, with automatic semicolons (T_SEP)
 * go_next   (go_filter.c) tokens to the grammar's tokens: what needs memory or look-ahead is decided here
 * go_y      (go.y)        the grammar; every action is one call to a go_* function
 * go_*      (go_build.c, go_expr.c) facts from what the grammar has recognised
 */
#ifndef LEXERS_GO_H
#define LEXERS_GO_H

#include "lexers/langs.h"

/* Go's own tokens, in the order of the second %token line of grammars/go.y. */
enum {
    GO_DEFINE = T_FIRST_OWN, /* := */
    GO_AUGMENT,              /* += -= …; sub: the operator's character */
    GO_INC,                  /* ++ -- */
    GO_PLUS,
    GO_ADDOP,                /* - ^ */
    GO_PIPE,                 /* | */
    GO_OROR,
    GO_ANDAND,
    GO_CMP,                  /* == != < <= > >= */
    GO_MULOP,                /* / % << >> &^ */
    GO_STAR,
    GO_AMP,
    GO_ARROW,                /* <- */
    GO_NOT,
    GO_TILDE,
    GO_ELLIPSIS,
    GO_RUNE,
    GO_PACKAGE,
    GO_IMPORT,
    GO_FUNC,
    GO_TYPE,
    GO_VAR,
    GO_CONST,
    GO_STRUCT,
    GO_INTERFACE,
    GO_MAP,
    GO_CHAN,                 /* the filter lets it swallow the arrow on either side */
    GO_IF,
    GO_ELSE,
    GO_FOR,
    GO_RANGE,
    GO_SWITCH,
    GO_SELECT,
    GO_CASE,
    GO_DEFAULT,
    GO_GO,                   /* go, defer */
    GO_RETURN,
    GO_JUMP,                 /* break, continue, goto, fallthrough */
    /* made by the filter */
    GO_FUNCDECL,             /* func that begins a declaration */
    GO_LBODY,                /* { that ends the header of an if, for, switch or select */
    GO_TBRACKET,             /* [ that begins type parameters in a type declaration */
    GO_DEEP,                 /* stands for the inside of a bracket beyond FACTS_MAX_DEPTH */
    /* made by the driver */
    GO_START,
    GO_RESYNC,               /* after an error: here the next statement begins, or the list ends */
    GO_FIN,
    /* never reach the grammar */
    GO_MARKER,               /* a merge marker's whole line */
    GO_RESET,                /* func declaration inside braces: some brace was never closed */
};

/* Token.sub of a literal. T_ERROR: what went wrong. */
enum { GO_PLAIN, GO_ESCAPES, GO_RAW, GO_RAW_CR };
enum { GO_BAD_CHAR, GO_BAD_STRING, GO_BAD_COMMENT };

/* ---------------------------------------------------------------- filter */

typedef struct {
    Lexer lx;
    Arena *arena;
    VEC(u8) open; /* brackets that are open, outermost first; see go_filter.c */
    u16 prev, prev2;
    u8 header;    /* between if/for/switch/select and its { */
    u8 pend;      /* in a header: a literal type or a func type is being read, so that its { is no body */
    u8 func;      /* in a header, after pend: the type holds a func type */
    bool deep;    /* the inside of the bracket just returned must be skipped */
} GoFilter;

void go_filter_init(GoFilter *g, Lexer lx, Arena *arena);

/* The next token for the grammar. For brackets, sub is the number of open brackets, this one included. */
void go_next(GoFilter *g, Token *t);

/* Forgets open brackets beyond the first n, and any header. */
void go_filter_cut(GoFilter *g, iz n);

/* True when a { is open beyond the first n brackets. */
bool go_filter_brace_beyond(const GoFilter *g, iz n);

/* ---------------------------------------------------------------- builder */

typedef struct {
    u32 depth;   /* open brackets inside this list, its own included */
    u8 closer;   /* T_RBRACE or T_RPAREN */
    bool clauses; /* holds case clauses */
} GoNest;

typedef enum { LIT_NEW, LIT_LIST, LIT_MAP } GoLitKind;

typedef struct {
    ExprId type, key, elem; /* of the literal, and of what it holds (0: cannot be told from the text) */
    u32 off;
    u8 kind;  /* GoLitKind */
    bool value; /* behind the colon of an entry */
} GoLit;

typedef struct {
    ExprId name, value; /* switch name := value.(type) */
} GoSwitch;

typedef struct {
    ScopeId scope;
    ArgList names;
} GoNamed;

/* Heights of all stacks: where to unwind to. */
typedef struct {
    ScopeId scope;
    u32 nests, lits, switches, inits;
} GoMark;

typedef struct {
    ArgList params, results; /* arguments: name, type as value, splat for variadic */
    u32 off, end;
} GoSig;

typedef struct {
    Facts *f;
    GoFilter in;
    VEC(GoNest) nests;       /* lists of statements, specs, fields that are open */
    VEC(GoLit) lits;         /* composite literals that are open */
    VEC(GoSwitch) switches;
    VEC(GoNamed) named;      /* functions with named results */
    struct {
        ArgList lhs, rhs;
        u32 off, end;
        u16 op;
        u8 sub;
    } simple;                /* the simple statement read last, not yet recorded */
    ArgList const_values;    /* of the const specification before this one */
    ExprId const_type;
    ArgList tparams;         /* of the type declaration that is being read */
    Str decl;                /* its name */
    u32 decl_off;
    ExprId n_list, n_map, n_chan, n_func; /* the names "[]", "map", "chan", "func" */
    u32 inits;               /* scopes of init statements that are open */
    u32 last_end;            /* end of the token before the current one */
    bool iota;               /* iota was used in this const specification */
    bool error;              /* the parser met a syntax error or ran out of stack */
    bool overflow;
} Go;

Str go_text(const Go *g, Token t);
ExprId go_as_list(Go *g, ArgList l); /* the one expression, or an EX_LIST of several; 0 for none */

GoMark go_mark(const Go *g);
void go_unwind(Go *g, GoMark m); /* closes every scope and list opened since */

/* lists that the parser can resume in: (nest) with the bracket that opens it */
GoMark go_group(Go *g, Token bracket);
GoMark go_group_from(Go *g, GoMark m, Token bracket); /* keeps the older mark */
void go_ungroup(Go *g);

/* blocks; the mark is that of the whole statement */
GoMark go_block(Go *g, Token brace, u32 flags);
GoMark go_block_from(Go *g, GoMark m, Token brace, u32 flags);
void go_block_end(Go *g, Token brace); /* the innermost block and its list */
GoMark go_loop(Go *g, Token kw);
GoMark go_init(Go *g, GoMark m, Token sep); /* init statement of an if or switch: names live until its end */
GoMark go_switch(Go *g, GoMark m, Token brace, bool simple);
GoMark go_clause(Go *g, Token kw, bool simple);

/* statements */
void go_simple(Go *g, ArgList lhs, Token op, ArgList rhs);
void go_simple_expr(Go *g, ArgList exprs);
void go_commit(Go *g);
void go_range(Go *g, ArgList lhs, u32 flags, ExprId value);
void go_return(Go *g, Token kw, ArgList values);

/* declarations */
void go_package(Go *g, Token name);
void go_import(Go *g, const Token *local, Token path, bool dot);
void go_var(Go *g, ArgList names, ExprId type, ArgList values);
void go_const_start(Go *g);
void go_const(Go *g, ArgList names, ExprId type, ArgList values);
GoMark go_func(Go *g, Token kw, Token name, const ArgList *receiver, ArgList tparams, GoSig sig);
GoMark go_func_method(Go *g, Token kw, Token name, ArgList receiver, ArgList tparams, GoSig sig);
GoMark go_lambda_open(Go *g, GoSig sig, Token brace);
ExprId go_lambda(Go *g, Token brace, GoMark m);
void go_type_name(Go *g, Token name, ArgList tparams);
void go_type_decl(Go *g, ExprId type);
GoMark go_class(Go *g, Token kw, Token brace, bool named);
ExprId go_class_end(Go *g, GoMark m, Token brace);
void go_field(Go *g, ArgList names, ExprId type);
void go_field1(Go *g, Token name, ExprId type);
void go_embedded(Go *g, ExprId type);
void go_method(Go *g, Token name, GoSig sig);

/* types */
ExprId go_list_type(Go *g, Token first, ExprId elem);
ExprId go_map_type(Go *g, Token first, ExprId key, ExprId elem);
ExprId go_chan_type(Go *g, Token first, ExprId elem);
ExprId go_func_type(Go *g, GoSig sig);
ExprId go_word_type(Go *g, Token first, Token brace); /* struct{}, interface{} */
ExprId go_type_args(Go *g, ExprId type, ArgList args, Token end);

/* parameters, with names and types still as they stand in the text */
typedef struct {
    Str name; /* empty: not seen */
    ExprId type;
    bool rest;
} GoParam;
GoParam go_param_type(Go *g, ExprId type, bool rest);
GoParam go_param_named(Go *g, Token name, ExprId type, bool rest);
ArgList go_param(Go *g, ArgList l, GoParam p);
ArgList go_tparam(Go *g, ArgList l, Token name, ExprId type);
GoSig go_sig(Go *g, ArgList params, ArgList results);
GoSig go_sig_from(Go *g, Token kw, GoSig sig);

/* expressions */
ExprId go_name(Go *g, Token t);
ExprId go_string(Go *g, Token t);
ExprId go_number(Go *g, Token t);
ExprId go_nothing(Go *g, Token t);
ExprId go_member(Go *g, ExprId obj, Token name);
ExprId go_call(Go *g, ExprId callee, ArgList args, Token end);
ExprId go_index(Go *g, ExprId obj, ArgList index, Token end);
ExprId go_slice(Go *g, ExprId obj, ExprId lo, ExprId hi, Token end);
ExprId go_assert(Go *g, ExprId obj, ExprId type, Token end);
ExprId go_binary(Go *g, ExprId a, ExprId b);
ExprId go_concat(Go *g, ExprId a, ExprId b);
ExprId go_unary(Go *g, Token op, ExprId x);
ExprId go_address(Go *g, ExprId x);
ExprId go_receive(Go *g, Token op, ExprId x);

/* composite literals */
GoMark go_lit_open(Go *g, ExprId type);
GoMark go_lit_inner(Go *g, Token brace); /* { with the type left out */
ExprId go_lit(Go *g, GoMark m, ArgList items, Token end);
ArgList go_lit_item(Go *g, ArgList l, ExprId key, ExprId value);
void go_lit_colon(Go *g);

#endif
