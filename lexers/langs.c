/* langs.c: the table itself. */
#include "langs.h"

const Lang langs[] = {
#define LANG(id, title, exts) {S_INIT(#id), S_INIT(title), S_INIT(exts), id##_parse},
#include "langs.def"
#undef LANG
};
const iz langs_count = COUNTOF(langs);

static bool has_ext(const Lang *l, Str ext)
{
    Str rest = l->exts, e;
    while (str_cut(&rest, ' ', &e))
        if (str_ieq(e, ext))
            return true;
    return false;
}

const Lang *lang_by_path(Str path)
{
    iz dot = str_rfind_u8(path, '.');
    if (dot < 0 || str_find_u8(str_from(path, dot), '/') >= 0)
        return 0;
    for (iz i = 0; i < langs_count; i++)
        if (has_ext(&langs[i], str_from(path, dot)))
            return &langs[i];
    return 0;
}

const Lang *lang_by_id(Str id)
{
    u8 dotted[16] = {'.'};
    for (iz i = 0; i < langs_count; i++)
        if (str_eq(langs[i].id, id))
            return &langs[i];
    if (id.len == 0 || id.len > 14)
        return 0;
    for (iz i = 0; i < id.len; i++)
        dotted[1 + i] = id.s[i];
    for (iz i = 0; i < langs_count; i++)
        if (has_ext(&langs[i], (Str){dotted, id.len + 1}))
            return &langs[i];
    return 0;
}
