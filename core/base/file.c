/* file.c: see file.h. */
#include "file.h"

#include <errno.h>
#include <unistd.h>

iz file_read(int fd, u8 *p, iz n)
{
    iz got = 0;
    while (got < n) {
        ssize_t k = read(fd, p + got, (size_t)(n - got));
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return -1;
        if (k == 0)
            break;
        got += k;
    }
    return got;
}
