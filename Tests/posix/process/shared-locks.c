// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

// Semaphores and mutexes in memory that processes have in common.

enum { CHILDREN = 4, TIMES = 20000 };

static struct {
    sem_t semaphore, answer;
    pthread_mutex_t mutex, recursive;
    int counter;
} *common;

static pid_t child_that(void (*does)(void)) {
    fflush(stdout);
    pid_t child = fork();
    if (child != 0) return child;
    does();
    fflush(stdout);
    _exit(t_status);
}

static void all_end(int count) {
    int status;
    for (int i = 0; i < count; i++) EXPECT(wait(&status) > 0 && status == 0);
}

// Not one step, so that somebody could come in between.
static void count_once(void) {
    volatile int *counter = &common->counter;
    int value = *counter;
    for (volatile int i = 0; i < 5; i++) continue;
    *counter = value + 1;
}

static void counts_by_semaphore(void) {
    for (int i = 0; i < TIMES; i++) {
        EXPECT(sem_wait(&common->semaphore) == 0);
        count_once();
        EXPECT(sem_post(&common->semaphore) == 0);
    }
}

static void counts_by_mutex(void) {
    for (int i = 0; i < TIMES; i++) {
        EXPECT(pthread_mutex_lock(&common->mutex) == 0);
        count_once();
        EXPECT(pthread_mutex_unlock(&common->mutex) == 0);
    }
}

static int gate[2];
static void (*what)(void);

static void begins_with_the_others(void) {
    char byte;
    EXPECT(close(gate[1]) == 0 && read(gate[0], &byte, 1) == 0);
    what();
}

static void together(const char *name, void (*does)(void)) {
    common->counter = 0;
    what = does;
    EXPECT(pipe(gate) == 0);
    for (int i = 0; i < CHILDREN; i++) EXPECT(child_that(begins_with_the_others) > 0);
    EXPECT(close(gate[0]) == 0 && close(gate[1]) == 0);
    all_end(CHILDREN);
    printf("%s: %d\n", name, common->counter);
}

static void answers(void) {
    for (int i = 0; i < 100; i++) {
        EXPECT(sem_wait(&common->semaphore) == 0);
        common->counter++;
        EXPECT(sem_post(&common->answer) == 0);
    }
}

static void in_turns(void) {
    EXPECT(sem_wait(&common->semaphore) == 0);
    common->counter = 0;
    child_that(answers);
    for (int i = 0; i < 100; i++) {
        EXPECT(sem_post(&common->semaphore) == 0);
        EXPECT(sem_wait(&common->answer) == 0);
        EXPECT_EQ(common->counter, i + 1);
    }
    all_end(1);
}

static void finds_it_taken(void) {
    struct timespec now;
    EXPECT(clock_gettime(CLOCK_REALTIME, &now) == 0);
    printf("%s %s\n", errname(pthread_mutex_trylock(&common->mutex)), errname(pthread_mutex_trylock(&common->recursive)));
    printf("%s\n", errname(pthread_mutex_timedlock(&common->mutex, &now)));
    printf("%s\n", errname(pthread_mutex_unlock(&common->recursive)));
    SHOW(sem_trywait(&common->semaphore));
    SHOW(sem_timedwait(&common->semaphore, &now));
    SHOW(sem_timedwait(&common->semaphore, &(struct timespec){.tv_nsec = 1000000000}));
}

static void taken(void) {
    EXPECT(pthread_mutex_lock(&common->mutex) == 0);
    EXPECT(pthread_mutex_lock(&common->recursive) == 0 && pthread_mutex_lock(&common->recursive) == 0);
    child_that(finds_it_taken);
    all_end(1);
    EXPECT(pthread_mutex_unlock(&common->recursive) == 0);
    printf("%s\n", errname(pthread_mutex_unlock(&common->recursive)));
    printf("%s\n", errname(pthread_mutex_unlock(&common->recursive)));
    EXPECT(pthread_mutex_unlock(&common->mutex) == 0);
}

static void note(int signal) { (void)signal; }

static void is_interrupted(void) {
    struct sigaction action = {.sa_handler = note};
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    EXPECT(sem_post(&common->answer) == 0);
    SHOW(sem_wait(&common->semaphore));
}

static void interrupted(void) {
    int status;
    pid_t child = child_that(is_interrupted);
    EXPECT(sem_wait(&common->answer) == 0);
    while (waitpid(child, &status, WNOHANG) == 0) {
        kill(child, SIGUSR1);
        poll(NULL, 0, 1);
    }
    printf("%d\n", status);
}

int main(void) {
    pthread_mutexattr_t attributes;
    common = mmap(NULL, sizeof *common, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    EXPECT(common != MAP_FAILED);
    EXPECT(sem_init(&common->semaphore, 1, 1) == 0 && sem_init(&common->answer, 1, 0) == 0);
    EXPECT(pthread_mutexattr_init(&attributes) == 0);
    EXPECT(pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED) == 0);
    EXPECT(pthread_mutex_init(&common->mutex, &attributes) == 0);
    EXPECT(pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE) == 0);
    EXPECT(pthread_mutex_init(&common->recursive, &attributes) == 0);
    together("semaphore", counts_by_semaphore);
    together("mutex", counts_by_mutex);
    in_turns();
    taken();
    interrupted();
    return t_status;
}
