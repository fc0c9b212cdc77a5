/* java_stmt.c: Java's statements. Blocks that may not run, and the names they declare, become block scopes; what stands in them is given to
 * the grammar expression by expression.
 */
#include "java.h"

void java_skip(Java *j, Str why)
{
    u32 from = j->i, k = from;
    for (;;) {
        u16 kind = J_KIND(j, k);
        if (kind == T_END || (kind == T_RBRACE && k > from))
            break;
        k = java_past(j, k);
        if (kind == T_SEP || kind == T_LBRACE || kind == T_RBRACE)
            break;
    }
    j->i = k;
    u32 off = J_OFF(j, from), end = java_here(j);
    fact_unsupported(j->f, why, off, end > off ? end : off);
}

void java_end(Java *j)
{
    u16 kind = J_KIND(j, j->i);
    if (kind == T_SEP)
        j->i++;
    else if (kind != T_RBRACE && kind != T_END && !java_newline(j, j->i))
        java_skip(j, S("end of statement"));
}

void java_close(Java *j, u32 open, Str why)
{
    if (j->i < j->match[open] || !java_closed(j, open))
        fact_unsupported(j->f, why, J_OFF(j, open), J_END(j, j->match[open] - 1));
    if (java_closed(j, open))
        j->i = java_past(j, open);
}

ExprId java_paren(Java *j)
{
    u32 open = j->i;
    if (J_KIND(j, open) != T_LPAREN)
        return 0;
    j->i++;
    ExprId e = java_expr(j);
    java_close(j, open, S("expression"));
    return e;
}

void java_block(Java *j)
{
    u32 open = j->i, close = j->match[open];
    j->i++;
    while (j->i < close)
        java_statement(j);
    j->i = java_past(j, open);
}

static void open_block(Java *j, u32 flags, u32 at)
{
    scope_open(j->f, SCOPE_BLOCK, S(""), SCOPE_NESTS_NAMES | flags, J_OFF(j, at));
}

/* The statement at j->i in the current scope, which is its block. */
static void body(Java *j)
{
    if (J_KIND(j, j->i) == T_LBRACE)
        java_block(j);
    else
        java_statement(j);
}

static void block_of(Java *j, u32 flags)
{
    open_block(j, flags, j->i);
    body(j);
    java_leave(j);
}

/* Does the condition at j->i bind a pattern variable that is visible where it holds? */
static bool binds_inside(Java *j)
{
    if (J_KIND(j, j->i) != T_LPAREN)
        return false;
    u32 close = j->match[j->i], negated = 0;
    for (u32 k = j->i + 1; k < close; k++) {
        if (J_KIND(j, k) == J_NOT && J_KIND(j, k + 1) == T_LPAREN && negated < j->match[k + 1])
            negated = j->match[k + 1];
        if (J_KIND(j, k) == J_INSTANCEOF && k > negated && java_scan_pattern(j, k + 1))
            return true;
    }
    return false;
}

static void if_statement(Java *j)
{
    for (;;) {
        u32 at = j->i++;
        bool inside = binds_inside(j);
        if (inside)
            open_block(j, SCOPE_BRANCH, at);
        java_paren(j);
        if (!inside)
            open_block(j, SCOPE_BRANCH, j->i);
        body(j);
        java_leave(j);
        if (J_KIND(j, j->i) != J_ELSE)
            return;
        j->i++;
        if (J_KIND(j, j->i) != J_IF) {
            block_of(j, SCOPE_BRANCH);
            return;
        }
    }
}

static void while_statement(Java *j)
{
    open_block(j, SCOPE_LOOP | SCOPE_BRANCH, j->i++);
    java_paren(j);
    body(j);
    java_leave(j);
}

static void do_statement(Java *j)
{
    j->i++;
    block_of(j, SCOPE_LOOP);
    if (J_KIND(j, j->i) == J_WHILE) {
        j->i++;
        java_paren(j);
    }
    java_end(j);
}

/* Is a declaration of local variables at j->i, behind modifiers? */
static bool is_declaration(Java *j)
{
    u16 kind = J_KIND(j, j->i), next = J_KIND(j, j->i + 1);
    if (kind == T_IDENT) {
        if (next == T_IDENT)
            return true;
        if (next != T_DOT && next != J_LT && next != T_LBRACKET && next != J_AT)
            return false;
    } else if (kind != J_PRIMITIVE && kind != J_AT) {
        return false;
    }
    u32 k = java_scan_type(j, j->i);
    return k && J_KIND(j, k) == T_IDENT;
}

/* Local variables at j->i, modifiers read. */
static void declaration(Java *j, ArgList decorators, u32 bits, u32 flags)
{
    ExprId type = java_type(j, true);
    java_declarators(j, type, decorators, BIND_DECLARE | flags | (bits >> JM_FINAL & 1 ? BIND_CONST : 0));
}

static bool modifier_ahead(const Java *j)
{
    return J_KIND(j, j->i) == J_MODIFIER || J_KIND(j, j->i) == J_AT;
}

static void expressions(Java *j)
{
    while (java_expr(j) && J_KIND(j, j->i) == T_COMMA)
        j->i++;
}

/* for (T x : xs) at the type. */
static void for_each(Java *j, ArgList decorators, u32 bits, u32 name)
{
    ExprId type = 0;
    if (J_KIND(j, name) == T_IDENT) {
        type = java_type(j, true);
        j->i = name + 1;
        type = java_dims(j, type);
    } else { /* a record pattern */
        java_pattern(j, 0, 0);
    }
    while (J_KIND(j, j->i) != T_COLON)
        j->i++;
    j->i++;
    ExprId value = java_expr(j);
    if (J_KIND(j, name) != T_IDENT)
        return;
    fact_bind(j->f, fact_name(j->f, java_word(j, name), J_OFF(j, name)), type, value,
              BIND_DECLARE | BIND_ITER | (bits >> JM_FINAL & 1 ? BIND_CONST : 0), J_OFF(j, name), java_here(j))
        ->decorators = decorators.head;
}

/* The index of the variable (or of the closing parenthesis of a record pattern) when `T x :` is at j->i, or 0. */
static u32 scan_for_each(Java *j)
{
    u32 k = java_scan_type(j, j->i), to;
    if (!k || (J_KIND(j, k) != T_IDENT && J_KIND(j, k) != T_LPAREN))
        return 0;
    to = java_past(j, k);
    while (J_KIND(j, to) == T_LBRACKET && J_KIND(j, to + 1) == T_RBRACKET)
        to += 2;
    return J_KIND(j, to) == T_COLON ? (J_KIND(j, k) == T_IDENT ? k : to - 1) : 0;
}

static void for_statement(Java *j)
{
    u32 at = j->i++, open = j->i, bits = 0, start, var;
    open_block(j, SCOPE_LOOP | SCOPE_BRANCH, at);
    if (J_KIND(j, open) == T_LPAREN) {
        j->i++;
        ArgList decorators = args_none();
        if (modifier_ahead(j))
            decorators = java_modifiers(j, &bits, &start);
        if ((var = scan_for_each(j)))
            for_each(j, decorators, bits, var);
        else if (is_declaration(j))
            declaration(j, decorators, bits, 0);
        else
            expressions(j);
        for (int part = 0; part < 2 && J_KIND(j, j->i) == T_SEP && j->i < j->match[open]; part++) {
            j->i++;
            expressions(j);
        }
        java_close(j, open, S("for"));
    }
    body(j);
    java_leave(j);
}

/* Resources at j->i, in parentheses. */
static void resources(Java *j)
{
    u32 open = j->i, close = j->match[open], start;
    for (j->i++; j->i < close;) {
        u32 bits = 0, at = j->i;
        ArgList decorators = java_modifiers(j, &bits, &start);
        if (is_declaration(j))
            declaration(j, decorators, bits, BIND_ENTER);
        else
            java_expr(j);
        if (J_KIND(j, j->i) == T_SEP)
            j->i++;
        else if (j->i < close || j->i == at)
            break;
    }
    java_close(j, open, S("resources"));
}

static void catch_clause(Java *j)
{
    u32 at = j->i++, open = j->i, bits = 0, start;
    open_block(j, SCOPE_BRANCH, at);
    if (J_KIND(j, open) == T_LPAREN) {
        j->i++;
        java_modifiers(j, &bits, &start);
        ExprId type = java_type(j, true);
        while (J_KIND(j, j->i) == T_OP) {
            j->i++;
            type = fact_choice(j->f, type, java_type(j, true), 0);
        }
        if (J_KIND(j, j->i) == T_IDENT) {
            u32 name = j->i++;
            fact_bind(j->f, fact_name(j->f, java_word(j, name), J_OFF(j, name)), 0, type, BIND_DECLARE | BIND_CATCH, J_OFF(j, name),
                      J_END(j, name));
        }
        java_close(j, open, S("catch"));
    }
    body(j);
    java_leave(j);
}

static void try_statement(Java *j)
{
    u32 at = j->i++;
    bool with = J_KIND(j, j->i) == T_LPAREN;
    open_block(j, with ? SCOPE_WITH : 0, at);
    if (with)
        resources(j);
    body(j);
    java_leave(j);
    while (J_KIND(j, j->i) == J_CATCH)
        catch_clause(j);
    if (J_KIND(j, j->i) == J_FINALLY) {
        j->i++;
        block_of(j, 0);
    }
}

/* --- switch --- */

static bool is_label(const Java *j, u32 i)
{
    return J_KIND(j, i) == J_CASE || (J_KIND(j, i) == J_DEFAULT && (J_KIND(j, i + 1) == T_COLON || J_KIND(j, i + 1) == J_ARROW));
}

/* case or default at j->i, up to its colon or arrow. Constants say nothing that facts need. */
static void label(Java *j, ExprId selector)
{
    int questions = 0;
    for (j->i++;;) {
        u16 kind = J_KIND(j, j->i);
        if (kind == T_END || kind == T_SEP || kind == T_RBRACE || kind == J_ARROW || (kind == T_COLON && !questions))
            return;
        u16 last = J_KIND(j, j->i - 1);
        if ((last == J_CASE || last == T_COMMA) && java_scan_pattern(j, j->i)) {
            java_pattern(j, selector, 0);
            kind = J_KIND(j, j->i);
            if (kind == J_AND || (kind == T_IDENT && j->t[j->i].sub == JW_WHEN)) {
                j->i++;
                java_guard(j);
            }
            continue;
        }
        questions += (kind == J_QUESTION) - (kind == T_COLON);
        j->i = java_past(j, j->i);
    }
}

/* One case with what belongs to it. */
static void arm(Java *j, u32 to, ExprId selector, bool value)
{
    ScopeId id = scope_open(j->f, SCOPE_BLOCK, S(""), SCOPE_BRANCH, J_OFF(j, j->i));
    label(j, selector);
    if (J_KIND(j, j->i) == J_ARROW) {
        j->f->scopes.v[id].flags |= SCOPE_NESTS_NAMES;
        j->i++;
        if (J_KIND(j, j->i) == T_LBRACE || J_KIND(j, j->i) == J_THROW) {
            body(j);
        } else {
            ExprId e = java_expr(j);
            if (value && e)
                *j->yields = args_add(j->f, *j->yields, e);
            java_end(j);
        }
    } else if (J_KIND(j, j->i) == T_COLON) {
        j->i++;
        while (j->i < to && is_label(j, j->i)) {
            label(j, selector);
            if (J_KIND(j, j->i) == T_COLON)
                j->i++;
        }
        while (j->i < to && !is_label(j, j->i))
            java_statement(j);
    } else if (j->i < to) {
        java_skip(j, S("case"));
    }
    java_leave(j);
}

ExprId java_switch(Java *j, bool value)
{
    u32 at = j->i++;
    ExprId selector = java_paren(j), result = 0;
    ArgList arms = args_none(), *outer = j->yields;
    if (J_KIND(j, j->i) != T_LBRACE)
        return 0;
    u32 open = j->i, close = j->match[open];
    if (value)
        j->yields = &arms;
    open_block(j, 0, at);
    j->i++;
    while (j->i < close)
        if (is_label(j, j->i))
            arm(j, close, selector, value);
        else
            java_statement(j);
    j->i = java_past(j, open);
    java_leave(j);
    j->yields = outer;
    for (ArgId i = arms.head; i; i = ARG(j->f, i)->next)
        result = fact_choice(j->f, result, ARG(j->f, i)->value, 0);
    return result;
}

static bool is_yield(const Java *j)
{
    if (j->t[j->i].sub != JW_YIELD || !j->yields)
        return false;
    switch (J_KIND(j, j->i + 1)) {
    case T_ASSIGN:
    case T_DOT:
    case T_LBRACKET:
    case J_AUGMENT:
    case J_REF:
        return false;
    case J_INCDEC:
        return J_KIND(j, j->i + 2) != T_SEP;
    default:
        return true;
    }
}

/* A statement that begins with a name, a modifier or anything else that is no keyword of its own. */
static void plain(Java *j)
{
    u32 at = j->i, start = at, bits = 0;
    ArgList decorators = args_none();
    const Token *t = &j->t[at];
    if (t->kind == T_IDENT && t->sub == JW_YIELD && is_yield(j)) {
        j->i++;
        ExprId e = java_expr(j);
        if (e)
            *j->yields = args_add(j->f, *j->yields, e);
        java_end(j);
        return;
    }
    if (modifier_ahead(j) || (t->kind == T_IDENT && (t->sub == JW_SEALED || t->sub == JW_NON)))
        decorators = java_modifiers(j, &bits, &start);
    if (java_is_class(j, j->i)) {
        java_class(j, decorators, start);
        return;
    }
    bool declares = is_declaration(j);
    if ((declares || j->i > at) && java_stray_method(j, decorators, bits, start))
        return;
    if (declares)
        declaration(j, decorators, bits, 0);
    else
        java_expr(j);
    if (j->i > at)
        java_end(j);
    else
        java_skip(j, S("statement"));
}

static void statement(Java *j)
{
    while (J_KIND(j, j->i) == T_IDENT && J_KIND(j, j->i + 1) == T_COLON)
        j->i += 2; /* a label */
    switch (J_KIND(j, j->i)) {
    case T_LBRACE:
        block_of(j, 0);
        break;
    case T_SEP:
    case J_ELSE: /* without its if */
    case J_FINALLY:
        j->i++;
        break;
    case J_CASE: /* outside of a switch */
    case J_DEFAULT:
        label(j, 0);
        if (J_KIND(j, j->i) == T_COLON || J_KIND(j, j->i) == J_ARROW)
            j->i++;
        break;
    case J_IF:
        if_statement(j);
        break;
    case J_WHILE:
        while_statement(j);
        break;
    case J_DO:
        do_statement(j);
        break;
    case J_FOR:
        for_statement(j);
        break;
    case J_SWITCH:
        java_switch(j, false);
        break;
    case J_TRY:
        try_statement(j);
        break;
    case J_CATCH:
        catch_clause(j);
        break;
    case J_SYNCHRONIZED:
        j->i++;
        java_paren(j);
        if (J_KIND(j, j->i) == T_LBRACE)
            block_of(j, 0);
        break;
    case J_RETURN: {
        u32 at = j->i++;
        ExprId e = java_expr(j);
        if (e)
            fact_return(j->f, e, 0, J_OFF(j, at), java_here(j));
        java_end(j);
        break;
    }
    case J_THROW:
        j->i++;
        java_expr(j);
        java_end(j);
        break;
    case J_JUMP:
        j->i++;
        if (J_KIND(j, j->i) == T_IDENT && !java_newline(j, j->i))
            j->i++;
        java_end(j);
        break;
    case J_ASSERT:
        j->i++;
        java_expr(j);
        if (J_KIND(j, j->i) == T_COLON) {
            j->i++;
            java_expr(j);
        }
        java_end(j);
        break;
    default:
        plain(j);
    }
}

void java_statement(Java *j)
{
    if (j->depth >= FACTS_MAX_DEPTH) {
        java_skip(j, FACT_NESTING);
        return;
    }
    j->depth++;
    statement(j);
    j->depth--;
}
