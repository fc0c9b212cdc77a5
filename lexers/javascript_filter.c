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
#include "javascript_filter.h"

enum { DEPTH_MAX = FACTS_MAX_DEPTH };

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
u32 jf_recover(Js *p, u32 i)
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
    report(p, p->overflow ? FACT_NESTING : S("syntax"), off, stop > off ? stop : off);
    p->error = p->overflow = false;
    p->last = T_SEP;
    return i;
}

/* --- sending --- */

/* Tokens that can only go on with what stands before them. */
static const bool goes_on[JF_KIND + 1] = {
    [T_DOT] = 1, [T_COMMA] = 1, [T_COLON] = 1, [T_ASSIGN] = 1, [T_OP] = 1, [T_RPAREN] = 1, [T_RBRACKET] = 1, [T_SEP] = 1,
    [J_AUGMENT] = 1, [J_ARROW] = 1, [J_QM] = 1, [J_OR] = 1, [J_AND] = 1, [J_PLUS] = 1, [J_MUL] = 1, [J_TPLMID] = 1, [J_TPLTAIL] = 1,
    [J_JSXEND] = 1, [J_OF] = 1, [J_EXTENDS] = 1, [J_BASES] = 1, [J_ELSE] = 1, [J_ELIF] = 1, [J_CATCH] = 1, [J_FINALLY] = 1,
};

/* Tokens behind which nothing can end. */
static const bool needs_more[JF_KIND + 1] = {
    [T_SEP] = 1, [T_DOT] = 1, [T_COMMA] = 1, [T_COLON] = 1, [T_ASSIGN] = 1, [T_OP] = 1, [T_LPAREN] = 1, [T_LBRACKET] = 1, [T_LBRACE] = 1,
    [J_AUGMENT] = 1, [J_ARROW] = 1, [J_QM] = 1, [J_OR] = 1, [J_AND] = 1, [J_PLUS] = 1, [J_MUL] = 1, [J_UNARY] = 1, [J_SPREAD] = 1,
    [J_TPLHEAD] = 1, [J_TPLMID] = 1, [J_JSXOPEN] = 1, [J_BLOCK] = 1, [J_PLBRACE] = 1, [J_PLBRACKET] = 1, [J_ALPAREN] = 1, [J_NEW] = 1,
};

/* Tokens that mean the same wherever they stand, and before which, on the same line, no semicolon can have been left out. */
static const bool direct[JF_KIND + 1] = {
    [T_STRING] = 1, [T_NUMBER] = 1, [T_TEMPLATE] = 1, [T_SEP] = 1, [T_COMMA] = 1, [T_ASSIGN] = 1, [J_AUGMENT] = 1, [J_OR] = 1, [J_AND] = 1,
    [J_REGEX] = 1, [J_TPLHEAD] = 1, [J_TPLMID] = 1, [J_TPLTAIL] = 1,
};

void jf_semicolon(Js *p)
{
    js_push(p, T_SEP, (JsVal){.off = p->last_end, .end = p->last_end});
    p->last = T_SEP;
}

/* The } at index i ends the body of an arrow function: what follows on the next line is a statement of its own. */
static bool ends_arrow(const Js *p, u32 i)
{
    return kind(p, i) == T_RBRACE && tk(p, i)->len && before(p, tk(p, i)->len) == J_ARROW;
}

static inline bool deliver(Js *p, int k, JsVal v)
{
    js_push(p, k, v);
    if (p->error && k == T_COMMA && js_accepts(p, T_SEP)) { /* members of an interface */
        p->error = false;
        js_push(p, T_SEP, v);
    }
    p->last_end = v.end;
    p->last = (u8)k;
    return !p->error;
}

/* Sends the value v as a token of this kind that stands at index i. */
bool jf_send_value(Js *p, int k, u32 i, JsVal v)
{
    bool nl = new_line(p, i) || p->carry_nl;
    p->carry_nl = false;
    if ((k == T_RBRACE || k == T_END || (nl && !goes_on[k])) && !needs_more[p->last] && p->last != T_END) {
        bool fresh = nl && (k == T_LPAREN || k == T_LBRACKET || k == T_TEMPLATE || k == J_TPLHEAD) && i && ends_arrow(p, i - 1);
        if ((fresh || !js_accepts(p, k)) && js_accepts(p, T_SEP))
            jf_semicolon(p);
    }
    return deliver(p, k, v);
}

bool jf_send(Js *p, int k, u32 i)
{
    return jf_send_value(p, k, i, js_token_value(p, i));
}

/* Sends token i as k, or recovers. Returns the index to go on with. */
u32 jf_one(Js *p, int k, u32 i)
{
    return jf_send(p, k, i) ? i + 1 : jf_recover(p, i);
}

u32 jf_one_sub(Js *p, int k, u32 i, u16 sub, u32 next)
{
    JsVal v = js_token_value(p, i);
    v.sub = sub;
    return jf_send_value(p, k, i, v) ? next : jf_recover(p, i);
}

/* Drops the tokens from i to next. */
u32 jf_drop(Js *p, u32 i, u32 next)
{
    p->carry_nl = p->carry_nl || new_line(p, i);
    return next;
}

/* `async` stood before what v begins. */
void jf_take_mods(Js *p, JsVal *v)
{
    v->sub = p->mods;
    if (p->mods)
        v->id = p->mods_off + 1;
    p->mods = 0;
}

void jf_note_async(Js *p, u32 i)
{
    p->mods |= SCOPE_ASYNC;
    p->mods_off = tk(p, i)->off;
}

/* --- brackets --- */

static u32 opened(Js *p, int k, u32 i)
{
    JsVal v = js_token_value(p, i);
    if (k == J_ALPAREN)
        jf_take_mods(p, &v);
    if (!jf_send_value(p, k, i, v))
        return jf_recover(p, i);
    u32 m = partner(p, i);
    if (p->open.n >= DEPTH_MAX || js_full(p)) {
        if (m > i + 1) {
            report(p, FACT_NESTING, tk(p, i)->off, token_end(p, m));
            if (k != J_BLOCK && js_accepts(p, J_OPAQUE))
                jf_send_value(p, J_OPAQUE, i, (JsVal){.off = tk(p, i)->off, .end = token_end(p, m), .as = V_UNKNOWN});
            *vec_push(p->scratch, &p->open) = i;
            return m;
        }
    }
    *vec_push(p->scratch, &p->open) = i;
    return i + 1;
}

static u32 closed(Js *p, int k, u32 i)
{
    if (!jf_send(p, k, i))
        return jf_recover(p, i);
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
bool jf_arrow(Js *p, u32 i)
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
    return opened(p, operand(p, i) && jf_arrow(p, i) ? J_ALPAREN : T_LPAREN, i);
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
            return jf_drop(p, i, to);
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
            jf_semicolon(p);
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

static bool may_begin_member(const Js *p, u32 i)
{
    int k = before(p, i);
    return k == T_SEP || k == T_LBRACE || k == T_RBRACE || k == T_OP || new_line(p, i);
}

/* < */
static u32 angle(Js *p, u32 i)
{
    if (operand(p, i)) {
        u32 to = p->ts ? js_angles(p, i) : 0;
        if (!to && js_accepts(p, J_KEYMARK)) /* call signature with type parameters */
            to = js_angles(p, i);
        if (!to)
            return jf_one(p, T_OP, i);
        if (kind(p, to) == T_LPAREN && jf_arrow(p, to))
            js_type_params(p, i);
        p->operand_at = to;
        return jf_drop(p, i, to);
    }
    bool op = js_accepts(p, T_OP);
    bool heir = op && js_accepts(p, J_BLOCK); /* class A extends B<C> { */
    if (op && !p->ts && !heir)
        return jf_one(p, T_OP, i);
    u32 to = js_angles(p, i);
    if (!to)
        return jf_one(p, T_OP, i);
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
        return jf_one(p, T_OP, i);
    if (!op)
        js_type_params(p, i);
    if (!may_begin_member(p, i))
        p->called_at = to;
    p->operator_at = to;
    return jf_drop(p, i, to);
}

/* : */
static u32 colon(Js *p, u32 i)
{
    if (js_accepts(p, T_COLON))
        return jf_one(p, T_COLON, i);
    if (js_accepts(p, J_TYPE)) {
        ExprId e;
        u32 to = js_type(p, i + 1, &e, false);
        if (to > i + 1) {
            JsVal v = {.off = tk(p, i + 1)->off, .end = token_end(p, to - 1), .id = e};
            p->operator_at = to;
            return jf_send_value(p, J_TYPE, i, v) ? to : jf_recover(p, i);
        }
    }
    return jf_one(p, T_COLON, i);
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

/* A statement or member ends before token i where it cannot go on. Decided before the token is looked at when its meaning hangs on it. */
static void end_line(Js *p, u32 i)
{
    int k = kind(p, i), sub = tk(p, i)->sub;
    bool asks = k == T_IDENT ? sub != W_in && sub != W_instanceof
                             : k == T_LBRACKET || k == T_LPAREN || k == J_AT || (k == J_MUL && sub == JS_STAR) || (k == T_OP && sub == JS_LT);
    if (asks && !needs_more[p->last] && p->last != T_END && !js_accepts(p, k) && js_accepts(p, T_SEP))
        jf_semicolon(p);
}

static u32 step(Js *p, u32 i)
{
    int k = kind(p, i), sub = tk(p, i)->sub;
    if (new_line(p, i) || p->carry_nl)
        end_line(p, i);
    switch (k) {
    case T_IDENT:
        return jf_word(p, i);
    case T_LPAREN:
        if (i != p->called_at && may_begin_member(p, i) && js_accepts(p, J_KEYMARK) && js_accepts(p, J_STATICBLOCK) && p->last != J_MOD) { /* call signature */
            JsVal v = {.off = tk(p, i)->off, .end = tk(p, i)->off, .as = V_NAME};
            jf_send_value(p, T_IDENT, i, v);
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
        return sub == JS_LT ? angle(p, i) : jf_one(p, k, i);
    }
    case J_QM:
        return js_accepts(p, J_QM) ? jf_one(p, k, i) : jf_drop(p, i, i + 1);
    case J_UNARY:
        if (sub == JS_NOT && !operand(p, i) && !new_line(p, i)) { /* x! */
            p->last_end = token_end(p, i);
            return i + 1;
        }
        return jf_one(p, k, i);
    case J_INCDEC:
        return jf_one_sub(p, operand(p, i) || new_line(p, i) ? J_UNARY : J_INCDEC, i, JS_STEP, i + 1);
    case J_PLUS:
        if (!operand(p, i) || (before(p, i) == T_RBRACE && js_accepts(p, J_PLUS)))
            return jf_one(p, k, i);
        return jf_one_sub(p, J_UNARY, i, (u16)sub, i + 1);
    case J_MUL:
        if (sub == JS_STAR && js_accepts(p, J_KEYMARK))
            return jf_one_sub(p, J_MOD, i, W_yield, i + 1);
        return jf_one(p, k, i);
    case J_AT:
        return jf_one(p, !js_accepts(p, J_AT) && js_accepts(p, J_XAT) ? J_XAT : J_AT, i);
    case T_DOT:
        if (sub == JS_OPTIONAL && kind(p, i + 1) != T_IDENT) { /* a?.(…), a?.[…] */
            if (kind(p, i + 1) == T_OP && js_angles(p, i + 1)) {
                p->operator_at = js_angles(p, i + 1);
                return p->operator_at;
            }
            p->operator_at = i + 1;
            return jf_drop(p, i, i + 1);
        }
        return jf_one(p, k, i);
    case T_ERROR: {
        u32 to = merge_marker(p, i);
        if (to)
            return to;
        report(p, S("character"), tk(p, i)->off, tk(p, i)->off + 1);
        return jf_drop(p, i, i + 1);
    }
    default:
        return jf_one(p, k, i);
    }
}

static inline bool is_direct(const Js *p, u32 i)
{
    const Token *t = &p->tok.v[i];
    int k = t->kind & JF_KIND;
    if (t->kind & JF_NL || p->carry_nl)
        return false;
    if (k != T_IDENT)
        return direct[k] || (k == T_DOT && t->sub != JS_OPTIONAL);
    if (before(p, i) == T_DOT)
        return true;
    int next = t[1].kind & JF_KIND; /* T_END is the last */
    return t->sub == W_NONE && next != J_ARROW && next != T_COLON;
}

void js_run(Js *p)
{
    for (u32 i = 0; kind(p, i) != T_END;) {
        p->at = i;
        if (is_direct(p, i)) {
            i = deliver(p, kind(p, i), js_token_value(p, i)) ? i + 1 : jf_recover(p, i);
            continue;
        }
        u32 next = step(p, i);
        if (p->error) /* a token made by the filter was not taken */
            next = jf_recover(p, next > i ? next - 1 : i);
        i = next > i ? next : i + 1;
    }
    u32 end = (u32)p->tok.n - 1;
    p->at = end;
    if (!jf_send_value(p, T_END, end, (JsVal){.off = p->len, .end = p->len}))
        report(p, S("unexpected end of file"), p->last_end, p->len);
}
