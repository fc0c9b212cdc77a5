/* upload.c: generate-policies --upload-policies: a managed policy for each document (apply.h). */
#include "apply.h"

enum { PREFIX_MAX = 89, POLICIES_MAX = 1000000 };

#if HAVE_CURL

#include "core/base/map.h"
#include "mapper/iam_api.h"

static bool prefix_ok(Str s)
{
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && str_find_u8(S("+=,.@_-"), c) < 0)
            return false;
    }
    return s.len <= PREFIX_MAX;
}

/* Names are compared without letter case, as IAM does. */
static Str numbered(Arena *a, Str prefix, i64 n)
{
    Buf b = {.a = a};
    buf_str(&b, prefix);
    buf_u8(&b, '_');
    buf_int(&b, n);
    return buf_done(&b);
}

static void refused(Arena *a, UploadResult *out, iz index, Str error)
{
    ApplyRefused *r = vec_push(a, &out->failed);
    r->index = index;
    r->error = error;
}

bool apply_upload(App *app, const Args *args, Str prefix, const Policies *policies, UploadResult *out)
{
    Arena *a = app->a;
    ApiClient api = {0};
    ApiError e;
    StrVec names = {0};
    Map taken = {0};
    Str why, region = args_get(args, OPT_REGION, (Str){0}), partition = partition_of(app->table, region);
    out->asked = true;
    if (!prefix.len)
        prefix = S("IamPolicyAutopilotGeneratedPolicy");
    if (!prefix_ok(prefix)) {
        app_fail(app, S("Cannot upload the policies"), str_cat3(a, S("the prefix '"), prefix, S("' has other characters than A-Za-z0-9+=,.@_- or more than 89")));
        return false;
    }
    if (!policies->n)
        return true;
    if (str_eq(partition, S("*")))
        partition = (Str){0};
    if (!api_open(&api, a, app->table, args_get(args, OPT_PROFILE, (Str){0}), (Str){0}, partition, &why)) {
        app_fail(app, S("Cannot upload the policies"), why);
        return false;
    }
    if (!api_policy_names(&api, &names, &e)) {
        app_fail(app, S("Cannot upload the policies"), e.message);
        return false;
    }
    for (iz i = 0; i < names.n; i++)
        map_put(a, &taken, str_lower(a, names.v[i]), 0);
    i64 n = 1;
    for (iz i = 0; i < policies->n; i++) {
        Buf b = {.a = a};
        Json j = {.out = &b};
        ApiPolicy made;
        if (policy_size(a, &policies->v[i]) > POLICY_LIMIT) {
            refused(a, out, i, S("the document is longer than the 6,144 characters that IAM allows"));
            continue;
        }
        while (n < POLICIES_MAX && map_get(&taken, str_lower(a, numbered(a, prefix, n))) >= 0)
            n++;
        Str name = numbered(a, prefix, n);
        policy_json(&j, &policies->v[i]);
        if (!api_policy_create(&api, name, buf_done(&b), &made, &e)) {
            refused(a, out, i, e.message);
            continue;
        }
        map_put(a, &taken, str_lower(a, name), 0);
        *vec_push(a, &out->successful) = (ApplyUploaded){made.name, made.arn, made.id};
    }
    return true;
}

#else

bool apply_upload(App *app, const Args *args, Str prefix, const Policies *policies, UploadResult *out)
{
    (void)args;
    (void)prefix;
    (void)policies;
    (void)out;
    app_fail(app, S("Cannot upload the policies"), S("this program was built without libcurl (make CURL=1)"));
    return false;
}

#endif

void upload_json(Json *j, const void *upload_result)
{
    const UploadResult *r = upload_result;
    json_key(j, S("UploadResult"));
    json_begin(j, '{');
    json_key(j, S("Successful"));
    json_begin(j, '[');
    for (iz i = 0; i < r->successful.n; i++) {
        json_begin(j, '{');
        json_pair(j, S("PolicyName"), r->successful.v[i].name);
        json_pair(j, S("PolicyArn"), r->successful.v[i].arn);
        json_pair(j, S("PolicyId"), r->successful.v[i].id);
        json_end(j, '}');
    }
    json_end(j, ']');
    json_key(j, S("Failed"));
    json_begin(j, '[');
    for (iz i = 0; i < r->failed.n; i++) {
        json_begin(j, '[');
        json_int(j, r->failed.v[i].index);
        json_str(j, r->failed.v[i].error);
        json_end(j, ']');
    }
    json_end(j, ']');
    json_end(j, '}');
}
