// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <signal.h>

#include "internal.h"

// Members of a set of signals. A number that is no signal is EINVAL, and null as a set.

#define BITS (8 * sizeof(unsigned long))

static unsigned long *word_of(const sigset_t *set, int signal, unsigned long *bit) {
    unsigned index = (unsigned)signal - 1;
    if (set == NULL || index >= _NSIG - 1) {
        errno = EINVAL;
        return NULL;
    }
    *bit = 1ul << (index % BITS);
    return (unsigned long *)(uintptr_t)&set->__bits[index / BITS];
}

int sigfillset(sigset_t *set) {
    if (set == NULL) return __net_ret(EINVAL);
    __net_set_of(~UINT64_C(0), set);
    return 0;
}

int sigaddset(sigset_t *set, int signal) {
    unsigned long bit, *word = word_of(set, signal, &bit);
    if (word == NULL) return -1;
    *word |= bit;
    return 0;
}

int sigdelset(sigset_t *set, int signal) {
    unsigned long bit, *word = word_of(set, signal, &bit);
    if (word == NULL) return -1;
    *word &= ~bit;
    return 0;
}

int sigismember(const sigset_t *set, int signal) {
    unsigned long bit, *word = word_of(set, signal, &bit);
    return word == NULL ? -1 : (*word & bit) != 0;
}
