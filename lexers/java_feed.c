/* java_feed.c: the filter between the tokens of a Java file and the grammar, which sees one expression, one list of declarators or one path
 * at a time. It finds where the run ends, tells operands from operators, prefix from infix, casts and lambdas from parentheses, and turns into
 * single tokens what is parsed elsewhere: types, patterns, annotations, blocks of lambdas, bodies of anonymous classes, switch expressions.
 */
#include "java.h"

static int give(JavaRun *r, JavaTok *t, int kind, bool operand)
{
    t->end = java_here(r->j);
    r->last = (u16)kind;
    r->operand = operand;
    return kind;
}

static int value(JavaRun *r, JavaTok *t, ExprId e)
{
    t->e = e;
    return give(r, t, J_VALUE, true);
}

/* A nested construct that other functions parse: entered, if that is not too deep, and left. */
static bool enter(JavaRun *r)
{
    Java *j = r->j;
    if (j->depth + r->nest >= FACTS_MAX_DEPTH)
        return false;
    j->depth += r->nest + 1;
    return true;
}

static void leave(JavaRun *r)
{
    r->j->depth -= r->nest + 1;
}

static int too_deep(JavaRun *r, JavaTok *t, u32 past)
{
    Java *j = r->j;
    u32 end = past ? J_END(j, past - 1) : 0;
    fact_unsupported(j->f, FACT_NESTING, J_OFF(j, j->i), end);
    j->i = past;
    return value(r, t, fact_unknown(j->f, t->off, end));
}

/* Is what begins at i the type and parenthesis of a cast, as the token behind tells? The index behind, or 0. */
static u32 scan_cast(Java *j, u32 open)
{
    u32 k = java_scan_type(j, open + 1);
    while (k && J_KIND(j, k) == J_AMP)
        k = java_scan_type(j, k + 1);
    if (!k || k != j->match[open] || J_KIND(j, k) != T_RPAREN)
        return 0;
    if (J_KIND(j, k - 1) == J_PRIMITIVE)
        return k + 1;
    switch (J_KIND(j, k + 1)) {
    case T_IDENT:
    case T_STRING:
    case T_NUMBER:
    case T_LPAREN:
    case J_TRUE:
    case J_FALSE:
    case J_NULL:
    case J_THIS:
    case J_SUPER:
    case J_NEW:
    case J_SWITCH:
    case J_NOT:
    case J_PRIMITIVE:
        return k + 1;
    default:
        return 0;
    }
}

static int cast(JavaRun *r, JavaTok *t, u32 past)
{
    Java *j = r->j;
    bool primitive = J_KIND(j, j->i + 1) == J_PRIMITIVE && past == j->i + 3;
    j->i++;
    if (!primitive)
        t->e = java_type(j, true);
    j->i = past;
    if (t->e)
        t->e = fact_type(j->f, t->e, t->off + 1, java_here(j) - 1);
    return give(r, t, J_CAST, false);
}

/* The lambda whose parameters are at j->i and whose arrow is at `arrow`. */
static int lambda(JavaRun *r, JavaTok *t, u32 arrow)
{
    Java *j = r->j;
    if (!enter(r)) {
        u32 k = arrow + 1;
        return too_deep(r, t, J_KIND(j, k) == T_LBRACE ? java_past(j, k) : k);
    }
    ScopeId id = scope_open(j->f, SCOPE_LAMBDA, S(""), 0, t->off);
    if (J_KIND(j, j->i) == T_IDENT)
        scope_param(j->f, java_word(j, j->i), 0, 0, PARAM_POSITIONAL, t->off);
    else
        java_params(j, 0);
    j->i = arrow + 1;
    if (J_KIND(j, j->i) != T_LBRACE) {
        j->depth -= r->nest; /* one level stays until the grammar ends the lambda */
        t->e = id;
        return give(r, t, J_LAMBDA, false);
    }
    ArgList *yields = j->yields;
    j->yields = 0;
    java_block(j);
    j->yields = yields;
    java_leave(j);
    leave(r);
    return value(r, t, fact_lambda(j->f, id));
}

static int creation(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u32 k;
    j->i++;
    if (J_KIND(j, j->i) == J_LT && (k = java_scan_args(j, j->i)))
        j->i = k;
    t->e = java_type(j, false);
    while (J_KIND(j, j->i) == J_AT && J_KIND(j, j->i + 1) == T_IDENT)
        j->i = java_scan_annotation(j, j->i);
    if (J_KIND(j, j->i) == T_LBRACKET) {
        if (J_KIND(j, j->i + 1) == T_RBRACKET)
            java_dims(j, 0);
        return give(r, t, J_NEWARRAY, J_KIND(j, j->i) == T_LBRACKET);
    }
    if (J_KIND(j, j->i) == T_LPAREN && J_KIND(j, k = java_past(j, j->i)) == T_LBRACE) {
        *vec_push(j->scratch, &r->bodies) = k; /* an anonymous class */
        *vec_push(j->scratch, &r->bodies) = t->e;
    }
    return give(r, t, J_NEW, true);
}

static int body(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    ExprId type = r->bodies.v[r->bodies.n - 1];
    r->bodies.n -= 2;
    if (!enter(r)) {
        too_deep(r, t, java_past(j, j->i));
        return give(r, t, J_BODY, true);
    }
    ScopeId id = scope_open(j->f, SCOPE_CLASS, S(""), 0, t->off);
    ArgList bases = args_add(j->f, args_none(), type);
    j->f->scopes.v[id].bases = bases;
    java_class_body(j, S(""), false);
    java_leave(j);
    leave(r);
    return give(r, t, J_BODY, true);
}

static int instance_of(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u32 name = UINT32_MAX;
    j->i++;
    if (java_scan_pattern(j, j->i)) {
        if (!enter(r))
            return 0;
        t->e = java_pattern(j, 0, &name);
        leave(r);
    } else if (java_scan_type(j, j->i)) {
        t->e = java_type(j, true);
    } else {
        return 0;
    }
    t->i = name;
    return give(r, t, J_INSTANCEOF, true);
}

/* Prefix operators: any number of them are one token, and a number takes its minus. */
static int prefix(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    const Token *at = &j->t[j->i];
    if (at->kind == J_MINUS && at[1].kind == T_NUMBER && at[1].off == at->off + 1) {
        j->i += 2;
        Str text = {j->f->src->text.s + at->off, (iz)at[1].len + 1};
        return value(r, t, fact_literal(j->f, EX_NUMBER, text, at->off, java_here(j)));
    }
    while (J_KIND(j, j->i) == J_PLUS || J_KIND(j, j->i) == J_MINUS || J_KIND(j, j->i) == J_NOT)
        j->i++;
    return give(r, t, J_NEGATE, false);
}

static int keyword_name(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    bool super = J_KIND(j, j->i) == J_SUPER;
    ExprId e = fact_name(j->f, java_word(j, j->i++), t->off);
    EXPR(j->f, e)->flags = super ? EXPR_SUPER : EXPR_SELF;
    return value(r, t, e);
}

static int name(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u32 k;
    j->i++;
    give(r, t, T_IDENT, true);
    if (J_KIND(j, j->i) == J_LT && r->mode != JAVA_PATH && (k = java_scan_args(j, j->i)) &&
        (J_KIND(j, k) == J_REF || J_KIND(j, k) == T_DOT || (J_KIND(j, k) == T_LBRACKET && J_KIND(j, k + 1) == T_RBRACKET)))
        j->i = k; /* List<String>::new */
    return T_IDENT;
}

/* An opening bracket. */
static int opened(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u16 kind = J_KIND(j, j->i);
    bool call = r->operand && kind == T_LPAREN;
    if (j->depth + r->nest >= FACTS_MAX_DEPTH) {
        u32 past = java_past(j, j->i), close = j->match[j->i];
        if (!call && !(r->operand && kind == T_LBRACKET))
            return too_deep(r, t, past);
        u32 at = j->i;
        fact_unsupported(j->f, FACT_NESTING, t->off, J_END(j, past - 1));
        if (!call) {
            j->i = past;
            return java_feed(r, t);
        }
        j->open[r->base + r->nest++] = at;
        j->i = close;
        return give(r, t, kind, false);
    }
    j->open[r->base + r->nest++] = j->i++;
    return give(r, t, kind, false);
}

/* The token at j->i where an operand may begin. */
static int start(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u32 k;
    u16 kind = J_KIND(j, j->i);
    bool arrows = !r->guard || r->nest;
    switch (kind) {
    case T_IDENT:
        if (J_KIND(j, j->i + 1) == J_ARROW && arrows && r->last != T_DOT && r->last != J_REF)
            return lambda(r, t, j->i + 1);
        return name(r, t);
    case J_PRIMITIVE:
        return name(r, t);
    case T_LPAREN:
        k = java_past(j, j->i);
        if (J_KIND(j, k) == J_ARROW && arrows)
            return lambda(r, t, k);
        if ((k = scan_cast(j, j->i)))
            return cast(r, t, k);
        return opened(r, t);
    case T_LBRACE:
    case T_LBRACKET:
        return opened(r, t);
    case T_STRING:
    case T_NUMBER:
    case J_TRUE:
    case J_FALSE:
    case J_NULL:
        k = j->i++;
        return value(r, t, java_literal(j, k));
    case J_THIS:
    case J_SUPER:
        if (r->last == T_DOT)
            return name(r, t);
        return keyword_name(r, t);
    case J_NEW:
        if (r->last == J_REF)
            return name(r, t);
        return creation(r, t);
    case J_CLASS:
        j->i++;
        return give(r, t, J_CLASS, true);
    case J_PLUS:
    case J_MINUS:
    case J_NOT:
        return prefix(r, t);
    case J_INCDEC:
        j->i++;
        return give(r, t, J_INCDEC, false);
    case J_LT: /* x.<T>f() */
        if (!(k = java_scan_args(j, j->i)))
            return 0;
        j->i = k;
        return java_feed(r, t);
    case J_SWITCH:
        if (!enter(r)) {
            java_skip(j, FACT_NESTING);
            return value(r, t, fact_unknown(j->f, t->off, java_here(j)));
        }
        t->e = java_switch(j, true);
        leave(r);
        return value(r, t, t->e ? t->e : fact_unknown(j->f, t->off, java_here(j)));
    case J_AT:
        if (!enter(r))
            return too_deep(r, t, java_scan_annotation(j, j->i));
        t->e = java_annotation(j);
        leave(r);
        return value(r, t, t->e);
    default:
        return 0;
    }
}

/* > and what it stands next to: > >> >>> >= >>= >>>= */
static int greater(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    int n = 1;
    while (J_KIND(j, j->i + 1) == J_GT && J_OFF(j, j->i + 1) == J_END(j, j->i)) {
        j->i++;
        n++;
    }
    j->i++;
    if (J_KIND(j, j->i) == T_ASSIGN && J_OFF(j, j->i) == java_here(j)) {
        j->i++;
        return give(r, t, n > 1 ? J_AUGMENT : T_OP, false);
    }
    return give(r, t, T_OP, false);
}

/* The token at j->i behind an operand. */
static int follow(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u16 kind = J_KIND(j, j->i);
    switch (kind) {
    case T_LPAREN:
    case T_LBRACKET:
        return opened(r, t);
    case T_LBRACE:
        if (r->bodies.n && r->bodies.v[r->bodies.n - 2] == j->i)
            return body(r, t);
        return 0;
    case J_QUESTION:
        r->questions += !r->nest;
        break;
    case T_COLON:
        r->questions -= !r->nest;
        break;
    case J_LT:
    case J_AMP:
    case T_OP:
        j->i++;
        return give(r, t, T_OP, false);
    case J_GT:
        return greater(r, t);
    case J_INSTANCEOF:
        return instance_of(r, t);
    case J_INCDEC:
        j->i++;
        return give(r, t, J_INCDEC, true);
    case T_DOT:
    case T_COMMA:
    case T_ASSIGN:
    case J_PLUS:
    case J_MINUS:
    case J_MUL:
    case J_OR:
    case J_AND:
    case J_AUGMENT:
    case J_REF:
        break;
    default:
        return 0;
    }
    j->i++;
    return give(r, t, kind, false);
}

static int path(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u16 kind = J_KIND(j, j->i);
    if (kind == J_MODIFIER && j->t[j->i].sub == JM_STATIC)
        kind = J_STATIC;
    if (kind != T_IDENT && kind != T_DOT && kind != J_MUL && kind != J_STATIC && kind != J_IMPORT && kind != J_PACKAGE)
        return 0;
    j->i++;
    return give(r, t, kind, true);
}

int java_feed(JavaRun *r, JavaTok *t)
{
    Java *j = r->j;
    u16 kind = J_KIND(j, j->i);
    *t = (JavaTok){.off = J_OFF(j, j->i), .i = j->i};
    if (r->mode == JAVA_PATH)
        return path(r, t);
    if (kind == T_COMMA && r->nest && J_KIND(j, j->i + 1) == T_RBRACE) { /* {a, b,} */
        kind = T_RBRACE;
        *t = (JavaTok){.off = J_OFF(j, ++j->i), .i = j->i};
    }
    if (r->mode == JAVA_DECL && !r->last) {
        t->end = t->off;
        r->last = J_DECL;
        return J_DECL;
    }
    if (kind == T_RPAREN || kind == T_RBRACKET || kind == T_RBRACE) {
        if (!r->nest || j->match[j->open[r->base + r->nest - 1]] != j->i || J_KIND(j, j->open[r->base + r->nest - 1]) + 1 != kind)
            return 0;
        r->nest--;
        j->i++;
        return give(r, t, kind, true);
    }
    if (!r->nest && ((kind == T_COMMA && r->mode == JAVA_EXPR) || (kind == T_COLON && !r->questions)))
        return 0;
    return r->operand ? follow(r, t) : start(r, t);
}
