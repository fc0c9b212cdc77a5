/* javascript_words.c: what words mean where they stand: the half of the token filter (javascript_filter.c) that is about keywords, modifiers,
 * declarations and the statements of modules.
 */
#include "javascript_filter.h"

/* --- words --- */

/* Whether a property's name stands at i: what can follow is looked at first, as that costs least. */
static bool is_key(Js *p, u32 i)
{
    switch (kind(p, i + 1)) {
    case T_COLON: case T_LPAREN: case T_COMMA: case T_RBRACE: case T_ASSIGN: case T_SEP: case J_QM: case J_UNARY:
        return js_accepts(p, J_KEYMARK);
    case T_OP:
        return tk(p, i + 1)->sub == JS_LT && js_accepts(p, J_KEYMARK);
    default:
        return new_line(p, i + 1) && js_accepts(p, J_KEYMARK);
    }
}

/* Whether a property's name may begin at i: what stands before is a modifier then. */
static bool begins_key(const Js *p, u32 i)
{
    switch (kind(p, i)) {
    case T_IDENT:
    case T_STRING:
    case T_NUMBER:
    case T_LBRACKET:
        return true;
    case J_MUL:
        return tk(p, i)->sub == JS_STAR;
    default:
        return false;
    }
}

static u32 plain(Js *p, u32 i)
{
    if (kind(p, i + 1) == J_ARROW) {
        JsVal v = js_token_value(p, i);
        jf_take_mods(p, &v);
        return jf_send_value(p, J_AIDENT, i, v) ? i + 1 : jf_recover(p, i);
    }
    if (kind(p, i + 1) == T_COLON && before(p, i) != T_COMMA && before(p, i) != J_QM && before(p, i) != T_LBRACE && js_accepts(p, J_LABEL))
        return jf_drop(p, i, i + 2);
    if (kind(p, i + 1) == T_COLON && before(p, i) == T_LBRACE && js_accepts(p, J_LABEL))
        return jf_drop(p, i, i + 2);
    return jf_one(p, T_IDENT, i);
}

/* A modifier of a member or of a parameter; of no meaning elsewhere. */
static u32 modifier(Js *p, u32 i)
{
    if (is_word(p, i, W_static) && kind(p, i + 1) == T_LBRACE && js_accepts(p, J_STATICBLOCK)) {
        if (!jf_send(p, J_STATICBLOCK, i + 1))
            return jf_recover(p, i);
        *vec_push(p->scratch, &p->open) = i + 1;
        return i + 2;
    }
    if (begins_key(p, i + 1)) {
        bool same_line = !new_line(p, i + 1) || is_word(p, i, W_static) || is_word(p, i, W_get) || is_word(p, i, W_set);
        if (same_line && js_accepts(p, J_KEYMARK) && js_accepts(p, J_MOD))
            return jf_one(p, J_MOD, i);
    }
    if ((kind(p, i + 1) == T_IDENT || kind(p, i + 1) == T_LBRACE || kind(p, i + 1) == T_LBRACKET) && js_accepts(p, J_PMOD))
        return jf_one(p, J_PMOD, i);
    return plain(p, i);
}

static bool declares(const Js *p, u32 i)
{
    if (kind(p, i) != T_IDENT || new_line(p, i))
        return false;
    switch (tk(p, i)->sub) {
    case W_const: case W_let: case W_var: case W_function: case W_class: case W_abstract: case W_enum: case W_namespace: case W_module:
    case W_global: case W_type: case W_interface: case W_async: case W_export: case W_import: case W_using:
        return true;
    default:
        return false;
    }
}

static u32 variable(Js *p, u32 i)
{
    if (is_word(p, i, W_const) && is_word(p, i + 1, W_enum))
        return jf_drop(p, i, i + 1);
    if (is_word(p, i, W_let) && kind(p, i + 1) != T_IDENT && kind(p, i + 1) != T_LBRACKET && kind(p, i + 1) != T_LBRACE)
        return plain(p, i);
    if (is_word(p, i, W_let) && (is_word(p, i + 1, W_in) || is_word(p, i + 1, W_instanceof)))
        return plain(p, i);
    return jf_one(p, J_VAR, i);
}

static u32 function(Js *p, u32 i)
{
    u32 next = i + 1;
    JsVal v = js_token_value(p, i);
    jf_take_mods(p, &v);
    if (kind(p, next) == J_MUL) {
        v.sub |= SCOPE_GENERATOR;
        next++;
    }
    bool decl = !(p->operand_at == i && i) && js_accepts(p, J_FUNCDECL);
    if (!jf_send_value(p, decl ? J_FUNCDECL : J_FUNCEXPR, i, v))
        return jf_recover(p, i);
    if (next <= i + 2 && kind(p, next) == T_IDENT && p->last != T_SEP) {
        u32 name = next;
        next = jf_one(p, T_IDENT, next);
        if (next != name + 1)
            return next;
    }
    if (kind(p, next) == T_OP && tk(p, next)->sub == JS_LT && js_angles(p, next)) {
        js_type_params(p, next);
        next = js_angles(p, next);
    }
    p->operator_at = next;
    return next;
}

static u32 class(Js *p, u32 i)
{
    bool decl = !(p->operand_at == i && i) && js_accepts(p, J_CLASSDECL);
    JsVal v = js_token_value(p, i);
    v.sub = !decl;
    if (!decl && (before(p, i) == T_ASSIGN || before(p, i) == T_COLON) && kind(p, i - 2) == T_IDENT)
        v.id = i - 2;
    u32 next = jf_send_value(p, decl ? J_CLASSDECL : J_CLASSEXPR, i, v) ? i + 1 : jf_recover(p, i);
    if (next == i + 1 && kind(p, next) == T_IDENT && tk(p, next)->sub != W_extends && tk(p, next)->sub != W_implements)
        next = jf_one(p, T_IDENT, next);
    if (kind(p, next) == T_OP && tk(p, next)->sub == JS_LT && js_angles(p, next)) {
        js_type_params(p, next);
        next = js_angles(p, next);
    }
    return next;
}

/* The types from i on, separated by commas. */
static u32 bases(Js *p, u32 i)
{
    for (;;) {
        ExprId e;
        u32 to = js_type(p, i, &e, false);
        if (to == i)
            return i;
        JsVal v = {.off = tk(p, i)->off, .end = token_end(p, to - 1), .id = e};
        if (!jf_send_value(p, J_BASES, i, v))
            return jf_recover(p, i);
        i = to;
        if (kind(p, i) != T_COMMA)
            return i;
        i++;
    }
}

static u32 interface(Js *p, u32 i)
{
    if (kind(p, i + 1) != T_IDENT || new_line(p, i + 1) || !js_accepts(p, J_INTERFACE))
        return plain(p, i);
    u32 next = jf_one(p, J_INTERFACE, i);
    if (next != i + 1)
        return next;
    next = jf_one(p, T_IDENT, next);
    if (kind(p, next) == T_OP && js_angles(p, next)) {
        js_type_params(p, next);
        next = js_angles(p, next);
    }
    return is_word(p, next, W_extends) ? bases(p, next + 1) : next;
}

static u32 alias(Js *p, u32 i)
{
    u32 eq = i + 2;
    if (kind(p, i + 1) != T_IDENT || new_line(p, i + 1))
        return plain(p, i);
    if (kind(p, eq) == T_OP && tk(p, eq)->sub == JS_LT)
        eq = js_angles(p, eq);
    if (!eq || kind(p, eq) != T_ASSIGN || !js_accepts(p, J_TYPEALIAS))
        return plain(p, i);
    ExprId e;
    u32 to = js_type(p, eq + 1, &e, false);
    if (to == eq + 1 || !jf_send(p, J_TYPEALIAS, i + 1))
        return jf_recover(p, i);
    JsVal v = {.off = tk(p, eq + 1)->off, .end = token_end(p, to - 1), .id = e};
    return jf_send_value(p, J_TYPE, eq + 1, v) ? to : jf_recover(p, i);
}

/* namespace A.B {, module "x" {, global { */
static u32 namespace(Js *p, u32 i)
{
    u32 next = i + 1, name = i;
    if (!is_word(p, i, W_global)) {
        if ((kind(p, next) != T_IDENT && kind(p, next) != T_STRING) || new_line(p, next))
            return plain(p, i);
        name = next++;
        while (kind(p, next) == T_DOT && kind(p, next + 1) == T_IDENT)
            next += 2;
    }
    bool over = kind(p, next) == T_SEP || kind(p, next) == T_END || (new_line(p, next) && kind(p, next) != T_LBRACE);
    if (over && kind(p, name) == T_STRING) /* declare module "x" */
        return jf_drop(p, i, next);
    if (kind(p, next) != T_LBRACE || !js_accepts(p, J_NAMESPACE))
        return plain(p, i);
    return jf_send(p, J_NAMESPACE, name) ? next : jf_recover(p, i);
}

static u32 loop(Js *p, u32 i)
{
    u32 open = i + 1 + (u32)is_word(p, i + 1, W_await), close = partner(p, open), of = 0;
    if (kind(p, open) != T_LPAREN)
        return jf_one(p, J_FOR, i);
    for (u32 k = open + 1; k < close && kind(p, k) != T_SEP; k = behind(p, k)) {
        bool word = kind(p, k) == T_IDENT && before(p, k) != T_DOT && k > open + 1;
        if (!of && word && (tk(p, k)->sub == W_in || (tk(p, k)->sub == W_of && !(tk(p, k)->kind & JF_OPERAND))))
            of = k;
        if (kind(p, behind(p, k)) == T_SEP && behind(p, k) < close)
            of = 0;
    }
    for (u32 k = open + 1; of && k < close; k = behind(p, k))
        if (kind(p, k) == T_SEP)
            of = 0;
    if (!jf_send(p, of ? J_FOREACH : J_FOR, i))
        return jf_recover(p, i);
    p->of_at = of;
    return open;
}

/* Behind `async`: a function, an arrow function, a method, or just a name. */
static u32 async(Js *p, u32 i)
{
    u32 next = i + 1, paren = next;
    if (is_key(p, i) && !(kind(p, next) == T_LPAREN && jf_arrow(p, next)))
        return jf_one(p, T_IDENT, i);
    if (begins_key(p, next) && !new_line(p, next) && js_accepts(p, J_KEYMARK))
        return jf_one(p, J_MOD, i);
    if (new_line(p, next))
        return plain(p, i);
    if (is_word(p, next, W_function)) {
        jf_note_async(p, i);
        if (p->operand_at == i && i)
            p->operand_at = next;
        return jf_drop(p, i, next);
    }
    if (kind(p, next) == T_IDENT && kind(p, next + 1) == J_ARROW) {
        jf_note_async(p, i);
        jf_drop(p, i, next);
        return plain(p, next);
    }
    if (kind(p, next) == T_OP && tk(p, next)->sub == JS_LT && js_angles(p, next))
        paren = js_angles(p, next);
    if (kind(p, paren) == T_LPAREN && jf_arrow(p, paren)) {
        if (paren != next)
            js_type_params(p, next);
        jf_note_async(p, i);
        p->operand_at = paren;
        return jf_drop(p, i, paren);
    }
    return plain(p, i);
}

static bool begins_operand(const Js *p, u32 i)
{
    switch (kind(p, i)) {
    case T_IDENT:
        return tk(p, i)->sub != W_in && tk(p, i)->sub != W_instanceof && tk(p, i)->sub != W_of && tk(p, i)->sub != W_as;
    case T_STRING: case T_NUMBER: case T_TEMPLATE: case T_LPAREN: case T_LBRACKET: case T_LBRACE: case J_TPLHEAD: case J_UNARY: case J_REGEX:
    case J_JSXBEGIN: case J_PLUS: case J_INCDEC:
        return true;
    case T_OP:
        return tk(p, i)->sub == JS_LT && (tk(p, i)->kind & JF_OPERAND);
    default:
        return false;
    }
}

static u32 await(Js *p, u32 i)
{
    if (is_word(p, i + 1, W_using) && kind(p, i + 2) == T_IDENT)
        return jf_drop(p, i, i + 1);
    if (!begins_operand(p, i + 1) || is_key(p, i))
        return plain(p, i);
    p->operand_at = i + 1;
    return jf_drop(p, i, i + 1);
}

static u32 yield(Js *p, u32 i)
{
    u32 next = i + 1;
    bool each = kind(p, next) == J_MUL && tk(p, next)->sub == JS_STAR;
    if (is_key(p, i))
        return jf_one(p, T_IDENT, i);
    next += each;
    if (!each && (new_line(p, next) || !begins_operand(p, next)))
        return kind(p, next) == T_ASSIGN || kind(p, next) == T_DOT ? plain(p, i) : jf_one(p, J_OPAQUE, i);
    return jf_one_sub(p, J_YIELD, i, each ? W_yield : 0, next);
}

static u32 jump(Js *p, u32 i)
{
    JsVal v = js_token_value(p, i);
    v.as = V_UNKNOWN;
    if (!jf_send_value(p, J_OPAQUE, i, v))
        return jf_recover(p, i);
    u32 next = i + 1;
    if (kind(p, next) == T_IDENT && !new_line(p, next))
        next++;
    if (kind(p, next) != T_SEP && kind(p, next) != T_RBRACE)
        jf_semicolon(p);
    return next;
}

static u32 type_operator(Js *p, u32 i)
{
    if (new_line(p, i) || js_accepts(p, T_IDENT) || !js_accepts(p, J_CAST))
        return plain(p, i);
    if (is_word(p, i + 1, W_const))
        return i + 2;
    ExprId e;
    u32 to = js_type(p, i + 1, &e, false);
    if (to == i + 1)
        return plain(p, i);
    JsVal v = {.off = tk(p, i + 1)->off, .end = token_end(p, to - 1), .id = is_word(p, i, W_as) ? e : 0};
    p->operator_at = to;
    return jf_send_value(p, J_CAST, i, v) ? to : jf_recover(p, i);
}

/* --- import and export --- */

/* The lists of names, sent as they stand up to the module's name. Returns the index behind it, or behind the list. */
static u32 names(Js *p, u32 i, bool list_only)
{
    for (; kind(p, i) != T_END; i++) {
        int k = kind(p, i), out = k;
        u16 sub = tk(p, i)->sub;
        JsVal v = js_token_value(p, i);
        switch (k) {
        case T_LBRACE:
            out = J_ILBRACE;
            break;
        case J_MUL:
            out = J_STAR;
            break;
        case T_IDENT:
            v.as = V_NAME;
            if (sub == W_from && kind(p, i + 1) == T_STRING)
                out = J_FROM;
            else if (sub == W_as && (p->last == T_IDENT || p->last == J_STAR || p->last == T_STRING))
                out = J_AS;
            else if ((sub == W_type || sub == W_typeof) && (p->last == J_ILBRACE || p->last == T_COMMA) &&
                     (kind(p, i + 1) == T_IDENT || kind(p, i + 1) == T_STRING) && !(is_word(p, i + 1, W_as) && !is_word(p, i + 2, W_as))) {
                i++;
                v = js_token_value(p, i);
                v.as = v.as == V_STRING ? V_STRING : V_NAME;
                v.sub = W_type;
                out = kind(p, i);
                break;
            }
            v.sub = 0;
            break;
        case T_COMMA:
        case T_STRING:
        case T_RBRACE:
            break;
        default:
            return jf_recover(p, i);
        }
        js_push(p, out, v);
        p->last = (u8)out;
        p->last_end = v.end;
        if (p->error)
            return jf_recover(p, i);
        if (out == T_RBRACE && list_only && !(is_word(p, i + 1, W_from) && kind(p, i + 2) == T_STRING))
            return i + 1;
        if (k == T_STRING && (i == 0 || is_word(p, i - 1, W_from) || is_word(p, i - 1, W_import))) {
            i++;
            if ((is_word(p, i, W_with) || is_word(p, i, W_assert)) && kind(p, i + 1) == T_LBRACE && !(is_word(p, i, W_assert) && new_line(p, i)))
                i = behind(p, i + 1);
            return i;
        }
    }
    return i;
}

static bool begins_names(const Js *p, u32 i)
{
    return kind(p, i) == T_LBRACE || kind(p, i) == J_MUL || (kind(p, i) == T_IDENT && !is_word(p, i, W_from)) ||
           (is_word(p, i, W_from) && is_word(p, i + 1, W_from));
}

static u32 import(Js *p, u32 i)
{
    u32 next = i + 1;
    bool only = false;
    if (kind(p, next) == T_LPAREN || kind(p, next) == T_DOT || is_key(p, i))
        return jf_one(p, T_IDENT, i);
    if ((is_word(p, next, W_type) || is_word(p, next, W_typeof)) && begins_names(p, next + 1)) {
        only = true;
        next++;
    } else if (kind(p, next) == T_IDENT && (kind(p, next + 1) == J_MUL || (kind(p, next + 1) == T_IDENT && !is_word(p, next + 1, W_from)))) {
        next++; /* import defer * as x, import source x */
    }
    if (kind(p, next) == T_IDENT && kind(p, next + 1) == T_ASSIGN) {
        if (is_word(p, next, W_from) && kind(p, next + 2) == T_STRING)
            return jf_one(p, T_IDENT, i);
        u32 call = next + 2; /* import x = require("m"); import x = A.b */
        Str word = token_text(p->f->src, *tk(p, call));
        if (kind(p, call) == T_IDENT && str_eq(word, S("require")) && kind(p, call + 1) == T_LPAREN && kind(p, call + 2) == T_STRING) {
            fact_import(p->f, js_quoted(p, js_token_value(p, call + 2)), (Str){0}, js_text(p, js_token_value(p, next)),
                        only ? IMPORT_TYPE_ONLY : 0, tk(p, i)->off, token_end(p, call + 3));
            if (p->exporting)
                fact_export(p->f, js_text(p, js_token_value(p, next)), js_ex(p, js_token_value(p, next)), tk(p, next)->off, token_end(p, next));
            p->exporting = 0;
            return jf_drop(p, i, partner(p, call + 1) + 1);
        }
        JsVal v = js_token_value(p, i);
        v.sub = W_const;
        return jf_send_value(p, J_VAR, i, v) ? next : jf_recover(p, i);
    }
    if (!begins_names(p, next) && kind(p, next) != T_STRING && !is_word(p, next, W_from))
        return jf_one(p, J_IMPORT, i);
    JsVal v = js_token_value(p, i);
    v.sub = only ? W_type : 0;
    return jf_send_value(p, J_IMPORT, i, v) ? names(p, next, false) : jf_recover(p, i);
}

static u32 export(Js *p, u32 i)
{
    u32 next = i + 1;
    JsVal v = js_token_value(p, i);
    v.sub = 0;
    if (is_key(p, i) && kind(p, next) != J_UNARY && kind(p, next) != T_ASSIGN)
        return jf_one(p, T_IDENT, i);
    if (is_word(p, next, W_default)) {
        next++;
        u32 k = next + (u32)is_word(p, next, W_async);
        bool decl = is_word(p, k, W_function) || is_word(p, next, W_class) || kind(p, next) == J_AT ||
                    (is_word(p, next, W_abstract) && is_word(p, next + 1, W_class)) ||
                    (is_word(p, next, W_interface) && kind(p, next + 1) == T_IDENT) || is_word(p, next, W_enum);
        v.sub = W_default;
        return jf_send_value(p, decl ? J_EXPORT : J_EXPDEFAULT, i, v) ? next : jf_recover(p, i);
    }
    if (kind(p, next) == T_ASSIGN)
        return jf_send(p, J_EXPASSIGN, i) ? next + 1 : jf_recover(p, i);
    if (is_word(p, next, W_as) && is_word(p, next + 1, W_namespace))
        return jf_drop(p, i, next + 3);
    if (is_word(p, next, W_type) && (kind(p, next + 1) == T_LBRACE || kind(p, next + 1) == J_MUL)) {
        v.sub = W_type;
        next++;
    }
    if (kind(p, next) == T_LBRACE || kind(p, next) == J_MUL)
        return jf_send_value(p, J_EXPORT, i, v) ? names(p, next, true) : jf_recover(p, i);
    if (!jf_send_value(p, J_EXPORT, i, v))
        return jf_recover(p, i);
    return next;
}

/* --- the words' switch --- */

u32 jf_word(Js *p, u32 i)
{
    int w = tk(p, i)->sub;
    if (before(p, i) == T_DOT)
        return jf_one(p, T_IDENT, i);
    if (i == p->of_at && i) {
        p->of_at = 0;
        return jf_one_sub(p, J_OF, i, (u16)w, i + 1);
    }
    switch (w) {
    case W_NONE:
        return plain(p, i);
    case W_async:
        return async(p, i);
    case W_export:
        return export(p, i);
    case W_import:
        return import(p, i);
    case W_get: case W_set: case W_static: case W_public: case W_private: case W_protected: case W_readonly: case W_override: case W_accessor:
        return modifier(p, i);
    case W_abstract:
        if (is_word(p, i + 1, W_class) && !new_line(p, i + 1) && !js_accepts(p, J_KEYMARK))
            return jf_drop(p, i, i + 1);
        return modifier(p, i);
    case W_declare:
        if (declares(p, i + 1) && !js_accepts(p, J_KEYMARK))
            return jf_drop(p, i, i + 1);
        return modifier(p, i);
    case W_as:
    case W_satisfies:
        return type_operator(p, i);
    case W_type:
        return alias(p, i);
    case W_interface:
        return interface(p, i);
    case W_namespace:
    case W_module:
    case W_global:
        return namespace(p, i);
    case W_await:
        return await(p, i);
    case W_yield:
        return yield(p, i);
    case W_enum:
        if (kind(p, i + 1) == T_IDENT && kind(p, i + 2) == T_LBRACE && js_accepts(p, J_ENUM))
            return jf_one(p, J_ENUM, i);
        return plain(p, i);
    case W_using:
        if (kind(p, i + 1) == T_IDENT && !new_line(p, i + 1) && !is_word(p, i + 1, W_in) && js_accepts(p, J_VAR))
            return jf_one(p, J_VAR, i);
        return plain(p, i);
    case W_implements:
        if (js_accepts(p, J_BASES))
            return bases(p, i + 1);
        return plain(p, i);
    case W_this: case W_super: case W_true: case W_false: case W_null: case W_undefined: case W_of: case W_from: case W_is: case W_infer:
    case W_keyof: case W_unique: case W_asserts: case W_assert: case W_constructor:
        return plain(p, i);
    default:
        break;
    }
    if (is_key(p, i))
        return jf_one(p, T_IDENT, i);
    switch (w) {
    case W_const:
    case W_let:
    case W_var:
        return variable(p, i);
    case W_function:
        return function(p, i);
    case W_class:
        return class(p, i);
    case W_extends:
        return jf_one(p, J_EXTENDS, i);
    case W_new:
        return jf_one(p, kind(p, i + 1) == T_DOT ? T_IDENT : J_NEW, i);
    case W_if:
    case W_with:
        return jf_one(p, J_IF, i);
    case W_else:
        if (is_word(p, i + 1, W_if)) {
            jf_drop(p, i, i + 1);
            return jf_one(p, J_ELIF, i + 1);
        }
        return jf_one(p, J_ELSE, i);
    case W_for:
        return loop(p, i);
    case W_while:
        return jf_one(p, J_WHILE, i);
    case W_do:
        return jf_one(p, J_DO, i);
    case W_switch:
        return jf_one(p, J_SWITCH, i);
    case W_case:
        return jf_one(p, J_CASE, i);
    case W_default:
        return jf_one(p, J_DEFAULT, i);
    case W_try:
        return jf_one(p, J_TRY, i);
    case W_catch:
        return jf_one(p, J_CATCH, i);
    case W_finally:
        return jf_one(p, J_FINALLY, i);
    case W_return: {
        u32 next = jf_one(p, J_RETURN, i);
        if (next == i + 1 && new_line(p, next) && kind(p, next) != T_SEP && kind(p, next) != T_RBRACE)
            jf_semicolon(p);
        return next;
    }
    case W_break:
    case W_continue:
    case W_debugger:
        return jump(p, i);
    case W_throw:
        return jf_one_sub(p, J_UNARY, i, JS_THROW, i + 1);
    case W_void:
        return jf_one_sub(p, J_UNARY, i, JS_VOID, i + 1);
    case W_typeof:
    case W_delete:
        return jf_one_sub(p, J_UNARY, i, 0, i + 1);
    case W_in:
    case W_instanceof:
        return jf_one(p, T_OP, i);
    default:
        return plain(p, i);
    }
}
