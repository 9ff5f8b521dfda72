// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "internal.h"

// The program as a process: one without parent, children, or a session to leave. Its number is wasi-libc's.

#define SELF 42

pid_t getpid(void) { return SELF; }
pid_t getppid(void) { return 1; }
pid_t getpgrp(void) { return SELF; }
pid_t gettid(void) { return SELF; }

bool __net_is_self(pid_t pid) { return pid == SELF || pid == 0 || pid == -SELF || pid == -1; }

bool __net_process(pid_t pid) { return pid == 0 || pid == SELF; }

static pid_t own(pid_t pid) { return __net_ret_value(__net_process(pid) ? 0 : ESRCH, SELF); }

pid_t getpgid(pid_t pid) { return own(pid); }
pid_t getsid(pid_t pid) { return own(pid); }

// It leads its group and its session, which is why it can neither move nor make another.
int setpgid(pid_t pid, pid_t group) {
    if (pid < 0 || group < 0) return __net_ret(EINVAL);
    if (own(pid) < 0) return -1;
    return __net_ret(group == 0 || group == SELF ? 0 : EPERM);
}

pid_t setpgrp(void) { return setpgid(0, 0); }
pid_t setsid(void) { return __net_ret(EPERM); }

// --- Children: there are none ---

// Linux's options about threads: __WNOTHREAD, __WALL, __WCLONE.
#define FOR_THREADS ((int)0xe0000000)

pid_t fork(void) { return __net_ret(ENOSYS); }
pid_t vfork(void) { return __net_ret(ENOSYS); }
pid_t _Fork(void) { return __net_ret(ENOSYS); }

// There is no process to go to the background in: the program stays where it is, does all else that a daemon does, and
// is a daemon then. Where a /dev was granted that has no null, what it has for its standard streams is kept.
int daemon(int nochdir, int noclose) {
    int saved = errno;
    if (!nochdir && chdir("/") != 0) errno = saved; // not granted, which the current directory says as well
    int fd = noclose ? -1 : open("/dev/null", O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        errno = saved;
        return 0;
    }
    struct stat status;
    int32_t error = fstat(fd, &status) != 0 ? errno : S_ISCHR(status.st_mode) ? 0 : ENODEV;
    for (int stream = STDIN_FILENO; error == 0 && stream <= STDERR_FILENO; stream++)
        if (dup2(fd, stream) < 0) error = errno;
    if (fd > STDERR_FILENO) close(fd);
    return __net_ret(error);
}

pid_t waitpid(pid_t pid, int *status, int options) {
    (void)pid, (void)status;
    return __net_ret(options & ~(WNOHANG | WUNTRACED | WCONTINUED | FOR_THREADS) ? EINVAL : ECHILD);
}
pid_t wait(int *status) { return waitpid(-1, status, 0); }
pid_t wait3(int *status, int options, struct rusage *usage) {
    (void)usage;
    return waitpid(-1, status, options);
}

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage) {
    (void)usage;
    return waitpid(pid, status, options);
}

int waitid(idtype_t type, id_t id, siginfo_t *info, int options) {
    const int states = WEXITED | WSTOPPED | WCONTINUED;
    (void)info;
    if (options & ~(states | WNOHANG | WNOWAIT | FOR_THREADS) || !(options & states)) return __net_ret(EINVAL);
    switch (type) {
    case P_ALL: break;
    case P_PID:
        if ((pid_t)id <= 0) return __net_ret(EINVAL);
        break;
    case P_PGID:
        if ((pid_t)id < 0) return __net_ret(EINVAL);
        break;
    case P_PIDFD: return __net_ret((int)id < 0 ? EINVAL : EBADF);
    default: return __net_ret(EINVAL);
    }
    return __net_ret(ECHILD);
}

int nice(int increment) { return __net_ret(increment >= 0 ? 0 : EPERM); }
void sync(void) {}
int chroot(const char *path) {
    (void)path;
    return __net_ret(EPERM);
}
