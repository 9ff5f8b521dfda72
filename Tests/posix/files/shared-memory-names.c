// SPDX-License-Identifier: Apache-2.0
// setup: mkdir -p dev/shm

#define _GNU_SOURCE
#include "../test.h"
#include <sys/mman.h>
#include <sys/stat.h>

// Files in /dev/shm by their names. Natively it is the system's: the name is not one that another run has.

int main(void) {
    char name[64], text[8] = "";
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(name, sizeof name, "/netwasi-test-%lld-%ld-%d", (long long)now.tv_sec, now.tv_nsec, (int)getpid());
    int fd, other;
    SHOW(shm_open(name, O_RDWR, 0));
    SHOW_OK(fd = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600));
    SHOW(shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600));
    SHOW(fcntl(fd, F_GETFD));
    SHOW(ftruncate(fd, 4096));
    SHOW(pwrite(fd, "shared", 6, 0));
    SHOW_OK(other = shm_open(name, O_RDONLY, 0));
    SHOW(pread(other, text, 6, 0));
    printf("%s\n", text);
    const char *memory = mmap(NULL, 4096, PROT_READ, MAP_SHARED, other, 0);
    printf("%.6s %d\n", memory == MAP_FAILED ? "none" : memory, memory != MAP_FAILED && memory[4095] == 0);
    SHOW(shm_unlink(name));
    SHOW(shm_unlink(name));
    SHOW(pread(fd, text, 6, 0));
    SHOW(shm_open("/", O_RDWR | O_CREAT, 0600));
    SHOW(shm_open("/a/b", O_RDWR | O_CREAT, 0600));
    return t_status;
}
