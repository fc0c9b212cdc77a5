/* denied.c: the parts of a denial (principal, action, resource, policy) and the list of denials. The sentences that hold them are read by
 * denied_text.c (escapes), denied_scan.c (sentences and envelopes) and denied_event.c (JSON). See denied.h. */
#include "mapper/denied_part.h"

#include "mapper/mapcall.h"

const PolicyName policy_names[] = {
    {S_INIT("identity-based policy"), DENIAL_IDENTITY, S_INIT("an")},
    {S_INIT("resource-based policy"), DENIAL_RESOURCE, S_INIT("a")},
    {S_INIT("permissions boundary"), DENIAL_BOUNDARY, S_INIT("a")},
    {S_INIT("session policy"), DENIAL_SESSION, S_INIT("a")},
    {S_INIT("sessions policy"), DENIAL_SESSION, S_INIT("a")},
    {S_INIT("service control policy"), DENIAL_SCP, S_INIT("a")},
    {S_INIT("resource control policy"), DENIAL_RCP, S_INIT("a")},
    {S_INIT("VPC endpoint policy"), DENIAL_ENDPOINT, S_INIT("a")},
    {S_INIT("role trust policy"), DENIAL_TRUST, S_INIT("the")},
    {{0}, DENIAL_UNSTATED, {0}},
};

Str denial_policy(DenialKind kind)
{
    for (const PolicyName *p = policy_names; p->name.len; p++)
        if (p->kind == kind)
            return p->name;
    return kind == DENIAL_NOT_IAM ? S("not an IAM policy") : S("policy that the message does not name");
}

DenialKind policy_kind(Str words)
{
    for (const PolicyName *p = policy_names; p->name.len; p++)
        if (words.len >= p->name.len && str_ieq(str_head(words, p->name.len), p->name))
            return p->kind;
    return DENIAL_UNSTATED;
}

Str denial_name(Arena *a, const Denial *d)
{
    static const Str names[] = {
        [DENIAL_UNSTATED] = S_INIT("Identity"),
        [DENIAL_IDENTITY] = S_INIT("Identity"),
        [DENIAL_RESOURCE] = S_INIT("ResourcePolicy"),
        [DENIAL_BOUNDARY] = S_INIT("PermissionsBoundary"),
        [DENIAL_SESSION] = S_INIT("SessionPolicy"),
        [DENIAL_SCP] = S_INIT("ServiceControlPolicy"),
        [DENIAL_RCP] = S_INIT("ResourceControlPolicy"),
        [DENIAL_ENDPOINT] = S_INIT("VpcEndpointPolicy"),
        [DENIAL_TRUST] = S_INIT("TrustPolicy"),
    };
    if (d->kind == DENIAL_NOT_IAM)
        return S("NotIAM");
    if (d->kind == DENIAL_UNSTATED && d->explicit_deny)
        return S("ExplicitDeny");
    if (d->kind == DENIAL_UNSTATED && d->guessed)
        return S("Unstated");
    return str_cat(a, d->explicit_deny ? S("Explicit") : S("Implicit"), names[d->kind]);
}

/* ---------------------------------------------------------------- principal */

static bool digits(Str s)
{
    for (iz i = 0; i < s.len; i++)
        if (s.s[i] < '0' || s.s[i] > '9')
            return false;
    return s.len > 0;
}

/* "path/name" to "/path/" and "name". */
static void path_name(Arena *a, Str s, Str *path, Str *name)
{
    iz slash = str_rfind_u8(s, '/');
    *name = str_from(s, slash + 1);
    *path = slash < 0 ? S("/") : str_cat3(a, S("/"), str_head(s, slash), S("/"));
}

Principal principal_parse(Arena *a, Str text)
{
    Principal p = {.kind = PRINCIPAL_OTHER, .text = text};
    Str f[6], rest = text;
    if (!text.len) {
        p.kind = PRINCIPAL_UNKNOWN;
        return p;
    }
    if (digits(text) && text.len == 12) {
        p.kind = PRINCIPAL_ACCOUNT;
        p.account = text;
        return p;
    }
    if (str_ieq(text, S("anonymous"))) {
        p.kind = PRINCIPAL_ANONYMOUS;
        return p;
    }
    if (!str_starts(text, S("arn:"))) {
        if (str_find(text, S(".amazonaws.")) > 0)
            p.kind = PRINCIPAL_SERVICE;
        return p;
    }
    for (int i = 0; i < 5; i++) {
        iz k = str_find_u8(rest, ':');
        if (k < 0)
            return p;
        f[i] = str_head(rest, k);
        rest = str_from(rest, k + 1);
    }
    f[5] = rest;
    bool iam = str_eq(f[2], S("iam")), sts = str_eq(f[2], S("sts"));
    if (!str_starts(f[1], S("aws")) || !(iam || sts))
        return p;
    p.partition = f[1];
    p.account = digits(f[4]) && f[4].len == 12 ? f[4] : (Str){0}; /* people hide it */
    iz slash = str_find_u8(rest, '/');
    Str type = slash < 0 ? rest : str_head(rest, slash), what = slash < 0 ? (Str){0} : str_from(rest, slash + 1);
    if (iam && str_eq(rest, S("root"))) {
        p.kind = PRINCIPAL_ROOT;
    } else if (iam && str_eq(type, S("role")) && what.len) {
        p.kind = PRINCIPAL_ROLE;
        path_name(a, what, &p.path, &p.name);
    } else if (iam && str_eq(type, S("user")) && what.len) {
        p.kind = PRINCIPAL_USER;
        path_name(a, what, &p.path, &p.name);
    } else if (sts && str_eq(type, S("assumed-role")) && what.len) {
        iz k = str_find_u8(what, '/');
        p.kind = PRINCIPAL_SESSION;
        p.name = k < 0 ? what : str_head(what, k);
        p.session = k < 0 ? (Str){0} : str_from(what, k + 1);
    } else if (sts && str_eq(type, S("federated-user"))) {
        p.kind = PRINCIPAL_FEDERATED;
        p.name = what;
    }
    return p;
}

/* ---------------------------------------------------------------- action, codes, operations */

static bool name_char(u8 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

Str action_letters(Arena *a, const Table *t, Str text, bool *listed)
{
    *listed = false;
    iz colon = str_find_u8(text, ':');
    Str prefix = str_lower(a, str_head(text, colon)), name = str_from(text, colon + 1);
    if (colon <= 0 || !name.len || !((name.s[0] | 32) >= 'a' && (name.s[0] | 32) <= 'z') || digits(prefix))
        return (Str){0};
    for (iz i = 0; i < text.len; i++)
        if (!name_char(text.s[i]) && text.s[i] != ':' && text.s[i] != '*')
            return (Str){0};
    Rows r = tbl_find2(t, TBL_action, prefix, name);
    if (!r.n) {
        Rows all = tbl_prefix(t, TBL_action, 1, prefix, (Str){0});
        for (u32 i = all.first; i < all.first + all.n; i++)
            if (str_ieq(tbl_get(t, TBL_action, i, action_name), name)) {
                r = (Rows){i, 1};
                break;
            }
    }
    *listed = r.n > 0;
    return str_cat3(a, prefix, S(":"), r.n ? tbl_get(t, TBL_action, r.first, action_name) : name);
}

/* Codes with the namespace that some protocols put before them cut off. */
static Str bare_code(Str code)
{
    iz i = str_rfind_u8(code, '#');
    code = str_from(code, i + 1);
    i = str_rfind_u8(code, '.');
    return str_from(code, i + 1);
}

static Str code_meaning(const Table *t, Str code)
{
    Rows r = tbl_find1(t, TBL_denialcode, bare_code(code));
    return r.n ? tbl_get(t, TBL_denialcode, r.first, denialcode_why) : (Str){0};
}

bool code_refuses(const Table *t, Str code)
{
    return str_eq(code_meaning(t, code), S("refusal"));
}

Str code_other(const Table *t, Str code)
{
    Str m = code_meaning(t, code);
    return str_eq(m, S("refusal")) ? (Str){0} : m;
}

/* The action that an operation needs first when it is called without arguments. */
static Str first_action(Arena *a, const Table *t, Str service, Str operation)
{
    static Source here;
    SdkCall *call = new(a, SdkCall, 1);
    ArgValue *none = new(a, ArgValue, 1);
    PolicyOptions opt = policy_options();
    Needs needs = {0};
    Diags diags = {.a = a};
    none->kind = ARG_MAP;
    call->sdk = S("message");
    call->service = service;
    call->operation = call->written = operation;
    *vec_push(a, &call->services) = service;
    call->args = none;
    call->src = &here;
    map_call(&needs, a, t, call, &opt, &diags);
    for (iz i = 0; i < needs.n; i++)
        if (!needs.v[i].added && !needs.v[i].forward)
            return needs.v[i].action;
    return (Str){0};
}

bool operation_action(Arena *a, const Table *t, Str service, Str operation, Str *id, Str *action, bool *listed)
{
    *id = service.len ? table_service(t, service) : (Str){0};
    *action = (Str){0};
    *listed = false;
    if (!operation.len)
        return false;
    if (!id->len) {
        Rows r = tbl_find1(t, IDX_operation_by_name, operation);
        for (u32 i = r.first; i < r.first + r.n; i++) {
            Str s = tbl_get(t, IDX_operation_by_name, i, operation_service);
            Str does = first_action(a, t, s, operation);
            if (!does.len)
                continue;
            if (action->len && !str_eq(*action, does)) {
                *action = *id = (Str){0};
                return false;
            }
            *action = does;
            *id = id->len ? *id : s;
        }
    } else if (tbl_find2(t, TBL_operation, *id, operation).n) {
        *action = first_action(a, t, *id, operation);
    }
    *listed = action->len > 0;
    return *listed;
}

/* ---------------------------------------------------------------- resource */

/* Message words before a name, and what an ARN of IAM has in their place. */
static const struct {
    Str words, type;
} iam_names[] = {
    {S_INIT("role "), S_INIT("role/")},
    {S_INIT("user "), S_INIT("user/")},
    {S_INIT("group "), S_INIT("group/")},
    {S_INIT("policy "), S_INIT("policy/")},
    {S_INIT("instance profile "), S_INIT("instance-profile/")},
    {S_INIT("access key "), {0}}, /* belongs to a user who is not named */
};

static int hex(u8 c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static Str percent_decoded(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        int h = s.s[i] == '%' && i + 2 < s.len ? hex(s.s[i + 1]) : -1, l = h >= 0 ? hex(s.s[i + 2]) : -1;
        if (l >= 0 && h * 16 + l >= 0x20) {
            buf_u8(&b, (u8)(h * 16 + l));
            i += 2;
        } else {
            buf_u8(&b, s.s[i]);
        }
    }
    return buf_done(&b);
}

/* API Gateway shows only the end of the account: "********3333". */
static Str unmasked(Arena *a, Str arn, Str account)
{
    Str rest = arn, field = {0};
    for (int i = 0; i < 5; i++)
        if (!str_cut(&rest, ':', &field))
            return arn;
    iz n = 0;
    while (n < field.len && field.s[n] == '*')
        n++;
    if (n < 4 || field.len != 12)
        return arn;
    bool own = account.len == 12 && str_ends(account, str_from(field, n));
    Str head = {arn.s, field.s - arn.s};
    return str_cat3(a, head, own ? account : S("*"), str_cat(a, S(":"), rest));
}

/* White space that came from wrapping: a line end inside a name that has no other blanks parts nothing. */
static Str unwrapped(Arena *a, Str s)
{
    bool blank = false, line = false;
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] == '\n') {
            line = true;
            while (i + 1 < s.len && (s.s[i + 1] == ' ' || s.s[i + 1] == '\t'))
                i++;
        } else {
            blank = blank || s.s[i] == ' ';
        }
    }
    if (!line)
        return s;
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] != '\n') {
            buf_u8(&b, s.s[i]);
            continue;
        }
        while (i + 1 < s.len && (s.s[i + 1] == ' ' || s.s[i + 1] == '\t' || s.s[i + 1] == '\n'))
            i++;
        while (b.n && b.v[b.n - 1] == ' ')
            b.n--;
        if (blank)
            buf_u8(&b, ' ');
    }
    return buf_done(&b);
}

void resource_set(Denial *d, Arena *a, Str text, bool quoted)
{
    text = unwrapped(a, str_trim(text));
    d->resource_text = text;
    d->literal = false;
    d->path_unknown = false;
    for (iz i = 0; i < COUNTOF(iam_names); i++) {
        Str words = iam_names[i].words;
        if (text.len <= words.len || !str_ieq(str_head(text, words.len), words))
            continue;
        Str name = str_trim(str_from(text, words.len));
        if (str_starts(name, S("arn:"))) {
            text = name;
            break;
        }
        Principal *p = &d->principal;
        Buf b = {.a = a};
        buf_str(&b, S("arn:"));
        buf_str(&b, p->partition.len ? p->partition : S("*"));
        buf_str(&b, S(":iam::"));
        buf_str(&b, p->account.len ? p->account : S("*"));
        buf_u8(&b, ':');
        buf_str(&b, iam_names[i].type.len ? iam_names[i].type : S("user/"));
        buf_str(&b, iam_names[i].type.len ? name : S("*"));
        d->resource = buf_done(&b);
        d->path_unknown = iam_names[i].type.len && str_find_u8(name, '/') < 0;
        return;
    }
    if (str_eq(text, S("*"))) {
        d->resource = text;
        return;
    }
    if (!str_starts(text, S("arn:"))) {
        d->resource = (Str){0};
        return;
    }
    if (str_find(text, S("%3A")) > 0 || str_find(text, S("%2F")) > 0)
        text = percent_decoded(a, text);
    text = unmasked(a, text, d->principal.account);
    /* a quoted name stands for itself, but for the wildcard that AWS writes at the end for all of a kind */
    bool all = (str_ends(text, S("/*")) || str_ends(text, S(":*"))) && str_find_u8(text, '*') == text.len - 1;
    d->literal = quoted && !all;
    d->resource = text;
}

/* ---------------------------------------------------------------- the list */

static bool same(const Denial *x, const Denial *y)
{
    return str_eq(x->action, y->action) && str_eq(x->resource, y->resource) && str_eq(x->principal.text, y->principal.text) &&
           x->kind == y->kind && x->explicit_deny == y->explicit_deny && x->through == y->through && str_eq(x->policy_arn, y->policy_arn) &&
           str_eq(x->why, y->why) && str_eq(x->operation, y->operation) && (x->action.len || str_eq(x->encoded, y->encoded));
}

/* The same denial, apart from what only one envelope tells. */
static bool alike(const Denial *x, const Denial *y)
{
    Denial z = *y;
    if (!x->operation.len || !y->operation.len)
        z.operation = x->operation;
    if (x->encoded.len == 0 || y->encoded.len == 0)
        z.encoded = x->encoded;
    if (x->action.len && !x->guessed && !y->guessed)
        z.operation = x->operation;
    return same(x, &z) && x->guessed == y->guessed;
}

static void take_over(Str *to, Str from)
{
    if (!to->len)
        *to = from;
}

/* What denials that are alike have in common. */
static Str common_key(Arena *a, const Denial *d)
{
    Buf b = {.a = a};
    buf_str(&b, d->action);
    buf_u8(&b, 0);
    buf_str(&b, d->resource);
    buf_u8(&b, 0);
    buf_str(&b, d->principal.text);
    return buf_done(&b);
}

Denial *search_add(Search *s, const Denial *d)
{
    i32 *head = map_at(s->a, &s->seen->heads, common_key(s->a, d));
    for (i32 i = *head; i >= 0; i = s->seen->next.v[i]) {
        Denial *old = &s->out->v[i];
        if (!alike(old, d))
            continue;
        take_over(&old->operation, d->operation);
        take_over(&old->service, d->service);
        take_over(&old->code, d->code);
        take_over(&old->encoded, d->encoded);
        take_over(&old->principal.role, d->principal.role);
        return old;
    }
    *vec_push(s->a, &s->seen->next) = *head;
    *head = (i32)s->out->n;
    Denial *n = vec_push(s->a, s->out);
    *n = *d;
    if (s->end) {
        n->off = s->off;
        n->end = s->end;
    }
    return n;
}

Denials denials_find(Arena *a, const Table *t, Str text)
{
    Denials out = {0};
    Seen seen = {0};
    Search s = {.a = a, .t = t, .out = &out, .seen = &seen};
    search_any(&s, str_head(text, DENIED_TEXT_MAX));
    return out;
}
