/* image.h: the form of the relational image, shared by the builder (image_build.c) and the lookup (table.c).
 *
 * One block of native u32 words followed by the string pool; nothing in it is a pointer, so it needs no relocation
 * and can stand in read-only memory. Rows of a table are sorted bytewise by their columns. A string reference is an offset into the
 * pool, where a varint length precedes the bytes; offset 0 is the empty string.
 *
 *   words[0] magic   words[1] number of words   words[2] pool bytes   words[3] number of directories
 *   then one Directory (DIR_WORDS words) a table, then one an index, in the order of schema.def
 */
#ifndef MAPPER_IMAGE_H
#define MAPPER_IMAGE_H

#include "core/base/str.h"

enum { IMAGE_MAGIC = 0x69617031, IMAGE_HEAD = 4, IMAGE_MAX_COLS = 12 };

/* Words of a directory. Offsets are word offsets into the image. */
enum {
    DIR_ROWS,    /* number of rows */
    DIR_COLS,    /* columns a row (index: 1, the row number in its table) */
    DIR_CELLS,   /* offset of the cells, row by row */
    DIR_KEYS,    /* number of distinct keys */
    DIR_BUCKETS, /* number of displacement buckets */
    DIR_DISP,    /* offset of the displacements */
    DIR_SLOTS,   /* offset of 2 words a key: first row, number of rows */
    DIR_WORDS
};

/* A slot's second word: the number of rows, and above SLOT_ROWS_BITS bits of the key's hash, so that most keys that are not there are known by
 * the slot alone. */
enum { SLOT_ROWS_BITS = 20, SLOT_ROWS_MAX = (1 << SLOT_ROWS_BITS) - 1 };

static inline u64 image_mix(u64 h)
{
    h *= 0x9fb21c651e98df25u;
    return h ^ h >> 32;
}

/* The hash of a key of n columns, eight bytes at a time. */
static inline u64 image_hash(const Str *key, int n)
{
    u64 h = 0x9e3779b97f4a7c15u;
    for (int k = 0; k < n; k++) {
        const u8 *s = key[k].s;
        iz left = key[k].len;
        for (; left >= 8; s += 8, left -= 8)
            h = image_mix(h ^ ((u64)s[0] | (u64)s[1] << 8 | (u64)s[2] << 16 | (u64)s[3] << 24 | (u64)s[4] << 32 | (u64)s[5] << 40 |
                               (u64)s[6] << 48 | (u64)s[7] << 56));
        u64 rest = (u64)key[k].len << 56;
        for (iz i = 0; i < left; i++)
            rest |= (u64)s[i] << 8 * i;
        h = image_mix(h ^ rest);
    }
    return h;
}

/* One of n: the bucket of a hash, and its slot when the bucket's displacement is added. */
static inline u32 image_place(u64 hash, u32 disp, u32 n)
{
    u64 h = image_mix(image_mix(hash + disp * 0xd6e8feb86659fd93u));
    return (u32)((h >> 32) * n >> 32);
}

static inline u32 image_mark(u64 hash)
{
    return (u32)hash & ~(u32)SLOT_ROWS_MAX;
}

typedef struct {
    Str name; /* base name without .tsv */
    Str path; /* for messages */
    Str text;
} ImageFile;

typedef struct {
    u32 *words;
    iz nwords;
    Str pool;
    Str error; /* empty, or "file:line: what" and nothing else is set */
} Image;

/* Builds an image from the text of TSV files. Everything is allocated in a. Fails on an unknown record kind, a wrong number of columns,
 * rows out of order or twice. */
Image image_build(Arena *a, const ImageFile *files, iz n);

/* Reads every .tsv below dir (data/ layout: the top and one level of folders). On failure *error says what. */
ImageFile *image_read_dir(Arena *a, Str dir, iz *n, Str *error);

#endif
