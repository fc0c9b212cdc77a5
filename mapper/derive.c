/* derive.c: tables that follow from other tables, made with the image, so that a start has nothing to collect. All of it is about names: the
 * resolver asks of every call in every program whether its name can mean something in an SDK.
 *
 * sdkword     names with a part in any language: `maker` (makes clients or resources), `mutator` (changes its receiver), `loader` (loads a
 *             module: require), `getter` (gets a member by its name: getattr), `helper` (rows $helper.NAME, $promise.NAME), `invoker` (calls a
 *             function: "$function.NAME value invoke"), `generator` (a package whose annotations generate setters), `settershead` and
 *             `setterstail` (what the name of a setter has lost and what it has beside the member's), `holder` (ends of the names of members that
 *             hold a request), `filler` (fills what it is given: Decode(&x)), `global` (an SDK where nobody declares it: AWS in a page that loads it)
 * sdkverb     a language's names that may perform an operation: `name`, with the package of the library that has it (empty: it
 *             may come from anywhere); `affix` (what stands around an operation's own name:
 *             WaitUntil{Waiter}, {Operation}WithContext); `head` (what stands before it in a name: paginate{Operation});
 *             and paths that only code which uses an SDK names: `module`, and `modules` for what stands before a placeholder;
 *             `package`: how packages of services begin, with the pattern that those of known services fit; `request`: the same of
 *             requests, with the pattern of all of them
 * sdkpattern  rows of `sdk` whose path has a placeholder, with what stands before it
 */
#include "derive.h"

/* Whether calling what a row describes can perform an operation. */
static bool performs(Str does)
{
    static const Str verbs[] = {S_INIT("op "), S_INIT("perform"), S_INIT("presign"), S_INIT("named "), S_INIT("send"), S_INIT("positional"), S_INIT("operation"),
                                S_INIT("paginator"), S_INIT("waiter")};
    for (iz i = 0; i < COUNTOF(verbs); i++)
        if (str_starts(does, verbs[i]))
            return true;
    return false;
}

static void derive_words(Derive *d, Str path, Str does, Str name)
{
    if (str_starts(path, S("$function.")) && str_eq(does, S("value invoke")))
        d->word(d, S("invoker"), name);
    if (str_starts(path, S("builtins.")) && str_starts(does, S("type client"))) {
        Str global = str_from(path, S("builtins.").len);
        iz dot = str_find_u8(global, '.');
        d->word(d, S("global"), dot < 0 ? global : str_head(global, dot));
    }
    if (str_starts(path, S("$helper.")) || str_starts(path, S("$promise.")))
        d->word(d, S("helper"), name);
    if (str_eq(does, S("setters")) || str_starts(does, S("setters ")))
        d->word(d, S("generator"), str_head(path, path.len - name.len - 1));
    Str rest = does, word;
    if (str_starts(does, S("affixes ")))
        for (int i = 0; str_cut(&rest, ' ', &word); i++) {
            static const Str kinds[] = {S_INIT(""), S_INIT("settershead"), S_INIT("setterstail"), S_INIT("holder")};
            Str one;
            while (i && i < (int)COUNTOF(kinds) && str_cut(&word, ',', &one))
                d->word(d, kinds[i], one);
        }
    if (str_starts(does, S("module")))
        d->word(d, S("loader"), name);
    if (str_eq(does, S("value getattr")))
        d->word(d, S("getter"), name);
    if (str_eq(does, S("fills")))
        d->word(d, S("filler"), name);
    if (str_starts(does, S("mutate")))
        d->word(d, S("mutator"), name);
    if (str_starts(does, S("client ")) || str_starts(does, S("resource ")))
        d->word(d, S("maker"), name);
}

/* --- which library's name it is --- */

typedef struct {
    i32 row, next;
} Mention;

/* Rows by the objects that they mention ("$s3fs"), in one list for each. */
typedef struct {
    Arena *a;
    const SdkRow *rows;
    Map heads; /* language and object to its newest Mention */
    VEC(Mention) all;
} Mentions;

static bool name_char(u8 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* "$s3fs" of "$s3fs.open". */
static Str object_at(Str s)
{
    iz n = 1;
    while (n < s.len && name_char(s.s[n]))
        n++;
    return str_head(s, n);
}

static Str object_key(Arena *a, Str sdk, Str object)
{
    return str_cat3(a, sdk, S("\t"), object);
}

static void mention(Mentions *m, i32 row)
{
    for (Str rest = m->rows[row].does; rest.len;) {
        iz at = str_find_u8(rest, '$');
        if (at < 0)
            return;
        Str object = object_at(str_from(rest, at));
        i32 *head = map_at(m->a, &m->heads, object_key(m->a, m->rows[row].sdk, object));
        *(Mention *)vec_push(m->a, &m->all) = (Mention){row, *head};
        *head = (i32)m->all.n - 1;
        rest = str_from(rest, at + object.len);
    }
}

/* The package or module in which the path is: "aws_lambda_powertools.utilities.parameters" of that and ".SSMProvider". Empty: nothing need be
 * imported. */
static Str library_of(Str path)
{
    iz n = 0;
    if (str_starts(path, S("builtins.")))
        return (Str){0};
    for (iz i = 0; i < path.len; i++) {
        bool first = i == 0 || path.s[i - 1] == '.' || path.s[i - 1] == '/';
        if (path.s[i] == '{' || (first && path.s[i] >= 'A' && path.s[i] <= 'Z'))
            break;
        if (path.s[i] == '.' || path.s[i] == '/')
            n = i;
    }
    return str_head(path, n);
}

/* The libraries from which an object can come; false: it may be there without any. */
static bool libraries_of(Mentions *m, Str sdk, Str object, Map *seen, StrVec *out)
{
    i32 *known = map_at(m->a, seen, object);
    bool any = false;
    if (*known >= 0)
        return true;
    *known = 0;
    for (i32 i = map_get(&m->heads, object_key(m->a, sdk, object)); i >= 0; i = m->all.v[i].next) {
        Str path = m->rows[m->all.v[i].row].path, library = library_of(path);
        any = true;
        if (path.s[0] == '$' ? !libraries_of(m, sdk, object_at(path), seen, out) : !library.len)
            return false;
        if (path.s[0] != '$')
            *(Str *)vec_push(m->a, out) = library;
    }
    return any;
}

/* A name that performs an operation, for each library that has it; for none, whatever is imported. */
static void derive_name(Derive *d, Mentions *m, const SdkRow *row, Str name)
{
    StrVec all = {0};
    Map seen = {0};
    bool object = str_starts(row->path, S("$"));
    Str own = object ? (Str){0} : library_of(row->path);
    if (own.len)
        *(Str *)vec_push(m->a, &all) = own;
    if ((object && !libraries_of(m, row->sdk, object_at(row->path), &seen, &all)) || !all.n) {
        d->verb(d, row->sdk, S("name"), name, (Str){0});
        return;
    }
    for (iz i = 0; i < all.n; i++)
        d->verb(d, row->sdk, S("name"), name, all.v[i]);
}

static void derive_verbs(Derive *d, Mentions *m, const SdkRow *row, Str name)
{
    Str sdk = row->sdk, path = row->path, does = row->does;
    iz open = str_find_u8(name, '{'), close = str_find_u8(name, '}');
    bool op = str_starts(does, S("op "));
    if (str_eq(does, S("fills")))
        return;
    derive_name(d, m, row, name);
    if (str_starts(path, S("$")) && (op || str_starts(does, S("perform"))) && open >= 0 && close > open && name.len > close - open + 1)
        d->verb(d, sdk, S("affix"), str_head(name, open), str_from(name, close + 1));
    if (open > 0 && op)
        d->verb(d, sdk, S("head"), str_head(name, open), (Str){0});
}

/* Paths that only code which uses the SDK names: not those of the standard library, and of libraries that may know AWS. */
static void derive_modules(Derive *d, Str sdk, Str path, Str does)
{
    static const Str others[] = {S_INIT("value"), S_INIT("other"), S_INIT("env"), S_INIT("object"), S_INIT("makes"), S_INIT("setting"), S_INIT("builder"), S_INIT("setters"), S_INIT("withers"), S_INIT("factory"), S_INIT("produces"),
                                 S_INIT("runs"), S_INIT("fields"), S_INIT("settings"), S_INIT("entry")};
    Str rest = does, verb = {0};
    str_cut(&rest, ' ', &verb);
    if (str_starts(path, S("$")) || str_starts(path, S("{")) || str_find(does, S(" when=")) >= 0 || str_starts(does, S("returns $inject")))
        return;
    if (str_eq(does, S("type map"))) /* the language's own */
        return;
    for (iz k = 0; k < COUNTOF(others); k++)
        if (str_eq(verb, others[k]))
            return;
    iz open = str_find_u8(path, '{');
    d->verb(d, sdk, open < 0 ? S("module") : S("modules"), open < 0 ? path : str_head(path, open), (Str){0});
}

static void derive_row(Derive *d, Mentions *m, const SdkRow *row)
{
    Str sdk = row->sdk, path = row->path, does = row->does;
    Str name = str_from(path, str_rfind_u8(path, '.') + 1);
    iz open = str_find_u8(path, '{');
    derive_words(d, path, does, name);
    if (open >= 0)
        d->pattern(d, sdk, path, str_head(path, open), does);
    derive_modules(d, sdk, path, does);
    if (str_starts(path, S("$services.")) && str_starts(does, S("services ")))
        d->verb(d, sdk, S("package"), str_from(path, S("$services.").len), str_from(does, S("services ").len));
    if (str_starts(path, S("$operations.")) && str_starts(does, S("operations ")))
        d->verb(d, sdk, S("request"), str_from(path, S("$operations.").len), str_from(does, S("operations ").len));
    if (performs(does))
        derive_verbs(d, m, row, name);
}

void derive_rows(Derive *d, Arena *a, const SdkRow *rows, iz n)
{
    Mentions m = {.a = a, .rows = rows};
    for (iz i = 0; i < n; i++)
        mention(&m, (i32)i);
    for (iz i = 0; i < n; i++)
        derive_row(d, &m, &rows[i]);
}
