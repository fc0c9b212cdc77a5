/* denied_scan.c: the sentences and envelopes in which AWS refuses (denied.h). One pass over clean text: at the start of each word the triggers
 * are compared; what a trigger announces is parsed where it stands.
 *
 * An envelope ("An error occurred (AccessDenied) when calling the ListBuckets operation:") is kept until it is known whether a sentence
 * follows. If one does, it gives that its operation; if none does, the envelope itself is the denial. */
#include "mapper/denied_scan.h"

/* The end of `pattern` (lower case; a blank is any white space) at `at`, or -1. */
iz scan_words(Str in, iz at, Str pattern)
{
    for (iz i = 0; i < pattern.len; i++) {
        if (at >= in.len)
            return -1;
        if (pattern.s[i] == ' ') {
            if (!scan_blank(in.s[at]))
                return -1;
            while (at < in.len && scan_blank(in.s[at]))
                at++;
        } else if (scan_low(in.s[at++]) != pattern.s[i]) {
            return -1;
        }
    }
    return at;
}

bool scan_eat(Str in, iz *at, Str pattern)
{
    iz e = scan_words(in, *at, pattern);
    if (e >= 0)
        *at = e;
    return e >= 0;
}

iz scan_skip_blanks(Str in, iz at)
{
    while (at < in.len && scan_blank(in.s[at]))
        at++;
    return at;
}

Str scan_part(Str in, iz from, iz to)
{
    return str_head(str_from(in, from), to - from);
}

/* The word before `at`: *from is where it starts, *to where it ends. */
Str scan_word_before(Str in, iz at, iz *from)
{
    while (at > 0 && scan_blank(in.s[at - 1]))
        at--;
    iz e = at;
    while (at > 0 && e - at < TOKEN_MAX && !scan_blank(in.s[at - 1]))
        at--;
    *from = at;
    return scan_part(in, at, e);
}

/* The sentence as one line. */
Str scan_one_line(Arena *a, Str s)
{
    Buf b = {.a = a};
    for (iz i = 0; i < s.len; i++) {
        if (!scan_blank(s.s[i]))
            buf_u8(&b, s.s[i]);
        else if (b.n && b.v[b.n - 1] != ' ')
            buf_u8(&b, ' ');
    }
    return str_trim(buf_done(&b));
}

/* ---------------------------------------------------------------- adding */

void scan_add(Scan *c, Denial *d, iz from, iz to)
{
    Search *s = c->s;
    d->off = s->off + clean_raw(&c->clean, from);
    d->end = s->off + clean_raw(&c->clean, to);
    if (!d->text.len)
        d->text = scan_one_line(s->a, scan_part(c->in, from, to));
    Denial *in = search_add(s, d);
    c->last = to;
    c->last_at = (i32)(in - s->out->v);
}

void scan_from_envelope(Scan *c, Denial *d)
{
    if (!c->env.on)
        return;
    d->code = c->env.code;
    d->operation = c->env.operation;
    d->service = c->env.service.len ? table_service(c->t, c->env.service) : (Str){0};
}

/* The end of a message that has no form of its own. */
static iz message_end(Str in, iz at)
{
    iz e = at;
    while (e < in.len && e - at < NEAR && in.s[e] != '\n' && in.s[e] != '"' && in.s[e] != '<' && in.s[e] != '(')
        e++;
    return e;
}

/* The envelope held no sentence. */
void scan_flush(Scan *c)
{
    Pending e = c->env;
    if (!e.on)
        return;
    Str other = code_other(c->t, e.code);
    if (!other.len && !code_refuses(c->t, e.code)) {
        c->env.on = false;
        return;
    }
    Denial d = {0};
    scan_from_envelope(c, &d);
    if (other.len) {
        d.kind = DENIAL_NOT_IAM;
        d.why = other;
    } else {
        Str id;
        d.guessed = true;
        if (operation_action(c->s->a, c->t, e.service, e.operation, &id, &d.action, &d.action_listed))
            d.service = id;
    }
    c->env.on = false;
    scan_add(c, &d, e.off, message_end(c->in, e.msg));
}

void scan_envelope(Scan *c, iz off, iz msg, Str code, Str service, Str operation)
{
    scan_flush(c);
    c->env = (Pending){true, off, msg, code, service, operation};
}

/* Does the waiting envelope hold a sentence that starts at `at`? Then it is used up; else it is a denial of its own. */
bool scan_held(Scan *c, iz at)
{
    bool yes = c->env.on && at >= c->env.off && at - c->env.msg <= NEAR;
    if (!yes)
        scan_flush(c);
    return yes;
}

/* ---------------------------------------------------------------- principal */

static bool placeholder(Str s)
{
    for (iz i = 0; i < s.len; i++)
        switch (s.s[i]) {
        case '<': case '>': case '%': case '{': case '}': case '$': case '[': case ']':
            return true;
        default:
            break;
        }
    return s.len == 0;
}

Str scan_bare(Str s)
{
    while (s.len && (s.s[0] == '"' || s.s[0] == '\'' || s.s[0] == '(' || s.s[0] == '[' || s.s[0] == '`'))
        s = str_from(s, 1);
    while (s.len && (s.s[s.len - 1] == '"' || s.s[s.len - 1] == '\'' || s.s[s.len - 1] == ']' || s.s[s.len - 1] == '`'))
        s.len--;
    return s;
}

/* The principal before `at`; *from moves to the start of the sentence. False: what stands there shows that this is no denial. */
static bool principal_before(Scan *c, iz at, iz *from, Principal *p)
{
    iz w, u;
    Str word = scan_word_before(c->in, at, &w), before = scan_word_before(c->in, w, &u);
    *from = at;
    iz arn = str_find(word, S("arn:"));
    if (arn < 0 && w > 0 && c->in.s[w - 1] == '\n' && str_starts(before, S("arn:aws"))) {
        /* a terminal broke the line within the name */
        word = str_cat(c->s->a, before, word);
        w = u;
        before = scan_word_before(c->in, w, &u);
        arn = 0;
    }
    if (arn >= 0) {
        *p = principal_parse(c->s->a, scan_bare(str_from(word, arn)));
        *from = w + arn;
        if (str_ends(str_head(word, arn), S("User:")))
            *from -= 5;
    } else if (str_ends(before, S("User:")) || str_ends(before, S("accountId:")) || str_ends(before, S("Principal:"))) {
        Str name = scan_bare(word);
        if (placeholder(name))
            return false;
        *p = principal_parse(c->s->a, name);
    } else {
        return true;
    }
    if (str_ends(before, S("User:"))) {
        *from = u + before.len - 5;
    } else if (str_ends(before, S("accountId:"))) {
        iz x;
        Str with = scan_word_before(c->in, u, &x);
        *from = str_ieq(with, S("with")) ? x : u;
        Str user = scan_word_before(c->in, x, &u);
        *from = str_ends(user, S("User")) ? u + user.len - 4 : *from;
    }
    return arn >= 0 || p->kind != PRINCIPAL_OTHER || !placeholder(p->text);
}

/* ---------------------------------------------------------------- resource */

/* What may follow a resource that is not in quotes. */
static bool reason_at(Str in, iz at)
{
    return scan_words(in, at, S("because no ")) >= 0 || scan_words(in, at, S("because public ")) >= 0 || scan_words(in, at, S("with an explicit deny")) >= 0;
}

static iz token_end(Str in, iz at)
{
    while (at < in.len && !scan_blank(in.s[at]) && in.s[at] != '"' && in.s[at] != '<')
        at++;
    return at;
}

/* Where the resource that starts at `at` ends: at the reason, if one comes in this sentence, else at the first white space. */
static iz resource_end(Str in, iz at)
{
    iz first = token_end(in, at);
    for (iz i = first; i < in.len && i - at < RESOURCE_MAX / 4; i++) {
        u8 ch = in.s[i];
        if (ch == '"' || ch == '<' || ch == '(' || scan_words(in, i, S("user: ")) >= 0 || scan_words(in, i, S(". ")) >= 0)
            break;
        if (scan_blank(ch) && reason_at(in, scan_skip_blanks(in, i)))
            return i;
    }
    return first;
}

/* The quote that ends a quoted resource: one that something other than a name follows. */
static iz quote_end(Str in, iz at)
{
    for (iz i = at; i < in.len && i - at < RESOURCE_MAX; i++) {
        if (in.s[i] != '"')
            continue;
        u8 next = i + 1 < in.len ? in.s[i + 1] : ' ';
        if (scan_blank(next) || next == '"' || next == '.' || next == ',' || next == '}' || next == ')' || next == '<' || next == '\'' || next == ';')
            return i;
    }
    return -1;
}

Str scan_without_tail(Str s)
{
    bool stop = false;
    while (s.len) {
        u8 ch = s.s[s.len - 1];
        if (ch == '.' && stop)
            break;
        stop = stop || ch == '.';
        if (ch != '.' && ch != ',' && ch != ';' && ch != ')' && ch != '\'' && ch != '}' && ch != ']' && ch != '`')
            break;
        s.len--;
    }
    return s;
}

static const Str resource_words[] = {
    S_INIT(" on resource: "), S_INIT(" on resource:"), S_INIT(" on the resource: "), S_INIT(" on the following resource: "), S_INIT(" on resource "),
};

static const Str nothing_words[] = {
    S_INIT(" on this resource"), S_INIT(" on the specified resource"), S_INIT(" on the resource"), S_INIT(" on the requested resource"),
};

static const Str name_words[] = {
    S_INIT("role "), S_INIT("user "), S_INIT("group "), S_INIT("policy "), S_INIT("instance profile "), S_INIT("access key "),
};

static void resource_at(Scan *c, iz *at, Denial *d)
{
    Str in = c->in;
    iz i = *at;
    bool named = false;
    for (iz k = 0; k < COUNTOF(resource_words) && !named; k++)
        named = scan_eat(in, &i, resource_words[k]);
    if (!named) {
        for (iz k = 0; k < COUNTOF(nothing_words); k++)
            if (scan_eat(in, at, nothing_words[k]))
                return;
        if (!scan_eat(in, &i, S(" on ")))
            return;
        bool iam = false;
        for (iz k = 0; k < COUNTOF(name_words); k++)
            iam = iam || scan_words(in, i, name_words[k]) >= 0;
        if (!iam)
            return;
    }
    if (i >= in.len || scan_blank(in.s[i]))
        return;
    if (in.s[i] == '"') {
        iz e = quote_end(in, i + 1);
        if (e >= 0) {
            resource_set(d, c->s->a, scan_part(in, i + 1, e), true);
            *at = e + 1;
            return;
        }
        i++;
    }
    iz e = -1;
    for (iz k = 0; k < COUNTOF(name_words); k++) {
        iz n = scan_words(in, i, name_words[k]);
        if (n >= 0) {
            e = token_end(in, n);
            Str name = scan_without_tail(scan_part(in, n, e));
            resource_set(d, c->s->a, str_cat(c->s->a, name_words[k], name), false);
            *at = n + name.len;
            return;
        }
    }
    e = scan_words(in, i, S("arn:")) >= 0 ? resource_end(in, i) : token_end(in, i);
    Str text = scan_without_tail(scan_part(in, i, e));
    resource_set(d, c->s->a, text, false);
    *at = i + text.len;
}

/* ---------------------------------------------------------------- reason */

static DenialKind policy_at(Str in, iz *at)
{
    for (const PolicyName *p = policy_names; p->name.len; p++) {
        iz i = *at;
        bool all = true;
        for (iz k = 0; k < p->name.len && all; k++) {
            if (p->name.s[k] == ' ') {
                all = i < in.len && scan_blank(in.s[i]);
                i = scan_skip_blanks(in, i);
            } else {
                all = i < in.len && scan_low(in.s[i]) == scan_low(p->name.s[k]);
                i++;
            }
        }
        if (all) {
            *at = i;
            return p->kind;
        }
    }
    return DENIAL_UNSTATED;
}

static void article(Str in, iz *at)
{
    if (!scan_eat(in, at, S("an ")) && !scan_eat(in, at, S("a ")))
        scan_eat(in, at, S("the "));
}

static void reason_after(Scan *c, iz *at, Denial *d)
{
    Str in = c->in;
    iz i = *at;
    while (i < in.len && (scan_blank(in.s[i]) || in.s[i] == ',' || in.s[i] == '.' || in.s[i] == '"'))
        i++;
    if (scan_eat(in, &i, S("because public policies are prevented")) || scan_eat(in, &i, S("because public acls are prevented"))) {
        d->kind = DENIAL_NOT_IAM;
        d->why = S("Block Public Access of the bucket or account forbids it: change that setting, or write a policy that is not public");
        *at = token_end(in, i);
        while (*at < in.len && in.s[*at] != '"' && in.s[*at] != '\n' && *at - i < NEAR)
            ++*at;
        return;
    }
    if (scan_eat(in, &i, S("because no "))) {
        d->kind = policy_at(in, &i);
        iz e = scan_words(in, i, S(" allows the "));
        if (e >= 0) {
            e = token_end(in, e);
            iz f = scan_words(in, e, S(" action"));
            i = f >= 0 ? f : e;
        }
        *at = i;
    } else if (scan_eat(in, &i, S("with an explicit deny"))) {
        d->explicit_deny = true;
        *at = i;
        if (!scan_eat(in, &i, S(" in ")))
            return;
        article(in, &i);
        d->kind = policy_at(in, &i);
        *at = i;
        if (scan_eat(in, &i, S(": ")) || scan_eat(in, &i, S(":"))) {
            if (scan_words(in, i, S("arn:")) >= 0) {
                Str arn = scan_without_tail(scan_part(in, i, token_end(in, i)));
                d->policy_arn = arn;
                *at = i + arn.len;
            }
        }
    } else {
        return;
    }
    i = *at;
    if (scan_eat(in, &i, S(" transitively through "))) {
        article(in, &i);
        d->through = policy_at(in, &i);
        *at = i;
    }
}

/* ---------------------------------------------------------------- sentences */

/* "[User: P] is not authorized to perform[:] ACTION [on resource: R] [reason]", at "authorized". Returns where to go on. */
static iz sentence(Scan *c, iz at, iz after)
{
    Str in = c->in;
    iz from, w, i = after;
    Str not = scan_word_before(in, at, &w);
    if (!str_ieq(not, S("not")))
        return after;
    iz is_at;
    if (str_ieq(scan_word_before(in, w, &is_at), S("is")))
        w = is_at;
    Denial d = {0};
    if (!principal_before(c, w, &from, &d.principal))
        return after;
    bool known = d.principal.kind != PRINCIPAL_UNKNOWN;
    if (i < in.len && in.s[i] == ':')
        i++;
    i = scan_skip_blanks(in, i);
    while (i < in.len && (in.s[i] == '"' || in.s[i] == '\'' || in.s[i] == '`' || in.s[i] == '['))
        i++;
    if (scan_words(in, i, S("this operation")) >= 0) {
        iz e = scan_words(in, i, S("this operation"));
        Str you = scan_word_before(in, w, &is_at);
        if (!known && !str_ieq(you, S("are")))
            return after;
        if (!known && (scan_words(in, e, S(". user")) >= 0 || scan_words(in, e, S(" user")) >= 0))
            return e; /* the sentence comes next; the envelope waits for it */
        iz y;
        scan_word_before(in, is_at, &y); /* "You" */
        Str code = scan_word_before(in, y, &y);
        while (str_ends(code, S(":")))
            code.len--;
        if (!scan_held(c, from) && !known && !code_refuses(c->t, code))
            return e; /* any web application may say so */
        scan_from_envelope(c, &d);
        if (!c->env.on && code_refuses(c->t, code)) {
            d.code = code;
            from = y;
        }
        d.guessed = true;
        Str id;
        if (operation_action(c->s->a, c->t, c->env.service, c->env.operation, &id, &d.action, &d.action_listed))
            d.service = id;
        iz start = c->env.on ? c->env.off : from;
        c->env.on = false;
        scan_add(c, &d, start, e);
        return e;
    }
    iz e = i;
    while (e < in.len && (scan_alnum(in.s[e]) || in.s[e] == '-' || in.s[e] == ':' || in.s[e] == '*'))
        e++;
    Str action = scan_part(in, i, e);
    while (str_ends(action, S(":")))
        action.len--;
    d.action = action_letters(c->s->a, c->t, action, &d.action_listed);
    if (!d.action_listed && e + 1 < in.len && in.s[e] == '\n' && e > i) {
        /* a terminal broke the line within the action */
        iz f = e + 1;
        while (f < in.len && (scan_alnum(in.s[f]) || in.s[f] == '-' || in.s[f] == ':'))
            f++;
        bool listed;
        Str joined = str_cat(c->s->a, scan_part(in, i, e), scan_part(in, e + 1, f));
        Str letters = f > e + 1 ? action_letters(c->s->a, c->t, joined, &listed) : (Str){0};
        if (letters.len && listed) {
            d.action = letters;
            d.action_listed = true;
            e = f;
        }
    }
    bool arn = d.principal.account.len > 0;
    if (!d.action.len || (!d.action_listed && !arn))
        return after;
    if (scan_held(c, from)) {
        scan_from_envelope(c, &d);
        c->env.on = false;
    }
    while (e < in.len && (in.s[e] == '"' || in.s[e] == '\'' || in.s[e] == '`' || in.s[e] == ']'))
        e++;
    resource_at(c, &e, &d);
    reason_after(c, &e, &d);
    if (d.kind == DENIAL_UNSTATED && !d.explicit_deny && d.principal.kind == PRINCIPAL_UNKNOWN && str_find(d.action, S("WithWebIdentity")) > 0)
        d.kind = DENIAL_TRUST;
    scan_add(c, &d, from, e);
    return e;
}

/* "User: P is not authorized to access this resource", at "authorized". */
static iz no_action(Scan *c, iz at, iz after)
{
    iz w, from;
    Denial d = {0};
    if (!str_ieq(scan_word_before(c->in, at, &w), S("not")))
        return after;
    scan_word_before(c->in, w, &w);
    if (!principal_before(c, w, &from, &d.principal) || !d.principal.account.len)
        return after;
    if (scan_held(c, from)) {
        scan_from_envelope(c, &d);
        c->env.on = false;
    }
    scan_add(c, &d, from, after);
    return after;
}

/* "Principal [P] is not allowed to execute [A] on the resource", at "Principal [". */
static iz principal_form(Scan *c, iz at, iz after)
{
    Str in = c->in;
    iz e = after;
    while (e < in.len && in.s[e] != ']' && !scan_blank(in.s[e]))
        e++;
    Denial d = {.principal = principal_parse(c->s->a, scan_part(in, after, e))};
    if (!scan_eat(in, &e, S("] is not allowed to execute [")))
        return after;
    iz from = e;
    while (e < in.len && in.s[e] != ']' && !scan_blank(in.s[e]))
        e++;
    d.action = action_letters(c->s->a, c->t, scan_part(in, from, e), &d.action_listed);
    if (!d.action.len || !d.principal.account.len)
        return after;
    if (e < in.len)
        e++;
    if (scan_held(c, at)) {
        scan_from_envelope(c, &d);
        c->env.on = false;
    }
    resource_at(c, &e, &d);
    scan_add(c, &d, at, e);
    return e;
}

/* The blob after "Encoded authorization failure message:", perhaps wrapped. */
static iz encoded(Scan *c, iz at, iz after)
{
    Str in = c->in;
    Buf b = {.a = c->s->a};
    iz i = scan_skip_blanks(in, after), end = i;
    for (;;) {
        iz from = i;
        while (i < in.len && (scan_alnum(in.s[i]) || in.s[i] == '-' || in.s[i] == '_' || in.s[i] == '='))
            i++;
        Str chunk = scan_part(in, from, i);
        bool letters_only = true; /* a word of a sentence, not the rest of a blob */
        for (iz k = 0; k < chunk.len; k++)
            letters_only = letters_only && scan_low(chunk.s[k]) >= 'a' && scan_low(chunk.s[k]) <= 'z';
        if (!chunk.len || (b.n && letters_only && chunk.len < 16))
            break;
        buf_str(&b, chunk);
        end = i;
        iz next = scan_skip_blanks(in, i);
        if (next == i || chunk.len < 20)
            break;
        i = next;
    }
    if (b.n < ENCODED_MIN)
        return after;
    Str blob = buf_done(&b);
    if (c->last >= 0 && at - c->last <= 4 && !c->s->out->v[c->last_at].encoded.len) {
        c->s->out->v[c->last_at].encoded = blob;
        c->last = end;
        return end;
    }
    if (c->last >= 0 && at - c->last <= 4)
        return end;
    Denial d = {.encoded = blob, .guessed = true};
    if (scan_held(c, at)) {
        Str id;
        scan_from_envelope(c, &d);
        if (operation_action(c->s->a, c->t, c->env.service, c->env.operation, &id, &d.action, &d.action_listed))
            d.service = id;
        c->env.on = false;
    }
    d.text = S("Encoded authorization failure message");
    scan_add(c, &d, at, end);
    return end;
}

/* ---------------------------------------------------------------- the pass */

static const struct {
    Str words;
    iz (*run)(Scan *c, iz at, iz after);
} triggers[] = {
    {S_INIT("authorized to perform"), sentence},
    {S_INIT("authorized to access this resource"), no_action},
    {S_INIT("principal ["), principal_form},
    {S_INIT("encoded authorization failure message:"), encoded},
    {S_INIT("an error occurred ("), envelope_botocore},
    {S_INIT("a client error ("), envelope_old_cli},
    {S_INIT("operation error "), envelope_go_v2},
    {S_INIT("(service: "), envelope_java},
    {S_INIT("<code>"), envelope_xml},
    {S_INIT("aws::"), envelope_ruby},
    {S_INIT("error executing \""), envelope_php},
    {S_INIT("api: "), envelope_cloudformation},
    {S_INIT("accessdenied: access denied"), envelope_code_only},
};

/* A row of TBL_denialtext at `at`. Returns where to go on, or `at`. */
static iz phrase(Scan *c, iz at)
{
    for (u32 i = (u32)c->phrases[scan_low(c->in.s[at])] - 1; i < tbl_count(c->t, TBL_denialtext); i++) {
        Str text = tbl_get(c->t, TBL_denialtext, i, denialtext_phrase);
        if (text.s[0] != scan_low(c->in.s[at]))
            break;
        iz e = scan_words(c->in, at, text);
        if (e < 0)
            continue;
        Denial d = {0};
        iz from = at;
        if (scan_held(c, at)) {
            scan_from_envelope(c, &d);
            from = c->env.off;
            c->env.on = false;
        }
        d.action = tbl_get(c->t, TBL_denialtext, i, denialtext_action);
        d.action_listed = d.guessed = d.action.len > 0;
        d.why = tbl_get(c->t, TBL_denialtext, i, denialtext_why);
        d.kind = d.action.len ? DENIAL_UNSTATED : DENIAL_NOT_IAM;
        scan_add(c, &d, from, message_end(c->in, e));
        return e;
    }
    return at;
}

void search_text(Search *s, Str raw)
{
    Scan c = {.s = s, .t = s->t, .last = -1};
    bool first[256] = {0};
    c.clean = clean_text(s->a, raw);
    c.in = c.clean.text;
    for (iz i = 0; i < COUNTOF(triggers); i++)
        first[triggers[i].words.s[0]] = true;
    for (u32 i = tbl_count(s->t, TBL_denialtext); i-- > 0;)
        c.phrases[tbl_get(s->t, TBL_denialtext, i, denialtext_phrase).s[0]] = i + 1;
    for (iz i = 0; i < c.in.len;) {
        u8 ch = scan_low(c.in.s[i]);
        iz next = i;
        if ((first[ch] || c.phrases[ch]) && !(i && scan_alnum(c.in.s[i - 1]) && scan_alnum(ch))) {
            for (iz k = 0; k < COUNTOF(triggers) && next == i; k++) {
                iz e = triggers[k].words.s[0] == ch ? scan_words(c.in, i, triggers[k].words) : -1;
                if (e >= 0)
                    next = triggers[k].run(&c, i, e);
            }
            if (next == i && c.phrases[ch])
                next = phrase(&c, i);
        }
        i = next > i ? next : i + 1;
    }
    scan_flush(&c);
}
