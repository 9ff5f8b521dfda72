// SPDX-License-Identifier: Apache-2.0
// netwasi: --dir @SCRATCH@::/
// setup: head -c 200000 /dev/zero > f
// exit: 134
// stderr: a page of a mapped file is gone (SIGBUS)

#include "../test.h"
#include <sys/mman.h>

// A file that was cut below its mapping is a trap of the program, and nothing of the host's.

int main(void) {
    int fd = REQUIRE(open("f", O_RDWR));
    volatile char *memory = mmap(NULL, 200000, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    SHOW(ftruncate(fd, 0));
    fflush(stdout);
    int sum = 0;
    for (int i = 0; i < 200000; i++) sum += memory[i];
    printf("%d\n", sum);
    return t_status;
}
