// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@/in::/:ro --dir @SCRATCH@/out::/out --dir /proc::/proc
// setup: mkdir in out; head -c 70000 /dev/zero | tr '\0' a > in/f; cp in/f out/f

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>

// What may be mapped is what may be read or written; and there is an end to how much.

static void *map(int fd, int protection) {
    errno = 0;
    void *memory = mmap(NULL, 4096, protection, MAP_SHARED, fd, 0);
    printf("%s\n", memory == MAP_FAILED ? errname(errno) : "mapped");
    return memory;
}

int main(void) {
    int fd = REQUIRE(open("/f", O_RDONLY)), own = REQUIRE(open("/out/f", O_RDWR));
    map(fd, PROT_READ | PROT_WRITE);
    char *view = map(fd, PROT_READ);
    // The memory can be written to; the file is another's.
    if (view != MAP_FAILED) view[0] = 'b';
    char byte;
    REQUIRE(pread(fd, &byte, 1, 0));
    printf("%c\n", byte);
    SHOW(mprotect(view, 4096, PROT_READ | PROT_WRITE));
    map(REQUIRE(open("/dev/zero", O_RDWR)), PROT_READ | PROT_WRITE);
    map(REQUIRE(open("/proc/self/status", O_RDONLY)), PROT_READ);
    char *shared = map(own, PROT_READ | PROT_WRITE);
    if (shared != MAP_FAILED) shared[0] = 'c';
    REQUIRE(pread(own, &byte, 1, 0));
    printf("%c\n", byte);
    int count = 0;
    while (count < 2000 && mmap(NULL, 4096, PROT_READ, MAP_SHARED, own, 0) != MAP_FAILED) count++;
    printf("%d and no more: %s\n", count, errname(errno));
    SHOW(munmap(shared, 4096));
    map(own, PROT_READ | PROT_WRITE);
    return t_status;
}
