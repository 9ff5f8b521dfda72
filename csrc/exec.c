// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "internal.h"

// Running other programs: WASI cannot.

int execve(const char *path, char *const argv[], char *const envp[]) {
    (void)path, (void)argv, (void)envp;
    return __net_ret(ENOSYS);
}

int execv(const char *path, char *const argv[]) { return execve(path, argv, NULL); }
int execvp(const char *file, char *const argv[]) { return execve(file, argv, NULL); }
int execvpe(const char *file, char *const argv[], char *const envp[]) { return execve(file, argv, envp); }
int execl(const char *path, const char *arg, ...) {
    (void)arg;
    return execve(path, NULL, NULL);
}
int execle(const char *path, const char *arg, ...) {
    (void)arg;
    return execve(path, NULL, NULL);
}
int execlp(const char *file, const char *arg, ...) {
    (void)arg;
    return execve(file, NULL, NULL);
}

int fexecve(int fd, char *const argv[], char *const envp[]) {
    (void)fd;
    return execve(NULL, argv, envp);
}

// Asked with no command, it says that there is no shell.
int system(const char *command) { return command == NULL ? 0 : __net_ret(ENOSYS); }

FILE *popen(const char *command, const char *mode) {
    (void)command, (void)mode;
    __net_ret(ENOSYS);
    return NULL;
}

int pclose(FILE *stream) {
    (void)stream;
    return __net_ret(ECHILD);
}
