// SPDX-License-Identifier: Apache-2.0
//
// Attributes of every kind, keys, conditions and locks with times, as one thread sees them.
#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>
#include <signal.h>

// A call that returns its error.
#define ERROR(call) printf("%s: %s\n", #call, errname(call))

static void of_threads(void) {
    pthread_attr_t attributes;
    size_t size = 0;
    int state = -1;
    ERROR(pthread_attr_init(&attributes));
    ERROR(pthread_attr_getdetachstate(&attributes, &state));
    printf("%d\n", state == PTHREAD_CREATE_JOINABLE);
    ERROR(pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED));
    ERROR(pthread_attr_getdetachstate(&attributes, &state));
    printf("%d\n", state == PTHREAD_CREATE_DETACHED);
    ERROR(pthread_attr_setdetachstate(&attributes, 77));
    ERROR(pthread_attr_setstacksize(&attributes, 1 << 20));
    ERROR(pthread_attr_getstacksize(&attributes, &size));
    printf("%zu\n", size);
    ERROR(pthread_attr_setstacksize(&attributes, 16));
    ERROR(pthread_attr_setguardsize(&attributes, 8192));
    ERROR(pthread_attr_getguardsize(&attributes, &size));
    printf("%zu\n", size);
    ERROR(pthread_attr_destroy(&attributes));
}

static void of_locks(void) {
    pthread_mutexattr_t mutex;
    pthread_condattr_t condition;
    pthread_rwlockattr_t lock;
    pthread_barrierattr_t barrier;
    int shared = -1;
    ERROR(pthread_mutexattr_init(&mutex));
    ERROR(pthread_mutexattr_getpshared(&mutex, &shared));
    printf("%d\n", shared == PTHREAD_PROCESS_PRIVATE);
    ERROR(pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_mutexattr_setpshared(&mutex, 77));
    ERROR(pthread_condattr_init(&condition));
    ERROR(pthread_condattr_getpshared(&condition, &shared));
    printf("%d\n", shared == PTHREAD_PROCESS_PRIVATE);
    ERROR(pthread_condattr_setpshared(&condition, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_condattr_setpshared(&condition, 77));
    ERROR(pthread_condattr_destroy(&condition));
    ERROR(pthread_rwlockattr_init(&lock));
    ERROR(pthread_rwlockattr_getpshared(&lock, &shared));
    printf("%d\n", shared == PTHREAD_PROCESS_PRIVATE);
    ERROR(pthread_rwlockattr_setpshared(&lock, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_rwlockattr_setpshared(&lock, 77));
    ERROR(pthread_barrierattr_init(&barrier));
    ERROR(pthread_barrierattr_getpshared(&barrier, &shared));
    printf("%d\n", shared == PTHREAD_PROCESS_PRIVATE);
    ERROR(pthread_barrierattr_setpshared(&barrier, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_barrierattr_setpshared(&barrier, 77));
    ERROR(pthread_barrierattr_destroy(&barrier));

    pthread_rwlock_t own;
    struct timespec past = {.tv_sec = 1}, wrong = {.tv_nsec = -1};
    ERROR(pthread_rwlock_init(&own, &lock));
    ERROR(pthread_rwlockattr_destroy(&lock));
    ERROR(pthread_rwlock_timedrdlock(&own, &past));
    ERROR(pthread_rwlock_timedwrlock(&own, &past));
    ERROR(pthread_rwlock_timedrdlock(&own, &wrong));
    ERROR(pthread_rwlock_unlock(&own));
    ERROR(pthread_rwlock_timedwrlock(&own, &past));
    ERROR(pthread_rwlock_timedrdlock(&own, &past));
    ERROR(pthread_rwlock_unlock(&own));
    ERROR(pthread_rwlock_destroy(&own));
    pthread_spinlock_t spin;
    ERROR(pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_spin_destroy(&spin));
}

static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static volatile sig_atomic_t handled;

static void on_signal(int signal) {
    handled = signal;
    pthread_cond_signal(&condition);
}

static void signals(void) {
    sigset_t one, before, now;
    sigemptyset(&one);
    sigaddset(&one, SIGUSR1);
    signal(SIGUSR1, on_signal);
    ERROR(pthread_sigmask(SIG_BLOCK, &one, &before));
    ERROR(pthread_sigmask(SIG_BLOCK, NULL, &now));
    printf("%d %d\n", sigismember(&before, SIGUSR1), sigismember(&now, SIGUSR1));
    raise(SIGUSR1);
    printf("%d\n", handled == SIGUSR1);
    ERROR(pthread_sigmask(SIG_UNBLOCK, &one, NULL));
    printf("%d\n", handled == SIGUSR1);
    ERROR(pthread_sigmask(77, &one, NULL));
    ERROR(pthread_sigmask(77, NULL, &now));
}

static void nothing(void) {}

int main(void) {
    of_threads();
    of_locks();
    signals();
    pthread_key_t key;
    int old;
    clockid_t clock;
    struct timespec time;
    ERROR(pthread_key_create(&key, NULL));
    ERROR(pthread_key_delete(key));
    ERROR(pthread_key_delete(key));
    ERROR(pthread_setspecific(key, "x"));
    ERROR(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old));
    printf("%d\n", old == PTHREAD_CANCEL_DEFERRED);
    ERROR(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &old));
    printf("%d\n", old == PTHREAD_CANCEL_ASYNCHRONOUS);
    ERROR(pthread_setcanceltype(77, &old));
    ERROR(pthread_setcancelstate(77, &old));
    pthread_testcancel();
    ERROR(pthread_atfork(nothing, nothing, nothing));
    ERROR(pthread_getcpuclockid(pthread_self(), &clock));
    SHOW(clock_gettime(clock, &time));
    EXPECT(time.tv_sec >= 0);
    ERROR(pthread_detach(pthread_self()));
    return t_status;
}
