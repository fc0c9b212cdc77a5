/* mkmap.c: build-time generator. Reads the TSV files of a data folder and writes the relational image as one C file.
 *
 *     mkmap DATA_DIR OUTPUT.c
 *
 * The image is written as string literals, which compilers read a hundred times faster than lists of numbers. Its statistics stand in a
 * comment at the top. Fails, with file and line, on rows that schema.def does not know.
 */
#include <stdio.h>

#include "image.h"

static void bytes(FILE *out, const u8 *p, iz n)
{
    enum { LINE = 100 };
    for (iz i = 0; i < n; i++) {
        if (i % LINE == 0)
            fputs(i ? "\"\n\"" : "\"", out);
        u8 c = p[i];
        if (c < 32 || c > 126 || c == '"' || c == '\\' || c == '?') {
            u8 next = i + 1 < n && (i + 1) % LINE ? p[i + 1] : 0;
            bool wide = next >= '0' && next <= '7';
            fprintf(out, wide ? "\\%03o" : "\\%o", c);
        } else {
            fputc(c, out);
        }
    }
    fputs(n ? "\"" : "\"\"", out);
}

int main(int argc, char **argv)
{
    static Arena a;
    jmp_buf oom;
    if (argc != 3) {
        fputs("usage: mkmap DATA_DIR OUTPUT.c\n", stderr);
        return 2;
    }
    if (setjmp(oom)) {
        fputs("mkmap: out of memory\n", stderr);
        return 2;
    }
    a.oom = &oom;
    iz n = 0;
    Str error = {0};
    ImageFile *files = image_read_dir(&a, str_c(argv[1]), &n, &error);
    Image m = error.len ? (Image){.error = error} : image_build(&a, files, n);
    if (m.error.len) {
        fprintf(stderr, "mkmap: %.*s\n", (int)m.error.len, (const char *)m.error.s);
        return 1;
    }
    FILE *out = fopen(argv[2], "w");
    if (!out) {
        perror(argv[2]);
        return 2;
    }
    fprintf(out,
            "/* Made by mkmap from %td files of %s. Do not edit.\n * %td words, %td bytes of strings */\n"
            "_Alignas(8) const char table_words[%td] =\n",
            n, argv[1], m.nwords, m.pool.len, m.nwords * 4 + 1);
    bytes(out, (const u8 *)m.words, m.nwords * 4);
    fprintf(out, ";\nconst char table_pool[%td] =\n", m.pool.len + 1);
    bytes(out, m.pool.s, m.pool.len);
    fputs(";\n", out);
    int bad = ferror(out) | fclose(out);
    arena_free(&a);
    return bad ? 2 : 0;
}
