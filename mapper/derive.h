/* derive.h: tables that follow from other tables; for image_build.c alone. */
#ifndef MAPPER_DERIVE_H
#define MAPPER_DERIVE_H

#include "core/base/str.h"

/* Who takes the rows; texts are those of the row that they come from. The same row may be given several times. */
typedef struct Derive Derive;
struct Derive {
    void (*word)(Derive *d, Str kind, Str name);
    void (*verb)(Derive *d, Str sdk, Str kind, Str name, Str after);
    void (*pattern)(Derive *d, Str sdk, Str path, Str head, Str does);
};

/* Gives what follows from one row of the table `sdk`. */
void derive_row(Derive *d, Str sdk, Str path, Str does);

#endif
