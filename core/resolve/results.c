/* results.c: what is known of an operation's response: a row "$result:SERVICE.Operation  result Member=Argument" says that a member of the
 * response names what an argument of the request names (the URL of a queue whose name was given). Other members are not known. */
#include "emit.h"

static const Str RESULT = S_INIT("$result");

/* The members that a call's response has by the row, of those arguments that the call passes. */
static void known_members(Project *p, const Draft *d, Str does, Value *out)
{
    Str pair;
    bool found;
    Value *args = model_args(p, d->service, d->operation, builder_args(p, d->sdk, d->service, d->args));
    for (int i = 1; (pair = surface_word(does, i)).len; i++) {
        iz eq = str_find_u8(pair, '=');
        Values v = eq > 0 ? value_field(p->a, args, str_from(pair, eq + 1), &found) : (Values){0};
        if (v.n)
            map_put_value(p, out, values_text(p->a, str_head(pair, eq), 0), v, false);
    }
}

bool client_result(Project *p, const Value *method, Site call, Values *out)
{
    const Value *client = method->self;
    Str lang = client->sdk.len ? client->sdk : p->files[call.file].f->lang;
    Str op = client->service.len && call.expr && text_known(method->text) ? sdk_operation(p, lang, client->service, method->text) : (Str){0};
    Rows r = op.len ? tbl_find2(p->t, TBL_sdk, lang, str_cat(p->a, str_cat3(p->a, S("$result:"), client->service, S(".")), op)) : (Rows){0};
    if (!r.n || too_nested(p))
        return false;
    Drafts d = {0};
    Value *v = value_new(p->a, V_OBJECT);
    v->text = RESULT;
    v->sdk = lang;
    p->nest++;
    perform(p, &d, method, call, 0);
    for (iz i = 0; i < d.n; i++)
        if (str_eq(d.v[i].operation, op))
            known_members(p, &d.v[i], tbl_get(p->t, TBL_sdk, r.first, sdk_does), v);
    p->nest--;
    *out = values_one(p->a, v);
    return v->nfields > 0;
}
