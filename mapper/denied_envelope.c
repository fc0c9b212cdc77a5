/* denied_envelope.c: what SDKs, command lines and services put around the sentence, one function each (denied_scan.h). An envelope tells the error
 * code and often service and operation; when it holds no sentence, that is all there is. */
#include "mapper/denied_scan.h"

static iz code_end(Str in, iz at)
{
    while (at < in.len && (scan_alnum(in.s[at]) || in.s[at] == '.' || in.s[at] == '_' || in.s[at] == '#'))
        at++;
    return at;
}

/* "An error occurred (CODE) when calling the OP operation[ (reached max retries: 4)]: " */
iz envelope_botocore(Scan *c, iz at, iz after)
{
    iz e = code_end(c->in, after);
    Str code = scan_part(c->in, after, e);
    if (!scan_eat(c->in, &e, S(") when calling the ")))
        return after;
    iz o = e;
    e = code_end(c->in, e);
    Str op = scan_part(c->in, o, e);
    if (!scan_eat(c->in, &e, S(" operation")))
        return after;
    if (scan_eat(c->in, &e, S(" (")))
        while (e < c->in.len && e - o < NEAR && c->in.s[e++] != ')')
            ;
    scan_eat(c->in, &e, S(":"));
    scan_envelope(c, at, scan_skip_blanks(c->in, e), code, (Str){0}, op);
    return e;
}

/* "A client error (CODE) occurred when calling the OP operation: " of old versions of the AWS CLI. */
iz envelope_old_cli(Scan *c, iz at, iz after)
{
    iz e = code_end(c->in, after);
    Str code = scan_part(c->in, after, e);
    if (!scan_eat(c->in, &e, S(") occurred when calling the ")))
        return after;
    iz o = e;
    e = code_end(c->in, e);
    Str op = scan_part(c->in, o, e);
    if (!scan_eat(c->in, &e, S(" operation:")))
        return after;
    scan_envelope(c, at, scan_skip_blanks(c->in, e), code, (Str){0}, op);
    return e;
}

/* "operation error SERVICE: OP, https response error …, api error CODE: " */
iz envelope_go_v2(Scan *c, iz at, iz after)
{
    enum { FAR = 1000 };
    Str in = c->in;
    iz e = after;
    while (e < in.len && e - after < 80 && in.s[e] != ':')
        e++;
    Str service = scan_one_line(c->s->a, scan_part(in, after, e));
    if (!scan_eat(in, &e, S(": ")))
        return after;
    iz o = e;
    e = code_end(in, e);
    Str op = scan_part(in, o, e);
    if (!scan_eat(in, &e, S(",")))
        return after;
    for (iz i = e; i < in.len && i - e < FAR; i++) {
        if (scan_words(in, i, S("operation error ")) >= 0)
            break;
        iz k = scan_words(in, i, S("api error "));
        if (k >= 0) {
            iz end = code_end(in, k);
            iz msg = end;
            scan_eat(in, &msg, S(":"));
            scan_envelope(c, at, scan_skip_blanks(in, msg), scan_part(in, k, end), service, op);
            return end;
        }
        k = scan_words(in, i, S("accessdeniedexception: "));
        if (k >= 0) {
            scan_envelope(c, at, k, scan_part(in, i, i + 21), service, op);
            return k;
        }
    }
    return after;
}

/* "(Service: X, Status Code: 403, …)" and "(Service: X; Status Code: 403; Error Code: CODE; …)" stand behind their message. */
iz envelope_java(Scan *c, iz at, iz after)
{
    Str in = c->in;
    iz e = after;
    while (e < in.len && e - after < 80 && in.s[e] != ',' && in.s[e] != ';' && in.s[e] != ')')
        e++;
    Str service = scan_one_line(c->s->a, scan_part(in, after, e));
    if (e >= in.len)
        return after;
    e++;
    if (!scan_eat(in, &e, S(" status code: 403")))
        return after;
    if (c->last >= 0 && at - c->last <= 3) {
        Denial *d = &c->s->out->v[c->last_at];
        if (!d->service.len)
            d->service = table_service(c->t, service);
        return e;
    }
    Str code = S("AccessDenied");
    iz i = e;
    if (scan_eat(in, &i, S("; error code: ")))
        code = scan_part(in, i, code_end(in, i));
    iz w;
    Str denied = scan_word_before(in, at, &w), access = scan_word_before(in, w, &w);
    bool plain = str_ieq(scan_without_tail(denied), S("denied")) && str_ieq(scan_bare(access), S("access"));
    if (!plain && !str_ieq(scan_without_tail(denied), S("forbidden")))
        return e;
    scan_flush(c);
    Denial d = {.guessed = true, .code = code, .service = table_service(c->t, service)};
    if (!code_refuses(c->t, code))
        return e;
    scan_add(c, &d, w, e);
    return e;
}

/* "<Code>AccessDenied</Code> … <Message>" */
iz envelope_xml(Scan *c, iz at, iz after)
{
    iz e = code_end(c->in, after);
    Str code = scan_part(c->in, after, e);
    if (!scan_eat(c->in, &e, S("</code>")) || (!code_refuses(c->t, code) && !code_other(c->t, code).len))
        return after;
    e = scan_skip_blanks(c->in, e);
    if (!scan_eat(c->in, &e, S("<message>")))
        return after;
    scan_envelope(c, at, e, code, (Str){0}, (Str){0});
    return e;
}

/* "Aws::S3::Errors::AccessDenied (Access Denied)"; without a message it is only the name of a class. */
iz envelope_ruby(Scan *c, iz at, iz after)
{
    Str in = c->in;
    iz e = code_end(in, after);
    Str service = scan_part(in, after, e);
    if (!scan_eat(in, &e, S("::errors::")))
        return after;
    iz k = e;
    e = code_end(in, e);
    Str code = scan_part(in, k, e);
    while (e < in.len && (in.s[e] == ' ' || in.s[e] == '(' || in.s[e] == ':' || in.s[e] == '*'))
        e++;
    if (scan_words(in, e, S("access denied")) >= 0)
        scan_envelope(c, at, e, code, service, (Str){0});
    return e;
}

/* PHP: Error executing "OP" on "https://…"; … CODE (client): message */
iz envelope_php(Scan *c, iz at, iz after)
{
    enum { FAR = 2000 };
    Str in = c->in;
    iz e = code_end(in, after);
    Str op = scan_part(in, after, e);
    if (!scan_eat(in, &e, S("\" on \"")))
        return after;
    for (iz i = e; i < in.len && i - e < FAR; i++) {
        iz k = scan_words(in, i, S(" (client): "));
        if (k >= 0) {
            iz w;
            scan_envelope(c, at, k, scan_bare(scan_word_before(in, i, &w)), (Str){0}, op);
            return k;
        }
    }
    return after;
}

/* "API: s3:CreateBucket Access Denied" */
iz envelope_cloudformation(Scan *c, iz at, iz after)
{
    iz e = after;
    while (e < c->in.len && (scan_alnum(c->in.s[e]) || c->in.s[e] == '-' || c->in.s[e] == ':'))
        e++;
    Denial d = {0};
    d.action = action_letters(c->s->a, c->t, scan_part(c->in, after, e), &d.action_listed);
    if (!d.action_listed || !scan_eat(c->in, &e, S(" access denied")))
        return after;
    scan_flush(c);
    d.code = S("AccessDenied");
    scan_add(c, &d, at, e);
    return e;
}

/* "AccessDenied: Access Denied" without anything else. */
iz envelope_code_only(Scan *c, iz at, iz after)
{
    if (c->env.on && at - c->env.msg <= NEAR)
        return after;
    iz w;
    if (str_ieq(scan_word_before(c->in, at, &w), S("error")) && c->env.on)
        return after;
    scan_flush(c);
    Denial d = {.guessed = true, .code = S("AccessDenied")};
    scan_add(c, &d, at, after);
    return after;
}
