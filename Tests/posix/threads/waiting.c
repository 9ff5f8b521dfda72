// SPDX-License-Identifier: Apache-2.0
//
// Conditions and semaphores as one thread sees them: waits that end by their time, or because a handler ran.
#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/time.h>

static sem_t semaphore;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void post(int signal) {
    (void)signal;
    sem_post(&semaphore);
}

static void note(int signal) { (void)signal; }

static struct timespec in_milliseconds(clockid_t clock, long milliseconds) {
    struct timespec time;
    clock_gettime(clock, &time);
    time.tv_nsec += milliseconds * 1000000;
    time.tv_sec += time.tv_nsec / 1000000000;
    time.tv_nsec %= 1000000000;
    return time;
}

// Until it was signalled or its time came; POSIX allows waits to end without a reason.
static int wait_on(pthread_cond_t *cond, const struct timespec *time) {
    int error = 0;
    while (error == 0) error = pthread_cond_timedwait(cond, &mutex, time);
    return error;
}

static void conditions(void) {
    pthread_condattr_t attributes;
    pthread_cond_t monotonic, cond = PTHREAD_COND_INITIALIZER;
    clockid_t clock;
    pthread_condattr_init(&attributes);
    pthread_condattr_getclock(&attributes, &clock);
    printf("realtime at first: %d\n", clock == CLOCK_REALTIME);
    printf("setclock: %s\n", errname(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)));
    printf("init: %s\n", errname(pthread_cond_init(&monotonic, &attributes)));
    pthread_mutex_lock(&mutex);
    struct timespec time = in_milliseconds(CLOCK_REALTIME, 30);
    printf("realtime: %s\n", errname(wait_on(&cond, &time)));
    time = in_milliseconds(CLOCK_MONOTONIC, 30);
    printf("monotonic: %s\n", errname(wait_on(&monotonic, &time)));
    time = (struct timespec){.tv_sec = 1};
    printf("past: %s\n", errname(wait_on(&cond, &time)));
    time.tv_nsec = 1000000000;
    printf("no time: %s\n", errname(wait_on(&cond, &time)));
    printf("locked again: %s\n", errname(pthread_mutex_trylock(&mutex)));
    pthread_mutex_unlock(&mutex);
    printf("signal: %s\n", errname(pthread_cond_signal(&cond)));
    printf("broadcast: %s\n", errname(pthread_cond_broadcast(&cond)));
    printf("destroy: %s\n", errname(pthread_cond_destroy(&cond)));
}

int main(void) {
    int value = -1;
    conditions();

    sem_init(&semaphore, 0, 1);
    SHOW(sem_wait(&semaphore));
    SHOW(sem_trywait(&semaphore));
    struct timespec time = in_milliseconds(CLOCK_REALTIME, 30);
    SHOW(sem_timedwait(&semaphore, &time));

    struct sigaction action = {.sa_handler = post, .sa_flags = SA_RESTART};
    sigaction(SIGALRM, &action, NULL);
    struct itimerval soon = {.it_value.tv_usec = 30000};
    setitimer(ITIMER_REAL, &soon, NULL);
    printf("posted by a handler: %d\n", sem_wait(&semaphore));

    action.sa_handler = note;
    action.sa_flags = 0;
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &soon, NULL);
    SHOW(sem_wait(&semaphore));

    sem_post(&semaphore);
    sem_getvalue(&semaphore, &value);
    printf("value: %d, destroy: %d\n", value, sem_destroy(&semaphore));
    return t_status;
}
