/* go.y: mini-grammar of Go (https://go.dev/ref/spec).
 *
 * Statements, declarations and types are recognised as far as facts need them; what depends on look-ahead is decided by the token filter
 * (lexers/go_filter.c), so there are no conflicts. The list of statements stands at the top: package clause, imports and
 * declarations are statements here, so fragments of files work too.
 *
 * Errors. A list (statements, specifications, fields, clauses) that meets a syntax error takes `error RESYNC`; the driver at the end finds
 * the place to go on (go_recover). Nonterminals that open scopes or lists carry a GoMark; when the parser pops them, the destructor closes
 * what they have opened.
 */
%name go_y
%token_prefix Y_
%token_type {Token}
%extra_context {Go *g}
%stack_size 3000

%token IDENT STRING NUMBER TEMPLATE OP SEP DOT COMMA COLON ASSIGN LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE ERROR.
%token DEFINE AUGMENT INC PLUS ADDOP PIPE OROR ANDAND CMP MULOP STAR AMP ARROW NOT TILDE ELLIPSIS RUNE PACKAGE IMPORT FUNC TYPE
       VAR CONST STRUCT INTERFACE MAP CHAN IF ELSE FOR RANGE SWITCH SELECT CASE DEFAULT GO RETURN JUMP FUNCDECL LBODY TBRACKET DEEP
       START RESYNC FIN.

%nonassoc LOW.
%left OROR.
%left ANDAND.
%left CMP.
%left PLUS ADDOP PIPE.
%left MULOP STAR AMP.
%right UNARY NOT TILDE ARROW.
%nonassoc LPAREN LBRACKET IDENT MAP CHAN FUNC STRUCT INTERFACE.

%include {
#include "lexers/go.h"
}

%syntax_error { (void)yymajor; (void)TOKEN; g->error = true; }
%stack_overflow { g->error = g->overflow = true; }
%parse_failure { g->error = g->overflow = true; }

file ::= START stmts FIN.

/* ---------------------------------------------------------------- statements */

stmts ::= stmt.
stmts ::= stmts SEP stmt.

stmt ::= .
stmt ::= error RESYNC.
stmt ::= simple.                                { go_commit(g); }
stmt ::= IDENT COLON stmt.
stmt ::= GO expr.
stmt ::= RETURN(T).                             { go_return(g, T, args_none()); }
stmt ::= RETURN(T) exprlist(L).                 { go_return(g, T, L); }
stmt ::= JUMP.
stmt ::= JUMP IDENT.
stmt ::= bare_open(M) stmts RBRACE(E).          { go_block_end(g, E); (void)M; }
stmt ::= if_chain(M).                           { go_unwind(g, M); }
stmt ::= if_chain(M) else_open(N) stmts RBRACE(E). { go_block_end(g, E); go_unwind(g, M); (void)N; }
stmt ::= for_open(M) stmts RBRACE.              { go_unwind(g, M); }
stmt ::= sw_open(M) clauses RBRACE.             { go_unwind(g, M); }

simple ::= exprlist(L).                         { go_simple_expr(g, L); }
simple ::= exprlist(L) ASSIGN(O) exprlist(R).   { go_simple(g, L, O, R); }
simple ::= exprlist(L) DEFINE(O) exprlist(R).   { go_simple(g, L, O, R); }
simple ::= expr(L) AUGMENT(O) expr(R).          { go_simple(g, args_add(g->f, args_none(), L), O, args_add(g->f, args_none(), R)); }
simple ::= expr(L) ARROW(O) expr(R).            { go_simple(g, args_add(g->f, args_none(), L), O, args_add(g->f, args_none(), R)); }
simple ::= expr(L) INC(O).                      { go_simple(g, args_add(g->f, args_none(), L), O, args_none()); }

%type bare_open {GoMark}
%destructor bare_open { go_unwind(g, $$); }
bare_open(A) ::= LBRACE(B).                     { A = go_block(g, B, 0); }

%type if_head {GoMark}
%type if_init {GoMark}
%type if_cond {GoMark}
%type if_open {GoMark}
%type if_chain {GoMark}
%type else_open {GoMark}
%destructor if_head { go_unwind(g, $$); }
%destructor if_init { go_unwind(g, $$); }
%destructor if_cond { go_unwind(g, $$); }
%destructor if_open { go_unwind(g, $$); }
%destructor if_chain { go_unwind(g, $$); }
%destructor else_open { go_unwind(g, $$); }
if_head(A) ::= IF.                              { A = go_mark(g); }
if_init(A) ::= if_head(M) simple SEP(T).        { A = go_init(g, M, T); }
if_init(A) ::= if_head(M) SEP.                  { A = M; }
if_cond(A) ::= if_head(M) simple.               { A = M; }
if_cond(A) ::= if_init(M) simple.               { A = M; }
if_open(A) ::= if_cond(M) LBODY(B).             { A = go_block_from(g, M, B, SCOPE_BRANCH); }
if_chain(A) ::= if_open(M) stmts RBRACE(E).     { go_block_end(g, E); A = M; }
if_chain(A) ::= if_chain(M) ELSE if_open(N) stmts RBRACE(E). { go_block_end(g, E); A = M; (void)N; }
else_open(A) ::= ELSE LBRACE(B).                { A = go_block(g, B, SCOPE_BRANCH); }

%type for_kw {GoMark}
%type for_init {GoMark}
%type for_open {GoMark}
%destructor for_kw { go_unwind(g, $$); }
%destructor for_init { go_unwind(g, $$); }
%destructor for_open { go_unwind(g, $$); }
for_kw(A) ::= FOR(T).                           { A = go_loop(g, T); }
for_init(A) ::= for_kw(M) SEP.                  { A = M; }
for_init(A) ::= for_kw(M) simple SEP.           { go_commit(g); A = M; }
for_open(A) ::= for_kw(M) LBODY(B).             { A = go_group_from(g, M, B); }
for_open(A) ::= for_kw(M) simple LBODY(B).      { A = go_group_from(g, M, B); }
for_open(A) ::= for_init(M) opt_simple SEP LBODY(B). { A = go_group_from(g, M, B); }
for_open(A) ::= for_init(M) opt_simple SEP simple LBODY(B). { go_commit(g); A = go_group_from(g, M, B); }
for_open(A) ::= for_kw(M) RANGE expr LBODY(B).  { A = go_group_from(g, M, B); }
for_open(A) ::= for_kw(M) exprlist(L) ASSIGN RANGE expr(X) LBODY(B). { go_range(g, L, 0, X); A = go_group_from(g, M, B); }
for_open(A) ::= for_kw(M) exprlist(L) DEFINE RANGE expr(X) LBODY(B). { go_range(g, L, BIND_DECLARE, X); A = go_group_from(g, M, B); }
opt_simple ::= .
opt_simple ::= simple.

%type sw_kw {GoMark}
%type sw_init {GoMark}
%type sw_open {GoMark}
%type clause_head {GoMark}
%destructor sw_kw { go_unwind(g, $$); }
%destructor sw_init { go_unwind(g, $$); }
%destructor sw_open { go_unwind(g, $$); }
%destructor clause_head { go_unwind(g, $$); }
sw_kw(A) ::= SWITCH.                            { A = go_mark(g); }
sw_init(A) ::= sw_kw(M) SEP.                    { A = M; }
sw_init(A) ::= sw_kw(M) simple SEP(T).          { A = go_init(g, M, T); }
sw_open(A) ::= sw_kw(M) LBODY(B).               { A = go_switch(g, M, B, false); }
sw_open(A) ::= sw_kw(M) simple LBODY(B).        { A = go_switch(g, M, B, true); }
sw_open(A) ::= sw_init(M) LBODY(B).             { A = go_switch(g, M, B, false); }
sw_open(A) ::= sw_init(M) simple LBODY(B).      { A = go_switch(g, M, B, true); }
sw_open(A) ::= SELECT LBODY(B).                 { A = go_switch(g, go_mark(g), B, false); }
clauses ::= .
clauses ::= clauses clause.
clauses ::= clauses error RESYNC.
clauses ::= clauses error RESYNC SEP.
clause ::= clause_head(M) stmts.                { go_unwind(g, M); }
clause_head(A) ::= CASE(T) simple COLON.        { A = go_clause(g, T, true); }
clause_head(A) ::= DEFAULT(T) COLON.            { A = go_clause(g, T, false); }

/* ---------------------------------------------------------------- declarations */

%type group {GoMark}
%destructor group { go_unwind(g, $$); }
group(A) ::= LPAREN(B).                         { A = go_group(g, B); }

stmt ::= PACKAGE IDENT(N).                      { go_package(g, N); }

stmt ::= IMPORT import.
stmt ::= IMPORT group(M) imports RPAREN.        { go_unwind(g, M); }
imports ::= import_item.
imports ::= imports SEP import_item.
import_item ::= .
import_item ::= import.
import_item ::= error RESYNC.
import ::= STRING(P).                           { go_import(g, 0, P, false); }
import ::= IDENT(N) STRING(P).                  { go_import(g, &N, P, false); }
import ::= DOT STRING(P).                       { go_import(g, 0, P, true); }

stmt ::= VAR var.
stmt ::= VAR group(M) vars RPAREN.              { go_unwind(g, M); }
vars ::= var_item.
vars ::= vars SEP var_item.
var_item ::= .
var_item ::= var.
var_item ::= error RESYNC.
var ::= names(N) type(T).                       { go_var(g, N, T, args_none()); }
var ::= names(N) type(T) ASSIGN exprlist(L).    { go_var(g, N, T, L); }
var ::= names(N) ASSIGN exprlist(L).            { go_var(g, N, 0, L); }

stmt ::= const_kw const.
stmt ::= const_kw group(M) consts RPAREN.       { go_unwind(g, M); }
const_kw ::= CONST.                             { go_const_start(g); }
consts ::= const_item.
consts ::= consts SEP const_item.
const_item ::= .
const_item ::= const.
const_item ::= error RESYNC.
const ::= names(N).                             { go_const(g, N, 0, args_none()); }
const ::= names(N) type(T).                     { go_const(g, N, T, args_none()); }
const ::= names(N) type(T) ASSIGN exprlist(L).  { go_const(g, N, T, L); }
const ::= names(N) ASSIGN exprlist(L).          { go_const(g, N, 0, L); }

%type names {ArgList}
names(A) ::= IDENT(N).                          { A = args_add(g->f, args_none(), go_name(g, N)); }
names(A) ::= names(L) COMMA IDENT(N).           { A = args_add(g->f, L, go_name(g, N)); }

stmt ::= TYPE typedecl.
stmt ::= TYPE group(M) typedecls RPAREN.        { go_unwind(g, M); }
typedecls ::= typedecl_item.
typedecls ::= typedecls SEP typedecl_item.
typedecl_item ::= .
typedecl_item ::= typedecl.
typedecl_item ::= error RESYNC.
typedecl ::= tname ASSIGN type(T).              { go_type_decl(g, T); }
typedecl ::= tname dtype(T).                    { go_type_decl(g, T); }
typedecl ::= nclass(M) RBRACE(E).               { go_class_end(g, M, E); }
typedecl ::= nclass(M) fields RBRACE(E).        { go_class_end(g, M, E); }
typedecl ::= niface(M) RBRACE(E).               { go_class_end(g, M, E); }
typedecl ::= niface(M) methods RBRACE(E).       { go_class_end(g, M, E); }
tname ::= IDENT(N).                             { go_type_name(g, N, args_none()); }
tname ::= IDENT(N) TBRACKET tparams(P) RBRACKET. { go_type_name(g, N, P); }
tname ::= IDENT(N) TBRACKET tparams(P) COMMA RBRACKET. { go_type_name(g, N, P); }

%type nclass {GoMark}
%type niface {GoMark}
%type class {GoMark}
%type iface {GoMark}
%destructor nclass { go_unwind(g, $$); }
%destructor niface { go_unwind(g, $$); }
%destructor class { go_unwind(g, $$); }
%destructor iface { go_unwind(g, $$); }
nclass(A) ::= tname STRUCT(K) LBRACE(B).        { A = go_class(g, K, B, true); }
niface(A) ::= tname INTERFACE(K) LBRACE(B).     { A = go_class(g, K, B, true); }
class(A) ::= STRUCT(K) LBRACE(B).               { A = go_class(g, K, B, false); }
iface(A) ::= INTERFACE(K) LBRACE(B).            { A = go_class(g, K, B, false); }

%type tparams {ArgList}
%type opt_tparams {ArgList}
opt_tparams(A) ::= .                            { A = args_none(); }
opt_tparams(A) ::= LBRACKET tparams(P) RBRACKET. { A = P; }
opt_tparams(A) ::= LBRACKET tparams(P) COMMA RBRACKET. { A = P; }
tparams(A) ::= IDENT(N).                        { A = go_tparam(g, args_none(), N, 0); }
tparams(A) ::= IDENT(N) union(U).               { A = go_tparam(g, args_none(), N, U); }
tparams(A) ::= tparams(L) COMMA IDENT(N).       { A = go_tparam(g, L, N, 0); }
tparams(A) ::= tparams(L) COMMA IDENT(N) union(U). { A = go_tparam(g, L, N, U); }

%type func_head {GoMark}
%type func_open {GoMark}
%destructor func_head { go_unwind(g, $$); }
%destructor func_open { go_unwind(g, $$); }
stmt ::= func_head(M).                          { go_unwind(g, M); }
stmt ::= func_open(M) stmts RBRACE.             { go_unwind(g, M); }
func_open(A) ::= func_head(M) LBRACE(B).        { A = go_group_from(g, M, B); }
func_head(A) ::= FUNCDECL(K) IDENT(N) opt_tparams(P) sig(S). { A = go_func(g, K, N, 0, P, S); }
func_head(A) ::= FUNCDECL(K) plist(R) IDENT(N) opt_tparams(P) sig(S). { A = go_func_method(g, K, N, R, P, S); }

%type sig {GoSig}
%type plist {ArgList}
%type result {ArgList}
%type params {ArgList}
%type functype {GoSig}
sig(A) ::= plist(P) result(R).                  { A = go_sig(g, P, R); }
result(A) ::= . [LOW]                           { A = args_none(); }
result(A) ::= plist(P).                         { A = P; }
result(A) ::= rtype(T).                         { A = args_add(g->f, args_none(), T); }
plist(A) ::= LPAREN RPAREN.                     { A = args_none(); }
plist(A) ::= LPAREN params(P) RPAREN.           { A = P; }
plist(A) ::= LPAREN params(P) COMMA RPAREN.     { A = P; }
functype(A) ::= FUNC(K) sig(S).                 { A = go_sig_from(g, K, S); }

params(A) ::= param(P).                         { A = go_param(g, args_none(), P); }
params(A) ::= params(L) COMMA param(P).         { A = go_param(g, L, P); }
%type param {GoParam}
param(A) ::= IDENT(N).                          { A = go_param_type(g, go_name(g, N), false); }
param(A) ::= IDENT(P) DOT IDENT(N).             { A = go_param_type(g, go_member(g, go_name(g, P), N), false); }
param(A) ::= IDENT(P) DOT IDENT(N) LBRACKET exprlist(L) RBRACKET(E).
                                                { A = go_param_type(g, go_index(g, go_member(g, go_name(g, P), N), L, E), false); }
param(A) ::= IDENT(N) LBRACKET exprlist(L) RBRACKET(E).
                                                { A = go_param_type(g, go_index(g, go_name(g, N), L, E), false); }
param(A) ::= IDENT(N) LBRACKET(B) exprlist RBRACKET type(T).
                                                { A = go_param_named(g, N, go_list_type(g, B, T), false); }
param(A) ::= IDENT(N) LBRACKET(B) RBRACKET type(T). { A = go_param_named(g, N, go_list_type(g, B, T), false); }
param(A) ::= IDENT(N) ntype(T).                 { A = go_param_named(g, N, T, false); }
param(A) ::= IDENT(N) ELLIPSIS type(T).         { A = go_param_named(g, N, T, true); }
param(A) ::= ELLIPSIS type(T).                  { A = go_param_type(g, T, true); }
param(A) ::= btype(T).                          { A = go_param_type(g, T, false); }
param(A) ::= stype(T).                          { A = go_param_type(g, T, false); }

fields ::= field.
fields ::= fields SEP.
fields ::= fields SEP field.
field ::= error RESYNC.
field ::= IDENT(N) tag.                         { go_embedded(g, go_name(g, N)); }
field ::= IDENT(P) DOT IDENT(N) tag.            { go_embedded(g, go_member(g, go_name(g, P), N)); }
field ::= IDENT(P) DOT IDENT(N) LBRACKET exprlist(L) RBRACKET(E) tag.
                                                { go_embedded(g, go_index(g, go_member(g, go_name(g, P), N), L, E)); }
field ::= IDENT(N) LBRACKET exprlist(L) RBRACKET(E) tag. { go_embedded(g, go_index(g, go_name(g, N), L, E)); }
field ::= IDENT(N) LBRACKET(B) exprlist RBRACKET type(T) tag. { go_field1(g, N, go_list_type(g, B, T)); }
field ::= IDENT(N) LBRACKET(B) RBRACKET type(T) tag. { go_field1(g, N, go_list_type(g, B, T)); }
field ::= IDENT(N) ntype(T) tag.                { go_field1(g, N, T); }
field ::= STAR qtype(T) tag.                    { go_embedded(g, T); }
field ::= LPAREN type(T) RPAREN tag.            { go_embedded(g, T); }
field ::= STAR LPAREN type(T) RPAREN tag.       { go_embedded(g, T); }
field ::= names2(L) type(T) tag.                { go_field(g, L, T); }
%type names2 {ArgList}
names2(A) ::= IDENT(M) COMMA IDENT(N).          { A = args_add(g->f, args_add(g->f, args_none(), go_name(g, M)), go_name(g, N)); }
names2(A) ::= names2(L) COMMA IDENT(N).         { A = args_add(g->f, L, go_name(g, N)); }
tag ::= .
tag ::= STRING.

methods ::= method.
methods ::= methods SEP.
methods ::= methods SEP method.
method ::= error RESYNC.
method ::= IDENT(N) sig(S).                     { go_method(g, N, S); }
method ::= union(T).                            { go_embedded(g, T); }

/* ---------------------------------------------------------------- types
 * By how they begin: qtype a name, btype a [, stype anything else; ntype all but btype; rtype all but those in parentheses. */

%type type {ExprId}
%type ntype {ExprId}
%type rtype {ExprId}
%type dtype {ExprId}
%type qtype {ExprId}
%type qname {ExprId}
%type btype {ExprId}
%type stype {ExprId}
%type mtype {ExprId}
%type ctype {ExprId}
%type ftype {ExprId}
%type ltype {ExprId}
%type union {ExprId}
%type uterm {ExprId}

type(A) ::= qtype(T).                           { A = T; }
type(A) ::= btype(T).                           { A = T; }
type(A) ::= stype(T).                           { A = T; }
ntype(A) ::= qtype(T).                          { A = T; }
ntype(A) ::= stype(T).                          { A = T; }
stype(A) ::= STAR type(T).                      { A = T; }
stype(A) ::= LPAREN type(T) RPAREN.             { A = T; }
stype(A) ::= mtype(T).                          { A = T; }
stype(A) ::= ctype(T).                          { A = T; }
stype(A) ::= ftype(T).                          { A = T; }
rtype(A) ::= qtype(T).                          { A = T; }
rtype(A) ::= btype(T).                          { A = T; }
rtype(A) ::= STAR type(T).                      { A = T; }
rtype(A) ::= mtype(T).                          { A = T; }
rtype(A) ::= ctype(T).                          { A = T; }
rtype(A) ::= ftype(T).                          { A = T; }
dtype(A) ::= qtype(T).                          { A = T; }
dtype(A) ::= btype(T).                          { A = T; }
dtype(A) ::= STAR type(T).                      { A = T; }
dtype(A) ::= LPAREN type(T) RPAREN.             { A = T; }
dtype(A) ::= mtype(T).                          { A = T; }
dtype(A) ::= ftype(T).                          { A = T; }

qname(A) ::= IDENT(N).                          { A = go_name(g, N); }
qname(A) ::= IDENT(P) DOT IDENT(N).             { A = go_member(g, go_name(g, P), N); }
qtype(A) ::= qname(T).                          { A = T; }
qtype(A) ::= qname(T) LBRACKET exprlist(L) RBRACKET(E). { A = go_index(g, T, L, E); }
qtype(A) ::= qname(T) LBRACKET exprlist(L) COMMA RBRACKET(E). { A = go_index(g, T, L, E); }

btype(A) ::= LBRACKET(B) RBRACKET type(T).      { A = go_list_type(g, B, T); }
btype(A) ::= LBRACKET(B) ELLIPSIS RBRACKET type(T). { A = go_list_type(g, B, T); }
btype(A) ::= LBRACKET(B) expr RBRACKET type(T). { A = go_list_type(g, B, T); }
mtype(A) ::= MAP(B) LBRACKET type(K) RBRACKET type(T). { A = go_map_type(g, B, K, T); }
mtype(A) ::= CHAN(B) type(T).                   { A = go_chan_type(g, B, T); }
ctype(A) ::= STRUCT(K) LBRACE RBRACE(E).        { A = go_word_type(g, K, E); }
ctype(A) ::= INTERFACE(K) LBRACE RBRACE(E).     { A = go_word_type(g, K, E); }
ctype(A) ::= class(M) fields RBRACE(E).         { A = go_class_end(g, M, E); }
ctype(A) ::= iface(M) methods RBRACE(E).        { A = go_class_end(g, M, E); }
ftype(A) ::= functype(S).                       { A = go_func_type(g, S); }

union(A) ::= uterm(T).                          { A = T; }
union(A) ::= union(U) PIPE uterm(T).            { A = fact_choice(g->f, U, T, 0); }
uterm(A) ::= type(T).                           { A = T; }
uterm(A) ::= TILDE type(T).                     { A = T; }

/* ---------------------------------------------------------------- expressions */

%type expr {ExprId}
%type pexpr {ExprId}
%type bound {ExprId}
%type exprlist {ArgList}
%type args {ArgList}

exprlist(A) ::= expr(X).                        { A = args_add(g->f, args_none(), X); }
exprlist(A) ::= exprlist(L) COMMA expr(X).      { A = args_add(g->f, L, X); }

expr(A) ::= pexpr(X).                           { A = X; }
expr(A) ::= ltype(X).                           { A = X; }
expr(A) ::= ftype(X).                           { A = X; }
ltype(A) ::= btype(X).                          { A = X; }
ltype(A) ::= mtype(X).                          { A = X; }
ltype(A) ::= ctype(X).                          { A = X; }
expr(A) ::= expr(X) OROR expr(Y).               { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) ANDAND expr(Y).             { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) CMP expr(Y).                { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) PLUS expr(Y).               { A = go_concat(g, X, Y); }
expr(A) ::= expr(X) ADDOP expr(Y).              { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) PIPE expr(Y).               { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) MULOP expr(Y).              { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) STAR expr(Y).               { A = go_binary(g, X, Y); }
expr(A) ::= expr(X) AMP expr(Y).                { A = go_binary(g, X, Y); }
expr(A) ::= STAR expr(X). [UNARY]               { A = X; }
expr(A) ::= AMP expr(X). [UNARY]                { A = go_address(g, X); }
expr(A) ::= PLUS(O) expr(X). [UNARY]            { A = go_unary(g, O, X); }
expr(A) ::= ADDOP(O) expr(X). [UNARY]           { A = go_unary(g, O, X); }
expr(A) ::= NOT(O) expr(X). [UNARY]             { A = go_unary(g, O, X); }
expr(A) ::= TILDE expr(X). [UNARY]              { A = X; }
expr(A) ::= ARROW(O) expr(X). [UNARY]           { A = go_receive(g, O, X); }

pexpr(A) ::= IDENT(N).                          { A = go_name(g, N); }
pexpr(A) ::= STRING(T).                         { A = go_string(g, T); }
pexpr(A) ::= NUMBER(T).                         { A = go_number(g, T); }
pexpr(A) ::= RUNE(T).                           { A = go_nothing(g, T); }
pexpr(A) ::= DEEP(T).                           { A = go_nothing(g, T); }
pexpr(A) ::= LPAREN expr(X) RPAREN.             { A = X; }
pexpr(A) ::= pexpr(X) DOT IDENT(N).             { A = go_member(g, X, N); }
pexpr(A) ::= pexpr(X) DOT LPAREN type(T) RPAREN(E). { A = go_assert(g, X, T, E); }
pexpr(A) ::= pexpr(X) DOT LPAREN TYPE RPAREN(E). { A = go_assert(g, X, 0, E); }
pexpr(A) ::= pexpr(X) LPAREN RPAREN(E).         { A = go_call(g, X, args_none(), E); }
pexpr(A) ::= pexpr(X) LPAREN args(L) RPAREN(E). { A = go_call(g, X, L, E); }
pexpr(A) ::= pexpr(X) LPAREN args(L) COMMA RPAREN(E). { A = go_call(g, X, L, E); }
pexpr(A) ::= pexpr(X) LBRACKET exprlist(L) RBRACKET(E). { A = go_index(g, X, L, E); }
pexpr(A) ::= pexpr(X) LBRACKET exprlist(L) COMMA RBRACKET(E). { A = go_index(g, X, L, E); }
pexpr(A) ::= pexpr(X) LBRACKET bound(L) COLON bound(H) RBRACKET(E). { A = go_slice(g, X, L, H, E); }
pexpr(A) ::= pexpr(X) LBRACKET bound(L) COLON bound(H) COLON bound RBRACKET(E). { A = go_slice(g, X, L, H, E); }
pexpr(A) ::= ctype(T) DOT IDENT(N).             { A = go_member(g, T, N); }
pexpr(A) ::= ltype LPAREN expr(X) RPAREN.       { A = X; }
pexpr(A) ::= ftype LPAREN expr(X) RPAREN.       { A = X; }
pexpr(A) ::= ltype LPAREN expr(X) COMMA RPAREN. { A = X; }
pexpr(A) ::= lambda(M) stmts RBRACE(E).         { A = go_lambda(g, E, M); }
pexpr(A) ::= lit(M) items(L) RBRACE(E).         { A = go_lit(g, M, L, E); }

bound(A) ::= .                                  { A = 0; }
bound(A) ::= expr(X).                           { A = X; }

args(A) ::= expr(X).                            { A = args_add(g->f, args_none(), X); }
args(A) ::= expr(X) ELLIPSIS.                   { A = args_add_splat(g->f, args_none(), X, 1); }
args(A) ::= args(L) COMMA expr(X).              { A = args_add(g->f, L, X); }
args(A) ::= args(L) COMMA expr(X) ELLIPSIS.     { A = args_add_splat(g->f, L, X, 1); }

%type lambda {GoMark}
%destructor lambda { go_unwind(g, $$); }
lambda(A) ::= functype(S) LBRACE(B).            { A = go_lambda_open(g, S, B); }

%type lit {GoMark}
%type inner {GoMark}
%destructor lit { go_unwind(g, $$); }
%destructor inner { go_unwind(g, $$); }
lit(A) ::= pexpr(T) LBRACE.                     { A = go_lit_open(g, T); }
lit(A) ::= ltype(T) LBRACE.                     { A = go_lit_open(g, T); }
inner(A) ::= LBRACE(B).                         { A = go_lit_inner(g, B); }

%type items {ArgList}
%type item_list {ArgList}
%type value {ExprId}
%type key {ExprId}
items(A) ::= .                                  { A = args_none(); }
items(A) ::= item_list(L).                      { A = L; }
items(A) ::= item_list(L) COMMA.                { A = L; }
item_list(A) ::= value(X).                      { A = go_lit_item(g, args_none(), 0, X); }
item_list(A) ::= key(K) value(X).               { A = go_lit_item(g, args_none(), K, X); }
item_list(A) ::= item_list(L) COMMA value(X).   { A = go_lit_item(g, L, 0, X); }
item_list(A) ::= item_list(L) COMMA key(K) value(X). { A = go_lit_item(g, L, K, X); }
key(A) ::= value(K) COLON.                      { go_lit_colon(g); A = K; }
value(A) ::= expr(X).                           { A = X; }
value(A) ::= inner(M) items(L) RBRACE(E).       { A = go_lit(g, M, L, E); }

/* ---------------------------------------------------------------- driver */

%code {
_Static_assert(Y_ERROR == (int)T_ERROR && Y_DEFINE == (int)GO_DEFINE && Y_RUNE == (int)GO_RUNE && Y_CASE == (int)GO_CASE &&
               Y_JUMP == (int)GO_JUMP && Y_FIN == (int)GO_FIN, "tokens of go.y and go.h differ");

typedef struct {
    Go go;
    yyParser p;
    u16 first;   /* kind of the token that began the current statement */
    u32 bad_end; /* end of the last span that was reported */
    iz bad;      /* its fact, -1: none */
} Run;

static void feed(Run *r, int kind, Token t)
{
    go_y(&r->p, kind, t);
}

static void start(Run *r)
{
    r->go.error = r->go.overflow = false;
    go_yInit(&r->p, &r->go);
    feed(r, Y_START, (Token){0});
}

/* Back to the top of the file, closing everything. */
static void restart(Run *r)
{
    go_yFinalize(&r->p);
    go_unwind(&r->go, (GoMark){0});
    start(r);
}

/* A span that was not understood; one that continues the last is joined to it. */
static void report(Run *r, Str why, u32 off, u32 end)
{
    Facts *f = r->go.f;
    if (r->bad >= 0 && r->bad < f->facts.n && off <= r->bad_end + 2 && str_eq(f->facts.v[r->bad].name, why)) {
        f->facts.v[r->bad].end = end;
    } else {
        fact_unsupported(f, why, off, end);
        r->bad = f->facts.n - 1;
    }
    r->bad_end = end;
}

static GoNest top(const Run *r)
{
    const Go *g = &r->go;
    return g->nests.n ? g->nests.v[g->nests.n - 1] : (GoNest){0};
}

/* The parser could not use *t. Skips tokens up to the end of the current element of the innermost list that can go on (a statement, a
 * specification, a field), or to the braces of a body whose header was not understood. */
static void skip(Run *r, Token *t)
{
    Go *g = &r->go;
    for (;; g->last_end = t->off + t->len, go_next(&g->in, t)) {
        GoNest n = top(r);
        iz open = g->in.open.n, depth = (iz)n.depth;
        switch (t->kind) {
        case T_END:
        case GO_RESET:
            return;
        case T_SEP:
            if (!go_filter_brace_beyond(&g->in, depth)) {
                go_filter_cut(&g->in, depth);
                return;
            }
            break;
        case T_RPAREN:
        case T_RBRACKET:
        case T_RBRACE:
            if (open < depth)
                return;
            break;
        case GO_LBODY:
            if (open == depth + 1)
                return;
            break;
        case T_LBRACE:
            if (open == depth + 1 && (r->first == GO_FUNCDECL || r->first == GO_ELSE))
                return;
            break;
        case GO_CASE:
        case GO_DEFAULT:
            if (n.clauses && open == depth)
                return;
            break;
        case GO_MARKER:
            report(r, S("merge marker"), t->off, t->off + t->len);
            break;
        default:
            break;
        }
    }
}

/* Goes on behind a syntax error. Leaves in *t the last token used, or one that the main loop has to deal with (end, reset). */
static void recover(Run *r, Token *t)
{
    Go *g = &r->go;
    for (;;) {
        u32 from = t->off;
        bool overflow = g->overflow;
        if (overflow)
            restart(r);
        skip(r, t);
        report(r, overflow ? FACT_NESTING : S("syntax"), from, t->off);
        g->error = false;
        if (t->kind == T_END || t->kind == GO_RESET)
            return;
        r->p.yyerrcnt = -1;
        if (!overflow)
            feed(r, Y_RESYNC, *t);
        switch (t->kind) {
        case GO_LBODY: /* a body without its header: a block of its own */
            t->kind = T_LBRACE;
            /* fall through */
        case T_LBRACE:
        case GO_CASE:
        case GO_DEFAULT:
            feed(r, Y_SEP, *t);
            break;
        case T_RBRACE: /* closes parentheses that were left open, too */
            while (!g->error && top(r).closer == T_RPAREN && g->in.open.n < (iz)top(r).depth) {
                iz before = g->nests.n;
                feed(r, Y_RPAREN, *t);
                feed(r, Y_SEP, *t);
                if (g->nests.n >= before)
                    break;
            }
            break;
        default:
            break;
        }
        if (!g->error)
            feed(r, t->kind, *t);
        if (!g->error)
            return;
        g->last_end = t->off + t->len;
        go_next(&g->in, t);
    }
}

static bool begins_statement(u16 before)
{
    return before == T_SEP || before == T_LBRACE || before == T_RBRACE || before == GO_LBODY;
}

void go_parse(Facts *f, Arena *scratch)
{
    Lexer lx = {.src = f->src, .cur = f->src->text.s, .end = f->src->text.s + f->src->text.len};
    Run run, *r = &run;
    Go *g = &run.go;
    Token t;
    f->traits = TRAIT_IMPORT_LAST | TRAIT_PACKAGE_SHARED | TRAIT_MODULES_FOLDERS | TRAIT_EMBEDS;
    if (str_starts(f->src->text, S("\xef\xbb\xbf")))
        lx.cur += 3;
    run.go = (Go){.f = f};
    run.first = 0;
    run.bad_end = 0;
    run.bad = -1;
    go_filter_init(&g->in, lx, scratch);
    start(r);
    u16 before = T_SEP;
    go_next(&g->in, &t);
    while (t.kind != T_END) {
        if (t.kind == GO_MARKER) {
            report(r, S("merge marker"), t.off, t.off + t.len);
            go_next(&g->in, &t);
            continue;
        }
        if (t.kind == GO_RESET) {
            restart(r);
            go_filter_cut(&g->in, 0);
            report(r, S("unclosed brace"), t.off, t.off + t.len);
            t.kind = GO_FUNCDECL;
        }
        if (t.kind == GO_DEEP)
            report(r, FACT_NESTING, t.off, t.off + t.len);
        if (begins_statement(before))
            r->first = t.kind;
        feed(r, t.kind, t);
        if (g->error)
            recover(r, &t);
        if (t.kind == T_END || t.kind == GO_RESET)
            continue;
        before = t.kind;
        g->last_end = t.off + t.len;
        go_next(&g->in, &t);
    }
    g->last_end = (u32)f->src->text.len;
    feed(r, Y_FIN, t);
    if (g->error && (r->bad < 0 || r->bad_end < t.off))
        report(r, S("unexpected end of file"), t.off, t.off);
    go_yFinalize(&r->p);
    go_unwind(g, (GoMark){0});
}
}
