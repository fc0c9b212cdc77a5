/* emit.c: from values to SDK calls. Every call and every attribute of the project is asked what it performs; a call whose receiver is
 * unknown is judged by the evidence that remains (evidence.c). One place in the source gives one SdkCall an operation; the argument sets
 * of different calling contexts are its alternatives. */
#include "settings.h"
#include "statics.h"

#include <stdlib.h>

/* --- arguments: copies that outlive the values --- */

static const Origin *copy_origin(Project *p, const Origin *o)
{
    enum { CHAIN_MAX = 12 };
    Origin *head = 0, *tail = 0;
    for (int n = 0; o && n < CHAIN_MAX; o = o->from, n++) {
        Origin *c = new(p->result, Origin, 1);
        *c = *o;
        c->from = 0;
        c->what = str_dup(p->result, o->what);
        c->variable = str_dup(p->result, o->variable);
        if (o->src) {
            Str here = str_from(o->src->text, o->off);
            c->end = o->off + (str_starts(here, o->what) ? (u32)o->what.len : 0);
            source_where(p->result, o->src, o->off); /* while there is a text */
        }
        if (tail)
            tail->from = c;
        else
            head = c;
        tail = c;
    }
    return head;
}

static const ArgValue *one_arg(Project *p, const Value *v, int depth)
{
    ArgValue *a = new(p->result, ArgValue, 1);
    a->origin = copy_origin(p, v->origin);
    switch ((ValueKind)v->kind) {
    case V_NULL:
        a->kind = ARG_NULL;
        break;
    case V_TEXT:
        a->kind = ARG_TEXT;
        a->text = str_dup(p->result, v->text);
        break;
    case V_BOOL:
        a->kind = ARG_BOOL;
        a->text = str_dup(p->result, v->text);
        break;
    case V_LIST:
        a->kind = ARG_LIST;
        a->open = v->open;
        vec_exact(p->result, &a->items, v->nitems);
        for (i32 i = 0; i < v->nitems; i++)
            *(const ArgValue **)vec_push(p->result, &a->items) = arg_of_values(p, v->items[i], depth + 1);
        break;
    case V_MAP:
    case V_REQUEST:
        a->kind = ARG_MAP;
        a->open = v->open;
        vec_exact(p->result, &a->fields, v->nfields);
        for (i32 i = 0; i < v->nfields; i++) {
            ArgField *f = vec_push(p->result, &a->fields);
            f->name = str_dup(p->result, v->fields[i].name);
            f->value = arg_of_values(p, v->fields[i].val, depth + 1);
            f->maybe = v->fields[i].maybe;
        }
        break;
    default:
        a->kind = ARG_UNKNOWN;
        break;
    }
    return a;
}

const ArgValue *arg_of_values(Project *p, Values v, int depth)
{
    enum { ARG_DEPTH = 12, ARG_NODES = 4000 }; /* of one argument or map of arguments; what is left out is unknown */
    ArgValue *head = 0, *tail = 0;
    if (!depth)
        p->arg_nodes = ARG_NODES;
    for (i32 i = 0; i <= v.n; i++) {
        ArgValue *a;
        bool told = i < v.n && depth < ARG_DEPTH && p->arg_nodes-- > 0;
        if (told) {
            a = (ArgValue *)(void *)(uintptr_t)one_arg(p, v.v[i], depth);
        } else if (v.open || i < v.n || !v.n) {
            a = new(p->result, ArgValue, 1);
            a->kind = ARG_UNKNOWN;
            i = v.n;
        } else {
            break;
        }
        if (tail)
            tail->alt = a;
        else
            head = a;
        tail = a;
    }
    return head;
}

/* The keyword arguments of a call as a map; positional ones are not the model's. */
Value *call_map(Project *p, Site call, u32 skip)
{
    Value *m = value_new(p->a, V_MAP);
    (void)skip;
    if (!call.expr) {
        m->open = true;
        return m;
    }
    const Facts *f = p->files[call.file].f;
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        const Arg *a = ARG(f, it);
        Site at = {call.file, a->value, call.frame};
        if (a->splat == 2)
            map_merge(p, m, eval(p, at), false);
        else if (a->name.len)
            map_put_value(p, m, values_text(p->a, a->name, 0), eval(p, at), false);
    }
    return m;
}

/* Sets a nested member: "Delete.Objects[].Key", "RequestItems.{id:name}". */
void set_path(Project *p, Value *m, Str path, Values val, const Value *recv, Site call)
{
    iz dot = str_find_u8(path, '.');
    if (path.len && path.s[0] == '{') {
        iz close = str_find_u8(path, '}'), next = str_find_u8(str_from(path, close), '.');
        dot = next < 0 ? -1 : close + next;
    }
    Str head = dot < 0 ? path : str_head(path, dot), rest = dot < 0 ? (Str){0} : str_from(path, dot + 1);
    bool list = str_ends(head, S("]"));
    if (list)
        head = str_head(head, str_rfind_u8(head, '['));
    Values key = values_text(p->a, head, 0);
    if (head.len > 1 && head.s[0] == '{') {
        const Value *r = recv && recv->kind != V_RESOURCE && recv->self ? recv->self : recv;
        Str in = {head.s + 1, head.len - 2};
        bool found;
        key = in.s[0] == '@' ? surface_source(p, in, &(Surface){0}, call, 0, &found) : r ? resource_source(p, r, in, call) : UNKNOWN_VALUES;
    }
    if (dot <= 0) {
        if (list) {
            Value *l = value_new(p->a, V_LIST);
            list_add(p, l, val);
            val = values_one(p->a, l);
        }
        map_put_value(p, m, key, val, false);
        return;
    }
    Value *inner = value_new(p->a, V_MAP);
    bool found = false;
    Values old = key.n == 1 ? value_field(p->a, m, value_text(key.v[0]), &found) : (Values){0};
    if (found && old.n == 1) {
        const Value *o = old.v[0];
        if (list && o->kind == V_LIST && o->nitems && o->items[0].n == 1)
            o = o->items[0].v[0];
        if (o->kind == V_MAP) {
            *inner = *o;
            inner->hash = 0;
        }
    }
    set_path(p, inner, rest, val, recv, call);
    Values in = values_one(p->a, inner);
    if (list) {
        Value *l = value_new(p->a, V_LIST);
        list_add(p, l, in); /* however many there are, all are of this shape */
        in = values_one(p->a, l);
    }
    map_put_value(p, m, key, in, false);
}

static void set_params(Project *p, Value *m, Str params, const Value *r, Site call)
{
    Str one;
    while (str_cut(&params, ';', &one)) {
        iz eq = str_find_u8(one, '=');
        if (eq > 0)
            set_path(p, m, str_head(one, eq), resource_source(p, r, str_from(one, eq + 1), call), r, call);
    }
}

/* --- what a callee performs --- */

Draft *draft_add(Project *p, Drafts *d, Str sdk, Str service, Str operation, Value *args)
{
    Draft *x = vec_push(p->a, d);
    *x = (Draft){.sdk = sdk, .service = service, .operation = operation, .args = args};
    return x;
}

/* A request object, or a function that fills one, among the arguments: its members go to m. */
static bool input_passed(Project *p, Value *m, Str operation, Site call, u32 skip)
{
    const Facts *f = p->files[call.file].f;
    u32 k = 0;
    if (!call.expr)
        return false;
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        if (k++ < skip)
            continue;
        Values v = eval(p, (Site){call.file, ARG(f, it)->value, call.frame}), in = {.open = v.open};
        if (!is_input(p, v))
            continue;
        for (i32 i = 0; i < v.n; i++)
            in = values_union(p->a, in, input_members(p, operation, v.v[i], 0));
        map_merge(p, m, in, false);
        return true;
    }
    return false;
}

/* The field of every object in a request's members: "tables:addPutItem|puts" gives TableName of the tables that the builder's addPutItem took;
 * "tables:addPut@DynamoDBTable.tableName" what an annotation of the classes says. The members themselves are no arguments. */
static Values held(Project *p, Values v, Str what, bool *found, int depth)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n && depth < 6; i++) {
        const Value *x = v.v[i];
        bool has = false;
        if (x->kind == V_OBJECT && !what.len) {
            Values t = value_field(p->a, x, S("TableName"), &has);
            out = has ? values_union(p->a, out, t) : out;
            *found = *found || has;
        }
        for (i32 k = 0; k < x->nitems && x->kind == V_LIST; k++)
            out = values_union(p->a, out, held(p, x->items[k], what, found, depth + 1));
        for (i32 k = 0; k < x->nfields && (x->kind == V_REQUEST || x->kind == V_MAP); k++)
            out = values_union(p->a, out, held(p, x->fields[k].val, what, found, depth + 1));
    }
    return out;
}

/* A member, or with "{}" behind it the keys of a map. */
static void set_target(Project *p, Value *m, Str target, Values v, const Value *recv, Site call)
{
    if (str_ends(target, S("{}"))) {
        Value *keys = value_new(p->a, V_MAP);
        map_put_value(p, keys, v, values_one(p->a, value_new(p->a, V_MAP)), v.n > 1);
        v = values_one(p->a, keys);
        target = str_head(target, target.len - 2);
    }
    set_path(p, m, target, v, recv, call);
}

static Values tables_of(Project *p, Value *m, Str source, bool *found)
{
    iz at = str_find_u8(source, '@');
    Str names = at < 0 ? source : str_head(source, at), what = at < 0 ? (Str){0} : str_from(source, at + 1), one;
    Values out = {0};
    *found = false;
    while (str_cut(&names, '|', &one)) {
        bool here = false;
        Values v = value_field(p->a, m, one, &here);
        if (!here)
            continue;
        bool told = false;
        Values t = what.len ? annotated_in(p, what, v, &told, 0) : held(p, built(p, v), what, &told, 0);
        out = values_union(p->a, out, told ? t : UNKNOWN_VALUES);
        *found = true;
        i32 n = 0;
        for (i32 i = 0; i < m->nfields; i++)
            if (!str_eq(m->fields[i].name, one))
                m->fields[n++] = m->fields[i];
        m->nfields = n;
    }
    return out;
}

/* Option "by=Member:TEXT,TEXT": the member's value chooses which of the operations is meant, one text for each; absent: the first. The member
 * itself is no argument. */
static bool chosen(Project *p, const Surface *s, Value *m, int nth)
{
    Str rest = s->does, word, texts, one;
    while (str_cut(&rest, ' ', &word))
        if (str_starts(word, S("by="))) {
            iz colon = str_find_u8(word, ':');
            Str member = str_head(str_from(word, 3), colon - 3);
            bool found, any = false;
            texts = str_from(word, colon + 1);
            for (int i = 0; i <= nth; i++)
                if (!str_cut(&texts, ',', &one))
                    return true;
            Values v = value_field(p->a, m, member, &found);
            i32 n = 0;
            for (i32 i = 0; i < m->nfields; i++)
                if (!str_eq(m->fields[i].name, member))
                    m->fields[n++] = m->fields[i];
            m->nfields = n;
            if (!found)
                return nth == 0;
            for (i32 i = 0; i < v.n; i++)
                any = any || (v.v[i]->kind == V_EXTERN ? str_eq(str_from(v.v[i]->text, str_rfind_u8(v.v[i]->text, '.') + 1), one)
                                                       : v.v[i]->kind != V_TEXT || !text_known(v.v[i]->text) || str_eq(v.v[i]->text, one));
            return any || v.open;
        }
    return true;
}

/* "op s3:PutObject,s3:AbortMultipartUpload Bucket=@0|Bucket *=@2|ExtraArgs" */
static void perform_one(Project *p, Drafts *d, const Surface *s, const Value *recv, Site call, u32 skip)
{
    Str rest = s->does, word, ops = surface_word(s->does, 1), op;
    int nth = 0;
    while (str_cut(&ops, ',', &op)) {
        iz colon = str_find_u8(op, ':');
        Str service = colon < 0 ? s->service : str_head(op, colon);
        Str name = colon < 0 ? op : str_from(op, colon + 1);
        if (str_eq(name, S("{Operation}")))
            name = s->operation;
        Value *m = value_new(p->a, V_MAP);
        rest = s->does;
        int n = 0;
        bool asks = false, told = false;
        bool any = builds_requests(p, s->sdk) && input_passed(p, m, name, call, skip), whole = any;
        Values region = recv ? recv->region : (Values){0};
        while (str_cut(&rest, ' ', &word)) {
            if (n++ < 2)
                continue;
            iz eq = str_find_u8(word, '=');
            if (eq <= 0)
                continue;
            Str target = str_head(word, eq), source = str_from(word, eq + 1);
            if (str_eq(target, S("by")) || str_eq(target, S("when")) || str_eq(target, S("unless")) || str_eq(target, S("gives")))
                continue;
            if (str_eq(target, S("region"))) {
                bool has;
                region = str_eq(source, S("@any")) ? region_of_args(p, call) : region_of_values(p, surface_source(p, source, s, call, skip, &has));
                continue;
            }
            bool found = true;
            if (whole && source.len > 1 && source.s[0] == '@' && source.s[1] >= '0' && source.s[1] <= '9')
                continue; /* a request object says it all */
            if (str_starts(source, S("tables:"))) {
                Values t = tables_of(p, m, str_from(source, 7), &found);
                any = asks = true;
                told = told || found;
                if (found)
                    set_target(p, m, target, t, recv, call);
                continue;
            }
            if (str_starts(source, S("field:"))) {
                Values of = recv ? value_field(p->a, recv, str_from(source, 6), &found) : (Values){0};
                any = true;
                if (recv && found)
                    set_path(p, m, target, of, recv, call);
                continue;
            }
            Values v = source.len && (source.s[0] == '@' || source.s[0] == '"' || source.s[0] == '{')
                           ? surface_source(p, source, s, call, skip, &found)
                           : resource_source(p, recv && recv->kind != V_RESOURCE && recv->self ? recv->self : recv ? recv : value_new(p->a, V_RESOURCE), source, call);
            any = true;
            if (!found)
                continue;
            if (str_eq(target, S("*")))
                map_merge(p, m, v, false);
            else
                set_target(p, m, target, v, recv, call);
        }
        if (asks && !told)
            m->open = true; /* an input of which nothing is known */
        if (!any)
            m = call_map(p, call, skip);
        if (!chosen(p, s, m, nth++))
            continue;
        Draft *x = draft_add(p, d, s->sdk, service, name, m);
        x->via = S("helper");
        x->region = region;
    }
}

/* The row and those that follow it: PATH#2, PATH#3, …, each under its own condition. */
static void perform_row(Project *p, Drafts *d, const Surface *s, const Value *recv, Site call, u32 skip)
{
    Surface next = *s;
    if (surface_holds(p, s, call, skip))
        perform_one(p, d, s, recv, call, skip);
    for (int n = 2;; n++) {
        Buf path = {.a = p->a};
        buf_str(&path, s->path);
        buf_u8(&path, '#');
        buf_int(&path, n);
        Rows r = tbl_find2(p->t, TBL_sdk, s->sdk, buf_done(&path));
        if (!r.n)
            return;
        next.does = tbl_get(p->t, TBL_sdk, r.first, sdk_does);
        if (surface_holds(p, &next, call, skip))
            perform_one(p, d, &next, recv, call, skip);
    }
}

/* Requests that are sent, signed or handed on: the verb `send`. */
static void perform_sent(Project *p, Drafts *d, const Surface *s, const Value *client, Site call, u32 skip)
{
    bool found;
    Values reqs = surface_source(p, surface_word(s->does, 1), s, call, skip, &found), region = client ? client->region : (Values){0};
    Str from = surface_word(s->does, 2);
    if (str_starts(from, S("region=")))
        region = region_of_values(p, surface_source(p, str_from(from, 7), s, call, skip, &found));
    for (i32 i = 0; i < reqs.n; i++)
        if (reqs.v[i]->kind == V_REQUEST && reqs.v[i]->type.len) {
            Value *a = value_new(p->a, V_MAP);
            map_merge(p, a, values_one(p->a, reqs.v[i]), false);
            Draft *x = draft_add(p, d, s->sdk, reqs.v[i]->service, reqs.v[i]->type, a);
            x->region = region;
        }
}

static void perform_client(Project *p, Drafts *d, const Value *m, Site call, u32 skip)
{
    const Value *c = m->self;
    Surface s;
    bool found;
    if (!text_known(m->text)) {
        perform_fitting(p, d, c, m->text, call_map(p, call, skip), S("named"), m->site);
        return;
    }
    if (surface_method(p, c->sdk, S("$client"), c->service, m->text, &s) &&
        !(s.operation.len && c->service.len && sdk_operation(p, c->sdk, c->service, m->text).len)) { /* an operation's own name comes first */
        Str verb = surface_word(s.does, 0);
        if (str_eq(verb, S("op"))) {
            perform_row(p, d, &s, c, call, skip);
        } else if (str_eq(verb, S("presign")) || str_eq(verb, S("named"))) { /* the operation's name as an argument */
            bool model = verb.s[0] == 'n';
            Values names = surface_source(p, surface_word(s.does, 1), &s, call, skip, &found);
            Values args = surface_source(p, surface_word(s.does, 2), &s, call, skip, &found);
            if (names.open || !names.n)
                note_open_name(d, call, false);
            for (i32 i = 0; i < names.n; i++) {
                Str op = model ? value_text(names.v[i]) : sdk_operation(p, c->sdk, c->service, value_text(names.v[i]));
                Value *a = value_new(p->a, V_MAP);
                if (found)
                    map_merge(p, a, args, false);
                if (!text_known(value_text(names.v[i])))
                    perform_fitting(p, d, c, model ? TEXT_UNKNOWN : value_text(names.v[i]), a, S("presign"), call);
                else if (op.len) {
                    Draft *x = draft_add(p, d, c->sdk, c->service, op, a);
                    x->via = verb;
                    x->region = c->region;
                }
            }
        } else if (str_eq(verb, S("paginator")) || str_eq(verb, S("waiter"))) {
            note_open_names(p, d, surface_source(p, surface_word(s.does, 1), &s, call, skip, &found), verb.s[0] == 'p', c, call);
        } else if (str_eq(verb, S("send"))) {
            perform_sent(p, d, &s, c, call, skip);
        } else if (str_eq(verb, S("waitfor"))) {
            Values names = surface_source(p, surface_word(s.does, 1), &s, call, skip, &found);
            for (i32 i = 0; i < names.n; i++) {
                Str name = str_dup(p->a, value_text(names.v[i])); /* bucketExists */
                if (name.len && name.s[0] >= 'a' && name.s[0] <= 'z')
                    ((u8 *)(uintptr_t)name.s)[0] = (u8)(name.s[0] - 32);
                Rows w = tbl_find2(p->t, TBL_waiter, c->service, name);
                if (!w.n)
                    continue;
                Str op = tbl_get(p->t, TBL_waiter, w.first, waiter_operation);
                Draft *x = draft_add(p, d, c->sdk, c->service, op, call_input(p, c->sdk, c->service, op, call, skip + 1));
                x->via = S("waiter");
                x->region = c->region;
            }
        }
        if (str_eq(verb, S("positional"))) { /* the operation of its own name, with arguments in place of a request */
            Surface own = s;
            Str same = sdk_operation(p, c->sdk, c->service, m->text);
            if (!same.len)
                return;
            own.does = str_cat3(p->a, S("op "), same, str_from(s.does, S("positional").len));
            iz before = d->n;
            perform_row(p, d, &own, c, call, skip);
            for (iz i = before; i < d->n; i++)
                d->v[i].via = (Str){0};
            return;
        }
        if (!str_eq(verb, S("operation")))
            return;
    }
    Str op = c->service.len ? sdk_operation(p, c->sdk, c->service, m->text) : (Str){0};
    if (op.len)
        draft_add(p, d, c->sdk, c->service, op, call_input(p, c->sdk, c->service, op, call, skip))->region = c->region;
    else if (!c->service.len)
        d->client_of_unknown = true;
    else
        d->no_operation = true;
}

static void perform_resource(Project *p, Drafts *d, const Value *m, Site call)
{
    const Value *r = m->self;
    Str op = {0}, params = {0}, via = S("resource");
    Surface s;
    if (!text_known(m->text)) {
        note_open_name(d, m->site, false);
        return;
    }
    if (r->kind == V_COLLECTION) {
        Rows c = tbl_find3(p->t, TBL_rcollection, r->service, r->type, r->text);
        Rows b = tbl_find(p->t, TBL_rbatch, r->service, r->type, r->text, m->text);
        if (c.n && !r->open && (collection_performs(m->text) || b.n)) {
            Value *a = value_new(p->a, V_MAP);
            set_params(p, a, tbl_get(p->t, TBL_rcollection, c.first, rcollection_params), r->self, call);
            for (i32 i = 0; i < r->nfields; i++)
                map_put_value(p, a, values_text(p->a, r->fields[i].name, 0), r->fields[i].val, false);
            if (!b.n)
                map_merge(p, a, values_one(p->a, call_map(p, call, 0)), false);
            Draft *x = draft_add(p, d, r->sdk, r->service, tbl_get(p->t, TBL_rcollection, c.first, rcollection_operation), a);
            x->via = S("collection");
            x->region = r->region;
        }
        if (b.n) {
            Value *a = value_new(p->a, V_MAP);
            Values item = collection_items(p, r);
            if (item.n)
                set_params(p, a, tbl_get(p->t, TBL_rbatch, b.first, rbatch_params), item.v[0], call);
            map_merge(p, a, values_one(p->a, call_map(p, call, 0)), false);
            Draft *x = draft_add(p, d, r->sdk, r->service, tbl_get(p->t, TBL_rbatch, b.first, rbatch_operation), a);
            x->via = S("batch");
            x->region = r->region;
        }
        return;
    }
    if (resource_surface(p, r, m->text, &s)) {
        if (str_eq(surface_word(s.does, 0), S("op")))
            perform_row(p, d, &s, r, call, 0);
        return;
    }
    Rows a = tbl_find3(p->t, TBL_raction, r->service, r->type, m->text);
    Rows w = tbl_find3(p->t, TBL_rwaiter, r->service, r->type, m->text);
    Rows t = tbl_find2(p->t, TBL_rtype, r->service, r->type);
    if (a.n) {
        op = tbl_get(p->t, TBL_raction, a.first, raction_operation);
        params = tbl_get(p->t, TBL_raction, a.first, raction_params);
    } else if (w.n) {
        Rows wr = tbl_find2(p->t, TBL_waiter, r->service, tbl_get(p->t, TBL_rwaiter, w.first, rwaiter_waiter));
        op = wr.n ? tbl_get(p->t, TBL_waiter, wr.first, waiter_operation) : (Str){0};
        params = tbl_get(p->t, TBL_rwaiter, w.first, rwaiter_params);
        via = S("waiter");
    } else if (t.n && (str_eq(m->text, S("load")) || str_eq(m->text, S("reload")))) {
        op = tbl_get(p->t, TBL_rtype, t.first, rtype_load);
        params = tbl_get(p->t, TBL_rtype, t.first, rtype_loadparams);
        via = S("load");
    }
    if (!op.len)
        return;
    Value *args = value_new(p->a, V_MAP);
    set_params(p, args, params, r, call);
    map_merge(p, args, values_one(p->a, call_map(p, call, 0)), false);
    Draft *x = draft_add(p, d, r->sdk, r->service, op, args);
    x->via = via;
    x->region = r->region;
}

void perform(Project *p, Drafts *d, const Value *callee, Site call, u32 skip)
{
    Surface s;
    if (callee->kind == V_EXTERN) {
        if (!surface_find(p, p->files[call.file].f->lang, callee->text, &s))
            return;
        if (str_eq(surface_word(s.does, 0), S("op")))
            perform_row(p, d, &s, 0, call, skip);
        else if (str_eq(surface_word(s.does, 0), S("send")))
            perform_sent(p, d, &s, 0, call, skip);
        return;
    }
    if (callee->kind == V_PARTIAL) {
        iz before = d->n;
        perform(p, d, callee->self, callee->site, callee->skip);
        for (iz i = before; i < d->n; i++) /* arguments of both calls */
            map_merge(p, d->v[i].args, values_one(p->a, call_map(p, call, skip)), false);
        return;
    }
    if (callee->kind != V_METHOD)
        return;
    const Value *r = callee->self;
    switch ((ValueKind)r->kind) {
    case V_CLIENT: {
        iz before = d->n;
        perform_client(p, d, callee, call, skip);
        for (iz i = before; i < d->n; i++)
            d->v[i].inferred = d->v[i].inferred || r->open;
        break;
    }
    case V_RESOURCE:
    case V_COLLECTION:
        perform_resource(p, d, callee, call);
        break;
    case V_PAGINATOR:
    case V_WAITER: {
        Str type = r->kind == V_PAGINATOR ? S("$paginator") : S("$waiter");
        if (surface_method(p, r->sdk, type, (Str){0}, callee->text, &s) && str_eq(surface_word(s.does, 0), S("perform"))) {
            Value *args = call_input(p, r->sdk, r->service, r->type, call, skip);
            if (r->nfields || r->open) { /* told when it was made */
                args->open = false;
                map_merge(p, args, values_one(p->a, r), false);
            }
            Draft *x = draft_add(p, d, r->sdk, r->service, r->type, args);
            x->via = str_from(type, 1);
            x->region = r->region;
            x->inferred = r->text.len > 0;
        }
        break;
    }
    case V_REQUEST: /* made by the client, sent by itself */
        if (surface_method(p, r->sdk, S("$request"), r->service, callee->text, &s) && str_eq(surface_word(s.does, 0), S("perform"))) {
            Value *args = value_new(p->a, V_MAP);
            map_merge(p, args, values_one(p->a, r), false);
            Draft *x = draft_add(p, d, r->sdk, r->service, r->type, args);
            x->via = S("request");
            x->region = r->region;
        }
        break;
    case V_OBJECT:
        if (surface_method(p, r->sdk, r->text, r->service, callee->text, &s) && str_eq(surface_word(s.does, 0), S("op")))
            perform_row(p, d, &s, r, call, skip);
        break;
    default:
        break;
    }
}

/* --- from drafts to calls --- */

static Str text_of(const Facts *f, ExprId e)
{
    return str_head(str_from(f->src->text, EXPR(f, e)->off), (iz)(EXPR(f, e)->end - EXPR(f, e)->off));
}

static void add_params(Project *p, SdkCall *c, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    if (e->kind != EX_CALL && e->kind != EX_NEW)
        return;
    vec_exact(p->result, &c->params, e->nargs);
    FOR_ARGS(f, e, it) {
        const Arg *a = ARG(f, it);
        CallParam *q = vec_push(p->result, &c->params);
        Values v = eval(p, (Site){at.file, a->value, at.frame});
        q->name = a->name;
        q->text = text_of(f, a->value);
        q->splat = a->splat;
        if (v.n == 1 && !v.open && v.v[0]->kind == V_TEXT && text_known(v.v[0]->text)) {
            q->resolved = true;
            q->value = str_dup(p->result, v.v[0]->text);
        }
    }
}

static bool same_region(Values x, Values y)
{
    bool same = x.n == y.n && x.open == y.open;
    for (i32 i = 0; same && i < x.n; i++)
        same = value_same(x.v[i], y.v[i]);
    return same;
}

static bool same_draft(const Draft *x, const Draft *y)
{
    return str_eq(x->service, y->service) && str_eq(x->operation, y->operation) && value_same(x->args, y->args) && same_region(x->region, y->region);
}

static const ArgValue *region_of(Project *p, const Draft *d)
{
    return d->region.n || d->region.open ? arg_of_values(p, d->region, 0) : 0;
}

static bool has_region(const ArgValue *all, const ArgValue *x)
{
    for (; all; all = all->alt)
        if (all->kind == x->kind && (x->kind != ARG_TEXT || str_eq(all->text, x->text)))
            return true;
    return false;
}

/* The same call on clients of several regions; a client without one is in whatever region the user says. */
static void join_regions(Project *p, SdkCall *c, const Draft *d)
{
    const ArgValue *more = region_of(p, d);
    if (!more && !c->region)
        return;
    ArgValue *none = new(p->result, ArgValue, 1);
    none->kind = ARG_UNKNOWN;
    if (!c->region)
        c->region = none;
    for (const ArgValue *x = more ? more : none; x; x = x->alt)
        if (!has_region(c->region, x)) {
            ArgValue *y = new(p->result, ArgValue, 1);
            *y = *x;
            y->alt = c->region;
            c->region = y;
        }
}

void emit_draft(Project *p, const Draft *d, Site at, Str written, const StrVec *services, Evidence evidence)
{
    Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    if (!tbl_find2(p->t, TBL_operation, d->service, d->operation).n && !tbl_find2(p->t, TBL_xop, d->service, d->operation).n)
        return;
    Value *told = takes_keywords_only(p, d->sdk) ? d->args : model_args(p, d->service, d->operation, builder_args(p, d->sdk, d->service, d->args));
    const ArgValue *args = arg_of_values(p, values_one(p->a, told), 0);
    for (iz i = p->out.n; i-- > p->first_here;) { /* the same operation at this place: another set of arguments */
        SdkCall *c = &p->out.v[i];
        if (!str_eq(c->service, d->service) || !str_eq(c->operation, d->operation) || c->src != f->src || c->off != e->off ||
            c->end != e->end)
            continue;
        ArgValue *last = (ArgValue *)(void *)(uintptr_t)c->args;
        while (last->alt)
            last = (ArgValue *)(void *)(uintptr_t)last->alt;
        last->alt = args;
        join_regions(p, c, d);
        return;
    }
    SdkCall *c = vec_push(p->keep, &p->out);
    c->sdk = d->sdk;
    c->service = str_dup(p->result, d->service);
    c->operation = str_dup(p->result, d->operation);
    vec_exact(p->result, &c->services, services ? services->n : 1);
    for (iz i = 0; services && i < services->n; i++)
        *(Str *)vec_push(p->result, &c->services) = services->v[i];
    if (!services)
        *(Str *)vec_push(p->result, &c->services) = c->service;
    c->written = written;
    c->via = d->via;
    c->evidence = evidence;
    c->src = f->src;
    c->off = e->off;
    c->end = e->end;
    c->text = text_of(f, at.expr);
    source_where(p->result, f->src, e->off);
    if (e->kind == EX_CALL && EXPR(f, e->a)->kind == EX_MEMBER)
        c->receiver = text_of(f, EXPR(f, e->a)->a);
    add_params(p, c, at);
    c->args = args;
    c->region = region_of(p, d);
}

/* Calling contexts of the function around a call, callers of callers included. */
static i32 contexts_around(Project *p, u32 file, u32 off, u32 *frames, i32 max, int depth)
{
    const Facts *f = p->files[file].f;
    ScopeId fn = scope_function(f, scope_at(p, file, off));
    while (fn && f->scopes.v[fn].kind == SCOPE_CLASS)
        fn = scope_function(f, f->scopes.v[fn].parent);
    if (!fn)
        return 0;
    u32 direct[CONTEXTS_MAX];
    i32 n = function_contexts(p, file, fn, direct, CONTEXTS_MAX), out = 0;
    while (n == 0 && f->scopes.v[fn].kind == SCOPE_LAMBDA && f->traits & TRAIT_MODULES_CLASSES) { /* it runs where it stands */
        fn = scope_function(f, f->scopes.v[fn].parent);
        while (fn && f->scopes.v[fn].kind == SCOPE_CLASS)
            fn = scope_function(f, f->scopes.v[fn].parent);
        n = fn ? function_contexts(p, file, fn, direct, CONTEXTS_MAX) : 0;
        if (!fn)
            break;
    }
    if (n >= CONTEXTS_MAX)
        return 0; /* too many to tell apart */
    for (i32 i = 0; i < n; i++) {
        Frame fr = p->frames.v[direct[i]];
        u32 up[CONTEXTS_MAX];
        i32 m = depth < 3 && fr.call.expr ? contexts_around(p, fr.call.file, EXPR(p->files[fr.call.file].f, fr.call.expr)->off, up, max, depth + 1) : 0;
        for (i32 k = 0; k < m && out < max; k++)
            frames[out++] = frame_for(p, fr.file, fr.fn, (Site){fr.call.file, fr.call.expr, up[k]}, fr.self, fr.skip);
        if (m == 0 && out < max)
            frames[out++] = direct[i];
    }
    return out < max ? out : 0;
}

/* More than one argument has several values, or the receiver several services: which goes with which depends on the context. */
static bool contexts_matter(const Drafts *d)
{
    i32 several = 0;
    for (iz i = 0; i < d->n; i++) {
        several = 0;
        for (i32 k = 0; k < d->v[i].args->nfields; k++) {
            const Field *x = &d->v[i].args->fields[k];
            several += x->val.n > 1 || (x->val.n == 1 && x->val.open) || x->maybe;
        }
        if (several > 1 || (several && d->n > 1) || d->v[i].args->open)
            return true;
    }
    return d->n > 1;
}

/* --- what one call performs --- */

/* partial(f, …) only keeps f for later. */
static bool makes_partial(Project *p, Values callee, Site at)
{
    Surface s;
    for (i32 i = 0; i < callee.n; i++)
        if (callee.v[i]->kind == V_EXTERN && surface_find(p, p->files[at.file].f->lang, callee.v[i]->text, &s) &&
            (str_eq(s.does, S("value partial")) || str_eq(s.does, S("value getattr"))))
            return true;
    return false;
}

/* A method that an interface declares. */
static bool bodiless(Project *p, const Value *fn)
{
    const Facts *f = p->files[fn->file].f;
    return f->scopes.v[f->scopes.v[fn->scope].parent].flags & SCOPE_INTERFACE;
}

static bool any_fits(Project *p, const Drafts *d)
{
    for (iz i = 0; i < d->n; i++)
        if (draft_fits(p, &d->v[i]))
            return true;
    return false;
}

/* The client may be one of several services that share a method's name: those whose operation does not have the arguments are not meant. */
static void keep_fitting(Project *p, Drafts *d)
{
    iz n = 0;
    bool fit = any_fits(p, d);
    for (iz i = 0; i < d->n && fit; i++)
        if (draft_fits(p, &d->v[i]))
            d->v[n++] = d->v[i];
    if (fit)
        d->n = n;
}

/* x.send(request): whatever x is, the method is that by which clients of this SDK send requests. */
static bool sends_requests(Project *p, const Facts *f, const Expr *call)
{
    Surface s;
    const Expr *c = EXPR(f, call->a);
    return c->kind == EX_MEMBER && surface_method(p, f->lang, S("$client"), (Str){0}, c->str, &s) &&
           str_eq(surface_word(s.does, 0), S("send"));
}

static void drafts_at(Project *p, Drafts *d, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Expr *e = EXPR(f, at.expr);
    Values callee = eval(p, (Site){at.file, e->a, at.frame});
    query_begin(p); /* the arguments are a question of their own */
    for (i32 i = 0; i < callee.n; i++)
        perform(p, d, callee.v[i], at, 0);
    if (callee.open && callee.n == 0)
        d->unknown = true;
    bool own = false;
    for (i32 i = 0; i < callee.n; i++)
        own = own || (callee.v[i]->kind == V_FUNCTION && !bodiless(p, callee.v[i])) || callee.v[i]->kind == V_CLASS || callee.v[i]->kind == V_PARTIAL;
    d->own = own && !callee.open && p->steps > 0;
    if (!own && !d->n && !d->no_operation && has_member_keyword(f, e))
        d->unknown = true; /* made by code that was not given, or not understood: its arguments may still speak for it */
    if (!own && !d->n && !takes_keywords_only(p, f->lang))
        perform_by_input(p, d, at, (!callee.n && EXPR(f, e->a)->kind == EX_INDEX) || sends_requests(p, f, e));
    if (d->n > 1 && takes_keywords_only(p, f->lang))
        keep_fitting(p, d);
    if (own || d->n || makes_partial(p, callee, at))
        return;
    /* a client's method passed on to something that is not the project's: it is called with what follows */
    u32 k = 0;
    FOR_ARGS(f, e, it) {
        k++;
        if (!may_be_method(p, at.file, ARG(f, it)->value))
            continue;
        Values v = eval(p, (Site){at.file, ARG(f, it)->value, at.frame});
        for (i32 i = 0; i < v.n; i++) {
            const Value *m = v.v[i];
            iz had = d->n;
            if (f->traits & TRAIT_MODULES_CLASSES && (m->kind == V_METHOD || m->kind == V_EXTERN))
                callback_performs(p, d, m, at, (i32)k - 1);
            if (d->n > had)
                continue;
            if (m->kind == V_PARTIAL || (m->kind == V_METHOD && (m->self->kind == V_CLIENT || m->self->kind == V_RESOURCE || m->self->kind == V_PAGINATOR || m->self->kind == V_WAITER))) {
                iz before = d->n;
                perform(p, d, m, at, k);
                for (iz j = before; j < d->n; j++) {
                    d->v[j].args->open = d->v[j].args->open || e->nargs > k || !takes_keywords_only(p, f->lang); /* positional ones may be anything */
                    d->v[j].via = S("passed");
                }
            }
        }
    }
}

/* The function one of whose parameters is called, or is a method that the call passes on; 0: none. */
static ScopeId calls_param(Project *p, u32 file, ExprId expr, const Drafts *d)
{
    const File *fl = &p->files[file];
    const Expr *e = EXPR(fl->f, expr);
    bool passed = false;
    for (iz i = 0; i < d->n; i++)
        passed = passed || str_eq(d->v[i].via, S("passed"));
    ArgId it = passed ? e->args : 0;
    for (ExprId x = e->a; x; it = it ? ARG(fl->f, it)->next : 0) {
        const Expr *n = EXPR(fl->f, x);
        i32 at = n->kind == EX_NAME ? defs_seen(fl, n->str, scope_at(p, file, n->off)) : -1;
        if (at >= 0 && fl->def.v[at].kind == DEF_PARAM && fl->f->params.v[fl->def.v[at].param].kind != PARAM_RECEIVER)
            return fl->def.v[at].scope;
        x = it ? ARG(fl->f, it)->value : 0;
    }
    return 0;
}

static void add_new(Project *p, Drafts *all, const Drafts *more)
{
    for (iz k = 0; k < more->n; k++) {
        bool known = false;
        for (iz j = 0; j < all->n && !known; j++)
            known = same_draft(&all->v[j], &more->v[k]);
        if (!known)
            *(Draft *)vec_push(p->a, all) = more->v[k];
    }
}

/* A method that is a parameter: which, every caller says for itself. */
static bool from_callers(Project *p, Drafts *d, Site at, ScopeId fn)
{
    u32 frames[CALLERS_MAX];
    i32 n = every_context(p, at.file, fn, frames, CALLERS_MAX);
    Drafts all = {0};
    for (i32 i = 0; i < n; i++) {
        Drafts one = {0};
        query_begin(p);
        drafts_at(p, &one, (Site){at.file, at.expr, frames[i]});
        add_new(p, &all, &one);
    }
    if (all.n)
        *d = all;
    return all.n > 0;
}

static void call_at(Project *p, u32 file, ExprId expr, bool *unknown, bool *client)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, expr);
    Drafts d = {0};
    Str written = expr_simple_name(f, e->a);
    if (!written.len)
        written = text_of(f, e->a);
    values_reset(p, false);
    query_begin(p);
    p->first_here = p->out.n;
    drafts_at(p, &d, (Site){file, expr, 0});
    if (!d.n && !d.own && tells_types(f)) {
        query_begin(p);
        static_drafts(p, &d, (Site){file, expr, 0});
    }
    *unknown = d.n == 0 && (d.unknown || d.client_of_unknown || p->steps <= 0);
    *client = d.client_of_unknown;
    if (!d.n && d.no_operation && takes_keywords_only(p, f->lang) && has_member_keyword(f, e))
        warn_at(p, DIAG_unknown_operation, (Site){file, expr, 0});
    if (d.open_name)
        warn_at(p, d.open_name_some ? DIAG_open_operations : DIAG_open_operation, d.open_name_at);
    if (!d.n)
        return;
    if (takes_keywords_only(p, f->lang) && !any_fits(p, &d)) { /* not what the receiver seems to be */
        infer_call(p, (Site){file, expr, 0}, false, false);
        if (p->out.n > p->first_here)
            return;
    }
    ScopeId through = calls_param(p, file, expr, &d);
    if ((!through || !from_callers(p, &d, (Site){file, expr, 0}, through)) && contexts_matter(&d)) {
        u32 frames[CONTEXTS_MAX];
        i32 n = contexts_around(p, file, e->off, frames, CONTEXTS_MAX, 0);
        Drafts all = {0};
        for (i32 i = 0; i < n; i++) {
            Drafts one = {0};
            query_begin(p);
            drafts_at(p, &one, (Site){file, expr, frames[i]});
            add_new(p, &all, &one);
        }
        if (all.n)
            d = all;
    }
    for (iz i = 0; i < d.n; i++)
        emit_draft(p, &d.v[i], (Site){file, expr, 0}, written, 0, d.v[i].inferred ? EVIDENCE_INFERRED : EVIDENCE_EXACT);
}

/* Whether reading the member needs the resource's data: an attribute, or a reference that is made from one. */
static bool loads(Project *p, const Value *r, Str name)
{
    if (tbl_find3(p->t, TBL_rattr, r->service, r->type, name).n)
        return true;
    Rows h = tbl_find3(p->t, TBL_rhas, r->service, r->type, name);
    return h.n && str_find(tbl_get(p->t, TBL_rhas, h.first, rhas_identifiers), S("=data:")) >= 0;
}

/* Attributes of resources that are loaded when first read. */
static void attributes(Project *p, u32 file)
{
    const Facts *f = p->files[file].f;
    for (iz i = 1; i < f->exprs.n; i++) {
        const Expr *e = &f->exprs.v[i];
        if (e->kind != EX_MEMBER || map_get(&p->attr_names, e->str) < 0)
            continue;
        values_reset(p, false);
        query_begin(p);
        p->first_here = p->out.n;
        Values obj = eval(p, (Site){file, e->a, 0});
        for (i32 k = 0; k < obj.n; k++) {
            const Value *r = obj.v[k];
            if (r->kind != V_RESOURCE || !loads(p, r, e->str))
                continue;
            Rows t = tbl_find2(p->t, TBL_rtype, r->service, r->type);
            Drafts d = {0};
            Value *args = value_new(p->a, V_MAP);
            Site at = {file, (ExprId)i, 0};
            set_params(p, args, tbl_get(p->t, TBL_rtype, t.first, rtype_loadparams), r, (Site){0});
            Draft *x = draft_add(p, &d, r->sdk, r->service, tbl_get(p->t, TBL_rtype, t.first, rtype_load), args);
            x->via = S("attribute");
            x->region = r->region;
            emit_draft(p, x, at, e->str, 0, EVIDENCE_EXACT);
        }
    }
}

int calls_by_place(const void *x, const void *y)
{
    const SdkCall *a = x, *b = y;
    int c = str_cmp(a->src->path, b->src->path);
    if (!c)
        c = (a->off > b->off) - (a->off < b->off);
    if (!c)
        c = (a->end > b->end) - (a->end < b->end);
    if (!c)
        c = str_cmp(a->service, b->service);
    return c ? c : str_cmp(a->operation, b->operation);
}

/* A call that the rest of the evidence must settle. */
typedef struct {
    Site at;
    bool client; /* on a client */
} OpenCall;

void emit_calls(Project *p)
{
    for (i32 i = 0; i < p->nfiles && !p->whole; i++)
        p->sdk = p->sdk || p->files[i].sdk;
    if (!p->whole)
        p->any = p->sdk = p->sdk || p->hints.n > 0;
    if (p->any) {
        collect_kin(p);
        collect_injection(p);
        collect_evidence(p);
    }
    VEC(OpenCall) open = {0}; /* lasts */
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        for (iz k = 0; k < f->facts.n; k++) {
            bool unknown = false, client = false;
            ExprId call = f->facts.v[k].value;
            /* without any evidence of an SDK only calls that carry their own evidence are looked at */
            if (f->facts.v[k].kind == FACT_CALL && p->stop && p->stop(p->stop_ctx))
                return;
            if (f->facts.v[k].kind != FACT_CALL ||
                !(p->sdk ? may_perform(p, (u32)i, call) : p->any ? may_ask(p, (u32)i, call) : may_infer(p, (u32)i, call)))
                continue;
            call_at(p, (u32)i, call, &unknown, &client);
            if (unknown)
                *(OpenCall *)vec_push(p->keep, &open) = (OpenCall){{(u32)i, call, 0}, client};
        }
    }
    emit_annotations(p);
    for (i32 i = 0; i < p->nfiles; i++)
        if (p->files[i].f->traits & TRAIT_MODULES_CLASSES && p->sdk)
            emit_references(p, (u32)i);
    for (i32 i = 0; i < p->nfiles && p->uses_resources; i++)
        attributes(p, (u32)i);
    for (iz i = 0; i < open.n; i++)
        infer_call(p, open.v[i].at, true, open.v[i].client);
    if (p->out.n > 1)
        qsort(p->out.v, (size_t)p->out.n, sizeof *p->out.v, calls_by_place);
}
