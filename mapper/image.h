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

/* The hash of a key: its columns, each followed by a separator. seed 0 chooses the bucket, the bucket's displacement the slot. */
static inline u32 image_hash(u32 seed, const Str *key, int n)
{
    u32 h = 2166136261u ^ seed * 0x9e3779b9u;
    for (int k = 0; k < n; k++) {
        for (iz i = 0; i < key[k].len; i++)
            h = (h ^ key[k].s[i]) * 16777619u;
        h = (h ^ 0xffu) * 16777619u;
    }
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    return h;
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
