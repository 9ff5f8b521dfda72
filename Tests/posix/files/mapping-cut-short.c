// SPDX-License-Identifier: Apache-2.0
// setup: head -c 200000 /dev/zero | tr '\0' a > f

#define _GNU_SOURCE
#include "../test.h"
#include <setjmp.h>
#include <signal.h>
#include <sys/mman.h>

// A file that was cut below its mapping: what is gone is SIGBUS, in memory, and EFAULT in a call.

static sigjmp_buf back;
static int ends[2];

static void gone(int signal, siginfo_t *info, void *context) {
    printf("%s, %d\n", strsignal(signal), info->si_code == BUS_ADRERR);
    siglongjmp(back, 1);
}

__attribute__((noinline)) static int look(const volatile char *memory) {
    int sum = 0;
    for (int i = 0; i < 100; i++) sum += memory[i];
    return sum;
}

static void look_at(const char *memory) {
    if (sigsetjmp(back, 1) == 0) {
        int sum = look(memory);
        for (volatile int i = 0; i < 1000; i++) sum += i;
        printf("%d\n", sum);
    }
}

int main(void) {
    int fd = REQUIRE(open("f", O_RDWR));
    struct sigaction action = {.sa_sigaction = gone, .sa_flags = SA_SIGINFO};
    SHOW(sigaction(SIGBUS, &action, NULL));
    char *memory = mmap(NULL, 200000, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) return 1;
    look_at(memory);
    look_at(memory + 100000);
    SHOW(ftruncate(fd, 4096));
    look_at(memory);
    REQUIRE(pipe(ends));
    SHOW(write(ends[1], memory + 65536, 10));
    SHOW(write(ends[1], memory, 10));
    SHOW(read(ends[0], memory + 65536, 10));
    look_at(memory + 100000);
    look_at(memory + 180000);
    SHOW(munmap(memory, 200000));
    memory = mmap(NULL, 200000, PROT_READ, MAP_SHARED, fd, 0);
    look_at(memory);
    look_at(memory + 100000);
    return t_status;
}
