/* javascript_filter.c: from the token array to the grammar's tokens. See javascript.h.
 *
 * Every token is sent as what it means where it stands. Where that depends on the place, the parser is asked (js_accepts); where it
 * depends on what follows, the partner of a bracket tells. Semicolons are inserted as ECMAScript says: before a token that the parser
 * does not take, when it is the first on its line, a }, or the end. Types are read by hand and sent as one token; type arguments,
 * modifiers without meaning and `await` are dropped.
 *
 * After a syntax error the parser is unwound to the innermost list of statements or members, and reading goes on behind the next
 * semicolon, at the next line that begins with a statement's word, or at the end of the list.
 */
#include "javascript.h"

enum { DEPTH_MAX = FACTS_MAX_DEPTH };

static const Token *tk(const Js *p, u32 i)
{
    return &p->tok.v[i < (u32)p->tok.n ? i : (u32)p->tok.n - 1];
}

static int kind(const Js *p, u32 i)
{
    return tk(p, i)->kind & JF_KIND;
}

static bool is_word(const Js *p, u32 i, int w)
{
    return kind(p, i) == T_IDENT && tk(p, i)->sub == w;
}

static bool new_line(const Js *p, u32 i)
{
    return tk(p, i)->kind & JF_NL;
}

static int before(const Js *p, u32 i)
{
    return i ? kind(p, i - 1) : T_END;
}

static bool is_open(int k)
{
    return k == T_LPAREN || k == T_LBRACKET || k == T_LBRACE || k == J_JSXOPEN;
}

static bool is_close(int k)
{
    return k == T_RPAREN || k == T_RBRACKET || k == T_RBRACE;
}

static u32 partner(const Js *p, u32 i)
{
    u32 m = tk(p, i)->len;
    return m > i ? m : i;
}

/* Index behind the token or the group that begins at i. */
static u32 behind(const Js *p, u32 i)
{
    return (is_open(kind(p, i)) ? partner(p, i) : i) + 1;
}

static u32 token_end(const Js *p, u32 i)
{
    const Token *t = tk(p, i);
    int k = t->kind & JF_KIND;
    return t->off + (is_open(k) || is_close(k) || k == J_JSXBEGIN ? 1 : t->len);
}

/* --- errors --- */

static void report(Js *p, Str why, u32 off, u32 end)
{
    Facts *f = p->f;
    if (p->bad && (iz)p->bad <= f->facts.n) {
        Fact *x = &f->facts.v[p->bad - 1];
        if (x->kind == FACT_UNSUPPORTED && off <= x->end + 2 && str_eq(x->name, why)) {
            x->end = end > x->end ? end : x->end;
            return;
        }
    }
    fact_unsupported(f, why, off, end);
    p->bad = (u32)f->facts.n;
}

/* Whether a statement may well begin with token i, the first on its line. */
static bool restarts(const Js *p, u32 i)
{
    if (!new_line(p, i))
        return false;
    if (kind(p, i) == J_AT)
        return true;
    if (kind(p, i) != T_IDENT)
        return false;
    switch (tk(p, i)->sub) {
    case W_const: case W_let: case W_var: case W_function: case W_class: case W_if: case W_for: case W_while: case W_switch: case W_return:
    case W_throw: case W_try: case W_import: case W_export: case W_async: case W_await: case W_this: case W_break: case W_continue: case W_do:
    case W_public: case W_private: case W_protected: case W_static: case W_readonly: case W_abstract: case W_declare: case W_interface:
    case W_type: case W_enum: case W_namespace: case W_case: case W_default: case W_get: case W_set: case W_constructor:
        return true;
    default:
        return kind(p, i + 1) != T_COLON && kind(p, i + 1) != T_COMMA;
    }
}

/* The parser did not take token i. Returns the index to go on with; always beyond `from`, so that reading ends. */
static u32 recover(Js *p, u32 i)
{
    u32 list = js_unwind(p), from = i;
    while (p->open.n && (list == UINT32_MAX || p->open.v[p->open.n - 1] != list)) {
        u32 open = p->open.v[--p->open.n];
        u32 close = partner(p, open);
        if ((list == UINT32_MAX || open > list) && close >= i && is_close(kind(p, close))) /* out of what is given up */
            i = close + 1;
    }
    u32 end = list == UINT32_MAX ? (u32)p->tok.n - 1 : partner(p, list);
    end += !is_close(kind(p, end)) && kind(p, end) != T_END; /* never closed: the last token inside */
    for (; i < end; i = behind(p, i)) {
        if (kind(p, i) == T_END)
            break;
        if (kind(p, i) == T_SEP) {
            i++;
            break;
        }
        if (i > from && restarts(p, i))
            break;
    }
    if (i > end)
        i = end;
    if (i <= from && kind(p, from) != T_END)
        i = from + (from < end);
    p->mods = 0;
    p->of_at = p->operand_at = p->operator_at = 0;
    p->carry_nl = true;
    u32 off = tk(p, from)->off, stop = i ? token_end(p, i > from ? i - 1 : from) : off;
    report(p, S("syntax"), off, stop > off ? stop : off);
    p->error = false;
    p->last = T_SEP;
    return i;
}

/* --- sending --- */

/* Whether a token of this kind can only go on with what stands before it. */
static bool goes_on(int k)
{
    switch (k) {
    case T_DOT: case T_COMMA: case T_COLON: case T_ASSIGN: case T_OP: case T_RPAREN: case T_RBRACKET: case T_SEP: case J_AUGMENT: case J_ARROW:
    case J_QM: case J_OR: case J_AND: case J_PLUS: case J_MUL: case J_TPLMID: case J_TPLTAIL: case J_JSXEND: case J_OF:
    case J_EXTENDS: case J_BASES: case J_ELSE: case J_ELIF: case J_CATCH: case J_FINALLY:
        return true;
    default:
        return false;
    }
}

/* Whether nothing can end behind a token of this kind. */
static bool needs_more(int k)
{
    switch (k) {
    case T_SEP: case T_DOT: case T_COMMA: case T_COLON: case T_ASSIGN: case T_OP: case T_LPAREN: case T_LBRACKET: case T_LBRACE:
    case J_AUGMENT: case J_ARROW: case J_QM: case J_OR: case J_AND: case J_PLUS: case J_MUL: case J_UNARY: case J_SPREAD:
    case J_TPLHEAD: case J_TPLMID: case J_JSXOPEN: case J_BLOCK: case J_PLBRACE: case J_PLBRACKET: case J_ALPAREN: case J_NEW:
        return true;
    default:
        return false;
    }
}

static void semicolon(Js *p)
{
    js_push(p, T_SEP, (JsVal){.off = p->last_end, .end = p->last_end});
    p->last = T_SEP;
}

/* The } at index i ends the body of an arrow function: what follows on the next line is a statement of its own. */
static bool ends_arrow(const Js *p, u32 i)
{
    return kind(p, i) == T_RBRACE && tk(p, i)->len && before(p, tk(p, i)->len) == J_ARROW;
}

/* Sends the value v as a token of this kind that stands at index i. */
static bool send_value(Js *p, int k, u32 i, JsVal v)
{
    bool nl = new_line(p, i) || p->carry_nl;
    p->carry_nl = false;
    if ((k == T_RBRACE || k == T_END || (nl && !goes_on(k))) && !needs_more(p->last) && p->last != T_END) {
        bool fresh = nl && (k == T_LPAREN || k == T_LBRACKET || k == T_TEMPLATE || k == J_TPLHEAD) && i && ends_arrow(p, i - 1);
        if ((fresh || !js_accepts(p, k)) && js_accepts(p, T_SEP))
            semicolon(p);
    }
    js_push(p, k, v);
    if (p->error && k == T_COMMA && js_accepts(p, T_SEP)) { /* members of an interface */
        p->error = false;
        js_push(p, T_SEP, v);
    }
    p->last_end = v.end;
    p->last = (u8)k;
    return !p->error;
}

static bool send(Js *p, int k, u32 i)
{
    return send_value(p, k, i, js_token_value(p, i));
}

/* Sends token i as k, or recovers. Returns the index to go on with. */
static u32 one(Js *p, int k, u32 i)
{
    return send(p, k, i) ? i + 1 : recover(p, i);
}

static u32 one_sub(Js *p, int k, u32 i, u16 sub, u32 next)
{
    JsVal v = js_token_value(p, i);
    v.sub = sub;
    return send_value(p, k, i, v) ? next : recover(p, i);
}

/* Drops the tokens from i to next. */
static u32 drop(Js *p, u32 i, u32 next)
{
    p->carry_nl = p->carry_nl || new_line(p, i);
    return next;
}

/* `async` stood before what v begins. */
static void take_mods(Js *p, JsVal *v)
{
    v->sub = p->mods;
    if (p->mods)
        v->id = p->mods_off + 1;
    p->mods = 0;
}

static void note_async(Js *p, u32 i)
{
    p->mods |= SCOPE_ASYNC;
    p->mods_off = tk(p, i)->off;
}

/* --- brackets --- */

static u32 opened(Js *p, int k, u32 i)
{
    JsVal v = js_token_value(p, i);
    if (k == J_ALPAREN)
        take_mods(p, &v);
    if (!send_value(p, k, i, v))
        return recover(p, i);
    u32 m = partner(p, i);
    if (p->open.n >= DEPTH_MAX || js_full(p)) {
        if (m > i + 1) {
            report(p, S("nesting"), tk(p, i)->off, token_end(p, m));
            if (k != J_BLOCK && js_accepts(p, J_OPAQUE))
                send_value(p, J_OPAQUE, i, (JsVal){.off = tk(p, i)->off, .end = token_end(p, m), .as = V_UNKNOWN});
            *vec_push(p->scratch, &p->open) = i;
            return m;
        }
    }
    *vec_push(p->scratch, &p->open) = i;
    return i + 1;
}

static u32 closed(Js *p, int k, u32 i)
{
    if (!send(p, k, i))
        return recover(p, i);
    if (p->open.n && p->open.v[p->open.n - 1] == tk(p, i)->len)
        p->open.n--;
    return i + 1;
}

static bool operand(const Js *p, u32 i)
{
    if (p->operand_at == i && i)
        return true;
    if (p->operator_at == i && i)
        return false;
    return tk(p, i)->kind & JF_OPERAND;
}

/* Whether a colon of the same conditional follows behind i, the body of an arrow function. */
static bool colon_follows(const Js *p, u32 i)
{
    for (int open = 0;; i = behind(p, i)) {
        switch (kind(p, i)) {
        case J_QM:
            open++;
            break;
        case T_COLON:
            if (open-- == 0)
                return true;
            break;
        case T_COMMA: case T_SEP: case T_RPAREN: case T_RBRACKET: case T_RBRACE: case T_END:
            return false;
        default:
            break;
        }
    }
}

/* Whether the ( at i opens the parameters of an arrow function. */
static bool arrow(Js *p, u32 i)
{
    u32 m = partner(p, i);
    if (m == i || kind(p, m) != T_RPAREN)
        return false;
    if (kind(p, m + 1) == J_ARROW)
        return true;
    if (kind(p, m + 1) != T_COLON || !(p->ts || p->flow) || before(p, i) == J_UNARY || !js_parameters(p, i))
        return false;
    ExprId e;
    u32 to = js_type(p, m + 2, &e, true);
    if (to == m + 2 || kind(p, to) != J_ARROW)
        return false;
    return !js_accepts_two(p, J_OPAQUE, T_COLON) || colon_follows(p, to + 1); /* a ? (b) : c => d */
}

/* Whether the bracket at i opens the pattern of an assignment or of a for header. */
static bool pattern(const Js *p, u32 i)
{
    u32 m = partner(p, i);
    return m > i && (kind(p, m + 1) == T_ASSIGN || (p->of_at == m + 1 && p->of_at));
}

static u32 left_paren(Js *p, u32 i)
{
    return opened(p, operand(p, i) && arrow(p, i) ? J_ALPAREN : T_LPAREN, i);
}

static u32 left_bracket(Js *p, u32 i)
{
    if (!operand(p, i) && before(p, i) != T_RBRACE && p->last != J_MOD && !new_line(p, i))
        return opened(p, T_LBRACKET, i);
    u32 m = partner(p, i);
    if (js_accepts(p, J_KEYMARK)) { /* computed name; index signature */
        if (kind(p, i + 1) == T_IDENT && kind(p, i + 2) == T_COLON && (p->last == J_MOD || js_accepts(p, J_STATICBLOCK))) {
            ExprId e;
            u32 to = m + 1;
            while (kind(p, to) == J_QM || kind(p, to) == J_PLUS)
                to++;
            if (kind(p, to) == T_COLON)
                to = js_type(p, to + 1, &e, true);
            return drop(p, i, to);
        }
        return opened(p, T_LBRACKET, i);
    }
    if (pattern(p, i) && js_accepts(p, J_PLBRACKET))
        return opened(p, J_PLBRACKET, i);
    return opened(p, js_accepts(p, T_LBRACKET) ? T_LBRACKET : J_PLBRACKET, i);
}

static u32 left_brace(Js *p, u32 i)
{
    switch (before(p, i)) { /* places where no block begins */
    case T_ASSIGN: case T_LPAREN: case T_COMMA: case J_QM: case T_LBRACKET: case J_OR: case J_AND:
        break;
    default:
        if (p->operand_at == i && i)
            break;
        if (js_accepts(p, J_BLOCK))
            return opened(p, J_BLOCK, i);
        if (new_line(p, i) && !js_accepts(p, T_LBRACE) && !js_accepts(p, J_PLBRACE) && js_accepts(p, T_SEP)) {
            semicolon(p);
            return opened(p, J_BLOCK, i);
        }
        break;
    }
    if (pattern(p, i) && js_accepts(p, J_PLBRACE))
        return opened(p, J_PLBRACE, i);
    if (js_accepts(p, T_LBRACE))
        return opened(p, T_LBRACE, i);
    return opened(p, partner(p, i) > i && kind(p, partner(p, i) + 1) == T_DOT && js_accepts(p, J_TLBRACE) ? J_TLBRACE : J_PLBRACE, i);
}

/* < */
static u32 angle(Js *p, u32 i)
{
    if (operand(p, i)) {
        u32 to = p->ts ? js_angles(p, i) : 0;
        if (!to && js_accepts(p, J_KEYMARK)) /* call signature with type parameters */
            to = js_angles(p, i);
        if (!to)
            return one(p, T_OP, i);
        if (kind(p, to) == T_LPAREN && arrow(p, to))
            js_type_params(p, i);
        p->operand_at = to;
        return drop(p, i, to);
    }
    bool op = js_accepts(p, T_OP);
    bool heir = op && js_accepts(p, J_BLOCK); /* class A extends B<C> { */
    if (op && !p->ts && !heir)
        return one(p, T_OP, i);
    u32 to = js_angles(p, i);
    if (!to)
        return one(p, T_OP, i);
    bool args = !op;
    switch (kind(p, to)) {
    case T_LBRACE:
        args = args || heir;
        break;
    case T_LPAREN:
    case T_TEMPLATE:
    case J_TPLHEAD:
    case T_RPAREN:
    case T_RBRACKET:
    case T_RBRACE:
    case T_COMMA:
    case T_COLON:
    case T_SEP:
    case T_DOT:
    case T_ASSIGN:
    case T_END:
    case J_QM:
    case J_OR:
    case J_AND:
    case J_ARROW:
        args = true;
        break;
    case T_IDENT:
        args = args || new_line(p, to) || tk(p, to)->sub == W_as || tk(p, to)->sub == W_satisfies || tk(p, to)->sub == W_implements;
        break;
    default:
        args = args || new_line(p, to);
        break;
    }
    if (!args)
        return one(p, T_OP, i);
    if (!op)
        js_type_params(p, i);
    p->operator_at = to;
    return drop(p, i, to);
}

/* : */
static u32 colon(Js *p, u32 i)
{
    if (js_accepts(p, T_COLON))
        return one(p, T_COLON, i);
    if (js_accepts(p, J_TYPE)) {
        ExprId e;
        u32 to = js_type(p, i + 1, &e, false);
        if (to > i + 1) {
            JsVal v = {.off = tk(p, i + 1)->off, .end = token_end(p, to - 1), .id = e};
            p->operator_at = to;
            return send_value(p, J_TYPE, i, v) ? to : recover(p, i);
        }
    }
    return one(p, T_COLON, i);
}

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
        take_mods(p, &v);
        return send_value(p, J_AIDENT, i, v) ? i + 1 : recover(p, i);
    }
    if (kind(p, i + 1) == T_COLON && before(p, i) != T_COMMA && before(p, i) != J_QM && before(p, i) != T_LBRACE && js_accepts(p, J_LABEL))
        return drop(p, i, i + 2);
    if (kind(p, i + 1) == T_COLON && before(p, i) == T_LBRACE && js_accepts(p, J_LABEL))
        return drop(p, i, i + 2);
    return one(p, T_IDENT, i);
}

/* A modifier of a member or of a parameter; of no meaning elsewhere. */
static u32 modifier(Js *p, u32 i)
{
    if (is_word(p, i, W_static) && kind(p, i + 1) == T_LBRACE && js_accepts(p, J_STATICBLOCK)) {
        if (!send(p, J_STATICBLOCK, i + 1))
            return recover(p, i);
        *vec_push(p->scratch, &p->open) = i + 1;
        return i + 2;
    }
    if (begins_key(p, i + 1)) {
        bool same_line = !new_line(p, i + 1) || is_word(p, i, W_static) || is_word(p, i, W_get) || is_word(p, i, W_set);
        if (same_line && js_accepts(p, J_KEYMARK) && js_accepts(p, J_MOD))
            return one(p, J_MOD, i);
    }
    if ((kind(p, i + 1) == T_IDENT || kind(p, i + 1) == T_LBRACE || kind(p, i + 1) == T_LBRACKET) && js_accepts(p, J_PMOD))
        return one(p, J_PMOD, i);
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
        return drop(p, i, i + 1);
    if (is_word(p, i, W_let) && kind(p, i + 1) != T_IDENT && kind(p, i + 1) != T_LBRACKET && kind(p, i + 1) != T_LBRACE)
        return plain(p, i);
    if (is_word(p, i, W_let) && (is_word(p, i + 1, W_in) || is_word(p, i + 1, W_instanceof)))
        return plain(p, i);
    return one(p, J_VAR, i);
}

static u32 function(Js *p, u32 i)
{
    u32 next = i + 1;
    JsVal v = js_token_value(p, i);
    take_mods(p, &v);
    if (kind(p, next) == J_MUL) {
        v.sub |= SCOPE_GENERATOR;
        next++;
    }
    bool decl = !(p->operand_at == i && i) && js_accepts(p, J_FUNCDECL);
    if (!send_value(p, decl ? J_FUNCDECL : J_FUNCEXPR, i, v))
        return recover(p, i);
    if (next <= i + 2 && kind(p, next) == T_IDENT && p->last != T_SEP) {
        u32 name = next;
        next = one(p, T_IDENT, next);
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
    u32 next = send_value(p, decl ? J_CLASSDECL : J_CLASSEXPR, i, v) ? i + 1 : recover(p, i);
    if (next == i + 1 && kind(p, next) == T_IDENT && tk(p, next)->sub != W_extends && tk(p, next)->sub != W_implements)
        next = one(p, T_IDENT, next);
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
        if (!send_value(p, J_BASES, i, v))
            return recover(p, i);
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
    u32 next = one(p, J_INTERFACE, i);
    if (next != i + 1)
        return next;
    next = one(p, T_IDENT, next);
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
    if (to == eq + 1 || !send(p, J_TYPEALIAS, i + 1))
        return recover(p, i);
    JsVal v = {.off = tk(p, eq + 1)->off, .end = token_end(p, to - 1), .id = e};
    return send_value(p, J_TYPE, eq + 1, v) ? to : recover(p, i);
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
    if (kind(p, next) == T_SEP && kind(p, name) == T_STRING) /* declare module "x"; */
        return drop(p, i, next);
    if (kind(p, next) != T_LBRACE || !js_accepts(p, J_NAMESPACE))
        return plain(p, i);
    return send(p, J_NAMESPACE, name) ? next : recover(p, i);
}

static u32 loop(Js *p, u32 i)
{
    u32 open = i + 1 + (u32)is_word(p, i + 1, W_await), close = partner(p, open), of = 0;
    if (kind(p, open) != T_LPAREN)
        return one(p, J_FOR, i);
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
    if (!send(p, of ? J_FOREACH : J_FOR, i))
        return recover(p, i);
    p->of_at = of;
    return open;
}

/* Behind `async`: a function, an arrow function, a method, or just a name. */
static u32 async(Js *p, u32 i)
{
    u32 next = i + 1, paren = next;
    if (is_key(p, i) && !(kind(p, next) == T_LPAREN && arrow(p, next)))
        return one(p, T_IDENT, i);
    if (begins_key(p, next) && !new_line(p, next) && js_accepts(p, J_KEYMARK))
        return one(p, J_MOD, i);
    if (new_line(p, next))
        return plain(p, i);
    if (is_word(p, next, W_function)) {
        note_async(p, i);
        if (p->operand_at == i && i)
            p->operand_at = next;
        return drop(p, i, next);
    }
    if (kind(p, next) == T_IDENT && kind(p, next + 1) == J_ARROW) {
        note_async(p, i);
        drop(p, i, next);
        return plain(p, next);
    }
    if (kind(p, next) == T_OP && tk(p, next)->sub == JS_LT && js_angles(p, next))
        paren = js_angles(p, next);
    if (kind(p, paren) == T_LPAREN && arrow(p, paren)) {
        if (paren != next)
            js_type_params(p, next);
        note_async(p, i);
        p->operand_at = paren;
        return drop(p, i, paren);
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
        return drop(p, i, i + 1);
    if (!begins_operand(p, i + 1) || is_key(p, i))
        return plain(p, i);
    p->operand_at = i + 1;
    return drop(p, i, i + 1);
}

static u32 yield(Js *p, u32 i)
{
    u32 next = i + 1;
    bool each = kind(p, next) == J_MUL && tk(p, next)->sub == JS_STAR;
    if (is_key(p, i))
        return one(p, T_IDENT, i);
    next += each;
    if (!each && (new_line(p, next) || !begins_operand(p, next)))
        return kind(p, next) == T_ASSIGN || kind(p, next) == T_DOT ? plain(p, i) : one(p, J_OPAQUE, i);
    return one_sub(p, J_YIELD, i, each ? W_yield : 0, next);
}

static u32 jump(Js *p, u32 i)
{
    JsVal v = js_token_value(p, i);
    v.as = V_UNKNOWN;
    if (!send_value(p, J_OPAQUE, i, v))
        return recover(p, i);
    u32 next = i + 1;
    if (kind(p, next) == T_IDENT && !new_line(p, next))
        next++;
    if (kind(p, next) != T_SEP && kind(p, next) != T_RBRACE)
        semicolon(p);
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
    return send_value(p, J_CAST, i, v) ? to : recover(p, i);
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
            return recover(p, i);
        }
        js_push(p, out, v);
        p->last = (u8)out;
        p->last_end = v.end;
        if (p->error)
            return recover(p, i);
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
        return one(p, T_IDENT, i);
    if ((is_word(p, next, W_type) || is_word(p, next, W_typeof)) && begins_names(p, next + 1)) {
        only = true;
        next++;
    } else if (kind(p, next) == T_IDENT && (kind(p, next + 1) == J_MUL || (kind(p, next + 1) == T_IDENT && !is_word(p, next + 1, W_from)))) {
        next++; /* import defer * as x, import source x */
    }
    if (kind(p, next) == T_IDENT && kind(p, next + 1) == T_ASSIGN) {
        if (is_word(p, next, W_from) && kind(p, next + 2) == T_STRING)
            return one(p, T_IDENT, i);
        u32 call = next + 2; /* import x = require("m"); import x = A.b */
        Str word = token_text(p->f->src, *tk(p, call));
        if (kind(p, call) == T_IDENT && str_eq(word, S("require")) && kind(p, call + 1) == T_LPAREN && kind(p, call + 2) == T_STRING) {
            fact_import(p->f, js_quoted(p, js_token_value(p, call + 2)), (Str){0}, js_text(p, js_token_value(p, next)),
                        only ? IMPORT_TYPE_ONLY : 0, tk(p, i)->off, token_end(p, call + 3));
            if (p->exporting)
                fact_export(p->f, js_text(p, js_token_value(p, next)), js_ex(p, js_token_value(p, next)), tk(p, next)->off, token_end(p, next));
            p->exporting = 0;
            return drop(p, i, partner(p, call + 1) + 1);
        }
        JsVal v = js_token_value(p, i);
        v.sub = W_const;
        return send_value(p, J_VAR, i, v) ? next : recover(p, i);
    }
    if (!begins_names(p, next) && kind(p, next) != T_STRING && !is_word(p, next, W_from))
        return one(p, J_IMPORT, i);
    JsVal v = js_token_value(p, i);
    v.sub = only ? W_type : 0;
    return send_value(p, J_IMPORT, i, v) ? names(p, next, false) : recover(p, i);
}

static u32 export(Js *p, u32 i)
{
    u32 next = i + 1;
    JsVal v = js_token_value(p, i);
    v.sub = 0;
    if (is_key(p, i) && kind(p, next) != J_UNARY && kind(p, next) != T_ASSIGN)
        return one(p, T_IDENT, i);
    if (is_word(p, next, W_default)) {
        next++;
        u32 k = next + (u32)is_word(p, next, W_async);
        bool decl = is_word(p, k, W_function) || is_word(p, next, W_class) || kind(p, next) == J_AT ||
                    (is_word(p, next, W_abstract) && is_word(p, next + 1, W_class)) ||
                    (is_word(p, next, W_interface) && kind(p, next + 1) == T_IDENT) || is_word(p, next, W_enum);
        v.sub = W_default;
        return send_value(p, decl ? J_EXPORT : J_EXPDEFAULT, i, v) ? next : recover(p, i);
    }
    if (kind(p, next) == T_ASSIGN)
        return send(p, J_EXPASSIGN, i) ? next + 1 : recover(p, i);
    if (is_word(p, next, W_as) && is_word(p, next + 1, W_namespace))
        return drop(p, i, next + 3);
    if (is_word(p, next, W_type) && (kind(p, next + 1) == T_LBRACE || kind(p, next + 1) == J_MUL)) {
        v.sub = W_type;
        next++;
    }
    if (kind(p, next) == T_LBRACE || kind(p, next) == J_MUL)
        return send_value(p, J_EXPORT, i, v) ? names(p, next, true) : recover(p, i);
    if (!send_value(p, J_EXPORT, i, v))
        return recover(p, i);
    return next;
}

/* --- the words' switch --- */

static u32 word(Js *p, u32 i)
{
    int w = tk(p, i)->sub;
    if (before(p, i) == T_DOT)
        return one(p, T_IDENT, i);
    if (i == p->of_at && i) {
        p->of_at = 0;
        return one_sub(p, J_OF, i, (u16)w, i + 1);
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
            return drop(p, i, i + 1);
        return modifier(p, i);
    case W_declare:
        if (declares(p, i + 1) && !js_accepts(p, J_KEYMARK))
            return drop(p, i, i + 1);
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
            return one(p, J_ENUM, i);
        return plain(p, i);
    case W_using:
        if (kind(p, i + 1) == T_IDENT && !new_line(p, i + 1) && !is_word(p, i + 1, W_in) && js_accepts(p, J_VAR))
            return one(p, J_VAR, i);
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
        return one(p, T_IDENT, i);
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
        return one(p, J_EXTENDS, i);
    case W_new:
        return one(p, kind(p, i + 1) == T_DOT ? T_IDENT : J_NEW, i);
    case W_if:
    case W_with:
        return one(p, J_IF, i);
    case W_else:
        if (is_word(p, i + 1, W_if)) {
            drop(p, i, i + 1);
            return one(p, J_ELIF, i + 1);
        }
        return one(p, J_ELSE, i);
    case W_for:
        return loop(p, i);
    case W_while:
        return one(p, J_WHILE, i);
    case W_do:
        return one(p, J_DO, i);
    case W_switch:
        return one(p, J_SWITCH, i);
    case W_case:
        return one(p, J_CASE, i);
    case W_default:
        return one(p, J_DEFAULT, i);
    case W_try:
        return one(p, J_TRY, i);
    case W_catch:
        return one(p, J_CATCH, i);
    case W_finally:
        return one(p, J_FINALLY, i);
    case W_return: {
        u32 next = one(p, J_RETURN, i);
        if (next == i + 1 && new_line(p, next) && kind(p, next) != T_SEP && kind(p, next) != T_RBRACE)
            semicolon(p);
        return next;
    }
    case W_break:
    case W_continue:
    case W_debugger:
        return jump(p, i);
    case W_throw:
        return one_sub(p, J_UNARY, i, JS_THROW, i + 1);
    case W_void:
        return one_sub(p, J_UNARY, i, JS_VOID, i + 1);
    case W_typeof:
    case W_delete:
        return one_sub(p, J_UNARY, i, 0, i + 1);
    case W_in:
    case W_instanceof:
        return one(p, T_OP, i);
    default:
        return plain(p, i);
    }
}

/* --- everything --- */

static u32 merge_marker(Js *p, u32 i)
{
    u32 off = tk(p, i)->off, to = i;
    const u8 *s = p->text + off;
    if (!new_line(p, i) || p->len - off < 7)
        return 0;
    for (int k = 1; k < 7; k++)
        if (s[k] != s[0])
            return 0;
    if ((off && s[-1] != '\n') || (s[0] != '<' && s[0] != '=' && s[0] != '>' && s[0] != '|'))
        return 0;
    do
        to++;
    while (kind(p, to) != T_END && !new_line(p, to));
    report(p, S("merge marker"), off, token_end(p, to - 1));
    return to;
}

static bool may_begin_member(const Js *p, u32 i)
{
    int k = before(p, i);
    return k == T_SEP || k == T_LBRACE || k == T_RBRACE || k == T_OP || new_line(p, i);
}

/* A statement or member ends before token i where it cannot go on. Decided before the token is looked at when its meaning hangs on it. */
static void end_line(Js *p, u32 i)
{
    int k = kind(p, i), sub = tk(p, i)->sub;
    bool asks = k == T_IDENT ? sub != W_in && sub != W_instanceof
                             : k == T_LBRACKET || k == T_LPAREN || k == J_AT || (k == J_MUL && sub == JS_STAR) || (k == T_OP && sub == JS_LT);
    if (asks && !needs_more(p->last) && p->last != T_END && !js_accepts(p, k) && js_accepts(p, T_SEP))
        semicolon(p);
}

static u32 step(Js *p, u32 i)
{
    int k = kind(p, i), sub = tk(p, i)->sub;
    if (new_line(p, i) || p->carry_nl)
        end_line(p, i);
    switch (k) {
    case T_IDENT:
        return word(p, i);
    case T_LPAREN:
        if (may_begin_member(p, i) && js_accepts(p, J_KEYMARK) && js_accepts(p, J_STATICBLOCK) && p->last != J_MOD) { /* call signature */
            JsVal v = {.off = tk(p, i)->off, .end = tk(p, i)->off, .as = V_NAME};
            send_value(p, T_IDENT, i, v);
        }
        return left_paren(p, i);
    case T_LBRACKET:
        return left_bracket(p, i);
    case T_LBRACE:
        return left_brace(p, i);
    case J_JSXOPEN:
        return opened(p, k, i);
    case T_RPAREN:
    case T_RBRACKET:
    case T_RBRACE:
        return closed(p, k, i);
    case T_COLON:
        return colon(p, i);
    case T_OP: {
        u32 to = sub != JS_PIPE && new_line(p, i) ? merge_marker(p, i) : 0;
        if (to)
            return to;
        return sub == JS_LT ? angle(p, i) : one(p, k, i);
    }
    case J_QM:
        return js_accepts(p, J_QM) ? one(p, k, i) : drop(p, i, i + 1);
    case J_UNARY:
        if (sub == JS_NOT && !operand(p, i) && !new_line(p, i))
            return i + 1;
        return one(p, k, i);
    case J_INCDEC:
        return one_sub(p, operand(p, i) || new_line(p, i) ? J_UNARY : J_INCDEC, i, JS_STEP, i + 1);
    case J_PLUS:
        if (!operand(p, i) || (before(p, i) == T_RBRACE && js_accepts(p, J_PLUS)))
            return one(p, k, i);
        return one_sub(p, J_UNARY, i, (u16)sub, i + 1);
    case J_MUL:
        if (sub == JS_STAR && js_accepts(p, J_KEYMARK))
            return one_sub(p, J_MOD, i, W_yield, i + 1);
        return one(p, k, i);
    case J_AT:
        return one(p, !js_accepts(p, J_AT) && js_accepts(p, J_XAT) ? J_XAT : J_AT, i);
    case T_DOT:
        if (sub == JS_OPTIONAL && kind(p, i + 1) != T_IDENT) { /* a?.(…), a?.[…] */
            if (kind(p, i + 1) == T_OP && js_angles(p, i + 1)) {
                p->operator_at = js_angles(p, i + 1);
                return p->operator_at;
            }
            p->operator_at = i + 1;
            return drop(p, i, i + 1);
        }
        return one(p, k, i);
    case T_ERROR: {
        u32 to = merge_marker(p, i);
        if (to)
            return to;
        report(p, S("character"), tk(p, i)->off, tk(p, i)->off + 1);
        return drop(p, i, i + 1);
    }
    default:
        return one(p, k, i);
    }
}

void js_run(Js *p)
{
    for (u32 i = 0; kind(p, i) != T_END;) {
        p->at = i;
        u32 next = step(p, i);
        if (p->error) /* a token made by the filter was not taken */
            next = recover(p, next > i ? next - 1 : i);
        i = next > i ? next : i + 1;
    }
    u32 end = (u32)p->tok.n - 1;
    p->at = end;
    if (!send_value(p, T_END, end, (JsVal){.off = p->len, .end = p->len}))
        report(p, S("unexpected end of file"), p->last_end, p->len);
}
