/* denied.c: the reader of denials: any bytes, exactly sized. What is found must lie in the input, and its advice must be printable. */
#include "fuzz.h"

#include <stdlib.h>

#include "mapper/advice.h"

static void run(FuzzInput *in)
{
    Arena *a = &in->a;
    for (iz k = 0; k < in->n; k++) {
        Denials all = denials_find(a, table_builtin(), in->v[k].text);
        for (iz i = 0; i < all.n; i++) {
            const Denial *d = &all.v[i];
            if (d->off < 0 || d->off > d->end || d->end > in->v[k].text.len)
                abort();
            Advice v = advice_for(a, table_builtin(), d);
            Buf b = {.a = a};
            Json j = {.out = &b};
            advice_statement(&j, &v, d->action.len ? advice_sid(a, d->action, S("20260101")) : (Str){0});
            denial_name(a, d);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
