/* pattern.c: see pattern.h. Containment is first tried by matching symbol against symbol, which proves most cases; then two texts of
 * inner are tried on outer, which refutes most others; what remains is decided by walking both automata together. */
#include "pattern.h"

#include <string.h>

#include "core/base/map.h"

enum { WORK_LIMIT = 20000, STEP_LIMIT = 200 << 20, WITNESS_LIMIT = 1 << 20, FRESH = 259 };

static Pattern room(Arena *a, Str s)
{
    return (Pattern){new(a, u16, s.len + 1), 0};
}

/* Runs of wildcards: the single ones first, then one run. Makes equal sets equal. */
static void tidy(Pattern *p)
{
    iz n = 0;
    for (iz i = 0; i < p->n;) {
        if (p->v[i] != PAT_ONE && p->v[i] != PAT_RUN) {
            p->v[n++] = p->v[i++];
            continue;
        }
        bool run = false;
        for (; i < p->n && (p->v[i] == PAT_ONE || p->v[i] == PAT_RUN); i++) {
            if (p->v[i] == PAT_ONE)
                p->v[n++] = PAT_ONE;
            else
                run = true;
        }
        if (run)
            p->v[n++] = PAT_RUN;
    }
    p->n = n;
}

Pattern pattern_iam(Arena *a, Str s)
{
    Pattern p = room(a, s);
    for (iz i = 0; i < s.len; i++) {
        u8 c = s.s[i];
        u16 sym = c == '*' ? PAT_RUN : c == '?' ? PAT_ONE : c;
        if (c == '$' && i + 1 < s.len && s.s[i + 1] == '{') {
            Str rest = str_from(s, i + 2);
            iz end = str_find_u8(rest, '}');
            if (end >= 0) {
                Str name = str_head(rest, end);
                bool self = name.len == 1 && (name.s[0] == '*' || name.s[0] == '?' || name.s[0] == '$');
                sym = self ? name.s[0] : PAT_VAR;
                i += end + 2;
            }
        }
        p.v[p.n++] = sym;
    }
    tidy(&p);
    return p;
}

Pattern pattern_glob(Arena *a, Str s)
{
    Pattern p = room(a, s);
    for (iz i = 0; i < s.len; i++)
        p.v[p.n++] = s.s[i] == '*' ? PAT_RUN : s.s[i] == '?' ? PAT_ONE : s.s[i];
    tidy(&p);
    return p;
}

Pattern pattern_text(Arena *a, Str s)
{
    Pattern p = room(a, s);
    for (iz i = 0; i < s.len; i++)
        p.v[p.n++] = s.s[i] == 0xff ? PAT_RUN : s.s[i] == 0xfe ? PAT_ONE : s.s[i];
    tidy(&p);
    return p;
}

Pattern pattern_lower(Arena *a, Pattern p)
{
    Pattern q = {new(a, u16, p.n + 1), p.n};
    for (iz i = 0; i < p.n; i++)
        q.v[i] = p.v[i] >= 'A' && p.v[i] <= 'Z' ? (u16)(p.v[i] + 32) : p.v[i];
    return q;
}

bool pattern_plain(Pattern p)
{
    for (iz i = 0; i < p.n; i++)
        if (p.v[i] >= PAT_ONE)
            return false;
    return true;
}

Pattern pattern_part(Pattern p, iz from, iz to)
{
    return (Pattern){p.v + from, to - from};
}

static bool runs(u16 sym)
{
    return sym == PAT_RUN || sym == PAT_VAR;
}

/* Which symbols of a pattern stand for a run, and which of its others stand for a symbol of the text. */
typedef struct {
    bool (*run)(u16 sym);
    bool (*one)(u16 sym, u16 text);
} Matching;

static bool matches(Matching m, Pattern p, Pattern text)
{
    iz i = 0, j = 0, star = -1, mark = 0;
    while (j < text.n) {
        if (i < p.n && m.run(p.v[i])) {
            star = i++;
            mark = j;
        } else if (i < p.n && m.one(p.v[i], text.v[j])) {
            i++;
            j++;
        } else if (star >= 0) {
            i = star + 1;
            j = ++mark;
        } else {
            return false;
        }
    }
    while (i < p.n && m.run(p.v[i]))
        i++;
    return i == p.n;
}

static bool known_run(u16 sym)
{
    return sym == PAT_RUN;
}

static bool covers_symbol(u16 sym, u16 text)
{
    return sym != PAT_VAR && !runs(text) && (sym == PAT_ONE || sym == text);
}

/* Does outer match the symbols of text? A run in text is matched by a run of outer only, a single wildcard by either kind. */
static const Matching by_symbol = {known_run, covers_symbol};

/* A text of p: runs become `run` letters that occur nowhere else, single wildcards one. */
static Pattern witness(Arena *a, Pattern p, iz run)
{
    Pattern w = {new(a, u16, p.n * (run + 1) + 1), 0};
    for (iz i = 0; i < p.n; i++) {
        if (p.v[i] == PAT_RUN || p.v[i] == PAT_VAR) {
            for (iz k = 0; k < run; k++)
                w.v[w.n++] = FRESH;
        } else {
            w.v[w.n++] = p.v[i] == PAT_ONE ? FRESH : p.v[i];
        }
    }
    return w;
}

/* Sets of states of outer as bit strings. */
typedef struct {
    u64 *bits;
    iz words;
} States;

static void add_state(const Pattern *outer, States s, iz i)
{
    for (;; i++) {
        s.bits[i / 64] |= (u64)1 << (i % 64);
        if (i >= outer->n || outer->v[i] != PAT_RUN)
            return;
    }
}

static States step(Arena *a, const Pattern *outer, States from, u16 letter)
{
    States to = {new(a, u64, from.words), from.words};
    for (iz i = 0; i < outer->n; i++) {
        if (!(from.bits[i / 64] >> (i % 64) & 1))
            continue;
        if (outer->v[i] == PAT_RUN)
            add_state(outer, to, i);
        else if (outer->v[i] == PAT_ONE || outer->v[i] == letter)
            add_state(outer, to, i + 1);
    }
    return to;
}

typedef struct {
    iz at; /* state of inner */
    States states;
} Pair;

typedef struct {
    Pair *v;
    iz n, cap;
    Map seen;
} Walk;

/* Adds a pair that is new. False: inner can end here and outer cannot, or there is too much work. */
static bool walk_add(Walk *w, Arena *a, const Pattern *outer, const Pattern *inner, iz at, States s)
{
    for (;; at++) {
        u64 *key = new(a, u64, s.words + 1);
        key[0] = (u64)at;
        memcpy(key + 1, s.bits, (size_t)s.words * sizeof(u64));
        i32 *slot = map_at(a, &w->seen, (Str){(u8 *)key, (s.words + 1) * (iz)sizeof(u64)});
        if (*slot < 0) {
            *slot = 0;
            if (w->n >= WORK_LIMIT)
                return false;
            *vec_push(a, w) = (Pair){at, s};
        }
        if (at == inner->n)
            return s.bits[outer->n / 64] >> (outer->n % 64) & 1;
        if (inner->v[at] != PAT_RUN && inner->v[at] != PAT_VAR)
            return true;
    }
}

static bool covers_exactly(Arena *a, Pattern outer, Pattern inner)
{
    bool used[FRESH + 1] = {false};
    Walk w = {0};
    States s = {new(a, u64, outer.n / 64 + 1), outer.n / 64 + 1};
    for (iz i = 0; i < outer.n; i++)
        used[outer.v[i]] = true;
    for (iz i = 0; i < inner.n; i++)
        used[inner.v[i]] = true;
    used[PAT_ONE] = used[PAT_RUN] = used[PAT_VAR] = false;
    used[FRESH] = true;
    iz letters = 0, steps = 0;
    for (iz i = 0; i <= FRESH; i++)
        letters += used[i];
    add_state(&outer, s, 0);
    if (!walk_add(&w, a, &outer, &inner, 0, s))
        return false;
    for (iz k = 0; k < w.n; k++) {
        Pair p = w.v[k];
        if (p.at == inner.n)
            continue;
        u16 sym = inner.v[p.at];
        bool wild = sym >= PAT_ONE;
        steps += (wild ? letters : 1) * (outer.n + 64);
        if (steps > STEP_LIMIT)
            return false;
        iz next = sym == PAT_RUN || sym == PAT_VAR ? p.at : p.at + 1;
        for (u16 c = 0; c <= FRESH; c++)
            if (wild ? used[c] : c == sym)
                if (!walk_add(&w, a, &outer, &inner, next, step(a, &outer, p.states, c)))
                    return false;
    }
    return true;
}

bool pattern_covers(Arena *a, Pattern outer, Pattern inner)
{
    if (matches(by_symbol, outer, inner))
        return true;
    if (pattern_plain(inner))
        return false;
    ArenaMark m = arena_mark(a);
    bool small = inner.n < WITNESS_LIMIT / (outer.n + 2);
    bool yes = matches(by_symbol, outer, witness(a, inner, 0)) && small && matches(by_symbol, outer, witness(a, inner, outer.n + 1)) &&
               covers_exactly(a, outer, inner);
    arena_rewind(a, m);
    return yes;
}

static bool same(u16 x, u16 y)
{
    return x == y || x == PAT_ONE || y == PAT_ONE;
}

/* Whether a text (single wildcards stand for any letter) is in a pattern. */
static const Matching in_common = {runs, same};

static bool has_runs(Pattern p)
{
    for (iz i = 0; i < p.n; i++)
        if (runs(p.v[i]))
            return true;
    return false;
}

bool pattern_meets(Pattern x, Pattern y)
{
    /* Up to the first run of either, and from the last one, symbols stand against each other. */
    while (x.n && y.n && !runs(x.v[0]) && !runs(y.v[0])) {
        if (!same(x.v[0], y.v[0]))
            return false;
        x = pattern_part(x, 1, x.n);
        y = pattern_part(y, 1, y.n);
    }
    while (x.n && y.n && !runs(x.v[x.n - 1]) && !runs(y.v[y.n - 1])) {
        if (!same(x.v[x.n - 1], y.v[y.n - 1]))
            return false;
        x.n--;
        y.n--;
    }
    if (!has_runs(x))
        return matches(in_common, y, x);
    if (!has_runs(y))
        return matches(in_common, x, y);
    /* Each end of one of them is a run, and both have some: a run of one takes what the other has, and the other way round. */
    return true;
}
