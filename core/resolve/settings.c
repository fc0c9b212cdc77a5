/* settings.c: values from application.properties and application.yml (Spring, Micronaut, Quarkus), and where a framework puts them:
 * @Value("${app.bucket:default}"), classes of configuration properties, interfaces of configuration.
 *
 * Rows of the surface table: an annotation with `setting text ARG` (its argument holds placeholders), `setting key ARG` (it is a key) or
 * `setting prefix ARG|ARG` (of a class: its fields are keys below). A value that a file gives counts as the code saying it, of every profile;
 * a default in the code does not: deployment may set another. */
#include "settings.h"

#include "properties.h"

enum { NESTED_TEXT = 8 }; /* settings that name each other */

typedef struct {
    Str value;
    Str root;    /* folder of the module whose file it is */
    Source *src;
    u32 off;
    bool test;
    bool named; /* counts where code names the file */
    i32 next;
} Setting;

struct Settings {
    VEC(Setting) v;
    Map by_key; /* canonical key to first Setting */
    bool named; /* some count so */
    Map env;    /* flat name of an environment variable to index into envs */
    const Source *asking; /* the file whose placeholders are asked for; null: a source file's */
};

/* --- reading --- */

/* Relaxed names: letter case, dashes and underscores do not count. */
static Str canonical(Arena *a, Str key)
{
    Str low = str_lower(a, key);
    Buf b = {.a = a};
    for (iz i = 0; i < low.len; i++)
        if (low.s[i] != '-' && low.s[i] != '_')
            buf_u8(&b, low.s[i]);
    return buf_done(&b);
}

bool settings_file(Str path)
{
    static const Str names[] = {S_INIT("application"), S_INIT("bootstrap"), S_INIT("microprofile-config")};
    static const Str kinds[] = {S_INIT(".properties"), S_INIT(".yml"), S_INIT(".yaml")};
    Str name = str_from(path, str_rfind_u8(path, '/') + 1);
    bool is = false, kind = false;
    for (iz i = 0; i < COUNTOF(names); i++)
        is = is || (str_starts(name, names[i]) && name.len > names[i].len && (name.s[names[i].len] == '.' || name.s[names[i].len] == '-'));
    for (iz i = 0; i < COUNTOF(kinds); i++)
        kind = kind || str_ends(name, kinds[i]);
    return is && kind;
}

/* Other properties that code may load by their name; not those of build tools and logging, nor texts in a language (messages_de.properties). */
bool properties_file(Str path)
{
    static const Str others[] = {S_INIT("gradle"), S_INIT("log4j"), S_INIT("logging"), S_INIT("maven"), S_INIT("messages"), S_INIT("pom"), S_INIT("ValidationMessages")};
    Str name = str_from(path, str_rfind_u8(path, '/') + 1);
    if (!str_ends(name, S(".properties")))
        return false;
    for (iz i = 0; i < COUNTOF(others); i++)
        if (str_starts(name, others[i]))
            return false;
    Str stem = str_head(name, str_rfind_u8(name, '.'));
    return stem.len < 4 || stem.s[stem.len - 3] != '_';
}

bool maven_tests(Str path)
{
    return str_find(path, S("src/test/")) >= 0;
}

/* The folder of the module: above src/main/resources, or the file's own. */
static Str module_root(Str path)
{
    iz src = str_find(path, S("src/main/"));
    if (src < 0)
        src = str_find(path, S("src/test/"));
    if (src == 0 || (src > 0 && path.s[src - 1] == '/'))
        return str_head(path, src);
    return str_head(path, str_rfind_u8(path, '/') + 1);
}

static void load_file(Project *p, Settings *s, Str path, Str text)
{
    Properties all = {0};
    Source *src = new(p->keep, Source, 1);
    src->path = path;
    src->text = text;
    source_where(p->keep, src, 0); /* parts are resolved in several threads: the lines are found here */
    if (str_ends(path, S(".properties")))
        properties_read(p->keep, text, &all);
    else
        yaml_read(p->keep, text, &all);
    if (all.cut && p->diags)
        diag_add(p->diags, DIAG_config_cut, src, all.cut - 1, (Str){0});
    for (iz i = 0; i < all.n; i++) {
        Str key = all.v[i].key;
        if (key.s[0] == '%') /* %dev.key of Quarkus: a profile */
            key = str_from(key, str_find_u8(key, '.') + 1);
        i32 *head = map_at(p->keep, &s->by_key, canonical(p->keep, key));
        Setting x = {.value = all.v[i].value, .root = module_root(path), .src = src, .off = all.v[i].off, .next = *head};
        x.test = maven_tests(path);
        x.named = !settings_file(path);
        s->named = s->named || x.named;
        *head = (i32)s->v.n;
        *(Setting *)vec_push(p->keep, &s->v) = x;
    }
}

void settings_load(Project *p)
{
    bool any = false;
    for (i32 i = 0; i < p->nfiles; i++)
        any = any || p->heads[i].traits & TRAIT_MODULES_CLASSES;
    if (!any)
        return;
    p->settings = new(p->keep, Settings, 1);
    for (iz i = p->configs.n; i-- > 0;)
        if (settings_file(p->config_paths.v[i]) || properties_file(p->config_paths.v[i]))
            load_file(p, p->settings, p->config_paths.v[i], p->configs.v[i]);
    for (iz i = 0; i < p->envs.n; i++)
        map_put(p->keep, &p->settings->env, str_plain(p->keep, p->envs.v[i].name), (i32)i);
}

/* --- keys --- */

/* APP_BUCKETNAME: the environment variable that sets app.bucket-name. */
static Str variable_of(Project *p, Str key)
{
    Buf b = {.a = p->a};
    for (iz i = 0; i < key.len; i++) {
        u8 c = key.s[i];
        if (c == '-')
            continue;
        buf_u8(&b, c >= 'a' && c <= 'z' ? (u8)(c - 32) : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ? c : '_');
    }
    return buf_done(&b);
}

/* at.expr 0: no place in a source file. */
static Origin *asked(Project *p, const Origin *from, Str what, Site at)
{
    Origin *o = new(p->a, Origin, 1);
    if (!at.expr) {
        o->from = from;
        o->what = what;
        return o;
    }
    *o = *origin_new(p, from, what, at.file, EXPR(p->files[at.file].f, at.expr)->off);
    return o;
}

static Values open_setting(Project *p, Str key, Site at)
{
    Origin *o = asked(p, 0, str_cat(p->a, S("configuration property "), text_known(key) ? key : S("?")), at);
    o->variable = text_known(key) ? variable_of(p, key) : (Str){0};
    return values_text(p->a, TEXT_UNKNOWN, o);
}

static Values text_at(Project *p, Str text, Site at, const Origin *from, int depth);

/* "classpath:conf/x.properties": x.properties. */
static Str after_last(Str path)
{
    iz slash = str_rfind_u8(path, '/'), colon = str_rfind_u8(path, ':');
    return str_from(path, (slash > colon ? slash : colon) + 1);
}

/* Names of files of properties that texts in the part's code end in. */
static const Map *named_files(Project *p)
{
    if (p->property_files_known || !p->settings->named)
        return &p->property_files;
    p->property_files_known = true;
    for (i32 i = 0; i < p->nfiles; i++) {
        const Facts *f = p->files[i].f;
        for (iz k = 1; k < f->exprs.n && f->traits & TRAIT_MODULES_CLASSES; k++) {
            Str text = f->exprs.v[k].kind == EX_STRING ? f->exprs.v[k].str : (Str){0};
            if (str_ends(text, S(".properties")))
                map_put(p->keep, &p->property_files, after_last(text), 0);
        }
    }
    return &p->property_files;
}

static bool counts(Project *p, const Setting *x, bool test)
{
    Str name = str_from(x->src->path, str_rfind_u8(x->src->path, '/') + 1);
    return (!x->test || test) && (!x->named || map_get(named_files(p), name) >= 0);
}

/* The settings of a key that count for a file: of the innermost module that holds it, else of all. */
static Values of_files(Project *p, Str key, Site at, int depth)
{
    Settings *s = p->settings;
    Str path = s->asking ? s->asking->path : p->files[at.file].f->src->path;
    bool test = maven_tests(path);
    i32 first = map_get(&s->by_key, canonical(p->a, key));
    iz best = -1;
    int left = SETTING_VALUES;
    Values out = {0};
    for (i32 i = first; i >= 0; i = s->v.v[i].next)
        if (s->v.v[i].root.len > best && str_starts(path, s->v.v[i].root) && counts(p, &s->v.v[i], test))
            best = s->v.v[i].root.len;
    for (i32 i = first; i >= 0; i = s->v.v[i].next) {
        const Setting *x = &s->v.v[i];
        if (!counts(p, x, test) || (best >= 0 && !(x->root.len == best && str_starts(path, x->root))))
            continue;
        if (left == 0) {
            out.open |= OPEN_VALUES;
            break;
        }
        Origin *o = new(p->a, Origin, 1);
        o->what = str_cat3(p->a, key, S("="), x->value);
        o->src = x->src;
        o->off = x->off;
        left--;
        out = values_union(p->a, out, text_at(p, x->value, at, o, depth + 1));
    }
    return out;
}

static Values value_at(Project *p, Str key, Site at, int depth)
{
    Settings *s = p->settings;
    if (!s || !text_known(key) || depth > NESTED_TEXT || p->steps <= 0)
        return open_setting(p, key, at);
    p->steps--; /* values may name each other many times */
    i32 e = map_get(&s->env, str_plain(p->a, key));
    if (e >= 0) {
        const Value *v = p->envs.v[e].val.v[0];
        return values_text(p->a, v->text, asked(p, v->origin, key, at));
    }
    Values v = of_files(p, key, at, depth);
    return v.n ? v : open_setting(p, key, at);
}

/* The offset of the brace that closes the one before s, or -1. */
static iz closing(Str s)
{
    int deep = 0;
    for (iz i = 0; i < s.len; i++) {
        if (s.s[i] == '{')
            deep++;
        else if (s.s[i] == '}' && deep-- == 0)
            return i;
    }
    return -1;
}

/* "@project.version@": filled in by the build. */
static iz filtered(Str s)
{
    iz i = 1;
    while (i < s.len && ((s.s[i] >= 'a' && s.s[i] <= 'z') || (s.s[i] >= 'A' && s.s[i] <= 'Z') || (s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '.' || s.s[i] == '-' || s.s[i] == '_'))
        i++;
    return i > 1 && i < s.len && s.s[i] == '@' ? i + 1 : 0;
}

/* The text between the quotes that follow `head`: environment['x'], or a lone 'x' where head is empty. rest: what stands behind. */
static bool quoted(Str s, Str head, Str *in, Str *rest)
{
    if (!str_starts(s, head) || s.len < head.len + 2)
        return false;
    u8 q = s.s[head.len];
    Str body = str_from(s, head.len + 1);
    iz end = q == '\'' || q == '"' ? str_find_u8(body, q) : -1;
    if (end < 0)
        return false;
    *in = str_head(body, end);
    *rest = str_trim(str_from(body, end + 1));
    return true;
}

/* A part of an expression of Spring: 'text', ${key}, environment['key'], systemEnvironment['NAME']; anything else is not known. */
static Values spring_term(Project *p, Str s, Site at, const Origin *from, int depth)
{
    static const struct {
        Str head, tail;
        bool variable;
    } sources[] = {
        {S_INIT("environment["), S_INIT("]"), false}, {S_INIT("environment.getProperty("), S_INIT(")"), false},
        {S_INIT("@environment["), S_INIT("]"), false}, {S_INIT("@environment.getProperty("), S_INIT(")"), false},
        {S_INIT("systemEnvironment["), S_INIT("]"), true},
    };
    Str in = {0}, rest = {0};
    s = str_trim(s);
    iz elvis = str_find(s, S("?:"));
    if (elvis > 0)
        s = str_trim(str_head(s, elvis));
    for (iz i = 0; i < COUNTOF(sources); i++)
        if (quoted(s, sources[i].head, &in, &rest) && str_eq(rest, sources[i].tail))
            return sources[i].variable && at.expr ? env_value(p, in, at) : value_at(p, in, at, depth + 1);
    bool text = quoted(s, S(""), &in, &rest);
    bool plain = !rest.len || str_starts(rest, S(".split(")) || str_eq(rest, S(".trim()")) || str_eq(rest, S(".toString()"));
    if (text && plain)
        return text_at(p, in, at, from, depth + 1);
    if (!text && str_starts(s, S("${")) && s.s[s.len - 1] == '}')
        return text_at(p, s, at, from, depth + 1);
    return values_text(p->a, TEXT_UNKNOWN, 0);
}

/* Parts joined by +. */
static Values spring_expression(Project *p, Str s, Site at, const Origin *from, int depth)
{
    Values out = {0};
    iz start = 0;
    u8 quote = 0;
    int deep = 0;
    for (iz i = 0; i <= s.len; i++) {
        u8 c = i < s.len ? s.s[i] : '+';
        if (quote && i < s.len) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            deep++;
        } else if (c == ')' || c == ']' || c == '}') {
            deep--;
        } else if (i == s.len || (c == '+' && !deep)) {
            Values v = spring_term(p, str_head(str_from(s, start), i - start), at, from, depth);
            out = start ? values_concat(p->a, out, v) : v;
            start = i + 1;
        }
    }
    return out;
}

static Values text_at(Project *p, Str text, Site at, const Origin *from, int depth)
{
    Values out = values_text(p->a, S(""), from);
    bool whole = true;
    if (text.len > TEXT_MAX)
        return values_text(p->a, TEXT_UNKNOWN, from);
    while (text.len) {
        iz i = 0;
        while (i < text.len && !(i + 1 < text.len && text.s[i + 1] == '{' && (text.s[i] == '$' || text.s[i] == '#')) && !(text.s[i] == '@' && filtered(str_from(text, i))))
            i++;
        if (i) {
            out = values_concat(p->a, out, values_text(p->a, str_head(text, i), from));
            text = str_from(text, i);
            whole = false;
            continue;
        }
        if (text.s[0] == '@') {
            out = values_concat(p->a, out, values_text(p->a, TEXT_UNKNOWN, 0));
            text = str_from(text, filtered(text));
            continue;
        }
        iz end = closing(str_from(text, 2));
        Str in = str_head(str_from(text, 2), end < 0 ? text.len - 2 : end);
        Values v = values_text(p->a, TEXT_UNKNOWN, 0);
        if (text.s[0] == '$') {
            iz colon = str_find_u8(in, ':');
            Str key = str_trim(colon < 0 ? in : str_head(in, colon));
            v = str_find_u8(key, '$') >= 0 ? v : value_at(p, key, at, depth + 1);
        } else if (depth < NESTED_TEXT) {
            v = spring_expression(p, str_trim(in), at, from, depth + 1);
        }
        text = end < 0 ? (Str){0} : str_from(text, end + 3);
        out = whole && !text.len ? v : values_concat(p->a, out, v); /* alone: with its own origin */
        whole = false;
    }
    return out;
}

Values setting_value(Project *p, Str key, Site at)
{
    return value_at(p, key, at, 0);
}

Values property_value(Project *p, Str key, Values otherwise, Site at)
{
    Values v = p->settings && text_known(key) ? of_files(p, key, at, 0) : UNKNOWN_VALUES;
    bool any = p->settings && named_files(p)->n;
    return v.n ? v : any ? otherwise : values_text(p->a, TEXT_UNKNOWN, asked(p, 0, key, at));
}

Values configured_region(Project *p, Str service, Site at)
{
    Rows r = p->settings ? tbl_find2(p->t, TBL_sdk, p->files[at.file].f->lang, S("$region")) : (Rows){0};
    Str keys = r.n ? str_from(tbl_get(p->t, TBL_sdk, r.first, sdk_does), S("setting ").len) : (Str){0}, key;
    Values v = {0};
    while (!v.n && str_cut(&keys, ',', &key)) {
        iz hole = str_find(key, S("{service}"));
        if (hole >= 0)
            key = str_cat3(p->a, str_head(key, hole), service, str_from(key, hole + S("{service}").len));
        if (map_get(&p->settings->by_key, canonical(p->a, key)) >= 0)
            v = of_files(p, key, at, 0);
    }
    return v;
}

Values configured(Project *p, u32 file, Values v)
{
    if (!p->settings || !p->settings->v.n)
        return v;
    for (i32 i = 0; i < v.n; i++) {
        const Value *x = v.v[i];
        if ((x->kind != V_CLIENT && x->kind != V_OBJECT) || x->region.n || x->region.open)
            continue;
        Values region = configured_region(p, x->service, (Site){file, 0, 0});
        if (!region.n)
            continue;
        Value *c = new(p->a, Value, 1);
        *c = *x;
        c->hash = 0;
        c->region = region;
        v = v.n == 1 ? values_one(p->a, c) : values_add(p->a, v, c);
    }
    return v;
}

static Values setting_or(Project *p, Str key, Str otherwise, Site at)
{
    Values v = p->settings ? of_files(p, key, at, 0) : (Values){0};
    return v.n ? v : values_text(p->a, otherwise, 0);
}

/* OrderLine: order_line. */
static Str words_of(Arena *a, Str name, Str separator)
{
    Buf b = {.a = a};
    for (iz i = 0; i < name.len; i++) {
        bool upper = i + 1 < name.len && name.s[i + 1] >= 'A' && name.s[i + 1] <= 'Z';
        for (iz k = i; k <= i + upper; k++) {
            u8 c = name.s[k];
            if (k > i)
                buf_str(&b, separator);
            buf_u8(&b, c >= 'A' && c <= 'Z' ? (u8)(c + 32) : c);
        }
        i += upper;
    }
    return buf_done(&b);
}

Values table_of_class(Project *p, Str what, Site call, bool *found)
{
    Str keys[3] = {0}, type = what;
    for (iz i = 0; i < COUNTOF(keys); i++)
        str_cut(&type, ',', &keys[i]);
    *found = true;
    for (i32 i = 0; i < p->nfiles; i++)
        if (map_get(&p->files[i].imports, type) >= 0)
            return UNKNOWN_VALUES;
    Values out = {0}, separators = setting_or(p, keys[2], S("_"), call);
    FOR_ARGS(p->files[call.file].f, EXPR(p->files[call.file].f, call.expr), it) {
        Values v = eval(p, (Site){call.file, ARG(p->files[call.file].f, it)->value, call.frame});
        for (i32 i = 0; i < v.n; i++) {
            const Value *x = v.v[i];
            if (x->kind != V_INSTANCE && x->kind != V_CLASS)
                continue;
            Str name = p->files[x->file].f->scopes.v[x->scope].name;
            out = values_union(p->a, out, values_text(p->a, words_of(p->a, name, value_text(separators.v[0])), origin_new(p, 0, name, call.file, EXPR(p->files[call.file].f, call.expr)->off)));
        }
        if (out.n)
            break;
    }
    if (!out.n)
        return UNKNOWN_VALUES;
    out = values_concat(p->a, setting_or(p, keys[0], S(""), call), out);
    return values_concat(p->a, out, setting_or(p, keys[1], S(""), call));
}

Values setting_text(Project *p, Str text, Site at)
{
    return text_at(p, text, at, asked(p, 0, text, at), 0);
}

/* --- injection --- */

/* "a, b" or a[0], a[1] as a list, where the declared type is one. */
static Values as_declared(Project *p, Values v, Str key, const Facts *f, ExprId type, Site at)
{
    const Expr *t = EXPR(f, type);
    if (t->kind != EX_INDEX || !(str_eq(expr_simple_name(f, t->a), S("[]")) || type_is(p, f, expr_simple_name(f, t->a), S("list"))))
        return v;
    Value *l = value_new(p->a, V_LIST);
    for (i32 n = 0; n < SETTING_VALUES && key.len; n++) {
        Buf b = {.a = p->a};
        buf_str(&b, key);
        buf_u8(&b, '[');
        buf_int(&b, n);
        buf_u8(&b, ']');
        Values item = of_files(p, buf_done(&b), at, 0);
        if (!item.n)
            break;
        list_add(p, l, item);
    }
    for (i32 i = 0; i < v.n && !l->nitems; i++) {
        Str rest = value_text(v.v[i]), one;
        while (str_cut(&rest, ',', &one))
            list_add(p, l, values_text(p->a, str_trim(one), v.v[i]->origin));
    }
    return values_one(p->a, l);
}

static bool row_of(Project *p, u32 file, ExprId annotation, Surface *s)
{
    const Facts *f = p->files[file].f;
    const Expr *e = EXPR(f, annotation);
    Values v = eval(p, (Site){file, e->kind == EX_NEW ? e->a : annotation, 0});
    return v.n == 1 && v.v[0]->kind == V_EXTERN && surface_find(p, f->lang, v.v[0]->text, s);
}

static ExprId argument(const Facts *f, const Expr *e, Str names)
{
    Str one;
    while (str_cut(&names, '|', &one))
        FOR_ARGS(f, e, it)
            if (str_eq(ARG(f, it)->name, one))
                return ARG(f, it)->value;
    return 0;
}

/* What the annotations of a field or parameter inject. */
static Values injected(Project *p, u32 file, ArgId decorators, ExprId type)
{
    const Facts *f = p->files[file].f;
    for (ArgId it = decorators; it; it = ARG(f, it)->next) {
        ExprId a = ARG(f, it)->value;
        const Expr *e = EXPR(f, a);
        Surface s;
        if (e->kind != EX_NEW || !row_of(p, file, a, &s) || !str_eq(surface_word(s.does, 0), S("setting")))
            continue;
        Str how = surface_word(s.does, 1);
        ExprId arg = argument(f, e, surface_word(s.does, 2));
        if (!arg || str_eq(how, S("prefix")))
            continue;
        Site at = {file, a, 0};
        Values keys = eval(p, (Site){file, arg, 0}), out = {0};
        for (i32 i = 0; i < keys.n; i++) {
            Str t = value_text(keys.v[i]);
            bool text = str_eq(how, S("text"));
            Values v = !text_known(t) ? open_setting(p, t, at) : text ? setting_text(p, t, at) : setting_value(p, t, at);
            Str key = text && str_starts(t, S("${")) && str_find_u8(t, '}') == t.len - 1 ? (Str){t.s + 2, t.len - 3} : text ? (Str){0} : t;
            iz colon = str_find_u8(key, ':');
            out = values_union(p->a, out, as_declared(p, v, colon < 0 ? key : str_head(key, colon), f, type, at));
        }
        return out.n ? out : open_setting(p, TEXT_UNKNOWN, at);
    }
    return (Values){0};
}

/* The prefix of a class of configuration properties; false: it is none. at: its annotation. */
static bool prefix_of(Project *p, u32 file, ScopeId cls, Str *prefix, ExprId *at, int depth)
{
    const Facts *f = p->files[file].f;
    const Scope *c = &f->scopes.v[cls];
    FOR_LIST(f, c->decorators, it) {
        ExprId a = ARG(f, it)->value;
        Surface s;
        if (EXPR(f, a)->kind != EX_NEW || !row_of(p, file, a, &s) || !str_starts(s.does, S("setting prefix")))
            continue;
        ExprId arg = argument(f, EXPR(f, a), surface_word(s.does, 2));
        Values v = arg ? eval(p, (Site){file, arg, 0}) : (Values){0};
        if (v.n != 1 || !text_known(value_text(v.v[0])))
            return false;
        *prefix = value_text(v.v[0]);
        *at = a;
        return true;
    }
    ScopeId outer = c->parent; /* a part of such a class: below the field of its type */
    if (depth > 4 || f->scopes.v[outer].kind != SCOPE_CLASS || !prefix_of(p, file, outer, prefix, at, depth + 1))
        return false;
    const Scope *o = &f->scopes.v[outer];
    for (iz i = 0; i < f->facts.n; i++) {
        const Fact *x = &f->facts.v[i];
        if (x->kind == FACT_BIND && x->scope == outer && str_eq(expr_simple_name(f, x->type), c->name)) {
            *prefix = str_cat3(p->a, *prefix, S("."), expr_simple_name(f, x->target));
            return true;
        }
    }
    for (iz i = outer + 1; i < f->scopes.n && f->scopes.v[i].off < o->end; i++)
        for (u32 k = 0; k < f->scopes.v[i].nparams && f->scopes.v[i].parent == outer; k++) {
            const Param *q = &f->params.v[f->scopes.v[i].params + k];
            if (str_eq(expr_simple_name(f, q->type), c->name)) {
                *prefix = str_cat3(p->a, *prefix, S("."), q->name);
                return true;
            }
        }
    return false;
}

/* A key below a class of configuration properties, when its type is a plain one. */
static Values below(Project *p, u32 file, ScopeId cls, Str name, ExprId type, ScopeId scope)
{
    const Facts *f = p->files[file].f;
    Str prefix;
    ExprId at;
    if (!prefix_of(p, file, cls, &prefix, &at, 0))
        return (Values){0};
    Values t = type ? eval_type(p, file, type, scope) : (Values){0};
    for (i32 i = 0; i < t.n; i++)
        if (t.v[i]->kind != V_LIST && t.v[i]->kind != V_EXTERN)
            return (Values){0};
    Site from = {file, at, 0};
    Str key = prefix.len ? str_cat3(p->a, prefix, S("."), name) : name;
    return as_declared(p, setting_value(p, key, from), key, f, type, from);
}

Values field_setting(Project *p, u32 file, const Fact *x)
{
    const Facts *f = p->files[file].f;
    if (!p->settings || f->scopes.v[x->scope].kind != SCOPE_CLASS || x->flags & BIND_STATIC)
        return (Values){0};
    Values v = injected(p, file, x->decorators, x->type);
    return v.n ? v : below(p, file, x->scope, expr_simple_name(f, x->target), x->type, x->scope);
}

Values param_setting(Project *p, u32 file, ScopeId fn, const Param *q)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    if (!p->settings)
        return (Values){0};
    Values v = injected(p, file, q->decorators, q->type);
    bool ctor = s->flags & SCOPE_CONSTRUCTOR && f->scopes.v[s->parent].kind == SCOPE_CLASS;
    return v.n || !ctor ? v : below(p, file, s->parent, q->name, q->type, fn);
}

Values member_setting(Project *p, const Value *inst, Str name)
{
    const File *fl = &p->files[inst->file];
    const Facts *f = fl->f;
    if (!p->settings || (!f->scopes.v[inst->scope].decorators.head && f->scopes.v[f->scopes.v[inst->scope].parent].kind != SCOPE_CLASS))
        return (Values){0};
    for (i32 i = defs_in(fl, name, inst->scope); i >= 0; i = fl->def.v[i].next)
        if (fl->def.v[i].kind == DEF_BIND && f->facts.v[fl->def.v[i].fact].type)
            return field_setting(p, inst->file, &f->facts.v[fl->def.v[i].fact]);
    return (Values){0};
}

Values method_setting(Project *p, u32 file, ScopeId fn)
{
    const Facts *f = p->files[file].f;
    const Scope *s = &f->scopes.v[fn];
    if (!p->settings || !(f->scopes.v[s->parent].flags & SCOPE_INTERFACE) || s->nparams)
        return (Values){0};
    Str name = s->name;
    FOR_LIST(f, s->decorators, it) {
        const Expr *e = EXPR(f, ARG(f, it)->value);
        Surface row;
        if (e->kind == EX_NEW && row_of(p, file, ARG(f, it)->value, &row) && str_starts(row.does, S("setting name"))) {
            Values v = eval(p, (Site){file, argument(f, e, surface_word(row.does, 2)), 0});
            name = v.n == 1 ? value_text(v.v[0]) : name;
        }
    }
    return below(p, file, s->parent, name, s->returns, fn);
}

/* --- calls --- */

/* @SqsListener("jobs"): an annotation whose row says `op`. */
static void annotations(Project *p, u32 file, ArgId decorators)
{
    const Facts *f = p->files[file].f;
    for (ArgId it = decorators; it; it = ARG(f, it)->next) {
        ExprId a = ARG(f, it)->value;
        const Expr *e = EXPR(f, a);
        Surface s;
        values_reset(p, false);
        query_begin(p);
        if (e->kind != EX_NEW || !row_of(p, file, a, &s) || !str_starts(s.does, S("op ")))
            continue;
        Drafts d = {0};
        p->first_here = p->out.n;
        perform(p, &d, values_extern(p->a, s.path).v[0], (Site){file, a, 0}, 0);
        for (iz k = 0; k < d.n; k++) {
            d.v[k].via = S("annotation");
            if (!d.v[k].region.n && !d.v[k].region.open)
                d.v[k].region = configured_region(p, d.v[k].service, (Site){file, a, 0});
            emit_draft(p, &d.v[k], (Site){file, a, 0}, expr_simple_name(f, e->a), 0, EVIDENCE_EXACT);
        }
    }
}

/* One import of a property source: "optional:aws-parameterstore:/config/app;/config/all". */
static void property_source(Project *p, SdkCalls *out, const Setting *x, Str text, Str lang)
{
    Surface s;
    iz colon;
    Str one, op;
    if (str_starts(text, S("optional:")))
        text = str_from(text, 9);
    colon = str_find_u8(text, ':');
    if (colon <= 0 || !surface_find(p, lang, str_cat(p->a, S("$import."), str_head(text, colon)), &s))
        return;
    Str scheme = str_head(text, colon), rest = str_from(text, colon + 1), member = surface_word(s.does, 2), key = surface_word(s.does, 3);
    if (str_eq(key, S("-")))
        key = (Str){0};
    while (str_cut(&rest, ';', &one)) {
        Str ops = surface_word(s.does, 1);
        iz mark = str_find_u8(one, '?');
        Origin *o = new(p->a, Origin, 1);
        *o = (Origin){.what = text, .src = x->src, .off = x->off};
        one = mark < 0 ? one : str_head(one, mark);
        query_begin(p);
        p->settings->asking = x->src;
        Values v = text_at(p, str_trim(one), (Site){0, 0, 0}, o, 0);
        p->settings->asking = 0;
        while (str_cut(&ops, ',', &op)) {
            iz at = str_find_u8(op, ':');
            Value *m = value_new(p->a, V_MAP);
            for (i32 i = 0; i < v.n; i++) {
                Str t = value_text(v.v[i]);
                iz slash = key.len ? str_find_u8(t, '/') : -1;
                map_put_value(p, m, values_text(p->a, member, 0), values_text(p->a, slash < 0 ? t : str_head(t, slash), o), false);
                if (slash >= 0)
                    map_put_value(p, m, values_text(p->a, key, 0), values_text(p->a, str_from(t, slash + 1), o), false);
            }
            Str extra;
            for (int k = 4; (extra = surface_word(s.does, k)).len; k++) { /* WithDecryption=true */
                iz eq = str_find_u8(extra, '=');
                Value *yes = value_new(p->a, V_BOOL);
                yes->text = str_from(extra, eq + 1);
                map_put_value(p, m, values_text(p->a, str_head(extra, eq), 0), values_one(p->a, yes), false);
            }
            SdkCall *c = vec_push(p->keep, out);
            *c = (SdkCall){.sdk = lang, .service = str_head(op, at), .operation = str_from(op, at + 1), .written = scheme, .via = S("configuration")};
            *(Str *)vec_push(p->keep, &c->services) = c->service;
            Str line = str_from(x->src->text, x->off);
            iz end = str_find_u8(line, '\n');
            c->src = x->src;
            c->off = x->off;
            c->text = str_trim(end < 0 ? line : str_head(line, end));
            c->end = x->off + (u32)(end < 0 ? line.len : end);
            c->args = arg_of_values(p, values_one(p->a, m), 0);
        }
    }
}

void emit_annotations(Project *p)
{
    for (i32 i = 0; i < p->nfiles; i++)
        if (p->files[i].f->traits & TRAIT_MODULES_CLASSES && p->files[i].sdk) {
            const Facts *f = p->files[i].f;
            for (iz k = 1; k < f->scopes.n; k++)
                annotations(p, (u32)i, f->scopes.v[k].decorators.head);
            for (iz k = 0; k < f->params.n; k++)
                annotations(p, (u32)i, f->params.v[k].decorators);
            for (iz k = 0; k < f->facts.n; k++)
                if (f->facts.v[k].kind == FACT_BIND)
                    annotations(p, (u32)i, f->facts.v[k].decorators);
        }
}

void emit_imports(Project *w, SdkCalls *out)
{
    Surface s;
    Str lang = {0};
    for (i32 i = 0; i < w->nfiles && !lang.len; i++)
        if (w->heads[i].traits & TRAIT_MODULES_CLASSES)
            lang = w->heads[i].lang;
    if (!w->settings || !surface_find(w, lang, S("$imports"), &s))
        return;
    Str keys = surface_word(s.does, 1), key;
    while (str_cut(&keys, ',', &key))
        for (i32 n = -1; n < SETTING_VALUES * 4; n++) { /* a text with commas, or a list */
            Buf b = {.a = w->a};
            buf_str(&b, canonical(w->a, key));
            if (n >= 0) {
                buf_u8(&b, '[');
                buf_int(&b, n);
                buf_u8(&b, ']');
            }
            i32 i = map_get(&w->settings->by_key, buf_done(&b));
            if (i < 0 && n >= 0)
                break;
            for (; i >= 0; i = w->settings->v.v[i].next) {
                const Setting *x = &w->settings->v.v[i];
                Str rest = x->value, one;
                while (!x->test && str_cut(&rest, ',', &one))
                    property_source(w, out, x, str_trim(one), lang);
            }
        }
}
