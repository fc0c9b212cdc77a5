/* derive.h: tables that follow from other tables; for image_build.c alone. */
#ifndef MAPPER_DERIVE_H
#define MAPPER_DERIVE_H

#include "core/base/map.h"

/* Who takes the rows; texts are those of the row that they come from. The same row may be given several times. */
typedef struct Derive Derive;
struct Derive {
    void (*word)(Derive *d, Str kind, Str name);
    void (*verb)(Derive *d, Str sdk, Str kind, Str name, Str after);
    void (*pattern)(Derive *d, Str sdk, Str path, Str head, Str does);
};

/* A row of the table `sdk`. */
typedef struct {
    Str sdk, path, does;
} SdkRow;

/* Gives what follows from the rows of the table `sdk`. a: for what is needed meanwhile. */
void derive_rows(Derive *d, Arena *a, const SdkRow *rows, iz n);

#endif
