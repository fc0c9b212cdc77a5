/* denied.c: libFuzzer target for the reader of denials: any bytes, exactly sized. What is found must lie in the input, and its advice must be
 * printable. `make fuzz FUZZ=denied` builds and runs it. */
#include <stdlib.h>
#include <string.h>

#include "mapper/advice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    jmp_buf oom;
    u8 *exact = malloc(size ? size : 1);
    if (!exact)
        abort();
    memcpy(exact, data, size);
    arena.oom = &oom;
    arena.limit = (iz)512 << 20;
    if (setjmp(oom))
        abort(); /* memory must stay proportional to the input */
    Denials all = denials_find(&arena, table_builtin(), (Str){exact, (iz)size});
    for (iz i = 0; i < all.n; i++) {
        const Denial *d = &all.v[i];
        if (d->off < 0 || d->off > d->end || d->end > (iz)size)
            abort();
        Advice v = advice_for(&arena, table_builtin(), d);
        Buf b = {.a = &arena};
        Json j = {.out = &b};
        advice_statement(&j, &v, d->action.len ? advice_sid(&arena, d->action, S("20260101")) : (Str){0});
        denial_name(&arena, d);
    }
    arena_free(&arena);
    free(exact);
    return 0;
}
