/* replay.c: main for the fuzz targets without a fuzzer: runs each file named on the command line, and every file of each folder, once. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

static int count;

static void one(const char *path)
{
    char inner[1000];
    DIR *d = opendir(path);
    if (d) {
        struct dirent *e;
        while ((e = readdir(d)))
            if (e->d_name[0] != '.') {
                snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
                one(inner);
            }
        closedir(d);
        return;
    }
    FILE *f = fopen(path, "rb");
    enum { MAX = 1 << 20 };
    u8 *p = malloc(MAX);
    if (!f || !p) {
        perror(path);
        exit(2);
    }
    size_t n = fread(p, 1, MAX, f);
    fclose(f);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(p, n);
    free(p);
    count++;
}

int main(int argc, char **argv)
{
    char here[1000];
    if (!getcwd(here, sizeof here))
        return 2;
    for (int i = 1; i < argc; i++) { /* a target may have gone elsewhere */
        char path[2100];
        snprintf(path, sizeof path, argv[i][0] == '/' ? "%s%s" : "%s/%s", argv[i][0] == '/' ? "" : here, argv[i]);
        one(path);
    }
    printf("%s: %d inputs\n", argv[0], count);
    return 0;
}
