/* aws_http.c: see aws_http.h. libcurl does the work, the signing too. */
#include "mapper/aws_http.h"

#if HAVE_CURL

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "mapper/late_curl.h"

enum { ATTEMPTS = 5, PAUSE_MS = 200, PAUSE_MAX_MS = 5000 };

typedef struct {
    Buf body;
    bool too_long;
} Sink;

static size_t receive(char *data, size_t size, size_t n, void *ctx)
{
    Sink *s = ctx;
    iz len = (iz)(size * n);
    if (s->body.n + len > AWS_BODY_MAX) {
        s->too_long = true;
        return 0;
    }
    buf_str(&s->body, (Str){(const u8 *)data, len});
    return (size_t)len;
}

static void pause_ms(long ms)
{
    struct timespec t = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&t, 0);
}

/* Half of it fixed, half of it chance, so that many clients do not come back at the same time. */
static long pause_before(int attempt)
{
    struct timespec now;
    long ms = PAUSE_MS;
    for (int i = 1; i < attempt && ms < PAUSE_MAX_MS; i++)
        ms *= 2;
    if (ms > PAUSE_MAX_MS)
        ms = PAUSE_MAX_MS;
    clock_gettime(CLOCK_REALTIME, &now);
    return ms / 2 + (now.tv_nsec / 1000 + getpid()) % (ms / 2 + 1);
}

static bool throttled(Str body)
{
    static const Str codes[] = {
        S_INIT("Throttling"), S_INIT("RequestLimitExceeded"), S_INIT("TooManyRequestsException"), S_INIT("SlowDown"), S_INIT("PriorRequestNotComplete"),
        S_INIT("RequestThrottled"), S_INIT("BandwidthLimitExceeded"),
    };
    Str head = str_head(body, 2000);
    for (iz i = 0; i < COUNTOF(codes); i++)
        if (str_find(head, codes[i]) >= 0)
            return true;
    return false;
}

static bool again(const AwsRequest *r, CURLcode code, long status, Str body)
{
    switch (code) {
    case CURLE_OK:
        return status == 429 || status == 500 || status == 502 || status == 503 || status == 504 || (status >= 400 && throttled(body));
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return true;
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
        return !r->once;
    default:
        return false;
    }
}

static CURLcode send_once(Arena *a, const AwsRequest *r, Sink *sink, long *status, char *why)
{
    CURL *c = curl_easy_init();
    struct curl_slist *headers = 0;
    const char *bundle = getenv("AWS_CA_BUNDLE");
    if (!c)
        return CURLE_FAILED_INIT;
    for (iz i = 0; i < r->headers.n; i++)
        headers = curl_slist_append(headers, str_z(a, r->headers.v[i]));
    curl_easy_setopt(c, CURLOPT_URL, str_z(a, r->url));
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, why);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, r->connect_ms ? (long)r->connect_ms : 10000L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, r->total_ms ? (long)r->total_ms : 30000L);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, sink);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "iam-policy-autopilot");
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
#endif
    if (bundle && *bundle)
        curl_easy_setopt(c, CURLOPT_CAINFO, bundle);
    if (r->direct)
        curl_easy_setopt(c, CURLOPT_PROXY, "");
    if (str_eq(r->method, S("POST"))) {
        curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)r->body.len);
        curl_easy_setopt(c, CURLOPT_POSTFIELDS, str_z(a, r->body));
    } else if (!str_eq(r->method, S("GET"))) {
        curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, str_z(a, r->method));
    }
    if (r->keys) {
        Str scope = str_cat(a, str_cat3(a, S("aws:amz:"), r->region, S(":")), r->service);
        curl_easy_setopt(c, CURLOPT_AWS_SIGV4, str_z(a, scope));
        curl_easy_setopt(c, CURLOPT_USERNAME, str_z(a, r->keys->access));
        curl_easy_setopt(c, CURLOPT_PASSWORD, str_z(a, r->keys->secret));
        if (r->keys->token.len)
            headers = curl_slist_append(headers, str_z(a, str_cat(a, S("X-Amz-Security-Token: "), r->keys->token)));
    }
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
    CURLcode code = curl_easy_perform(c);
    curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, status);
    curl_slist_free_all(headers);
    curl_easy_cleanup(c);
    return code;
}

static CURLcode started;
static Str missing;

static void start(void)
{
    started = late_curl(&missing) ? curl_global_init(CURL_GLOBAL_DEFAULT) : CURLE_FAILED_INIT;
}

bool aws_send(Arena *a, const AwsRequest *r, AwsResponse *out)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    int attempts = r->attempts ? r->attempts : ATTEMPTS;
    pthread_once(&once, start);
    if (started != CURLE_OK) {
        *out = (AwsResponse){.error = missing.len ? str_cat(a, S("libcurl cannot be loaded: "), missing) : S("libcurl cannot start")};
        return false;
    }
    for (int i = 1;; i++) {
        Sink sink = {.body = {.a = a}};
        char why[CURL_ERROR_SIZE] = {0};
        *out = (AwsResponse){0};
        CURLcode code = send_once(a, r, &sink, &out->status, why);
        out->body = buf_done(&sink.body);
        if (code != CURLE_OK) {
            out->status = 0;
            out->error = sink.too_long ? S("the answer is too long") : str_dup(a, str_c(why[0] ? why : curl_easy_strerror(code)));
        }
        if (i >= attempts || !again(r, code, out->status, out->body))
            return code == CURLE_OK;
        pause_ms(pause_before(i));
    }
}

#endif

void aws_encode(Buf *out, Str text)
{
    static const char hex[] = "0123456789ABCDEF";
    for (iz i = 0; i < text.len; i++) {
        u8 c = text.s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            buf_u8(out, c);
        } else {
            buf_u8(out, '%');
            buf_u8(out, (u8)hex[c >> 4]);
            buf_u8(out, (u8)hex[c & 15]);
        }
    }
}
