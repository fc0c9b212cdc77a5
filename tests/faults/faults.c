/* faults.c: makes calls of the C library fail, to be preloaded (glibc). FAULT says which: `CALL:N:ERRNO` lets the N-th call fail, with `+` after N
 * all from it on; `read:short`, `write:short` transfer one byte at a time; `read:0:4`, `write:0:4` fail with EINTR (4) before every success. CALL is
 * malloc, mmap, open, read, opendir, readdir, write or thread; read and write count only the files of the program (of descriptors from 3; of 1).
 *
 * FAULT_SHORT=1 writes one byte at a time besides.
 *
 * When a call was made to fail, "@fault" is written to standard error, so that tests/faults/run knows when there are no more to try.
 * PROBE=1 does what the sandbox forbids when the result is written, and tells what of it succeeds: it is to be nothing. PROBE=2 only opens a socket.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);

static struct {
    bool ready, on, every, partial;
    char call[16];
    long n;
    int error;
    atomic_long count;
} fault;

static void say(const char *text)
{
    (void)!syscall(SYS_write, 2, text, strlen(text));
}

static void prepare(void)
{
    const char *s = getenv("FAULT");
    fault.ready = true;
    if (!s || !*s)
        return;
    size_t n = strcspn(s, ":");
    if (n >= sizeof fault.call || !s[n])
        return;
    memcpy(fault.call, s, n);
    fault.partial = strcmp(s + n + 1, "short") == 0;
    char *end;
    fault.n = strtol(s + n + 1, &end, 10);
    fault.every = *end == '+' || fault.n == 0;
    fault.error = EIO;
    if ((s = strchr(end, ':')))
        fault.error = atoi(s + 1);
    fault.on = true;
}

/* Whether this call is to fail; errno is set. */
static bool fails(const char *call)
{
    if (!fault.on || fault.partial || strcmp(fault.call, call) != 0)
        return false;
    long k = atomic_fetch_add(&fault.count, 1) + 1;
    if (fault.n == 0) { /* every second call */
        errno = fault.error;
        return k % 2 == 1;
    }
    if (k < fault.n || (k > fault.n && !fault.every))
        return false;
    if (k == fault.n)
        say("@fault\n");
    errno = fault.error;
    return true;
}

static bool partial(const char *call)
{
    return fault.on && fault.partial && strcmp(fault.call, call) == 0;
}

/* What libraries do before main does not count: it begins with this. */
__sighandler_t signal(int n, __sighandler_t act)
{
    struct sigaction a = {.sa_handler = act}, old;
    if (!fault.ready)
        prepare();
    return sigaction(n, &a, &old) ? SIG_ERR : old.sa_handler;
}

/* --- memory --- */

void *malloc(size_t n)
{
    return fails("malloc") ? 0 : __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
    return fails("malloc") ? 0 : __libc_calloc(n, size);
}

void *realloc(void *p, size_t n)
{
    return fails("malloc") ? 0 : __libc_realloc(p, n);
}

void *mmap(void *at, size_t n, int protection, int flags, int fd, off_t off)
{
    return fails("mmap") ? MAP_FAILED : (void *)syscall(SYS_mmap, at, n, protection, flags, fd, off);
}

/* --- files --- */

#define NEXT(name) \
    static __typeof__(name) *next; \
    if (!next) \
        *(void **)&next = dlsym(RTLD_NEXT, #name)

int open(const char *path, int flags, ...)
{
    va_list ap;
    va_start(ap, flags);
    int mode = va_arg(ap, int);
    va_end(ap);
    return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags)
{
    return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0);
}

ssize_t read(int fd, void *p, size_t n)
{
    if (fd > 2 && fails("read"))
        return -1;
    return syscall(SYS_read, fd, p, partial("read") && n ? 1 : n);
}

ssize_t __read_chk(int fd, void *p, size_t n, size_t size);
ssize_t __read_chk(int fd, void *p, size_t n, size_t size)
{
    (void)size;
    return read(fd, p, n);
}

DIR *opendir(const char *path)
{
    NEXT(opendir);
    return fails("opendir") ? 0 : next(path);
}

struct dirent *readdir(DIR *d)
{
    NEXT(readdir);
    return fails("readdir") ? 0 : next(d);
}

int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*run)(void *), void *arg)
{
    NEXT(pthread_create);
    return fails("thread") ? EAGAIN : next(t, a, run, arg);
}

/* --- output, and the sandbox --- */

static void expect(const char *what, long result)
{
    char line[100];
    if (result >= 0) {
        snprintf(line, sizeof line, "sandbox: %s succeeded\n", what);
        say(line);
    }
}

static void *in_thread(void *arg)
{
    (void)arg;
    expect("socket in a thread", socket(AF_INET, SOCK_STREAM, 0));
    return 0;
}

static void probe(void)
{
    char name[] = "probe.made";
    pthread_t t;
    expect("socket", socket(AF_INET, SOCK_STREAM, 0));
    if (strcmp(getenv("PROBE"), "1") != 0)
        return;
    expect("socket (unix)", socket(AF_UNIX, SOCK_DGRAM, 0));
    expect("creating", syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT, 0600));
    expect("writing", syscall(SYS_openat, AT_FDCWD, "a.py", O_WRONLY, 0));
    expect("reading and writing", syscall(SYS_openat, AT_FDCWD, "a.py", O_RDWR, 0));
    expect("truncating", truncate("a.py", 0));
    expect("a nameless file", syscall(SYS_openat, AT_FDCWD, ".", O_TMPFILE | O_RDWR, 0600));
    expect("openat2", syscall(437, AT_FDCWD, name, 0, 0));
    expect("io_uring", syscall(425, 1, 0));
    expect("rename", rename("a.py", name));
    expect("unlink", unlink("a.py"));
    expect("mkdir", mkdir(name, 0700));
    expect("symlink", symlink("a.py", name));
    expect("chmod", chmod("a.py", 0777));
    expect("fork", (long)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    expect("exec", execl("/bin/true", "true", (char *)0));
    expect("kill", kill(getppid(), 0));
    expect("tgkill", syscall(SYS_tgkill, getppid(), getppid(), 0));
    expect("memfd", syscall(SYS_memfd_create, name, 0));
    expect("code", mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0);
    expect("ptrace", syscall(SYS_ptrace, 0, 0, 0, 0));
    expect("another descriptor", syscall(SYS_write, 9, "x", 1));
    if (pthread_create(&t, 0, in_thread, 0) == 0)
        pthread_join(t, 0);
    else
        say("sandbox: no thread\n");
    int fd = (int)syscall(SYS_openat, AT_FDCWD, "a.py", O_RDONLY, 0);
    if (fd < 0 || syscall(SYS_read, fd, name, 1) != 1)
        say("sandbox: no reading\n");
    say("probed\n");
}

ssize_t write(int fd, const void *p, size_t n)
{
    if (fd == 1 && getenv("PROBE"))
        probe();
    if (fd == 1 && fails("write"))
        return -1;
    return syscall(SYS_write, fd, p, (partial("write") || getenv("FAULT_SHORT")) && fd == 1 && n ? 1 : n);
}
