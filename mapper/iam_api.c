/* iam_api.c: see iam_api.h. The query protocol: a form in, XML out. */
#include "mapper/iam_api.h"

#if HAVE_CURL

#include "mapper/mapcall.h"
#include "mapper/xml.h"

enum { PAGES_MAX = 1000 };

static const Str kinds[] = {[ENTITY_ROLE] = S_INIT("Role"), [ENTITY_USER] = S_INIT("User")};

typedef struct {
    Str key, value;
} Param;

/* ---------------------------------------------------------------- calling */

static bool fail(ApiError *e, Str code, Str message, long status)
{
    *e = (ApiError){code, message, status};
    return false;
}

static bool call(ApiClient *c, bool sts, Str action, const Param *params, iz n, bool once, const Xml **out, ApiError *error)
{
    Buf b = {.a = c->a};
    buf_str(&b, S("Action="));
    buf_str(&b, action);
    buf_str(&b, sts ? S("&Version=2011-06-15") : S("&Version=2010-05-08"));
    for (iz i = 0; i < n; i++) {
        if (!params[i].value.len)
            continue;
        buf_u8(&b, '&');
        buf_str(&b, params[i].key);
        buf_u8(&b, '=');
        aws_encode(&b, params[i].value);
    }
    AwsRequest r = {.method = S("POST"), .url = sts ? c->sts_url : c->iam_url, .body = buf_done(&b), .keys = &c->keys,
                    .service = sts ? S("sts") : S("iam"), .region = sts ? c->region : c->iam_region, .once = once};
    AwsResponse got;
    *vec_push(c->a, &r.headers) = S("Content-Type: application/x-www-form-urlencoded; charset=utf-8");
    if (c->log)
        *vec_push(c->a, c->log) = str_cat3(c->a, sts ? S("sts:") : S("iam:"), action, n && params[0].value.len < 600 ? str_cat(c->a, S(" "), params[0].value) : (Str){0});
    if (!aws_send(c->a, &r, &got))
        return fail(error, S("transport"), str_cat3(c->a, r.url, S(": "), got.error), 0);
    const Xml *x = xml_parse(c->a, got.body);
    if (got.status >= 200 && got.status < 300) {
        if (!x || !str_eq(x->name, str_cat(c->a, action, S("Response"))))
            return fail(error, S("answer"), str_cat3(c->a, S("the answer to "), action, S(" is not what the service sends")), got.status);
        *out = xml_child(x, str_cat(c->a, action, S("Result")));
        return true;
    }
    Buf m = {.a = c->a};
    Str code = xml_text(x, S("Error/Code"));
    buf_str(&m, action);
    buf_str(&m, S(": "));
    if (code.len) {
        buf_str(&m, code);
        buf_str(&m, S(": "));
        buf_str(&m, xml_text(x, S("Error/Message")));
    } else {
        buf_str(&m, S("HTTP status "));
        buf_int(&m, got.status);
    }
    return fail(error, code.len ? code : S("answer"), buf_done(&m), got.status);
}

static bool missing(ApiClient *c, ApiError *e, Str action, Str what)
{
    return fail(e, S("answer"), str_cat(c->a, str_cat3(c->a, S("the answer to "), action, S(" has no ")), what), 200);
}

/* Every member of a paged list: its text, or its child named `field`. */
static bool list(ApiClient *c, Str action, const Param *params, iz n, Str member, Str field, StrVec *out, ApiError *error)
{
    Param p[6];
    Str marker = {0};
    for (iz i = 0; i < n; i++)
        p[i] = params[i];
    p[n].key = S("Marker");
    for (int page = 0; page < PAGES_MAX; page++) {
        const Xml *x;
        p[n].value = marker;
        if (!call(c, false, action, p, n + 1, false, &x, error))
            return false;
        const Xml *all = xml_child(x, member);
        if (!all)
            return missing(c, error, action, member);
        for (const Xml *m = all->child; m; m = m->next)
            *vec_push(c->a, out) = field.len ? xml_text(m, field) : m->text;
        if (!str_eq(xml_text(x, S("IsTruncated")), S("true")))
            return true;
        Str next = xml_text(x, S("Marker"));
        if (!next.len || str_eq(next, marker))
            return missing(c, error, action, S("new marker"));
        marker = next;
    }
    return missing(c, error, action, S("end"));
}

static Str percent_decoded(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        int v = 0, ok = s.s[i] == '%' && i + 2 < s.len;
        for (int k = 1; k <= 2 && ok; k++) {
            u8 h = s.s[i + k];
            int d = h >= '0' && h <= '9' ? h - '0' : (h | 32) >= 'a' && (h | 32) <= 'f' ? (h | 32) - 'a' + 10 : -1;
            ok = d >= 0;
            v = v * 16 + d;
        }
        buf_u8(&b, ok ? (u8)v : s.s[i]);
        i += ok ? 2 : 0;
    }
    return buf_done(&b);
}

/* ---------------------------------------------------------------- opening */

bool api_open(ApiClient *c, Arena *a, const Table *t, Str profile, Str region, Str partition, Str *why)
{
    StrVec *log = c->log;
    *c = (ApiClient){.a = a, .t = t, .log = log};
    if (!aws_config(a, profile, &c->config, why))
        return false;
    if (region.len)
        c->config.region = region;
    Str of = c->config.region.len ? partition_of(t, c->config.region) : (Str){0};
    if (c->config.region.len && !of.len) {
        *why = str_cat3(a, S("no partition has a region '"), c->config.region, S("'"));
        return false;
    }
    if (of.len && partition.len && !str_eq(of, partition)) {
        Buf b = {.a = a};
        buf_str(&b, S("the region "));
        buf_str(&b, c->config.region);
        buf_str(&b, S(" lies in partition "));
        buf_str(&b, of);
        buf_str(&b, S(", the principal in "));
        buf_str(&b, partition);
        *why = buf_done(&b);
        return false;
    }
    Rows r = tbl_find1(t, TBL_iamendpoint, of.len ? of : partition.len ? partition : S("aws"));
    if (!r.n) {
        *why = S("no address of IAM is known for this partition");
        return false;
    }
    c->iam_region = tbl_get(t, TBL_iamendpoint, r.first, iamendpoint_region);
    c->iam_url = c->config.endpoint_iam.len ? c->config.endpoint_iam : str_cat3(a, S("https://"), tbl_get(t, TBL_iamendpoint, r.first, iamendpoint_host), S("/"));
    if (!c->config.region.len)
        c->config.region = c->iam_region;
    c->region = c->config.region;
    c->sts_url = aws_sts_url(a, t, &c->config, c->region);
    return aws_keys(a, t, &c->config, &c->keys, why);
}

/* ---------------------------------------------------------------- STS */

bool api_caller(ApiClient *c, ApiCaller *out, ApiError *error)
{
    const Xml *x;
    if (!call(c, true, S("GetCallerIdentity"), 0, 0, false, &x, error))
        return false;
    out->account = xml_text(x, S("Account"));
    out->arn = xml_text(x, S("Arn"));
    return out->account.len ? true : missing(c, error, S("GetCallerIdentity"), S("Account"));
}

bool api_decode(ApiClient *c, Str message, Str *json, ApiError *error)
{
    const Xml *x;
    if (!call(c, true, S("DecodeAuthorizationMessage"), &(Param){S("EncodedMessage"), message}, 1, false, &x, error))
        return false;
    *json = xml_text(x, S("DecodedMessage"));
    return json->len ? true : missing(c, error, S("DecodeAuthorizationMessage"), S("DecodedMessage"));
}

/* ---------------------------------------------------------------- roles, users */

static Str named(ApiClient *c, Str before, EntityKind kind, Str after)
{
    return str_cat3(c->a, before, kinds[kind], after);
}

bool api_entity_arn(ApiClient *c, EntityKind kind, Str name, Str *arn, ApiError *error)
{
    const Xml *x;
    Str action = named(c, S("Get"), kind, S(""));
    if (!call(c, false, action, &(Param){named(c, S(""), kind, S("Name")), name}, 1, false, &x, error))
        return false;
    *arn = xml_text(xml_child(x, kinds[kind]), S("Arn"));
    return arn->len ? true : missing(c, error, action, S("Arn"));
}

bool api_inline_names(ApiClient *c, EntityKind kind, Str name, StrVec *out, ApiError *error)
{
    return list(c, named(c, S("List"), kind, S("Policies")), &(Param){named(c, S(""), kind, S("Name")), name}, 1, S("PolicyNames"), (Str){0}, out, error);
}

bool api_inline_get(ApiClient *c, EntityKind kind, Str name, Str policy, Str *document, ApiError *error)
{
    const Xml *x;
    Str action = named(c, S("Get"), kind, S("Policy"));
    Param p[] = {{named(c, S(""), kind, S("Name")), name}, {S("PolicyName"), policy}};
    if (!call(c, false, action, p, COUNTOF(p), false, &x, error))
        return false;
    Str text = xml_text(x, S("PolicyDocument"));
    if (!text.len)
        return missing(c, error, action, S("PolicyDocument"));
    *document = percent_decoded(c->a, text);
    return true;
}

bool api_inline_put(ApiClient *c, EntityKind kind, Str name, Str policy, Str document, ApiError *error)
{
    const Xml *x;
    Param p[] = {{named(c, S(""), kind, S("Name")), name}, {S("PolicyName"), policy}, {S("PolicyDocument"), document}};
    return call(c, false, named(c, S("Put"), kind, S("Policy")), p, COUNTOF(p), false, &x, error);
}

/* ---------------------------------------------------------------- managed policies */

bool api_policy_names(ApiClient *c, StrVec *out, ApiError *error)
{
    return list(c, S("ListPolicies"), &(Param){S("Scope"), S("Local")}, 1, S("Policies"), S("PolicyName"), out, error);
}

bool api_policy_create(ApiClient *c, Str name, Str document, ApiPolicy *out, ApiError *error)
{
    const Xml *x;
    Param p[] = {{S("PolicyName"), name}, {S("PolicyDocument"), document}};
    if (!call(c, false, S("CreatePolicy"), p, COUNTOF(p), true, &x, error))
        return false;
    const Xml *k = xml_child(x, S("Policy"));
    *out = (ApiPolicy){xml_text(k, S("PolicyName")), xml_text(k, S("Arn")), xml_text(k, S("PolicyId"))};
    return out->arn.len ? true : missing(c, error, S("CreatePolicy"), S("Arn"));
}

#endif
