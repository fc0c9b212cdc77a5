/* table.h: reading the relational image: everything the program knows about AWS and its SDKs (data/README.md).
 *
 * A table is a sorted list of rows of strings; its leading columns are its key. Strings point into read-only memory and live for ever
 * (for `--data`, as long as the image). Lookups allocate nothing. A key that is not there yields no rows.
 */
#ifndef MAPPER_TABLE_H
#define MAPPER_TABLE_H

#include "mapper/image.h"

typedef enum {
#define TABLE(kind, file, keys) TBL_##kind,
#define COL(kind, col)
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef INDEX
    TBL_COUNT,
    IDX_FIRST_ = TBL_COUNT - 1,
#undef TABLE
#define TABLE(kind, file, keys)
#define INDEX(name, kind, keys, c1, c2) IDX_##name,
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
    TBL_AND_IDX_COUNT
} TableId;

/* Column numbers: operation_name, rule_when, … */
enum {
    schema_begin_
#define TABLE(kind, file, keys) }; enum {
#define COL(kind, col) kind##_##col,
#define INDEX(name, kind, keys, c1, c2)
#include "mapper/schema.def"
#undef TABLE
#undef COL
#undef INDEX
};

typedef struct {
    const u32 *words;
    const u8 *pool;
} Table;

/* The data that was compiled in. */
const Table *table_builtin(void);

/* Data that was read at run time (image_build without an error); points into m's memory. */
Table table_from_image(const Image *m);

/* Consecutive rows [first, first + n) of a table, or positions of an index. */
typedef struct {
    u32 first, n;
} Rows;

/* Rows whose whole key is k1 (k2, k3, k4 as far as the table has key columns). */
Rows tbl_find(const Table *t, TableId id, Str k1, Str k2, Str k3, Str k4);
#define tbl_find1(t, id, a) tbl_find(t, id, a, (Str){0}, (Str){0}, (Str){0})
#define tbl_find2(t, id, a, b) tbl_find(t, id, a, b, (Str){0}, (Str){0})
#define tbl_find3(t, id, a, b, c) tbl_find(t, id, a, b, c, (Str){0})

/* Rows whose first column is k1 (and second k2, when n is 2), by bisection. n = 0: all rows. Tables only, not indexes. */
Rows tbl_prefix(const Table *t, TableId id, int n, Str k1, Str k2);

/* One cell. For an index, pos is a position and the cell is that of the indexed table. */
Str tbl_get(const Table *t, TableId id, u32 row, int col);

/* The row of the indexed table at a position of an index; for a table, the row itself. */
u32 tbl_row(const Table *t, TableId id, u32 pos);

u32 tbl_count(const Table *t, TableId id);

/* The botocore id of a service given by any of its names, in any case; empty when there is none. */
Str table_service(const Table *t, Str name);

/* Up to max values of column col that are nearest to name (edit distance at most 2 or a third of the length; then common prefixes),
 * among rows with first column `within` (all rows when its s is null). Sorted by distance, then bytewise. For "did you mean". */
iz table_nearest(const Table *t, TableId id, Str within, int col, Str name, Str *out, iz max);

#endif
