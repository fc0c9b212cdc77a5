/* mapper_rules.c: the rule language (parsing, evaluation in worlds), and calls mapped to needs by the real data. */
#include "core/base/json.h"
#include "mapper/rules.h"
#include "tests/unit/mapper_values.h"
#include "tests/unit/unit.h"

START_TEST(parse_errors)
{
    static const struct {
        Str text;
        bool bind;
    } bad[] = {
        {S_INIT("has("), false},        {S_INIT("has()"), false},          {S_INIT("nope(A)"), false},
        {S_INIT("has(A) and"), false},  {S_INIT("has(A) has(B)"), false},  {S_INIT("eq(A)"), false},
        {S_INIT("eq(A,x,y)"), false},   {S_INIT("(has(A)"), false},        {S_INIT("not"), false},
        {S_INIT("eq(A,\"x)"), false},   {S_INIT("has(A[)"), false},        {S_INIT("has(A{x})"), false},
        {S_INIT("has(A.)"), false},     {S_INIT("X"), true},               {S_INIT("X="), true},
        {S_INIT("X=last(A)"), true},    {S_INIT("X=last(A,/"), true},      {S_INIT("X=nope(A,/)"), true},
        {S_INIT("X=A|"), true},         {S_INIT("X=\"a"), true},           {S_INIT("X=map(A,x)"), true},
    };
    for (iz i = 0; i < COUNTOF(bad); i++) {
        const When *w;
        Binds b;
        Str error;
        bool ok = bad[i].bind ? rule_parse_bind(&arena, bad[i].text, &b, &error) : rule_parse_when(&arena, bad[i].text, &w, &error);
        ck_assert_msg(!ok && error.len > 0, "accepted: %.*s", (int)bad[i].text.len, (const char *)bad[i].text.s);
    }
}
END_TEST

/* The answer of the first world; all worlds' best and worst are in worlds(). */
static void worlds(const char *when, const char *args, Answer *best, Answer *worst)
{
    const When *w;
    Str error;
    ck_assert_msg(rule_parse_when(&arena, str_c(when), &w, &error), "%s", when);
    World world = {.a = &arena, .t = table_builtin(), .args = value_of_text(&arena, args)};
    *best = ANSWER_NO;
    *worst = ANSWER_YES;
    do {
        Answer x = world_when(&world, w);
        *best = x > *best ? x : *best;
        *worst = x < *worst ? x : *worst;
    } while (world_next(&world));
}

START_TEST(when_values)
{
    static const struct {
        const char *when, *args;
        Answer best, worst;
    } rows[] = {
        {"-", "{}", ANSWER_YES, ANSWER_YES},
        {"has(A)", "{}", ANSWER_NO, ANSWER_NO},
        {"has(A)", "{\"A\":null}", ANSWER_NO, ANSWER_NO},
        {"has(A)", "{\"A\":[]}", ANSWER_NO, ANSWER_NO},
        {"has(A)", "{\"A\":\"\"}", ANSWER_YES, ANSWER_YES},
        {"has(A)", "{\"A\":\"~\"}", ANSWER_YES, ANSWER_YES},
        {"has(A)", "{\"A\":{\"$unknown\":0}}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"has(A)", "{\"...\":0}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"not has(A)", "{\"...\":0}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"has(A)", "{\"A?\":1}", ANSWER_YES, ANSWER_NO},
        {"eq(A,x)", "{\"A\":\"x\"}", ANSWER_YES, ANSWER_YES},
        {"eq(A,x)", "{\"A\":\"xy\"}", ANSWER_NO, ANSWER_NO},
        {"eq(A,x)", "{\"A\":\"~\"}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"eq(A,x)", "{\"A\":\"y~\"}", ANSWER_NO, ANSWER_NO},
        {"eq(A,x)", "{}", ANSWER_NO, ANSWER_NO},
        {"eq(A,x)", "{\"A\":{\"$any\":[\"x\",\"y\"]}}", ANSWER_YES, ANSWER_NO},
        {"in(A,x,y)", "{\"A\":{\"$any\":[\"x\",\"y\"]}}", ANSWER_YES, ANSWER_YES},
        {"prefix(A,\"a b\")", "{\"A\":\"a bc\"}", ANSWER_YES, ANSWER_YES},
        {"prefix(A,ab)", "{\"A\":\"a~\"}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"suffix(A,--x-s3)", "{\"A\":\"b--usw2-az1--x-s3\"}", ANSWER_YES, ANSWER_YES},
        {"suffix(A,--x-s3)", "{\"A\":\"~b\"}", ANSWER_NO, ANSWER_NO},
        {"match(A,\"arn:*:s3:*\")", "{\"A\":\"arn:aws:s3:::b\"}", ANSWER_YES, ANSWER_YES},
        {"imatch(A,\"*SELECT *\")", "{\"A\":\"select x\"}", ANSWER_YES, ANSWER_YES},
        {"true(A)", "{\"A\":true}", ANSWER_YES, ANSWER_YES},
        {"true(A)", "{\"A\":\"True\"}", ANSWER_YES, ANSWER_YES},
        {"true(A)", "{\"A\":false}", ANSWER_NO, ANSWER_NO},
        {"false(A)", "{}", ANSWER_NO, ANSWER_NO},
        {"sure(eq(A,x))", "{\"A\":\"~\"}", ANSWER_NO, ANSWER_NO},
        {"not sure(eq(A,x))", "{\"A\":\"~\"}", ANSWER_YES, ANSWER_YES},
        {"has(A) and not has(B) or has(C)", "{\"A\":1,\"B\":1}", ANSWER_NO, ANSWER_NO},
        {"has(A) and (not has(B) or has(C))", "{\"A\":1,\"C\":1,\"B\":2}", ANSWER_YES, ANSWER_YES},
        {"has(A) and has(B)", "{\"A\":1,\"...\":0}", ANSWER_UNKNOWN, ANSWER_UNKNOWN},
        {"has(L[].V)", "{\"L\":[{\"V\":1},{}]}", ANSWER_YES, ANSWER_NO},
        {"has(L[].V)", "{\"L\":[{}]}", ANSWER_NO, ANSWER_NO},
        {"has(L[].V)", "{\"L\":[{},\"...\"]}", ANSWER_UNKNOWN, ANSWER_NO},
        {"has(L[].V) and eq(L[].K,b)", "{\"L\":[{\"V\":1,\"K\":\"a\"},{\"K\":\"b\"}]}", ANSWER_NO, ANSWER_NO},
        {"eq(M{}.X,1)", "{\"M\":{\"p\":{\"X\":1},\"q\":{}}}", ANSWER_YES, ANSWER_NO},
        {"eq(M{keys},q)", "{\"M\":{\"p\":{},\"q\":{}}}", ANSWER_YES, ANSWER_NO},
    };
    for (iz i = 0; i < COUNTOF(rows); i++) {
        Answer best, worst;
        worlds(rows[i].when, rows[i].args, &best, &worst);
        ck_assert_msg(best == rows[i].best && worst == rows[i].worst, "%s on %s: %d..%d", rows[i].when, rows[i].args, worst, best);
    }
}
END_TEST

START_TEST(source_values)
{
    static const struct {
        const char *bind, *args, *want; /* all worlds, joined by ", "; - absent, ? unknown */
    } rows[] = {
        {"x=A", "{\"A\":\"v\"}", "v"},
        {"x=A", "{}", "-"},
        {"x=A", "{\"A\":\"~\"}", "?"},
        {"x=A", "{\"A\":{\"$any\":[\"v\",\"w~\"]}}", "v, w~"},
        {"x=last(A,/)", "{\"A\":\"https://h/1/q\"}", "q"},
        {"x=last(A,/)", "{\"A\":\"q\"}", "q"},
        {"x=first(A,/)", "{\"A\":\"b/k/l\"}", "b"},
        {"x=first(A,/)", "{\"A\":\"b~\"}", "b~"},
        {"x=first(A,/)", "{\"A\":\"~k\"}", "?"},
        {"x=before(A,\"?\")", "{\"A\":\"~.txt\"}", "~.txt"},
        {"x=after(A,/)", "{\"A\":\"b/k/l\"}", "k/l"},
        {"x=after(A,/)", "{\"A\":\"b\"}", "-"},
        {"x=after(A,function:)|A", "{\"A\":\"fn\"}", "fn"},
        {"x=after(A,function:)|A", "{\"A\":\"arn:aws:lambda:r:1:function:fn:V\"}", "fn:V"},
        {"x=before(after(trim(A,/),/),?)", "{\"A\":\"/b/k?versionId=1\"}", "k"},
        {"x=B|A", "{\"A\":\"v\",\"...\":0}", "v"},
        {"x=B|A", "{\"A\":\"v\",\"B\":\"~\"}", "?"},
        {"x=cat(A,\"-??????\")", "{\"A\":\"s\"}", "s-??????"},
        {"x=like(A,\"arn:*\")|\"none\"", "{\"A\":\"s\"}", "none"},
        {"x=unlike(A,\"arn:*\")", "{\"A\":\"arn:x\"}", "-"},
        {"x=map(A,CLOUDFRONT,global,REGIONAL,regional)", "{\"A\":\"REGIONAL\"}", "regional"},
        {"x=map(A,X,Y)", "{\"A\":\"Z\"}", "-"},
        {"x=lower(A)", "{\"A\":\"AbC\"}", "abc"},
        {"x=L[].K", "{\"L\":[{\"K\":\"a\"},{\"K\":\"b\"},\"...\"]}", "a, b, ?"},
        {"x=L", "{\"L\":[\"a\",\"b\"]}", "a, b"},
        {"x=keys(M)", "{\"M\":{\"p\":1,\"q\":2}}", "p, q"},
        {"x=sql(A)", "{\"A\":\"select * from \\\"T\\\".\\\"I\\\" where from = 1\"}", "T"},
        {"x=sqlname(A)", "{\"A\":\"SELECT * FROM \\\"db\\\".\\\"t\\\" JOIN u\"}", "db.t, u"},
        {"x=sql(A)", "{\"A\":\"INSERT INTO logs_~ VALUE {}\"}", "logs_~"},
        {"x=sql(A)", "{\"A\":\"SELECT 1\"}", "-"},
        {"x=sql(A)", "{\"A\":\"SELECT 1 ~\"}", "?"},
        {"x=S.B|first(S,/)", "{\"S\":\"b/k\"}", "b"},
        {"x=S.B|first(S,/)", "{\"S\":{\"B\":\"c\"}}", "c"},
    };
    for (iz i = 0; i < COUNTOF(rows); i++) {
        Binds binds;
        Str error;
        Buf got = {.a = &arena};
        ck_assert_msg(rule_parse_bind(&arena, str_c(rows[i].bind), &binds, &error), "%s", rows[i].bind);
        World w = {.a = &arena, .t = table_builtin(), .args = value_of_text(&arena, rows[i].args)};
        do {
            BoundText b = world_source(&w, binds.v[0].source);
            if (got.n)
                buf_str(&got, S(", "));
            if (b.state != PATH_VALUE)
                buf_u8(&got, b.state == PATH_ABSENT ? '-' : '?');
            for (iz k = 0; b.state == PATH_VALUE && k < b.text.len; k++)
                buf_u8(&got, b.text.s[k] == TEXT_HOLE ? '~' : b.text.s[k] == TEXT_ONE ? '?' : b.text.s[k]);
        } while (world_next(&w));
        ck_assert_msg(str_eq(buf_done(&got), str_c(rows[i].want)), "%s on %s: %.*s", rows[i].bind, rows[i].args, (int)got.n,
                      (const char *)got.v);
    }
}
END_TEST

START_TEST(worlds_are_bounded)
{
    Buf b = {.a = &arena};
    buf_str(&b, S("{\"L\":["));
    for (int i = 0; i < 100; i++)
        buf_str(&b, S("{\"M\":[{},{},{},{},{},{},{},{},{},{}],\"N\":[{},{},{},{},{},{},{},{},{},{},{}]},"));
    buf_str(&b, S("{\"M\":[{\"X\":1}]}]}"));
    buf_u8(&b, 0);
    Answer best, worst;
    worlds("has(L[].M[].X) or has(L[].N[].X)", (const char *)b.v, &best, &worst);
    ck_assert_int_eq(best, ANSWER_UNKNOWN); /* the limit was reached: the rest is unknown, not no */
}
END_TEST

/* ---------------------------------------------------------------- whole calls */

static Str needs_text(const char *service, const char *operation, const char *args, const char *region)
{
    static Diags diags;
    diags = (Diags){.a = &arena};
    SdkCall call = {.service = str_c(service), .operation = str_c(operation), .args = value_of_text(&arena, args)};
    PolicyOptions opt = policy_options();
    opt.region = S("us-east-1");
    opt.account = S("123456789012");
    if (region)
        call.region = value_of_text(&arena, region);
    Needs needs = {0};
    map_call(&needs, &arena, table_builtin(), &call, &opt, &diags);
    Buf b = {.a = &arena};
    for (iz i = 0; i < needs.n; i++) {
        buf_str(&b, needs.v[i].action);
        for (iz k = 0; k < needs.v[i].resources.n; k++) {
            buf_u8(&b, ' ');
            buf_str(&b, needs.v[i].resources.v[k].arn);
        }
        for (iz k = 0; k < needs.v[i].conditions.n; k++) {
            buf_str(&b, S(" if "));
            buf_str(&b, needs.v[i].conditions.v[k].key);
        }
        buf_u8(&b, '\n');
    }
    for (iz i = 0; i < diags.n; i++) {
        buf_str(&b, diag_name(diags.v[i].code));
        buf_u8(&b, '\n');
    }
    return buf_done(&b);
}

/* The text holds this line; with ! in front: it does not. */
static void line_is(Str text, const char *line)
{
    bool not = *line == '!';
    Str want = str_cat(&arena, str_c(line + not), S("\n")), part;
    bool found = false;
    for (Str rest = text; str_cut(&rest, '\n', &part);)
        found |= str_eq(str_cat(&arena, part, S("\n")), want);
    ck_assert_msg(found != not, "%s in:\n%.*s", line, (int)text.len, (const char *)text.s);
}

#define P "us-east-1:123456789012:"

START_TEST(calls)
{
    static const struct {
        const char *service, *operation, *args, *region, *line;
    } rows[] = {
        {"s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"in/~.csv\"}", 0, "s3:GetObject arn:aws:s3:::b/in/*.csv"},
        {"s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"a*b?c$d\"}", 0, "s3:GetObject arn:aws:s3:::b/a${*}b${?}c${$}d"},
        {"s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"k\"}", "\"cn-north-1\"", "s3:GetObject arn:aws-cn:s3:::b/k"},
        {"s3", "GetObject", "{\"Bucket\":{\"$any\":[\"a\",\"b\"]},\"Key\":\"k\"}", 0, "s3:GetObject arn:aws:s3:::a/k arn:aws:s3:::b/k"},
        {"s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"k\"}", 0, "!s3:GetObjectVersion arn:aws:s3:::b/k"},
        {"s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"k\",\"...\":0}", 0, "s3:GetObjectVersion arn:aws:s3:::b/k"},
        {"s3", "GetObject", "{\"...\":0}", 0, "s3:GetObject arn:aws:s3:::*/*"},
        {"s3", "DeleteObjects", "{\"Bucket\":\"b\",\"Delete\":{\"Objects\":[{\"Key\":\"x\"},{\"Key\":\"y\",\"VersionId\":\"1\"}]}}", 0,
         "s3:DeleteObjectVersion arn:aws:s3:::b/y"},
        {"dynamodb", "GetItem", "{\"TableName\":\"t\"}", "\"eu-west-1\"", "dynamodb:GetItem arn:aws:dynamodb:eu-west-1:123456789012:table/t"},
        {"dynamodb", "GetItem", "{\"TableName\":\"t\"}", "{\"$any\":[\"eu-west-1\",\"us-gov-west-1\"]}",
         "dynamodb:GetItem arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/t arn:aws:dynamodb:eu-west-1:123456789012:table/t"},
        {"dynamodb", "GetItem", "{\"TableName\":\"t\"}", "\"localhost\"", "dynamodb:GetItem arn:aws:dynamodb:" P "table/t"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:dynamodb:eu-west-1:9:table/o\"}", 0,
         "dynamodb:GetItem arn:aws:dynamodb:eu-west-1:9:table/o"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:dynamodb:~:~:table/o\"}", 0, "dynamodb:GetItem arn:aws:dynamodb:" P "table/o"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:dynamodb:~:table/o\"}", 0, "dynamodb:GetItem arn:aws:dynamodb:" P "table/o"},
        {"dynamodb", "Query", "{\"TableName\":\"t\",\"IndexName\":\"i\"}", 0,
         "dynamodb:Query arn:aws:dynamodb:" P "table/t arn:aws:dynamodb:" P "table/t/index/i"},
        {"dynamodb", "Query", "{\"TableName\":\"t\"}", 0, "dynamodb:Query arn:aws:dynamodb:" P "table/t"},
        {"dynamodb", "Query", "{\"TableName\":\"arn:aws:dynamodb:eu-west-1:9:table/o\",\"IndexName\":\"i\"}", 0,
         "dynamodb:Query arn:aws:dynamodb:eu-west-1:9:table/o arn:aws:dynamodb:eu-west-1:9:table/o/index/i"},
        {"dynamodb", "BatchExecuteStatement",
         "{\"Statements\":[{\"Statement\":\"SELECT * FROM a\"},{\"Statement\":\"DELETE FROM b WHERE x=1\"}]}", 0,
         "dynamodb:PartiQLDelete arn:aws:dynamodb:" P "table/b"},
        {"sqs", "SendMessage", "{\"QueueUrl\":\"https://sqs.eu-west-1.amazonaws.com/111122223333/q\"}", 0,
         "sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:q"},
        {"sqs", "SendMessage", "{\"QueueUrl\":\"~-jobs\"}", 0, "sqs:SendMessage arn:aws:sqs:" P "*-jobs"},
        {"sns", "Publish", "{\"TopicArn\":\"arn:aws:sns:~:~:alerts\"}", 0, "sns:Publish arn:aws:sns:" P "alerts"},
        {"sns", "Publish", "{\"TopicArn\":\"~:alerts\"}", 0, "sns:Publish arn:aws:sns:" P "alerts"},
        {"sqs", "SendMessage", "{\"QueueUrl\":\"~\"}", "\"aws-global\"", "sqs:SendMessage arn:aws:sqs:*:123456789012:*"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:dynamodb:~\"}", 0, "dynamodb:GetItem arn:aws:dynamodb:" P "table/*"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:~:eu-west-1:9:~-t\"}", 0,
         "dynamodb:GetItem arn:aws:dynamodb:eu-west-1:9:table/*-t"},
        {"dynamodb", "GetItem", "{\"TableName\":\"arn:aws:dynamodb:eu-west-1:9:~e/x\"}", 0,
         "dynamodb:GetItem arn:aws:dynamodb:eu-west-1:9:table/*"},
        {"dynamodb", "GetItem", "{\"TableName\":\"\u0442\u0430\u0431\"}", 0, "dynamodb:GetItem arn:aws:dynamodb:" P "table/*"},
        {"dynamodb", "GetItem", "{\"TableName\":\"\u00fc\"}", 0, "dynamodb:GetItem arn:aws:dynamodb:" P "table/\u00fc"},
        {"sns", "Publish", "{\"PhoneNumber\":\"+1\"}", 0, "sns:Publish *"},
        {"lambda", "Invoke", "{\"FunctionName\":\"f\",\"Qualifier\":\"q\"}", 0, "lambda:InvokeFunction arn:aws:lambda:" P "function:f:q"},
        {"lambda", "Invoke", "{\"FunctionName\":\"arn:aws:lambda:eu-west-1:9:function:f\"}", 0,
         "lambda:InvokeFunction arn:aws:lambda:eu-west-1:9:function:f"},
        {"apigateway", "GetRestApi", "{\"restApiId\":\"abc\"}", 0, "apigateway:GET arn:aws:apigateway:us-east-1::/restapis/abc"},
        {"apigateway", "GetRestApi", "{}", 0, "apigateway:GET arn:aws:apigateway:us-east-1::/restapis/*"},
        {"sts", "GetCallerIdentity", "{}", 0, "!sts:GetCallerIdentity *"},
        {"ec2", "DescribeInstances", "{}", 0, "ec2:DescribeInstances *"},
        {"s3", "NoSuchOperation", "{}", 0, "unmapped_operation"},
    };
    for (iz i = 0; i < COUNTOF(rows); i++)
        line_is(needs_text(rows[i].service, rows[i].operation, rows[i].args, rows[i].region), rows[i].line);
}
END_TEST

/* What services do with keys, and with other services, in the caller's name. */
START_TEST(on_behalf)
{
    static const struct {
        const char *service, *operation, *args, *region, *line;
    } rows[] = {
        {"s3", "GetObject", "{}", 0, "kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "GetObject", "{\"SSECustomerAlgorithm\":\"AES256\"}", 0, "!kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "PutObject", "{\"ServerSideEncryption\":\"AES256\"}", 0, "!kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "PutObject", "{\"ServerSideEncryption\":\"~\"}", 0, "kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"k\"}", 0, "kms:GenerateDataKey arn:aws:kms:" P "key/k if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"arn:aws:kms:eu-west-1:9:key/k\"}", 0,
         "kms:GenerateDataKey arn:aws:kms:eu-west-1:9:key/k if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"alias/a\"}", 0,
         "kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ResourceAliases if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"arn:aws:kms:eu-west-1:111122223333:alias/a\"}", 0,
         "kms:GenerateDataKey arn:aws:kms:eu-west-1:111122223333:key/* if kms:ResourceAliases if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"alias/aws/s3\"}", 0, "!kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "PutObject", "{\"SSEKMSKeyId\":\"~\"}", 0, "kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ViaService"},
        {"s3", "ListObjectsV2", "{\"Bucket\":\"b\",\"Prefix\":\"in/\"}", 0, "s3:ListBucket arn:aws:s3:::b if s3:prefix"},
        {"s3", "ListObjectsV2", "{\"Bucket\":\"b\",\"Prefix\":\"in/~\"}", 0, "s3:ListBucket arn:aws:s3:::b if s3:prefix"},
        {"s3", "ListObjectsV2", "{\"Bucket\":\"b\",\"Prefix\":\"\"}", 0, "s3:ListBucket arn:aws:s3:::b"},
        {"s3", "ListObjectsV2", "{\"Bucket\":\"b\",\"Prefix\":\"~\"}", 0, "s3:ListBucket arn:aws:s3:::b"},
        {"ssm", "GetParameter", "{\"Name\":\"n\",\"WithDecryption\":true}", 0, "kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"ssm", "GetParameter", "{\"Name\":\"n\",\"WithDecryption\":false}", 0, "!kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"ssm", "GetParameter", "{\"Name\":\"n\"}", 0, "!kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"ssm", "GetParameter", "{\"Name\":\"n\",\"...\":0}", 0, "kms:Decrypt arn:aws:kms:" P "key/* if kms:ViaService"},
        {"ssm", "PutParameter", "{\"Name\":\"n\",\"Type\":\"String\",\"KeyId\":\"k\"}", 0,
         "!kms:Encrypt arn:aws:kms:" P "key/k if kms:ViaService"},
        {"ssm", "PutParameter", "{\"Name\":\"n\",\"Type\":\"SecureString\",\"KeyId\":\"k\"}", 0,
         "kms:Encrypt arn:aws:kms:" P "key/k if kms:ViaService"},
        {"secretsmanager", "CreateSecret", "{\"Name\":\"n\"}", 0, "!kms:GenerateDataKey arn:aws:kms:" P "key/* if kms:ViaService"},
        {"secretsmanager", "ReplicateSecretToRegions",
         "{\"SecretId\":\"s\",\"AddReplicaRegions\":[{\"Region\":\"eu-west-1\",\"KmsKeyId\":\"k\"}]}", 0,
         "kms:Encrypt arn:aws:kms:eu-west-1:123456789012:key/k if kms:ViaService"},
        {"cloudformation", "CreateStack", "{\"StackName\":\"s\",\"TemplateURL\":\"https://b.s3.eu-west-1.amazonaws.com/d/t.yaml?x=1\"}", 0,
         "s3:GetObject arn:aws:s3:::b/d/t.yaml"},
        {"cloudformation", "CreateStack", "{\"StackName\":\"s\",\"TemplateURL\":\"https://s3.amazonaws.com/b/d/t.yaml\"}", 0,
         "s3:GetObject arn:aws:s3:::b/d/t.yaml"},
        {"lambda", "UpdateFunctionCode",
         "{\"FunctionName\":\"f\",\"ImageUri\":\"111122223333.dkr.ecr.eu-west-1.amazonaws.com/a/b@sha256:00\"}", 0,
         "ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/a/b"},
        {"athena", "StartQueryExecution", "{\"QueryString\":\"select 1 from t\",\"QueryExecutionContext\":{\"Database\":\"d\"}}", 0,
         "glue:GetTable arn:aws:glue:" P "table/d/*"},
        {"athena", "StartQueryExecution", "{\"QueryString\":\"select 1 from e.t\",\"QueryExecutionContext\":{\"Database\":\"d\"}}", 0,
         "!glue:GetTable arn:aws:glue:" P "table/d/*"},
        {"athena", "StartQueryExecution", "{\"QueryString\":\"~\"}", 0, "!glue:DeleteTable arn:aws:glue:" P "table/*/*"},
        {"athena", "StartQueryExecution", "{\"QueryString\":\"drop table t\"}", 0, "glue:DeleteTable arn:aws:glue:" P "table/*/*"},
        /* an ARN that gives more than one variable; a template that ends in `*`; a general row for another operation's argument */
        {"kafka", "DescribeCluster", "{\"ClusterArn\":\"arn:aws:kafka:eu-west-1:9:cluster/c/1-1\"}", 0,
         "kafka:DescribeCluster arn:aws:kafka:eu-west-1:9:cluster/c/1-1"},
        {"dms", "StartReplicationTask", "{\"ReplicationTaskArn\":\"arn:aws:dms:eu-west-1:9:task:T\"}", 0,
         "dms:StartReplicationTask arn:aws:dms:eu-west-1:9:task:T"},
        {"dms", "StartReplicationTask", "{}", 0, "dms:StartReplicationTask arn:aws:dms:" P "task:*"},
    };
    for (iz i = 0; i < COUNTOF(rows); i++)
        line_is(needs_text(rows[i].service, rows[i].operation, rows[i].args, rows[i].region), rows[i].line);
}
END_TEST

UNIT_MAIN("mapper rules", 10, parse_errors, when_values, source_values, worlds_are_bounded, calls, on_behalf)
