/* java_class.c: Java's declarations: classes, interfaces, enums, records, annotation types and their members, and the top of a file. */
#include "java.h"

bool java_is_class(const Java *j, u32 i)
{
    u16 next = J_KIND(j, i + 1);
    switch (J_KIND(j, i)) {
    case J_CLASS:
    case J_INTERFACE:
    case J_ENUM:
        return next == T_IDENT;
    case J_AT:
        return next == J_INTERFACE;
    case T_IDENT:
        return j->t[i].sub == JW_RECORD && next == T_IDENT && (J_KIND(j, i + 2) == T_LPAREN || J_KIND(j, i + 2) == J_LT);
    default:
        return false;
    }
}

/* Arguments of an enum constant, in the parentheses at j->i. */
static ArgList arguments(Java *j)
{
    u32 open = j->i, close = j->match[open];
    ArgList l = args_none();
    for (j->i++; j->i < close; j->i++) {
        ExprId e = java_expr(j);
        if (e)
            l = args_add(j->f, l, e);
        if (J_KIND(j, j->i) != T_COMMA)
            break;
    }
    java_close(j, open, S("arguments"));
    return l;
}

/* The enum's name, standing at the constant `at`. */
static ExprId own_type(Java *j, Str name, u32 at)
{
    ExprId e = fact_name(j->f, name, J_OFF(j, at));
    EXPR(j->f, e)->end = J_END(j, at);
    return e;
}

static void constants(Java *j, Str name)
{
    Facts *f = j->f;
    u32 bits = 0, at;
    for (;;) {
        ArgList decorators = java_modifiers(j, &bits, &at), args = args_none();
        if (J_KIND(j, j->i) != T_IDENT)
            break;
        at = j->i++;
        if (J_KIND(j, j->i) == T_LPAREN)
            args = arguments(j);
        if (J_KIND(j, j->i) == T_LBRACE) {
            ScopeId id = scope_open(f, SCOPE_CLASS, S(""), 0, J_OFF(j, j->i));
            ArgList bases = args_add(f, args_none(), own_type(j, name, at));
            f->scopes.v[id].bases = bases;
            java_class_body(j, S(""), false);
            java_leave(j);
        }
        u32 off = J_OFF(j, at);
        ExprId value = fact_new(f, own_type(j, name, at), args, 0, off, java_here(j));
        fact_bind(f, fact_name(f, java_word(j, at), off), own_type(j, name, at), value, BIND_DECLARE | BIND_STATIC | BIND_CONST, off,
                  java_here(j))
            ->decorators = decorators.head;
        if (J_KIND(j, j->i) != T_COMMA)
            break;
        j->i++;
    }
    if (J_KIND(j, j->i) == T_SEP)
        j->i++;
}

void java_class_body(Java *j, Str name, bool enumeration)
{
    u32 open = j->i, close = j->match[open];
    if (j->depth >= FACTS_MAX_DEPTH) {
        java_skip(j, FACT_NESTING);
        return;
    }
    j->depth++;
    j->i++;
    if (enumeration)
        constants(j, name);
    java_members(j, close, name);
    j->i = java_past(j, open);
    j->depth--;
}

static ArgList base_types(Java *j)
{
    ArgList bases = args_none();
    for (;;) {
        u16 kind = J_KIND(j, j->i);
        bool permits = kind == T_IDENT && j->t[j->i].sub == JW_PERMITS;
        if (kind != J_EXTENDS && kind != J_IMPLEMENTS && !permits)
            return bases;
        do {
            j->i++;
            ExprId type = java_type(j, true);
            if (type && !permits)
                bases = args_add(j->f, bases, type);
        } while (J_KIND(j, j->i) == T_COMMA);
    }
}

void java_class(Java *j, ArgList decorators, u32 at)
{
    Facts *f = j->f;
    u16 kind = J_KIND(j, j->i);
    ScopeId outer = j->record;
    bool record = kind == T_IDENT;
    if (kind == J_AT)
        j->i++;
    u32 flags = kind == J_ENUM ? SCOPE_ENUM : kind == J_INTERFACE || kind == J_AT ? SCOPE_INTERFACE : 0;
    Str name = java_word(j, ++j->i);
    j->i++;
    ScopeId id = scope_open(f, SCOPE_CLASS, name, flags, J_OFF(j, at));
    f->scopes.v[id].decorators = decorators;
    if (J_KIND(j, j->i) == J_LT)
        java_type_params(j);
    j->record = 0;
    if (record && J_KIND(j, j->i) == T_LPAREN) {
        j->record = scope_open(f, SCOPE_FUNCTION, name, SCOPE_CONSTRUCTOR, J_OFF(j, j->i));
        java_params(j, PARAM_FIELD);
        java_leave(j);
    }
    ArgList bases = base_types(j);
    f->scopes.v[id].bases = bases;
    u32 odd = j->i;
    while (J_KIND(j, j->i) != T_LBRACE && J_KIND(j, j->i) != T_SEP && J_KIND(j, j->i) != T_RBRACE && J_KIND(j, j->i) != T_END)
        j->i = java_past(j, j->i);
    if (j->i > odd)
        fact_unsupported(f, S("class header"), J_OFF(j, odd), java_here(j));
    if (J_KIND(j, j->i) == T_LBRACE)
        java_class_body(j, name, kind == J_ENUM);
    else if (J_KIND(j, j->i) == T_SEP)
        j->i++;
    java_leave(j);
    j->record = outer;
}

/* throws, and the default value of an annotation's element, up to the body. */
static void method_tail(Java *j)
{
    for (;;) {
        u16 kind = J_KIND(j, j->i);
        if (kind == J_THROWS || kind == T_IDENT || kind == T_DOT || kind == T_COMMA || kind == T_LBRACKET || kind == J_AT)
            j->i = kind == J_AT ? java_scan_annotation(j, j->i) : java_past(j, j->i);
        else
            break;
    }
    if (J_KIND(j, j->i) == J_DEFAULT) {
        u32 at = j->i++;
        ExprId e = java_expr(j);
        if (e)
            fact_return(j->f, e, 0, J_OFF(j, at), java_here(j));
    }
    if (J_KIND(j, j->i) == T_LBRACE)
        java_block(j);
    else
        java_end(j);
}

typedef struct {
    ArgList decorators;
    u32 bits, at;    /* modifiers; first token */
    u32 type_params; /* their <, or 0 */
    ExprId type;
} Member;

/* The method or constructor whose name is at j->i. */
static void method(Java *j, const Member *m, u32 flags)
{
    Facts *f = j->f;
    u32 name = j->i;
    if (m->bits >> JM_STATIC & 1)
        flags |= SCOPE_STATIC;
    ScopeId id = scope_open(f, SCOPE_FUNCTION, java_word(j, name), flags, J_OFF(j, m->at));
    f->scopes.v[id].decorators = m->decorators;
    f->scopes.v[id].returns = m->type;
    j->i = name + 1;
    if (J_KIND(j, j->i) == T_LPAREN) {
        java_params(j, 0);
    } else { /* a compact constructor */
        f->scopes.v[id].params = f->scopes.v[j->record].params;
        f->scopes.v[id].nparams = f->scopes.v[j->record].nparams;
    }
    u32 here = j->i;
    if (m->type_params) {
        j->i = m->type_params;
        java_type_params(j);
        j->i = here;
    }
    if (J_KIND(j, j->i) == T_LBRACKET) { /* int f()[] */
        ExprId type = java_dims(j, m->type);
        f->scopes.v[id].returns = type;
    }
    method_tail(j);
    java_leave(j);
}

/* module a.b { ... } of module-info.java, at j->i; its directives say nothing that facts need. */
static bool module(Java *j)
{
    u32 i = j->i;
    i += j->t[i].sub == JW_OPEN && J_KIND(j, i + 1) == T_IDENT;
    if (j->f->cur || j->t[i].sub != JW_MODULE || J_KIND(j, i) != T_IDENT || J_KIND(j, i + 1) != T_IDENT)
        return false;
    for (i += 2; J_KIND(j, i) == T_DOT && J_KIND(j, i + 1) == T_IDENT;)
        i += 2;
    if (J_KIND(j, i) != T_LBRACE)
        return false;
    j->i = java_past(j, i);
    return true;
}

/* A field, method or constructor at j->i, its modifiers read; false when it is none. */
static bool member(Java *j, Member *m, Str name)
{
    u16 next = J_KIND(j, j->i + 1);
    if (J_KIND(j, j->i) == J_LT) {
        u32 to = java_scan_args(j, j->i);
        if (!to)
            return false;
        m->type_params = j->i;
        j->i = to;
        while (J_KIND(j, j->i) == J_AT && J_KIND(j, j->i + 1) == T_IDENT)
            m->decorators = args_add(j->f, m->decorators, java_annotation(j));
        next = J_KIND(j, j->i + 1);
    }
    if (J_KIND(j, j->i) == T_IDENT && (next == T_LPAREN || (next == T_LBRACE && j->record))) {
        bool own = str_eq(java_word(j, j->i), name);
        if (!own && J_KIND(j, java_past(j, j->i + 1)) != T_LBRACE && J_KIND(j, java_past(j, j->i + 1)) != J_THROWS)
            return false; /* a call */
        method(j, m, own ? SCOPE_CONSTRUCTOR : 0);
        return true;
    }
    bool none = J_KIND(j, j->i) == J_PRIMITIVE && j->t[j->i].sub == JW_VOID;
    u32 k = java_scan_type(j, j->i);
    if (!k || J_KIND(j, k) != T_IDENT)
        return false;
    if (none)
        j->i = k;
    else
        m->type = java_type(j, true);
    if (J_KIND(j, k + 1) == T_LPAREN) {
        method(j, m, 0);
        return true;
    }
    u32 flags = BIND_DECLARE | (m->bits >> JM_STATIC & 1 ? BIND_STATIC : 0) | (m->bits >> JM_FINAL & 1 ? BIND_CONST : 0);
    if (j->f->scopes.v[j->f->cur].flags & SCOPE_INTERFACE)
        flags |= BIND_STATIC | BIND_CONST;
    java_declarators(j, m->type, m->decorators, flags);
    java_end(j);
    return true;
}

bool java_stray_method(Java *j, ArgList decorators, u32 bits, u32 at)
{
    Member m = {.decorators = decorators, .bits = bits, .at = at};
    u32 k = java_scan_type(j, j->i);
    if (k && J_KIND(j, k) == T_IDENT)
        k++;
    else if (at < j->i && J_KIND(j, j->i) == T_IDENT)
        k = j->i + 1; /* public Name(...) { */
    if (!k || J_KIND(j, k) != T_LPAREN || !java_closed(j, k))
        return false;
    u32 to = java_past(j, k);
    if (J_KIND(j, to) != T_LBRACE && J_KIND(j, to) != J_THROWS)
        return false;
    ScopeId c = j->f->cur;
    while (c && j->f->scopes.v[c].kind != SCOPE_CLASS)
        c = j->f->scopes.v[c].parent;
    fact_unsupported(j->f, S("method inside of a method"), J_OFF(j, at), J_END(j, to - 1));
    return member(j, &m, j->f->scopes.v[c].name);
}

static void any_member(Java *j, Str name)
{
    Member m = {0};
    u16 kind = J_KIND(j, j->i);
    u32 from = j->i;
    if (kind == T_SEP) {
        j->i++;
        return;
    }
    if (kind == J_IMPORT || kind == J_PACKAGE) {
        if (kind == J_IMPORT && j->t[from + 1].sub == JW_MODULE && J_KIND(j, from + 2) == T_IDENT)
            j->i = from + 2; /* import module a.b; names no types */
        java_header(j);
        java_end(j);
        return;
    }
    m.decorators = java_modifiers(j, &m.bits, &m.at);
    if (java_is_class(j, j->i)) {
        java_class(j, m.decorators, m.at);
        return;
    }
    if (J_KIND(j, j->i) == J_PACKAGE) { /* with annotations, in package-info.java */
        java_header(j);
        java_end(j);
        return;
    }
    if (J_KIND(j, j->i) == T_LBRACE) {
        u32 flags = SCOPE_NESTS_NAMES | (m.bits >> JM_STATIC & 1 ? SCOPE_STATIC : 0);
        scope_open(j->f, SCOPE_BLOCK, S(""), flags, J_OFF(j, m.at));
        java_block(j);
        java_leave(j);
        return;
    }
    if (module(j) || member(j, &m, name))
        return;
    /* A statement where only members may stand: braces do not match, or this is a piece of a file. */
    u32 at = j->i;
    if (at < j->n)
        fact_unsupported(j->f, S("statement outside of a method"), J_OFF(j, from), J_END(j, at));
    java_statement(j);
}

void java_members(Java *j, u32 to, Str name)
{
    ArgList *yields = j->yields;
    j->yields = 0;
    while (j->i < to) {
        u32 at = j->i;
        any_member(j, name);
        if (j->i == at)
            java_skip(j, S("member"));
    }
    j->yields = yields;
}
