// SPDX-License-Identifier: Apache-2.0
//
// Keys, once, cleanup handlers, signals to itself, and the end of the one thread, which ends the program with 0.
#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <signal.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void create_key(void) { puts("once"); }

static void destroy(void *value) {
    static int rounds;
    printf("destructor: %s\n", (char *)value);
    if (++rounds < 3) pthread_setspecific(key, "set again");
}

static void cleanup(void *argument) { printf("cleanup %s\n", (char *)argument); }

static void on_signal(int signal) { printf("signal %d\n", signal == SIGUSR1); }

static void at_exit(void) { puts("exit"); }

int main(void) {
    int old = -1;
    char name[16];
    atexit(at_exit);
    pthread_once(&once, create_key);
    pthread_once(&once, create_key);

    printf("create: %s\n", errname(pthread_key_create(&key, destroy)));
    printf("no value: %d\n", pthread_getspecific(key) == NULL);
    printf("set: %s\n", errname(pthread_setspecific(key, "value")));
    printf("get: %s\n", (char *)pthread_getspecific(key));
    printf("unknown: %s\n", errname(pthread_setspecific(key + 1, "value")));

    printf("self: %d\n", pthread_equal(pthread_self(), pthread_self()) != 0);
    printf("join: %s\n", errname(pthread_join(pthread_self(), NULL)));
    printf("name: %s\n", errname(pthread_setname_np(pthread_self(), "fifteen letters")));
    printf("long name: %s\n", errname(pthread_setname_np(pthread_self(), "more than fifteen")));
    printf("told: %s\n", errname(pthread_getname_np(pthread_self(), name, sizeof name)));
    puts(name);
    printf("cancel: %s\n", errname(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old)));
    printf("was enabled: %d\n", old == PTHREAD_CANCEL_ENABLE);

    signal(SIGUSR1, on_signal);
    printf("kill: %s\n", errname(pthread_kill(pthread_self(), SIGUSR1)));
    printf("kill with 0: %s\n", errname(pthread_kill(pthread_self(), 0)));

    pthread_cleanup_push(cleanup, "first");
    pthread_cleanup_push(cleanup, "second");
    pthread_cleanup_push(cleanup, "third");
    pthread_cleanup_pop(1);
    fflush(stdout);
    pthread_exit((void *)1);
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
}
