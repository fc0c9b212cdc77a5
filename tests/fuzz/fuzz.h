/* fuzz.h: what the fuzz targets share. A target is one file with LLVMFuzzerTestOneInput; libFuzzer, AFL++ (afl-clang-fast -fsanitize=fuzzer) and
 * the plain main of replay.c drive it alike.
 *
 * An input may be several files: each begins with the byte 0x1c, its path and a line end. Without such a byte it is one file.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "core/app/app.h"
#include "mapper/policy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

enum {
    FUZZ_FILES = 16,            /* files of one input; more are left out */
    FUZZ_SEPARATOR = 0x1c,
    FUZZ_MEMORY = 256 << 20,    /* bytes that one input may take */
    FUZZ_CPU_MS = 4000,         /* processor time that one input may take, under the sanitizers */
};

typedef struct {
    Str path;                   /* as given; empty: the input has no paths */
    Str text;                   /* a malloc of exactly these bytes and the NUL behind them */
} FuzzFile;

typedef struct {
    FuzzFile v[FUZZ_FILES];
    iz n;
    Arena a;                    /* for everything else of the run: limited by FUZZ_MEMORY, aborts when it is used up */
} FuzzInput;

/* Runs one input: takes it apart, calls run, frees. Aborts when it takes more time or memory than it may. Returns 0. */
int fuzz_run(const uint8_t *data, size_t size, void (*run)(FuzzInput *in));

/* Facts to policies over the files of the input, with this table; lang: of a file without a known extension. Everything is written and thrown away.
 * Aborts when the program's own check of its policy fails (check) or the output is no JSON. */
void fuzz_chain(FuzzInput *in, const Table *table, const Lang *lang, bool check);

/* Aborts when a text is no JSON. */
void fuzz_json(Str s);

/* An empty folder of this process, made at the first call; the process stays in it. There is no HOME any more, and nothing of AWS in the environment. */
const char *fuzz_folder(void);

/* Makes the folder's files those of the input; a path that leads out of it is left out. */
void fuzz_write(const FuzzInput *in);

#endif
