/* credentials_http.c: the sources of credentials that answer over HTTP: STS (assumed roles, web identity), the SSO portal, a container's
 * endpoint, the instance's metadata. See credentials.h. */
#include "mapper/credentials_part.h"

#if HAVE_CURL

#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdlib.h>

#include "mapper/mapcall.h"
#include "mapper/xml.h"

static bool no(Str *why, Str what)
{
    *why = what;
    return false;
}

/* What went wrong, in words: the transport's error, or the service's. */
static bool answered(Arena *a, const AwsResponse *r, Str *why)
{
    if (!r->status)
        return no(why, r->error);
    if (r->status < 300)
        return true;
    Xml *x = xml_parse(a, r->body);
    Str code = xml_text(x, S("Error/Code")), message = xml_text(x, S("Error/Message"));
    Buf b = {.a = a};
    buf_str(&b, S("HTTP status "));
    buf_int(&b, r->status);
    if (code.len) {
        buf_str(&b, S(", "));
        buf_str(&b, code);
        buf_str(&b, S(": "));
        buf_str(&b, message);
    }
    return no(why, buf_done(&b));
}

/* ---------------------------------------------------------------- STS */

Str aws_sts_url(Arena *a, const Table *t, const AwsConfig *c, Str region)
{
    Buf b = {.a = a};
    if (c->endpoint_sts.len)
        return c->endpoint_sts;
    buf_str(&b, S("https://sts."));
    buf_str(&b, region);
    buf_u8(&b, '.');
    buf_str(&b, partition_suffix(t, partition_of(t, region)));
    buf_u8(&b, '/');
    return buf_done(&b);
}

static Str sts_region(const AwsConfig *c)
{
    return c->region.len ? c->region : S("us-east-1");
}

static void form(Buf *b, Str key, Str value)
{
    if (!value.len)
        return;
    buf_str(b, b->n ? S("&") : S(""));
    buf_str(b, key);
    buf_u8(b, '=');
    aws_encode(b, value);
}

static bool sts(Arena *a, const Table *t, const AwsConfig *c, const AwsKeys *by, Str body, Str result, AwsKeys *out, Str *why)
{
    AwsRequest r = {.method = S("POST"), .url = aws_sts_url(a, t, c, sts_region(c)), .body = body, .keys = by, .service = S("sts"), .region = sts_region(c)};
    AwsResponse got;
    *vec_push(a, &r.headers) = S("Content-Type: application/x-www-form-urlencoded");
    aws_send(a, &r, &got);
    if (!answered(a, &got, why))
        return false;
    const Xml *k = xml_at(xml_at(xml_parse(a, got.body), result), S("Credentials"));
    *out = (AwsKeys){.access = xml_text(k, S("AccessKeyId")), .secret = xml_text(k, S("SecretAccessKey")), .token = xml_text(k, S("SessionToken"))};
    return out->access.len && out->secret.len ? true : no(why, S("STS returned no keys"));
}

bool keys_assume(Arena *a, const Table *t, const AwsConfig *c, Str profile, const AwsKeys *by, AwsKeys *out, Str *why)
{
    Buf b = {.a = a};
    Str name = aws_setting(c, profile, S("role_session_name"));
    form(&b, S("Action"), S("AssumeRole"));
    form(&b, S("Version"), S("2011-06-15"));
    form(&b, S("RoleArn"), aws_setting(c, profile, S("role_arn")));
    form(&b, S("RoleSessionName"), name.len ? name : S("iam-policy-autopilot"));
    form(&b, S("ExternalId"), aws_setting(c, profile, S("external_id")));
    form(&b, S("DurationSeconds"), aws_setting(c, profile, S("duration_seconds")));
    if (!sts(a, t, c, by, buf_done(&b), S("AssumeRoleResult"), out, why))
        return false;
    out->source = S("assumed role");
    return true;
}

bool keys_web_identity(Arena *a, const Table *t, const AwsConfig *c, Str role, Str token_file, Str session, AwsKeys *out, Str *why)
{
    Buf b = {.a = a};
    Str token;
    if (!small_file(a, home_path(a, token_file), &token))
        return no(why, str_cat3(a, S("cannot read the token file '"), token_file, S("'")));
    form(&b, S("Action"), S("AssumeRoleWithWebIdentity"));
    form(&b, S("Version"), S("2011-06-15"));
    form(&b, S("RoleArn"), role);
    form(&b, S("RoleSessionName"), session.len ? session : S("iam-policy-autopilot"));
    form(&b, S("WebIdentityToken"), str_trim(token));
    if (!sts(a, t, c, 0, buf_done(&b), S("AssumeRoleWithWebIdentityResult"), out, why))
        return false;
    out->source = S("web identity");
    return true;
}

/* ---------------------------------------------------------------- SSO */

/* The token of a start URL, from any file of the cache. */
static bool sso_token(Arena *a, Str url, Str *token, Str *why)
{
    Str dir = home_path(a, S("~/.aws/sso/cache"));
    DIR *d = opendir(str_z(a, dir));
    bool old = false;
    *token = (Str){0};
    for (struct dirent *e; d && !token->len && (e = readdir(d));) {
        Str name = str_c(e->d_name), json;
        if (!str_ends(name, S(".json")) || !small_file(a, str_cat3(a, dir, S("/"), name), &json))
            continue;
        cJSON *v = cJSON_ParseWithLength((const char *)json.s, (size_t)json.len);
        const cJSON *at = cJSON_GetObjectItemCaseSensitive(v, "startUrl"), *tok = cJSON_GetObjectItemCaseSensitive(v, "accessToken");
        const cJSON *until = cJSON_GetObjectItemCaseSensitive(v, "expiresAt");
        if (cJSON_IsString(at) && cJSON_IsString(tok) && cJSON_IsString(until) && str_eq(str_c(at->valuestring), url)) {
            if (time_passed(str_c(until->valuestring)))
                old = true;
            else
                *token = str_dup(a, str_c(tok->valuestring));
        }
        cJSON_Delete(v);
    }
    if (d)
        closedir(d);
    return token->len ? true : no(why, old ? S("it has expired; run: aws sso login") : S("there is none; run: aws sso login"));
}

static Str session_setting(const AwsConfig *c, Arena *a, Str profile, Str key)
{
    Str session = aws_setting(c, profile, S("sso_session")), section = str_cat(a, S("sso-session "), session), found = {0};
    for (iz i = 0; session.len && i < c->settings.n; i++)
        if (str_eq(c->settings.v[i].section, section) && str_eq(c->settings.v[i].key, key))
            found = c->settings.v[i].value;
    return found.len ? found : aws_setting(c, profile, key);
}

bool keys_sso(Arena *a, const Table *t, const AwsConfig *c, Str profile, AwsKeys *out, Str *why)
{
    Str url = session_setting(c, a, profile, S("sso_start_url")), region = session_setting(c, a, profile, S("sso_region")), token;
    Str endpoint = env_text("AWS_ENDPOINT_URL_SSO");
    if (!url.len || !region.len)
        return no(why, S("sso_start_url or sso_region is not set"));
    if (!sso_token(a, url, &token, why))
        return false;
    Buf b = {.a = a};
    if (endpoint.len) {
        buf_str(&b, endpoint);
    } else {
        buf_str(&b, S("https://portal.sso."));
        buf_str(&b, region);
        buf_u8(&b, '.');
        buf_str(&b, partition_suffix(t, partition_of(t, region)));
    }
    buf_str(&b, S("/federation/credentials?role_name="));
    aws_encode(&b, aws_setting(c, profile, S("sso_role_name")));
    buf_str(&b, S("&account_id="));
    aws_encode(&b, aws_setting(c, profile, S("sso_account_id")));
    AwsRequest r = {.method = S("GET"), .url = buf_done(&b)};
    AwsResponse got;
    *vec_push(a, &r.headers) = str_cat(a, S("x-amz-sso_bearer_token: "), token);
    aws_send(a, &r, &got);
    if (got.status == 401)
        return no(why, S("it is not accepted any more; run: aws sso login"));
    if (!answered(a, &got, why) || !keys_from_json(a, got.body, "roleCredentials", out, why))
        return false;
    out->source = S("SSO");
    return true;
}

/* ---------------------------------------------------------------- container, instance */

/* Only TLS, loopback and the two link-local addresses of containers may be sent a token. */
static bool trusted(Str url)
{
    static const Str hosts[] = {S_INIT("http://127."), S_INIT("http://localhost"), S_INIT("http://[::1]"), S_INIT("http://169.254.170.2"),
                                S_INIT("http://169.254.170.23"), S_INIT("http://[fd00:ec2::23]")};
    if (str_starts(url, S("https://")))
        return true;
    for (iz i = 0; i < COUNTOF(hosts); i++) {
        Str rest = str_from(url, hosts[i].len);
        if (str_starts(url, hosts[i]) && (i == 0 || !rest.len || rest.s[0] == ':' || rest.s[0] == '/'))
            return true;
    }
    return false;
}

bool keys_container(Arena *a, AwsKeys *out, Str *why)
{
    Str relative = env_text("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"), full = env_text("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    Str token = env_text("AWS_CONTAINER_AUTHORIZATION_TOKEN"), file = env_text("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    Str url = relative.len ? str_cat(a, S("http://169.254.170.2"), relative) : full;
    if (!url.len)
        return no(why, S("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set"));
    if (!trusted(url))
        return no(why, S("AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor an address of this machine"));
    if (file.len && !small_file(a, file, &token))
        return no(why, S("cannot read AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
    token = str_trim(token);
    AwsRequest r = {.method = S("GET"), .url = url, .connect_ms = 2000, .total_ms = 5000, .attempts = 3, .direct = true};
    AwsResponse got;
    if (token.len) {
        if (str_find_u8(token, '\n') >= 0 || str_find_u8(token, '\r') >= 0)
            return no(why, S("the authorization token holds a line end"));
        *vec_push(a, &r.headers) = str_cat(a, S("Authorization: "), token);
    }
    aws_send(a, &r, &got);
    if (!answered(a, &got, why) || !keys_from_json(a, got.body, 0, out, why))
        return false;
    out->source = S("container");
    return true;
}

static bool metadata(Arena *a, Str method, Str path, Str header, Str *body, Str *why)
{
    Str base = env_text("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    bool six = str_ieq(env_text("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"), S("ipv6"));
    if (!base.len)
        base = six ? S("http://[fd00:ec2::254]") : S("http://169.254.169.254");
    while (str_ends(base, S("/")))
        base.len--;
    AwsRequest r = {.method = method, .url = str_cat(a, base, path), .connect_ms = 1000, .total_ms = 2000, .attempts = 1, .direct = true};
    AwsResponse got;
    *vec_push(a, &r.headers) = header;
    aws_send(a, &r, &got);
    if (!answered(a, &got, why))
        return false;
    *body = str_trim(got.body);
    return true;
}

bool keys_instance(Arena *a, AwsKeys *out, Str *why)
{
    static const Str path = S_INIT("/latest/meta-data/iam/security-credentials/");
    Str token, role, json, ignored;
    if (!metadata(a, S("PUT"), S("/latest/api/token"), S("X-aws-ec2-metadata-token-ttl-seconds: 300"), &token, why))
        return false;
    Str header = str_cat(a, S("X-aws-ec2-metadata-token: "), token);
    if (!metadata(a, S("GET"), path, header, &role, why))
        return false;
    str_cut(&role, '\n', &ignored);
    if (!metadata(a, S("GET"), str_cat(a, path, str_trim(ignored)), header, &json, why) || !keys_from_json(a, json, 0, out, why))
        return false;
    out->source = S("instance");
    return true;
}

#endif
