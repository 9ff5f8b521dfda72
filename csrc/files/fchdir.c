// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

// The working directory is a path: the one that a directory has now. Names that were given without a slash begin there.
int fchdir(int fd) {
    char path[PATH_MAX + 2] = "/";
    size_t length;
    int32_t error = __wasi_file_path_of(fd, path + 1, PATH_MAX, &length);
    if (error != 0) return __net_ret(error);
    path[1 + length] = '\0';
    const char *start = path + 1;
    if (start[0] == '.' && (start[1] == '/' || start[1] == '\0')) start++;
    return chdir(*start == '/' ? start : *start == '\0' ? "/" : path);
}
