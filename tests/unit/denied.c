/* denied.c: every sentence in which AWS refuses, in every envelope in which it reaches people, read back; and text that only looks like that.
 * The sentences and envelopes are the two tables below: add a row, and it is tried in all combinations. */
#include "core/base/json.h"
#include "mapper/advice.h"
#include "tests/unit/unit.h"

/* ---------------------------------------------------------------- sentences: principal, request, reason */

typedef struct {
    Str text;
    PrincipalKind kind;
    Str name, account;
} Who;

static const Who whos[] = {
    {S_INIT("User: arn:aws:iam::111122223333:user/ana"), PRINCIPAL_USER, S_INIT("ana"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws:iam::111122223333:user/team/x/a+b=c,d.e@f_g-h"), PRINCIPAL_USER, S_INIT("a+b=c,d.e@f_g-h"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws:sts::111122223333:assumed-role/app/i-0a1"), PRINCIPAL_SESSION, S_INIT("app"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws-cn:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com"), PRINCIPAL_SESSION,
     S_INIT("AWSReservedSSO_Dev_0123456789abcdef"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws-us-gov:iam::111122223333:role/team/app.x"), PRINCIPAL_ROLE, S_INIT("app.x"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws:sts::111122223333:federated-user/x"), PRINCIPAL_FEDERATED, S_INIT("x"), S_INIT("111122223333")},
    {S_INIT("User: arn:aws:iam::111122223333:root"), PRINCIPAL_ROOT, S_INIT(""), S_INIT("111122223333")},
    {S_INIT("User: anonymous"), PRINCIPAL_ANONYMOUS, S_INIT(""), S_INIT("")},
    {S_INIT("User with accountId: 111122223333"), PRINCIPAL_ACCOUNT, S_INIT(""), S_INIT("111122223333")},
    {S_INIT("User: lambda.amazonaws.com"), PRINCIPAL_SERVICE, S_INIT(""), S_INIT("")},
};

typedef struct {
    Str text;     /* after "perform: "; @ is the account of the principal, or the one of the text */
    Str action, resource;
} Request;

static const Request requests[] = {
    {S_INIT("sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs.fifo"), S_INIT("sqs:SendMessage"),
     S_INIT("arn:aws:sqs:eu-west-1:111122223333:jobs.fifo")},
    {S_INIT("SNS:Publish on resource: arn:aws:sns:eu-west-1:111122223333:news"), S_INIT("sns:Publish"), S_INIT("arn:aws:sns:eu-west-1:111122223333:news")},
    {S_INIT("s3:GetObject on resource: \"arn:aws:s3:::my.bucket/a b, c.d;e/f.pdf\""), S_INIT("s3:GetObject"),
     S_INIT("arn:aws:s3:::my.bucket/a b, c.d;e/f.pdf")},
    {S_INIT("s3:ListAllMyBuckets"), S_INIT("s3:ListAllMyBuckets"), S_INIT("")},
    {S_INIT("codecommit:ListRepositories on resource: *"), S_INIT("codecommit:ListRepositories"), S_INIT("*")},
    {S_INIT("iam:GetRole on resource: role app-role.v1"), S_INIT("iam:GetRole"), S_INIT("arn:%:iam::@:role/app-role.v1")},
    {S_INIT("iam:GetInstanceProfile on resource: instance profile web"), S_INIT("iam:GetInstanceProfile"), S_INIT("arn:%:iam::@:instance-profile/web")},
    {S_INIT("iam:GetUser on resource: user ana"), S_INIT("iam:GetUser"), S_INIT("arn:%:iam::@:user/ana")},
    {S_INIT("iam:UpdateAccessKey on resource: access key AKIAIOSFODNN7EXAMPLE"), S_INIT("iam:UpdateAccessKey"), S_INIT("arn:%:iam::@:user/*")},
    {S_INIT("iam:GetPolicy on resource: policy arn:aws:iam::aws:policy/ReadOnlyAccess"), S_INIT("iam:GetPolicy"),
     S_INIT("arn:aws:iam::aws:policy/ReadOnlyAccess")},
    {S_INIT("kms:GenerateDataKey on this resource"), S_INIT("kms:GenerateDataKey"), S_INIT("")},
    {S_INIT("ecr:GetAuthorizationToken on the specified resource"), S_INIT("ecr:GetAuthorizationToken"), S_INIT("")},
    {S_INIT("iam:PassRole on resource: arn:aws:iam::111122223333:role/service-role/x.y"), S_INIT("iam:PassRole"),
     S_INIT("arn:aws:iam::111122223333:role/service-role/x.y")},
    {S_INIT("ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/*"), S_INIT("ec2:RunInstances"),
     S_INIT("arn:aws:ec2:eu-west-1:111122223333:instance/*")},
    {S_INIT("apigateway:GET on resource: arn:aws:apigateway:eu-west-1::/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fa1"),
     S_INIT("apigateway:GET"), S_INIT("arn:aws:apigateway:eu-west-1::/tags/arn:aws:apigateway:eu-west-1::/restapis/a1")},
    {S_INIT("dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day"), S_INIT("dynamodb:Query"),
     S_INIT("arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day")},
    {S_INIT("logs:PutLogEvents on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:2026/01/31/[$LATEST]0a"),
     S_INIT("logs:PutLogEvents"), S_INIT("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:2026/01/31/[$LATEST]0a")},
};

typedef struct {
    Str text; /* after the request; ~ is the action as written there */
    DenialKind kind;
    bool deny;
    Str policy;
    DenialKind through;
} Reason;

static const Reason reasons[] = {
    {S_INIT(""), DENIAL_UNSTATED, false, {0}, 0},
    {S_INIT(" because no identity-based policy allows the ~ action"), DENIAL_IDENTITY, false, {0}, 0},
    {S_INIT(" with an explicit deny in an identity-based policy"), DENIAL_IDENTITY, true, {0}, 0},
    {S_INIT(" with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/guard.v1"), DENIAL_IDENTITY, true,
     S_INIT("arn:aws:iam::111122223333:policy/guard.v1"), 0},
    {S_INIT(" because no resource-based policy allows the ~ action"), DENIAL_RESOURCE, false, {0}, 0},
    {S_INIT(" with an explicit deny in a resource-based policy"), DENIAL_RESOURCE, true, {0}, 0},
    {S_INIT(" because no permissions boundary allows the ~ action"), DENIAL_BOUNDARY, false, {0}, 0},
    {S_INIT(" with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/limit"), DENIAL_BOUNDARY, true,
     S_INIT("arn:aws:iam::111122223333:policy/limit"), 0},
    {S_INIT(" because no session policy allows the ~ action"), DENIAL_SESSION, false, {0}, 0},
    {S_INIT(" with an explicit deny in a sessions policy"), DENIAL_SESSION, true, {0}, 0},
    {S_INIT(" because no service control policy allows the ~ action"), DENIAL_SCP, false, {0}, 0},
    {S_INIT(" with an explicit deny in a service control policy"), DENIAL_SCP, true, {0}, 0},
    {S_INIT(" with an explicit deny in a service control policy: arn:aws:organizations::777788889999:policy/o-a1b2c3d4e5/service_control_policy/p-1a2b3c4d"),
     DENIAL_SCP, true, S_INIT("arn:aws:organizations::777788889999:policy/o-a1b2c3d4e5/service_control_policy/p-1a2b3c4d"), 0},
    {S_INIT(" with an explicit deny in a resource control policy"), DENIAL_RCP, true, {0}, 0},
    {S_INIT(" because no VPC endpoint policy allows the ~ action"), DENIAL_ENDPOINT, false, {0}, 0},
    {S_INIT(" with an explicit deny in a VPC endpoint policy"), DENIAL_ENDPOINT, true, {0}, 0},
    {S_INIT(" with an explicit deny in a VPC endpoint policy transitively through a service control policy"), DENIAL_ENDPOINT, true, {0}, DENIAL_SCP},
    {S_INIT(" because no role trust policy allows the ~ action"), DENIAL_TRUST, false, {0}, 0},
    {S_INIT(" with an explicit deny in the role trust policy"), DENIAL_TRUST, true, {0}, 0},
    {S_INIT(" with an explicit deny"), DENIAL_UNSTATED, true, {0}, 0},
    {S_INIT(" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access"), DENIAL_NOT_IAM, false, {0}, 0},
};

/* ---------------------------------------------------------------- envelopes */

typedef enum { PLAIN, JSON, JSON2, XML, BARS, WRAP, EVENT } Dress;

typedef struct {
    Str before, after;
    Dress dress;
} Envelope;

static const Envelope envelopes[] = {
    {S_INIT(""), S_INIT(""), PLAIN},
    {S_INIT(""), S_INIT(".\n"), PLAIN},
    {S_INIT("An error occurred (AccessDeniedException) when calling the Invoke operation: "), S_INIT("\n"), PLAIN},
    {S_INIT("botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the X operation (reached max retries: 4): "), S_INIT(""), PLAIN},
    {S_INIT("\naws: [ERROR]: An error occurred (AccessDenied) when calling the ListBuckets operation: "), S_INIT("\n"), PLAIN},
    {S_INIT("boto3.exceptions.S3UploadFailedError: Failed to upload f to b/k: An error occurred (AccessDenied) when calling the PutObject operation: "),
     S_INIT(""), PLAIN},
    {S_INIT("    at throwDefaultError (/app/node_modules/x.js:8:22)\nAccessDeniedException: "),
     S_INIT("\n    at de_Error {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 403, requestId: '1a', attempts: 1 },\n  __type: 'AccessDeniedException' }"), PLAIN},
    {S_INIT("AccessDenied: "), S_INIT("\n    at Request.extractError (services/s3.js:711:35) { code: 'AccessDenied', statusCode: 403 }"), PLAIN},
    {S_INIT("operation error S3: PutObject, https response error StatusCode: 403, RequestID: A1, HostID: B2, api error AccessDenied: "), S_INIT(""), PLAIN},
    {S_INIT("AccessDenied: "), S_INIT("\n\tstatus code: 403, request id: 1a2b, host id: 3c"), PLAIN},
    {S_INIT("software.amazon.awssdk.services.s3.model.S3Exception: "),
     S_INIT(" (Service: S3, Status Code: 403, Request ID: X, Extended Request ID: Y) (SDK Attempt Count: 1)"), PLAIN},
    {S_INIT("com.amazonaws.services.identitymanagement.model.AmazonIdentityManagementException: "),
     S_INIT(" (Service: AmazonIdentityManagement; Status Code: 403; Error Code: AccessDenied; Request ID: X; Proxy: null)"), PLAIN},
    {S_INIT("Unhandled exception. Amazon.SQS.AmazonSQSException: "), S_INIT("\n ---> Amazon.Runtime.Internal.HttpErrorResponseException"), PLAIN},
    {S_INIT("app.rb:3:in `<main>': Aws::S3::Errors::AccessDenied ("), S_INIT(")"), PLAIN},
    {S_INIT("Error executing \"PutObject\" on \"https://b.s3.amazonaws.com/k\"; AWS HTTP error: Client error: `PUT https://b` resulted in a `403 Forbidden` "
            "response:\nAccessDenied (client): "), S_INIT(" - <?xml version=\"1.0\" encoding=\"UTF-8\"?>"), PLAIN},
    {S_INIT("Error: unhandled error (AccessDeniedException): "), S_INIT(""), PLAIN},
    {S_INIT("Resource handler returned message: \""),
     S_INIT(" (Service: Lambda, Status Code: 403, Request ID: X) (SDK Attempt Count: 1)\" (RequestToken: Y, HandlerErrorCode: AccessDenied)"), PLAIN},
    {S_INIT("API: iam:CreateRole "), S_INIT(""), PLAIN},
    {S_INIT("Call failed: getTemplate({\"StackName\":\"s\",\"TemplateStage\":\"Original\"}) => "), S_INIT(" (code=AccessDenied)"), PLAIN},
    {S_INIT("ERROR: rpc error: "), S_INIT(" (SQLSTATE HV000)"), PLAIN},
    {S_INIT("You are not authorized to perform this operation. "), S_INIT(". Encoded authorization failure message: "
            "AbC_-0123456789AbC_-0123456789AbC_-0123456789AbC_-0123456789\nAbC_-0123456789AbC_-0123456789"), PLAIN},
    {S_INIT("2026-01-31T10:00:00.000Z 1a2b-3c ERROR [handler] "), S_INIT("\n2026-01-31T10:00:01.000Z next line"), PLAIN},
    {S_INIT("{\"__type\":\"AccessDeniedException\",\"Message\":\""), S_INIT("\"}"), JSON},
    {S_INIT("{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"message\":\""), S_INIT("\"}\n"), JSON},
    {S_INIT("body={\"Message\":\""), S_INIT("\"} status=403"), JSON},
    {S_INIT("{\"level\":\"ERROR\",\"errorType\":\"ClientError\",\"errorMessage\":\""), S_INIT("\",\"stackTrace\":[\"a\"]}"), JSON},
    {S_INIT("{\"truncated\": [1, {\"Message\":\""), S_INIT("\","), JSON},
    {S_INIT("{\"message\":\"{\\\"Message\\\":\\\""), S_INIT("\\\"}\",\"timestamp\":1}"), JSON2},
    {S_INIT("body: \"{\\\"Message\\\":\\\""), S_INIT("\\\"}\" (truncated"), JSON2},
    {S_INIT("<Error><Code>AccessDenied</Code><Message>"), S_INIT("</Message><RequestId>R</RequestId><HostId>H</HostId></Error>"), XML},
    {S_INIT("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"), S_INIT("</Message></Error></ErrorResponse>"), XML},
    {S_INIT("<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation. "),
     S_INIT("</Message></Error></Errors><RequestID>R</RequestID></Response>"), XML},
    {S_INIT("Error: creating S3 Bucket (b1): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: "),
     S_INIT("\n\n  with aws_s3_bucket.b1,\n  on main.tf line 3, in resource \"aws_s3_bucket\" \"b1\":\n   3: resource"), BARS},
    {S_INIT("\033[31mError: \033[0m"), S_INIT("\033[0m"), WRAP},
    {S_INIT("{\"eventVersion\":\"1.08\",\"userIdentity\":{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/zed\",\"accountId\":\"111122223333\"},"
            "\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"PutObject\",\"errorCode\":\"AccessDenied\",\"errorMessage\":\""), S_INIT("\",\"requestParameters\":null}"),
     JSON},
    {S_INIT("{\"Records\":[{\"eventVersion\":\"1.08\",\"userIdentity\":{},\"eventSource\":\"sqs.amazonaws.com\",\"eventName\":\"SendMessage\",\"errorCode\":"
            "\"Client.UnauthorizedOperation\",\"errorMessage\":\""), S_INIT("\"},{\"eventVersion\":\"1.08\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetObject\"}]}"),
     JSON},
    {S_INIT("{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":{\"userIdentity\":{},\"eventSource\":\"x.amazonaws.com\",\"eventName\":\"Y\","
            "\"errorCode\":\"AccessDenied\",\"errorMessage\":\""), S_INIT("\"}}"), JSON},
    {S_INIT("{\"Events\":[{\"EventId\":\"1\",\"CloudTrailEvent\":\"{\\\"eventVersion\\\":\\\"1\\\",\\\"userIdentity\\\":{},\\\"eventSource\\\":\\\"s3.amazonaws.com\\\","
            "\\\"eventName\\\":\\\"PutObject\\\",\\\"errorCode\\\":\\\"AccessDenied\\\",\\\"errorMessage\\\":\\\""), S_INIT("\\\"}\"}]}"), JSON2},
};

static Str replaced(Str s, u8 what, Str with)
{
    Buf b = {.a = &arena};
    for (iz i = 0; i < s.len; i++)
        buf_str(&b, s.s[i] == what ? with : (Str){s.s + i, 1});
    return buf_done(&b);
}

static Str json_text(Str s)
{
    Buf b = {.a = &arena};
    json_quote(&b, s);
    Str q = buf_done(&b);
    return (Str){q.s + 1, q.len - 2};
}

static Str xml_text(Str s)
{
    return replaced(replaced(s, '&', S("&amp;")), '"', S("&quot;"));
}

/* Broken at blanks into lines of 76 columns, as Terraform does; with bars or without. */
static Str wrapped(Str s, Str bar)
{
    Buf b = {.a = &arena};
    Str rest = s, line;
    while (str_cut(&rest, '\n', &line)) {
        iz col = 0;
        Str word;
        buf_str(&b, bar);
        for (bool first = true; str_cut(&line, ' ', &word); first = false) {
            if (!first && col + 1 + word.len > 76) {
                buf_u8(&b, '\n');
                buf_str(&b, bar);
                col = 0;
            } else if (!first) {
                buf_u8(&b, ' ');
                col++;
            }
            buf_str(&b, word);
            col += word.len;
        }
        buf_u8(&b, '\n');
    }
    return buf_done(&b);
}

static Str dressed(const Envelope *e, Str s)
{
    switch (e->dress) {
    case JSON:
        s = json_text(s);
        break;
    case JSON2:
        s = json_text(json_text(s));
        break;
    case XML:
        s = xml_text(s);
        break;
    case PLAIN: case BARS: case WRAP: case EVENT:
        break;
    }
    s = str_cat3(&arena, e->before, s, e->after);
    return e->dress == BARS ? wrapped(s, S("\xe2\x94\x82 ")) : e->dress == WRAP ? wrapped(s, S("")) : s;
}

static Str request_action(const Request *r)
{
    iz i = str_find_u8(r->text, ' ');
    return i < 0 ? r->text : str_head(r->text, i);
}

/* What the resource must be: @ the principal's account, % its partition, each "*" when the text does not say. */
static Str expected_resource(const Request *r, const Who *w)
{
    Str partition = S("*");
    iz i = str_find(w->text, S("arn:"));
    if (i >= 0) {
        Str rest = str_from(w->text, i + 4);
        str_cut(&rest, ':', &partition);
    }
    if (str_find_u8(r->resource, '%') < 0)
        return r->resource;
    return replaced(replaced(r->resource, '@', w->account.len ? w->account : S("*")), '%', partition);
}

#define IS(got, want) ck_assert_msg(str_eq(got, want), "got '%.*s', want '%.*s'\nin: %.*s", (int)(got).len, (const char *)(got).s, \
                                    (int)(want).len, (const char *)(want).s, (int)text.len, (const char *)text.s)

START_TEST(sentences)
{
    iz n = 0;
    for (iz e = 0; e < COUNTOF(envelopes); e++)
        for (iz w = 0; w < COUNTOF(whos); w++)
            for (iz q = 0; q < COUNTOF(requests); q++)
                for (iz r = 0; r < COUNTOF(reasons); r++) {
                    const Who *who = &whos[w];
                    const Request *req = &requests[q];
                    const Reason *why = &reasons[r];
                    ArenaMark m = arena_mark(&arena);
                    Str s = str_cat3(&arena, who->text, S(" is not authorized to perform: "), req->text);
                    s = str_cat(&arena, s, replaced(why->text, '~', request_action(req)));
                    Str text = dressed(&envelopes[e], s);
                    Denials all = denials_find(&arena, table_builtin(), text);
                    ck_assert_msg(all.n == 1, "%td denials in: %.*s", all.n, (int)text.len, (const char *)text.s);
                    const Denial *d = &all.v[0];
                    IS(d->action, req->action);
                    Str want = expected_resource(req, who);
                    IS(d->resource, want);
                    IS(d->principal.name, who->name);
                    IS(d->principal.account, who->account);
                    IS(d->policy_arn, why->policy);
                    ck_assert_msg(d->principal.kind == who->kind && d->kind == why->kind && d->explicit_deny == why->deny && d->through == why->through,
                                  "kinds differ in: %.*s", (int)text.len, (const char *)text.s);
                    ck_assert(d->off >= 0 && d->off < d->end && d->end <= text.len);
                    Advice v = advice_for(&arena, table_builtin(), d);
                    ck_assert(v.lines.n || v.statement);
                    arena_rewind(&arena, m);
                    n++;
                }
    ck_assert_int_eq(n, COUNTOF(envelopes) * COUNTOF(whos) * COUNTOF(requests) * COUNTOF(reasons));
}
END_TEST

/* ---------------------------------------------------------------- single texts */

typedef struct {
    Str text;
    iz n;
    Str action, resource;
    DenialKind kind;
} Single;

static const Single singles[] = {
    {S_INIT("An error occurred (403) when calling the HeadObject operation: Forbidden"), 1, S_INIT("s3:GetObject"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied"), 1, S_INIT("s3:ListAllMyBuckets"), S_INIT(""),
     DENIAL_UNSTATED},
    {S_INIT("operation error S3: PutObject, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: Access Denied"), 1,
     S_INIT("s3:PutObject"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: A, api error AccessDeniedException: Access Denied"), 1,
     S_INIT("secretsmanager:GetSecretValue"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("software.amazon.awssdk.services.s3.model.S3Exception: Access Denied (Service: S3, Status Code: 403, Request ID: X)"), 1, S_INIT(""), S_INIT(""),
     DENIAL_UNSTATED},
    {S_INIT("AccessDenied: Access Denied\n    at Request.extractError"), 1, S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>R</RequestId></Error>"), 1, S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("API: s3:CreateBucket Access Denied"), 1, S_INIT("s3:CreateBucket"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded "
            "authorization failure message: 0123456789abcdefABCDEF_-0123456789abcdefABCDEF_-0123"), 1, S_INIT("ec2:RunInstances"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity"), 1,
     S_INIT("sts:AssumeRoleWithWebIdentity"), S_INIT(""), DENIAL_TRUST},
    {S_INIT("An error occurred (ExpiredToken) when calling the PutObject operation: The provided token has expired."), 1, S_INIT(""), S_INIT(""), DENIAL_NOT_IAM},
    {S_INIT("Insufficient Lake Formation permission(s): Required Describe on t"), 1, S_INIT(""), S_INIT(""), DENIAL_NOT_IAM},
    {S_INIT("Principal [arn:aws:iam::111122223333:user/a] is not allowed to execute [apigateway:GET] on the resource"), 1, S_INIT("apigateway:GET"), S_INIT(""),
     DENIAL_UNSTATED},
    {S_INIT("User: arn:aws:iam::111122223333:user/a is not authorized to access this resource"), 1, S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("User: arn:aws:iam::444455553333:user/a is not authorized to perform: execute-api:Invoke on resource: "
            "arn:aws:execute-api:eu-west-1:********3333:a1/prod/GET/x because no identity-based policy allows the execute-api:Invoke action"), 1,
     S_INIT("execute-api:Invoke"), S_INIT("arn:aws:execute-api:eu-west-1:444455553333:a1/prod/GET/x"), DENIAL_IDENTITY},
    {S_INIT("User: arn:aws:iam::111122223333:user/a is not authorized to perform: cloudwatch:PutMetricAlarm on resource: "
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:My first alarm because no identity-based policy allows the cloudwatch:PutMetricAlarm action"), 1,
     S_INIT("cloudwatch:PutMetricAlarm"), S_INIT("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:My first alarm"), DENIAL_IDENTITY},
    {S_INIT("User: arn:aws:iam::111122223333:user/a is not authorized to perform: sns:Publish on resource: arn:aws:sns:eu-west-1:111122223333:a-ra\nther-long-name "
            "because no identity-based policy allows the sns:Publish action"), 1, S_INIT("sns:Publish"),
     S_INIT("arn:aws:sns:eu-west-1:111122223333:a-rather-long-name"), DENIAL_IDENTITY},
    {S_INIT("UnauthorizedOperation: You are not authorized to perform this operation.\n    at Request.extractError"), 1, S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("A client error (AccessDenied) occurred when calling the DescribeStacks operation: User: arn:aws:iam::111122223333:user/a is not authorized to perform: "
            "cloudforma\ntion:DescribeStacks"), 1, S_INIT("cloudformation:DescribeStacks"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("User: arn:aws:sts::XXXXXXXXXXXX:assumed-role/rolename is not authorized to perform: kms:DisableKey on resource: "
            "arn:aws:kms:ap-northeast-1:XXXXXXXXXXXX:key/key-id with an explicit deny in a service control policy: arn:aws:organizations::Y:policy/o-a/p-0"), 1,
     S_INIT("kms:DisableKey"), S_INIT("arn:aws:kms:ap-northeast-1:XXXXXXXXXXXX:key/key-id"), DENIAL_SCP},
    {S_INIT("User: arn:aws:iam::111122223333:user/a-rather-lo\nng-name is not authorized to perform: s3:GetObject"), 1, S_INIT("s3:GetObject"), S_INIT(""),
     DENIAL_UNSTATED},
    {S_INIT("User: arn:aws:iam::111122223333:user/a \\\nis not authorized to perform: s3:PutObject on resource \"...\" with an explicit deny \\\nin a "
            "resource-based policy"), 1, S_INIT("s3:PutObject"), S_INIT(""), DENIAL_RESOURCE},
    {S_INIT("\"Is not authorized to perform: sts:AssumeRole on resource\n arn:aws:iam::222222222222:role/r\""), 1, S_INIT("sts:AssumeRole"),
     S_INIT("arn:aws:iam::222222222222:role/r"), DENIAL_UNSTATED},
    {S_INIT("Response body:\nb'{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"User: arn:aws:iam::111122223333:user/a is not authorized to "
            "perform: cloudformation:ListResources on resource: arn:aws:cloudformation:ap-south-1:111122223333:resource/*\"}'"), 1, S_INIT("cloudformation:ListResources"),
     S_INIT("arn:aws:cloudformation:ap-south-1:111122223333:resource/*"), DENIAL_UNSTATED},
    {S_INIT("An error occurred (AccessDeniedException) when calling the CreateComponentVersion operation: User: arn:aws:iam::111122223333:user/a is not authorized to "
            "perform: null"), 1, S_INIT("greengrass:CreateComponentVersion"), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("Error executing \"AssumeRole\" on \"https://sts.eu-west-1.amazonaws.com\"; AWS HTTP error: Client error: `POST https://sts.eu-west-1.amazonaws.com` resulted in a "
            "`403 Forbidden` response: Sender AccessDeni (truncated...) AccessDenied (client): User: arn:aws:iam::111122223333:user/q is not authorized to perform: "
            "sts:AssumeRole on resource: arn:aws:iam::111122223333:user/q - Sender AccessDenied User: arn:aws:iam::111122223333:user/q is not authorized to perform: "
            "sts:AssumeRole on resource: arn:aws:iam::111122223333:user/q 70570cbc"), 1, S_INIT("sts:AssumeRole"), S_INIT("arn:aws:iam::111122223333:user/q"),
     DENIAL_UNSTATED},
    {S_INIT("**Aws::CloudFront::Errors::AccessDenied** in **Job**\nUser: arn:aws:sts::111122223333:assumed-role/s/1 is not authorized to perform: "
            "cloudfront:CreateInvalidation on resource: arn:aws:cloudfront::111122223333:distribution/E1 because no identity-based policy allows the "
            "cloudfront:CreateInvalidation action"), 1, S_INIT("cloudfront:CreateInvalidation"), S_INIT("arn:aws:cloudfront::111122223333:distribution/E1"),
     DENIAL_IDENTITY},
    {S_INIT("Aws::S3::Errors::AccessDenied (Access Denied)"), 1, S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
    {S_INIT("{\"allowed\":false,\"explicitDeny\":true,\"matchedStatements\":{\"items\":[]},\"failures\":{\"items\":[]},\"context\":{\"principal\":{\"id\":\"A\","
            "\"arn\":\"arn:aws:iam::111122223333:user/a\"},\"action\":\"ec2:RunInstances\",\"resource\":\"arn:aws:ec2:eu-west-1:111122223333:instance/*\"}}"), 1,
     S_INIT("ec2:RunInstances"), S_INIT("arn:aws:ec2:eu-west-1:111122223333:instance/*"), DENIAL_UNSTATED},
    {S_INIT("{\"DecodedMessage\":\"{\\\"allowed\\\":false,\\\"explicitDeny\\\":false,\\\"context\\\":{\\\"action\\\":\\\"ec2:StopInstances\\\",\\\"resource\\\":"
            "\\\"arn:aws:ec2:eu-west-1:111122223333:instance/i-1\\\"}}\"}"), 1, S_INIT("ec2:StopInstances"), S_INIT("arn:aws:ec2:eu-west-1:111122223333:instance/i-1"),
     DENIAL_UNSTATED},
    {S_INIT("{\"eventVersion\":\"1\",\"userIdentity\":{\"arn\":\"arn:aws:iam::111122223333:user/a\"},\"eventSource\":\"lambda.amazonaws.com\",\"awsRegion\":\"eu-west-1\","
            "\"recipientAccountId\":\"111122223333\",\"eventName\":\"GetFunction20150331v2\",\"errorCode\":\"AccessDenied\",\"requestParameters\":{\"functionName\":\"f\"}}"), 1,
     S_INIT("lambda:GetFunction"), S_INIT("arn:aws:lambda:eu-west-1:111122223333:function:f"), DENIAL_UNSTATED},
    {S_INIT("{\"eventVersion\":\"1\",\"userIdentity\":{\"arn\":\"arn:aws:iam::111122223333:user/a\"},\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"ListObjects\","
            "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"Access Denied\",\"requestParameters\":{\"bucketName\":\"b\"}}"), 1, S_INIT("s3:ListBucket"),
     S_INIT("arn:*:s3:::b"), DENIAL_UNSTATED},
    {S_INIT("{\"eventVersion\":\"1\",\"userIdentity\":{},\"eventSource\":\"kms.amazonaws.com\",\"awsRegion\":\"eu-west-1\",\"eventName\":\"Decrypt\",\"errorCode\":"
            "\"AccessDenied\",\"requestParameters\":null,\"resources\":[{\"accountId\":\"1\",\"type\":\"AWS::KMS::Key\",\"ARN\":"
            "\"arn:aws:kms:eu-west-1:111122223333:key/k1\"}]}"), 1, S_INIT("kms:Decrypt"), S_INIT("arn:aws:kms:eu-west-1:111122223333:key/k1"), DENIAL_UNSTATED},
    {S_INIT("{\"eventVersion\":\"1\",\"userIdentity\":{},\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetObject\",\"errorCode\":\"NoSuchKey\"}"), 0,
     S_INIT(""), S_INIT(""), DENIAL_UNSTATED},
};

START_TEST(one_text)
{
    for (iz i = 0; i < COUNTOF(singles); i++) {
        Str text = singles[i].text;
        Denials all = denials_find(&arena, table_builtin(), text);
        ck_assert_msg(all.n == singles[i].n, "%td denials in: %s", all.n, text.s);
        if (!all.n)
            continue;
        IS(all.v[0].action, singles[i].action);
        IS(all.v[0].resource, singles[i].resource);
        ck_assert_msg(all.v[0].kind == singles[i].kind, "kind differs in: %s", text.s);
    }
}
END_TEST

START_TEST(no_denial)
{
    static const Str texts[] = {
        S_INIT(""),
        S_INIT("User: <principal ARN> is not authorized to perform: <service>:<Action> on resource: <resource>"),
        S_INIT("raise Denied(f\"User: {arn} is not authorized to perform: {action}\")"),
        S_INIT("printf(\"User: %s is not authorized to perform: %s\", user, action)"),
        S_INIT("User: ${arn} is not authorized to perform: s3:GetObject"),
        S_INIT("User: bob is not authorized to perform: refunds"),
        S_INIT("User bob is not authorized to perform this operation."),
        S_INIT("User: arn:aws:iam::111122223333:user/a is now authorized to perform: s3:GetObject"),
        S_INIT("The service account is not authorized to perform this action"),
        S_INIT("ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)"),
        S_INIT("open /etc/shadow: permission denied"),
        S_INIT("HTTP/1.1 403 Forbidden\nnginx"),
        S_INIT("An error occurred (NoSuchBucket) when calling the ListObjects operation: The specified bucket does not exist"),
        S_INIT("An error occurred (ValidationException) when calling the Query operation: not authorized to perform"),
        S_INIT("is not authorized to perform"),
        S_INIT("is not authorized to perform:"),
        S_INIT("User: "),
        S_INIT("assert 'AccessDenied' in str(e)"),
        S_INIT("except ClientError as e:\n    if e.response['Error']['Code'] == 'AccessDenied':"),
        S_INIT("{\"error\":\"forbidden\",\"code\":\"AccessDenied\",\"message\":\"You shall not pass\"}"),
        S_INIT("rescue Aws::S3::Errors::AccessDenied => e"),
        S_INIT("You are not authorized to perform this operation. Please contact your administrator."),
        S_INIT("Encoded authorization failure message: short"),
        S_INIT("{\"allowed\":true,\"explicitDeny\":false,\"context\":{\"action\":\"ec2:RunInstances\"}}"),
    };
    for (iz i = 0; i < COUNTOF(texts); i++) {
        Denials all = denials_find(&arena, table_builtin(), texts[i]);
        ck_assert_msg(all.n == 0, "a denial in: %s", texts[i].s);
    }
}
END_TEST

START_TEST(many)
{
    Buf b = {.a = &arena};
    for (int round = 0; round < 2; round++)
        for (iz q = 0; q < COUNTOF(requests); q++) {
            buf_str(&b, S("ERROR User: arn:aws:iam::111122223333:user/ana is not authorized to perform: "));
            buf_str(&b, requests[q].text);
            buf_str(&b, S("\nother line\n"));
        }
    Denials all = denials_find(&arena, table_builtin(), buf_done(&b));
    ck_assert_int_eq(all.n, COUNTOF(requests));
    for (iz q = 0; q < all.n; q++)
        ck_assert(str_eq(all.v[q].action, requests[q].action) && (q == 0 || all.v[q].off > all.v[q - 1].off));
}
END_TEST

/* Each of these once took time that grew with the square of its length. */
START_TEST(long_texts)
{
    static const Str parts[] = {
        S_INIT("\\"), S_INIT("[{"), S_INIT("{\"a\":"), S_INIT("&amp;"), S_INIT("operation error S3: PutObject, "),
        S_INIT("User: x is not authorized to perform: s3:GetObject on resource: "), S_INIT(" not authorized to perform "), S_INIT("{\"a\":{}}{\"b\""),
    };
    for (iz i = 0; i < COUNTOF(parts); i++) {
        Buf b = {.a = &arena};
        while (b.n < 1 << 20)
            buf_str(&b, parts[i]);
        denials_find(&arena, table_builtin(), buf_done(&b));
        arena_free(&arena);
    }
}
END_TEST

UNIT_MAIN("denied", 120, sentences, one_text, no_denial, many, long_texts)
