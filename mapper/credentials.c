/* credentials.c: the order of the sources of credentials, and the sources that need no network. See credentials.h. */
#include "mapper/credentials_part.h"

#if HAVE_CURL

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "mapper/sha256.h"

enum { CHAIN_MAX = 8 };

static bool failed(Arena *a, Str *why, Str what, Str profile, Str cause)
{
    Buf b = {.a = a};
    buf_str(&b, what);
    if (profile.len) {
        buf_str(&b, S(" of profile '"));
        buf_str(&b, profile);
        buf_u8(&b, '\'');
    }
    buf_str(&b, S(": "));
    buf_str(&b, cause);
    *why = buf_done(&b);
    return false;
}

static bool from_environment(AwsKeys *out)
{
    Str access = env_text("AWS_ACCESS_KEY_ID"), secret = env_text("AWS_SECRET_ACCESS_KEY");
    if (!access.len || !secret.len)
        return false;
    *out = (AwsKeys){access, secret, env_text("AWS_SESSION_TOKEN"), env_text("AWS_ACCOUNT_ID"), S("environment")};
    return true;
}

/* The keys that stand in one of the files. */
static bool from_file(const AwsConfig *c, Str profile, AwsKeys *out)
{
    Str access = aws_setting(c, profile, S("aws_access_key_id")), secret = aws_setting(c, profile, S("aws_secret_access_key"));
    if (!access.len || !secret.len)
        return false;
    *out = (AwsKeys){access, secret, aws_setting(c, profile, S("aws_session_token")), aws_setting(c, profile, S("aws_account_id")), S("file")};
    return true;
}

/* `aws login` keeps its session in a file named after it. */
static bool from_login(Arena *a, Str session, AwsKeys *out, Str *why)
{
    Str dir = env_text("AWS_LOGIN_CACHE_DIRECTORY"), json;
    dir = home_path(a, dir.len ? dir : S("~/.aws/login/cache"));
    Str path = str_cat3(a, dir, S("/"), str_cat(a, sha256_hex(a, session), S(".json")));
    if (!small_file(a, path, &json)) {
        *why = S("there is no session; run: aws login");
        return false;
    }
    if (keys_from_json(a, json, "accessToken", out, why))
        return true;
    *why = str_cat(a, *why, S("; run: aws login"));
    return false;
}

static bool from_process(Arena *a, Str command, AwsKeys *out, Str *why)
{
    Str json;
    return run_command(a, command, &json, why) && keys_from_json(a, json, 0, out, why);
}

typedef enum { NONE, FOUND, ERROR } Found;

static Found of_profile(Arena *a, const Table *t, const AwsConfig *c, Str profile, int depth, AwsKeys *out, Str *why);

static Found result(Arena *a, bool ok, Str what, Str profile, Str *why)
{
    if (ok)
        return FOUND;
    failed(a, why, what, profile, *why);
    return ERROR;
}

/* role_arn with source_profile or credential_source. */
static Found role_of_profile(Arena *a, const Table *t, const AwsConfig *c, Str profile, int depth, AwsKeys *out, Str *why)
{
    static const Str what = S_INIT("cannot assume the role");
    Str source = aws_setting(c, profile, S("source_profile")), other = aws_setting(c, profile, S("credential_source"));
    AwsKeys by = {0};
    bool ok = false;
    if (depth > CHAIN_MAX) {
        *why = S("source_profile leads in a circle");
        return result(a, false, what, profile, why);
    }
    if (aws_setting(c, profile, S("mfa_serial")).len) {
        *why = S("it needs a second factor (mfa_serial); get temporary credentials first and put them into the environment");
        return result(a, false, what, profile, why);
    }
    if (source.len) {
        bool itself = str_eq(source, profile);
        Found f = itself ? (from_file(c, source, &by) ? FOUND : NONE) : of_profile(a, t, c, source, depth + 1, &by, why);
        if (f == NONE)
            *why = str_cat3(a, S("the source profile '"), source, S("' has no credentials"));
        ok = f == FOUND;
    } else if (str_eq(other, S("Environment"))) {
        ok = from_environment(&by);
        *why = S("the environment has no credentials");
    } else if (str_eq(other, S("EcsContainer"))) {
        ok = keys_container(a, &by, why);
    } else if (str_eq(other, S("Ec2InstanceMetadata"))) {
        ok = keys_instance(a, &by, why);
    } else {
        *why = S("neither source_profile nor credential_source is set");
    }
    ok = ok && keys_assume(a, t, c, profile, &by, out, why);
    return result(a, ok, what, profile, why);
}

static Found of_profile(Arena *a, const Table *t, const AwsConfig *c, Str profile, int depth, AwsKeys *out, Str *why)
{
    Str role = aws_setting(c, profile, S("role_arn")), token = aws_setting(c, profile, S("web_identity_token_file"));
    Str login = aws_setting(c, profile, S("login_session")), process = aws_setting(c, profile, S("credential_process"));
    if (role.len && token.len)
        return result(a, keys_web_identity(a, t, c, role, token, aws_setting(c, profile, S("role_session_name")), out, why), S("web identity"), profile, why);
    if (role.len)
        return role_of_profile(a, t, c, profile, depth, out, why);
    if (aws_setting(c, profile, S("sso_account_id")).len)
        return result(a, keys_sso(a, t, c, profile, out, why), S("SSO session"), profile, why);
    if (from_file(c, profile, out))
        return FOUND;
    if (login.len)
        return result(a, from_login(a, login, out, why), S("login session"), profile, why);
    if (process.len)
        return result(a, from_process(a, process, out, why), S("credential_process"), profile, why);
    return NONE;
}

bool aws_keys(Arena *a, const Table *t, const AwsConfig *c, AwsKeys *out, Str *why)
{
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none); /* from here on secrets are in memory */
    *out = (AwsKeys){0};
    if (!c->chosen && from_environment(out))
        return true;
    Str role = env_text("AWS_ROLE_ARN"), token = env_text("AWS_WEB_IDENTITY_TOKEN_FILE");
    if (!c->chosen && role.len && token.len && !aws_setting(c, c->profile, S("role_arn")).len) {
        if (keys_web_identity(a, t, c, role, token, env_text("AWS_ROLE_SESSION_NAME"), out, why))
            return true;
        return failed(a, why, S("web identity"), (Str){0}, *why);
    }
    switch (of_profile(a, t, c, c->profile, 0, out, why)) {
    case FOUND:
        return true;
    case ERROR:
        return false;
    case NONE:
        break;
    }
    if (c->chosen)
        return failed(a, why, S("credentials"), c->profile, S("it has none"));
    if (env_text("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").len || env_text("AWS_CONTAINER_CREDENTIALS_FULL_URI").len)
        return keys_container(a, out, why) || failed(a, why, S("credentials of the container"), (Str){0}, *why);
    if (!str_ieq(env_text("AWS_EC2_METADATA_DISABLED"), S("true")) && keys_instance(a, out, why))
        return true;
    *why = S("no credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose a profile with --profile");
    if (c->unread.len)
        *why = str_cat3(a, *why, S("; "), c->unread);
    return false;
}

#endif
