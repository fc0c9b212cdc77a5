/* dump.c: facts as text, one line a fact, for people who debug a front end and for golden tests. The form is stable:
 *
 *     LINE:COL KIND ...          indented by two blanks a scope level
 *
 *     import MODULE[.SYMBOL as] ...   scope KIND NAME(params) -> type : bases @decorators {flags}
 *     bind TARGET : TYPE = VALUE {flags}   call EXPR   return EXPR   outer NAME   export NAME = EXPR   unsupported "why"
 */
#include "facts.h"

static void text(Buf *b, Str s)
{
    static const char hex[] = "0123456789abcdef";
    buf_u8(b, '"');
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        if (c == '"' || c == '\\') {
            buf_u8(b, '\\');
            buf_u8(b, c);
        } else if (c == '\n') {
            buf_str(b, S("\\n"));
        } else if (c < 32 || c == 127) {
            buf_str(b, S("\\x"));
            buf_u8(b, (u8)hex[c >> 4]);
            buf_u8(b, (u8)hex[c & 15]);
        } else {
            buf_u8(b, c);
        }
    }
    buf_u8(b, '"');
}

static void dump(Buf *b, const Facts *f, ExprId id, int depth);

/* A name: argument, literal key. Quoted when it would break the line or read as something else. */
static void key(Buf *b, Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] <= 32 || s.s[i] == 127 || s.s[i] == '"') {
            text(b, s);
            return;
        }
    buf_str(b, s);
}

static void dump_list(Buf *b, const Facts *f, ArgId first, int depth)
{
    for (ArgId i = first; i; i = ARG(f, i)->next) {
        const Arg *a = ARG(f, i);
        if (i != first)
            buf_str(b, S(", "));
        if (a->splat)
            buf_str(b, a->splat == 2 ? S("**") : S("*"));
        if (a->name.len) {
            key(b, a->name);
            buf_u8(b, '=');
        } else if (a->key) {
            buf_u8(b, '[');
            dump(b, f, a->key, depth);
            buf_str(b, S("]="));
        }
        dump(b, f, a->value, depth);
    }
}

/* The type of a list or map, where the literal says it: "[…]:TYPE". */
static void dump_literal_type(Buf *b, const Facts *f, ExprId type, int depth)
{
    if (type) {
        buf_u8(b, ':');
        dump(b, f, type, depth);
    }
}

static void dump(Buf *b, const Facts *f, ExprId id, int depth)
{
    const Expr *e = EXPR(f, id);
    if (depth > FACTS_MAX_DEPTH) {
        buf_str(b, S("..."));
        return;
    }
    depth++;
    switch ((ExprKind)e->kind) {
    case EX_NONE:
        buf_u8(b, '-');
        break;
    case EX_UNKNOWN:
        buf_u8(b, '?');
        if (e->args) {
            buf_u8(b, '(');
            dump_list(b, f, e->args, depth);
            buf_u8(b, ')');
        }
        break;
    case EX_NAME:
    case EX_NUMBER:
    case EX_BOOL:
        buf_str(b, e->str);
        break;
    case EX_NULL:
        buf_str(b, S("null"));
        break;
    case EX_STRING:
        text(b, e->str);
        break;
    case EX_TEMPLATE:
        buf_str(b, S("f("));
        dump_list(b, f, e->args, depth);
        buf_u8(b, ')');
        break;
    case EX_MEMBER:
        dump(b, f, e->a, depth);
        buf_u8(b, '.');
        buf_str(b, e->str);
        break;
    case EX_INDEX:
        dump(b, f, e->a, depth);
        buf_u8(b, '[');
        if (e->flags & EXPR_SLICE)
            buf_u8(b, ':');
        dump(b, f, e->b, depth);
        buf_u8(b, ']');
        break;
    case EX_NEW:
        buf_str(b, S("new "));
        /* fall through */
    case EX_CALL:
        dump(b, f, e->a, depth);
        buf_u8(b, e->flags & EXPR_FIELDS ? '{' : '(');
        dump_list(b, f, e->args, depth);
        buf_u8(b, e->flags & EXPR_FIELDS ? '}' : ')');
        break;
    case EX_LIST:
        buf_str(b, e->flags & EXPR_OPEN ? S("[each ") : S("["));
        dump_list(b, f, e->args, depth);
        buf_u8(b, ']');
        dump_literal_type(b, f, e->a, depth);
        break;
    case EX_MAP:
        buf_str(b, e->flags & EXPR_OPEN ? S("{each ") : S("{"));
        dump_list(b, f, e->args, depth);
        buf_u8(b, '}');
        dump_literal_type(b, f, e->a, depth);
        break;
    case EX_CONCAT:
        buf_u8(b, '(');
        dump(b, f, e->a, depth);
        buf_str(b, e->flags & EXPR_PERCENT ? S(" % ") : e->flags & EXPR_SLASH ? S(" / ") : e->flags & EXPR_UNION ? S(" |+ ") : S(" + "));
        dump(b, f, e->b, depth);
        buf_u8(b, ')');
        break;
    case EX_CHOICE:
        buf_u8(b, '(');
        dump(b, f, e->a, depth);
        buf_str(b, e->flags & EXPR_AND ? S(" & ") : S(" | "));
        dump(b, f, e->b, depth);
        buf_u8(b, ')');
        break;
    case EX_LAMBDA:
        buf_str(b, S("lambda#"));
        buf_int(b, e->scope);
        break;
    case EX_TYPE:
        buf_str(b, S("type("));
        dump(b, f, e->a, depth);
        buf_u8(b, ')');
        break;
    }
}

void expr_dump(Buf *out, const Facts *f, ExprId e)
{
    dump(out, f, e, 0);
}

static void flags(Buf *b, u32 set, const Str *names)
{
    bool any = false;
    for (int i = 0; i < 16; i++)
        if (set >> i & 1 && names[i].len) {
            buf_str(b, any ? S(" ") : S(" {"));
            buf_str(b, names[i]);
            any = true;
        }
    if (any)
        buf_u8(b, '}');
}

static const Str scope_flags[16] = {
    S_INIT("loop"), S_INIT("branch"), S_INIT("static"), S_INIT("classmethod"), S_INIT("generator"), S_INIT("async"),
    S_INIT("interface"), S_INIT("enum"), S_INIT("property"), S_INIT("constructor"), S_INIT("nests"), S_INIT("with"),
    S_INIT("test"),
};

static const Str fact_flags[16] = {
    S_INIT("declare"), S_INIT(""), S_INIT("augment"), S_INIT("iter"), S_INIT("enter"), S_INIT("const"), S_INIT("static"),
    S_INIT("type"), S_INIT("default"), S_INIT("keys"), S_INIT("type-only"), S_INIT("static"), S_INIT("local"),
    S_INIT("yield"), S_INIT("catch"), S_INIT("each"),
};

static void dump_decorators(Buf *b, const Facts *f, ArgId first)
{
    for (ArgId i = first; i; i = ARG(f, i)->next) {
        buf_str(b, S(" @"));
        dump(b, f, ARG(f, i)->value, 0);
    }
}

static void dump_scope(Buf *b, const Facts *f, ScopeId id)
{
    static const Str kinds[] = {S_INIT("module"), S_INIT("class"), S_INIT("function"), S_INIT("lambda"), S_INIT("block")};
    const Scope *s = &f->scopes.v[id];
    buf_str(b, kinds[s->kind]);
    if (s->name.len) {
        buf_u8(b, ' ');
        buf_str(b, s->name);
    }
    if (s->kind == SCOPE_LAMBDA) {
        buf_u8(b, '#');
        buf_int(b, id);
    }
    if (s->kind == SCOPE_FUNCTION || s->kind == SCOPE_LAMBDA || s->nparams) {
        static const Str marks[] = {S_INIT(""), S_INIT("*"), S_INIT("**"), S_INIT("!"), S_INIT("@")};
        buf_u8(b, '(');
        for (u32 i = 0; i < s->nparams; i++) {
            const Param *p = &f->params.v[s->params + i];
            if (i)
                buf_str(b, S(", "));
            buf_str(b, marks[p->kind]);
            if (p->flags & PARAM_FIELD)
                buf_u8(b, '.');
            if (p->pattern)
                dump(b, f, p->pattern, 0);
            buf_str(b, p->name);
            if (p->type) {
                buf_str(b, S(": "));
                dump(b, f, p->type, 0);
            }
            if (p->dflt) {
                buf_str(b, S(" = "));
                dump(b, f, p->dflt, 0);
            }
            dump_decorators(b, f, p->decorators);
        }
        buf_u8(b, ')');
    }
    if (s->owner) {
        buf_str(b, S(" of "));
        dump(b, f, s->owner, 0);
    }
    if (s->returns) {
        buf_str(b, S(" -> "));
        dump(b, f, s->returns, 0);
    }
    if (s->bases.head) {
        buf_str(b, S(" : "));
        dump_list(b, f, s->bases.head, 0);
    }
    dump_decorators(b, f, s->decorators.head);
    flags(b, s->flags, scope_flags);
}

static void dump_fact(Buf *b, const Facts *f, const Fact *x)
{
    switch ((FactKind)x->kind) {
    case FACT_IMPORT:
        buf_str(b, S("import "));
        text(b, x->module);
        if (x->symbol.len) {
            buf_u8(b, ' ');
            buf_str(b, x->symbol);
        }
        if (x->name.len) {
            buf_str(b, S(" as "));
            buf_str(b, x->name);
        }
        break;
    case FACT_SCOPE:
        dump_scope(b, f, x->opens);
        break;
    case FACT_BIND:
        buf_str(b, S("bind "));
        dump(b, f, x->target, 0);
        if (x->type) {
            buf_str(b, S(" : "));
            dump(b, f, x->type, 0);
        }
        if (x->value) {
            buf_str(b, S(" = "));
            dump(b, f, x->value, 0);
        }
        dump_decorators(b, f, x->decorators);
        break;
    case FACT_CALL:
        buf_str(b, S("call "));
        dump(b, f, x->value, 0);
        break;
    case FACT_RETURN:
        buf_str(b, S("return "));
        dump(b, f, x->value, 0);
        break;
    case FACT_OUTER:
        buf_str(b, S("outer "));
        buf_str(b, x->name);
        break;
    case FACT_EXPORT:
        buf_str(b, S("export "));
        buf_str(b, x->name);
        if (x->value) {
            buf_str(b, S(" = "));
            dump(b, f, x->value, 0);
        }
        break;
    case FACT_UNSUPPORTED:
        buf_str(b, S("unsupported "));
        text(b, x->name);
        break;
    }
    if (x->kind != FACT_SCOPE)
        flags(b, x->flags, fact_flags);
}

void facts_dump(Buf *b, Facts *f)
{
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        for (ScopeId s = x->scope; s; s = f->scopes.v[s].parent)
            buf_str(b, S("  "));
        LineCol at = source_where(f->arena, f->src, x->off);
        buf_int(b, at.line);
        buf_u8(b, ':');
        buf_int(b, at.col);
        buf_u8(b, ' ');
        dump_fact(b, f, x);
        buf_u8(b, '\n');
    }
}
