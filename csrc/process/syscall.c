// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "internal.h"

// Functions by their numbers. An argument is a word, as pointers, ints and sizes all are here.

static int32_t get_cpu(unsigned *cpu, unsigned *node) {
    if ((cpu != NULL && !__net_inside(cpu, sizeof *cpu)) || (node != NULL && !__net_inside(node, sizeof *node))) return EFAULT;
    if (cpu != NULL) *cpu = 0;
    if (node != NULL) *node = 0;
    return 0;
}

// What Linux's tell beside success: how many bytes of the set there are.
static long affinity(pid_t pid, size_t size, cpu_set_t *set) {
    return sched_getaffinity(pid, size, set) == 0 ? (long)sizeof(unsigned long) : -1;
}

static long tgkill(pid_t group, pid_t thread, int signal) {
    if (group <= 0 || thread <= 0) return __net_ret(EINVAL);
    return group == thread ? kill(thread, signal) : __net_ret(ESRCH);
}

// An offset comes in two words, the lower one first.
static off_t offset_of(unsigned long low, unsigned long high) { return (off_t)((uint64_t)high << 32 | low); }

// An argument of the type that its parameter has.
#define A(type, index) ((type)a[index])

static long of_descriptors(long number, const unsigned long *a) {
    switch (number) {
    case SYS_read: return read(A(int, 0), A(void *, 1), a[2]);
    case SYS_write: return write(A(int, 0), A(const void *, 1), a[2]);
    case SYS_readv: return readv(A(int, 0), A(const struct iovec *, 1), A(int, 2));
    case SYS_writev: return writev(A(int, 0), A(const struct iovec *, 1), A(int, 2));
    case SYS_preadv: return preadv(A(int, 0), A(const struct iovec *, 1), A(int, 2), offset_of(a[3], a[4]));
    case SYS_pwritev: return pwritev(A(int, 0), A(const struct iovec *, 1), A(int, 2), offset_of(a[3], a[4]));
    case SYS_preadv2: return preadv2(A(int, 0), A(const struct iovec *, 1), A(int, 2), offset_of(a[3], a[4]), A(int, 5));
    case SYS_pwritev2: return pwritev2(A(int, 0), A(const struct iovec *, 1), A(int, 2), offset_of(a[3], a[4]), A(int, 5));
    case SYS_close: return close(A(int, 0));
    case SYS_close_range: return close_range(A(unsigned, 0), A(unsigned, 1), A(int, 2));
    case SYS_dup: return dup(A(int, 0));
    case SYS_dup3: return dup3(A(int, 0), A(int, 1), A(int, 2));
    case SYS_pipe2: return pipe2(A(int *, 0), A(int, 1));
    case SYS_memfd_create: return memfd_create(A(const char *, 0), A(unsigned, 1));
    case SYS_copy_file_range:
        return copy_file_range(A(int, 0), A(off_t *, 1), A(int, 2), A(off_t *, 3), a[4], A(unsigned, 5));
    case SYS_accept4: return accept4(A(int, 0), A(struct sockaddr *, 1), A(socklen_t *, 2), A(int, 3));
    case SYS_sendmmsg: return sendmmsg(A(int, 0), A(struct mmsghdr *, 1), A(unsigned, 2), A(unsigned, 3));
    case SYS_recvmmsg:
        return recvmmsg(A(int, 0), A(struct mmsghdr *, 1), A(unsigned, 2), A(unsigned, 3), A(struct timespec *, 4));
    default: return __net_ret(ENOSYS);
    }
}

static long of_events(long number, const unsigned long *a) {
    switch (number) {
    case SYS_eventfd2: return eventfd(A(unsigned, 0), A(int, 1));
    case SYS_epoll_create1: return epoll_create1(A(int, 0));
    case SYS_epoll_ctl: return epoll_ctl(A(int, 0), A(int, 1), A(int, 2), A(struct epoll_event *, 3));
    case SYS_epoll_pwait:
        return epoll_pwait(A(int, 0), A(struct epoll_event *, 1), A(int, 2), A(int, 3), A(const sigset_t *, 4));
    case SYS_epoll_pwait2:
        return epoll_pwait2(A(int, 0), A(struct epoll_event *, 1), A(int, 2), A(const struct timespec *, 3),
                            A(const sigset_t *, 4));
    case SYS_timerfd_create: return timerfd_create(A(clockid_t, 0), A(int, 1));
    case SYS_timerfd_settime:
        return timerfd_settime(A(int, 0), A(int, 1), A(const struct itimerspec *, 2), A(struct itimerspec *, 3));
    case SYS_timerfd_gettime: return timerfd_gettime(A(int, 0), A(struct itimerspec *, 1));
    case SYS_signalfd4: return signalfd(A(int, 0), A(const sigset_t *, 1), A(int, 3));
    case SYS_inotify_init1: return inotify_init1(A(int, 0));
    case SYS_inotify_add_watch: return inotify_add_watch(A(int, 0), A(const char *, 1), A(uint32_t, 2));
    case SYS_inotify_rm_watch: return inotify_rm_watch(A(int, 0), A(int, 1));
    default: return of_descriptors(number, a);
    }
}

static long of_processes(long number, const unsigned long *a) {
    switch (number) {
    case SYS_getpid:
    case SYS_gettid: return getpid();
    case SYS_getppid: return getppid();
    case SYS_getuid: return (long)getuid();
    case SYS_geteuid: return (long)geteuid();
    case SYS_getgid: return (long)getgid();
    case SYS_getegid: return (long)getegid();
    case SYS_kill: return kill(A(pid_t, 0), A(int, 1));
    case SYS_tkill: return tgkill(A(pid_t, 0), A(pid_t, 0), A(int, 1));
    case SYS_tgkill: return tgkill(A(pid_t, 0), A(pid_t, 1), A(int, 2));
    case SYS_exit:
    case SYS_exit_group: _exit(A(int, 0));
    case SYS_prctl: return prctl(A(int, 0), a[1], a[2], a[3], a[4]);
    case SYS_getcpu: return __net_ret(get_cpu(A(unsigned *, 0), A(unsigned *, 1)));
    case SYS_sched_getaffinity: return affinity(A(pid_t, 0), a[1], A(cpu_set_t *, 2));
    case SYS_sched_setaffinity: return sched_setaffinity(A(pid_t, 0), a[1], A(const cpu_set_t *, 2));
    case SYS_clock_gettime: return clock_gettime(A(clockid_t, 0), A(struct timespec *, 1));
    case SYS_getrandom: return getrandom(A(void *, 0), a[1], A(unsigned, 2));
    default: return of_events(number, a);
    }
}

long syscall(long number, ...) {
    unsigned long arguments[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++) arguments[i] = va_arg(list, unsigned long);
    va_end(list);
    return of_processes(number, arguments);
}
