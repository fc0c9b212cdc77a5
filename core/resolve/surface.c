/* surface.c: the SDK surface tables, data/sdk/<language>.tsv: what calling or naming something of an SDK, a wrapper library or the standard
 * library gives. This file finds rows and carries out their verbs; it knows no SDK.
 *
 * A row's path is what the code reaches through its imports ("boto3.client"), or a member of an abstract type ("$session.client",
 * "$client:s3.upload_file"). Placeholders stand for a service's name in one of the columns of services.tsv ("{mypy}", "{class}", …), an
 * operation ("{Operation}"), a paginator or waiter, or anything ("{any}"). Verbs are described in iam-policy-autopilot-data(5).
 */
#include "emit.h"
#include "settings.h"

typedef struct {
    Str name;
    TableId index;
} Placeholder;

static const Placeholder placeholders[] = {
    {S_INIT("mypy"), IDX_svc_by_mypy},       {S_INIT("class"), IDX_svc_by_class},   {S_INIT("jsv3"), IDX_svc_by_jsv3},
    {S_INIT("jsclass"), IDX_svc_by_jsclass}, {S_INIT("gov2"), IDX_svc_by_gov2},     {S_INIT("gov1"), IDX_svc_by_gov1},
    {S_INIT("javav2"), IDX_svc_by_javav2},   {S_INIT("javaclass"), IDX_svc_by_javaclass},
    {S_INIT("javav1"), IDX_svc_by_javav1},   {S_INIT("service"), TBL_svc},
};

static bool word_char(u8 c)
{
    return c != '.' && c != '/' && c != '(' && c != ')' && c != '[';
}

/* The next service from row `from` on whose package begins like s->package, or -1. */
static i64 find_package(Project *p, const Surface *s, u32 from)
{
    for (u32 i = from; i < tbl_count(p->t, TBL_svc); i++) {
        Str pkg = tbl_get(p->t, TBL_svc, i, s->packages);
        if (str_starts(pkg, s->package) && (pkg.len == s->package.len || pkg.s[s->package.len] == '.'))
            return i;
    }
    return -1;
}

/* The service whose former package is s->package. */
static bool former_package(Project *p, Str column, Surface *s)
{
    Rows r = tbl_prefix(p->t, TBL_svcother, 1, column, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str pkg = tbl_get(p->t, TBL_svcother, i, svcother_name);
        if (str_starts(pkg, s->package) && (pkg.len == s->package.len || pkg.s[s->package.len] == '.'))
            s->service = tbl_get(p->t, TBL_svcother, i, svcother_service);
    }
    return s->service.len > 0;
}

/* The same; the first is remembered. */
static i64 in_package(Project *p, const Surface *s, u32 from)
{
    if (from)
        return find_package(p, s, from);
    Str key = str_cat3(p->a, s->packages == svc_javav2 ? S("v2") : S("v1"), S("\tpackage "), s->package);
    i32 at = map_get(&p->surface_cache, key);
    if (at < 0) {
        at = (i32)find_package(p, s, 0) + 1;
        map_put(p->cache, &p->surface_cache, str_dup(p->cache, key), at);
    }
    return at - 1;
}

/* The model's name of an operation or waiter that a language spells in other letter case, or nothing. */
static Str spelled(Project *p, TableId table, int column, Str service, Str name)
{
    Rows r = tbl_find2(p->t, table, service, name);
    if (r.n)
        return name;
    r = tbl_prefix(p->t, table, 1, service, (Str){0});
    for (u32 i = r.first; i < r.first + r.n; i++)
        if (str_ieq(tbl_get(p->t, table, i, column), name))
            return tbl_get(p->t, table, i, column);
    return (Str){0};
}

/* What a placeholder stands for must exist. */
static bool settle(Project *p, Str name, Str text, Surface *s)
{
    if (str_eq(name, S("any"))) {
        s->any = text;
        return true;
    }
    if (str_eq(name, S("alias"))) { /* any name of a service, written as a class */
        if (!text.len || text.s[0] < 'A' || text.s[0] > 'Z')
            return false;
        s->service = table_service(p->t, text);
        return s->service.len > 0;
    }
    if (str_eq(name, S("package"))) { /* the same as a package's name, in lower case */
        if (!text.len || (text.s[0] >= 'A' && text.s[0] <= 'Z'))
            return false;
        s->service = table_service(p->t, text);
        return s->service.len > 0;
    }
    if (str_eq(name, S("Shape"))) {
        s->shape = text;
        return true;
    }
    if (str_eq(name, S("Operation"))) {
        s->operation = text;
        return true; /* checked at the end, when the service is known */
    }
    if (str_eq(name, S("Waiter"))) {
        s->waiter = text;
        return true;
    }
    bool v2 = str_eq(name, S("javav2pkg"));
    if (v2 || str_eq(name, S("javav1pkg"))) { /* the first part of a package, which services may share */
        s->package = text;
        s->packages = v2 ? svc_javav2 : svc_javav1;
        return in_package(p, s, 0) >= 0 || former_package(p, v2 ? S("javav2") : S("javav1"), s);
    }
    for (iz i = 0; i < COUNTOF(placeholders); i++)
        if (str_eq(placeholders[i].name, name)) {
            Rows r = tbl_find1(p->t, placeholders[i].index, text);
            if (!r.n) { /* a former name */
                r = tbl_find2(p->t, TBL_svcother, name, text);
                if (!r.n)
                    return false;
                Str svc = tbl_get(p->t, TBL_svcother, r.first, svcother_service);
                if (s->service.len)
                    return str_eq(s->service, svc);
                s->service = svc;
                return true;
            }
            Str svc = tbl_get(p->t, placeholders[i].index, r.first, svc_service);
            bool same = false; /* several services may share a name: agree with what is known */
            for (u32 k = r.first; k < r.first + r.n && s->service.len; k++)
                same = same || str_eq(tbl_get(p->t, placeholders[i].index, k, svc_service), s->service);
            if (s->service.len)
                return same;
            s->service = svc;
            return true;
        }
    return false;
}

static bool match(Project *p, Str pattern, Str path, Surface *s)
{
    iz open = str_find_u8(pattern, '{');
    if (open < 0)
        return str_eq(pattern, path);
    if (!str_starts(path, str_head(pattern, open)))
        return false;
    pattern = str_from(pattern, open);
    path = str_from(path, open);
    iz close = str_find_u8(pattern, '}');
    if (close < 0)
        return false;
    Str name = {pattern.s + 1, close - 1};
    Str rest = str_from(pattern, close + 1);
    iz n = 0;
    bool dots = str_eq(name, S("javav2")) || str_eq(name, S("javav1")); /* packages of more than one part */
    while (n < path.len && (word_char(path.s[n]) || (dots && path.s[n] == '.')))
        n++;
    for (; n > 0; n--) {
        if (rest.len ? rest.s[0] != '{' && (n == path.len || path.s[n] != rest.s[0]) : n != path.len)
            continue;
        Surface t = *s;
        if (settle(p, name, str_head(path, n), &t) && match(p, rest, str_from(path, n), &t)) {
            *s = t;
            return true;
        }
    }
    return false;
}

static bool is_structure(Project *p, Str service, Str shape)
{
    Rows r = tbl_find2(p->t, TBL_shape, service, spelled(p, TBL_shape, shape_name, service, shape));
    return r.n && str_eq(tbl_get(p->t, TBL_shape, r.first, shape_type), S("structure"));
}

static bool complete(Project *p, Surface *s)
{
    if (s->package.len && !s->service.len) {
        for (i64 i = in_package(p, s, 0); i >= 0; i = in_package(p, s, (u32)i + 1)) {
            s->service = tbl_get(p->t, TBL_svc, (u32)i, svc_service);
            if ((!s->operation.len || spelled(p, TBL_operation, operation_name, s->service, s->operation).len) &&
                (!s->shape.len || is_structure(p, s->service, s->shape)))
                break;
            s->service = (Str){0};
        }
        if (!s->service.len)
            return false;
    }
    if (s->operation.len && s->service.len && !(s->operation = spelled(p, TBL_operation, operation_name, s->service, s->operation)).len)
        return false;
    if (s->waiter.len) {
        Rows w = tbl_find2(p->t, TBL_waiter, s->service, spelled(p, TBL_waiter, waiter_name, s->service, s->waiter));
        if (!w.n)
            return false;
        s->operation = tbl_get(p->t, TBL_waiter, w.first, waiter_operation);
    }
    return true;
}

bool surface_fits(Project *p, Str pattern, Str path)
{
    Surface s = {0};
    return match(p, pattern, path, &s);
}

bool surface_find(Project *p, Str lang, Str path, Surface *out)
{
    Verbs *rows = verbs_of(p, lang);
    i32 at = map_get(&rows->found, path);
    if (at >= 0 && at <= p->surfaces.n) { /* more: of a part that was given up */
        if (at > 0)
            *out = p->surfaces.v[at - 1];
        return at > 0;
    }
    path = str_dup(p->cache, path);
    Surface s = {.path = path, .sdk = lang};
    Rows r = tbl_find2(p->t, TBL_sdk, lang, path);
    bool found = r.n > 0;
    if (found)
        s.does = tbl_get(p->t, TBL_sdk, r.first, sdk_does);
    for (iz k = 0; k < rows->patterns.n && !found; k++) {
        const Pattern *q = &rows->patterns.v[k];
        if (!str_starts(path, q->head))
            continue;
        s = (Surface){.path = path, .does = tbl_get(p->t, TBL_sdkpattern, q->row, sdkpattern_does), .sdk = lang};
        found = match(p, q->path, path, &s) && complete(p, &s);
    }
    if (found) {
        *(Surface *)vec_push(p->cache, &p->surfaces) = s;
        *out = s;
    }
    map_put(p->cache, &rows->found, path, found ? (i32)p->surfaces.n : 0);
    return found;
}

bool surface_method(Project *p, Str lang, Str type, Str service, Str name, Surface *out)
{
    Str member = str_cat(p->a, S("."), name);
    if (service.len) {
        Str head = str_cat3(p->a, type, S(":"), service);
        if (surface_find(p, lang, str_cat(p->a, head, member), out)) {
            out->service = service;
            return true;
        }
    }
    if (!surface_find(p, lang, str_cat(p->a, type, member), out))
        return false;
    if (!out->service.len)
        out->service = service;
    return true;
}

bool surface_knows_module(Project *p, Str lang, Str module)
{
    Str key = str_cat3(p->a, lang, S("\tmodule "), module);
    i32 at = map_get(&p->surface_cache, key);
    if (at >= 0)
        return at > 0;
    bool knows = false;
    Rows r = sdk_verbs(p, lang, S("modules"));
    for (u32 i = r.first; i < r.first + r.n && !knows; i++)
        knows = str_starts(module, tbl_get(p->t, TBL_sdkverb, i, sdkverb_name));
    r = sdk_verbs(p, lang, S("module"));
    for (u32 i = r.first; i < r.first + r.n && !knows; i++) {
        Str path = tbl_get(p->t, TBL_sdkverb, i, sdkverb_name);
        knows = path.len > module.len ? !word_char(path.s[module.len]) && str_starts(path, module) : str_starts(module, path);
    }
    map_put(p->cache, &p->surface_cache, str_dup(p->cache, key), knows);
    return knows;
}

Str sdk_operation(Project *p, Str lang, Str service, Str method)
{
    Rows r = tbl_find2(p->t, TBL_sdk, lang, str_cat3(p->a, S("$method:"), str_cat3(p->a, service, S("."), method), (Str){0}));
    if (r.n) /* a name that the SDK's rule does not give: "operation PutObject" */
        return surface_word(tbl_get(p->t, TBL_sdk, r.first, sdk_does), 1);
    Str rule = S("snake");
    r = tbl_find2(p->t, TBL_sdk, lang, S("$methods"));
    if (r.n)
        rule = surface_word(tbl_get(p->t, TBL_sdk, r.first, sdk_does), 1);
    if (str_eq(rule, S("snake"))) {
        r = tbl_find2(p->t, IDX_operation_by_method, service, method);
        return r.n ? tbl_get(p->t, IDX_operation_by_method, r.first, operation_name) : (Str){0};
    }
    Str name = method;
    if (str_eq(rule, S("camel")) && method.len && method.s[0] >= 'a' && method.s[0] <= 'z') {
        Buf b = {.a = p->a};
        buf_u8(&b, (u8)(method.s[0] - 32));
        buf_str(&b, str_from(method, 1));
        name = buf_done(&b);
    }
    r = tbl_find2(p->t, TBL_operation, service, name);
    return r.n ? tbl_get(p->t, TBL_operation, r.first, operation_name) : (Str){0};
}

void note_service(Project *p, Str service)
{
    if (service.len && !strvec_has(&p->evidenced, service))
        *(Str *)vec_push(p->keep, &p->evidenced) = str_dup(p->keep, service);
}

Str surface_word(Str does, int n)
{
    Str w = {0};
    for (int i = 0; i <= n; i++)
        if (!str_cut(&does, ' ', &w))
            return (Str){0};
    return w;
}

/* The bucket or the key of "s3://bucket/key" or "bucket/key"; or the keys that such a text stands for: below a folder ("in/"), by wildcards
 * ("in/x*.csv"), or all that begin with it. */
typedef enum { S3_BUCKET, S3_KEY, S3_FILES, S3_PREFIX } S3Part;

static Str s3_part(Project *p, Str t, S3Part part)
{
    iz scheme = str_find(t, S("://"));
    if (scheme >= 0)
        t = str_from(t, scheme + 3);
    iz slash = str_find_u8(t, '/');
    if (part == S3_BUCKET)
        return slash < 0 ? t : str_head(t, slash);
    Str key = slash < 0 ? (text_known(t) ? S("") : TEXT_UNKNOWN) : str_from(t, slash + 1);
    if (part == S3_KEY)
        return key;
    Buf b = {.a = p->a};
    for (iz i = 0; i < key.len; i++)
        buf_u8(&b, (part == S3_FILES || part == S3_PREFIX) && (key.s[i] == '*' || key.s[i] == '?') ? TEXT_HOLE : key.s[i]);
    if (part == S3_PREFIX || !key.len || key.s[key.len - 1] == '/')
        buf_u8(&b, TEXT_HOLE);
    return text_squeeze(p->a, buf_done(&b));
}

static Values of_s3_path(Project *p, Values v, S3Part part)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        if (v.v[i]->kind == V_LIST)
            out = values_union(p->a, out, of_s3_path(p, eval_iter(p, values_one(p->a, v.v[i]), false), part));
        else
            out = values_union(p->a, out, values_text(p->a, s3_part(p, value_text(v.v[i]), part), v.v[i]->origin));
    return out;
}

/* Keys of uploads by form: S3 puts the file's name in place of ${filename}. */
static Values post_key(Project *p, Values v)
{
    Str var = S("${filename}");
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++) {
        iz at = v.v[i]->kind == V_TEXT ? str_find(v.v[i]->text, var) : -1;
        Str t = at < 0 ? (Str){0} : str_cat3(p->a, str_head(v.v[i]->text, at), TEXT_UNKNOWN, str_from(v.v[i]->text, at + var.len));
        out = values_union(p->a, out, at < 0 ? values_one(p->a, v.v[i]) : values_text(p->a, text_squeeze(p->a, t), v.v[i]->origin));
    }
    return out;
}

/* Values that match a glob, or "!glob" for those that do not; what is not known may. */
static Values matching(Project *p, Values v, Str glob, bool *found)
{
    bool not = glob.len && glob.s[0] == '!', sure = glob.len && glob.s[0] == '=';
    Values out = {.open = sure ? 0 : v.open};
    for (i32 i = 0; i < v.n && sure; i++)
        if (v.v[i]->kind == V_TEXT && str_glob(str_from(glob, 1), v.v[i]->text))
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    if (sure)
        return *found = out.n, out;
    for (i32 i = 0; i < v.n; i++) {
        Str t = value_text(v.v[i]);
        if (!text_known(t) ? not || str_find_u8(t, TEXT_HOLE) == 0 || str_glob(glob, t) : str_glob(str_from(glob, not), t) != not)
            out = values_union(p->a, out, values_one(p->a, v.v[i]));
    }
    *found = out.n || out.open;
    return out;
}

/* "@0|name": positional 0 or keyword name; "@name": keyword only; "@s3bucket:0|path", "@s3key:", "@s3file:", "@s3prefix:": of a path that it holds;
 * "@postkey:1.Key": with a file's name in it; SOURCE.member; SOURCE{}: the values of a map or list; SOURCE~glob, SOURCE~!glob: those that match,
 * SOURCE~=glob: those that certainly do. */
Values surface_source(Project *p, Str source, const Surface *s, Site call, u32 skip, bool *found)
{
    *found = false;
    if (source.len && source.s[0] == '"')
        return *found = true, values_text(p->a, (Str){source.s + 1, source.len - 2}, 0);
    if (str_eq(source, S("{any}")))
        return *found = true, values_text(p->a, s->any, 0);
    if (!source.len || source.s[0] != '@')
        return (Values){0};
    source = str_from(source, 1);
    static const Str s3_parts[] = {S_INIT("s3bucket:"), S_INIT("s3key:"), S_INIT("s3file:"), S_INIT("s3prefix:")};
    for (iz i = 0; i < COUNTOF(s3_parts); i++)
        if (str_starts(source, s3_parts[i])) {
            Values v = surface_source(p, str_cat(p->a, S("@"), str_from(source, s3_parts[i].len)), s, call, skip, found);
            return *found ? of_s3_path(p, v, (S3Part)i) : v;
        }
    if (str_starts(source, S("setting:"))) { /* texts with placeholders */
        Values v = surface_source(p, str_cat(p->a, S("@"), str_from(source, 8)), s, call, skip, found), out = {.open = v.open};
        for (i32 i = 0; i < v.n; i++) {
            Values each = v.v[i]->kind == V_LIST ? eval_iter(p, values_one(p->a, v.v[i]), false) : values_one(p->a, v.v[i]);
            for (i32 k = 0; k < each.n; k++)
                out = values_union(p->a, out, each.v[k]->kind == V_TEXT ? setting_text(p, each.v[k]->text, call) : values_one(p->a, each.v[k]));
            out.open |= each.open;
        }
        return out;
    }
    if (str_starts(source, S("postkey:"))) {
        Values v = surface_source(p, str_cat(p->a, S("@"), str_from(source, 8)), s, call, skip, found);
        return post_key(p, v);
    }
    if (str_starts(source, S("class:")))
        return call.expr ? table_of_class(p, str_from(source, 6), call, found) : UNKNOWN_VALUES;
    if (str_starts(source, S("annotation:")))
        return annotated(p, str_from(source, 11), call, found);
    iz tilde = str_find_u8(source, '~');
    if (tilde > 0) {
        Values v = surface_source(p, str_cat(p->a, S("@"), str_head(source, tilde)), s, call, skip, found);
        return *found ? matching(p, v, str_from(source, tilde + 1), found) : v;
    }
    if (str_ends(source, S("{keys}"))) {
        Values v = surface_source(p, str_cat(p->a, S("@"), str_head(source, source.len - 6)), s, call, skip, found), out = {.open = v.open};
        for (i32 i = 0; i < v.n; i++)
            out = values_union(p->a, out, v.v[i]->kind == V_MAP ? eval_iter(p, map_parts(p, v.v[i], S("keys")), false) : UNKNOWN_VALUES);
        return out;
    }
    if (str_ends(source, S("{}"))) {
        Values v = surface_source(p, str_cat(p->a, S("@"), str_head(source, source.len - 2)), s, call, skip, found), out = {.open = v.open};
        for (i32 i = 0; i < v.n; i++)
            out = values_union(p->a, out, v.v[i]->kind == V_MAP ? eval_iter(p, map_parts(p, v.v[i], S("values")), false)
                                                                : eval_iter(p, values_one(p->a, v.v[i]), false));
        return out;
    }
    iz dot = str_rfind_u8(source, '.');
    if (dot > 0) { /* "@0.params": a member of the argument */
        bool has;
        Values v = surface_source(p, str_cat(p->a, S("@"), str_head(source, dot)), s, call, skip, &has), part = {.open = v.open};
        for (i32 i = 0; has && i < v.n; i++)
            if (v.v[i]->kind == V_MAP || v.v[i]->kind == V_REQUEST || v.v[i]->kind == V_OBJECT) {
                bool here;
                part = values_union(p->a, part, value_field(p->a, v.v[i], str_from(source, dot + 1), &here));
                *found = *found || here;
            } else if (v.v[i]->kind == V_EXTERN && !str_starts(v.v[i]->text, S("sdk"))) { /* made outside of the project */
                part.open = true;
            }
        *found = *found || part.open;
        return part;
    }
    Str part;
    i32 pos = -1;
    Str name = {0};
    Values out = {0};
    while (!*found && str_cut(&source, '|', &part)) {
        i64 n;
        pos = -1;
        name = (Str){0};
        if (str_i64(part, &n))
            pos = (i32)n;
        else
            name = part;
        out = call_arg(p, call, skip, pos, name, found);
    }
    return out;
}

Str surface_option(Str does, Str name)
{
    Str w;
    while (str_cut(&does, ' ', &w))
        if (str_starts(w, name) && w.len > name.len && w.s[name.len] == '=')
            return str_from(w, name.len + 1);
    return (Str){0};
}

/* "client:s3", "client", "resource:s3.Bucket", "$session", "list client:s3", … as values. */
Values surface_make(Project *p, const Surface *s, Str what, Values region)
{
    iz colon = str_find_u8(what, ':');
    Str kind = colon < 0 ? what : str_head(what, colon);
    Str of = colon < 0 ? s->service : str_from(what, colon + 1);
    if (what.len && what.s[0] == '$') {
        Value *v = value_new(p->a, V_OBJECT);
        v->text = kind;
        v->service = of;
        v->sdk = s->sdk;
        v->type = s->operation.len ? s->operation : s->any;
        v->region = region;
        return values_one(p->a, v);
    }
    if (str_eq(what, S("map"))) /* sync.Map: empty at first */
        return values_one(p->a, value_new(p->a, V_MAP));
    if (str_eq(kind, S("client")) && of.len) {
        Value *v = value_new(p->a, V_CLIENT);
        v->service = of;
        v->sdk = s->sdk;
        v->region = region;
        note_service(p, of);
        return values_one(p->a, v);
    }
    if (str_eq(kind, S("resource")) && of.len) {
        iz dot = str_find_u8(of, '.');
        Str svc = dot < 0 ? of : str_head(of, dot);
        Str type = dot < 0 ? s->any.len ? s->any : S(".") : str_from(of, dot + 1);
        if (str_ends(type, S("ServiceResource")))
            type = S(".");
        note_service(p, svc);
        return resource_new(p, s->sdk, svc, type, region);
    }
    if (str_eq(kind, S("request")) && str_find_u8(of, '.') > 0) {
        Surface t = *s;
        iz dot = str_find_u8(of, '.');
        t.service = str_head(of, dot);
        t.operation = str_from(of, dot + 1);
        return surface_make(p, &t, kind, region);
    }
    if ((str_eq(kind, S("paginator")) || str_eq(kind, S("waiter")) || str_eq(kind, S("request"))) && s->operation.len) {
        Value *v = value_new(p->a, kind.s[0] == 'p' ? V_PAGINATOR : kind.s[0] == 'w' ? V_WAITER : V_REQUEST);
        v->service = s->service;
        v->type = s->operation;
        v->sdk = s->sdk;
        v->region = region;
        return values_one(p->a, v);
    }
    return UNKNOWN_VALUES;
}

Values surface_type(Project *p, Str lang, const Surface *s)
{
    (void)lang;
    Str verb = surface_word(s->does, 0);
    if (!str_eq(verb, S("type")) && !str_eq(verb, S("object")))
        return (Values){0};
    Values v = surface_make(p, s, surface_word(s->does, 1), (Values){0});
    if (v.n == 1 && (v.v[0]->kind == V_REQUEST || v.v[0]->kind == V_PAGINATOR)) { /* of this type, with members that nobody has told */
        Value *r = new(p->a, Value, 1);
        *r = *v.v[0];
        r->hash = 0;
        r->open = true;
        return values_one(p->a, r);
    }
    return v;
}

Values surface_client(Project *p, const Surface *s, Site call, u32 skip, Values region)
{
    bool found, resource = s->does.s[0] == 'r';
    Values names = surface_source(p, surface_word(s->does, 1), s, call, skip, &found);
    Values out = {.open = found ? names.open : names.open | OPEN};
    bool unknown = false;
    for (i32 i = 0; i < names.n; i++) {
        Str name = names.v[i]->kind == V_TEXT ? names.v[i]->text : (Str){0};
        Rows r = tbl_find1(p->t, TBL_service, name);
        if (!r.n) {
            if (!text_known(name) || !name.len)
                out.open = true;
            else
                unknown = true;
            continue;
        }
        Surface t = *s;
        t.service = tbl_get(p->t, TBL_service, r.first, service_id);
        t.any = (Str){0};
        out = values_union(p->a, out, surface_make(p, &t, resource ? S("resource") : S("client"), region));
    }
    if (unknown && !out.n && !out.open) {
        warn_at(p, DIAG_unknown_service, call);
        return values_extern(p->a, SDK_OTHER);
    }
    if (!out.n) { /* a client of a service that the code leaves open */
        Value *v = value_new(p->a, V_CLIENT);
        v->sdk = s->sdk;
        out = values_one(p->a, v);
    }
    out.open = false;
    return out;
}

Values env_value(Project *p, Str name, Site at)
{
    const Facts *f = p->files[at.file].f;
    const Origin *from = 0;
    Str text = TEXT_UNKNOWN;
    i32 e = map_get(&p->env, name);
    if (e >= 0) {
        from = p->envs.v[e].val.v[0]->origin;
        text = p->envs.v[e].val.v[0]->text;
    }
    Str what = str_cat(p->a, S("environment variable "), text_known(name) ? name : S("?"));
    Origin *o = (Origin *)(void *)(uintptr_t)origin_new(p, from, what, at.file, EXPR(f, at.expr)->off);
    o->variable = text_known(name) ? name : (Str){0};
    return values_text(p->a, text, o);
}

bool sets_region(Project *p, Str lang, Str member)
{
    Surface s;
    return surface_find(p, lang, str_cat(p->a, S("$config."), member), &s) && str_eq(s.does, S("attr region"));
}

/* func(o) { o.Region = "…" } */
static Values region_set_by(Project *p, const Value *fn)
{
    const Facts *f = p->files[fn->file].f;
    const Scope *sc = &f->scopes.v[fn->scope];
    Values out = {0};
    for (u32 i = fact_from(f, sc->off); i < f->facts.n && f->facts.v[i].off < sc->end; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_BIND && EXPR(f, x->target)->kind == EX_MEMBER &&
            sets_region(p, f->lang, EXPR(f, x->target)->str))
            out = eval(p, (Site){fn->file, x->value, fn->site.frame});
    }
    return out;
}

Values region_of_args(Project *p, Site call)
{
    const Facts *f = p->files[call.file].f;
    Values out = {0};
    if (!call.expr)
        return out;
    FOR_ARGS(f, EXPR(f, call.expr), it) {
        Values v = eval(p, (Site){call.file, ARG(f, it)->value, call.frame}), r = {0};
        for (i32 i = 0; i < v.n; i++)
            if (v.v[i]->kind == V_OBJECT || v.v[i]->kind == V_CLIENT)
                r = values_union(p->a, r, v.v[i]->region);
            else if (v.v[i]->kind == V_FUNCTION)
                r = values_union(p->a, r, region_set_by(p, v.v[i]));
        if (r.n || r.open)
            out = r; /* a later one wins */
    }
    return out;
}

static Values environment(Project *p, const Surface *s, Site call)
{
    bool found;
    Values names = surface_source(p, surface_word(s->does, 1), s, call, 0, &found);
    Values out = {0};
    Str map = surface_word(s->does, 2);
    if (!found && map.len && map.s[0] == '$') /* all of them */
        return surface_make(p, s, map, (Values){0});
    for (i32 i = 0; i < names.n; i++)
        out = values_union(p->a, out, env_value(p, value_text(names.v[i]), call));
    if (!out.n)
        out = values_text(p->a, TEXT_UNKNOWN, 0);
    if (!str_eq(surface_word(s->does, 2), S("pair")))
        return out;
    Value *pair = value_new(p->a, V_LIST); /* value, whether it is set */
    list_add(p, pair, out);
    list_add(p, pair, UNKNOWN_VALUES);
    return values_one(p->a, pair);
}

/* "Target=@0" words of a row: fields of what it makes. */
static void set_from_words(Project *p, const Surface *s, Value *m, const Value *recv, Site call)
{
    Str rest = s->does, word;
    bool found;
    while (str_cut(&rest, ' ', &word)) {
        iz eq = str_find_u8(word, '=');
        if (eq <= 0 || str_starts(word, S("region=")) || str_starts(word, S("args=")) || str_starts(word, S("when=")) || str_starts(word, S("and=")) || str_starts(word, S("unless=")) || str_starts(word, S("gives=")) || str_starts(word, S("bound=")))
            continue;
        Values v = surface_source(p, str_from(word, eq + 1), s, call, 0, &found);
        if (found)
            set_path(p, m, str_head(word, eq), v, recv, call);
    }
}

Values surface_constant(Project *p, const Surface *s, Site at)
{
    Buf b = {.a = p->a};
    Str how = surface_word(s->does, 1), text = s->any;
    for (iz i = 0; i < text.len; i++) {
        u8 c = text.s[i];
        if (str_eq(how, S("words")) && b.n && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) /* UsWest2 */
            buf_u8(&b, '-');
        if (str_eq(how, S("words")) && c >= 'A' && c <= 'Z')
            c = (u8)(c + 32);
        if (str_eq(how, S("dashes")))
            c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (u8)(c + 32) : c;
        buf_u8(&b, c);
    }
    return values_text(p->a, buf_done(&b), at.expr ? origin_new(p, 0, s->path, at.file, EXPR(p->files[at.file].f, at.expr)->off) : 0);
}

Values region_of_values(Project *p, Values v)
{
    Values out = {.open = v.open};
    for (i32 i = 0; i < v.n; i++)
        out = values_union(p->a, out, v.v[i]->kind == V_CLIENT || v.v[i]->kind == V_OBJECT ? v.v[i]->region : values_one(p->a, v.v[i]));
    return out;
}

/* A region may come from anywhere in the project: what is asked is the client, which must not be lost over it. */
static Values region_asked(Project *p, Str source, const Surface *s, Site call, bool *found)
{
    i32 own = p->steps < REGION_STEPS ? p->steps : REGION_STEPS, others = p->steps - own;
    p->steps = own;
    Values v = region_of_values(p, surface_source(p, source, s, call, 0, found));
    p->steps = others + (p->steps > 0 ? p->steps : 0);
    return v;
}

/* A value that is certainly of this kind: null or false when the glob is empty, else a text that fits it. */
static bool surely(const Value *v, Str glob)
{
    bool no = v->kind == V_NULL || (v->kind == V_BOOL && str_eq(v->text, S("false")));
    if (!glob.len)
        return no;
    return (v->kind == V_TEXT || v->kind == V_BOOL) && text_known(v->text) && str_glob(glob, v->text);
}

static bool all_surely(Values v, Str glob)
{
    for (i32 i = 0; i < v.n; i++)
        if (!surely(v.v[i], glob))
            return false;
    return v.n && !v.open;
}

/* "when=SOURCE", "unless=SOURCE~GLOB" of a row. What nobody knows may be so. */
bool surface_holds(Project *p, const Surface *s, Site call, u32 skip)
{
    Str when = surface_option(s->does, S("when")), unless = surface_option(s->does, S("unless"));
    bool found = true;
    if (when.len) {
        Values v = surface_source(p, when, s, call, skip, &found);
        if (!found || (str_find_u8(when, '~') < 0 && all_surely(v, S(""))))
            return false;
    }
    Str and = surface_option(s->does, S("and"));
    if (and.len) {
        surface_source(p, and, s, call, skip, &found);
        if (!found)
            return false;
    }
    iz tilde = str_find_u8(unless, '~');
    if (tilde <= 0)
        return true;
    Values v = surface_source(p, str_head(unless, tilde), s, call, skip, &found);
    return !found || !all_surely(v, str_from(unless, tilde + 1));
}

Values surface_call(Project *p, const Surface *s, const Value *recv, Site call)
{
    if (!surface_holds(p, s, call, 0))
        return values_extern(p->a, str_cat(p->a, s->path, S("()")));
    Str verb = surface_word(s->does, 0), what = surface_word(s->does, 1);
    bool found;
    Values region = recv ? recv->region : (Values){0};
    Str ro = surface_option(s->does, S("region"));
    if (str_eq(ro, S("@any"))) {
        Values r = region_of_args(p, call);
        if (r.n || r.open)
            region = r;
    } else if (ro.len) {
        Values r = region_asked(p, ro, s, call, &found);
        if (found)
            region = r;
    }
    if (str_eq(verb, S("type")) || str_eq(verb, S("object")) || str_eq(verb, S("returns")) || str_eq(verb, S("makes"))) {
        Values v = surface_make(p, s, what, region);
        if (v.n && str_eq(what, S("$inject"))) { /* which token is asked for is seen at the call */
            Value *o = new(p->a, Value, 1);
            *o = *v.v[0];
            o->site = call;
            return values_one(p->a, o);
        }
        if (v.n && v.v[0]->kind == V_OBJECT && recv) { /* its rows may ask for the receiver's identifiers */
            Value *o = new(p->a, Value, 1);
            *o = *v.v[0];
            o->hash = 0;
            o->self = recv;
            if (recv->kind == V_OBJECT) {
                o->fields = recv->fields;
                o->nfields = recv->nfields;
            }
            v = values_one(p->a, o);
        }
        if (v.n && v.v[0]->kind == V_OBJECT && str_find_u8(str_from(s->does, verb.len + 1 + what.len), '=') >= 0) {
            Value *o = new(p->a, Value, 1);
            *o = *v.v[0];
            o->own = 0;
            set_from_words(p, s, o, recv, call);
            v = values_one(p->a, o);
        }
        Str bound = surface_option(s->does, S("bound"));
        Values told = bound.len && v.n ? surface_source(p, bound, s, call, 0, &found) : (Values){0};
        if (told.n) {
            Value *o = new(p->a, Value, 1);
            *o = *v.v[0];
            o->hash = 0;
            o->own = 0;
            map_put_value(p, o, values_text(p->a, S("$bound"), 0), told, false);
            v = values_one(p->a, o);
        }
        bool made = v.n && (v.v[0]->kind == V_PAGINATOR || v.v[0]->kind == V_WAITER) && surface_option(s->does, S("args")).len;
        if (v.n && (v.v[0]->kind == V_REQUEST || made))
            v = surface_request(p, s, v.v[0], call);
        return v;
    }
    if (str_eq(verb, S("client")) || str_eq(verb, S("resource")))
        return surface_client(p, s, call, 0, region);
    if (str_eq(verb, S("module"))) {
        const Facts *f = p->files[call.file].f;
        ArgId first = call.expr ? EXPR(f, call.expr)->args : 0;
        Str told = first ? loaded_module(p->a, f, ARG(f, first)->value) : (Str){0};
        return required_module(p, call.file, told.len ? values_text(p->a, told, 0) : surface_source(p, what, s, call, 0, &found));
    }
    if (str_eq(verb, S("env")))
        return environment(p, s, call);
    if (str_eq(verb, S("self"))) {
        if (recv && ro.len && (recv->kind == V_OBJECT || recv->kind == V_CLIENT)) {
            Value *o = new(p->a, Value, 1);
            *o = *recv;
            o->region = region;
            recv = o;
        }
        return recv ? values_one(p->a, recv) : UNKNOWN_VALUES;
    }
    if ((str_eq(verb, S("set")) || str_eq(verb, S("entry")) || str_eq(verb, S("read")) || str_eq(verb, S("gather"))) && recv) {
        bool reads = !call.expr || !EXPR(p->files[call.file].f, call.expr)->nargs;
        return reads ? builder_get(p, s, recv) : values_one(p->a, builder_set(p, s, recv, call, false));
    }
    if (str_eq(verb, S("fill")) && recv && call.expr)
        return builder_filled(p, recv, call);
    if (str_eq(verb, S("structure"))) {
        Values v = structure_new(p, s->sdk);
        set_from_words(p, s, (Value *)(uintptr_t)v.v[0], recv, call);
        return v;
    }
    if (str_eq(verb, S("constant")))
        return surface_constant(p, s, call);
    if (str_eq(s->does, S("mutate plus")) && recv)
        return values_plus(p, values_one(p->a, recv), surface_source(p, S("@0"), s, call, 0, &found));
    if (str_eq(verb, S("mutate")) && str_eq(surface_word(s->does, 2), S("pair")) && recv) { /* what was put there before, or is now; whether it was */
        Value *pair = value_new(p->a, V_LIST);
        list_add(p, pair, values_union(p->a, map_get_call(p, recv, call), surface_source(p, S("@1"), s, call, 0, &found)));
        list_add(p, pair, UNKNOWN_VALUES);
        return values_one(p->a, pair);
    }
    if (str_eq(verb, S("calls")))
        return callback_call(p, s, recv, call);
    if (str_eq(verb, S("runs")))
        return run_results(p, s, call);
    if (str_eq(verb, S("value")))
        return value_call(p, s, recv, call);
    if (str_eq(verb, S("paginator")) || str_eq(verb, S("waiter"))) {
        Values names = surface_source(p, what, s, call, 0, &found);
        Values out = {0};
        for (i32 i = 0; i < names.n && recv; i++)
            out = values_union(p->a, out, made_by_name(p, verb.s[0] == 'p', recv, value_text(names.v[i])));
        return out.n ? out : UNKNOWN_VALUES;
    }
    if (str_eq(verb, S("op")) && surface_option(s->does, S("gives")).len) {
        Values v = surface_make(p, s, surface_option(s->does, S("gives")), region);
        if (v.n && v.v[0]->kind == V_OBJECT) {
            Value *o = new(p->a, Value, 1);
            *o = *v.v[0];
            set_from_words(p, s, o, recv, call);
            v = values_one(p->a, o);
        }
        return v;
    }
    if (str_eq(verb, S("op")) || str_eq(verb, S("perform")) || str_eq(verb, S("presign")) || str_eq(verb, S("named")) || str_eq(verb, S("send")))
        return values_extern(p->a, S("sdk()"));
    return values_extern(p->a, str_cat(p->a, s->path, S("()")));
}

Values surface_request(Project *p, const Surface *s, const Value *request, Site call)
{
    Value *v = new(p->a, Value, 1);
    *v = *request;
    v->hash = 0;
    Str source = surface_option(s->does, S("args"));
    bool found;
    if (source.len)
        map_merge(p, v, surface_source(p, source, s, call, 0, &found), false);
    else
        map_merge(p, v, values_one(p->a, call_map(p, call, 0)), false);
    set_from_words(p, s, v, 0, call);
    return values_one(p->a, v);
}
