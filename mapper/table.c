/* table.c: lookup in the relational image. See table.h and image.h. */
#include "table.h"

extern const char table_words[], table_pool[]; /* made by mkmap */

const Table *table_builtin(void)
{
    static const Table t = {(const u32 *)(const void *)table_words, (const u8 *)table_pool};
    return &t;
}

Table table_from_image(const Image *m)
{
    return (Table){.words = m->words, .pool = m->pool.s};
}

static const struct {
    TableId table;
    int col[2];
} index_of[] = {
#define TABLE(kind, file, keys)
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2) {TBL_##kind, {c1, c2}},
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

static const int key_columns[] = {
#define TABLE(kind, file, keys) keys,
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef INDEX
#undef TABLE
#define TABLE(kind, file, keys)
#define INDEX(name, kind, keys, c1, c2) keys,
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

static const u32 *dir_of(const Table *t, TableId id)
{
    return t->words + IMAGE_HEAD + (iz)id * DIR_WORDS;
}

static Str text(const Table *t, u32 ref)
{
    const u8 *p = t->pool + ref;
    iz n = 0;
    for (int shift = 0;; shift += 7) {
        n |= (iz)(*p & 127) << shift;
        if (!(*p++ & 128))
            return (Str){p, n};
    }
}

u32 tbl_count(const Table *t, TableId id)
{
    return dir_of(t, id)[DIR_ROWS];
}

u32 tbl_row(const Table *t, TableId id, u32 pos)
{
    if (id < TBL_COUNT)
        return pos;
    return t->words[dir_of(t, id)[DIR_CELLS] + pos];
}

Str tbl_get(const Table *t, TableId id, u32 row, int col)
{
    row = tbl_row(t, id, row);
    if (id >= TBL_COUNT)
        id = index_of[id - TBL_COUNT].table;
    const u32 *d = dir_of(t, id);
    return text(t, t->words[d[DIR_CELLS] + row * d[DIR_COLS] + (u32)col]);
}

Rows tbl_find(const Table *t, TableId id, Str k1, Str k2, Str k3, Str k4)
{
    const Str key[] = {k1, k2, k3, k4};
    const u32 *d = dir_of(t, id);
    int n = key_columns[id];
    if (!d[DIR_KEYS])
        return (Rows){0};
    u64 h = image_hash(key, n);
    u32 disp = t->words[d[DIR_DISP] + image_place(h, 0, d[DIR_BUCKETS])];
    const u32 *s = t->words + d[DIR_SLOTS] + 2 * image_place(h, disp, d[DIR_KEYS]);
    if ((s[1] & ~(u32)SLOT_ROWS_MAX) != image_mark(h))
        return (Rows){0};
    for (int i = 0; i < n; i++) {
        int col = id < TBL_COUNT ? i : index_of[id - TBL_COUNT].col[i];
        if (!str_eq(tbl_get(t, id, s[0], col), key[i]))
            return (Rows){0};
    }
    return (Rows){s[0], s[1] & SLOT_ROWS_MAX};
}

/* First row that is not less than (or, with after, greater than) the prefix. */
static u32 bound(const Table *t, TableId id, const Str *key, int n, bool after)
{
    u32 lo = 0, hi = tbl_count(t, id);
    while (lo < hi) {
        u32 mid = lo + (hi - lo) / 2;
        int c = 0;
        for (int i = 0; i < n && !c; i++)
            c = str_cmp(tbl_get(t, id, mid, i), key[i]);
        if (c < 0 || (after && c == 0))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

Rows tbl_prefix(const Table *t, TableId id, int n, Str k1, Str k2)
{
    const Str key[] = {k1, k2};
    u32 first = bound(t, id, key, n, false);
    return (Rows){first, bound(t, id, key, n, true) - first};
}

Str table_service(const Table *t, Str name)
{
    u8 flat[128];
    iz n = 0;
    if (tbl_find1(t, TBL_service, name).n)
        return name;
    for (iz i = 0; i < name.len && n < COUNTOF(flat); i++) {
        u8 c = name.s[i];
        if (c >= 'A' && c <= 'Z')
            c = (u8)(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            flat[n++] = c;
    }
    Rows r = tbl_find1(t, TBL_svcalias, ((Str){flat, n}));
    return r.n ? tbl_get(t, TBL_svcalias, r.first, svcalias_service) : (Str){0};
}

iz table_nearest(const Table *t, TableId id, Str within, int col, Str name, Str *out, iz max)
{
    enum { MOST = 16 };
    int score[MOST];
    iz n = 0;
    if (max > MOST)
        max = MOST;
    Rows r = tbl_prefix(t, id, within.s ? 1 : 0, within, (Str){0});
    int far = name.len / 3 > 2 ? (int)(name.len / 3) : 2;
    for (u32 i = r.first; i < r.first + r.n; i++) {
        Str s = tbl_get(t, id, i, col);
        int d = str_distance(name, s, far);
        if (d > far && name.len >= 3 && str_ieq(str_head(s, name.len), name))
            d = far;
        if (d > far || (n && str_eq(out[n - 1], s)))
            continue;
        iz k = n < max ? n++ : max;
        while (k > 0 && (score[k - 1] > d || (score[k - 1] == d && str_cmp(out[k - 1], s) > 0))) {
            if (k < max) {
                score[k] = score[k - 1];
                out[k] = out[k - 1];
            }
            k--;
        }
        if (k < max) {
            score[k] = d;
            out[k] = s;
        }
    }
    return n;
}
