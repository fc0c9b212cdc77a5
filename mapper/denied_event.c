/* denied_event.c: denials in JSON (denied.h): CloudTrail events, alone, in Records, under EventBridge's detail or as strings; decoded
 * authorization messages; error bodies; and strings of any other JSON, which may hold all of these again.
 *
 * An event that carries no sentence still tells operation and parameters: then the actions are those that the operation needs by the rules
 * that generated policies follow (mapcall.h), with the parameters as arguments. */
#include "mapper/denied_part.h"

#include <cjson/cJSON.h>

#include "mapper/evaluate.h"
#include "mapper/mapcall.h"

enum {
    STRING_DEPTH = 5,    /* JSON in a string in JSON … */
    VALUE_DEPTH = 100,
    PARAM_DEPTH = 16,
    ARNS_MAX = 16,       /* resources of an event that are looked at */
};

static const cJSON *get(const cJSON *o, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(o, key);
}

static Str text_of(const cJSON *v)
{
    return cJSON_IsString(v) ? str_c(v->valuestring) : (Str){0};
}

static Str kept(Search *s, const cJSON *v)
{
    return str_dup(s->a, text_of(v));
}

/* ---------------------------------------------------------------- decoded authorization messages */

static bool read_decoded(Denial *d, Arena *a, const Table *t, const cJSON *v)
{
    const cJSON *context = get(v, "context"), *deny = get(v, "explicitDeny");
    Str action = text_of(get(context, "action"));
    if (!cJSON_IsBool(deny) || !action.len)
        return false;
    Str letters = action_letters(a, t, action, &d->action_listed);
    if (!letters.len)
        return false;
    d->action = letters;
    Str who = text_of(get(get(context, "principal"), "arn"));
    if (who.len)
        d->principal = principal_parse(a, str_dup(a, who));
    Str resource = text_of(get(context, "resource"));
    if (resource.len)
        resource_set(d, a, str_dup(a, resource), false);
    d->explicit_deny = cJSON_IsTrue(deny);
    d->guessed = false;
    const cJSON *items = get(get(v, "matchedStatements"), "items"), *x;
    cJSON_ArrayForEach(x, items)
    {
        Str type = text_of(get(x, "sourcePolicyType")), id = text_of(get(x, "sourcePolicyId"));
        if (type.len)
            d->kind = policy_kind(type);
        if (id.len && !d->policy_arn.len)
            d->policy_arn = str_dup(a, id);
    }
    return true;
}

bool denial_decoded(Denial *d, Arena *a, const Table *t, Str json)
{
    cJSON *v = cJSON_ParseWithLength((const char *)json.s, (size_t)json.len);
    bool ok = v && read_decoded(d, a, t, v);
    cJSON_Delete(v);
    return ok;
}

/* ---------------------------------------------------------------- CloudTrail events */

/* "CreateFunction20150331", "CreateDistribution2015_07_27", "UpdateFunctionCode20150331v2" without what follows the name. */
static Str undated(Str name)
{
    for (iz i = 1; i + 8 <= name.len; i++) {
        if (name.s[i] != '2' || name.s[i + 1] != '0')
            continue;
        bool all = true;
        for (iz k = i; k < name.len && all; k++) {
            u8 c = name.s[k];
            all = (c >= '0' && c <= '9') || c == '_' || (c == 'v' && k >= i + 8);
        }
        if (all)
            return str_head(name, i);
    }
    return (Str){0};
}

static bool has_operation(const Table *t, Str service, Str name, Str *operation)
{
    if (tbl_find2(t, TBL_operation, service, name).n) {
        *operation = name;
        return true;
    }
    Rows r = tbl_prefix(t, TBL_operation, 1, service, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (str_ieq(tbl_get(t, TBL_operation, i, operation_name), name)) {
            *operation = tbl_get(t, TBL_operation, i, operation_name);
            return true;
        }
    return false;
}

static bool try_service(const Table *t, Str service, Str name, Str *id, Str *operation)
{
    Str plain = undated(name);
    if (!tbl_find1(t, TBL_service, service).n)
        return false;
    if (!has_operation(t, service, name, operation) && !(plain.len && has_operation(t, service, plain, operation)))
        return false;
    *id = tbl_get(t, TBL_service, tbl_find1(t, TBL_service, service).first, service_id); /* the name given may not live long */
    return true;
}

/* The operation behind an event. eventSource is the service's own name before ".amazonaws.com", its endpoint's or another. */
static bool event_operation(const Table *t, Str host, Str name, Str *id, Str *operation)
{
    iz dot = str_find(host, S(".amazonaws.com"));
    if (dot > 0)
        host = str_head(host, dot);
    Rows named = tbl_find1(t, TBL_eventsource, host);
    Str list = named.n ? tbl_get(t, TBL_eventsource, named.first, eventsource_service) : (Str){0}, one;
    while (str_cut(&list, ',', &one))
        if (try_service(t, one, name, id, operation))
            return true;
    if (try_service(t, host, name, id, operation))
        return true;
    for (u32 i = 0; i < tbl_count(t, TBL_service); i++)
        if (str_eq(tbl_get(t, TBL_service, i, service_endpoint), host) || str_eq(tbl_get(t, TBL_service, i, service_signing), host))
            if (try_service(t, tbl_get(t, TBL_service, i, service_id), name, id, operation))
                return true;
    return false;
}

/* The member of a structure that an event calls `name` (bucketName for Bucket is not one: such names say nothing). */
static Str member_named(const Table *t, Str service, Str shape, Str name, Str *target)
{
    Rows r = tbl_prefix(t, TBL_member, 2, service, shape);
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (str_ieq(tbl_get(t, TBL_member, i, member_name), name)) {
            *target = tbl_get(t, TBL_member, i, member_target);
            return tbl_get(t, TBL_member, i, member_name);
        }
    /* S3 says bucketName for Bucket */
    if (str_ends(name, S("Name")))
        for (u32 i = r.first; i < r.first + r.n; i++)
            if (str_ieq(tbl_get(t, TBL_member, i, member_name), str_head(name, name.len - 4))) {
                *target = tbl_get(t, TBL_member, i, member_target);
                return tbl_get(t, TBL_member, i, member_name);
            }
    return (Str){0};
}

static const ArgValue *argument(Search *s, Str service, Str shape, const cJSON *v, int depth)
{
    ArgValue *out = new(s->a, ArgValue, 1);
    Rows r = tbl_find2(s->t, TBL_shape, service, shape);
    Str type = r.n ? tbl_get(s->t, TBL_shape, r.first, shape_type) : (Str){0}, of = r.n ? tbl_get(s->t, TBL_shape, r.first, shape_of) : (Str){0};
    const cJSON *x;
    if (depth > PARAM_DEPTH)
        return out;
    if (cJSON_IsString(v)) {
        out->text = kept(s, v);
        if (str_find(out->text, S("HIDDEN_DUE_TO_SECURITY")) < 0)
            out->kind = ARG_TEXT;
    } else if (cJSON_IsBool(v)) {
        out->kind = ARG_BOOL;
        out->text = cJSON_IsTrue(v) ? S("true") : S("false");
    } else if (cJSON_IsNumber(v)) {
        Buf b = {.a = s->a};
        if (v->valuedouble > -1e15 && v->valuedouble < 1e15 && v->valuedouble == (double)(i64)v->valuedouble) {
            buf_int(&b, (i64)v->valuedouble);
            out->kind = ARG_TEXT;
            out->text = buf_done(&b);
        }
    } else if (cJSON_IsNull(v)) {
        out->kind = ARG_NULL;
    } else if (cJSON_IsArray(v) && str_eq(type, S("list"))) {
        out->kind = ARG_LIST;
        cJSON_ArrayForEach(x, v)
            *vec_push(s->a, &out->items) = argument(s, service, of, x, depth + 1);
    } else if (cJSON_IsObject(v) && (str_eq(type, S("structure")) || str_eq(type, S("map")))) {
        out->kind = ARG_MAP;
        bool map = str_eq(type, S("map"));
        cJSON_ArrayForEach(x, v)
        {
            Str target = of, key = str_c(x->string), name = map ? str_dup(s->a, key) : member_named(s->t, service, shape, key, &target);
            if (!name.len)
                continue;
            ArgField *f = vec_push(s->a, &out->fields);
            f->name = name;
            f->value = argument(s, service, target, x, depth + 1);
        }
    }
    return out;
}

/* "role": the role behind a session, with its path. */
static void identity(Search *s, Principal *p, const cJSON *user)
{
    Str arn = kept(s, get(user, "arn")), account = kept(s, get(user, "accountId"));
    Str issuer = kept(s, get(get(get(user, "sessionContext"), "sessionIssuer"), "arn"));
    if (!arn.len)
        arn = kept(s, get(user, "invokedBy"));
    if (p->kind == PRINCIPAL_UNKNOWN)
        *p = principal_parse(s->a, arn.len ? arn : account);
    Principal role = principal_parse(s->a, issuer);
    if (p->kind == PRINCIPAL_SESSION && role.kind == PRINCIPAL_ROLE && str_eq(role.name, p->name))
        p->role = issuer;
}

/* The ARNs that an event lists as its resources. */
static StrVec event_arns(Search *s, const cJSON *v)
{
    static const char *const keys[] = {"ARN", "arn", "Arn"};
    StrVec out = {0};
    const cJSON *x;
    cJSON_ArrayForEach(x, get(v, "resources"))
        for (iz i = 0; i < COUNTOF(keys) && out.n < ARNS_MAX; i++)
            if (str_starts(text_of(get(x, keys[i])), S("arn:")))
                *vec_push(s->a, &out) = kept(s, get(x, keys[i]));
    return out;
}

/* The one that a pattern stands for; the pattern itself when there is none. */
static Str narrowed(Search *s, Str pattern, const StrVec *arns)
{
    for (iz i = 0; i < arns->n; i++)
        if (!str_eq(pattern, S("*")) && arn_covers(s->a, pattern, arns->v[i]))
            return arns->v[i];
    return pattern;
}

/* What an event without a sentence needs. */
static void event_needs(Search *s, const cJSON *v, Denial *base, Str id, Str operation)
{
    const cJSON *params = get(v, "requestParameters");
    Rows op = tbl_find2(s->t, TBL_operation, id, operation);
    Str input = op.n ? tbl_get(s->t, TBL_operation, op.first, operation_input) : (Str){0};
    SdkCall *call = new(s->a, SdkCall, 1);
    ArgValue *none = new(s->a, ArgValue, 1), *region = new(s->a, ArgValue, 1), *account = new(s->a, ArgValue, 1);
    static Source here;
    none->kind = ARG_MAP;
    call->sdk = S("event");
    call->service = id;
    call->operation = call->written = operation;
    *vec_push(s->a, &call->services) = id;
    call->src = &here;
    call->args = cJSON_IsObject(params) && input.len ? argument(s, id, input, params, 0) : none;
    if (call->args->kind != ARG_MAP)
        call->args = none;
    region->kind = account->kind = ARG_TEXT;
    region->text = kept(s, get(v, "awsRegion"));
    account->text = kept(s, get(v, "recipientAccountId"));
    call->region = region->text.len ? region : 0;
    call->account = account->text.len ? account : 0;
    Needs needs = {0};
    Diags diags = {.a = s->a};
    PolicyOptions opt = policy_options();
    map_call(&needs, s->a, s->t, call, &opt, &diags);
    bool any = false;
    StrVec arns = event_arns(s, v);
    for (iz i = 0; i < needs.n; i++) {
        const Need *n = &needs.v[i];
        if (n->added || n->forward)
            continue;
        for (iz k = 0; k < n->resources.n; k++) {
            Denial d = *base;
            d.action = n->action;
            d.action_listed = true;
            d.resource = narrowed(s, n->resources.v[k].arn, &arns);
            d.guessed = any = true;
            search_add(s, &d);
        }
    }
    if (!any)
        search_add(s, base);
}

/* Reads an event. False: it is none. */
static bool event(Search *s, const cJSON *v)
{
    Str source = text_of(get(v, "eventSource")), name = kept(s, get(v, "eventName"));
    Str code = kept(s, get(v, "errorCode")), message = text_of(get(v, "errorMessage"));
    if (!name.len || !source.len || !(get(v, "userIdentity") || get(v, "eventVersion")))
        return false;
    if (!code.len && !message.len) {
        /* some services say it in the response */
        const cJSON *response = get(v, "responseElements");
        if (!cJSON_IsObject(response))
            return true;
        code = kept(s, get(response, "errorCode"));
        message = text_of(get(response, "errorMessage"));
        if (!message.len)
            message = text_of(get(response, "message"));
        if (!code.len && !message.len)
            return true;
    }
    Denial base = {.code = code, .off = s->off, .end = s->end, .text = str_dup(s->a, message)};
    Str id = {0}, operation = {0};
    bool known = event_operation(s->t, source, name, &id, &operation);
    base.operation = known ? operation : name;
    base.service = id;
    Denials found = {0};
    Seen seen = {0};
    Search inner = *s;
    inner.out = &found;
    inner.seen = &seen;
    search_text(&inner, message);
    for (iz i = 0; i < found.n; i++) {
        Denial d = found.v[i];
        Principal said = d.principal;
        identity(s, &d.principal, get(v, "userIdentity"));
        /* names in the sentence are those of the caller's account */
        if (said.kind == PRINCIPAL_UNKNOWN && d.resource_text.len)
            resource_set(&d, s->a, d.resource_text, d.literal);
        d.operation = base.operation;
        d.service = base.service;
        d.code = code;
        StrVec arns = event_arns(s, v);
        if (!d.resource.len && arns.n == 1)
            resource_set(&d, s->a, arns.v[0], true);
        if (!d.action.len && known) {
            identity(s, &base.principal, get(v, "userIdentity"));
            base.encoded = d.encoded;
            base.kind = d.kind;
            base.why = d.why;
            if (d.kind != DENIAL_NOT_IAM) {
                event_needs(s, v, &base, id, operation);
                continue;
            }
        }
        search_add(s, &d);
    }
    if (found.n)
        return true;
    identity(s, &base.principal, get(v, "userIdentity"));
    if (code_refuses(s->t, code)) {
        if (known)
            event_needs(s, v, &base, id, operation);
        else
            search_add(s, &base);
    }
    return true;
}

/* ---------------------------------------------------------------- any JSON */

/* An error body without a sentence: {"__type":"…#AccessDeniedException","message":"…"}. */
static void error_body(Search *s, const cJSON *v)
{
    static const char *const keys[] = {"__type", "code", "Code", "errorCode", "errorType"};
    for (iz i = 0; i < COUNTOF(keys); i++) {
        Str code = text_of(get(v, keys[i]));
        const cJSON *m = get(v, "message") ? get(v, "message") : get(v, "Message") ? get(v, "Message") : get(v, "errorMessage");
        Str other = code.len ? code_other(s->t, code) : (Str){0};
        bool aws = i == 0 || get(v, "$metadata") || get(v, "RequestId") || get(v, "requestId");
        if (!code.len || !aws || (!other.len && !code_refuses(s->t, code)))
            continue;
        Denial d = {.code = str_dup(s->a, code), .guessed = true, .text = kept(s, m), .off = s->off, .end = s->end};
        if (other.len) {
            d.kind = DENIAL_NOT_IAM;
            d.why = other;
        }
        search_add(s, &d);
        return;
    }
}

static void value(Search *s, const cJSON *v, int depth)
{
    const cJSON *x;
    if (depth > VALUE_DEPTH)
        return;
    if (cJSON_IsString(v)) {
        Search inner = *s;
        inner.depth++;
        Str text = str_c(v->valuestring);
        if (text.len && inner.depth <= STRING_DEPTH)
            search_any(&inner, str_dup(s->a, text));
        return;
    }
    if (cJSON_IsObject(v)) {
        Denial d = {.off = s->off, .end = s->end};
        if (event(s, v))
            return;
        if (read_decoded(&d, s->a, s->t, v)) {
            d.text = S("decoded authorization message");
            if (!cJSON_IsTrue(get(v, "allowed")))
                search_add(s, &d);
            return;
        }
    }
    iz before = s->out->n;
    cJSON_ArrayForEach(x, v)
        value(s, x, depth + 1);
    if (cJSON_IsObject(v) && s->out->n == before)
        error_body(s, v);
}

static bool may_start(Str s, iz i)
{
    u8 c = s.s[i];
    for (i++; i < s.len && (s.s[i] == ' ' || s.s[i] == '\n' || s.s[i] == '\r' || s.s[i] == '\t'); i++)
        ;
    return i < s.len && ((c == '{' && s.s[i] == '"') || (c == '[' && s.s[i] == '{'));
}

void search_any(Search *s, Str raw)
{
    Search inner = *s;
    iz from = 0;
    for (iz i = 0; i < raw.len && s->depth < STRING_DEPTH;) {
        if ((raw.s[i] != '{' && raw.s[i] != '[') || !may_start(raw, i)) {
            i++;
            continue;
        }
        const char *end = 0;
        cJSON *v = cJSON_ParseWithLengthOpts((const char *)raw.s + i, (size_t)(raw.len - i), &end, 0);
        iz e = end ? end - (const char *)raw.s : i + 1;
        if (!v) {
            i = e > i ? e : i + 1; /* nothing before the error is tried again: a long text costs one pass */
            continue;
        }
        inner = *s;
        if (!s->end)
            inner.off = s->off + from;
        search_text(&inner, str_head(str_from(raw, from), i - from));
        inner = *s;
        if (!s->end) {
            inner.off = s->off + i;
            inner.end = s->off + e;
        }
        value(&inner, v, 0);
        cJSON_Delete(v);
        i = from = e;
    }
    inner = *s;
    if (!s->end)
        inner.off = s->off + from;
    search_text(&inner, str_from(raw, from));
}
