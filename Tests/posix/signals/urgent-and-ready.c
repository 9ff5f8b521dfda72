// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "../test.h"
#include <signal.h>
#include <sys/ioctl.h>

// The owner of a socket gets SIGURG for urgent data, and with O_ASYNC SIGIO when it becomes ready.

static volatile sig_atomic_t urgent, ready, code;
static void handler(int signal, siginfo_t *info, void *context) {
    urgent += signal == SIGURG;
    ready += signal == SIGIO;
    code = info->si_code;
}

static void wait_until(volatile sig_atomic_t *count) {
    for (long long start = now_ms(); *count == 0 && now_ms() - start < 10000;) poll(NULL, 0, 10);
}

int main(void) {
    int pair[2];
    char byte;
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_RESTART};
    REQUIRE(sigaction(SIGURG, &action, NULL));
    REQUIRE(sigaction(SIGIO, &action, NULL));
    connected_pair(AF_INET, pair);
    SHOW(fcntl(pair[0], F_GETOWN));
    REQUIRE(send(pair[1], "!", 1, MSG_OOB));
    wait_for(pair[0], POLLPRI);
    printf("nobody is told: %d\n", (int)urgent);
    REQUIRE(recv(pair[0], &byte, 1, MSG_OOB));
    SHOW(fcntl(pair[0], F_SETOWN, getpid()));
    printf("own %d\n", fcntl(pair[0], F_GETOWN) == getpid());
    REQUIRE(send(pair[1], "!", 1, MSG_OOB));
    wait_until(&urgent);
    printf("urgent %d, by the kernel %d, ready %d\n", urgent > 0, code == SI_KERNEL, (int)ready);
    REQUIRE(recv(pair[0], &byte, 1, MSG_OOB));
    write_all(pair[1], "x", 1);
    wait_for(pair[0], POLLIN);
    printf("not asked for: %d\n", (int)ready);
    SHOW(fcntl(pair[0], F_SETFL, O_ASYNC | O_NONBLOCK));
    int flags = fcntl(pair[0], F_GETFL);
    printf("flags %d %d\n", (flags & O_ASYNC) != 0, (flags & O_NONBLOCK) != 0);
    write_all(pair[1], "x", 1);
    wait_until(&ready);
    printf("ready %d, by the kernel %d\n", ready > 0, code == SI_KERNEL);
    SHOW(fcntl(pair[0], F_SETFL, 0));
    printf("flags %d\n", (fcntl(pair[0], F_GETFL) & (O_ASYNC | O_NONBLOCK)) != 0);
    SHOW(fcntl(pair[0], F_SETOWN, 0));
    SHOW(fcntl(pair[0], F_GETOWN));
    printf("no such process: %d\n", fcntl(pair[0], F_SETOWN, 99999999) == -1 && errno == ESRCH);
    // The same by other calls.
    struct f_owner_ex owner = {.type = F_OWNER_PID, .pid = getpid()};
    SHOW(fcntl(pair[0], F_SETOWN_EX, &owner));
    owner = (struct f_owner_ex){.type = 77};
    SHOW(fcntl(pair[0], F_GETOWN_EX, &owner));
    printf("own %d, kind %d\n", owner.pid == getpid(), owner.type);
    owner.type = 77;
    SHOW(fcntl(pair[0], F_SETOWN_EX, &owner));
    owner = (struct f_owner_ex){.type = F_OWNER_PGRP, .pid = getpgrp()};
    SHOW(fcntl(pair[0], F_SETOWN_EX, &owner));
    owner = (struct f_owner_ex){.type = 77};
    SHOW(fcntl(pair[0], F_GETOWN_EX, &owner));
    printf("own %d, kind %d, %d\n", owner.pid == getpgrp(), owner.type, fcntl(pair[0], F_GETOWN) == -getpgrp());
    for (int type = F_OWNER_TID; type <= F_OWNER_PGRP; type++) {
        const pid_t others[] = {-getpid(), -getpgrp(), -1, -2147483647 - 1};
        for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
            owner = (struct f_owner_ex){.type = type, .pid = others[i]};
            SHOW(fcntl(pair[0], F_SETOWN_EX, &owner));
            EXPECT(fcntl(99, F_SETOWN_EX, &owner) == -1 && errno == EBADF);
        }
    }
    printf("still own: %d\n", fcntl(pair[0], F_GETOWN) == -getpgrp());
    int own = getpid(), on = 1, pipes[2], file = REQUIRE(open("file", O_RDWR | O_CREAT, 0600));
    REQUIRE(pipe(pipes));
    SHOW(ioctl(pair[0], FIOSETOWN, &own));
    SHOW(ioctl(pair[0], FIOGETOWN, &(int){0}));
    SHOW(ioctl(pair[0], SIOCGPGRP, &own));
    printf("own %d\n", own == getpid());
    ready = 0;
    SHOW(ioctl(pair[0], FIOASYNC, &on));
    printf("flags %d\n", (fcntl(pair[0], F_GETFL) & O_ASYNC) != 0);
    write_all(pair[1], "x", 1);
    wait_until(&ready);
    printf("ready %d\n", ready > 0);
    SHOW(ioctl(pair[0], FIOASYNC, &(int){0}));
    printf("flags %d\n", (fcntl(pair[0], F_GETFL) & O_ASYNC) != 0);
    SHOW(ioctl(pipes[0], FIOASYNC, &on));
    SHOW(ioctl(pipes[0], FIOSETOWN, &own));
    SHOW(ioctl(file, FIOASYNC, &on));
    SHOW(ioctl(file, FIOASYNC, &(int){0}));
    SHOW(ioctl(99, FIOASYNC, &on));
    SHOW(ioctl(99, SIOCSPGRP, &own));
    SHOW(fcntl(99, F_SETOWN_EX, &owner));
    SHOW(fcntl(99, F_SETOWN, getpid()));
    SHOW(fcntl(99, F_GETOWN));
    return t_status;
}
