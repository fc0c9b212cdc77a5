/* java_type.c: Java's types, annotations, modifiers, parameters and patterns, from tokens to nodes. */
#include "java.h"

u32 java_scan_annotation(const Java *j, u32 i)
{
    if (J_KIND(j, ++i) != T_IDENT)
        return i;
    while (J_KIND(j, i + 1) == T_DOT && J_KIND(j, i + 2) == T_IDENT)
        i += 2;
    return J_KIND(j, i + 1) == T_LPAREN ? java_past(j, i + 1) : i + 1;
}

u32 java_scan_args(Java *j, u32 i)
{
    int depth = 0;
    u16 last = 0;
    if (i < j->no_type)
        return 0;
    for (u32 k = i;; k++) {
        u16 kind = J_KIND(j, k);
        bool first = last == J_LT || last == T_COMMA, ok;
        switch (kind) {
        case J_LT:
            ok = !depth++ || last == T_IDENT;
            break;
        case J_GT:
            ok = last == T_IDENT || last == J_GT || last == T_RBRACKET || last == J_QUESTION || last == J_PRIMITIVE ||
                 (last == J_LT && depth == 1);
            if (ok && !--depth)
                return k + 1;
            break;
        case T_IDENT:
            ok = first || last == T_DOT || last == J_EXTENDS || last == J_SUPER || last == J_AMP || last == J_AT;
            break;
        case J_AT:
            k = java_scan_annotation(j, k) - 1;
            if (last == T_DOT || first || last == J_EXTENDS || last == J_SUPER || last == J_AMP)
                continue; /* as if it were not there */
            ok = last == T_IDENT || last == J_GT || last == T_RBRACKET || last == J_AT || last == J_PRIMITIVE; /* before [] or ? */
            if (ok)
                continue;
            break;
        case T_DOT:
        case J_EXTENDS:
        case J_SUPER:
            ok = last == T_IDENT || last == J_GT || last == J_QUESTION;
            break;
        case J_AMP:
        case T_COMMA:
        case T_LBRACKET:
            ok = last == T_IDENT || last == J_GT || last == T_RBRACKET || last == J_QUESTION || last == J_PRIMITIVE;
            break;
        case T_RBRACKET:
            ok = last == T_LBRACKET;
            break;
        case J_QUESTION:
            ok = first;
            break;
        case J_PRIMITIVE:
            ok = first || last == J_EXTENDS || last == J_SUPER;
            break;
        default:
            ok = false;
        }
        if (!ok) {
            j->no_type = k;
            return 0;
        }
        last = kind;
    }
}

static u32 scan_dims(const Java *j, u32 i)
{
    for (;;) {
        u32 k = i;
        while (J_KIND(j, k) == J_AT && J_KIND(j, k + 1) == T_IDENT)
            k = java_scan_annotation(j, k);
        if (J_KIND(j, k) != T_LBRACKET || J_KIND(j, k + 1) != T_RBRACKET)
            return i;
        i = k + 2;
    }
}

static u32 skip_annotations(const Java *j, u32 i)
{
    while (J_KIND(j, i) == J_AT && J_KIND(j, i + 1) == T_IDENT)
        i = java_scan_annotation(j, i);
    return i;
}

u32 java_scan_type(Java *j, u32 i)
{
    i = skip_annotations(j, i);
    if (J_KIND(j, i) == J_PRIMITIVE)
        return scan_dims(j, i + 1);
    if (J_KIND(j, i) != T_IDENT)
        return 0;
    for (;;) {
        i++;
        if (J_KIND(j, i) == J_LT && !(i = java_scan_args(j, i)))
            return 0;
        if (J_KIND(j, i) != T_DOT)
            break;
        u32 k = skip_annotations(j, i + 1);
        if (J_KIND(j, k) != T_IDENT)
            break;
        i = k;
    }
    return scan_dims(j, i);
}

ExprId java_dims(Java *j, ExprId type)
{
    Facts *f = j->f;
    u32 to = scan_dims(j, j->i);
    for (; j->i < to; j->i++)
        if (J_KIND(j, j->i) == T_LBRACKET && type) {
            u32 off = EXPR(f, type)->off;
            type = fact_index(f, fact_name(f, S("[]"), off), type, J_END(j, j->i) + 1);
        } else if (J_KIND(j, j->i) == J_AT) {
            j->i = java_scan_annotation(j, j->i) - 1;
        }
    return type;
}

/* `? extends T` or a type. */
static ExprId type_argument(Java *j)
{
    j->i = skip_annotations(j, j->i);
    if (J_KIND(j, j->i) != J_QUESTION)
        return java_type(j, true);
    u32 at = j->i++;
    if (J_KIND(j, j->i) == J_EXTENDS || J_KIND(j, j->i) == J_SUPER) {
        j->i++;
        return java_type(j, true);
    }
    return fact_unknown(j->f, J_OFF(j, at), J_END(j, at));
}

/* Type arguments at j->i, applied to type. */
static ExprId type_arguments(Java *j, ExprId type)
{
    u32 to = java_scan_args(j, j->i), first = 0;
    ArgList l = args_none();
    if (!to || j->depth >= FACTS_MAX_DEPTH) {
        j->i = to ? to : j->i + 1;
        return type;
    }
    j->depth++;
    first = ++j->i;
    while (j->i < to - 1) {
        u32 at = j->i;
        ExprId arg = type_argument(j);
        if (arg)
            l = args_add(j->f, l, arg);
        if (J_KIND(j, j->i) == T_COMMA || j->i == at)
            j->i++;
    }
    j->i = to;
    j->depth--;
    if (!l.n)
        return type;
    ExprId inner = l.n == 1 ? ARG(j->f, l.head)->value : fact_list(j->f, l, 0, J_OFF(j, first), J_OFF(j, to - 1));
    return fact_index(j->f, type, inner, J_END(j, to - 1));
}

ExprId java_type(Java *j, bool dims)
{
    Facts *f = j->f;
    j->i = skip_annotations(j, j->i);
    const Token *t = &j->t[j->i];
    ExprId e = 0;
    if (t->kind == J_PRIMITIVE) {
        e = fact_name(f, java_word(j, j->i++), t->off);
    } else if (t->kind == T_IDENT) {
        bool var = t->sub == JW_VAR && J_KIND(j, j->i + 1) != T_DOT && J_KIND(j, j->i + 1) != J_LT;
        if (!var)
            e = fact_name(f, java_word(j, j->i), t->off);
        j->i++;
        for (;;) {
            if (J_KIND(j, j->i) == J_LT)
                e = type_arguments(j, e);
            u32 k = skip_annotations(j, j->i + 1);
            if (J_KIND(j, j->i) != T_DOT || J_KIND(j, k) != T_IDENT)
                break;
            e = fact_member(f, e, java_word(j, k), J_END(j, k));
            j->i = k + 1;
        }
    }
    return dims ? java_dims(j, e) : e;
}

/* a.b.c at j->i as nested members. */
static ExprId qualified(Java *j)
{
    ExprId e = fact_name(j->f, java_word(j, j->i), J_OFF(j, j->i));
    for (j->i++; J_KIND(j, j->i) == T_DOT && J_KIND(j, j->i + 1) == T_IDENT; j->i += 2)
        e = fact_member(j->f, e, java_word(j, j->i + 1), J_END(j, j->i + 1));
    return e;
}

ExprId java_annotation(Java *j)
{
    u32 at = j->i++;
    ArgList l = args_none();
    if (J_KIND(j, j->i) != T_IDENT)
        return fact_unknown(j->f, J_OFF(j, at), J_END(j, at));
    ExprId name = qualified(j);
    if (J_KIND(j, j->i) != T_LPAREN)
        return name;
    u32 close = j->match[j->i], past = java_past(j, j->i);
    if (j->depth < FACTS_MAX_DEPTH) {
        j->depth++;
        for (j->i++; j->i < close; j->i++) {
            Str key = S("value");
            if (J_KIND(j, j->i) == T_IDENT && J_KIND(j, j->i + 1) == T_ASSIGN) {
                key = java_word(j, j->i);
                j->i += 2;
            }
            ExprId value = java_expr(j);
            if (value)
                l = args_add_named(j->f, l, key, value);
            if (J_KIND(j, j->i) != T_COMMA)
                break;
        }
        j->depth--;
    }
    j->i = past;
    return l.n ? fact_new(j->f, name, l, EXPR_FIELDS, J_OFF(j, at), java_here(j)) : name;
}

/* Are sealed, non-sealed, default or synchronized at i modifiers? The index behind, or 0. */
static u32 soft_modifier(const Java *j, u32 i)
{
    const Token *t = &j->t[i];
    u16 next = J_KIND(j, i + 1);
    if (t->kind == J_DEFAULT)
        return next != T_COLON && next != J_ARROW ? i + 1 : 0;
    if (t->kind == J_SYNCHRONIZED)
        return next != T_LPAREN ? i + 1 : 0;
    if (t->kind != T_IDENT)
        return 0;
    u32 k = i;
    if (t->sub == JW_NON && next == J_MINUS && J_KIND(j, i + 2) == T_IDENT)
        k = i + 2;
    if (j->t[k].sub != JW_SEALED)
        return 0;
    next = J_KIND(j, k + 1);
    return next == J_MODIFIER || next == J_CLASS || next == J_INTERFACE || next == J_AT ? k + 1 : 0;
}

ArgList java_modifiers(Java *j, u32 *bits, u32 *at)
{
    ArgList l = args_none();
    *at = UINT32_MAX;
    for (;;) {
        u16 k = J_KIND(j, j->i);
        u32 soft;
        if (k == J_AT && J_KIND(j, j->i + 1) == T_IDENT) {
            l = args_add(j->f, l, java_annotation(j));
            continue;
        }
        if (*at == UINT32_MAX)
            *at = j->i;
        if (k == J_MODIFIER)
            *bits |= 1u << j->t[j->i++].sub;
        else if ((soft = soft_modifier(j, j->i)))
            j->i = soft;
        else
            return l;
    }
}

void java_type_params(Java *j)
{
    u32 to = java_scan_args(j, j->i);
    if (!to) {
        j->i++;
        return;
    }
    for (j->i++; j->i < to - 1; j->i++) {
        j->i = skip_annotations(j, j->i);
        u32 name = j->i;
        if (J_KIND(j, name) != T_IDENT || J_KIND(j, name + 1) != J_EXTENDS)
            continue;
        j->i += 2;
        ExprId bound = java_type(j, true);
        fact_bind(j->f, fact_name(j->f, java_word(j, name), J_OFF(j, name)), 0, bound, BIND_DECLARE | BIND_TYPE, J_OFF(j, name), java_here(j));
        while (J_KIND(j, j->i) == J_AMP) {
            j->i++;
            java_type(j, true);
        }
    }
    j->i = to;
}

/* One parameter at j->i; false when it is none. */
static bool parameter(Java *j, u8 flags)
{
    u32 bits = 0, at;
    ArgList decorators = java_modifiers(j, &bits, &at);
    ExprId type = 0;
    u16 next = J_KIND(j, j->i + 1);
    ParamKind kind = PARAM_POSITIONAL;
    if (J_KIND(j, j->i) != T_IDENT || (next != T_COMMA && next != T_RPAREN)) {
        if (!java_scan_type(j, j->i))
            return false;
        type = java_type(j, true);
        j->i = skip_annotations(j, j->i);
        if (J_KIND(j, j->i) == J_ELLIPSIS) {
            kind = PARAM_REST;
            j->i++;
        }
        if (J_KIND(j, j->i) == J_THIS) { /* the receiver, written for its annotations */
            j->i++;
            return true;
        }
        u32 k = j->i;
        while (J_KIND(j, k) == T_IDENT && J_KIND(j, k + 1) == T_DOT)
            k += 2;
        if (k > j->i && J_KIND(j, k) == J_THIS) {
            j->i = k + 1;
            return true;
        }
    }
    if (J_KIND(j, j->i) != T_IDENT)
        return false;
    u32 name = j->i++;
    type = java_dims(j, type);
    Param *p = scope_param(j->f, java_word(j, name), type, 0, kind, J_OFF(j, name));
    p->flags = flags;
    p->decorators = decorators.head;
    return true;
}

void java_params(Java *j, u8 flags)
{
    u32 open = j->i, close = j->match[open];
    for (j->i++; j->i < close; j->i++)
        if (!parameter(j, flags) || J_KIND(j, j->i) != T_COMMA)
            break;
    java_close(j, open, S("parameters"));
}

u32 java_scan_pattern(Java *j, u32 i)
{
    while (J_KIND(j, i) == J_MODIFIER || (J_KIND(j, i) == J_AT && J_KIND(j, i + 1) == T_IDENT))
        i = J_KIND(j, i) == J_AT ? java_scan_annotation(j, i) : i + 1;
    u32 k = java_scan_type(j, i);
    if (k && J_KIND(j, k) == T_IDENT)
        return k + 1;
    if (!k || J_KIND(j, k) != T_LPAREN)
        return 0;
    k = java_past(j, k);
    return J_KIND(j, k) == T_IDENT && j->t[k].sub != JW_WHEN ? k + 1 : k;
}

ExprId java_pattern(Java *j, ExprId matched, u32 *name)
{
    u32 bits = 0, at;
    java_modifiers(j, &bits, &at);
    ExprId type = java_type(j, true);
    bool record = J_KIND(j, j->i) == T_LPAREN;
    if (record) {
        u32 open = j->i, close = j->match[open];
        if (j->depth < FACTS_MAX_DEPTH) {
            j->depth++;
            for (j->i++; j->i < close; j->i++) {
                if (java_scan_pattern(j, j->i))
                    java_pattern(j, 0, 0);
                while (j->i < close && J_KIND(j, j->i) != T_COMMA)
                    j->i = java_past(j, j->i);
            }
            j->depth--;
        }
        j->i = java_past(j, open);
    }
    if (J_KIND(j, j->i) == T_IDENT && !(record && j->t[j->i].sub == JW_WHEN)) {
        u32 var = j->i++;
        if (str_eq(java_word(j, var), S("_")))
            return type;
        if (name)
            *name = var;
        else
            fact_bind(j->f, fact_name(j->f, java_word(j, var), J_OFF(j, var)), type, matched, BIND_DECLARE, J_OFF(j, var), J_END(j, var));
    }
    return type;
}
