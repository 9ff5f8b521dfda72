// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir /proc::/proc --dir @SCRATCH@::/files

#include "../test.h"

// Whoever gives a program /proc, with all of / perhaps, gives it something to read: not the memory of the host that runs
// it, in which the rest of its sandbox lies, nor the links to what processes have open.

static void try(const char *path) {
    int reads = open(path, O_RDONLY), error = errno, writes = open(path, O_RDWR);
    printf("%s: to be read %s, to be written %s\n", path, reads < 0 ? errname(error) : "ok", writes < 0 ? errname(errno) : "ok");
}

int main(void) {
    try("/proc/self/mem");
    try("/proc/self/comm");
    try("/proc/self/fd/0");
    try("/proc/self/root/etc");
    try("/proc/self/cwd");
    printf("with O_TRUNC: %s\n", open("/proc/self/comm", O_WRONLY | O_TRUNC) < 0 ? errname(errno) : "ok");
    SHOW_OK(open("/files/new", O_CREAT | O_RDWR, 0644));
    return t_status;
}
