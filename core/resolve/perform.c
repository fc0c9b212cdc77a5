/* perform.c: what a call performs: drafts of SDK calls from the methods of clients, resources, paginators, waiters and requests, and from the
 * rows of the SDK surfaces that name operations. emit.c asks, and makes SDK calls of the drafts. */
#include "settings.h"
#include "statics.h"

#include <stdlib.h>

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
        if (map_full(m))
            break;
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

void set_params(Project *p, Value *m, Str params, const Value *r, Site call)
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
static bool input_passed(Project *p, Value *m, Str service, Str operation, Site call, u32 skip)
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
            in = values_union(p->a, in, input_members(p, service, operation, v.v[i], 0));
        map_merge(p, m, in, false);
        return true;
    }
    return false;
}

/* A field of every object in a request's members: "held:TableName:addPutItem|puts" gives what the tables that the builder's addPutItem took
 * were told as TableName; "held:TableName:addPut@DynamoDBTable.tableName" what an annotation of the classes says. The members themselves are no
 * arguments. */
static Values held(Project *p, Values v, Str field, bool *found, int depth)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n && depth < 6; i++) {
        const Value *x = v.v[i];
        bool has = false;
        if (x->kind == V_OBJECT) {
            Values t = value_field(p->a, x, field, &has);
            out = has ? values_union(p->a, out, t) : out;
            *found = *found || has;
        }
        for (i32 k = 0; k < x->nitems && x->kind == V_LIST; k++)
            out = values_union(p->a, out, held(p, x->items[k], field, found, depth + 1));
        Values told = {0}, rest = {0};
        for (i32 k = 0; k < x->nfields && (x->kind == V_REQUEST || x->kind == V_MAP); k++) {
            has = false;
            Values t = held(p, x->fields[k].val, field, &has, depth + 1);
            *found = *found || has;
            if (has)
                told = values_union(p->a, told, t);
            else
                rest = values_union(p->a, rest, t);
        }
        out = values_union(p->a, out, told.n ? told : rest); /* a batch's table, not its items */
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

static Values held_by(Project *p, Value *m, Str source, bool *found)
{
    iz colon = str_find_u8(source, ':');
    Str field = str_head(source, colon < 0 ? 0 : colon);
    source = str_from(source, colon + 1);
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
        Values t = what.len ? annotated_in(p, what, v, &told, 0) : held(p, built(p, v), field, &told, 0);
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
        bool any = builds_requests(p, s->sdk) && input_passed(p, m, service, name, call, skip), whole = any;
        Values region = recv ? recv->region : (Values){0};
        while (str_cut(&rest, ' ', &word)) {
            if (n++ < 2)
                continue;
            iz eq = str_find_u8(word, '=');
            if (eq <= 0)
                continue;
            Str target = str_head(word, eq), source = str_from(word, eq + 1);
            if (str_eq(target, S("by")) || str_eq(target, S("when")) || str_eq(target, S("and")) || str_eq(target, S("unless")) || str_eq(target, S("gives")))
                continue;
            if (str_eq(target, S("region"))) {
                bool has;
                region = str_eq(source, S("@any")) ? region_of_args(p, call) : region_of_values(p, surface_source(p, source, s, call, skip, &has));
                continue;
            }
            bool found = true;
            if (str_starts(source, S("in:"))) {
                Values of = whole ? value_field(p->a, m, str_from(source, 3), &found) : (Values){0};
                if (whole && found)
                    set_path(p, m, target, of, recv, call);
                continue;
            }
            if (whole && source.len > 1 && source.s[0] == '@' && source.s[1] >= '0' && source.s[1] <= '9')
                continue; /* a request object says it all */
            if (str_starts(source, S("held:"))) {
                Values t = held_by(p, m, str_from(source, 5), &found);
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
        x->via = s->waiter.len ? S("waiter") : S("helper");
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

/* Things of packages by names that the code computes: lib[name]. */
static bool computed(Values v)
{
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind != V_EXTERN || str_find(v.v[i]->text, S("[]")) < 0)
            return false;
    return v.n > 0;
}

/* Requests that are sent, signed or handed on: the verb `send`. */
static void perform_sent(Project *p, Drafts *d, const Surface *s, const Value *client, Site call, u32 skip)
{
    bool found;
    Values reqs = surface_source(p, surface_word(s->does, 1), s, call, skip, &found), region = client ? client->region : (Values){0};
    Str from = surface_word(s->does, 2);
    if (str_starts(from, S("region=")))
        region = region_of_values(p, surface_source(p, str_from(from, 7), s, call, skip, &found));
    bool any = false;
    for (i32 i = 0; i < reqs.n; i++)
        if (reqs.v[i]->kind == V_REQUEST && reqs.v[i]->type.len) {
            Value *a = value_new(p->a, V_MAP);
            map_merge(p, a, values_one(p->a, reqs.v[i]), false);
            Draft *x = draft_add(p, d, s->sdk, reqs.v[i]->service, reqs.v[i]->type, a);
            x->region = region;
            any = true;
        }
    if (client && !any && ((reqs.open && !reqs.n) || computed(reqs)))
        d->open_request = true;
}

/* Whether a method is the operation of its own name, which comes first, not this one that it may run too: invokeAsync(InvokeAsyncRequest) is,
 * invokeAsync(InvokeRequest) invokes. */
static bool own_name(Project *p, const Value *client, Str method, Str other, Site call, u32 skip)
{
    Str own = client->service.len ? sdk_operation(p, client->sdk, client->service, method) : (Str){0};
    bool found;
    if (!own.len || str_eq(own, other) || !call.expr)
        return own.len > 0;
    Values v = call_arg(p, call, skip, 0, (Str){0}, &found);
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_REQUEST && str_eq(v.v[i]->type, other))
            return false;
    return true;
}

static void perform_client(Project *p, Drafts *d, const Value *m, Site call, u32 skip)
{
    const Value *c = m->self;
    Surface s;
    bool found;
    if (!text_known(m->text)) {
        perform_fitting(p, d, c, m->text, call_input(p, c->sdk, c->service, (Str){0}, call, skip), S("named"), m->site);
        return;
    }
    if (surface_method(p, c->sdk, S("$client"), c->service, m->text, &s) &&
        !(s.operation.len && own_name(p, c, m->text, s.operation, call, skip))) {
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
            d->client_of_unknown = d->client_of_unknown || !c->service.len;
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

static void perform_invoked(Project *p, Drafts *d, const Value *m, Site call)
{
    bool list = str_eq(m->text, S("apply")), found;
    iz before = d->n;
    if (!call.expr || !(p->files[call.file].f->traits & TRAIT_MODULES_PATHS) || (!list && !str_eq(m->text, S("call"))))
        return;
    perform(p, d, m->self, call, 1);
    Values l = list ? call_arg(p, call, 0, 1, (Str){0}, &found) : (Values){0};
    for (iz i = before; i < d->n; i++)
        for (i32 k = 0; k < l.n; k++)
            if (l.v[k]->kind == V_LIST && l.v[k]->nitems) {
                d->v[i].args->open = false;
                map_merge(p, d->v[i].args, l.v[k]->items[0], l.n > 1);
            }
}

/* Members that the client was told to give every operation that has them: new AWS.S3({params: {Bucket: "b"}}). */
static void add_bound(Project *p, Draft *x, const Value *client)
{
    bool found;
    Values bound = value_field(p->a, client, S("$bound"), &found);
    Rows r = found ? tbl_find2(p->t, TBL_operation, x->service, x->operation) : (Rows){0};
    if (!r.n)
        return;
    Str input = tbl_get(p->t, TBL_operation, r.first, operation_input);
    Value *m = value_new(p->a, V_MAP);
    map_merge(p, m, bound, false);
    i32 n = 0;
    for (i32 i = 0; i < m->nfields; i++)
        if (tbl_find3(p->t, TBL_member, x->service, input, m->fields[i].name).n)
            m->fields[n++] = m->fields[i];
    m->nfields = n;
    map_merge(p, m, values_one(p->a, x->args), false);
    x->args = m;
}

void perform(Project *p, Drafts *d, const Value *callee, Site call, u32 skip)
{
    Surface s;
    iz had = d->n;
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
    case V_METHOD: /* client.getObject.call(client, input), .apply(client, [input]) */
        perform_invoked(p, d, callee, call);
        break;
    default:
        break;
    }
    for (iz i = had; i < d->n && (r->kind == V_CLIENT || r->kind == V_OBJECT) && r->nfields; i++)
        add_bound(p, &d->v[i], r);
}
