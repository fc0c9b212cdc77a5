/* read.c: from a path to UTF-8 text in memory. See crew.h, app.h. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/utf.h"
#include "crew.h"

enum {
    SAMPLE = 8000,              /* bytes that decide whether a file is binary */
};

/* Everything that fd gives, at most limit bytes. False: errno, or 0 when there is more. */
static bool read_all(Arena *a, int fd, i64 size, i64 limit, Str *text)
{
    iz cap = (iz)(size > 0 && size <= limit ? size : 1 << 16) + 1, n = 0;
    u8 *p = new(a, u8, cap + 1);
    for (;;) {
        iz k = file_read(fd, p + n, cap - n);
        if (k < 0)
            return false;
        n += k;
        if (n > limit) {
            errno = 0;
            return false;
        }
        if (k == 0)
            break;
        if (n == cap) {
            u8 *q = new(a, u8, cap * 2 + 1);
            memcpy(q, p, (size_t)n);
            p = q;
            cap *= 2;
        }
    }
    p[n] = 0;
    *text = (Str){p, n};
    return true;
}

bool read_whole(Arena *a, Str path, i64 limit, Str *text, Str *why)
{
    bool in = str_eq(path, S("-"));
    errno = 0;
    int fd = in ? STDIN_FILENO : open(str_z(a, path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    struct stat st = {0};
    bool ok = false;
    if (fd >= 0 && fstat(fd, &st) == 0) {
        if (S_ISDIR(st.st_mode))
            errno = EISDIR;
        else if (S_ISREG(st.st_mode) && st.st_size > limit)
            errno = 0;
        else
            ok = read_all(a, fd, st.st_size, limit, text);
    }
    int e = errno;
    if (fd >= 0 && !in)
        close(fd);
    if (!ok)
        *why = e ? str_c(strerror(e)) : S("too large");
    return ok;
}

typedef enum { ENC_UTF8, ENC_UTF16LE, ENC_UTF16BE, ENC_BINARY } Encoding;

/* By byte order mark, or by what the first bytes look like: NUL in every second byte is UTF-16; NUL among other bytes that no text has is
 * binary; a single NUL in a text is an ordinary byte. */
static Encoding encoding(Str *s)
{
    if (str_starts(*s, S("\xff\xfe")) || str_starts(*s, S("\xfe\xff"))) {
        bool big = s->s[0] == 0xfe;
        *s = str_from(*s, 2);
        return big ? ENC_UTF16BE : ENC_UTF16LE;
    }
    if (str_starts(*s, S("\xef\xbb\xbf")))
        *s = str_from(*s, 3);
    Str t = str_head(*s, SAMPLE);
    iz nul[2] = {0}, odd = 0;
    if (str_find_u8(t, 0) < 0)
        return ENC_UTF8;
    for (iz i = 0; i < t.len; i++) {
        u8 c = t.s[i];
        nul[i & 1] += c == 0;
        odd += c < 7 || (c > 13 && c < 27) || c > 127;
    }
    if (nul[1] > t.len * 2 / 5 && nul[0] < t.len / 20)
        return ENC_UTF16LE;
    if (nul[0] > t.len * 2 / 5 && nul[1] < t.len / 20)
        return ENC_UTF16BE;
    return odd > t.len / 20 ? ENC_BINARY : ENC_UTF8;
}

/* Bytes that mean something to us in texts (sdkcall.h, mapcall.h) and cannot occur in UTF-8 become another one that cannot. */
static Str tame(Arena *a, Str s)
{
    u8 *p = new(a, u8, s.len + 1);
    for (iz i = 0; i < s.len; i++)
        p[i] = s.s[i] >= 0xfd ? 0xfd : s.s[i];
    return (Str){p, s.len};
}

bool unit_load(Arena *a, Unit *u, Diags *diags)
{
    Str text, why;
    Source *src = &u->src;
    if (!read_whole(a, u->from_stdin ? S("-") : src->path, u->lang ? SOURCE_MAX : CONFIG_MAX, &text, &why)) {
        bool large = str_eq(why, S("too large"));
        if (diags)
            diag_add(diags, large ? DIAG_file_too_large : DIAG_unreadable_file, src, DIAG_NO_PLACE, large ? (Str){0} : why);
        return false;
    }
    Encoding e = encoding(&text);
    if (e == ENC_BINARY) {
        if (diags)
            diag_add(diags, DIAG_binary_file, src, DIAG_NO_PLACE, (Str){0});
        return false;
    }
    if (e != ENC_UTF8) {
        text = utf16_to_utf8(a, text, e == ENC_UTF16BE);
    } else {
        iz bad = utf8_bad(text);
        if (bad >= 0) {
            if (diags)
                diag_add(diags, DIAG_not_utf8, src, (u32)bad, (Str){0});
            text = tame(a, text);
        }
    }
    if (!text.s)
        text.s = new(a, u8, 1);
    src->text = text;
    return true;
}
