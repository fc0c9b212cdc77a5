/* language.c: one language end to end: source text to facts, SDK calls, needs and policies, in a fresh arena each time. Built once for each
 * language of lexers/langs.def (FUZZ_LANG is its id): `make fuzz FUZZ=python`. Configuration files of a project are among the files of an input. */
#include "fuzz.h"

static void run(FuzzInput *in)
{
    fuzz_chain(in, table_builtin(), lang_by_id(S(FUZZ_LANG)), true);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(data, size, run);
}
