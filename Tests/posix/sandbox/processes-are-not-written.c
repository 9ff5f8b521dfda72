// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir /proc::/proc --dir @SCRATCH@::/files

#include "../test.h"

// Whoever gives a program /proc, with all of / perhaps, gives it something to read: not the memory of the host that runs
// it, in which the rest of its sandbox lies, nor the links to what processes have open.

static void try(const char *path) {
    int reads = open(path, O_RDONLY), writes = open(path, O_RDWR);
    printf("%s: to be read %s, to be written %s\n", path, reads < 0 ? "no" : "yes", writes < 0 ? "no" : "yes");
}

int main(void) {
    try("/proc/self/mem");
    try("/proc/self/comm");
    try("/proc/self/fd/0");
    try("/proc/self/root/etc");
    try("/proc/self/cwd");
    SHOW_OK(open("/proc/self/mem", O_RDWR));
    SHOW_OK(open("/proc/self/comm", O_WRONLY | O_TRUNC));
    SHOW_OK(open("/files/new", O_CREAT | O_RDWR, 0644));
    return t_status;
}
