// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"

// Running other programs: WASI cannot.

// What is not there is told first, so that a program looks elsewhere.
int execve(const char *path, char *const argv[], char *const envp[]) {
    struct stat status;
    (void)argv, (void)envp;
    int32_t error = __net_check_path(path);
    if (error != 0) return __net_ret(error);
    if (stat(path, &status) != 0) return -1;
    return __net_ret(S_ISDIR(status.st_mode) ? EACCES : ENOSYS);
}

int execvpe(const char *file, char *const argv[], char *const envp[]) {
    char path[PATH_MAX];
    const char *place = getenv("PATH");
    if (!__net_inside(file, 1) || *file == '\0' || strchr(file, '/') != NULL) return execve(file, argv, envp);
    for (place = place != NULL ? place : "/bin:/usr/bin"; place != NULL; place = *place == ':' ? place + 1 : NULL) {
        size_t length = strcspn(place, ":");
        int size = snprintf(path, sizeof path, "%.*s%s%s", (int)length, place, length > 0 ? "/" : "", file);
        place += length;
        if (size > 0 && (size_t)size < sizeof path && access(path, F_OK) == 0) return execve(path, argv, envp);
    }
    return __net_ret(ENOENT);
}

int execv(const char *path, char *const argv[]) { return execve(path, argv, NULL); }
int execvp(const char *file, char *const argv[]) { return execvpe(file, argv, NULL); }
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
    return execvpe(file, NULL, NULL);
}

int fexecve(int fd, char *const argv[], char *const envp[]) {
    if (fd < 0 || argv == NULL || envp == NULL) return __net_ret(EINVAL);
    return __net_ret(__net_unless_bad(fd, ENOSYS));
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
