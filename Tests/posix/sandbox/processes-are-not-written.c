// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir /proc::/proc --dir @SCRATCH@::/files

#include "../test.h"
#include <sys/stat.h>

// Whoever gives a program /proc, with all of / perhaps, gives it something to read: not the memory of the host that runs
// it, in which the rest of its sandbox lies, its variables and where all that is, nor the links to what processes have open.

static void try(const char *path) {
    int reads = open(path, O_RDONLY), writes = open(path, O_RDWR);
    printf("%s: to be read %s, to be written %s\n", path, reads < 0 ? "no" : "yes", writes < 0 ? "no" : "yes");
}

int main(void) {
    try("/proc/self/mem");
    try("/proc/thread-self/mem");
    try("/proc/self/task/../mem");
    try("/proc/self/environ");
    try("/proc/self/auxv");
    try("/proc/self/maps");
    try("/proc/self/smaps");
    try("/proc/self/pagemap");
    try("/proc/self/map_files");
    try("/proc/1/mem");
    try("/proc/self/comm");
    try("/proc/meminfo");
    try("/proc/self/fd/0");
    try("/proc/self/root/etc");
    try("/proc/self/cwd");
    SHOW_OK(open("/proc/self/mem", O_RDWR));
    SHOW_OK(open("/proc/self/comm", O_WRONLY | O_TRUNC));
    SHOW(chmod("/proc/self/mem", 0644));
    SHOW(chmod("/proc/meminfo", 0644));
    SHOW(chown("/proc/self/comm", getuid(), getgid()));
    // What was allowed is not the last word where the directory is the process's own.
    int own = SHOW_OK(open("/proc/self", O_RDONLY | O_DIRECTORY));
    SHOW_OK(openat(own, "mem", O_RDONLY));
    SHOW_OK(openat(own, "status", O_RDONLY));
    SHOW_OK(open("/files/new", O_CREAT | O_RDWR, 0644));
    return t_status;
}
