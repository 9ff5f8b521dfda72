// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/select.h>
#include <sys/time.h>

// A handler without SA_RESTART ends every kind of wait with EINTR. The timer goes on ticking, for the first tick may
// come before the wait.

static volatile sig_atomic_t caught;

static void handler(int number) { caught++; }

static void soon(void) {
    struct itimerval ticking = {{0, 20000}, {0, 20000}};
    caught = 0;
    REQUIRE(setitimer(ITIMER_REAL, &ticking, NULL));
}

int main(void) {
    int pair[2], ends[2];
    char got[4];
    struct endpoint at;
    struct sigaction action = {.sa_handler = handler};
    SHOW(sigaction(SIGALRM, &action, NULL));
    connected_pair(AF_INET, pair);
    REQUIRE(pipe(ends));
    int listener = listening_socket(AF_INET, &at), udp = bound_socket(AF_INET, SOCK_DGRAM, &at);
    soon();
    SHOW(recv(pair[0], got, sizeof got, 0));
    SHOW(caught > 0);
    soon();
    SHOW(read(pair[0], got, sizeof got));
    soon();
    SHOW(read(ends[0], got, sizeof got));
    soon();
    SHOW(accept(listener, NULL, NULL));
    soon();
    SHOW(recvfrom(udp, got, sizeof got, 0, NULL, NULL));
    struct pollfd polled = {pair[0], POLLIN, 0};
    soon();
    SHOW(poll(&polled, 1, 10000));
    soon();
    SHOW(poll(NULL, 0, 10000));
    fd_set in;
    FD_ZERO(&in);
    FD_SET(listener, &in);
    soon();
    SHOW(select(listener + 1, &in, NULL, NULL, NULL));
    struct timespec nap = {10, 0}, left = {0, 0};
    soon();
    SHOW(nanosleep(&nap, &left));
    EXPECT(left.tv_sec == 9 && left.tv_nsec > 0);
    soon();
    SHOW(pause());
    SHOW(caught > 0);
    return t_status;
}
