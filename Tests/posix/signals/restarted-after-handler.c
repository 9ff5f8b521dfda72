// SPDX-License-Identifier: Apache-2.0

#include "../test.h"
#include <signal.h>
#include <sys/time.h>

// With SA_RESTART a read goes on after the handler, with what the handler sent; poll is interrupted all the same.

static int pair[2];
static volatile sig_atomic_t caught;

static void handler(int number) {
    caught++;
    send(pair[1], "from the handler", 16, 0);
}

static void soon(void) {
    struct itimerval once = {.it_value = {0, 20000}};
    REQUIRE(setitimer(ITIMER_REAL, &once, NULL));
}

int main(void) {
    char got[32] = "";
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    SHOW(sigaction(SIGALRM, &action, NULL));
    connected_pair(AF_INET, pair);
    soon();
    SHOW(recv(pair[0], got, sizeof got, 0));
    printf("%s, %d caught\n", got, (int)caught);
    soon();
    SHOW(read(pair[0], got, sizeof got));
    SHOW(caught);
    struct itimerval ticking = {{0, 20000}, {0, 20000}};
    struct pollfd none = {-1, 0, 0};
    SHOW(setitimer(ITIMER_REAL, &ticking, NULL));
    SHOW(poll(&none, 1, 10000));
    SHOW(caught > 2);
    return t_status;
}
