// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// Another process, with the memory of this one.

struct around {
    struct around *older, *newer;
    void (*before)(void), (*parent)(void), (*child)(void);
};

static struct around *newest, *oldest;

int pthread_atfork(void (*before)(void), void (*parent)(void), void (*child)(void)) {
    struct around *around = malloc(sizeof *around);
    if (around == NULL) return ENOMEM;
    *around = (struct around){.older = newest, .before = before, .parent = parent, .child = child};
    if (newest != NULL) newest->newer = around;
    else oldest = around;
    newest = around;
    return 0;
}

pid_t _Fork(void) {
    int32_t child = 0;
    int32_t error = __wasi_process_fork(&child);
    if (error == 0 && child == 0) __net_learn_self();
    return __net_ret_value(error, child);
}

pid_t fork(void) {
    for (struct around *around = newest; around != NULL; around = around->older)
        if (around->before != NULL) around->before();
    pid_t child = _Fork();
    int saved = errno;
    for (struct around *around = oldest; around != NULL; around = around->newer) {
        void (*after)(void) = child == 0 ? around->child : around->parent;
        if (after != NULL) after();
    }
    errno = saved;
    return child;
}

// The memory is not lent but copied: what the child changes there is its own.
pid_t vfork(void) { return _Fork(); }

// Where the host permits no processes the program stays where it is, does all else that a daemon does, and is one then.
static int32_t go_to_the_background(void) {
    pid_t child = fork();
    if (child < 0) return errno == ENOSYS ? 0 : errno;
    if (child > 0) _exit(EXIT_SUCCESS);
    return setsid() < 0 ? errno : 0;
}

// Where a /dev was granted that has no null, what it has for its standard streams is kept.
int daemon(int nochdir, int noclose) {
    int saved = errno;
    int32_t error = go_to_the_background();
    if (error != 0) return __net_ret(error);
    if (!nochdir && chdir("/") != 0) errno = saved; // not granted, which the current directory says as well
    int fd = noclose ? -1 : open("/dev/null", O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        errno = saved;
        return 0;
    }
    struct stat status;
    error = fstat(fd, &status) != 0 ? errno : S_ISCHR(status.st_mode) ? 0 : ENODEV;
    for (int stream = STDIN_FILENO; error == 0 && stream <= STDERR_FILENO; stream++)
        if (dup2(fd, stream) < 0) error = errno;
    if (fd > STDERR_FILENO) close(fd);
    return __net_ret(error);
}
