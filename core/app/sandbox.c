/* sandbox.c: see sandbox.h.
 *
 * The filter is a list of what may be called: what a C library does to read files, to take memory, to start and join threads, and to end. Calls
 * whose harm lies in an argument are allowed for harmless values only: open for reading, clone for threads, write to 1 and 2, mmap and mprotect
 * without PROT_EXEC. Everything else fails with EPERM; calls newer than this list, and clone3, whose flags a filter cannot see, with ENOSYS, so
 * that a C library takes the older ones. Landlock says a second time, by other means, that no file is changed.
 */
#include "sandbox.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(SANITIZED)
#define HAVE_SANDBOX 1
#else
#define HAVE_SANDBOX 0
#endif

#if HAVE_SANDBOX

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Little-endian machines with 64 bits whose calls all have names of their own. */
#if defined(__x86_64__) && !defined(__ILP32__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && !defined(__AARCH64EB__)
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#endif

#ifdef MACHINE

enum { NEWER = 435 }; /* clone3: numbers from here on are the same everywhere */

#define FIELD(f) ((u32)offsetof(struct seccomp_data, f))
#define LOAD(off) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (off))
#define ARGUMENT(n) LOAD(FIELD(args) + 8 * (n)) /* its low half: flags and descriptors are ints */
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define ALLOW RETURN(SECCOMP_RET_ALLOW)
#define REFUSE(e) RETURN(SECCOMP_RET_ERRNO | (e))
#define IS(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (u32)(value), (yes), (no))
#define ANY(bits, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (u32)(bits), (yes), (no))
#define LESS(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (u32)(value), (no), (yes))
#define CALL(nr) IS(nr, 0, 1), ALLOW

/* Allowed when no bit of argument n is among these. */
#define CALL_WITHOUT(nr, n, bits) IS(nr, 0, 4), ARGUMENT(n), ANY(bits, 0, 1), REFUSE(EPERM), ALLOW

/* Allowed when argument n is this. */
#define CALL_WITH(nr, n, value) IS(nr, 0, 4), ARGUMENT(n), IS(value, 1, 0), REFUSE(EPERM), ALLOW

#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

static bool no_calls(void)
{
    struct sock_filter filter[] = {
        LOAD(FIELD(arch)),
        IS(MACHINE, 1, 0),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        LOAD(FIELD(nr)),
        /* Those that are called for every file. */
        CALL_WITHOUT(SYS_openat, 2, WRITING),
        CALL(SYS_read),
        CALL(SYS_close),
        CALL(SYS_fstat),
        CALL(SYS_newfstatat),
        CALL(SYS_getdents64),
        CALL(SYS_futex),
        CALL_WITHOUT(SYS_mmap, 2, PROT_EXEC),
        CALL(SYS_munmap),
        CALL_WITHOUT(SYS_mprotect, 2, PROT_EXEC),
        CALL(SYS_madvise),
        CALL(SYS_brk),
        /* Output. */
        IS(SYS_write, 1, 0),
        IS(SYS_writev, 0, 5),
        ARGUMENT(0),
        IS(1, 2, 0),
        IS(2, 1, 0),
        REFUSE(EPERM),
        ALLOW,
        CALL_WITH(SYS_ftruncate, 0, 1),
        /* Threads. */
        IS(SYS_clone, 0, 4),
        ARGUMENT(0),
        ANY(CLONE_THREAD, 1, 0),
        REFUSE(EPERM),
        ALLOW,
        CALL(SYS_set_robust_list),
#ifdef SYS_rseq
        CALL(SYS_rseq),
#endif
        CALL(SYS_rt_sigprocmask),
        CALL(SYS_rt_sigaction),
        CALL(SYS_rt_sigreturn),
        CALL(SYS_sigaltstack),
        CALL(SYS_sched_yield),
        CALL(SYS_sched_getaffinity),
        CALL(SYS_membarrier),
        CALL(SYS_exit),
        CALL(SYS_exit_group),
        /* The rest of reading. */
        CALL(SYS_lseek),
        CALL(SYS_pread64),
        CALL(SYS_readv),
        CALL(SYS_readlinkat),
        CALL(SYS_faccessat),
#ifdef SYS_faccessat2
        CALL(SYS_faccessat2),
#endif
#ifdef SYS_statx
        CALL(SYS_statx),
#endif
        CALL(SYS_statfs),
        CALL(SYS_fstatfs),
        CALL(SYS_getcwd),
        CALL(SYS_fadvise64),
        CALL(SYS_mremap),
        CALL(SYS_mincore),
        CALL(SYS_dup),
        IS(SYS_fcntl, 0, 7), /* asking about descriptors, and closing them at exec */
        ARGUMENT(1),
        IS(F_GETFD, 4, 0),
        IS(F_SETFD, 3, 0),
        IS(F_GETFL, 2, 0),
        IS(F_DUPFD_CLOEXEC, 1, 0),
        REFUSE(EPERM),
        ALLOW,
        /* Time, and what a C library asks of the system. */
        CALL(SYS_clock_gettime),
        CALL(SYS_clock_getres),
        CALL(SYS_gettimeofday),
        CALL(SYS_nanosleep),
        CALL(SYS_clock_nanosleep),
        CALL(SYS_ppoll),
        CALL(SYS_getrandom),
        CALL(SYS_getpid),
        CALL(SYS_gettid),
        CALL(SYS_getuid),
        CALL(SYS_geteuid),
        CALL(SYS_getgid),
        CALL(SYS_getegid),
        CALL(SYS_uname),
        CALL(SYS_sysinfo),
        CALL(SYS_getrusage),
        CALL(SYS_restart_syscall),
        CALL_WITH(SYS_tgkill, 0, getpid()), /* abort() */
        IS(SYS_ioctl, 0, 5), /* is it a terminal, how wide: nothing else, TIOCSTI least of all */
        ARGUMENT(1),
        IS(TCGETS, 2, 0),
        IS(TIOCGWINSZ, 1, 0),
        REFUSE(ENOTTY),
        ALLOW,
        IS(SYS_prlimit64, 0, 6), /* asking, not setting */
        ARGUMENT(2),
        IS(0, 0, 2),
        LOAD(FIELD(args) + 8 * 2 + 4), /* a pointer has two halves */
        IS(0, 1, 0),
        REFUSE(EPERM),
        ALLOW,
        /* Old calls that some machines have beside the newer ones. */
#ifdef SYS_open
        CALL_WITHOUT(SYS_open, 1, WRITING),
#endif
#ifdef SYS_stat
        CALL(SYS_stat),
        CALL(SYS_lstat),
#endif
#ifdef SYS_access
        CALL(SYS_access),
#endif
#ifdef SYS_readlink
        CALL(SYS_readlink),
#endif
#ifdef SYS_poll
        CALL(SYS_poll),
#endif
#ifdef SYS_arch_prctl
        CALL(SYS_arch_prctl),
#endif
#ifdef SYS_time
        CALL(SYS_time),
#endif
        LESS(NEWER, 0, 1),
        REFUSE(EPERM),
        REFUSE(ENOSYS),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

static bool no_calls(void)
{
    return false;
}

#endif

/* Headers may be older than the kernel. The numbers are the same on all machines. */
enum { CREATE_RULESET = 444, RESTRICT_SELF = 446 };

/* All rights of version 1 that change something, by their bits. */
enum {
    CHANGES = 1 << 0 | 1 << 1 | 0x1ff << 4, /* execute, write; remove and make */
    REFER = 1 << 13, TRUNCATE = 1 << 14, DEVICES = 1 << 15,
    TCP = 1 << 0 | 1 << 1, /* bind, connect */
};

static bool no_changes(void)
{
    struct {
        u64 files, net, scoped;
    } rules = {.files = CHANGES};
    long version = syscall(CREATE_RULESET, (void *)0, (size_t)0, 1U);
    size_t size = sizeof rules.files;
    if (version < 1)
        return false;
    if (version >= 2)
        rules.files |= REFER;
    if (version >= 3)
        rules.files |= TRUNCATE;
    if (version >= 4) {
        rules.net = TCP;
        size = 2 * sizeof rules.files;
    }
    if (version >= 5)
        rules.files |= DEVICES;
    if (version >= 6) {
        rules.scoped = 3; /* abstract sockets, signals: to this process only */
        size = sizeof rules;
    }
    int fd = (int)syscall(CREATE_RULESET, &rules, size, 0U);
    if (fd < 0)
        return false;
    bool ok = syscall(RESTRICT_SELF, fd, 0U) == 0;
    close(fd);
    return ok;
}

Sandbox sandbox_enter(void)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return SANDBOX_NONE;
    bool files = no_changes();
    return no_calls() ? SANDBOX_FULL : files ? SANDBOX_FILES : SANDBOX_NONE;
}

#else

Sandbox sandbox_enter(void)
{
    return SANDBOX_NONE;
}

#endif
