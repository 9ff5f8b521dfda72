// SPDX-License-Identifier: Apache-2.0
//
// wasi-libc's header, which has sched_yield, and what it leaves out: policies, parameters, and sets of processors as the
// GNU C library has them. The program is one thread of the ordinary policy, on one processor.
#ifndef __NETWASI_SCHED_H
#define __NETWASI_SCHED_H

// Later versions have a structure of this name, with members that nothing uses.
#define sched_param __wasi_libc_sched_param
#include_next <sched.h>
#undef sched_param

#ifdef __cplusplus
extern "C" {
#endif

#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 0x40000000

struct sched_param {
    int sched_priority;
};

int sched_get_priority_max(int);
int sched_get_priority_min(int);
int sched_getparam(pid_t, struct sched_param *);
int sched_setparam(pid_t, const struct sched_param *);
int sched_getscheduler(pid_t);
int sched_setscheduler(pid_t, int, const struct sched_param *);
int sched_rr_get_interval(pid_t, struct timespec *);

#ifdef _GNU_SOURCE
#define __NEED_size_t
#include <bits/alltypes.h>

#define CPU_SETSIZE 1024

typedef struct {
    unsigned long __bits[CPU_SETSIZE / (8 * sizeof(unsigned long))];
} cpu_set_t;

int sched_getcpu(void);
int sched_getaffinity(pid_t, size_t, cpu_set_t *);
int sched_setaffinity(pid_t, size_t, const cpu_set_t *);
int __sched_cpucount(size_t, const cpu_set_t *);
cpu_set_t *__sched_cpualloc(size_t);
void __sched_cpufree(cpu_set_t *);

#define __CPU_BITS (8 * sizeof(unsigned long))
#define __CPU_AT(cpu, size, set, operation, otherwise) \
    ((size_t)(cpu) / 8 < (size) \
         ? (((unsigned long *)(set))[(size_t)(cpu) / __CPU_BITS] operation(1UL << ((size_t)(cpu) % __CPU_BITS))) \
         : (otherwise))
#define __CPU_ALL(size, set, left, right, operation) \
    do { \
        size_t __i; \
        for (__i = 0; __i < (size) / sizeof(unsigned long); __i++) \
            ((unsigned long *)(set))[__i] = \
                ((const unsigned long *)(left))[__i] operation((const unsigned long *)(right))[__i]; \
    } while (0)

#define CPU_SET_S(cpu, size, set) ((void)__CPU_AT(cpu, size, set, |=, 0))
#define CPU_CLR_S(cpu, size, set) ((void)__CPU_AT(cpu, size, set, &= ~, 0))
#define CPU_ISSET_S(cpu, size, set) (__CPU_AT(cpu, size, set, &, 0) != 0)
#define CPU_ZERO_S(size, set) ((void)__builtin_memset(set, 0, size))
#define CPU_EQUAL_S(size, left, right) (__builtin_memcmp(left, right, size) == 0)
#define CPU_COUNT_S(size, set) __sched_cpucount(size, set)
#define CPU_AND_S(size, set, left, right) __CPU_ALL(size, set, left, right, &)
#define CPU_OR_S(size, set, left, right) __CPU_ALL(size, set, left, right, |)
#define CPU_XOR_S(size, set, left, right) __CPU_ALL(size, set, left, right, ^)

#define CPU_SET(cpu, set) CPU_SET_S(cpu, sizeof(cpu_set_t), set)
#define CPU_CLR(cpu, set) CPU_CLR_S(cpu, sizeof(cpu_set_t), set)
#define CPU_ISSET(cpu, set) CPU_ISSET_S(cpu, sizeof(cpu_set_t), set)
#define CPU_ZERO(set) CPU_ZERO_S(sizeof(cpu_set_t), set)
#define CPU_EQUAL(left, right) CPU_EQUAL_S(sizeof(cpu_set_t), left, right)
#define CPU_COUNT(set) CPU_COUNT_S(sizeof(cpu_set_t), set)
#define CPU_AND(set, left, right) CPU_AND_S(sizeof(cpu_set_t), set, left, right)
#define CPU_OR(set, left, right) CPU_OR_S(sizeof(cpu_set_t), set, left, right)
#define CPU_XOR(set, left, right) CPU_XOR_S(sizeof(cpu_set_t), set, left, right)

#define CPU_ALLOC_SIZE(count) (((size_t)(count) + __CPU_BITS - 1) / __CPU_BITS * sizeof(unsigned long))
#define CPU_ALLOC(count) __sched_cpualloc(count)
#define CPU_FREE(set) __sched_cpufree(set)
#endif

#ifdef __cplusplus
}
#endif

#endif
