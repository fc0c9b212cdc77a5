/* measure.c: runs a command RUNS times with its output thrown away; prints the shortest time in seconds and the largest resident size in KiB.
 * A program of its own because a child's size starts with that of the process it was forked from. -c: the time of the processor instead of
 * that of the clock, which others on the machine lengthen.
 *
 *     measure [-c] RUNS COMMAND...
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    double best = 1e9;
    long size = 0;
    int processor = argc > 1 && strcmp(argv[1], "-c") == 0;
    argv += processor;
    argc -= processor;
    if (argc < 3)
        return 2;
    for (int i = atoi(argv[1]); i > 0; i--) {
        struct timespec from, to;
        struct rusage use;
        int status;
        clock_gettime(CLOCK_MONOTONIC, &from);
        pid_t pid = fork();
        if (pid == 0) {
            int null = open("/dev/null", O_WRONLY);
            dup2(null, 1);
            dup2(null, 2);
            execv(argv[2], argv + 2);
            _exit(127);
        }
        if (wait4(pid, &status, 0, &use) != pid || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
            fprintf(stderr, "measure: %s: status %d\n", argv[2], status);
            return 1;
        }
        clock_gettime(CLOCK_MONOTONIC, &to);
        double t = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
        if (processor)
            t = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) + (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
        best = t < best ? t : best;
        size = use.ru_maxrss > size ? use.ru_maxrss : size;
    }
    printf("%.6f %ld\n", best, size);
    return 0;
}
