/* main.c: for now only `dump FILE`: prints the facts of one file, for people who write front ends. */
#include <stdio.h>

#include "lexers/langs.h"

int main(int argc, char **argv)
{
    static Arena a, scratch;
    if (argc != 3)
        return 2;
    FILE *in = fopen(argv[2], "rb");
    if (!in)
        return 1;
    Buf text = {.a = &a};
    for (int c; (c = fgetc(in)) != EOF;)
        buf_u8(&text, (u8)c);
    fclose(in);
    Source src = {.path = str_c(argv[2]), .text = buf_done(&text)};
    buf_u8(&text, 0);
    src.text.s = text.v;
    const Lang *lang = lang_by_path(src.path);
    if (!lang)
        return 1;
    Facts f;
    Diags diags = {.a = &a};
    facts_init(&f, &a, &src, lang->id, &diags);
    lang->parse(&f, &scratch);
    facts_finish(&f);
    Buf out = {.a = &a};
    facts_dump(&out, &f);
    fwrite(out.v, 1, (size_t)out.n, stdout);
    arena_free(&a);
    arena_free(&scratch);
    return 0;
}
