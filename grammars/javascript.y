/* javascript.y: mini-grammar of JavaScript and TypeScript (https://tc39.es/ecma262, https://www.typescriptlang.org/docs).
 *
 * It holds statements, expressions with their precedences, patterns, classes and modules; types are single tokens. What one token of
 * look-ahead cannot decide (arrow functions, patterns, blocks against objects, semicolons left out) the filter decides
 * (lexers/javascript_filter.c), mostly by asking whether a token would be accepted here: js_accepts runs the automaton on a few states
 * of its own. The parts of `if` and `try` are permissive: what belongs together needs no checking.
 *
 * Errors: there is no error token. The parser drops what it does not take; js_unwind then goes back to the innermost list (stmts, members,
 * clauses), whose value is a mark: the scope to return to and the bracket that holds the list.
 */
%name js_y
%token_prefix Y_
%token_type {JsVal}
%default_type {JsVal}
%extra_context {Js *p}
%stack_size 3000

%token IDENT STRING NUMBER TEMPLATE OP SEP DOT COMMA COLON ASSIGN LPAREN RPAREN LBRACKET RBRACKET LBRACE RBRACE ERROR.
%token AUGMENT ARROW QM OR AND PLUS MUL INCDEC UNARY SPREAD AT REGEX TPLHEAD TPLMID TPLTAIL JSXBEGIN JSXEND JSXOPEN
       YIELD BLOCK PLBRACE PLBRACKET ALPAREN AIDENT FUNCDECL FUNCEXPR CLASSDECL CLASSEXPR NEW VAR IF ELIF ELSE FOR FOREACH OF WHILE DO
       SWITCH CASE DEFAULT TRY CATCH FINALLY RETURN IMPORT EXPORT EXPDEFAULT EXPASSIGN ILBRACE FROM AS STAR EXTENDS BASES INTERFACE ENUM
       TLBRACE XAT NAMESPACE TYPEALIAS MOD PMOD STATICBLOCK TYPE CAST OPAQUE KEYMARK LABEL.

%nonassoc LOW.
%nonassoc ELSE ELIF CATCH FINALLY SEP.
%right ARROW ASSIGN AUGMENT YIELD QM COLON.
%left OR.
%left AND.
%left OP CAST.
%left PLUS.
%left MUL.
%right UNARY.
%nonassoc INCDEC AT.
%left LPAREN LBRACKET DOT TEMPLATE TPLHEAD.

%type args {ArgList}
%type props {ArgList}
%type prop {ArgList}
%type pprops {ArgList}
%type pprop {ArgList}
%type pelems {ArgList}
%type pelem {ArgList}
%type heritage {ArgList}
%type parts {ArgList}
%type jparts {ArgList}

%include {
#include "lexers/javascript.h"
#define YYNOERRORRECOVERY 1
}

%syntax_error { (void)yymajor; (void)TOKEN; p->error = true; }
%stack_overflow { p->error = p->overflow = true; }
%parse_failure { p->error = true; }

file ::= stmts.

/* ---------------------------------------------------------------- statements */

stmts(A) ::= .                                  { A = js_mark(p, yyRuleInfoLhs[yyruleno]); }
stmts ::= stmts stmt.

stmt ::= SEP.
stmt ::= LABEL.
stmt ::= exprs SEP.
stmt ::= decls SEP.
stmt ::= deco.
stmt ::= block_open(M) stmts RBRACE(E).         { js_block_close(p, M, E); }
stmt ::= RETURN(T) SEP.                         { js_return(p, T, (JsVal){0}); }
stmt ::= RETURN(T) exprs(V) SEP.                { js_return(p, T, V); }
stmt ::= if_chain. [LOW]
stmt ::= try_chain. [LOW]
stmt ::= for_head(M) stmt.                      { js_close(p, M); }
stmt ::= do_body WHILE LPAREN exprs RPAREN. [LOW]
stmt ::= do_body WHILE LPAREN exprs RPAREN SEP.
stmt ::= switch_head(M) clauses RBRACE(E).      { js_block_close(p, M, E); }
stmt ::= func_sign(F) BLOCK stmts RBRACE(E).    { js_func_close(p, F, E); }
stmt ::= func_sign(F) SEP(E).                   { js_signature_only(p, F, E); }
stmt ::= class_head(C) members RBRACE(E).       { js_class_close(p, C, E); }
stmt ::= enum_head(C) items RBRACE(E).          { js_class_close(p, C, E); }
stmt ::= space_head(M) stmts RBRACE(E).         { js_namespace_close(p, M, E); }
stmt ::= TYPEALIAS(N) TYPE(T) SEP.              { js_type_alias(p, N, T); }
stmt ::= import SEP.
stmt ::= EXPORT(T).                             { js_export(p, T); }
stmt ::= export SEP.
stmt ::= EXPDEFAULT(T) exprs(V) SEP.            { js_export_default(p, T, V); }
stmt ::= EXPASSIGN(T) exprs(V) SEP.             { js_export_assign(p, T, V); }

block_open(A) ::= BLOCK(T).                     { A = js_block_open(p, T); }

if_chain ::= if_head(M) stmt.                   { js_close(p, M); }
if_chain ::= if_chain elif_head(M) stmt.        { js_close(p, M); }
if_chain ::= if_chain else_head(M) stmt.        { js_close(p, M); }
if_head(A) ::= IF LPAREN exprs RPAREN(T).       { A = js_open(p, T, SCOPE_BRANCH | SCOPE_NESTS_NAMES); }
elif_head(A) ::= ELIF LPAREN exprs RPAREN(T).   { A = js_open(p, T, SCOPE_BRANCH | SCOPE_NESTS_NAMES); }
else_head(A) ::= ELSE(T).                       { A = js_open(p, T, SCOPE_BRANCH | SCOPE_NESTS_NAMES); }

try_chain ::= try_head(M) stmt.                 { js_close(p, M); }
try_chain ::= try_chain catch_head(M) stmt.     { js_close(p, M); }
try_chain ::= try_chain final_head(M) stmt.     { js_close(p, M); }
try_head(A) ::= TRY(T).                         { A = js_open(p, T, SCOPE_NESTS_NAMES); }
final_head(A) ::= FINALLY(T).                   { A = js_open(p, T, SCOPE_NESTS_NAMES); }
catch_head(A) ::= catch_open(A). [LOW]
catch_head(A) ::= catch_open(M) LPAREN target(X) type(T) RPAREN. { A = js_catch(p, M, X, T); }
catch_open(A) ::= CATCH(T).                     { A = js_open(p, T, SCOPE_BRANCH | SCOPE_NESTS_NAMES); }

for_head(A) ::= for_open(A) for_init SEP opt_exprs SEP opt_exprs RPAREN. { js_body(p); }
for_head(A) ::= each_open(A) var(V) target(X) type(T) OF(O) exprs(E) RPAREN. { js_each(p, X, T, O, E, V); }
for_head(A) ::= each_open(A) expr(X) OF(O) exprs(E) RPAREN. { js_each(p, X, (JsVal){0}, O, E, (JsVal){0}); }
for_head(A) ::= each_open(A) pattern(X) OF(O) exprs(E) RPAREN. { js_each(p, X, (JsVal){0}, O, E, (JsVal){0}); }
for_head(A) ::= WHILE LPAREN exprs RPAREN(T).   { A = js_open(p, T, SCOPE_LOOP | SCOPE_BRANCH | SCOPE_NESTS_NAMES); }
for_open(A) ::= FOR(T) LPAREN.                  { A = js_open(p, T, SCOPE_LOOP | SCOPE_BRANCH | SCOPE_NESTS_NAMES); }
each_open(A) ::= FOREACH(T) LPAREN.             { A = js_open(p, T, SCOPE_LOOP | SCOPE_BRANCH | SCOPE_NESTS_NAMES); }
for_init ::= opt_exprs.
for_init ::= decls.
opt_exprs ::= .
opt_exprs ::= exprs.

do_body ::= do_open(M) stmt.                    { js_close(p, M); }
do_open(A) ::= DO(T).                           { A = js_open(p, T, SCOPE_LOOP | SCOPE_NESTS_NAMES); }

switch_head(A) ::= SWITCH LPAREN exprs RPAREN(T) BLOCK. { A = js_open(p, T, SCOPE_NESTS_NAMES); }
clauses(A) ::= .                                { A = js_mark(p, yyRuleInfoLhs[yyruleno]); }
clauses ::= clauses case_head(M) stmts.         { js_close(p, M); }
case_head(A) ::= CASE exprs COLON(T).           { A = js_open(p, T, SCOPE_BRANCH); }
case_head(A) ::= DEFAULT COLON(T).              { A = js_open(p, T, SCOPE_BRANCH); }

/* ---------------------------------------------------------------- declarations */

var(A) ::= VAR(T).                              { A = js_var(p, T); }
decls(A) ::= var(V) target(X) type(T) init(I).  { A = js_declare(p, V, X, T, I); }
decls(A) ::= decls(V) COMMA target(X) type(T) init(I). { A = js_declare(p, V, X, T, I); }

target(A) ::= IDENT(A).
target(A) ::= pattern(A).
type(A) ::= .                                   { A = (JsVal){0}; }
type(A) ::= TYPE(A).
init(A) ::= .                                   { A = (JsVal){0}; }
init(A) ::= ASSIGN expr(X).                      { A = X; }

pattern(A) ::= PLBRACE(T) pprops(L) RBRACE(E).  { A = js_map(p, T, L, E); }
pattern(A) ::= PLBRACKET(T) pelems(L) RBRACKET(E). { A = js_list(p, T, L, E); }
pprops(A) ::= .                                 { A = args_none(); }
pprops(A) ::= pprop(A).
pprops(A) ::= pprops(A) COMMA.
pprops(A) ::= pprops(L) COMMA pprop(M).         { A = js_join(p, L, M); }
pprop(A) ::= IDENT(N) init(I).                  { A = js_entry(p, N, js_default(p, N, I)); }
pprop(A) ::= key(K) COLON ptarget(X) init(I).   { A = js_entry(p, K, js_default(p, X, I)); }
pprop(A) ::= SPREAD ptarget(X).                 { A = js_spread_entry(p, X); }
pelems(A) ::= pelem(A).
pelems(A) ::= pelems(L) COMMA pelem(M).         { A = js_join(p, L, M); }
pelem(A) ::= .                                  { A = js_arg(p, args_none(), (JsVal){.as = V_UNKNOWN}); }
pelem(A) ::= ptarget(X) init(I).                { A = js_arg(p, args_none(), js_default(p, X, I)); }
pelem(A) ::= SPREAD ptarget(X).                 { A = js_arg_spread(p, args_none(), X); }
ptarget(A) ::= lhs(A).
ptarget(A) ::= pattern(A).
lhs(A) ::= IDENT(A).
lhs(A) ::= LPAREN exprs(X) RPAREN.              { A = X; }
lhs(A) ::= TLBRACE(T) props(L) RBRACE(E).       { A = js_map(p, T, L, E); }
lhs(A) ::= lhs(X) DOT IDENT(N).                 { A = js_member(p, X, N); }
lhs(A) ::= lhs(X) LBRACKET exprs(I) RBRACKET(E). { A = js_index(p, X, I, E); }
lhs(A) ::= lhs(X) LPAREN args(L) RPAREN(E).     { A = js_call(p, X, L, E); }

func_sign(A) ::= func_open(F) params RPAREN type(T). { A = js_signature(p, F, T); }
func_open(A) ::= FUNCDECL(T) name(N) LPAREN.    { A = js_func_open(p, T, N, false); }
funx_sign(A) ::= funx_open(F) params RPAREN type(T). { A = js_signature(p, F, T); }
funx_open(A) ::= FUNCEXPR(T) name(N) LPAREN.    { A = js_func_open(p, T, N, true); }
name(A) ::= .                                   { A = (JsVal){0}; }
name(A) ::= IDENT(A).

params ::= .
params ::= param.
params ::= params COMMA.
params ::= params COMMA param.
param ::= target(X) type(T) init(I).            { js_param(p, X, T, I, PARAM_POSITIONAL); }
param ::= SPREAD target(X) type(T) init(I).     { js_param(p, X, T, I, PARAM_REST); }
param ::= pmod param.
param ::= deco param.
pmod ::= PMOD.                                  { p->pmod = true; }
deco ::= AT(T) expr(X). [AT]                    { js_decorator(p, T, X); }

arrow(A) ::= arrow_open(F) params RPAREN type(T) ARROW. { A = js_signature(p, F, T); }
arrow(A) ::= AIDENT(N) ARROW.                   { A = js_arrow_one(p, N); }
arrow_open(A) ::= ALPAREN(T).                   { A = js_arrow_open(p, T); }

class_head(A) ::= CLASSDECL(T) name(N) heritage(L) BLOCK. { A = js_class_open(p, T, N, L, 0); }
class_head(A) ::= INTERFACE(T) IDENT(N) heritage(L) BLOCK. { A = js_class_open(p, T, N, L, SCOPE_INTERFACE); }
clax_head(A) ::= CLASSEXPR(T) name(N) heritage(L) BLOCK. { A = js_class_open(p, T, N, L, 0); }
clax_head(A) ::= xdecos CLASSEXPR(T) name(N) heritage(L) BLOCK. { A = js_class_open(p, T, N, L, 0); }
xdecos ::= xdeco.
xdecos ::= xdecos xdeco.
xdeco ::= XAT(T) expr(X). [AT]                  { js_decorator(p, T, X); }
heritage(A) ::= .                               { A = args_none(); }
heritage(A) ::= heritage(L) EXTENDS expr(X).    { A = js_arg(p, L, X); }
heritage(A) ::= heritage(L) BASES(T).           { A = args_add(p->f, L, T.id); }

members(A) ::= .                                { A = js_mark(p, yyRuleInfoLhs[yyruleno]); }
members ::= members member.
member ::= SEP.
member ::= deco.
member ::= mods SEP.                            { p->member_mods = p->member_off = 0; } /* of an index signature */
member ::= mkey(K) type(T) init(I) SEP.         { js_field(p, K, T, I); }
member ::= method_sign(F) BLOCK stmts RBRACE(E). { js_func_close(p, F, E); }
member ::= method_sign(F) SEP(E).               { js_signature_only(p, F, E); }
member ::= static_open(M) stmts RBRACE(E).      { js_block_close(p, M, E); }
method_sign(A) ::= method_open(F) params RPAREN type(T). { A = js_signature(p, F, T); }
method_open(A) ::= mkey(K) LPAREN.              { A = js_method_open(p, K, true); }
static_open(A) ::= STATICBLOCK(T).              { A = js_static_block(p, T); }
mkey(A) ::= key(A).
mkey(A) ::= mods key(K).                        { A = K; }
mods ::= MOD(T).                                { js_mod(p, T); }
mods ::= mods MOD(T).                           { js_mod(p, T); }
key(A) ::= IDENT(A).
key(A) ::= STRING(A).
key(A) ::= NUMBER(A).
key(A) ::= KEYMARK(A).
key(A) ::= LBRACKET expr(X) RBRACKET.           { A = js_computed(p, X); }

enum_head(A) ::= ENUM(T) IDENT(N) BLOCK.        { A = js_class_open(p, T, N, args_none(), SCOPE_ENUM); }
items ::= .
items ::= item.
items ::= items COMMA.
items ::= items COMMA item.
item ::= key(K) init(I).                        { js_enum_item(p, K, I); }

space_head(A) ::= NAMESPACE(N) BLOCK.           { A = js_namespace_open(p, N); }

/* ---------------------------------------------------------------- modules */

import ::= IMPORT(T) STRING(M).                 { js_import(p, T, M); }
import ::= IMPORT(T) imports FROM STRING(M).    { js_import(p, T, M); }
imports ::= imported.
imports ::= imports COMMA imported.
imported ::= IDENT(N).                          { js_import_spec(p, (JsVal){0}, N, N); }
imported ::= STAR(T) AS IDENT(N).               { js_import_star(p, T, N); }
imported ::= ILBRACE inames RBRACE.
inames ::= .
inames ::= iname.
inames ::= inames COMMA.
inames ::= inames COMMA iname.
iname ::= IDENT(N).                             { js_import_spec(p, N, N, N); }
iname ::= sname(N) AS IDENT(L).                 { js_import_spec(p, N, L, N); }
sname(A) ::= IDENT(A).
sname(A) ::= STRING(A).

export ::= EXPORT(T) ILBRACE enames RBRACE.     { js_export_list(p, T); }
export ::= EXPORT(T) ILBRACE enames RBRACE FROM STRING(M). { js_export_from(p, T, M); }
export ::= EXPORT(T) STAR FROM STRING(M).       { js_export_all(p, T, (JsVal){0}, M); }
export ::= EXPORT(T) STAR AS sname(N) FROM STRING(M). { js_export_all(p, T, N, M); }
enames ::= .
enames ::= ename.
enames ::= enames COMMA.
enames ::= enames COMMA ename.
ename ::= sname(N).                             { js_export_spec(p, N, N); }
ename ::= sname(N) AS sname(X).                 { js_export_spec(p, N, X); }

/* ---------------------------------------------------------------- expressions */

exprs(A) ::= expr(A).
exprs(A) ::= exprs COMMA expr(X).               { A = X; }

expr(A) ::= IDENT(A).
expr(A) ::= STRING(A).
expr(A) ::= NUMBER(A).
expr(A) ::= REGEX(A).
expr(A) ::= OPAQUE(A).
expr(A) ::= LPAREN exprs(X) RPAREN.             { A = X; }
expr(A) ::= LPAREN exprs(X) TYPE(T) RPAREN.     { A = js_cast(p, X, T); }
expr(A) ::= prime(A).
expr(A) ::= expr(X) DOT IDENT(N).               { A = js_member(p, X, N); }
expr(A) ::= expr(X) LBRACKET exprs(I) RBRACKET(E). { A = js_index(p, X, I, E); }
expr(A) ::= expr(X) LPAREN args(L) RPAREN(E).   { A = js_call(p, X, L, E); }
expr(A) ::= expr(X) TEMPLATE(T).                { A = js_template(p, X, args_none(), T); }
expr(A) ::= expr(X) parts(L) TPLTAIL(T).        { A = js_template(p, X, js_part_text(p, L, T), T); }
expr(A) ::= TEMPLATE(T).                        { A = js_template_plain(p, T); }
expr(A) ::= parts(L) TPLTAIL(T).                { A = js_template(p, (JsVal){0}, js_part_text(p, L, T), js_span(p, L, T)); }
expr(A) ::= NEW(T) callee(X) LPAREN args(L) RPAREN(E). { A = js_new(p, T, X, L, E); }
expr(A) ::= NEW(T) callee(X). [LOW]             { A = js_new(p, T, X, args_none(), (JsVal){.end = p->last_end}); }
expr(A) ::= LBRACKET(T) args(L) RBRACKET(E).    { A = js_list(p, T, L, E); }
expr(A) ::= LBRACE(T) props(L) RBRACE(E).       { A = js_map(p, T, L, E); }
expr(A) ::= JSXBEGIN(T) jparts(L) JSXEND(E).    { A = js_jsx(p, T, L, E); }
expr(A) ::= arrow(F) expr(X). [ARROW]           { A = js_arrow_value(p, F, X); }
expr(A) ::= arrow(F) BLOCK stmts RBRACE(E).     { A = js_func_close(p, F, E); }
expr(A) ::= YIELD(O) expr(X).                   { A = js_yield(p, O, X); }
expr(A) ::= expr(X) ASSIGN expr(Y).             { A = js_assign(p, X, Y); }
expr(A) ::= pattern(X) ASSIGN expr(Y).          { A = js_assign(p, X, Y); }
expr(A) ::= expr(X) AUGMENT(O) expr(Y).         { A = js_augment(p, X, O, Y); }
expr(A) ::= expr(C) QM expr(X) COLON expr(Y).   { A = js_ternary(p, C, X, Y); }
expr(A) ::= expr(X) OR expr(Y).                 { A = js_choice(p, X, Y, 0); }
expr(A) ::= expr(X) AND expr(Y).                { A = js_choice(p, X, Y, EXPR_AND); }
expr(A) ::= expr(X) OP(O) expr(Y).              { A = js_binary(p, X, O, Y); }
expr(A) ::= expr(X) PLUS(O) expr(Y).            { A = js_plus(p, X, O, Y); }
expr(A) ::= expr(X) MUL(O) expr(Y).             { A = js_binary(p, X, O, Y); }
expr(A) ::= expr(X) CAST(T).                    { A = js_cast(p, X, T); }
expr(A) ::= UNARY(O) expr(X).                   { A = js_unary(p, O, X); }
expr(A) ::= expr(X) INCDEC(O).                  { A = js_postfix(p, X, O); }

/* What may stand behind `new` too. */
prime(A) ::= funx_sign(F) BLOCK stmts RBRACE(E). { A = js_func_close(p, F, E); }
prime(A) ::= clax_head(C) members RBRACE(E).    { A = js_class_close(p, C, E); }

callee(A) ::= IDENT(A).
callee(A) ::= prime(A).
callee(A) ::= LPAREN exprs(X) RPAREN.           { A = X; }
callee(A) ::= callee(X) DOT IDENT(N).           { A = js_member(p, X, N); }
callee(A) ::= callee(X) LBRACKET exprs(I) RBRACKET(E). { A = js_index(p, X, I, E); }
callee(A) ::= NEW(T) callee(X) LPAREN args(L) RPAREN(E). { A = js_new(p, T, X, L, E); }

/* Arguments, and the items of an array, which may have holes. */
args(A) ::= .                                   { A = args_none(); }
args(A) ::= expr(X).                            { A = js_arg(p, args_none(), X); }
args(A) ::= SPREAD expr(X).                     { A = js_arg_spread(p, args_none(), X); }
args(A) ::= args(A) COMMA.
args(A) ::= args(L) COMMA expr(X).              { A = js_arg(p, L, X); }
args(A) ::= args(L) COMMA SPREAD expr(X).       { A = js_arg_spread(p, L, X); }

props(A) ::= .                                  { A = args_none(); }
props(A) ::= prop(A).
props(A) ::= props(A) COMMA.
props(A) ::= props(L) COMMA prop(M).            { A = js_join(p, L, M); }
prop(A) ::= IDENT(N).                           { A = js_entry(p, N, N); }
prop(A) ::= key(K) COLON expr(X).               { A = js_entry(p, K, X); }
prop(A) ::= SPREAD expr(X).                     { A = js_spread_entry(p, X); }
prop(A) ::= omethod_sign(F) BLOCK stmts RBRACE(E). { A = js_method_entry(p, F, E); }
omethod_sign(A) ::= omethod_open(F) params RPAREN type(T). { A = js_signature(p, F, T); }
omethod_open(A) ::= key(K) LPAREN.              { A = js_method_open(p, K, false); }
omethod_open(A) ::= mods key(K) LPAREN.         { A = js_method_open(p, K, false); }

parts(A) ::= TPLHEAD(T) exprs(X).               { A = js_part(p, js_part_text(p, args_none(), T), X); }
parts(A) ::= parts(L) TPLMID(T) exprs(X).       { A = js_part(p, js_part_text(p, L, T), X); }

jparts(A) ::= .                                 { A = args_none(); }
jparts(A) ::= jparts(A) JSXOPEN RBRACE.
jparts(A) ::= jparts(L) JSXOPEN exprs(X) RBRACE. { A = js_part(p, L, X); }
jparts(A) ::= jparts(L) JSXOPEN SPREAD expr(X) RBRACE. { A = js_part(p, L, X); }

%code {
_Static_assert(Y_ERROR == (int)T_ERROR && Y_AUGMENT == (int)J_AUGMENT && Y_JSXOPEN == (int)J_JSXOPEN && Y_NEW == (int)J_NEW &&
               Y_RETURN == (int)J_RETURN && Y_EXTENDS == (int)J_EXTENDS && Y_LABEL == (int)J_LABEL, "tokens of javascript.y and javascript.h differ");

enum { STATES = 64, RESERVE = 150 };

/* Runs the automaton over up to two tokens (second: 0, none). The real stack is only read. */
static bool accepts(const yyParser *y, int kind, int second)
{
    const yyStackEntry *top = y->yytos; /* the real stack, as far as it is not popped here */
    YYACTIONTYPE made[STATES];          /* states that have come on top of it */
    int n = 0;
    YYACTIONTYPE act = top->stateno;
    for (;;) {
        act = yy_find_shift_action((YYCODETYPE)kind, act);
        if (act < YY_MIN_REDUCE) {
            if (act > YY_MAX_SHIFTREDUCE)
                return act == YY_ACCEPT_ACTION;
            if (!second)
                return true;
            kind = second;
            second = 0;
            if (act > YY_MAX_SHIFT)
                act = (YYACTIONTYPE)(act + YY_MIN_REDUCE - YY_MIN_SHIFTREDUCE);
        } else {
            int rule = act - YY_MIN_REDUCE, pop = -yyRuleInfoNRhs[rule];
            int mine = pop < n ? pop : n;
            n -= mine;
            top -= pop - mine;
            if (top < y->yystack)
                return false;
            act = yy_find_reduce_action(n ? made[n - 1] : top->stateno, (YYCODETYPE)yyRuleInfoLhs[rule]);
            if (act == YY_ACCEPT_ACTION)
                return true;
        }
        if (n == STATES)
            return false;
        made[n++] = act;
    }
}

bool js_accepts(Js *p, int kind)
{
    return accepts(p->parser, kind, 0);
}

bool js_accepts_two(Js *p, int first, int second)
{
    return accepts(p->parser, first, second);
}

bool js_full(Js *p)
{
    const yyParser *y = p->parser;
    return y->yytos - y->yystack > YYSTACKDEPTH - RESERVE;
}

void js_push(Js *p, int kind, JsVal v)
{
    const yyParser *y = p->parser;
    if (y->yytos - y->yystack > YYSTACKDEPTH - RESERVE / 3) {
        p->error = p->overflow = true;
        return;
    }
    js_y(p->parser, kind, v);
}

u32 js_unwind(Js *p)
{
    yyParser *y = p->parser;
    Facts *f = p->f;
    while (y->yytos > y->yystack && !p->lists[y->yytos->major])
        y->yytos--;
    JsVal mark = {.off = UINT32_MAX};
    if (y->yytos > y->yystack)
        mark = y->yytos->minor.yy0;
    while (f->cur != mark.id && f->cur)
        scope_close(f, p->last_end);
    p->params.n = 0;
    p->specs.n = 0;
    p->tparams.n = 0;
    p->member_mods = p->member_off = p->deco_off = 0;
    p->decorators = args_none();
    p->pmod = false;
    p->exporting = 0;
    return mark.off;
}

void javascript_parse(Facts *f, Arena *scratch)
{
    Js js = {.f = f, .scratch = scratch, .text = f->src->text.s, .len = (u32)f->src->text.len};
    yyParser parser;
    f->traits = TRAIT_MODULES_PATHS;
    js_dialect(&js);
    js_tokens(&js);
    facts_reserve(f, js.tok.n / 2, js.tok.n / 6, js.tok.n / 7, js.tok.n / 32);
    js.parser = &parser;
    js_yInit(&parser, &js);
    js_run(&js);
    js_yFinalize(&parser);
}
}
