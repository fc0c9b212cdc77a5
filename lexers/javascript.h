/* javascript.h: what the JavaScript/TypeScript lexer, its token filter, the grammar and the builder share.
 *
 * javascript_lex (javascript.re)         text to tokens
 * js_tokens      (javascript_tokens.c)   the whole file as an array of tokens with matched brackets; regular expressions, templates, JSX
 * js_run         (javascript_filter.c, javascript_words.c) tokens to the grammar's tokens: semicolons, arrow functions, patterns, what words mean
 * js_type        (javascript_type.c)     type annotations, read by hand: one token of the grammar
 * js_y           (grammars/javascript.y) the grammar; every action is one call to a js_* function
 * js_*           (javascript_build.c, javascript_decl.c) facts from what the grammar has recognised
 *
 * The filter asks the parser whether a token would be accepted where it stands (js_accepts). So the grammar alone knows where a type, a
 * block, a property name or the end of a statement may be.
 */
#ifndef LEXERS_JAVASCRIPT_H
#define LEXERS_JAVASCRIPT_H

#include "langs.h"

/* JavaScript's own tokens, in the order of the second %token line of grammars/javascript.y. */
enum {
    J_AUGMENT = T_FIRST_OWN, /* += …; sub: JS_LOGICAL for ||= &&= ??= */
    J_ARROW,                 /* => */
    J_QM,                    /* ? */
    J_OR,                    /* || ?? */
    J_AND,                   /* && */
    J_PLUS,                  /* + -; sub: the character */
    J_MUL,                   /* * / % **; sub: the character */
    J_INCDEC,
    J_UNARY,                 /* ! ~ and made by the filter: typeof void delete throw, signs, prefix ++ */
    J_SPREAD,
    J_AT,
    J_REGEX,
    J_TPLHEAD,               /* `…${ */
    J_TPLMID,                /* }…${ */
    J_TPLTAIL,               /* }…` */
    J_JSXBEGIN,              /* the outermost element of a tree; nested ones make no tokens */
    J_JSXEND,
    J_JSXOPEN,               /* { inside JSX; closed by T_RBRACE */
    /* made by the filter */
    J_YIELD,
    J_BLOCK,                 /* { of a block, a body, a class */
    J_PLBRACE,               /* { of a pattern */
    J_PLBRACKET,             /* [ of a pattern */
    J_ALPAREN,               /* ( of an arrow function */
    J_AIDENT,                /* the parameter of `x => …` */
    J_FUNCDECL,
    J_FUNCEXPR,
    J_CLASSDECL,
    J_CLASSEXPR,
    J_NEW,
    J_VAR,                   /* sub: word */
    J_IF,
    J_ELIF,                  /* else if */
    J_ELSE,
    J_FOR,
    J_FOREACH,
    J_OF,                    /* of, in; sub: word */
    J_WHILE,
    J_DO,
    J_SWITCH,
    J_CASE,
    J_DEFAULT,
    J_TRY,
    J_CATCH,
    J_FINALLY,
    J_RETURN,
    J_IMPORT,
    J_EXPORT,
    J_EXPDEFAULT,            /* export default of an expression */
    J_EXPASSIGN,             /* export = */
    J_ILBRACE,               /* { of import and export lists */
    J_FROM,
    J_AS,
    J_STAR,
    J_EXTENDS,
    J_BASES,                 /* an implemented type; id */
    J_INTERFACE,
    J_ENUM,
    J_TLBRACE,               /* { of an object inside a pattern: {…}.x = */
    J_XAT,                   /* @ before a class expression */
    J_NAMESPACE,
    J_TYPEALIAS,
    J_MOD,                   /* static, get, async, * … before a member's name */
    J_PMOD,                  /* public, private … before a parameter */
    J_STATICBLOCK,
    J_TYPE,                  /* a whole annotation; id */
    J_CAST,                  /* as T, satisfies T; id, 0: of no interest */
    J_OPAQUE,                /* an expression about which nothing is known, or a jump */
    J_KEYMARK,               /* never sent: js_accepts(KEYMARK) tells where a property's name may stand */
    J_LABEL,                 /* never sent: where a statement may begin */
};

/* Token.kind holds flags above the kind. */
enum {
    JF_KIND = 0xff,
    JF_NL = 0x100,      /* first on its line */
    JF_OPERAND = 0x200, /* stands where an operand is expected */
    JF_ESC = 0x400,     /* literal or name that holds escapes */
};

/* Token.sub of operators, where it matters. */
enum { JS_LT = 1, JS_GT, JS_SHR, JS_USHR, JS_PIPE, JS_AMP, JS_STAR, JS_LOGICAL, JS_OPTIONAL, JS_NOT, JS_VOID, JS_THROW, JS_STEP };

/* Token.sub of identifiers: words that mean something somewhere. */
typedef enum {
    W_NONE,
#define WORD(w) W_##w,
#include "javascript_words.def"
#undef WORD
    W_COUNT
} JsWord;

/* How a value of the parser is known so far. Nodes are made only for what is used. */
enum { V_NONE, V_NODE, V_NAME, V_NUMBER, V_STRING, V_UNKNOWN, V_NULL, V_TRUE, V_FALSE, V_BRACKET = 0x80 };

/* A token or an expression as the parser holds it. */
typedef struct {
    u32 off, end;
    u32 id;  /* V_NODE: ExprId; marks: ScopeId; TYPE, CAST, BASES: ExprId */
    u8 as;   /* V_* */
    u8 esc;  /* token with escapes */
    u16 sub; /* word, operator, BIND_* flags of a declaration */
} JsVal;

typedef struct {
    Str symbol, local;
    u32 flags, off, end;
} JsSpec;

typedef struct {
    ScopeId scope;
    ExprId key;
} JsKey;

typedef struct {
    Str name;
    ExprId constraint;
    u32 off;
} JsTypeParam;

typedef struct {
    Facts *f;
    Arena *scratch;
    const u8 *text; /* Source.text, or a copy in which what is no script is blank */
    u32 len;
    bool ts;        /* TypeScript: generic calls, casts by < > */
    bool jsx;
    bool flow;      /* JavaScript with Flow's annotations */
    bool error;     /* the parser did not accept the last token */
    bool overflow;  /* because its stack is full */
    VEC(Token) tok; /* ends with T_END; brackets hold the index of their partner in len */
    void *parser;
    bool lists[256]; /* symbols of the grammar that js_unwind goes back to */

    /* filter */
    u32 at;             /* index of the token being handled */
    u32 last_end;       /* end of the last token sent */
    u8 last;            /* its kind */
    bool carry_nl;      /* tokens were dropped, the first of them first on its line */
    u16 mods;           /* SCOPE_ASYNC for the next function */
    u32 mods_off;       /* where it stands */
    u32 operand_at;     /* this token is an operand whatever the lexer thought (0: none) */
    u32 operator_at;    /* likewise, an operator */
    u32 called_at;   /* the ( behind type arguments of what is called, not declared */
    u32 of_at;          /* `of` or `in` of the for header being read */
    VEC(u32) open;      /* brackets sent and not closed yet */
    u32 bad;            /* 1 + fact of the last span reported, 0: none */
    u32 vain;           /* tokens that were taken for type arguments and were none */

    /* builder */
    u32 member_mods;    /* SCOPE_* and JSM_* of the member being read */
    u32 member_off;     /* where its first modifier or decorator stands, plus 1 */
    ArgList decorators; /* read and not yet taken */
    u32 deco_off;       /* where they begin, plus 1 */
    bool pmod;
    u8 exporting;       /* 1: export, 2: export default */
    u32 body_off;       /* a { here opens no scope of its own */
    VEC(Param) params;  /* of the functions whose heads are being read */
    VEC(JsKey) keys;    /* computed names of the methods of object literals that are being read */
    VEC(JsSpec) specs;
    VEC(JsTypeParam) tparams;
    VEC(Str) exports;   /* names exported by the namespaces being read */
    u32 nspace;         /* namespaces open */
} Js;

/* --- javascript_tokens.c --- */

enum { LEX_OPERAND = 1, LEX_TEMPLATE = 2 }; /* Lexer.state on entry: / begins a regular expression; a template goes on */

/* Fills p->tok from p->text. */
void js_tokens(Js *p);

/* Sets p->ts and p->jsx by the file's name, and cuts scripts out of component files. */
void js_dialect(Js *p);

/* --- javascript_type.c --- */

/* Reads the type at token i. Returns the index behind it; *out is its expression. dry: no nodes are made. i itself: there is no type. */
u32 js_type(Js *p, u32 i, ExprId *out, bool dry);

/* Whether what stands in the parentheses at i may be parameters. */
bool js_parameters(const Js *p, u32 i);

/* Index behind the balanced < > at i, or 0 when that is no list of types or type parameters. */
u32 js_angles(Js *p, u32 i);

/* Notes the type parameters in the < > at i that have a constraint; they belong to the next scope that opens. */
void js_type_params(Js *p, u32 i);

/* --- javascript_filter.c --- */

void js_run(Js *p);

/* --- javascript.y --- */

bool js_accepts(Js *p, int kind);      /* whether the parser would take the token now */
bool js_accepts_two(Js *p, int first, int second);
bool js_full(Js *p);                   /* whether its stack is nearly full */
void js_push(Js *p, int kind, JsVal v); /* sets p->error when it does not */

/* Gives up everything the parser holds inside the innermost list of statements, members or clauses, closing the scopes that it opened.
 * Returns the index of the token that opens this list; UINT32_MAX for the file. */
u32 js_unwind(Js *p);

/* --- javascript_build.c, javascript_decl.c --- */

Str js_text(Js *p, JsVal v);  /* a name, decoded */
Str js_quoted(Js *p, JsVal v); /* a string, decoded */
ExprId js_ex(Js *p, JsVal v); /* the node of a value; made when needed */

extern const u8 js_value_of_kind[JF_KIND + 1]; /* V_*, or V_BRACKET: its length says where its partner is */
extern const u8 js_value_of_word[W_COUNT];   /* 0: a name */

/* What the parser gets for token i. */
static inline JsVal js_token_value(const Js *p, u32 i)
{
    const Token *t = &p->tok.v[i];
    int k = t->kind & JF_KIND;
    u8 as = js_value_of_kind[k];
    JsVal v = {.off = t->off, .end = t->off + (as == V_BRACKET ? 1 : t->len), .sub = t->sub, .esc = (t->kind & JF_ESC) != 0};
    if (k == T_IDENT)
        v.as = js_value_of_word[t->sub] ? js_value_of_word[t->sub] : V_NAME;
    else if (as != V_BRACKET)
        v.as = as;
    return v;
}

JsVal js_mark(Js *p, int major); /* value of a list: where to go on after an error; major: the list's symbol */
JsVal js_computed(Js *p, JsVal e); /* [e] as a property's name */
JsVal js_span(Js *p, ArgList parts, JsVal last); /* from the first part to the last */
JsVal js_member(Js *p, JsVal obj, JsVal name);
JsVal js_index(Js *p, JsVal obj, JsVal index, JsVal close);
JsVal js_call(Js *p, JsVal callee, ArgList args, JsVal close);
JsVal js_new(Js *p, JsVal start, JsVal type, ArgList args, JsVal close);
JsVal js_binary(Js *p, JsVal a, JsVal op, JsVal b);
JsVal js_plus(Js *p, JsVal a, JsVal op, JsVal b);
JsVal js_choice(Js *p, JsVal a, JsVal b, u8 flags);
JsVal js_ternary(Js *p, JsVal cond, JsVal a, JsVal b);
JsVal js_unary(Js *p, JsVal op, JsVal a);
JsVal js_postfix(Js *p, JsVal a, JsVal op);
JsVal js_cast(Js *p, JsVal a, JsVal type);
JsVal js_yield(Js *p, JsVal op, JsVal a);
JsVal js_assign(Js *p, JsVal target, JsVal value);
JsVal js_augment(Js *p, JsVal target, JsVal op, JsVal value);
JsVal js_list(Js *p, JsVal open, ArgList items, JsVal close);
JsVal js_map(Js *p, JsVal open, ArgList entries, JsVal close);
JsVal js_template(Js *p, JsVal tag, ArgList parts, JsVal whole);
JsVal js_template_plain(Js *p, JsVal t);
JsVal js_jsx(Js *p, JsVal open, ArgList parts, JsVal close);
ArgList js_arg(Js *p, ArgList l, JsVal v);
ArgList js_arg_spread(Js *p, ArgList l, JsVal v);
ArgList js_part(Js *p, ArgList l, JsVal v); /* template hole, JSX child */
ArgList js_part_text(Js *p, ArgList l, JsVal piece);
ArgList js_join(Js *p, ArgList a, ArgList b);
ArgList js_entry(Js *p, JsVal key, JsVal value);
ArgList js_spread_entry(Js *p, JsVal value);

JsVal js_default(Js *p, JsVal target, JsVal value);   /* target = value in a pattern */
JsVal js_declare(Js *p, JsVal how, JsVal target, JsVal type, JsVal value); /* returns how */
JsVal js_var(Js *p, JsVal word);

JsVal js_func_open(Js *p, JsVal start, JsVal name, bool expression);
JsVal js_method_open(Js *p, JsVal key, bool in_class);
JsVal js_arrow_open(Js *p, JsVal start);
JsVal js_arrow_one(Js *p, JsVal name);
void js_param(Js *p, JsVal target, JsVal type, JsVal dflt, ParamKind kind);
JsVal js_signature(Js *p, JsVal func, JsVal type);
JsVal js_func_close(Js *p, JsVal func, JsVal end);
JsVal js_arrow_value(Js *p, JsVal func, JsVal value);
ArgList js_method_entry(Js *p, JsVal func, JsVal end); /* a method of an object literal */
void js_signature_only(Js *p, JsVal func, JsVal end);

JsVal js_class_open(Js *p, JsVal start, JsVal name, ArgList bases, u32 flags);
JsVal js_class_close(Js *p, JsVal cls, JsVal end);
void js_field(Js *p, JsVal key, JsVal type, JsVal value);
void js_mod(Js *p, JsVal mod);
void js_decorator(Js *p, JsVal at, JsVal e);
JsVal js_static_block(Js *p, JsVal open);
void js_enum_item(Js *p, JsVal key, JsVal value);
JsVal js_namespace_open(Js *p, JsVal name);
void js_namespace_close(Js *p, JsVal scope, JsVal end);
void js_type_alias(Js *p, JsVal name, JsVal type);

JsVal js_block_open(Js *p, JsVal open); /* a plain block */
JsVal js_open(Js *p, JsVal start, u32 flags); /* the body of a control statement, from here on */
void js_close(Js *p, JsVal scope);      /* at the end of the last token sent */
void js_block_close(Js *p, JsVal scope, JsVal end);
void js_each(Js *p, JsVal target, JsVal type, JsVal of, JsVal value, JsVal how);
JsVal js_catch(Js *p, JsVal scope, JsVal target, JsVal type);
void js_body(Js *p); /* the next token begins the body of a loop */
void js_return(Js *p, JsVal start, JsVal value);

void js_import_spec(Js *p, JsVal symbol, JsVal local, JsVal from);
void js_import_star(Js *p, JsVal star, JsVal local);
void js_import(Js *p, JsVal start, JsVal module);
void js_export(Js *p, JsVal start);
void js_export_spec(Js *p, JsVal local, JsVal name);
void js_export_list(Js *p, JsVal start);
void js_export_from(Js *p, JsVal start, JsVal module);
void js_export_all(Js *p, JsVal start, JsVal name, JsVal module);
void js_export_default(Js *p, JsVal start, JsVal value);
void js_export_assign(Js *p, JsVal start, JsVal value);

#endif
