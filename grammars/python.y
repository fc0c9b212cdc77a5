/* python.y: one statement of Python 2.7 to 3.14, a header of a block included. https://docs.python.org/3/reference/grammar.html
 *
 * Permissive: it accepts more than Python does, and knows precedence only as far as values go. What a word means has been decided before
 * (lexers/python_line.c); lines and indentation are not seen here (lexers/python_block.c). P_COMP, a token without text, follows the
 * bracket of every comprehension, so that its scope is open before its first expression; P_EXPR starts an expression that stands alone.
 */
%name PythonLemon
%token_prefix PY_
%token_type {Token}
%extra_context {Py *p}
%stack_size 4000

%token IDENT STRING NUMBER TEMPLATE OP SEP DOT COMMA COLON ASSIGN LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE ERROR.
%token EXPR COMP HOLE CONST DEF CLASS IF ELIF ELSE FOR WHILE TRY EXCEPT FINALLY WITH AS IMPORT FROM RETURN YIELD RAISE ASSERT DEL
    GLOBAL PASS LAMBDA NOT AND OR CMP FORIN COMPIF AWAIT MATCH CASE TYPE PRINT WALRUS AUG ARROW STAR DSTAR PLUS MINUS SLASH PERCENT
    MUL PIPE DECOR BTICK.

%include {
#ifndef NDEBUG
#define NDEBUG 1
#endif
#include "lexers/langs.h"
#include "lexers/python.h"

struct PyTparam {
    Token name;
    ExprId bound;
};
}

%syntax_error { p->failed = true; }
%parse_failure { p->failed = true; }
%stack_overflow { p->failed = p->overflow = true; }

%right WALRUS.
%right LAMBDA.
%right IF ELSE.
%left OR.
%left AND.
%right NOT.
%left CMP.
%left PIPE.
%left OP.
%left PLUS MINUS.
%left STAR SLASH PERCENT MUL DECOR.
%right UNARY.
%right DSTAR.
%right AWAIT.
%left LPAREN LBRACKET DOT.

%type expr {ExprId}
%type exprs {ExprId}
%type rhs {ExprId}
%type yield {ExprId}
%type oexpr {ExprId}
%type ann {ExprId}
%type ret {ExprId}
%type item {PyItem}
%type items {PyItems}
%type list {PyItems}
%type sub {PyItem}
%type subs {PyItems}
%type sublist {PyItems}
%type arg {PyItem}
%type arglist {ArgList}
%type args {ArgList}
%type entries {ArgList}
%type map {ArgList}
%type tparams {ArgList}
%type tplist {ArgList}
%type lambda_head {ScopeId}
%type params {u32}
%type lparams {u32}
%type mark {u32}

file ::= stmt.
file ::= head.
file ::= head stmt.
file ::= EXPR rhs(A).                           { p->value = A; }

/* headers of blocks */
head ::= IF expr COLON(T).                      { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, T.off); }
head ::= elif expr COLON.
elif ::= ELIF(T).                               { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, T.off); }
head ::= WHILE expr COLON(T).                   { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_LOOP | SCOPE_BRANCH, T.off); }
head ::= FOR exprs(A) FORIN exprs(B) COLON.     { py_for(p, A, B); }
head ::= ELSE(T) COLON.                         { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, T.off); }
head ::= TRY(T) COLON.                          { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, T.off); }
head ::= FINALLY(T) COLON.                      { py_open_block(p, SCOPE_BLOCK, (Str){0}, 0, T.off); }
head ::= except COLON.
head ::= except exprs(A) COLON.                 { py_except(p, A, 0); }
head ::= except exprs(A) AS IDENT(B) COLON.     { py_except(p, A, &B); }
except ::= EXCEPT(T).                           { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_BRANCH, T.off); }
head ::= with withs COLON.
with ::= WITH(T).                               { py_open_block(p, SCOPE_BLOCK, (Str){0}, SCOPE_WITH, T.off); }
withs ::= withitem.
withs ::= withs COMMA withitem.
withitem ::= expr.
withitem ::= expr(A) AS expr(B).                { py_with(p, A, B); }
head ::= MATCH exprs(A) COLON.                  { py_match(p, A); }
head ::= CASE COLON.
head ::= CASE IF expr COLON.
head ::= DEF(T) IDENT(N) tparams(G) LPAREN params(S) RPAREN ret(R) COLON. { py_def(p, T, N, G, S, R); }
head ::= CLASS(T) IDENT(N) tparams(G) COLON.    { py_class(p, T, N, G, args_none()); }
head ::= CLASS(T) IDENT(N) tparams(G) LPAREN args(B) RPAREN COLON. { py_class(p, T, N, G, B); }
ret(R) ::= .                                    { R = 0; }
ret(R) ::= ARROW exprs(A).                      { R = A; }

tparams(R) ::= .                                { R = args_none(); }
tparams(R) ::= LBRACKET tplist(A) RBRACKET.     { R = A; }
tparams(R) ::= LBRACKET tplist(A) COMMA RBRACKET. { R = A; }
tplist(R) ::= tparam(A).                        { R = args_add_named(p->f, args_none(), token_text(p->src, A.name), A.bound); }
tplist(R) ::= tplist(L) COMMA tparam(A).        { R = args_add_named(p->f, L, token_text(p->src, A.name), A.bound); }
%type tparam {struct PyTparam}
tparam(R) ::= IDENT(N).                         { R = (struct PyTparam){N, 0}; }
tparam(R) ::= IDENT(N) ASSIGN item.             { R = (struct PyTparam){N, 0}; }
tparam(R) ::= IDENT(N) COLON expr(B).           { R = (struct PyTparam){N, B}; }
tparam(R) ::= IDENT(N) COLON expr(B) ASSIGN expr. { R = (struct PyTparam){N, B}; }
tparam(R) ::= STAR IDENT(N).                    { R = (struct PyTparam){N, 0}; }
tparam(R) ::= STAR IDENT(N) ASSIGN item.        { R = (struct PyTparam){N, 0}; }
tparam(R) ::= DSTAR IDENT(N).                   { R = (struct PyTparam){N, 0}; }
tparam(R) ::= DSTAR IDENT(N) ASSIGN item.       { R = (struct PyTparam){N, 0}; }

/* parameters: of def with types, of lambda without */
mark(R) ::= .                                   { R = (u32)p->params.n; }
params(R) ::= mark(M).                          { R = M; }
params(R) ::= mark(M) plist.                    { R = M; }
params(R) ::= mark(M) plist COMMA.              { R = M; }
plist ::= param.
plist ::= plist COMMA param.
param ::= lparam.
param ::= IDENT(N) COLON ann(T).                { py_param(p, N, T, 0, PARAM_POSITIONAL); }
param ::= IDENT(N) COLON ann(T) ASSIGN expr(D). { py_param(p, N, T, D, PARAM_POSITIONAL); }
param ::= STAR IDENT(N) COLON ann(T).           { py_param(p, N, T, 0, PARAM_REST); }
param ::= DSTAR IDENT(N) COLON ann(T).          { py_param(p, N, T, 0, PARAM_KEYWORDS); }
ann(R) ::= expr(A).                             { R = A; }
ann(R) ::= STAR expr(A).                        { R = A; }
lparams(R) ::= mark(M).                         { R = M; }
lparams(R) ::= mark(M) lplist.                  { R = M; }
lparams(R) ::= mark(M) lplist COMMA.            { R = M; }
lplist ::= lparam.
lplist ::= lplist COMMA lparam.
lparam ::= IDENT(N).                            { py_param(p, N, 0, 0, PARAM_POSITIONAL); }
lparam ::= IDENT(N) ASSIGN expr(D).             { py_param(p, N, 0, D, PARAM_POSITIONAL); }
lparam ::= STAR(T).                             { T.len = 0; py_param(p, T, 0, 0, PARAM_REST); }
lparam ::= STAR IDENT(N).                       { py_param(p, N, 0, 0, PARAM_REST); }
lparam ::= DSTAR IDENT(N).                      { py_param(p, N, 0, 0, PARAM_KEYWORDS); }
lparam ::= SLASH.
lparam ::= LPAREN(T) list(L) RPAREN.            { py_param_pattern(p, T, L, 0); }
lparam ::= LPAREN(T) list(L) RPAREN ASSIGN expr(D). { py_param_pattern(p, T, L, D); }

/* statements */
stmt ::= exprs.
stmt ::= yield.
stmt ::= chain rhs(V).                          { py_assign(p, V); }
chain ::= target.
chain ::= chain target.
target ::= exprs(A) ASSIGN.                     { py_target(p, A); }
stmt ::= exprs(A) AUG rhs(V).                   { py_augmented(p, A, V); }
stmt ::= exprs(A) COLON expr(T).                { py_annotated(p, A, T, 0); }
stmt ::= exprs(A) COLON expr(T) ASSIGN rhs(V).  { py_annotated(p, A, T, V); }
stmt ::= DECOR expr(A).                         { py_decorator(p, A); }
stmt ::= RETURN.
stmt ::= RETURN(T) exprs(A).                    { py_return(p, T, A); }
stmt ::= RAISE.
stmt ::= RAISE exprs.
stmt ::= RAISE exprs FROM expr.
stmt ::= ASSERT exprs.
stmt ::= DEL exprs.
stmt ::= PASS.
stmt ::= PRINT.
stmt ::= PRINT exprs.
stmt ::= TYPE IDENT(N) tparams(G) ASSIGN expr(A). { py_alias(p, N, G, A); }
stmt ::= GLOBAL globals.
globals ::= IDENT(A).                           { py_global(p, A); }
globals ::= globals COMMA IDENT(A).             { py_global(p, A); }
stmt ::= IMPORT imports.
imports ::= import.
imports ::= imports COMMA import.
import ::= dotted(A).                           { py_import(p, A, 0); }
import ::= dotted(A) AS IDENT(B).               { py_import(p, A, &B); }
dotted(R) ::= IDENT(A).                         { R = A; }
dotted(R) ::= dotted(A) DOT IDENT(B).           { R = tok_join(A, B); }
stmt ::= from STAR(A).                          { py_from_name(p, A, 0); }
stmt ::= from names.
stmt ::= from names COMMA.
stmt ::= from LPAREN names RPAREN.
stmt ::= from LPAREN names COMMA RPAREN.
from ::= FROM(A) fromparts IMPORT(B).           { py_from(p, A, B); }
fromparts ::= frompart.
fromparts ::= fromparts frompart.
frompart ::= DOT.
frompart ::= CONST.
frompart ::= IDENT.
names ::= name.
names ::= names COMMA name.
name ::= IDENT(A).                              { py_from_name(p, A, 0); }
name ::= IDENT(A) AS IDENT(B).                  { py_from_name(p, A, &B); }

rhs(R) ::= exprs(A).                            { R = A; }
rhs(R) ::= yield(A).                            { R = A; }
yield(R) ::= YIELD(T).                          { R = py_yield(p, T, 0, 0); }
yield(R) ::= YIELD(T) exprs(A).                 { R = py_yield(p, T, A, 0); }
yield(R) ::= YIELD(T) FROM expr(A).             { R = py_yield(p, T, A, RETURN_EACH); }

/* lists without brackets of their own */
exprs(R) ::= list(L).                           { R = py_tuple(p, L); }
list(R) ::= items(L).                           { R = L; }
list(R) ::= items(L) COMMA.                     { R = py_comma(L); }
items(R) ::= item(A).                           { R = py_items(p, (PyItems){0}, A); }
items(R) ::= items(L) COMMA item(A).            { R = py_items(p, L, A); }
item(R) ::= expr(A).                            { R = (PyItem){.value = A}; }
item(R) ::= STAR expr(A).                       { R = (PyItem){.value = A, .splat = 1}; }

/* expressions */
expr(R) ::= IDENT(A).                           { R = py_ident(p, A); }
expr(R) ::= NUMBER(A).                          { R = py_number(p, A); }
expr(R) ::= STRING(A).                          { R = py_string(p, A.len); }
expr(R) ::= TEMPLATE(A).                        { R = py_string(p, A.len); }
expr(R) ::= CONST(A).                           { R = py_const(p, A); }
expr(R) ::= HOLE(A).                            { R = fact_unknown(p->f, A.off, A.off); }
expr(R) ::= expr(A) DOT IDENT(B).               { R = fact_member(p->f, A, token_text(p->src, B), tok_end(B)); }
expr(R) ::= expr(A) LPAREN args(L) RPAREN(B).   { R = py_call(p, A, L, B); }
expr(R) ::= expr(A) LPAREN(O) comp_open item(E) comps RPAREN(B). { R = py_call(p, A, args_add(p->f, args_none(), py_comp(p, O, E, B)), B); }
expr(R) ::= expr(A) LBRACKET subs(L) RBRACKET(B). { R = py_index(p, A, L, B); }
expr(R) ::= LPAREN(O) RPAREN(B).                { R = py_list(p, O, (PyItems){0}, B); }
expr(R) ::= LPAREN(O) list(L) RPAREN(B).        { R = py_paren(p, O, L, B); }
expr(R) ::= LPAREN yield(A) RPAREN.             { R = A; }
expr(R) ::= LPAREN(O) comp_open item(E) comps RPAREN(B). { R = py_comp(p, O, E, B); }
expr(R) ::= LBRACKET(O) RBRACKET(B).            { R = py_list(p, O, (PyItems){0}, B); }
expr(R) ::= LBRACKET(O) list(L) RBRACKET(B).    { R = py_list(p, O, L, B); }
expr(R) ::= LBRACKET(O) comp_open item(E) comps RBRACKET(B). { R = py_comp(p, O, E, B); }
expr(R) ::= LBRACE(O) RBRACE(B).                { R = py_map(p, O, args_none(), B); }
expr(R) ::= LBRACE(O) list(L) RBRACE(B).        { R = py_list(p, O, L, B); }
expr(R) ::= LBRACE(O) map(L) RBRACE(B).         { R = py_map(p, O, L, B); }
expr(R) ::= LBRACE(O) comp_open item(E) comps RBRACE(B). { R = py_comp(p, O, E, B); }
expr(R) ::= LBRACE(O) comp_open expr(K) COLON expr(V) comps RBRACE(B). { R = py_comp_map(p, O, K, V, B); }
expr(R) ::= LBRACE(O) comp_open DSTAR expr(V) comps RBRACE(B). { R = py_comp_map(p, O, 0, V, B); }
expr(R) ::= BTICK(O) items(L) BTICK(B).          { R = fact_unknown_of(p->f, args_add(p->f, args_none(), py_tuple(p, L)), O.off, tok_end(B)); }
expr(R) ::= IDENT(A) WALRUS expr(B).            { R = py_walrus(p, A, B); }
expr(R) ::= lambda_head(H) expr(B). [LAMBDA]    { R = py_lambda(p, H, B); }
lambda_head(R) ::= LAMBDA(T) lparams(S) COLON.  { R = py_lambda_open(p, T, S); }
expr(R) ::= expr(A) IF expr ELSE expr(C). [IF]  { R = fact_choice(p->f, A, C, 0); }
expr(R) ::= expr(A) OR expr(B).                 { R = fact_choice(p->f, A, B, 0); }
expr(R) ::= expr(A) AND expr(B).                { R = fact_choice(p->f, A, B, EXPR_AND); }
expr(R) ::= NOT(T) expr(A).                     { R = py_unary(p, T, A); }
expr(R) ::= expr(A) CMP expr(B).                { R = py_binary(p, A, B); }
expr(R) ::= expr(A) PIPE expr(B).               { R = fact_concat(p->f, A, B, EXPR_UNION); }
expr(R) ::= expr(A) OP expr(B).                 { R = py_binary(p, A, B); }
expr(R) ::= expr(A) PLUS expr(B).               { R = fact_concat(p->f, A, B, 0); }
expr(R) ::= expr(A) MINUS expr(B).              { R = py_binary(p, A, B); }
expr(R) ::= expr(A) STAR expr(B).               { R = py_binary(p, A, B); }
expr(R) ::= expr(A) SLASH expr(B).              { R = fact_concat(p->f, A, B, EXPR_SLASH); }
expr(R) ::= expr(A) PERCENT expr(B).            { R = fact_concat(p->f, A, B, EXPR_PERCENT); }
expr(R) ::= expr(A) MUL expr(B).                { R = py_binary(p, A, B); }
expr(R) ::= expr(A) DECOR expr(B).              { R = py_binary(p, A, B); }
expr(R) ::= PLUS(T) expr(A). [UNARY]            { R = py_unary(p, T, A); }
expr(R) ::= MINUS(T) expr(A). [UNARY]           { R = py_unary(p, T, A); }
expr(R) ::= expr(A) DSTAR expr(B).              { R = py_binary(p, A, B); }
expr(R) ::= AWAIT expr(A).                      { R = A; }

/* arguments */
args(R) ::= .                                   { R = args_none(); }
args(R) ::= arglist(L).                         { R = L; }
args(R) ::= arglist(L) COMMA.                   { R = L; }
arglist(R) ::= arg(A).                          { R = py_arg(p, args_none(), A); }
arglist(R) ::= arglist(L) COMMA arg(A).         { R = py_arg(p, L, A); }
arg(R) ::= item(A).                             { R = A; }
arg(R) ::= DSTAR expr(A).                       { R = (PyItem){.value = A, .splat = 2}; }
arg(R) ::= IDENT(N) ASSIGN expr(A).             { R = (PyItem){.value = A, .off = N.off, .len = N.len}; }

/* subscripts */
subs(R) ::= sublist(L).                         { R = L; }
subs(R) ::= sublist(L) COMMA.                   { R = py_comma(L); }
sublist(R) ::= sub(A).                          { R = py_items(p, (PyItems){0}, A); }
sublist(R) ::= sublist(L) COMMA sub(A).         { R = py_items(p, L, A); }
sub(R) ::= item(A).                             { R = A; }
sub(R) ::= oexpr(A) COLON(T) oexpr(B).          { R = py_slice(p, T, A, B, 0); }
sub(R) ::= oexpr(A) COLON(T) oexpr(B) COLON oexpr(C). { R = py_slice(p, T, A, B, C); }
oexpr(R) ::= .                                  { R = 0; }
oexpr(R) ::= expr(A).                           { R = A; }

/* dictionaries */
map(R) ::= entries(L).                          { R = L; }
map(R) ::= entries(L) COMMA.                    { R = L; }
entries(R) ::= expr(K) COLON expr(V).           { R = args_add_keyed(p->f, args_none(), K, V); }
entries(R) ::= DSTAR expr(V).                   { R = args_add_splat(p->f, args_none(), V, 1); }
entries(R) ::= entries(L) COMMA expr(K) COLON expr(V). { R = args_add_keyed(p->f, L, K, V); }
entries(R) ::= entries(L) COMMA DSTAR expr(V).  { R = args_add_splat(p->f, L, V, 1); }

/* comprehensions */
comp_open ::= COMP(T).                          { py_comp_open(p, T); }
comps ::= comp_for.
comps ::= comps comp_for.
comps ::= comps COMPIF expr.
comp_for ::= FOR exprs(A) FORIN exprs(B).       { py_comp_for(p, A, B); }

%code {
struct PyParser {
    yyParser lemon;
};

#define X(name) _Static_assert((int)PY_##name == (int)P_##name, "python.h and python.y number the tokens differently");
PY_OWN_TOKENS(X)
#undef X
_Static_assert((int)PY_IDENT == (int)T_IDENT && (int)PY_ERROR == (int)T_ERROR, "lex.h and python.y number the tokens differently");
_Static_assert(YYSTACKDEPTH == PY_STACK, "python.h and python.y differ");

bool py_feed(Py *p, u32 from, u32 to, int start)
{
    if (p->level >= COUNTOF(p->parsers)) {
        p->overflow = true;
        return false;
    }
    PyParser *parser = p->parsers[p->level];
    if (!parser)
        parser = p->parsers[p->level] = arena_raw(p->scratch, (iz)sizeof *parser, (iz) _Alignof(max_align_t)); /* Init fills in what counts */
    bool failed = p->failed;
    p->failed = false;
    p->level++;
    PythonLemonInit(parser, p);
    if (start)
        PythonLemon(parser, start, (Token){.off = p->toks.v[from].t.off});
    for (u32 i = from; i < to && !p->failed; i++) {
        Token t = p->toks.v[i].t;
        p->at = i;
        if (t.kind == PY_DROP)
            continue;
        if (t.kind == T_STRING || t.kind == T_TEMPLATE) {
            t.len = i; /* a run of literals is one token; its action finds them there */
            while (i + 1 < to && (p->toks.v[i + 1].t.kind == T_STRING || p->toks.v[i + 1].t.kind == T_TEMPLATE))
                i++;
        }
        PythonLemon(parser, t.kind, t);
        if (t.sub == SUB_COMP && (t.kind == T_LPAREN || t.kind == T_LBRACKET || t.kind == T_LBRACE))
            PythonLemon(parser, P_COMP, t);
    }
    if (!p->failed) {
        p->at = to;
        PythonLemon(parser, T_END, (Token){0});
    }
    bool ok = !p->failed;
    p->failed = failed;
    p->level--;
    return ok;
}

void python_parse(Facts *f, Arena *scratch)
{
    f->traits = TRAIT_IMPORT_FIRST | TRAIT_MODULES_DOTTED;
    Py p = {.f = f, .scratch = scratch, .src = f->src};
    f->traits = TRAIT_IMPORT_FIRST | TRAIT_MODULES_DOTTED;
    py_file(&p);
}
}
