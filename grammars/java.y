/* java.y: the inside of Java's expressions, declarators and import paths (https://docs.oracle.com/javase/specs/, chapter 15).
 *
 * What reaches it has been prepared by java_feed.c: one run is one expression, one list of declarators or one path. Types, annotations, patterns,
 * blocks of lambdas, bodies of anonymous classes and switch expressions are single tokens; generics never show. So the grammar needs only
 * postfix chains, calls and as much precedence as facts depend on: + against everything else, the choices && || ?:, assignment, lambda.
 */
%name JavaLemon
%token_prefix JT_
%token_type {JavaTok}
%extra_context {JavaRun *r}
%stack_size 1000

%token IDENT STRING NUMBER TEMPLATE OP SEP DOT COMMA COLON ASSIGN LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE ERROR.
%token PLUS MINUS MUL OR AND QUESTION AUGMENT INCDEC REF CLASS NEW INSTANCEOF IMPORT PACKAGE STATIC VALUE NEGATE CAST LAMBDA NEWARRAY BODY DECL.

%include {
#include "lexers/java.h"

typedef struct {
    u32 from, to; /* tokens */
} JavaRange;

static Str word(JavaRun *r, JavaTok t);
static ExprId unknown2(JavaRun *r, ExprId a, ExprId b);
static ExprId unknown1(JavaRun *r, ExprId a, u32 off, u32 end);
static ExprId plus(JavaRun *r, ExprId a, ExprId b);
static void declare(JavaRun *r, JavaTok name, int dims, ExprId value);
static ExprId assign(JavaRun *r, ExprId target, JavaTok op, ExprId value, u32 flags);
static ExprId step(JavaRun *r, ExprId target, u32 off, u32 end);
static ExprId cast(JavaRun *r, JavaTok c, ExprId e);
static ExprId instance_of(JavaRun *r, ExprId e, JavaTok type);
static ExprId lambda_end(JavaRun *r, JavaTok l, ExprId body);
static ExprId template(JavaRun *r, ExprId processor, JavaTok t);
static ExprId array_of(JavaRun *r, ExprId type, u32 end);
static void import(JavaRun *r, JavaTok at, bool is_static, JavaRange path, bool star);
static void package(JavaRun *r, JavaRange path);
}

%syntax_error { r->bad = true; }
%parse_failure { r->bad = true; }
%stack_overflow { r->bad = r->deep = true; }

%type expr {ExprId}
%type args {ArgList}
%type arglist {ArgList}
%type body {u32}
%type dims {int}
%type path {JavaRange}

%right LAMBDA.
%right ASSIGN AUGMENT.
%right QUESTION COLON.
%left OR.
%left AND.
%left OP INSTANCEOF.
%left PLUS MINUS.
%left MUL.
%right CAST NEGATE.
%left INCDEC.
%left DOT REF LPAREN LBRACKET.

unit ::= expr(E).                                   { r->result = E; }
unit ::= DECL vars.
unit ::= IMPORT(I) path(P).                         { import(r, I, false, P, false); }
unit ::= IMPORT(I) path(P) DOT MUL.                 { import(r, I, false, P, true); }
unit ::= IMPORT(I) STATIC path(P).                  { import(r, I, true, P, false); }
unit ::= IMPORT(I) STATIC path(P) DOT MUL.          { import(r, I, true, P, true); }
unit ::= PACKAGE path(P).                           { package(r, P); }

path(A) ::= IDENT(N).                               { A = (JavaRange){N.i, N.i + 1}; }
path(A) ::= path(P) DOT IDENT(N).                   { A = (JavaRange){P.from, N.i + 1}; }

vars ::= var.
vars ::= vars COMMA var.
var ::= IDENT(N) dims(D).                           { declare(r, N, D, 0); }
var ::= IDENT(N) dims(D) ASSIGN expr(E).            { declare(r, N, D, E); }
dims(A) ::= .                                       { A = 0; }
dims(A) ::= dims(D) LBRACKET RBRACKET.              { A = D + 1; }

expr(A) ::= IDENT(N).                               { A = fact_name(r->j->f, word(r, N), N.off); }
expr(A) ::= VALUE(V).                               { A = V.e; }
expr(A) ::= LPAREN expr(E) RPAREN.                  { A = E; }
expr(A) ::= expr(E) DOT IDENT(N).                   { A = fact_member(r->j->f, E, word(r, N), N.end); }
expr(A) ::= expr(E) REF IDENT(N).                   { A = fact_member(r->j->f, E, word(r, N), N.end); }
expr(A) ::= expr(E) DOT CLASS(C).                   { A = fact_type(r->j->f, E, EXPR(r->j->f, E)->off, C.end); }
expr(A) ::= expr(E) DOT VALUE(V).                   { A = template(r, E, V); }
expr(A) ::= expr(E) LPAREN args(L) RPAREN(Z).       { A = fact_call(r->j->f, E, L, Z.end); }
expr(A) ::= NEW(N) LPAREN args(L) RPAREN(Z) body(B). { A = fact_new(r->j->f, N.e, L, 0, N.off, B ? B : Z.end); }
expr(A) ::= expr DOT NEW(N) LPAREN args(L) RPAREN(Z) body(B). { A = fact_new(r->j->f, N.e, L, 0, N.off, B ? B : Z.end); }
expr(A) ::= expr(E) LBRACKET expr(I) RBRACKET(Z).   { A = fact_index(r->j->f, E, I, Z.end); }
expr(A) ::= expr(E) LBRACKET RBRACKET(Z).           { A = array_of(r, E, Z.end); }
expr(A) ::= LBRACE(L) args(I) RBRACE(Z).         { A = fact_list(r->j->f, I, 0, L.off, Z.end); }
expr(A) ::= NEWARRAY(N) LBRACE args(I) RBRACE(Z). { A = fact_list(r->j->f, I, 0, N.off, Z.end); }
expr(A) ::= NEWARRAY(N) sizes. [LAMBDA]             { A = fact_list(r->j->f, args_none(), EXPR_OPEN, N.off, java_here(r->j)); }
expr(A) ::= CAST(C) expr(E).                        { A = cast(r, C, E); }
expr(A) ::= NEGATE(N) expr(E).                      { A = unknown1(r, E, N.off, EXPR(r->j->f, E)->end); }
expr(A) ::= INCDEC(O) expr(E).                      { A = step(r, E, O.off, EXPR(r->j->f, E)->end); }
expr(A) ::= expr(E) INCDEC(O).                      { A = step(r, E, EXPR(r->j->f, E)->off, O.end); }
expr(A) ::= expr(X) MUL expr(Y).                    { A = unknown2(r, X, Y); }
expr(A) ::= expr(X) PLUS expr(Y).                   { A = plus(r, X, Y); }
expr(A) ::= expr(X) MINUS expr(Y).                  { A = unknown2(r, X, Y); }
expr(A) ::= expr(X) OP expr(Y).                     { A = unknown2(r, X, Y); }
expr(A) ::= expr(E) INSTANCEOF(T).                  { A = instance_of(r, E, T); }
expr(A) ::= expr(X) AND expr(Y).                    { A = fact_choice(r->j->f, X, Y, EXPR_AND); }
expr(A) ::= expr(X) OR expr(Y).                     { A = fact_choice(r->j->f, X, Y, 0); }
expr(A) ::= expr QUESTION expr(X) COLON expr(Y).    { A = fact_choice(r->j->f, X, Y, 0); }
expr(A) ::= expr(T) ASSIGN(O) expr(E).              { A = assign(r, T, O, E, 0); }
expr(A) ::= expr(T) AUGMENT(O) expr(E).             { A = assign(r, T, O, E, BIND_AUGMENT); }
expr(A) ::= LAMBDA(L) expr(E).                      { A = lambda_end(r, L, E); }

body(A) ::= .                                       { A = 0; }
body(A) ::= BODY(B).                                { A = B.end; }

sizes ::= LBRACKET expr RBRACKET.
sizes ::= sizes LBRACKET expr RBRACKET.
sizes ::= sizes LBRACKET RBRACKET.

args(A) ::= .                                       { A = args_none(); }
args(A) ::= arglist(L).                             { A = L; }
arglist(A) ::= expr(E).                             { A = args_add(r->j->f, args_none(), E); }
arglist(A) ::= arglist(L) COMMA expr(E).            { A = args_add(r->j->f, L, E); }

%code {
_Static_assert(JT_ERROR == T_ERROR && JT_PLUS == J_PLUS && JT_CLASS == J_CLASS && JT_DECL == J_DECL, "tokens as in java.h");

struct JavaParser {
    yyParser p;
};

static Str word(JavaRun *r, JavaTok t)
{
    return java_word(r->j, t.i);
}

static ExprId unknown1(JavaRun *r, ExprId a, u32 off, u32 end)
{
    return fact_unknown_of(r->j->f, args_add(r->j->f, args_none(), a), off, end);
}

static ExprId unknown2(JavaRun *r, ExprId a, ExprId b)
{
    Facts *f = r->j->f;
    return fact_unknown_of(f, args_add(f, args_add(f, args_none(), a), b), EXPR(f, a)->off, EXPR(f, b)->end);
}

static bool is_char(const Expr *e)
{
    return e->kind == EX_STRING && e->flags & EXPR_CHAR;
}

/* A character plus a number or a character is a number, not a text. */
static ExprId plus(JavaRun *r, ExprId a, ExprId b)
{
    const Expr *x = EXPR(r->j->f, a), *y = EXPR(r->j->f, b);
    if ((is_char(x) && (is_char(y) || y->kind == EX_NUMBER)) || (x->kind == EX_NUMBER && is_char(y)))
        return unknown2(r, a, b);
    return fact_concat(r->j->f, a, b, 0);
}

static ExprId array_of(JavaRun *r, ExprId type, u32 end)
{
    Facts *f = r->j->f;
    return fact_index(f, fact_name(f, S("[]"), EXPR(f, type)->off), type, end);
}

static void declare(JavaRun *r, JavaTok name, int dims, ExprId value)
{
    Facts *f = r->j->f;
    ExprId type = r->type;
    u32 end = value ? EXPR(f, value)->end : name.end;
    if (str_eq(word(r, name), S("_")))
        return; /* unnamed */
    while (type && dims-- > 0)
        type = array_of(r, type, EXPR(f, type)->end);
    fact_bind(f, fact_name(f, word(r, name), name.off), type, value, r->flags, name.off, end)->decorators = r->decorators;
}

static ExprId assign(JavaRun *r, ExprId target, JavaTok op, ExprId value, u32 flags)
{
    Facts *f = r->j->f;
    u32 off = EXPR(f, target)->off, end = EXPR(f, value)->end;
    if (flags && f->src->text.s[op.off] != '+')
        value = unknown1(r, value, EXPR(f, value)->off, end);
    fact_bind(f, target, 0, value, flags, off, end);
    return value;
}

static ExprId step(JavaRun *r, ExprId target, u32 off, u32 end)
{
    ExprId e = unknown1(r, target, off, end);
    fact_bind(r->j->f, target, 0, fact_unknown(r->j->f, off, end), BIND_AUGMENT, off, end);
    return e;
}

static ExprId cast(JavaRun *r, JavaTok c, ExprId e)
{
    return c.e ? fact_index(r->j->f, e, c.e, EXPR(r->j->f, e)->end) : e;
}

static ExprId instance_of(JavaRun *r, ExprId e, JavaTok type)
{
    Facts *f = r->j->f;
    if (type.i != UINT32_MAX) {
        const Token *t = &r->j->t[type.i];
        fact_bind(f, fact_name(f, java_word(r->j, type.i), t->off), type.e, e, BIND_DECLARE, t->off, t->off + t->len);
    }
    return unknown1(r, e, EXPR(f, e)->off, type.end);
}

static ExprId lambda_end(JavaRun *r, JavaTok l, ExprId body)
{
    Facts *f = r->j->f;
    u32 end = EXPR(f, body)->end;
    fact_return(f, body, 0, EXPR(f, body)->off, end);
    scope_close(f, end);
    r->j->depth--;
    return fact_lambda(f, l.e);
}

static ExprId template(JavaRun *r, ExprId processor, JavaTok t)
{
    (void)r;
    (void)processor;
    return t.e;
}

static void import(JavaRun *r, JavaTok at, bool is_static, JavaRange path, bool star)
{
    Java *j = r->j;
    u32 end = java_here(j);
    u32 module = star ? path.to : path.to - path.from > 2 ? path.to - 2 : path.from;
    Str name = star ? S("*") : java_word(j, path.to - 1);
    fact_import(j->f, java_path(j, path.from, module), name, star ? (Str){0} : name, is_static ? IMPORT_STATIC : 0, at.off, end);
}

static void package(JavaRun *r, JavaRange path)
{
    r->j->f->package = java_path(r->j, path.from, path.to);
}

static JavaParser *parser(Java *j)
{
    if (j->used == j->nparsers) {
        if (j->nparsers > FACTS_MAX_DEPTH)
            BUG("parsers nest deeper than groups");
        j->parsers[j->nparsers++] = arena_raw(j->scratch, (iz)sizeof(JavaParser), (iz) _Alignof(max_align_t)); /* Init fills in what counts */
    }
    return j->parsers[j->used++];
}

/* Goes to where the run should have ended: before a token that ends it at the outermost level. */
static void recover(Java *j, u32 start, JavaMode mode, bool deep)
{
    u32 k = start;
    for (;;) {
        u16 kind = J_KIND(j, k);
        if (kind == T_END || kind == T_SEP || kind == T_RPAREN || kind == T_RBRACKET || kind == T_RBRACE ||
            (kind == T_COMMA && mode == JAVA_EXPR))
            break;
        k = java_past(j, k);
    }
    if (j->i < k)
        j->i = k;
    u32 off = J_OFF(j, start), end = java_here(j);
    fact_unsupported(j->f, deep ? FACT_NESTING : mode == JAVA_DECL ? S("declaration") : mode == JAVA_PATH ? S("import") : S("expression"), off, end > off ? end : off);
}

static ExprId run(Java *j, JavaRun *r)
{
    ScopeId cur = j->f->cur;
    ArgList *yields = j->yields;
    int depth = j->depth, kind, used = j->used;
    u32 start = j->i;
    JavaTok t;
    r->j = j;
    r->base = depth;
    JavaParser *p = parser(j);
    JavaLemonInit(&p->p, r);
    while (!r->bad && (kind = java_feed(r, &t)))
        JavaLemon(&p->p, kind, t);
    if (!r->last) {
        j->used = used;
        return 0;
    }
    if (!r->bad)
        JavaLemon(&p->p, 0, t);
    j->used = used;
    if (!r->bad)
        return r->result;
    while (j->f->cur != cur)
        java_leave(j);
    j->depth = depth;
    j->yields = yields;
    recover(j, start, r->mode, r->deep);
    return fact_unknown(j->f, J_OFF(j, start), java_here(j));
}

ExprId java_expr(Java *j)
{
    JavaRun r = {.mode = JAVA_EXPR};
    return run(j, &r);
}

ExprId java_guard(Java *j)
{
    JavaRun r = {.mode = JAVA_EXPR, .guard = true};
    return run(j, &r);
}

void java_declarators(Java *j, ExprId type, ArgList decorators, u32 flags)
{
    JavaRun r = {.mode = JAVA_DECL, .type = type, .decorators = decorators.head, .flags = flags};
    run(j, &r);
}

void java_header(Java *j)
{
    JavaRun r = {.mode = JAVA_PATH};
    run(j, &r);
}

void java_parse(Facts *f, Arena *scratch)
{
    Java j = {.f = f, .scratch = scratch};
    ArenaMark mark = arena_mark(scratch);
    j.parsers = new(scratch, JavaParser *, FACTS_MAX_DEPTH + 2);
    f->traits = TRAIT_MEMBERS_VISIBLE | TRAIT_PACKAGE_SHARED | TRAIT_MODULES_CLASSES;
    java_tokens(&j);
    java_members(&j, j.n, S(""));
    arena_rewind(scratch, mark);
}
}
