// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "../test.h"
#include <sched.h>

// How the process is scheduled, of which only the ordinary policy can be asserted, and on which processors it may run.

#define NOBODY 999999999

static void policies(void) {
    struct sched_param param = {7};
    SHOW(sched_getparam(0, &param));
    SHOW(param.sched_priority);
    SHOW(sched_getparam(-1, &param));
    SHOW(sched_getparam(0, NULL));
    SHOW(sched_getparam(NOBODY, &param));
    SHOW(sched_getscheduler(0));
    EXPECT_EQ(sched_getscheduler(getpid()), SCHED_OTHER);
    SHOW(sched_getscheduler(-1));
    SHOW(sched_getscheduler(NOBODY));
    for (int policy = SCHED_OTHER; policy <= SCHED_DEADLINE; policy++) {
        SHOW(sched_get_priority_min(policy));
        SHOW(sched_get_priority_max(policy));
    }
    SHOW(sched_get_priority_min(-1));
    SHOW(sched_get_priority_max(-1));
    SHOW(sched_yield());
}

static void changes(void) {
    struct sched_param none = {0}, some = {1}, much = {100};
    SHOW(sched_setparam(0, &none));
    SHOW(sched_setparam(0, &some));
    SHOW(sched_setparam(0, NULL));
    SHOW(sched_setparam(-1, &none));
    SHOW(sched_setparam(NOBODY, &none));
    SHOW(sched_setscheduler(0, SCHED_OTHER, &none));
    SHOW(sched_setscheduler(0, SCHED_OTHER, &some));
    SHOW(sched_setscheduler(0, SCHED_BATCH, &some));
    SHOW(sched_setscheduler(0, SCHED_FIFO, &none));
    SHOW(sched_setscheduler(0, SCHED_RR, &much));
    SHOW(sched_setscheduler(0, SCHED_DEADLINE, &none));
    SHOW(sched_setscheduler(0, 77, &none));
    SHOW(sched_setscheduler(0, -1, &none));
    SHOW(sched_setscheduler(NOBODY, SCHED_OTHER, &none));
}

static void intervals(void) {
    struct timespec interval;
    SHOW(sched_rr_get_interval(0, &interval));
    EXPECT(interval.tv_sec == 0 && interval.tv_nsec >= 0);
    SHOW(sched_rr_get_interval(-1, &interval));
    SHOW(sched_rr_get_interval(0, NULL));
    SHOW(sched_rr_get_interval(NOBODY, &interval));
}

static void processors(void) {
    cpu_set_t set, none;
    memset(&set, 0xff, sizeof set);
    SHOW(sched_getaffinity(0, sizeof set, &set));
    int first = 0;
    while (first < CPU_SETSIZE && !CPU_ISSET(first, &set)) first++;
    EXPECT(CPU_COUNT(&set) >= 1 && CPU_COUNT(&set) <= sysconf(_SC_NPROCESSORS_CONF));
    EXPECT(CPU_ISSET(sched_getcpu(), &set));
    SHOW(sched_getaffinity(getpid(), 0, &set));
    SHOW(sched_getaffinity(0, 1, &set));
    SHOW(sched_getaffinity(0, sizeof(long) + 1, &set));
    SHOW(sched_getaffinity(0, sizeof set, NULL));
    SHOW(sched_getaffinity(-1, sizeof set, &set));
    SHOW(sched_getaffinity(NOBODY, sizeof set, &set));
    SHOW(sched_setaffinity(0, sizeof set, &set));
    CPU_ZERO(&none);
    SHOW(sched_setaffinity(0, sizeof none, &none));
    SHOW(sched_setaffinity(0, 0, &set));
    SHOW(sched_setaffinity(0, sizeof set, NULL));
    SHOW(sched_setaffinity(NOBODY, sizeof set, &set));
    CPU_ZERO(&set);
    CPU_SET(first, &set);
    SHOW(sched_setaffinity(0, sizeof set, &set));
    SHOW(sched_getaffinity(0, sizeof set, &set));
    SHOW(CPU_COUNT(&set));
    EXPECT(CPU_ISSET(first, &set));
}

// Sets of processors are data.
static void sets(void) {
    cpu_set_t a, b, both;
    CPU_ZERO(&a);
    CPU_ZERO(&b);
    for (int i = 0; i < CPU_SETSIZE; i += 3) CPU_SET(i, &a);
    for (int i = 0; i < CPU_SETSIZE; i += 5) CPU_SET(i, &b);
    CPU_SET(CPU_SETSIZE, &a);
    SHOW(CPU_COUNT(&a));
    CPU_AND(&both, &a, &b);
    SHOW(CPU_COUNT(&both));
    CPU_OR(&both, &a, &b);
    SHOW(CPU_COUNT(&both));
    CPU_XOR(&both, &a, &b);
    SHOW(CPU_COUNT(&both));
    SHOW(CPU_ISSET(15, &both) != 0);
    SHOW(CPU_ISSET(3, &both) != 0);
    CPU_CLR(3, &both);
    SHOW(CPU_ISSET(3, &both) != 0);
    SHOW(CPU_ISSET(CPU_SETSIZE + 3, &both) != 0);
    SHOW(CPU_EQUAL(&a, &b) != 0);
    SHOW(CPU_EQUAL(&a, &a) != 0);
    cpu_set_t *large = CPU_ALLOC(5000);
    size_t size = CPU_ALLOC_SIZE(5000);
    CPU_ZERO_S(size, large);
    CPU_SET_S(4999, size, large);
    SHOW(CPU_COUNT_S(size, large));
    SHOW(CPU_ISSET_S(4999, size, large) != 0);
    CPU_FREE(large);
}

int main(void) {
    policies();
    changes();
    intervals();
    processors();
    sets();
    return t_status;
}
