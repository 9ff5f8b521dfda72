// SPDX-License-Identifier: Apache-2.0
#include "../test.h"
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/time.h>

// Calls that need not wait are never EINTR, however many signals come: a read of what is there, a write into an empty
// pipe, nonblocking calls. A timer signals all the time, with a handler that asks for no restart.

static volatile sig_atomic_t handled;
static void handler(int signal) { handled += signal == SIGALRM; }

static int interrupted(const char *call, long result) {
    if (result >= 0 || errno != EINTR) return 0;
    printf("%s: EINTR\n", call);
    return 1;
}

int main(void) {
    int ends[2], pair[2], counter = REQUIRE(eventfd(0, EFD_NONBLOCK)), failures = 0;
    struct sigaction action = {.sa_handler = handler};
    struct itimerval often = {{0, 50}, {0, 50}}, never = {{0, 0}, {0, 0}};
    uint64_t value = 1;
    char byte = 'x', more[600];
    REQUIRE(pipe(ends));
    connected_pair(AF_INET, pair);
    set_nonblocking(pair[1], 1);
    REQUIRE(sigaction(SIGALRM, &action, NULL));
    REQUIRE(setitimer(ITIMER_REAL, &often, NULL));
    for (int i = 0; i < 3000 && failures < 10; i++) {
        failures += interrupted("write", write(ends[1], more, sizeof more));
        failures += interrupted("read", read(ends[0], more, sizeof more));
        failures += interrupted("send", send(pair[0], &byte, 1, 0));
        failures += interrupted("recv", recv(pair[1], &byte, 1, 0));
        failures += interrupted("recv", recv(pair[0], &byte, 1, MSG_DONTWAIT));
        failures += interrupted("write", write(counter, &value, sizeof value));
        failures += interrupted("read", read(counter, &value, sizeof value));
        failures += interrupted("read", read(counter, &value, sizeof value));
    }
    for (int i = 0; i < 100000 && handled < 100; i++) failures += interrupted("recv", recv(pair[1], &byte, 1, 0));
    REQUIRE(setitimer(ITIMER_REAL, &never, NULL));
    printf("signals came: %d\n", handled >= 100);
    EXPECT_EQ(failures, 0);
    return t_status;
}
