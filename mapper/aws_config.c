/* aws_config.c: the shared configuration files of the AWS tools, and the small helpers that reading credentials needs. See credentials.h. */
#include "mapper/credentials_part.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/file.h"

enum { FILE_MAX = 1 << 20, COMMAND_MS = 60000, TICK_MS = 5, GRACE_MS = 1000 };

Str env_text(const char *name)
{
    return str_c(getenv(name));
}

bool small_file(Arena *a, Str path, Str *text)
{
    int fd = open(str_z(a, path), O_RDONLY | O_CLOEXEC);
    Buf b = {.a = a};
    u8 part[4096];
    if (fd < 0)
        return false;
    iz n;
    while ((n = file_read(fd, part, sizeof part)) > 0 && b.n < FILE_MAX)
        buf_str(&b, (Str){part, n});
    int e = n > 0 ? EFBIG : errno;
    close(fd);
    errno = e;
    *text = buf_done(&b);
    return n == 0;
}

Str home_path(Arena *a, Str path)
{
    if (str_eq(path, S("~")) || str_starts(path, S("~/")))
        return str_cat(a, env_text("HOME"), str_from(path, 1));
    return path;
}

/* ---------------------------------------------------------------- files */

static bool blank(u8 c)
{
    return c == ' ' || c == '\t';
}

/* "[profile  "a b" ]" to "profile a b". */
static Str section_name(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] == '"' || s.s[i] == '\'')
            continue;
        if (!blank(s.s[i]))
            buf_u8(&b, s.s[i]);
        else if (b.n && b.v[b.n - 1] != ' ')
            buf_u8(&b, ' ');
    }
    return str_trim(buf_done(&b));
}

void aws_config_read(Arena *a, AwsConfig *c, Str text, Str plain)
{
    Str line, section = {0};
    if (str_starts(text, S("\xef\xbb\xbf")))
        text = str_from(text, 3);
    while (str_cut(&text, '\n', &line)) {
        Str s = str_trim(line);
        if (!s.len || s.s[0] == '#' || s.s[0] == ';')
            continue;
        if (s.s[0] == '[') {
            iz e = str_find_u8(s, ']');
            if (e < 0)
                continue;
            section = section_name(a, str_head(str_from(s, 1), e - 1));
            bool bare = str_find_u8(section, ' ') < 0;
            if (bare && str_eq(plain, S("profile")))
                section = str_eq(section, S("default")) ? S("profile default") : (Str){0};
            else if (!str_eq(plain, S("profile")))
                section = str_cat3(a, plain, S(" "), section);
            continue;
        }
        iz eq = str_find_u8(s, '=');
        if (eq <= 0 || !section.len || blank(line.s[0]))
            continue; /* an indented line belongs to the setting above */
        Str value = str_trim(str_from(s, eq + 1));
        iz note = str_find(value, S(" #"));
        if (note >= 0)
            value = str_trim(str_head(value, note));
        AwsSetting *x = vec_push(a, &c->settings);
        x->section = section;
        x->key = str_lower(a, str_trim(str_head(s, eq)));
        x->value = value;
    }
}

static Str in_section(const AwsConfig *c, Str kind, Str name, Str key)
{
    Str found = {0};
    for (iz i = 0; i < c->settings.n; i++) {
        const AwsSetting *x = &c->settings.v[i];
        if (str_eq(x->key, key) && x->section.len == kind.len + 1 + name.len && str_starts(x->section, kind) && str_ends(x->section, name))
            found = x->value;
    }
    return found;
}

Str aws_setting(const AwsConfig *c, Str profile, Str key)
{
    Str v = in_section(c, S("credentials"), profile, key);
    return v.len ? v : in_section(c, S("profile"), profile, key);
}

static bool has_profile(const AwsConfig *c, Str name)
{
    for (iz i = 0; i < c->settings.n; i++) {
        Str s = c->settings.v[i].section;
        iz k = str_find_u8(s, ' ');
        if (k > 0 && str_eq(str_from(s, k + 1), name) && (str_eq(str_head(s, k), S("profile")) || str_eq(str_head(s, k), S("credentials"))))
            return true;
    }
    return false;
}

static Str first(Str x, Str y)
{
    return x.len ? x : y;
}

/* A file that is not there has no settings. */
static void read_config(Arena *a, AwsConfig *c, Str path, Str plain)
{
    Str text;
    path = home_path(a, path);
    if (small_file(a, path, &text))
        aws_config_read(a, c, text, plain);
    else if (errno != ENOENT && errno != ENOTDIR)
        c->unread = str_cat(a, str_cat3(a, S("cannot read '"), path, S("': ")), str_c(strerror(errno)));
}

bool aws_config(Arena *a, Str profile, AwsConfig *out, Str *why)
{
    *out = (AwsConfig){0};
    Str config = first(env_text("AWS_CONFIG_FILE"), S("~/.aws/config"));
    Str credentials = first(env_text("AWS_SHARED_CREDENTIALS_FILE"), S("~/.aws/credentials"));
    read_config(a, out, config, S("profile"));
    read_config(a, out, credentials, S("credentials"));
    Str named = first(env_text("AWS_PROFILE"), env_text("AWS_DEFAULT_PROFILE"));
    out->chosen = profile.len > 0;
    out->profile = first(profile, first(named, S("default")));
    if ((profile.len || named.len) && !has_profile(out, out->profile)) {
        *why = str_cat3(a, S("there is no profile '"), out->profile, S("' in the AWS configuration files"));
        if (out->unread.len)
            *why = str_cat3(a, *why, S(": "), out->unread);
        return false;
    }
    out->region = first(first(env_text("AWS_REGION"), env_text("AWS_DEFAULT_REGION")), aws_setting(out, out->profile, S("region")));
    if (!str_ieq(env_text("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), S("true"))) {
        Str all = first(env_text("AWS_ENDPOINT_URL"), aws_setting(out, out->profile, S("endpoint_url")));
        out->endpoint_iam = first(env_text("AWS_ENDPOINT_URL_IAM"), all);
        out->endpoint_sts = first(env_text("AWS_ENDPOINT_URL_STS"), all);
    }
    return true;
}

/* ---------------------------------------------------------------- JSON, time, commands */

static Str member(Arena *a, const cJSON *v, const char *upper, const char *lower)
{
    const cJSON *x = cJSON_GetObjectItemCaseSensitive(v, upper);
    if (!cJSON_IsString(x))
        x = cJSON_GetObjectItemCaseSensitive(v, lower);
    return cJSON_IsString(x) ? str_dup(a, str_c(x->valuestring)) : (Str){0};
}

bool keys_from_json(Arena *a, Str json, const char *inner, AwsKeys *out, Str *why)
{
    cJSON *root = cJSON_ParseWithLength((const char *)json.s, (size_t)json.len);
    const cJSON *v = inner ? cJSON_GetObjectItemCaseSensitive(root, inner) : root;
    bool ok = false;
    out->access = member(a, v, "AccessKeyId", "accessKeyId");
    out->secret = member(a, v, "SecretAccessKey", "secretAccessKey");
    out->token = member(a, v, "SessionToken", "sessionToken");
    if (!out->token.len)
        out->token = member(a, v, "Token", "token");
    out->account = member(a, v, "AccountId", "accountId");
    Str expiry = member(a, v, "Expiration", "expiration");
    if (!expiry.len)
        expiry = member(a, v, "expiresAt", "ExpiresAt");
    const cJSON *ms = cJSON_GetObjectItemCaseSensitive(v, "expiration");
    bool past = expiry.len ? time_passed(expiry) : cJSON_IsNumber(ms) && ms->valuedouble / 1000 < (double)time(0);
    if (!out->access.len || !out->secret.len)
        *why = S("the answer holds no keys");
    else if (past)
        *why = S("the keys have expired");
    else
        ok = true;
    cJSON_Delete(root);
    return ok;
}

static int two(Str s, iz at)
{
    return (s.s[at] - '0') * 10 + (s.s[at + 1] - '0');
}

bool time_passed(Str s)
{
    static const Str form = S_INIT("dddd-dd-ddTdd:dd:dd");
    if (s.len < form.len)
        return false;
    for (iz i = 0; i < form.len; i++)
        if (form.s[i] == 'd' ? s.s[i] < '0' || s.s[i] > '9' : s.s[i] != form.s[i])
            return false;
    i64 y = two(s, 0) * 100 + two(s, 2), m = two(s, 5), d = two(s, 8);
    if (m < 1 || m > 12)
        return false;
    /* days since 1970 of the civil calendar: years start in March */
    y -= m <= 2;
    i64 era = y / 400, yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1, doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    i64 at = (era * 146097 + doe - 719468) * 86400 + two(s, 11) * 3600 + two(s, 14) * 60 + two(s, 17);
    return at < (i64)time(0);
}

bool run_command(Arena *a, Str command, Str *output, Str *why)
{
    int fd[2];
    if (pipe(fd)) {
        *why = str_c(strerror(errno));
        return false;
    }
    pid_t pid = fork();
    if (pid == 0) {
        dup2(fd[1], STDOUT_FILENO);
        close(fd[0]);
        close(fd[1]);
        signal(SIGPIPE, SIG_DFL);
        execl("/bin/sh", "sh", "-c", str_z(a, command), (char *)0);
        _exit(127);
    }
    close(fd[1]);
    if (pid < 0) {
        close(fd[0]);
        *why = str_c(strerror(errno));
        return false;
    }
    Buf b = {.a = a};
    struct timespec start, now;
    bool late = false, much = false;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (;;) {
        struct pollfd p = {.fd = fd[0], .events = POLLIN};
        u8 part[4096];
        clock_gettime(CLOCK_MONOTONIC, &now);
        long left = COMMAND_MS - (now.tv_sec - start.tv_sec) * 1000;
        much = b.n > FILE_MAX;
        late = left <= 0;
        if (late || much)
            break;
        int ready = poll(&p, 1, (int)left);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            continue;
        ssize_t n = read(fd[0], part, sizeof part);
        if (n <= 0)
            break;
        buf_str(&b, (Str){part, n});
    }
    close(fd[0]);
    int status = 0;
    for (long waited = 0;; waited += TICK_MS) { /* it may go on when it has closed its output, and not obey */
        pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR))
            break;
        clock_gettime(CLOCK_MONOTONIC, &now);
        late = late || now.tv_sec - start.tv_sec >= COMMAND_MS / 1000;
        if (!late && !much)
            waited = 0;
        else if (waited % GRACE_MS == 0)
            kill(pid, waited ? SIGKILL : SIGTERM);
        nanosleep(&(struct timespec){.tv_nsec = TICK_MS * 1000000L}, 0);
    }
    if (late || much || !WIFEXITED(status) || WEXITSTATUS(status)) {
        *why = much ? S("the command gives more than 1 MiB") : late ? S("the command takes too long") : S("the command failed");
        return false;
    }
    *output = buf_done(&b);
    return true;
}
