// SPDX-License-Identifier: Apache-2.0
//
// Mutexes, read-write locks, spin locks and a barrier as one thread sees them: what is locked, what locks again, what
// says that it is busy.
#define _GNU_SOURCE
#include "../test.h"
#include <pthread.h>

// A call that returns its error.
#define ERROR(call) printf("%s: %s\n", #call, errname(call))

static void mutexes(int type, const char *name) {
    pthread_mutexattr_t attributes;
    pthread_mutex_t mutex;
    int told = -1;
    printf("-- %s\n", name);
    ERROR(pthread_mutexattr_init(&attributes));
    ERROR(pthread_mutexattr_settype(&attributes, type));
    ERROR(pthread_mutexattr_gettype(&attributes, &told));
    printf("the same: %d\n", told == type);
    ERROR(pthread_mutex_init(&mutex, &attributes));
    ERROR(pthread_mutexattr_destroy(&attributes));
    ERROR(pthread_mutex_lock(&mutex));
    ERROR(pthread_mutex_trylock(&mutex));
    if (type != PTHREAD_MUTEX_NORMAL) ERROR(pthread_mutex_lock(&mutex));
    ERROR(pthread_mutex_unlock(&mutex));
    if (type == PTHREAD_MUTEX_RECURSIVE) {
        ERROR(pthread_mutex_unlock(&mutex));
        ERROR(pthread_mutex_unlock(&mutex));
    }
    if (type != PTHREAD_MUTEX_NORMAL) ERROR(pthread_mutex_unlock(&mutex));
    ERROR(pthread_mutex_destroy(&mutex));
}

int main(void) {
    mutexes(PTHREAD_MUTEX_NORMAL, "normal");
    mutexes(PTHREAD_MUTEX_ERRORCHECK, "checking");
    mutexes(PTHREAD_MUTEX_RECURSIVE, "recursive");

    static pthread_mutex_t fixed = PTHREAD_MUTEX_INITIALIZER;
    struct timespec past = {.tv_sec = 1};
    ERROR(pthread_mutex_lock(&fixed));
    ERROR(pthread_mutex_timedlock(&fixed, &past));
    ERROR(pthread_mutex_unlock(&fixed));
    ERROR(pthread_mutex_timedlock(&fixed, &past));

    static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    ERROR(pthread_rwlock_rdlock(&lock));
    ERROR(pthread_rwlock_rdlock(&lock));
    ERROR(pthread_rwlock_trywrlock(&lock));
    ERROR(pthread_rwlock_unlock(&lock));
    ERROR(pthread_rwlock_unlock(&lock));
    ERROR(pthread_rwlock_wrlock(&lock));
    ERROR(pthread_rwlock_tryrdlock(&lock));
    ERROR(pthread_rwlock_trywrlock(&lock));
    ERROR(pthread_rwlock_wrlock(&lock));
    ERROR(pthread_rwlock_unlock(&lock));
    ERROR(pthread_rwlock_destroy(&lock));

    pthread_spinlock_t spin;
    ERROR(pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE));
    ERROR(pthread_spin_lock(&spin));
    ERROR(pthread_spin_trylock(&spin));
    ERROR(pthread_spin_unlock(&spin));
    ERROR(pthread_spin_trylock(&spin));

    pthread_barrier_t barrier;
    ERROR(pthread_barrier_init(&barrier, NULL, 0));
    ERROR(pthread_barrier_init(&barrier, NULL, 1));
    for (int round = 0; round < 2; round++)
        printf("serial: %d\n", pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD);
    ERROR(pthread_barrier_destroy(&barrier));
    return t_status;
}
