// SPDX-License-Identifier: Apache-2.0
//
// A condition that a handler signals, which POSIX leaves to luck and every system does: the wait ends.
#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static volatile sig_atomic_t happened;

static void on_alarm(int signal) {
    happened = signal == SIGALRM;
    pthread_cond_signal(&condition);
}

int main(void) {
    struct itimerval again = {.it_interval = {.tv_usec = 20000}, .it_value = {.tv_usec = 20000}};
    signal(SIGALRM, on_alarm);
    EXPECT_EQ(pthread_mutex_lock(&mutex), 0);
    // Again and again, since the first may come before the wait.
    REQUIRE(setitimer(ITIMER_REAL, &again, NULL));
    int error = 0;
    while (!happened && error == 0) error = pthread_cond_wait(&condition, &mutex);
    printf("%s %d\n", errname(error), (int)happened);
    // It is locked again.
    printf("%s\n", errname(pthread_mutex_trylock(&mutex)));
    EXPECT_EQ(pthread_mutex_unlock(&mutex), 0);
    return t_status;
}
