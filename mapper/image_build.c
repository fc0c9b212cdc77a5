/* image_build.c: TSV text to relational image (image.h). Used by the generator mkmap at build time and by `--data` at run time.
 *
 * The perfect hash is hash and displace: keys are put into buckets of about four by a first hash; the largest buckets first look for a
 * displacement that sends all their keys to free slots. It needs milliseconds for 100,000 keys.
 */
#include "image.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/map.h"
#include "derive.h"

#define FILE 1
#define ROW 0
#define DERIVED 2
typedef struct {
    Str kind;
    int file, keys, cols;
} TableDef;

static TableDef tables[] = {
#define TABLE(kind, file, keys) {S_INIT(#kind), file, keys, 0},
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

enum {
#define TABLE(kind, file, keys) TBL_##kind,
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
    NTABLES
};

enum {
    begin_
#define TABLE(kind, file, keys) }; enum {
#define COL(kind, col) kind##_##col,
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

static const int col_tables[] = {
#define TABLE(kind, file, keys)
#define COL(kind, col) TBL_##kind,
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

static const struct {
    int table, keys, col[2];
} indexes[] = {
#define TABLE(kind, file, keys)
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2) {TBL_##kind, keys, {c1, c2}},
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};
#undef FILE
#undef ROW
#undef DERIVED
enum { DERIVED = 2 };

typedef VEC(u32) Words;

typedef struct {
    Arena *a;
    Map strings;    /* text to reference */
    Buf pool;
    VEC(Str) all;   /* string number to text */
    VEC(u32) refs;  /* string number to pool offset */
    Words cells[NTABLES]; /* string numbers until the end */
    Words out;
    Str error;
} Builder;

static u32 intern(Builder *b, Str s)
{
    i32 *at = map_at(b->a, &b->strings, s);
    if (*at >= 0)
        return (u32)*at;
    *at = (i32)b->all.n;
    *(Str *)vec_push(b->a, &b->all) = s;
    u32 ref = (u32)b->pool.n;
    for (iz n = s.len; ; n >>= 7) {
        buf_u8(&b->pool, (u8)(n > 127 ? (n & 127) | 128 : n));
        if (n <= 127)
            break;
    }
    buf_str(&b->pool, s);
    *(u32 *)vec_push(b->a, &b->refs) = ref;
    return (u32)*at;
}

static void fail(Builder *b, const ImageFile *f, iz line, Str what)
{
    if (b->error.len)
        return;
    Buf m = {.a = b->a};
    buf_str(&m, f->path);
    buf_u8(&m, ':');
    buf_int(&m, line);
    buf_str(&m, S(": "));
    buf_str(&m, what);
    b->error = buf_done(&m);
}

static int table_of(Str kind)
{
    for (int i = 0; i < NTABLES; i++)
        if (tables[i].file != DERIVED && str_eq(tables[i].kind, kind))
            return i;
    return -1;
}

static void add_row(Builder *b, const ImageFile *f, iz line, Str row)
{
    Str cell[IMAGE_MAX_COLS + 1];
    int n = 0;
    for (;;) {
        iz tab = str_find_u8(row, '\t');
        if (n == COUNTOF(cell)) {
            fail(b, f, line, S("too many columns"));
            return;
        }
        cell[n++] = tab < 0 ? row : str_head(row, tab);
        if (tab < 0)
            break;
        row = str_from(row, tab + 1);
    }
    int t = table_of(cell[0]);
    if (t < 0) {
        fail(b, f, line, str_cat3(b->a, S("unknown record kind '"), cell[0], S("'")));
        return;
    }
    if (n - 1 + tables[t].file != tables[t].cols) {
        fail(b, f, line, str_cat3(b->a, S("wrong number of columns for '"), cell[0], S("'")));
        return;
    }
    if (tables[t].file)
        *(u32 *)vec_push(b->a, &b->cells[t]) = intern(b, f->name);
    for (int i = 1; i < n; i++)
        *(u32 *)vec_push(b->a, &b->cells[t]) = intern(b, cell[i]);
}

static void add_file(Builder *b, const ImageFile *f)
{
    Str rest = f->text, row, last = {0};
    for (iz line = 1; str_cut(&rest, '\n', &row); line++) {
        if (row.len == 0 || row.s[0] == '#')
            continue;
        int c = str_cmp(last, row);
        if (c >= 0)
            fail(b, f, line, c ? S("row out of order") : S("row stands twice"));
        last = row;
        add_row(b, f, line, row);
    }
}

/* Sorting by rows of string numbers needs the texts: qsort has no context, so it is kept here while one table is sorted. */
static const Builder *sorting;
static const u32 *sort_cells;
static int sort_cols, sort_first[2];

static int by_cells(const void *x, const void *y)
{
    const u32 *p = x, *q = y;
    for (int i = 0; i < sort_cols; i++)
        if (p[i] != q[i]) {
            int c = str_cmp(sorting->all.v[p[i]], sorting->all.v[q[i]]);
            if (c)
                return c;
        }
    return 0;
}

static int by_index(const void *x, const void *y)
{
    u32 r = *(const u32 *)x, s = *(const u32 *)y;
    for (int i = 0; i < 2; i++) {
        u32 p = sort_cells[(iz)r * sort_cols + sort_first[i]], q = sort_cells[(iz)s * sort_cols + sort_first[i]];
        if (p != q)
            return str_cmp(sorting->all.v[p], sorting->all.v[q]);
    }
    return (r > s) - (r < s);
}

typedef struct {
    u32 first, n;  /* rows */
    u32 bucket;
    u64 hash;
} Key;

typedef struct {
    Str part[IMAGE_MAX_COLS];
} KeyText;

static int by_bucket_size(const void *x, const void *y)
{
    const u32 *p = x, *q = y; /* bucket, size */
    if (p[1] != q[1])
        return p[1] < q[1] ? 1 : -1;
    return (p[0] > q[0]) - (p[0] < q[0]);
}

/* Writes displacements and slots of n keys; text(key) is given by the two arrays. */
static void perfect(Builder *b, u32 *dir, Key *keys, u32 n, const KeyText *texts, int nkey)
{
    u32 nb = n / 4 + 1;
    Arena tmp = {.oom = b->a->oom};
    u32 *order = new(&tmp, u32, 2 * (iz)nb);
    u32 *start = new(&tmp, u32, (iz)nb + 1), *list = new(&tmp, u32, (iz)n + 1);
    for (u32 i = 0; i < nb; i++)
        order[2 * i] = i;
    for (u32 i = 0; i < n; i++) {
        keys[i].hash = image_hash(texts[i].part, nkey);
        keys[i].bucket = image_place(keys[i].hash, 0, nb);
        order[2 * keys[i].bucket + 1]++;
    }
    for (u32 i = 0; i < nb; i++)
        start[i + 1] = start[i] + order[2 * i + 1];
    u32 *fill = new(&tmp, u32, nb);
    for (u32 i = 0; i < n; i++)
        list[start[keys[i].bucket] + fill[keys[i].bucket]++] = i;
    qsort(order, nb, 2 * sizeof *order, by_bucket_size);
    dir[DIR_KEYS] = n;
    dir[DIR_BUCKETS] = nb;
    u32 *disp = new(&tmp, u32, nb), *slots = new(&tmp, u32, 2 * (iz)n + 1);
    u32 *spot = new(&tmp, u32, (iz)n + 1);
    u8 *used = new(&tmp, u8, (iz)n + 1);
    for (u32 o = 0; o < nb && order[2 * o + 1]; o++) {
        u32 bk = order[2 * o], sz = order[2 * o + 1], d = 1, k;
        for (;; d++) {
            for (k = 0; k < sz; k++) {
                u32 s = image_place(keys[list[start[bk] + k]].hash, d, n);
                if (used[s])
                    break;
                used[s] = 1;
                spot[k] = s;
            }
            if (k == sz)
                break;
            while (k-- > 0)
                used[spot[k]] = 0;
        }
        disp[bk] = d;
        for (k = 0; k < sz; k++) {
            Key *key = &keys[list[start[bk] + k]];
            slots[2 * spot[k]] = key->first;
            slots[2 * spot[k] + 1] = key->n | image_mark(key->hash);
        }
    }
    dir[DIR_DISP] = (u32)b->out.n;
    for (u32 i = 0; i < nb; i++)
        *(u32 *)vec_push(b->a, &b->out) = disp[i];
    dir[DIR_SLOTS] = (u32)b->out.n;
    for (u32 i = 0; i < 2 * n; i++)
        *(u32 *)vec_push(b->a, &b->out) = slots[i];
    arena_free(&tmp);
}

/* Groups sorted rows by key and makes their hash. rows(i) are given through `perm` (null: the row itself). */
static void hash_rows(Builder *b, u32 *dir, const u32 *cells, int cols, u32 nrows, const u32 *perm, const int *keycol, int nkey)
{
    Arena tmp = {.oom = b->a->oom};
    Key *keys = new(&tmp, Key, (iz)nrows + 1);
    KeyText *texts = new(&tmp, KeyText, (iz)nrows + 1);
    u32 n = 0;
    for (u32 i = 0; i < nrows; i++) {
        KeyText k = {0};
        const u32 *row = cells + (iz)(perm ? perm[i] : i) * cols;
        bool same = n > 0;
        for (int c = 0; c < nkey; c++) {
            k.part[c] = b->all.v[row[keycol[c]]];
            same = same && str_eq(k.part[c], texts[n - 1].part[c]);
        }
        if (same) {
            keys[n - 1].n++;
        } else {
            texts[n] = k;
            keys[n++] = (Key){.first = i, .n = 1};
        }
        if (keys[n - 1].n > SLOT_ROWS_MAX && !b->error.len)
            b->error = S("too many rows of one key");
    }
    perfect(b, dir, keys, n, texts, nkey);
    arena_free(&tmp);
}

static void emit_table(Builder *b, int t, u32 *dir)
{
    Words *c = &b->cells[t];
    int cols = tables[t].cols;
    u32 nrows = (u32)(c->n / cols);
    sorting = b;
    sort_cols = cols;
    if (nrows > 1)
        qsort(c->v, nrows, (size_t)cols * sizeof *c->v, by_cells);
    dir[DIR_ROWS] = nrows;
    dir[DIR_COLS] = (u32)cols;
    dir[DIR_CELLS] = (u32)b->out.n;
    for (iz i = 0; i < c->n; i++)
        *(u32 *)vec_push(b->a, &b->out) = b->refs.v[c->v[i]];
    static const int first[IMAGE_MAX_COLS] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    hash_rows(b, dir, c->v, cols, nrows, 0, first, tables[t].keys);
}

static void emit_index(Builder *b, int x, u32 *dir)
{
    int t = indexes[x].table, cols = tables[t].cols;
    const Words *c = &b->cells[t];
    u32 nrows = (u32)(c->n / cols);
    u32 *perm = new(b->a, u32, (iz)nrows + 1);
    for (u32 i = 0; i < nrows; i++)
        perm[i] = i;
    sorting = b;
    sort_cells = c->v;
    sort_cols = cols;
    sort_first[0] = indexes[x].col[0];
    sort_first[1] = indexes[x].keys > 1 ? indexes[x].col[1] : indexes[x].col[0];
    if (nrows > 1)
        qsort(perm, nrows, sizeof *perm, by_index);
    dir[DIR_ROWS] = nrows;
    dir[DIR_COLS] = 1;
    dir[DIR_CELLS] = (u32)b->out.n;
    for (u32 i = 0; i < nrows; i++)
        *(u32 *)vec_push(b->a, &b->out) = perm[i];
    hash_rows(b, dir, c->v, cols, nrows, perm, indexes[x].col, indexes[x].keys);
}

/* --- derived tables --- */

typedef struct {
    Derive give;
    Builder *b;
    Map seen;
} Deriver;

static void derived(Derive *d, int table, const Str *cells, int n)
{
    Deriver *x = (Deriver *)d;
    Builder *b = x->b;
    Buf key = {.a = b->a};
    buf_int(&key, table);
    for (int i = 0; i < n; i++) {
        buf_u8(&key, '\t');
        buf_str(&key, cells[i]);
    }
    i32 *at = map_at(b->a, &x->seen, buf_done(&key));
    if (*at >= 0)
        return;
    *at = 0;
    for (int i = 0; i < n; i++)
        *(u32 *)vec_push(b->a, &b->cells[table]) = intern(b, cells[i]);
}

static void take_word(Derive *d, Str kind, Str name)
{
    derived(d, TBL_sdkword, (Str[]){kind, name}, 2);
}

static void take_verb(Derive *d, Str sdk, Str kind, Str name, Str after)
{
    derived(d, TBL_sdkverb, (Str[]){sdk, kind, name, after}, 4);
}

static void take_pattern(Derive *d, Str sdk, Str path, Str head, Str does)
{
    derived(d, TBL_sdkpattern, (Str[]){sdk, path, head, does}, 4);
}

static void derive_all(Builder *b)
{
    Deriver d = {.give = {take_word, take_verb, take_pattern}, .b = b};
    const Words *sdk = &b->cells[TBL_sdk];
    iz n = sdk->n / tables[TBL_sdk].cols;
    SdkRow *rows = new(b->a, SdkRow, n);
    for (iz i = 0; i < n; i++) {
        const u32 *cell = &sdk->v[i * tables[TBL_sdk].cols];
        rows[i] = (SdkRow){b->all.v[cell[sdk_sdk]], b->all.v[cell[sdk_path]], b->all.v[cell[sdk_does]]};
    }
    derive_rows(&d.give, b->a, rows, n);
}

Image image_build(Arena *a, const ImageFile *files, iz n)
{
    Builder b = {.a = a, .pool = {.a = a}};
    if (!tables[0].cols)
        for (iz i = 0; i < COUNTOF(col_tables); i++)
            tables[col_tables[i]].cols++;
    intern(&b, (Str){0});
    for (iz i = 0; i < n; i++)
        add_file(&b, &files[i]);
    if (b.error.len)
        return (Image){.error = b.error};
    derive_all(&b);
    int ndirs = NTABLES + (int)COUNTOF(indexes);
    u32 dirs[NTABLES + COUNTOF(indexes)][DIR_WORDS] = {0};
    for (int i = 0; i < IMAGE_HEAD + ndirs * DIR_WORDS; i++)
        *(u32 *)vec_push(a, &b.out) = 0;
    for (int t = 0; t < NTABLES; t++)
        emit_table(&b, t, dirs[t]);
    for (int x = 0; x < (int)COUNTOF(indexes); x++)
        emit_index(&b, x, dirs[NTABLES + x]);
    b.out.v[0] = IMAGE_MAGIC;
    b.out.v[1] = (u32)b.out.n;
    b.out.v[2] = (u32)b.pool.n;
    b.out.v[3] = (u32)ndirs;
    memcpy(b.out.v + IMAGE_HEAD, dirs, sizeof dirs);
    return (Image){.words = b.out.v, .nwords = b.out.n, .pool = buf_done(&b.pool)};
}

static bool read_file(Arena *a, Str path, Str *out)
{
    int fd = open(str_z(a, path), O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st)) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    u8 *p = new(a, u8, (iz)st.st_size + 1);
    iz n = file_read(fd, p, (iz)st.st_size);
    close(fd);
    *out = (Str){p, n < 0 ? 0 : n};
    return n == (iz)st.st_size;
}

static bool list_dir(Arena *a, Str dir, StrVec *out, StrVec *subs)
{
    DIR *d = opendir(str_z(a, dir));
    if (!d)
        return !subs && errno == ENOTDIR; /* VERSION */
    errno = 0;
    for (struct dirent *e; (e = readdir(d)); errno = 0) {
        Str name = str_c(e->d_name);
        if (name.s[0] == '.')
            continue;
        Str path = str_cat3(a, dir, S("/"), name);
        if (str_ends(name, S(".tsv")))
            *(Str *)vec_push(a, out) = path;
        else if (subs && str_find_u8(name, '.') < 0 && !str_eq(name, S("refresh")))
            *(Str *)vec_push(a, subs) = path;
    }
    bool ok = errno == 0;
    closedir(d);
    return ok;
}

ImageFile *image_read_dir(Arena *a, Str dir, iz *n, Str *error)
{
    StrVec paths = {0}, subs = {0};
    if (!list_dir(a, dir, &paths, &subs))
        *error = str_cat(a, S("cannot list "), dir);
    for (iz i = 0; i < subs.n; i++)
        if (!list_dir(a, subs.v[i], &paths, 0))
            *error = str_cat(a, S("cannot list "), subs.v[i]);
    strvec_sort(&paths);
    ImageFile *files = new(a, ImageFile, paths.n);
    for (iz i = 0; i < paths.n; i++) {
        Str p = paths.v[i];
        Str base = str_from(p, str_rfind_u8(p, '/') + 1);
        files[i] = (ImageFile){.name = str_head(base, base.len - 4), .path = p};
        if (!read_file(a, p, &files[i].text))
            *error = str_cat3(a, S("cannot read "), p, (Str){0});
    }
    if (!paths.n && !error->len)
        *error = str_cat3(a, S("no .tsv files in "), dir, (Str){0});
    *n = paths.n;
    return files;
}
