/* file.h: reading descriptors to the end of what is asked for. */
#ifndef CORE_BASE_FILE_H
#define CORE_BASE_FILE_H

#include "base.h"

/* Reads until n bytes are there or the file ends; signals and short reads do not end it. Returns the number of bytes, or -1 (errno). */
iz file_read(int fd, u8 *p, iz n);

#endif
