/* apply.c: calls of functions, classes, methods and things of an SDK's surface. */
#include "emit.h"

Values call_values(Project *p, Values callee, Site at)
{
    Values out = {.open = callee.open};
    for (i32 i = 0; i < callee.n; i++)
        out = values_union(p->a, out, apply(p, callee.v[i], at));
    return out;
}

Str object_type(const Value *v)
{
    switch ((ValueKind)v->kind) {
    case V_OBJECT:
        return v->text;
    case V_CLIENT:
        return S("$client");
    case V_PAGINATOR:
        return S("$paginator");
    case V_WAITER:
        return S("$waiter");
    case V_REQUEST:
        return S("$request");
    case V_TEXT:
    case V_BOOL:
        return S("$text");
    case V_LIST:
        return S("$list");
    case V_MAP:
        return S("$map");
    case V_FUNCTION:
    case V_METHOD:
    case V_PARTIAL:
        return S("$function");
    default:
        return (Str){0};
    }
}

static Values apply_method(Project *p, const Value *m, Site call)
{
    const Value *self = m->self;
    Str lang = self->sdk.len ? self->sdk : p->files[call.file].f->lang;
    Surface s;
    if (self->kind == V_RESOURCE || self->kind == V_COLLECTION)
        return resource_call(p, self, m->text, call);
    Str type = object_type(self);
    Values result;
    if (self->kind == V_CLIENT && client_result(p, m, call, &result))
        return result;
    if (type.len && surface_method(p, lang, type, self->service, m->text, &s))
        return surface_call(p, &s, self, call);
    if (self->kind == V_INSTANCE && !is_building(self) && generated_set(p, self, m->text, call, &result))
        return result;
    if (is_building(self))
        return building(p, self, m->text, call);
    if ((self->kind == V_INSTANCE || self->kind == V_CLASS) && is_enum(p, self) &&
        surface_find(p, lang, str_cat(p->a, S("$enum."), m->text), &s))
        return surface_call(p, &s, self, call);
    if (self->kind == V_INSTANCE && surface_find(p, lang, str_cat(p->a, S("$instance."), m->text), &s))
        return surface_call(p, &s, self, call);
    if (self->kind != V_INSTANCE && surface_find(p, lang, str_cat(p->a, S("$any."), m->text), &s))
        return surface_call(p, &s, self, call);
    if (self->kind == V_CLIENT || self->kind == V_OBJECT || self->kind == V_PAGINATOR || self->kind == V_WAITER)
        return values_extern(p->a, S("sdk()"));
    return values_extern(p->a, S("other()"));
}

/* class Report extends GetObjectCommand { constructor(name) { super({…}) } }: the request that an instance is. */
static Values derived_request(Project *p, const Value *inst)
{
    const Facts *f = p->files[inst->file].f;
    const Scope *cls = &f->scopes.v[inst->scope];
    u32 file = inst->file;
    FOR_LIST(f, cls->bases, it) {
        Surface s;
        Values b = eval(p, (Site){inst->file, ARG(f, it)->value, 0});
        if (b.n != 1 || b.v[0]->kind != V_EXTERN || !surface_find(p, f->lang, b.v[0]->text, &s) || !str_starts(surface_word(s.does, 1), S("request")))
            continue;
        i32 ctor = class_constructor(p, &file, inst->scope);
        if (ctor < 0)
            return surface_call(p, &s, 0, inst->site);
        const Scope *c = &f->scopes.v[ctor];
        for (u32 i = fact_from(f, c->off); i < f->facts.n && f->facts.v[i].off < c->end; i++)
            if (f->facts.v[i].kind == FACT_CALL && EXPR(f, EXPR(f, f->facts.v[i].value)->a)->flags & EXPR_SUPER)
                return surface_call(p, &s, 0, (Site){file, f->facts.v[i].value, frame_for(p, file, (ScopeId)ctor, inst->site, inst, 0)});
        return surface_type(p, f->lang, &s);
    }
    return (Values){0};
}

Values apply(Project *p, const Value *callee, Site call)
{
    if (call.expr && callee->kind != V_FUNCTION && callee->kind != V_CLASS && callee->kind != V_EXTERN && callee->kind != V_METHOD &&
        callee->kind != V_NULL && callee->kind != V_PARTIAL) {
        const Facts *f = p->files[call.file].f;
        if (f->traits & TRAIT_MODULES_CLASSES && EXPR(f, call.expr)->kind == EX_CALL && !EXPR(f, call.expr)->nargs)
            return values_one(p->a, callee); /* the accessor of a field: record.name() */
    }
    switch ((ValueKind)callee->kind) {
    case V_FUNCTION:
        if (!takes_args(p, callee->file, callee->scope, call))
            return (Values){0};
        if (is_proto(p, callee->file, callee->scope) && call.expr && EXPR(p->files[call.file].f, call.expr)->kind == EX_NEW) {
            Value *v = value_new(p->a, V_INSTANCE);
            v->file = callee->file;
            v->scope = callee->scope;
            v->site = call;
            return values_one(p->a, v);
        }
        return function_returns(p, callee->file, callee->scope,
                                frame_for(p, callee->file, callee->scope, call, callee->self, 0));
    case V_CLASS: {
        const Facts *f = p->files[callee->file].f;
        bool constant = EXPR(p->files[call.file].f, call.expr)->kind == EX_NEW; /* RED("red") in the enum itself */
        if (f->scopes.v[callee->scope].flags & SCOPE_ENUM && !constant) /* Color("red") */
            return class_values(p, callee);
        Value *v = value_new(p->a, V_INSTANCE);
        v->file = callee->file;
        v->scope = callee->scope;
        v->site = call;
        Values request = f->traits & TRAIT_MODULES_PATHS && call.expr ? derived_request(p, v) : (Values){0};
        return request.n ? request : values_one(p->a, v);
    }
    case V_EXTERN: {
        Surface s;
        if (surface_find(p, p->files[call.file].f->lang, callee->text, &s))
            return surface_call(p, &s, 0, call);
        if (p->files[call.file].f->traits & (TRAIT_MODULES_CLASSES | TRAIT_MODULES_PATHS)) { /* a method of something unknown */
            iz dot = str_rfind_u8(callee->text, '.');
            if (dot > 0 && p->files[call.file].f->traits & TRAIT_MODULES_CLASSES && sdk_word(p, S("invoker"), str_from(callee->text, dot + 1)) &&
                surface_find(p, p->files[call.file].f->lang, str_head(callee->text, dot), &s) && !str_eq(surface_word(s.does, 0), S("type")))
                return surface_call(p, &s, 0, (Site){call.file, 0, call.frame}); /* S3Client::create, kept and called by get() */
            if (dot > 0 && surface_find(p, p->files[call.file].f->lang, str_cat(p->a, S("$any"), str_from(callee->text, dot)), &s))
                return surface_call(p, &s, values_extern(p->a, str_head(callee->text, dot)).v[0], call);
        }
        return values_extern(p->a, str_cat(p->a, callee->text, S("()")));
    }
    case V_MODULE: /* module.exports = function or class */
        return call_values(p, common_export(p, callee->file, (Str){0}), call);
    case V_METHOD:
        return apply_method(p, callee, call);
    case V_PARTIAL: {
        Surface s;
        if (callee->self->kind == V_EXTERN && callee->site.expr && surface_find(p, p->files[callee->site.file].f->lang, callee->self->text, &s) &&
            (str_starts(s.does, S("client ")) || str_starts(s.does, S("resource "))))
            return surface_client(p, &s, callee->site, callee->skip, (Values){0}); /* partial(boto3.client, "s3") */
        return apply(p, callee->self, callee->site);
    }
    case V_INSTANCE: {
        u32 file = callee->file;
        i32 m = class_method(p, &file, callee->scope, S("__call__"));
        if (m >= 0)
            return function_returns(p, file, (ScopeId)m, frame_for(p, file, (ScopeId)m, call, callee, 0));
        return UNKNOWN_VALUES;
    }
    case V_OBJECT:
    case V_CLIENT: {
        Surface s;
        Str type = callee->kind == V_CLIENT ? S("$client") : callee->text;
        if (surface_method(p, callee->sdk, type, callee->service, S("()"), &s))
            return surface_call(p, &s, callee, call);
        return values_extern(p->a, S("sdk()"));
    }
    case V_NULL:
        return (Values){0};
    default:
        return values_extern(p->a, S("other()"));
    }
}
