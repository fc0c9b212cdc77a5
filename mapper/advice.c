/* advice.c: see advice.h. */
#include "mapper/advice.h"

#include "mapper/arn.h"
#include "mapper/denied_part.h"

static void say(Arena *a, Advice *v, Str x, Str y, Str z)
{
    *vec_push(a, &v->lines) = str_cat3(a, x, y, z);
}

/* ---------------------------------------------------------------- principal */

Str principal_refusal(Arena *a, const Principal *p)
{
    Principal role = p->role.len ? principal_parse(a, p->role) : *p;
    switch (p->kind) {
    case PRINCIPAL_ROOT:
        return S("the root user's permissions do not come from policies");
    case PRINCIPAL_FEDERATED:
        return S("a federated user has the permissions of the user who called GetFederationToken: change that user");
    case PRINCIPAL_ANONYMOUS:
        return S("an anonymous caller has no policies");
    case PRINCIPAL_SERVICE:
        return S("a service has no identity policies");
    case PRINCIPAL_ACCOUNT:
    case PRINCIPAL_OTHER:
    case PRINCIPAL_UNKNOWN:
        return S("the message does not name a role or user");
    case PRINCIPAL_ROLE:
    case PRINCIPAL_USER:
    case PRINCIPAL_SESSION:
        break;
    }
    if (!p->account.len)
        return S("the message does not show the account");
    if (str_starts(role.path, S("/aws-service-role/")) || str_starts(p->name, S("AWSServiceRoleFor")))
        return S("the role is linked to a service, which alone changes it");
    if (str_starts(role.path, S("/aws-reserved/")) || str_starts(p->name, S("AWSReservedSSO_")))
        return S("the role belongs to IAM Identity Center: change its permission set");
    return (Str){0};
}

/* The role or user for the Principal element of a resource policy. */
static Str principal_arn(Arena *a, const Principal *p)
{
    if (p->kind == PRINCIPAL_SESSION && !p->role.len) {
        Buf b = {.a = a};
        buf_str(&b, S("arn:"));
        buf_str(&b, p->partition);
        buf_str(&b, S(":iam::"));
        buf_str(&b, p->account);
        buf_str(&b, S(":role/"));
        buf_str(&b, p->name);
        return buf_done(&b);
    }
    return p->role.len ? p->role : p->text;
}

static void set_principal(Arena *a, Advice *v, const Principal *p)
{
    v->principal_key = p->kind == PRINCIPAL_SERVICE ? S("Service") : S("AWS");
    v->principal = p->kind == PRINCIPAL_ANONYMOUS ? S("*") : principal_arn(a, p);
    if (p->kind == PRINCIPAL_ANONYMOUS)
        say(a, v, S("The request carried no credentials. Sign it; a policy for everybody (\"Principal\": \"*\") makes the resource public."),
            (Str){0}, (Str){0});
    if (p->kind == PRINCIPAL_SESSION && !p->role.len)
        say(a, v, S("If the role has a path, write it into the principal: the message does not show it."), (Str){0}, (Str){0});
}

/* ---------------------------------------------------------------- resource */

static void split(Str action, Str *prefix, Str *name)
{
    iz i = str_find_u8(action, ':');
    *prefix = str_head(action, i);
    *name = str_from(action, i + 1);
}

static Str escaped(Arena *a, Str arn)
{
    Buf b = {.a = a};
    arn_text(&b, arn);
    return buf_done(&b);
}

/* `$` and what a policy may not hold, but not `*` and `?`, which AWS writes itself in some resources. */
static Str as_pattern(Arena *a, Str arn)
{
    Buf b = {.a = a};
    Str rest = arn;
    while (rest.len) {
        iz i = 0;
        while (i < rest.len && rest.s[i] != '*' && rest.s[i] != '?')
            i++;
        arn_text(&b, str_head(rest, i));
        if (i < rest.len)
            buf_u8(&b, rest.s[i]);
        rest = str_from(rest, i + 1);
    }
    return buf_done(&b);
}

/* Every ARN that the action accepts, as one pattern: "*" when it takes none or several types. */
static Str any_resource(Arena *a, const Table *t, Str action, Str partition)
{
    Str prefix, name, found = {0};
    split(action, &prefix, &name);
    Rows r = tbl_prefix(t, TBL_actionres, 2, prefix, name);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Rows types = tbl_find2(t, TBL_resource, prefix, tbl_get(t, TBL_actionres, i, actionres_type));
        Str rest = types.n ? tbl_get(t, TBL_resource, types.first, resource_arn) : (Str){0}, template;
        while (arn_next_template(&rest, &template)) {
            if (found.len)
                return S("*");
            found = template;
        }
    }
    if (!found.len)
        return S("*");
    Place place = place_of(t, (Str){0}, (Str){0});
    if (partition.len)
        place.partition = partition;
    ArnVariables none = {0};
    Str out;
    arn_fill(a, t, found, &none, place, &out, 0);
    return out;
}

static bool takes_resources(const Table *t, Str action)
{
    Str prefix, name;
    split(action, &prefix, &name);
    Rows r = tbl_prefix(t, TBL_actionres, 2, prefix, name);
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str type = tbl_get(t, TBL_actionres, i, actionres_type);
        if (type.len && !str_eq(type, S("*")))
            return true;
    }
    return false;
}

static Str resource_for(Arena *a, const Table *t, const Denial *d)
{
    if (d->action_listed && !takes_resources(t, d->action))
        return S("*");
    if (d->resource.len && d->guessed)
        return d->resource; /* a pattern already */
    if (d->resource.len)
        return d->literal ? escaped(a, d->resource) : as_pattern(a, d->resource);
    return any_resource(a, t, d->action, d->principal.partition);
}

/* Account field of an ARN; empty when it has none. */
static Str account_of(Str arn)
{
    Str field = {0};
    for (int i = 0; i < 5; i++)
        if (!str_cut(&arn, ':', &field))
            return (Str){0};
    return account_valid(field) ? field : (Str){0};
}

/* ---------------------------------------------------------------- follow-ups */

static void add_followups(Arena *a, const Denial *d, Advice *v, Str list)
{
    Str one;
    while (str_cut(&list, ',', &one))
        if (one.len && !str_eq(one, d->action))
            *vec_push(a, &v->followups) = one;
}

/* The operation made its service use the caller's rights elsewhere (S3 on a key): what else it may use there. */
static void with_operation(Arena *a, const Table *t, const Denial *d, Advice *v, Str prefix)
{
    Str service = d->service, own;
    bool listed, uses = false;
    StrVec others = {0};
    if (!service.len)
        operation_action(a, t, (Str){0}, d->operation, &service, &own, &listed);
    Rows r = service.len && d->operation.len ? tbl_find2(t, TBL_rule, service, d->operation) : (Rows){0, 0};
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str action = tbl_get(t, TBL_rule, i, rule_action);
        if (!str_starts(action, S("+")) || !str_starts(str_from(action, 1), str_cat(a, prefix, S(":"))))
            continue;
        action = str_from(action, 1);
        if (str_eq(action, d->action))
            uses = true;
        else
            *vec_push(a, &others) = action;
    }
    for (iz i = 0; uses && i < others.n; i++)
        *vec_push(a, &v->followups) = others.v[i];
}

static void followups(Arena *a, const Table *t, const Denial *d, Advice *v)
{
    Str prefix, name;
    split(d->action, &prefix, &name);
    Rows r = tbl_find2(t, TBL_action, prefix, name);
    if (r.n)
        add_followups(a, d, v, tbl_get(t, TBL_action, r.first, action_dependents));
    r = tbl_prefix(t, TBL_actionres, 2, prefix, name);
    for (u32 i = r.first; i < r.first + r.n; i++)
        add_followups(a, d, v, tbl_get(t, TBL_actionres, i, actionres_dependents));
    with_operation(a, t, d, v, prefix);
    strvec_sort_unique(&v->followups);
}

/* ---------------------------------------------------------------- kinds */

static Str about(Arena *a, const Denial *d, Str resource)
{
    return str_cat3(a, d->action, S(" on "), resource);
}

static void cross_account(Arena *a, const Denial *d, Advice *v)
{
    Str there = account_of(d->resource), here = d->principal.account;
    if (!there.len || !here.len || str_eq(there, here))
        return;
    say(a, v, S("The resource belongs to account "), there, S(": its own policy must allow this principal too."));
    if (!v->refusal.len && d->kind == DENIAL_UNSTATED)
        v->refusal = S("the message does not say which policy lacks it, and the resource belongs to another account");
}

static void identity(Arena *a, const Denial *d, Advice *v)
{
    v->kind = ADVICE_IDENTITY;
    v->refusal = principal_refusal(a, &d->principal);
    if (!v->refusal.len && d->guessed)
        v->refusal = S("the message does not say which action was refused");
    if (!v->refusal.len && !d->action_listed)
        v->refusal = S("the action is not in the data of this program");
    if (d->kind == DENIAL_UNSTATED)
        say(a, v, S("The message gives no reason. Usually no identity-based policy allows the action."), (Str){0}, (Str){0});
    if (d->principal.kind == PRINCIPAL_SESSION && str_starts(d->principal.name, S("AWSReservedSSO_")))
        say(a, v, S("Add it to the permission set in IAM Identity Center, then provision the set again."), (Str){0}, (Str){0});
    if (d->path_unknown)
        say(a, v, S("The message names the resource without its path: if it has one, write it into the ARN."), (Str){0}, (Str){0});
    if (!d->resource.len && !str_eq(v->resource, S("*")))
        say(a, v, S("The message names no resource: narrow the ARN to the one that you mean."), (Str){0}, (Str){0});
    cross_account(a, d, v);
}

static void document(Arena *a, const Denial *d, Advice *v)
{
    Str who = d->principal.name.len ? d->principal.name : S("the principal"), what = about(a, d, v->resource);
    v->kind = ADVICE_DOCUMENT;
    switch (d->kind) {
    case DENIAL_BOUNDARY:
        say(a, v, S("Change the permissions boundary of "), who, S(": it limits what identity policies can give."));
        break;
    case DENIAL_SESSION:
        say(a, v, S("Change the session policy that was passed when this session was made (AssumeRole, GetFederationToken). Session: "),
            d->principal.session.len ? d->principal.session : S("not named"), (Str){0});
        break;
    case DENIAL_SCP:
        say(a, v, S("Change the service control policies of the organization: the root, every unit above the account and the account "),
            d->principal.account, S(" itself must each allow it. Ask the administrator of the management account."));
        break;
    case DENIAL_RCP:
        say(a, v, S("Change the resource control policies of the organization that the resource's account belongs to."), (Str){0}, (Str){0});
        break;
    case DENIAL_ENDPOINT:
        say(a, v, S("Change the policy of the VPC endpoint that the request went through."), (Str){0}, (Str){0});
        break;
    case DENIAL_UNSTATED:
    case DENIAL_IDENTITY:
    case DENIAL_RESOURCE:
    case DENIAL_TRUST:
    case DENIAL_NOT_IAM:
        break;
    }
    say(a, v, S("It must allow "), what, S(". An identity policy cannot help while it does not."));
}

static void deny(Arena *a, const Denial *d, Advice *v)
{
    v->kind = ADVICE_DENY;
    v->statement = false;
    say(a, v, S("A statement with an explicit deny matches: no Allow anywhere wins against it."), (Str){0}, (Str){0});
    if (d->policy_arn.len)
        say(a, v, S("The policy is "), d->policy_arn, S("."));
    else if (d->kind == DENIAL_UNSTATED)
        say(a, v, S("The message does not say in which policy: look at the identity, resource, boundary, session, endpoint and organization "
                    "policies."), (Str){0}, (Str){0});
    else
        say(a, v, S("It is in a "), denial_policy(d->kind), d->kind == DENIAL_RESOURCE || d->kind == DENIAL_TRUST ? S(" of the resource.") : S(" that applies to the caller."));
    say(a, v, S("Look there for \"Effect\": \"Deny\" whose Action covers "), d->action,
        str_cat3(a, S(" and whose Resource covers "), d->resource.len ? d->resource : S("the resource"), S("; its Condition tells what to change.")));
    if (d->through != DENIAL_UNSTATED)
        say(a, v, S("It applies through a "), denial_policy(d->through), S("."));
}

/* The message does not name the action. */
static void look(Arena *a, const Denial *d, Advice *v)
{
    v->kind = ADVICE_LOOK;
    say(a, v, S("The message does not say which action was refused"), d->operation.len ? S(" by the operation ") : (Str){0}, d->operation);
    say(a, v, S("Look the request up in CloudTrail (errorCode AccessDenied) and give that event to this command."), (Str){0}, (Str){0});
}

Advice advice_for(Arena *a, const Table *t, const Denial *d)
{
    Advice v = {.action = d->action};
    if (d->kind == DENIAL_NOT_IAM) {
        v.kind = ADVICE_NONE;
        v.refusal = S("IAM policies do not decide here");
        say(a, &v, S("Not a matter of IAM policies: "), d->why, (Str){0});
        return v;
    }
    if (d->encoded.len && (d->guessed || !d->action.len)) {
        v.kind = ADVICE_DECODE;
        v.refusal = S("the message is encoded");
        say(a, &v, S("What was refused is encoded. Run this command with --decode, or: aws sts decode-authorization-message "
                     "--encoded-message TEXT, and give its output to this command."), (Str){0}, (Str){0});
    }
    if (!d->action.len) {
        if (v.kind != ADVICE_DECODE)
            look(a, d, &v);
        if (!v.refusal.len)
            v.refusal = S("the message does not say which action was refused");
        return v;
    }
    v.statement = true;
    v.resource = resource_for(a, t, d);
    if (v.kind == ADVICE_DECODE) {
        v.statement = false;
        return v;
    }
    if (d->explicit_deny) {
        deny(a, d, &v);
        v.refusal = S("an explicit deny cannot be overruled");
        return v;
    }
    switch (d->kind) {
    case DENIAL_UNSTATED:
    case DENIAL_IDENTITY:
    case DENIAL_NOT_IAM:
        identity(a, d, &v);
        break;
    case DENIAL_RESOURCE:
        v.kind = ADVICE_RESOURCE;
        v.refusal = S("the resource's own policy must change");
        say(a, &v, S("Add the statement to the resource-based policy of "), d->resource.len ? d->resource : S("the resource"), S("."));
        set_principal(a, &v, &d->principal);
        break;
    case DENIAL_TRUST:
        v.kind = ADVICE_TRUST;
        v.refusal = S("the role's trust policy must change");
        say(a, &v, S("Add the statement to the trust policy of "), d->resource.len ? d->resource : S("the role"), S("."));
        set_principal(a, &v, &d->principal);
        v.resource = (Str){0};
        v.statement = v.principal.len > 0;
        if (!v.statement)
            say(a, &v, S("The message does not name the caller: the statement needs its principal (for web identity, the identity provider)."),
                (Str){0}, (Str){0});
        break;
    case DENIAL_BOUNDARY:
    case DENIAL_SESSION:
    case DENIAL_SCP:
    case DENIAL_RCP:
    case DENIAL_ENDPOINT:
        document(a, d, &v);
        v.refusal = str_cat3(a, S("the "), denial_policy(d->kind), S(" must change"));
        if (d->through != DENIAL_UNSTATED)
            say(a, &v, S("It applies through a "), denial_policy(d->through), S("."));
        break;
    }
    if (!d->action_listed)
        say(a, &v, S("The action "), d->action, S(" is not in the data of this program: check its spelling."));
    followups(a, t, d, &v);
    return v;
}

/* ---------------------------------------------------------------- statements */

Str advice_sid(Arena *a, Str action, Str date)
{
    Str prefix, name;
    Buf b = {.a = a};
    split(action, &prefix, &name);
    buf_str(&b, S("IamPolicyAutopilot"));
    bool up = true;
    for (iz i = 0; i < prefix.len; i++) {
        u8 c = prefix.s[i];
        if (c == '-') {
            up = true;
            continue;
        }
        buf_u8(&b, up && c >= 'a' && c <= 'z' ? (u8)(c - 32) : c);
        up = false;
    }
    for (iz i = 0; i < name.len; i++)
        if (name.s[i] != '*' && name.s[i] != '-')
            buf_u8(&b, name.s[i]);
    buf_str(&b, date);
    return buf_done(&b);
}

void advice_statement(Json *j, const Advice *v, Str sid)
{
    json_begin(j, '{');
    if (sid.len)
        json_pair(j, S("Sid"), sid);
    json_pair(j, S("Effect"), S("Allow"));
    if (v->principal.len) {
        json_key(j, S("Principal"));
        if (str_eq(v->principal, S("*"))) {
            json_str(j, v->principal);
        } else {
            json_begin(j, '{');
            json_pair(j, v->principal_key, v->principal);
            json_end(j, '}');
        }
    }
    json_pair(j, S("Action"), v->action);
    if (v->resource.len)
        json_pair(j, S("Resource"), v->resource);
    json_end(j, '}');
}
