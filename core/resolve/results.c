/* results.c: what is known of an operation's response: a row "$result:SERVICE.Operation  result Member=Argument" says that a member of the
 * response names what an argument of the request names (the URL of a queue whose name was given, the ARN of a topic). Other members are not known. */
#include "emit.h"

static const Str RESULT = S_INIT("$result");

/* "QueueName": the argument's values. "arn:*:sns:*:*:topic/{Name}": a text around one; `*` is unknown. */
static Values told_by(Project *p, const Value *args, Str source)
{
    iz open = str_find_u8(source, '{'), close = str_find_u8(source, '}');
    bool found;
    if (open < 0 || close < open)
        return value_field(p->a, args, source, &found);
    Values v = value_field(p->a, args, (Str){source.s + open + 1, close - open - 1}, &found), out = {0};
    const Str around[] = {str_head(source, open), str_from(source, close + 1)};
    Values text[2];
    for (int i = 0; i < 2; i++) {
        u8 *t = new(p->a, u8, around[i].len);
        for (iz k = 0; k < around[i].len; k++)
            t[k] = around[i].s[k] == '*' ? TEXT_HOLE : around[i].s[k];
        text[i] = values_text(p->a, (Str){t, around[i].len}, 0);
    }
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_TEXT && !v.open)
            out = values_union(p->a, out, values_concat(p->a, values_concat(p->a, text[0], values_one(p->a, v.v[i])), text[1]));
    return out;
}

/* The members that a call's response has by the row, of those arguments that the call passes. "unless=Argument": none when it passes that. */
static void known_members(Project *p, const Draft *d, Str does, Value *out)
{
    Str pair;
    bool found;
    Value *args = model_args(p, d->service, d->operation, builder_args(p, d->sdk, d->service, d->args));
    for (int i = 1; (pair = surface_word(does, i)).len; i++) {
        iz eq = str_find_u8(pair, '=');
        Str member = str_head(pair, eq > 0 ? eq : 0), source = str_from(pair, eq + 1);
        if (str_eq(member, S("unless"))) {
            value_field(p->a, args, source, &found);
            if (found || args->open)
                return;
            continue;
        }
        Values v = eq > 0 ? told_by(p, args, source) : (Values){0};
        if (v.n)
            set_path(p, out, member, v, 0, (Site){0});
    }
}

static Rows result_row(Project *p, Str lang, Str service, Str op)
{
    return op.len ? tbl_find2(p->t, TBL_sdk, lang, str_cat(p->a, str_cat3(p->a, S("$result:"), service, S(".")), op)) : (Rows){0};
}

Values result_member(Project *p, Str lang, Str service, Str op, Value *args, Str path)
{
    Rows r = result_row(p, lang, service, op);
    Value *m = value_new(p->a, V_MAP);
    Values v = {0};
    Str name;
    bool found = false;
    if (!r.n)
        return v;
    known_members(p, &(Draft){.sdk = lang, .service = service, .operation = op, .args = args}, tbl_get(p->t, TBL_sdk, r.first, sdk_does), m);
    v = values_one(p->a, m);
    while (str_cut(&path, '.', &name))
        v = v.n == 1 && v.v[0]->kind == V_MAP ? value_field(p->a, v.v[0], name, &found) : (Values){0};
    return v;
}

bool client_result(Project *p, const Value *method, Site call, Values *out)
{
    const Value *client = method->self;
    Str lang = client->sdk.len ? client->sdk : p->files[call.file].f->lang;
    Str op = client->service.len && call.expr && text_known(method->text) ? sdk_operation(p, lang, client->service, method->text) : (Str){0};
    Rows r = result_row(p, lang, client->service, op);
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
