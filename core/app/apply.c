/* apply.c: see apply.h. */
#include "apply.h"

#include <stdio.h>

#if !HAVE_CURL

static const Str no_curl = S_INIT("this program was built without libcurl (make CURL=1)");

int apply_denials(App *app, const Args *args, const Denials *all, const Advice *advice, bool dry, ApplyResults *out)
{
    (void)args;
    (void)all;
    (void)advice;
    (void)dry;
    (void)out;
    return app_fail(app, S("Cannot apply"), no_curl);
}

bool apply_decode(App *app, const Args *args, Str message, Str *json, Str *why)
{
    (void)app;
    (void)args;
    (void)message;
    (void)json;
    *why = no_curl;
    return false;
}

#endif

void apply_json(Json *j, const ApplyResults *r)
{
    static const Str names[] = {S_INIT("Written"), S_INIT("Planned"), S_INIT("Duplicate"), S_INIT("Failed")};
    if (!r->n)
        return;
    json_key(j, S("Results"));
    json_begin(j, '[');
    for (iz i = 0; i < r->n; i++) {
        const ApplyResult *x = &r->v[i];
        json_begin(j, '{');
        json_pair(j, S("Outcome"), names[x->outcome]);
        json_pair(j, S("PrincipalKind"), x->principal_kind);
        json_pair(j, S("PrincipalName"), x->principal);
        json_pair(j, S("PolicyName"), x->policy);
        json_key(j, S("IsNewPolicy"));
        json_bool(j, x->fresh);
        json_key(j, S("StatementsAdded"));
        json_int(j, x->added);
        json_key(j, S("StatementCount"));
        json_int(j, x->statements);
        if (x->document.len)
            json_pair(j, S("PolicyDocument"), x->document);
        if (x->error.len) {
            json_pair(j, S("ErrorCode"), x->code);
            json_pair(j, S("Error"), x->error);
        }
        json_strs(j, S("Calls"), &x->calls);
        json_end(j, '}');
    }
    json_end(j, ']');
}
